/** Messages about a book of many pledges. */
import type { OfficeProblem } from '../../domain/findings/office.ts';
import { INPUT_TAB_NAMES } from '../input/tabs.ts';
import { withCommas } from '../numbers.ts';
import { andParticle, objectParticle, topicParticle } from '../particles.ts';
import { listedBriefly, type Message, quoted } from './wording.ts';

const LIST = INPUT_TAB_NAMES.pledgeList;

export function officeMessage(problem: OfficeProblem): Message {
  switch (problem.code) {
    case 'no-pledge-column':
      return {
        what: `이 탭에 공약번호 열이 없어 ${withCommas(problem.rows)}행이 어느 공약의 것인지 알 수 없습니다. 그래서 한 행도 집계하지 않았습니다.`,
        remedy:
          '맨 오른쪽에 공약번호 열을 더하고 행마다 번호를 적어 주세요. 설정 > 탭 더하기 > 여러 공약이 열을 만들어 줍니다.',
      };
    case 'doubled-pledge-number':
      return {
        what: `공약번호 ${quoted(problem.found)}${topicParticle(problem.found)} ${problem.firstRow}행에도 있어 이 행의 공약을 쓰지 않았습니다.`,
        remedy: '두 행 가운데 번호가 틀린 쪽을 고쳐 주세요.',
      };
    case 'spelt-otherwise':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} 위에 적힌 ${quoted(problem.meant)}${andParticle(problem.meant)} 같은 이름으로 보고 함께 모았습니다.`,
        remedy: '같은 이름이면 하나로 맞추어 적고, 다른 이름이면 서로 다르게 고쳐 주세요.',
      };
    case 'settings-of-a-pledge': {
      const items = listedBriefly(problem.items);
      return {
        what: `공약 탭의 ${items}${topicParticle(items)} 한 공약의 값이어서 쓰지 않았습니다. 여러 공약을 담은 장부에서는 ${LIST} 탭의 값을 씁니다.`,
        remedy: `${LIST} 탭에 옮겨 적었으면 공약 탭에서는 지워도 됩니다.`,
      };
    }
  }
}
