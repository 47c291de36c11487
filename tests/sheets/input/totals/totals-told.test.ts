/** A row of totals that its rows contradict is told in every tab; one that is right, in any sense, is not. */
import { describe, expect, it } from 'vitest';
import type { InputTab } from '../../../../src/domain/tabs.ts';
import { bookOf, TERM } from '../../small-book.ts';

type Tabs = Partial<Record<InputTab, string>>;

const told = (tabs: Tabs) =>
  bookOf({ pledge: TERM, ...tabs }).found.filter((each) =>
    /subtotal-differs|total-of-none|yearly/.test(each),
  );

const TARGETS = '연도 | 누적목표\n2024 | 10\n2025 | 20';
const WIDE_TARGETS = '지표 | 2024 | 2025\n가로등 | 10 | 20\n도로 | 1 | 3';
const TWO_INDICATORS: Tabs = {
  pledge: `${TERM}\n확인지표 | 가로등\n집계 | 누적\n지표단위 | 개\n최종목표 | 100`,
  indicators: '지표 | 집계 | 단위 | 최종목표\n도로 | 누적 | km | 10',
};
const RESULTS = `지표 | 일자 | 값\n가로등 | 2024. 1. 1. | 5\n가로등 | 2024. 2. 1. | 6\n도로 | 2024. 2. 1. | 3`;
const LEVEL = { pledge: `${TERM}\n확인지표 | 공정률\n집계 | 현재값\n지표단위 | %\n최종목표 | 100` };
const TWO_PLANS = '재원 | 2024\n구 | 40\n\n재원 | 2025\n시 | 11';
const PLANS = '재원 | 2024\n구 | 12\n시 | 3\n계 | 15\n\n재원 | 2025\n구 | 5\n시 | 3';

describe('a row of totals', () => {
  it.each<[string, Tabs, readonly string[]]>([
    ['of targets, no target', { targets: `${TARGETS}\n합계 | 50` }, ['연차목표 B4 total-of-none']],
    ['of targets, the last one', { targets: `${TARGETS}\n합계 | 20` }, []],
    [
      'of targets, in a wide table',
      { ...TWO_INDICATORS, targets: `${WIDE_TARGETS}\n계 | 12 | 23` },
      ['연차목표 B4 total-of-none'],
    ],
    [
      'of targets, right in a wide table',
      { ...TWO_INDICATORS, targets: `${WIDE_TARGETS}\n계 | 11 | 23` },
      [],
    ],
    ['of one of two indicators, right', { ...TWO_INDICATORS, results: `${RESULTS}\n가로등 소계 | | 11` }, []],
    ['of the other, right', { ...TWO_INDICATORS, results: `${RESULTS}\n도로 소계 | | 3` }, []],
    [
      'of one of two indicators, wrong',
      { ...TWO_INDICATORS, results: `${RESULTS}\n소계 | | 12` },
      ['실적기록 C5 total-of-none'],
    ],
    [
      'of both, wrong',
      { ...TWO_INDICATORS, results: `${RESULTS}\n합계 | | 99` },
      ['실적기록 C5 total-of-none'],
    ],
    [
      'of a level, the last value',
      { ...LEVEL, results: '일자 | 값\n2024. 1. 1. | 40\n2024. 2. 1. | 60\n계 | 60' },
      [],
    ],
    [
      'of a level, no value',
      { ...LEVEL, results: '일자 | 값\n2024. 1. 1. | 40\n2024. 2. 1. | 60\n계 | 70' },
      ['실적기록 B4 total-of-none'],
    ],
    ['of the second plan in the tab, right', { budgetPlans: `${PLANS}\n계 | 8` }, []],
    [
      'of the second plan in the tab, wrong',
      { budgetPlans: `${PLANS}\n계 | 99` },
      ['예산계획 B9 subtotal-differs'],
    ],
    [
      'of shares, the last one',
      {
        pledge: `${TERM}\n확인지표 | 공정\n집계 | 자체평가`,
        results: '일자 | 값\n2024. 1. 1. | 0.4\n2024. 2. 1. | 0.75\n계 | 0.75',
      },
      [],
    ],
    [
      'of shares, no share',
      {
        pledge: `${TERM}\n확인지표 | 공정\n집계 | 자체평가`,
        results: '일자 | 값\n2024. 1. 1. | 0.4\n2024. 2. 1. | 0.75\n계 | 0.8',
      },
      ['실적기록 B4 total-of-none'],
    ],
    [
      'of targets, in percent',
      { targets: '구분 | 2024 | 2025\n누적목표 | 90 | 200\n합계(%) | 45 | 100' },
      [],
    ],
    ['of targets, so far', { targets: '구분 | 2024 | 2025\n누적목표 | 90 | 200\n누계 | 95 | 295' }, []],
    [
      'of what each year adds, so far',
      { targets: '구분 | 2024 | 2025 | 2026\n연간목표 | 10 | 20 | 30\n계 | 10 | 30 | 60' },
      ['연차목표 2:2 yearly-rows-alone'],
    ],
    [
      'of what each year adds, wrong',
      { targets: '구분 | 2024 | 2025 | 2026\n연간목표 | 10 | 20 | 30\n계 | 10 | 30 | 70' },
      ['연차목표 2:2 yearly-rows-alone', '연차목표 D3 total-of-none'],
    ],
    [
      'of two indicators, by chance the sum of the years of one',
      {
        ...TWO_INDICATORS,
        targets:
          '지표 | 연도 | 누적목표\n가로등 | 2024 | 10\n가로등 | 2025 | 20\n도로 | 2024 | 5\n도로 | 2025 | 10\n계 | | 30',
      },
      [],
    ],
    [
      'of the years of one indicator',
      {
        ...TWO_INDICATORS,
        targets:
          '지표 | 연도 | 누적목표\n도로 | 2024 | 5\n도로 | 2025 | 10\n계 | | 15\n가로등 | 2024 | 10\n가로등 | 2025 | 30\n가로등 | 계 | 40',
      },
      ['연차목표 4:4 yearly-rows-alone', '연차목표 7:7 yearly-rows-alone'],
    ],
    ['of two plans in the tab, right', { budgetPlans: `${TWO_PLANS}\n계 | 11\n총계 | 51` }, []],
    [
      'of two plans in the tab, wrong',
      { budgetPlans: `${TWO_PLANS}\n총계 | 52` },
      ['예산계획 B6 subtotal-differs'],
    ],
    [
      'of money, rounded',
      { budgetPlans: '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10.4\n2025 | 구 | 30.3\n합계 | | 41' },
      [],
    ],
    [
      'of money, rounded wrongly',
      { budgetPlans: '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10.4\n2025 | 구 | 30.3\n합계 | | 42' },
      ['예산계획 C4 subtotal-differs'],
    ],
    [
      'of money, with as many decimals',
      { budgetPlans: '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10.4\n2025 | 구 | 30.3\n합계 | | 40.8' },
      ['예산계획 C4 subtotal-differs'],
    ],
    [
      'of won',
      { executions: '집행일 | 재원 | 금액(원)\n2024. 1. 1. | 구 | 1400000\n합계 | | 1000000' },
      ['예산집행 C3 subtotal-differs'],
    ],
    [
      'of results, rounded',
      {
        pledge: `${TERM}\n확인지표 | 도로\n집계 | 누적\n지표단위 | km\n최종목표 | 100`,
        results: '일자 | 값\n2024. 1. 1. | 10.4\n2024. 2. 1. | 30.3\n계 | 41',
      },
      [],
    ],
    [
      'with the number of its rows',
      { meetings: '일자 | 분류 | 횟수\n2024. 1. 2. | 가 | 2\n합계 1건 | | 3' },
      ['소통기록 C3 subtotal-differs'],
    ],
  ])('%s', (_, tabs, findings) => {
    expect(told(tabs)).toEqual(findings);
  });
});

