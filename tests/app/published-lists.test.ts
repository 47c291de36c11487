/**
 * Published sheets whose funding sources, statuses and tables are not those of pledge 1-6: what stands in print
 * comes out, or is worked out beside it.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../src/app/compute/compute.ts';
import { runResultOf } from '../../src/app/result/run-result.ts';
import { budgetTimeName } from '../../src/sheets/names.ts';
import { officialSheet } from '../../src/sheets/output/official/sheet.ts';
import { tabsOf, workbookText } from '../problems/workbook-text.ts';
import { day } from '../support/day.ts';
import { resultOfOne } from '../support/one-pledge.ts';

const TODAY = '2026-07-01';

/** Tabs that each book has, with nothing in them. */
const EMPTY = `
[연차목표]
연도 | 누적목표

[소통기록]
일자 | 분류 | 횟수

[건의사항]
접수번호 | 접수일 | 출처 | 처리상황 | 처리일 | 건수

[예산계획]
연도 | 재원 | 금액(백만원)

[예산집행]
집행일 | 재원 | 금액(원)
`;

function computed(asOf: string, sections: string) {
  const tabs = tabsOf(workbookText(`as of ${asOf}, today ${TODAY}\n${EMPTY}\n${sections}`), []);
  const { report, accounts, findings } = computeReport(tabs, day(asOf), day(TODAY));
  if (report === null) throw new Error('nothing was computed');
  const sheet = officialSheet(report, accounts, findings).rows.map((row) =>
    row.map(({ value }) => value).filter((value) => value !== '' && value !== null),
  );
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { ...runResultOf(resultOfOne(report, findings, accounts), findings), sheet, errors, findings };
}

/** 1,000,000 won: what the published tables count in. */
const MILLION = 1_000_000;

/** `시작연도–종료연도` of a pledge, and what else its settings say. */
const pledge = (from: number, to: number, more = '') =>
  `[공약]\n항목 | 값\n공약번호 | 1-1\n시작연도 | ${from}\n종료연도 | ${to}\n${more}`;

describe('a pledge most of whose money comes after the term', () => {
  const { budget, errors, sheet, findings } = computed(
    '2024-12-31',
    `${pledge(2022, 2026, '총사업비(백만원) | 157425')}
[예산계획]
연도 | 재원 | 금액(백만원)
2024 | 구비 | 150
2025 | 구비 | 12957
2026 | 구비 | 10589
2026 | 시비 | 10000
임기후 | 구비 | 123729
[예산집행]
집행일 | 재원 | 금액(원)
2024 | 구비 | 150000000`,
  );

  it('adds up to the published 157,425, of which 123,729 come after the term', () => {
    expect(budget?.plannedWon).toBe(157_425 * MILLION);
    expect(budget?.afterTerm).toMatchObject([{ fundingSource: '구', plannedWon: 123_729 * MILLION }]);
    expect(budget?.beforeTerm).toBeNull();
    expect(errors).toEqual([]);
    expect(findings.map(({ code }) => code)).not.toContain('budget-off-total-cost');
  });

  it('has a column 임기후 in the official sheet', () => {
    expect(sheet).toContainEqual(['구분', '계', '2022', '2023', '2024', '2025', '2026', '임기후']);
    expect(sheet).toContainEqual(['투자계획', '합계', 157_425, 150, 12_957, 20_589, 123_729]);
  });
});

describe('a pledge of which most was spent before the term', () => {
  const table = (form: 'list' | 'table') =>
    form === 'list'
      ? `연도 | 재원 | 금액(백만원)
기투자 | 국비 | 4000
기 투자 | 시비 | 3163
2022 | 시비 | 637
2022 | 구비 | 980`
      : `재원 | 소계 | 기투자 | 2022 | 2023 | 2024 | 2025 | 2026
국비 | 4000 | 4000 | | | | |
시비 | 3800 | 3163 | 637 | | | |
구비 | 980 | - | 980 | | | |`;
  const book = (form: 'list' | 'table') =>
    computed(
      '2022-12-31',
      `${pledge(2022, 2026, '총사업비(백만원) | 8780')}
[예산계획]
${table(form)}
[예산집행]
집행일 | 재원 | 금액(원)
2021 | 국비 | 4000000000
2021 | 시비 | 3163000000
2022 | 시비 | 637000000
2022 | 구비 | 980000000`,
    );

  it.each(['list', 'table'] as const)('adds up to the published 8,780 from a %s', (form) => {
    const { budget, errors } = book(form);
    expect(errors).toEqual([]);
    expect(budget).toMatchObject({
      plannedWon: 8780 * MILLION,
      executedWon: 8780 * MILLION,
      ratePercent: 100,
      beforeTerm: [
        { fundingSource: '국', plannedWon: 4000 * MILLION, executedWon: 4000 * MILLION },
        { fundingSource: '시', plannedWon: 3163 * MILLION, executedWon: 3163 * MILLION },
      ],
    });
  });

  it('gives the same figures from both', () => {
    expect(book('table').budget).toEqual(book('list').budget);
  });
});

