/** Ranges of cells as the elements of a workbook write them, and cells as the models name them: by `row,column`. */
import { columnLetters, formatA1, parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';

/** What Excel has. */
export const LARGEST_GRID = { maxRows: 1_048_576, maxColumns: 16_384 } as const;

/** `B2:B9` as a rectangle; `A:A` reaches down to the last row there is. `null` for what is no range. */
export function rectangleIn(ref = ''): Rectangle | null {
  const reference = parseA1(ref);
  return reference && rectangleOf(reference, LARGEST_GRID);
}

/** The rectangles of a list of ranges: `A1:B2 D4`. */
export function rectanglesIn(sqref = ''): Rectangle[] {
  return sqref.split(/\s+/).flatMap((ref) => rectangleIn(ref) ?? []);
}

/** `$B$2:$B$9`: a range that does not move on with the cell that names it. */
export function absoluteA1(range: Rectangle): string {
  return withDollars(formatA1(range));
}

/** `B2:B9` → `$B$2:$B$9`. */
export function withDollars(cells: string): string {
  return cells.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** The name of a sheet in quotation marks, which every name may have. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `AB3` → `3,28`; `null` for what is no cell. Of a range it is the first one. */
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

/** Cells as few rectangles: runs in a column, and then columns side by side with the same run. */
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
