/**
 * Rows of totals in a tab of several pledges: without a number they are of all of them, with one of it alone.
 */
import { describe, expect, it } from 'vitest';
import { computeBook } from '../../../src/app/compute/compute-book.ts';
import { runResultOf } from '../../../src/app/result/run-result.ts';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { day } from '../../support/day.ts';

const LIST = '공약번호 | 공약명 | 확인지표 | 집계 | 지표단위 | 최종목표';
const BOOK: Readonly<Partial<Record<InputTab, string>>> = {
  pledge: '항목 | 값\n기준일 | 2024. 12. 31.\n시작연도 | 2022\n종료연도 | 2026',
  pledgeList: `${LIST}\n1-1 | 쉼터 | 쉼터 | 누적 | 개소 | 30\n1-2 | 만남 | | | | 40`,
  targets: '공약번호 | 연도 | 누적목표',
  meetings: '공약번호 | 일자 | 분류 | 횟수',
  suggestions: '공약번호 | 접수번호 | 접수일 | 출처 | 건수',
  budgetPlans: '공약번호 | 연도 | 재원 | 금액(백만원)',
  executions: '공약번호 | 집행일 | 재원 | 금액(원)',
};

function findingsOf(tab: InputTab, rows: string, changes: Partial<Record<InputTab, string>> = {}) {
  const tabs = Object.fromEntries(
    Object.entries({ ...BOOK, ...changes, [tab]: rows }).map(([each, text]) => [
      each,
      // The keys are those of input tabs.
      rawTab(INPUT_TAB_NAMES[each as InputTab], text),
    ]),
  );
  const book = computeBook(tabs, { requestedAsOf: null, today: day('2025-01-04'), pledge: null });
  return runResultOf(book, book.findings).findings;
}

function differing(...of: Parameters<typeof findingsOf>) {
  return findingsOf(...of)
    .filter(({ code }) => code === 'subtotal-differs' || code === 'total-of-none')
    .map(({ tab: of, cell, pledge = '' }) => `${of} ${cell} ${pledge}`.trim());
}

const LISTED = '공약번호 | 공약명 | 총사업비(백만원)\n1-1 | 쉼터 | 100\n1-2 | 만남 | 50';
const TARGETS = '공약번호 | 연도 | 누적목표\n1-1 | 2023 | 5\n1-1 | 2024 | 6\n1-2 | 2024 | 7';
const TWO_PLANS =
  '공약번호 | 재원 | 2023\n1-1 | 구 | 3\n1-2 | 구 | 4\n계 | | 7\n\n공약번호 | 재원 | 2024\n1-1 | 구 | 5\n1-2 | 구 | 6';
const MEETINGS = '공약번호 | 일자 | 분류 | 횟수';
const RESULTS = '공약번호 | 일자 | 값';
const SUGGESTIONS = '공약번호 | 접수번호 | 접수일 | 출처 | 건수';
const PLANS = '공약번호 | 연도 | 재원 | 금액(백만원)';
const WIDE = '공약번호 | 재원 | 2023 | 2024';
const SPENT = '공약번호 | 집행일 | 재원 | 금액(원) | 적요';

