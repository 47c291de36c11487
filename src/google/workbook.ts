/** The spreadsheet as the use cases see it: one bulk read a tab, one bulk write of each kind a block. */
import type { AppendPlan, Workbook } from '../app/ports.ts';
import { type IsoDate, isoDateFrom } from '../domain/date.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { executionsTab, meetingsTab, suggestionsTab } from '../sheets/input/tabs.ts';
import { type Area, blockOf, type Decoration } from '../sheets/output/appearance.ts';
import { type Grid, type GridCell, TEXT_FORMAT } from '../sheets/output/grid.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import type { DateCell, MergedCells, RawCell, RawTab } from '../sheets/raw.ts';
import { textKey } from '../sheets/text-key.ts';
import { drawCharts } from './charts.ts';
import { setConditionalFormats } from './conditional-formats.ts';
import { furnishInputTabs } from './input-sheets.ts';
import { insertOwnSheet, type OwnSheet, ownSheets } from './own-sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The long lists, in which people filter; asking the others would cost a call each. */
const LOGS: ReadonlySet<string> = new Set([meetingsTab.name, suggestionsTab.name, executionsTab.name]);

const GENERAL_FORMAT = 'General';
const BORDER_COLOR = '#7b8794';
const PLAIN_NUMBER_FORMAT = '0';
const LARGE_NUMBER_FORMAT = '#,##0';
/** From here on digits want separators; below it stand years and counts. */
const LARGE_NUMBER = 10_000;

/** @param dateCell reads a Date that a cell gave. */
export function spreadsheetWorkbook(
  spreadsheet: Spreadsheet,
  dateCell: (date: Date) => DateCell | string,
): Workbook {
  let own: Map<string, OwnSheet> | null = null;
  const ownByName = () => {
    own ??= ownSheets(spreadsheet);
    return own;
  };
  const ownOrNew = (name: string) => {
    const present = ownByName().get(name);
    if (present !== undefined) return present;
    const made = insertOwnSheet(spreadsheet, name);
    ownByName().set(name, made);
    return made;
  };

  return {
    read: (names) => {
      const tabs = new Map<string, RawTab>();
      const sheets = sheetsByName(spreadsheet);
      for (const name of names) {
        const sheet = sheets.exact.get(name) ?? sheets.alike.get(textKey(name));
        if (sheet === undefined) continue;
        const range = sheet.getDataRange();
        tabs.set(name, {
          name,
          rows: rawRows(range.getValues(), dateCell),
          merges: () => range.getMergedRanges().map(mergedCells),
          filtered: LOGS.has(name) && sheet.getFilter() !== null,
        });
      }
      return tabs;
    },

    tabNames: () => spreadsheet.getSheets().map((sheet) => sheet.getName()),

    foreignTabs: (names) =>
      names.filter((name) => !ownByName().has(name) && spreadsheet.getSheetByName(name) !== null),

    write: ({ asOf, grids }) => {
      for (const { tab, grid } of grids) writeGrid(ownOrNew(OUTPUT_TABS[tab]), grid, asOf, spreadsheet);
    },

    writtenFor: (name) => isoDateFrom(ownByName().get(name)?.written.asOf ?? ''),

    append: ({ tab, headings, rows, columnWidths }: AppendPlan) => {
      const { sheet } = ownOrNew(OUTPUT_TABS[tab]);
      const last = sheet.getLastRow();
      if (last === 0) {
        sheet.getRange(1, 1, 1, headings.length).setFontWeight('bold');
        sheet.setFrozenRows(1);
        setColumnWidths(sheet, columnWidths);
      }
      // An empty sheet gets its headings, also where somebody has emptied it or the first run was broken off.
      const block = last === 0 ? [headings, ...rows] : rows;
      writeTyped(grownRange(sheet, last + 1, block.length, headings.length), block);
    },

    fillInputTabs: (layouts) => furnishInputTabs(spreadsheet, layouts),

    // The one call that belongs to the application and not to the spreadsheet.
    flush: () => SpreadsheetApp.flush(),
  };
}

/** The sheets by their names, and by the keys of these: a trailing space or a name pasted from macOS makes no other tab. */
function sheetsByName(spreadsheet: Spreadsheet): Record<'exact' | 'alike', ReadonlyMap<string, Sheet>> {
  const exact = new Map<string, Sheet>();
  const alike = new Map<string, Sheet>();
  for (const sheet of spreadsheet.getSheets()) {
    const name = sheet.getName();
    exact.set(name, sheet);
    if (!alike.has(textKey(name))) alike.set(textKey(name), sheet);
  }
  return { exact, alike };
}

/** The rows of a tab, each Date read in place: a copy of every cell would cost more than reading them. */
function rawRows(rows: unknown[][], dateCell: (date: Date) => DateCell | string): RawCell[][] {
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

/** Replaces what a result tab holds. It is never cleared first: the block covers what was written before. */
function writeGrid(own: OwnSheet, grid: Grid, asOf: IsoDate, spreadsheet: Spreadsheet): void {
  const { sheet, written, remember } = own;
  const { values, numberFormats, decoration } = blockOf(grid, written.rows, written.columns);
  const columns = values[0]?.length ?? 1;
  const range = grownRange(sheet, 1, values.length, columns);
  withLinks(grid, values, numberFormats, spreadsheet);
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
  range.setValues(values);
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

/** Puts a link into each cell that leads to another: its text is a cell's name of our own making, never what somebody typed. */
export function withLinks(
  grid: Grid,
  values: (string | number)[][],
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
      cells[columnIndex] = formula;
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
  for (const area of decoration.merges) rangeOf(sheet, area).merge();
}

function rangeOf(sheet: Sheet, { row, column, rows, columns }: Area): Range {
  return sheet.getRange(row, column, rows, columns);
}

/** Writes text so that it stays text, and numbers as numbers. */
function writeTyped(range: Range, rows: readonly (readonly (string | number)[])[]): void {
  range.setNumberFormats(
    rows.map((row) =>
      row.map((cell) => {
        if (typeof cell === 'string') return TEXT_FORMAT;
        if (!Number.isInteger(cell)) return GENERAL_FORMAT;
        return Math.abs(cell) >= LARGE_NUMBER ? LARGE_NUMBER_FORMAT : PLAIN_NUMBER_FORMAT;
      }),
    ),
  );
  range.setValues(rows.map((row) => [...row]));
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
