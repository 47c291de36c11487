/** Cells of a tab in A1 notation, as the platform gives them and takes them. */
import { columnLetters } from '../../sheets/addresses.ts';
import type { Area } from '../../sheets/output/grid/appearance.ts';

/** `B2:D5` */
export function notationOf({ row, column, rows, columns }: Area): string {
  return `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}
