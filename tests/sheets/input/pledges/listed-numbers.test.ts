/** Which pledge of 공약목록 a typed number means, and what is told of one that is in doubt or unknown. */
import { describe, expect, it } from 'vitest';
import { listedNumbers } from '../../../../src/sheets/input/pledges/listed-numbers.ts';
import { pledgeKeysOf } from '../../../../src/sheets/input/pledges/pledge-numbers.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell } from '../../fixtures.ts';

const listed = (...numbers: readonly string[]) =>
  listedNumbers(numbers.map((number) => ({ number, key: pledgeKeysOf(number)[0] ?? '' })));

describe('a number in a row', () => {
  it.each<[string, readonly string[], RawCell, string | null]>([
    ['as listed', ['1-1', '1-2'], '1-2', '1-2'],
    ['spelt otherwise', ['1-1', '1-2'], '공약 01－02', '1-2'],
    ['made a number', ['1-1', '1-2'], 1.2, '1-2'],
    ['made a day', ['1-1', '1-6'], dateCell('2026-01-06'), '1-6'],
    ['made a day, with its year in the list', ['26-1-6', '2-1'], dateCell('2026-01-06'), '26-1-6'],
    ['made a day that may be either', ['1-6', '26-1-6'], dateCell('2026-01-06'), null],
    ['that looks like a day, as listed', ['2026. 1. 6.', '3-1'], '2026. 1. 6.', '1-6'],
    ['that nobody listed', ['1-1', '1-2'], '9-9', null],
    ['that is blank', ['1-1', '1-2'], '', null],
  ])('%s', (_, numbers, cell, key) => {
    expect(listed(...numbers).keyOf(cell)).toBe(key);
  });

  it.each<[string, readonly string[], RawCell, string | null]>([
    ['1.1 may have been 1.10', ['1-1', '1-10'], 1.1, '1-10'],
    ['or 1.100', ['1-1', '1-100'], 1.1, '1-100'],
    ['but not if it is text', ['1-1', '1-10'], '1.1', null],
    ['nor if no such number is listed', ['1-1', '1-11'], 1.1, null],
    ['nor if 1.1 itself is not', ['2-1', '1-10'], 1.1, null],
    ['1 may not', ['1', '10'], 1, null],
    ['nor may a day', ['1-6', '1-60'], dateCell('2026-01-06'), null],
  ])('that lost its zeros is doubted: %s', (_, numbers, cell, other) => {
    const [pledge] = numbers;
    expect(listed(...numbers).doubtOf(cell)).toEqual(
      other === null ? null : { code: 'zero-lost', found: '1.1', pledge, other },
    );
  });

  it.each<[RawCell, object]>([
    ['', { code: 'no-pledge-number' }],
    [' ', { code: 'no-pledge-number' }],
    ['#REF!', { code: 'error-value', found: '#REF!' }],
    ['1-22', { code: 'unknown-pledge', found: '1-22', nearest: '1-2' }],
    ['가나다라', { code: 'unknown-pledge', found: '가나다라', nearest: null }],
    [3.1, { code: 'unknown-pledge', found: '3.1', nearest: '3-10' }],
    [
      dateCell('2026-01-06'),
      { code: 'unknown-pledge', found: '1-6 (날짜로 바뀜)', nearest: '1-6', fits: ['1-6', '26-1-6'] },
    ],
  ])('that is no pledge is told: %o', (cell, problem) => {
    expect(listed('1-2', '1-6', '26-1-6', '3-10').problemOf(cell)).toEqual(problem);
  });
});
