/**
 * Closing a month: one frozen row in 월별기록, and in 월별내역 the rows behind it. Months that were missed are closed too, each as of
 * its own end: the rows are dated.
 */
import { firstDayOfNextMonth, type IsoDate, lastDayOfMonth, monthTextOf } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { basisFor, type MonthEvent } from '../../domain/months/month-events.ts';
import {
  type ClosedMonth,
  closedMonth,
  type MonthlyRecord,
  withoutRows,
} from '../../domain/months/monthly-record.ts';
import { countedFacts } from '../../domain/months/row-facts.ts';
import type { StatusChange } from '../../domain/suggestions/status-history.ts';
import {
  monthlyRecordsIn,
  monthlyRecordsTable,
  monthsClosedIn,
} from '../../sheets/output/records/monthly-records.ts';
import { alteredMonths, monthEventsIn, monthlyRowsTable } from '../../sheets/output/records/monthly-rows.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import type { Log, Pace, Workbook } from '../ports.ts';
import { recordNeed } from './capacity.ts';
import { type Computed, computeReportOfRows, NOTHING_AROUND } from './compute.ts';
import { MONTHLY_RECORDS_LAYOUT, MONTHLY_ROWS_LAYOUT } from './record-layouts.ts';
import type { Addition } from './status-history.ts';

/** The months that are closed already. */
export interface ClosedMonths {
  /** Those whose rows are as they were written. */
  readonly records: readonly MonthlyRecord[];
  /** All that have a row; null where a row does not say of which month it is. */
  readonly months: readonly string[] | null;
  /** What is wrong with their tab. */
  readonly findings: readonly Finding[];
  /** null where the tab is somebody else's. */
  readonly log: Log | null;
}

/** Read with one call. */
export function closedMonths(workbook: Workbook, foreign: ReadonlySet<OutputTab>): ClosedMonths {
  if (foreign.has('monthlyRecords')) return { ...NOTHING_CLOSED, log: null };
  const log = workbook.log(MONTHLY_RECORDS_LAYOUT);
  if (isEmpty(log)) return { ...NOTHING_CLOSED, log };
  return { ...monthlyRecordsIn(log.raw), months: monthsClosedIn(log.raw), log };
}

const NOTHING_CLOSED = { records: [], months: [], findings: [] };

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
export interface Closing extends Addition {
  readonly months: readonly string[];
  /** Cells that the rows behind these months take. */
  readonly rowCells: number;
  /** The same months, and of the rows behind them nothing. */
  withoutRows(): Closing;
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
  for (const asOf of endsOfOpenMonths(closed.months ?? [], now.asOf)) {
    const month = monthTextOf(asOf);
    pace.step(`${month} 월별기록`);
    const { read, report, findings } =
      asOf === now.asOf ? now : computeReportOfRows(now.read, asOf, today, { ...NOTHING_AROUND, history });
    if (report === null) throw new Error(`no figures as of ${asOf}`);
    const facts = countedFacts(read.records, asOf, history, today);
    const about = { month, writtenAt, late: asOf !== now.asOf };
    const made = closedMonth(about, report, findings, facts, basisFor(month, records, events));
    records.push(made.record);
    for (const event of made.events) events.push(event);
    added.push(made);
  }
  return closed.log === null || rows.log === null ? NOTHING_TO_CLOSE : closingOf(added, closed.log, rows.log);
}

export const NOTHING_TO_CLOSE: Closing = {
  months: [],
  rowCells: 0,
  needs: [],
  append: () => undefined,
  withoutRows: () => NOTHING_TO_CLOSE,
};

function closingOf(added: readonly ClosedMonth[], recordsLog: Log, rowsLog: Log): Closing {
  if (added.length === 0) return NOTHING_TO_CLOSE;
  const events = added.flatMap((month) => month.events);
  return {
    months: added.map(({ record }) => record.month),
    rowCells: events.length * MONTHLY_ROWS_LAYOUT.columns.length,
    needs: [
      ...(events.length > 0 ? [recordNeed('monthlyRows', rowsLog.room(events.length))] : []),
      recordNeed('monthlyRecords', recordsLog.room(added.length)),
    ],
    append: () => {
      // The rows first: the record is what makes them count, so one call closes all the months.
      if (events.length > 0) rowsLog.append(monthlyRowsTable(events).rows);
      recordsLog.append(monthlyRecordsTable(added.map(({ record }) => record)).rows);
    },
    withoutRows: () => closingOf(added.map(withoutRows), recordsLog, rowsLog),
  };
}

/** Why a closing cannot be written down, in a sentence; null where it can. */
export function closingObstacle(closed: ClosedMonths, rows: RowsOfMonths): string | null {
  const names = [
    ...(closed.log === null ? [OUTPUT_TABS.monthlyRecords] : []),
    ...(rows.log === null ? [OUTPUT_TABS.monthlyRows] : []),
  ];
  if (names.length === 0 && closed.months === null) {
    return `${OUTPUT_TABS.monthlyRecords} 탭에 어느 달인지 읽을 수 없는 행이 있어 마감하지 않았습니다. 제목과 월 칸을 되돌린 뒤 다시 해 주세요.`;
  }
  if (names.length === 0) return null;
  return `${names.join(', ')} 탭이 공약장부가 만든 것이 아니어서 월별기록을 적을 수 없습니다. 그 탭의 이름을 바꾼 뒤 다시 해 주세요.`;
}

function endsOfOpenMonths(months: readonly string[], last: IsoDate): readonly IsoDate[] {
  const lastClosed = [...months].sort().pop();
  if (lastClosed === undefined) return [last];
  const ends: IsoDate[] = [];
  for (let end = endOfMonth(lastClosed); end < last; ) {
    end = endOfMonth(monthTextOf(firstDayOfNextMonth(end)));
    ends.push(end);
  }
  return ends;
}

function endOfMonth(month: string): IsoDate {
  const end = lastDayOfMonth(month);
  if (end === null) throw new Error(`${month} is no month`);
  return end;
}

function isEmpty({ raw }: Log): boolean {
  return raw.rows.every((row) => row.every((cell) => cell === ''));
}