describe('the funding sources of other offices', () => {
  it('are those of a city of a province, and add up to the published 88,001', () => {
    const { budget, errors } = computed(
      '2017-06-30',
      `${pledge(2014, 2018, '총사업비(백만원) | 88001')}
[예산계획]
연도 | 재원 | 금액(백만원)
2017 | 국비 | 10763
2017 | 도비 | 740
2017 | 시비 | 24891
2017 | 기타 | 51607
[예산집행]
집행일 | 재원 | 금액(원)
2017. 3. 2. | 도비 | 100000000
2017. 3. 2. | 시비 | 100000000`,
    );
    expect(errors).toEqual([]);
    expect(budget?.plannedWon).toBe(88_001 * MILLION);
    expect(budget?.years.map(({ fundingSource, plannedWon }) => [fundingSource, plannedWon])).toEqual([
      ['국', 10_763 * MILLION],
      ['시', 24_891 * MILLION],
      ['기타', 51_607 * MILLION],
      ['도비', 740 * MILLION],
    ]);
  });

  it.each([
    [
      'those that it lists, in its order',
      '재원 | 국비\n재원 | 도비\n재원 | 군비\n재원 | 기타',
      '국비 도비 군비',
      '국비 도비 군비 기타',
    ],
    [
      'another of the four as well, where there is money of it',
      '재원 | 도비\n재원 | 국비\n재원 | 기타',
      '국비 도비 구비 기타',
      '도비 국비 구비 기타',
    ],
    [
      'of the four those with money, where it only adds to them',
      '재원 | 도비\n재원 | 군비',
      '국비 도비 기타',
      '국비 기타 도비',
    ],
    ['of the four those with money, beside one of its own', '', '국비 군비 도비', '국비 군비 도비'],
    ['the four, where nothing else is used', '', '구비', '국 시 구 기타'],
    ['the four as they are, beside a funding source that is called otherwise', '', '국비 기금', '국 기금'],
    ['the four, where there is only no money beside them', '', '구비 비예산', '국 시 구 기타 비예산'],
    [
      'the four, where it lists only that a pledge may need no money',
      '재원 | 비예산',
      '구비',
      '국 시 구 기타',
    ],
    [
      'of the four those that it lists, beside that a pledge may need no money',
      '재원 | 비예산\n재원 | 구비',
      '국비',
      '국 구비',
    ],
  ])('stand in the official sheet: %s', (_, rows, typed, names) => {
    const { sheet, errors } = computed(
      '2024-12-31',
      `${pledge(2024, 2024)}
[분류]
종류 | 이름
${rows}
[예산계획]
연도 | 재원 | 금액(백만원)
${typed
  .split(' ')
  .map((fundingSource) => `2024 | ${fundingSource} | 1`)
  .join('\n')}`,
    );
    expect(errors.filter((code) => code !== 'nothing-typed')).toEqual([]);
    const first = sheet.findIndex(([label, of]) => label === '투자계획' && of === '합계');
    const end = sheet.findIndex(([label]) => label === '집행액');
    expect(sheet.slice(first + 1, end).map(([name]) => name)).toEqual(names.split(' '));
  });

  it.each([
    ['도 and 도비 are one', ['도', '군비', '도비', '군'], { 도: 2, 군비: 2 }],
    ['도 alone is as it is typed', ['도', '국'], { 국: 1, 도: 1 }],
    ['군비 is never 국비', ['군비', '국비'], { 국: 1, 군비: 1 }],
    ['자체 is the funding source of a 구', ['자체', '구비'], { 구: 2 }],
    ['자체 beside 군비 is nobody else’s', ['자체', '국비', '군비'], { 국: 1, 군비: 1, 자체: 1 }],
    ['자체 above 도비 is nobody else’s', ['자체', '도비 '], { 도비: 1, 자체: 1 }],
  ])('%s', (_, typed, millions) => {
    const { budget, errors } = computed(
      '2024-12-31',
      `${pledge(2024, 2024)}\n[예산계획]\n연도 | 재원 | 금액(백만원)\n${typed.map((fundingSource) => `2024 | ${fundingSource} | 1`).join('\n')}`,
    );
    expect(errors).toEqual([]);
    expect(
      Object.fromEntries(
        (budget?.years ?? []).map((line) => [line.fundingSource, (line.plannedWon ?? 0) / MILLION]),
      ),
    ).toEqual(millions);
  });

  it('자체 is unknown where 분류 lists 군비 and not it', () => {
    const { errors } = computed(
      '2024-12-31',
      `${pledge(2024, 2024)}\n[분류]\n종류 | 이름\n재원 | 군비\n[예산계획]\n연도 | 재원 | 금액(백만원)\n2024 | 자체 | 1\n2024 | 군 | 1`,
    );
    expect(errors).toEqual(['unknown-name']);
  });

  it('are nineteen names, each its own funding source; worked out by hand: 19 of 1 million won', () => {
    const names =
      '국비 도비 시비 군비 구비 민자 민간자본 특교세 특별교부세 균특 기금 지방비 자체재원 융자 교육청 운영기관 조정교부금 도비보조금 비예산';
    const rows = names.split(' ').map((name) => `2017 | ${name} | 1`);
    const { budget, errors } = computed(
      '2017-12-31',
      `${pledge(2017, 2017)}\n[예산계획]\n연도 | 재원 | 금액(백만원)\n${rows.join('\n')}`,
    );
    expect(errors).toEqual([]);
    expect(budget?.plannedWon).toBe(19 * MILLION);
    expect(budget?.years).toHaveLength(19);
  });

  it.each([
    ['no row at all', '연도 | 재원 | 금액(백만원)'],
    ['비예산 without an amount', '연도 | 재원 | 금액(백만원)\n2017 | 비예산 |'],
    ['비예산 with a dash', '연도 | 재원 | 금액(백만원)\n2017 | 비예산 | -'],
    ['비예산 without a year', '연도 | 재원 | 금액(백만원)\n | 비예산 |'],
    ['비예산 with dashes', '연도 | 재원 | 금액(백만원)\n- | 비예산 | -'],
    ['비예산 in a table', '재원 | 2017\n비예산 |'],
    ['비예산 of nothing', '연도 | 재원 | 금액(백만원)\n2017 | 비예산 | 0'],
  ])('need no budget: %s is no error', (_, table) => {
    const { errors, budget, sheet, findings, pledges } = computed(
      '2017-12-31',
      `${pledge(2017, 2017)}\n[예산계획]\n${table}`,
    );
    expect(errors.filter((code) => code !== 'nothing-typed')).toEqual([]);
    expect(findings.map(({ code }) => code)).not.toContain('money-without-budget');
    expect([budget?.years, pledges[0]?.budget?.sources]).toEqual([[], []]);
    expect(sheet.flat()).not.toContain('비예산');
  });
});

