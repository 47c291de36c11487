/** 지난달과 비교: what changed between two closed months, or between one and now, and which rows caused it. */
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import { unitOfFirst } from '../../sheets/input/indicators/indicator-units.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { monthName } from '../../sheets/names.ts';
import {
  type ComparisonTextOptions,
  comparisonLines,
  rowDifferenceText,
} from '../../sheets/output/results/comparison-text.ts';
import type { OfficeSides } from '../../sheets/output/results/office-figures.ts';
import { shownBriefly, withoutPersonalData } from '../../sheets/personal-data.ts';
import { type StoppedAnswer, stopped } from '../answers.ts';
import type { Environment } from '../ports.ts';
import {
  type Compared,
  closedBook,
  comparedSides,
  type NotCompared,
  type PledgeOnRecord,
  pledgeOnRecord,
} from './compared-sides.ts';
import { monthsAsked } from './months-asked.ts';
import { movesOfOffice } from './moves-of-office.ts';

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

/**
 * Compares two closed months, or one with now. The earlier side comes first, in whatever order they were
 * typed. Without a month, it compares the last closed one with now, or with the one before it if nothing
 * changed since.
 * @param typed the answer to the question of 지난달과 비교.
 */
export function compareMonths(environment: Environment, typed: string): CompareAnswer {
  const asked = monthsAsked(typed, environment.clock.today());
  if (asked === null) {
    return wrong(`'${shownBriefly(typed.trim())}'에서 달을 읽을 수 없습니다. 2024-03처럼 적어 주세요.`);
  }
  const closed = closedBook(environment);
  const [first = lastMonthOf(closed.records), second = null] = [...asked].sort();
  if (first === null) {
    return stopped(
      '월별기록이 아직 없습니다. 지난달 마감하기를 누르거나 매월 자동 계산을 켜 두면 달마다 한 행씩 적힙니다.',
    );
  }
  const { shown } = closed.book;
  if (shown === null) return stopped('공약목록 탭에 공약이 없어 비교할 것이 없습니다.');
  const pledge = pledgeOnRecord(closed, shown);
  const compared = comparedSides(pledge, first, second);
  const { records } = pledge.own;
  const before = asked.length === 0 ? lastMonthOf(records.filter(({ month }) => month < first)) : null;
  if (before === null || 'why' in compared || !isUnchanged(compared)) return answerFor(pledge, compared, []);
  // Right after a closing, now and the closed month are the same: comparing them would say nothing.
  return answerFor(pledge, comparedSides(pledge, before, first), [
    `지금은 마지막으로 적힌 ${monthName(first)}과 같습니다. 그래서 ${monthName(before)}과 ${monthName(first)}의 기록을 비교했습니다.`,
  ]);
}

/** @param why sentences that come first: why these months. */
function answerFor(
  { book, shown: { listed, computed } }: PledgeOnRecord,
  compared: Compared | NotCompared,
  why: readonly string[],
): CompareAnswer {
  if ('why' in compared) return compared.asksAgain ? wrong(compared.why) : stopped(compared.why);
  const { office } = compared;
  const { read, report } = computed;
  const { lists } = report ?? read.records;
  const unit = withoutPersonalData(unitOfFirst(read.records.indicators));
  const moves = office === null ? [] : [...movesOfOffice(office, lists, book.precision), ROWS_OF_ONE, ''];
  const label = listed === null ? '' : `공약 ${shownBriefly(listed.number)} · `;
  return done([...why, ...moves], label, compared, { unit, lists, mostRows: MOST_ROWS });
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

function lastMonthOf(records: readonly MonthlyRecord[]): string | null {
  const months = records.map(({ month }) => month).sort();
  return months[months.length - 1] ?? null;
}

function wrong(message: string): CompareAnswer {
  return { ...stopped(message), asksAgain: true };
}
