/** Which rows of a published budget table are the plan, and which are told and left aside. */
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../../src/sheets/input/read-records.ts';
import { places, rawTab } from '../../fixtures.ts';
import { TERM } from '../../small-book.ts';

/** The plans in millions of won, the rows left aside that hold amounts, which of two counts, and other findings. */
function read(headings: string, rows: readonly string[]) {
  const table = [headings, ...rows].join('\n');
  const { records, findings } = readRecords({
    pledge: rawTab('공약', TERM),
    budgetPlans: rawTab('예산계획', `(단위: 백만원)\n${table}`),
  });
  const nameOf = (source: string) =>
    records.lists.fundingSources.find(({ word }) => word === source)?.name ?? source;
  const ofTab = findings.filter(({ place }) => place?.tab === 'budgetPlans');
  const aside = ofTab.flatMap(({ problem }) => (problem.code === 'results-in-plan' ? [problem] : []));
  return {
    planned: (records.budgetPlans ?? [])
      .map(({ fundingSource, when, planned }) => `${nameOf(fundingSource)} ${when} ${planned.amount / 1e6}`)
      .join(', '),
    /** As the lines below the headings are counted: 1 is the first. */
    aside: aside.flatMap((problem) => problem.rows.map(({ row }) => row - 2)),
    counted: aside.flatMap(({ counted = [] }) => counted),
    others: places(ofTab.filter(({ problem }) => problem.code !== 'results-in-plan')),
  };
}

