/** "Recalculate": from the plain tabs to the result tabs, in the eight steps of the house. */
import { type IsoDate, isoDateFrom } from '../domain/date.ts';
import type { Report } from '../domain/report.ts';
import type { RowAccounts } from '../domain/row-account.ts';
import { RECORD_TABS } from '../domain/tabs.ts';
import type { ReadResult } from '../sheets/input/read-records.ts';
import { counted } from '../sheets/messages.ts';
import { findingCounts } from '../sheets/output/audit-grid.ts';
import { type ListedFinding, listedFindings } from '../sheets/output/listed-finding.ts';
import type { OutputTab } from '../sheets/output/tabs.ts';
import { computed, foreignTabsAmong, rawTabs, staffTabNames, withHiddenRows } from './compute.ts';
import { plannedGrids, type Scope, tabsOfScope } from './plan-writes.ts';
import { type Environment, OutOfTime, type WritePlan } from './ports.ts';
import { type RunLine, runLine } from './run-line.ts';
import { RUN_LOG_LAYOUT, type Starter, UNFINISHED_MARK } from './run-log.ts';
import { type MeetingResult, type RunResult, runResultOf } from './run-result.ts';
import { statusHistory } from './status-history.ts';

/** What an action answers to whoever called it: a person at the menu, the sidebar, the command line. */
export type RunAnswer =
  | {
      readonly status: 'done';
      readonly result: RunResult;
      /** A sentence for each result that could not be computed, because a tab or heading is missing. */
      readonly missing: readonly string[];
    }
  /** Nothing was computed; each message says why and what to do. */
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

const ACTION_NAMES: Record<Scope, string> = {
  all: '전체 다시 계산',
  meetings: '소통 누적 다시 계산',
  suggestions: '건의사항 현황 다시 계산',
  budget: '예산 집행 다시 계산',
  report: '기준일을 정해 보고서 만들기',
};

/**
 * Recomputes the result tabs of a scope.
 * @param asOfText `yyyy-mm-dd`, or null for the date in the settings, or today where those leave it blank.
 */
export function recalculate(environment: Environment, scope: Scope, asOfText: string | null): RunAnswer {
  const { lock, screen } = environment;
  const asked = asOfText === null ? null : isoDateFrom(asOfText);
  if (asOfText !== null && asked === null) {
    return stopped(environment, [`기준일 '${asOfText}'은(는) 날짜가 아닙니다. 2024-03-31처럼 적어 주세요.`]);
  }
  if (!lock.take()) {
    return stopped(environment, ['다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.']);
  }
  try {
    const answer = run(environment, { scope, action: ACTION_NAMES[scope], starter: 'person', asked });
    screen.toast(toastOf(answer));
    return answer;
  } finally {
    lock.release();
  }
}

interface RunOrder {
  readonly scope: Scope;
  readonly action: string;
  readonly starter: Starter;
  readonly asked: IsoDate | null;
}

/** The eight steps. Whatever breaks them off, the run log says how far they came, and no tab looks finished that is not. */
function run(environment: Environment, order: RunOrder): RunAnswer {
  const { workbook } = environment;
  const foreign = foreignTabsAmong(workbook, [...tabsOfScope(order.scope), ...RECORD_TABS, 'runLog']);
  const line = runLine(environment, order, foreign.has('runLog') ? null : workbook.log(RUN_LOG_LAYOUT));
  try {
    const { answer, plan, written, remember } = planned(environment, order, foreign, line);
    line.begin(written);
    workbook.write(plan);
    remember();
    line.end(outcomeOf(answer));
    workbook.flush();
    return answer;
  } catch (error) {
    line.breakOff(error);
    if (error instanceof OutOfTime) return { status: 'stopped', messages: [error.message] };
    throw error;
  }
}

interface Planned {
  readonly answer: RunAnswer;
  readonly plan: WritePlan;
  readonly written: readonly OutputTab[];
  /** Appends what later runs will want to know. */
  remember(): void;
}

/** Everything that a run finds out before it writes anything. */
function planned(
  { workbook, clock, pace }: Environment,
  { scope, asked }: RunOrder,
  foreign: ReadonlySet<OutputTab>,
  line: RunLine,
): Planned {
  const today = clock.today();
  const tabs = rawTabs(workbook, pace);
  const hidden = foreign.has('runLog') ? NO_TABS : workbook.tabsWithHiddenRows(RUN_LOG_LAYOUT);
  const history = statusHistory(workbook, foreign);
  pace.step('계산');
  const { read, asOf, report, findings, accounts } = computed(withHiddenRows(tabs, hidden), asked, today, {
    foreign,
    tabNames: staffTabNames(workbook),
    history: history.changes,
    findings: history.findings,
  });
  line.found({ asOf: report === null ? '' : asOf, accounts, findings });
  pace.step('결과 쓰기');
  const grids = plannedGrids(scope, report, findings, accounts, foreign);
  return {
    answer: answerOf(read, report, findings, accounts),
    plan: { asOf, unfinished: foreign.has('runLog') ? null : UNFINISHED_MARK, grids },
    written: grids.map(({ tab }) => tab),
    remember: () => history.appendSince(read.records.suggestions ?? [], today),
  };
}

const NO_TABS: ReadonlySet<string> = new Set();

function answerOf(
  { asOfFinding, headings }: ReadResult,
  report: Report | null,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
): RunAnswer {
  const missing = findings.filter(({ code }) => code === 'missing-tab' || code === 'missing-heading');
  if (report !== null) {
    return {
      status: 'done',
      result: runResultOf(report, accounts, findings),
      missing: missing.map(sentenceOf),
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

function stopped({ screen }: Environment, messages: readonly string[]): RunAnswer {
  screen.toast(messages.join(' '));
  return { status: 'stopped', messages };
}

function outcomeOf(answer: RunAnswer): string {
  if (answer.status === 'stopped') return `계산하지 못함: ${answer.messages.join(' ')}`;
  return answer.missing.length === 0 ? '마침' : `일부만 계산함: ${answer.missing.join(' ')}`;
}

/** `소통 108회 / 200회 (54%) · 건의 606건 · 집행률 21.1% · 오류 0건 · 경고 0건 · 알림 30건` */
function toastOf(answer: RunAnswer): string {
  if (answer.status === 'stopped') return answer.messages.join(' ');
  const { pledge, meetings, suggestions, budget, findings } = answer.result;
  const shown = (percent: number | null) => (percent === null ? '-' : `${percent}%`);
  const parts = [
    meetings === null ? null : meetingsToast(meetings, pledge.unit),
    suggestions === null ? null : `건의 ${counted(suggestions.total)}건`,
    budget === null ? null : `집행률 ${shown(budget.ratePercent)}`,
    findingCounts(findings),
    ...answer.missing,
    ...findings.filter(({ code }) => code === 'output-tab-not-ours').map(({ message }) => message),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** `소통 108회 / 200회 (54%)`; without a target only what was held. */
function meetingsToast({ cumulative, target, ratePercent }: MeetingResult, unit: string): string {
  const held = `소통 ${counted(cumulative)}${unit}`;
  if (target === null) return held;
  return `${held} / ${counted(target)}${unit}${ratePercent === null ? '' : ` (${ratePercent}%)`}`;
}
