/**
 * Plans of money as offices publish them, a column a year, with all that such a table holds besides: what
 * counts, and what is told.
 */

import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import type { MergedCells } from '../../../src/sheets/raw.ts';
import { places, rawTab } from '../fixtures.ts';
import { bookOf, TERM } from '../small-book.ts';

/** Millions of won by funding source and time, and what is found in the tab. */
function read(
  table: string,
  merges: readonly MergedCells[] = [],
  more: Parameters<typeof readRecords>[0] = {},
) {
  const { records, findings, accounts } = readRecords({
    pledge: rawTab('공약', '항목 | 값\n공약번호 | 1-1\n시작연도 | 2022\n종료연도 | 2026'),
    budgetPlans: { ...rawTab('예산계획', `(단위: 백만원)\n${table}`), merges: () => merges },
    ...more,
  });
  const nameOf = (fundingSource: string) =>
    records.lists.fundingSources.find(({ word }) => word === fundingSource)?.name;
  const ofPlan = findings.filter(({ place }) => place?.tab === 'budgetPlans');
  return {
    planned: (records.budgetPlans ?? [])
      .map(
        ({ fundingSource, when, planned }) =>
          `${nameOf(fundingSource)} ${when} ${planned.amount / 1_000_000}`,
      )
      .join(', '),
    sum: (records.budgetPlans ?? []).reduce((sum, { planned }) => sum + planned.amount / 1_000_000, 0),
    found: places(ofPlan).map((place) => place.replace('budgetPlans ', '')),
    problems: ofPlan.map(({ problem }) => problem),
    subtotals: records.subtotals.map(({ row, written, sumOfAll }) => [row, written, sumOfAll]),
    account: accounts.budgetPlans,
  };
}

it('a second table has its merged labels and its columns that nobody knows, as the first has', () => {
  const merges = [{ row: 6, column: 1, rows: 2, columns: 1 }];
  const { planned, found } = read(
    '재원 | 2024 | |\n구 | 10 | |\n| | |\n재원 | 2025 | 확보 여부 | 확정\n구 | 20 | 확보 | 가\n | 30 | 확보 | 나',
    merges,
  );
  expect(planned).toBe('구 2024 10, 구 2025 20, 구 2025 30');
  expect(found).toEqual(
    expect.arrayContaining(['7 fundingSource: merged-label', '5 column 3: unused-columns']),
  );
});

