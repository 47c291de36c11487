/**
 * Closing a month: one frozen row in 월별기록, and in 월별내역 the rows behind it. Months that were missed are closed too, each as of
 * its own end: the rows are dated.
 */
import { firstDayOfNextMonth, type IsoDate, lastDayOfMonth, monthTextOf } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { basisFor, type MonthEvent } from '../../domain/months/month-events.ts';
import type { PledgeKey } from '../../domain/months/month-rows.ts';
import {
  type ClosedMonth,
  closedMonth,
  type MonthlyRecord,
  withoutRows,
} from '../../domain/months/monthly-record.ts';
import { countedFacts } from '../../domain/months/row-facts.ts';
import { closedRow, monthsIn } from '../../sheets/output/records/monthly-records.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import type { Pace } from '../ports.ts';
import { type Computed, computeReportOfRows, NOTHING_AROUND } from './compute.ts';
import type { MonthsBook, RowsBook } from './record-books.ts';
import { MONTHLY_ROWS_LAYOUT } from './record-layouts.ts';
import type { Addition } from './status-history.ts';

/** The months that are closed already. */
export interface ClosedMonths {
  /** Those whose rows are as they were written. */
  readonly records: readonly MonthlyRecord[];
  /** All that are closed, in their order; null where a row does not say which month it is of. */
  readonly months: readonly string[] | null;
  /** What is wrong with their tab. */
  readonly findings: readonly Finding[];
}

/**
 * @param book null where the tab is somebody else's.
 * @param keyOf how the book tells its pledges apart.
 */
export function closedMonths(book: MonthsBook | null, keyOf: PledgeKey): ClosedMonths {
  return book === null ? { records: [], months: [], findings: [] } : monthsIn(book.rows, keyOf);
}

/** The tabs that a closing is written to; null where one is somebody else's. */
export interface ClosingBooks {
  readonly months: MonthsBook | null;
  readonly rows: RowsBook | null;
}

/** The rows behind the closed months. Those of the time when the book kept one pledge name none: their month is that pledge's. */
export function eventsIn(book: RowsBook | null, records: readonly MonthlyRecord[]): readonly MonthEvent[] {
  const pledgeOf = new Map(records.map(({ month, pledge }) => [month, pledge]));
  return (book?.rows ?? []).flatMap(({ value }): readonly MonthEvent[] => {
    if (value === null) return [];
    return [value.pledge === null ? { ...value, pledge: pledgeOf.get(value.month) ?? null } : value];
  });
}

/** A pledge whose months are closed. */
export interface ClosingPledge {
  /** Its number, where the book holds several and tells them apart by it; null in a book of one. */
  readonly number: string | null;
  /** The figures of the last month, computed already. */
  readonly now: Computed;
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
 * alone where none is. None where it is closed already. Each of the pledges gets a row a month, and all rows are appended at once.
 */
export function plannedClosing(
  pledges: readonly ClosingPledge[],
  closed: ClosedMonths,
  books: ClosingBooks,
  run: {
    readonly today: IsoDate;
    readonly timestamp: string;
    readonly pace: Pace;
  },
): Closing {
  const { today, timestamp: writtenAt, pace } = run;
  const behind = eventsIn(books.rows, closed.records);
  const added = pledges.map(({ number, now }) => {
    const { history } = now;
    const records = closed.records.filter(({ pledge }) => number === null || pledge === number);
    const events = behind.filter(({ pledge }) => number === null || pledge === number);
    return endsOfOpenMonths(closed.months ?? [], now.asOf).map((asOf): ClosedMonth => {
      const month = monthTextOf(asOf);
      pace.step(`${month} 월별기록`);
      const { read, report, findings, accounts } =
        asOf === now.asOf ? now : computeReportOfRows(now.read, asOf, today, { ...NOTHING_AROUND, history });
      if (report === null) throw new Error(`no figures as of ${asOf}`);
      const facts = countedFacts(read.records, asOf, history, today);
      const about = { month, writtenAt, late: asOf !== now.asOf, rowsOf: number };
      const state = { report, findings, accounts };
      const made = closedMonth(about, state, facts, basisFor(month, records, events));
      records.push(made.record);
      for (const event of made.events) events.push(event);
      return made;
    });
  });
  return closingOf(inOrderOfMonths(added), books);
}

/** All pledges of the first month, then all of the next. */
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
  if (added.length === 0 || months === null || rows === null) return NOTHING_TO_CLOSE;
  const events = added.flatMap((month) => month.events);
  return {
    months: [...new Set(added.map(({ record }) => record.month))],
    rowCells: events.length * MONTHLY_ROWS_LAYOUT.columns.length,
    needs: [...(events.length > 0 ? [rows.need(events.length)] : []), months.need(added.length)],
    append: () => {
      // The rows first: the record is what makes them count, so one call closes all the months.
      rows.append(events);
      months.append(added.map(({ record }) => closedRow(record)));
    },
    withoutRows: () => closingOf(added.map(withoutRows), { months, rows }),
  };
}

export const NOTHING_TO_PUT_ON_RECORD =
  '아직 적은 것이 없어 마감하지 않았습니다. 소통기록, 건의사항, 예산집행 같은 적는 탭에 먼저 적어 주세요.';

/** Why nothing can be written down of closed months, in a sentence; null where it can. @param what was not done for it. */
export function closingObstacle(
  { months: closed }: ClosedMonths,
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
