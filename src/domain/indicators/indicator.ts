/**
 * The indicators of a pledge: meetings held, results that add up, a level, or a
 * percentage that somebody states.
 */
import type { Period } from '../date.ts';
import { exactSum } from '../decimal.ts';
import { type Rate, type RatePrecision, rateOf } from '../rate.ts';

/**
 * `meetings`: the number of meetings held. `cumulative`: the baseline plus the sum of all results.
 * `level`: the last result alone, so 80, 88 and 92 % give 92 %. `selfAssessed`: the last percentage that
 * somebody stated, of 100.
 */
export const INDICATOR_KINDS = ['meetings', 'cumulative', 'level', 'selfAssessed'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** The row that an indicator's setting comes from. */
export interface IndicatorPlace {
  readonly tab: 'pledge' | 'pledgeList' | 'indicators' | 'planChanges';
  readonly row: number;
  /** The column in a row of 공약목록; absent elsewhere. */
  readonly field?: string;
}

/**
 * Each indicator is one object for a whole run. Two records belong to the same indicator exactly when
 * they hold the same object.
 */
export interface Indicator {
  /** null: nobody named it. */
  readonly name: string | null;
  readonly kind: IndicatorKind;
  /** Where the kind is typed; null: nobody typed one. */
  readonly kindPlace: IndicatorPlace | null;
  readonly unit: string | null;
  /** Whether its values are percentages. */
  readonly isPercent: boolean;
  /** The value before the pledge began; null: not stated. */
  readonly baseline: number | null;
  readonly baselinePlace: IndicatorPlace | null;
  /** The stated final target; null: not stated, so the last year of the cumulative plan is used. */
  readonly target: number | null;
  readonly targetPlace: IndicatorPlace | null;
  /** Decimals to show values with; null: as many as each value has. */
  readonly digits: number | null;
}

/** The final target of a self-assessed indicator, and the most that other percentages should reach. */
export const WHOLE_PERCENT = 100;

/** Whether the indicator adds up percentages. That gives no meaningful figure: 40 % and 50 % are not 90 %. */
export function isSumOfPercents({ kind, isPercent }: Pick<Indicator, 'kind' | 'isPercent'>): boolean {
  return kind === 'cumulative' && isPercent;
}

/** What decides which of several results is the value. */
export interface Standing {
  readonly date: Period;
  readonly row: number;
  readonly amount: number;
}

/** Orders the results of an indicator. The one that comes last is the value. */
export type ValueOrder = (one: Standing, other: Standing) => number;

/** Orders results by their last day. On the same day, the lower row is the later. */
export const byLastDay: ValueOrder = (one, other) => {
  if (one.date.last !== other.date.last) return one.date.last < other.date.last ? -1 : 1;
  return one.row - other.row;
};

/** What the value of each kind is: the sum of its results, or the one that comes last in an order. */
const VALUES: Readonly<Record<IndicatorKind, 'sum' | ValueOrder>> = {
  meetings: 'sum',
  cumulative: 'sum',
  level: byLastDay,
  selfAssessed: byLastDay,
};

/** Whether results add up, so that a year adds to the years before, and its plan is cumulative. */
export function isSum({ kind }: Pick<Indicator, 'kind'>): boolean {
  return VALUES[kind] === 'sum';
}

/** The order in which the last result is the value; null: the value is the sum of all. */
export function valueOrder({ kind }: Pick<Indicator, 'kind'>): ValueOrder | null {
  const values = VALUES[kind];
  return values === 'sum' ? null : values;
}

/** Whether the indicator should go down: its target is below its baseline, as from 50 accidents to 30. */
export function isFalling({ kind, baseline }: Indicator, target: number | null): boolean {
  return kind === 'level' && baseline !== null && target !== null && target < baseline;
}

/** Whether results that add up to the baseline reach this without any result: 80 above a baseline of 100. */
export function isWithinBaseline({ kind, baseline }: Indicator, planned: number): boolean {
  return kind === 'cumulative' && baseline !== null && planned <= baseline;
}

/**
 * Whether somebody has to do something to reach what was planned. Nobody has to for zero, unless the
 * indicator should go down, nor for what the baseline reaches.
 */
export function asksForResults(indicator: Indicator, target: number | null, planned: number): boolean {
  return isFalling(indicator, target) || (planned > 0 && !isWithinBaseline(indicator, planned));
}

/**
 * Whether a value has reached what was planned: up to it, or down to it where the indicator should go down.
 */
export function hasReached(
  indicator: Indicator,
  target: number | null,
  value: number,
  planned: number,
): boolean {
  return isFalling(indicator, target) ? value <= planned : value >= planned;
}

/**
 * value / final target: 108 of 200 meetings is 54 %. For an indicator that should go down it is the decrease
 * so far / the decrease wanted, never below 0: from 50 to 42 towards 30 is 8 of 20, 40 %. There is no rate
 * for sums of percentages, or where the target equals the baseline or is within it.
 */
export function indicatorRate(
  indicator: Indicator,
  target: number | null,
  value: number | null,
  precision: RatePrecision,
): Rate {
  const { baseline } = indicator;
  const hasRate =
    !isSumOfPercents(indicator) &&
    (target === null || (target !== baseline && !isWithinBaseline(indicator, target)));
  if (!hasRate) return { ...rateOf(value, target, precision), percent: null };
  if (baseline === null || target === null || value === null || !isFalling(indicator, target)) {
    return rateOf(value, target, precision);
  }
  return rateOf(Math.max(0, exactSum([baseline, -value])), exactSum([baseline, -target]), precision);
}
