/**
 * Totals among values that cannot all be added up: of several indicators, of levels, of cumulative targets.
 * Such a total is right if it is any sum or last value that the rows give.
 */
import { isRounded } from '../../../domain/audits/written.ts';
import { exactSum } from '../../../domain/decimal.ts';
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import type { Subtotal } from '../../../domain/records.ts';

export interface MixedRow {
  readonly row: number;
  readonly amount: number;
  /** Rows with the same key are of one indicator. */
  readonly key: unknown;
  /** Whether its amount is a percentage, of which a total may be typed as a share: 0.75. */
  readonly isPercent?: boolean;
}

/**
 * Reports the totals that no rows give.
 * @param rows in the order in which one value replaces another.
 */
export function totalsOfNone(
  totals: readonly Pick<Subtotal, 'tab' | 'row' | 'field' | 'label' | 'written' | 'step'>[],
  rows: readonly MixedRow[],
): readonly Finding[] {
  const ends = [...new Set(totals.map(({ row }) => row))].sort((one, other) => one - other);
  return totals.flatMap((total): readonly Finding[] => {
    const { tab, row, field, label, written } = total;
    const share = { ...total, written: Math.round(written * 1e7) / 1e5 };
    const isRight = (sum: number) =>
      isRounded(total, sum) || (rows.some(({ isPercent }) => isPercent) && isRounded(share, sum));
    const before = ends.filter((end) => end < row).pop() ?? 0;
    const scopes = [
      rows,
      rows.filter((each) => each.row < row),
      rows.filter((each) => each.row < row && each.row > before),
    ];
    if (rows.length === 0 || scopes.some((scope) => totalsIn(scope).some(isRight))) {
      return [];
    }
    return [{ problem: { code: 'total-of-none', found: label, written }, place: { tab, row, field } }];
  });
}

/** Every number that may be called the total of these rows. */
function totalsIn(rows: readonly MixedRow[]): readonly number[] {
  const amounts = [...groupBy(rows, ({ key }) => key).values()].map((own) => own.map(({ amount }) => amount));
  const last = amounts.map((own) => own[own.length - 1] ?? 0);
  return [...amounts.map(exactSum), ...last, exactSum(last), exactSum(amounts.flat())];
}
