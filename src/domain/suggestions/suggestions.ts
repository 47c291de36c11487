/** Suggestions received and what became of them, as of a date. */
import { type IsoDate, yearOf } from '../date.ts';
import { type Figure, figureOf, type Source, sumOf } from '../figure.ts';
import { groupBy } from '../grouping.ts';
import type { Suggestion } from '../records.ts';
import { type EndingWord, type HandlingStatus, type StatusThen, totalRecord } from '../words.ts';
import { NO_TIMELINES, type StatusTimelines, statusAt } from './status-history.ts';

export interface StatusBreakdown {
  readonly total: Figure;
  readonly statuses: Readonly<Record<HandlingStatus, Figure>>;
  readonly noStatus: Figure;
  /**
   * Suggestions whose status at the as-of date is unknown: the row's status is later, and the history does
   * not say what came before.
   */
  readonly unknownThen: Figure;
}

export interface OccasionBreakdown extends StatusBreakdown {
  /** Year of receipt: the same occasion comes round again every year. */
  readonly year: number;
  /** null: the rows do not say. */
  readonly occasion: string | null;
}

export interface NamedBreakdown extends StatusBreakdown {
  /** null: the rows do not say. */
  readonly name: string | null;
}

export interface SuggestionReport {
  readonly all: StatusBreakdown;
  readonly occasions: readonly OccasionBreakdown[];
  readonly dongs: readonly NamedBreakdown[];
  readonly departments: readonly NamedBreakdown[];
  /** Received and not yet at an end, the longest open first. A month or a year counts from its last day. */
  readonly open: readonly SuggestionThen[];
}

/** A suggestion with its status at the as-of date. */
export interface SuggestionThen {
  readonly suggestion: Suggestion;
  readonly status: StatusThen;
}

/**
 * @param listed every known status, in order.
 * @param suggestions suggestions received by the as-of date.
 * @param timelines what the history says about them.
 */
export function suggestionReport(
  listed: readonly EndingWord<HandlingStatus>[],
  suggestions: readonly Suggestion[],
  asOf: IsoDate,
  timelines: StatusTimelines = NO_TIMELINES,
): SuggestionReport {
  const ended = endedStatuses(listed);
  const words = listed.map(({ word }) => word);
  const then = suggestions.map(
    (suggestion): SuggestionThen => ({ suggestion, status: statusAt(suggestion, asOf, timelines) }),
  );
  const byOccasion = [...groupBy(then, ({ suggestion }) => yearOf(suggestion.date.first))]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, ofYear]) =>
      [...groupBy(ofYear, ({ suggestion }) => suggestion.occasion)].map(([occasion, group]) => ({
        year,
        occasion,
        ...breakdownOf(words, group),
      })),
    );
  return {
    all: {
      total: sumOf(byOccasion.map((row) => row.total)),
      statuses: totalRecord(words, (status) =>
        sumOf(byOccasion.flatMap((row) => row.statuses[status] ?? [])),
      ),
      noStatus: sumOf(byOccasion.map((row) => row.noStatus)),
      unknownThen: sumOf(byOccasion.map((row) => row.unknownThen)),
    },
    occasions: byOccasion,
    dongs: namedBreakdowns(
      words,
      groupBy(then, ({ suggestion }) => suggestion.dong),
    ),
    departments: namedBreakdowns(
      words,
      groupBy(then, ({ suggestion }) => suggestion.department),
    ),
    open: then
      .filter(({ status }) => !ended.has(status))
      .sort(({ suggestion: { date: a } }, { suggestion: { date: b } }) =>
        a.last < b.last ? -1 : a.last > b.last ? 1 : 0,
      ),
  };
}

/** The statuses that end the handling of a suggestion. */
export function endedStatuses(listed: readonly EndingWord<HandlingStatus>[]): ReadonlySet<StatusThen> {
  return new Set(listed.flatMap(({ word, ended }) => (ended ? [word] : [])));
}

function breakdownOf(words: readonly HandlingStatus[], group: readonly SuggestionThen[]): StatusBreakdown {
  const sources = new Map<StatusThen, Source[]>(words.map((word) => [word, []]));
  const noStatusYet: Source[] = [];
  // A status from the history that is no longer listed counts as unknown.
  const unknown: Source[] = [];
  for (const { suggestion, status } of group) {
    const list = status === 'noStatus' ? noStatusYet : (sources.get(status) ?? unknown);
    list.push(suggestion.received);
  }
  const statuses = totalRecord(words, (status) => figureOf(sources.get(status) ?? []));
  const noStatus = figureOf(noStatusYet);
  const unknownThen = figureOf(unknown);
  return {
    total: sumOf([...Object.values(statuses), noStatus, unknownThen]),
    statuses,
    noStatus,
    unknownThen,
  };
}

/** The breakdown of each name. Rows without a name come last. */
function namedBreakdowns(
  words: readonly HandlingStatus[],
  byName: ReadonlyMap<string | null, readonly SuggestionThen[]>,
): readonly NamedBreakdown[] {
  const groups = [...byName];
  const named = groups.filter(([name]) => name !== null);
  const unnamed = groups.filter(([name]) => name === null);
  return [...named, ...unnamed].map(([name, group]) => ({ name, ...breakdownOf(words, group) }));
}
