import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { messageOf, resultOf, run } from './running.ts';

const GRID = `['a', 'b', 'c', 'd'].forEach((text, index) => sheet.getRange(index + 1, 1, 1, 2).setValues([[text, text]]));
  sheet.getRange('A2').setFontWeight('bold').setNote('b'); sheet.getRange('A3:B4').merge();
  const state = () => [sheet.getRange('A1:A6').getValues().map(([text]) => text || '-').join(''),
    sheet.getRange('A1:A6').getNotes().findIndex(([note]) => note !== '') + 1,
    sheet.getRange('A1:B6').getMergedRanges().map((range) => range.getA1Notation()).join(), sheet.getMaxRows()];`;

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet */
describe('rows and columns', () => {
  it.each([
    ['sheet.insertRowsAfter(1, 1)', ['a-bc--', 3, 'A4:B5', 1001]],
    ['sheet.insertRowsBefore(1, 2)', ['--abc-', 4, 'A5:B6', 1002]],
    ['sheet.insertRowsAfter(3, 1)', ['abc---', 2, 'A3:B5', 1001]],
    ['sheet.insertRowsAfter(1000, 500)', ['abc---', 2, 'A3:B4', 1500]],
    ['sheet.deleteRow(1)', ['bc----', 1, 'A2:B3', 999]],
    ['sheet.deleteRows(2, 2)', ['a-----', 0, 'A2:B2', 998]],
    ['sheet.deleteRows(3, 2)', ['ab----', 2, '', 998]],
  ])('after %s everything stands where it belongs', (call, state) => {
    expect(resultOf(`${GRID} ${call}; return state()`)).toEqual(state);
  });

  it('new rows look like the row beside which they were asked for', () => {
    const body = `sheet.getRange('A2:A3').setFontWeights([['bold'], ['normal']]).setValues([[1], [2]]);
      sheet.insertRowsAfter(2, 1); sheet.insertRowsBefore(4, 1);
      return sheet.getRange('A1:A5').getFontWeights().map(([weight]) => weight)`;
    expect(resultOf(body)).toEqual(['normal', 'bold', 'bold', 'normal', 'normal']);
  });

  it('columns go likewise', () => {
    const body = `sheet.getRange('A1:C1').setValues([[1, 2, 3]]); sheet.setColumnWidth(2, 50);
      sheet.insertColumnsAfter(1, 1); const inserted = [sheet.getRange('A1:D1').getValues()[0], sheet.getColumnWidth(3)];
      sheet.deleteColumns(1, 2); return [...inserted, sheet.getRange('A1:B1').getValues()[0], sheet.getMaxColumns()]`;
    expect(resultOf(body)).toEqual([[1, '', 2, 3], 50, [2, 3], 25]);
  });

  it('appendRow writes below the last row and grows the grid where it must', () => {
    const body = `sheet.appendRow(['2024-03-05', '54%']).appendRow(['끝']);
      sheet.getRange('A1000').setValue('맨 아래'); sheet.appendRow(['하나 더']);
      return [sheet.getRange('A1:B2').getDisplayValues(), sheet.getLastRow(), sheet.getMaxRows()]`;
    expect(resultOf(body)).toEqual([
      [
        ['2024-03-05', '54%'],
        ['끝', ''],
      ],
      1001,
      1001,
    ]);
  });

  it.each([
    ['sheet.insertRowsAfter(1001, 1)', 'Those rows are out of bounds.'],
    ['sheet.deleteColumn(27)', 'Those columns are out of bounds.'],
    ['sheet.deleteRows(1, 1000)', "You can't delete all the rows on the sheet."],
    [
      'sheet.setFrozenRows(1); sheet.deleteRows(2, 999)',
      'Sorry, it is not possible to delete all non-frozen rows.',
    ],
    ...['sheet.insertRowsAfter(1000, 400000)', 'sheet.insertRowsAfter(1000, 383000); book.insertSheet()'].map(
      (call) => [
        call,
        'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      ],
    ),
  ])('%s is refused', (call, message) => {
    expect(messageOf(call)).toBe(message);
  });

  it('what a person sees of rows is kept', () => {
    const body = `sheet.hideRows(2, 2); sheet.showRows(3); sheet.setFrozenRows(1); sheet.setRowHeights(1, 2, 40);
      return [[1, 2, 3].map((row) => sheet.isRowHiddenByUser(row)), sheet.isRowHiddenByFilter(2), sheet.getFrozenRows(), sheet.getRowHeight(2)]`;
    expect(resultOf(body)).toEqual([[false, true, false], false, 1, 40]);
  });
});

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
describe('sheets', () => {
  it('a new sheet has 1000 × 26 cells, the place that was asked for, and is shown', () => {
    const body = `const first = book.insertSheet('요약', 0), next = book.insertSheet(), last = book.insertSheet('끝', 99);
      return [book.getSheets().map((one) => one.getName()), book.getActiveSheet().getName(), last.getMaxRows(), last.getMaxColumns(),
        first.getIndex(), new Set(book.getSheets().map((one) => one.getSheetId())).size]`;
    expect(resultOf(body)).toEqual([['요약', '시트3', '시트1', '끝'], '끝', 1000, 26, 1, 4]);
  });

  it('moves, hides, renames and deletes', () => {
    const document = createDocument({ sheets: ['가', '나', '다'] });
    const body = `book.setActiveSheet(book.getSheetByName('다')); book.moveActiveSheet(1);
      book.getSheetByName('가').hideSheet(); book.getSheetByName('나').setName('라').setTabColor('#123456');
      book.deleteSheet(book.getSheetByName('다'));
      return [book.getSheets().map((one) => one.getName()), book.getActiveSheet().getName(), book.getSheetByName('나')]`;
    expect(resultOf(body, { document })).toEqual([['가', '라'], '라', null]);
    expect(document.sheets.map(({ hidden, tabColor }) => [hidden, tabColor])).toEqual([
      [true, null],
      [false, '#123456'],
    ]);
  });

  it.each([
    [`book.insertSheet('시트1')`, 'A sheet with the name "시트1" already exists. Please enter another name.'],
    ['book.deleteSheet(sheet)', "You can't remove all the sheets in a document."],
    ['sheet.hideSheet()', "You can't hide all the sheets in a document."],
    [`const gone = book.insertSheet('가'); book.deleteSheet(gone); gone.getRange('A1')`, 'Sheet 1 not found'],
    [
      'book.deleteSheet(1)',
      "The parameters (number) don't match the method signature for SpreadsheetApp.Spreadsheet.deleteSheet.",
    ],
  ])('%s is refused', (body, message) => {
    expect(messageOf(body)).toBe(message);
  });

  it('what is selected is kept between executions', () => {
    const document = createDocument({ sheets: ['가', '나'] });
    run(`book.getSheetByName('나').getRange('B2:C3').activate()`, { document });
    const body = `return [book.getActiveSheet().getName(), book.getActiveRange().getA1Notation(), book.getCurrentCell().getA1Notation(),
      book.getRange('가!A1').getSheet().getName()]`;
    expect(resultOf(body, { document })).toEqual(['나', 'B2:C3', 'B2', '가']);
  });

  it('toasts are shown to the person', () => {
    expect(run(`book.toast('끝', '계산'); book.toast('기다림', '계산', -1)`).toasts).toEqual([
      { message: '끝', title: '계산', seconds: 5 },
      { message: '기다림', title: '계산', seconds: -1 },
    ]);
  });

  it('validation rules are kept', () => {
    const document = createDocument();
    const body = `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['완료', '추진중']).setAllowInvalid(false).build();
      sheet.getRange('A1:A2').setDataValidation(rule);
      return [sheet.getRange('A2').getDataValidation().getAllowInvalid(), sheet.getRange('A3').getDataValidation()]`;
    expect(resultOf(body, { document })).toEqual([false, null]);
    expect(document.sheets[0]?.validations?.get('1,1')).toMatchObject({
      criterion: 'VALUE_IN_LIST',
      values: ['완료', '추진중'],
      showDropdown: true,
    });
  });
});

/** https://developers.google.com/apps-script/guides/sheets/metadata (developer metadata) */
describe('developer metadata', () => {
  const MARKS = `const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility, { SHEET } = SpreadsheetApp.DeveloperMetadataLocationType;
    sheet.addDeveloperMetadata('tab', 'summary', PROJECT).addDeveloperMetadata('plain');
    book.addDeveloperMetadata('version', '1');
    const keys = (finder) => finder.find().map((found) => found.getKey());`;

  it.each([
    ['book.createDeveloperMetadataFinder()', ['version', 'tab', 'plain']],
    ['sheet.createDeveloperMetadataFinder()', ['tab', 'plain']],
    [`book.createDeveloperMetadataFinder().withKey('tab')`, ['tab']],
    [`book.createDeveloperMetadataFinder().withKey('tab').withValue('other')`, []],
    ['book.createDeveloperMetadataFinder().withVisibility(PROJECT)', ['tab']],
    ['book.createDeveloperMetadataFinder().withLocationType(SHEET)', ['tab', 'plain']],
  ])('%s finds %j', (finder, keys) => {
    expect(resultOf(`${MARKS} return keys(${finder})`)).toEqual(keys);
  });

  it('tells where it stands, and goes', () => {
    const body = `${MARKS} const [mark] = sheet.getDeveloperMetadata();
      const told = [mark.getValue(), mark.getVisibility() === PROJECT, mark.getLocation().getSheet().getName(), String(mark.getLocation().getLocationType())];
      mark.remove(); return [...told, keys(sheet.createDeveloperMetadataFinder())]`;
    expect(resultOf(body)).toEqual(['summary', true, '시트1', 'SHEET', ['plain']]);
  });
});
