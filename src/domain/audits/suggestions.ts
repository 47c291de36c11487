/** Suggestions: their dates, their statuses, and figures that look carried over. */
import { daysBefore, daysBetween, yearOf } from '../date.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../grouping.ts';
import { endedStatuses, type OriginBreakdown } from '../suggestions/suggestions.ts';
import { isOwnWord } from '../words.ts';
import { type Audit, findingAt, findingsOf } from './check.ts';

/** A suggestion cannot be handled before it was received. */
export const handledAfterReceived: Audit = ({ suggestions }) =>
  findingsOf(suggestions, ({ date, handledOn, received }) =>
    handledOn === null || handledOn.last >= date.first
      ? null
      : findingAt('suggestions', received.row, 'handledOn', {
          code: 'handled-before-received',
          received: date.first,
          handled: handledOn.last,
        }),
  );

/** Completed, or ended with a status of the office, and nobody says when: its status at an earlier date cannot be told. */
export const completedHasDate: Audit = ({ suggestions, lists }) => {
  const ended = endedStatuses(lists.statuses);
  return findingsOf(suggestions, ({ status, handledOn, received }) => {
    if (status === null || handledOn !== null) return null;
    const at = (code: 'completed-without-date' | 'ended-without-date') =>
      findingAt('suggestions', received.row, 'handledOn', { code });
    if (status === 'completed') return at('completed-without-date');
    return isOwnWord(status) && ended.has(status) ? at('ended-without-date') : null;
  });
};

/** Suggestions without any status, counted for each occasion. */
export const suggestionsHaveStatus: Audit = (_, { suggestions }) =>
  (suggestions?.origins ?? []).flatMap(({ year, origin, noStatus, total }): readonly Finding[] => {
    const count = noStatus.value ?? 0;
    return count === 0
      ? []
      : [
          findingAt('suggestions', noStatus.sources[0]?.row ?? null, 'status', {
            code: 'suggestions-without-status',
            year,
            origin,
            count,
            total: total.value ?? 0,
          }),
        ];
  });

/** Suggestions whose status at the as-of date nobody knows any more, counted for each occasion. */
export const statusThenIsKnown: Audit = (_, { suggestions, clock }) =>
  (suggestions?.origins ?? []).flatMap(({ year, origin, unknownThen }): readonly Finding[] => {
    const count = unknownThen.value ?? 0;
    const row = unknownThen.sources[0]?.row ?? null;
    return count === 0
      ? []
      : [
          findingAt('suggestions', row, 'handledOn', {
            code: 'status-then-unknown',
            year,
            origin,
            count,
            asOf: clock.asOf,
          }),
        ];
  });

/** Suggestions open for longer than the limit, counted for each occasion; only those of which the day is known to lie so far back. */
export const suggestionsNotOpenTooLong: Audit = ({ pledge }, { suggestions, clock }) => {
  const { handlingLimitDays: limit } = pledge;
  const limitDay = daysBefore(clock.asOf, limit);
  const late = (suggestions?.open ?? []).filter(
    ({ suggestion: { date } }) => limitDay !== null && date.last < limitDay,
  );
  return [...groupBy(late, ({ suggestion }) => yearOf(suggestion.date.first))].flatMap(([year, ofYear]) =>
    [...groupBy(ofYear, ({ suggestion }) => suggestion.origin)].flatMap(
      ([origin, group]): readonly Finding[] => {
        const oldest = group[0]?.suggestion;
        if (oldest === undefined) return [];
        return [
          findingAt('suggestions', oldest.received.row, 'date', {
            code: 'suggestions-open-long',
            year,
            origin,
            count: group.reduce((sum, { suggestion }) => sum + suggestion.received.amount, 0),
            days: daysBetween(oldest.date.last, clock.asOf),
            limit,
          }),
        ];
      },
    ),
  );
};

/** Below this two equal totals are likely to be chance. */
const TELLING_TOTAL = 10;

/** The same total for the same occasion in two successive years: 186 in 2023 and 186 again in 2024. */
export const totalsNotCopied: Audit = (_, { suggestions }) => {
  const origins = suggestions?.origins ?? [];
  return origins.flatMap((now): readonly Finding[] => {
    const before = origins.find(({ year, origin }) => year === now.year - 1 && origin === now.origin);
    const total = now.total.value ?? 0;
    if (before === undefined || total < TELLING_TOTAL || before.total.value !== total) return [];
    return [
      findingAt('suggestions', firstRowOf(now), 'times', {
        code: 'copied-total',
        origin: now.origin,
        year: now.year,
        yearBefore: before.year,
        total,
      }),
    ];
  });
};

/** The same breakdown into two statuses or more for two occasions. */
export const breakdownsNotCopied: Audit = (_, { suggestions }) => {
  const telling = (suggestions?.origins ?? []).filter(
    (row) =>
      (row.total.value ?? 0) >= TELLING_TOTAL &&
      Object.values(row.statuses).filter(({ value }) => value !== null).length > 1,
  );
  return [...groupBy(telling, breakdownKey).values()].flatMap(([first, ...others]) =>
    others.flatMap((other): readonly Finding[] =>
      first === undefined
        ? []
        : [
            findingAt('suggestions', firstRowOf(other), 'times', {
              code: 'copied-breakdown',
              origin: other.origin,
              year: other.year,
              otherOrigin: first.origin,
              otherYear: first.year,
              total: other.total.value ?? 0,
            }),
          ],
    ),
  );
};

function breakdownKey(row: OriginBreakdown): string {
  return Object.values(row.statuses)
    .map(({ value }) => value ?? '')
    .join(' ');
}

function firstRowOf({ total }: OriginBreakdown): number | null {
  return total.parts[0]?.sources[0]?.row ?? null;
}
