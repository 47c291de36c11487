/** Messages about plan changes. */
import type { PlanChangeProblem } from '../../domain/findings/plan-change.ts';
import { IMPLEMENTATION_STATUSES, isOwnWord } from '../../domain/words.ts';
import { PLAN_ITEM_NAMES, TARGET_OF_YEAR } from '../input/plan-changes/plan-items.ts';
import { implementationStatusName } from '../names.ts';
import { percentText, withCommas, won } from '../numbers.ts';
import { objectParticle, topicParticle } from '../particles.ts';
import { likeness, listed, type Message, quoted } from './wording.ts';

export function planChangeMessage(problem: PlanChangeProblem, leftOut: string): Message {
  switch (problem.code) {
    case 'unknown-plan-item':
      if (problem.split !== undefined) {
        const { name, item } = problem.split;
        return {
          what: `항목 ${quoted(problem.found)}에 지표의 이름이 함께 있어 ${leftOut}.`,
          remedy: `지표 열에 ${quoted(name)}, 항목 열에 ${quoted(item)}${objectParticle(item)} 나누어 적어 주세요. 지표 열이 없으면 만들어 주세요.`,
        };
      }
      if (problem.nearest === TARGET_OF_YEAR) {
        return {
          what: `항목 ${quoted(problem.found)}에 연도가 없어 어느 해의 목표인지 알 수 없으므로 ${leftOut}.`,
          remedy: `연도를 붙여 적어 주세요. 예: ${TARGET_OF_YEAR} 2025`,
        };
      }
      return {
        what: `항목 ${quoted(problem.found)}${topicParticle(problem.found)} 계획을 바꿀 수 있는 항목이 아니어서 ${leftOut}.${likeness(problem.nearest)}`,
        remedy: `항목에는 ${listed(PLAN_ITEM_NAMES)} 가운데 하나를 적어 주세요.`,
      };
    case 'plan-change-off-last':
      return {
        what: `${quoted(problem.item)}의 당초는 ${quoted(problem.found)}인데, 바로 앞 변경(${problem.earlierRow}행)의 변경은 ${quoted(problem.earlier)}입니다.`,
        remedy: '두 칸 가운데 틀린 쪽을 고치거나, 그 사이에 빠진 변경이 있으면 행을 더해 주세요.',
      };
    case 'plan-change-off-today':
      if (problem.isComing) {
        return {
          what: `${quoted(problem.item)}의 이 변경은 아직 오지 않았고 ${quoted(problem.found)}에서 바뀝니다. 지금 적는 탭에는 ${nowText(problem)}입니다.`,
          remedy:
            '적는 탭에는 변경일까지 지금의 계획을 그대로 두어 주세요. 당초가 틀렸으면 이 칸을, 날짜가 틀렸으면 일자를 고쳐 주세요.',
        };
      }
      return {
        what: `${quoted(problem.item)}의 마지막 변경은 ${quoted(problem.found)}인데, 지금 적는 탭에는 ${nowText(problem)}입니다.`,
        remedy:
          '적는 탭의 값을 변경한 대로 고치거나, 이 칸을 고쳐 주세요. 적는 탭에는 지금 시행되는 계획을 적습니다.',
      };
  }
}

function nowText({ kind, now }: Extract<PlanChangeProblem, { code: 'plan-change-off-today' }>): string {
  if (now === null) return '빈칸';
  switch (kind) {
    case 'totalCost':
      return won(Number(now));
    case 'statedPercent':
      return percentText(Number(now));
    case 'endYear':
      return `${now}년`;
    case 'status': {
      const text = String(now);
      const status = isOwnWord(text) ? text : IMPLEMENTATION_STATUSES.find((one) => one === text);
      return quoted(status === undefined ? text : implementationStatusName(status));
    }
    case 'name':
    case 'department':
      return quoted(String(now));
    case 'finalTarget':
    case 'target':
      return withCommas(Number(now));
  }
}
