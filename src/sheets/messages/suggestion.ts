/** Messages about rows of suggestions. */
import type { SuggestionProblem } from '../../domain/findings/suggestion.ts';
import { occasionName } from '../names.ts';
import { withCommas } from '../numbers.ts';
import { andParticle, subjectParticle } from '../particles.ts';
import { shownDate } from '../raw.ts';
import { type Message, quoted } from './wording.ts';

export function suggestionMessage(problem: SuggestionProblem, leftOut: string): Message {
  switch (problem.code) {
    case 'doubled-receipt-number':
      return {
        what: `접수번호 ${quoted(problem.found)}${subjectParticle(problem.found)} ${problem.firstRow}행에 이미 있어 ${leftOut}.`,
        remedy: '같은 건의이면 한 행을 지우고, 다른 건의이면 접수번호를 고쳐 주세요.',
      };
    case 'handled-before-received':
      return {
        what: `처리일(${shownDate(problem.handled)})이 접수일(${shownDate(problem.received)})보다 앞섭니다.`,
        remedy: '두 날짜 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'completed-without-date':
      return {
        what: '완료인데 처리일이 없어, 지난 기준일에 이미 완료였는지 알 수 없습니다.',
        remedy: '처리일을 적어 주세요.',
      };
    case 'ended-without-date':
      return {
        what: '끝난 처리상황인데 처리일이 없어, 지난 기준일에 이미 끝난 것이었는지 알 수 없습니다.',
        remedy: '처리일을 적어 주세요.',
      };
    case 'suggestions-without-status':
      return {
        what: `${occasionName(problem)}의 건의 ${withCommas(problem.total)}건 가운데 ${withCommas(problem.count)}건에 처리상황이 없습니다.`,
        remedy: '처리상황을 적어 주세요.',
      };
    case 'status-then-unknown':
      return {
        what: `${occasionName(problem)}의 건의 ${withCommas(problem.count)}건은 처리일이 기준일(${shownDate(problem.asOf)})보다 뒤이거나 그 뒤에 행이 바뀌어, 기준일의 처리상황을 알 수 없습니다. 기준일 당시 미상으로 셉니다.`,
        remedy:
          '그날의 처리상황은 그때까지 계산하면서 처리이력 탭에 적힌 것만 쓰므로, 그대로 두어도 됩니다. 처리일을 잘못 적었으면 고쳐 주세요.',
      };
    case 'suggestions-open-long':
      return {
        what: `${occasionName(problem)}의 건의 ${withCommas(problem.count)}건이 ${withCommas(problem.limit)}일 넘게 끝나지 않았습니다(가장 오래된 것은 ${withCommas(problem.days)}일).`,
        remedy: '처리상황을 새로 확인해 주세요.',
      };
    case 'copied-total':
      return {
        what: `${occasionName(problem)}의 건의가 ${withCommas(problem.total)}건으로, ${problem.yearBefore}년과 똑같습니다.`,
        remedy: '지난해의 수를 그대로 옮긴 것이 아닌지 확인해 주세요.',
      };
    case 'copied-breakdown': {
      const other = occasionName({ year: problem.otherYear, occasion: problem.otherOccasion });
      return {
        what: `${occasionName(problem)}의 처리상황별 건수가 ${other}${andParticle(other)} 모두 같습니다(합계 ${withCommas(problem.total)}건).`,
        remedy: '다른 표를 그대로 옮긴 것이 아닌지 확인해 주세요.',
      };
    }
    case 'suggestions-renamed':
      return {
        what: `접수번호나 내용, 접수일이 바뀐 것으로 보이는 건의가 ${withCommas(problem.rows)}행 있습니다. 여기가 그 첫 행입니다. ${shownDate(problem.firstSeen)} 전의 처리상황은 알 수 없어, 그 전 기준일에는 기준일 당시 미상으로 셉니다.`,
        remedy:
          '잘못 고쳤으면 접수번호와 내용을 되돌린 뒤 다시 계산해 주세요. 처리일을 적어 두면 그날부터의 처리상황은 알 수 있습니다.',
      };
  }
}
