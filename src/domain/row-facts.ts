/**
 * The rows behind the figures of a date, reduced to what counts, so that two dates, or two states of one date, can be held
 * against each other row by row. No text that a person wrote in a row is part of it but the names of its category or origin.
 */
import type { ArchivedRecords } from './archive.ts';
import { type IsoDate, type Period, periodText } from './date.ts';
import { fingerprint } from './fingerprint.ts';
import { addedFingerprints, addFingerprint, joinLanes, type Lanes, sumText } from './fingerprint-sum.ts';
import type { Execution, Meeting, Records, Suggestion } from './records.ts';
import { executionPrint, meetingPrint, suggestionPrint } from './row-print.ts';
import {
  ownTimeline,
  type StatusChange,
  type StatusTimeline,
  statusIn,
  statusTimelines,
  timelineIn,
} from './status-history.ts';
import { HANDLING_STATUSES, type StatusThen, totalRecord } from './words.ts';

/** The tabs whose rows count from their date on. */
export const FACT_TABS = ['meetings', 'suggestions', 'executions'] as const;
export type FactTab = (typeof FACT_TABS)[number];

/** One row as it counts. */
export interface RowFact {
  readonly tab: FactTab;
  /** Where it stood when it was last seen as it is; rows above it may have come or gone since. */
  readonly row: number;
  readonly date: Period;
  /** The category of a meeting, the origin of a suggestion, the {@link FundingSource} of an execution; null: not said. */
  readonly name: string | null;
  /** Of a suggestion; null for everything else. */
  readonly status: StatusThen | null;
  /** Meetings, suggestions or won. */
  readonly amount: number;
  /** What a suggestion is known by; null for everything else. */
  readonly identity: string | null;
  /** A fingerprint of everything about the row that any figure depends on. Where it stands is no part of it. */
  readonly key: string;
  /** It is a line of the archive. */
  readonly isArchived?: true;
}

