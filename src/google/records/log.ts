/**
 * A tab of the add-on's own to which rows are only appended. People insert rows and columns there, sort and
 * delete, even during a run. So columns are found by their headings, and the place of a row is looked up
 * again just before it is written.
 */
import { type Extent, type Log, type LogLayout, type LogRow, Refused } from '../../app/ports.ts';
import { columnsIn, type LogColumns } from '../../app/records/log-columns.ts';
import { decimalsOf } from '../../domain/decimal.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { groupBy } from '../../domain/grouping.ts';
import { TEXT_FORMAT } from '../../sheets/output/grid/grid.ts';
import { COUNT_COLUMN, countColumn, PERCENT_COLUMN } from '../../sheets/output/records/own-table.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import type { RawCell } from '../../sheets/raw.ts';
import type { OwnSheet } from '../own-sheets.ts';
import { throwOwnBug } from '../result-tabs/attempt.ts';
import { setColumnWidths } from '../result-tabs/looks.ts';
import { notationOf } from '../result-tabs/notation.ts';
import { freezeRows } from '../sheet-view.ts';
import { extentOf, makeRoom } from '../tab-sizes.ts';
import { writeCells } from '../write-cells.ts';
import { adjacentRuns, heightOf, isRow } from './log-rows.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rows = readonly (readonly RawCell[])[];

/**
 * Spare rows of a tab that must grow, since growing costs calls: as many as it needs, up to
 * `MOST_IN_RESERVE`, plus `LEAST_IN_RESERVE`.
 */
const LEAST_IN_RESERVE = 100;
const MOST_IN_RESERVE = 10_000;

/** What a log needs from the spreadsheet. */
export interface LogSource {
  /** Reads the cells of a range. */
  rowsOf(range: Range): Rows;
  /** Makes the tab. */
  make(): OwnSheet;
  /** Sends what was written. Only then is it known whether it was refused. */
  flush(): void;
}

export interface OwnLog extends Log {
  /**
   * The cells beside the headings that count hidden cells of other tabs. null where the headings are gone,
   * until the next row restores them.
   */
  countingCells(): Range | null;
}

