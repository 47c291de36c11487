/**
 * Detects plans whose figures are what each year adds, not cumulative targets: their 계 is the sum of the
 * years, or figures under 연도별 목표 are not clearly cumulative.
 */
import { exactSum } from '../../../domain/decimal.ts';
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import { type Indicator, isSum } from '../../../domain/indicators/indicator.ts';
import type { Target } from '../../../domain/records.ts';
import { parseMeasure } from '../../cells/measure.ts';
import { ERROR_VALUE } from '../../cells/parsed.ts';
import { indexesFrom, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { type Headings, headingsOfRow } from '../headings.ts';
import type { IndicatorRow } from '../indicators/indicator-rows.ts';
import { isFilled } from '../rows/row-kind.ts';
import { isTotalWord } from '../totals/total-words.ts';

/** Returns the number in a cell; null if there is none. */
export function amountIn(cell: RawCell): number | null {
  const parsed = parseMeasure(cell);
  return parsed.ok ? parsed.value.value : null;
}

const NUMBER = /^(?:총|계|약|대략)*[△▲(]?[-−–]?[\d.]/;
const NO_VALUE = /^(?:[-–—―‐‑‒−ㅡ]|없음)$/;

/** Whether a cell holds a number or was meant to: not words and not a dash. */
export function isNumber(cell: RawCell): boolean {
  if (!isFilled(cell) || isWords(cell)) return false;
  return typeof cell !== 'string' || !NO_VALUE.test(compactReadText(cell));
}

/** Whether a cell holds words where a number belongs: 설계, 준공. */
export function isWords(cell: RawCell): boolean {
  if (typeof cell !== 'string') return false;
  const text = compactReadText(cell);
  return !NUMBER.test(text) && !NO_VALUE.test(text) && !ERROR_VALUE.test(text);
}

/**
 * Whether a total is the sum of the years. Cumulative targets are never summed, so these years are what each
 * adds. A single nonzero year proves nothing: it is its own sum.
 */
export function addsUpYears(total: number | null, years: readonly number[]): boolean {
  return total !== null && years.filter((amount) => amount !== 0).length > 1 && total === exactSum(years);
}

/**
 * Whether amounts under 연도별 목표 can only be cumulative: they rise to the target, or rise and would exceed it
 * if summed. 20, 50 and 90 of 90 are cumulative; 20 and 50 of 90 may be what each year adds.
 */
export function areCumulative(years: readonly number[], { target, baseline }: Indicator): boolean {
  const last = years[years.length - 1];
  if (target === null || last === undefined || last > target) return false;
  const rises = years.every((amount, at) => amount >= (years[at - 1] ?? amount));
  return rises && (last === target || exactSum(years) > exactSum([target, -(baseline ?? 0)]));
}

/**
 * Leaves out the rows of a list of years whose 계 is their sum.
 * @param indicatorOf the indicator of a row, which may not name one; null if unknown.
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
    return row <= table.row || label === undefined || total === null
      ? []
      : [{ row, label, total, table, cells }];
  });
  /**
   * Whether a total is of one indicator alone: its row names it, or no row of another stands between it and
   * the total above. The last values of several may equal the sum of the years of one by chance.
   */
  const isOfOne = (
    { row, table, cells }: (typeof totals)[number],
    indicator: Indicator | null,
    own: readonly IndicatorRow<Target>[],
  ): boolean => {
    const before = totals.filter((each) => each.table === table && each.row < row).pop()?.row ?? 0;
    return (
      (indicator !== null && cells.some((cell) => shownText(cell).trim() === indicator.name)) ||
      own.every((each) => each.row < before || each.row > row || indicatorOf(each) === indicator)
    );
  };
  if (totals.length === 0) return { rows, findings: [], excluded: 0 };
  const yearly = new Set<IndicatorRow<Target>>();
  const findings: Finding[] = [];
  for (const [table, own] of groupBy(rows, ({ row }) => headingsOfRow(headings, row))) {
    for (const [indicator, ofOne] of groupBy(own, indicatorOf)) {
      const amounts = ofOne.map(({ measured }) => measured.value);
      const total = totals.find(
        (each) => each.table === table && addsUpYears(each.total, amounts) && isOfOne(each, indicator, own),
      );
      if (total === undefined || (indicator !== null && !isSum(indicator))) continue;
      for (const row of ofOne) yearly.add(row);
      findings.push({
        problem: { code: 'yearly-rows-alone', rows: [{ row: total.row, label: total.label }] },
        place: { tab: 'targets', row: total.row, field: null },
      });
    }
  }
  return { rows: rows.filter((row) => !yearly.has(row)), findings, excluded: yearly.size };
}
