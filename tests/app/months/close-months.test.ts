/**
 * Months of several pledges in one book: each has a row, all are written at once, and each is compared with
 * its own.
 */
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../../src/app/compute/compute.ts';
import {
  closingObstacle,
  endOfMonth,
  monthsOnRecord,
  plannedClosing,
} from '../../../src/app/months/close-months.ts';
import type { RecordBook, RowsBook } from '../../../src/app/records/record-books.ts';
import { MONTHLY_ROWS_LAYOUT } from '../../../src/app/records/record-layouts.ts';
import { comparisonOf, snapshotOfMonth } from '../../../src/domain/months/comparison.ts';
import {
  BY_NUMBER,
  ONE_PLEDGE,
  type PledgeKeyOf,
  type UndoneMonth,
} from '../../../src/domain/months/month-rows.ts';
import { type Breach, checkRecords, EMPTY_GUARD, type RecordEnd } from '../../../src/domain/record-set.ts';
import { MONTHLY_RECORDS } from '../../../src/sheets/output/records/monthly-records.ts';
import { monthlyRows } from '../../../src/sheets/output/records/monthly-rows.ts';
import type { RecordForm } from '../../../src/sheets/output/records/record-form.ts';
import type { RawTabs } from '../../../src/sheets/raw.ts';
import { date } from '../../domain/ledger.ts';
import { rawTab } from '../../sheets/fixtures.ts';

/** A tab in memory, and how often it was appended to. */
function tabOf<Written, Read>(form: RecordForm<Written, Read>) {
  const { headings } = form.table([]);
  const cells: (string | number)[][] = [];
  let end: RecordEnd = EMPTY_GUARD.end;
  let appended = 0;
  const book = (): RecordBook<Written, Read> => {
    const { rows, findings, headingsGone } = form.rowsIn({ name: form.tab, rows: [headings, ...cells] });
    return {
      tab: form.tab,
      rows,
      findings,
      headingsGone,
      standing: checkRecords(rows, null),
      need: () => ({ name: form.tab, rows: 0, columns: 0, isRecord: true }),
      append: (values) => {
        const table = form.table(values, end);
        cells.push(...table.rows.map((row) => [...row]));
        end = table.end;
        appended += 1;
      },
      accept: () => undefined,
      guard: () => EMPTY_GUARD,
    };
  };
  return { book, appended: () => appended };
}

const TODAY = date('2024-05-02');

/** The book of a pledge with so many meetings. */
function tabsOf(number: string, meetings: string): RawTabs {
  return {
    pledge: rawTab(
      '공약',
      `항목 | 값\n공약번호 | "${number}"\n최종목표 | 200\n시작연도 | 2022\n종료연도 | 2026`,
    ),
    targets: rawTab('연차목표', '연도 | 누적목표\n2026 | 200'),
    meetings: rawTab('소통기록', `일자 | 분류 | 횟수\n${meetings}`),
    suggestions: rawTab('건의사항', '접수번호 | 접수일 | 출처\n1 | 2024-01-05 | 초도방문'),
    budgetPlans: rawTab('예산계획', '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10'),
    executions: rawTab('예산집행', '집행일 | 재원 | 금액(원)\n2024-01-01 | 구 | 500'),
  };
}

type NumberOf = Parameters<typeof monthsOnRecord>[1];

/** @param keyOf which pledge a row is of; in a book of one pledge all are of that. */
function office(keyOf: PledgeKeyOf = BY_NUMBER) {
  const [months, rows] = [tabOf(MONTHLY_RECORDS), tabOf(monthlyRows(keyOf === BY_NUMBER))];
  const closed = (numberOf?: NumberOf) =>
    monthsOnRecord({ months: months.book(), rows: rows.book(), keyOf }, numberOf);
  const steps: string[] = [];
  /** The number of cells that the rows behind the months of each closing take. */
  const rowCells: number[] = [];
  return {
    months,
    rows,
    closed,
    steps,
    rowCells,
    /** @param withRows whether the rows behind the months are kept. */
    close: (asOf: string, held: Readonly<Record<string, string>>, withRows = true) => {
      const books = { months: months.book(), rows: rows.book() };
      const pledges = Object.entries(held).map(([number, meetings]) => ({
        number: keyOf === BY_NUMBER ? number : null,
        computed: computeReport(tabsOf(number, meetings), date(asOf), TODAY),
      }));
      const planned = plannedClosing(pledges, closed(), books, {
        today: TODAY,
        timestamp: '2024-05-02 10:00:00',
        pace: { step: (name) => steps.push(name), announce: () => undefined },
      });
      rowCells.push(planned.rowCells);
      const closing = withRows ? planned : planned.withoutRows();
      closing.append();
      expect(closing.needs.map(({ name }) => name)).toEqual(
        closing.rowCells > 0 ? ['monthlyRows', 'monthlyRecords'] : ['monthlyRecords'],
      );
      return closing.months;
    },
    /** What moved between two months of a pledge. */
    moved: (pledge: string, from: string, to: string) => {
      const records = closed().records.filter((record) => record.pledge === pledge);
      const events = closed().events.filter((event) => event.pledge === pledge);
      const [before, after] = [from, to].map((month) => {
        const record = records.find((each) => each.month === month);
        if (record === undefined) throw new Error(month);
        return snapshotOfMonth(record, records, events);
      });
      if (before === undefined || after === undefined) throw new Error('no months');
      const comparison = comparisonOf(before, after);
      expect(comparison.rowsUnknownSince).toBeNull();
      return comparison.rows.map(({ kind, tab, row, moved }) => [
        kind,
        tab,
        row,
        ...moved.map(({ by }) => by),
      ]);
    },
  };
}

