/** The pledges shown in 총괄. Each keeps its row in 공약목록, to which every count of pledges leads. */
import type { BudgetLine } from '../../../domain/budget.ts';
import { firstDayOfQuarter, quarterOf } from '../../../domain/date.ts';
import { type Figure, figureOf, sumOf, zeroIfUnknown } from '../../../domain/figure.ts';
import { groupBy } from '../../../domain/grouping.ts';
import { type Rate, type RatePrecision, rateOf } from '../../../domain/rate.ts';
import type { Records } from '../../../domain/records.ts';
import type { Report } from '../../../domain/report.ts';
import type { FundingSource } from '../../../domain/words.ts';
import { isLineOfFundingSource } from '../../names.ts';

export interface OverviewEntry {
  readonly number: string;
  /** Row number in 공약목록. */
  readonly row: number;
  readonly field: string | null;
  readonly report: Report;
  readonly records: Records;
  readonly errors: number;
}

/** Number of pledges; each one's source is its row in 공약목록. */
export function pledgeCount(entries: readonly OverviewEntry[]): Figure {
  return zeroIfUnknown(figureOf(entries.map((entry) => ofRow(entry, 1))));
}

/** The rates as shown, each at most 100 %; each one's source is its pledge's row. */
export function shownRates(entries: readonly OverviewEntry[]): Figure {
  return figureOf(
    entries.flatMap((entry) => {
      const { percent } = entry.report.rate;
      return percent === null ? [] : [ofRow(entry, Math.min(100, percent))];
    }),
  );
}

function ofRow({ row }: OverviewEntry, amount: number) {
  return { tab: 'pledgeList', row, amount, approximate: false } as const;
}

/** Groups pledges by a key, in order of first appearance; those without a key come last. */
export function inGroups<Key>(
  entries: readonly OverviewEntry[],
  keyOf: (entry: OverviewEntry) => Key | null,
): readonly (readonly [Key | null, readonly OverviewEntry[]])[] {
  const groups = [...groupBy(entries, keyOf)];
  return [...groups.filter(([key]) => key !== null), ...groups.filter(([key]) => key === null)];
}

/** Money of several pledges, from one funding source or all. */
export interface OverviewMoney {
  readonly planned: Figure;
  readonly executed: Figure;
  readonly rate: Rate;
}

/** @param source null: all funding sources. */
export function moneyOf(
  entries: readonly OverviewEntry[],
  source: FundingSource | null,
  precision: RatePrecision,
): OverviewMoney {
  const lines = entries.flatMap(({ report: { budget } }): readonly BudgetLine[] => {
    const line = source === null ? budget?.total : budget?.bySource[source];
    return line === undefined ? [] : [line];
  });
  const planned = sumOf(lines.map((line) => line.planned));
  const executed = sumOf(lines.map((line) => line.executed));
  return { planned, executed, rate: rateOf(executed.value, planned.value, precision) };
}

/** The funding sources with a planned or executed amount of these pledges, in the office's order. */
export function fundingSourceTotals(
  entries: readonly OverviewEntry[],
  precision: RatePrecision,
): readonly { readonly name: string; readonly money: OverviewMoney }[] {
  const names = new Map(
    entries.flatMap(({ report }) =>
      report.lists.fundingSources.map(({ word, name }) => [word, name] as const),
    ),
  );
  return [...names].flatMap(([word, name]) => {
    const money = moneyOf(entries, word, precision);
    return isLineOfFundingSource(word, money) ? [{ name, money }] : [];
  });
}

/** Number of log rows dated in the quarter of the as-of date, up to that date. */
export function rowsOfQuarter({ report: { clock }, records }: OverviewEntry): Figure {
  const first = firstDayOfQuarter(quarterOf(clock.asOf));
  const isInQuarter = ({ date }: { readonly date: { readonly first: string; readonly last: string } }) =>
    date.first >= first && date.first <= clock.asOf;
  const rows = [
    ...(records.meetings ?? []).filter(isInQuarter).map(({ held }) => held),
    ...(records.results ?? []).filter(isInQuarter).map(({ value }) => value),
    ...(records.suggestions ?? []).filter(isInQuarter).map(({ received }) => received),
    ...(records.executions ?? []).filter(isInQuarter).map(({ executed }) => executed),
  ];
  return zeroIfUnknown(figureOf(rows.map(({ tab, row }) => ({ tab, row, amount: 1, approximate: false }))));
}
