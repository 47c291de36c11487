/**
 * 지난달 마감: recalculates everything as of the last day of last month, and writes that month and any missed
 * months before it into 월별기록.
 */
import { type IsoDate, lastDayOfPreviousMonth, monthTextOf } from '../../domain/date.ts';
import { holdsNothing } from '../../domain/row-account.ts';
import { monthName } from '../../sheets/names.ts';
import { accountsByName, leftOutText } from '../../sheets/output/results/row-account-line.ts';
import { objectParticle, topicParticle } from '../../sheets/particles.ts';
import { shownDate } from '../../sheets/raw.ts';
import { type StoppedAnswer, stopped, underLock } from '../answers.ts';
import { computeBook } from '../compute/compute-book.ts';
import { zoneWarning } from '../foreign-zone.ts';
import type { Environment } from '../ports.ts';
import { run } from '../run/run.ts';
import { ROWS_NOT_KEPT, type RunAnswer } from '../run/run-answer.ts';
import type { StartedBy } from '../run/run-log.ts';
import { rawTabs } from '../workbook-tabs.ts';
import { NOTHING_TO_PUT_ON_RECORD } from './close-months.ts';
import { noteMonthlyOutcome, removeOutdatedTriggers } from './monthly-run.ts';

export type CloseAnswer =
  | {
      readonly status: 'done';
      /** The months closed by this call; empty: the last month was closed already. */
      readonly months: readonly string[];
      readonly message: string;
    }
  | StoppedAnswer;

/** The question before closing, with what the record would lack; or why there is nothing to close. */
export type CloseQuestion = { readonly status: 'asked'; readonly question: string } | StoppedAnswer;

export function closeQuestion(environment: Environment): CloseQuestion {
  const { workbook, clock } = environment;
  const today = clock.today();
  const last = lastDayOfPreviousMonth(today);
  const { accounts, findings } = computeBook(rawTabs(workbook), { requestedAsOf: last, today, pledge: null });
  if (holdsNothing(accounts)) return stopped(NOTHING_TO_PUT_ON_RECORD);
  const leftOut = leftOutText(accountsByName(accounts), findings);
  const missing =
    leftOut === null
      ? ''
      : `${leftOut}이 있습니다. 그대로 마감하면 그만큼 빠진 숫자가 남습니다. 먼저 고치려면 취소를 누르고 점검 탭을 보세요.\n`;
  return { status: 'asked', question: `${zoneWarning(clock)}${missing}${closingText(last)}` };
}

function closingText(last: IsoDate): string {
  return `${shownDate(last)} 기준으로 결과 탭을 모두 새로 쓰고, ${monthName(monthTextOf(last))}을 월별기록에 적습니다. 빠뜨린 달이 있으면 함께 적습니다. 한번 적은 달은 바꾸지 않습니다. 계속할까요?`;
}

/** Closes for the menu, or for a trigger that somebody made on Google's own page. */
export function closeLastMonth(environment: Environment, startedBy: StartedBy): CloseAnswer {
  const answer = close(environment, startedBy);
  environment.screen.toast(answer.status === 'done' ? answer.message : answer.messages.join(' '));
  return answer;
}

/**
 * Closes for the monthly trigger. Nobody is watching, so a failure is noted as the last result of 매월 자동 계산
 * and thrown again: Google then mails the person who turned the monthly run on.
 * @param triggerId id of the trigger that fired; an outdated one is removed, closes nothing and throws. null:
 * called without a trigger, which throws too.
 */
export function closeMonthsByTrigger(environment: Environment, triggerId: string | null): void {
  if (triggerId === null) throw new Error(NO_TRIGGER);
  const refusal = removeOutdatedTriggers(environment, triggerId);
  if (refusal !== null) throw new Error(refusal);
  try {
    const answer = close(environment, 'trigger');
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    noteMonthlyOutcome(environment, answer.message);
  } catch (error) {
    noteMonthlyOutcome(environment, `실패: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}

const NO_TRIGGER =
  '매월 자동 계산이 정한 때에 부르는 기능이어서 직접 실행하면 마감하지 않습니다. 지금 마감하려면 공약장부 메뉴에서 지난달 마감하기를 눌러 주세요.';

function close(environment: Environment, startedBy: StartedBy): CloseAnswer {
  return underLock(
    environment,
    () => {
      const asOf = lastDayOfPreviousMonth(environment.clock.today());
      const answer = run(environment, {
        scope: 'all',
        action: '지난달 마감',
        startedBy,
        requestedAsOf: asOf,
        closing: true,
      });
      return closeAnswer(answer, asOf);
    },
    startedBy,
  );
}

function closeAnswer(answer: RunAnswer, asOf: IsoDate): CloseAnswer {
  const month = monthName(monthTextOf(asOf));
  if (answer.status === 'stopped') return answer;
  if (answer.missing.length > 0) {
    return {
      status: 'stopped',
      messages: [...answer.missing, `그래서 ${month}${objectParticle(month)} 월별기록에 적지 않았습니다.`],
    };
  }
  const { closed: months, closedWithoutRows, refused, result } = answer;
  const closed = months.map(monthName).join(', ');
  const leftOut = leftOutText(result.rows, result.findings);
  const outcome =
    months.length === 0
      ? `${month}${topicParticle(month)} 이미 월별기록에 있습니다. 다시 계산만 했습니다.`
      : `월별기록에 ${closed}${objectParticle(closed)} 적었습니다.${closedWithoutRows ? ` ${ROWS_NOT_KEPT}` : ''}`;
  return {
    status: 'done',
    months,
    message: [
      outcome,
      ...(leftOut === null ? [] : [`${leftOut}이 있습니다(점검 탭 참고).`]),
      ...refused,
      `결과 탭은 모두 ${shownDate(asOf)} 기준입니다. 공약 탭의 기준일이나 오늘로 되돌리려면 전체 다시 계산을 눌러 주세요.`,
    ].join(' '),
  };
}
