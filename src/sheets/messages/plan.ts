/** Messages about yearly targets and the schedule. */
import type { PlannedIndicator, PlanProblem } from '../../domain/findings/plan.ts';
import { isSum } from '../../domain/indicators/indicator.ts';
import { indicatorWords } from '../indicator-kind-words.ts';
import { INPUT_TAB_NAMES } from '../input/tabs.ts';
import { withCommas } from '../numbers.ts';
import { subjectParticle, topicParticle, towardParticle } from '../particles.ts';
import { shownDate } from '../raw.ts';
import { type Message, oppositeSide, quarterName, quoted } from './wording.ts';

export function planMessage(problem: PlanProblem): Message {
  switch (problem.code) {
    case 'doubled-year':
      return {
        what: `${problem.found}년이 ${problem.firstRow}행에 이미 있어 이 행을 쓰지 않았습니다.`,
        remedy: '연도마다 한 행만 남겨 주세요.',
      };
    case 'plan-ends-off-target':
      return {
        what: `${nameOf(problem)}최종목표는 ${withCommas(problem.finalTarget)}인데 마지막 해(${problem.year}년)의 누적목표는 ${withCommas(problem.planned)}입니다.`,
        remedy:
          problem.targetTab === 'planChanges'
            ? `이 날짜의 최종목표는 공약변경 탭에서 읽었습니다. 그때의 누적목표도 달랐으면 공약변경 탭에 '누적목표 ${problem.year}'의 행을 더해 주세요.`
            : `${INPUT_TAB_NAMES[problem.targetTab ?? 'pledge']} 탭의 최종목표와 연차목표 가운데 틀린 쪽을 고쳐 주세요.`,
      };
    case 'yearly-targets':
      return {
        what: `${nameOf(problem)}연차목표를 모두 더하면 최종목표 ${withCommas(problem.finalTarget)}${subjectParticle(String(problem.finalTarget))} 됩니다. 그해까지의 목표가 아니라 해마다의 목표를 적은 것으로 보입니다. 지금은 마지막 해의 누적목표를 ${withCommas(problem.planned)}${towardParticle(String(problem.planned))} 읽었습니다.`,
        remedy:
          '연차목표 탭의 누적목표에는 그해까지의 목표를 모두 더한 수를 적어 주세요. 20, 30이면 20, 50입니다.',
      };
    case 'plan-rises':
      return {
        what: `${nameOf(problem)}${problem.year}년 목표 ${withCommas(problem.planned)}${subjectParticle(String(problem.planned))} ${problem.yearBefore}년의 ${withCommas(problem.plannedBefore)}보다 큽니다. 기준값보다 낮추기로 한 지표입니다.`,
        remedy: '낮추기로 한 지표이면 해마다 작아지는 목표를 적고, 아니면 기준값과 최종목표를 확인해 주세요.',
      };
    case 'plan-falls': {
      const [target, remedy] = isSum(problem.about)
        ? ['누적목표', '그해까지의 목표를 모두 더한 수를 적어 주세요.']
        : ['목표', '낮추기로 한 지표이면 공약 탭에 기준값을 적고, 아니면 목표를 확인해 주세요.'];
      return {
        what: `${nameOf(problem)}${problem.year}년 ${target} ${withCommas(problem.planned)}${subjectParticle(String(problem.planned))} ${problem.yearBefore}년의 ${withCommas(problem.plannedBefore)}보다 작습니다.`,
        remedy,
      };
    }
    case 'plan-missed': {
      const [planned, reached] = isSum(problem.about)
        ? ['누적목표', '기록된 누적 실적']
        : ['목표', '그때의 값'];
      return {
        what: `${nameOf(problem)}${problem.year}년 말 ${planned}는 ${withCommas(problem.planned)}인데 ${reached}은 ${withCommas(problem.reached)}입니다.`,
        remedy: '빠진 기록이 없는지 확인해 주세요. 빠진 것이 없으면 목표에 못 미친 것입니다.',
      };
    }
    case 'plan-outrun':
      return {
        what: `${nameOf(problem)}${problem.year}년 ${indicatorWords(problem.about).planned}는 ${withCommas(problem.planned)}인데 ${problem.yearBefore}년 말에 이미 ${withCommas(problem.reached)}에 이르렀습니다.`,
        remedy: '실적이 맞으면 목표를 올릴지 검토해 주세요.',
      };
    case 'scheduled-quarter-missed':
      return {
        what: `${quarterName(problem)}에 하기로 한 ${quoted(problem.name)}의 기록이 없습니다.`,
        remedy: '열었으면 소통기록에 적어 주세요. 열지 않았으면 그대로 두어도 됩니다.',
      };
    case 'held-early':
      return {
        what: `${quoted(problem.name)}${topicParticle(problem.name)} 일정보다 이른 ${quarterName(problem)}에 열렸습니다.`,
        remedy: '날짜와 분류가 맞으면 그대로 두어도 됩니다.',
      };
    case 'held-late':
      return {
        what: `${quoted(problem.name)}${topicParticle(problem.name)} 일정보다 늦은 ${quarterName(problem)}에 열렸습니다.`,
        remedy: '날짜와 분류가 맞으면 그대로 두어도 됩니다.',
      };
    case 'held-unplanned':
      return {
        what: `${quoted(problem.name)}${topicParticle(problem.name)} 일정에 없는 ${quarterName(problem)}에 열렸습니다.`,
        remedy: '날짜와 분류가 맞으면 그대로 두어도 됩니다.',
      };
    case 'mark-after-term':
      return {
        what: `${quoted(problem.name)}의 ${quarterName(problem)} 일정은 임기가 끝난(${shownDate(problem.termEnd)}) 뒤입니다.`,
        remedy: '임기 뒤의 계획이 맞는지 확인해 주세요.',
      };
    case 'schedule-without-quarters':
      return {
        what: '추진일정에 연도 열만 있고 분기 열이 없어, 적힌 내용은 연도별로 보여 주고 분기별로는 견주지 않았습니다.',
        remedy: '분기별로 견주려면 2024.1, 2024.2처럼 분기마다 열을 나누어 적어 주세요.',
      };
    case 'category-without-schedule':
      return {
        what: `${quoted(problem.found)} 분류의 소통을 열었는데 추진일정에 그 줄이 없습니다.`,
        remedy: '분류 탭의 추진일정 열에 그 줄의 이름을 적거나, 일정에 없는 소통이면 그대로 두세요.',
      };
    case 'schedule-without-category':
      return {
        what: `추진일정의 ${quoted(problem.found)} 줄에 속하는 분류가 없어 계획과 실적을 견줄 수 없습니다.`,
        remedy: '분류 탭에서 그 줄에 속하는 분류의 추진일정 열에 이름을 적어 주세요.',
      };
    case 'shifted-schedule-row':
      return {
        what: `한 칸 밀림 의심: ${quoted(problem.found)} 줄의 표시는 실제로 연 분기와 하나도 맞지 않고, ${oppositeSide(problem.direction)}으로 한 칸 옮기면 모두 맞습니다.`,
        remedy: '원본과 견주어 표시가 한 칸 밀렸는지 확인해 주세요.',
      };
  }
}

/** Names the indicator at the start of a sentence; empty where the pledge has only one. */
function nameOf({ about: { name } }: { readonly about: PlannedIndicator }): string {
  return name === null ? '' : `지표 ${quoted(name)}: `;
}
