/** Messages about indicators and their results. */
import type { Place } from '../../domain/finding.ts';
import type { IndicatorProblem } from '../../domain/findings/indicator.ts';
import { indicatorKindName, RESULT_KINDS } from '../names.ts';
import { percentText, withCommas } from '../numbers.ts';
import { objectParticle, topicParticle } from '../particles.ts';
import { shownDate } from '../raw.ts';
import { listed, listedBriefly, type Message, quoted } from './wording.ts';

export function indicatorMessage(problem: IndicatorProblem, place: Place | null, leftOut: string): Message {
  switch (problem.code) {
    case 'sum-of-percents':
      return {
        what: `단위가 ${quoted(problem.found)}인 지표는 더할 수 없어 이행률을 내지 않았습니다. 40%와 50%를 더해도 90%를 이룬 것이 아닙니다.`,
        remedy: '마지막 값이 지금의 값이면 집계에 현재값이라고 적어 주세요.',
      };
    case 'second-indicator-of-meetings':
      return {
        what: `소통으로 세는 지표는 하나뿐이어서 ${quoted(problem.found)}${topicParticle(problem.found)} 쓰지 않았습니다.`,
        remedy: '이 지표의 집계를 누적이나 현재값으로 고치고 값은 실적기록에 적어 주세요.',
      };
    case 'indicator-not-named':
      return {
        what: `어느 지표의 행인지 적혀 있지 않아 ${leftOut}.`,
        remedy: indicatorToName(problem),
      };
    case 'result-of-meetings':
      return {
        what: `소통으로 세는 지표의 값은 소통기록에서 세므로 ${leftOut}.`,
        remedy: `소통이면 소통기록에 적어 주세요. 실적기록에 적을 지표이면 공약 탭(또는 지표 탭)의 집계에 ${RESULT_KINDS.map(indicatorKindName).join(', ')} 가운데 하나를 적어 주세요.`,
      };
    case 'sum-for-a-part':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 그날까지를 모두 더한 수로 보여 ${leftOut}. 누적 지표는 행의 값을 더합니다.`,
        remedy:
          '그날 새로 늘어난 수만 숫자로 적어 주세요. 늘 모두 더한 수를 적는 지표이면 집계를 현재값으로 고쳐 주세요.',
      };
    case 'percent-above-hundred':
      return {
        what: `값 ${quoted(problem.found)}${topicParticle(problem.found)} 100%를 넘습니다. 적힌 대로 썼습니다.`,
        remedy: '맞는 값인지 확인해 주세요.',
      };
    case 'doubled-result':
      return {
        what: `${problem.firstRow}행과 지표·날짜·값·내용이 같습니다. 같은 실적을 두 번 적었을 수 있으나 둘 다 읽었습니다.`,
        remedy: '같은 실적이면 한 행을 지워 주세요.',
      };
    case 'values-of-one-day': {
      const values = problem.rows.map(({ row, value }) => `${withCommas(value)}(${row}행)`);
      return {
        what: `같은 날의 값이 여럿입니다: ${listed(values)}. 맨 아래 행의 값을 썼습니다.`,
        remedy:
          '그날의 맞는 값 하나만 남기거나 날짜를 고쳐 주세요. 그대로 두면 행을 정렬할 때 숫자가 달라질 수 있습니다.',
      };
    }
    case 'target-of-stated-percent':
      return {
        what: `자체평가는 100% 가운데 얼마인지를 적으므로 최종목표 ${withCommas(problem.target)}${topicParticle(String(problem.target))} 쓰지 않았습니다.`,
        remedy:
          place?.tab === 'planChanges'
            ? '공약변경에서 이 최종목표의 행을 지우거나, 집계를 현재값으로 고쳐 주세요.'
            : '최종목표를 비우거나, 집계를 현재값으로 고쳐 주세요.',
      };
    case 'indicator-without-rate':
      return {
        what: `${problem.name === '' ? '공약 탭의 지표' : `지표 ${quoted(problem.name)}`}에는 이행률이 없어 지표들의 평균에서 뺐습니다. ${LACKS[problem.lacks].what}`,
        remedy: LACKS[problem.lacks].remedy,
      };
    case 'indicator-without-rows':
      return {
        what: `${problem.name === '' ? '공약 탭의 지표' : `지표 ${quoted(problem.name)}`}에는 실적도 연차목표도 한 행 없이 ${percentText(problem.percent)}로 지표들의 평균에 들어갑니다. 지표 탭의 지표(${listedBriefly(problem.others)})와는 다른 지표로 셌습니다.`,
        remedy: `같은 지표를 다르게 부른 것이면 공약 탭의 확인지표·집계·지표단위·기준값·최종목표를 비워 지표 탭의 것만 남겨 주세요. 다른 지표이면 ${problem.isOfMeetings ? '소통기록에 소통을' : '실적기록에 이 지표의 값을'} 적어 주세요.`,
      };
    case 'target-within-baseline':
      return {
        what: `최종목표 ${withCommas(problem.target)}${topicParticle(String(problem.target))} 기준값 ${withCommas(problem.baseline)}보다 크지 않습니다. 누적은 기준값에 실적을 더하므로 실적이 없어도 이룬 것이 되어, 이행률을 내지 않았습니다.`,
        remedy:
          '줄여 가는 지표이면 집계를 현재값으로 고쳐 주세요. 아니면 기준값과 최종목표를 확인해 주세요. 기준값까지 더한 수를 최종목표에 적습니다.',
      };
    case 'baseline-of-meetings':
      return {
        what: `소통으로 세는 지표에는 기준값이 없어 ${quoted(String(problem.baseline))}${objectParticle(String(problem.baseline))} 더하지 않았습니다.`,
        remedy:
          '지난 실적이면 소통기록에 분류를 이월로 적어 주세요. 기준값부터 더하는 지표이면 집계에 누적이라고 적어 주세요.',
      };
    case 'stated-rate-undated':
      return {
        what: `적힌 이행률 ${percentText(problem.percent)}${topicParticle('%')} 언제부터의 값인지 알 수 없어 ${shownDate(problem.asOf)} 기준에도 그대로 썼습니다.`,
        remedy: '그때의 이행률이 달랐으면 공약변경 탭에 날짜와 함께 적어 주세요.',
      };
  }
}

/** How a row can say which indicator it is about. */
function indicatorToName({
  names,
  isOneNameless,
}: Extract<IndicatorProblem, { code: 'indicator-not-named' }>): string {
  if (names.length === 0) return '공약 탭의 집계를 고치면 읽습니다.';
  return isOneNameless
    ? `공약 탭의 지표이면 공약 탭의 확인지표에 이름을 적고 지표 칸에도 그 이름을 적어 주세요. 지표 탭의 지표이면 지표 칸에 ${listed(names)}${names.length > 1 ? ' 가운데 하나를' : objectParticle(names[0] ?? '')} 적어 주세요.`
    : `지표 칸에 ${listed(names)}${names.length > 1 ? ' 가운데 하나를' : objectParticle(names[0] ?? '')} 적어 주세요.`;
}
const LACKS: Readonly<
  Record<Extract<IndicatorProblem, { code: 'indicator-without-rate' }>['lacks'], Message>
> = {
  target: { what: '최종목표가 없습니다.', remedy: '최종목표를 적으면 평균에 들어갑니다.' },
  value: { what: '아직 값이 없습니다.', remedy: '실적기록에 값을 적으면 평균에 들어갑니다.' },
  difference: {
    what: '기준값과 최종목표 사이에 이룰 것이 없습니다.',
    remedy: '기준값과 최종목표를 확인해 주세요. 맞으면 그대로 두어도 됩니다.',
  },
};