describe('the statuses of other offices', () => {
  const published = `[분류]
종류 | 이름 | 별칭 | 처리
처리상황 | 향후추진 | | 진행
처리상황 | 수용불가 | | 끝
[건의사항]
접수번호 | 접수일 | 출처 | 처리상황 | 처리일 | 건수
 | 2018. 6. 30. | 주민과의 대화 | 완료 | | 287
 | 2018. 6. 30. | 주민과의 대화 | 추진중 | | 185
 | 2018. 6. 30. | 주민과의 대화 | 향후추진 | | 86
 | 2018. 6. 30. | 주민과의 대화 | 검토중 | | 56
 | 2018. 6. 30. | 주민과의 대화 | 수용불가 | | 78`;

  it('count the published 692, each under its own name, behind the built-in ones', () => {
    const { suggestions, errors, sheet } = computed(
      '2018-06-30',
      `${pledge(2018, 2018, '건의건수 | 692')}\n${published}`,
    );
    expect(errors.filter((code) => code !== 'nothing-typed')).toEqual([]);
    expect(suggestions?.total).toBe(692);
    expect(Object.entries(suggestions?.sources[0]?.statuses ?? {})).toEqual([
      ['완료', 287],
      ['추진중', 185],
      ['검토중', 56],
      ['향후추진', 86],
      ['수용불가', 78],
    ]);
    expect(sheet).toContainEqual(['건의사항', '합계', '완료', '추진중', '검토중', '향후추진', '수용불가']);
  });

  it('are twenty-seven words, each counted; worked out by hand: 27 rows of 1, of which 14 words are of the office', () => {
    const own =
      '추진완료 향후추진 장기검토 장기과제 수용불가 타기관 일부수용 부분수용 수용 기추진 종결 답변완료 보류 해당없음';
    const builtIn =
      '완료 처리완료 조치완료 추진중 추진_중 추진예정 검토중 중장기검토 추진불가 불가 타기관_이첩 타기관이첩 이송';
    const words = `${own} ${builtIn}`.split(' ').map((word) => word.replace('_', ' '));
    const { suggestions, errors } = computed(
      '2024-12-31',
      `${pledge(2018, 2024)}
[분류]
종류 | 이름
${own
  .split(' ')
  .map((name) => `처리상황 | ${name}`)
  .join('\n')}
[건의사항]
접수번호 | 접수일 | 출처 | 처리상황 | 건수
${words.map((word) => ` | 2018 | 대화 | ${word} | 1`).join('\n')}`,
    );
    const statuses = suggestions?.sources[0]?.statuses ?? {};
    expect(errors.filter((code) => code !== 'nothing-typed')).toEqual([]);
    expect(suggestions?.total).toBe(27);
    expect(statuses).toMatchObject({
      완료: 3,
      추진중: 2,
      추진예정: 1,
      검토중: 1,
      중장기추진: 1,
      추진불가: 2,
      이송: 3,
    });
    expect(own.split(' ').map((name) => statuses[name])).toEqual(Array(14).fill(1));
  });

  it('are open for too long unless they have ended; worked out by hand: 185 + 86 + 56 = 327', () => {
    const { findings } = computed('2020-06-30', `${pledge(2018, 2020)}\n${published}`);
    expect(findings.filter(({ code }) => code === 'suggestions-open-long').map(({ what }) => what)).toEqual([
      expect.stringContaining('327건'),
    ]);
  });
});

