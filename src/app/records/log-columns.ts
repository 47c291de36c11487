/** The columns of a log tab, found by their headings, since people insert, move and delete columns. */
import { HEADING_ROWS } from '../../sheets/output/records/own-table.ts';
import type { RawTab } from '../../sheets/raw.ts';
import type { LogLayout } from '../ports.ts';

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
export function columnsIn(rows: RawTab['rows'], { columns }: Pick<LogLayout, 'columns'>): LogColumns {
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
