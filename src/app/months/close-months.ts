/**
 * Closing a month: one frozen row in 월별기록, and the rows behind it in 월별내역. Missed months are closed too, each
 * as of its own last day, which works because the input rows are dated.
 */
import { firstDayOfNextMonth, type IsoDate, lastDayOfMonth, monthTextOf } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { basisFor, type MonthEvent } from '../../domain/months/month-events.ts';
import type { MonthRow } from '../../domain/months/month-rows.ts';
import {
  type ClosedMonth,
  closedMonth,
  type MonthlyRecord,
  withoutRows,
} from '../../domain/months/monthly-record.ts';
import { countedFacts } from '../../domain/months/row-facts.ts';
import { monthName } from '../../sheets/names.ts';
import { closedRow, monthsIn } from '../../sheets/output/records/monthly-records.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import { type Computed, computeReportOfRows, EMPTY_CONTEXT } from '../compute/compute.ts';
import type { Pace } from '../ports.ts';
import type { RecordBooks, RowsBook } from '../records/record-books.ts';
import { MONTHLY_ROWS_LAYOUT } from '../records/record-layouts.ts';
import { AS_RECORDED, type NumberToday } from '../records/recorded-pledges.ts';
import type { Addition } from '../records/status-history.ts';

/** What 월별기록 and 월별내역 hold about the months that are closed already. */
export interface MonthsOnRecord {
  /** The records whose rows are as they were written, each under the number that its pledge has today. */
  readonly records: readonly MonthlyRecord[];
  /** The rows behind them, each under that number too. */
  readonly events: readonly MonthEvent[];
  /** All closed months in order; null: a row does not say which month it is about. */
  readonly months: readonly string[] | null;
  /** Months whose closing was undone, and that are not closed again. */
  readonly reopened: readonly string[];
  /** Problems in 월별기록. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the closed months.
 * @param numberOf the number that the pledge of a record has today.
 */
export function monthsOnRecord(
  { months, rows, keyOf }: ClosingBooks & Pick<RecordBooks, 'keyOf'>,
  numberOf: NumberToday = AS_RECORDED,
): MonthsOnRecord {
  const ofToday = (months?.rows ?? []).map((row) => ({
    ...row,
    value: row.value === null ? null : withNumberToday(row.value, numberOf),
  }));
  const closed = monthsIn(ofToday, keyOf);
  return { ...closed, events: eventsOf(rows, closed.records, numberOf) };
}

function withNumberToday(row: MonthRow, numberOf: NumberToday): MonthRow {
  switch (row.kind) {
    case 'closed': {
      const { record } = row;
      return { ...row, record: { ...record, pledge: numberOf(record.month, record.pledge) } };
    }
    case 'undone':
      return { ...row, pledge: numberOf(row.month, row.pledge) };
    case 'spoilt':
      return row;
  }
}

/**
 * The rows behind the closed months. Rows written while the book kept one pledge name no pledge; they belong
 * to the pledge of their month's record.
 */
function eventsOf(
  book: RowsBook | null,
  records: readonly MonthlyRecord[],
  numberOf: NumberToday,
): readonly MonthEvent[] {
  const pledgeOf = new Map(records.map(({ month, pledge }) => [month, pledge]));
  return (book?.rows ?? []).flatMap(({ value }): readonly MonthEvent[] => {
    if (value === null) return [];
    const { month, pledge: recorded } = value;
    const pledge = recorded === null ? (pledgeOf.get(month) ?? null) : numberOf(month, recorded);
    return [{ ...value, pledge }];
  });
}

/** The tabs that a closing writes to. */
export type ClosingBooks = Pick<RecordBooks, 'months' | 'rows'>;

/** A pledge whose months are to be closed. */
export interface ClosingPledge {
  /** Its number in an office's book; null in a book of one pledge. */
  readonly number: string | null;
  /** Its figures as of the last day of the last month. */
  readonly computed: Computed;
}

/** What a closing will append. */
export interface Closing extends Addition {
  readonly months: readonly string[];
  /** Number of cells that the rows behind these months take. */
  readonly rowCells: number;
  /** The same months without the rows behind them. */
  withoutRows(): Closing;
}

/**
 * Plans the months to close up to the as-of date of the pledges, each computed as of its last day. These are
 * the months after the last closed one. If none is closed, these are the months from the first reopened one,
 * else only the month of the as-of date. Each pledge gets a row for each month. All rows are appended
 * at once.
 */
export function plannedClosing(
  pledges: readonly ClosingPledge[],
  closed: MonthsOnRecord,
  books: ClosingBooks,
  run: {
    readonly today: IsoDate;
    readonly timestamp: string;
    readonly pace: Pace;
  },
): Closing {
  const { today, timestamp: writtenAt, pace } = run;
  const added = pledges.map(({ number, computed }) => {
    const { history } = computed;
    const records = closed.records.filter(({ pledge }) => number === null || pledge === number);
    const events = closed.events.filter(({ pledge }) => number === null || pledge === number);
    return endsOfOpenMonths(closed, computed.asOf).map((asOf): ClosedMonth => {
      const month = monthTextOf(asOf);
      pace.step(`${monthName(month)} 월별기록`);
      const { read, report, findings, accounts } =
        asOf === computed.asOf
          ? computed
          : computeReportOfRows(computed.read, asOf, today, { ...EMPTY_CONTEXT, history });
      if (report === null) throw new Error(`no figures as of ${asOf}`);
      const facts = countedFacts(read.records, asOf, history, today);
      const about = { month, writtenAt, late: asOf !== computed.asOf, eventPledge: number };
      const state = { report, findings, accounts };
      const made = closedMonth(about, state, facts, basisFor(month, records, events));
      records.push(made.record);
      for (const event of made.events) events.push(event);
      return made;
    });
  });
  return closingOf(inOrderOfMonths(added), books);
}

/** Orders by month: all pledges of the first month, then all of the next. */
function inOrderOfMonths(ofPledges: readonly (readonly ClosedMonth[])[]): readonly ClosedMonth[] {
  return (ofPledges[0] ?? []).flatMap((_, index) => ofPledges.flatMap((months) => months[index] ?? []));
}

export const NOTHING_TO_CLOSE: Closing = {
  months: [],
  rowCells: 0,
  needs: [],
  append: () => undefined,
  withoutRows: () => NOTHING_TO_CLOSE,
};

function closingOf(added: readonly ClosedMonth[], { months, rows }: ClosingBooks): Closing {
  if (months === null || rows === null) return NOTHING_TO_CLOSE;
  const events = added.flatMap((month) => month.events);
  return {
    months: [...new Set(added.map(({ record }) => record.month))],
    rowCells: events.length * MONTHLY_ROWS_LAYOUT.columns.length,
    needs: [...(events.length > 0 ? [rows.need(events.length)] : []), months.need(added.length)],
    append: () => {
      // Rows behind the months are written first. They count only once a record names them, so if writing
      // breaks off in between, no month is half closed.
      rows.append(events);
      months.append(added.map(({ record }) => closedRow(record)));
    },
    withoutRows: () => closingOf(added.map(withoutRows), { months, rows }),
  };
}

export const NOTHING_TO_PUT_ON_RECORD =
  '아직 적은 것이 없어 마감하지 않았습니다. 소통기록, 건의사항, 예산집행 같은 적는 탭에 먼저 적어 주세요.';

/**
 * Why closed months cannot be written, as a sentence; null: they can.
 * @param what Korean clause for what was not done.
 */
export function closingObstacle(
  { months: closed }: MonthsOnRecord,
  { months, rows }: ClosingBooks,
  what = '마감하지 않았습니다',
): string | null {
  const foreign = [
    ...(months === null ? [OUTPUT_TABS.monthlyRecords] : []),
    ...(rows === null ? [OUTPUT_TABS.monthlyRows] : []),
  ];
  if (foreign.length > 0) {
    return `${foreign.join(', ')} 탭이 공약장부가 만든 것이 아니어서 월별기록을 적을 수 없습니다. 그 탭의 이름을 바꾼 뒤 다시 해 주세요.`;
  }
  const broken = [months, rows].flatMap((book) =>
    book?.standing.breach == null ? [] : OUTPUT_TABS[book.tab],
  );
  if (broken.length > 0) {
    return `${broken.join(', ')} 탭의 행이 없어졌거나 바뀌어 ${what}. 점검에서 어느 행인지 보고 파일 > 버전 기록에서 되돌리거나, 되돌릴 수 없으면 설정 > 이 기록으로 이어가기를 누른 뒤 다시 해 주세요.`;
  }
  if (closed !== null) return null;
  return `${OUTPUT_TABS.monthlyRecords} 탭에 어느 달인지 읽을 수 없는 행이 있어 ${what}. 제목과 월 칸을 되돌린 뒤 다시 해 주세요.`;
}

function endsOfOpenMonths(
  { months, reopened }: Pick<MonthsOnRecord, 'months' | 'reopened'>,
  last: IsoDate,
): readonly IsoDate[] {
  const endAfter = (end: IsoDate) => endOfMonth(monthTextOf(firstDayOfNextMonth(end)));
  const lastClosed = [...(months ?? [])].sort().pop();
  const [firstOpen = ''] = [monthTextOf(last), ...reopened].sort();
  const ends: IsoDate[] = [];
  let end = lastClosed === undefined ? endOfMonth(firstOpen) : endAfter(endOfMonth(lastClosed));
  for (; end <= last; end = endAfter(end)) ends.push(end);
  return ends;
}

/** @param month a month that is known to exist, such as `2024-03`. */
export function endOfMonth(month: string): IsoDate {
  const end = lastDayOfMonth(month);
  if (end === null) throw new Error(`${month} is no month`);
  return end;
}
