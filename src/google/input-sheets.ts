/** Input tabs as they are made. What they hold is written last: a tab that was broken off is empty, and is made again. */
import { INPUT_TABS } from '../domain/tabs.ts';
import { columnLetters } from '../sheets/addresses.ts';
import { INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import { SEPARATED_FORMAT } from '../sheets/set-up/formats.ts';
import type { CellRule, TabLayout } from '../sheets/set-up/layouts.ts';
import { textKey } from '../sheets/text-key.ts';
import { INPUT_TAB_COLOR } from './own-looks.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const HEADING_COLOR = '#12324f';
const REQUIRED_BACKGROUND = '#c9dcef';
const OPTIONAL_BACKGROUND = '#e9eff5';

/** Makes the tabs, or furnishes those that stand empty; the tab that was shown stays shown. */
export function furnishInputTabs(spreadsheet: Spreadsheet, layouts: readonly TabLayout[]): void {
  const shown = spreadsheet.getActiveSheet();
  for (const layout of layouts) furnish(sheetFor(spreadsheet, layout), layout, spreadsheet);
  spreadsheet.setActiveSheet(shown);
}

/** A new tab stands behind the last input tab that there is: tabs of other people stay where they are. */
function sheetFor(spreadsheet: Spreadsheet, { name }: TabLayout): Sheet {
  const present = sheetNamed(spreadsheet, name);
  if (present !== null) return present;
  const places = INPUT_TABS.map((tab) => sheetNamed(spreadsheet, INPUT_TAB_NAMES[tab])?.getIndex() ?? 0);
  const last = Math.max(...places);
  return spreadsheet.insertSheet(name, last === 0 ? spreadsheet.getNumSheets() : last);
}

/** Spaces and composed letters make no other tab. */
export function sheetNamed(spreadsheet: Spreadsheet, name: string): Sheet | null {
  return (
    spreadsheet.getSheetByName(name) ??
    spreadsheet.getSheets().find((sheet) => textKey(sheet.getName()) === textKey(name)) ??
    null
  );
}

function furnish(sheet: Sheet, layout: TabLayout, spreadsheet: Spreadsheet): void {
  const { columns, block, blockFormats, rules } = layout;
  const missing = columns.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  const missingRows = block.length - sheet.getMaxRows();
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);

  for (const [format, cells] of groups(columns, ({ format }) => format)) {
    const list = sheet.getRangeList(cells);
    list.setNumberFormat(format);
    if (format === SEPARATED_FORMAT) list.setHorizontalAlignment('right');
  }
  for (const [width, first, count] of runs(columns.map((column) => column.width))) {
    sheet.setColumnWidths(first, count, width);
  }
  for (const { cells, rule } of rules) {
    const validation = validationFor(rule, spreadsheet);
    if (validation !== null) sheet.getRange(cells).setDataValidation(validation);
  }
  const headings = sheet.getRange(1, 1, 1, columns.length);
  headings.setNotes([columns.map(({ note }) => note)]);
  headings.setFontWeight('bold').setFontColor(HEADING_COLOR).setHorizontalAlignment('center');
  headings.setBackgrounds([
    columns.map(({ required }) => (required ? REQUIRED_BACKGROUND : OPTIONAL_BACKGROUND)),
  ]);
  sheet.setFrozenRows(1);
  sheet.setTabColor(INPUT_TAB_COLOR);

  const cells = sheet.getRange(1, 1, block.length, columns.length);
  cells.setNumberFormats(blockFormats.map((row) => [...row]));
  cells.setValues(block.map((row) => [...row]));
}

/** The columns of each format, below their headings. */
function groups<Column>(
  columns: readonly Column[],
  formatOf: (column: Column) => string,
): Map<string, string[]> {
  const cells = new Map<string, string[]>();
  columns.forEach((column, index) => {
    const letters = columnLetters(index + 1);
    const format = formatOf(column);
    cells.set(format, [...(cells.get(format) ?? []), `${letters}2:${letters}`]);
  });
  return cells;
}

/** Runs of equal numbers: the number, the place of the first from 1, how many. */
function runs(numbers: readonly number[]): (readonly [number, number, number])[] {
  const found: (readonly [number, number, number])[] = [];
  let first = 0;
  numbers.forEach((number, index) => {
    if (numbers[index + 1] === number) return;
    found.push([number, first + 1, index + 1 - first]);
    first = index + 1;
  });
  return found;
}

/** A rule that warns and refuses nothing; null where the tab that it takes its list from is not there. */
function validationFor(rule: CellRule, spreadsheet: Spreadsheet): Validation | null {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  switch (rule.kind) {
    case 'list':
      return builder
        .requireValueInList([...rule.values], true)
        .setAllowInvalid(true)
        .build();
    case 'range': {
      const sheet = sheetNamed(spreadsheet, rule.tabName);
      return sheet === null
        ? null
        : builder.requireValueInRange(sheet.getRange(rule.cells), true).setAllowInvalid(true).build();
    }
    case 'numberBetween':
      return builder.requireNumberBetween(rule.least, rule.most).setAllowInvalid(true).build();
    case 'day':
      return builder.requireDate().setAllowInvalid(true).build();
    case 'formula':
      return builder.requireFormulaSatisfied(rule.formula).setAllowInvalid(true).build();
  }
}
