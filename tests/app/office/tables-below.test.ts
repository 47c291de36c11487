/** Tables below each other in a plan of several pledges: each has its own years and its own unit, for every pledge. */
import { describe, expect, it } from 'vitest';
import { computeBook } from '../../../src/app/compute/compute-book.ts';
import { runResultOf } from '../../../src/app/result/run-result.ts';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { day } from '../../support/day.ts';
import { slowdown } from '../../support/processor-time.ts';
import { told } from './office-book.ts';

const resultOf = (changes: Partial<Record<InputTab, string>>) => computedOf(changes).result;

function computedOf(changes: Partial<Record<InputTab, string>>) {
  const book: Partial<Record<InputTab, string>> = {
    pledge: '항목 | 값\n시작연도 | 2022\n종료연도 | 2026',
    pledgeList: '공약번호 | 공약명 | 최종목표\n1-1 | 쉼터 | 30\n1-2 | 만남 | 40',
    targets: '공약번호 | 연도 | 누적목표',
    meetings: '공약번호 | 일자 | 분류 | 횟수',
    suggestions: '공약번호 | 접수번호 | 접수일 | 출처 | 건수',
    budgetPlans: '공약번호 | 재원 | 2024',
    executions: '공약번호 | 집행일 | 재원 | 금액(원)',
    ...changes,
  };
  const tabs = Object.fromEntries(
    // The keys are those of input tabs.
    Object.entries(book).map(([tab, text]) => [tab, rawTab(INPUT_TAB_NAMES[tab as InputTab], text)]),
  );
  const order = { requestedAsOf: day('2026-12-31'), today: day('2027-01-04'), pledge: null };
  const computed = computeBook(tabs, order);
  return { book: computed, result: runResultOf(computed, computed.findings) };
}

