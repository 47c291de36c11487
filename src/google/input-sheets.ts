/**
 * Makes input tabs. Their contents are written last, so a tab whose making was interrupted is
 * empty and is made again.
 */
import type { AddedHeading, MadeColumn } from '../app/ports.ts';
import { columnLetters } from '../sheets/addresses.ts';
import { TEXT } from '../sheets/set-up/formats.ts';
import type { CellRule, TabLayout } from '../sheets/set-up/layouts.ts';
import { type NamedSheets, namedSheets } from './named-sheets.ts';
import { INPUT_TAB_COLOR } from './own-looks.ts';
import type { OwnSheet } from './own-sheets.ts';
import { runsOf } from './runs.ts';
import { freezeRows, keepingShown } from './sheet-view.ts';
import { placeOfInputTab } from './tab-order.ts';
import { makeRoom } from './tab-sizes.ts';
import { writeCells } from './write-cells.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const HEADING_COLOR = '#12324f';
const REQUIRED_BACKGROUND = '#c9dcef';
const OPTIONAL_BACKGROUND = '#e9eff5';

/** Makes the tabs, or fills those that exist and are empty. The shown tab stays shown. */
export function fillInputTabs(
  spreadsheet: Spreadsheet,
  layouts: readonly TabLayout[],
  own: () => ReadonlyMap<string, OwnSheet>,
): void {
  const sheets = namedSheets(spreadsheet);
  let place = placeOfInputTab(spreadsheet, sheets, own);
  keepingShown(spreadsheet, () => {
    for (const layout of layouts) {
      let sheet = sheets.named(layout.name);
      if (sheet === null) {
        sheet = spreadsheet.insertSheet(layout.name, place);
        sheets.add(layout.name, sheet);
        place += 1;
      }
      fillInputTab(sheet, layout, sheets);
    }
  });
}

/** Writes headings and rows into existing tabs, and nothing else. */
export function writeInputRows(spreadsheet: Spreadsheet, layouts: readonly TabLayout[]): void {
  const sheets = namedSheets(spreadsheet);
  for (const layout of layouts) {
    const sheet = sheets.named(layout.name);
    if (sheet === null) throw new Error(`there is no tab ${layout.name}`);
    makeRoom(sheet, layout.block.length, layout.columns.length);
    writeBlock(sheet, layout);
  }
}

/**
 * Adds a row of texts below everything in the tab, and before it a heading that the row needs.
 * Returns the row's number.
 */
export function appendInputRow(
  spreadsheet: Spreadsheet,
  name: string,
  cells: ReadonlyMap<number, string>,
  heading: AddedHeading | null = null,
): number {
  const sheet = namedSheets(spreadsheet).named(name);
  if (sheet === null) throw new Error(`there is no tab ${name}`);
  const row = sheet.getLastRow() + 1;
  const columns = [...cells.keys()];
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  makeRoom(sheet, row, last);
  if (heading !== null) {
    const cell = sheet.getRange(heading.row, heading.column);
    writeCells(cell, [[heading.text]]);
    cell.setTextStyles([[headingStyle()]]);
    cell.setBackgrounds([[OPTIONAL_BACKGROUND]]);
  }
  const values = Array.from({ length: last - first + 1 }, (_, index) => cells.get(first + index) ?? '');
  const range = sheet.getRange(row, first, 1, values.length);
  range.setNumberFormat(TEXT);
  writeCells(range, [values]);
  return row;
}

/**
 * Writes texts into blank cells of a column, with one call for each run of rows. A new column gets its looks
 * first.
 */
export function writeInputColumn(
  spreadsheet: Spreadsheet,
  name: string,
  column: number,
  cells: ReadonlyMap<number, string>,
  made: MadeColumn | null = null,
): void {
  const sheet = namedSheets(spreadsheet).named(name);
  if (sheet === null) throw new Error(`there is no tab ${name}`);
  makeRoom(sheet, 1, column);
  if (made !== null) furnishColumn(sheet, column, made);
  const rows = [...cells.keys()].sort((one, other) => one - other);
  for (let at = 0; at < rows.length; ) {
    const first = rows[at] ?? 0;
    let count = 1;
    while (rows[at + count] === first + count) count += 1;
    const range = sheet.getRange(first, column, count, 1);
    if (made === null) range.setNumberFormat(TEXT);
    writeCells(
      range,
      Array.from({ length: count }, (_, index) => [cells.get(first + index) ?? '']),
    );
    at += count;
  }
}

