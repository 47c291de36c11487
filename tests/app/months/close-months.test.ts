/**
 * Months of several pledges in one book: each has a row, all are written at once, and each is compared with
 * its own.
 */
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../../src/app/compute/compute.ts';
import { monthsOnRecord, plannedClosing } from '../../../src/app/months/close-months.ts';
import type { RecordBook } from '../../../src/app/records/record-books.ts';
import { comparisonOf, snapshotOfMonth } from '../../../src/domain/months/comparison.ts';
import { BY_NUMBER } from '../../../src/domain/months/month-rows.ts';
import { checkRecords, EMPTY_GUARD, type RecordEnd } from '../../../src/domain/record-set.ts';
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

function office() {
  const [months, rows] = [tabOf(MONTHLY_RECORDS), tabOf(monthlyRows(true))];
  const closed = () => monthsOnRecord({ months: months.book(), rows: rows.book(), keyOf: BY_NUMBER });
  return {
    months,
    rows,
    closed,
    close: (asOf: string, held: Readonly<Record<string, string>>) => {
      const books = { months: months.book(), rows: rows.book() };
      const pledges = Object.entries(held).map(([number, meetings]) => ({
        number,
        computed: computeReport(tabsOf(number, meetings), date(asOf), TODAY),
      }));
      const closing = plannedClosing(pledges, closed(), books, {
        today: TODAY,
        timestamp: '2024-05-02 10:00:00',
        pace: { step: () => undefined, announce: () => undefined },
      });
      closing.append();
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

describe('a month of several pledges', () => {
  it('is a row a pledge, written in one block, and each pledge is compared with itself', () => {
    const { months, rows, closed, close, moved } = office();
    const first = { '1-6': '2024-01-10 | 차담회 | 3', '2-1': '2024-01-11 | 차담회 | 5' };
    expect(close('2024-01-31', first)).toEqual(['2024-01']);
    const later = { ...first, '2-1': `${first['2-1']}\n2024-03-11 | 차담회 | 2` };
    expect(close('2024-03-31', later)).toEqual(['2024-02', '2024-03']);
    expect([months.appended(), rows.appended()]).toEqual([2, 2]);
    expect(
      closed().records.map(({ month, pledge, figures, late }) => [
        month,
        pledge,
        figures.indicators?.[0]?.value,
        late,
      ]),
    ).toEqual([
      ['2024-01', '1-6', 3, false],
      ['2024-01', '2-1', 5, false],
      ['2024-02', '1-6', 3, true],
      ['2024-02', '2-1', 5, true],
      ['2024-03', '1-6', 3, false],
      ['2024-03', '2-1', 7, false],
    ]);
    expect(closed()).toMatchObject({ months: ['2024-01', '2024-02', '2024-03'], findings: [] });
    expect(checkRecords(months.book().rows, null).breach).toBeNull();
    expect(moved('1-6', '2024-01', '2024-03')).toEqual([]);
    expect(moved('2-1', '2024-01', '2024-03')).toEqual([['added', 'meetings', 3, 2]]);
    expect(close('2024-03-31', later)).toEqual([]);
  });
});