describe('a table of funding sources and years counts no won twice', () => {
  it.each([
    [
      'the published one, plan above execution',
      '구분 | 2022 | 2023\n투자계획 | 10 | 20\n국비 | 10 | 20\n집행액 | 5 | 6\n국비 | 5 | 6',
      30,
      ['2: results-in-plan'],
    ],
    [
      'with percentages below',
      '구분 | 2022 | 2023\n투자계획 | 10 | 20\n국비 | 10 | 20\n집행액 | 5 | 6\n국비 | 5 | 6\n집행률 | 50% | 30%',
      30,
      ['2: results-in-plan'],
    ],
    [
      'with the plan below the execution',
      '구분 | 2022 | 2023\n집행액 | 5 | 6\n국비 | 5 | 6\n투자계획 | 10 | 20\n국비 | 10 | 20',
      30,
      ['2: results-in-plan'],
    ],
    [
      '총사업비 below its funding sources',
      '구분 | 2022 | 2023\n국비 | 2 | 4\n시비 | 2 | 2\n총사업비 | 4 | 6',
      10,
      [],
    ],
    [
      '소요예산(백만원) above its funding sources',
      '구분 | 2022 | 2023\n소요예산(백만원) | 4 | 6\n국비 | 4 | 6',
      10,
      [],
    ],
    [
      'a row of percentages',
      '구분 | 2022 | 2023\n국비 | 2 | 4\n비율(%) | 25 | 30',
      6,
      ['2: results-in-plan'],
    ],
    [
      'a row of percentages below each funding source',
      '구분 | 2022 | 2023\n국비 | 2 | 4\n비율(%) | 50 | 50\n시비 | 2 | 4\n비율(%) | 50 | 50',
      12,
      ['2: results-in-plan'],
    ],
    [
      'percentages of the funding sources once more',
      '구분 | 2022 | 2023\n국비 | 2 | 4\n시비 | 2 | 4\n비율(%) | |\n국비 | 50 | 50\n시비 | 50 | 50',
      12,
      ['2: results-in-plan'],
    ],
    ['a funding source with its share', '구분 | 2022 | 2023\n국비(50%) | 2 | 4\n시비(50%) | 2 | 4', 12, []],
    [
      'what is secured of it',
      '구분 | 2022 | 2023\n국비 | 2 | 4\n확보액 | 2 | 1\n미확보액 | 0 | 3',
      6,
      ['2: results-in-plan'],
    ],
    ['a note with numbers', '구분 | 2022 | 2023\n국비 | 2 | 4\n주) 시비는 별도 | 5 | 6', 6, []],
    ['a note with a star', '구분 | 2022 | 2023\n국비 | 2 | 4\n* 시비는 별도 | 5 | 6', 6, []],
    ['remarks', '구분 | 2022 | 2023\n국비 | 2 | 4\n비고 | 1차 | 2차', 6, []],
    ['the headings once more', '구분 | 2022 | 2023\n국비 | 2 | 4\n구분 | 2022 | 2023\n시비 | 2 | 4', 12, []],
    [
      'plan and execution beside the funding sources',
      '구분 | 재원 | 2022 | 2023\n계획 | 국비 | 10 | 20\n | 시비 | 1 | 2\n집행 | 국비 | 5 | 6\n | 시비 | 1 | 1',
      33,
      ['2: results-in-plan'],
    ],
    [
      'plan and execution of each funding source in turn',
      '재원 | 구분 | 2022 | 2023\n국비 | 계획 | 10 | 20\n국비 | 집행 | 5 | 6\n시비 | 계획 | 1 | 2\n시비 | 집행 | 1 | 1',
      33,
      ['2: results-in-plan'],
    ],
    [
      'the official form, its funding sources below no heading of their own',
      '구분 | | 계 | 기투자 | 2022 | 2023\n투자계획 | 합계 | 30 | | 10 | 20\n | 국 | 10 | | 5 | 5\n | 시 | 20 | | 5 | 15\n집행액 | 합계 | 11 | | 5 | 6\n | 국 | 11 | | 5 | 6\n집행률(%) | | 36 | | 50 | 30',
      30,
      ['2: results-in-plan'],
    ],
    [
      'sections in brackets without amounts',
      '구분 | 2022 | 2023\n【투자계획】 | |\n국비 | 10 | 20\n【집행액】 | |\n국비 | 5 | 6',
      30,
      ['2: results-in-plan'],
    ],
    [
      'marks before the labels',
      '구분 | 2022 | 2023\n○ 투자계획 | 10 | 20\n- 국비 | 10 | 20\n○ 집행액 | 5 | 6\n- 국비 | 5 | 6',
      30,
      ['2: results-in-plan'],
    ],
    [
      'a total beside the column of funding sources',
      '구분 | 재원 | 2022 | 2023\n합계 | | 10 | 20\n투자 | 국비 | 10 | 20',
      30,
      ['2 column 1: unused-columns'],
    ],
  ])('%s', (_, table, sum, found) => {
    const { sum: planned, found: told } = read(table);
    expect(planned).toBe(sum);
    expect(told).toEqual(found);
  });

  it('names each row that is no plan', () => {
    const { problems, account } = read('구분 | 2022\n국비 | 10\n집행액 | 5\n국비 | 5\n집행률 | 50%');
    expect(problems).toEqual([
      {
        code: 'results-in-plan',
        rows: [
          { row: 4, label: '집행액' },
          { row: 5, label: '국비' },
          { row: 6, label: '집행률' },
        ],
        columns: [],
      },
    ]);
    expect(account).toEqual({ read: 4, excluded: 0, skipped: 3 });
  });

  it('holds 총사업비 against its funding sources', () => {
    expect(read('구분 | 2022\n국비 | 2\n시비 | 2\n총사업비 | 5').subtotals).toEqual([
      [5, 5_000_000, 4_000_000],
    ]);
  });

  it('takes a funding source of the list for a funding source, whatever it is called', () => {
    const { planned, found } = read('재원 | 2022\n국비 | 2\n집행잔액 | 3', [], {
      classification: rawTab('분류', '종류 | 이름\n재원 | 국비\n재원 | 집행잔액'),
    });
    expect(planned).toBe('국비 2022 2, 집행잔액 2022 3');
    expect(found).toEqual([]);
  });
});

