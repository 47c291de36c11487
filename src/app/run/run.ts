/** One run: from the plain tabs to the result tabs, in the eight steps of the house. */
import type { IsoDate } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { holdsNothing } from '../../domain/row-account.ts';
import { RECORD_TABS } from '../../domain/tabs.ts';
import type { ClassificationNames } from '../../sheets/input/classification.ts';
import { pledgeKeysOf } from '../../sheets/input/pledges/pledge-numbers.ts';
import { nearestName } from '../../sheets/name-table.ts';
import { alteredMonths } from '../../sheets/output/records/monthly-rows.ts';
import {
  type ListedFinding,
  listedFindings,
  worstFirst,
} from '../../sheets/output/results/listed-finding.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';
import { foreignZoneFindings } from '../foreign-zone.ts';
import type { Glance } from '../glance/glance.ts';
import { glanceOf } from '../glance/glance-of.ts';
import { glanceOffice } from '../glance/glance-office.ts';
import { type Environment, type Log, NothingYet, type Refusal, Stopped, type WritePlan } from '../ports.ts';
import { retiredTabFindings } from '../retired-tab.ts';
import { lookAhead } from './ahead.ts';
import {
  closedMonths,
  closingObstacle,
  eventsIn,
  NOTHING_TO_CLOSE,
  NOTHING_TO_PUT_ON_RECORD,
  plannedClosing,
} from './close-months.ts';
import {
  foreignTabsAmong,
  keepsOffice,
  rawTabs,
  resemblesInput,
  staffTabNames,
  withHiddenRows,
} from './compute.ts';
import { type Book, type BookPledge, computeBook } from './compute-book.ts';
import { inputFingerprint } from './input-fingerprint.ts';
import { lookAt, pledgeLookedAt } from './looked-at.ts';
import { plannedGrids, type Scope, tabsOfScope } from './plan-writes.ts';
import { type GuardedBooks, recordBooks } from './record-books.ts';
import { type RunLine, refusalOf, runLine } from './run-line.ts';
import { DONE, RUN_LOG_LAYOUT, type StartedBy, unfinishedBefore, unfinishedMark } from './run-log.ts';
import { type RunResult, runResultOf } from './run-result.ts';
import { changesSeen, changesSince, type SeenPledge } from './status-history.ts';

/** What an action answers to whoever called it: a person at the menu, the sidebar, the command line. */
export type RunAnswer =
  | {
      readonly status: 'done';
      readonly result: RunResult;
      /** A sentence for each result that could not be computed or kept: a tab or heading is missing, or a tab is in the way. */
      readonly missing: readonly string[];
      /** A sentence for each tab that the spreadsheet would not have written, or not as it should look. */
      readonly refused: readonly string[];
      /** The months that were closed by it, `2024-03`; none unless that was asked for. */
      readonly closed: readonly string[];
      /** The rows behind these months are too many to be kept: only their figures are on record. */
      readonly closedWithoutRows: boolean;
    }
  /** Nothing was computed; each message says why and what to do. */
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

/** What is to be computed, and who asks. */
export interface RunOrder {
  readonly scope: Scope;
  readonly action: string;
  readonly startedBy: StartedBy;
  /** null: the date in the settings, or today where those leave it blank. */
  readonly requestedAsOf: IsoDate | null;
  /** Whether the months up to that date are closed too. */
  readonly closing: boolean;
  /** The number of the pledge that the detail tabs are to be of; absent: the one that is looked at. */
  readonly pledge?: string;
  /** Whether that pledge is the one that is looked at from then on. */
  readonly isKept?: boolean;
}

/** The eight steps. Whatever breaks them off, the run log says how far they came, and no tab looks finished that is not. */
export function run(environment: Environment, order: RunOrder): RunAnswer {
  const { workbook, glances } = environment;
  const foreign = foreignTabsAmong(workbook, [
    ...tabsOfScope(order.scope, keepsOffice(workbook.tabNames())),
    ...RECORD_TABS,
    'runLog',
  ]);
  const log = foreign.has('runLog') ? null : workbook.log(RUN_LOG_LAYOUT);
  const line = runLine(environment, order, log);
  try {
    const { plan, remember, told, books, pledge } = planned(environment, order, foreign, line, log);
    const unlogged = line.begin(plan.grids.map(({ tab }) => tab));
    const marked = unlogged === null ? plan : { ...plan, unfinished: null };
    // Before the tabs are of it: a run that is broken off is mended by the next, which writes those of this pledge.
    if (order.isKept === true && pledge !== null) lookAt(environment.documentNotes, pledge);
    const results = workbook.write(marked);
    books.begin();
    const refusals = [unlogged ?? [], results, remember()].flat();
    const { answer, grids, glance } = told(refusals);
    // Where findings are listed, those of the writing itself are listed too.
    if (refusals.length > 0)
      workbook.write({ ...marked, grids: grids.filter(({ tab }) => LISTING.has(tab)) });
    if (glance !== null) glances.keep(JSON.stringify(glance(line.seconds())));
    line.end(
      outcomeOf(answer, books.takenOver),
      results.flatMap(({ tab, part }) => (part === 'figures' ? [tab] : [])),
    );
    workbook.flush();
    // Properties are there at once: they may only tell of rows that are.
    books.keep();
    return answer;
  } catch (error) {
    line.breakOff(error);
    if (error instanceof Stopped) return { status: 'stopped', messages: [error.message] };
    throw error;
  }
}

/** The tabs that a month is closed in. */
const CLOSING_TABS: ReadonlySet<OutputTab> = new Set(['monthlyRecords', 'monthlyRows']);

