/** The columns of a log tab, found by their headings, since people insert, move and delete columns. */
import type { LogLayout, LogRow } from '../../app/ports.ts';
import { isDateCell, type RawCell } from '../../sheets/raw.ts';

type Rows = readonly (readonly RawCell[])[];

/** Number of top rows in which headings are looked for. */
const HEADING_ROWS = 10;

export interface LogColumns {
  /** The row of the headings, from 1; null: they are gone. */
  readonly headingRow: number | null;
  /** Position of each column of the layout, from 1. */
  readonly places: readonly number[];
  /** Columns whose headings are missing, as indexes of the layout. */
  readonly missing: readonly number[];
}

/**
 * Finds the columns of a layout. One without its heading is where it would be in a new tab, unless
 * something else is there now.
 */
export function columnsIn(rows: Rows, { columns }: LogLayout): LogColumns {
  const names = columns.map(({ heading }) => heading);
  const found = rows
    .slice(0, HEADING_ROWS)
    .findIndex((row) => 2 * names.filter((name) => row.includes(name)).length > names.length);
  const headings = rows[found] ?? [];
  let free = Math.max(headings.length, names.length) + 1;
  const missing: number[] = [];
  const places = names.map((name, index) => {
    const place = headings.indexOf(name);
    if (place >= 0) return place + 1;
    missing.push(index);
    const there = headings[index] ?? '';
    if (there === '' || typeof there === 'number') return index + 1;
    free += 1;
    return free - 1;
  });
  return { headingRow: found < 0 ? null : found + 1, places, missing };
}

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