/** The first month of the pledge is undone. */
const undone = (pledge: string): UndoneMonth => ({
  kind: 'undone',
  pledge,
  month: '2024-01',
  asOf: date('2024-01-31'),
  writtenAt: '2024-05-02 10:00:00',
});

describe('a month of several pledges', () => {
  it('is a row a pledge, written in one block, and each pledge is compared with itself', () => {
    const { months, rows, closed, close, moved } = office();
    const first = { '1-6': '2024-01-10 | 차담회 | 3', '2-1': '2024-01-11 | 차담회 | 5' };
    expect(close('2024-01-31', first)).toEqual(['2024-01']);
    const later = { ...first, '2-1': `${first['2-1']}\n2024-03-11 | 차담회 | 2` };
    expect(close('2024-03-31', later)).toEqual(['2024-02', '2024-03']);
    expect([months.appended(), rows.appended()]).toEqual([2, 2]);
    expect(
      closed().records.map(({ month, pledge, figures, late, basedOn, eventCount }) => [
        month,
        pledge,
        figures.indicators?.[0]?.value,
        late,
        basedOn,
        eventCount,
      ]),
    ).toEqual([
      // Each counts what is new since the month before of that pledge.
      ['2024-01', '1-6', 3, false, null, 3],
      ['2024-01', '2-1', 5, false, null, 3],
      ['2024-02', '1-6', 3, true, '2024-01', 0],
      ['2024-02', '2-1', 5, true, '2024-01', 0],
      ['2024-03', '1-6', 3, false, '2024-02', 0],
      ['2024-03', '2-1', 7, false, '2024-02', 1],
    ]);
    expect(closed()).toMatchObject({ months: ['2024-01', '2024-02', '2024-03'], findings: [] });
    expect(checkRecords(months.book().rows, null).breach).toBeNull();
    expect(moved('1-6', '2024-01', '2024-03')).toEqual([]);
    expect(moved('2-1', '2024-01', '2024-03')).toEqual([['added', 'meetings', 3, 2]]);
    expect(close('2024-03-31', later)).toEqual([]);
  });
});

describe('months that are closed late', () => {
  it('are those since the last one, each as of its last day, also over the turn of a year', () => {
    const { closed, close, steps } = office();
    const held = { '1-6': '2023-11-10 | 차담회 | 3\n2024-01-10 | 차담회 | 2' };
    expect(close('2023-11-30', held)).toEqual(['2023-11']);
    expect(close('2024-02-29', held)).toEqual(['2023-12', '2024-01', '2024-02']);
    expect(steps).toEqual(
      ['2023년 11월', '2023년 12월', '2024년 1월', '2024년 2월'].map((month) => `${month} 월별기록`),
    );
    expect(closed().records.map(({ asOf, figures }) => `${asOf}: ${figures.indicators?.[0]?.value}`)).toEqual(
      ['2023-11-30: 3', '2023-12-31: 3', '2024-01-31: 5', '2024-02-29: 5'],
    );
  });

  it('is one where none was closed, and none where it was', () => {
    const { close } = office();
    expect(close('2024-03-31', { '1-6': '2024-01-10 | 차담회 | 3' })).toEqual(['2024-03']);
    expect(close('2024-02-29', { '1-6': '2024-01-10 | 차담회 | 3' })).toEqual([]);
  });

  it('may be undone, and are closed again with the next one', () => {
    const { months, closed, close } = office();
    const held = { '1-6': '2024-01-10 | 차담회 | 3' };
    close('2024-01-31', held);
    months.book().append([undone('1-6')]);
    expect(closed()).toMatchObject({ months: [], records: [] });
    expect(close('2024-02-29', held)).toEqual(['2024-01', '2024-02']);
  });
});

