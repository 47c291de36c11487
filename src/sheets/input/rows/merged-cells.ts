/**
 * Merged cells. A merged label applies to every row that it covers, a merged number only to its first row.
 */
import type { CellProblem } from '../../../domain/findings/cell.ts';
import { accepted, flagged, type Parsed } from '../../cells/parsed.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { CellReader } from './cell-reader.ts';

/** Reads a blank cell that may be the lower part of a merged one; null if it is not. */
export type MergedCellReader = <Value>(reader: CellReader<Value>, row: number) => Parsed<Value> | null;

/** Returns a reader for a tab. It asks for the merges once, and only when a blank cell may be part of one. */
export function mergedCellReader(raw: RawTab): MergedCellReader {
  let topRows: ReadonlyMap<string, number> | null = null;
  return (reader, row) => {
    const { merged } = reader.column;
    const isThere = reader.index < (raw.rows[0]?.length ?? 0);
    if (merged === 'nothing' || raw.merges === undefined || !isThere) return null;
    topRows ??= topRowsOf(raw.merges());
    const firstRow = topRows.size === 0 ? undefined : topRows.get(`${row},${reader.index + 1}`);
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
  return accepted(parsed.value, [notice]);
}

/**
 * Maps each cell below the first of a merged block to the first row of the block. Keys are `row,column`, from
 * 1.
 */
function topRowsOf(merges: ReturnType<NonNullable<RawTab['merges']>>): ReadonlyMap<string, number> {
  const topRows = new Map<string, number>();
  for (const { row, column, rows } of merges) {
    for (let below = row + 1; below < row + rows; below += 1) topRows.set(`${below},${column}`, row);
  }
  return topRows;
}
