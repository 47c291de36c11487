import { describe, expect, it } from 'vitest';
import { createSheet } from '../../src/local/host/blank.ts';
import { displayGrid, displayText } from '../../src/local/host/display.ts';
import { serialOfDate } from '../../src/local/host/zone.ts';

const MARCH_5 = serialOfDate(2024, 3, 5);
const AFTERNOON = MARCH_5 + (14 * 3600 + 5 * 60 + 9) / 86400;

/** https://developers.google.com/workspace/sheets/api/guides/formats */
describe('a cell as it is displayed', () => {
  it.each([
    [1234.5, 'General', '1234.5'],
    [1 / 3, 'General', '0.3333333333'],
    [0.1 + 0.2, 'General', '0.3'],
    [-5, 'General', '-5'],
    [1e15, 'General', '1E+15'],
    [123456789012, 'General', '123456789012'],
    [5, '0', '5'],
    [2.5, '0', '3'],
    [-2.5, '0', '-3'],
    [1.005, '0.00', '1.01'],
    [0.4, '#', ''],
    [0, '#,##0', '0'],
    [1234567, '#,##0', '1,234,567'],
    [999, '#,##0', '999'],
    [1234.567, '#,##0.0', '1,234.6'],
    [-1234, '#,##0', '-1,234'],
    [-0.001, '0.0', '0.0'],
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
    [1012345678, '000-0000-0000', '010-1234-5678'],
    [3, '@', '3'],
  ])('%d under %s shows as %s', (value, format, shown) => {
    expect(displayText(value, format, 'ko_KR')).toBe(shown);
  });

  it.each([
    [MARCH_5, 'yyyy-mm-dd', '2024-03-05'],
    [MARCH_5, 'yyyy. m. d', '2024. 3. 5'],
    [MARCH_5, 'yy.mm.dd', '24.03.05'],
    [MARCH_5, 'yyyy"년" m"월" d"일"', '2024년 3월 5일'],
    [MARCH_5, 'm/d(ddd)', '3/5(화)'],
    [MARCH_5, 'dddd', '화요일'],
    [MARCH_5, 'mmm', '3월'],
    [AFTERNOON, 'yyyy-mm-dd hh:mm:ss', '2024-03-05 14:05:09'],
    [AFTERNOON, 'h:mm', '14:05'],
    [AFTERNOON, 'mm:ss', '05:09'],
    [AFTERNOON, 'a/p h:mm', '오후 2:05'],
    [AFTERNOON, 'am/pm hh:mm', '오후 02:05'],
    [1.5, '[h]:mm', '36:00'],
    [0.25 / 86400, 's.00', '0.25'],
  ])('the date %d under %s shows as %s', (value, format, shown) => {
    expect(displayText(value, format, 'ko_KR')).toBe(shown);
  });

  it.each([
    [MARCH_5, 'ddd, mmm d', 'Tue, Mar 5'],
    [MARCH_5, 'dddd mmmm', 'Tuesday March'],
    [AFTERNOON, 'h:mm am/pm', '2:05 PM'],
    [AFTERNOON, 'h:mm a/p', '2:05 P'],
  ])('the date %d under %s shows in English as %s', (value, format, shown) => {
    expect(displayText(value, format, 'en_US')).toBe(shown);
  });

  it.each([
    [null, 'General', ''],
    [true, 'General', 'TRUE'],
    [{ error: '#REF!' } as const, '0', '#REF!'],
    ['글', '0', '글'],
    ['글', '0;-0;0;"「"@"」"', '「글」'],
  ])('%j under %s shows as %s', (content, format, shown) => {
    expect(displayText(content, format, 'ko_KR')).toBe(shown);
  });

  it('a grid ends with the last row and the last column that show something', () => {
    const sheet = createSheet(0, '시트1');
    sheet.values = [[null], ['가', 0.5, null], [], [null, null, 3], [null]];
    sheet.styles = [[], [undefined, { numberFormat: '0%' }]];
    expect(displayGrid(sheet, 'ko_KR')).toEqual([
      ['', '', ''],
      ['가', '50%', ''],
      ['', '', ''],
      ['', '', '3'],
    ]);
  });
});
