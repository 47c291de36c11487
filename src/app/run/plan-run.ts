/** Plans a run: reads and computes everything, and says what will be written, before anything is written. */
import type { IsoDate } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { holdsNothing } from '../../domain/row-account.ts';
import { alteredMonths } from '../../sheets/output/records/monthly-rows.ts';
import {
  type ListedFinding,
  listedFindings,
  worstFirst,
} from '../../sheets/output/results/listed-finding.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import type { RawTabs } from '../../sheets/raw.ts';
import { type Book, type BookPledge, computeBook } from '../compute/compute-book.ts';
import { foreignZoneFindings } from '../foreign-zone.ts';
import type { Glance } from '../glance/glance.ts';
import { glanceOf } from '../glance/glance-of-report.ts';
import { glanceOffice } from '../glance/glance-office.ts';
import {
  type Closing,
  closingObstacle,
  type MonthsOnRecord,
  monthsOnRecord,
  NOTHING_TO_CLOSE,
  NOTHING_TO_PUT_ON_RECORD,
  plannedClosing,
} from '../months/close-months.ts';
import type { Environment, Log, Refusal, WritePlan } from '../ports.ts';
import {
  type GuardedBooks,
  type RecordBooks,
  recordBooks,
  valuesAsWritten,
} from '../records/record-books.ts';
import { numberToday } from '../records/recorded-pledges.ts';
import { changesSince, type SeenPledge } from '../records/status-history.ts';
import { retiredTabFindings } from '../retired-tab.ts';
import { NothingYet, Stopped } from '../stopped-run.ts';
import { keepsOffice, rawTabs, resemblesInput, staffTabNames, withHiddenRows } from '../workbook-tabs.ts';
import { inputFingerprint } from './input-fingerprint.ts';
import { type Ahead, lookAhead } from './look-ahead.ts';
import { plannedGrids, type Scope, tabsOfScope } from './plan-writes.ts';
import { answerOf, isOfPledge, noSuchPledge, type RunAnswer } from './run-answer.ts';
import { catchRefusal, type RunLine } from './run-line.ts';
import { RUN_LOG_LAYOUT, type StartedBy, unfinishedBefore, unfinishedMark } from './run-log.ts';
import { shownPledgeNumber } from './shown-pledge.ts';

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

