/** Totals in free text without a day are skipped, as those in other columns are, and held against their rows. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

const EXECUTIONS =
  '집행일 | 재원 | 금액(원) | 적요\n2024. 1. 5. | 구 | 100 | 행사\n2024. 1. 9. | 구 | 200 | 행사';
const MEETINGS = '일자 | 분류 | 내용 | 장소 | 횟수\n2024. 1. 5. | 방문 | | | 1\n2024. 1. 9. | 방문 | | | 2';

const read = (tab: 'executions' | 'meetings', table: string) => {
  const { found, accounts } = bookOf({ pledge: TERM, [tab]: table });
  const { skipped, excluded } = accounts[tab] ?? {};
  const codes = ['required-blank', 'subtotal-differs', 'total-with-day', 'total-counted'];
  return [skipped, excluded, found.filter((each) => codes.some((code) => each.endsWith(code)))];
};

describe('a row without a day', () => {
  it.each([
    '구 | 300 | 1월 계',
    '| 300 | 1월 계',
    '구 | 300 | 1월까지 누계',
    '구 | 300 | 강사료 소계',
    '구 | 300 | TOTAL',
    '구 | 300 | 1월 집행액',
    '구 | 300 | 총 2건',
    '구 | | 1월 계',
  ])('is a total of money: %s', (cells) => {
    expect(read('executions', `${EXECUTIONS}\n | ${cells}`)).toEqual([1, 0, []]);
  });

  it.each([
    '방문 | 1월 계 | | 3',
    '| 1월 계 | | 3',
    '| | 1월 계 | 3',
    '방문 | 총 3회 | | 3',
    '| 1월 계 | | ',
  ])('is a total of meetings: %s', (cells) => {
    expect(read('meetings', `${MEETINGS}\n | ${cells}`)).toEqual([1, 0, []]);
  });

  it('is held against its rows', () => {
    const found = ['예산집행 C4 subtotal-differs'];
    expect(read('executions', `${EXECUTIONS}\n | 구 | 301 | 1월 계`)).toEqual([1, 0, found]);
  });

  it.each(['강사료', '1월분', '두레 계', '1월 집행액', '결산 합계 설명회'])(
    'lacks its day where it may be data: %s',
    (text) => {
      const found = ['예산집행 A4 required-blank'];
      expect(read('executions', `${EXECUTIONS}\n | 구 | 301 | ${text}`)).toEqual([0, 1, found]);
    },
  );

  it('lacks a day that can be read, though it says a total', () => {
    expect(read('executions', `${EXECUTIONS}\n말일 | 구 | 300 | 1월 계`)).toEqual([0, 1, []]);
  });
});

it.each([
  ['with days', (day: string) => day],
  ['without days', () => ''],
])('a total of the second quarter is held against all its months, %s', (_, dayOf) => {
  const months = [1, 2, 3, 4, 5, 6].flatMap((month) => [
    `2024. ${month}. 5. | 구 | ${month} | 가`,
    `2024. ${month}. 6. | 구 | ${month} | 나`,
    `${dayOf(`2024. ${month}. 28.`)} | 구 | ${month * 2} | ${month}월 계`,
    ...(month === 3 ? [`${dayOf('2024. 3. 28.')} | 구 | 12 | 1분기 계`] : []),
    ...(month === 6 ? [`${dayOf('2024. 6. 28.')} | 구 | 30 | 2분기 계`] : []),
  ]);
  const [skipped, excluded, found] = read(
    'executions',
    ['집행일 | 재원 | 금액(원) | 적요', ...months].join('\n'),
  );
  expect([skipped, excluded]).toEqual([8, 0]);
  expect(JSON.stringify(found)).not.toContain('subtotal-differs');
});
