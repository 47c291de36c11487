/** The two sides of 지난달과 비교: what a closed month recorded, or what the book says now. */
import {
  type Comparison,
  comparisonOf,
  type Snapshot,
  snapshotNow,
  snapshotOfMonth,
} from '../../domain/months/comparison.ts';
import type { MonthEvent } from '../../domain/months/month-events.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import { RECORD_TABS } from '../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { monthName } from '../../sheets/names.ts';
import { withCommas } from '../../sheets/numbers.ts';
import type { OfficeSides } from '../../sheets/output/results/office-figures.ts';
import {
  accountsByName,
  leftOutText,
  rowsLeftOutText,
} from '../../sheets/output/results/row-account-line.ts';
import { shownBriefly, withoutPersonalData } from '../../sheets/personal-data.ts';
import { EMPTY_CONTEXT } from '../compute/compute.ts';
import { type Book, type BookPledge, computeBook } from '../compute/compute-book.ts';
import { recordInWordsOfToday, rowsInWordsOfToday } from '../compute/words-of-today.ts';
import type { Environment } from '../ports.ts';
import { recordBooks, valuesAsWritten } from '../records/record-books.ts';
import { numberToday } from '../records/recorded-pledges.ts';
import { shownPledgeNumber } from '../run/shown-pledge.ts';
import { foreignTabsAmong, rawTabs } from '../workbook-tabs.ts';
import { monthsOnRecord } from './close-months.ts';
import { sidesOfOffice } from './moves-of-office.ts';

/** A book and the months that it has closed. */
export interface ClosedBook {
  readonly book: Book;
  /** The records of all pledges. */
  readonly records: readonly MonthlyRecord[];
  readonly events: readonly MonthEvent[];
}

/** Computes the book as it is now, with the months on record. */
export function closedBook(environment: Environment): ClosedBook {
  const { workbook, clock, documentNotes } = environment;
  const tabs = rawTabs(workbook);
  const books = recordBooks(environment, foreignTabsAmong(workbook, RECORD_TABS));
  const { records, events } = monthsOnRecord(books, numberToday(tabs, books));
  const order = { requestedAsOf: null, today: clock.today(), pledge: shownPledgeNumber(documentNotes) };
  const context = { ...EMPTY_CONTEXT, history: valuesAsWritten(books.history) };
  return { book: computeBook(tabs, order, context), records, events };
}

/** A pledge of the book, with its own months. */
export interface PledgeOnRecord extends Omit<ClosedBook, 'events'> {
  readonly shown: BookPledge;
  readonly own: Omit<ClosedBook, 'book'>;
}

export function pledgeOnRecord({ book, records, events }: ClosedBook, shown: BookPledge): PledgeOnRecord {
  const { listed } = shown;
  const isOwn = ({ pledge }: { readonly pledge: string | null }) =>
    listed === null || pledge === listed.number;
  return { book, records, shown, own: { records: records.filter(isOwn), events: events.filter(isOwn) } };
}

/** Two sides, compared for the pledge that is looked at and, in an office's book, for all. */
export interface Compared {
  /** The earlier of the months, or the only one. */
  readonly month: string;
  readonly comparison: Comparison;
  /** null: a book of one pledge. */
  readonly office: OfficeSides | null;
  /** Sentences about what either side lacks. */
  readonly notes: readonly string[];
}

/** Why two sides cannot be compared. */
export interface NotCompared {
  readonly why: string;
  /** Whether another month may be asked for. */
  readonly asksAgain: boolean;
}

/**
 * Compares two sides for the pledge, and in an office's book for all.
 * @param later the later month; null: now.
 */
export function comparedSides(
  pledge: PledgeOnRecord,
  earlier: string,
  later: string | null,
): Compared | NotCompared {
  const { book, shown, records, own } = pledge;
  const { read, report, accounts, findings } = shown.computed;
  const one = sideOfMonth(pledge, earlier);
  if (one === null) return { why: notClosedText(earlier, pledge), asksAgain: true };
  const other = later === null ? sideNow(shown) : sideOfMonth(pledge, later);
  if (other === null) {
    return later === null
      ? {
          why: '지금의 숫자를 계산할 수 없어 비교하지 못했습니다. 전체 다시 계산을 눌러 까닭을 보세요.',
          asksAgain: false,
        }
      : { why: notClosedText(later, pledge), asksAgain: true };
  }
  const leftOut = later === null ? leftOutText(accountsByName(accounts), findings) : null;
  return {
    month: earlier,
    comparison: comparisonOf(one, other, (report ?? read.records).lists.statuses),
    office: book.isOffice ? sidesOfOffice(book, records, earlier, later ?? undefined) : null,
    notes: [
      ...leftOutNotes(own.records, earlier),
      ...leftOutNotes(own.records, later),
      ...(leftOut === null ? [] : [`※ 지금은 ${leftOut}이 있습니다(점검 탭 참고).`]),
    ],
  };
}

/** What a month recorded of the pledge, in the names of today; null: the month is not closed. */
function sideOfMonth({ shown: { computed }, own }: PledgeOnRecord, month: string): Snapshot | null {
  const record = own.records.find((candidate) => candidate.month === month);
  if (record === undefined) return null;
  const side = snapshotOfMonth(recordInWordsOfToday(record, computed.read), own.records, own.events);
  return { ...side, rows: rowsInWordsOfToday(side.rows, computed.read) };
}

/** The figures of the pledge now; null: they cannot be computed. */
function sideNow({ computed: { read, report, history } }: BookPledge): Snapshot | null {
  return report === null ? null : withRecordedNames(snapshotNow(read.records, report, history));
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

/**
 * A note if rows were left out when the month was closed. Records of the first layout only know their number
 * of errors.
 */
function leftOutNotes(records: readonly MonthlyRecord[], month: string | null): readonly string[] {
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

/** Says which months are closed, and which records of this month belong to an unknown pledge. */
function notClosedText(month: string, { book, own, records }: PledgeOnRecord): string {
  const months = own.records.map((record) => record.month).sort();
  const closed = months.length === 0 ? '' : ` 적힌 달은 ${months.map(monthName).join(', ')}입니다.`;
  const strays = records.filter(
    ({ month: of, pledge }) =>
      of === month && book.isOffice && (pledge === null || !book.numbers.includes(pledge)),
  );
  return `${monthName(month)}의 월별기록이 없습니다.${closed}${strays.map(strayText).join('')}`;
}

/** Says that the pledge of a record is unknown, and how a person can make it known. */
function strayText({ month, pledge }: MonthlyRecord): string {
  const how = pledge === null ? '공약번호 없이' : `공약목록에 없는 공약번호(${shownBriefly(pledge)})로`;
  return ` ${monthName(month)}에 ${how} 적힌 기록이 있지만 어느 공약의 것인지 알 수 없어 비교하지 않았습니다. 여러 공약으로 바꾸기 전의 기록이면 공약 탭의 공약번호에 그 공약의 지금 번호를 적고 다시 해 주세요.`;
}
