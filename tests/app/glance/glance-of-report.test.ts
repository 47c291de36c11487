/** A glance at a pledge with more of everything than the sidebar has room for, and at one with nothing. */
import { describe, expect, it } from 'vitest';
import { computeBook } from '../../../src/app/compute/compute-book.ts';
import { pledgeGlanceOf } from '../../../src/app/glance/glance-of-report.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { day } from '../../support/day.ts';

const lines = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at + 1)).join('\n');
const two = (number: number) => String(number).padStart(2, '0');

const TABS = {
  pledge: '항목 | 값\n공약번호 | 1-6\n시작연도 | 2010\n종료연도 | 2026\n최종목표 | 900',
  targets: `연도 | 누적목표\n${lines(17, (at) => `${2009 + at} | ${at * 50}`)}`,
  classification: `종류 | 이름\n${lines(23, (at) => `소통 | 모임${two(at)}`)}`,
  schedule: `세부추진사항 | 2024.1 | 2024.2\n${lines(23, (at) => `모임${two(at)} | ● |`)}\n행사 |  | ●`,
  // The first 22 categories were held in the year of the as-of date.
  meetings: `일자 | 분류 | 횟수\n${lines(22, (at) => `2024-02-${two(at)} | 모임${two(at)} | ${at}`)}\n2023-02-01 | 모임23 | 5`,
  // 25 occasions of one to 25 suggestions, the latest last.
  suggestions: `접수번호 | 접수일 | 출처 | 처리상황 | 건수\n${lines(25, (at) => `${at} | 2024-02-${two(at)} | 방문${two(at)} | 완료 | ${at}`)}`,
  budgetPlans: `연도 | 재원 | 금액(백만원)\n기투자 | 구 | 9\n${lines(17, (at) => `${2009 + at} | 구 | ${at}`)}\n2024 | 시 | 7`,
  executions: '집행일 | 재원 | 금액(원)\n2024-01-20 | 구 | 3000000',
};

function glanceAt(changes: Partial<typeof TABS> & Readonly<Record<string, string>>, asOf = '2024-03-31') {
  const tabs = Object.fromEntries(
    Object.entries({ ...TABS, ...changes }).map(([tab, table]) => [
      tab,
      // The keys are those of input tabs.
      rawTab(INPUT_TAB_NAMES[tab as keyof typeof INPUT_TAB_NAMES], table),
    ]),
  );
  const { shown, findings } = computeBook(tabs, {
    requestedAsOf: day(asOf),
    today: day('2024-04-02'),
    pledge: null,
  });
  const { report = null, read } = shown?.computed ?? {};
  if (report === null || read === undefined) throw new Error('no report');
  return pledgeGlanceOf(report, findings, read.names);
}

describe('of more than there is room for the sidebar has', () => {
  const glance = glanceAt({});

  it('the last twelve years of an indicator, each with its own target', () => {
    const years = glance.indicators[0]?.years ?? [];
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 12 }, (_, at) => 2015 + at));
    expect(years.at(-1)?.planned).toBe(850);
  });

  it('the first twenty categories of the year, and how many more there are', () => {
    expect(glance.categories?.categories.map(({ name, held }) => `${name} ${held.value}`)).toEqual(
      Array.from({ length: 20 }, (_, at) => `모임${two(at + 1)} ${at + 1}`),
    );
    expect(glance.categories?.moreCategories).toBe(2);
  });

  it('the latest twenty occasions, and how many suggestions the others have', () => {
    const { sources = [], moreSources, total } = glance.suggestions ?? {};
    expect(sources.map(({ total: of }) => of)).toEqual(Array.from({ length: 20 }, (_, at) => 25 - at));
    expect(moreSources).toEqual({ count: 5, total: 1 + 2 + 3 + 4 + 5 });
    expect(total).toBe((25 * 26) / 2);
  });

  it('the first twenty lines of the quarter', () => {
    expect(glance.quarter?.lines.map(({ name }) => name)).toEqual(
      Array.from({ length: 20 }, (_, at) => `모임${two(at + 1)}`),
    );
  });

  it('the last twelve spans of money, each by the sources that have any', () => {
    const times = glance.budget?.times ?? [];
    expect(times.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, at) => `${2015 + at}`));
    const of2024 = times.find(({ name }) => name === '2024');
    expect(of2024?.sources.map(({ name, planned, executed }) => [name, planned, executed])).toEqual([
      ['시', 7_000_000, null],
      ['구', 15_000_000, 3_000_000],
    ]);
    expect(times.find(({ name }) => name === '2023')?.sources.map(({ name }) => name)).toEqual(['구']);
  });

  it('the first five indicators, each by its name', () => {
    const { indicators } = glanceAt({
      indicators: `지표 | 집계 | 단위 | 최종목표\n${lines(7, (at) => `지표${at} | 누적 | 개 | ${at}`)}`,
      results: '지표 | 일자 | 값\n지표1 | 2024-02-01 | 1',
    });
    expect(indicators).toHaveLength(5);
    expect(indicators[1]).toMatchObject({ name: '지표1', unit: '개', target: 1, rate: { text: '100%' } });
  });
});

describe('a plan', () => {
  it.each<[string, string, number | undefined, number | undefined]>([
    ['of the year is running until its last day', '2024-12-30', 2023, 2024],
    ['of the year is due on its last day', '2024-12-31', 2024, undefined],
    ['of the year before stays due in the new one', '2025-01-01', 2024, 2025],
  ])('%s', (_, asOf, due, running) => {
    const [indicator] = glanceAt({}, asOf).indicators;
    expect([indicator?.due?.year, indicator?.running?.year]).toEqual([due, running]);
  });

  it.each<[string, string, 'reached' | 'behind', number]>([
    ['is reached where it is met', '2023 | 5', 'reached', 253],
    ['is missed where one is missing', '2023 | 259', 'behind', -1],
  ])('%s', (_, target, outcome, difference) => {
    const { indicators } = glanceAt({ targets: `연도 | 누적목표\n${target}` });
    expect(indicators[0]?.due).toMatchObject({ year: 2023, outcome, difference });
  });
});

it('a pledge without rows has no figures in place of zeros', () => {
  const glance = glanceAt({
    meetings: '일자 | 분류 | 횟수',
    suggestions: '접수번호 | 접수일 | 출처 | 처리상황 | 건수',
    budgetPlans: '연도 | 재원 | 금액(백만원)',
    executions: '집행일 | 재원 | 금액(원)',
    schedule: '세부추진사항 | 2024.1 | 2024.2',
  });
  expect(glance.suggestions).toEqual({
    total: 0,
    statuses: [],
    sources: [],
    moreSources: { count: 0, total: 0 },
  });
  expect(glance.budget?.total).toEqual({
    planned: null,
    executed: null,
    balance: null,
    rate: { percent: null, text: '' },
  });
  expect(glance.categories).toMatchObject({ categories: [], moreCategories: 0 });
  expect(glance.quarter).toBeNull();
});
