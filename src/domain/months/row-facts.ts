/**
 * The rows behind the figures of a date, reduced to what counts, so that two dates, or two states of one
 * date, can be compared row by row. Of the texts in a row, only one name is kept.
 */

import { type IsoDate, type Period, periodText } from '../date.ts';
import { exactSum } from '../decimal.ts';
import {
  addedFingerprints,
  addFingerprint,
  fingerprint,
  joinLanes,
  type Lanes,
  sumText,
} from '../fingerprint.ts';
import { groupBy } from '../grouping.ts';
import { type ValueOrder, valueOrder } from '../indicators/indicator.ts';
import type { Execution, Meeting, Records, Result, Suggestion } from '../records.ts';
import {
  type StatusChange,
  type StatusTimeline,
  statusIn,
  statusTimelines,
  timelineIn,
} from '../suggestions/status-history.ts';
import type { FactTab } from '../tabs.ts';
import type { StatusThen } from '../words.ts';
import type { MonthlyFigure } from './monthly-figure.ts';

/** One row, reduced to what counts. */
export interface RowFact {
  readonly tab: FactTab;
  /** Row number when the row was last seen with this content; rows above it may have come or gone since. */
  readonly row: number;
  readonly date: Period;
  /**
   * The category of a meeting, the indicator of a result, the occasion of a suggestion, the {@link
   * FundingSource} of an execution; null: not stated.
   */
  readonly name: string | null;
  /** The status of a suggestion; null for everything else. */
  readonly status: StatusThen | null;
  /** Number of meetings or suggestions, an amount in won, or a result in the unit of its indicator. */
  readonly amount: number;
  /** {@link Suggestion.key}; null for everything else. */
  readonly suggestionKey: string | null;
  /** Covers everything in the row that any figure depends on, but not the row number. */
  readonly fingerprint: string;
  /**
   * True where the office has renamed the status or funding source since: the
   * fingerprint covers the old name.
   */
  readonly isRenamed?: boolean;
}

/** A fact and the as-of dates at which it counts. */
export interface LastingFact {
  readonly fact: RowFact;
  /** The first date at which it counts. */
  readonly from: IsoDate;
  /** The first date at which it no longer counts; null: it counts for good. */
  readonly until: IsoDate | null;
  /** Which result of its indicator is the value: the last in this order. null: the fact is added up. */
  readonly order: ValueOrder | null;
}

/** What counts at a date, added up. */
export interface CountedRows {
  readonly asOf: IsoDate;
  readonly rowCount: number;
  /** {@link fingerprintOf} these rows. */
  readonly fingerprint: string;
  /** The figures that come from rows, without a baseline. A figure without rows is absent. */
  readonly figures: ReadonlyMap<MonthlyFigure, number>;
}

/** The figures that a fact is a part of. */
export function figuresMovedBy({ tab, name, status }: RowFact): readonly MonthlyFigure[] {
  switch (tab) {
    case 'meetings':
      return ['heldMeetings'];
    case 'results':
      return [`value of ${name ?? ''}`];
    case 'executions':
      return ['executedWon'];
    case 'suggestions':
      return status === null ? ['suggestions'] : ['suggestions', `status ${status}`];
  }
}

/** The facts that count as of a date. `calculate` computes its figures from the same rows. */
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
 * Every fact that counts at any date. A suggestion whose status changes gives one fact for each status. Rows
 * and history are read once, however many dates are asked for afterwards.
 */
export function lastingFacts(
  records: Records,
  history: readonly StatusChange[],
  today: IsoDate,
): readonly LastingFact[] {
  const suggestions = records.suggestions ?? [];
  const timelines = statusTimelines(suggestions, history, today);
  const facts: LastingFact[] = [];
  const add = (fact: RowFact, order: ValueOrder | null = null) => {
    facts.push({ fact, from: fact.date.last, until: null, order });
  };
  // Where no indicator of the pledge counts meetings, they are in no figure.
  const areMeetingsCounted = records.indicators.some(({ kind }) => kind === 'meetings');
  for (const meeting of areMeetingsCounted ? (records.meetings ?? []) : []) add(meetingFact(meeting));
  for (const result of records.results ?? []) add(resultFact(result), valueOrder(result.indicator));
  const firstOfNumber = new Map<string, IsoDate>();
  for (const suggestion of suggestions) {
    const { number, date } = suggestion;
    const from = date.last;
    // Where several rows share a receipt number, the topmost that is dated by then counts. So this row counts
    // until a row above it does.
    const until = number === null ? null : (firstOfNumber.get(number) ?? null);
    if (until !== null && until <= from) continue;
    if (number !== null) firstOfNumber.set(number, from);
    statusesWhile(timelineIn(timelines, suggestion), from, until, (status, since, to) => {
      facts.push({ fact: suggestionFact(suggestion, status), from: since, until: to, order: null });
    });
  }
  for (const execution of records.executions ?? []) add(executionFact(execution));
  return facts;
}

