/** An item that names its indicator as well: two cells in one. */
import { describe, expect, it } from 'vitest';
import { PLAN_ITEM_NAMES } from '../../../../src/sheets/input/plan-changes/plan-items.ts';
import { bookOf, TERM } from '../../small-book.ts';

const TWO = '지표 | 집계 | 단위 | 최종목표\n노선 | 누적 | 개 | 4\n정류소 | 누적 | 개소 | 90';

describe('an item with the name of an indicator', () => {
  const read = (item: string, indicator = '') => {
    const { report, findings } = bookOf(
      {
        pledge: TERM,
        indicators: TWO,
        planChanges: `일자 | 지표 | 항목 | 당초 | 변경\n2024. 6. 1. | ${indicator} | ${item} | 8 | 4`,
      },
      '2024-03-31',
    );
    return {
      targets: report.indicators.map(({ target }) => target),
      told: findings.filter(({ code }) => code === 'unknown-plan-item'),
    };
  };

  it.each([
    ['노선: 최종목표', '최종목표'],
    ['노선 최종목표', '최종목표'],
    ['노선 - 누적목표 2026', '누적목표 2026'],
    ['노선/2026년 누적목표', '2026년 누적목표'],
    ['최종목표(노선)', '최종목표'],
    ['누적목표 2026 (노선)', '누적목표 2026'],
  ])('says how it is typed: %s', (item, alone) => {
    const { targets, told } = read(item);
    expect(targets).toEqual([4, 90]);
    expect(told.map(({ remedy }) => remedy)).toEqual([
      `지표 열에 '노선', 항목 열에 '${alone}'${alone.endsWith('6') ? '을' : '를'} 나누어 적어 주세요. 지표 열이 없으면 만들어 주세요.`,
    ]);
  });

  it('is never taken for another indicator', () => {
    expect(read('최종목표(노선)', '정류소').told).toHaveLength(1);
  });

  it.each(['노선: 최종목표', '최종목표', '최종목표(개)'])(
    'is read where the row names it too: %s',
    (item) => {
      expect(read(item, '노선')).toEqual({ targets: [8, 90], told: [] });
    },
  );
});

it('the items are offered with a year where they need one', () => {
  expect(PLAN_ITEM_NAMES.join(', ')).toBe(
    '최종목표, 누적목표 2025(연도), 총사업비, 이행률, 이행구분, 공약명, 담당부서, 종료연도',
  );
});
