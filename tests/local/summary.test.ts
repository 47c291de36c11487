/** What `npm start` prints for a person at a terminal 80 columns wide. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { ResultFinding, RunResult } from '../../src/app/result/run-result.ts';
import { summaryText } from '../../src/local/commands/summary-text.ts';

const RESULT: RunResult = {
  asOf: '2024-03-31',
  pledge: { number: '1-6', name: '주민자치 활성화', unit: '회' },
  meetings: {
    cumulative: 1108,
    target: 2000,
    ratePercent: 55,
    status: { chosen: null, suggested: '정상추진' },
    years: [],
    categories: [],
  },
  suggestions: { total: 12_606, sources: [] },
  budget: {
    plannedWon: 1_270_000_000,
    executedWon: 5_700_000,
    ratePercent: 0.4,
    years: [],
    beforeTerm: null,
    afterTerm: null,
    closedYears: null,
  },
  overview: {
    pledges: 1,
    statuses: { 정상추진: 1 },
    meanRatePercent: 55,
    completedPercent: 0,
    yearTarget: { reached: 1, of: 1 },
    fields: [],
    departments: [],
  },
  pledges: [
    {
      number: '1-6',
      name: '주민자치 활성화',
      field: null,
      department: null,
      status: { chosen: null, suggested: '정상추진' },
      ratePercent: 55,
      rateFrom: 'indicators',
      indicators: [
        {
          name: null,
          kind: '소통',
          unit: '회',
          baseline: null,
          target: 2000,
          value: 1108,
          ratePercent: 55,
          years: [],
        },
      ],
      suggestions: null,
      budget: null,
      findings: { error: 0, warning: 0, notice: 0 },
    },
  ],
  rows: {},
  findings: [],
};

const error: ResultFinding = {
  severity: 'error',
  code: 'not-a-date',
  tab: '소통기록',
  cell: 'A2',
  found: '모름',
  message: "'모름'을 날짜로 읽을 수 없습니다.",
};
const warning: ResultFinding = {
  ...error,
  severity: 'warning',
  code: 'unknown-name',
  tab: '건의사항',
  cell: 'B7',
  message: '긴 설명\n'.repeat(20),
};
const notice: ResultFinding = { ...error, severity: 'notice', code: 'year-precision', message: '연도뿐.' };
const nowhere: ResultFinding = { ...warning, code: 'missing-tab', tab: '', cell: '', message: '탭이 없음.' };

const linesOf = (changes: Partial<RunResult>) =>
  summaryText({ ...RESULT, ...changes }, null, 'npm start -- --all').split('\n');

describe('the results', () => {
  it('are at the top, one line each', () => {
    expect(linesOf({})).toEqual([
      '공약 1-6 주민자치 활성화',
      '기준일 2024-03-31',
      '소통 1,108회 / 2,000회 = 55 %  정상추진(제안)',
      '건의 12,606건',
      '예산 5.7/1,270백만원 = 0.4 %',
      '',
      '먼저 볼 것 (점검 탭에 오류 0건 · 경고 0건 · 알림 0건)',
      '',
      '결과 탭의 표까지 보려면: npm start -- --all',
    ]);
  });

  it('leave out what is unknown', () => {
    const [pledge, , meetings, , budget] = linesOf({
      pledge: { number: null, name: null, unit: '회' },
      pledges: RESULT.pledges.map((each) => ({
        ...each,
        status: { chosen: null, suggested: null },
        ratePercent: null,
        indicators: each.indicators.map((indicator) => ({
          ...indicator,
          target: null,
          value: 6,
          ratePercent: null,
        })),
      })),
      budget: {
        plannedWon: null,
        executedWon: 5_700_000,
        ratePercent: null,
        years: [],
        beforeTerm: null,
        afterTerm: null,
        closedYears: null,
      },
    });
    expect([pledge, meetings, budget]).toEqual(['공약 (번호 없음)', '소통 6회', '예산 5.7/-백만원']);
  });
});

describe('what to look at first', () => {
  const firstOf = (...findings: readonly ResultFinding[]) => linesOf({ findings }).slice(6, -2);

  it('is of the pledge that was asked for, and then counted in the whole book', () => {
    const [own] = RESULT.pledges;
    if (own === undefined) throw new Error('there is no pledge');
    const pledges = [own, { ...own, number: '2-1' }];
    const findings = [{ ...error, pledge: '2-1' }, { ...notice, pledge: '1-6' }, nowhere];
    expect(linesOf({ pledges, findings }).slice(6, -2)).toEqual([
      '공약 1-6에서 먼저 볼 것 (오류 0건 · 경고 0건 · 알림 1건)',
      '알림 소통기록 A2: 연도뿐.',
      '장부 전체로는 점검 탭에 오류 1건 · 경고 1건 · 알림 1건',
    ]);
  });

  it('is counted, each kind with its first cell and how many more there are', () => {
    expect(firstOf(error, { ...error, cell: 'A9' }, { ...error, cell: 'A10' }, notice)).toEqual([
      '먼저 볼 것 (점검 탭에 오류 3건 · 경고 0건 · 알림 1건)',
      "오류 소통기록 A2 외 2곳: '모름'을 날짜로 읽을 수 없습니다.",
      '알림 소통기록 A2: 연도뿐.',
    ]);
  });

  it('lists the three worst kinds', () => {
    const lines = firstOf(error, nowhere, warning, notice);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe('경고: 탭이 없음.');
    expect(lines[3]).toMatch(/^경고 건의사항 B7: 긴 설명 긴 설명 .*…$/);
  });

  it('fits into 80 columns, also in Korean', () => {
    for (const line of firstOf(error, warning, notice)) expect(stringWidth(line)).toBeLessThan(80);
  });
});
