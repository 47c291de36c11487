import { describe, expect, it } from 'vitest';
import { createSheet } from '../../../src/local/workbook/blank.ts';
import { displayGrid, displayText } from '../../../src/local/workbook/display.ts';
import { serialOfDate } from '../../../src/local/workbook/zone.ts';

const MARCH_5 = serialOfDate(2024, 3, 5);
const AFTERNOON = MARCH_5 + (14 * 3600 + 5 * 60 + 9) / 86400;

/**
 * The rules of the platform cover the formats that we use in a Korean spreadsheet. These tests cover the
 * rest.
 */
describe('the displayed text of a cell', () => {
  it.each([
    [0.4, '#', ''],
    [-0.001, '0.0', '0.0'],
    [1012345678, '000-0000-0000', '010-1234-5678'],
    [2.5, '# ?/?', '2 1/2'],
    [27000000, '##0.0E+0', '27.0E+6'],
  ])('%d under %s shows as %s', (value, format, shown) => {
    expect(displayText(value, format, 'ko_KR')).toBe(shown);
  });

  it.each([
    [MARCH_5, 'mmm', '3월'],
    [0.25 / 86400, 's.00', '0.25'],
    [AFTERNOON + 0.9 / 86400, 'h:mm:ss', '14:05:09'],
    [AFTERNOON + 0.96 / 86400, 'mm:ss.0', '05:09.9'],
    [AFTERNOON, '"a/p mmm" a/p mmmm', 'a/p mmm 오후 3월'],
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
    [{ error: '#REF!' } as const, '0', '#REF!'],
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
