import { describe, expect, it } from 'vitest';
import { type Measured, parseMeasure } from '../../../src/sheets/cells/measure.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { dateCell, outcome } from '../fixtures.ts';

/** `12 km`, with the words `about` and `total` where the cell says so. */
const shown = ({ value, unit, approximate, isTotal }: Measured) =>
  [value, unit, approximate && 'about', isTotal && 'total'].filter(Boolean).join(' ');

describe('a measured value', () => {
  it.each<[RawCell, string]>([
    [12.5, '12.5'],
    [0.1 + 0.2, '0.3'],
    [-3, '-3'],
    ['12.5km', '12.5 km'],
    ['1,234 명', '1234 명'],
    ['2개소', '2 개소'],
    ['-3', '-3'],
    ['△3', '-3 (marked-negative)'],
    ['▲ 3개소', '-3 개소 (marked-negative)'],
    ['+3', '3'],
    ['(3)', '-3 (marked-negative)'],
    ['(3km2)', '-3 km² (marked-negative)'],
    // The number behind a metre belongs to the unit.
    ['200m2', '200 m²'],
    ['3km2', '3 km²'],
    ['5cm3', '5 cm³'],
    ['200m4', 'flag several-numbers'],
    // one above the other in a cell, or side by side
    ['3\n2', 'flag several-numbers'],
    ['3 2', 'flag several-numbers'],
    ['30\u00a020', 'flag several-numbers'],
    ['3\u200b2', '32'],
    ['12 개소', '12 개소'],
    // about
    ['약 12.5km', '12.5 km about (approximate-count)'],
    ['대략 12', '12 about (approximate-count)'],
    ['120여명', '120 명 about (approximate-count)'],
    ['120명 정도', '120 명 about (approximate-count)'],
    ['120명 내외', '120 명 about (approximate-count)'],
    // a running total
    ['누계 12', '12 total'],
    ['누계: 12', '12 total'],
    ['총 12개소', '12 개소 total'],
    ['합계 12', '12 total'],
    ['누적실적 12', '12 total'],
    ['현재 약 12', '12 about total (approximate-count)'],
    ['12(누적)', '12 total'],
    ['12개소 누계', '12 개소 total'],
    // anything else
    ['누계(12)', 'flag not-a-value'],
    ['(12', 'flag not-a-value'],
    ['12)', 'flag not-a-value'],
    ['.5', 'flag not-a-value'],
    ['12,34', 'flag not-a-value'],
    ['미정', 'flag not-a-value'],
    ['-', 'flag dash-for-a-value'],
    ['없음', 'flag dash-for-a-value'],
    ['3→5', 'flag several-numbers'],
    ['3개소 4명', 'flag several-numbers'],
    ['#REF!', 'flag error-value'],
    [true, 'flag not-a-value'],
    [dateCell('2024-03-05'), 'flag not-a-value'],
    // limits
    [1_000_000_000, '1000000000'],
    ['1,000,000,001', 'flag too-large'],
    [-1_000_000_001, 'flag too-large'],
    ['0.12345', '0.12345'],
    ['0.123456', 'flag too-many-decimals'],
  ])('typed as %o is %s', (typed, means) => {
    expect(outcome(parseMeasure(typed), shown)).toBe(means);
  });

  it('of nought has no sign', () => {
    expect(parseMeasure('△0')).toMatchObject({ value: { value: 0 } });
  });

  it('that was estimated is told with its sign', () => {
    expect(parseMeasure('-120여명')).toMatchObject({
      notices: [{ code: 'approximate-count', found: '-120여명', meant: -120 }],
    });
  });
});