/** The looks of a new column: those of a column that 시트 준비 makes. Its heading is written with its cells. */
function furnishColumn(sheet: Sheet, column: number, { headingRow, guide }: MadeColumn): void {
  const letters = columnLetters(column);
  // Sheets would take a 1-9 that is typed below for a day.
  sheet.getRange(`${letters}:${letters}`).setNumberFormat(guide.format);
  sheet.setColumnWidths(column, 1, guide.width);
  const heading = sheet.getRange(headingRow, column);
  heading.setHorizontalAlignment('center');
  heading.setNotes([[guide.note]]);
  heading.setTextStyles([[headingStyle()]]);
  heading.setBackgrounds([[guide.required ? REQUIRED_BACKGROUND : OPTIONAL_BACKGROUND]]);
}

function writeBlock(sheet: Sheet, { columns, block, blockFormats }: TabLayout): void {
  const cells = sheet.getRange(1, 1, block.length, columns.length);
  cells.setNumberFormats(blockFormats.map((row) => [...row]));
  writeCells(cells, block);
}

function fillInputTab(sheet: Sheet, layout: TabLayout, sheets: NamedSheets): void {
  const { columns, alignments, rules } = layout;
  makeRoom(sheet, layout.block.length, layout.columns.length);
  for (const [format, cells] of columnsBy(columns.map((column) => column.format))) {
    sheet.getRangeList(cells).setNumberFormat(format);
  }
  const byAlignment = columnsBy(alignments);
  byAlignment.delete(null);
  // Headings are centred, whatever is below them.
  byAlignment.set('center', [`A1:${columnLetters(columns.length)}1`, ...(byAlignment.get('center') ?? [])]);
  for (const [alignment, cells] of byAlignment) sheet.getRangeList(cells).setHorizontalAlignment(alignment);
  for (const { value: width, first, count } of runsOf(columns.map((column) => column.width))) {
    sheet.setColumnWidths(first, count, width);
  }
  for (const { cells, rule } of rules) {
    const validation = validationFor(rule, sheets);
    if (validation !== null) sheet.getRange(cells).setDataValidation(validation);
  }
  const headings = sheet.getRange(1, 1, 1, columns.length);
  headings.setNotes([columns.map(({ note }) => note)]);
  const style = headingStyle();
  headings.setTextStyles([columns.map(() => style)]);
  headings.setBackgrounds([
    columns.map(({ required }) => (required ? REQUIRED_BACKGROUND : OPTIONAL_BACKGROUND)),
  ]);
  freezeRows(sheet, 1);
  sheet.setTabColor(INPUT_TAB_COLOR);
  writeBlock(sheet, layout);
}

function headingStyle(): GoogleAppsScript.Spreadsheet.TextStyle {
  return SpreadsheetApp.newTextStyle().setBold(true).setForegroundColor(HEADING_COLOR).build();
}

/** Groups columns by key. Each is given as its cells below the heading: `B2:B`. */
function columnsBy<Key>(keys: readonly Key[]): Map<Key, string[]> {
  const cells = new Map<Key, string[]>();
  keys.forEach((key, index) => {
    const letters = columnLetters(index + 1);
    cells.set(key, [...(cells.get(key) ?? []), `${letters}2:${letters}`]);
  });
  return cells;
}

/** A validation rule that warns but refuses nothing; null where the tab with its list is missing. */
function validationFor(rule: CellRule, sheets: NamedSheets): Validation | null {
  const builder = SpreadsheetApp.newDataValidation();
  switch (rule.kind) {
    case 'list':
      return builder
        .requireValueInList([...rule.values], true)
        .setAllowInvalid(true)
        .build();
    case 'range': {
      const sheet = sheets.named(rule.tabName);
      return sheet === null
        ? null
        : builder
            .requireValueInRange(sheet.getRange(rule.cells), true)
            .setAllowInvalid(true)
            .setHelpText(`${rule.tabName} 탭에 없는 이름입니다. 맞으면 그대로 두고 그 탭에 더해 주세요.`)
            .build();
    }
    case 'numberBetween':
      return builder.requireNumberBetween(rule.least, rule.most).setAllowInvalid(true).build();
    case 'day':
      return builder.requireDate().setAllowInvalid(true).build();
    case 'formula':
      return builder.requireFormulaSatisfied(rule.formula).setAllowInvalid(true).build();
  }
}
