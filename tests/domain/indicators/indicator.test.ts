/** What a target asks for, above a baseline or below it. */
import { describe, expect, it } from 'vitest';
import {
  asksForResults,
  type Indicator,
  type IndicatorKind,
  indicatorRate,
} from '../../../src/domain/indicators/indicator.ts';
import { indicator } from '../ledger.ts';

function measured(kind: IndicatorKind, baseline: number | null, target: number): Indicator {
  return { ...indicator({ target }), kind, baseline };
}

describe('a target', () => {
  it.each<[IndicatorKind, number | null, number, boolean, string]>([
    ['cumulative', null, 30, true, 'asks for results'],
    ['cumulative', 10, 30, true, 'asks for what is above the baseline'],
    ['cumulative', 10, 10, false, 'asks for nothing at the baseline, to which results add up'],
    ['cumulative', 100, 80, false, 'asks for nothing below the baseline, to which results add up'],
    ['cumulative', null, 0, false, 'of zero asks for nothing'],
    ['level', 100, 80, true, 'of a level below its baseline asks to go down'],
    ['level', 5, 0, true, 'of zero asks a level to go down to it'],
    ['level', null, 0, false, 'of zero asks for nothing where nobody knows that it should go down'],
    ['level', 95, 95, true, 'of a level at its baseline asks to keep it'],
    ['meetings', 100, 80, true, 'of meetings asks for them: their baseline does not count'],
  ])('of %s, baseline %s, target %s: %s (%s)', (kind, baseline, target, asks) => {
    expect(asksForResults(measured(kind, baseline, target), target, target)).toBe(asks);
  });

  it.each<[IndicatorKind, number, number, number, number | null]>([
    ['cumulative', 10, 30, 15, 50],
    ['cumulative', 100, 80, 100, null],
    ['cumulative', 10, 10, 15, null],
    ['level', 100, 80, 90, 50],
    ['level', 95, 95, 95, null],
  ])('of %s, baseline %s, target %s has at %s the rate %s', (kind, baseline, target, value, percent) => {
    const precision = { mode: 'truncate', digits: 0 } as const;
    expect(indicatorRate(measured(kind, baseline, target), target, value, precision).percent).toBe(percent);
  });
});
