/** How far an indicator has come, year by year, against its yearly plan and its final target. */
import { type IsoDate, lastDayOfYear, type Period, yearOf } from '../date.ts';
import { type Figure, figureOf, type Source, sumOf, UNKNOWN_FIGURE, zeroIfUnknown } from '../figure.ts';
import { groupBy } from '../grouping.ts';
import type { Rate, RatePrecision } from '../rate.ts';
import type { Target } from '../records.ts';
import {
  type Indicator,
  indicatorRate,
  isSumOfPercents,
  type Standing,
  valueOrder,
  WHOLE_PERCENT,
} from './indicator.ts';

/** What one row adds to an indicator, or for a level, the value that it states. */
export interface Entry {
  readonly date: Period;
  readonly amount: Source;
}

export interface IndicatorYear {
  readonly year: number;
  /** Cumulative plan for the end of the year; unknown where the plan has no row for it. */
  readonly planned: Figure;
  /** planned / final target */
  readonly plannedRate: Rate;
  /**
   * What the year itself added, without the baseline. Unknown for indicators that are no sum, and for years
   * after the as-of date.
   */
  readonly achieved: Figure;
  /**
   * Value at the end of the year, in the year of the as-of date the value so far; unknown for later years.
   */
  readonly value: Figure;
  readonly rate: Rate;
}

export interface Progress {
  readonly indicator: Indicator;
  readonly target: number | null;
  /** The final target with the row that states it. */
  readonly targetFigure: Figure;
  /** Value at the as-of date. */
  readonly value: Figure;
  /** value / final target */
  readonly rate: Rate;
  readonly years: readonly IndicatorYear[];
}

/** How the progress of one pledge is measured and shown. */
export interface Measure {
  /** Every year to be shown, ascending. */
  readonly years: readonly number[];
  readonly asOf: IsoDate;
  readonly precision: RatePrecision;
}

/**
 * Computes the value, target and rates of an indicator, as of the date and for each year.
 * @param entries entries that count as of the date; null: their tab is missing, so no value is known.
 * @param targets the cumulative plan of this indicator.
 */
export function progressOf(
  indicator: Indicator,
  entries: readonly Entry[] | null,
  targets: readonly Target[],
  { years, asOf, precision }: Measure,
): Progress {
  const targetFigure = finalTarget(indicator, targets);
  const target = targetFigure.value;
  const { valueBy, achievedIn } = figuresByYear(indicator, entries);
  const rate = ({ value }: Figure) => indicatorRate(indicator, target, value, precision);
  const value = valueBy(yearOf(asOf));
  return {
    indicator,
    target,
    targetFigure,
    value,
    rate: rate(value),
    years: years.map((year) => {
      const isReached = year <= yearOf(asOf);
      const planned = figureOf(targets.filter((row) => row.year === year).map((row) => row.planned));
      const ofYear = isReached ? valueBy(year) : UNKNOWN_FIGURE;
      return {
        year,
        planned,
        plannedRate: rate(planned),
        achieved: isReached ? achievedIn(year) : UNKNOWN_FIGURE,
        value: ofYear,
        rate: rate(ofYear),
      };
    }),
  };
}

/**
 * The final target: 100 for a self-assessed indicator, else the stated one, else the last year of the plan.
 */
export function finalTarget(indicator: Indicator, targets: readonly Target[]): Figure {
  const { kind, target, targetPlace } = indicator;
  if (kind === 'selfAssessed') return { ...UNKNOWN_FIGURE, value: WHOLE_PERCENT };
  if (target !== null) return placedFigure(target, targetPlace);
  const last = targets.reduce<Target | null>(
    (latest, row) => (latest === null || row.year > latest.year ? row : latest),
    null,
  );
  return figureOf(last === null ? [] : [last.planned]);
}

/** The baseline with the row that states it; unknown where none is stated. */
export function baselineFigure({ baseline, baselinePlace }: Indicator): Figure {
  return baseline === null ? UNKNOWN_FIGURE : placedFigure(baseline, baselinePlace);
}

function placedFigure(amount: number, place: Indicator['targetPlace']): Figure {
  return figureOf([{ tab: place?.tab ?? 'pledge', row: place?.row ?? 0, amount, approximate: false }]);
}

interface FiguresByYear {
  /** The value at the end of a year: a sum, or one of the results by then. */
  valueBy(year: number): Figure;
  /** What a year added; zero where the log has no row of the year. Unknown for indicators that are no sum. */
  achievedIn(year: number): Figure;
}

function figuresByYear(indicator: Indicator, entries: readonly Entry[] | null): FiguresByYear {
  const unknown = () => UNKNOWN_FIGURE;
  if (entries === null) return { valueBy: unknown, achievedIn: unknown };
  const order = valueOrder(indicator);
  if (order !== null) {
    const ordered = [...entries].sort((one, other) => order(standingOf(one), standingOf(other)));
    return {
      valueBy: (year) => lastValue(ordered.filter(({ date }) => date.last <= lastDayOfYear(year))),
      achievedIn: unknown,
    };
  }
  const byYear = sumsByYear(entries);
  const baseline = indicator.kind === 'cumulative' ? [baselineFigure(indicator)] : [];
  return {
    valueBy: (year) => {
      const years = [...byYear.keys()].filter((each) => each <= year).sort((a, b) => a - b);
      return zeroIfUnknown(sumOf([...baseline, ...years.map((each) => byYear.get(each) ?? UNKNOWN_FIGURE)]));
    },
    achievedIn: (year) => zeroIfUnknown(byYear.get(year) ?? UNKNOWN_FIGURE),
  };
}

function sumsByYear(entries: readonly Entry[]): ReadonlyMap<number, Figure> {
  const byYear = groupBy(entries, ({ date }) => yearOf(date.first));
  return new Map([...byYear].map(([year, ofYear]) => [year, figureOf(ofYear.map(({ amount }) => amount))]));
}

/** An entry as a result that may be the value. */
export function standingOf({ date, amount: { row, amount } }: Entry): Standing {
  return { date, row, amount };
}

/** The last of these results. The others are kept as `superseded`. */
function lastValue(ordered: readonly Entry[]): Figure {
  const last = ordered[ordered.length - 1];
  if (last === undefined) return UNKNOWN_FIGURE;
  return { ...figureOf([last.amount]), superseded: ordered.slice(0, -1).map(({ amount }) => amount) };
}

/** Whether results can be compared with their plan. Sums of percentages cannot. */
export function isComparable({ indicator }: Progress): boolean {
  return !isSumOfPercents(indicator);
}
