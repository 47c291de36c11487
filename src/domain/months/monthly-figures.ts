/** The key figures of a date, as they are frozen in the record of a month and compared. */
import type { Figure } from '../figure.ts';
import { INDICATOR_KINDS, type IndicatorKind } from '../indicators/indicator.ts';
import type { Report } from '../report.ts';
import { type FundingSource, type ImplementationStatus, listedEntries, type StatusThen } from '../words.ts';
import type { MonthlyFigure } from './monthly-figure.ts';

/** The figures of an indicator. null: not known. It stays blank and is never zero. */
export interface MonthlyIndicator {
  readonly kind: IndicatorKind;
  /** null: nobody named it. */
  readonly name: string | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly value: number | null;
  /** True where some of its rows are estimates. */
  readonly approximate: boolean;
  readonly target: number | null;
  readonly ratePercent: number | null;
}

/**
 * Number of suggestions with a status, with none yet (`noStatus`), or with an unknown one (`unknownThen`).
 */
export interface MonthlyStatus {
  readonly name: StatusThen;
  readonly count: number;
  readonly approximate: boolean;
}

export interface MonthlyFundingSource {
  readonly name: FundingSource;
  readonly plannedWon: number | null;
  readonly executedWon: number | null;
}

export interface MonthlyFigures {
  readonly implementationPercent: number | null;
  /**
   * null, here and in the lists below: the record has an earlier layout without it, or it
   * was too long for its cell.
   */
  readonly indicators: readonly MonthlyIndicator[] | null;
  readonly suggestions: number | null;
  /** Only statuses that a suggestion has. */
  readonly statuses: readonly MonthlyStatus[] | null;
  readonly plannedWon: number | null;
  readonly executedWon: number | null;
  readonly executionPercent: number | null;
  readonly fundingSources: readonly MonthlyFundingSource[] | null;
  readonly chosenStatus: ImplementationStatus | null;
  readonly suggestedStatus: ImplementationStatus | null;
}

export function monthlyFiguresOf({
  indicators,
  rate,
  lists,
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
    implementationPercent: rate.percent,
    indicators: indicators.map(({ indicator: { kind, name, unit, baseline }, value, target, rate: own }) => ({
      kind,
      name,
      unit,
      baseline,
      value: value.value,
      approximate: value.approximate,
      target,
      ratePercent: own.percent,
    })),
    suggestions: all?.total.value ?? null,
    statuses: counts.flatMap(({ name, figure: { value, approximate } }) =>
      value === null ? [] : [{ name, count: value, approximate }],
    ),
    plannedWon: budget?.total.planned.value ?? null,
    executedWon: budget?.total.executed.value ?? null,
    executionPercent: budget?.total.rate.percent ?? null,
    fundingSources: listedEntries(lists.fundingSources, budget?.bySource ?? {}).flatMap(
      ({ word: name, entry: { planned, executed } }): readonly MonthlyFundingSource[] =>
        planned.value === null && executed.value === null
          ? []
          : [{ name, plannedWon: planned.value, executedWon: executed.value }],
    ),
    chosenStatus: status.chosen,
    suggestedStatus: status.suggested,
  };
}

type NamedIndicator = Pick<MonthlyIndicator, 'kind' | 'name'>;

/** The figure that holds the value of an indicator. */
export function valueFigure({ kind, name }: NamedIndicator): MonthlyFigure {
  return kind === 'meetings' ? 'heldMeetings' : `value of ${name ?? ''}`;
}

export function targetFigure({ kind, name }: NamedIndicator): MonthlyFigure {
  return kind === 'meetings' ? 'finalTarget' : `target of ${name ?? ''}`;
}

/**
 * The new names of renamed indicators, by old name. An indicator was renamed where exactly one name of
 * its kind is gone and exactly one is new: `benches` and `lamps` before, `seats` and `lamps` after mean
 * that benches are seats now.
 */
export function newIndicatorNames(
  before: readonly NamedIndicator[],
  after: readonly NamedIndicator[],
): ReadonlyMap<string | null, string | null> {
  const missingIn = (others: readonly NamedIndicator[]) => {
    const figures = new Set(others.map(valueFigure));
    return (indicator: NamedIndicator) => !figures.has(valueFigure(indicator));
  };
  const [gone, come] = [before.filter(missingIn(after)), after.filter(missingIn(before))];
  return new Map(
    INDICATOR_KINDS.flatMap((kind): readonly (readonly [string | null, string | null])[] => {
      const [was, ...othersGone] = gone.filter((indicator) => indicator.kind === kind);
      const [is, ...othersCome] = come.filter((indicator) => indicator.kind === kind);
      const isOne = othersGone.length + othersCome.length === 0;
      return was === undefined || is === undefined || !isOne ? [] : [[was.name, is.name]];
    }),
  );
}

/** The same figures, with the new names of renamed indicators. */
export function withNewNames(
  figures: MonthlyFigures,
  names: ReadonlyMap<string | null, string | null>,
): MonthlyFigures {
  const indicators = figures.indicators?.map((indicator) => {
    const name = indicator.kind === 'meetings' ? undefined : names.get(indicator.name);
    return name === undefined ? indicator : { ...indicator, name };
  });
  return { ...figures, indicators: indicators ?? null };
}

/**
 * All figures that are numbers, in the order in which they are shown. A figure is absent where the
 * record does not have its name.
 */
export function numbersOf(figures: MonthlyFigures): ReadonlyMap<MonthlyFigure, number | null> {
  const { indicators, statuses, fundingSources } = figures;
  const numbers = new Map<MonthlyFigure, number | null>();
  for (const indicator of indicators ?? []) {
    numbers.set(valueFigure(indicator), indicator.value);
    numbers.set(targetFigure(indicator), indicator.target);
  }
  numbers.set('implementationPercent', figures.implementationPercent);
  // The rate of an only indicator is that of the pledge.
  if (indicators !== null && indicators.length > 1) {
    for (const { name, ratePercent } of indicators) numbers.set(`rate of ${name ?? ''}`, ratePercent);
  }
  numbers.set('suggestions', figures.suggestions);
  for (const { name, count } of statuses ?? []) numbers.set(`status ${name}`, count);
  numbers.set('plannedWon', figures.plannedWon);
  for (const { name, plannedWon } of fundingSources ?? []) numbers.set(`planned by ${name}`, plannedWon);
  numbers.set('executedWon', figures.executedWon);
  for (const { name, executedWon } of fundingSources ?? []) numbers.set(`executed by ${name}`, executedWon);
  numbers.set('executionPercent', figures.executionPercent);
  return numbers;
}

/** The figures of a month that are estimates: `약 13`. */
export function estimatesOf({ indicators, statuses }: MonthlyFigures): ReadonlySet<MonthlyFigure> {
  return new Set<MonthlyFigure>([
    ...(indicators ?? []).filter(({ approximate }) => approximate).map(valueFigure),
    ...(statuses ?? []).flatMap(({ name, approximate }) => (approximate ? [`status ${name}` as const] : [])),
  ]);
}
