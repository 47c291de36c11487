/** An item that names its indicator as well: two cells in one. */
import { describe, expect, it } from 'vitest';
import {
  itemWithName,
  PLAN_ITEM_NAMES,
  planItemOf,
} from '../../../../src/sheets/input/plan-changes/plan-items.ts';
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

it.each([
  ['finalTarget', '최종목표, 목표, 목표치, 최종 목표치, 목표량'],
  ['totalCost', '총사업비, 총사업비(백만원), 사업비, 총예산, 소요예산, 총 소요예산'],
  ['statedPercent', '이행률, 이행율, 추진율, 추진률'],
  ['status', '이행구분, 이행상태, 이행 상황'],
  ['name', '공약명, 공약 이름, 공약사업명, 사업명'],
  ['department', '담당부서, 부서, 주관부서, 소관부서'],
  ['endYear', '종료연도, 종료년도, 완료연도, 완료년도, 준공연도'],
])('%s may be typed as %s', (item, names) => {
  for (const name of names.split(', ')) expect([name, planItemOf(name)]).toEqual([name, { item }]);
});

it.each<[string, number | null]>([
  ['누적목표 2025', 2025],
  ['2025년 누적목표', 2025],
  ["연차목표('25)", 2025],
  ['연차별 누적계획 2025', 2025],
  ['2025년 연차목표', 2025],
  ['2025 목표', 2025],
  ['목표(2025년도)', 2025],
  ['누적목표', null],
  ['누적목표 25', null],
  ['누적목표 2025 이후', null],
  ['새 누적목표 2025', null],
  ['2025', null],
])('the target of a year, typed as %s, is of %s', (typed, year) => {
  expect(planItemOf(typed)).toEqual(year === null ? null : { item: 'target', year });
});

it.each([
  ['노선: 최종목표', { name: '노선', item: '최종목표' }],
  ['최종목표 （노선）', { name: '노선', item: '최종목표' }],
  ['노선, 누적목표 2025', { name: '노선', item: '누적목표 2025' }],
  ['노선 - 누적목표 2025', { name: '노선', item: '누적목표 2025' }],
  ['새 노선: 최종목표', null],
  ['노선: 그 밖', null],
  [': 최종목표', null],
  ['최종목표()', null],
  [`노선: ${' '.repeat(192)}최종목표`, { name: '노선', item: '최종목표' }],
  [`노선: ${' '.repeat(193)}최종목표`, null],
])('%s holds %j', (text, split) => {
  expect(itemWithName(text, (name) => name === '노선' || name === '')).toEqual(split);
});

it('the items are offered with a year where they need one', () => {
  expect(PLAN_ITEM_NAMES.join(', ')).toBe(
    '최종목표, 누적목표 2025(연도), 총사업비, 이행률, 이행구분, 공약명, 담당부서, 종료연도',
  );
});
