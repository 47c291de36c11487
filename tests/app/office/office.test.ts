/**
 * A book of several pledges: whose each row is, what is said of rows of none, and that two pledges are never
 * summed.
 */
import { describe, expect, it } from 'vitest';
import { rawTab } from '../../sheets/fixtures.ts';
import { BOOK, type Changes, told } from './office-book.ts';

describe('each pledge of an office', () => {
  it('is counted from its own rows', () => {
    const { of, result, errors } = told();
    expect(errors).toEqual([]);
    expect(of('1-1')).toMatchObject({
      ratePercent: 70,
      suggestions: { total: 1 },
      budget: { plannedWon: 10_000_000 },
    });
    expect(of('1-2')).toMatchObject({
      ratePercent: 30,
      suggestions: { total: 1 },
      budget: { plannedWon: 30_000_000 },
    });
    expect(result.overview).toMatchObject({
      pledges: 2,
      meanRatePercent: 50,
      yearTarget: { reached: 1, of: 2 },
      fields: [{ field: '복지', plannedWon: 10_000_000, executedWon: 4_000_000 }, { field: '행정' }],
      departments: [{ department: '복지과' }, { department: '자치과' }],
    });
    expect(result).toMatchObject({ pledge: null, meetings: null, suggestions: null, budget: null });
  });

  it.each(['1-2', ' 1－2', '01-02', '1.2'])('is told in detail where it is asked for: %s', (number) => {
    const { result } = told({}, number);
    expect(result.pledge).toMatchObject({ number: '1-2', name: '만남' });
    expect(result.meetings).toMatchObject({ cumulative: 12, target: 40 });
  });

  it('knows its rows however the number is spelt, in whatever order they stand', () => {
    const { of, errors } = told({
      results: '공약번호 | 일자 | 값\n1－1 | 2024. 9. 5. | 4\n공약 1-1 | 2024. 3. 5. | 7',
    });
    expect(errors).toEqual([]);
    expect(of('1-1')?.indicators[0]?.value).toBe(21);
  });

  it('has its notes too, though a number stands before them', () => {
    const { errors, result } = told({
      results: `${BOOK.results}\n1-1 | ※ 2024년은 9월까지 |`,
      schedule:
        '공약번호 | 세부추진사항 | 2024.1 | 2024.2\n1-1 | 쉼터 열기 | ■ |\n1-1 | ※ 계획은 바뀔 수 있음 | |',
    });
    expect(errors).toEqual([]);
    expect(result.rows).toMatchObject({ 실적기록: { skipped: 1 }, 추진일정: { counted: 1, skipped: 1 } });
  });

  it.each<{ tab: string; changes: Changes; cell: string }>([
    { tab: '예산계획', changes: { budgetPlans: '공약번호 | 연도 | 재원\n1-1 | 2024 | 구' }, cell: '1:1' },
    {
      tab: '예산집행',
      changes: { executions: '공약번호 | 집행일 | 재원\n1-1 | 2024. 5. 1. | 구' },
      cell: '1:1',
    },
    { tab: '연차목표', changes: { targets: '공약번호 | 연도\n1-1 | 2024' }, cell: '1:1' },
  ])('shares one error with the others where a heading of $tab is missing', ({ tab, changes, cell }) => {
    const missing = told(changes).result.findings.filter(({ code }) => code === 'missing-heading');
    expect(missing.map((finding) => [finding.pledge, finding.tab, finding.cell])).toEqual([
      [undefined, tab, cell],
    ]);
  });

  it('has the target of its row as it is shown: 90 % and not 0.9', () => {
    const list = rawTab(
      '공약목록',
      '공약번호 | 공약명 | 집계 | 지표단위 | 최종목표\n1-1 | 공정 | 현재값 | % | 0.9\n1-2 | 만남 | | | 40',
    );
    const formats = () =>
      list.rows.map((row, at) => row.map((_, column) => (at === 1 && column === 4 ? '0%' : '')));
    const { of } = told({
      pledgeList: { ...list, formats },
      results: '공약번호 | 일자 | 값\n1-1 | 2024. 3. 5. | 45%',
    });
    expect(of('1-1')).toMatchObject({ ratePercent: 50, indicators: [{ target: 90, value: 45 }] });
  });

  it.each([
    [
      'under another name, without a row',
      '쉼터 수',
      '마을쉼터',
      ['indicator-without-rows 1-1 공약목록 E2'],
      35,
    ],
    ['with rows of its own', '쉼터 수', '쉼터 수', [], 35],
  ])(
    'says of the indicator of its row that it counts beside those of 지표: %s',
    (_, name, of, expected, rate) => {
      const { findings, of: pledge } = told({
        pledgeList: `공약번호 | 공약명 | 집계 | 지표단위 | 확인지표 | 최종목표\n1-1 | 쉼터 | 누적 | 개소 | ${name} | 10\n1-2 | 만남 | | | | 40`,
        indicators: '공약번호 | 지표 | 집계 | 단위 | 최종목표\n1-1 | 마을쉼터 | 누적 | 개소 | 10',
        targets: '공약번호 | 지표 | 연도 | 누적목표\n1-1 | 마을쉼터 | 2026 | 10',
        results: `공약번호 | 지표 | 일자 | 값\n1-1 | ${of} | 2024. 3. 5. | 7`,
      });
      expect(findings.filter((finding) => finding.startsWith('indicator-without-rows'))).toEqual(expected);
      expect(pledge('1-1')?.ratePercent).toBe(rate);
    },
  );

  it('is asked whether its target of 1 beside values like 35 is 100 %', () => {
    const { findings } = told({
      pledgeList:
        '공약번호 | 공약명 | 집계 | 지표단위 | 최종목표\n1-1 | 공정 | 현재값 | % | 1\n1-2 | 만남 | | | 40',
      results: '공약번호 | 일자 | 값\n1-1 | 2024. 3. 5. | 35',
    });
    expect(findings).toContain('share-for-percent 1-1 공약목록 E2');
  });

  it('has the rows below a merged number', () => {
    const results = rawTab('실적기록', '공약번호 | 일자 | 값\n1-1 | 2024. 3. 5. | 7\n | 2024. 9. 5. | 4');
    const merges = () => [{ row: 2, column: 1, rows: 2, columns: 1 }];
    expect(told({ results: { ...results, merges } }).of('1-1')?.indicators[0]?.value).toBe(21);
  });

  it('shows only the categories that its rows use', () => {
    const { result } = told({}, '1-2');
    expect(new Set(result.meetings?.categories.map(({ category }) => category))).toEqual(new Set(['간담회']));
  });

  it('takes from 공약 what its row leaves blank, and nothing else', () => {
    const { book, findings } = told({
      pledge: `${BOOK.pledge}\n사업주체 | 자체\n공약명 | 옛 이름\n최종목표 | 999`,
    });
    expect(book.pledges.map(({ computed }) => computed.report?.pledge.executingBody)).toEqual([
      '자체',
      '자체',
    ]);
    expect(book.pledges.map(({ computed }) => computed.report?.pledge.name)).toEqual(['쉼터', '만남']);
    expect(findings).toContain('settings-of-a-pledge  공약 B6');
  });

  it('says of its findings whose they are, and where in its row they stand', () => {
    const { findings } = told({
      pledgeList: `${BOOK.pledgeList.replace('| 개소 | 10 | 30', '| 개소 | 10 | 서른')}`,
    });
    expect(findings).toContain('not-a-value 1-1 공약목록 H2');
  });
});

