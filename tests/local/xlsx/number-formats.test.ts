import { describe, expect, it } from 'vitest';
import { excelFormat, isDatePattern, sheetsPattern } from '../../../src/local/xlsx/styles/number-formats.ts';

describe('the pattern of a built-in number', () => {
  const patterns: readonly (readonly [id: number, pattern: string])[] = [
    [0, 'General'],
    [1, '0'],
    [3, '#,##0'],
    [9, '0%'],
    [14, 'yyyy-mm-dd'],
    [22, 'yyyy-mm-dd h:mm'],
    [31, 'yyyy"년" mm"월" dd"일"'],
    [46, '[h]:mm:ss'],
    [49, '@'],
    [163, 'General'],
  ];

  it.each(patterns)('%i is %s', (id, pattern) => {
    expect(sheetsPattern(id, undefined)).toBe(pattern);
  });
});

describe('the pattern of a code', () => {
  const patterns: readonly (readonly [code: string, pattern: string])[] = [
    ['GENERAL', 'General'],
    ['G/표준', 'General'],
    ['yyyy\\-mm\\-dd;@', 'yyyy-mm-dd'],
    ['yyyy\\.\\ m\\.\\ d', 'yyyy. m. d'],
    ['[$-412]yyyy"년" m"월" d"일";@', 'yyyy"년" m"월" d"일"'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'yyyy"년" m"월" d"일" dddd'],
    ['[$-412]AM/PM h:mm', 'AM/PM h:mm'],
    ['yyyy-mm-dd aaa', 'yyyy-mm-dd ddd'],
    ['yyyy"."m"."d"("aaaa")"', 'yyyy"."m"."d"("dddd")"'],
    ['[$₩-412]#,##0', '[$₩-412]#,##0'],
    ['#,##0"건";@', '#,##0"건";@'],
    ['_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-', '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'],
    ['0.00E+00', '0.00E+00'],
  ];

  it.each(patterns)('%s is %s', (code, pattern) => {
    expect(sheetsPattern(164, code)).toBe(pattern);
  });
});

describe('the format for a pattern', () => {
  const formats: readonly (readonly [pattern: string, format: ReturnType<typeof excelFormat>])[] = [
    ['', { id: 0 }],
    ['General', { id: 0 }],
    ['@', { id: 49 }],
    ['#,##0', { id: 3 }],
    // Built-in format 14 depends on the reader's country, so it is never written.
    ['yyyy-mm-dd', { code: 'yyyy-mm-dd' }],
    ['yyyy년 m월 d일', { code: 'yyyy"년" m"월" d"일"' }],
    ['yyyy". "m". "d', { code: 'yyyy". "m". "d' }],
    ['h:mm am/pm', { code: 'h:mm AM/PM' }],
    ['#,##0"건"', { code: '#,##0"건"' }],
    ['[$₩-412]#,##0', { code: '[$₩-412]#,##0' }],
  ];

  it.each(formats)('%s', (pattern, format) => {
    expect(excelFormat(pattern)).toEqual(format);
  });
});

describe('whether a pattern shows a date', () => {
  const patterns: readonly (readonly [pattern: string, shows: boolean])[] = [
    ['General', false],
    ['@', false],
    ['#,##0', false],
    ['0.0%', false],
    ['0.00E+00', false],
    ['[Red]#,##0', false],
    ['#,##0"day"', false],
    ['[$USD] 0', false],
    ['yyyy-mm-dd', true],
    ['m"월"', true],
    ['h:mm', true],
    ['[h]:mm', true],
    ['dddd', true],
  ];

  it.each(patterns)('%s: %s', (pattern, shows) => {
    expect(isDatePattern(pattern)).toBe(shows);
  });
});