describe('a plan of money', () => {
  const TIMES = ['beforeTerm', 2022, 2023, 2024, 'afterTerm'] as const;
  const FUNDS = ['국비', '도비', '군비', '특별교부세'];

  it('gives the same figures as a list and as a table', () => {
    const amounts = fc.array(
      fc.array(fc.option(fc.nat(99_999), { nil: null }), { minLength: 5, maxLength: 5 }),
      {
        minLength: 1,
        maxLength: FUNDS.length,
      },
    );
    fc.assert(
      fc.property(amounts, (rows) => {
        const list = rows.flatMap((row, fundingSource) =>
          row.flatMap((amount, time) =>
            amount === null
              ? []
              : [`${budgetTimeName(TIMES[time] ?? 2022)} | ${FUNDS[fundingSource]} | ${amount}`],
          ),
        );
        const table = rows.map((row, fundingSource) =>
          [FUNDS[fundingSource], ...row.map((amount) => amount ?? '')].join(' | '),
        );
        const [asList, asTable] = [
          ['연도 | 재원 | 금액(백만원)', ...list],
          [`재원 | ${TIMES.map(budgetTimeName).join(' | ')}`, ...table],
        ].map(
          (lines) => computed('2024-03-31', `${pledge(2022, 2024)}\n[예산계획]\n${lines.join('\n')}`).budget,
        );
        expect(asTable).toEqual(asList);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['one row of headings', '재원 | 계 | 기투자 | 2022년 | 2023년 | 임기 후\n구비 | 15 | 1 | 2 | 4 | 8'],
    [
      'a heading over its parts',
      '재원 | 투자계획 | | | |\n | 기투자 | 2022 | 2023 | 임기후 |\n구비 | 1 | 2 | 4 | 8 |',
    ],
    ['a row of totals', '재원 | 기투자 | 2022 | 2023 | 임기후\n구비 | 1 | 2 | 4 | 8\n계 | 1 | 2 | 4 | 8'],
    [
      'a title with another unit',
      '(단위: 천원) | | | |\n구분 | 기투자 | 2022 | 2023 | 임기후\n구비 | 1000 | 2000 | 4000 | 8000',
    ],
  ])('is read from %s', (_, table) => {
    const { budget, errors } = computed('2024-03-31', `${pledge(2022, 2024)}\n[예산계획]\n${table}`);
    expect(errors.filter((code) => code !== 'nothing-typed')).toEqual([]);
    expect(budget).toMatchObject({
      plannedWon: 15 * MILLION,
      beforeTerm: [{ plannedWon: MILLION }],
      years: [
        { year: 2022, plannedWon: 2 * MILLION },
        { year: 2023, plannedWon: 4 * MILLION },
      ],
      afterTerm: [{ plannedWon: 8 * MILLION }],
    });
  });
});
