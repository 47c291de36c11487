/** Cells of a tab in A1 notation, as the platform returns and accepts them. */
import { cellAt, columnLetters } from '../../sheets/addresses.ts';
import type { GridArea } from '../../sheets/output/grid/charts-and-formats.ts';

/** `B2:D5` */
export function notationOf({ row, column, rows, columns }: GridArea): string {
  return `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** The cells of `B2:D5`, or of `B2` alone. */
export function areaIn(notation: string): GridArea {
  const [first = '', last = first] = notation.split(':');
  const [from, to] = [cellAt(first), cellAt(last)];
  if (from === null || to === null) throw new RangeError(`no cells: ${notation}`);
  const { row, column } = from;
  return { row, column, rows: to.row + 1 - row, columns: to.column + 1 - column };
}