describe('a heading of a year', () => {
  it.each([
    '24년',
    '2024',
    '2024년',
    '2024년도',
    "'24",
    '’24년',
    '(2024)',
    '2024(백만원)',
    '2024년(백만원)',
    '2024년 예산',
    '2024년 계획',
    '2024년 본예산',
    '2024 투자계획',
    '2024년도 예산액',
    '2024년(1년차)',
    '2024(추정)',
    '2024년 계획(추정)',
    '3년차(2024)',
  ])('%s is 2024', (heading) => {
    expect(read(`재원별 | 2023 | "${heading}"\n국비 | 1 | 2`)).toMatchObject({
      planned: '국 2023 1, 국 2024 2',
      found: [],
    });
  });

  it.each(['2024~2025', '2024년 이후', '2024년 추경', '’22년 이전'])(
    '%s is not guessed, and warned of',
    (heading) => {
      const { planned, problems } = read(`재원 | 2022 | 2023 | ${heading}\n국비 | 1 | 2 | 4`);
      expect(planned).toBe('국 2022 1, 국 2023 2');
      expect(problems).toEqual([{ code: 'year-not-told', columns: [heading] }]);
    },
  );

  it.each([
    ['among the years is warned of', '재원 | 2022 | 당해 | 2023\n국비 | 1 | 4 | 2', '2: year-not-told'],
    ['of remarks among them is no matter', '재원 | 2022 | 비고 | 2023\n국비 | 1 | 메모 | 2', null],
    [
      'behind them is only named',
      '재원 | 2022 | 2023 | 담당\n국비 | 1 | 2 | 과',
      '2 column 4: unused-columns',
    ],
  ])('another column %s', (_, table, found) => {
    expect(read(table)).toMatchObject({ sum: 3, found: found === null ? [] : [found] });
  });

  it.each([
    ['in one row', '재원 | 2022 계획 | 2022 집행 | 2023년 계획 | 2023년 집행액\n국비 | 5 | 4 | 6 | 5'],
    ['over the years', '재원 | 집행 | | 계획 |\n | 2022 | 2023 | 2022 | 2023\n국비 | 4 | 5 | 5 | 6'],
    ['in two', '재원 | 2022 | | 2023 |\n | 계획 | 집행 | 계획 | 집행\n국비 | 5 | 4 | 6 | 5'],
  ])('has its plan beside what was spent %s', (_, table) => {
    const { planned, problems } = read(table);
    expect(planned).toBe('국 2022 5, 국 2023 6');
    expect(problems).toEqual([{ code: 'results-in-plan', rows: [], columns: expect.any(Array) }]);
  });

  it('is named beside a column of years', () => {
    expect(read('연도 | 재원 | 2022 | 2023\n2022 | 국비 | 2 | 4').problems).toEqual([
      { code: 'year-beside-years', found: '연도' },
    ]);
  });
});

describe('two rows of headings', () => {
  it('hold 계 against its row, in the unit over all of them', () => {
    const table = (total: number) =>
      `구분 | 소요예산(천원) | | | |\n | 계 | 기투자 | 2022 | 2023 | 임기후\n국비 | ${total} | 1000 | 2000 | 4000 | 8000`;
    const aboveIsOther = '3 planned 기투자: several-units';
    expect(read(table(15_000))).toMatchObject({ sum: 15, found: [aboveIsOther] });
    expect(read(table(16_000)).found).toEqual(expect.arrayContaining(['4 total: row-total-differs']));
  });
});

describe('below a heading over all years', () => {
  it('a year stands beside times that have none below them', () => {
    const table =
      '구분 | 계 | 기투자 | 임기내 | | | 임기후\n | | | 소계 | 2022 | 2023 |\n국비 | 12 | 1 | 6 | 2 | 4 | 5\n구비 | 4 | 1 | 2 | 1 | 1 | 1';
    expect(read(table)).toMatchObject({
      planned:
        '국 beforeTerm 1, 국 2022 2, 국 2023 4, 국 afterTerm 5, 구 beforeTerm 1, 구 2022 1, 구 2023 1, 구 afterTerm 1',
      found: [],
    });
  });

  it('a column that is no one year is warned of all the same', () => {
    expect(read('구분 | 투자계획 | | | \n | 2021년까지 | 2022 | 2023 |\n국비 | 4 | 1 | 2 |')).toMatchObject({
      sum: 3,
      found: ['3: year-not-told'],
    });
  });
});

describe('an amount merged across years', () => {
  const across = [{ row: 3, column: 2, rows: 1, columns: 2 }];

  it('belongs to none of them', () => {
    const { planned, problems, account } = read(
      '재원 | 2022 | 2023 | 2024\n국비 | 6 | | 4\n시비 | 1 | 2 | 3',
      across,
    );
    expect(planned).toBe('국 2024 4, 시 2022 1, 시 2023 2, 시 2024 3');
    expect(problems).toEqual([{ code: 'merged-across', found: '6', columns: ['2022', '2023'] }]);
    expect(account).toEqual({ read: 2, excluded: 0, skipped: 0 });
  });

  it('takes its row with it where the row has no other', () => {
    const { planned, account } = read('재원 | 2022 | 2023\n국비 | 6 | \n시비 | 1 | 2', across);
    expect(planned).toBe('시 2022 1, 시 2023 2');
    expect(account).toEqual({ read: 2, excluded: 1, skipped: 0 });
  });

  it('is none where nothing is planned', () => {
    expect(read('재원 | 2022 | 2023\n비예산 | - |\n시비 | 1 | 2', across).found).toEqual([]);
  });
});

