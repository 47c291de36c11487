import {
  allRefused,
  firstColumn,
  inferred,
  places,
  plain,
  type Rule,
  reference,
  refusal,
  refusals,
  reported,
  type Sheet,
} from './rule.ts';

/**
 * Writes a, b, c below each other. b gets a note; c and the cell below are merged with the cells at their
 * right.
 */
function marked(sheet: Sheet): () => (string | number)[] {
  sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
  sheet.getRange('A2').setNote('b');
  sheet.getRange('A3:B4').merge();
  const range = sheet.getRange('A1:B8');
  return () => [
    firstColumn(range.getValues())
      .map((value) => value || '-')
      .join(''),
    range.getNotes().findIndex(([note]) => note !== '') + 1,
    places(range.getMergedRanges()).join(),
  ];
}

export const LINES: readonly Rule[] = [
  {
    name: 'values, notes and merges move along where rows are inserted or deleted',
    source: reference('spreadsheet/sheet#insertrowsafterafterposition,-howmany'),
    expected: {
      before: ['abc-----', 2, 'A3:B4'],
      'insertRowsAfter(1, 1)': ['a-bc----', 3, 'A4:B5'],
      'insertRowsBefore(1, 2)': ['--a-bc--', 5, 'A6:B7'],
      'insertRowsAfter(6, 1)': ['--a-bc--', 5, 'A6:B8'],
      'deleteRows(1, 2)': ['a-bc----', 3, 'A4:B6'],
      'deleteRows(4, 1)': ['a-b-----', 3, 'A4:B5'],
      'deleteRows(3, 3)': ['a-------', 0, ''],
      rows: 998,
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const state = marked(sheet);
      const steps: readonly (readonly [string, () => unknown])[] = [
        ['before', () => null],
        ['insertRowsAfter(1, 1)', () => sheet.insertRowsAfter(1, 1)],
        ['insertRowsBefore(1, 2)', () => sheet.insertRowsBefore(1, 2)],
        ['insertRowsAfter(6, 1)', () => sheet.insertRowsAfter(6, 1)],
        ['deleteRows(1, 2)', () => sheet.deleteRows(1, 2)],
        ['deleteRows(4, 1)', () => sheet.deleteRows(4, 1)],
        ['deleteRows(3, 3)', () => sheet.deleteRows(3, 3)],
      ];
      const states = steps.map(([name, step]) => {
        step();
        return [name, state()];
      });
      return { ...Object.fromEntries(states), rows: sheet.getMaxRows() };
    },
  },
  {
    name: 'columns move along likewise, with their widths',
    source: reference('spreadsheet/sheet#insertcolumnsafterafterposition,-howmany'),
    expected: { inserted: [[1, '', 2, 3], 50, 27], deleted: [[2, 3, '', ''], 25] },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const range = sheet.getRange('A1:D1').setValues([[1, 2, 3, '']]);
      sheet.setColumnWidths(2, 1, 50);
      sheet.insertColumnsAfter(1, 1);
      const inserted = [
        (range.getValues()[0] ?? []).map(plain),
        sheet.getColumnWidth(3),
        sheet.getMaxColumns(),
      ];
      sheet.deleteColumns(1, 2);
      return { inserted, deleted: [(range.getValues()[0] ?? []).map(plain), sheet.getMaxColumns()] };
    },
  },
  {
    name: 'new rows look like the row beside which they were asked for',
    source: inferred('spreadsheet/sheet#insertrowsafterafterposition,-howmany'),
    expected: ['normal', 'bold', 'bold', 'normal', 'normal'],
    find: (scratch) => {
      const sheet = scratch.sheet();
      sheet.getRange('A2').setFontWeight('bold');
      sheet.insertRowsAfter(2, 1);
      sheet.insertRowsBefore(4, 1);
      return firstColumn(sheet.getRange('A1:A5').getFontWeights()).map(plain);
    },
  },
  {
    name: 'rules, conditional formats and charts go along with their cells',
    source: inferred('spreadsheet/sheet#insertrowsbeforebeforeposition,-howmany'),
    expected: {
      validated: [false, false, true, true, false],
      formats: ['A3:A4'],
      chart: ['A3:B4', 8],
      'one row deleted': [[false, true, true, false, false], ['A2:A3'], ['A2:B3', 7]],
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['완료']).build();
      const cells = sheet.getRange('A1:A2').setDataValidation(rule);
      const format = SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied('=A1=1')
        .setBold(true)
        .setRanges([cells])
        .build();
      sheet.setConditionalFormatRules([format]);
      sheet.insertChart(
        sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B2')).setPosition(6, 1, 0, 0).build(),
      );
      const column = sheet.getRange('A1:A5');
      const validated = () => firstColumn(column.getDataValidations()).map((found) => found !== null);
      const formats = () => sheet.getConditionalFormatRules().flatMap((found) => places(found.getRanges()));
      const chart = () =>
        sheet
          .getCharts()
          .flatMap((found) => [places(found.getRanges()).join(), found.getContainerInfo().getAnchorRow()]);
      sheet.insertRowsBefore(1, 2);
      const inserted = { validated: validated(), formats: formats(), chart: chart() };
      sheet.deleteRows(2, 1);
      return { ...inserted, 'one row deleted': [validated(), formats(), chart()] };
    },
  },
  {
    name: 'rows and columns that are not there cannot be used, and some must always stay',
    source: reported('https://github.com/mogsdad/SheetConverter/issues/20'),
    expected: allRefused({
      'insertRowsAfter(1001, 1)': 'Those rows are out of bounds.',
      'deleteColumns(27, 1)': 'Those columns are out of bounds.',
      'deleteRows(1, 1000)': "You can't delete all the rows on the sheet.",
      'deleteRows(2, 999) below a frozen row': 'Sorry, it is not possible to delete all non-frozen rows.',
    }),
    find: (scratch) => {
      const sheet = scratch.sheet();
      return refusals({
        'insertRowsAfter(1001, 1)': () => sheet.insertRowsAfter(1001, 1),
        'deleteColumns(27, 1)': () => sheet.deleteColumns(27, 1),
        'deleteRows(1, 1000)': () => sheet.deleteRows(1, 1000),
        'deleteRows(2, 999) below a frozen row': () => {
          sheet.setFrozenRows(1);
          sheet.deleteRows(2, 999);
        },
      });
    },
  },
  {
    name: 'a spreadsheet holds ten million cells',
    source: reported('https://github.com/nithinmurali/pygsheets/issues/589'),
    expected: allRefused({
      'insertRowsAfter(1000, 400000)':
        'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    }),
    find: ({ cells }) => {
      const sheet = cells(1).getSheet();
      return refusals({ 'insertRowsAfter(1000, 400000)': () => sheet.insertRowsAfter(1000, 400_000) });
    },
  },
  {
    name: 'all rows or columns that can be seen cannot be frozen',
    source: reported('https://github.com/google/ads-account-structure-script/issues/2'),
    expected: allRefused({
      'every row': "You can't freeze all visible rows on the sheet.",
      'every row that is not hidden': "You can't freeze all visible rows on the sheet.",
      'every column': "You can't freeze all visible columns on the sheet.",
    }),
    find: (scratch) => {
      const sheet = scratch.sheet();
      const rows = sheet.getMaxRows();
      return refusals({
        'every row': () => sheet.setFrozenRows(rows),
        'every row that is not hidden': () => {
          sheet.hideRows(3, rows - 2);
          sheet.setFrozenRows(2);
        },
        'every column': () => sheet.setFrozenColumns(sheet.getMaxColumns()),
      });
    },
  },
  {
    name: 'widths and heights below nothing are refused',
    source: inferred('spreadsheet/sheet#setcolumnwidthscolumn,-numcolumns,-width'),
    expected: [true, true],
    find: (scratch) => {
      const sheet = scratch.sheet();
      return [
        refusal(() => sheet.setColumnWidths(1, 1, -5)) !== 'not refused',
        refusal(() => sheet.setRowHeights(1, 2, -5)) !== 'not refused',
      ];
    },
  },
  {
    name: 'hidden and frozen rows, heights and widths are as they were set',
    source: reference('spreadsheet/sheet#isrowhiddenbyuserrowposition'),
    expected: {
      hidden: [true, false],
      filtered: false,
      frozen: 1,
      heights: [21, 40],
      width: [100, 55],
      gridlines: true,
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      sheet.hideRows(2, 2);
      sheet.showRows(3);
      sheet.setFrozenRows(1);
      sheet.setRowHeights(2, 2, 40).setColumnWidths(2, 1, 55).setHiddenGridlines(true);
      return {
        hidden: [2, 3].map((row) => sheet.isRowHiddenByUser(row)),
        filtered: sheet.isRowHiddenByFilter(2),
        frozen: sheet.getFrozenRows(),
        heights: [1, 3].map((row) => sheet.getRowHeight(row)),
        width: [1, 2].map((column) => sheet.getColumnWidth(column)),
        gridlines: sheet.hasHiddenGridlines(),
      };
    },
  },
];
