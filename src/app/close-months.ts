/**
 * Closing a month: one frozen row in 월별기록, and in 월별내역 the rows behind it. Months that were missed are closed too, each as of
 * its own end: the rows are dated.
 */
import { firstDayOfNextMonth, type IsoDate, lastDayOfMonth, monthTextOf } from '../domain/date.ts';
import type { Finding } from '../domain/finding.ts';
import { factsAfter, type MonthEvent } from '../domain/month-events.ts';
import { type ClosedMonth, closedMonth, type MonthlyRecord } from '../domain/monthly-record.ts';
import { countedFacts } from '../domain/row-facts.ts';
import type { StatusChange } from '../domain/status-history.ts';
import { monthlyRecordsIn, monthlyRecordsTable } from '../sheets/output/monthly-records.ts';
import { alteredMonths, monthEventsIn, monthlyRowsTable } from '../sheets/output/monthly-rows.ts';
import { OUTPUT_TABS, type OutputTab } from '../sheets/output/tabs.ts';
import { type Computed, computedAt } from './compute.ts';
import type { Log, Pace, Workbook } from './ports.ts';
import { MONTHLY_RECORDS_LAYOUT, MONTHLY_ROWS_LAYOUT } from './record-tabs.ts';

/** The months that are closed already. */
export interface ClosedMonths {
  readonly records: readonly MonthlyRecord[];
  /** What is wrong with their tab. */
  readonly findings: readonly Finding[];
  /** null where the tab is somebody else's. */
  readonly log: Log | null;
}

/** Read with one call. */
export function closedMonths(workbook: Workbook, foreign: ReadonlySet<OutputTab>): ClosedMonths {
  if (foreign.has('monthlyRecords')) return { records: [], findings: [], log: null };
  const log = workbook.log(MONTHLY_RECORDS_LAYOUT);
  const { records, findings } = isEmpty(log) ? NOTHING_CLOSED : monthlyRecordsIn(log.raw);
  return { records, findings, log };
}

const NOTHING_CLOSED = { records: [], findings: [] };

/** The rows behind the closed months: read only where they are asked for, since they are many. */
export interface RowsOfMonths {
  readonly events: readonly MonthEvent[];
  /** What is wrong with their tab. */
  readonly findings: readonly Finding[];
  readonly log: Log | null;
}

export function rowsOfMonths(
  workbook: Workbook,
  foreign: ReadonlySet<OutputTab>,
  records: readonly MonthlyRecord[],
): RowsOfMonths {
  if (foreign.has('monthlyRows')) return { events: [], findings: [], log: null };
  const log = workbook.log(MONTHLY_ROWS_LAYOUT);
  if (isEmpty(log)) return { events: [], findings: alteredMonths(records, []), log };
  const { events, findings } = monthEventsIn(log.raw);
  return { events, findings: [...findings, ...alteredMonths(records, events)], log };
}

/** What a closing will append. */
export interface Closing {
  readonly months: readonly string[];
  append(): void;
}

/**
 * The months that are still to be closed up to one, each computed as of its end: the ones after the last that is closed, or that one
 * alone where none is. None where it is closed already.
 * @param now the figures of the last of them, computed already.
 */
export function plannedClosing(
  now: Computed,
  closed: ClosedMonths,
  rows: RowsOfMonths,
  run: {
    readonly today: IsoDate;
    readonly timestamp: string;
    readonly history: readonly StatusChange[];
    readonly pace: Pace;
  },
): Closing {
  const { today, timestamp: writtenAt, history, pace } = run;
  const records = [...closed.records];
  const events = [...rows.events];
  const added: ClosedMonth[] = [];
  for (const asOf of endsOfOpenMonths(records, now.asOf)) {
    const month = monthTextOf(asOf);
    pace.step(`${month} 월별기록`);
    const { read, report, findings } = asOf === now.asOf ? now : computedAt(now.read, asOf, today, history);
    if (report === null) throw new Error(`no figures as of ${asOf}`);
    const facts = countedFacts(read.records, asOf, history, today);
    const about = { month, writtenAt, late: asOf !== now.asOf };
    const made = closedMonth(about, report, findings, facts, lastRowsKnown(records, events));
    records.push(made.record);
    events.push(...made.events);
    added.push(made);
  }
  return {
    months: added.map(({ record }) => record.month),
    append: () => {
      if (added.length === 0 || closed.log === null || rows.log === null) return;
      // The rows first: the record is what makes them count, so one call closes all the months.
      const addedEvents = added.flatMap((month) => month.events);
      if (addedEvents.length > 0) rows.log.append(monthlyRowsTable(addedEvents).rows);
      closed.log.append(monthlyRecordsTable(added.map(({ record }) => record)).rows);
    },
  };
}

/** Why a closing cannot be written down, in a sentence; null where it can. */
export function closingObstacle(closed: ClosedMonths, rows: RowsOfMonths): string | null {
  const names = [
    ...(closed.log === null ? [OUTPUT_TABS.monthlyRecords] : []),
    ...(rows.log === null ? [OUTPUT_TABS.monthlyRows] : []),
  ];
  if (names.length === 0) return null;
  return `${names.join(', ')} 탭이 공약장부가 만든 것이 아니어서 월별기록을 적을 수 없습니다. 그 탭의 이름을 바꾼 뒤 다시 해 주세요.`;
}

function endsOfOpenMonths(records: readonly MonthlyRecord[], last: IsoDate): readonly IsoDate[] {
  const lastClosed = records
    .map(({ asOf }) => asOf)
    .sort()
    .pop();
  if (lastClosed === undefined) return [last];
  const ends: IsoDate[] = [];
  for (let end = endOfNextMonth(lastClosed); end <= last; end = endOfNextMonth(end)) ends.push(end);
  return ends;
}

function endOfNextMonth(date: IsoDate): IsoDate {
  const end = lastDayOfMonth(monthTextOf(firstDayOfNextMonth(date)));
  if (end === null) throw new Error(`no month after ${date}`);
  return end;
}

/** The last closed month and its rows; null where there is none, or where its rows were altered and cannot be known. */
function lastRowsKnown(records: readonly MonthlyRecord[], events: readonly MonthEvent[]) {
  const months = records.map(({ month }) => month).sort();
  const month = months[months.length - 1];
  if (month === undefined) return null;
  const behind = factsAfter(month, records, events);
  return behind.status === 'known' ? { month, facts: behind.facts } : null;
}

function isEmpty({ raw }: Log): boolean {
  return raw.rows.every((row) => row.every((cell) => cell === ''));
}
