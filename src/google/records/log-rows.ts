/** The rows of a log tab, whose columns may stand anywhere and in any order. */
import type { LogRow } from '../../app/ports.ts';
import type { LogColumns } from '../../app/records/log-columns.ts';
import { isDateCell, type RawCell } from '../../sheets/raw.ts';

type Rows = readonly (readonly RawCell[])[];

/** Runs of adjacent columns of the layout: the position of the first, and their indexes. */
export function adjacentRuns(
  places: readonly number[],
): readonly { readonly place: number; readonly indexes: readonly number[] }[] {
  const runs: { place: number; indexes: number[] }[] = [];
  places.forEach((place, index) => {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.place + run.indexes.length === place) run.indexes.push(index);
    else runs.push({ place, indexes: [index] });
  });
  return runs;
}

/** The number of the last row that holds anything in these columns; 0: none does. */
export function heightOf(rows: Rows, places: readonly number[]): number {
  let height = rows.length;
  while (height > 0 && places.every((place) => (rows[height - 1]?.[place - 1] ?? '') === '')) height -= 1;
  return height;
}

/** Whether a row of the tab holds the same as `cells` in its first `count` columns. */
export function isRow(
  row: readonly RawCell[] | undefined,
  { places }: LogColumns,
  cells: LogRow,
  count: number,
): boolean {
  return cells.slice(0, count).every((cell, index) => saysSame(row?.[(places[index] ?? 0) - 1] ?? '', cell));
}

/** Whether a cell holds what was written. Where somebody cleared the formats, a time has become a date. */
function saysSame(cell: RawCell, written: string | number): boolean {
  return isDateCell(cell) ? String(written).startsWith(cell.date) : String(cell) === String(written);
}
