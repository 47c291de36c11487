/** The spreadsheet as the use cases see it: one bulk read a tab, one bulk write of each kind a block. */
import type { Workbook } from '../app/ports.ts';
import { type IsoDate, isoDateFrom } from '../domain/date.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { type Area, blockOf, type Decoration } from '../sheets/output/grid/appearance.ts';
import type { Grid, GridCell } from '../sheets/output/grid/grid.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import { titleFormula, type UnfinishedMark } from '../sheets/output/unfinished.ts';
import type { DateCell, MergedCells, RawCell, RawTab } from '../sheets/raw.ts';
import { drawCharts } from './charts.ts';
import { setConditionalFormats } from './conditional-formats.ts';
import { tabsWithHiddenRows } from './hidden-rows.ts';
import { fillInputTabs, writeInputRows } from './input-sheets.ts';
import { columnsOf, logOf, preparedLog, watchedRange } from './log.ts';
import { namedSheets } from './named-sheets.ts';
import { insertOwnSheet, type OwnSheet, ownSheets } from './own-sheets.ts';
import { placeOfResultTab } from './tab-order.ts';
import { tabSizes } from './tab-sizes.ts';
import { type Formula, type Written as WrittenCell, writeCells } from './write-cells.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const GENERAL_FORMAT = 'General';
const BORDER_COLOR = '#7b8794';

/** @param dateCell reads a Date that a cell gave. */
export function spreadsheetWorkbook(
  spreadsheet: Spreadsheet,
  dateCell: (date: Date) => DateCell | number,
): Workbook {
  let own: Map<string, OwnSheet> | null = null;
  /** What was read of each tab. */
  const areas = new Map<string, Range>();
  const ownByName = () => {
    own ??= ownSheets(spreadsheet);
    return own;
  };
  const ownOrNew = (name: string, title: Formula | null, columns: number | null = null) => {
    const present = ownByName().get(name);
    if (present !== undefined) return present;
    // Results before the tabs that remember, one of which is made first.
    const index = title === null ? undefined : placeOfResultTab(spreadsheet, ownByName());
    const made = insertOwnSheet(spreadsheet, name, { title, index, columns });
    ownByName().set(name, made);
    return made;
  };

  return {
    id: () => spreadsheet.getId(),

    sizes: () => tabSizes(spreadsheet),

    read: (names, before) => {
      const tabs = new Map<string, RawTab>();
      const sheets = namedSheets(spreadsheet);
      for (const name of names) {
        const sheet = sheets.named(name);
        if (sheet === null) continue;
        before?.(name);
        const range = sheet.getDataRange();
        areas.set(name, range);
        tabs.set(name, {
          name,
          rows: rawRows(range.getValues(), dateCell),
          merges: () => range.getMergedRanges().map(mergedCells),
        });
      }
      return tabs;
    },

    tabNames: () => spreadsheet.getSheets().map((sheet) => sheet.getName()),

    foreignTabs: (names) =>
      names.filter((name) => !ownByName().has(name) && spreadsheet.getSheetByName(name) !== null),

    tabsWithHiddenRows: (layout) => {
      const name = OUTPUT_TABS[layout.tab];
      const sheet = preparedLog(ownOrNew(name, null, columnsOf(layout)), layout, 1);
      return tabsWithHiddenRows(watchedRange(sheet, layout), layout.watched, areas);
    },

    write: ({ asOf, unfinished, grids }) => {
      for (const { tab, grid } of grids) {
        const name = OUTPUT_TABS[tab];
        const title = unfinished === null ? null : { formula: titleFormula('', name, unfinished) };
        writeGrid(ownOrNew(name, title), grid, { asOf, name, unfinished }, spreadsheet);
      }
    },

    writtenFor: (name) => isoDateFrom(ownByName().get(name)?.written.asOf ?? ''),

    log: (layout) => {
      const name = OUTPUT_TABS[layout.tab];
      return logOf(
        layout,
        ownByName().get(name),
        (range) => rawRows(range.getValues(), dateCell),
        () => ownOrNew(name, null, columnsOf(layout)),
      );
    },

    fillInputTabs: (layouts) => fillInputTabs(spreadsheet, layouts, ownByName),

    writeInputRows: (layouts) => writeInputRows(spreadsheet, layouts),

    // The one call that belongs to the application and not to the spreadsheet.
    flush: () => SpreadsheetApp.flush(),
  };
}

