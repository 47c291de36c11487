/** Cells that take what stands above: parts of merged cells, and marks such as 〃. */
import type { Parsed } from '../../cells/parsed.ts';
import type { RawCell, RawTab } from '../../raw.ts';
import type { Headings } from '../headings.ts';
import type { CellReader } from './cell-reader.ts';
import { dittoReader } from './ditto-marks.ts';
import { readMerged, topRowFinder } from './merged-cells.ts';

/** Reads a cell that takes what stands above; null: it is read by itself. */
export type ReaderFromAbove = <Value>(
  reader: CellReader<Value>,
  row: number,
  cell: RawCell,
) => Parsed<Value> | null;

export function readerFromAbove(raw: RawTab, headings: Headings): ReaderFromAbove {
  const topRow = topRowFinder(raw);
  const readDitto = dittoReader(raw, headings, topRow);
  return (reader, row, cell) => {
    if (typeof cell !== 'string') return null;
    if (cell !== '') return readDitto(reader, row, cell);
    const first = topRow(reader, row);
    if (first === null) return null;
    const top = raw.rows[first - 1]?.[reader.index] ?? '';
    const repeated = typeof top === 'string' && top !== '' ? readDitto(reader, first, top) : null;
    return readMerged(reader, first, top, repeated ?? reader.read(top));
  };
}