/**
 * Tables of which only some rows are a plan of one funding source: the plans, the codes of what is found, and the
 * rows left aside.
 */
describe('a row that is no plan of one funding source is never summed', () => {
  const aside = (problems: readonly { readonly code: string }[]) =>
    problems.flatMap((problem) =>
      problem.code === 'results-in-plan' && 'rows' in problem && Array.isArray(problem.rows)
        ? problem.rows.map(({ row }: { row: number }) => row)
        : [],
    );

  it.each([
    // Fund and kind in one label of a wide table.
    ['국비 계획 | 10 | 20', '국비 집행 | 5 | 6', '국 2022 10, 국 2023 20', [4]],
    ['국비(계획) | 10 | 20', '국비(집행) | 5 | 6', '국 2022 10, 국 2023 20', [4]],
    ['국비 | 10 | 20', '국비집행액 | 5 | 6', '국 2022 10, 국 2023 20', [4]],
    ['국비 소요액 | 10 | 20', '국비 확보액 | 5 | 6', '국 2022 10, 국 2023 20', [4]],
    ['국비 | 10 | 20', '국비(누적) | 10 | 30', '국 2022 10, 국 2023 20', [4]],
    ['국비 | 10 | 20', '누계 | 10 | 30', '국 2022 10, 국 2023 20', [4]],
    ['국비 | 10 | 20', '국비 누계 | 10 | 30', '국 2022 10, 국 2023 20', [4]],
    ['국비 당초 | 10 | 20', '국비 변경 | 5 | 6', '국 2022 5, 국 2023 6', [3]],
    ['국비(기정) | 10 | 20', '국비(경정) | 5 | 6', '국 2022 5, 국 2023 6', [3]],
    ['국비 계획 | 10 | 20', '국비 변경계획 | 5 | 6', '국 2022 5, 국 2023 6', [3]],
    ['국비 연간 | 10 | 20', '국비 누적 | 10 | 30', '국 2022 10, 국 2023 20', [4]],
    ['국비 투자계획 | 10 | 20', '도비 집행액 | 5 | 6', '국 2022 10, 국 2023 20', [4]],
    ['계획(도비) | 10 | 20', '집행(도비) | 5 | 6', '도비 2022 10, 도비 2023 20', [4]],
    [
      '조정 교부금 | 10 | 20',
      '군비 | 5 | 6',
      '조정 교부금 2022 10, 조정 교부금 2023 20, 군비 2022 5, 군비 2023 6',
      [],
    ],
    ['국비 | 10 | 20', '국비 증감 | 1 | 2', '국 2022 10, 국 2023 20', [4]],
    ['국비 | 10 | 20', '진척도 | 50 | 60', '국 2022 10, 국 2023 20', [4]],
    ['국비 | 10 | 20', '집행(국비) | 5 | 6', '국 2022 10, 국 2023 20', [4]],
    // A plan that has not changed is the plan, whatever it is called.
    ['국비 당초 | 10 | 20', '구비 당초 | 1 | 2', '국 2022 10, 국 2023 20, 구 2022 1, 구 2023 2', []],
    [
      '국비 예산액 | 10 | 20',
      '시·도비 | 1 | 2',
      '국 2022 10, 국 2023 20, 시·도비 2022 1, 시·도비 2023 2',
      [],
    ],
    // Totals.
    ['국비 | 10 | 20', 'TOTAL | 10 | 20', '국 2022 10, 국 2023 20', []],
    ['국비 | 10 | 20', '전체 | 10 | 20', '국 2022 10, 국 2023 20', []],
    ['국비 | 10 | 20', 'Σ | 10 | 20', '국 2022 10, 국 2023 20', []],
  ])('%s above %s', (upper, lower, planned, rows) => {
    const is = read(`재원 | 2022 | 2023\n${upper}\n${lower}`);
    expect(is.planned).toBe(planned);
    expect(aside(is.problems)).toEqual(rows);
    expect(is.found).toEqual(rows.length === 0 ? [] : ['2: results-in-plan']);
    expect(is.subtotals.every(([, written, sum]) => written === sum)).toBe(true);
  });

  it.each([
    ['국비 계획 | 10', '국비 집행 | 5', '국 2022 10', [4]],
    ['국비 | 10', '집행액 | 5', '국 2022 10', [4]],
    ['국비 | 10 | 계획', '국비 | 5 | 집행', '국 2022 10', [4]],
    ['국비 | 10 | 연간', '국비 | 10 | 누적', '국 2022 10', [4]],
    ['국비 | 10 | 당초', '국비 | 5 | 변경', '국 2022 5', [3]],
    ['국비 | 10 | 소요액', '국비 | 5 | 확보액', '국 2022 10', [4]],
    ['국비 | 10 |', '누계 | 10 |', '국 2022 10', []],
    ['국비 | 10 | 계획', '구비 | 5 |', '국 2022 10, 구 2022 5', []],
  ])('%s above %s, in a list', (upper, lower, planned, rows) => {
    const is = read(`연도 | 재원 | 금액 | 구분\n2022 | ${upper}\n2022 | ${lower}`);
    expect(is.planned).toBe(planned);
    expect(aside(is.problems)).toEqual(rows);
    expect(is.found).toEqual(rows.length === 0 ? [] : ['2: results-in-plan']);
  });

  it.each(['본예산', '1회 추경', '변경', '연간'])(
    '%s is no funding source, and no total of a list',
    (label) => {
      expect(read(`연도 | 예산구분 | 금액\n2022 | 국비 | 10\n2022 | ${label} | 5`)).toMatchObject({
        planned: '국 2022 10',
        found: ['4 fundingSource: not-one-fund'],
        subtotals: [],
      });
    },
  );

  it('reads 구분 on the left for the rows below it as well', () => {
    const is = read(
      '구분 | 연도 | 재원 | 금액\n계획 | 2022 | 국비 | 10\n | 2023 | 국비 | 20\n집행 | 2022 | 국비 | 5\n | 2023 | 국비 | 6',
    );
    expect(is.planned).toBe('국 2022 10, 국 2023 20');
    expect(aside(is.problems)).toEqual([5, 6]);
  });

  it('tells an execution below each funding source from one below all', () => {
    const table = '재원 | 2022\n국비 | 10\n집행액 | 5\n집행률 | 50%\n구비 | 20\n집행액 | 5\n집행률 | 25%';
    expect(read(table).planned).toBe('국 2022 10, 구 2022 20');
    expect(read('재원 | 2022\n국비 | 10\n구비 | 20\n집행액 | 5\n국비 | 5\n기금 | 1').planned).toBe(
      '국 2022 10, 구 2022 20',
    );
  });

  it.each(['집행액', '집행률', '비율(%)'])('begins a plan anew with each work, below %s', (label) => {
    const table = `세부사업 | 구분 | 2022\n도로 | 국비 | 10\n | 구비 | 5\n | ${label} | 5\n하천 | 국비 | 7\n | ${label} | 3`;
    expect(read(table).planned).toBe('국 2022 10, 구 2022 5, 국 2022 7');
    const once = `세부사업 | 구분 | 2022\n도로 | 국비 | 10\n하천 | 국비 | 7\n | ${label} |\n도로 | 국비 | 5\n하천 | 국비 | 3`;
    expect(read(once).planned).toBe('국 2022 10, 국 2022 7');
  });

  it('says which of two counts', () => {
    const counted = (table: string) =>
      read(table).problems.flatMap((problem) => ('counted' in problem ? (problem.counted ?? []) : []));
    expect(counted('재원 | 2022\n국비 당초 | 10\n국비 변경 | 5')).toEqual(['after']);
    expect(counted('재원 | 2022\n국비 연간 | 10\n국비 누적 | 5')).toEqual(['yearly']);
    expect(counted('재원 | 2022\n국비 | 10\n국비 누적 | 5')).toEqual([]);
  });

  it.each([
    ['재원 | 2022 당초 | 2022 변경\n국비 | 10 | 5', '국 2022 5', ['2: results-in-plan']],
    ['재원 | 2022 | | \n | 당초 | 변경 | 증감\n국비 | 10 | 5 | -5', '국 2022 5', ['3: results-in-plan']],
    ['재원 | 2022 | \n | 연간 | 누적\n국비 | 10 | 30', '국 2022 10', ['3: results-in-plan']],
    ['재원 | 2022(계획) | 2022(집행)\n국비 | 10 | 5', '국 2022 10', ['2: results-in-plan']],
    ['재원 | 2022 | 2023 | 누계\n국비 | 10 | 20 | 30', '국 2022 10, 국 2023 20', ['2: results-in-plan']],
    ['재원 | 집행액 | 2022 | 계\n국비 | 5 | 10 | 10', '국 2022 10', ['2: results-in-plan']],
  ])('%s: in columns too', (table, planned, found) => {
    expect(read(table)).toMatchObject({ planned, found, subtotals: [] });
  });

  it.each([
    ['below its parts', '국비 | 2\n구비 | 3\n국비+구비 | 5', '국 2022 2, 구 2022 3', ['2: results-in-plan']],
    ['alone', '국비 | 2\n시비+구비 | 5', '국 2022 2', ['4 fundingSource: not-one-fund']],
    [
      'called 지방비 above them',
      '지방비 | 5\n시비 | 2\n구비 | 3',
      '시 2022 2, 구 2022 3',
      ['2: results-in-plan'],
    ],
    ['called 지방비 without them', '국비 | 2\n지방비 | 5', '국 2022 2, 지방비 2022 5', []],
    ['above its parts', '국비+구비 | 5\n국비 | 2\n구비 | 3', '국 2022 2, 구 2022 3', ['2: results-in-plan']],
    ['in words', '국비 | 2\n시비 및 구비 | 5', '국 2022 2', ['4 fundingSource: not-one-fund']],
  ])('money of two funding sources %s', (_, rows, planned, found) => {
    expect(read(`재원 | 2022\n${rows}`)).toMatchObject({ planned, found });
  });
});

