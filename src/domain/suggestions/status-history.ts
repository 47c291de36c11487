/**
 * The statuses of suggestions as runs have seen them. A row has only its status now. The history says what
 * the status was, so that a breakdown as of a past date stays as it was.
 */
import { dayPeriod, type IsoDate, isSamePeriod, type Period } from '../date.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../grouping.ts';
import type { Suggestion } from '../records.ts';
import type { StatusSeen, StatusThen } from '../words.ts';

/** One row of 처리이력: a suggestion seen for the first time, or with another status or handling date. */
export interface StatusChange {
  /** {@link Suggestion.key} */
  readonly key: string;
  /** The day of the run that saw it. */
  readonly seenOn: IsoDate;
  /** What the run before saw; null: this run is the first to see the suggestion. */
  readonly from: RowState | null;
  /** The same as `from` where only the handling date changed. */
  readonly to: RowState;
  /** The handling date in the row; null: blank, or no row. */
  readonly handledOn: Period | null;
  /** {@link Suggestion.signs}; empty in rows that earlier versions wrote. */
  readonly signs: readonly string[];
}

/**
 * The status of a row. `gone`: no row has the key any more. The row may have been deleted, or got another
 * number or text. `several`: rows that cannot be told apart share the key.
 */
export type RowState = StatusSeen | 'gone' | 'several';

/**
 * A status and when it began: on a day from `first` to `last`. null: it has held for
 * as long as anybody knows.
 */
export interface StatusSpan {
  readonly status: StatusThen;
  readonly since: { readonly first: IsoDate; readonly last: IsoDate } | null;
}

/**
 * The statuses of one suggestion in the order in which runs wrote them down. A later entry
 * overrides an earlier one.
 */
export type StatusTimeline = readonly StatusSpan[];

/**
 * The timeline of each suggestion that the history knows. Other suggestions only have
 * the status in their row.
 */
export type StatusTimelines = ReadonlyMap<Suggestion, StatusTimeline>;

export const NO_TIMELINES: StatusTimelines = new Map();

/** The changes to add to the history now. Of rows that share a key, it only notes that there are several. */
export function newStatusChanges(
  suggestions: readonly Suggestion[],
  history: readonly StatusChange[],
  today: IsoDate,
): readonly StatusChange[] {
  const seen = seenByKey(history, today);
  const rowsOfKey = groupBy(suggestions, ({ key }) => key);
  const gone = [...seen].flatMap(([key, changes]): readonly StatusChange[] => {
    const last = changes[changes.length - 1];
    if (rowsOfKey.has(key) || last === undefined || last.to === 'gone') return [];
    return [{ key, seenOn: today, from: last.to, to: 'gone', handledOn: null, signs: [] }];
  });
  const several = [...rowsOfKey].flatMap(([key, [first, second]]): readonly StatusChange[] => {
    const from = seen.get(key)?.slice(-1)[0]?.to ?? null;
    if (first === undefined || second === undefined || from === 'several') return [];
    return [{ key, seenOn: today, from, to: 'several', handledOn: null, signs: first.signs() }];
  });
  return [
    ...gone,
    ...several,
    ...followed(suggestions).flatMap((suggestion) => changeSince(seen, suggestion, today) ?? []),
  ];
}

/**
 * The timeline of every row that the history knows. It includes what this run sees, even before the history
 * holds it. The time it takes grows with the rows and the changes.
 */
export function statusTimelines(
  suggestions: readonly Suggestion[],
  history: readonly StatusChange[],
  today: IsoDate,
): StatusTimelines {
  const seen = seenByKey(history, today);
  const timelines = new Map<Suggestion, StatusTimeline>();
  if (seen.size === 0) return timelines;
  const renamed = maybeRenamed(suggestions, seen, today);
  for (const suggestion of followed(suggestions)) {
    const before = seen.get(suggestion.key) ?? [];
    const firstSeen = renamed.get(suggestion);
    if (before.length === 0 && firstSeen === undefined) continue;
    const now = changeSince(seen, suggestion, today);
    const timeline = timelineOf(now === null ? before : [...before, now]);
    timelines.set(
      suggestion,
      firstSeen === undefined ? timeline : unknownBefore(firstSeen, suggestion, timeline),
    );
  }
  return timelines;
}

/**
 * A finding where the status of rows is unknown because their number or text was changed after the as-of
 * date. The run that first sees such a change reports it for any as-of date, while it can still be undone.
 */
