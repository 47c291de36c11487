import {
  allRefused,
  firstColumn,
  inferred,
  liveTest,
  plain,
  type Rule,
  reference,
  refusal,
  refusals,
  refused,
  reported,
} from './rule.ts';

const SET_VALUES = reference('spreadsheet/range#setvaluesvalues');

/** What is written, and what is then read. */
const READ_BACK: readonly (readonly [string, string | number | boolean | null, string | number | boolean])[] =
  [
    ['text', '어린이공원', '어린이공원'],
    ['a number', 12.5, 12.5],
    ['zero', 0, 0],
    ['false', false, false],
    ['a number as text', '1,234', 1234],
    ['a part as text', '54%', 0.54],
    ['a boolean as text', 'TRUE', true],
    ['text behind an apostrophe', "'007", '007'],
    ['nothing', '', ''],
    ['null', null, ''],
    ['blanks around text', ' 서울 ', ' 서울 '],
    ['a formula behind a blank', ' =SUM(1,2)', ' =SUM(1,2)'],
  ];

const PLAIN_TEXT: readonly string[] = ['1-6', '54%', 'TRUE', ' 12 ', '2024-03-05', '1,234'];

/** What is written into cells of plain text, what is then read, and the formula of the cell. */
const SIGNS: readonly (readonly [string, string, string])[] = [
  ["'007", '007', ''],
  ["''인용' 뒤", "'인용' 뒤", ''],
  ["'=1+1", '=1+1', ''],
  ["'+7", '+7', ''],
  ["'-7", '-7', ''],
  ["'@가", '@가', ''],
  ["'", '', ''],
  ['=HYPERLINK("#gid=0","여기")', '여기', '=HYPERLINK("#gid=0","여기")'],
];

