/**
 * Rows of the official sheet. Its tables share one set of narrow columns, so a cell covers several of these.
 */
import { type GridCell, type GridRow, type Role, textCell } from '../grid/grid.ts';

/** A cell, and the number of columns and rows that it covers. */
export interface WideCell {
  readonly cell: GridCell;
  readonly columns: number;
  readonly rows?: number;
}

export function wide(cell: GridCell, columns: number, rows = 1): WideCell {
  return { cell, columns, rows };
}

/** A cell whose box continues over blank boxes in the next rows. Unlike a merged one, it costs no call. */
export function boxOverRows(cell: GridCell, columns: number, rows: number): WideCell {
  return wide(rows > 1 ? { ...cell, stack: rows } : cell, columns);
}

/** The part of a merged cell that lies in a row below its first. */
export function coveredBelow(role: Role, columns: number): WideCell {
  return { cell: covered(role), columns, rows: 0 };
}

/** The cells of a row, each followed by blank ones for the other columns it covers. */
export function spreadRow(...cells: readonly WideCell[]): GridRow {
  return cells.flatMap(({ cell, columns, rows = 1 }) => {
    const first = columns * rows > 1 ? { ...cell, span: { columns, rows } } : cell;
    return [first, ...Array.from({ length: columns - 1 }, () => covered(cell.role))];
  });
}

/** Divides columns among cells as evenly as possible: 20 among 7 are 3, 3, 3, 3, 3, 3, 2. */
export function sharesOf(columns: number, cells: number): readonly number[] {
  const least = Math.floor(columns / cells);
  const over = columns - least * cells;
  return Array.from({ length: cells }, (_, cell) => (cell < over ? least + 1 : least));
}

/** A blank cell with the role of the cell that covers it, so that borders and colours continue. */
function covered(role: Role): GridCell {
  return textCell('', role);
}
