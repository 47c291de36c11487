import { describe, expect, it } from 'vitest';
import { meanPercent } from '../../../src/domain/indicators/pledge-rate.ts';
import { type RatePrecision, rateOf } from '../../../src/domain/rate.ts';

const CUT: RatePrecision = { mode: 'truncate', digits: 0 };
const ROUNDED: RatePrecision = { mode: 'round', digits: 0 };

describe('the mean rate of a pledge', () => {
  it.each([
    { case: 'of two thirds and one third', of: ['2/3', '1/3'], cut: 50, rounded: 50 },
    { case: 'of rates that end in a fraction', of: ['2/3', '2/3'], cut: 66, rounded: 67 },
    { case: 'of a rate above 100 %', of: ['130/100', '50/100'], cut: 75, rounded: 75 },
    { case: 'without an indicator that has no rate', of: ['1/2', '7/0'], cut: 50, rounded: 50 },
    { case: 'of corrections that exceed the results', of: ['-54/1000', '0/10'], cut: -2, rounded: -3 },
    { case: 'of a half below zero', of: ['-5/100', '0/10'], cut: -2, rounded: -3 },
    { case: 'of less than a half below zero', of: ['-4/100', '-6/1000'], cut: -2, rounded: -2 },
    { case: 'of no rate at all', of: ['7/0'], cut: null, rounded: null },
  ])('$case', ({ of, cut, rounded }) => {
    const meanOf = (precision: RatePrecision) => {
      const rates = of.map((rate) => {
        const [part = 0, whole = 0] = rate.split('/').map(Number);
        return rateOf(part, whole, precision);
      });
      return meanPercent(rates, precision);
    };
    expect({ cut: meanOf(CUT), rounded: meanOf(ROUNDED) }).toEqual({ cut, rounded });
  });
});
