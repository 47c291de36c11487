/** Messages about the record tabs. */
import type { RecordProblem } from '../../domain/findings/record.ts';
import { monthlyFigureName, monthlyFigureText } from '../monthly-figures.ts';
import { monthName } from '../names.ts';
import { withCommas } from '../numbers.ts';
import { topicParticle } from '../particles.ts';
import { adoptedRecordsText, brokenRecordsText } from './records-text.ts';
import type { Message } from './wording.ts';

export function recordMessage(problem: RecordProblem): Message {
  switch (problem.code) {
    case 'damaged-record':
      return damagedRecord(problem);
    case 'records-broken':
      return brokenRecordsText(problem);
    case 'records-adopted':
      return adoptedRecordsText(problem);
    case 'past-month-changed': {
      const name = monthlyFigureName(problem.figure);
      const value = (number: number | null) => monthlyFigureText(problem.figure, number, '');
      const others =
        problem.lastMonth === problem.month
          ? ''
          : ` ${monthName(problem.lastMonth)}까지의 기록도 같은 만큼 다릅니다.`;
      return {
        what: `${monthName(problem.month)} 기록의 ${name}${topicParticle(name)} ${value(problem.frozen)}인데, 지금 그 날짜로 다시 계산하면 ${value(problem.now)}입니다.${others}`,
        remedy:
          '지난달과 비교에서 움직인 행을 보고, 잘못 고친 행이면 되돌려 주세요. 늦게 적은 행이면 그대로 두세요. 기록은 바뀌지 않습니다.',
      };
    }
  }
}

function damagedRecord({ damage, rows, month }: Extract<RecordProblem, { code: 'damaged-record' }>): Message {
  const name = month === null ? '' : monthName(month);
  switch (damage) {
    case 'unreadable':
      return {
        what: `프로그램이 적은 기록 가운데 ${withCommas(rows)}행을 읽을 수 없어 쓰지 않았습니다. 여기가 그 첫 행입니다.`,
        remedy: `따로 적은 행이면 지워 주세요. ${RESTORE}`,
      };
    case 'altered':
      return {
        what: `${name} 기록이 적힌 뒤에 바뀌어 쓰지 않았습니다.`,
        remedy: RESTORE,
      };
    case 'doubled':
      return {
        what: `${name} 기록이 두 번 있어 먼저 있는 행만 썼습니다.`,
        remedy: '두 행이 다르면 버전 기록에서 어느 쪽이 맞는지 확인하고, 틀린 행을 지워 주세요.',
      };
    case 'rows-differ':
      return {
        what: `${name} 내역이 적힌 뒤에 바뀌어 이 달은 행끼리 비교할 수 없습니다. 기록된 숫자는 그대로 씁니다.`,
        remedy: RESTORE,
      };
  }
}

const RESTORE =
  '이 탭은 고치지 말아 주세요. 파일 > 버전 기록에서 바뀌기 전의 내용을 찾아 되돌리면 다시 읽습니다.';
