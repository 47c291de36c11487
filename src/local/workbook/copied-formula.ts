import { columnLetters, columnNumber } from './a1.ts';

/** A text, the name of a sheet, a function or a longer word (nothing of which is a reference), or a corner such as `$B3`, `B` or `3`. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*[(!]|[\p{L}\p{N}_.$]+(?::[\p{L}\p{N}_.$]+)?/gu;
const CORNER = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([1-9]\d*))?$/;

/**
 * A formula as it reads in a cell that many rows below and columns beside the one that it was written for: what has no dollar goes
 * along. `=SUM(A1:$B1)` a row below is `=SUM(A2:$B2)`.
 */
export function copiedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(PIECES, (piece) => {
    const corners = piece.split(':');
    const isRange = corners.length === 2;
    const copied = corners.map((corner) => copiedCorner(corner, rows, columns, isRange));
    return copied.every((corner) => corner !== null) ? copied.join(':') : piece;
  });
}

/** `null` for what is no corner: a whole column or row is one in a range only. */
function copiedCorner(text: string, rows: number, columns: number, isRange: boolean): string | null {
  const match = CORNER.exec(text);
  const [, columnDollar = '', letters, rowDollar = '', digits] = match ?? [];
  if (match === null || (!isRange && (letters === undefined || digits === undefined))) return null;
  const column =
    letters === undefined || columnDollar === '$'
      ? (letters ?? '')
      : columnLetters(columnNumber(letters) + columns);
  const row = digits === undefined || rowDollar === '$' ? (digits ?? '') : Number(digits) + rows;
  return `${columnDollar}${column}${rowDollar}${row}`;
}
