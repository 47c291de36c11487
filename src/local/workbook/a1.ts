/** A1 notation of cells and ranges. */
import type { Rectangle } from './rectangle.ts';

/** Parsed A1 notation. An end that is null extends to the edge of the grid, as in `A:C`, `2:5` and `A2:C`. */
export interface A1Reference {
  /** Name of the sheet without quotes; null if the notation names none. */
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly endRow: number | null;
  readonly endColumn: number | null;
}

/** Which ends of a range are open. An open end extends to the last row or column, however many there are. */
export interface OpenEnds {
  readonly rows: boolean;
  readonly columns: boolean;
}

export const CLOSED: OpenEnds = { rows: false, columns: false };

const SHEET_AND_CELLS = /^(?:(?:'((?:[^']|'')*)'|([^'!]+))!)?([^!]+)$/;
const CELL = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;
const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const LOOKS_LIKE_CELL = /^[A-Za-z]{1,3}\d+$/;

/** The letters of a column: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The number of a column: `A` is 1, `AA` is 27. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Parses A1 notation. Returns null for other text, which may be the name of a named range. */
export function parseA1(notation: string): A1Reference | null {
  const [, quoted, plain, cells] = SHEET_AND_CELLS.exec(notation.trim()) ?? [];
  if (cells === undefined) return null;
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
  const [first = '', last, ...more] = cells.split(':');
  const start = parseCorner(first);
  const end = last === undefined ? start : parseCorner(last);
  if (start === null || end === null || more.length > 0) return null;
  const isCell = start.row !== null && start.column !== null;
  if (last === undefined && !isCell) return null;
  // `A:3` means neither whole columns nor whole rows.
  if (!isCell && (start.row === null) !== (end.row === null)) return null;
  return {
    sheet,
    row: lower(start.row, end.row) ?? 1,
    column: lower(start.column, end.column) ?? 1,
    endRow: end.row === null ? null : Math.max(start.row ?? 1, end.row),
    endColumn: end.column === null ? null : Math.max(start.column ?? 1, end.column),
  };
}

/** The ends that a reference leaves open. */
export function openEndsOf({ endRow, endColumn }: A1Reference): OpenEnds {
  return { rows: endRow === null, columns: endColumn === null };
}

/** The rectangle that a reference covers on a grid of this size. */
export function rectangleOf(
  reference: A1Reference,
  grid: { readonly maxRows: number; readonly maxColumns: number },
): Rectangle {
  const { row, column } = reference;
  return {
    row,
    column,
    rows: (reference.endRow ?? grid.maxRows) - row + 1,
    columns: (reference.endColumn ?? grid.maxColumns) - column + 1,
  };
}

/**
 * The A1 notation of a rectangle: `B3` for one cell, `B3:C7` for more. With open ends `A:C`, `2:5` or `A2:C`;
 * an empty text for a whole sheet.
 */
export function formatA1(rectangle: Rectangle, open: OpenEnds = CLOSED): string {
  const { row, column, rows, columns } = rectangle;
  if (open.rows && open.columns && row === 1 && column === 1) return '';
  const startRow = open.rows && row === 1 ? '' : row;
  const startColumn = open.columns && column === 1 ? '' : columnLetters(column);
  const first = `${startColumn}${startRow}`;
  if (rows === 1 && columns === 1 && !open.rows && !open.columns) return first;
  const endRow = open.rows ? '' : row + rows - 1;
  const endColumn = open.columns ? '' : columnLetters(column + columns - 1);
  return `${first}:${endColumn}${endRow}`;
}

/**
 * The sheet name for use before `!`. It is quoted unless it is a plain word that does not look like a cell.
 */
export function quoteSheetName(name: string): string {
  return PLAIN_SHEET_NAME.test(name) && !LOOKS_LIKE_CELL.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

function parseCorner(text: string): { row: number | null; column: number | null } | null {
  const match = CELL.exec(text);
  const [, letters, digits] = match ?? [];
  if (letters === undefined && digits === undefined) return null;
  return {
    row: digits === undefined ? null : Number(digits),
    column: letters === undefined ? null : columnNumber(letters),
  };
}

function lower(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
