/** "Recalculate": from the plain tabs to the result tabs, in the eight steps of the house. */
import { type IsoDate, isoDateFrom } from '../domain/date.ts';
import type { Report } from '../domain/report.ts';
import type { ReadResult } from '../sheets/input/read-records.ts';
import { counted } from '../sheets/messages.ts';
import { findingCounts } from '../sheets/output/audit-grid.ts';
import { type ListedFinding, listedFindings } from '../sheets/output/listed-finding.ts';
import { OUTPUT_TABS, type OutputTab } from '../sheets/output/tabs.ts';
import { computed, rawTabs, staffTabNames } from './compute.ts';
import { glanceOf, type RunStart } from './glance.ts';
import { inputFingerprint } from './inputs.ts';
import { plannedGrids, type Scope, tabsOfScope } from './plan-writes.ts';
import type { Environment, Workbook } from './ports.ts';
import { runLogPlan } from './run-log.ts';
import { type MeetingResult, type RunResult, runResultOf } from './run-result.ts';

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
 * @param how who asked for it.
 */
export function recalculate(
  environment: Environment,
  scope: Scope,
  asOfText: string | null,
  how: RunStart = 'menu',
): RunAnswer {
  const { lock, screen } = environment;
  const asked = asOfText === null ? null : isoDateFrom(asOfText);
  if (asOfText !== null && asked === null) {
    return stopped(environment, [`기준일 '${asOfText}'은(는) 날짜가 아닙니다. 2024-03-31처럼 적어 주세요.`]);
  }
  if (!lock.take()) {
    return stopped(environment, ['다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.']);
  }
  try {
    const answer = recalculateLocked(environment, scope, asked, how);
    screen.toast(toastOf(answer));
    return answer;
  } finally {
    lock.release();
  }
}

function recalculateLocked(
  environment: Environment,
  scope: Scope,
  asked: IsoDate | null,
  how: RunStart,
): RunAnswer {
  const { workbook, clock, glances } = environment;
  const startedAt = clock.milliseconds();
  const timestamp = clock.timestamp();
  const today = clock.today();

  const foreign = foreignOutputTabs(workbook, scope);
  const raw = rawTabs(workbook);
  const { read, asOf, report, findings, accounts } = computed(
    raw,
    asked,
    today,
    foreign,
    staffTabNames(workbook),
  );

  workbook.write({ asOf, grids: plannedGrids(scope, report, findings, accounts, foreign) });
  const answer = answerOf(read, report, findings);
  const seconds = (clock.milliseconds() - startedAt) / 1000;
  // A report is made for a date of its own; the sidebar keeps to the date of the other tabs.
  if (report !== null && scope !== 'report') {
    const glance = glanceOf(report, findings, accounts, {
      run: { when: timestamp, action: ACTION_NAMES[scope], how, seconds },
      inputs: inputFingerprint(raw),
      changesSinceLastMonth: null,
    });
    glances.keep(JSON.stringify(glance));
  }
  if (!foreign.has('runLog')) {
    workbook.append(
      runLogPlan({
        timestamp,
        action: ACTION_NAMES[scope],
        asOf: report === null ? '' : asOf,
        accounts,
        findings,
        outcome: outcomeOf(answer),
        seconds,
      }),
    );
  }
  workbook.flush();
  return answer;

  function answerOf(
    { asOfFinding }: ReadResult,
    figures: Report | null,
    listed: readonly ListedFinding[],
  ): RunAnswer {
    const missing = listed.filter(({ code }) => code === 'missing-tab' || code === 'missing-heading');
    if (figures !== null) {
      const result = runResultOf(figures, accounts, listed);
      return { status: 'done', result, missing: missing.map(sentenceOf) };
    }
    const reasons = asOfFinding === null ? missing : listedFindings([asOfFinding], read.headings);
    return { status: 'stopped', messages: reasons.map(sentenceOf) };
  }
}

function foreignOutputTabs(workbook: Workbook, scope: Scope): ReadonlySet<OutputTab> {
  const tabs: readonly OutputTab[] = [...tabsOfScope(scope), 'runLog'];
  const names = new Set(workbook.foreignTabs(tabs.map((tab) => OUTPUT_TABS[tab])));
  return new Set(tabs.filter((tab) => names.has(OUTPUT_TABS[tab])));
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
