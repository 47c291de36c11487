/** Suggestions received and what became of them, as of a date. */
import { type IsoDate, yearOf } from './date.ts';
import { type Figure, figureOf, sumOf } from './figure.ts';
import { groupBy } from './grouping.ts';
import type { Suggestion } from './records.ts';
import { NO_TIMELINES, type StatusTimelines, statusAt } from './status-history.ts';
import { HANDLING_STATUSES, type HandlingStatus, type StatusThen, totalRecord } from './words.ts';

export interface StatusBreakdown {
  readonly total: Figure;
  readonly statuses: Readonly<Record<HandlingStatus, Figure>>;
  readonly noStatus: Figure;
  /** The row's status is of a later date, and neither it nor the history says what it was before. */
  readonly unknownThen: Figure;
}

export interface OriginBreakdown extends StatusBreakdown {
  /** Year of receipt: the same occasion comes round again every year. */
  readonly year: number;
  /** null: the rows do not say. */
  readonly origin: string | null;
}

export interface NamedBreakdown extends StatusBreakdown {
  /** null: the rows do not say. */
  readonly name: string | null;
}

export interface SuggestionReport {
  readonly all: StatusBreakdown;
  readonly origins: readonly OriginBreakdown[];
  readonly dongs: readonly NamedBreakdown[];
  readonly departments: readonly NamedBreakdown[];
  /** Received and not yet at an end, the longest open first. */
  readonly open: readonly OpenSuggestion[];
}

export interface OpenSuggestion extends Suggestion {
  readonly statusThen: StatusThen;
}

/** Statuses after which nothing more is awaited. */
const ENDED: ReadonlySet<StatusThen> = new Set<StatusThen>(['completed', 'notFeasible', 'transferred']);

/**
 * @param suggestions those received by the as-of date.
 * @param timelines what the history tells of them.
 */
export function suggestionReport(
  suggestions: readonly Suggestion[],
  asOf: IsoDate,
  timelines: StatusTimelines = NO_TIMELINES,
): SuggestionReport {
  const breakdownOf: BreakdownOf = (group) => {
    const byStatus = groupBy(group, (item) => statusAt(item, asOf, timelines));
    const figure = (status: StatusThen) =>
      figureOf((byStatus.get(status) ?? []).map((item) => item.received));
    const statuses = totalRecord(HANDLING_STATUSES, figure);
    const noStatus = figure('noStatus');
    const unknownThen = figure('unknownThen');
    return {
      total: sumOf([...Object.values(statuses), noStatus, unknownThen]),
      statuses,
      noStatus,
      unknownThen,
    };
  };
  const byOrigin = [
    ...groupBy(suggestions, (item) => `${yearOf(item.date.first)} ${item.origin ?? ''}`).values(),
  ]
    .flatMap((group) => {
      const first = group[0];
      if (first === undefined) return [];
      return [{ year: yearOf(first.date.first), origin: first.origin, ...breakdownOf(group) }];
    })
    .sort((a, b) => a.year - b.year);
  return {
    all: {
      total: sumOf(byOrigin.map((row) => row.total)),
      statuses: totalRecord(HANDLING_STATUSES, (status) =>
        sumOf(byOrigin.map((row) => row.statuses[status])),
      ),
      noStatus: sumOf(byOrigin.map((row) => row.noStatus)),
      unknownThen: sumOf(byOrigin.map((row) => row.unknownThen)),
    },
    origins: byOrigin,
    dongs: namedBreakdowns(suggestions, (item) => item.dong, breakdownOf),
    departments: namedBreakdowns(suggestions, (item) => item.department, breakdownOf),
    open: suggestions
      .map((item) => ({ ...item, statusThen: statusAt(item, asOf, timelines) }))
      .filter(({ statusThen }) => !ENDED.has(statusThen))
      .sort((a, b) => (a.date.first < b.date.first ? -1 : a.date.first > b.date.first ? 1 : 0)),
  };
}

type BreakdownOf = (suggestions: readonly Suggestion[]) => StatusBreakdown;

function namedBreakdowns(
  suggestions: readonly Suggestion[],
  nameOf: (suggestion: Suggestion) => string | null,
  breakdownOf: BreakdownOf,
): readonly NamedBreakdown[] {
  const groups = [...groupBy(suggestions, nameOf)];
  const named = groups.filter(([name]) => name !== null);
  const unnamed = groups.filter(([name]) => name === null);
  return [...named, ...unnamed].map(([name, group]) => ({ name, ...breakdownOf(group) }));
}
