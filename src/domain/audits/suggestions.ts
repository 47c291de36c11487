/** Checks of suggestions: their dates, their statuses, and figures that look copied. */
import { daysBefore, daysBetween, yearOf } from '../date.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../grouping.ts';
import { endedStatuses, type OccasionBreakdown } from '../suggestions/suggestions.ts';
import { isOwnWord } from '../words.ts';
import { type Audit, findingAt, findingsOf } from './check.ts';

/** Finds suggestions that were handled before they were received. */
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

/**
 * Finds suggestions without a handling date that are completed, or ended by a status that the office added.
 * Their status at an earlier date cannot be determined.
 */
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

/** Finds suggestions without a status: one finding for each year and occasion. */
export const suggestionsHaveStatus: Audit = (_, { suggestions }) =>
  (suggestions?.occasions ?? []).flatMap(({ year, occasion, noStatus, total }): readonly Finding[] => {
    const count = noStatus.value ?? 0;
    return count === 0
      ? []
      : [
          findingAt('suggestions', noStatus.sources[0]?.row ?? null, 'status', {
            code: 'suggestions-without-status',
            year,
            occasion,
            count,
            total: total.value ?? 0,
          }),
        ];
  });

/** Finds suggestions whose status at the as-of date is unknown: one finding for each year and occasion. */
export const statusThenIsKnown: Audit = (_, { suggestions, clock }) =>
  (suggestions?.occasions ?? []).flatMap(({ year, occasion, unknownThen }): readonly Finding[] => {
    const count = unknownThen.value ?? 0;
    const row = unknownThen.sources[0]?.row ?? null;
    return count === 0
      ? []
      : [
          findingAt('suggestions', row, 'handledOn', {
            code: 'status-then-unknown',
            year,
            occasion,
            count,
            asOf: clock.asOf,
          }),
        ];
  });

/**
 * Finds suggestions open for longer than the limit: one finding for each year and occasion. A date known only
 * by month or year counts from its last day.
 */
export const suggestionsNotOpenTooLong: Audit = ({ pledge }, { suggestions, clock }) => {
  const { handlingLimitDays: limit } = pledge;
  const limitDay = daysBefore(clock.asOf, limit);
  const late = (suggestions?.open ?? []).filter(
    ({ suggestion: { date } }) => limitDay !== null && date.last < limitDay,
  );
  return [...groupBy(late, ({ suggestion }) => yearOf(suggestion.date.first))].flatMap(([year, ofYear]) =>
    [...groupBy(ofYear, ({ suggestion }) => suggestion.occasion)].flatMap(
      ([occasion, group]): readonly Finding[] => {
        const [{ suggestion: oldest }] = group;
        return [
          findingAt('suggestions', oldest.received.row, 'date', {
            code: 'suggestions-open-long',
            year,
            occasion,
            count: group.reduce((sum, { suggestion }) => sum + suggestion.received.amount, 0),
            days: daysBetween(oldest.date.last, clock.asOf),
            limit,
          }),
        ];
      },
    ),
  );
};

/** Below this, equal totals are likely to be chance. */
const TELLING_TOTAL = 10;

/** Finds the same total for the same occasion in two successive years: 186 in 2023 and 186 again in 2024. */
export const totalsNotCopied: Audit = (_, { suggestions }) => {
  const occasions = suggestions?.occasions ?? [];
  return occasions.flatMap((now): readonly Finding[] => {
    const before = occasions.find(({ year, occasion }) => year === now.year - 1 && occasion === now.occasion);
    const total = now.total.value ?? 0;
    if (before === undefined || total < TELLING_TOTAL || before.total.value !== total) return [];
    return [
      findingAt('suggestions', firstRowOf(now), 'times', {
        code: 'copied-total',
        occasion: now.occasion,
        year: now.year,
        yearBefore: before.year,
        total,
      }),
    ];
  });
};

/** Finds two occasions with the same breakdown into two or more statuses. */
export const breakdownsNotCopied: Audit = (_, { suggestions }) => {
  const telling = (suggestions?.occasions ?? []).filter(
    (row) =>
      (row.total.value ?? 0) >= TELLING_TOTAL &&
      Object.values(row.statuses).filter(({ value }) => value !== null).length > 1,
  );
  return [...groupBy(telling, breakdownKey).values()].flatMap(([first, ...others]) =>
    others.map((other) =>
      findingAt('suggestions', firstRowOf(other), 'times', {
        code: 'copied-breakdown',
        occasion: other.occasion,
        year: other.year,
        otherOccasion: first.occasion,
        otherYear: first.year,
        total: other.total.value ?? 0,
      }),
    ),
  );
};

function breakdownKey(row: OccasionBreakdown): string {
  return Object.values(row.statuses)
    .map(({ value }) => value ?? '')
    .join(' ');
}

function firstRowOf({ total }: OccasionBreakdown): number | null {
  return total.parts[0]?.sources[0]?.row ?? null;
}