/** What counts at each of the dates. One pass over the facts finds all of them. */
export function countedRowsAt(
  lasting: readonly LastingFact[],
  dates: readonly IsoDate[],
): readonly CountedRows[] {
  const ascending = [...new Set(dates)].sort();
  const deltas = ascending.map(() => emptySums());
  for (const { fact, from, until, order } of lasting) {
    const figures = order === null ? figuresMovedBy(fact) : [];
    addTo(deltas[firstNotBefore(ascending, from)], fact, figures, 1);
    if (until !== null) addTo(deltas[firstNotBefore(ascending, until)], fact, figures, -1);
  }
  const values = valueReaders(lasting);
  const running = emptySums();
  const found = new Map<IsoDate, CountedRows>();
  ascending.forEach((asOf, index) => {
    const delta = deltas[index];
    if (delta !== undefined) accumulate(running, delta);
    found.set(asOf, {
      asOf,
      rowCount: running.rows,
      fingerprint: sumText(running),
      figures: new Map([
        ...[...running.sums].flatMap(([figure, { rows, amount }]) =>
          rows === 0 ? [] : ([[figure, amount]] as const),
        ),
        ...values.flatMap(({ figure, lastBy }) => {
          const last = lastBy(asOf);
          return last === null ? [] : ([[figure, last.amount]] as const);
        }),
      ]),
    });
  });
  return dates.flatMap((date) => found.get(date) ?? []);
}

/** For each figure that one fact gives, a function for the fact that gives it at a date. */
function valueReaders(lasting: readonly LastingFact[]): readonly {
  readonly figure: MonthlyFigure;
  readonly lastBy: (asOf: IsoDate) => RowFact | null;
}[] {
  const values = lasting.flatMap(({ fact, order }) => (order === null ? [] : [{ fact, order }]));
  return [...groupBy(values, ({ fact }) => figuresMovedBy(fact)[0])].flatMap(([figure, ofFigure]) => {
    if (figure === undefined) return [];
    const [{ order }] = ofFigure;
    const facts = ofFigure.map(({ fact }) => fact);
    return {
      figure,
      lastBy: (asOf) =>
        lastFact(
          facts.filter(({ date }) => date.last <= asOf),
          order,
        ),
    };
  });
}

/** The fact that comes last in the order; null: there is none. */
export function lastFact(facts: readonly RowFact[], order: ValueOrder): RowFact | null {
  return facts.reduce<RowFact | null>(
    (last, fact) => (last === null || order(fact, last) > 0 ? fact : last),
    null,
  );
}

/** A fingerprint of a set of facts, in any order. It changes when a fact is missing, added or doubled. */
export function fingerprintOf(facts: readonly RowFact[]): string {
  return addedFingerprints(facts.map((fact) => fact.fingerprint));
}

function meetingFact({ date, category, held, groups, groupsAreSites, attendees }: Meeting): RowFact {
  return {
    tab: 'meetings',
    row: held.row,
    date,
    name: category.name,
    status: null,
    amount: held.amount,
    suggestionKey: null,
    fingerprint: fingerprintOfParts([
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

function resultFact({ indicator, date, value }: Result): RowFact {
  const { name, kindPlace } = indicator;
  // The indicator in the pledge's own settings may be renamed and stays the same, so its name is left out.
  const isOwn = kindPlace?.tab !== 'indicators';
  return {
    tab: 'results',
    row: value.row,
    date,
    name,
    status: null,
    amount: value.amount,
    suggestionKey: null,
    fingerprint: fingerprintOfParts([
      'results',
      isOwn ? null : name,
      periodText(date),
      value.amount,
      value.approximate,
    ]),
  };
}

function suggestionFact(
  { key, date, occasion, dong, department, received }: Suggestion,
  status: StatusThen,
): RowFact {
  return {
    tab: 'suggestions',
    row: received.row,
    date,
    name: occasion,
    status,
    amount: received.amount,
    suggestionKey: key,
    fingerprint: fingerprintOfParts([
      'suggestions',
      key,
      periodText(date),
      occasion,
      dong,
      department,
      received.amount,
      received.approximate,
      status,
    ]),
  };
}

function executionFact({ date, fundingSource, executed }: Execution): RowFact {
  return {
    tab: 'executions',
    row: executed.row,
    date,
    name: fundingSource,
    status: null,
    amount: executed.amount,
    suggestionKey: null,
    fingerprint: fingerprintOfParts(['executions', periodText(date), fundingSource, executed.amount]),
  };
}

function fingerprintOfParts(parts: readonly (string | number | boolean | null)[]): string {
  return fingerprint(JSON.stringify(parts));
}

/** Calls `each` for every status of a timeline between two dates, with the dates at which it holds. */
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
  readonly sums: Map<MonthlyFigure, { rows: number; amount: number }>;
}

function emptySums(): Sums {
  return { low: 0, high: 0, rows: 0, sums: new Map() };
}

/** @param sums undefined for a day after the last date that was asked for. */
function addTo(sums: Sums | undefined, fact: RowFact, figures: readonly MonthlyFigure[], sign: 1 | -1): void {
  if (sums === undefined) return;
  sums.rows += sign;
  addFingerprint(sums, fact.fingerprint, sign);
  for (const figure of figures) addSum(sums, figure, sign, sign * fact.amount);
}

function addSum({ sums }: Sums, figure: MonthlyFigure, rows: number, amount: number): void {
  const sum = sums.get(figure);
  if (sum === undefined) {
    sums.set(figure, { rows, amount });
  } else {
    sum.rows += rows;
    sum.amount = exactSum([sum.amount, amount]);
  }
}

function accumulate(running: Sums, delta: Sums): void {
  running.rows += delta.rows;
  joinLanes(running, delta);
  for (const [figure, { rows, amount }] of delta.sums) addSum(running, figure, rows, amount);
}

/** The first index whose date is not before the day; the length of the list where there is none. */
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
