/** Rows that have slipped by one cell: unreadable as they stand, and readable when they are moved. */
import type { Direction } from '../../../domain/findings/tab.ts';
import { isBlank, type RawCell } from '../../raw.ts';
import type { CellReader } from './cell-reader.ts';

/** At least so many cells must be there and fit for a move to mean anything. */
const LEAST_FITTING_CELLS = 2;

/**
 * The side to which a row that cannot be read has slipped: every required cell is there and reads well one cell to the left, or
 * one to the right, and every other cell that is there reads well too. null when moving does not help.
 * @param fixed the column of 공약번호, which is right already: the row has slipped past it. null: there is none.
 */
export function slippedTo(
  cells: readonly RawCell[],
  readers: readonly CellReader[],
  fixed: number | null = null,
): Direction | null {
  const fits = (move: number) =>
    fitsMoved(cells, readers, (index) => index + (index + move === fixed ? 2 : 1) * move);
  if (fits(-1)) return 'left';
  return fits(1) ? 'right' : null;
}

function fitsMoved(
  cells: readonly RawCell[],
  readers: readonly CellReader[],
  moved: (index: number) => number,
): boolean {
  let fitting = 0;
  for (const reader of readers) {
    const cell = cells[moved(reader.index)] ?? '';
    if (isBlank(cell)) {
      if (reader.column.blank === null) return false;
      continue;
    }
    if (!reader.read(cell).ok) return false;
    if (reader.column.required) fitting += 1;
  }
  return fitting >= LEAST_FITTING_CELLS;
}
