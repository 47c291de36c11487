/** 지난달과 비교: what changed between two closed months, or between one and now, and which rows caused it. */

import {
  type Comparison,
  comparisonOf,
  type Snapshot,
  snapshotNow,
  snapshotOfMonth,
} from '../../domain/months/comparison.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import { RECORD_TABS } from '../../domain/tabs.ts';
import { unitOfFirst } from '../../sheets/input/indicators/indicator-units.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { monthName } from '../../sheets/names.ts';
import { withCommas } from '../../sheets/numbers.ts';
import {
  type ComparisonTextOptions,
  comparisonLines,
  rowDifferenceText,
} from '../../sheets/output/results/comparison-text.ts';
import type { OfficeSides } from '../../sheets/output/results/office-figures.ts';
import {
  accountsByName,
  leftOutText,
  rowsLeftOutText,
} from '../../sheets/output/results/row-account-line.ts';
import { shownBriefly, withoutPersonalData } from '../../sheets/personal-data.ts';
import { type StoppedAnswer, stopped } from '../answers.ts';
import { EMPTY_CONTEXT } from '../compute/compute.ts';
import { computeBook } from '../compute/compute-book.ts';
import { recordInWordsOfToday, rowsInWordsOfToday } from '../compute/words-of-today.ts';
import type { Environment } from '../ports.ts';
import { recordBooks, valuesAsWritten } from '../records/record-books.ts';
import { numberToday } from '../records/recorded-pledges.ts';
import { shownPledgeNumber } from '../run/shown-pledge.ts';
import { foreignTabsAmong, rawTabs } from '../workbook-tabs.ts';
import { monthsOnRecord } from './close-months.ts';
import { monthsAsked } from './months-asked.ts';
import { movesOfOffice, sidesOfOffice } from './moves-of-office.ts';

export type CompareAnswer =
  | {
      readonly status: 'done';
      /** The earlier of the months asked for, by default the last closed one: `2024-03`. */
      readonly month: string;
      /** The whole comparison in sentences. */
      readonly lines: readonly string[];
      /** The changed rows with their places. */
      readonly rows: readonly { readonly text: string; readonly tab: string; readonly row: number }[];
    }
  | (StoppedAnswer & {
      /** Set if the person may try another answer. */
      readonly asksAgain?: true;
    });

/** Said in an office's book: another pledge may have moved because of rows that are not listed here. */
const ROWS_OF_ONE =
  '아래는 지금 보는 공약의 행입니다. 다른 공약의 까닭은 그 공약에서 이 공약 보기를 누른 뒤에 봅니다.';

/** Limit of rows, because a longer dialog is unreadable. */
const MOST_ROWS = 30;

/** Two sides, compared for the pledge that is looked at and, in an office's book, for all. */
interface Compared {
  readonly status: 'compared';
  /** The earlier of the months, or the only one. */
  readonly month: string;
  readonly comparison: Comparison;
  /** null: a book of one pledge. */
  readonly office: OfficeSides | null;
  /** Sentences about what either side lacks. */
  readonly notes: readonly string[];
}

/**
 * Compares two closed months, or one with now. The earlier side comes first, in whatever order they were
 * typed. Without a month, it compares the last closed one with now, or with the one before it if nothing
 * changed since.
 * @param typed the answer to the question of 지난달과 비교.
 */
export function compareMonths(environment: Environment, typed: string): CompareAnswer {
  const { workbook, clock, documentNotes } = environment;
  const asked = monthsAsked(typed, clock.today());
  if (asked === null) {
    return wrong(`'${shownBriefly(typed.trim())}'에서 달을 읽을 수 없습니다. 2024-03처럼 적어 주세요.`);
  }
  const tabs = rawTabs(workbook);
  const books = recordBooks(environment, foreignTabsAmong(workbook, RECORD_TABS));
  const closed = monthsOnRecord(books, numberToday(tabs, books));
  const [first = lastMonthOf(closed.records), second] = [...asked].sort();
  if (first === null) {
    return stopped(
      '월별기록이 아직 없습니다. 지난달 마감하기를 누르거나 매월 자동 계산을 켜 두면 달마다 한 행씩 적힙니다.',
    );
  }
  const order = { requestedAsOf: null, today: clock.today(), pledge: shownPledgeNumber(documentNotes) };
  const book = computeBook(tabs, order, {
    ...EMPTY_CONTEXT,
    history: valuesAsWritten(books.history),
  });
  if (book.shown === null) return stopped('공약목록 탭에 공약이 없어 비교할 것이 없습니다.');
  const { listed, computed } = book.shown;
  const { read, report, accounts, findings, history } = computed;
  const isOwn = ({ pledge }: { readonly pledge: string | null }) =>
    listed === null || pledge === listed.number;
  const records = closed.records.filter(isOwn);
  const events = closed.events.filter(isOwn);
  const sideOfMonth = (month: string): Snapshot | null => {
    const record = records.find((candidate) => candidate.month === month);
    if (record === undefined) return null;
    const side = snapshotOfMonth(recordInWordsOfToday(record, read), records, events);
    return { ...side, rows: rowsInWordsOfToday(side.rows, read) };
  };
  const notClosed = (month: string) =>
    notClosedText(month, records, closed.records, book.isOffice ? book.numbers : null);
  const unit = withoutPersonalData(unitOfFirst(read.records.indicators));
  const { lists } = report ?? read.records;

  const between = (earlier: string, later: string | undefined): Compared | CompareAnswer => {
    const one = sideOfMonth(earlier);
    if (one === null) return wrong(notClosed(earlier));
    const other =
      later !== undefined
        ? sideOfMonth(later)
        : report === null
          ? null
          : withRecordedNames(snapshotNow(read.records, report, history));
    if (other === null) {
      return later === undefined
        ? stopped('지금의 숫자를 계산할 수 없어 비교하지 못했습니다. 전체 다시 계산을 눌러 까닭을 보세요.')
        : wrong(notClosed(later));
    }
    const leftOut = later === undefined ? leftOutText(accountsByName(accounts), findings) : null;
    return {
      status: 'compared',
      month: earlier,
      comparison: comparisonOf(one, other, lists.statuses),
      office: book.isOffice ? sidesOfOffice(book, closed.records, earlier, later) : null,
      notes: [
        ...leftOutNotes(records, earlier),
        ...leftOutNotes(records, later),
        ...(leftOut === null ? [] : [`※ 지금은 ${leftOut}이 있습니다(점검 탭 참고).`]),
      ],
    };
  };
  const answerFor = (compared: Compared | CompareAnswer, why: readonly string[]): CompareAnswer => {
    if (compared.status !== 'compared') return compared;
    const { office } = compared;
    const moves = office === null ? [] : [...movesOfOffice(office, lists, book.precision), ROWS_OF_ONE, ''];
    const label = listed === null ? '' : `공약 ${shownBriefly(listed.number)} · `;
    return done([...why, ...moves], label, compared, { unit, lists, mostRows: MOST_ROWS });
  };

  const compared = between(first, second);
  const before = asked.length === 0 ? lastMonthOf(records.filter(({ month }) => month < first)) : null;
  if (before === null || compared.status !== 'compared' || !isUnchanged(compared))
    return answerFor(compared, []);
  // Right after a closing, now and the closed month are the same: comparing them would say nothing.
  return answerFor(between(before, first), [
    `지금은 마지막으로 적힌 ${monthName(first)}과 같습니다. 그래서 ${monthName(before)}과 ${monthName(first)}의 기록을 비교했습니다.`,
  ]);
}