describe('a book of an office', () => {
  it('needs no 분류, and without 공약 has its pledges all the same', () => {
    expect(told({ classification: null }).errors).toEqual([]);
    const { result, errors } = told({ pledge: null, classification: null });
    expect(errors).toEqual(['missing-tab 공약 ']);
    expect(Object.keys(result.rows)).not.toContain('공약');
    expect(result.pledges.map(({ number }) => number)).toEqual(['1-1', '1-2']);
  });

  it('says once of 분류 what every pledge would say, and counts its rows once', () => {
    const { result, findings } = told({
      classification: `${BOOK.classification}\n소통 | 간담회\n소통 |\n모름 | 가`,
    });
    expect(findings.filter((text) => text.includes('분류'))).toEqual([
      'unknown-name  분류 A6',
      'doubled-name  분류 B4',
      'required-blank  분류 B5',
    ]);
    expect(result.rows.분류).toMatchObject({ read: 5 });
  });

  it('says once of a setting of the book what is wrong with it, and of each setting by itself', () => {
    const { findings } = told({ pledge: `${BOOK.pledge}\n비율 처리 | 가\n비율 소수자리 | 가\n가나 | 1` });
    expect(findings.filter((text) => text.includes(' 공약 '))).toEqual([
      'unknown-name  공약 B5',
      'not-digits  공약 B6',
      'unknown-setting  공약 A7',
    ]);
  });

  it.each([
    ['국', '구'],
    ['군비', '자체'],
  ])('knows from the money of all pledges what 자체 means beside %s', (first, second) => {
    const { result } = told({
      budgetPlans: `공약번호 | 연도 | 재원 | 금액(백만원)\n1-1 | 2024 | ${first} | 10\n1-2 | 2024 | 자체 | 30`,
      executions: `공약번호 | 집행일 | 재원 | 금액(원)\n1-1 | 2024. 5. 1. | ${second} | 1`,
    });
    const names = result.pledges.flatMap(({ budget }) =>
      budget?.sources.map(({ fundingSource }) => fundingSource),
    );
    expect(names.includes('자체')).toBe(first === '군비');
  });
});

