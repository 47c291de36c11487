/** Rows shifted by one cell: unreadable as they are, readable when moved back. */
import type { Direction } from '../../../domain/findings/tab.ts';
import { isBlank, type RawCell } from '../../raw.ts';
import type { CellReader } from './cell-reader.ts';

/** Number of required cells that must fit. With fewer, a shift proves nothing. */
const LEAST_FITTING_CELLS = 2;

/**
 * Returns the direction in which an unreadable row has shifted; null if moving it back does not help. It
 * helps if every required cell is present and readable one cell away, and every other filled cell is readable
 * too.
 * @param fixed index of the 공약번호 column, which has not shifted: the other cells have moved past it. null:
 * there is none.
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
