import { describe, expect, it } from 'vitest';
import { displayText } from '../../src/local/host/display.ts';
import { parseTyped } from '../../src/local/host/typed-input.ts';
import { serialOfDate } from '../../src/local/host/zone.ts';

const KOREAN = { locale: 'ko_KR', year: 2024 };

/** What Google's reference says of setValue: text is parsed as if a person had typed it. */
describe('text written into a cell', () => {
  it.each([
    ['123', 123, '123'],
    [' 12 ', 12, '12'],
    ['-1.5', -1.5, '-1.5'],
    ['+7', 7, '7'],
    ['.5', 0.5, '0.5'],
    ['007', 7, '7'],
    ['1,234', 1234, '1,234'],
    ['1,234,567.8', 1234567.8, '1,234,567.80'],
    ['54%', 0.54, '54%'],
    ['54.5%', 0.545, '54.50%'],
    ['₩1,000', 1000, '₩1,000'],
    ['-₩500', -500, '-₩500'],
    ['$3.50', 3.5, '$3.50'],
    ['1e3', 1000, '1.00E+03'],
    ['(25)', -25, '-25'],
  ])('%j is the number %d and shows as %s', (text, value, shown) => {
    const typed = parseTyped(text, KOREAN);
    expect(typed).toMatchObject({ kind: 'number', value });
    expect(displayText(value, typed.kind === 'number' ? (typed.format ?? 'General') : '', 'ko_KR')).toBe(
      shown,
    );
  });

  it.each([
    ['2024-03-05', [2024, 3, 5], '2024-03-05'],
    ['2024-3-5', [2024, 3, 5], '2024-03-05'],
    ['2024/3/5', [2024, 3, 5], '2024/3/5'],
    ['2024. 3. 5', [2024, 3, 5], '2024. 3. 5'],
    ['2024.3.5.', [2024, 3, 5], '2024. 3. 5'],
    ['24-3-5', [2024, 3, 5], '24-03-05'],
    ['24. 12. 31', [2024, 12, 31], '24. 12. 31'],
    ['99/1/2', [1999, 1, 2], '99/1/2'],
    ['1-6', [2024, 1, 6], '1-6'],
    ['3/5', [2024, 3, 5], '3/5'],
    ['3월 5일', [2024, 3, 5], '3월 5일'],
    ['2024년 3월 5일', [2024, 3, 5], '2024년 3월 5일'],
    ['2024년 3월', [2024, 3, 1], '2024년 3월'],
    ['2024-03', [2024, 3, 1], '2024-03'],
    ['2024-02-29', [2024, 2, 29], '2024-02-29'],
  ] as const)('%j is a date and shows as it was typed', (text, [year, month, day], shown) => {
    const typed = parseTyped(text, KOREAN);
    expect(typed).toMatchObject({ kind: 'number', value: serialOfDate(year, month, day) });
    expect(typed.kind === 'number' ? displayText(typed.value, typed.format ?? '', 'ko_KR') : typed).toBe(
      shown,
    );
  });

  it.each([
    ['14:30', 14.5 / 24, '14:30'],
    ['오후 2:30', 14.5 / 24, '오후 2:30'],
    ['오전 12:00', 0, '오전 12:00'],
    ['2:30 PM', 14.5 / 24, '오후 2:30'],
    ['9:05:07', (9 * 3600 + 5 * 60 + 7) / 86400, '9:05:07'],
    ['2024-03-05 14:30', serialOfDate(2024, 3, 5) + 14.5 / 24, '2024-03-05 14:30'],
    ['2024. 3. 5 오후 2:30', serialOfDate(2024, 3, 5) + 14.5 / 24, '2024. 3. 5 오후 2:30'],
  ])('%j is a time', (text, value, shown) => {
    const typed = parseTyped(text, KOREAN);
    expect(typed).toMatchObject({ kind: 'number', value });
    expect(typed.kind === 'number' ? displayText(typed.value, typed.format ?? '', 'ko_KR') : typed).toBe(
      shown,
    );
  });

  it.each([
    ['', { kind: 'blank' }],
    ['TRUE', { kind: 'boolean', value: true }],
    ['false', { kind: 'boolean', value: false }],
    ["'007", { kind: 'text', text: '007' }],
    ["'=A1", { kind: 'text', text: '=A1' }],
    ['=A1+1', { kind: 'formula', formula: '=A1+1' }],
    ['=', { kind: 'text', text: '=' }],
    ['어린이공원', { kind: 'text', text: '어린이공원' }],
    ['2022.1분기', { kind: 'text', text: '2022.1분기' }],
    ['12건', { kind: 'text', text: '12건' }],
    ['1,23', { kind: 'text', text: '1,23' }],
    ['2024-02-30', { kind: 'text', text: '2024-02-30' }],
    ['13-45', { kind: 'text', text: '13-45' }],
    ['25:00', { kind: 'text', text: '25:00' }],
    ['010-1234-5678', { kind: 'text', text: '010-1234-5678' }],
    [' 서울 ', { kind: 'text', text: ' 서울 ' }],
  ])('%j is what a person would get', (text, typed) => {
    expect(parseTyped(text, KOREAN)).toEqual(typed);
  });

  it('a month before a day before a year is a date in an English spreadsheet only', () => {
    expect(parseTyped('3/5/2024', { locale: 'en_US', year: 2024 })).toMatchObject({ format: 'm/d/yyyy' });
    expect(parseTyped('3/5/2024', KOREAN)).toEqual({ kind: 'text', text: '3/5/2024' });
  });
});