describe('a unit counts where it stands', () => {
  it.each([
    ['in the label', '재원 | 2022\n국비(천원) | 1000\n구비(천원) | 2000', []],
    ['in the label of a list', '연도 | 재원 | 금액\n2022 | 국비(천원) | 1000\n2022 | 구비(천원) | 2000', []],
    ['in a column', '재원 | 단위 | 2022\n국비 | 천원 | 1000\n구비 | 백만원 | 2', []],
    [
      'in a column of a list',
      '연도 | 재원 | 금액 | 단위\n2022 | 국비 | 1000 | 천원\n2022 | 구비 | 2000 | (천원)',
      [],
    ],
    // The unit above the table is another one, which is told.
    [
      'in the heading of the funding sources',
      '재원(천원) | 2022\n국비 | 1000\n구비 | 2000',
      ['2 planned 2022: several-units'],
    ],
    [
      'in that of a list',
      '연도 | 재원(천원) | 금액\n2022 | 국비 | 1000\n2022 | 구비 | 2000',
      ['2 planned: several-units'],
    ],
  ])('%s', (_, table, found) => {
    expect(read(table)).toMatchObject({ planned: '국 2022 1, 구 2022 2', found });
  });

  it('with a fraction, and with a unit of the cell itself', () => {
    expect(read('재원 | 2022 | 2023\n국비(천원) | 1500.5 | 3백만원').planned).toBe(
      '국 2022 1.5005, 국 2023 3',
    );
  });

  it('that is none of money leaves its amounts out', () => {
    expect(read('재원 | 단위 | 2022\n국비 | 달러 | 1000\n구비 | 백만원 | 2')).toMatchObject({
      planned: '구 2022 2',
      found: ['3 planned 2022: not-an-amount'],
    });
  });
});

