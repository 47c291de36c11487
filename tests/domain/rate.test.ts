import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanPercent } from '../../src/domain/indicators/pledge-rate.ts';
import { type RatePrecision, rateOf } from '../../src/domain/rate.ts';

const LARGEST_WON = 900_000_000_000_000;
const whole: RatePrecision = { mode: 'truncate', digits: 0 };
const truncateTo = (digits: number): RatePrecision => ({ mode: 'truncate', digits });
const roundTo = (digits: number): RatePrecision => ({ mode: 'round', digits });

describe('a rate', () => {
  it('of any number of meetings in 200 is half of it, cut off', () => {
    for (let held = 0; held <= 200; held += 1) {
      expect([held, rateOf(held, 200, whole).percent]).toEqual([held, Math.trunc(held / 2)]);
    }
  });

  it.each([
    { part: 58, of: 200, is: 29, why: 'the floating form gives 28' },
    { part: 114, of: 200, is: 57, why: 'the floating form gives 56' },
    { part: 116, of: 200, is: 58, why: 'the floating form gives 57' },
    { part: 39, of: 200, is: 19, why: 'not rounded to 20' },
    { part: 91, of: 200, is: 45, why: 'not rounded to 46' },
    { part: 108, of: 200, is: 54, why: 'the figure of the official sheet' },
    { part: 300, of: 200, is: 150, why: 'more than the plan stays more' },
    { part: 199, of: 200, is: 99, why: 'never full before it is' },
    { part: 0, of: 200, is: 0, why: 'nothing yet' },
    { part: -1, of: 200, is: 0, why: 'cut off towards zero, without a minus' },
    { part: -39, of: 200, is: -19, why: 'cut off towards zero' },
  ])('of $part in $of is $is %: $why', ({ part, of, is }) => {
    expect(rateOf(part, of, whole)).toEqual({ part, whole: of, percent: is, digits: 0 });
  });

  it.each([
    { part: 5_700_000, of: 27_000_000, precision: truncateTo(1), is: 21.1 },
    { part: 5_700_000, of: 9_000_000, precision: truncateTo(1), is: 63.3 },
    { part: 5_700_000, of: 9_000_000, precision: truncateTo(4), is: 63.3333 },
    { part: 2, of: 3, precision: truncateTo(2), is: 66.66 },
    { part: 2, of: 3, precision: roundTo(2), is: 66.67 },
    { part: 2, of: 3, precision: roundTo(0), is: 67 },
    { part: 39, of: 200, precision: roundTo(0), is: 20 },
    { part: 89, of: 200, precision: roundTo(0), is: 45 },
    { part: 1, of: 3, precision: roundTo(0), is: 33 },
    { part: -39, of: 200, precision: roundTo(0), is: -20 },
    { part: 1, of: 8, precision: roundTo(1), is: 12.5 },
    { part: 999, of: 1000, precision: roundTo(0), is: 100 },
    { part: 54, of: 79, precision: truncateTo(1), is: 68.3 },
    { part: LARGEST_WON - 1, of: LARGEST_WON, precision: truncateTo(4), is: 99.9999 },
    { part: LARGEST_WON - 1, of: LARGEST_WON, precision: roundTo(4), is: 100 },
    { part: 1, of: LARGEST_WON, precision: truncateTo(4), is: 0 },
  ])(
    'of $part in $of, $precision.mode to $precision.digits digits, is $is %',
    ({ part, of, precision, is }) => {
      expect(rateOf(part, of, precision).percent).toBe(is);
    },
  );

  it.each([
    { part: null, of: 200, why: 'the part is not known' },
    { part: 108, of: null, why: 'the whole is not known' },
    { part: 108, of: 0, why: 'the whole is zero' },
    { part: 0, of: 0, why: 'nothing of nothing' },
    { part: 5, of: -3, why: 'the whole is negative' },
  ])('of $part in $of has no percentage: $why', ({ part, of }) => {
    expect(rateOf(part, of, whole)).toEqual({ part, whole: of, percent: null, digits: 0 });
  });

  it('is what exact whole-number arithmetic gives, for amounts of every size', () => {
    const won = fc.integer({ min: 1, max: LARGEST_WON });
    const precisions = fc.record({
      mode: fc.constantFrom('truncate' as const, 'round' as const),
      digits: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(won, won, precisions, (one, other, precision) => {
        const [part, of] = one / other > 1e6 ? [other, one] : [one, other];
        expect(rateOf(part, of, precision).percent).toBe(exactPercent(part, of, precision));
      }),
      { numRuns: 2000 },
    );
  });

  it('is what exact whole-number arithmetic gives, for small counts', () => {
    const count = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1000 }), fc.boolean(), (part, of, rounds) => {
        const precision = rounds ? roundTo(1) : truncateTo(1);
        expect(rateOf(part, of, precision).percent).toBe(exactPercent(part, of, precision));
      }),
      { numRuns: 2000 },
    );
  });
});

