import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { messageOf, resultOf, run } from './running.ts';

const GRID = `['a', 'b', 'c', 'd'].forEach((text, index) => sheet.getRange(index + 1, 1, 1, 2).setValues([[text, text]]));
  sheet.getRange('A2').setFontWeight('bold').setNote('b'); sheet.getRange('A3:B4').merge();
  const state = () => [sheet.getRange('A1:A6').getValues().map(([text]) => text || '-').join(''),
    sheet.getRange('A1:A6').getNotes().findIndex(([note]) => note !== '') + 1,
    sheet.getRange('A1:B6').getMergedRanges().map((range) => range.getA1Notation()).join(), sheet.getMaxRows()];`;

/**
 * The rules of the platform cover how lines and sheets are made, deleted and refused. These tests cover what
 * the host adds.
 */
describe('rows and columns', () => {
  it.each([
    ['sheet.insertRowsAfter(1000, 500)', ['abc---', 2, 'A3:B4', 1500]],
    ['sheet.deleteRows(2, 2)', ['a-----', 0, 'A2:B2', 998]],
    ['sheet.deleteRows(3, 2)', ['ab----', 2, '', 998]],
  ])('after %s everything is where it belongs', (call, state) => {
    expect(resultOf(`${GRID} ${call}; return state()`)).toEqual(state);
  });

  it.each([
    [
      'sheet.insertRowsAfter(1000, 383000); book.insertSheet()',
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
  ])('%s is refused', (call, message) => {
    expect(messageOf(call)).toBe(message);
  });
});

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
describe('sheets', () => {
  it('a new sheet has 1000 × 26 cells and the requested position, and is active', () => {
    const body = `const first = book.insertSheet('요약', 0), next = book.insertSheet(), last = book.insertSheet('끝', 99);
      return [book.getSheets().map((one) => one.getName()), book.getActiveSheet().getName(), last.getMaxRows(), last.getMaxColumns(),
        first.getIndex(), new Set(book.getSheets().map((one) => one.getSheetId())).size]`;
    expect(resultOf(body)).toEqual([['요약', '시트3', '시트1', '끝'], '끝', 1000, 26, 1, 4]);
  });

  it('hides, renames and deletes', () => {
    const document = createDocument({ sheets: ['가', '나', '다'] });
    const body = `book.setActiveSheet(book.getSheetByName('다'));
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

  const GONE = `const gone = book.insertSheet('가'); gone.getRange('A1:B2').setValues([[1, 2], [3, 4]]);
    const range = gone.getRange('A1'), list = gone.getRangeList(['A1', 'B2']), protection = gone.protect();
    gone.addDeveloperMetadata('k', 'v');
    const chart = gone.newChart().asBarChart().addRange(range).setPosition(1, 1, 0, 0).build();
    const [metadata] = gone.getDeveloperMetadata();
    book.deleteSheet(gone);`;

  it.each([
    'range.activate()',
    'list.activate()',
    'gone.activate()',
    'gone.setActiveRangeList(list)',
    'range.setValue(1)',
    'range.getValue()',
    'range.clear()',
    'range.merge()',
    "gone.setName('나')",
    "gone.setTabColor('#123456')",
    'gone.setColumnWidths(1, 1, 50)',
    'gone.hideRows(1)',
    'gone.insertChart(chart)',
    'gone.protect()',
    'protection.setWarningOnly(true)',
    'protection.remove()',
    "metadata.setValue('w')",
    'metadata.remove()',
  ])('%s is refused once the sheet is deleted', (call) => {
    expect(messageOf(`${GONE} ${call}`)).toBe('Sheet 1 not found');
  });

  it('a filter cannot be removed from a deleted sheet', () => {
    const document = createDocument({ sheets: ['가', '나'] });
    const [first] = document.sheets;
    if (first !== undefined) first.filter = { row: 1, column: 1, rows: 2, columns: 2 };
    const body = 'const filter = sheet.getFilter(); book.deleteSheet(sheet);';
    expect(messageOf(`${body} filter.remove()`, { document })).toBe('Sheet 0 not found');
  });

  it('formulas and rules follow a tab that is renamed, and texts do not', () => {
    const document = createDocument({ sheets: ['집계', '소통기록'] });
    const body = `const log = book.getSheetByName('소통기록'); log.getRange('A1:A2').setValues([[1], [2]]);
      ["=COUNTA(소통기록!A:A)", "=COUNTA('소통기록'!A1:A9)", '=IF(소통기록!A1=1,"소통기록!A1")'].forEach((formula, index) => sheet.getRange(index + 1, 1).setFormula(formula));
      sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(log.getRange('A1:A2')).build());
      sheet.getRange('B2').setDataValidation(SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=소통기록!A1>0').build());
      log.setName('지난 기록');
      const [[list], [formula]] = sheet.getRange('B1:B2').getDataValidations();
      return [sheet.getRange('A1:A3').getFormulas().flat(), sheet.getRange('A1:A2').getValues().flat(),
        list.getCriteriaValues()[0].getSheet().getName(), formula.getCriteriaValues()]`;
    expect(resultOf(body, { document })).toEqual([
      ["=COUNTA('지난 기록'!A:A)", "=COUNTA('지난 기록'!A1:A9)", `=IF('지난 기록'!A1=1,"소통기록!A1")`],
      [2, 2],
      '지난 기록',
      ["='지난 기록'!A1>0"],
    ]);
  });

  it('what is selected is kept between executions', () => {
    const document = createDocument({ sheets: ['가', '나'] });
    run(`book.getSheetByName('나').getRange('B2:C3').activate()`, { document });
    const body = `return [book.getActiveSheet().getName(), book.getActiveRange().getA1Notation(),
      book.getRange('가!A1').getSheet().getName()]`;
    expect(resultOf(body, { document })).toEqual(['나', 'B2:C3', '가']);
  });

  it('toasts are shown to the person', () => {
    expect(run(`book.toast('끝', '계산'); book.toast('기다림', '계산', -1)`).toasts).toEqual([
      { message: '끝', title: '계산', seconds: 5 },
      { message: '기다림', title: '계산', seconds: -1 },
    ]);
  });

  it('validation rules are kept in the document', () => {
    const document = createDocument();
    const body = `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['완료', '추진중']).setAllowInvalid(false).build();
      sheet.getRange('A1:A2').setDataValidation(rule)`;
    expect(run(body, { document }).error).toBeNull();
    expect(document.sheets[0]?.validations?.get('1,1')).toMatchObject({
      criterion: 'VALUE_IN_LIST',
      values: ['완료', '추진중'],
      showDropdown: true,
    });
  });
});
