/**
 * The rows behind a closed month, kept as what changed since the month before. From them the rows of any closed month can be
 * put together again, so that months can be compared row by row long after the input has changed.
 */
import { periodText } from './date.ts';
import { fingerprint } from './fingerprint.ts';
import { addedFingerprints } from './fingerprint-sum.ts';
import { groupBy } from './grouping.ts';
import { FACT_TABS, fingerprintOf, type RowFact } from './row-facts.ts';

export type MonthEventKind = 'added' | 'changed' | 'removed';

export interface MonthEvent {
  /** The month that was closed: `2024-03`. */
  readonly month: string;
  readonly kind: MonthEventKind;
  /** The fact as it counts from then on; of one removed, as it counted before. */
  readonly fact: RowFact;
  /** Of a changed row, the key that it had before; null otherwise. */
  readonly replaces: string | null;
}

/** One row that is not the same on both sides; null: it is not on that side. At least one side is there. */
export type FactDifference =
  | { readonly before: null; readonly after: RowFact }
  | { readonly before: RowFact; readonly after: RowFact | null };

/** What a closed month says of its events. */
export interface ClosedRows {
  readonly month: string;
  /** The month whose rows the events start from; null: from none. */
  readonly basedOn: string | null;
  readonly rowCount: number;
  readonly fingerprint: string;
  readonly eventCount: number;
  readonly eventFingerprint: string;
}

/** A closed month and its rows. */
export interface Basis {
  readonly month: string;
  readonly facts: readonly RowFact[];
}

export type RowsBehind =
  | { readonly status: 'known'; readonly facts: readonly RowFact[] }
  /** The month at which the rows can no longer be followed: its events were altered, or its record is gone. */
  | { readonly status: 'unknown'; readonly month: string };

/**
 * What must be kept of a month: the changes from the rows that counted before it to those that count now. Doubled rows are
 * held against each other one by one. A row that is gone and one that is new are one changed row when both are the same
 * suggestion, else when tab, date and name are the same, else when they stand in the same row.
 */
export function eventsBetween(
  before: readonly RowFact[],
  after: readonly RowFact[],
  month: string,
): readonly MonthEvent[] {
  return differencesBetween(before, after).map((difference): MonthEvent => {
    if (difference.before === null) return { month, kind: 'added', fact: difference.after, replaces: null };
    return difference.after === null
      ? { month, kind: 'removed', fact: difference.before, replaces: null }
      : { month, kind: 'changed', fact: difference.after, replaces: difference.before.key };
  });
}

/** The rows that are not the same on both sides, in the order of tabs and rows. */
export function differencesBetween(
  before: readonly RowFact[],
  after: readonly RowFact[],
): readonly FactDifference[] {
  const { gone, come } = unmatched(before, after);
  const differences: FactDifference[] = [];
  let rest: readonly RowFact[] = come;
  let left: readonly RowFact[] = gone;
  for (const idOf of SAME_ROW) {
    const paired = pairs(left, rest, idOf);
    // One by one: so many rows as arguments of one call would pass what a call may have.
    for (const pair of paired.pairs) differences.push(pair);
    left = paired.gone;
    rest = paired.come;
  }
  for (const fact of left) differences.push({ before: fact, after: null });
  for (const fact of rest) differences.push({ before: null, after: fact });
  return differences.sort((a, b) => inOrder(shownFact(a), shownFact(b)));
}

/** The side of a difference that can still be looked up: the row as it is, or as it was. */
export function shownFact(difference: FactDifference): RowFact {
  return difference.before === null ? difference.after : (difference.after ?? difference.before);
}

/**
 * The rows behind a closed month. A month is made of the last events written for it, so many as its record says: a run that
 * broke off leaves events without a record, which no record counts.
 */
export function factsAfter(
  month: string,
  closed: readonly ClosedRows[],
  events: readonly MonthEvent[],
): RowsBehind {
  const recordOf = new Map(closed.map((record) => [record.month, record]));
  const eventsOf = groupBy(events, (event) => event.month);
  const chain: ClosedRows[] = [];
  for (let next: string | null = month; next !== null; ) {
    const record = recordOf.get(next);
    if (record === undefined || (record.basedOn !== null && record.basedOn >= record.month)) {
      return { status: 'unknown', month: next };
    }
    chain.unshift(record);
    next = record.basedOn;
  }
  const facts = new Map<string, RowFact[]>();
  for (const record of chain) {
    const own = ownEvents(record, eventsOf.get(record.month) ?? []);
    if (own === null || !own.every((event) => isApplied(facts, event))) {
      return { status: 'unknown', month: record.month };
    }
  }
  const all = [...facts.values()].flat().sort(inOrder);
  const record = recordOf.get(month);
  return record !== undefined && all.length === record.rowCount && fingerprintOf(all) === record.fingerprint
    ? { status: 'known', facts: all }
    : { status: 'unknown', month };
}

