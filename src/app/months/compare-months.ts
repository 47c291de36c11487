/** 지난달과 비교: what changed between two closed months, or between one and now, and which rows caused it. */

import { type IsoDate, lastDayOfMonth, monthOf, yearOf } from '../../domain/date.ts';
import {
  type Comparison,
  comparisonOf,
  type Snapshot,
  snapshotNow,
  snapshotOfMonth,
} from '../../domain/months/comparison.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import { RECORD_TABS } from '../../domain/tabs.ts';
import type { ImplementationStatus } from '../../domain/words.ts';
import { unitOfFirst } from '../../sheets/input/indicators/indicator-units.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { className } from '../../sheets/names.ts';
import { withCommas } from '../../sheets/numbers.ts';
import {
  type ComparisonTextOptions,
  comparisonLines,
  rowDifferenceText,
} from '../../sheets/output/results/comparison-text.ts';
import { officeMoveLines, type PledgeThen } from '../../sheets/output/results/office-moves.ts';
import {
  accountsByName,
  leftOutText,
  rowsLeftOutText,
} from '../../sheets/output/results/row-account-line.ts';
import { shownBriefly, withoutPersonalData } from '../../sheets/personal-data.ts';
import { plainText } from '../../sheets/text-key.ts';
import type { Environment } from '../ports.ts';
import { closedMonths, eventsIn } from '../run/close-months.ts';
import { foreignTabsAmong, NOTHING_AROUND, rawTabs } from '../run/compute.ts';
import { type Book, computeBook } from '../run/compute-book.ts';
import { pledgeLookedAt } from '../run/looked-at.ts';
import { recordBooks } from '../run/record-books.ts';
import { changesSeen } from '../run/status-history.ts';
import { recordInWordsOfToday, rowsInWordsOfToday } from '../run/words-of-today.ts';

export type CompareAnswer =
  | {
      readonly status: 'done';
      /** The first month asked for, by default the last closed one: `2024-03`. */
      readonly month: string;
      /** The whole comparison in sentences. */
      readonly lines: readonly string[];
      /** The changed rows with their places. */
      readonly rows: readonly { readonly text: string; readonly tab: string; readonly row: number }[];
    }
  | {
      readonly status: 'stopped';
      readonly messages: readonly string[];
      /** Set if the person may try another answer. */
      readonly asksAgain?: true;
    };

/** Limit of rows, because a longer dialog is unreadable. */
const MOST_ROWS = 30;

export const COMPARE_QUESTION =
  '어느 달과 비교할까요? 2024-03(또는 24.3, 3월)처럼 한 달을 적으면 그달의 월별기록과 지금을, 2024-02 2024-03처럼 두 달을 적으면 두 기록을 비교합니다.\n비워 두면 마지막으로 적힌 달과 지금을 비교합니다.';

/**
 * `2024-12`, `24.12`, `2024년 12월` or `12월`. Around months, only the separators of {@link BETWEEN} may occur.
 */