function exactPercent(part: number, of: number, { mode, digits }: RatePrecision): number {
  const scaled = BigInt(part) * 100n * 10n ** BigInt(digits);
  const divisor = BigInt(of);
  const quotient = mode === 'truncate' ? scaled / divisor : (2n * scaled + divisor) / (2n * divisor);
  return Number(quotient) / 10 ** digits;
}

describe('the rate of a pledge with several indicators', () => {
  type Shares = readonly (readonly [part: number | null, whole: number | null])[];
  it.each<[why: string, Shares, RatePrecision, number | null]>([
    [
      'is the mean of their exact rates, cut off once',
      [
        [2, 3],
        [1, 3],
      ],
      truncateTo(0),
      50,
    ],
    [
      'counts each at most as 100 %',
      [
        [300, 200],
        [1, 2],
      ],
      truncateTo(0),
      75,
    ],
    [
      'leaves out what has no rate',
      [
        [1, 2],
        [5, null],
        [null, 5],
        [5, 0],
      ],
      truncateTo(0),
      50,
    ],
    ['is none if none has one', [[5, null]], truncateTo(0), null],
    [
      'may have decimals, as the parts may',
      [
        [12.5, 20],
        [0.1, 0.3],
      ],
      truncateTo(2),
      47.91,
    ],
    [
      'is cut off below the half',
      [
        [1, 4],
        [1, 8],
        [0, 1],
      ],
      truncateTo(0),
      12,
    ],
    [
      'is rounded from the half',
      [
        [1, 4],
        [0, 1],
      ],
      roundTo(0),
      13,
    ],
    [
      'is rounded from the half, of three too',
      [
        [1, 4],
        [1, 8],
        [0, 1],
      ],
      roundTo(0),
      13,
    ],
    [
      'is rounded down below it',
      [
        [1, 3],
        [1, 3],
        [0, 1],
      ],
      roundTo(0),
      22,
    ],
    [
      'is rounded to its decimals',
      [
        [1, 3],
        [1, 3],
        [0, 1],
      ],
      roundTo(2),
      22.22,
    ],
    [
      'is rounded up to its decimals',
      [
        [2, 3],
        [2, 3],
        [0, 1],
      ],
      roundTo(1),
      44.4,
    ],
    [
      'is 100 % only when all are there',
      [
        [199, 200],
        [1, 1],
      ],
      truncateTo(0),
      99,
    ],
  ])('%s', (_why, shares, precision, percent) => {
    const rates = shares.map(([part, of]) => rateOf(part, of, precision));
    expect(meanPercent(rates, precision)).toBe(percent);
  });

  it('of one indicator is cut off or rounded as its own rate is', () => {
    const precision = fc.record({
      mode: fc.constantFrom('truncate' as const, 'round' as const),
      digits: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), precision, (of, part, how) => {
        expect(meanPercent([rateOf(Math.min(part, of), of, how)], how)).toBe(
          rateOf(Math.min(part, of), of, how).percent,
        );
      }),
    );
  });
});
