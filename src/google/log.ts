/** A tab of the add-on's own that rows are only appended to. */
import type { Log, LogLayout, LogRow } from '../app/ports.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import type { RawCell } from '../sheets/raw.ts';
import type { OwnSheet } from './own-sheets.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows that are made beyond those that are needed, and as many again: room for many runs, since making it costs calls. */
const ROWS_IN_RESERVE = 1000;
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
    append: (added) => {
      own ??= make();
      const first = Math.max(height, 1) + 1;
      const sheet = preparedLog(own, layout);
      // An empty sheet gets its headings, also where somebody has emptied it or the first run was broken off.
      const block = height === 0 ? [headingsOf(layout), ...added] : added;
      writeBlock(sheet, layout, first - (block.length - added.length), block);
      height = first + added.length - 1;
      return first;
    },
    rewrite: (row, cells) => {
      if (own === undefined) throw new Error(`${layout.tab} has no row ${row}`);
      writeBlock(own.sheet, layout, row, [cells]);
    },
  };
}

/** A tab whose columns have their formats, so that one call appends rows. One of an earlier version gets the columns it lacks. */
export function preparedLog({ sheet, written, remember }: OwnSheet, layout: LogLayout): Sheet {
  const { columns, watched } = layout;
  const looks = fingerprint(JSON.stringify(layout));
  if (written.decoration === looks) return sheet;
  const missingColumns = columns.length - sheet.getMaxColumns();
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
  setFormats(sheet, layout, 1, sheet.getMaxRows());
  const headings = sheet.getRange(1, 1, 1, columns.length);
  headings.setNumberFormat('@');
  headings.setValues([[...headingsOf(layout)]]);
  headings.setFontWeight('bold');
  sheet.setFrozenRows(1);
  columns.forEach(({ width }, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  if (watched.length > 0) {
    watchedRange(sheet, layout).setNumberFormats([watched.map((name) => `"${name} 숨긴 칸 "#,##0;;`)]);
  }
  remember({ ...written, columns: columns.length, decoration: looks });
  return sheet;
}

/** Where the cells stand that count what is hidden in other tabs: beside the headings. */
export function watchedRange(sheet: Sheet, { columns, watched }: LogLayout): Range {
  return sheet.getRange(1, columns.length + 2, 1, watched.length);
}

function headingsOf({ columns }: LogLayout): LogRow {
  return columns.map(({ heading }) => heading);
}

function writeBlock(sheet: Sheet, layout: LogLayout, row: number, block: readonly LogRow[]): void {
  const width = layout.columns.length;
  rangeWithRoom(sheet, layout, row, block.length, width).setValues(block.map((cells) => [...cells]));
}

function rangeWithRoom(sheet: Sheet, layout: LogLayout, row: number, rows: number, columns: number): Range {
  try {
    return sheet.getRange(row, 1, rows, columns);
  } catch {
    const present = sheet.getMaxRows();
    const added = 2 * (row + rows - 1 - present) + ROWS_IN_RESERVE;
    sheet.insertRowsAfter(present, added);
    setFormats(sheet, layout, present + 1, added);
    return sheet.getRange(row, 1, rows, columns);
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