describe('a second table of a plan', () => {
  it('has its own unit, and its rows are counted once', () => {
    const budgetPlans = [
      '공약번호 | 재원 | 2024\n1-1 | 구 | 12\n1-2 | 구 | 3\n계 | | 15',
      '',
      '(단위: 천원)\n공약번호 | 재원 | 2025\n1-1 | 구 | 5000\n1-2 | 구 | 3000\n계 | | 8000',
    ].join('\n');
    const { pledges, rows } = resultOf({ budgetPlans });
    expect(pledges.map(({ budget }) => budget?.plannedWon)).toEqual([17_000_000, 6_000_000]);
    expect(rows.예산계획).toMatchObject({ counted: 4, excluded: 0 });
  });

  it.each<[string, InputTab, string, readonly (number | null)[]]>([
    [
      'of executions',
      'executions',
      '공약번호 | 집행일 | 재원 | 금액(원)\n1-1 | 2024. 5. 1. | 구 | 4000000\n공약번호 | 집행일 | 재원 | 금액(천원)\n1-2 | 2024. 5. 1. | 구 | 3000',
      [4_000_000, 3_000_000],
    ],
    [
      'of a list of plans',
      'budgetPlans',
      '공약번호 | 연도 | 재원 | 금액(천원)\n1-1 | 2025 | 구 | 10000\n공약번호 | 연도 | 재원 | 금액(백만원)\n1-2 | 2025 | 구 | 30',
      [10_000_000, 30_000_000],
    ],
    [
      'of a wide plan',
      'budgetPlans',
      '공약번호 | 재원(천원) | 2025\n1-1 | 구 | 10000\n공약번호 | 재원(백만원) | 2025\n1-2 | 구 | 30',
      [10_000_000, 30_000_000],
    ],
    [
      'of a wide plan, above the same headings',
      'budgetPlans',
      '(단위: 백만원)\n공약번호 | 재원 | 2025\n1-1 | 구 | 10\n(단위: 천원)\n공약번호 | 재원 | 2025\n1-2 | 구 | 30000',
      [10_000_000, 30_000_000],
    ],
    [
      'of a wide plan that has none, said above the first',
      'budgetPlans',
      '(단위: 천원)\n공약번호 | 재원 | 2024\n1-1 | 구 | 10000\n\n공약번호 | 재원 | 2025\n1-2 | 구 | 30000',
      [10_000_000, 30_000_000],
    ],
  ])('is read in its own unit: %s', (_, tab, table, won) => {
    const { pledges } = resultOf({ [tab]: table });
    expect(
      pledges.map(({ budget }) => (tab === 'executions' ? budget?.executedWon : budget?.plannedWon)),
    ).toEqual(won);
  });

  it('has its own years, of a pledge that stands in both and of one that stands in one', () => {
    const targets =
      '공약번호 | 2023 | 2024\n1-1 | 5 | 10\n공약번호 | 2025 | 2026\n1-1 | 20 | 30\n1-2 | 7 | 40';
    const years = resultOf({ targets }).pledges.map(({ indicators }) =>
      indicators[0]?.years.flatMap(({ year, planned }) => (planned === null ? [] : [[year, planned]])),
    );
    expect(years).toEqual([
      [
        [2023, 5],
        [2024, 10],
        [2025, 20],
        [2026, 30],
      ],
      [
        [2025, 7],
        [2026, 40],
      ],
    ]);
  });

  it.each(['번호', '구분', '', '공약번호'])(
    'belongs to the pledges under a number headed by "%s"',
    (number) => {
      const targets = `공약번호 | 지표 | 2023 | 2024\n1-1 | | 5 | 10\n\n${number} | 지표 | 2025 | 2026\n1-1 | | 20 | 30\n1-2 | | 7 | 40`;
      const budgetPlans = `(단위: 백만원)\n공약번호 | 재원 | 2024\n1-1 | 구 | 1\n\n${number} | 재원 | 2025\n1-2 | 구 | 3`;
      const schedule = `공약번호 | 세부추진사항 | 2024.1 | 2024.2\n1-1 | 설계 | ■ |\n\n${number} | 세부추진사항 | 2025.1 | 2025.2\n1-2 | 공사 | | ■`;
      const { book, result } = computedOf({ targets, budgetPlans, schedule });
      expect(
        result.pledges.map(({ indicators, budget }) => [
          indicators[0]?.years.flatMap(({ year, planned }) => (planned === null ? [] : [[year, planned]])),
          budget?.plannedWon,
        ]),
      ).toEqual([
        [
          [
            [2023, 5],
            [2024, 10],
            [2025, 20],
            [2026, 30],
          ],
          1_000_000,
        ],
        [
          [
            [2025, 7],
            [2026, 40],
          ],
          3_000_000,
        ],
      ]);
      expect(result.rows.추진일정).toMatchObject({ counted: 2, excluded: 0 });
      expect(book.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it.each<[string, string, readonly string[]]>([
    [
      'of one year',
      '공약번호 | 2024 | 2025\n1-1 | 5 | 10\n번호 | 2026\n1-1 | 30\n1-2 | 40',
      ['2024 5, 2025 10, 2026 30', '2026 40'],
    ],
    [
      'whose number stands in another column',
      '공약번호 | 2024 | 2025\n1-1 | 5 | 10\n연번 | 공약번호 | 2026 | 2027\n1 | 1-2 | 30 | 40',
      ['2024 5, 2025 10', '2026 30, 2027 40'],
    ],
    [
      'of the same years',
      '공약번호 | 2024 | 2025\n1-1 | 5 | 10\n번호 | 2024 | 2025\n1-2 | 30 | 40',
      ['2024 5, 2025 10', '2024 30, 2025 40'],
    ],
    [
      'that is a list',
      '공약번호 | 연도 | 누적목표\n1-1 | 2024 | 10\n번호 | 연도 | 누적목표\n1-2 | 2025 | 20',
      ['2024 10', '2025 20'],
    ],
    [
      'whose headings have the number of a pledge before them',
      '공약번호 | 구분 | 2022 | 2023\n1-1 | 목표 | 5 | 10\n1-2 | 구분 | 2024 | 2025\n1-2 | 목표 | 20 | 30\n1-1 | 목표 | 15 | 20',
      ['2022 5, 2023 10, 2024 15, 2025 20', '2024 20, 2025 30'],
    ],
  ])('has its own years: %s', (_, targets, years) => {
    const { book, result } = computedOf({ targets });
    const planned = result.pledges.map(({ indicators }) =>
      (indicators[0]?.years ?? []).flatMap((each) =>
        each.planned === null ? [] : `${each.year} ${each.planned}`,
      ),
    );
    expect(planned.map((each) => each.join(', '))).toEqual(years);
    expect(book.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has its own years where the number of its pledge is merged over its headings', () => {
    const rows = [
      '1-1 | 구분 | 2024 | 2025',
      ' | 목표 | 5 | 10',
      '1-2 | 구분 | 2025 | 2026',
      ' | 목표 | 20 | 30',
    ];
    const table = ['공약번호 | 구분 | 2022 | 2023', '1-1 | 목표 | 1 | 2', ...rows].join('\n');
    const merges = () => [3, 5].map((row) => ({ row, column: 1, rows: 2, columns: 1 }));
    const { of, errors } = told({ targets: { ...rawTab('연차목표', table), merges } });
    const years = ['1-1', '1-2'].map((number) =>
      of(number)?.indicators[0]?.years.flatMap(({ planned }) => planned ?? []),
    );
    expect([years, errors]).toEqual([
      [
        [1, 2, 5, 10],
        [20, 30],
      ],
      [],
    ]);
  });

  it.each<[string, string, number, number]>([
    [
      'before and after the term',
      '공약번호 | 재원 | 2024(백만원)\n1-1 | 구 | 10\n번호 | 재원 | 기투자(백만원) | 임기후(백만원)\n1-1 | 구 | 50 | 60',
      50_000_000,
      60_000_000,
    ],
    [
      'headed by two rows',
      '(단위: 백만원)\n공약번호 | 재원 | 2024\n1-1 | 구 | 10\n번호 | 재원 | 투자계획 |\n | | 기투자 | 임기후\n1-1 | 구 | 50 | 60',
      50_000_000,
      60_000_000,
    ],
    [
      'in a list in another unit',
      '공약번호 | 연도 | 재원 | 금액(천원)\n1-1 | 2024 | 구 | 10000\n번호 | 연도 | 재원 | 금액(백만원)\n1-1 | 기투자 | 구 | 50\n1-1 | 임기후 | 구 | 60',
      50_000_000,
      60_000_000,
    ],
  ])('has its own times: money %s', (_, budgetPlans, before, after) => {
    const { book } = computedOf({ budgetPlans });
    const budget = book.pledges[0]?.computed.report?.budget;
    expect(budget?.beforeTerm?.total.planned?.value).toBe(before);
    expect(budget?.afterTerm?.total.planned?.value).toBe(after);
    expect(book.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each<[string, InputTab, string, string]>([
    [
      'of money',
      'budgetPlans',
      '(단위: 백만원)\n공약번호 | 재원 | 2025\n1-1 | 구 | 10\n\n재원 | 2026\n구 | 30',
      'table-not-read 예산계획 5:5',
    ],
    [
      'of targets',
      'targets',
      '공약번호 | 2025\n1-1 | 10\n\n지표 | 2026\n쉼터 | 30',
      'table-not-read 연차목표 4:4',
    ],
    [
      'with a blank column in its place',
      'budgetPlans',
      '(단위: 백만원)\n공약번호 | 재원 | 2025\n1-1 | 구 | 10\n\n | 재원 | 2026\n | 구 | 30',
      'no-pledge-number 예산계획 A6',
    ],
    ...['연번', '개소수', '순위'].map((heading): [string, InputTab, string, string] => [
      `whose first column is ${heading}`,
      'targets',
      `공약번호 | 공약명 | 2023 | 2024\n1-1 | 쉼터 | 11 | 20\n\n${heading} | 공약명 | 2025 | 2026\n1-1 | 만남 | 21 | 40`,
      'table-not-read 연차목표 4:4',
    ]),
    [
      'of executions',
      'executions',
      '공약번호 | 집행일 | 재원 | 금액(원)\n1-1 | 2024. 5. 1. | 구 | 10\n\n집행일 | 재원 | 금액(원)\n2024. 5. 1. | 구 | 30',
      'table-not-read 예산집행 4:4',
    ],
    [
      'of the schedule',
      'schedule',
      '공약번호 | 세부추진사항 | 2024.1 | 2024.2\n1-1 | 설계 | ■ |\n\n세부추진사항 | 2025.1 | 2025.2\n공사 | | ■',
      'table-not-read 추진일정 4:4',
    ],
  ])('without a pledge number is an error: %s', (_, tab, table, error) => {
    const { findings } = resultOf({ [tab]: table });
    expect(
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, tab: of, cell }) => `${code} ${of} ${cell}`),
    ).toEqual([error]);
  });
});

describe('a second part of a log', () => {
  it('has the year of its title, for every pledge', () => {
    const { book, result } = computedOf({
      meetings:
        '2024년 소통\n공약번호 | 일자 | 분류 | 횟수\n1-1 | 3/5 | 간담회 | 1\n2025년 소통\n번호 | 일자 | 분류 | 횟수\n1-1 | 3/6 | 간담회 | 2\n2026년\n1-1 | 3/7 | 간담회 | 3',
    });
    const years = result.pledges[0]?.indicators[0]?.years.map(({ year, achieved }) => [year, achieved]);
    expect(years?.filter(([, achieved]) => achieved !== null && achieved !== 0)).toEqual([
      [2024, 1],
      [2025, 2],
      [2026, 3],
    ]);
    expect(result.rows.소통기록).toMatchObject({ counted: 3, excluded: 0, skipped: 3 });
    expect(book.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('under headings in other columns is told once, and counts for no pledge', () => {
    const { result } = computedOf({
      executions:
        '공약번호 | 집행일 | 재원 | 금액(원)\n1-1 | 2024. 5. 1. | 구 | 10\n공약번호 | 재원 | 집행일 | 금액(원)\n1-1 | 구 | 2024. 5. 2. | 20\n1-2 | 구 | 2024. 5. 2. | 30',
    });
    expect(result.pledges.map(({ budget }) => budget?.executedWon)).toEqual([10, null]);
    expect(result.rows.예산집행).toMatchObject({ counted: 1, excluded: 2 });
    expect(
      result.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, tab, cell }) => `${code} ${tab} ${cell}`),
    ).toEqual(['table-not-read 예산집행 3:3']);
  });
});

it('takes no longer for each of many tables, one a pledge, than for each of a few', () => {
  const compute = (size: number) => {
    const numbers = Array.from({ length: size }, (_, at) => `7-${at + 1}`);
    computedOf({
      pledgeList: `공약번호 | 공약명 | 최종목표\n${numbers.map((number) => `${number} | 쉼터 | 30`).join('\n')}`,
      targets: numbers
        .map((number, at) => `공약번호 | 지표 | ${2022 + (at % 3)} | 2026\n${number} | | 5 | 30`)
        .join('\n\n'),
    });
  };
  expect(slowdown(compute, 15, 90)).toBeLessThan(3);
});