/** A fact and the as-of dates at which it counts: from the first up to, but without, the second; null: for good. */
export interface LastingFact {
  readonly fact: RowFact;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** The figures that are nothing but sums over rows. */
export const ROW_FIGURES = [
  'heldMeetings',
  'suggestions',
  ...HANDLING_STATUSES,
  'noStatus',
  'unknownThen',
  'executedWon',
] as const;
/** A status stands for the suggestions that have it. */
export type RowFigure = (typeof ROW_FIGURES)[number];

/** What counts at a date, added up. */
export interface CountedRows {
  readonly asOf: IsoDate;
  readonly rowCount: number;
  /** {@link fingerprintOf} the facts. */
  readonly fingerprint: string;
  /** null: no row says anything. */
  readonly figures: Readonly<Record<RowFigure, number | null>>;
}

/** The figures that a fact is a part of. */
export function figuresMovedBy({ tab, status }: RowFact): readonly RowFigure[] {
  if (tab === 'meetings') return ['heldMeetings'];
  if (tab === 'executions') return ['executedWon'];
  return status === null ? ['suggestions'] : ['suggestions', status];
}

/** The facts that count as of a date: those that `calculate` makes its figures of. */
export function countedFacts(
  records: Records,
  asOf: IsoDate,
  history: readonly StatusChange[],
  today: IsoDate,
): readonly RowFact[] {
  return lastingFacts(records, history, today)
    .filter(({ from, until }) => from <= asOf && (until === null || until > asOf))
    .map(({ fact }) => fact);
}

/**
 * Every fact that counts at any date. A suggestion whose status changes is one fact after another. This is one pass over the
 * rows and the history, whatever number of dates is then asked for.
 */
export function lastingFacts(
  records: Records,
  history: readonly StatusChange[],
  today: IsoDate,
): readonly LastingFact[] {
  const suggestions = records.suggestions ?? [];
  const timelines = statusTimelines(suggestions, history, today);
  const facts: LastingFact[] = archivedFacts(records.archived);
  for (const meeting of records.meetings ?? []) {
    facts.push({ fact: meetingFact(meeting), from: meeting.date.last, until: null });
  }
  const firstOfNumber = new Map<string, IsoDate>();
  for (const suggestion of suggestions) {
    const { number, date } = suggestion;
    const from = date.last;
    // Of rows with one number the first that is dated by then counts: this one, until a row above it does.
    const until = number === null ? null : (firstOfNumber.get(number) ?? null);
    if (until !== null && until <= from) continue;
    if (number !== null) firstOfNumber.set(number, from);
    statusesWhile(timelineIn(timelines, suggestion), from, until, (status, since, to) => {
      facts.push({ fact: suggestionFact(suggestion, status), from: since, until: to });
    });
  }
  for (const execution of records.executions ?? []) {
    facts.push({ fact: executionFact(execution), from: execution.date.last, until: null });
  }
  return facts;
}

/** The lines of archived years, known by what is no name: one that staff have changed since makes no other line of it. */
function archivedFacts({ meetings, suggestions, executions }: ArchivedRecords): LastingFact[] {
  const facts: LastingFact[] = [];
  const archived = (fact: RowFact, print: string): RowFact => ({
    ...fact,
    identity: null,
    key: keyOf(['archive', fact.tab, print]),
    isArchived: true,
  });
  for (const meeting of meetings) {
    const fact = archived(meetingFact(meeting), meetingPrint(meeting));
    facts.push({ fact, from: meeting.date.last, until: null });
  }
  for (const suggestion of suggestions) {
    statusesWhile(ownTimeline(suggestion), suggestion.date.last, null, (status, from, until) => {
      const fact = archived(suggestionFact(suggestion, status), suggestionPrint(suggestion, status));
      facts.push({ fact, from, until });
    });
  }
  for (const execution of executions) {
    const fact = archived(executionFact(execution), executionPrint(execution));
    facts.push({ fact, from: execution.date.last, until: null });
  }
  return facts;
}

/** What counts at each of the dates, all of them found in one pass over the facts. */
export function countedRowsAt(
  lasting: readonly LastingFact[],
  dates: readonly IsoDate[],
): readonly CountedRows[] {
  const ascending = [...new Set(dates)].sort();
  const deltas = ascending.map(() => emptySums());
  for (const { fact, from, until } of lasting) {
    addTo(deltas[firstNotBefore(ascending, from)], fact, 1);
    if (until !== null) addTo(deltas[firstNotBefore(ascending, until)], fact, -1);
  }
  const running = emptySums();
  const found = new Map<IsoDate, CountedRows>();
  ascending.forEach((asOf, index) => {
    const delta = deltas[index];
    if (delta !== undefined) accumulate(running, delta);
    found.set(asOf, {
      asOf,
      rowCount: running.rows,
      fingerprint: sumText(running),
      figures: totalRecord(ROW_FIGURES, (figure) =>
        running.counts[figure] === 0 ? null : running.sums[figure],
      ),
    });
  });
  return dates.flatMap((date) => found.get(date) ?? []);
}

/** Whether the same years have been archived, so that rows can be held against rows. */
export function haveSameArchive(facts: readonly RowFact[], others: readonly RowFact[]): boolean {
  const archived = (of: readonly RowFact[]) => fingerprintOf(of.filter(({ isArchived }) => isArchived));
  return archived(facts) === archived(others);
}

/** A fingerprint of a set of facts: the same in any order, another one when any is missing, added or there twice. */
export function fingerprintOf(facts: readonly RowFact[]): string {
  return addedFingerprints(facts.map(({ key }) => key));
}

/** What counts of a meeting from its date on. */
export function meetingFact({ date, category, held, groups, groupsAreSites, attendees }: Meeting): RowFact {
  return {
    tab: 'meetings',
    row: held.row,
    date,
    name: category.name,
    status: null,
    amount: held.amount,
    identity: null,
    key: keyOf([
      'meetings',
      periodText(date),
      category.name,
      held.amount,
      held.approximate,
      groups?.amount ?? null,
      groups?.approximate ?? null,
      groupsAreSites,
      attendees?.amount ?? null,
      attendees?.approximate ?? null,
    ]),
  };
}

/** What counts of a suggestion while it has a status. */
export function suggestionFact(
  { key, date, origin, dong, department, received }: Suggestion,
  status: StatusThen,
): RowFact {
  return {
    tab: 'suggestions',
    row: received.row,
    date,
    name: origin,
    status,
    amount: received.amount,
    identity: key,
    key: keyOf([
      'suggestions',
      key,
      periodText(date),
      origin,
      dong,
      department,
      received.amount,
      received.approximate,
      status,
    ]),
  };
}

/** What counts of an execution from its date on. */
export function executionFact({ date, fundingSource, executed }: Execution): RowFact {
  return {
    tab: 'executions',
    row: executed.row,
    date,
    name: fundingSource,
    status: null,
    amount: executed.amount,
    identity: null,
    key: keyOf(['executions', periodText(date), fundingSource, executed.amount]),
  };
}

function keyOf(parts: readonly (string | number | boolean | null)[]): string {
  return fingerprint(JSON.stringify(parts));
}

/** The statuses of a timeline between two dates, each with the dates at which it holds. */
function statusesWhile(
  timeline: StatusTimeline,
  from: IsoDate,
  until: IsoDate | null,
  each: (status: StatusThen, from: IsoDate, until: IsoDate | null) => void,
): void {
  const turns = timeline
    .flatMap(({ since }) => (since === null ? [] : [since.first, since.last]))
    .filter((day) => day > from && (until === null || day < until))
    .sort();
  let status = statusIn(timeline, from);
  let since = from;
  for (const day of turns) {
    const next = statusIn(timeline, day);
    if (next === status) continue;
    each(status, since, day);
    status = next;
    since = day;
  }
  each(status, since, until);
}

interface Sums extends Lanes {
  rows: number;
  readonly sums: Record<RowFigure, number>;
  readonly counts: Record<RowFigure, number>;
}

function emptySums(): Sums {
  return {
    low: 0,
    high: 0,
    rows: 0,
    sums: totalRecord(ROW_FIGURES, () => 0),
    counts: totalRecord(ROW_FIGURES, () => 0),
  };
}

/** @param sums undefined after the last date, where nobody asks. */
function addTo(sums: Sums | undefined, fact: RowFact, sign: 1 | -1): void {
  if (sums === undefined) return;
  sums.rows += sign;
  addFingerprint(sums, fact.key, sign);
  for (const figure of figuresMovedBy(fact)) {
    sums.sums[figure] += sign * fact.amount;
    sums.counts[figure] += sign;
  }
}

function accumulate(running: Sums, delta: Sums): void {
  running.rows += delta.rows;
  joinLanes(running, delta);
  for (const figure of ROW_FIGURES) {
    running.sums[figure] += delta.sums[figure];
    running.counts[figure] += delta.counts[figure];
  }
}

/** The first index whose date is not before the day; the length where there is none. */
function firstNotBefore(ascending: readonly IsoDate[], day: IsoDate): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const date = ascending[middle];
    if (date !== undefined && date < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
