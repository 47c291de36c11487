/** Why figures changed between two dates, other than by rows: another target, plan, baseline or rounding. */
import { exactSum } from '../decimal.ts';
import type { IndicatorKind } from '../indicators/indicator.ts';
import type { FactTab } from '../tabs.ts';
import { type MonthlyFigure, tabOfFigure } from './monthly-figure.ts';
import { type MonthlyFigures, type MonthlyIndicator, targetFigure, valueFigure } from './monthly-figures.ts';

export interface FigureDifference {
  readonly figure: MonthlyFigure;
  readonly before: number | null;
  readonly after: number | null;
  /**
   * How much of the difference the rows explain. null: the figure is not a sum of rows,
   * or the rows are not known.
   */
  readonly byRows: number | null;
}

/** A reason for a changed figure that is not a row. */
export type OtherCause =
  /** The target of a rate changed. */
  | { readonly kind: 'target'; readonly figure: MonthlyFigure }
  | { readonly kind: 'plan' }
  /** The baseline changed, and the value with it. */
  | { readonly kind: 'baseline'; readonly figure: MonthlyFigure; readonly by: number }
  /** The kind or unit of the indicator changed, so its two values cannot be compared. */
  | {
      readonly kind: 'measured';
      readonly figure: MonthlyFigure;
      readonly was: Measured;
      readonly is: Measured;
    }
  /** The rate of the pledge changed, and somebody stated it on either side. */
  | { readonly kind: 'stated' }
  /** A rate of a last value changed because its baseline did. */
  | { readonly kind: 'baselineOfRate'; readonly figure: MonthlyFigure }
  /**
   * A rate changed although its part and whole did not: it has other decimals, or is now rounded, or cut off.
   */
  | { readonly kind: 'settings'; readonly figure: MonthlyFigure }
  /** The rows explain more or less than the difference. */
  | { readonly kind: 'unknown'; readonly figure: MonthlyFigure; readonly by: number };

type Measured = Pick<MonthlyIndicator, 'kind' | 'unit'>;

/** @param notCompared tabs that are missing on either side. */
export function otherCausesOf(
  from: MonthlyFigures,
  to: MonthlyFigures,
  figures: readonly FigureDifference[],
  notCompared: readonly FactTab[],
): readonly OtherCause[] {
  const rates = ratesOf(from, to);
  const baselines = baselinesMoved(from, to, 'cumulative');
  const baselinesOfLevels = baselinesMoved(from, to, 'level');
  const moved = new Set(figures.filter(({ before, after }) => before !== after).map(({ figure }) => figure));
  const causes: OtherCause[] = [...measuredOtherwise(from, to)];
  for (const { part, whole: figure } of rates) {
    const tab = tabOfFigure(part);
    // A figure that is blank because it was not computed does not mean that the target or the plan changed.
    if (!moved.has(figure) || (tab !== null && notCompared.includes(tab))) continue;
    causes.push(figure === 'plannedWon' ? { kind: 'plan' } : { kind: 'target', figure });
  }
  const isStated = moved.has('implementationPercent') && [from, to].some(hasStatedRate);
  if (isStated) causes.push({ kind: 'stated' });
  for (const { rate, part, whole } of rates) {
    if (!moved.has(rate) || moved.has(part) || moved.has(whole)) continue;
    if (isStated && rate === 'implementationPercent') continue;
    const isRebased = (baselinesOfLevels.get(part) ?? 0) !== 0;
    causes.push({ kind: isRebased ? 'baselineOfRate' : 'settings', figure: rate });
  }
  for (const { figure, before, after, byRows } of figures) {
    if (byRows === null) continue;
    const byBaseline = baselines.get(figure) ?? 0;
    if (byBaseline !== 0) causes.push({ kind: 'baseline', figure, by: byBaseline });
    const rest = exactSum([after ?? 0, -(before ?? 0), -byRows, -byBaseline]);
    if (rest !== 0) causes.push({ kind: 'unknown', figure, by: rest });
  }
  return causes;
}

function measuredOtherwise(from: MonthlyFigures, to: MonthlyFigures): readonly OtherCause[] {
  const before = new Map((from.indicators ?? []).map((indicator) => [valueFigure(indicator), indicator]));
  return (to.indicators ?? []).flatMap((is): readonly OtherCause[] => {
    const figure = valueFigure(is);
    const was = before.get(figure);
    // The unit of meetings is only a label and changes no figure.
    if (was === undefined || is.kind === 'meetings') return [];
    return was.kind === is.kind && areOneUnit(was.unit, is.unit)
      ? []
      : [{ kind: 'measured', figure, was, is }];
  });
}

/**
 * Whether two units are the same in two spellings (㎞ and km, ㎡ and m2). A unit that is not stated equals any.
 */
function areOneUnit(one: string | null, other: string | null): boolean {
  return one === null || other === null || unitKey(one) === unitKey(other);
}

function unitKey(unit: string): string {
  return unit.slice(0, LONGEST_UNIT).normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** Only so many characters are compared: normalizing many marks on one letter is slow. */
const LONGEST_UNIT = 100;

/** Whether the rate of the pledge is one that somebody stated: none of its indicators has a rate. */
function hasStatedRate({ implementationPercent, indicators }: MonthlyFigures): boolean {
  return (
    implementationPercent !== null && indicators?.every(({ ratePercent }) => ratePercent === null) === true
  );
}

/** By how much the baseline of each indicator of a kind changed. Only a cumulative value includes it. */
function baselinesMoved(
  from: MonthlyFigures,
  to: MonthlyFigures,
  wanted: IndicatorKind,
): ReadonlyMap<MonthlyFigure, number> {
  const ofKind = ({ indicators }: MonthlyFigures) => (indicators ?? []).filter(({ kind }) => kind === wanted);
  const before = new Map(ofKind(from).map((indicator) => [valueFigure(indicator), indicator.baseline ?? 0]));
  return new Map(
    ofKind(to).map((indicator) => {
      const figure = valueFigure(indicator);
      const now = indicator.baseline ?? 0;
      return [figure, exactSum([now, -(before.get(figure) ?? 0)])];
    }),
  );
}

/** A rate with its part and whole. */
interface RateParts {
  readonly rate: MonthlyFigure;
  readonly part: MonthlyFigure;
  readonly whole: MonthlyFigure;
}

function ratesOf(from: MonthlyFigures, to: MonthlyFigures): readonly RateParts[] {
  const money: RateParts = { rate: 'executionPercent', part: 'executedWon', whole: 'plannedWon' };
  const [first, second] = [from.indicators ?? [], to.indicators ?? []];
  const isOne = first.length <= 1 && second.length <= 1;
  const rates = new Map(
    [...first, ...second].map((indicator) => [
      valueFigure(indicator),
      { rate: rateFigure(indicator, isOne), part: valueFigure(indicator), whole: targetFigure(indicator) },
    ]),
  );
  return [...rates.values(), money];
}

function rateFigure({ name }: MonthlyIndicator, isOne: boolean): MonthlyFigure {
  return isOne ? 'implementationPercent' : `rate of ${name ?? ''}`;
}
