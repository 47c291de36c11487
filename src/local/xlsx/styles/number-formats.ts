/**
 * Converts number formats between Excel and Google Sheets. The two languages are nearly the same. They differ
 * in built-in formats without a code, language prefixes, escapes and weekday names.
 */
import { largest } from '../../workbook/largest.ts';

const CUSTOM_FORMATS_START = 164;

/** Excel's built-in formats as shown in Korea. Files store only their number. */
const BUILT_IN: ReadonlyMap<number, string> = new Map(
  [
    ['General', 0],
    ['0', 1],
    ['0.00', 2],
    ['#,##0', 3],
    ['#,##0.00', 4],
    ['"₩"#,##0;-"₩"#,##0', 5],
    ['"₩"#,##0;[Red]-"₩"#,##0', 6],
    ['"₩"#,##0.00;-"₩"#,##0.00', 7],
    ['"₩"#,##0.00;[Red]-"₩"#,##0.00', 8],
    ['0%', 9],
    ['0.00%', 10],
    ['0.00E+00', 11],
    ['# ?/?', 12],
    ['# ??/??', 13],
    ['yyyy-mm-dd', 14, 34, 35, 52, 53, 55],
    ['d-mmm-yy', 15],
    ['d-mmm', 16],
    ['mmm-yy', 17],
    ['h:mm AM/PM', 18],
    ['h:mm:ss AM/PM', 19],
    ['h:mm', 20],
    ['h:mm:ss', 21],
    ['yyyy-mm-dd h:mm', 22],
    ['yyyy"年" mm"月" dd"日"', 27, 36, 50, 57],
    ['mm-dd', 28, 29, 51, 54, 56, 58],
    ['mm-dd-yy', 30],
    ['yyyy"년" mm"월" dd"일"', 31],
    ['h"시" mm"분"', 32],
    ['h"시" mm"분" ss"초"', 33],
    ['#,##0;-#,##0', 37],
    ['#,##0;[Red]-#,##0', 38],
    ['#,##0.00;-#,##0.00', 39],
    ['#,##0.00;[Red]-#,##0.00', 40],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 41],
    ['_-"₩"* #,##0_-;-"₩"* #,##0_-;_-"₩"* "-"_-;_-@_-', 42],
    ['_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 43],
    ['_-"₩"* #,##0.00_-;-"₩"* #,##0.00_-;_-"₩"* "-"??_-;_-@_-', 44],
    ['mm:ss', 45],
    ['[h]:mm:ss', 46],
    ['mm:ss.0', 47],
    ['##0.0E+0', 48],
    ['@', 49],
  ].flatMap(([pattern, ...ids]) => ids.map((id) => [Number(id), String(pattern)] as const)),
);

/**
 * Built-in formats that mean the same in every country. Others depend on the reader's country, so they are
 * written as codes.
 */
const SAME_EVERYWHERE = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 20, 21, 45, 46, 48, 49];

/** The Sheets pattern for a number format of a workbook. */
export function sheetsPattern(id: number, code: string | undefined): string {
  return code === undefined ? (BUILT_IN.get(id) ?? 'General') : translated(code);
}

function translated(code: string): string {
  if (code === '' || /^general$/i.test(code) || code === 'G/표준') return 'General';
  // The long date and the time of Windows' settings, replaced with the Korean defaults.
  if (code.startsWith('[$-F800]')) return 'yyyy"년" m"월" d"일" dddd';
  if (code.startsWith('[$-F400]')) return 'AM/PM h:mm:ss';
  const pieces = tokens(code).map((token) => {
    if (/^\[(?:\$-[0-9A-F,]+|DBNum\d)\]$/i.test(token)) return '';
    // East Asian formats have their own codes for weekdays.
    if (/^a{3,4}$/i.test(token)) return token.length === 3 ? 'ddd' : 'dddd';
    return /^\\[-. /:,()]$/.test(token) ? token.slice(1) : token;
  });
  const pattern = pieces.join('');
  return isDatePattern(pattern) ? pattern.replace(/;@$/, '') : pattern;
}

/** The Excel format for a Sheets pattern: a built-in number, or a code for a custom format. */
export function excelFormat(pattern: string): { readonly id: number } | { readonly code: string } {
  if (pattern === '') return { id: 0 };
  const id = SAME_EVERYWHERE.find((candidate) => BUILT_IN.get(candidate) === pattern);
  if (id !== undefined) return { id };
  const code = tokens(pattern)
    .map((token) => {
      if (/^(am\/pm|a\/p)$/i.test(token)) return token.toUpperCase();
      // Sheets accepts 년 unquoted; Excel requires quotes around literal text.
      return /^[^\p{ASCII}]+$/u.test(token) ? `"${token}"` : token;
    })
    .join('');
  return { code };
}

/** The next free number for a custom format. */
export function firstCustomFormat(used: Iterable<number>): number {
  return largest(used, CUSTOM_FORMATS_START - 1) + 1;
}

const DATE_LETTERS = /^(y+|m+|d+|h+|s+|e+|a{3,4}|am\/pm|a\/p|\[(h+|m+|s+)\])$/i;

/** Whether this pattern shows a number as a date or time. */
export function isDatePattern(pattern: string): boolean {
  return !/^general$/i.test(pattern) && tokens(pattern).some((token) => DATE_LETTERS.test(token));
}

/** Splits a pattern into quoted texts, escapes, brackets, runs of one letter, and single other characters. */
function tokens(pattern: string): string[] {
  return (
    pattern.match(
      /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|am\/pm|a\/p|E[+-]|y+|m+|d+|h+|s+|a+|e+|[^\p{ASCII}]+|./giu,
    ) ?? []
  );
}