/** The tabs that list findings. */
const LISTING: ReadonlySet<OutputTab> = new Set(['summary', 'audit']);

interface Planned {
  readonly plan: WritePlan;
  /** What is told, once it is known what could not be written. */
  told(refusals: readonly Refusal[]): Told;
  /** Appends what later runs will want to know. @returns what would not be taken. */
  remember(): readonly Refusal[];
  /** The tabs to which it is appended. */
  readonly books: GuardedBooks;
  /** The number of the pledge that the detail tabs are of; null: an office's book without pledges, or a book of one. */
  readonly pledge: string | null;
}

interface Told {
  readonly answer: RunAnswer;
  readonly grids: WritePlan['grids'];
  /** What the sidebar is to show of it; null: what it shows stays. */
  readonly glance: ((seconds: number) => Glance) | null;
}

/** Everything that a run finds out before it writes anything. */
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
  const { history, months, rows, guarded, keyOf } = recordBooks({ workbook, documentNotes }, foreign);
  const changes = changesSeen(history);
  const closed = closedMonths(months, keyOf);
  const retired = retiredTabFindings(workbook, tabNames);
  pace.step('계산');
  const asked = {
    requestedAsOf: order.requestedAsOf,
    today,
    pledge: order.pledge ?? (isOffice ? pledgeLookedAt(documentNotes) : null),
    isAlone: order.scope === 'report' && order.pledge !== undefined,
  };
  const book = computeBook(withHiddenRows(tabs, hidden ?? NO_TABS), asked, {
    foreign,
    tabNames: staffTabNames(tabNames),
    history: changes,
    closedMonths: closed.records,
    findings: [
      ...foreignZoneFindings(clock),
      ...ahead.findings,
      ...(hidden === null ? [HIDDEN_ROWS_UNKNOWN] : []),
      ...guarded.findings,
      ...closed.findings,
      ...alteredMonths(closed.records, eventsIn(rows, closed.records), keyOf),
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
          book.pledges.map(({ listed, now }) => ({ number: listed?.number ?? null, now })),
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
  const { report = null, read } = book.shown?.now ?? {};
  const names = read?.names ?? NO_NAMES;
  const pledge = book.shown?.listed?.number ?? null;
  const own = (of: readonly ListedFinding[]) =>
    isOffice ? of.filter((finding) => finding.pledge === pledge) : of;
  const told = (refusals: readonly Refusal[]): Told => {
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
      // A report is made for a date of its own; the sidebar keeps to the date of the other tabs.
      glance:
        report === null || order.scope === 'report'
          ? null
          : (seconds) =>
              glanceOf(report, own(all), accounts, {
                run: { when: line.timestamp, action: order.action, startedBy: order.startedBy, seconds },
                inputs: inputFingerprint(tabs),
                names,
                office: glanceOffice(book, all, names),
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
    told,
    remember: () => [seen, closing].flatMap((addition) => refusalOf(() => addition.append()) ?? []),
    books: guarded,
    pledge,
  };
}

/** Whether the detail tabs are of the pledge that was asked for by its number. */
function isOfPledge({ isOffice, isAskedFor, shown }: Book, number: string): boolean {
  if (isOffice) return isAskedFor;
  const own = shown?.now.report?.pledge.number ?? null;
  return own !== null && pledgeKeysOf(own).some((key) => pledgeKeysOf(number).includes(key));
}

export function noSuchPledge(number: string, { isOffice, numbers }: Book): string {
  const asked = `'${shownBriefly(number)}'`;
  if (!isOffice) return `이 장부의 공약번호는 ${asked}이(가) 아닙니다. --pledge 없이 실행해 주세요.`;
  const nearest = nearestName(number, numbers);
  return `공약목록 탭에 공약번호 ${asked}이(가) 없습니다. ${nearest === null ? '공약목록 탭에서 번호를 확인해 주세요.' : `가장 비슷한 번호는 '${nearest}'입니다.`}`;
}

function seenPledge({ listed, now }: BookPledge): SeenPledge {
  return { key: listed?.key ?? null, seen: now.history, records: now.read.records };
}

function refusalFinding({ tab, part, reason }: Refusal): Finding {
  return { problem: { code: 'tab-refused', tabName: OUTPUT_TABS[tab], part, reason }, place: null };
}

const NO_TABS: ReadonlySet<string> = new Set();
const NO_NAMES: ClassificationNames = { 소통: [], 처리상황: [], 출처: [], 재원: [], 이행구분: [] };
const HIDDEN_ROWS_UNKNOWN: Finding = { problem: { code: 'hidden-rows-unknown' }, place: null };

/** Of a month whose figures are on record without the rows behind them. */
export const ROWS_NOT_KEPT =
  '행이 너무 많아 내역은 월별내역에 남기지 못했습니다. 숫자는 기록되었고, 지난달과 비교에서 행끼리는 비교할 수 없습니다.';

/** @param obstacle why the month cannot be closed, which is told with what is missing. */
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
  return { status: 'stopped', messages: reasons.map(sentenceOf) };
}

/** `소통기록 탭 1행: '분류' 제목이 없어 …` */
function sentenceOf({ tab, cell, what, remedy }: ListedFinding): string {
  const place = cell.includes(':') ? `${cell.split(':')[0]}행` : cell;
  const where = [tab === '' ? '' : `${tab} 탭`, place].filter((part) => part !== '').join(' ');
  return where === '' ? `${what} ${remedy}` : `${where}: ${what} ${remedy}`;
}

/** @param takenOver rows that an earlier run wrote and could not make known; empty where there are none. */
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
  return `${DONE}, 월별기록에 ${answer.closed.join(', ')} 적음${unkept}`;
}
