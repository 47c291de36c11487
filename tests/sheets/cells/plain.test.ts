import { describe, expect, it } from 'vitest';
import { parseText, parseYear } from '../../../src/sheets/cells/plain.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { dateCell, outcome } from '../fixtures.ts';

describe('free text', () => {
  it.each<[RawCell, string]>([
    ['  주민자치 활성화 ', '주민자치 활성화'],
    ['=1+1', '=1+1'],
    ['-', '-'],
    [1.6, '1.6'],
    [0, '0'],
    [true, 'TRUE'],
    [dateCell('2024-03-05'), '2024. 3. 5.'],
    ['#REF!', 'flag error-value'],
    ['#1 시장방문', '#1 시장방문'],
    // Text about an error. The cell itself holds none.
    ['#REF! 값 확인', '#REF! 값 확인'],
    ['합계가 #REF!', '합계가 #REF!'],
  ])('typed as %o is %s', (typed, means) => {
    expect(outcome(parseText(typed))).toBe(means);
  });
});

describe('a year', () => {
  it.each<[RawCell, string]>([
    [2024, '2024'],
    ['2024', '2024'],
    ['2024년', '2024'],
    ['2024 년도', '2024'],
    ['２０２４', '2024'],
    ["'24", '2024'],
    ['’22년', '2022'],
    ['24', 'flag not-a-year'],
    ['20\n24', 'flag not-a-year'],
    [1995, '1995'],
    ['2024.0', '2024'],
    [1994, 'flag implausible-year'],
    [1924, 'flag implausible-year'],
    [2100, '2100'],
    [999, 'flag not-a-year'],
    [2101, 'flag not-a-year'],
    [24, 'flag not-a-year'],
    [2024.5, 'flag not-a-year'],
    ['2022~2026', 'flag not-a-year'],
    ['3024', 'flag not-a-year'],
    [1e21, 'flag not-a-year'],
    [true, 'flag not-a-year'],
    [dateCell('2024-01-01'), 'flag not-a-year'],
    ['합계', 'flag not-a-year'],
    ['#N/A', 'flag error-value'],
  ])('typed as %o is %s', (typed, means) => {
    expect(outcome(parseYear(typed))).toBe(means);
  });

  it('that cannot be read is quoted without the spaces around it', () => {
    expect(parseYear(' 합계 ')).toEqual({ ok: false, flag: { code: 'not-a-year', found: '합계' } });
  });
});