describe('funding sources side by side', () => {
  it.each([
    ['below years', '구분 | 2022 | | 2023 |\n | 국비 | 구비 | 국비 | 구비\n계획 | 1 | 2 | 3 | 4', 3],
    [
      'below years beside 재원',
      '연도 | 2022 | | 2023 |\n재원 | 국비 | 구비 | 국비 | 구비\n계획 | 1 | 2 | 3 | 4',
      3,
    ],
    ['beside 연도', '연도 | 국비 | 시비 | 계\n2022 | 1 | 2 | 3', 2],
    ['below 사업비 beside 연도', '연도 | 사업비 | |\n | 계 | 국비 | 시비\n2022 | 3 | 1 | 2', 3],
    ['beside 연도, most of them unlisted', '연도 | 계 | 도비 | 군비 | 국비\n2022 | 6 | 1 | 2 | 3', 2],
    ['with their unit', '연도 | 국비(천원) | 시비(천원)\n2022 | 1 | 2', 2],
    ['above years under 구분', '구분 | 국비 | 시비 | 계\n2022년 | 1 | 2 | 3', 2],
  ])('%s are told of once', (_, table, row) => {
    expect(read(table)).toMatchObject({ planned: '', found: [`${row}: funds-across`] });
  });
});

it('keeps a list of text whose other columns hold words that are funding sources elsewhere', () => {
  const is = read('사업구분 | 연도 | 재원 | 금액\n자체 | 2022년 | 구비 | "1,000"');
  expect(is).toMatchObject({ planned: '구 2022 1000', found: ['2 column 1: unused-columns'] });
});

it('keeps a list whose other columns hold words that are funding sources elsewhere', () => {
  const is = read('사업구분 | 연도 | 재원 | 금액\n보조 | 2022 | 국비 | 10\n자체 | 2022 | 구비 | 5');
  expect(is).toMatchObject({ planned: '국 2022 10, 구 2022 5', found: ['2 column 1: unused-columns'] });
});

it.each(['국비(A)', '국비(70%)', '① 국비', '1. 국비', '1) 국비', '(1) 국비', '가. 국비', '- 국비'])(
  '%s is 국비',
  (label) => {
    expect(read(`재원 | 2022\n${label} | 10`).planned).toBe('국 2022 10');
  },
);

