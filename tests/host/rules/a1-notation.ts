import { allRefused, liveTest, type Range, type Rule, reference, refusals, type Scratch } from './rule.ts';

const shape = (range: Range) => [
  range.getRow(),
  range.getColumn(),
  range.getNumRows(),
  range.getNumColumns(),
];

/** What each notation means on a sheet of 1000 × 26, described by `say`. */
function read<Said>(scratch: Scratch, notations: readonly string[], say: (range: Range) => Said) {
  const sheet = scratch.cells(1).getSheet();
  return Object.fromEntries(notations.map((notation) => [notation, say(sheet.getRange(notation))]));
}

const COLUMNS: Readonly<Record<string, number>> = {
  A: 1,
  Z: 26,
  AA: 27,
  AZ: 52,
  BA: 53,
  ZZ: 702,
  AAA: 703,
};

/** Row, column, number of rows, number of columns. */
const SHAPES: Readonly<Record<string, readonly number[]>> = {
  A1: [1, 1, 1, 1],
  $B$3: [3, 2, 1, 1],
  'b3:c7': [3, 2, 5, 2],
  'C7:B3': [3, 2, 5, 2],
  Z1: [1, 26, 1, 1],
  'A:C': [1, 1, 1000, 3],
  'D:B': [1, 2, 1000, 3],
  '2:5': [2, 1, 4, 26],
  'A2:C': [2, 1, 999, 3],
};

const NOTATIONS: Readonly<Record<string, string>> = {
  $C$3: 'C3',
  'b3:c7': 'B3:C7',
  'C5:B2': 'B2:C5',
  'D:F': 'D:F',
  'D:B': 'B:D',
  'A:A': 'A:A',
  '5:7': '5:7',
  '5:2': '2:5',
};

export const A1_NOTATION: readonly Rule[] = [
  {
    name: 'columns beyond Z are AA, AB … ZZ, AAA, whichever way they are asked for',
    source: reference('spreadsheet/sheet#getrangea1notation'),
    expected: Object.fromEntries(
      Object.entries(COLUMNS).map(([letters, column]) => [letters, [column, `${letters}2`]]),
    ),
    find: (scratch) => {
      const sheet = scratch.sheet();
      sheet.deleteRows(3, 998);
      sheet.insertColumnsAfter(26, 677);
      return Object.fromEntries(
        Object.entries(COLUMNS).map(([letters, column]) => [
          letters,
          [sheet.getRange(`${letters}2`).getColumn(), sheet.getRange(2, column).getA1Notation()],
        ]),
      );
    },
  },
  {
    name: 'A1 notation is read in either case, with dollars, from either corner, and as whole columns and rows',
    source: reference('spreadsheet/sheet#getrangea1notation'),
    expected: SHAPES,
    find: (scratch) => read(scratch, Object.keys(SHAPES), shape),
  },
  {
    name: 'a range that was asked for as whole columns or rows is called so, and others by their corners in order',
    source: liveTest('testsheetsdeveloper'),
    expected: NOTATIONS,
    find: (scratch) => read(scratch, Object.keys(NOTATIONS), (range) => range.getA1Notation()),
  },
  {
    name: 'the name of a sheet stands before the cells, in quotation marks where it has a blank or a quotation mark',
    source: reference('spreadsheet/spreadsheet#getrangea1notation'),
    expected: [
      ['here', 'C2:C3'],
      ['here', 'C2:C3'],
    ],
    find: ({ book, sheet }) => {
      const target = sheet();
      const found = (name: string, written: string) => {
        target.setName(name);
        const range = book.getRange(`${written}!C2:C3`);
        return [
          range.getSheet().getSheetId() === target.getSheetId() ? 'here' : 'elsewhere',
          range.getA1Notation(),
        ];
      };
      return [
        found('host-check 소통기록', "'host-check 소통기록'"),
        found("host-check it's", "'host-check it''s'"),
      ];
    },
  },
  {
    name: 'a range knows its place, and gives others by theirs',
    source: reference('spreadsheet/range#offsetrowoffset,-columnoffset'),
    expected: {
      range: ['C2:G5', 2, 3, 4, 5, 5, 7],
      'offset(1, -1)': 'B3:F6',
      'offset(0, 0, 1)': 'C2:G2',
      'getCell(2, 2)': 'D3',
    },
    find: ({ cells }) => {
      const range = cells(1).getSheet().getRange(2, 3, 4, 5);
      return {
        range: [range.getA1Notation(), ...shape(range), range.getLastRow(), range.getLastColumn()],
        'offset(1, -1)': range.offset(1, -1).getA1Notation(),
        'offset(0, 0, 1)': range.offset(0, 0, 1).getA1Notation(),
        'getCell(2, 2)': range.getCell(2, 2).getA1Notation(),
      };
    },
  },
  {
    name: 'what is no range of the sheet is refused, and why is said',
    source: reference('spreadsheet/sheet#getrangerow,-column,-numrows,-numcolumns'),
    expected: allRefused({
      'a row below the grid': 'The coordinates of the range are outside the dimensions of the sheet.',
      'a column beside the grid': 'The coordinates of the range are outside the dimensions of the sheet.',
      'row 0': 'The starting row of the range is too small.',
      'column 0': 'The starting column of the range is too small.',
      'no rows': 'The number of rows in the range must be at least 1.',
      'no columns': 'The number of columns in the range must be at least 1.',
      'a word': 'Range not found',
    }),
    find: ({ cells }) => {
      const sheet = cells(1).getSheet();
      return refusals({
        'a row below the grid': () => sheet.getRange(1001, 1),
        'a column beside the grid': () => sheet.getRange('AA1'),
        'row 0': () => sheet.getRange(0, 1),
        'column 0': () => sheet.getRange(1, 0),
        'no rows': () => sheet.getRange(1, 1, 0, 1),
        'no columns': () => sheet.getRange(1, 1, 1, 0),
        'a word': () => sheet.getRange('어디'),
      });
    },
  },
  {
    name: 'the data range runs from A1 to the last row and the last column that hold something; formats do not count',
    source: reference('spreadsheet/sheet#getdatarange'),
    expected: {
      'a new sheet': ['A1', 0, 0],
      'with a colour in E9': 'A1',
      'with values in C5 and, a blank alone, in D2': ['A1:D5', 5, 4],
      'with D2 emptied': 'A1:C5',
      'with C5 false': 'A1:C5',
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const data = () => sheet.getDataRange().getA1Notation();
      const fresh = [data(), sheet.getLastRow(), sheet.getLastColumn()];
      sheet.getRange('E9').setBackground('#ff0000');
      const colored = data();
      sheet.getRange('C5').setValue(1);
      sheet.getRange('D2').setValue(' ');
      const filled = [data(), sheet.getLastRow(), sheet.getLastColumn()];
      sheet.getRange('D2').clearContent();
      const emptied = data();
      sheet.getRange('C5').setValue(false);
      return {
        'a new sheet': fresh,
        'with a colour in E9': colored,
        'with values in C5 and, a blank alone, in D2': filled,
        'with D2 emptied': emptied,
        'with C5 false': data(),
      };
    },
  },
  {
    name: 'a sparse block is read with its gaps as empty texts',
    source: reference('spreadsheet/range#getvalues'),
    expected: [
      ['', '', ''],
      ['', 0, ''],
      ['', '', false],
    ],
    find: (scratch) => {
      const sheet = scratch.sheet();
      sheet.getRange('B2').setValue(0);
      sheet.getRange('C3').setValue(false);
      return sheet.getDataRange().getValues();
    },
  },
];