export interface PlannedRun {
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

/**
 * Reads, computes and plans everything before anything is written.
 * @param foreign names that are taken by tabs which the add-on did not make.
 * @param log 실행기록; null: the add-on did not make that tab.
 */
export function plannedRun(
  environment: Environment,
  order: RunOrder,
  foreign: ReadonlySet<OutputTab>,
  line: RunLine,
  log: Log | null,
): PlannedRun {
  const { documentNotes, pace } = environment;
  const read = readEverything(environment, order, foreign, log);
  const { today, isOffice, ahead, records } = read;
  const { months, rows, history, guarded } = records;
  pace.step('계산');
  const shownBefore = isOffice ? shownPledgeNumber(documentNotes) : null;
  const asked = {
    requestedAsOf: order.requestedAsOf,
    today,
    pledge: order.pledge ?? shownBefore,
    isAlone: order.scope === 'report' && order.pledge !== undefined,
  };
  const book = computeBook(read.tabs, asked, {
    foreign,
    tabNames: staffTabNames(read.tabNames),
    history: valuesAsWritten(history),
    closedMonths: read.closed.records,
    findings: read.findings,
  });
  if (order.pledge !== undefined && !isOfPledge(book, order.pledge))
    throw new Stopped(noSuchPledge(order.pledge, book));
  const { asOf, findings, accounts } = book;
  line.found({ asOf: book.isComputed ? asOf : '', accounts, findings });
  const obstacle = order.closing ? obstacleToClosing(book, read) : null;
  const expected = answerOf(book, findings, obstacle);
  const whole =
    order.closing && expected.status === 'done' && expected.missing.length === 0
      ? plannedClosing(
          book.pledges.map(closingPledge),
          read.closed,
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
  return {
    plan: {
      asOf,
      unfinished: log === null ? null : unfinishedMark(log),
      unsettled: log === null ? new Set() : unfinishedBefore(log),
      grids,
    },
    reportOf: (refusals) => {
      const all = worstFirst([...listedFindings(refusals.map(refusalFinding), book.headings), ...findings]);
      const isClosed = !refusals.some(({ tab }) => CLOSING_TABS.has(tab));
      return {
        answer: closedAnswer(answerOf(book, all, obstacle), isClosed ? closing : null, closing !== whole),
        grids: refusals.length === 0 ? grids : plannedGrids(order.scope, book, all, foreign),
        // A report has its own as-of date. The sidebar stays with the date of the other tabs.
        glance: order.scope === 'report' ? null : newGlance(book, all, read, order, line),
      };
    },
    appendRecords: () => [seen, closing].flatMap((addition) => catchRefusal(() => addition.append()) ?? []),
    guarded,
    pledge: book.shown?.listed?.number ?? null,
  };
}

/** What a run reads, before it computes anything. */
interface ReadBook {
  readonly today: IsoDate;
  readonly tabNames: readonly string[];
  readonly isOffice: boolean;
  /** The input tabs. Those with hidden rows say so. */
  readonly tabs: RawTabs;
  /** Fingerprint of the input tabs. A function, because only the glance needs it. */
  inputs(): string;
  readonly records: RecordBooks;
  readonly closed: MonthsOnRecord;
  readonly ahead: Ahead;
  /** Findings about the spreadsheet, the record tabs and the closed months. */
  readonly findings: readonly Finding[];
}

function readEverything(
  { workbook, clock, pace, documentNotes }: Environment,
  order: RunOrder,
  foreign: ReadonlySet<OutputTab>,
  log: Log | null,
): ReadBook {
  const today = clock.today();
  const tabNames = workbook.tabNames();
  const isOffice = keepsOffice(tabNames);
  const results = tabsOfScope(order.scope, isOffice).filter((tab) => !foreign.has(tab));
  const ahead = lookAhead({ workbook, pace }, { ...order, results, log });
  const tabs = rawTabs(workbook, pace);
  if (Object.keys(tabs).length === 0 && !resemblesInput(tabNames)) throw new NothingYet();
  const hidden = foreign.has('runLog') ? NO_TABS : workbook.tabsWithHiddenRows(RUN_LOG_LAYOUT);
  const records = recordBooks({ workbook, documentNotes }, foreign);
  const closed = monthsOnRecord(records, numberToday(tabs, records));
  return {
    today,
    tabNames,
    isOffice,
    tabs: withHiddenRows(tabs, hidden ?? NO_TABS),
    inputs: () => inputFingerprint(tabs),
    records,
    closed,
    ahead,
    findings: [
      ...foreignZoneFindings(clock),
      ...ahead.findings,
      ...(hidden === null ? [HIDDEN_ROWS_UNKNOWN] : []),
      ...records.guarded.findings,
      ...closed.findings,
      ...alteredMonths(closed.records, closed.events, records.keyOf),
      ...retiredTabFindings(workbook, tabNames),
    ],
  };
}

/** Why the months cannot be closed; null: they can. */
function obstacleToClosing(
  { accounts }: Book,
  { closed, records: { months, rows } }: ReadBook,
): string | null {
  return (
    closingObstacle(closed, { months, rows }) ?? (holdsNothing(accounts) ? NOTHING_TO_PUT_ON_RECORD : null)
  );
}

/** @param closing what was closed; null: the spreadsheet refused it. */
function closedAnswer(answer: RunAnswer, closing: Closing | null, isWithoutRows: boolean): RunAnswer {
  if (answer.status === 'stopped') return answer;
  return closing === null
    ? { ...answer, missing: [...answer.missing, ...answer.refused], refused: [] }
    : { ...answer, closed: closing.months, closedWithoutRows: isWithoutRows };
}

/** The new glance of the sidebar; null: no pledge was computed, so the sidebar keeps the old one. */
function newGlance(
  book: Book,
  findings: readonly ListedFinding[],
  { isOffice, inputs }: ReadBook,
  { action, startedBy }: RunOrder,
  { timestamp: when }: RunLine,
): Reported['glance'] {
  const { shown, accounts } = book;
  const report = shown?.computed.report ?? null;
  if (shown === null || report === null) return null;
  const { names } = shown.computed.read;
  const pledge = shown.listed?.number ?? null;
  const own = isOffice ? findings.filter((finding) => finding.pledge === pledge) : findings;
  return (seconds) =>
    glanceOf(report, own, accounts, {
      run: { when, action, startedBy, seconds },
      inputs: inputs(),
      names,
      office: glanceOffice(book, findings, names),
    });
}

function closingPledge({ listed, computed }: BookPledge) {
  return { number: listed?.number ?? null, computed };
}

function seenPledge({ listed, computed }: BookPledge): SeenPledge {
  return { key: listed?.key ?? null, seen: computed.history, records: computed.read.records };
}

function refusalFinding({ tab, part, reason }: Refusal): Finding {
  return { problem: { code: 'tab-refused', tabName: OUTPUT_TABS[tab], part, reason }, place: null };
}

/** The tabs that a closing writes to. */
const CLOSING_TABS: ReadonlySet<OutputTab> = new Set(['monthlyRecords', 'monthlyRows']);

const NO_TABS: ReadonlySet<string> = new Set();
const HIDDEN_ROWS_UNKNOWN: Finding = { problem: { code: 'hidden-rows-unknown' }, place: null };
