/** Rows of the official sheet: its tables of different widths stand on one set of narrow columns, by cells that cover several. */
import { type GridCell, type GridRow, type Role, textCell } from '../grid/grid.ts';

/** A cell with the number of columns, and of rows, that it covers. */
export interface WideCell {
  readonly cell: GridCell;
  readonly columns: number;
  readonly rows?: number;
}

export function wide(cell: GridCell, columns: number, rows = 1): WideCell {
  return { cell, columns, rows };
}

/** A cell whose next rows are blank boxes that belong to it. Unlike one that covers them, it costs no merging of rows. */
export function stacked(cell: GridCell, columns: number, rows: number): WideCell {
  return wide(rows > 1 ? { ...cell, stack: rows } : cell, columns);
}

/** A cell that lies under one from the row above. */
export function under(role: Role, columns: number): WideCell {
  return { cell: covered(role), columns, rows: 0 };
}

/** The cells of a row, each followed by as many as it covers. */
export function spreadRow(...cells: readonly WideCell[]): GridRow {
  return cells.flatMap(({ cell, columns, rows = 1 }) => {
    const first = columns * rows > 1 ? { ...cell, span: { columns, rows } } : cell;
    return [first, ...Array.from({ length: columns - 1 }, () => covered(cell.role))];
  });
}

/** A number of columns divided among cells as evenly as whole columns allow: 20 among 7 is 3, 3, 3, 3, 3, 3, 2. */
export function sharesOf(columns: number, cells: number): readonly number[] {
  const least = Math.floor(columns / cells);
  const over = columns - least * cells;
  return Array.from({ length: cells }, (_, cell) => (cell < over ? least + 1 : least));
}

/** It looks like the cell that covers it, so that borders and colours go through. */
function covered(role: Role): GridCell {
  return textCell('', role);
}
