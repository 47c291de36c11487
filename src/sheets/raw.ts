/** Cells and tabs as the spreadsheet gives them, before anything in them is understood. */
import { type IsoDate, monthOf, type Period, yearOf } from '../domain/date.ts';
import type { InputTab } from '../domain/tabs.ts';
import { textKey } from './text-key.ts';

/** A cell that holds a real date, already read in the spreadsheet's time zone. */
export interface DateCell {
  readonly date: IsoDate;
}

/** A cell as the spreadsheet gives it. `''` is blank, which is neither 0 nor false. */
export type RawCell = string | number | boolean | DateCell;

/** A tab as it stands: every row from the first, all of one width. */
export interface RawTab {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** Merged cells, asked for only where blank cells make it matter: it costs a call. */
  readonly merges?: () => readonly MergedCells[];
  /** The number format of each cell, asked for only where it tells 88 % from 0.88: it costs a call. */
  readonly formats?: () => readonly (readonly string[])[];
  /** True when rows are hidden, by hand or by a filter; they are read all the same. */
  readonly hidesRows?: boolean;
  /**
   * Indexes of the rows that are read, ascending: titles, headings and the rows of one pledge. Absent: every row is read. All rows stay in
   * `rows`, so that an index is always the row of the sheet less one.
   */
  readonly own?: readonly number[];
}

/** The input tabs of a book that were found, by the names that the rules have for them. */
export type RawTabs = Readonly<Partial<Record<InputTab, RawTab>>>;

/** The indexes of the rows that are read, from one on. */
export function indexesFrom({ rows, own }: RawTab, from: number): readonly number[] {
  if (own !== undefined) return own.filter((index) => index >= from);
  return Array.from({ length: Math.max(0, rows.length - from) }, (_, index) => from + index);
}

/** The rows that are read, from an index on. */
export function rowsFrom(raw: RawTab, from: number): RawTab['rows'] {
  if (raw.own === undefined) return from === 0 ? raw.rows : raw.rows.slice(from);
  return indexesFrom(raw, from).map((index) => raw.rows[index] ?? []);
}

/** The tab with each row that is read as something else; the others stay as they are. */
export function withRows(
  raw: RawTab,
  rowOf: (row: readonly RawCell[], index: number) => readonly RawCell[],
): RawTab {
  if (raw.own === undefined) return { ...raw, rows: raw.rows.map(rowOf) };
  let rows: (readonly RawCell[])[] | null = null;
  for (const index of raw.own) {
    const row = raw.rows[index] ?? [];
    const read = rowOf(row, index);
    if (read === row) continue;
    // Those of all pledges are many, and most tabs need none of them changed.
    rows ??= [...raw.rows];
    rows[index] = read;
  }
  return rows === null ? raw : { ...raw, rows };
}

/** A merged block: its text stands in its first row, its other rows look blank. Rows and columns count from 1. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function isDateCell(cell: RawCell): cell is DateCell {
  return typeof cell === 'object';
}

/** Tells whether a cell is blank: it holds nothing, or nothing but spaces. Zero and FALSE are not blank. */
export function isBlank(cell: RawCell): boolean {
  return cell === '' || (typeof cell === 'string' && !BEGINS_WITH_LETTER.test(cell) && textKey(cell) === '');
}

/** Nearly every text begins so. Whatever follows, its key is not empty, so the key need not be computed. */
const BEGINS_WITH_LETTER = /^[가-힣0-9]/;

/** What a person sees in the cell, for messages: a date as `2024. 3. 5.`. */
export function shownText(cell: RawCell): string {
  if (isDateCell(cell)) return shownDate(cell.date);
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

/** A date in the usual Korean form: `2024. 3. 5.` */
export function shownDate(date: IsoDate): string {
  return `${Number(date.slice(0, 4))}. ${Number(date.slice(5, 7))}. ${Number(date.slice(8, 10))}.`;
}

/** A period as precisely as it is known: `2024. 3. 5.`, `2024. 3월` or `2024년`. */
export function shownPeriod({ first, precision }: Period): string {
  if (precision === 'day') return shownDate(first);
  return precision === 'month' ? `${yearOf(first)}. ${monthOf(first)}월` : `${yearOf(first)}년`;
}
