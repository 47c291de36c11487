import type { Rectangle } from '../host/document.ts';

/** `28` → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AB` → `28`. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column;
}

/** `3, 28` → `AB3`. */
export function cellName(row: number, column: number): string {
  return columnName(column) + row;
}

/** Row and column of `AB3` or `$AB$3`; nothing for anything else. */
export function cellPosition(name: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(name);
  if (match === null) {
    return undefined;
  }
  return { row: Number(match[2]), column: columnNumber(match[1] ?? '') };
}

/** The rectangle of `B2:D5`, or of one cell. */
export function rangeRectangle(range: string): Rectangle | undefined {
  const [first = '', last = first] = range.split(':');
  const from = cellPosition(first);
  const to = cellPosition(last);
  if (from === undefined || to === undefined) {
    return undefined;
  }
  return {
    row: Math.min(from.row, to.row),
    column: Math.min(from.column, to.column),
    rows: Math.abs(to.row - from.row) + 1,
    columns: Math.abs(to.column - from.column) + 1,
  };
}

/** `B2:D5`, or `B2` for one cell. */
export function rangeName({ row, column, rows, columns }: Rectangle): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}
