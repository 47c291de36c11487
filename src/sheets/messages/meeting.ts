/** Messages about rows of meetings. */

import type { Place } from '../../domain/finding.ts';
import type { MeetingProblem } from '../../domain/findings/meeting.ts';
import { withCommas } from '../numbers.ts';
import { objectParticle } from '../particles.ts';
import { type Message, quoted } from './wording.ts';

export function meetingMessage(problem: MeetingProblem, place: Place | null): Message {
  switch (problem.code) {
    case 'no-category':
      return {
        what: '분류가 비어 있어 미분류로 집계했습니다.',
        remedy: '분류를 골라 주세요.',
      };
    case 'count-in-text':
      return {
        what: `글에 ${quoted(problem.found)}${objectParticle(problem.found)} 적었는데 ${place?.tab === 'suggestions' ? '건수' : '횟수'}가 비어 있어 1로 집계했습니다.`,
        remedy: `한 행이 여러 ${place?.tab === 'suggestions' ? '건' : '번'}이면 ${place?.tab === 'suggestions' ? '건수' : '횟수'}에 숫자를 적어 주세요. 하나이면 1을 적어 두면 분명합니다.`,
      };
    case 'doubled-meeting':
      return {
        what: `${problem.firstRow}행과 날짜·분류·장소가 같습니다. 같은 소통을 두 번 적었을 수 있으나 둘 다 집계했습니다.`,
        remedy: '같은 소통이면 한 행을 지워 주세요.',
      };
    case 'people-without-meeting':
      return {
        what: `횟수는 0인데 만난 사람(단체)은 ${withCommas(problem.people)}입니다.`,
        remedy: '횟수에 넣을 소통이면 횟수를 적어 주세요.',
      };
    case 'more-sites-than-meetings':
      return {
        what: `횟수는 ${withCommas(problem.held)}인데 찾은 곳은 ${withCommas(problem.sites)}개소입니다. 하나는 개소를, 하나는 횟수를 센 것일 수 있습니다.`,
        remedy: '횟수와 개소 가운데 무엇을 세는지 확인해 주세요.',
      };
    case 'text-names-another-year':
      return {
        what: `${problem.year}년으로 집계한 행의 글에 ${problem.named}년의 날짜가 적혀 있습니다.`,
        remedy: '해마다 행을 나누어 적거나 날짜를 확인해 주세요.',
      };
    case 'copied-meetings':
      return {
        what: `${problem.year}년의 분류별 횟수가 ${problem.yearBefore}년과 모두 같습니다(합계 ${withCommas(problem.total)}).`,
        remedy: '지난해의 것을 그대로 옮긴 것이 아닌지 확인해 주세요.',
      };
  }
}
