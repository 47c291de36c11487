/** One run: reads the input tabs, computes, plans every write, and only then writes. */
import type { IsoDate } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { holdsNothing } from '../../domain/row-account.ts';
import { pledgeKeysOf } from '../../sheets/input/pledges/pledge-numbers.ts';
import { nearestName } from '../../sheets/name-table.ts';
import { monthName } from '../../sheets/names.ts';
import { alteredMonths } from '../../sheets/output/records/monthly-rows.ts';
import {
  type ListedFinding,
  listedFindings,
  worstFirst,
} from '../../sheets/output/results/listed-finding.ts';
import { APPENDED_TABS, OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';
import { type StoppedAnswer, stopped } from '../answers.ts';
import { foreignZoneFindings } from '../foreign-zone.ts';
import type { Glance } from '../glance/glance.ts';
import { glanceOf } from '../glance/glance-of-report.ts';
import { glanceOffice } from '../glance/glance-office.ts';
import type { Environment, Log, Refusal, WritePlan } from '../ports.ts';
import { retiredTabFindings } from '../retired-tab.ts';
import { NothingYet, Stopped } from '../stopped-run.ts';
import {
  foreignTabsAmong,
  keepsOffice,
  rawTabs,
  resemblesInput,
  staffTabNames,
  withHiddenRows,
} from '../workbook-tabs.ts';
import {
  closingObstacle,
  monthsOnRecord,
  NOTHING_TO_CLOSE,
  NOTHING_TO_PUT_ON_RECORD,
  plannedClosing,
} from './close-months.ts';
import { type Book, type BookPledge, computeBook } from './compute-book.ts';
import { inputFingerprint } from './input-fingerprint.ts';
import { lookAhead } from './look-ahead.ts';
import { plannedGrids, type Scope, tabsOfScope } from './plan-writes.ts';
import { type GuardedBooks, recordBooks, valuesAsWritten } from './record-books.ts';
import { numberToday } from './recorded-pledges.ts';
import { type RunLine, refusalOf, runLine } from './run-line.ts';
import { DONE, RUN_LOG_LAYOUT, type StartedBy, unfinishedBefore, unfinishedMark } from './run-log.ts';
import { type RunResult, runResultOf } from './run-result.ts';
import { chooseShownPledge, shownPledgeNumber } from './shown-pledge.ts';
import { changesSince, type SeenPledge } from './status-history.ts';

/** The answer to whoever started the run: the menu, the sidebar or the command line. */
export type RunAnswer =
  | {
      readonly status: 'done';
      readonly result: RunResult;
      /**
       * A sentence for each result that could not be computed or recorded, because a tab or heading is
       * missing or another tab has its name.
       */
      readonly missing: readonly string[];
      /** A sentence for each tab that the spreadsheet refused to write or to format. */
      readonly refused: readonly string[];
      /** The months that this run closed: `2024-03`. Empty unless closing was asked for. */
      readonly closed: readonly string[];
      /**
       * Whether only the figures of these months were recorded, because the rows behind them were too many.
       */
      readonly closedWithoutRows: boolean;
    }
  | StoppedAnswer;

/** What to compute, and who asks. */
export interface RunOrder {
  readonly scope: Scope;
  readonly action: string;
  readonly startedBy: StartedBy;
  /** null: the date in the settings, or today if blank there. */
  readonly requestedAsOf: IsoDate | null;
  /** Whether to close the months up to that date too. */
  readonly closing: boolean;
  /** Number of the pledge that the detail tabs show; absent: the one chosen with 이 공약 보기. */
  readonly pledge?: string;
  /** Whether the detail tabs keep showing that pledge in later runs. */
  readonly isKept?: boolean;
}

/**
 * Does one run; the caller holds the lock. If anything breaks it off, 실행기록 says how far it came, and no
 * unfinished tab looks finished.
 */
export function run(environment: Environment, order: RunOrder): RunAnswer {
  const { workbook, glances } = environment;
  const foreign = foreignTabsAmong(workbook, [
    ...tabsOfScope(order.scope, keepsOffice(workbook.tabNames())),
    ...APPENDED_TABS,
  ]);
  const log = foreign.has('runLog') ? null : workbook.log(RUN_LOG_LAYOUT);
  const line = runLine(environment, order, log);
  try {
    const { plan, appendRecords, reportOf, guarded, pledge } = planned(
      environment,
      order,
      foreign,
      line,
      log,
    );
    const unlogged = line.begin(plan.grids.map(({ tab }) => tab));
    const marked = unlogged === null ? plan : { ...plan, unfinished: null };
    // The choice is stored before the tabs are written. If this run breaks off, the next one writes the tabs
    // for the same pledge.
    if (order.isKept === true && pledge !== null) chooseShownPledge(environment.documentNotes, pledge);
    const results = workbook.write(marked);
    guarded.storeFirstGuards();
    const refusals = [unlogged ?? [], results, appendRecords()].flat();
    const { answer, grids, glance } = reportOf(refusals);
    // Findings about refused writes are only known now, so the tabs that list findings are written again.
    if (refusals.length > 0)
      workbook.write({ ...marked, grids: grids.filter(({ tab }) => LISTING.has(tab)) });
    if (glance !== null) glances.keep(JSON.stringify(glance(line.seconds())));
    line.end(
      outcomeOf(answer, guarded.takenOver),
      results.flatMap(({ tab, part }) => (part === 'figures' ? [tab] : [])),
    );
    workbook.flush();
    // Properties take effect at once, so they are stored only after the rows are there.
    guarded.storeGuards();
    return answer;
  } catch (error) {
    line.breakOff(error);
    if (error instanceof Stopped) return stopped(error.message);
    throw error;
  }
}

/** The tabs that a closing writes to. */
const CLOSING_TABS: ReadonlySet<OutputTab> = new Set(['monthlyRecords', 'monthlyRows']);

/** The tabs that list findings. */
const LISTING: ReadonlySet<OutputTab> = new Set(['summary', 'audit']);

interface Planned {
  readonly plan: WritePlan;
  /** Returns what to report, once it is known which writes were refused. */
  reportOf(refusals: readonly Refusal[]): Reported;
  /**
   * Appends the status history and the closing.
   * @returns the refused writes.
   */
  appendRecords(): readonly Refusal[];
  /** The record tabs that are appended to. */
  readonly guarded: GuardedBooks;
  /**
   * Number of the pledge that the detail tabs show; null: an office's book without pledges, or a book of one.
   */
  readonly pledge: string | null;
}

interface Reported {
  readonly answer: RunAnswer;
  readonly grids: WritePlan['grids'];
  /** The new glance for the sidebar; null: it keeps the old one. */
  readonly glance: ((seconds: number) => Glance) | null;
}

/** Reads, computes and plans everything before anything is written. */
function planned(
  { workbook, clock, pace, documentNotes }: Environment,
  order: RunOrder,
  foreign: ReadonlySet<OutputTab>,
  line: RunLine,
  log: Log | null,
): Planned {
  const today = clock.today();
  const tabNames = workbook.tabNames();
  const isOffice = keepsOffice(tabNames);
  const results = tabsOfScope(order.scope, isOffice).filter((tab) => !foreign.has(tab));
  const ahead = lookAhead({ workbook, pace }, { ...order, results, log });
  const tabs = rawTabs(workbook, pace);
  if (Object.keys(tabs).length === 0 && !resemblesInput(tabNames)) throw new NothingYet();
  const hidden = foreign.has('runLog') ? NO_TABS : workbook.tabsWithHiddenRows(RUN_LOG_LAYOUT);
  const books = recordBooks({ workbook, documentNotes }, foreign);
  const { history, months, rows, guarded, keyOf } = books;
  const closed = monthsOnRecord(books, numberToday(tabs, books));
  const retired = retiredTabFindings(workbook, tabNames);
  pace.step('계산');
  const asked = {
    requestedAsOf: order.requestedAsOf,
    today,
    pledge: order.pledge ?? (isOffice ? shownPledgeNumber(documentNotes) : null),
    isAlone: order.scope === 'report' && order.pledge !== undefined,
  };
  const book = computeBook(withHiddenRows(tabs, hidden ?? NO_TABS), asked, {
    foreign,
    tabNames: staffTabNames(tabNames),
    history: valuesAsWritten(history),
    closedMonths: closed.records,
    findings: [
      ...foreignZoneFindings(clock),
      ...ahead.findings,
      ...(hidden === null ? [HIDDEN_ROWS_UNKNOWN] : []),
      ...guarded.findings,
      ...closed.findings,
      ...alteredMonths(closed.records, closed.events, keyOf),
      ...retired,
    ],
  });
  if (order.pledge !== undefined && !isOfPledge(book, order.pledge))
    throw new Stopped(noSuchPledge(order.pledge, book));
  const { asOf, findings, accounts } = book;
  line.found({ asOf: book.isComputed ? asOf : '', accounts, findings });
  const obstacle = order.closing
    ? (closingObstacle(closed, { months, rows }) ??
      (holdsNothing(accounts) ? NOTHING_TO_PUT_ON_RECORD : null))
    : null;
  const expected = answerOf(book, findings, obstacle);
  const whole =
    order.closing && expected.status === 'done' && expected.missing.length === 0
      ? plannedClosing(
          book.pledges.map(({ listed, computed }) => ({ number: listed?.number ?? null, computed })),
          closed,
          { months, rows },
          {
            today,
            timestamp: line.timestamp,
            pace,
          },
        )
      : NOTHING_TO_CLOSE;
  pace.step('결과 쓰기');
  const grids = plannedGrids(order.scope, book, findings, foreign);
  const seen = changesSince(history, book.pledges.map(seenPledge), today);
  const closing = ahead.fitting(grids, seen, whole, line.seconds);
  const { shown } = book;
  const report = shown?.computed.report ?? null;
  const pledge = shown?.listed?.number ?? null;
  const own = (of: readonly ListedFinding[]) =>
    isOffice ? of.filter((finding) => finding.pledge === pledge) : of;
  const reportOf = (refusals: readonly Refusal[]): Reported => {
    const all = worstFirst([...listedFindings(refusals.map(refusalFinding), book.headings), ...findings]);
    const answer = answerOf(book, all, obstacle);
    const isClosed = !refusals.some(({ tab }) => CLOSING_TABS.has(tab));
    return {
      answer:
        answer.status === 'stopped'
          ? answer
          : isClosed
            ? { ...answer, closed: closing.months, closedWithoutRows: closing !== whole }
            : { ...answer, missing: [...answer.missing, ...answer.refused], refused: [] },
      grids: refusals.length === 0 ? grids : plannedGrids(order.scope, book, all, foreign),
      // A report has its own as-of date. The sidebar stays with the date of the other tabs.
      glance:
        shown === null || report === null || order.scope === 'report'
          ? null
          : (seconds) =>
              glanceOf(report, own(all), accounts, {
                run: { when: line.timestamp, action: order.action, startedBy: order.startedBy, seconds },
                inputs: inputFingerprint(tabs),
                names: shown.computed.read.names,
                office: glanceOffice(book, all, shown.computed.read.names),
              }),
    };
  };
  return {
    plan: {
      asOf,
      unfinished: log === null ? null : unfinishedMark(log),
      unsettled: log === null ? new Set() : unfinishedBefore(log),
      grids,
    },
    reportOf,
    appendRecords: () => [seen, closing].flatMap((addition) => refusalOf(() => addition.append()) ?? []),
    guarded,
    pledge,
  };
}

/** Whether the computed book has the pledge of this number. */
function isOfPledge({ isOffice, isAskedFor, shown }: Book, number: string): boolean {
  if (isOffice) return isAskedFor;
  const own = shown?.computed.report?.pledge.number ?? null;
  return own !== null && pledgeKeysOf(own).some((key) => pledgeKeysOf(number).includes(key));
}

export function noSuchPledge(number: string, { isOffice, numbers }: Book): string {
  const asked = `'${shownBriefly(number)}'`;
  if (!isOffice) return `이 장부의 공약번호는 ${asked}이(가) 아닙니다. --pledge 없이 실행해 주세요.`;
  const nearest = nearestName(number, numbers);
  return `공약목록 탭에 공약번호 ${asked}이(가) 없습니다. ${nearest === null ? '공약목록 탭에서 번호를 확인해 주세요.' : `가장 비슷한 번호는 '${nearest}'입니다.`}`;
}

function seenPledge({ listed, computed }: BookPledge): SeenPledge {
  return { key: listed?.key ?? null, seen: computed.history, records: computed.read.records };
}

function refusalFinding({ tab, part, reason }: Refusal): Finding {
  return { problem: { code: 'tab-refused', tabName: OUTPUT_TABS[tab], part, reason }, place: null };
}

const NO_TABS: ReadonlySet<string> = new Set();
const HIDDEN_ROWS_UNKNOWN: Finding = { problem: { code: 'hidden-rows-unknown' }, place: null };

/** Said of a month whose figures were recorded without the rows behind them. */
export const ROWS_NOT_KEPT =
  '행이 너무 많아 내역은 월별내역에 남기지 못했습니다. 숫자는 기록되었고, 지난달과 비교에서 행끼리는 비교할 수 없습니다.';

/** Said of a 공약목록 without a pledge that can be read, where nothing else is missing. */
const NO_PLEDGE =
  '공약목록 탭에 읽을 수 있는 공약이 없어 계산할 것이 없습니다. 한 줄에 하나씩 공약번호와 공약명을 적어 주세요.';

/** @param obstacle why the month cannot be closed; reported with what is missing. */
function answerOf(book: Book, findings: readonly ListedFinding[], obstacle: string | null): RunAnswer {
  const { asOfFinding, headings } = book;
  const missing = findings.filter(({ code }) => code === 'missing-tab' || code === 'missing-heading');
  if (book.isComputed) {
    return {
      status: 'done',
      result: runResultOf(book, findings),
      missing: [...missing.map(sentenceOf), ...(obstacle === null ? [] : [obstacle])],
      refused: findings.filter(({ code }) => code === 'tab-refused').map(sentenceOf),
      closed: [],
      closedWithoutRows: false,
    };
  }
  const reasons = asOfFinding === null ? missing : listedFindings([asOfFinding], headings);
  return { status: 'stopped', messages: reasons.length === 0 ? [NO_PLEDGE] : reasons.map(sentenceOf) };
}

/** `소통기록 탭 1행: '분류' 제목이 없어 …` */
function sentenceOf({ tab, cell, what, remedy }: ListedFinding): string {
  const place = cell.includes(':') ? `${cell.split(':')[0]}행` : cell;
  const where = [tab === '' ? '' : `${tab} 탭`, place].filter((part) => part !== '').join(' ');
  return where === '' ? `${what} ${remedy}` : `${where}: ${what} ${remedy}`;
}

/** @param takenOver rows that an earlier, interrupted run wrote but could not register; empty: none. */
function outcomeOf(answer: RunAnswer, takenOver: string): string {
  const outcome = outcomeOfRun(answer);
  return takenOver === '' ? outcome : `${outcome} (끊긴 실행이 적어 둔 ${takenOver}을 이어받음)`;
}

function outcomeOfRun(answer: RunAnswer): string {
  if (answer.status === 'stopped') return `계산하지 못함: ${answer.messages.join(' ')}`;
  const left = [...answer.missing, ...answer.refused];
  if (left.length > 0) return `일부만 계산함: ${left.join(' ')}`;
  if (answer.closed.length === 0) return DONE;
  const unkept = answer.closedWithoutRows ? ` (${ROWS_NOT_KEPT})` : '';
  return `${DONE}, 월별기록에 ${answer.closed.map(monthName).join(', ')} 적음${unkept}`;
}
