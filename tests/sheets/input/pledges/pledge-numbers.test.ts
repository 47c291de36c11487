import { describe, expect, it } from 'vitest';
import { onePledge } from '../../../../src/sheets/input/pledges/pledge-numbers.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell, outcome } from '../../fixtures.ts';

const NOBODY = () => [];

describe('a number of a pledge in a row', () => {
  it.each<[string, RawCell, boolean]>([
    ['1-6', '1-6', true],
    ['1-6', ' 1－6', true],
    ['1-6', '1 – 6', true],
    ['1-6', '1.6', true],
    ['1-6', 1.6, true],
    ['1-6', '01-06', true],
    ['1-6', '1/6', true],
    ['1-6', '공약 1-6', true],
    ['1-6', '1-6번', true],
    // Sheets takes 1-6 for a day of this year.
    ['1-6', dateCell('2026-01-06'), true],
    ['13-1-2', dateCell('2013-01-02'), true],
    // Excel and Sheets take 1-32 for the January of a year.
    ['1-32', dateCell('1932-01-01'), true],
    ['1-32', dateCell('2032-01-01'), true],
    ['1-32', dateCell('2031-01-01'), false],
    ['1-32', dateCell('1932-01-02'), false],
    ['55-3-7', dateCell('1955-03-07'), true],
    ['1-10', "'1-10", true],
    ['’1-10', '1-10', true],
    ['2026. 1. 6.', '1-6', true],
    ['2026. 1. 6.', dateCell('2026-01-06'), true],
    ['가-1', '가－1', true],
    ['가-1', '가1', false],
    ['6', 6, true],
    ['6', '06', true],
    ['A-3', 'a-3', true],
    ['1-6', '1-1', false],
    ['1-6', '11-6', false],
    ['1-6', '16', false],
    ['1-6', 1.1, false],
    ['1-6', dateCell('2026-01-07'), false],
    ['1-6', '1-6, 1-7', false],
  ])('of the pledge %s: %o is one: %s', (own, cell, isSame) => {
    const { of, only } = onePledge(own, NOBODY);
    const read = of(cell);
    expect(read.ok).toBe(isSame);
    if (read.ok) expect(read.value).toBe(only);
    else expect(read.flag).toMatchObject({ code: 'another-pledge', pledge: own });
  });

  it.each<[RawCell, string]>([
    [dateCell('2026-01-07'), '1-7 (날짜로 바뀜)'],
    [dateCell('2001-02-03'), '1-2-3 (날짜로 바뀜)'],
    [36925, '1-2-3 (날짜로 바뀐 수 36925)'],
    [1.7, '1.7'],
    ['1-7', '1-7'],
  ])('that is another one is quoted as it was typed: %o as %s', (cell, found) => {
    expect(onePledge('1-6', NOBODY).of(cell)).toMatchObject({ flag: { code: 'another-pledge', found } });
  });

  it.each<[RawCell]>([[''], [' '], ['-'], [false]])('is not in %o: that is the one pledge', (cell) => {
    expect(outcome(onePledge('1-6', NOBODY).of(cell))).toBe('1-6');
  });

  it('that a formula has lost is listed as such', () => {
    expect(outcome(onePledge('1-6', NOBODY).of('#REF!'))).toBe('flag error-value');
  });
});

describe('a book whose 공약 has no number', () => {
  it.each<{ typed: readonly RawCell[]; cell: RawCell; is: string }>([
    { typed: [], cell: '', is: '' },
    { typed: ['1-6', '1－6', 1.6, dateCell('2026-01-06')], cell: '1.6', is: '1-6' },
    { typed: [dateCell('2026-01-06'), '13-1-2'], cell: '', is: 'flag several-pledges' },
    // A day is the number that is there, not one more.
    { typed: [dateCell('2013-01-02'), '13-1-2'], cell: '', is: '13-1-2' },
    { typed: ['1-6', '1-7'], cell: '1-6', is: 'flag several-pledges' },
    { typed: ['1-6', '1-7'], cell: '', is: 'flag several-pledges' },
    { typed: ['1-6', '#REF!'], cell: '1-6', is: '1-6' },
  ])('and whose rows say $typed reads $cell as $is', ({ typed, cell, is }) => {
    expect(outcome(onePledge(null, () => typed).of(cell))).toBe(is);
  });
});
