/** 지난달 마감: everything as of the end of last month, and that month, with those missed before it, into 월별기록. */
import { lastDayOfPreviousMonth, monthOf, monthTextOf, yearOf } from '../../domain/date.ts';
import { shownDate } from '../../sheets/raw.ts';
import { zoneWarning } from '../foreign-zone.ts';
import type { Clock, Environment } from '../ports.ts';
import { BUSY, TRIGGER_LOCK_WAIT_MS } from '../ports.ts';
import { ROWS_NOT_KEPT, type RunAnswer, run } from '../run/run.ts';
import type { StartedBy } from '../run/run-log.ts';
import { noteMonthlyOutcome, refusalOfTrigger } from './monthly-run.ts';

export type CloseAnswer =
  | {
      readonly status: 'done';
      /** The months that were closed now; none where the last one was closed already. */
      readonly months: readonly string[];
      readonly message: string;
    }
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

/** Asked before a month is put on record. */
export function closeQuestion(clock: Clock): string {
  const last = lastDayOfPreviousMonth(clock.today());
  return `${zoneWarning(clock)}${shownDate(last)} 기준으로 결과 탭을 모두 새로 쓰고, ${yearOf(last)}년 ${monthOf(last)}월을 월별기록에 적습니다. 빠뜨린 달이 있으면 함께 적습니다. 한번 적은 달은 나중에 바꾸지 않습니다. 계속할까요?`;
}

/** From the menu, or by a trigger that somebody made on Google's own page. */
export function closeLastMonth(environment: Environment, startedBy: StartedBy): CloseAnswer {
  const answer = closed(environment, startedBy);
  environment.screen.toast(answer.status === 'done' ? answer.message : answer.messages.join(' '));
  return answer;
}

/**
 * By the clock, where nobody looks. What went wrong stands in the run log and is thrown again, so that Google sends its mail to whoever
 * turned the monthly run on.
 * @param triggerId of the trigger that fired; one that is no longer the current one goes away, and closes nothing; null: none fired.
 */
export function closeMonthsByTrigger(environment: Environment, triggerId: string | null): void {
  if (triggerId === null) throw new Error(NO_TRIGGER);
  const refusal = refusalOfTrigger(environment, triggerId);
  if (refusal !== null) throw new Error(refusal);
  try {
    const answer = closed(environment, 'trigger');
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    noteMonthlyOutcome(environment, answer.message);
  } catch (error) {
    noteMonthlyOutcome(environment, `실패: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}

const NO_TRIGGER =
  '매월 자동 계산이 정한 때에 부르는 기능이어서 직접 실행하면 마감하지 않습니다. 지금 마감하려면 공약장부 메뉴에서 지난달 마감하기를 눌러 주세요.';

/** Of two people the second is told at once. */
function closed(environment: Environment, startedBy: StartedBy): CloseAnswer {
  const { lock, clock } = environment;
  if (!lock.take(startedBy === 'trigger' ? TRIGGER_LOCK_WAIT_MS : 0))
    return { status: 'stopped', messages: [BUSY] };
  try {
    const asOf = lastDayOfPreviousMonth(clock.today());
    const answer = run(environment, {
      scope: 'all',
      action: '지난달 마감',
      startedBy,
      requestedAsOf: asOf,
      closing: true,
    });
    return closeAnswer(answer, monthTextOf(asOf));
  } finally {
    lock.release();
  }
}

function closeAnswer(answer: RunAnswer, month: string): CloseAnswer {
  if (answer.status === 'stopped') return answer;
  if (answer.missing.length > 0) {
    return {
      status: 'stopped',
      messages: [...answer.missing, `그래서 ${month}을 월별기록에 적지 않았습니다.`],
    };
  }
  const { closed: months, closedWithoutRows, refused } = answer;
  const outcome =
    months.length === 0
      ? `${month}은 이미 월별기록에 있습니다. 다시 계산만 했습니다.`
      : `월별기록에 ${months.join(', ')}을 적었습니다.${closedWithoutRows ? ` ${ROWS_NOT_KEPT}` : ''}`;
  return { status: 'done', months, message: [outcome, ...refused].join(' ') };
}
