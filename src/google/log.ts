/** A tab of the add-on's own that rows are only appended to. */
import type { Extent, Log, LogLayout, LogRow } from '../app/ports.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import type { RawCell } from '../sheets/raw.ts';
import type { OwnSheet } from './own-sheets.ts';
import { freezeRows } from './sheet-view.ts';
import { writeCells } from './write-cells.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Rows that are made ready beyond those that are needed, since making them costs calls: so many and as many again as there are, up to
 * a most, since every cell counts among those that a spreadsheet may have.
 */
const LEAST_IN_RESERVE = 100;
const MOST_IN_RESERVE = 10_000;
const NOTHING: readonly (readonly RawCell[])[] = [];

/**
 * @param present the tab, where there is one.
 * @param rowsOf reads the cells of a range.
 * @param make makes the tab.
 */
export function logOf(
  layout: LogLayout,
  present: OwnSheet | undefined,
  rowsOf: (range: Range) => readonly (readonly RawCell[])[],
  make: () => OwnSheet,
): Log {
  const rows = present === undefined ? NOTHING : rowsOf(present.sheet.getDataRange());
  let own = present;
  let height = heightOf(rows, layout.columns.length);
  return {
    raw: { name: OUTPUT_TABS[layout.tab], rows },
    room: (added) => roomFor(own, layout, Math.max(height, 1) + added),
    append: (added) => {
      own ??= make();
      const first = Math.max(height, 1) + 1;
      const last = first + added.length - 1;
      const sheet = preparedLog(own, layout, last);
      // An empty sheet gets its headings, also where somebody has emptied it or the first run was broken off.
      const block = height === 0 ? [headingsOf(layout), ...added] : added;
      writeBlock(sheet, layout, last + 1 - block.length, block);
      height = last;
      return first;
    },
    rewrite: (row, cells) => {
      if (own === undefined) throw new Error(`${layout.tab} has no row ${row}`);
      writeBlock(own.sheet, layout, row, [cells]);
    },
  };
}

/**
 * The tab, ready to be written to in one call: its rows have their formats down to the one that is needed. The mark says how far that
 * is, so nothing has to be asked of the sheet. One of an earlier version gets the columns that it lacks.
 */
export function preparedLog(own: OwnSheet, layout: LogLayout, lastRow: number): Sheet {
  const { sheet, written, remember } = own;
  const { columns, watched } = layout;
  const looks = looksOf(layout);
  const isNew = written.decoration !== looks;
  if (!isNew && lastRow <= written.rows) return sheet;
  const ready = isNew ? 1 : written.rows;
  const { rows, columns: allColumns } = roomFor(own, layout, lastRow);
  makeRoom(sheet, rows, allColumns);
  setFormats(sheet, layout, ready + 1, rows - ready);
  if (isNew) writeHead(sheet, layout);
  if (isNew && watched.length > 0) {
    watchedRange(sheet, layout).setNumberFormats([watched.map((name) => `"${name} 숨긴 칸 "#,##0;;`)]);
  }
  remember({ ...written, rows, columns: columns.length, decoration: looks });
  return sheet;
}

/** How large the tab must be before this row is written. */
function roomFor(own: OwnSheet | undefined, layout: LogLayout, lastRow: number): Extent {
  const isReady = own?.written.decoration === looksOf(layout) && lastRow <= own.written.rows;
  const reserve = Math.min(lastRow, MOST_IN_RESERVE) + LEAST_IN_RESERVE;
  return { rows: isReady ? lastRow : lastRow + reserve, columns: columnsOf(layout) };
}

function looksOf(layout: LogLayout): string {
  return fingerprint(JSON.stringify(layout));
}

/** Its columns, and beside them the cells that count what is hidden in other tabs. */
export function columnsOf({ columns, watched }: LogLayout): number {
  return columns.length + (watched.length === 0 ? 0 : 1 + watched.length);
}

function writeHead(sheet: Sheet, layout: LogLayout): void {
  const headings = sheet.getRange(1, 1, 1, layout.columns.length);
  headings.setNumberFormat('@');
  writeCells(headings, [headingsOf(layout)]);
  headings.setFontWeight('bold');
  freezeRows(sheet, 1);
  layout.columns.forEach(({ width }, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
}

function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const missingRows = rows - sheet.getMaxRows();
  const missingColumns = columns - sheet.getMaxColumns();
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
}

/** Where the cells stand that count what is hidden in other tabs: beside the headings. */
export function watchedRange(sheet: Sheet, { columns, watched }: LogLayout): Range {
  return sheet.getRange(1, columns.length + 2, 1, watched.length);
}

function headingsOf({ columns }: LogLayout): LogRow {
  return columns.map(({ heading }) => heading);
}

function writeBlock(sheet: Sheet, layout: LogLayout, row: number, block: readonly LogRow[]): void {
  writeCells(blockRange(sheet, layout, row, block.length), block);
}

/** Somebody may have deleted rows that were made ready: then they are made again. */
function blockRange(sheet: Sheet, layout: LogLayout, row: number, rows: number): Range {
  const width = layout.columns.length;
  try {
    return sheet.getRange(row, 1, rows, width);
  } catch {
    makeRoom(sheet, row + rows - 1, width);
    setFormats(sheet, layout, row, rows);
    return sheet.getRange(row, 1, rows, width);
  }
}

/** One call for each run of columns that look the same. */
function setFormats(sheet: Sheet, { columns }: LogLayout, row: number, rows: number): void {
  let first = 0;
  columns.forEach(({ format }, index) => {
    if (columns[index + 1]?.format === format) return;
    sheet.getRange(row, first + 1, rows, index + 1 - first).setNumberFormat(format);
    first = index + 1;
  });
}

/** The number of the last row that holds anything in so many columns. */
function heightOf(rows: readonly (readonly RawCell[])[], columns: number): number {
  let height = rows.length;
  while (height > 0 && (rows[height - 1] ?? []).slice(0, columns).every((cell) => cell === '')) height -= 1;
  return height;
}
