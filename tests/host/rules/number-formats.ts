import { documented, firstColumn, inferred, liveTest, plain, type Rule, type Scratch } from './rule.ts';

const GUIDE = 'https://developers.google.com/workspace/sheets/api/guides/formats';

type Case = readonly [value: number, format: string, shown: string];

const NUMBERS: readonly Case[] = [
  [5, '0', '5'],
  [2.5, '0', '3'],
  [-2.5, '0', '-3'],
  [1.005, '0.00', '1.01'],
  [0, '#,##0', '0'],
  [1234567, '#,##0', '1,234,567'],
  [999, '#,##0', '999'],
  [1234.567, '#,##0.0', '1,234.6'],
  [-1234, '#,##0', '-1,234'],
  [0.5, '#.##', '.5'],
  [7, '000', '007'],
  [0.54, '0%', '54%'],
  [0.211, '0.0%', '21.1%'],
  [27000000, '#,##0,', '27,000'],
  [27000000, '#,##0,,"백만원"', '27백만원'],
  [5700000, '"₩"#,##0', '₩5,700,000'],
  [5700000, '[$₩-412]#,##0', '₩5,700,000'],
  [12, '0"건"', '12건'],
  [12, '0\\명', '12명'],
  [-5, '0;"△"0', '△5'],
  [0, '0;-0;"-"', '-'],
  [5, '[Red]0', '5'],
  [1500, '[>=1000]#,##0;0.0', '1,500'],
  [5, '[>=1000]#,##0;0.0', '5.0'],
  [12345, '0.00E+00', '1.23E+04'],
  [3, '@', '3'],
];

/** Formats of our tabs that are not listed above. */
const OURS: readonly Case[] = [
  [130, '"약 "#,##0', '약 130'],
  [-1234567, '#,##0;"△"#,##0', '△1,234,567'],
  [1234567, '#,##0;"△"#,##0', '1,234,567'],
  [0, '#,##0;"△"#,##0', '0'],
  [54.25, '#,##0.0', '54.3'],
  [3, '0.0##', '3.0'],
  [2.3456, '0.0##', '2.346'],
];

const GENERAL: readonly (readonly [number, string])[] = [
  [1234.5, '1234.5'],
  [1 / 3, '0.3333333333'],
  [0.1 + 0.2, '0.3'],
  [-5, '-5'],
  [1e15, '1E+15'],
  [123456789012, '123456789012'],
];

/** 2024-03-05 00:00 and 14:05:09, as days since 1899-12-30. */
const MARCH_5 = 45356;
const AFTERNOON = MARCH_5 + (14 * 3600 + 5 * 60 + 9) / 86400;

const DATES: readonly Case[] = [
  [MARCH_5, 'yyyy-mm-dd', '2024-03-05'],
  [MARCH_5, 'yyyy. m. d', '2024. 3. 5'],
  [MARCH_5, 'yy.mm.dd', '24.03.05'],
  [MARCH_5, 'yyyy"년" m"월" d"일"', '2024년 3월 5일'],
  [MARCH_5, 'm/d(ddd)', '3/5(화)'],
  [MARCH_5, 'dddd', '화요일'],
  [AFTERNOON, 'yyyy-mm-dd hh:mm:ss', '2024-03-05 14:05:09'],
  [AFTERNOON, 'h:mm', '14:05'],
  [AFTERNOON, 'mm:ss', '05:09'],
  [AFTERNOON, 'a/p h:mm', '오후 2:05'],
  [AFTERNOON, 'am/pm hh:mm', '오후 02:05'],
  [1.5, '[h]:mm', '36:00'],
];

function shown(scratch: Scratch, cases: readonly Case[]) {
  const range = scratch.cells(cases.length);
  range.setValues(cases.map(([value]) => [value])).setNumberFormats(cases.map(([, format]) => [format]));
  const texts = firstColumn(range.getDisplayValues());
  return Object.fromEntries(cases.map(([value, format], row) => [`${value} as ${format}`, texts[row] ?? '']));
}

const expected = (cases: readonly Case[]) =>
  Object.fromEntries(cases.map(([value, format, text]) => [`${value} as ${format}`, text]));

export const NUMBER_FORMATS: readonly Rule[] = [
  {
    name: 'numbers are displayed under their formats: half away from zero, groups, sections, conditions, literals',
    source: documented(GUIDE),
    expected: expected(NUMBERS),
    find: (scratch) => shown(scratch, NUMBERS),
  },
  {
    name: 'the formats of our tabs show what the district prints',
    source: documented(GUIDE),
    expected: expected(OURS),
    find: (scratch) => shown(scratch, OURS),
  },
  {
    name: 'dates are displayed under their formats, in Korean words',
    source: documented(GUIDE),
    expected: expected(DATES),
    find: (scratch) => shown(scratch, DATES),
  },
  {
    name: 'a number that nobody formatted is displayed with ten digits behind the point at most',
    source: inferred(GUIDE),
    expected: Object.fromEntries(GENERAL.map(([value, text]) => [String(value), text])),
    find: (scratch) => {
      const range = scratch.cells(GENERAL.length);
      const texts = firstColumn(range.setValues(GENERAL.map(([value]) => [value])).getDisplayValues());
      return Object.fromEntries(GENERAL.map(([value], row) => [String(value), texts[row] ?? '']));
    },
  },
  {
    name: 'the general format is asked for as General and is called 0.############### afterwards',
    source: liveTest('testsheetsformatting'),
    expected: { General: '0.###############', '#,##0': '#,##0' },
    find: (scratch) => {
      const range = scratch.cells(1, 2).setNumberFormats([['General', '#,##0']]);
      const [general = '', grouped = ''] = range.getNumberFormats()[0] ?? [];
      return { General: general, '#,##0': grouped };
    },
  },
  {
    name: 'a text looks as it is under a format of numbers, and as the fourth section says where there is one',
    source: documented(GUIDE),
    expected: { '0': '글', '0;-0;0;"「"@"」"': '「글」', boolean: 'TRUE', 'a text format': '1' },
    find: (scratch) => {
      const range = scratch.cells(1, 4);
      range.setNumberFormats([['0', '0;-0;0;"「"@"」"', '0', '@']]).setValues([['글', '글', true, '1']]);
      const [plainText = '', framed = '', boolean = '', text = ''] = range.getDisplayValues()[0] ?? [];
      return { '0': plainText, '0;-0;0;"「"@"」"': framed, boolean, 'a text format': text };
    },
  },
  {
    name: 'a date takes on a format of the locale where the cell has none, and keeps one that somebody chose',
    source: inferred(GUIDE),
    expected: { day: '2024. 3. 5', moment: '2024. 3. 5 오후 1:30:00', chosen: '2024-03-05', number: 45356 },
    find: (scratch) => {
      const range = scratch.cells(1, 3);
      const third = range.getCell(1, 3).setNumberFormat('yyyy-mm-dd');
      range.setValues([[new Date(2024, 2, 5), new Date(2024, 2, 5, 13, 30), new Date(2024, 2, 5)]]);
      const [day = '', moment = '', chosen = ''] = range.getDisplayValues()[0] ?? [];
      return { day, moment, chosen, number: plain(third.setNumberFormat('0').getValue()) };
    },
  },
];
