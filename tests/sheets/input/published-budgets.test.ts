/** Plans of money as offices publish them, a column a year, with all that such a table holds besides: what counts, and what is told. */
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import type { MergedCells } from '../../../src/sheets/raw.ts';
import { places, rawTab } from '../fixtures.ts';

/** Millions of won by fund and time, and what is found in the tab. */
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
  const nameOf = (fund: string) => records.lists.fundingSources.find(({ word }) => word === fund)?.name;
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

describe('a table of funds and years counts no won twice', () => {
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
    ['총사업비 below its funds', '구분 | 2022 | 2023\n국비 | 2 | 4\n시비 | 2 | 2\n총사업비 | 4 | 6', 10, []],
    [
      '소요예산(백만원) above its funds',
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
      'a row of percentages below each fund',
      '구분 | 2022 | 2023\n국비 | 2 | 4\n비율(%) | 50 | 50\n시비 | 2 | 4\n비율(%) | 50 | 50',
      12,
      ['2: results-in-plan'],
    ],
    [
      'percentages of the funds once more',
      '구분 | 2022 | 2023\n국비 | 2 | 4\n시비 | 2 | 4\n비율(%) | |\n국비 | 50 | 50\n시비 | 50 | 50',
      12,
      ['2: results-in-plan'],
    ],
    ['a fund with its share', '구분 | 2022 | 2023\n국비(50%) | 2 | 4\n시비(50%) | 2 | 4', 12, []],
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
      'plan and execution beside the funds',
      '구분 | 재원 | 2022 | 2023\n계획 | 국비 | 10 | 20\n | 시비 | 1 | 2\n집행 | 국비 | 5 | 6\n | 시비 | 1 | 1',
      33,
      ['2: results-in-plan'],
    ],
    [
      'plan and execution of each fund in turn',
      '재원 | 구분 | 2022 | 2023\n국비 | 계획 | 10 | 20\n국비 | 집행 | 5 | 6\n시비 | 계획 | 1 | 2\n시비 | 집행 | 1 | 1',
      33,
      ['2: results-in-plan'],
    ],
    [
      'the official form, its funds below no heading of their own',
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
      'a total beside the column of funds',
      '구분 | 재원 | 2022 | 2023\n합계 | | 10 | 20\n투자 | 국비 | 10 | 20',
      30,
      ['2: unused-columns'],
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

  it('holds 총사업비 against its funds', () => {
    expect(read('구분 | 2022\n국비 | 2\n시비 | 2\n총사업비 | 5').subtotals).toEqual([
      [5, 5_000_000, 4_000_000],
    ]);
  });

  it('takes a fund of the list for a fund, whatever it is called', () => {
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
    ['behind them is only named', '재원 | 2022 | 2023 | 담당\n국비 | 1 | 2 | 과', '2: unused-columns'],
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
    expect(read(table(15_000))).toMatchObject({ sum: 15, found: [] });
    expect(read(table(16_000))).toMatchObject({ sum: 15, found: ['4 total: row-total-differs'] });
  });
});

describe('below a heading over all years', () => {
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
    expect(planned).toBe('시 2022 1, 시 2023 2, 시 2024 3');
    expect(problems).toEqual([{ code: 'merged-across', found: '6', columns: ['2022', '2023'] }]);
    expect(account).toEqual({ read: 2, excluded: 1, skipped: 0 });
  });

  it('is none where nothing is planned', () => {
    expect(read('재원 | 2022 | 2023\n비예산 | - |\n시비 | 1 | 2', across).found).toEqual([]);
  });
});
