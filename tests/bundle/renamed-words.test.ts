/**
 * A handling status or funding source of the office gets a new name, or indicators another order. Closed months
 * are compared as if it had always been so.
 */
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

function comparison(document: DocumentState): Extract<CompareAnswer, { status: 'done' }> {
  // This type describes what the bundle's function returns.
  const answer = run(document, '2024-03-05T10:00:00+09:00', 'compareWithMonth', '2024-01') as CompareAnswer;
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return answer;
}

/** Rows of a tab that the comparison lists as moved. */
const moved = (document: DocumentState, of: string) =>
  comparison(document).rows.flatMap(({ tab, row }) => (tab === of ? [row] : []));

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
  expect(moved(document, '건의사항')).toEqual(expected);
});

it.each([
  ['an alias in 분류 says that they are one', '도비', '도비보조금', '도비', []],
  ['the row says so as well', '도비', '도비보조금', '도비보조금', []],
  [
    'a funding source is listed for the first time, with what it was called',
    '특교',
    '특별교부세',
    '특교',
    [],
  ],
  ['the row is of another funding source now', '도비', '도비보조금', '구', [2]],
] as const)('a funding source was renamed, and %s', (_, before, name, typed, expected) => {
  const plans = (fundingSource: string) => `연도 | 재원 | 금액(백만원)\n2023 | ${fundingSource} | 5`;
  const executions = (fundingSource: string) =>
    `집행일 | 재원 | 금액(원)\n2023. 5. 1. | ${fundingSource} | 1000000`;
  const document = ledger({ 예산계획: plans(before), 예산집행: executions(before) });
  run(document, '2024-02-03T07:00:00+09:00', 'closeMonth');
  refill(document, '예산계획', plans(typed));
  refill(document, '예산집행', executions(typed));
  document.sheets.push(
    ...ledger({ 분류: `종류 | 이름 | 별칭\n재원 | ${name} | ${before}` }).sheets.filter(
      (sheet) => sheet.name === '분류',
    ),
  );
  expect(moved(document, '예산집행')).toEqual(expected);
  const told = comparison(document).lines.filter((line) => line.includes('예산 계획액('));
  expect(told.length).toBe(expected.length === 0 ? 0 : 2);
});

it('the rows of 지표 are in another order', () => {
  const indicators = (...names: readonly string[]) =>
    ['지표 | 집계 | 단위 | 최종목표', ...names.map((name) => `${name} | 누적 | km | 20`)].join('\n');
  const document = ledger({
    공약: '항목 | 값\n공약번호 | 2-1\n시작연도 | 2022\n종료연도 | 2026',
    지표: indicators('노선', '보행'),
    연차목표: '지표 | 연도 | 누적목표\n노선 | 2026 | 20\n보행 | 2026 | 20',
    실적기록: '지표 | 일자 | 값\n노선 | 2023. 5. 1. | 3\n보행 | 2023. 6. 1. | 4',
  });
  run(document, '2024-02-03T07:00:00+09:00', 'closeMonth');
  refill(document, '지표', indicators('보행', '노선'));
  expect(moved(document, '실적기록')).toEqual([]);
  refill(document, '지표', indicators('보행', '노선').replaceAll('20', '10'));
  const targets = comparison(document).lines.filter((line) => line.includes('최종목표: '));
  expect(targets).toEqual([expect.stringContaining('보행'), expect.stringContaining('노선')]);
});

it.each([
  ['another unit', '누적 | m | 20', '※ 노선: 집계와 단위가 앞에서는 누적(km), 뒤에서는 누적(m)입니다.'],
  [
    'another way to count',
    '현재값 | km | 20',
    '※ 노선: 집계와 단위가 앞에서는 누적(km), 뒤에서는 현재값(km)입니다.',
  ],
])('an indicator has got %s, which the comparison says', (_, now, told) => {
  const indicators = (text: string) => `지표 | 집계 | 단위 | 최종목표\n노선 | ${text}`;
  const document = ledger({
    공약: '항목 | 값\n공약번호 | 2-1\n시작연도 | 2022\n종료연도 | 2026',
    지표: indicators('누적 | km | 20'),
    연차목표: '연도 | 누적목표\n2026 | 20',
    실적기록: '일자 | 값\n2023. 5. 1. | 3',
  });
  run(document, '2024-02-03T07:00:00+09:00', 'closeMonth');
  expect(comparison(document).lines.filter((line) => line.includes('집계와 단위'))).toEqual([]);
  refill(document, '지표', indicators(now));
  expect(comparison(document).lines.join('\n')).toContain(told);
});
