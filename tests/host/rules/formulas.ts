import { documented, firstColumn, inferred, liveTest, plain, type Rule, type Scratch } from './rule.ts';

const LOG: readonly (readonly (string | number)[])[] = [
  ['실행', '한 일', '결과탭', '끝'],
  [20240331090000, '다시 계산', '요약, 점검', '끝남'],
  [20240402100000, '다시 계산', '요약', '끝나지 않음'],
  [20240402110000, '보고', '실적보고', '끝나지 않음(점검 중)'],
  [20240403090000, 'Report', '요약', '끝남'],
  [20240501000000, '100% (a+b)', '*', '?'],
];

const COUNTIFS: Readonly<Record<string, number | string>> = {
  '$A:$A,">=20240402100000"': 4,
  'A:A,">20240402100000"': 3,
  'A2:A6,"<=20240402100000"': 2,
  'A2:A6,"<20240402100000"': 1,
  'A2:A6,"20240402100000"': 1,
  'C:C,"요약"': 2,
  'C:C,"=요약"': 2,
  'C:C,"요"': 0,
  'C:C,"*요약*"': 3,
  'D:D,"끝나지 않음*"': 2,
  'C:C,"*점검"': 1,
  'D:D,"끝?"': 2,
  'B:B,"rEPORT"': 1,
  'C:C,"~*"': 1,
  'D:D,"~?"': 1,
  'B:B,"*(A+B)"': 1,
  'A:A,"*"': 1,
  'A:A,"*2024*"': 0,
  '$A:$A,">=20240402100000",$C:$C,"*요약*",$D:$D,"끝나지 않음*"': 1,
  'A2:A5,">0",D3:D6,"끝나지 않음*"': 2,
  'A4:A,">0"': 3,
  'A2:A5,">0",D2:D6,"끝*"': '#VALUE!',
};

/** Results of formulas on another sheet than the log. `@` stands for the name of the log's sheet. */
function results(scratch: Scratch, formulas: readonly string[]) {
  const sheet = scratch.sheet();
  sheet.getRange(1, 1, LOG.length, 4).setValues(LOG.map((row) => [...row]));
  const name = `'${sheet.getName()}'!`;
  const range = scratch.cells(formulas.length);
  range.setValues(formulas.map((formula) => [formula.replace(/@/g, name)]));
  const values = firstColumn(range.getValues());
  return formulas.map((_, row) => plain(values[row]));
}

const named = (parameters: string) => parameters.replace(/\$?[A-D]\d?:/g, (corner) => `@${corner}`);

const COUNTED: Readonly<Record<string, number | string>> = {
  'COUNTA(@A1:B9)': 12,
  'COUNTA(@A:A)': 6,
  'COUNTA(@A1:A2,@A1:A2)': 4,
  'COUNTA(@A7:B9)': 0,
  'SUBTOTAL(103,@A1:B9)': 12,
  'COUNTA(@A1:B9)-SUBTOTAL(103,@A1:B9)': 0,
  "COUNTA('host-check 없는 탭'!A1:B5)": '#REF!',
};

const IFERROR: Readonly<Record<string, number | string>> = {
  'IFERROR(COUNTA(@A:A),0)': 6,
  "IFERROR(COUNTA('host-check 없는 탭'!A:A),0)": 0,
  'IF(IFERROR(COUNTIFS(@C:C,"*요약*"),0)=0,"요약","⚠")': '⚠',
  'IF(IFERROR(COUNTIFS(\'host-check 없는 탭\'!C:C,"*요약*"),0)=0,"요약","⚠")': '요약',
};

export const FORMULAS: readonly Rule[] = [
  {
    name: 'COUNTIFS counts by numbers, whole texts in any case, wildcards and several conditions, in closed and open ranges',
    source: documented('https://support.google.com/docs/answer/3256550'),
    expected: COUNTIFS,
    find: (scratch) => {
      const cases = Object.keys(COUNTIFS);
      const found = results(
        scratch,
        cases.map((parameters) => `=COUNTIFS(${named(parameters)})`),
      );
      return Object.fromEntries(cases.map((parameters, row) => [parameters, found[row] ?? '']));
    },
  },
  {
    name: 'COUNTA counts what is not blank, and so does SUBTOTAL(103) of rows that are shown',
    source: documented('https://support.google.com/docs/answer/3093649'),
    expected: COUNTED,
    find: (scratch) => {
      const cases = Object.keys(COUNTED);
      const found = results(
        scratch,
        cases.map((formula) => `=${formula}`),
      );
      return Object.fromEntries(cases.map((formula, row) => [formula, found[row] ?? '']));
    },
  },
  {
    name: 'IFERROR gives its second argument where the first is an error, also that of a sheet that is not there',
    source: documented('https://support.google.com/docs/answer/3093304'),
    expected: IFERROR,
    find: (scratch) => {
      const cases = Object.keys(IFERROR);
      const found = results(
        scratch,
        cases.map((formula) => `=${formula}`),
      );
      return Object.fromEntries(cases.map((formula, row) => [formula, found[row] ?? '']));
    },
  },
  {
    name: 'a row that a person has hidden is counted by COUNTA and not by SUBTOTAL(103)',
    source: documented('https://support.google.com/docs/answer/3093649'),
    expected: [3, 2],
    find: (scratch) => {
      const sheet = scratch.sheet();
      sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
      sheet.hideRows(2, 1);
      const range = sheet.getRange('C1:D1').setValues([['=COUNTA(A1:A3)', '=SUBTOTAL(103,A1:A3)']]);
      return (range.getValues()[0] ?? []).map(plain);
    },
  },
  {
    name: 'a formula of a whole range is that of its first cell, carried on as if it were copied',
    source: liveTest('testsheetsformatting'),
    expected: {
      'A1:B2': [
        ['=D9', '=E9'],
        ['=D10', '=E10'],
      ],
      'A3:A4': [['=$D$9+D$9&"D9"'], ['=$D$9+D$9&"D9"']],
    },
    find: (scratch) => {
      const sheet = scratch.sheet();
      return {
        'A1:B2': sheet.getRange('A1:B2').setFormula('=D9').getFormulas(),
        'A3:A4': sheet.getRange('A3:A4').setFormula('=$D$9+D$9&"D9"').getFormulas(),
      };
    },
  },
  {
    name: 'a formula is there until something is written over it, and a link shows its text',
    source: inferred('spreadsheet/range#setformulaformula'),
    expected: { link: ['소통기록!A5', '=HYPERLINK("#gid=0&range=A5","소통기록!A5")'], over: [8, ''] },
    find: (scratch) => {
      const cell = scratch.cells(1).setValue('=HYPERLINK("#gid=0&range=A5","소통기록!A5")');
      const link = [cell.getDisplayValue(), cell.getFormula()];
      return { link, over: [plain(cell.setValue(8).getValue()), cell.getFormula()] };
    },
  },
];