/** @param present the tab, if it exists. */
export function logOf(layout: LogLayout, present: OwnSheet | undefined, source: LogSource): OwnLog {
  let own = present;
  const raw = own === undefined ? [] : source.rowsOf(own.sheet.getDataRange());
  /** The rows of the tab; null: no longer known. */
  let rows: Rows | null = raw;
  let columns = columnsIn(raw, layout);

  function ensureTab(): OwnSheet {
    own ??= source.make();
    return own;
  }

  /** The rows of the tab now: read again if somebody has added or removed some since. */
  function rowsNow(): Rows {
    const range = ensureTab().sheet.getDataRange();
    if (rows === null || range.getNumRows() !== Math.max(1, rows.length)) {
      rows = source.rowsOf(range);
      columns = columnsIn(rows, layout);
    }
    return rows;
  }

  function prepare(): void {
    const holdsRows = heightOf(rowsNow(), columns.places) > 0;
    columns = prepareLog(ensureTab(), layout, columns, holdsRows);
  }

  function countingCells(): Range | null {
    const holdsRows = heightOf(rowsNow(), columns.places) > 0;
    if (columns.headingRow === null && holdsRows) return null;
    if (columns.headingRow === null) prepare();
    return ensureWatchedRange(ensureTab().sheet, layout, columns.places);
  }

  function append(added: readonly LogRow[]): number {
    const { sheet } = ensureTab();
    const there = rowsNow();
    const isHeaded = columns.headingRow !== null;
    const end = heightOf(there, columns.places);
    columns = prepareLog(ensureTab(), layout, columns, end > 0);
    const first = Math.max(1, isHeaded || end === 0 ? end : end + 1) + 1;
    makeRoom(sheet, roomFor(sheet, layout, first + added.length - 1).rows, 1);
    rows = null;
    writeRows(sheet, layout, columns, first, added);
    return first;
  }

  function rewrite(row: number, cells: LogRow): void {
    const { sheet } = ensureTab();
    const isIt = (candidate: readonly RawCell[] | undefined) =>
      isRow(candidate, columns, cells, layout.settled ?? cells.length);
    const there = sheet.getRange(Math.min(row, extentOf(sheet).rows), 1, 1, Math.max(...columns.places));
    if (isIt(source.rowsOf(there)[0])) {
      writeRows(sheet, layout, columns, row, [cells]);
      return;
    }
    rows = null;
    const index = rowsNow().reduce((last, candidate, at) => (isIt(candidate) ? at : last), -1);
    if (index < 0) append([cells]);
    else writeRows(sheet, layout, columns, index + 1, [cells]);
  }

  /** The row number of the first of these rows, if they are the last of the tab; else null. */
  function firstRowIfLast(cells: readonly LogRow[]): number | null {
    rows = null;
    const there = rowsNow();
    const start = heightOf(there, columns.places) - cells.length;
    const stand = cells.every((row, index) => isRow(there[start + index], columns, row, row.length));
    return stand ? start + 1 : null;
  }

  /** Writes. If that is refused, tries once more, unless the rows are there all the same. */
  function tryTwice<Value>(write: () => Value, isThere: () => Value | null): Value {
    const tried = (act: () => Value): Value => {
      const value = act();
      source.flush();
      return value;
    };
    try {
      return tried(write);
    } catch (error) {
      throwOwnBug(error);
    }
    try {
      return tried(() => isThere() ?? write());
    } catch (error) {
      throwOwnBug(error);
      throw new Refused(layout.tab, error);
    }
  }

  return {
    raw: { name: OUTPUT_TABS[layout.tab], rows: raw },
    room: (added) => {
      const height = heightOf(rows ?? raw, columns.places);
      return roomFor(own?.sheet ?? null, layout, Math.max(height, 1) + added);
    },
    prepare,
    countingCells,
    append: (added) =>
      tryTwice(
        () => append(added),
        () => firstRowIfLast(added),
      ),
    rewrite: (row, cells) =>
      tryTwice(
        () => rewrite(row, cells),
        () => null,
      ),
  };
}

/**
 * Makes a tab ready for appending: its headings, and the formats and widths of its columns. The mark keeps
 * for which layout that was done. Returns the columns as they are then.
 * @param holdsRows whether its columns hold anything.
 */
function prepareLog(
  { sheet, written, remember }: OwnSheet,
  layout: LogLayout,
  columns: LogColumns,
  holdsRows: boolean,
): LogColumns {
  const { headingRow, places, missing } = columns;
  const looks = fingerprint(JSON.stringify([LOOKS_VERSION, layout]));
  // Where the tab was emptied, its formats may be gone too.
  const isNew = written.decoration !== looks || (headingRow === null && !holdsRows);
  if (headingRow === null && holdsRows) sheet.insertRowsBefore(1, 1);
  const row = headingRow ?? 1;
  if (missing.length > 0) {
    makeRoom(sheet, row, Math.max(...places));
    writeHeadings(sheet, layout, columns, row);
  }
  if (isNew) {
    makeRoom(sheet, row + 1, columnsOf(layout));
    formatLog(sheet, layout, places, row);
    remember({ ...written, rows: row, columns: layout.columns.length, decoration: looks });
  }
  return { headingRow: row, places, missing: [] };
}

/** Version of what `formatLog` does. A new one formats existing tabs again. */
const LOOKS_VERSION = 3;

/** Writes the missing headings. */
function writeHeadings(
  sheet: Sheet,
  { columns }: LogLayout,
  { places, missing }: LogColumns,
  row: number,
): void {
  for (const { place, indexes } of adjacentRuns(missing.map((index) => places[index] ?? 1))) {
    const headings = indexes.map((index) => columns[missing[index] ?? 0]?.heading ?? '');
    const range = sheet.getRange(row, place, 1, headings.length);
    range.setNumberFormat(TEXT_FORMAT).setFontWeight('bold');
    // Last, since headings that are there are not written again.
    writeCells(range, [headings]);
  }
}