/** Whether nothing moved: no figure, status or row of the pledge, and no pledge of the office. */
function isUnchanged({ comparison, office }: Compared): boolean {
  const { figures, chosenStatus, suggestedStatus, rows, rowsUnknownSince, otherCauses } = comparison;
  return (
    [...figures, chosenStatus, suggestedStatus].every(({ before, after }) => before === after) &&
    rows.length === 0 &&
    rowsUnknownSince === null &&
    otherCauses.length === 0 &&
    (office === null || keyOfAll(office.before) === keyOfAll(office.after))
  );
}

/** The pledges as one text, in the same order wherever they are in the list. */
function keyOfAll(pledges: OfficeSides['after']): string {
  return JSON.stringify([...pledges].sort((one, other) => (one.number < other.number ? -1 : 1)));
}

/**
 * A note if rows were left out when the month was closed. Records of the first layout only know their number
 * of errors.
 */
function leftOutNotes(records: readonly MonthlyRecord[], month: string | undefined): readonly string[] {
  const record = records.find((candidate) => candidate.month === month);
  if (record === undefined) return [];
  const name = monthName(record.month);
  const { error = 0 } = record.findings;
  const leftOut = (record.leftOut ?? []).map(({ tab, rows }) => ({ name: INPUT_TAB_NAMES[tab], rows }));
  const what = leftOut.length > 0 ? rowsLeftOutText(leftOut, error) : null;
  if (what !== null) return [`※ ${name} 기록은 ${what}이 있는 채로 마감한 것입니다.`];
  return error === 0
    ? []
    : [`※ ${name} 기록은 점검에 오류 ${withCommas(error)}건이 있는 채로 마감한 것입니다.`];
}

/**
 * @param before sentences that come first: why these months, and what moved in an office.
 * @param label names the pledge that the comparison is about; blank in a book of one pledge.
 */
function done(
  before: readonly string[],
  label: string,
  { comparison, month, notes }: Compared,
  options: ComparisonTextOptions,
): CompareAnswer {
  const [sides = '', ...lines] = comparisonLines(comparison, options);
  return {
    status: 'done',
    month,
    lines: [...before, `${label}${sides}`, ...notes, ...lines],
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

/**
 * @param own the records of the pledge that is compared.
 * @param numbers the numbers of all pledges of an office; null in a book of one pledge.
 */
function notClosedText(
  month: string,
  own: readonly MonthlyRecord[],
  all: readonly MonthlyRecord[],
  numbers: readonly string[] | null,
): string {
  const months = own.map((record) => record.month).sort();
  const closed = months.length === 0 ? '' : ` 적힌 달은 ${months.map(monthName).join(', ')}입니다.`;
  const strays = all.filter(
    ({ month: of, pledge }) =>
      of === month && numbers !== null && (pledge === null || !numbers.includes(pledge)),
  );
  return `${monthName(month)}의 월별기록이 없습니다.${closed}${strays.map(strayText).join('')}`;
}

/** Says of a record that nobody can tell which pledge it is about, and what would tell. */
function strayText({ month, pledge }: MonthlyRecord): string {
  const how = pledge === null ? '공약번호 없이' : `공약목록에 없는 공약번호(${shownBriefly(pledge)})로`;
  return ` ${monthName(month)}에 ${how} 적힌 기록이 있지만 어느 공약의 것인지 알 수 없어 비교하지 않았습니다. 여러 공약으로 바꾸기 전의 기록이면 공약 탭의 공약번호에 그 공약의 지금 번호를 적고 다시 해 주세요.`;
}

function wrong(message: string): CompareAnswer {
  return { ...stopped(message), asksAgain: true };
}