it.each([
  ['재원 | 총사업비 | 기투자 | 2022 | 계\n국비 | 3 | 1 | 2 | 2', []],
  ['재원 | 총사업비 | 2022 | 2023 | 계\n국비 | 9 | 1 | 2 | 3', []],
  ['재원 | 총사업비 | 2022 | 2023 | 계\n국비 | 9 | 1 | 2 | 4', ['3 total: row-total-differs']],
])('%s: one of its totals is the sum of the row', (table, found) => {
  expect(read(table).found).toEqual(found);
});

it('does not hold a row against 계 where a column of it is not read', () => {
  expect(read('구분 | 계 | 2022 | 2023년 이후\n국비 | 3 | 1 | 2').found).toEqual(['2: year-not-told']);
});

describe('after the term', () => {
  it.each(['향후', '향후투자', '향후계획', '향후계획액', '향후투자액', '임기후', '임기 이후'])(
    'is %s, as a column and as a year',
    (name) => {
      expect(read(`재원 | 2022 | ${name}\n국비 | 1 | 2`)).toMatchObject({
        planned: '국 2022 1, 국 afterTerm 2',
        found: [],
      });
      expect(read(`연도 | 재원 | 금액\n${name} | 국비 | 2`)).toMatchObject({
        planned: '국 afterTerm 2',
        found: [],
      });
    },
  );

  it('counts once, and says so with both names', () => {
    expect(read('재원 | 2022 | 향후투자 | 임기후\n국비 | 1 | 2 | 4')).toMatchObject({
      planned: '국 2022 1, 국 afterTerm 2',
      problems: [{ code: 'doubled-heading', heading: '향후투자, 임기후' }],
    });
  });
});

describe('a cell of a wide row that cannot be read', () => {
  it('is left out alone, and its row is not held against 계', () => {
    expect(read('재원 | 계 | 2022 | 2023\n국비 | 30 | 10 | 설계\n구비 | 3 | 1 | 2')).toMatchObject({
      planned: '국 2022 10, 구 2022 1, 구 2023 2',
      found: ['3 planned 2023: not-an-amount'],
      account: { read: 2, excluded: 0, skipped: 0 },
    });
  });

  it('takes its row with it where the row has no other', () => {
    expect(read('재원 | 2022 | 2023\n국비 | 미정 |\n구비 | 1 | 2').account).toEqual({
      read: 2,
      excluded: 1,
      skipped: 0,
    });
  });
});

describe('one funding source and year in two rows', () => {
  it.each([
    ['copied', '연도 | 재원 | 금액\n2022 | 국비 | 10\n2022 | 국비 | 10', ['4 fundingSource: doubled-money']],
    [
      'copied and numbered',
      '연번 | 연도 | 재원 | 금액\n1 | 2022 | 국비 | 10\n2 | 2022 | 국비 | 10',
      ['4 fundingSource: doubled-money'],
    ],
    [
      'copied in a wide table',
      '재원 | 2022 | 2023\n국비 | 1 | 2\n국비 | 1 | 2',
      ['4 fundingSource: doubled-money'],
    ],
    ['of nothing', '연도 | 재원 | 금액\n2022 | 국비 | 0\n2022 | 국비 | 0', []],
    ['of two amounts', '연도 | 재원 | 금액\n2022 | 국비 | 10\n2022 | 국비 | 20', []],
    [
      'of two works',
      '연도 | 재원 | 금액 | 세부사업\n2022 | 국비 | 10 | 도로\n2022 | 국비 | 10 | 하천',
      ['2 column 4: unused-columns'],
    ],
    [
      'of two works of a wide table',
      '세부사업 | 재원 | 2022\n도로 | 국비 | 10\n하천 | 국비 | 10',
      ['2 column 1: unused-columns'],
    ],
    [
      'of two kinds of cost',
      '구분 | 재원 | 2022\n시설비 | 국비 | 10\n운영비 | 국비 | 10',
      ['2 column 1: unused-columns'],
    ],
    [
      'asked for and settled',
      '구분 | 재원 | 2022\n요구 | 국비 | 10\n확정 | 국비 | 8',
      ['2 column 1: unused-columns', '3 fundingSource: rows-told-apart'],
    ],
    [
      'asked for and settled in a list',
      '연도 | 재원 | 금액 | 단계\n2022 | 국비 | 10 | 요구\n2022 | 국비 | 8 | 확정',
      ['2 column 4: unused-columns', '3 fundingSource: rows-told-apart'],
    ],
    [
      'and a supplement',
      '재원 | 2022\n국비(본예산) | 10\n국비(1회 추경) | 12',
      ['3 fundingSource: rows-told-apart'],
    ],
    [
      'of other years',
      '구분 | 연도 | 재원 | 금액\nA | 2022 | 국비 | 10\nB | 2023 | 국비 | 8',
      ['2 column 1: unused-columns'],
    ],
  ])('%s', (_, table, found) => {
    expect(read(table).found).toEqual(found);
  });
});

