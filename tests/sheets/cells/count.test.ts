import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Count, parseCount } from '../../../src/sheets/cells/count.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { dateCell, outcome } from '../fixtures.ts';

const MEETINGS = ['회', '번', '차례'];
const SUGGESTIONS = ['건'];
const PEOPLE = ['명', '인'];

const shown = ({ value, approximate }: Count) => `${approximate ? '~' : ''}${value}`;
const meaning = (cell: RawCell, units: readonly string[]) => outcome(parseCount(cell, units), shown);

describe('a count', () => {
  it.each<[RawCell, readonly string[], string]>([
    // accepted
    ['12건', SUGGESTIONS, '12'],
    ['15회', MEETINGS, '15'],
    ['15 회', MEETINGS, '15'],
    ['１２', MEETINGS, '12'],
    ['1,234', PEOPLE, '1234'],
    ['1,234명', PEOPLE, '1234'],
    ['총 411명', PEOPLE, '411'],
    ['0', MEETINGS, '0'],
    ['0건', SUGGESTIONS, '0'],
    [15, MEETINGS, '15'],
    [0, MEETINGS, '0'],
    ['007', MEETINGS, '7'],
    // dashes for none
    ['-', MEETINGS, '0'],
    ['–', MEETINGS, '0'],
    ['―', MEETINGS, '0'],
    ['—', MEETINGS, '0'],
    ['ㅡ', MEETINGS, '0'],
    [' - ', MEETINGS, '0'],
    ['없음', MEETINGS, '0'],
    // estimates
    ['총 130여명', PEOPLE, '~130 (approximate-count)'],
    ['200여명', PEOPLE, '~200 (approximate-count)'],
    ['200여 명', PEOPLE, '~200 (approximate-count)'],
    ['200명여', PEOPLE, '~200 (approximate-count)'],
    ['약 500명', PEOPLE, '~500 (approximate-count)'],
    ['약500', PEOPLE, '~500 (approximate-count)'],
    ['총 약 500명', PEOPLE, '~500 (approximate-count)'],
    ['130여', PEOPLE, '~130 (approximate-count)'],
    ['50명 내외', PEOPLE, '~50 (approximate-count)'],
    ['대략 50명 정도', PEOPLE, '~50 (approximate-count)'],
    // of something else
    ['15개동', MEETINGS, 'flag unit-of-another-kind'],
    ['12건', MEETINGS, 'flag unit-of-another-kind'],
    ['54%', MEETINGS, 'flag unit-of-another-kind'],
    ['200여 곳', PEOPLE, 'flag unit-of-another-kind'],
    // several
    ['13개 단체 / 총 411명', PEOPLE, 'flag several-numbers'],
    ['13/411', PEOPLE, 'flag several-numbers'],
    ['1\n2', MEETINGS, 'flag several-numbers'],
    ['1 000', PEOPLE, 'flag several-numbers'],
    ['3~5', MEETINGS, 'flag several-numbers'],
    ['1e21', MEETINGS, 'flag several-numbers'],
    // not a whole number of things
    [1.5, MEETINGS, 'flag fractional-count'],
    [3.0001, MEETINGS, 'flag fractional-count'],
    [0.57 * 100, MEETINGS, '57'],
    ['1.5', MEETINGS, 'flag fractional-count'],
    ['1.25회', MEETINGS, 'flag fractional-count'],
    ['3.0', MEETINGS, '3'],
    ['3.00회', MEETINGS, '3'],
    ['3.0.1', MEETINGS, 'flag not-a-count'],
    ['3.05', MEETINGS, 'flag fractional-count'],
    ['1,234.5회', MEETINGS, 'flag fractional-count'],
    ['-1,234', MEETINGS, 'flag negative-count'],
    ['(1,234)', MEETINGS, 'flag negative-count'],
    ['1.5회', MEETINGS, 'flag fractional-count'],
    [-1, MEETINGS, 'flag negative-count'],
    ['-1', MEETINGS, 'flag negative-count'],
    ['△3', MEETINGS, 'flag negative-count'],
    ['(3)', MEETINGS, 'flag negative-count'],
    [1_000_000_000, MEETINGS, '1000000000'],
    ['약 1,000,000,000명', PEOPLE, '~1000000000 (approximate-count)'],
    [1_000_000_001, MEETINGS, 'flag too-large'],
    ['1,000,000,001명', PEOPLE, 'flag too-large'],
    [1e21, MEETINGS, 'flag too-large'],
    ['99999999999', MEETINGS, 'flag too-large'],
    ['약 99999999999명', PEOPLE, 'flag too-large'],
    [Number.NaN, MEETINGS, 'flag fractional-count'],
    [Number.POSITIVE_INFINITY, MEETINGS, 'flag too-large'],
    // no number at all
    ['여러 번', MEETINGS, 'flag not-a-count'],
    ['수십 명', PEOPLE, 'flag not-a-count'],
    ['회(3)', MEETINGS, 'flag not-a-count'],
    ['미정-', MEETINGS, 'flag not-a-count'],
    ['약 1.5회', MEETINGS, 'flag not-a-count'],
    ['12,34', MEETINGS, 'flag not-a-count'],
    [false, MEETINGS, 'flag not-a-count'],
    ['1,23', MEETINGS, 'flag not-a-count'],
    [true, MEETINGS, 'flag not-a-count'],
    [dateCell('2024-03-05'), MEETINGS, 'flag not-a-count'],
    ['#REF!', MEETINGS, 'flag error-value'],
    ['#N/A', MEETINGS, 'flag error-value'],
    ['#VALUE!', MEETINGS, 'flag error-value'],
    ['#DIV/0!', MEETINGS, 'flag error-value'],
  ])('typed as %o where %o fit means %s', (typed, units, means) => {
    expect(meaning(typed, units)).toBe(means);
  });

  it('that counts something else names the number in it', () => {
    expect(parseCount(' 15개동 ', MEETINGS)).toEqual({
      ok: false,
      flag: { code: 'unit-of-another-kind', found: '15개동', hint: 15 },
    });
  });

  it.each<[RawCell, string | null]>([
    ['12건', '건'],
    ['약 12건', '건'],
    ['12여 건', '건'],
    ['12', null],
    ['약 12', null],
    [12, null],
    ['없음', null],
  ])('typed as %o has the unit %s', (typed, unit) => {
    expect(parseCount(typed, SUGGESTIONS)).toMatchObject({ ok: true, value: { unit } });
  });

  it('that is an estimate says as which number it was taken', () => {
    expect(parseCount('총 130여명', PEOPLE)).toMatchObject({
      ok: true,
      value: { value: 130, approximate: true },
      notices: [{ code: 'approximate-count', found: '총 130여명', meant: 130 }],
    });
  });

  it('is the same in any spelling', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), (count) => {
        const grouped = count.toLocaleString('en-US');
        for (const typed of [count, String(count), grouped, `${grouped}명`, `총 ${count} 명`]) {
          expect(meaning(typed, PEOPLE)).toBe(String(count));
        }
      }),
    );
  });
});