const MONTH = /(?<!\d)(?:['’‘]?(\d{4}|\d{2})\s*[-./년]\s*(\d{1,2})\s*월?|(\d{1,2})\s*월)(?![\d월])/g;
const BETWEEN = /^(?:[\s,.~∼～〜→]|부터|까지|[와과])*$/;

/**
 * Reads one or two months; empty for a blank text, null for anything else. A month without a year is the next
 * such month after the one before it: after `2024-12`, `1월` is 2025-01. Alone, it is the last such month that
 * has ended: in March 2025, `12월` is 2024-12.
 */
export function monthsIn(typed: string, today: IsoDate): readonly string[] | null {
  const text = plainText(typed).trim();
  if (text === '') return [];
  if (!BETWEEN.test(text.replace(MONTH, ''))) return null;
  const found: string[] = [];
  for (const [, year = '', month = '', alone = ''] of text.matchAll(MONTH)) {
    const number = Number(month || alone);
    const before = found[found.length - 1] ?? null;
    const inYear =
      year !== ''
        ? Number(year.padStart(4, '20'))
        : before === null
          ? yearOf(today) - (number < monthOf(today) ? 0 : 1)
          : Number(before.slice(0, 4)) + (number > Number(before.slice(5)) ? 0 : 1);
    found.push(`${inYear}-${String(number).padStart(2, '0')}`);
  }
  const isReal = found.every((month) => lastDayOfMonth(month) !== null);
  return isReal && found.length >= 1 && found.length <= 2 ? found : null;
}

/** @param typed the answer to {@link COMPARE_QUESTION}. */
export function compareMonths(environment: Environment, typed: string): CompareAnswer {
  const { workbook, clock, documentNotes } = environment;
  const asked = monthsIn(typed, clock.today());
  if (asked === null) {
    return wrong(`'${shownBriefly(typed.trim())}'에서 달을 읽을 수 없습니다. 2024-03처럼 적어 주세요.`);
  }
  const foreign = foreignTabsAmong(workbook, RECORD_TABS);
  const books = recordBooks(environment, foreign);
  const closed = closedMonths(books.months, books.keyOf);
  const [first = lastMonthOf(closed.records), second] = asked;
  if (first === null) {
    return stopped(
      '월별기록이 아직 없습니다. 지난달 마감하기를 누르거나 매월 자동 계산을 켜 두면 달마다 한 행씩 적힙니다.',
    );
  }
  const monthly = (month: string): Snapshot | null => {
    const record = records.find((candidate) => candidate.month === month);
    if (record === undefined) return null;
    const side = snapshotOfMonth(recordInWordsOfToday(record, read), records, events);
    return { ...side, rows: rowsInWordsOfToday(side.rows, read) };
  };
  const order = { requestedAsOf: null, today: clock.today(), pledge: pledgeLookedAt(documentNotes) };
  const book = computeBook(rawTabs(workbook), order, {
    ...NOTHING_AROUND,
    history: changesSeen(books.history),
  });
  if (book.shown === null) return stopped('공약목록 탭에 공약이 없어 비교할 것이 없습니다.');
  const { listed, now } = book.shown;
  const { read, report, accounts, findings, history } = now;
  const isOwn = ({ pledge }: { readonly pledge: string | null }) =>
    listed === null || pledge === listed.number;
  const records = closed.records.filter(isOwn);
  const events = eventsIn(books.rows, closed.records).filter(isOwn);
  const unit = withoutPersonalData(unitOfFirst(read.records.indicators));

  const one = monthly(first);
  if (one === null) return wrong(notClosed(first, records));
  const other =
    second !== undefined
      ? monthly(second)
      : report === null
        ? null
        : withRecordedNames(snapshotNow(read.records, report, history));
  if (other === null) {
    return second === undefined
      ? stopped('지금의 숫자를 계산할 수 없어 비교하지 못했습니다. 전체 다시 계산을 눌러 까닭을 보세요.')
      : wrong(notClosed(second, records));
  }
  const leftOut = second === undefined ? leftOutText(accountsByName(accounts), findings) : null;
  const { lists } = report ?? read.records;
  const of = listed === null ? '' : `공약 ${shownBriefly(listed.number)} · `;
  const moves = book.isOffice ? [...officeMoves(book, closed.records, first, second), ''] : [];
  return done(
    moves,
    of,
    comparisonOf(one, other, lists.statuses),
    first,
    { unit, lists, mostRows: MOST_ROWS },
    [
      ...leftOutNotes(records, first),
      ...leftOutNotes(records, second),
      ...(leftOut === null ? [] : [`※ 지금은 ${leftOut}이 있습니다(점검 탭 참고).`]),
    ],
  );
}

/**
 * Sentences about the pledges of an office whose rate or status changed between a month and another, or now.
 */
function officeMoves(
  { pledges, lists }: Book,
  records: readonly MonthlyRecord[],
  first: string,
  second: string | undefined,
): readonly string[] {
  const names = new Map(pledges.map(({ listed, now }) => [listed?.number, now.report?.pledge.name ?? null]));
  const nameOf = (status: ImplementationStatus | null) => (status === null ? null : className(lists, status));
  const inMonth = (month: string) =>
    records.flatMap(({ month: of, pledge, figures }): readonly PledgeThen[] =>
      of !== month || pledge === null
        ? []
        : [
            {
              number: pledge,
              name: names.get(pledge) ?? null,
              rate: figures.implementationPercent,
              status: nameOf(figures.chosenStatus ?? figures.suggestedStatus),
            },
          ],
    );
  if (second !== undefined) {
    const [earlier = first, later = second] = [first, second].sort();
    return officeMoveLines(inMonth(earlier), inMonth(later));
  }
  const now = pledges.flatMap(({ listed, now: { report } }): readonly PledgeThen[] =>
    listed === null || report === null
      ? []
      : [
          {
            number: listed.number,
            name: report.pledge.name,
            rate: report.rate.percent,
            status: nameOf(report.status.chosen ?? report.status.suggested),
          },
        ],
  );
  return officeMoveLines(inMonth(first), now);
}

/**
 * A note if rows were left out when the month was closed. Records of the first layout only know their number
 * of errors.
 */
function leftOutNotes(records: readonly MonthlyRecord[], month: string | undefined): readonly string[] {
  const record = records.find((candidate) => candidate.month === month);
  const { error = 0 } = record?.findings ?? {};
  const leftOut = (record?.leftOut ?? []).map(({ tab, rows }) => ({ name: INPUT_TAB_NAMES[tab], rows }));
  const what = leftOut.length > 0 ? rowsLeftOutText(leftOut, error) : null;
  if (what !== null) return [`※ ${month} 기록은 ${what}이 있는 채로 마감한 것입니다.`];
  return error === 0
    ? []
    : [`※ ${month} 기록은 점검에 오류 ${withCommas(error)}건이 있는 채로 마감한 것입니다.`];
}

/**
 * @param moves sentences about changed pledges of an office; empty in a book of one pledge.
 * @param of the pledge that the comparison is about; blank in a book of one pledge.
 * @param notes sentences about what either side lacks.
 */
function done(
  moves: readonly string[],
  of: string,
  comparison: Comparison,
  month: string,
  options: ComparisonTextOptions,
  notes: readonly string[],
): CompareAnswer {
  const [sides = '', ...lines] = comparisonLines(comparison, options);
  return {
    status: 'done',
    month,
    lines: [...moves, `${of}${sides}`, ...notes, ...lines],
    rows: comparison.rows.map((row) => ({
      text: rowDifferenceText(row, comparison, options),
      tab: INPUT_TAB_NAMES[row.tab],
      row: row.row,
    })),
  };
}

/** Masks names that look like personal data, as the records do, so that both sides compare equal. */
function withRecordedNames({ figures, ...side }: Snapshot): Snapshot {
  const { indicators } = figures;
  const { rows } = side;
  const shown = <Item extends { readonly name: string | null }>({ ...item }: Item): Item =>
    item.name === null ? item : { ...item, name: withoutPersonalData(item.name) };
  return {
    ...side,
    rows:
      rows.status === 'unknown'
        ? rows
        : { ...rows, facts: rows.facts.map((fact) => (fact.tab === 'results' ? shown(fact) : fact)) },
    figures: {
      ...figures,
      indicators: indicators?.map(shown) ?? null,
    },
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

function wrong(message: string): CompareAnswer {
  return { status: 'stopped', messages: [message], asksAgain: true };
}

function stopped(message: string): CompareAnswer {
  return { status: 'stopped', messages: [message] };
}