describe('a plan that has only rows of totals', () => {
  it.each<[string, InputTab, string, number]>([
    ['a number of times', 'targets', '구분 | 2024 | 2026\n총 200회 | 90 | 200', 1],
    ['a total word', 'targets', '구분 | 2024 | 2026\n합계 | 90 | 200', 1],
    ['a total word for the indicator', 'targets', '지표 | 2024 | 2026\n계 | 90 | 200', 1],
    ['a list', 'targets', '지표 | 연도 | 누적목표\n총 200회 | 2024 | 10\n총 200회 | 2025 | 20', 2],
    ['results alone', 'targets', '구분 | 2024 | 2026\n실적 | 90 | 200', 0],
    ['a total beside the plan', 'targets', '구분 | 2024 | 2026\n시장방문 | 90 | 200\n계 | 90 | 200', 1],
    ['a number of projects', 'budgetPlans', '세부사업 | 재원 | 2024 | 2025\n총 3개소 | 구비 | 10 | 10', 1],
    ['money in a list', 'budgetPlans', '세부사업 | 연도 | 재원 | 금액(백만원)\n합계 | 2024 | 구비 | 10', 1],
    ['money without a funding source', 'budgetPlans', '재원 | 2024 | 2025\n계 | 10 | 10', 0],
  ])('counts unless it names no plan: %s', (_, tab, table, counted) => {
    const {
      read = 0,
      excluded = 0,
      skipped = 0,
    } = bookOf({ pledge: TERM, [tab]: table }).accounts[tab] ?? {};
    expect([read - excluded - skipped, excluded]).toEqual([counted, 0]);
  });
});

it.each([
  ['below its rows', [2, 3, 4, 5, 6]],
  ['above its rows', [5, 6, 2, 3, 4]],
])('a row of totals with a day may be of one indicator alone, %s', (_, order) => {
  const rows = [
    '가로등 | 2024. 1. 5. | 5 | ',
    '도로 | 2024. 1. 6. | 1 | ',
    '가로등 | 2024. 1. 9. | 6 | ',
    '가로등 | 2024. 1. 31. | 11 | 1월 계',
    '도로 | 2024. 1. 31. | 1 | 1월 계',
  ];
  const results = ['지표 | 일자 | 값 | 내용', ...order.map((row) => rows[row - 2])].join('\n');
  const { found } = bookOf({ ...TWO_INDICATORS, results });
  expect(found.filter((each) => each.includes('total-'))).toEqual(
    [5, 6].map((row) => `실적기록 ${order.indexOf(row) + 2}:${order.indexOf(row) + 2} total-with-day`),
  );
});