/** Sets the looks of the columns. Rows that are added later look like the last one, so this is done once. */
function formatLog(sheet: Sheet, layout: LogLayout, places: readonly number[], headingRow: number): void {
  const { columns, watched } = layout;
  const rows = extentOf(sheet).rows - headingRow;
  const cellsOf = (indexes: readonly number[], row: number, count: number) =>
    adjacentRuns(indexes.map((index) => places[index] ?? 1)).map(({ place, indexes: run }) =>
      notationOf({ row, column: place, rows: count, columns: run.length }),
    );
  for (const [format, alike] of groupBy([...columns.entries()], ([, column]) => column.format)) {
    const indexes = alike.map(([index]) => index);
    sheet.getRangeList(cellsOf(indexes, headingRow + 1, rows)).setNumberFormat(format);
  }
  // This format cannot align numbers with different decimals, so they are centred, as headings are.
  const unformatted = [...columns.keys()].filter((index) => columns[index]?.format === PERCENT_COLUMN);
  sheet
    .getRangeList([
      ...cellsOf([...columns.keys()], headingRow, 1),
      ...cellsOf(unformatted, headingRow + 1, rows),
    ])
    .setHorizontalAlignment('center');
  freezeRows(sheet, headingRow);
  if (places.every((place, index) => place === index + 1)) {
    setColumnWidths(
      sheet,
      columns.map(({ width }) => width),
      'log',
    );
  }
  if (watched.length === 0) return;
  ensureWatchedRange(sheet, layout, places).setNumberFormats([
    watched.map((name) => `"${name} 숨긴 칸 "#,##0;;`),
  ]);
}

/** How large the tab must be before this row is written, with spare rows where it must grow. */
function roomFor(sheet: Sheet | null, layout: LogLayout, lastRow: number): Extent {
  const present = sheet === null ? 0 : extentOf(sheet).rows;
  const reserve = Math.min(lastRow, MOST_IN_RESERVE) + LEAST_IN_RESERVE;
  return { rows: lastRow <= present ? lastRow : lastRow + reserve, columns: columnsOf(layout) };
}

/** Number of columns of a log, with the cells beside them that count hidden cells of other tabs. */
export function columnsOf({ columns, watched }: LogLayout): number {
  return columns.length + (watched.length === 0 ? 0 : 1 + watched.length);
}

/** The cells beside the columns that count hidden cells of the watched tabs. Makes room for them. */
function ensureWatchedRange(sheet: Sheet, { watched }: LogLayout, places: readonly number[]): Range {
  const place = Math.max(...places) + 2;
  makeRoom(sheet, 1, place + watched.length - 1);
  return sheet.getRange(1, place, 1, watched.length);
}

/** Writes rows with one call for each run of adjacent columns. */
function writeRows(
  sheet: Sheet,
  layout: LogLayout,
  { places }: LogColumns,
  row: number,
  rows: readonly LogRow[],
): void {
  showDecimals(sheet, layout, places, row, rows);
  for (const { place, indexes } of adjacentRuns(places)) {
    const block = rows.map((cells) => indexes.map((index) => cells[index] ?? ''));
    writeCells(sheet.getRange(row, place, rows.length, indexes.length), block);
  }
}

/** Gives numbers with decimals a format with as many. A column of whole numbers would show 12.5 as 13. */
function showDecimals(
  sheet: Sheet,
  { columns }: LogLayout,
  places: readonly number[],
  firstRow: number,
  rows: readonly LogRow[],
): void {
  const cells = rows.flatMap((row, below) =>
    columns.flatMap(({ format }, index) => {
      const value = row[index];
      if (format !== COUNT_COLUMN || typeof value !== 'number' || Number.isInteger(value)) return [];
      return [{ row: firstRow + below, column: places[index] ?? 1, digits: decimalsOf(value) }];
    }),
  );
  for (const [digits, alike] of groupBy(cells, (cell) => cell.digits)) {
    const areas = alike.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
    sheet.getRangeList(areas.map(notationOf)).setNumberFormat(countColumn(digits));
  }
}
