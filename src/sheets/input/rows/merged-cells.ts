/**
 * Merged cells. A merged label applies to every row that it covers, a merged number only to its first row.
 */
import type { CellProblem } from '../../../domain/findings/cell.ts';
import { accepted, flagged, type Parsed } from '../../cells/parsed.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { CellReader } from './cell-reader.ts';

/** Returns the first row of the merged block to which a blank cell belongs; null: to none that is read. */
export type TopRow = (reader: Pick<CellReader, 'index' | 'column'>, row: number) => number | null;

/** Finds the blocks of a tab. It asks for them once, and only when a blank cell may be part of one. */
export function topRowFinder(raw: RawTab): TopRow {
  let topRows: ReadonlyMap<string, number> | null = null;
  return ({ index, column }, row) => {
    const isThere = index < (raw.rows[0]?.length ?? 0);
    if (column.merged === 'nothing' || raw.merges === undefined || !isThere) return null;
    topRows ??= topRowsOf(raw.merges());
    return topRows.size === 0 ? null : (topRows.get(`${row},${index + 1}`) ?? null);
  };
}

/**
 * Reads a blank cell of a merged block.
 * @param cell the first cell of the block.
 * @param parsed what it says.
 * @returns null: it says nothing.
 */
export function readMerged<Value>(
  reader: CellReader<Value>,
  firstRow: number,
  cell: RawCell,
  parsed: Parsed<Value>,
): Parsed<Value> | null {
  if (reader.column.merged === 'unknownShare') return flagged({ code: 'merged-number', firstRow });
  if (isBlank(cell)) return null;
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