/** The rows of a tab, each Date read in place: a copy of every cell would cost more than reading them. */
function rawRows(rows: unknown[][], dateCell: (date: Date) => DateCell | number): RawCell[][] {
  for (const row of rows) {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') continue;
      row[column] = cell instanceof Date ? dateCell(cell) : '';
    }
  }
  // Every cell has just been seen to be text, a number, a boolean or a date, or been made blank.
  return rows as RawCell[][];
}

interface GridPlace {
  readonly asOf: IsoDate;
  readonly name: string;
  readonly unfinished: UnfinishedMark | null;
}

/** Replaces what a result tab holds. It is never cleared first: the block covers what was written before. */
function writeGrid(
  own: OwnSheet,
  grid: Grid,
  { asOf, name, unfinished }: GridPlace,
  spreadsheet: Spreadsheet,
): void {
  const { sheet, written, remember } = own;
  const { values, numberFormats, decoration } = blockOf(grid, written.rows, written.columns);
  const columns = values[0]?.length ?? 1;
  const range = grownRange(sheet, 1, values.length, columns);
  const cells: WrittenCell[][] = values;
  withLinks(grid, cells, numberFormats, spreadsheet);
  if (unfinished !== null) withUnfinishedMark(name, unfinished, cells, numberFormats);
  const looks = fingerprint(
    JSON.stringify([
      decoration,
      grid.columnWidths,
      grid.frozenRows,
      grid.rowHeights,
      grid.charts,
      grid.conditionalFormats,
    ]),
  );
  const size = { rows: values.length, columns };
  const isLarger = size.rows > written.rows || size.columns > written.columns;
  // Said beforehand: were the work broken off here, the next run must cover all of the block and decorate it anew.
  if (isLarger || looks !== written.decoration) remember({ ...size, decoration: '', asOf });

  // A merged cell of the layout before would swallow what is written under it.
  if (looks !== written.decoration && written.rows > 0) range.breakApart();
  // Formats first: text stays text only in a cell that is plain text when it arrives.
  range.setNumberFormats(numberFormats);
  writeCells(range, cells);
  if (looks !== written.decoration) {
    decorate(range, decoration);
    sheet.setFrozenRows(grid.frozenRows);
    setColumnWidths(sheet, grid.columnWidths);
    setRowHeights(sheet, grid.rowHeights);
    // Neither ever stops a run.
    const isDrawn = drawBeside(sheet, grid, columns);
    remember({ ...size, decoration: isDrawn ? looks : '', asOf });
    return;
  }
  remember({ ...size, decoration: looks, asOf });
}

function drawBeside(sheet: Sheet, { charts, conditionalFormats }: Grid, columns: number): boolean {
  const areDrawn = charts === undefined || drawCharts(sheet, charts, columns);
  return (conditionalFormats === undefined || setConditionalFormats(sheet, conditionalFormats)) && areDrawn;
}