describe('예산집행', () => {
  const executed = (rows: string, heading = '집행일 | 재원 | 금액(원) | 적요') => {
    const { records, findings } = readRecords({
      pledge: rawTab('공약', '항목 | 값\n공약번호 | 1-1\n시작연도 | 2022\n종료연도 | 2026'),
      executions: rawTab('예산집행', `${heading}\n${rows}`),
    });
    const ofExecutions = findings.filter(({ place }) => place?.tab === 'executions' && place.row !== null);
    return [
      (records.executions ?? []).map((each) => each.executed.amount).join(' '),
      ...places(ofExecutions).map((place) => place.replace('executions ', '')),
    ];
  };

  it.each([
    ['2023. 1. 2. | 국비 집행 | 5 |', ['5']],
    ['2023. 1. 2. | 집행액 | 5 |', ['', '2 fundingSource: not-one-fund']],
    ['2023. 1. 2. | 국비 계획 | 5 |', ['', '2 fundingSource: not-one-fund']],
    ['2023. 1. 2. | 국비+구비 | 5 |', ['', '2 fundingSource: not-one-fund']],
    ['2023. 1. 2. | 국비(천원) | 5 |', ['5000']],
    ['2023. 1. 2. | 국비 | 5 |\n | TOTAL | 5 |', ['5']],
    ['2023. 1. 2. | 국비 | 5 | 가\n2023. 1. 2. | 국비 | 5 | 가', ['5 5', '3 fundingSource: doubled-money']],
    ['2023. 1. 2. | 국비 | 5 | 가\n2023. 1. 2. | 국비 | 5 | 나', ['5 5']],
  ])('%s', (rows, told) => {
    expect(executed(rows)).toEqual(told);
  });

  it('takes the unit of a column, and of the heading of the funding sources', () => {
    expect(executed('2023. 1. 2. | 국비 | 5 | 천원', '집행일 | 재원 | 금액 | 단위')).toEqual(['5000']);
    expect(executed('2023. 1. 2. | 국비 | 5', '집행일 | 재원(천원) | 금액')).toEqual(['5000']);
  });
});

describe('a column of 공약번호', () => {
  it.each([
    ['before the years', '공약번호 | 재원 | 2022 | 2023\n1-1 | 국비 | 10 | 20'],
    ['behind the funding source', '재원 | 공약번호 | 2022 | 2023\n국비 | 1-1 | 10 | 20'],
    ['among the years', '재원 | 2022 | 공약번호 | 2023\n국비 | 10 | 1-1 | 20'],
    ['behind the years', '재원 | 2022 | 2023 | 공약번호\n국비 | 10 | 20 | 1-1'],
    ['among the years, on two rows', '재원 | 2022 | 공약번호 | 2023\n | 계획 | | 계획\n국비 | 10 | 1-1 | 20'],
    [
      'between the columns of a list',
      '연도 | 공약번호 | 재원 | 금액\n2022 | 1-1 | 국비 | 10\n2023 | 1-1 | 국비 | 20',
    ],
  ])('is no year, wherever it stands: %s', (_, table) => {
    expect(read(table)).toMatchObject({ sum: 30, found: [] });
  });

  it.each([
    ['among the years', '재원 | 2022 | 공약번호 | 2023\n국비 | 10 | 1-1 | 20\n시비 | 1 | 9-9 | 2'],
    ['behind the years', '재원 | 2022 | 2023 | 공약번호\n국비 | 10 | 20 | 1-1\n시비 | 1 | 2 | 9-9'],
  ])('tells the rows of another pledge, wherever it stands: %s', (_, table) => {
    expect(read(table)).toMatchObject({ sum: 30, found: ['4 pledgeNumber: another-pledge'] });
  });
});

describe('a column under two headings', () => {
  it.each([
    [
      '재원 | 2023 | | 2024 |\n | 계획 | 집행 | 계획 | 집행\n구 | 5 | 4 | 6 | 3',
      '집행액, 비율, 누계처럼 한 재원의 계획이 아닌 것은 세지 않았습니다(2023 집행 열, 2024 집행 열).',
    ],
    [
      '재원 | 계획 | | 집행 |\n | 2023 | 2024 | 2023 | 2024\n구 | 5 | 6 | 4 | 3',
      '집행액, 비율, 누계처럼 한 재원의 계획이 아닌 것은 세지 않았습니다(집행 2023 열, 집행 2024 열).',
    ],
  ])('is told by both: %j', (budgetPlans, what) => {
    const { report, findings } = bookOf({ pledge: TERM, budgetPlans });
    expect(report.budget?.total.planned.value).toBe(11_000_000);
    expect(findings.find(({ code }) => code === 'results-in-plan')?.what).toBe(what);
  });
});
