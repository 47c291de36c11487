/** 지난달과 비교: what changed between two closed months, or between one and now, and the rows that moved it. */

import { lastDayOfMonth } from '../../domain/date.ts';
import {
  type Comparison,
  comparisonOf,
  type Snapshot,
  snapshotNow,
  snapshotOfMonth,
} from '../../domain/months/comparison.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import { RECORD_TABS } from '../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { comparisonLines, rowDifferenceText } from '../../sheets/output/results/comparison-text.ts';
import { accountsByName, leftOutText } from '../../sheets/output/results/row-account-line.ts';
import { shownBriefly, withoutPersonalData } from '../../sheets/personal-data.ts';
import { plainText } from '../../sheets/text-key.ts';
import type { Environment } from '../ports.ts';
import { closedMonths, eventsIn } from '../run/close-months.ts';
import { computeReport, foreignTabsAmong, NOTHING_AROUND, rawTabs } from '../run/compute.ts';
import { recordBooks } from '../run/record-books.ts';
import { changesSeen } from '../run/status-history.ts';

export type CompareAnswer =
  | {
      readonly status: 'done';
      /** The earlier side: `2024-03`. */
      readonly month: string;
      /** The whole comparison in sentences. */
      readonly lines: readonly string[];
      /** The rows that moved, each with its place. */
      readonly rows: readonly { readonly text: string; readonly tab: string; readonly row: number }[];
    }
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

/** A dialog with more lines than these cannot be read. */
const MOST_ROWS = 30;

export const COMPARE_QUESTION =
  '어느 달과 비교할까요? 2024-03처럼 한 달을 적으면 그달의 월별기록과 지금을, 2024-02 2024-03처럼 두 달을 적으면 두 기록을 비교합니다.\n비워 두면 마지막으로 적힌 달과 지금을 비교합니다.';

/** `2024-02 2024-03`, `2024년 2월`, `2024.2`: one or two months, none for blank; null where something else is written. */
export function monthsIn(typed: string): readonly string[] | null {
  const text = plainText(typed).trim();
  if (text === '') return [];
  const found = [...text.matchAll(/(\d{4})\s*[-./년]\s*(\d{1,2})/g)].map(
    ([, year = '', month = '']) => `${year}-${month.padStart(2, '0')}`,
  );
  const isReal = found.every((month) => lastDayOfMonth(month) !== null);
  return isReal && found.length >= 1 && found.length <= 2 ? found : null;
}

/** @param typed what a person answered to {@link COMPARE_QUESTION}. */
export function compareMonths(environment: Environment, typed: string): CompareAnswer {
  const asked = monthsIn(typed);
  if (asked === null) {
    return stopped(`'${shownBriefly(typed.trim())}'에서 달을 읽을 수 없습니다. 2024-03처럼 적어 주세요.`);
  }
  const { workbook, clock } = environment;
  const foreign = foreignTabsAmong(workbook, RECORD_TABS);
  const books = recordBooks(environment, foreign);
  const { records } = closedMonths(books.months);
  const [first = lastMonthOf(records), second] = asked;
  if (first === null) {
    return stopped(
      '월별기록이 아직 없습니다. 지난달 마감하기를 누르거나 매월 자동 계산을 켜 두면 달마다 한 행씩 적힙니다.',
    );
  }
  const events = eventsIn(books.rows);
  const monthly = (month: string): Snapshot | null => {
    const record = records.find((candidate) => candidate.month === month);
    return record === undefined ? null : snapshotOfMonth(record, records, events);
  };
  const { read, report, accounts, findings, history } = computeReport(
    rawTabs(workbook),
    null,
    clock.today(),
    {
      ...NOTHING_AROUND,
      history: changesSeen(books.history),
    },
  );
  const unit = withoutPersonalData(read.records.pledge.unit ?? '회');

  const one = monthly(first);
  if (one === null) return stopped(notClosed(first, records));
  const other =
    second !== undefined
      ? monthly(second)
      : report === null
        ? null
        : snapshotNow(read.records, report, history);
  if (other === null) {
    return stopped(
      second === undefined
        ? '지금의 숫자를 계산할 수 없어 비교하지 못했습니다. 전체 다시 계산을 눌러 까닭을 보세요.'
        : notClosed(second, records),
    );
  }
  const errorsOf = (month: string | undefined) => {
    const errors = records.find((record) => record.month === month)?.findings.error ?? 0;
    return errors === 0
      ? []
      : [`※ ${month} 기록은 점검에 오류 ${withCommas(errors)}건이 있는 채로 마감한 것입니다.`];
  };
  const leftOut = second === undefined ? leftOutText(accountsByName(accounts), findings) : null;
  return done(comparisonOf(one, other), first, unit, [
    ...errorsOf(first),
    ...errorsOf(second),
    ...(leftOut === null ? [] : [`※ 지금은 ${leftOut}이 있습니다(점검 탭 참고).`]),
  ]);
}

/** @param notes what is missing from either side. */
function done(comparison: Comparison, month: string, unit: string, notes: readonly string[]): CompareAnswer {
  const options = { unit, mostRows: MOST_ROWS };
  const [sides = '', ...lines] = comparisonLines(comparison, options);
  return {
    status: 'done',
    month,
    lines: [sides, ...notes, ...lines],
    rows: comparison.rows.map((row) => ({
      text: rowDifferenceText(row, options),
      tab: INPUT_TAB_NAMES[row.tab],
      row: row.row,
    })),
  };
}

function lastMonthOf(records: readonly MonthlyRecord[]): string | null {
  const months = records.map(({ month }) => month).sort();
  return months[months.length - 1] ?? null;
}

function notClosed(month: string, records: readonly MonthlyRecord[]): string {
  const months = records.map((record) => record.month).sort();
  return `${month}의 월별기록이 없습니다. 적힌 달은 ${months.join(', ')}입니다.`;
}

function stopped(message: string): CompareAnswer {
  return { status: 'stopped', messages: [message] };
}