export function renamedFindings(
  suggestions: readonly Suggestion[],
  history: readonly StatusChange[],
  { asOf, today }: { readonly asOf: IsoDate; readonly today: IsoDate },
): readonly Finding[] {
  const renamed = maybeRenamed(suggestions, seenByKey(history, today), today);
  const concerned = [...renamed]
    .map(([suggestion, firstSeen]) => ({ suggestion, firstSeen }))
    .filter(
      ({ suggestion: { date }, firstSeen }) => firstSeen === today || (date.last <= asOf && asOf < firstSeen),
    );
  const [first] = concerned;
  if (first === undefined) return [];
  const firstSeen = concerned.reduce(
    (latest, one) => (one.firstSeen > latest ? one.firstSeen : latest),
    first.firstSeen,
  );
  const { row } = first.suggestion.received;
  return [
    {
      problem: { code: 'suggestions-renamed', rows: concerned.length, firstSeen },
      place: { tab: 'suggestions', row, field: 'number' },
    },
  ];
}

/**
 * Rows that may be earlier rows under a new key, because their number was filled in or their text was edited.
 * Each comes with the day on which it was first seen. A row may be one that went missing if it shares a sign
 * with it, and was first seen on the day when that one was found missing, or later. Rows of earlier versions
 * have no signs: there, it must be that very day.
 */
function maybeRenamed(
  suggestions: readonly Suggestion[],
  seen: ReadonlyMap<string, readonly StatusChange[]>,
  today: IsoDate,
): ReadonlyMap<Suggestion, IsoDate> {
  const keys = new Set(suggestions.map(({ key }) => key));
  // A thousand rows of one text may go in one run, so those of one sign and the same days are kept once.
  const gone = new Map<string, Gone>();
  for (const [key, changes] of seen) {
    const [first, last] = [changes[0], changes[changes.length - 1]];
    if (keys.has(key) || first === undefined || last === undefined) continue;
    const from = first.seenOn;
    const on = last.to === 'gone' ? last.seenOn : today;
    const signs = new Set(changes.flatMap((change) => change.signs));
    for (const sign of signs.size === 0 ? [null] : signs)
      gone.set(`${sign} ${from} ${on}`, { sign, from, on });
  }
  const goneBySign = groupBy(gone.values(), ({ sign }) => sign);
  const renamed = new Map<Suggestion, IsoDate>();
  if (gone.size === 0) return renamed;
  for (const suggestion of followed(suggestions)) {
    const firstSeen = seen.get(suggestion.key)?.[0]?.seenOn ?? today;
    const maybeThis = ({ sign, from, on }: Gone) =>
      from < firstSeen && suggestion.date.first <= on && (sign === null ? on === firstSeen : on <= firstSeen);
    if ([...suggestion.signs(), null].some((sign) => goneBySign.get(sign)?.some(maybeThis)))
      renamed.set(suggestion, firstSeen);
  }
  return renamed;
}

/** A key that no row has any more: `from` is the day it was first seen, `on` the day it was found missing. */
interface Gone {
  /** One of the signs of its rows; null: they have none. */
  readonly sign: string | null;
  readonly from: IsoDate;
  readonly on: IsoDate;
}

/**
 * The timeline, with any status of unknown beginning made uncertain until `firstSeen`, the day the row was
 * first seen under this key.
 */
function unknownBefore(firstSeen: IsoDate, { date }: Suggestion, timeline: StatusTimeline): StatusTimeline {
  return timeline.map((span) =>
    span.since === null ? { ...span, since: { first: date.first, last: firstSeen } } : span,
  );
}

/** The status of a suggestion at a date, as far as its row and the history show it. */
export function statusAt(
  suggestion: Suggestion,
  asOf: IsoDate,
  timelines: StatusTimelines = NO_TIMELINES,
): StatusThen {
  return statusIn(timelineIn(timelines, suggestion), asOf);
}

/** The timeline of a row. A row that the history does not know has only its own status. */
export function timelineIn(timelines: StatusTimelines, suggestion: Suggestion): StatusTimeline {
  return timelines.get(suggestion) ?? [{ status: statusSeen(suggestion), since: suggestion.handledOn }];
}

/**
 * The status of a timeline at a date. Unknown before the beginning, and within a month or
 * year in which it changed.
 */
export function statusIn(timeline: StatusTimeline, asOf: IsoDate): StatusThen {
  for (let index = timeline.length - 1; index >= 0; index -= 1) {
    const span = timeline[index];
    if (span === undefined || (span.since !== null && span.since.first > asOf)) continue;
    return span.since === null || span.since.last <= asOf ? span.status : 'unknownThen';
  }
  return 'unknownThen';
}

function statusSeen({ status }: Suggestion): StatusSeen {
  return status ?? 'noStatus';
}

