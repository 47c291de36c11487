/** Compares content and style of the cells in two states of a sheet. */
import type { CellContent, SheetState } from '../../workbook/document.ts';
import { styleKey } from '../styles/style-key.ts';
import { placeOf } from './references.ts';

type Cells = Pick<SheetState, 'values' | 'formulas' | 'styles'>;

/** Last used row and column of a sheet, including styled blank cells. */
export function reachOf({ values, formulas, styles }: Cells) {
  let rows = Math.max(values.length, styles.length);
  let columns = 0;
  for (const grid of [values, styles]) {
    for (const line of grid) columns = Math.max(columns, line?.length ?? 0);
  }
  for (const key of formulas.keys()) {
    const [row, column] = placeOf(key);
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  return { rows, columns };
}

/** The content of a cell; null: blank or outside the grid. */
export function contentAt(cells: Cells, row: number, column: number): CellContent {
  return cells.values[row - 1]?.[column - 1] ?? null;
}

/** Whether a cell has the same content, formula and style in both. */
export function isSameCell(before: Cells, after: Cells, row: number, column: number): boolean {
  return (
    isSameContent(contentAt(before, row, column), contentAt(after, row, column)) &&
    isSameFormula(before, after, row, column) &&
    isSameStyle(before, after, row, column)
  );
}

/** An empty text counts as a blank cell. */
function isSameContent(before: CellContent, after: CellContent): boolean {
  if (typeof before === 'object' && typeof after === 'object') return before?.error === after?.error;
  return before === after || ((before ?? '') === '' && (after ?? '') === '');
}

function isSameFormula(before: Cells, after: Cells, row: number, column: number): boolean {
  if (before.formulas.size === 0 && after.formulas.size === 0) return true;
  const key = `${row},${column}`;
  return before.formulas.get(key) === after.formulas.get(key);
}

function isSameStyle(before: Cells, after: Cells, row: number, column: number): boolean {
  const first = before.styles[row - 1]?.[column - 1];
  const second = after.styles[row - 1]?.[column - 1];
  return first === second || styleKey(first) === styleKey(second);
}

/**
 * Last used column of a row, including styled blanks but not formulas. A stray cell lengthens only its own
 * row.
 */
export function reachOfRow({ values, styles }: Pick<Cells, 'values' | 'styles'>, row: number): number {
  return Math.max(values[row - 1]?.length ?? 0, styles[row - 1]?.length ?? 0);
}

/** Whether all cells are the same in both. */
export function hasSameCells(before: Cells, after: Cells): boolean {
  if (before.formulas.size !== after.formulas.size) return false;
  for (const [key, formula] of before.formulas) if (after.formulas.get(key) !== formula) return false;
  const rows = Math.max(reachOf(before).rows, reachOf(after).rows);
  for (let row = 1; row <= rows; row++) {
    const columns = Math.max(reachOfRow(before, row), reachOfRow(after, row));
    for (let column = 1; column <= columns; column++) {
      if (!isSameCell(before, after, row, column)) return false;
    }
  }
  return true;
}
