/** Cells and tabs as the spreadsheet gives them, before anything in them is interpreted. */
import { type IsoDate, monthOf, type Period, yearOf } from '../domain/date.ts';
import type { InputTab } from '../domain/tabs.ts';
import { textKey } from './text-key.ts';

/** A cell that holds a real date, already read in the spreadsheet's time zone. */
export interface DateCell {
  readonly date: IsoDate;
}

/** A cell as the spreadsheet gives it. `''` is blank, which is neither 0 nor false. */
export type RawCell = string | number | boolean | DateCell;

/** A tab as the spreadsheet gives it: every row from the first, all of the same width. */
export interface RawTab {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** Merged cells. A function because it costs a call: asked for only where blank cells make it matter. */
  readonly merges?: () => readonly MergedCells[];
  /**
   * Number format of each cell. A function because it costs a call: asked for only to tell 88 % from 0.88.
   */
  readonly formats?: () => readonly (readonly string[])[];
  /** True when rows are hidden by hand or by a filter. Hidden rows are read like any others. */
  readonly hidesRows?: boolean;
  /**
   * Indexes of the rows to read, ascending: titles, headings and the rows of one pledge. Absent: every row is
   * read. `rows` always holds all rows, so an index plus 1 is the row number in the sheet.
   */
  readonly own?: readonly number[];
  /** All rows, where `rows` has those of other pledges blank. A mark such as 〃 repeats the row above it. */
  readonly whole?: RawTab['rows'];
}

/** The input tabs found in a book, by their names in the domain. */
export type RawTabs = Readonly<Partial<Record<InputTab, RawTab>>>;

/** Indexes of the rows to read, starting at `from`. */
export function indexesFrom({ rows, own }: RawTab, from: number): readonly number[] {
  if (own !== undefined) return own.filter((index) => index >= from);
  const indexes: number[] = [];
  for (let index = from; index < rows.length; index += 1) indexes.push(index);
  return indexes;
}

/** The rows to read, starting at index `from`. */
export function rowsFrom(raw: RawTab, from: number): RawTab['rows'] {
  if (raw.own === undefined) return from === 0 ? raw.rows : raw.rows.slice(from);
  return indexesFrom(raw, from).map((index) => raw.rows[index] ?? []);
}

/** The rows to read above an index: the titles of a table. */
export function rowsAbove({ rows, own }: RawTab, index: number): RawTab['rows'] {
  if (own === undefined) return rows.slice(0, index);
  return own.filter((at) => at < index).map((at) => rows[at] ?? []);
}

/** Maps each row to read through `rowOf`; all other rows stay as they are. */
export function withRows(
  raw: RawTab,
  rowOf: (row: readonly RawCell[], index: number) => readonly RawCell[],
): RawTab {
  let rows: (readonly RawCell[])[] | null = null;
  for (const index of indexesFrom(raw, 0)) {
    const row = raw.rows[index] ?? [];
    const read = rowOf(row, index);
    if (read === row) continue;
    // Copied only when a row changes: a tab may be long, and most need no change.
    rows ??= [...raw.rows];
    rows[index] = read;
  }
  return rows === null ? raw : { ...raw, rows };
}

/** A merged block. Its text is in its first row; its other rows look blank. Rows and columns count from 1. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function isDateCell(cell: RawCell): cell is DateCell {
  return typeof cell === 'object';
}

/** True if a cell is empty or holds only spaces. Zero and FALSE are not blank. */
export function isBlank(cell: RawCell): boolean {
  if (typeof cell !== 'string') return false;
  return cell === '' || (!beginsWithLetter(cell) && textKey(cell) === '');
}

/**
 * Shortcut for {@link isBlank}: nearly every text begins with Hangul, a digit or a Latin letter, and no such
 * text is blank. Codes are compared because this runs for every cell of every tab.
 */
function beginsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return (
    (code >= 0xac00 && code <= 0xd7a3) || // 가 to 힣
    (code >= 0x30 && code <= 0x39) || // 0 to 9
    (code >= 0x41 && code <= 0x5a) || // A to Z
    (code >= 0x61 && code <= 0x7a) // a to z
  );
}

/** The cell's text for messages; a date looks like `2024. 3. 5.` */
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
