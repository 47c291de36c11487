import type { CellContent, SheetState } from '../../workbook/document.ts';
import { styleKey } from '../styles/style-key.ts';

export type Cells = Pick<SheetState, 'values' | 'formulas' | 'styles'>;

/** How far the cells of a sheet reach, styled blanks included. */
export function reachOf({ values, formulas, styles }: Cells): {
  readonly rows: number;
  readonly columns: number;
} {
  let rows = Math.max(values.length, styles.length);
  let columns = 0;
  for (const grid of [values, styles]) {
    for (const line of grid) columns = Math.max(columns, line?.length ?? 0);
  }
  for (const key of formulas.keys()) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  return { rows, columns };
}

/** Whether a cell holds the same and looks the same in both. */
export function isSameCell(before: Cells, after: Cells, row: number, column: number): boolean {
  return (
    isSameContent(contentAt(before, row, column), contentAt(after, row, column)) &&
    isSameFormula(before, after, row, column) &&
    isSameStyle(before, after, row, column)
  );
}

/** The content of a cell; a text without characters is a blank cell. */
export function contentAt(cells: Cells, row: number, column: number): CellContent {
  return cells.values[row - 1]?.[column - 1] ?? null;
}

function isSameContent(before: CellContent, after: CellContent): boolean {
  if (typeof before === 'object' && typeof after === 'object') return before?.error === after?.error;
  return before === after || (isBlank(before) && isBlank(after));
}

function isBlank(content: CellContent): boolean {
  return content === null || content === '';
}

function isSameFormula(before: Cells, after: Cells, row: number, column: number): boolean {
  const hasNone = before.formulas.size === 0 && after.formulas.size === 0;
  const key = hasNone ? '' : `${row},${column}`;
  return hasNone || before.formulas.get(key) === after.formulas.get(key);
}

function isSameStyle(before: Cells, after: Cells, row: number, column: number): boolean {
  const first = before.styles[row - 1]?.[column - 1];
  const second = after.styles[row - 1]?.[column - 1];
  return first === second || styleKey(first) === styleKey(second);
}

/** Whether all cells of two sheets are the same. */
export function hasSameCells(before: Cells, after: Cells): boolean {
  const first = reachOf(before);
  const second = reachOf(after);
  const columns = Math.max(first.columns, second.columns);
  for (let row = 1; row <= Math.max(first.rows, second.rows); row++) {
    for (let column = 1; column <= columns; column++) {
      if (!isSameCell(before, after, row, column)) return false;
    }
  }
  return true;
}

/** Whether two maps hold the same. */
export function isSameMap<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): boolean {
  return before.size === after.size && [...before].every(([key, value]) => after.get(key) === value);
}

export function isSameSet<T>(before: ReadonlySet<T>, after: ReadonlySet<T>): boolean {
  return before.size === after.size && [...before].every((value) => after.has(value));
}
