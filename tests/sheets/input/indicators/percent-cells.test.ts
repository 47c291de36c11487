import { describe, expect, it } from 'vitest';
import { withPercentsShown } from '../../../../src/sheets/input/indicators/percent-cells.ts';
import { rawTab } from '../../fixtures.ts';

describe('a number that is shown as a percentage', () => {
  it.each([
    { cell: 0.88, format: '0%', is: '88%' },
    { cell: 1, format: '0.00%', is: '100%' },
    { cell: 0.57, format: '0%', is: '57%' },
    { cell: 0.915, format: '0.0%', is: '91.5%' },
    { cell: 0.88, format: '0.00', is: 0.88 },
    { cell: 88, format: '0"%"', is: 88 },
    { cell: 88, format: '0\\%', is: 88 },
    { cell: '88%', format: '@', is: '88%' },
  ])('$cell as $format is $is', ({ cell, format, is }) => {
    const raw = { name: '실적기록', rows: [[cell]], formats: () => [[format]] };
    expect(withPercentsShown('results', raw).rows).toEqual([[is]]);
  });

  it('is left as it stands where nobody can say how it is shown', () => {
    expect(withPercentsShown('results', { name: '실적기록', rows: [[0.88]] }).rows).toEqual([[0.88]]);
  });
});

describe('the formats of a tab', () => {
  it.each([
    ['results', '일자 | 값\n2024. 3. 5. | 0.9', true],
    ['results', '일자 | 값\n2024. 3. 5. | 1', true],
    ['results', '일자 | 값\n2024. 3. 5. | 1.2', true],
    ['results', '일자 | 값\n2024. 3. 5. | 90', false],
    ['results', '일자 | 값\n2024. 3. 5. | 0', false],
    ['meetings', '일자 | 분류 | 횟수\n2024. 3. 5. | 간담회 | 1', false],
    ['pledge', '항목 | 값\n최종목표 | 1', true],
    ['pledge', '항목 | 값\n기준값 | 0.2', true],
    ['pledge', '항목 | 값\n이행률 | 0.54', true],
    ['pledge', '항목 | 값\n최종목표 | 200\n비율 소수자리 | 1', false],
    ['pledgeList', '공약번호 | 공약명 | 이행률\n1-1 | 쉼터 | 1.2', true],
    ['indicators', '지표 | 집계 | 최종목표\n공정률 | 현재값 | 1', true],
    ['planChanges', '항목 | 당초 | 변경\n이행률 | 0.8 | 1', true],
    ['pledge', '항목 | 값\n총사업비(백만원) | 0.12', true],
    ['budgetPlans', '연도 | 재원 | 금액(백만원)\n2024 | 구 | 12', true],
    ['budgetPlans', '연도 | 재원 | 금액(원)\n2024 | 구 | 12000000', false],
    ['executions', '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 0.12', true],
    ['executions', '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 1200000', false],
  ] as const)('are asked for where a number may be a share: %s %j', (tab, table, isAsked) => {
    let asked = false;
    const formats = () => {
      asked = true;
      return [];
    };
    withPercentsShown(tab, { ...rawTab(tab, table), formats });
    expect(asked).toBe(isAsked);
  });
});
