/** Converts between ranges in a file (`B2:B9`), rectangles, and cell keys of our model (`row,column`). */
import { columnLetters, formatA1, parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';

/** Excel's largest grid. */
export const LARGEST_GRID = { maxRows: 1_048_576, maxColumns: 16_384 } as const;

/** `B2:B9` as a rectangle. `A:A` reaches to Excel's last row. null: not a range. */
export function rectangleIn(ref = ''): Rectangle | null {
  const reference = parseA1(ref);
  return reference && rectangleOf(reference, LARGEST_GRID);
}

/** The rectangles of a list of ranges such as `A1:B2 D4`. */
export function rectanglesIn(sqref = ''): Rectangle[] {
  return sqref.split(/\s+/).flatMap((ref) => rectangleIn(ref) ?? []);
}

/** An absolute reference: `$B$2:$B$9`. */
export function absoluteA1(range: Rectangle): string {
  return withDollars(formatA1(range));
}

/** `B2:B9` → `$B$2:$B$9`. */
export function withDollars(cells: string): string {
  return cells.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** A quoted sheet name. Quotes are allowed around every name. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `AB3` → `3,28`. For a range: its first cell. null: not a cell. */
export function keyOfCell(ref = ''): string | null {
  const cell = parseA1(ref);
  return cell && `${cell.row},${cell.column}`;
}

/** `3,28` → `AB3`. */
export function cellName(key: string): string {
  const [row, column] = placeOf(key);
  return columnLetters(column) + row;
}

/** `3,28` → row 3, column 28. */
export function placeOf(key: string): readonly [row: number, column: number] {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return [row, column];
}

/** Groups cells into few rectangles: runs within a column, then adjacent columns with the same run. */
export function rectanglesOf(keys: readonly string[]): readonly Rectangle[] {
  const places = keys
    .map(placeOf)
    .sort(([row, column], [otherRow, other]) => column - other || row - otherRow);
  const runs: { row: number; column: number; rows: number }[] = [];
  for (const [row, column] of places) {
    const last = runs.at(-1);
    if (last?.column === column && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, column, rows: 1 });
  }
  const areas: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const run of runs) {
    const left = areas.find(
      ({ row, column, rows, columns }) =>
        column + columns === run.column && row === run.row && rows === run.rows,
    );
    if (left === undefined) areas.push({ ...run, columns: 1 });
    else left.columns += 1;
  }
  return areas;
}