describe('a row of totals in an office’s book', () => {
  it.each<[string, InputTab, string, readonly string[]]>([
    ['of the list, how many, right', 'pledgeList', `${LISTED}\n계 | 2건 | 150`, []],
    ['of the list, how many, wrong', 'pledgeList', `${LISTED}\n계 | 5건 | 150`, ['공약목록 B4']],
    ['of the list, beside the word', 'pledgeList', `${LISTED}\n합계 3건 | | 150`, ['공약목록 A4']],
    [
      'of the list, in a column that nobody knows',
      'pledgeList',
      `연번 | ${LISTED.replaceAll('\n', '\n | ')}\n합계 3건 | | | 150`,
      ['공약목록 A4'],
    ],
    [
      'of the list, with a number of offices',
      'pledgeList',
      '공약번호 | 공약명 | 담당부서 | 총사업비\n1-1 | 쉼터 | 복지과 | 10\n1-2 | 만남 | 복지과 | 30\n합계 | | 1개 | 40',
      [],
    ],
    [
      'of the list, with a number of the pledges that are completed',
      'pledgeList',
      '공약번호 | 공약명 | 이행구분 | 총사업비\n1-1 | 쉼터 | 완료 | 10\n1-2 | 만남 | 정상추진 | 30\n합계 | 2건 | 1건 | 40',
      [],
    ],
    ['of the list, what they cost', 'pledgeList', `${LISTED}\n합계 | | 200`, ['공약목록 C4']],
    [
      'of the list, in the unit of the headings above it, right',
      'pledgeList',
      `${LISTED}\n공약번호 | 공약명 | 총사업비(천원)\n1-3 | 도로 | 2000\n합계 | | 152000`,
      [],
    ],
    [
      'of the list, in the unit of the headings above it, wrong',
      'pledgeList',
      `${LISTED}\n공약번호 | 공약명 | 총사업비(천원)\n1-3 | 도로 | 2000\n합계 | | 152`,
      ['공약목록 C6'],
    ],
    [
      'of one pledge, which its number names, right',
      'executions',
      `${SPENT}\n1-1 | 2024. 5. 1. | 구 | 3\n1-1 | 2024. 5. 2. | 구 | 4\n1-1 소계 | | | 7\n1-2 | 2024. 5. 1. | 구 | 5\n1-2 계 | | | 5\n합계 | | | 12`,
      [],
    ],
    [
      'of one pledge, which its number names, wrong',
      'executions',
      `${SPENT}\n1-1 | 2024. 5. 1. | 구 | 3\n1-1 | 2024. 5. 2. | 구 | 4\n1-1 소계 | | | 8\n1-2 | 2024. 5. 1. | 구 | 5\n공약 1-2 소계 | | | 6\n합계 | | | 12`,
      ['예산집행 D4 1-1', '예산집행 D6 1-2'],
    ],
    [
      'of one pledge, which its number names, wrong in a plan a year',
      'budgetPlans',
      `${WIDE}\n1-1 | 국 | 3 | 4\n1-1 | 구 | 3 | 4\n1-1 소계 | | 7 | 8`,
      ['예산계획 C4 1-1'],
    ],
    [
      'of the list, where the number stands',
      'pledgeList',
      `연번 | ${LISTED.replaceAll('\n', '\n | ')}\n계 | 5 | `,
      ['공약목록 B4'],
    ],
    ['of the list, above it', 'pledgeList', LISTED.replace('1-1', '총계 | 3건 | 150\n1-1'), ['공약목록 B2']],
    [
      'of the list, above each section',
      'pledgeList',
      '공약번호 | 공약명\n전체 | 2건\n복지 | 1건\n1-1 | 쉼터\n행정 | 1건\n1-2 | 만남',
      [],
    ],
    [
      'of the list, above a section, wrong',
      'pledgeList',
      '공약번호 | 공약명\n복지 | 1건\n1-1 | 쉼터\n행정 | 3건\n1-2 | 만남',
      ['공약목록 B4'],
    ],
    [
      'of the list, what they cost, rounded',
      'pledgeList',
      `${LISTED.replace('100', '100.4').replace('50', '50.3')}\n합계 | | 151`,
      [],
    ],
    ['of the list, without a number', 'pledgeList', `${LISTED}\n합계 | | `, []],
    ['of targets, of all pledges, right', 'targets', `${TARGETS}\n합계 | | 13`, []],
    ['of targets, of all pledges, wrong', 'targets', `${TARGETS}\n합계 | | 99`, ['연차목표 C5']],
    ['of a second plan, right', 'budgetPlans', `${TWO_PLANS}\n계 | | 11`, []],
    ['of both plans in the tab, right', 'budgetPlans', `${TWO_PLANS}\n계 | | 11\n총계 | | 18`, []],
    ['of both plans in the tab, wrong', 'budgetPlans', `${TWO_PLANS}\n총계 | | 19`, ['예산계획 C9']],
    ['of a second plan, wrong', 'budgetPlans', `${TWO_PLANS}\n계 | | 12`, ['예산계획 C9']],
    [
      'of both plans, right',
      'budgetPlans',
      `${PLANS}\n1-1 | 2023 | 구 | 40\n\n${PLANS}\n1-2 | 2024 | 구 | 11\n총계 | | | 51`,
      [],
    ],
    [
      'without a number, right',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-2 | 2024. 3. 2. | 간담회 | 5\n | | 합계 | 7`,
      [],
    ],
    [
      'without a number, wrong',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-2 | 2024. 3. 2. | 간담회 | 5\n | | 합계 | 8`,
      ['소통기록 D4'],
    ],
    [
      'whose word stands for the number',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-2 | 2024. 3. 2. | 간담회 | 5\n계 | | | 8`,
      ['소통기록 D4'],
    ],
    [
      'with a number, of it alone, wrong',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-2 | 2024. 3. 2. | 간담회 | 5\n1-2 | | 합계 | 7`,
      ['소통기록 D4 1-2'],
    ],
    [
      'with a number, of it alone, right',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-2 | 2024. 3. 2. | 간담회 | 5\n1-2 | | 합계 | 5`,
      [],
    ],
    [
      '소계 since the last total, right',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-2 | 2024. 3. 1. | 간담회 | 1\n | | 소계 | 3\n1-2 | 2024. 3. 2. | 간담회 | 5\n | | 소계 | 5\n | | 합계 | 8`,
      [],
    ],
    [
      '소계 since the last total, wrong',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n | | 소계 | 3\n1-2 | 2024. 3. 2. | 간담회 | 5\n | | 소계 | 6\n | | 합계 | 7`,
      ['소통기록 D3', '소통기록 D5'],
    ],
    [
      '소계 below one with a number',
      'meetings',
      `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-1 | | 소계 | 2\n1-2 | 2024. 3. 2. | 간담회 | 5\n | | 소계 | 5`,
      [],
    ],
    [
      'results, right',
      'results',
      `${RESULTS}\n1-1 | 2024. 3. 1. | 2\n1-1 | 2024. 3. 2. | 5\n | 합계 | 7`,
      [],
    ],
    [
      'results, wrong',
      'results',
      `${RESULTS}\n1-1 | 2024. 3. 1. | 2\n1-1 | 2024. 3. 2. | 5\n | 합계 | 8`,
      ['실적기록 C4'],
    ],
    [
      'suggestions',
      'suggestions',
      `${SUGGESTIONS}\n1-1 | 1 | 2024. 3. 1. | 누리집 | 2\n1-2 | 1 | 2024. 3. 2. | 누리집 |\n | | | 계 | 4`,
      ['건의사항 E4'],
    ],
    [
      'plans, as a list',
      'budgetPlans',
      `${PLANS}\n1-1 | 2023 | 구 | 10\n1-2 | 2024 | 구 | 30\n | 합계 | | 50`,
      ['예산계획 D4'],
    ],
    [
      'plans, as a list, rounded',
      'budgetPlans',
      `${PLANS}\n1-1 | 2023 | 구 | 10.4\n1-2 | 2024 | 구 | 30.3\n | 합계 | | 41`,
      [],
    ],
    [
      'plans, as a list, right',
      'budgetPlans',
      `${PLANS}\n1-1 | 2023 | 구 | 10\n1-2 | 2024 | 구 | 30\n | 합계 | | 40`,
      [],
    ],
    [
      'plans, a column a year',
      'budgetPlans',
      `${WIDE}\n1-1 | 구 | 10 | 20\n1-2 | 시 | 5 | 6\n | 계 | 15 | 27`,
      ['예산계획 D4'],
    ],
    [
      'executions',
      'executions',
      `${SPENT}\n1-1 | 2024. 3. 1. | 구 | 1000 |\n1-2 | 2024. 3. 1. | 구 | 2000 |\n | | 합계 | 3500 |`,
      ['예산집행 D4'],
    ],
    [
      'executions, as of a day before the rows',
      'executions',
      `${SPENT}\n1-1 | 2025. 3. 1. | 구 | 1000 |\n1-2 | 2024. 3. 1. | 구 | 2000 |\n | | 합계 | 3000 |`,
      [],
    ],
    [
      'of an unknown number',
      'executions',
      `${SPENT}\n1-1 | 2024. 3. 1. | 구 | 1000 |\n9-9 | | 합계 | 3500 |`,
      [],
    ],
  ])('%s', (_, tab, rows, expected) => {
    expect(differing(tab, rows)).toEqual(expected);
  });

  it('of results in several units is told unless some sum of them is the same', () => {
    const pledgeList = `${LIST}\n1-1 | 쉼터 | 쉼터 | 누적 | 개소 | 30\n1-2 | 길 | 길 | 누적 | km | 40`;
    const rows = (total: number) =>
      `${RESULTS}\n1-1 | 2024. 3. 1. | 2\n1-2 | 2024. 3. 2. | 5\n | 합계 | ${total}`;
    expect(differing('results', rows(7), { pledgeList })).toEqual([]);
    expect(differing('results', rows(8), { pledgeList })).toEqual(['실적기록 C4']);
  });
});

describe('a row of totals with its word in the column 공약번호', () => {
  const spent = `${SPENT}\n1-1 | 2024. 3. 1. | 구 | 1000\n1-2 | 2024. 3. 1. | 구 | 2000`;
  it.each<[string, InputTab, string]>([
    ['of a pledge', 'executions', `${spent}\n1-2 소계 | | | 2000`],
    ['of a field', 'executions', `${spent}\n복지 소계 | | | 3000`],
    ['of a pledge, 계', 'executions', `${spent}\n1-2 계 | | | 2000`],
    ['of meetings', 'meetings', `${MEETINGS}\n1-1 | 2024. 3. 1. | 간담회 | 2\n1-1 소계 | | | 2`],
    ['of plans', 'budgetPlans', `${PLANS}\n1-1 | 2024 | 구 | 10\n1-1 소계 | 2024 | 구 | 10`],
    [
      'of plans, a funding source each',
      'budgetPlans',
      `${WIDE}\n1-1 | 구 | 40 | 40\n1-1 | 국 | 5 | 5\n합계 | 구 | 40 | 40\n합계 | 국 | 5 | 5`,
    ],
    ['of plans, a column a year', 'budgetPlans', `${WIDE}\n1-1 | 구 | 40 | 40\n1-1 소계 | 구 | 40 | 40`],
  ])('is no pledge: %s', (_, tab, rows) => {
    expect(findingsOf(tab, rows).filter(({ code }) => /pledge|total/.test(code))).toEqual([]);
  });
});
