/**
 * Percentages that are typed as shares: 0.7 for 70 %. A self-assessed percentage is then read as 70. A
 * measured value stays as typed, since 0.88 % may be meant. Both are reported.
 */
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import { type Indicator, type IndicatorPlace, isFalling } from '../../../domain/indicators/indicator.ts';
import { type RawCell, shownText } from '../../raw.ts';

interface ReadValue {
  readonly row: number;
  readonly field: string;
  readonly indicator: Indicator;
  readonly measured: { readonly value: number; readonly unit: string | null };
}

/** @returns the value that is meant in each row, in the order of the rows. */
export function sharesOf(
  tab: 'targets' | 'results',
  rows: readonly ReadValue[],
  plannedOf: (indicator: Indicator) => readonly number[],
): {
  readonly values: readonly number[];
  readonly findings: readonly Finding[];
} {
  const values = rows.map(({ measured }) => measured.value);
  const findings: Finding[] = [];
  const ofPercents = [...rows.entries()].filter(([, { indicator }]) => indicator.isPercent);
  for (const [indicator, own] of groupBy(ofPercents, ([, row]) => row.indicator)) {
    const shares = own.filter(([, row]) => isShare(row));
    if (shares.length === 0) continue;
    const amounts = own.map(([, { measured }]) => measured.value);
    const hasWhole = amounts.some((value) => value > 1);
    const isStated = indicator.kind === 'selfAssessed';
    if (!isStated && !isAboveOne(indicator, amounts, plannedOf(indicator))) continue;
    // Where all values are shares, 1 is the whole: 0.3, 0.7, 1.
    const reported =
      isStated && !hasWhole ? own.filter(([, row]) => isShare(row) || isPlainOne(row)) : shares;
    for (const [index, { row, field, measured }] of reported) {
      const readAs = isStated ? percentOf(measured.value) : measured.value;
      values[index] = readAs;
      findings.push({ problem: shareProblem(measured.value, readAs), place: { tab, row, field } });
    }
  }
  return { values, findings };
}

/**
 * Reports the opposite case: a target of 1 beside values like 35 probably means 100 %. It is read as typed.
 * @param cellAt the cell of a target. `1%`, typed or shown, means 1 % and is not reported.
 */
export function targetsLikeShares(
  indicators: readonly Indicator[],
  amountsOf: (indicator: Indicator) => readonly number[],
  cellAt: (place: IndicatorPlace, field: string) => RawCell,
): readonly Finding[] {
  return indicators.flatMap((indicator): readonly Finding[] => {
    const { isPercent, kind, target, targetPlace } = indicator;
    const isSmall = isPercent && kind === 'level' && target !== null && target > 0 && target <= 1;
    if (!isSmall || targetPlace === null || isFalling(indicator, target)) return [];
    const field = targetPlace.field ?? (targetPlace.tab === 'pledge' ? 'value' : 'target');
    const cell = cellAt(targetPlace, field);
    const isPlain = typeof cell === 'number' ? cell === target : /^[\d.]+$/.test(shownText(cell).trim());
    if (!isPlain || !amountsOf(indicator).some((amount) => amount > 1)) return [];
    const problem = shareProblem(target, target);
    return [{ problem, place: { tab: targetPlace.tab, row: targetPlace.row, field } }];
  });
}

function shareProblem(value: number, readAs: number): Finding['problem'] {
  return { code: 'share-for-percent', found: String(value), share: percentOf(value), readAs };
}

/** Whether a value is a plain number between 0 and 1. `0.7%` is not: it means 0.7 %. */
function isShare({ measured: { value, unit } }: ReadValue): boolean {
  return unit === null && value > 0 && value < 1;
}

function isPlainOne({ measured: { value, unit } }: ReadValue): boolean {
  return unit === null && value === 1;
}

/** Whether the target is above 1 %, so that a value below 1 is probably a share of the whole. */
function isAboveOne({ target }: Indicator, amounts: readonly number[], planned: readonly number[]): boolean {
  if (target !== null) return target > 1;
  return (planned.length > 0 ? planned : amounts).some((value) => value > 1);
}

function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}
