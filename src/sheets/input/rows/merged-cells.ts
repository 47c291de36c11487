/** Merged cells: a merged label stands for every row that it covers, a merged number for none but its first. */
import type { CellProblem } from '../../../domain/findings/cell.ts';
import { accepted, flagged, type Parsed } from '../../cells/parsed.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { CellReader } from './cell-reader.ts';

/** Reads a blank cell that may be the lower part of a merged one; null when it is not. */
export type MergedCellReader = <Value>(reader: CellReader<Value>, row: number) => Parsed<Value> | null;

/** The merges of a tab are asked for once, and only when a cell of one of its columns is blank that may be part of one. */
export function mergedCellReader(raw: RawTab): MergedCellReader {
  let topRows: ReadonlyMap<string, number> | null = null;
  return (reader, row) => {
    const { merged } = reader.column;
    const isThere = reader.index < (raw.rows[0]?.length ?? 0);
    if (merged === 'nothing' || raw.merges === undefined || !isThere) return null;
    topRows ??= topRowsOf(raw.merges());
    const firstRow = topRows.get(`${row},${reader.index + 1}`);
    if (firstRow === undefined) return null;
    if (merged === 'unknownShare') return flagged({ code: 'merged-number', firstRow });
    const cell = raw.rows[firstRow - 1]?.[reader.index] ?? '';
    return isBlank(cell) ? null : filledDown(reader, cell, firstRow);
  };
}

function filledDown<Value>(reader: CellReader<Value>, cell: RawCell, firstRow: number): Parsed<Value> {
  const parsed = reader.read(cell);
  if (!parsed.ok) return parsed;
  const notice: CellProblem = {
    code: 'merged-label',
    found: reader.shown?.(cell) ?? shownText(cell).trim(),
    firstRow,
  };
  return accepted(parsed.value, notice);
}

/** The first row of the merged block, by each further cell that it covers downwards. */
function topRowsOf(merges: ReturnType<NonNullable<RawTab['merges']>>): ReadonlyMap<string, number> {
  const topRows = new Map<string, number>();
  for (const { row, column, rows } of merges) {
    for (let below = row + 1; below < row + rows; below += 1) topRows.set(`${below},${column}`, row);
  }
  return topRows;
}
