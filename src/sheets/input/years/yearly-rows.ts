/** Plans whose figures are what each year adds: told by their 계, which adds up the years, or by a name that means the one or the other. */
import { exactSum } from '../../../domain/decimal.ts';
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import { type Indicator, isLastValue } from '../../../domain/indicators/indicator.ts';
import type { Target } from '../../../domain/records.ts';
import { parseMeasure } from '../../cells/measure.ts';
import { indexesFrom, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { type Headings, headingsOfRow } from '../headings.ts';
import type { IndicatorRow } from '../indicators/indicator-rows.ts';
import { isTotalWord } from '../rows/total-words.ts';

/** The number in a cell; null where there is none. */
export function amountIn(cell: RawCell): number | null {
  const parsed = parseMeasure(cell);
  return parsed.ok ? parsed.value.value : null;
}

/** Whether a total adds up years: what is reached by the end of each is never added up. One year alone is its own sum. */
export function addsUpYears(total: number | null, years: readonly number[]): boolean {
  return total !== null && years.filter((amount) => amount !== 0).length > 1 && total === exactSum(years);
}

/**
 * Whether amounts under 연도별 목표 can only be what is reached by the end of each year: they rise to the target, or would come to more than
 * it together. 20, 50 and 90 of 90 are; 20 and 50 of 90 may be what each year adds.
 */
export function areCumulative(years: readonly number[], { target, baseline }: Indicator): boolean {
  const last = years[years.length - 1];
  if (target === null || last === undefined || last > target) return false;
  const rises = years.every((amount, at) => amount >= (years[at - 1] ?? amount));
  return rises && (last === target || exactSum(years) > exactSum([target, -(baseline ?? 0)]));
}

/**
 * Leaves out the rows of a list of years whose 계 adds them up.
 * @param indicatorOf the indicator of a row that may name none.
 */
export function withoutYearlyRows(
  raw: RawTab,
  headings: Headings,
  rows: readonly IndicatorRow<Target>[],
  indicatorOf: (row: IndicatorRow<Target>) => Indicator | null,
): {
  readonly rows: readonly IndicatorRow<Target>[];
  readonly findings: readonly Finding[];
  readonly excluded: number;
} {
  const totals = indexesFrom(raw, 0).flatMap((index) => {
    const row = index + 1;
    const cells = raw.rows[index] ?? [];
    const table = headingsOfRow(headings, row);
    const column = table.cells.get('planned')?.column;
    const label = cells.map((cell) => shownText(cell).trim()).find(isTotalWord);
    const total = column === undefined ? null : amountIn(cells[column - 1] ?? '');
    return row <= table.row || label === undefined || total === null ? [] : [{ row, label, total, table }];
  });
  if (totals.length === 0) return { rows, findings: [], excluded: 0 };
  const yearly = new Set<IndicatorRow<Target>>();
  const findings: Finding[] = [];
  for (const [table, own] of groupBy(rows, ({ row }) => headingsOfRow(headings, row))) {
    for (const [indicator, ofOne] of groupBy(own, indicatorOf)) {
      const amounts = ofOne.map(({ measured }) => measured.value);
      const total = totals.find((each) => each.table === table && addsUpYears(each.total, amounts));
      if (total === undefined || (indicator !== null && isLastValue(indicator))) continue;
      for (const row of ofOne) yearly.add(row);
      findings.push({
        problem: { code: 'yearly-rows-alone', rows: [{ row: total.row, label: total.label }] },
        place: { tab: 'targets', row: total.row, field: null },
      });
    }
  }
  return { rows: rows.filter((row) => !yearly.has(row)), findings, excluded: yearly.size };
}
