/** The key figures of a date, as they are frozen in the record of a month and compared. */
import type { Figure } from '../figure.ts';
import type { Report } from '../report.ts';
import { type FundingSource, type ImplementationStatus, listedEntries, type StatusThen } from '../words.ts';
import type { MonthlyFigure } from './monthly-figure.ts';

/** How the value of an indicator comes about. Only that of `meetings` and `cumulative` is a sum of rows. */
export const INDICATOR_KINDS = ['meetings', 'cumulative', 'level', 'selfAssessed'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** null is not known: it stays blank, and is never zero. */
export interface MonthlyIndicator {
  readonly kind: IndicatorKind;
  /** null: the pledge does not say what it counts. */
  readonly name: string | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly value: number | null;
  /** Some of its rows are estimates. */
  readonly approximate: boolean;
  readonly target: number | null;
  readonly ratePercent: number | null;
}

/** The suggestions that have a status, no status yet (`noStatus`), or one that is not known (`unknownThen`). */
export interface MonthlyStatus {
  readonly name: StatusThen;
  readonly count: number;
  readonly approximate: boolean;
}

export interface MonthlyFund {
  readonly name: FundingSource;
  readonly plannedWon: number | null;
  readonly executedWon: number | null;
}

export interface MonthlyFigures {
  readonly implementationPercent: number | null;
  /** null, of this list and those below: a record of an earlier layout does not have it, or it was too long for its cell. */
  readonly indicators: readonly MonthlyIndicator[] | null;
  readonly suggestions: number | null;
  /** Only those that a suggestion has. */
  readonly statuses: readonly MonthlyStatus[] | null;
  readonly plannedWon: number | null;
  readonly executedWon: number | null;
  readonly executionPercent: number | null;
  readonly funds: readonly MonthlyFund[] | null;
  readonly chosenStatus: ImplementationStatus | null;
  readonly suggestedStatus: ImplementationStatus | null;
}

export function monthlyFiguresOf({
  pledge,
  lists,
  meetings,
  suggestions,
  budget,
  status,
}: Report): MonthlyFigures {
  const all = suggestions?.all;
  const counts: readonly { readonly name: StatusThen; readonly figure: Figure }[] =
    all === undefined
      ? []
      : [
          ...listedEntries(lists.statuses, all.statuses).map(({ word, entry }) => ({
            name: word,
            figure: entry,
          })),
          { name: 'noStatus', figure: all.noStatus },
          { name: 'unknownThen', figure: all.unknownThen },
        ];
  return {
    implementationPercent: meetings?.rate.percent ?? null,
    indicators: [
      {
        kind: 'meetings',
        name: pledge.indicator,
        unit: pledge.unit,
        baseline: null,
        value: meetings?.cumulative.value ?? null,
        approximate: meetings?.cumulative.approximate ?? false,
        target: meetings?.target ?? null,
        ratePercent: meetings?.rate.percent ?? null,
      },
    ],
    suggestions: all?.total.value ?? null,
    statuses: counts.flatMap(({ name, figure: { value, approximate } }) =>
      value === null ? [] : [{ name, count: value, approximate }],
    ),
    plannedWon: budget?.total.planned.value ?? null,
    executedWon: budget?.total.executed.value ?? null,
    executionPercent: budget?.total.rate.percent ?? null,
    funds: listedEntries(lists.fundingSources, budget?.sources ?? {}).flatMap(
      ({ word: name, entry: { planned, executed } }): readonly MonthlyFund[] =>
        planned.value === null && executed.value === null
          ? []
          : [{ name, plannedWon: planned.value, executedWon: executed.value }],
    ),
    chosenStatus: status.chosen,
    suggestedStatus: status.suggested,
  };
}

/** The figure that is the value of an indicator. */
export function valueFigure({ kind, name }: Pick<MonthlyIndicator, 'kind' | 'name'>): MonthlyFigure {
  return kind === 'meetings' ? 'heldMeetings' : `value of ${name ?? ''}`;
}

export function targetFigure({ kind, name }: Pick<MonthlyIndicator, 'kind' | 'name'>): MonthlyFigure {
  return kind === 'meetings' ? 'finalTarget' : `target of ${name ?? ''}`;
}

/** All figures that are numbers, in the order in which they are shown. A figure that is not there is of a name that the record does not have. */
export function numbersOf(figures: MonthlyFigures): ReadonlyMap<MonthlyFigure, number | null> {
  const { indicators, statuses, funds } = figures;
  const numbers = new Map<MonthlyFigure, number | null>();
  for (const indicator of indicators ?? []) {
    numbers.set(valueFigure(indicator), indicator.value);
    numbers.set(targetFigure(indicator), indicator.target);
  }
  numbers.set('implementationPercent', figures.implementationPercent);
  // The rate of the only indicator is that of the pledge.
  if (indicators !== null && indicators.length > 1) {
    for (const { name, ratePercent } of indicators) numbers.set(`rate of ${name ?? ''}`, ratePercent);
  }
  numbers.set('suggestions', figures.suggestions);
  for (const { name, count } of statuses ?? []) numbers.set(`status ${name}`, count);
  numbers.set('plannedWon', figures.plannedWon);
  for (const { name, plannedWon } of funds ?? []) numbers.set(`planned by ${name}`, plannedWon);
  numbers.set('executedWon', figures.executedWon);
  for (const { name, executedWon } of funds ?? []) numbers.set(`executed by ${name}`, executedWon);
  numbers.set('executionPercent', figures.executionPercent);
  return numbers;
}