describe('a pledge whose number is another today', () => {
  const renumbered: NumberOf = (_month, pledge) => (pledge === '1-6' ? '3-3' : pledge);

  it('has its months and the rows behind them', () => {
    const { months, closed, close } = office();
    close('2024-01-31', { '1-6': '2024-01-10 | 차담회 | 3', '2-1': '2024-01-11 | 차담회 | 5' });
    expect(closed(renumbered).records.map(({ pledge }) => pledge)).toEqual(['3-3', '2-1']);
    expect([...new Set(closed(renumbered).events.map(({ pledge }) => pledge))]).toEqual(['3-3', '2-1']);
    months.book().append([undone('1-6')]);
    expect(closed(renumbered).records.map(({ pledge }) => pledge)).toEqual(['2-1']);
  });
});

describe('a book of one pledge', () => {
  it('has rows without a number, which are of the pledge of their month', () => {
    const { closed, close, rowCells } = office(ONE_PLEDGE);
    close('2024-01-31', { '1-6': '2024-01-10 | 차담회 | 3' });
    close('2024-02-29', { '1-6': '2024-01-10 | 차담회 | 3\n2024-02-10 | 차담회 | 1' });
    const { records, events } = closed();
    expect(records.map(({ month, eventCount }) => `${month}: ${eventCount}`)).toEqual([
      '2024-01: 3',
      '2024-02: 1',
    ]);
    expect(rowCells.map((cells) => cells / MONTHLY_ROWS_LAYOUT.columns.length)).toEqual([3, 1]);
    expect(new Set(events.map(({ pledge }) => pledge))).toEqual(new Set([records[0]?.pledge]));
  });
});

it('rows that are too many are not kept, and the next month has all of them', () => {
  const { rows, closed, close } = office();
  const held = { '1-6': '2024-01-10 | 차담회 | 3' };
  expect(close('2024-01-31', held, false)).toEqual(['2024-01']);
  expect(rows.book().rows).toEqual([]);
  close('2024-02-29', held);
  expect(closed().records.map(({ eventCount, basedOn }) => [eventCount, basedOn])).toEqual([
    [0, null],
    [3, null],
  ]);
});

it('nothing is closed where one of the two tabs is missing', () => {
  const { months, rows, closed } = office();
  const computed = computeReport(tabsOf('1-6', '2024-01-10 | 차담회 | 3'), date('2024-01-31'), TODAY);
  const run = {
    today: TODAY,
    timestamp: '2024-05-02 10:00:00',
    pace: { step: () => undefined, announce: () => undefined },
  };
  for (const missing of [{ months: null }, { rows: null }]) {
    const books = { months: months.book(), rows: rows.book(), ...missing };
    const closing = plannedClosing([{ number: '1-6', computed }], closed(), books, run);
    closing.append();
    closing.withoutRows().append();
    expect(closing).toMatchObject({ months: [], rowCells: 0, needs: [] });
  }
  expect([months.appended(), rows.appended()]).toEqual([0, 0]);
});

describe('months cannot be closed', () => {
  const { months, rows, closed } = office();
  const books = () => ({ months: months.book(), rows: rows.book() });
  const broken = <Book extends RecordBook<never, unknown> | RowsBook>(book: Book): Book => ({
    ...book,
    standing: { ...book.standing, breach: {} as Breach },
  });
  it.each<[string, () => string | null, string | null]>([
    ['but they can', () => closingObstacle(closed(), books()), null],
    [
      'where a tab of that name is not ours',
      () => closingObstacle(closed(), { ...books(), months: null }),
      '월별기록 탭이 공약장부가 만든 것이 아니어서',
    ],
    [
      'where neither is',
      () => closingObstacle(closed(), { months: null, rows: null }),
      '월별기록, 월별내역 탭이 공약장부가 만든 것이 아니어서',
    ],
    [
      'where rows are gone',
      () => closingObstacle(closed(), { ...books(), rows: broken(rows.book()) }),
      '월별내역 탭의 행이 없어졌거나 바뀌어 마감하지 않았습니다.',
    ],
    [
      'where rows of both are gone',
      () =>
        closingObstacle(
          closed(),
          { months: broken(months.book()), rows: broken(rows.book()) },
          '두지 않았습니다',
        ),
      '월별기록, 월별내역 탭의 행이 없어졌거나 바뀌어 두지 않았습니다.',
    ],
    [
      'where a row does not say its month',
      () => closingObstacle({ ...closed(), months: null }, books()),
      '월별기록 탭에 어느 달인지 읽을 수 없는 행이 있어 마감하지 않았습니다.',
    ],
  ])('%s', (_, obstacle, begins) => {
    const text = obstacle();
    if (begins === null) expect(text).toBeNull();
    else expect(text?.slice(0, begins.length)).toBe(begins);
  });
});

it('a month ends on its last day, and no other text is a month', () => {
  expect(['2024-02', '2023-02', '2024-12'].map(endOfMonth)).toEqual([
    '2024-02-29',
    '2023-02-28',
    '2024-12-31',
  ]);
  expect(() => endOfMonth('2024-13')).toThrow('2024-13 is no month');
});
