import {
  firstColumn,
  inferred,
  liveTest,
  plain,
  type Range,
  type Rule,
  reference,
  refusal,
  type Seen,
} from './rule.ts';

export const DATA_VALIDATION: readonly Rule[] = [
  {
    name: 'a rule of what may be typed is kept by the cell as it was built, and warns only unless it is told to refuse',
    source: liveTest('testsheetsdatavalidations'),
    expected: {
      list: ['VALUE_IN_LIST', [['완료', '2'], true], true, null],
      range: ['VALUE_IN_RANGE', ['B1:B3', false], true, null],
      number: ['NUMBER_BETWEEN', [2000, 2100], true, '연도'],
      date: ['DATE_IS_VALID_DATE', [], true, null],
      formula: ['CUSTOM_FORMULA', ['=A5>0'], true, null],
      refusing: ['VALUE_IN_LIST', [['완료'], true], false, null],
      none: null,
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      const builder = () => SpreadsheetApp.newDataValidation();
      const rules = [
        builder().requireValueInList(['완료', '2']),
        builder().requireValueInRange(sheet.getRange('B1:B3'), false),
        builder().requireNumberBetween(2000, 2100).setHelpText('연도'),
        builder().requireDate(),
        builder().requireFormulaSatisfied('=A5>0'),
        builder().requireValueInList(['완료']).setAllowInvalid(false),
      ].map((rule) => rule.build());
      const cells = sheet.getRange(1, 1, rules.length, 1);
      rules.forEach((rule, row) => {
        cells.getCell(row + 1, 1).setDataValidation(rule);
      });
      const found = firstColumn(cells.offset(0, 0, rules.length + 1).getDataValidations()).map((rule) =>
        rule === null
          ? null
          : [
              String(rule.getCriteriaType()),
              rule.getCriteriaValues().map(criterion),
              rule.getAllowInvalid(),
              rule.getHelpText(),
            ],
      );
      const [list, range, number, date, formula, refusing, none] = found;
      return Object.fromEntries(
        Object.entries({ list, range, number, date, formula, refusing, none }).map(([name, rule]) => [
          name,
          rule ?? null,
        ]),
      );
    },
  },
  {
    name: 'what a rule refuses a script cannot write either, and nothing of its block is written; blanks and what is listed are',
    source: inferred('spreadsheet/data-validation#getallowinvalid'),
    expected: {
      refused: true,
      left: ['완료', ''],
      written: ['완료', '보류'],
      'a rule that warns': '무엇이든',
      'the rule taken away': '무엇이든',
    },
    find: ({ cells }) => {
      const range = cells(2);
      const list = () => SpreadsheetApp.newDataValidation().requireValueInList(['완료', '보류']);
      range.setDataValidation(list().setAllowInvalid(false).build());
      range.setValues([['완료'], ['']]);
      const seen = refusal(() => {
        range.setValues([['보류'], ['무엇이든']]);
        SpreadsheetApp.flush();
      });
      const left = firstColumn(range.getValues()).map(plain);
      const written = firstColumn(range.setValues([['완료'], ['보류']]).getValues()).map(plain);
      const cell = range.getCell(1, 1);
      const warned = cell.setDataValidation(list().build()).setValue('무엇이든').getValue();
      cell.setDataValidation(list().setAllowInvalid(false).build()).clearDataValidations();
      return {
        refused: seen !== 'not refused',
        left,
        written,
        'a rule that warns': plain(warned),
        'the rule taken away': plain(cell.setValue('무엇이든').getValue()),
      };
    },
  },
  {
    name: 'a cell without a rule has none, and null takes a rule away',
    source: reference('spreadsheet/range#setdatavalidationrule'),
    expected: [
      [true, false],
      [false, false],
    ],
    find: (scratch) => {
      const range = scratch.cells(2);
      const rule = SpreadsheetApp.newDataValidation().requireDate().build();
      range.getCell(1, 1).setDataValidation(rule);
      const rules = () => firstColumn(range.getDataValidations()).map((found) => found !== null);
      const before = rules();
      range.setDataValidation(null);
      return [before, rules()];
    },
  },
];

/** A value of a criterion. A range is shown in A1 notation. */
function criterion(value: unknown): Seen {
  if (Array.isArray(value)) return value.map(String);
  return isRange(value) ? value.getA1Notation() : plain(value);
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'getA1Notation' in value;
}
