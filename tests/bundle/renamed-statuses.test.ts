/** A status of the office under a new name: closed months are compared as if it had always had it. */
import { expect, it } from 'vitest';
import type { CompareAnswer } from '../../src/app/months/compare-months.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf } from '../support/running.ts';
import { ledger, refill } from '../support/workbooks.ts';

const NAMES = (name: string, alias: string) => `종류 | 이름 | 별칭\n처리상황 | ${name} | ${alias}`;
const SUGGESTIONS = (status: string, second: string) =>
  `접수번호 | 접수일 | 출처 | 처리상황\n1 | 2024. 1. 9. | 방문 | ${status}\n2 | 2024. 1. 10. | 방문 | ${second}`;

function run(document: DocumentState, time: string, name: string, ...values: readonly unknown[]): unknown {
  const { result, error } = hostOf(document, { now: () => new Date(time) }).execute(name, values);
  if (error !== null) throw error;
  return result;
}

/** The rows of 건의사항 that moved. */
function compared(document: DocumentState): readonly number[] {
  // The bundle is built from the function whose answer this type is.
  const answer = run(document, '2024-03-05T10:00:00+09:00', 'compareWithMonth', '2024-01') as CompareAnswer;
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return answer.rows.flatMap(({ tab, row }) => (tab === '건의사항' ? [row] : []));
}

it.each([
  ['neither the rows nor the name', ['장기검토', ''], ['장기검토', '추진중'], []],
  ['the name alone', ['중장기검토', '장기검토'], ['장기검토', '추진중'], []],
  ['the name, and the rows with it', ['중장기검토', '장기검토'], ['중장기검토', '추진중'], []],
  ['the name, and another row', ['중장기검토', '장기검토'], ['중장기검토', '완료'], [3]],
  ['the name, and the status of the row', ['중장기검토', '장기검토'], ['완료', '추진중'], [2]],
] as const)('somebody has edited %s', (_, [name, alias], [status, second], expected) => {
  const document = ledger({
    분류: NAMES('장기검토', ''),
    건의사항: SUGGESTIONS('장기검토', '추진중'),
  });
  run(document, '2024-02-03T07:00:00+09:00', 'closeMonth');
  refill(document, '분류', NAMES(name, alias));
  refill(document, '건의사항', SUGGESTIONS(status, second));
  run(document, '2024-03-03T07:00:00+09:00', 'recalculateAll', '2024-01-31');
  expect(displayed(document, '점검').flat().join(' ')).not.toContain('마감한 2024-01');
  expect(compared(document)).toEqual(expected);
});
