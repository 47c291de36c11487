/** Whether figures of years are what each adds, or what is reached by the end of each. */
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../src/domain/indicators/indicator.ts';
import {
  addsUpYears,
  amountIn,
  areCumulative,
  isNumber,
  isWords,
} from '../../../../src/sheets/input/years/yearly-rows.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell } from '../../fixtures.ts';

describe('a cell below a year', () => {
  it.each<[RawCell, number | null, 'number' | 'words' | 'nothing']>([
    [5, 5, 'number'],
    [0, 0, 'number'],
    ['5개소', 5, 'number'],
    ['약 200명', 200, 'number'],
    ['총 5', 5, 'number'],
    ['대략 5', 5, 'number'],
    ['△0.3', -0.3, 'number'],
    ['-0.3', -0.3, 'number'],
    ['.5', null, 'number'],
    ['-', null, 'nothing'],
    ['ㅡ', null, 'nothing'],
    ['없음', null, 'nothing'],
    ['설계', null, 'words'],
    ['준공 5', null, 'words'],
    ['없음.', null, 'words'],
    ['#REF!', null, 'number'],
    ['', null, 'nothing'],
    [false, null, 'nothing'],
    [true, null, 'number'],
    [dateCell('2024-01-01'), null, 'number'],
  ])('%o holds %s: %s', (cell, amount, is) => {
    expect(amountIn(cell)).toBe(amount);
    expect(isNumber(cell) ? 'number' : isWords(cell) && cell !== '' ? 'words' : 'nothing').toBe(is);
  });
});

describe('a total', () => {
  it.each<[number | null, readonly number[], boolean]>([
    [30, [10, 20], true],
    [0.3, [0.1, 0.2], true],
    [30, [10, 0, 20], true],
    [20, [10, 20], false],
    // Its own sum proves nothing.
    [20, [0, 20], false],
    [20, [20], false],
    [0, [0, 0], false],
    [0, [5, -5], true],
    [null, [10, 20], false],
    [0, [], false],
  ])('%s of %o is their sum: %s', (total, years, is) => {
    expect(addsUpYears(total, years)).toBe(is);
  });
});

describe('figures below 연도별 목표', () => {
  it.each<[readonly number[], number | null, number | null, boolean]>([
    [[20, 50, 90], 90, null, true],
    [[20, 50], 90, null, false],
    [[20, 80], 90, null, true],
    [[20, 70], 90, null, false],
    [[90], 90, null, true],
    [[20, 20, 90], 90, null, true],
    [[50, 20, 90], 90, null, false],
    [[20, 50, 95], 90, null, false],
    [[20, 50], null, null, false],
    [[], 90, null, false],
    // From the baseline on.
    [[20, 50], 90, 30, true],
    [[20, 50], 90, 20, false],
    [[20, 50], 90, 15, false],
  ])('%o of %s from %s can only be reached by the end of each: %s', (years, target, baseline, is) => {
    expect(areCumulative(years, { target, baseline } as Indicator)).toBe(is);
  });
});
