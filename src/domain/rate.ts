/**
 * Rates. A rate carries its part and its whole. Its percentage is computed by long division with whole
 * numbers: the floating form `Math.floor(58 / 200 * 100)` gives 28 where 58 of 200 is exactly 29 %.
 */

import { wholeSteps } from './decimal.ts';

/**
 * What happens to digits that are not shown: cut off (as in the reference sheet) or
 * rounded half away from zero.
 */
export type RoundingMode = 'truncate' | 'round';

export interface RatePrecision {
  readonly mode: RoundingMode;
  /** Digits after the decimal point, 0–4. */
  readonly digits: number;
}

export interface Rate {
  readonly part: number | null;
  readonly whole: number | null;
  /**
   * Percent with at most `digits` decimals (54, 21.1); null where a part is unknown or
   * no rate can be computed.
   */
  readonly percent: number | null;
  /** Digits after the decimal point to show `percent` with. */
  readonly digits: number;
}

/**
 * `part` / `whole`, both in the same unit (meetings, won, km). `percent` is null where
 * `whole` is not above zero.
 *
 * Truncated without decimals, 39 of 200 is 19 % and 12.5 of 20 is 62 %. With one decimal, 5,700,000 of
 * 27,000,000 won is 21.1 %.
 */
export function rateOf(part: number | null, whole: number | null, precision: RatePrecision): Rate {
  const { mode, digits } = precision;
  if (part === null || whole === null || whole <= 0) return { part, whole, percent: null, digits };

  const [magnitude, divisor] = wholeSteps(Math.abs(part), whole);
  let quotient = Math.floor(magnitude / divisor);
  let remainder = magnitude % divisor;
  for (let digit = 0; digit < digits + 2; digit += 1) {
    // remainder < divisor, and amounts stay below 9e14, so remainder * 10 is still an exact whole number.
    quotient = quotient * 10 + Math.floor((remainder * 10) / divisor);
    remainder = (remainder * 10) % divisor;
  }
  if (mode === 'round' && remainder * 2 >= divisor) quotient += 1;

  const percent = (part < 0 && quotient > 0 ? -quotient : quotient) / 10 ** digits;
  return { part, whole, percent, digits };
}
