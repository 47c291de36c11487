/**
 * The rows behind each closed month, kept as the changes since the month before. The rows of any closed month
 * can be rebuilt from these changes, so months can be compared row by row long after the input has changed.
 */
import { periodText } from '../date.ts';
import { addedFingerprints, fingerprint } from '../fingerprint.ts';
import { groupBy } from '../grouping.ts';
import { FACT_TABS } from '../tabs.ts';
import { fingerprintOf, type RowFact } from './row-facts.ts';

export type MonthEventKind = 'added' | 'changed' | 'removed';

export interface MonthEvent {
  /** The month that was closed: `2024-03`. */
  readonly month: string;
  /** The pledge's number, in a book that tells pledges apart by it; null elsewhere. */
  readonly pledge: string | null;
  readonly kind: MonthEventKind;
  /** The row as it counts from this month on. A removed row is kept as it counted before. */
  readonly fact: RowFact;
  /** The fingerprint that a changed row had before; null for a row that was added or removed. */
  readonly replaces: string | null;
}

/** One row that differs between two sides. null: the row is missing on that side. */
export type FactDifference =
  | { readonly before: null; readonly after: RowFact }
  | { readonly before: RowFact; readonly after: RowFact | null };

/** What the record of a closed month says about its rows and events. */
export interface ClosedRows {
  readonly month: string;
  /** The closed month that the events change; null: the events add every row. */
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
  /** The first month whose rows are lost: its events were altered, or its record is gone. */
  | { readonly status: 'unknown'; readonly month: string };

/**
 * The changes from the rows that counted before a month to those that count now. Equal rows are paired one by
 * one, even where several rows are equal. A row that is gone and a row that is new count as one changed row
 * where {@link SAME_ROW} pairs them.
 */
export function eventsBetween(
  before: readonly RowFact[],
  after: readonly RowFact[],
  month: string,
  pledge: string | null = null,
): readonly MonthEvent[] {
  const of = { month, pledge };
  return differencesBetween(before, after).map((difference): MonthEvent => {
    if (difference.before === null) return { ...of, kind: 'added', fact: difference.after, replaces: null };
    return difference.after === null
      ? { ...of, kind: 'removed', fact: difference.before, replaces: null }
      : { ...of, kind: 'changed', fact: difference.after, replaces: difference.before.fingerprint };
  });
}

/** The rows that differ between the two sides, in the order of tabs and rows. */
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
    // Pushed one by one: a call cannot take hundreds of thousands of arguments.
    for (const pair of paired.pairs) differences.push(pair);
    left = paired.gone;
    rest = paired.come;
  }
  for (const fact of left) differences.push({ before: fact, after: null });
  for (const fact of rest) differences.push({ before: null, after: fact });
  return differences.sort((a, b) => inOrder(shownFact(a), shownFact(b)));
}

/** The row as it is now, or, where it was removed, as it was. */
export function shownFact(difference: FactDifference): RowFact {
  return difference.before === null ? difference.after : (difference.after ?? difference.before);
}

/**
 * The rows behind a closed month. Its record says how many events the month has, and the last ones written
 * for it are used. A run that stopped halfway may have left events before them, which belong to no record.
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
    if (own === null) return { status: 'unknown', month: record.month };
    for (const event of own) {
      if (!canApply(facts, event)) return { status: 'unknown', month: record.month };
      applyEvent(facts, event);
    }
  }
  const all = [...facts.values()].flat().sort(inOrder);
  const record = recordOf.get(month);
  return record !== undefined && all.length === record.rowCount && fingerprintOf(all) === record.fingerprint
    ? { status: 'known', facts: all }
    : { status: 'unknown', month };
}

/**
 * The closed month that the events of a month start from: the last one before it. null where there is none,
 * or where its rows are lost. The events then add every row, so that later months can be compared again.
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

/** The closed months whose events were altered after they had been written. */
export function monthsWithAlteredEvents(
  closed: readonly ClosedRows[],
  events: readonly MonthEvent[],
): readonly string[] {
  const eventsOf = groupBy(events, (event) => event.month);
  return closed
    .filter((record) => ownEvents(record, eventsOf.get(record.month) ?? []) === null)
    .map(({ month }) => month);
}

/**
 * A fingerprint of events in any order. It covers every part that is compared later, but not the
 * name, which is only shown.
 */
