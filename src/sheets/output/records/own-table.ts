/**
 * The tabs that we append to and read again. Between the two a person may have sorted them, moved columns, or typed into
 * them, and Sheets may give a month back as a date: what can be told is read, and the rest is a row that cannot be read.
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

/** What is appended, in the cells that it takes: text stays text, numbers stay numbers. */
export interface AppendedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Number formats of the columns. */
  readonly formats: readonly string[];
  /** Pixels. */
  readonly columnWidths: readonly number[];
}

/** One column. */
export interface OwnColumn {
  readonly heading: string;
  /** Pixels. */
  readonly width: number;
  /** Of its cells where they are numbers; without it they are text, and stay text. */
  readonly format?: string;
}

export const COUNT_COLUMN = countColumn(0);
/** Numbers with so many digits after the point, and some room before the text in the next column. */
export function countColumn(digits: number): string {
  return `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}${ROOM_FOR_TEXT}`;
}

/** As many digits as the number has: it was cut or rounded before. */
export const PERCENT_COLUMN = 'General';

export function appendedTable<Key extends string>(
  columns: Readonly<Record<Key, OwnColumn>>,
  rows: readonly Readonly<Record<Key, string | number>>[],
  without: readonly Key[] = [],
): AppendedTable {
  // The keys of a record of columns are its columns.
  const keys = (Object.keys(columns) as Key[]).filter((key) => !without.includes(key));
  return {
    headings: keys.map((key) => columns[key].heading),
    rows: rows.map((row) => keys.map((key) => row[key])),
    formats: keys.map((key) => columns[key].format ?? TEXT_FORMAT),
    columnWidths: keys.map((key) => columns[key].width),
  };
}

/** The cells of one row by column. What is asked for and cannot be read spoils the row. */
export interface OwnCells<Key extends string> {
  text(key: Key): string;
  /** null: blank. */
  number(key: Key): number | null;
  day(key: Key): IsoDate | null;
  month(key: Key): string | null;
  period(key: Key): Period | null;
  /** What a text of ours stands for; null: blank. */
  choice<Value>(key: Key, values: ReadonlyMap<string, Value>): Value | null;
  isSpoilt(): boolean;
}

/** What stands in such a tab. */
export interface OwnTable {
  /** Every row that is not blank, without the headings. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly RawCell[] }[];
  /** Whether the table has a column of this heading. */
  has(heading: string): boolean;
  /** Reads rows by columns; one whose heading is not there is blank. */
  reader<Key extends string>(
    columns: Readonly<Record<Key, OwnColumn>>,
  ): (cells: readonly RawCell[]) => OwnCells<Key>;
}

/**
 * Finds the headings in any order, below rows that somebody has put above them. Where some are gone, most of them tell which row it is.
 * @param layouts the headings that a tab of each layout needs: those of one of them are enough.
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
      // The keys of a record of columns are its columns.
      const places = new Map(
        (Object.keys(read) as Key[]).map((key) => [key, headings.indexOf(read[key].heading)]),
      );
      return (cells) => ownCells(cells, places);
    },
  };
}

const HEADING_ROWS = 10;

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
  let spoilt = false;
  const textOf = (key: Key) => plainCell(cells[places.get(key) ?? -1] ?? '');
  const unlessBlank = <Value>(key: Key, read: (text: string) => Value | null): Value | null => {
    const text = textOf(key);
    const value = read(text);
    if (text !== '' && value === null) spoilt = true;
    return value;
  };
  return {
    text: textOf,
    number: (key) => unlessBlank(key, numberFrom),
    day: (key) => unlessBlank(key, isoDateFrom),
    month: (key) => unlessBlank(key, monthFrom),
    period: (key) => unlessBlank(key, periodFrom),
    choice: (key, values) => unlessBlank(key, (text) => values.get(text) ?? null),
    isSpoilt: () => spoilt,
  };
}

/** A cell as we wrote it, as far as that can be told: a date that Sheets made of it is a day again. */
function plainCell(cell: RawCell): string {
  return (isDateCell(cell) ? cell.date : String(cell)).trim();
}

function numberFrom(text: string): number | null {
  const plain = text.replace(/,/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** `2024-03`, or the first of March that Sheets made of it. */
function monthFrom(text: string): string | null {
  const day = isoDateFrom(text);
  if (day !== null) return monthTextOf(day);
  return lastDayOfMonth(text) === null ? null : text;
}
