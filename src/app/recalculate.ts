/** Recalculation on request: one run under the lock, and its result as a toast. */
import { isoDateFrom } from '../domain/date.ts';
import { percentText, withCommas } from '../sheets/numbers.ts';
import { findingCounts } from '../sheets/output/results/audit-grid.ts';
import { shownBriefly } from '../sheets/personal-data.ts';
import { BUSY, stopped, underLock } from './answers.ts';
import { answerTo, callerOf, textIn } from './given.ts';
import type { Environment } from './ports.ts';
import type { IndicatorResult, PledgeResult } from './result/pledge-result.ts';
import type { Scope } from './run/plan-writes.ts';
import { run } from './run/run.ts';
import type { RunAnswer } from './run/run-answer.ts';
import type { StartedBy } from './run/run-log.ts';

const ACTION_NAMES: Record<Scope, string> = {
  all: '전체 다시 계산',
  meetings: '소통 누적 다시 계산',
  suggestions: '건의사항 현황 다시 계산',
  budget: '예산 집행 다시 계산',
  report: '기준일을 정해 보고서 만들기',
};

/**
 * Recomputes the result tabs of a scope for an entry point of `main.ts`. A stopped run throws for a trigger.
 * @param given a date as {@link recalculate} takes it, nothing, or a trigger event.
 */
export function recalculateAsked(
  environment: Environment,
  scope: Scope,
  given: unknown,
  pledge?: unknown,
): RunAnswer {
  const startedBy = callerOf(given);
  const asOf = startedBy === 'trigger' ? null : (given ?? null);
  return answerTo(
    given,
    recalculate(environment, scope, asOf, startedBy, typeof pledge === 'string' ? pledge : null),
  );
}

/**
 * Recomputes the result tabs of a scope.
 * @param asOf `yyyy-mm-dd`; null: the date in the settings, or today if blank there. Anything else stops the
 * run.
 * @param startedBy what started the run.
 * @param pledge number of the pledge that the detail tabs show; null: the one chosen with 이 공약 보기.
 * @param isKept whether the detail tabs keep showing that pledge in later runs.
 */
export function recalculate(
  environment: Environment,
  scope: Scope,
  asOf: unknown,
  startedBy: StartedBy = 'menu',
  pledge: string | null = null,
  isKept = false,
): RunAnswer {
  const requestedAsOf = isoDateFrom(textIn(asOf));
  const order = {
    scope,
    action: ACTION_NAMES[scope],
    startedBy,
    requestedAsOf,
    closing: false,
    ...(pledge === null ? {} : { pledge, isKept }),
  };
  const tell = (answer: RunAnswer) => {
    environment.screen.toast(toastOf(answer));
    return answer;
  };
  if (asOf !== null && requestedAsOf === null)
    return tell(stopped(`기준일${unreadText(asOf)} 2024-03-31처럼 적어 주세요.`));
  const answer = underLock(environment, () => tell(run(environment, order)), startedBy);
  return answer === BUSY ? tell(answer) : answer;
}

function unreadText(asOf: unknown): string {
  return typeof asOf === 'string'
    ? ` '${shownBriefly(asOf)}'은(는) 날짜가 아닙니다.`
    : '을 읽을 수 없습니다.';
}

/** `소통 108회 / 200회 (54%) · 건의 606건 · 집행률 21.1% · 오류 0건 · 경고 0건 · 알림 30건` */
export function toastOf(answer: RunAnswer): string {
  if (answer.status === 'stopped') return answer.messages.join(' ');
  const { pledge, pledges, overview, suggestions, budget, findings } = answer.result;
  // Without figures, only the next thing to do is said.
  const next = findings.find(({ code }) => code === 'nothing-typed');
  if (
    next !== undefined &&
    pledges.every((pledge) => pledge.indicators.every(({ value }) => (value ?? 0) === 0)) &&
    (suggestions?.total ?? 0) === 0
  )
    return next.message;
  const shown = (percent: number | null) => (percent === null ? '-' : percentText(percent));
  const parts = [
    ...(pledges.length > 1
      ? [
          `공약 ${withCommas(overview.pledges)}건`,
          `평균 이행률 ${shown(overview.meanRatePercent)}`,
          pledge === null ? null : `상세 탭은 공약 ${pledge.number ?? ''}`,
        ]
      : [
          ...pledges.flatMap(pledgeTexts),
          suggestions === null ? null : `건의 ${withCommas(suggestions.total)}건`,
          budget === null ? null : `집행률 ${shown(budget.ratePercent)}`,
        ]),
    findingCounts(findings),
    ...answer.missing,
    ...answer.refused,
    ...findings
      .filter(({ code }) => code === 'output-tab-not-ours' || code === 'nothing-typed')
      .map(({ message }) => message),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** One text for each indicator; with several, also the pledge's implementation rate. */
function pledgeTexts({ indicators, ratePercent }: PledgeResult): readonly string[] {
  const isOneOfSeveral = indicators.length > 1;
  return [
    ...indicators.map((indicator) => indicatorText(indicator, isOneOfSeveral)),
    ...(isOneOfSeveral && ratePercent !== null ? [`이행률 ${percentText(ratePercent)}`] : []),
  ];
}

/** `소통 108회 / 200회 (54%)`. One of several: `마을쉼터 26개소 / 30개소 (86%)`. Without a target: only the value. */
function indicatorText(
  { name: ofIndicator, kind, unit, value, target, ratePercent }: IndicatorResult,
  isOneOfSeveral: boolean,
): string {
  const ofKind = kind === '누적' ? '실적' : kind;
  const name = isOneOfSeveral ? (ofIndicator ?? ofKind) : ofKind;
  const reached = `${name} ${value === null ? '–' : `${withCommas(value)}${unit}`}`;
  if (target === null) return reached;
  return `${reached} / ${withCommas(target)}${unit}${ratePercent === null ? '' : ` (${percentText(ratePercent)})`}`;
}
