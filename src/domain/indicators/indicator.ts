/** What a pledge is measured by: meetings held, results that add up, a level, or a percentage that somebody states. */
import { exactSum } from '../decimal.ts';
import { type Rate, type RatePrecision, rateOf } from '../rate.ts';

/**
 * `meetings`: meetings of the log. `cumulative`: the baseline and all results together. `level`: the last result alone, as a rate of
 * progress of 80, 88 and 92 % is 92 %. `selfAssessed`: the last percentage that somebody states, of 100.
 */
export const INDICATOR_KINDS = ['meetings', 'cumulative', 'level', 'selfAssessed'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** Where a setting of an indicator stands: among the settings of the pledge, or in a row of 지표. */
export interface IndicatorPlace {
  readonly tab: 'pledge' | 'pledgeList' | 'indicators' | 'planChanges';
  readonly row: number;
  /** The column, where a row has several that may be meant. */
  readonly field?: string;
}

/** One object stands for one indicator in a whole run, so two records are of the same one exactly when they hold the same object. */
export interface Indicator {
  /** null: the pledge has only this one, and nobody has named it. */
  readonly name: string | null;
  readonly kind: IndicatorKind;
  /** null: nobody has typed it. */
  readonly kindPlace: IndicatorPlace | null;
  readonly unit: string | null;
  /** Whether its values are percentages. */
  readonly isPercent: boolean;
  /** What was there before the pledge began; null: nothing is said. */
  readonly baseline: number | null;
  readonly baselinePlace: IndicatorPlace | null;
  /** As it is stated; null: the last of the cumulative plan stands for it. */
  readonly target: number | null;
  readonly targetPlace: IndicatorPlace | null;
  /** Digits after the point that its values are shown with; null: as many as they have. */
  readonly digits: number | null;
}

/** What a self-assessed percentage is of. */
export const WHOLE_PERCENT = 100;

/** Whether percentages are added up, which makes no figure: 40 % and 50 % are not 90 %. */
export function isSumOfPercents({ kind, isPercent }: Pick<Indicator, 'kind' | 'isPercent'>): boolean {
  return kind === 'cumulative' && isPercent;
}

/** Whether the last result counts alone, and none is added to another. */
export function isLastValue({ kind }: Pick<Indicator, 'kind'>): boolean {
  return kind === 'level' || kind === 'selfAssessed';
}

/** Whether the indicator is to fall: from 50 to 30 accidents. */
export function isFalling({ kind, baseline }: Indicator, target: number | null): boolean {
  return kind === 'level' && baseline !== null && target !== null && target < baseline;
}

/** Whether a value has come to what was planned: up to it, or down to it where the indicator is to fall. */
export function hasReached(
  indicator: Indicator,
  target: number | null,
  value: number,
  planned: number,
): boolean {
  return isFalling(indicator, target) ? value <= planned : value >= planned;
}

/**
 * How far a value has come to the final target: 108 of 200 meetings is 54 %. Where the indicator is to fall, what it has fallen by
 * is held against what it is to fall by: from 50 by way of 42 to 30 is 8 of 20, 40 %, and never below 0.
 */
export function indicatorRate(
  indicator: Indicator,
  target: number | null,
  value: number | null,
  precision: RatePrecision,
): Rate {
  const { baseline } = indicator;
  const hasRate = !isSumOfPercents(indicator) && (target === null || target !== baseline);
  if (!hasRate) return { ...rateOf(value, target, precision), percent: null };
  if (baseline === null || target === null || value === null || !isFalling(indicator, target)) {
    return rateOf(value, target, precision);
  }
  return rateOf(Math.max(0, exactSum([baseline, -value])), exactSum([baseline, -target]), precision);
}
