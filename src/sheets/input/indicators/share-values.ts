/**
 * Percentages that are typed as shares: 0.7 for 70 %. A percentage that somebody states is then 70; a measured one stays as it is typed,
 * since 0.88 % may well be meant. Both are told of.
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

/** @returns the value of each row as it is meant, in their order. */
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
    const [first] = shares;
    if (first === undefined) continue;
    const amounts = own.map(([, { measured }]) => measured.value);
    const hasWhole = amounts.some((value) => value > 1);
    const isStated = indicator.kind === 'selfAssessed';
    if (!isStated && !isAboveOne(indicator, amounts, plannedOf(indicator))) continue;
    // Among shares alone 1 is the whole: 0.3, 0.7, 1.
    const told = isStated && !hasWhole ? own.filter(([, row]) => isShare(row) || isPlainOne(row)) : shares;
    for (const [index, { row, field, measured }] of told) {
      const readAs = isStated ? percentOf(measured.value) : measured.value;
      values[index] = readAs;
      findings.push({ problem: shareProblem(measured.value, readAs), place: { tab, row, field } });
    }
    if (isStated && hasWhole) {
      const [, { row, field }] = first;
      findings.push({
        problem: { code: 'mixed-percent' },
        place: { tab, row, field },
      });
    }
  }
  return { values, findings };
}

/**
 * The other way round: a target of 1 beside values like 35 is likely 100 %. It stays as it is typed.
 * @param cellAt the cell in which a target is typed: `1%`, or a cell that shows 0.01 so, is what it says.
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

/** A number alone, between 0 and 1: `0.7%` is what it says. */
function isShare({ measured: { value, unit } }: ReadValue): boolean {
  return unit === null && value > 0 && value < 1;
}

function isPlainOne({ measured: { value, unit } }: ReadValue): boolean {
  return unit === null && value === 1;
}

/** Whether the target is above 1 %, so that a value below is likely a share of 100. */
function isAboveOne({ target }: Indicator, amounts: readonly number[], planned: readonly number[]): boolean {
  if (target !== null) return target > 1;
  return (planned.length > 0 ? planned : amounts).some((value) => value > 1);
}

function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}