/** The rows whose key no other row has. */
function followed(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const rowsOfKey = new Map<string, number>();
  for (const { key } of suggestions) rowsOfKey.set(key, (rowsOfKey.get(key) ?? 0) + 1);
  return suggestions.filter(({ key }) => rowsOfKey.get(key) === 1);
}

/**
 * The changes of each suggestion, oldest first, however somebody sorted the rows. Changes dated after today
 * are mistakes and are left out.
 */
function seenByKey(
  history: readonly StatusChange[],
  today: IsoDate,
): ReadonlyMap<string, readonly StatusChange[]> {
  const byKey = groupBy(
    history.filter(({ seenOn }) => seenOn <= today),
    ({ key }) => key,
  );
  for (const changes of byKey.values()) {
    changes.sort((a, b) => (a.seenOn < b.seenOn ? -1 : a.seenOn > b.seenOn ? 1 : 0));
  }
  return byKey;
}

function changeSince(
  seen: ReadonlyMap<string, readonly StatusChange[]>,
  suggestion: Suggestion,
  today: IsoDate,
): StatusChange | null {
  const { key, handledOn } = suggestion;
  const changes = seen.get(key) ?? [];
  const last = changes[changes.length - 1];
  const to = statusSeen(suggestion);
  if (last !== undefined && last.to === to && isSamePeriod(last.handledOn, handledOn)) return null;
  return { key, seenOn: today, from: last?.to ?? null, to, handledOn, signs: suggestion.signs() };
}

/**
 * The timeline of a suggestion's changes. A status begins on the handling date that came with it, or else on
 * the day it was seen. Examples, with runs on 10 January (in progress, no date) and 20 February:
 * - Completed, handled 15 February: in progress until the 14th.
 * - Completed, no date: in progress until 19 February.
 * - Completed, no date, and 15 February is filled in on 10 March: as if it had been there at once.
 */
function timelineOf(changes: readonly StatusChange[]): StatusTimeline {
  const spans: StatusSpan[] = [];
  let last: ChangeOfRow | null = null;
  let firstSeenSo: IsoDate | null = null;
  for (const change of whileThere(changes)) {
    const { from, to, handledOn, seenOn } = change;
    const top = spans[spans.length - 1];
    if (last !== null && last.to === to && isSamePeriod(last.handledOn, handledOn)) continue;
    if (from !== (last?.to ?? null)) {
      // A row of the history is missing here. Its status is unknown, and so is when that began.
      spans.push({ status: 'unknownThen', since: top?.since ?? null });
    }
    if (last !== null && from === to && from === last.to && top !== undefined && firstSeenSo !== null) {
      spans[spans.length - 1] = { ...top, since: redated(top.since, handledOn, firstSeenSo) };
    } else {
      spans.push({ status: to, since: beginningOf(change, last) });
      firstSeenSo = seenOn;
    }
    last = change;
  }
  return spans;
}

interface ChangeOfRow extends StatusChange {
  readonly from: StatusSeen | 'several' | null;
  readonly to: StatusSeen;
}

/**
 * The changes of a row without the times when it was gone, as if it had always been there. While several rows
 * shared its key, its status is unknown.
 */
function whileThere(changes: readonly StatusChange[]): readonly ChangeOfRow[] {
  const there: ChangeOfRow[] = [];
  for (const change of changes) {
    const { from, to } = change;
    if (to === 'gone' || to === 'several') continue;
    const before = there[there.length - 1];
    there.push({ ...change, to, from: from === 'gone' ? (before?.to ?? null) : from });
  }
  return there;
}

/**
 * When the status of a change began. A handling date that was in the row before the status changed
 * belongs to the status before.
 */
function beginningOf(
  { from, handledOn, seenOn }: ChangeOfRow,
  last: ChangeOfRow | null,
): StatusSpan['since'] {
  if (from === null && last === null) return handledOn;
  const isOfStatusBefore = last !== null && isSamePeriod(handledOn, last.handledOn);
  return handledOn === null || isOfStatusBefore ? dayPeriod(seenOn) : handledOn;
}

/**
 * The beginning of a status whose handling date was changed or filled in later. A date after the day on which
 * the status was first seen cannot be its beginning and is ignored.
 */
function redated(
  since: StatusSpan['since'],
  handledOn: Period | null,
  firstSeenSo: IsoDate,
): StatusSpan['since'] {
  const latest = since !== null && since.last > firstSeenSo ? since.last : firstSeenSo;
  if (handledOn === null || handledOn.first > latest) return since;
  return { first: handledOn.first, last: handledOn.last < latest ? handledOn.last : latest };
}
