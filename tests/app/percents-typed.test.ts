/**
 * `90%` typed into a cell is 90 %, wherever a percentage can be typed: as a text, and as the 0.9 that Sheets
 * makes of it.
 */
import { describe, expect, it } from 'vitest';
import { computeBook } from '../../src/app/compute/compute-book.ts';
import { runResultOf } from '../../src/app/result/run-result.ts';
import type { InputTab } from '../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import { sheetTab } from '../sheets/small-book.ts';
import { day } from '../support/day.ts';

type Tabs = Partial<Record<InputTab, string>>;

const SETTINGS = '항목 | 값\n시작연도 | 2022\n종료연도 | 2026';
const LOGS: Tabs = {
  suggestions: '공약번호 | 접수번호 | 접수일 | 출처',
  budgetPlans: '공약번호 | 연도 | 재원 | 금액(백만원)',
  executions: '공약번호 | 집행일 | 재원 | 금액(원)',
};
/** Two values, so that the one of the case is told from another. */
const resultsOf = (value: string) =>
  `공약번호 | 지표 | 일자 | 값\n1-1 | 공정률 | 2023. 5. 1. | 45\n1-1 | 공정률 | 2024. 3. 5. | ${value}`;
const targetsOf = (value: string) => `공약번호 | 지표 | 연도 | 누적목표\n1-1 | 공정률 | 2024 | ${value}`;
const changed = (item: string, before: string, after: string) =>
  `공약번호 | 일자 | 항목 | 당초 | 변경\n1-1 | 2025. 1. 1. | ${item} | ${before} | ${after}`;

/** What is said of the pledge itself: in 공약, or in its row of 공약목록. */
type Said = Readonly<Record<string, string>>;
const LEVEL: Said = { 확인지표: '공정률', 집계: '현재값', 지표단위: '%', 최종목표: '100' };
const listed = (said: Said, unit: string) => ({ ...said, 지표단위: unit });

/** Each place where a percentage can be typed. */
const PLACES: readonly (readonly [
  place: string,
  said: (typed: string) => Said,
  tabs: (typed: string) => Tabs,
])[] = [
  ['값 of 실적기록', () => LEVEL, (typed) => ({ results: resultsOf(typed) })],
  [
    '값 of 실적기록, of 자체평가',
    () => ({ 확인지표: '공정률', 집계: '자체평가' }),
    (typed) => ({ results: resultsOf(typed) }),
  ],
  [
    '값 of 실적기록, where it is no percentage',
    () => listed(LEVEL, '개소'),
    (typed) => ({ results: resultsOf(typed) }),
  ],
  ['누적목표 of 연차목표', () => LEVEL, (typed) => ({ results: resultsOf('50'), targets: targetsOf(typed) })],
  [
    'a year of 연차목표',
    () => LEVEL,
    (typed) => ({ results: resultsOf('50'), targets: `공약번호 | 2023 | 2024\n1-1 | ${typed} | 100%` }),
  ],
  ['최종목표', (typed) => ({ ...LEVEL, 최종목표: typed }), () => ({ results: resultsOf('50') })],
  [
    '최종목표 without a unit',
    (typed) => ({ ...LEVEL, 지표단위: '', 최종목표: typed }),
    () => ({ results: resultsOf('50') }),
  ],
  ['기준값', (typed) => ({ ...LEVEL, 기준값: typed }), () => ({ results: resultsOf('50') })],
  ['이행률', (typed) => ({ 이행률: typed }), () => ({})],
  [
    '최종목표 of 지표',
    () => ({ 확인지표: '만남', 최종목표: '40' }),
    (typed) => ({
      indicators: `공약번호 | 지표 | 집계 | 단위 | 기준값 | 최종목표\n1-1 | 공정률 | 현재값 | % | | ${typed}`,
      results: resultsOf('50'),
    }),
  ],
  [
    '기준값 of 지표',
    () => ({ 확인지표: '만남', 최종목표: '40' }),
    (typed) => ({
      indicators: `공약번호 | 지표 | 집계 | 단위 | 기준값 | 최종목표\n1-1 | 공정률 | 현재값 | | ${typed} | 80%`,
      results: resultsOf('50'),
    }),
  ],
  [
    '당초 of 공약변경',
    () => LEVEL,
    (typed) => ({ results: resultsOf('50'), planChanges: changed('최종목표', typed, '100') }),
  ],
  [
    '변경 of 공약변경',
    () => LEVEL,
    (typed) => ({ results: resultsOf('50'), planChanges: changed('최종목표', '80', typed) }),
  ],
  [
    '이행률 in 공약변경',
    () => ({ 이행률: '70' }),
    (typed) => ({ planChanges: changed('이행률', typed, '70') }),
  ],
];
const TYPED = ['90%', '100%', '120%', '5%', '0.5%'];

const bookOfOne = (said: Said, tabs: Tabs): Tabs => ({
  pledge: [SETTINGS, '공약번호 | 1-1', ...Object.entries(said).map((setting) => setting.join(' | '))].join(
    '\n',
  ),
  meetings: '공약번호 | 일자 | 분류 | 횟수',
  targets: '공약번호 | 연도 | 누적목표',
  ...LOGS,
  ...tabs,
});

const bookOfAnOffice = (said: Said, tabs: Tabs): Tabs => ({
  ...bookOfOne({}, tabs),
  pledge: SETTINGS,
  pledgeList: [
    ['공약번호', '공약명', ...Object.keys(said)],
    ['1-1', '쉼터', ...Object.values(said)],
    ['1-2', '만남', ...Object.keys(said).map(() => '')],
  ]
    .map((row) => row.join(' | '))
    .join('\n'),
});

function told(tabs: Tabs) {
  const raw = Object.fromEntries(
    // The keys are those of input tabs.
    Object.entries(tabs).map(([tab, table]) => [tab, sheetTab(INPUT_TAB_NAMES[tab as InputTab], table)]),
  );
  const book = computeBook(raw, {
    requestedAsOf: day('2024-12-31'),
    today: day('2025-01-04'),
    pledge: '1-1',
  });
  const { pledges, findings } = runResultOf(book, book.findings);
  return {
    pledges,
    findings: findings.map(({ code, tab, cell }) => `${code} ${tab} ${cell}`),
  };
}

describe.each([
  ['a book of one pledge', bookOfOne],
  ['an office', bookOfAnOffice],
])('in %s', (_, bookOf) => {
  it.each(PLACES)('%s is read as it is shown', (_place, said, tabs) => {
    const of = (typed: string) => told(bookOf(said(typed), tabs(typed)));
    for (const typed of TYPED) expect([typed, of(typed)]).toEqual([typed, of(`"${typed}"`)]);
    // The case would hold nothing if the cell changed nothing.
    expect(of('90%')).not.toEqual(of('100'));
  });
});
