/**
 * Tabs that we append to and read back. In between, somebody may have sorted them, moved columns or typed
 * into them, and Sheets may return a month as a date. What can be read is read; the other rows are reported
 * as unreadable.
 */
import {
  type IsoDate,
  isoDateFrom,
  lastDayOfMonth,
  monthTextOf,
  type Period,
  periodFrom,
} from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { RecordTab } from '../../../domain/tabs.ts';
import { isBlank, isDateCell, type RawCell, type RawTab } from '../../raw.ts';
import { ROOM_FOR_TEXT, TEXT_FORMAT } from '../grid/grid.ts';

/** A table to append. Text stays text, numbers stay numbers. */
export interface AppendedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Number formats of the columns. */
  readonly formats: readonly string[];
  /** In pixels. */
  readonly columnWidths: readonly number[];
}

export interface OwnColumn {
  readonly heading: string;
  /** In pixels. */
  readonly width: number;
  /** Number format of the cells; without it they are stored as text. */
  readonly format?: string;
}

export const COUNT_COLUMN = countColumn(0);
/** Number format with this many decimal places, and some space before the text of the next column. */
export function countColumn(digits: number): string {
  return `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}${ROOM_FOR_TEXT}`;
}

/** Shows all decimal places of a number that was already cut off or rounded. */
export const PERCENT_COLUMN = 'General';

export function appendedTable<Key extends string>(
  columns: Readonly<Record<Key, OwnColumn>>,
  rows: readonly Readonly<Record<Key, string | number>>[],
  without: readonly Key[] = [],
): AppendedTable {
  // A cast, because `Object.keys` returns plain strings.
  const keys = (Object.keys(columns) as Key[]).filter((key) => !without.includes(key));
  return {
    headings: keys.map((key) => columns[key].heading),
    rows: rows.map((row) => keys.map((key) => row[key])),
    formats: keys.map((key) => columns[key].format ?? TEXT_FORMAT),
    columnWidths: keys.map((key) => columns[key].width),
  };
}

/** The cells of one row, by column. A cell that is asked for and cannot be read makes the row unreadable. */
export interface OwnCells<Key extends string> {
  text(key: Key): string;
  /** null: blank or unreadable; so for all of the following. */
  number(key: Key): number | null;
  day(key: Key): IsoDate | null;
  month(key: Key): string | null;
  period(key: Key): Period | null;
  /** The value that a text stands for; null: blank or unreadable. */
  choice<Value>(key: Key, values: ReadonlyMap<string, Value>): Value | null;
  isUnreadable(): boolean;
}

/** The contents of such a tab. */
export interface OwnTable {
  /** Every row below the headings that is not blank. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly RawCell[] }[];
  /** True if the table has a column with this heading. */
  has(heading: string): boolean;
  /** Reads rows by columns. A column whose heading is missing reads as blank. */
  reader<Key extends string>(
    columns: Readonly<Record<Key, OwnColumn>>,
  ): (cells: readonly RawCell[]) => OwnCells<Key>;
}

/**
 * Finds the headings in any order, also below rows that somebody inserted. Where some are missing, the row
 * with the largest share of them counts, if that is over half.
 * @param layouts the headings that each layout needs; those of one layout are enough.
 */
export function ownTable({ rows }: RawTab, layouts: readonly (readonly OwnColumn[])[]): OwnTable {
  const shareGone = (row: readonly RawCell[]) =>
    Math.min(
      ...layouts.map(
        (needed) => needed.filter(({ heading }) => !row.includes(heading)).length / needed.length,
      ),
    );
  const gone = rows.slice(0, HEADING_ROWS).map(shareGone);
  const least = Math.min(...gone);
  const headingRow = least < 0.5 ? gone.indexOf(least) : -1;
  const headings = rows[headingRow] ?? [];
  return {
    has: (heading) => headings.includes(heading),
    rows: rows.flatMap((cells, index) =>
      index <= headingRow || cells.every(isBlank) ? [] : [{ row: index + 1, cells }],
    ),
    reader: <Key extends string>(read: Readonly<Record<Key, OwnColumn>>) => {
      // A cast, because `Object.keys` returns plain strings.
      const places = new Map(
        (Object.keys(read) as Key[]).map((key) => [key, headings.indexOf(read[key].heading)]),
      );
      return (cells) => ownCells(cells, places);
    },
  };
}

/** Headings are looked for in this many first rows, because people insert rows above them. */
export const HEADING_ROWS = 10;

export function damaged(
  tab: RecordTab,
  row: number | null,
  damage: 'unreadable' | 'altered' | 'doubled' | 'rows-differ',
  rows: number,
  month: string | null,
): Finding {
  return { problem: { code: 'damaged-record', damage, rows, month }, place: { tab, row, field: null } };
}

function ownCells<Key extends string>(
  cells: readonly RawCell[],
  places: ReadonlyMap<Key, number>,
): OwnCells<Key> {
  let unreadable = false;
  const textOf = (key: Key) => plainCell(cells[places.get(key) ?? -1] ?? '');
  const unlessBlank = <Value>(key: Key, read: (text: string) => Value | null): Value | null => {
    const text = textOf(key);
    const value = read(text);
    if (text !== '' && value === null) unreadable = true;
    return value;
  };
  return {
    text: textOf,
    number: (key) => unlessBlank(key, numberFrom),
    day: (key) => unlessBlank(key, isoDateFrom),
    month: (key) => unlessBlank(key, monthFrom),
    period: (key) => unlessBlank(key, periodFrom),
    choice: (key, values) => unlessBlank(key, (text) => values.get(text) ?? null),
    isUnreadable: () => unreadable,
  };
}

/** The text that we wrote. If Sheets made a date of it, the date in our form. */
function plainCell(cell: RawCell): string {
  return (isDateCell(cell) ? cell.date : String(cell)).trim();
}

function numberFrom(text: string): number | null {
  const plain = text.replace(/,/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** `2024-03`, also where Sheets made the first of March of it. */
function monthFrom(text: string): string | null {
  const day = isoDateFrom(text);
  if (day !== null) return monthTextOf(day);
  return lastDayOfMonth(text) === null ? null : text;
}