export function eventFingerprintOf(events: readonly MonthEvent[]): string {
  return addedFingerprints(
    events.map(({ kind, fact, replaces }) => {
      const { tab, row, date, status, amount, suggestionKey, fingerprint: ofRow } = fact;
      return fingerprint(
        JSON.stringify([kind, tab, row, periodText(date), status, amount, suggestionKey, ofRow, replaces]),
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

/** Whether the row that an event removes or changes is there. */
function canApply(facts: ReadonlyMap<string, RowFact[]>, event: MonthEvent): boolean {
  const gone = fingerprintGoneBy(event);
  return gone === null || facts.has(gone);
}

/** Changes the facts, kept by fingerprint, as an event says. */
function applyEvent(facts: Map<string, RowFact[]>, event: MonthEvent): void {
  const { kind, fact } = event;
  const gone = fingerprintGoneBy(event);
  if (gone !== null) {
    const same = facts.get(gone) ?? [];
    // Removes the fact with that row number, or else the last one: -1 counts from the end.
    same.splice(
      same.findIndex(({ row }) => row === fact.row),
      1,
    );
    if (same.length === 0) facts.delete(gone);
  }
  if (kind === 'removed') return;
  const same = facts.get(fact.fingerprint);
  if (same === undefined) facts.set(fact.fingerprint, [fact]);
  else same.push(fact);
}

/** The fingerprint of the row that an event removes or changes; null for one that is added. */
function fingerprintGoneBy({ kind, fact, replaces }: MonthEvent): string | null {
  return kind === 'removed' ? fact.fingerprint : replaces;
}

/** The facts left over once equal facts of both sides are paired, those with the same row number first. */
function unmatched(
  before: readonly RowFact[],
  after: readonly RowFact[],
): { readonly gone: readonly RowFact[]; readonly come: readonly RowFact[] } {
  const beforeOf = groupBy(before, (fact) => fact.fingerprint);
  const afterOf = groupBy(after, (fact) => fact.fingerprint);
  const gone: RowFact[] = [];
  const come: RowFact[] = [];
  for (const one of new Set([...beforeOf.keys(), ...afterOf.keys()])) {
    const was = beforeOf.get(one) ?? [];
    const is = afterOf.get(one) ?? [];
    if (was.length === is.length) continue;
    const more = was.length > is.length ? was : is;
    const fewer = was.length > is.length ? is : was;
    const rows = new Set(fewer.map(({ row }) => row));
    // No two facts of a side share a row number, so enough of them have one that the shorter side lacks.
    const elsewhere = more.filter(({ row }) => !rows.has(row));
    const unpaired = was.length > is.length ? gone : come;
    for (const fact of elsewhere.slice(0, more.length - fewer.length)) unpaired.push(fact);
  }
  return { gone, come };
}

/** How a row that is gone is recognized as one that is new, the surest sign first. */
const SAME_ROW: readonly ((fact: RowFact) => string | null)[] = [
  ({ suggestionKey }) => suggestionKey,
  ({ tab, row, date, name }) => JSON.stringify([tab, row, periodText(date), name]),
  // Many suggestions share a day and an occasion, so only their key and row number tell them apart.
  ({ tab, date, name, suggestionKey }) =>
    suggestionKey === null ? JSON.stringify([tab, periodText(date), name]) : null,
  ({ tab, row, suggestionKey }) => (suggestionKey === null ? `${tab} ${row}` : null),
];

/**
 * Whether two facts have different receipt numbers: they are two suggestions, whatever row they share. A key
 * that starts with `#` is the fingerprint of one without a number.
 */
function areTwoSuggestions(one: RowFact, other: RowFact): boolean {
  const [a, b] = [one.suggestionKey, other.suggestionKey];
  return a !== null && b !== null && a !== b && !a.startsWith('#') && !b.startsWith('#');
}

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
    const same = id === null ? undefined : waiting.get(id);
    const before = same?.[same.length - 1];
    if (before === undefined || areTwoSuggestions(before, after)) return true;
    same?.pop();
    found.push({ before, after });
    return false;
  });
  return { pairs: found, gone: [...waiting.values()].flat().sort(inOrder), come: rest };
}

function inOrder(a: RowFact, b: RowFact): number {
  return FACT_TABS.indexOf(a.tab) - FACT_TABS.indexOf(b.tab) || a.row - b.row;
}