export const WRITING: readonly Rule[] = [
  {
    name: 'a text that is written is taken as if it were typed, and a blank cell is read as an empty text',
    source: SET_VALUES,
    expected: Object.fromEntries(READ_BACK.map(([what, , read]) => [what, read])),
    find: (scratch) => {
      const range = scratch.cells(READ_BACK.length);
      const values = firstColumn(range.setValues(READ_BACK.map(([, written]) => [written])).getValues());
      return Object.fromEntries(READ_BACK.map(([what], row) => [what, plain(values[row])]));
    },
  },
  {
    name: 'a cell that is formatted as plain text keeps a text as it is written, and the format counts from when it was set',
    source: inferred('https://developers.google.com/workspace/sheets/api/guides/formats'),
    expected: { texts: [...PLAIN_TEXT], 'before the format': 'a date', 'behind it': '1-6' },
    find: (scratch) => {
      const range = scratch.cells(PLAIN_TEXT.length).setNumberFormat('@');
      const texts = firstColumn(range.setValues(PLAIN_TEXT.map((text) => [text])).getValues());
      const before = scratch.cells(1).setValue('1-6').setNumberFormat('@');
      const behind = scratch.cells(1).setNumberFormat('@').setValue('1-6').setNumberFormat('General');
      return {
        texts: texts.map(plain),
        'before the format': typeof before.getValue() === 'string' ? 'a text' : 'a date',
        'behind it': plain(behind.getValue()),
      };
    },
  },
  {
    name: 'a cell of plain text does not protect what a script writes: an apostrophe at the beginning is taken away, an equals sign makes a formula',
    source: reported('https://github.com/robin900/gspread-dataframe/issues/26'),
    expected: Object.fromEntries(SIGNS.map(([written, ...seen]) => [written, seen])),
    find: (scratch) => {
      const range = scratch.cells(SIGNS.length).setNumberFormat('@');
      const values = firstColumn(range.setValues(SIGNS.map(([written]) => [written])).getValues());
      const formulas = firstColumn(range.getFormulas());
      return Object.fromEntries(
        SIGNS.map(([written], row) => [written, [plain(values[row]), formulas[row] ?? '']]),
      );
    },
  },
  {
    name: 'a cell holds 50,000 letters, and one letter more is refused',
    source: reported('https://github.com/freelabz/secator/issues/96'),
    expected: {
      '50,000': 50_000,
      'one more': refused('Your input contains more than the maximum of 50000 characters in a single cell.'),
    },
    find: (scratch) => {
      const cell = scratch.cells(1);
      const length = String(cell.setValue('가'.repeat(50_000)).getValue()).length;
      return { '50,000': length, 'one more': refusal(() => cell.setValue('가'.repeat(50_001)).getValue()) };
    },
  },
  {
    name: 'no formula clears a cell, and a number among notes has decimals',
    source: liveTest('testsheetsbasic'),
    expected: { formula: ['', ''], notes: ['25.0', 'x'] },
    find: (scratch) => {
      const cell = scratch.cells(1).setFormula('=SUM(1,2)');
      // Called through Reflect because the types forbid these arguments. A script without types can pass
      // them.
      Reflect.apply(Reflect.get(cell, 'setFormula'), cell, [null]);
      const noted = scratch.cells(1, 2);
      Reflect.apply(Reflect.get(noted, 'setNotes'), noted, [[[25, 'x']]]);
      return { formula: [plain(cell.getValue()), cell.getFormula()], notes: noted.getNotes()[0] ?? [] };
    },
  },
  {
    name: 'one value fills the whole range',
    source: reference('spreadsheet/range#setvaluevalue'),
    expected: [
      [3, 3],
      [3, 3],
    ],
    find: (scratch) => scratch.cells(2, 2).setValue(3).getValues(),
  },
  {
    name: 'values must have the size of the range, and the message says both',
    source: reported('https://github.com/alpatania/sassafras/issues/8'),
    expected: allRefused({
      'too few rows':
        'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
      'too many columns':
        'The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
      'formats of another size':
        'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    }),
    find: (scratch) => {
      const range = scratch.cells(3, 2);
      return refusals({
        'too few rows': () =>
          range.setValues([
            [1, 2],
            [3, 4],
          ]),
        'too many columns': () =>
          range.setValues([
            [1, 2, 3],
            [4, 5, 6],
            [7, 8, 9],
          ]),
        'formats of another size': () => range.setNumberFormats([['@'], ['@'], ['@']]),
      });
    },
  },
  {
    name: 'arguments of another type are refused with the types that were given',
    source: liveTest('testsheetsbasic'),
    expected: allRefused({
      'one dimension':
        "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
      'text for a number':
        "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
      'text for notes':
        "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes.",
    }),
    find: (scratch) => {
      const range = scratch.cells(1, 2);
      // Called through Reflect because the types forbid these arguments. A script without types can pass
      // them.
      const call = (target: object, method: string, ...values: readonly unknown[]) =>
        Reflect.apply(Reflect.get(target, method), target, values);
      return refusals({
        'one dimension': () => call(range, 'setValues', [1, 2]),
        'text for a number': () => call(range.getSheet(), 'getRange', '1', 2),
        'text for notes': () => call(range, 'setNotes', 'foo'),
      });
    },
  },
  {
    name: 'a write that is refused changes nothing, and the error is an Exception that the script may catch',
    source: SET_VALUES,
    expected: { error: 'Exception', values: [['before'], ['']] },
    find: (scratch) => {
      const range = scratch.cells(2);
      range.getCell(1, 1).setValue('before');
      try {
        range.setValues([['after']]);
        return 'not refused';
      } catch (error) {
        return { error: error instanceof Error ? error.name : typeof error, values: range.getValues() };
      }
    },
  },
  {
    name: 'writes are carried out in the order of their calls, and a read sees them all, flushed or not',
    source: reference('spreadsheet/spreadsheet-app#flush'),
    expected: { read: ['second', 2], 'after the flush': ['second', 2], 'with what was given': 1 },
    find: (scratch) => {
      const range = scratch.cells(1, 2);
      range.setValue('first');
      range.getCell(1, 2).setValue(1);
      range.getCell(1, 1).setValue('second');
      range.offset(0, 1, 1, 1).setValue(2);
      const read = range.getValues()[0] ?? [];
      SpreadsheetApp.flush();
      const rows = [[1]];
      const given = scratch.cells(1).setValues(rows);
      rows[0] = [2];
      return {
        read: read.map(plain),
        'after the flush': (range.getValues()[0] ?? []).map(plain),
        'with what was given': plain(given.getValue()),
      };
    },
  },
  {
    name: 'clearing takes away what is named; notes, rules and merges stay where they are not',
    source: liveTest('testsheetsbasic'),
    expected: {
      clear: ['', 'normal', 'note', true],
      'clear({ contentsOnly: true })': ['', 'bold', 'note', true],
      'clear({ formatOnly: true })': [1, 'normal', 'note', true],
      'clear({ commentsOnly: true })': [1, 'bold', '', true],
      clearContent: ['', 'bold', 'note', true],
      clearFormat: [1, 'normal', 'note', true],
      clearDataValidations: [1, 'bold', 'note', false],
    },
    find: (scratch) => {
      const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 1).build();
      const ways: readonly (readonly [string, (range: GoogleAppsScript.Spreadsheet.Range) => unknown])[] = [
        ['clear', (range) => range.clear()],
        ['clear({ contentsOnly: true })', (range) => range.clear({ contentsOnly: true })],
        ['clear({ formatOnly: true })', (range) => range.clear({ formatOnly: true })],
        ['clear({ commentsOnly: true })', (range) => range.clear({ commentsOnly: true })],
        ['clearContent', (range) => range.clearContent()],
        ['clearFormat', (range) => range.clearFormat()],
        ['clearDataValidations', (range) => range.clearDataValidations()],
      ];
      const all = scratch.cells(ways.length);
      all.setValue(1).setFontWeight('bold').setNote('note').setDataValidation(rule);
      ways.forEach(([, clear], row) => {
        clear(all.getCell(row + 1, 1));
      });
      const [values, weights, notes, rules] = [
        all.getValues(),
        all.getFontWeights(),
        all.getNotes(),
        all.getDataValidations(),
      ].map(firstColumn);
      return Object.fromEntries(
        ways.map(([name], row) => [
          name,
          [plain(values?.[row]), plain(weights?.[row]), plain(notes?.[row]), rules?.[row] !== null],
        ]),
      );
    },
  },
  {
    name: 'Sheet.clear leaves notes',
    source: liveTest('testsheetsbasic'),
    expected: ['', 'normal', 'note'],
    find: (scratch) => {
      const sheet = scratch.sheet();
      const cell = sheet.getRange('B2').setValue(1).setFontWeight('bold').setNote('note');
      sheet.clear();
      return [plain(cell.getValue()), cell.getFontWeight(), cell.getNote()];
    },
  },
];
