/** Rows with the number of a pledge and a 공약명 beside it. */
import { describe, expect, it } from 'vitest';
import { told } from './office-book.ts';

const LIST = `공약번호 | 공약명 | 집계 | 지표단위 | 최종목표
1-1 | 쉼터 확충 | 누적 | 개소 | 10
1-2 | 도서관 | 누적 | 개소 | 10
1-3 | 도서관 | 누적 | 개소 | 10
1-4 | | 누적 | 개소 | 10`;
const NONE = { targets: null, meetings: null, suggestions: null, budgetPlans: null, executions: null };

function toldOf(tabs: Parameters<typeof told>[0]) {
  const { findings } = told({
    ...NONE,
    targets: '공약번호 | 연도 | 누적목표',
    pledgeList: LIST,
    ...tabs,
  });
  return findings.filter((each) => each.startsWith('name-of-another-pledge'));
}

describe('a name beside the number of a pledge', () => {
  it.each([
    ['of another pledge', '1-1 | 도서관', true],
    ['of another pledge, spaced otherwise', '1-2 | 쉼 터 확충', true],
    ['of the pledge', '1-1 | 쉼터 확충', false],
    ['that two pledges share', '1-3 | 도서관', false],
    ['that no pledge has', '1-1 | 쉼터', false],
    ['that is blank', '1-1 | ', false],
  ])('%s', (_, numbered, isTold) => {
    const results = `공약번호 | 공약명 | 일자 | 값\n${numbered} | 2024. 3. 5. | 7`;
    const [number] = numbered.split(' ');
    expect(toldOf({ results })).toEqual(isTold ? [`name-of-another-pledge ${number} 실적기록 A2`] : []);
  });

  it('is told in a plan as well', () => {
    expect(
      toldOf({
        targets: '공약번호 | 공약명 | 2024 | 2025\n1-1 | 도서관 | 3 | 4\n1-2 | 도서관 | 3 | 4',
        budgetPlans:
          '공약번호 | 공약사업명 | 재원 | 2024 | 2025\n1-1 | 쉼터 확충 | 구 | 3 | 4\n1-2 | 쉼터 확충 | 구 | 3 | 4',
      }),
    ).toEqual(['name-of-another-pledge 1-1 연차목표 A2', 'name-of-another-pledge 1-2 예산계획 A3']);
  });
});