/**
 * What the events of a month start from: the closed month before it. null where there is none, or where its rows cannot be
 * told any more: the month then starts from none, and months after it can be compared again.
 */
export function basisFor(
  month: string,
  closed: readonly ClosedRows[],
  events: readonly MonthEvent[],
): Basis | null {
  const [last] = closed
    .map((record) => record.month)
    .filter((other) => other < month)
    .sort()
    .reverse();
  if (last === undefined) return null;
  const behind = factsAfter(last, closed, events);
  return behind.status === 'known' ? { month: last, facts: behind.facts } : null;
}

/** The closed months whose events are not as they were written. */
export function monthsWithAlteredEvents(
  closed: readonly ClosedRows[],
  events: readonly MonthEvent[],
): readonly string[] {
  const eventsOf = groupBy(events, (event) => event.month);
  return closed
    .filter((record) => ownEvents(record, eventsOf.get(record.month) ?? []) === null)
    .map(({ month }) => month);
}

/** The same in any order; every part that is compared later enters it, the name, which is only shown, does not. */
export function eventFingerprintOf(events: readonly MonthEvent[]): string {
  return addedFingerprints(
    events.map(({ kind, fact, replaces }) => {
      const { tab, row, date, status, amount, identity, key } = fact;
      return fingerprint(
        JSON.stringify([kind, tab, row, periodText(date), status, amount, identity, key, replaces]),
      );
    }),
  );
}

function ownEvents(
  { eventCount, eventFingerprint }: ClosedRows,
  events: readonly MonthEvent[],
): readonly MonthEvent[] | null {
  const own = eventCount === 0 ? [] : events.slice(-eventCount);
  return own.length === eventCount && eventFingerprintOf(own) === eventFingerprint ? own : null;
}

function isApplied(facts: Map<string, RowFact[]>, { kind, fact, replaces }: MonthEvent): boolean {
  const gone = kind === 'removed' ? fact.key : replaces;
  if (gone !== null) {
    const same = facts.get(gone) ?? [];
    if (same.length === 0) return false;
    // Where none stands in that row, the last goes: -1 counts from the end.
    same.splice(
      same.findIndex(({ row }) => row === fact.row),
      1,
    );
    if (same.length === 0) facts.delete(gone);
  }
  if (kind !== 'removed') {
    const same = facts.get(fact.key);
    if (same === undefined) facts.set(fact.key, [fact]);
    else same.push(fact);
  }
  return true;
}

/** What remains when every fact has been held against one with the same key, those in the same row first. */
function unmatched(
  before: readonly RowFact[],
  after: readonly RowFact[],
): { readonly gone: readonly RowFact[]; readonly come: readonly RowFact[] } {
  const beforeOf = groupBy(before, ({ key }) => key);
  const afterOf = groupBy(after, ({ key }) => key);
  const gone: RowFact[] = [];
  const come: RowFact[] = [];
  for (const key of new Set([...beforeOf.keys(), ...afterOf.keys()])) {
    const was = beforeOf.get(key) ?? [];
    const is = afterOf.get(key) ?? [];
    if (was.length === is.length) continue;
    const more = was.length > is.length ? was : is;
    const fewer = was.length > is.length ? is : was;
    const rows = new Set(fewer.map(({ row }) => row));
    // Each stands in a row of its own, so that at least as many stand where none of the others does.
    const elsewhere = more.filter(({ row }) => !rows.has(row));
    const unpaired = was.length > is.length ? gone : come;
    for (const fact of elsewhere.slice(0, more.length - fewer.length)) unpaired.push(fact);
  }
  return { gone, come };
}

/** By what a row that is gone and one that has come are one and the same, the surest first. */
const SAME_ROW: readonly ((fact: RowFact) => string | null)[] = [
  ({ identity }) => identity,
  ({ tab, row, date, name }) => JSON.stringify([tab, row, periodText(date), name]),
  ({ tab, date, name }) => JSON.stringify([tab, periodText(date), name]),
  ({ tab, row }) => `${tab} ${row}`,
];

function pairs(
  gone: readonly RowFact[],
  come: readonly RowFact[],
  idOf: (fact: RowFact) => string | null,
): {
  readonly pairs: readonly { readonly before: RowFact; readonly after: RowFact }[];
  readonly gone: readonly RowFact[];
  readonly come: readonly RowFact[];
} {
  const waiting = groupBy([...gone].reverse(), idOf);
  const found: { before: RowFact; after: RowFact }[] = [];
  const rest = come.filter((after) => {
    const id = idOf(after);
    const before = id === null ? undefined : waiting.get(id)?.pop();
    if (before === undefined) return true;
    found.push({ before, after });
    return false;
  });
  return { pairs: found, gone: [...waiting.values()].flat().sort(inOrder), come: rest };
}

function inOrder(a: RowFact, b: RowFact): number {
  return FACT_TABS.indexOf(a.tab) - FACT_TABS.indexOf(b.tab) || a.row - b.row;
}
