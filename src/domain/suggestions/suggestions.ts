/** Suggestions received and what became of them, as of a date. */
import { type IsoDate, yearOf } from '../date.ts';
import { type Figure, figureOf, type Source, sumOf } from '../figure.ts';
import { groupBy } from '../grouping.ts';
import type { Suggestion } from '../records.ts';
import {
  ENDED_STATUSES,
  HANDLING_STATUSES,
  type HandlingStatus,
  STATUSES_THEN,
  type StatusThen,
  totalRecord,
} from '../words.ts';
import { NO_TIMELINES, type StatusTimelines, statusAt } from './status-history.ts';

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
  readonly open: readonly SuggestionThen[];
}

/** A suggestion with its status at the date. */
export interface SuggestionThen {
  readonly suggestion: Suggestion;
  readonly status: StatusThen;
}

const ENDED: ReadonlySet<StatusThen> = new Set(ENDED_STATUSES);

/**
 * @param suggestions those received by the as-of date.
 * @param timelines what the history tells of them.
 */
export function suggestionReport(
  suggestions: readonly Suggestion[],
  asOf: IsoDate,
  timelines: StatusTimelines = NO_TIMELINES,
): SuggestionReport {
  const then = suggestions.map(
    (suggestion): SuggestionThen => ({ suggestion, status: statusAt(suggestion, asOf, timelines) }),
  );
  const byOrigin = [...groupBy(then, ({ suggestion }) => yearOf(suggestion.date.first))]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, ofYear]) =>
      [...groupBy(ofYear, ({ suggestion }) => suggestion.origin)].map(([origin, group]) => ({
        year,
        origin,
        ...breakdownOf(group),
      })),
    );
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
    dongs: namedBreakdowns(groupBy(then, ({ suggestion }) => suggestion.dong)),
    departments: namedBreakdowns(groupBy(then, ({ suggestion }) => suggestion.department)),
    open: then
      .filter(({ status }) => !ENDED.has(status))
      .sort(({ suggestion: { date: a } }, { suggestion: { date: b } }) =>
        a.first < b.first ? -1 : a.first > b.first ? 1 : 0,
      ),
  };
}

function breakdownOf(group: readonly SuggestionThen[]): StatusBreakdown {
  const sources = totalRecord(STATUSES_THEN, (): Source[] => []);
  for (const { suggestion, status } of group) sources[status].push(suggestion.received);
  const statuses = totalRecord(HANDLING_STATUSES, (status) => figureOf(sources[status]));
  const noStatus = figureOf(sources.noStatus);
  const unknownThen = figureOf(sources.unknownThen);
  return {
    total: sumOf([...Object.values(statuses), noStatus, unknownThen]),
    statuses,
    noStatus,
    unknownThen,
  };
}

/** Those whose rows say no name come last. */
function namedBreakdowns(
  byName: ReadonlyMap<string | null, readonly SuggestionThen[]>,
): readonly NamedBreakdown[] {
  const groups = [...byName];
  const named = groups.filter(([name]) => name !== null);
  const unnamed = groups.filter(([name]) => name === null);
  return [...named, ...unnamed].map(([name, group]) => ({ name, ...breakdownOf(group) }));
}