describe('a row of no pledge', () => {
  it.each<[string, Changes, string]>([
    ['that names none', { results: `${BOOK.results}\n | 2024. 9. 5. | 100` }, 'no-pledge-number 실적기록 A4'],
    [
      'of one that is not in the list',
      { results: `${BOOK.results}\n9-9 | 2024. 9. 5. | 100` },
      'unknown-pledge 실적기록 A4',
    ],
    [
      'of a tab without the column',
      { executions: '집행일 | 재원 | 금액(원)\n2024. 5. 1. | 구 | 9000000' },
      'no-pledge-column 예산집행 1:1',
    ],
    [
      'whose number is an error',
      { results: `${BOOK.results}\n#REF! | 2024. 9. 5. | 100` },
      'error-value 실적기록 A4',
    ],
    ['of a plan', { targets: `${BOOK.targets}\n | 2025 | 900` }, 'no-pledge-number 연차목표 A4'],
    [
      'of a number that stands twice in the list',
      { pledgeList: `${BOOK.pledgeList}\n1-1 | 또 | 복지` },
      'doubled-pledge-number 공약목록 A4',
    ],
  ])('is left out and said: %s', (_, changes, expected) => {
    const { errors, of, result } = told(changes);
    expect(errors).toEqual([expected]);
    expect(of('1-1')?.indicators[0]?.value).toBe(21);
    const excluded = Object.values(result.rows).reduce((sum, row) => sum + row.excluded, 0);
    expect(excluded).toBe(1);
    for (const row of Object.values(result.rows)) {
      expect(row.read).toBe(row.counted + row.afterAsOf + row.excluded + row.skipped);
    }
  });

  it('is the one pledge’s where the list has one', () => {
    const [headings = '', first = ''] = BOOK.pledgeList.split('\n');
    const { errors, of } = told({
      pledgeList: `${headings}\n${first}`,
      targets: '연도 | 누적목표\n2024 | 20',
      meetings: null,
      results: '공약번호 | 일자 | 값\n | 2024. 3. 5. | 7\n1-1 | 2024. 9. 5. | 4',
      suggestions: null,
      budgetPlans: '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10',
      executions: null,
    });
    expect(errors.filter((error) => !error.startsWith('missing-tab'))).toEqual([]);
    expect(of('1-1')).toMatchObject({ ratePercent: 70 });
  });
});

describe('a row that cannot count for its indicator is left out and named:', () => {
  const LIST = '지표 | 집계 | 단위 | 최종목표';
  it.each<[string, Changes, readonly string[]]>([
    [
      'an indicator without a name',
      { indicators: `공약번호 | ${LIST}\n1-1 | | 누적 | 개소 | 5` },
      ['required-blank 지표 B2'],
    ],
    [
      'two of one name',
      { indicators: `공약번호 | ${LIST}\n1-1 | 정자 | 누적 | 개소 | 5\n1-1 | 정 자 | 누적 | 개소 | 7` },
      ['doubled-name 지표 B3'],
    ],
    [
      'a second one that meetings measure',
      { indicators: `공약번호 | ${LIST}\n1-2 | 모임 | 소통 | 회 | 5` },
      ['second-indicator-of-meetings 지표 C2'],
    ],
    [
      'shares that are added up',
      { indicators: `공약번호 | ${LIST}\n1-1 | 만족도 | 누적 | % | 80` },
      ['sum-of-percents 지표 C2'],
    ],
    [
      'a target in another unit',
      { indicators: `공약번호 | ${LIST}\n1-1 | 정자 | 누적 | 개소 | 5명` },
      ['unit-of-another-indicator 지표 E2'],
    ],
    ...(
      [
        ['2.5', 'fractional-count'],
        ['-3', 'negative-count'],
      ] as const
    ).map(([planned, code]): [string, Changes, readonly string[]] => [
      `${planned} meetings in the plan of a pledge that other things measure too`,
      {
        indicators: `공약번호 | ${LIST}\n1-2 | 정자 | 누적 | 개소 | 5`,
        pledgeList:
          '공약번호 | 공약명 | 확인지표 | 집계 | 최종목표\n1-1 | 쉼터 | | 누적 | 30\n1-2 | 만남 | 대화 | 소통 | 40',
        targets: `공약번호 | 지표 | 연도 | 누적목표\n1-2 | 대화 | 2024 | ${planned}\n1-2 | 정자 | 2024 | 2.5`,
      },
      [`${code} 연차목표 D2`],
    ]),
    [
      'an assessment below zero',
      {
        pledgeList: BOOK.pledgeList.replace('누적 | 개소 | 10 | 30', '자체평가 | | |'),
        results: '공약번호 | 일자 | 값\n1-1 | 2024. 3. 5. | -7\n1-1 | 2024. 9. 5. | 40',
      },
      ['negative-count 실적기록 C2'],
    ],
  ])('%s', (_case, changes, is) => {
    // Results that name none of now two indicators are another matter.
    const errors = told(changes).errors.filter((error) => !error.startsWith('indicator-not-named'));
    expect(errors).toEqual(is);
  });

  it('but a sum may be corrected, and a level may be below zero', () => {
    const results = '공약번호 | 일자 | 값\n1-1 | 2024. 3. 5. | -2';
    expect(told({ results }).errors).toEqual([]);
    const pledgeList = BOOK.pledgeList.replace('누적 | 개소 | 10', '현재값 | 도 | 1');
    expect(told({ pledgeList, results }).errors).toEqual([]);
  });
});