function mergedCells(range: Range): MergedCells {
  return {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}

/** The title of a tab, which says so as long as the tab is unfinished. */
function withUnfinishedMark(
  name: string,
  unfinished: UnfinishedMark,
  [cells = []]: WrittenCell[][],
  [formats = []]: string[][],
): void {
  cells[0] = { formula: titleFormula(String(cells[0] ?? ''), name, unfinished) };
  formats[0] = GENERAL_FORMAT;
}

/** Puts a link into each cell that leads to another: its text is a cell's name of our own making, never what somebody typed. */
export function withLinks(
  grid: Grid,
  values: WrittenCell[][],
  numberFormats: string[][],
  spreadsheet: Spreadsheet,
): void {
  const ids = new Map<string, number | null>();
  const idOf = (name: string) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = spreadsheet.getSheetByName(name)?.getSheetId() ?? null;
    ids.set(name, id);
    return id;
  };
  grid.rows.forEach((row, rowIndex) => {
    row.forEach((cell, columnIndex) => {
      const formula = linkFormula(cell, idOf);
      const cells = values[rowIndex];
      const formats = numberFormats[rowIndex];
      if (formula === null || cells === undefined || formats === undefined) return;
      cells[columnIndex] = { formula };
      formats[columnIndex] = GENERAL_FORMAT;
    });
  });
}

function linkFormula({ link, value }: GridCell, idOf: (name: string) => number | null): string | null {
  const id = link === undefined ? null : idOf(link.tabName);
  return link === undefined || id === null ? null : `=HYPERLINK("#gid=${id}&range=${link.cell}","${value}")`;
}

export function decorate(range: Range, decoration: Decoration): void {
  range.setFontWeights(decoration.fontWeights);
  range.setBackgrounds(decoration.backgrounds);
  range.setFontColors(decoration.fontColors);
  range.setFontSizes(decoration.fontSizes);
  range.setHorizontalAlignments(decoration.alignments);
  range.setVerticalAlignment('middle');
  range.setWraps(decoration.wraps);
  range.setBorder(false, false, false, false, false, false);
  const sheet = range.getSheet();
  for (const area of decoration.boxes) {
    rangeOf(sheet, area).setBorder(
      true,
      true,
      true,
      true,
      true,
      true,
      BORDER_COLOR,
      SpreadsheetApp.BorderStyle.SOLID,
    );
  }
  for (const area of mergesByCall(decoration.merges)) {
    if (area.isEachRow) rangeOf(sheet, area).mergeAcross();
    else rangeOf(sheet, area).merge();
  }
}

/** Merges of one row each that stand under one another in the same columns are one call. */
function mergesByCall(merges: readonly Area[]): readonly (Area & { readonly isEachRow: boolean })[] {
  const calls: { row: number; column: number; rows: number; columns: number; isEachRow: boolean }[] = [];
  const open = new Map<string, (typeof calls)[number]>();
  for (const area of merges) {
    const key = `${area.column} ${area.columns}`;
    const above = area.rows === 1 ? open.get(key) : undefined;
    if (above !== undefined && above.row + above.rows === area.row) above.rows += 1;
    else {
      const call = { ...area, isEachRow: area.rows === 1 };
      calls.push(call);
      if (call.isEachRow) open.set(key, call);
    }
  }
  return calls;
}

function rangeOf(sheet: Sheet, { row, column, rows, columns }: Area): Range {
  return sheet.getRange(row, column, rows, columns);
}

/** One call for each run of equal heights. */
function setRowHeights(sheet: Sheet, heights: readonly number[]): void {
  let first = 0;
  heights.forEach((height, index) => {
    if (heights[index + 1] === height) return;
    sheet.setRowHeights(first + 1, index + 1 - first, height);
    first = index + 1;
  });
}

/** One call for each run of equal widths. */
export function setColumnWidths(sheet: Sheet, widths: readonly number[]): void {
  let first = 0;
  widths.forEach((width, index) => {
    if (widths[index + 1] === width) return;
    sheet.setColumnWidths(first + 1, index + 1 - first, width);
    first = index + 1;
  });
}

/** A range of the sheet, which is made larger where the range would lie beyond it. */
function grownRange(sheet: Sheet, row: number, rows: number, columns: number): Range {
  try {
    return sheet.getRange(row, 1, rows, columns);
  } catch {
    const missingRows = row + rows - 1 - sheet.getMaxRows();
    const missingColumns = columns - sheet.getMaxColumns();
    if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
    if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
    return sheet.getRange(row, 1, rows, columns);
  }
}
