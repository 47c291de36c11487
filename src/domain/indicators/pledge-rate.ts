/** The implementation rate of a pledge as a whole. */
import { wholeSteps } from '../decimal.ts';
import type { Rate, RatePrecision } from '../rate.ts';

/**
 * The mean of several rates, each at most 100 %, cut off or rounded once at the end: 2/3 and 1/3 give 50 %,
 * not the 49 % of 66 and 33. Unknown rates are left out; null where none is known.
 */
export function meanPercent(rates: readonly Rate[], { mode, digits }: RatePrecision): number | null {
  const shares = rates.flatMap(({ part, whole, percent }): readonly (readonly [bigint, bigint])[] => {
    if (part === null || whole === null || percent === null) return [];
    const [numerator, denominator] = wholeSteps(Math.min(part, whole), whole);
    return [[BigInt(numerator), BigInt(denominator)]];
  });
  if (shares.length === 0) return null;
  const [numerator, denominator] = shares.reduce(([a, b], [c, d]) => [a * d + c * b, b * d]);
  const scaled = numerator * 100n * 10n ** BigInt(digits);
  const whole = denominator * BigInt(shares.length);
  // Half away from zero: a mean of -2.7 % is -3 %.
  const half = scaled < 0n ? -whole : whole;
  const steps = mode === 'round' ? (scaled * 2n + half) / (whole * 2n) : scaled / whole;
  return Number(steps) / 10 ** digits;
}