describe('in a column a year', () => {
  it.each<[string, readonly string[], string, readonly number[]]>([
    // 집행액 and its like head the rows below them.
    [
      'what was spent, again by its funding sources',
      ['국비 | 10', '집행액 | 5', '국비 | 5'],
      '국 10',
      [2, 3],
    ],
    [
      'what was spent of each in turn',
      ['국비 | 10', '집행액 | 5', '구비 | 20', '집행액 | 5'],
      '국 10, 구 20',
      [2, 4],
    ],
    [
      'one that was spent only, above the plan',
      ['국비 | 10', '집행액 | 5', '구비 | 3', '투자계획 |', '구비 | 20'],
      '국 10, 구 20',
      [2, 3],
    ],
    ['what was spent, above the plan', ['집행액 |', '국비 | 5', '투자계획 |', '국비 | 10'], '국 10', [2]],
    ['a label that says it is the plan', ['집행액 | 5', '국비 계획 | 10', '국비 | 4'], '국 10', [1, 3]],
    ['percentages above the plan', ['집행률 |', '국비 | 50', '투자계획 |', '국비 | 10'], '국 10', [2]],
    ['a percentage of all, and no plan below', ['집행률 | 50', '국비 | 10'], '국 10', [1]],
    ['a percentage of each', ['집행률 | 50', '국비 | 10', '집행률 | 60', '시비 | 4'], '국 10, 시 4', [1, 3]],
    ['percentages of what stood above', ['국비 계획 | 10', '집행률 |', '국비 | 50'], '국 10', [3]],
    ['another one below percentages', ['국비 | 10', '집행률 | 50', '시비 | 4'], '국 10, 시 4', [2]],
    ['differences above the plan', ['증감 |', '국비 | 1', '투자계획 |', '국비 | 10'], '국 10', [2]],
    ['a difference of all', ['잔액 | 3', '국비 | 10'], '국 10', [1]],
    ['what is secured, above the plan', ['확보액 |', '국비 | 5', '투자계획 |', '국비 | 10'], '국 10', [2]],
    ['what is secured of all', ['확보액 | 5', '국비 | 10'], '국 10', [1]],
    // Before and after a change.
    ['a plan before and after', ['당초 |', '국비 | 10', '변경 |', '국비 | 5'], '국 5', [2]],
    ['a plan before, and one source after', ['당초 |', '국비 | 10', '구비 변경 | 5'], '국 10, 구 5', []],
    ['a note that names what was spent', ['국비 | 10', '※ 집행 |', '시비 | 4'], '국 10, 시 4', []],
    // 지방비 above its parts.
    ['지방비 of two parts', ['지방비 | 5', '도비 | 2', '군비 | 3'], '도비 2, 군비 3', [1]],
    ['지방비, short', ['지방비 | 5', '시 | 2', '구 | 3'], '시 2, 구 3', [1]],
    ['지방비 of 시·도비', ['지방비 | 5', '시·도비 | 2', '시·군·구비 | 3'], '시·도비 2, 시·군·구비 3', [1]],
    ['지방비 of 시도비', ['지방비 | 5', '시도비 | 2', '시군비 | 3'], '시도비 2, 시군비 3', [1]],
    ['지방비 of 시군구비', ['지방비 | 5', '도비 | 2', '시군구비 | 3'], '도비 2, 시군구비 3', [1]],
    ['지방비 above another', ['지방비 | 5', '국비 | 2', '구비 | 3'], '지방비 5, 국 2, 구 3', []],
    ['지방비 above one part', ['지방비 | 5', '구비 | 3', '국비 | 2'], '지방비 5, 구 3, 국 2', []],
    ['지방비 above a name', ['지방비 | 5', '혁신도시비 | 2', '구비 | 3'], '지방비 5, 혁신도시비 2, 구 3', []],
    [
      '지방비 above a longer name',
      ['지방비 | 5', '시비기금 | 2', '구비 | 3'],
      '지방비 5, 시비기금 2, 구 3',
      [],
    ],
    // Marks before a label are no part of it. A point within one is.
    ['letters and numbers', ['가. 국비 | 1', '나) 시비 | 2', '(3) 구비 | 4'], '국 1, 시 2, 구 4', []],
    ['a point between two names', ['국.도비 | 5', '시.군비 | 3'], '국.도비 5, 시.군비 3', []],
    ['a source in brackets', ['【국비】 | 5', '《구비》 | 3'], '국 5, 구 3', []],
    // A unit stays with its amount.
    ['a unit beside the kind', ['국비 계획(천원) | 1000', '구비 집행(천원) | 500'], '국 1', [2]],
  ])('%s', (_, rows, planned, aside) => {
    const is = read('재원 | 2022', rows);
    expect({ ...is, planned: is.planned.replaceAll(' 2022 ', ' ') }).toMatchObject({ planned, aside });
    expect(is.others.filter((each) => !/note-with-values|subtotal|unused/.test(each))).toEqual([]);
  });

  it.each<[string, string, readonly string[], string, readonly number[]]>([
    [
      'the official form, with its percentages',
      '구분 | | 2022',
      ['투자계획 | 합계 | 10', ' | 국 | 10', '집행액 | 합계 | 5', ' | 국 | 5', '집행률(%) | | 50'],
      '국 2022 10',
      [3, 4, 5],
    ],
    ['a row of remarks', '구분 | 재원 | 2022', ['비고 | | 5', '계획 | 국비 | 10'], '국 2022 10', []],
    [
      'a new work, which begins a plan of its own',
      '사업명 | 재원 | 2022',
      ['도로 | 국비 | 10', ' | 집행액 | 5', '하천 | 국비 | 4'],
      '국 2022 10, 국 2022 4',
      [2],
    ],
    [
      'a phase, which is no work: what was spent goes on',
      '구분 | 재원 | 2022',
      ['1차 | 국비 | 10', ' | 집행액 | 5', '2차 | 국비 | 4'],
      '국 2022 10',
      [2, 3],
    ],
  ])('beside other labels: %s', (_, headings, rows, planned, aside) => {
    expect(read(headings, rows)).toMatchObject({ planned, aside });
  });

  it.each<[readonly string[], readonly string[]]>([
    [['국비 계획 | 10', '국비 변경 | 5'], ['after']],
    [['국비 당초 | 10', '국비 변경 | 5'], ['after']],
    [['국비 연간 | 10', '국비 누적 | 30'], ['yearly']],
    [['국비 계획 | 10', '국비 집행 | 5'], []],
  ])('%o says that of two kinds the one counts that is %o', (rows, counted) => {
    expect(read('재원 | 2022', rows).counted).toEqual(counted);
  });
});

describe('in a list', () => {
  it.each<[string, readonly string[], string, readonly number[]]>([
    ['what was spent in a year ends with it', ['2022 | 집행액 | 5', '2023 | 국비 | 4'], '국 2023 4', [1]],
    ['and goes on within it', ['2022 | 집행액 | 5', '2022 | 국비 | 4'], '', [1, 2]],
    ['what was spent in no year goes on', [' | 집행액 | 5', '2023 | 국비 | 4'], '', [1, 2]],
    ['누계 is a total', ['2022 | 국비 | 4', ' | 누계 | 4'], '국 2022 4', []],
  ])('%s', (_, rows, planned, aside) => {
    expect(read('연도 | 재원 | 금액', rows)).toMatchObject({ planned, aside });
  });
});
