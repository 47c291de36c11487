/** The roll-up: what pledges come to together. Every expected figure is worked out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../src/app/compute/compute.ts';
import { overviewResult } from '../../src/app/result/overview-result.ts';
import { type FieldedReport, overviewOf, yearStanding } from '../../src/domain/overview.ts';
import type { RatePrecision } from '../../src/domain/rate.ts';
import { tabsOf, workbookText } from '../problems/workbook-text.ts';
import { day } from '../support/day.ts';

const WHOLE: RatePrecision = { mode: 'truncate', digits: 0 };

interface Case {
  readonly settings?: string;
  readonly field?: string | null;
  /** By year: 2024 = 50. */
  readonly targets?: string;
  readonly meetings?: number;
  readonly money?: string;
  readonly spent?: string;
  readonly asOf?: string;
}

function reportOf({
  settings = '',
  field = null,
  targets = '',
  meetings,
  money = '',
  spent = '',
  asOf = '2024-06-30',
}: Case) {
  const held = meetings === undefined ? '' : `2024. 2. 1. | | ${meetings}`;
  const sections = `as of 2024-06-30, today 2026-07-01
[공약]
항목 | 값
공약번호 | 1-1
시작연도 | 2022
종료연도 | 2026
${settings}
[연차목표]
연도 | 누적목표
${targets}
[소통기록]
일자 | 분류 | 횟수
${held}
[건의사항]
접수번호 | 접수일 | 출처
[예산계획]
연도 | 재원 | 금액(백만원)
${money}
[예산집행]
집행일 | 재원 | 금액(원)
${spent}`;
  const { report } = computeReport(tabsOf(workbookText(sections), []), day(asOf), day('2026-07-01'));
  if (report === null) throw new Error('nothing was computed');
  return { field, report };
}

function overview(cases: readonly FieldedReport[], precision = WHOLE) {
  const [first] = cases;
  if (first === undefined) throw new Error('a roll-up has a pledge');
  return overviewResult(overviewOf(cases, precision, first.report.lists), first.report.lists);
}

/** 50 of 100 as of 2024, where 40 were planned for 2024. */
const HALF: Case = { targets: '2024 | 40\n2026 | 100', meetings: 50 };
/** 130 of 100. */
const OUTRUN: Case = { targets: '2024 | 40\n2026 | 100', meetings: 130 };
/** 33 of 100, where 40 were planned for 2024. */
const BEHIND: Case = { targets: '2024 | 40\n2026 | 100', meetings: 33 };
/** Nobody has said what it is measured by. */
const UNKNOWN: Case = { settings: '총사업비(백만원) | 10' };

describe('the mean rate', () => {
  it.each<[string, readonly Case[], RatePrecision, number | null]>([
    ['of 50 and 33 is 41.5, cut off', [HALF, BEHIND], WHOLE, 41],
    ['of 50 and 33 is 41.5, rounded', [HALF, BEHIND], { mode: 'round', digits: 0 }, 42],
    ['of 50 and 33 with a decimal', [HALF, BEHIND], { mode: 'truncate', digits: 1 }, 41.5],
    ['takes 130 as 100: of it and 33 it is 66.5', [OUTRUN, BEHIND], WHOLE, 66],
    ['leaves out a pledge without a rate', [HALF, UNKNOWN], WHOLE, 50],
    ['is not known where no pledge has one', [UNKNOWN], WHOLE, null],
    ['takes a rate that somebody states', [HALF, { settings: '이행률 | 70' }], WHOLE, 60],
  ])('%s', (_, cases, precision, expected) => {
    expect(overview(cases.map(reportOf), precision).meanRatePercent).toBe(expected);
  });

  it('can be recomputed from the rates as they are shown: 33.3 % and 33.3 % are shown as 33', () => {
    const third: Case = { targets: '2026 | 3', meetings: 1 };
    expect(overview([third, third, third].map(reportOf)).meanRatePercent).toBe(33);
  });
});

describe('the classes', () => {
  const chosen = (name: string): Case => ({ settings: `이행구분 | ${name}` });

  it.each<[string, readonly Case[], Record<string, number>, number | null]>([
    ['the chosen one goes before the suggested', [{ ...HALF, settings: '이행구분 | 보류' }], { 보류: 1 }, 0],
    ['a pledge without either is 미정, last', [UNKNOWN, HALF], { 정상추진: 1, 미정: 1 }, 0],
    [
      'both kinds of completed count as completed; 폐기 stays in the whole: 2 of 3',
      [chosen('완료'), chosen('이행 후 계속추진'), chosen('폐기')],
      { 완료: 1, '이행 후 계속추진': 1, 폐기: 1 },
      66,
    ],
  ])('%s', (_, cases, statuses, completedPercent) => {
    const result = overview(cases.map(reportOf));
    expect(Object.entries(result.statuses)).toEqual(Object.entries(statuses));
    expect(result.completedPercent).toBe(completedPercent);
  });
});

describe('the target of the year', () => {
  it.each<[string, readonly Case[], { reached: number; of: number }]>([
    ['is reached by 50 of 40, and not by 33', [HALF, BEHIND], { reached: 1, of: 2 }],
    [
      'is not asked of a pledge without one for 2024',
      [HALF, { targets: '2026 | 100', meetings: 1 }],
      { reached: 1, of: 1 },
    ],
    [
      'is not asked of a pledge that plans nothing for 2024, which doing nothing would reach',
      [HALF, { targets: '2024 | 0\n2026 | 100', meetings: 0 }],
      { reached: 1, of: 1 },
    ],
    [
      'is not reached by a pledge whose rows are not there',
      [{ targets: '2024 | 40' }],
      { reached: 0, of: 1 },
    ],
  ])('%s', (_, cases, expected) => {
    expect(overview(cases.map(reportOf)).yearTarget).toEqual(expected);
  });
});

describe('how a pledge stands to the target of the year', () => {
  const standing = (settings: Case, asOf: string) => yearStanding(reportOf({ ...settings, asOf }).report);
  /** 33, where 40 were planned for 2024. */
  const ONLY_THIS_YEAR: Case = { targets: '2024 | 40\n2026 | 100', meetings: 33 };
  const AFTER_A_PLAN = (before: number): Case => ({
    targets: `2023 | ${before}\n2024 | 40\n2026 | 100`,
    meetings: 33,
  });

  it.each<[string, Case, string, ReturnType<typeof yearStanding>]>([
    ['reached in February', { ...ONLY_THIS_YEAR, meetings: 40 }, '2024-02-05', 'reached'],
    ['not reached in February', ONLY_THIS_YEAR, '2024-02-05', 'underway'],
    ['not reached on the last day of September', ONLY_THIS_YEAR, '2024-09-30', 'underway'],
    ['not reached from October on', ONLY_THIS_YEAR, '2024-10-01', 'behind'],
    ['not reached on the last day of the year', ONLY_THIS_YEAR, '2024-12-31', 'behind'],
    ['the plan of the last ended year is met', AFTER_A_PLAN(33), '2024-02-05', 'underway'],
    ['nor that of the last ended year', AFTER_A_PLAN(34), '2024-02-05', 'behind'],
    ['no target for the year', { targets: '2026 | 100', meetings: 1 }, '2024-10-05', null],
  ])('%s', (_, settings, asOf, expected) => {
    expect(standing(settings, asOf)).toBe(expected);
  });
});

describe('fields and departments', () => {
  const result = overview(
    [
      {
        ...HALF,
        field: '복지',
        settings: '담당부서 | 복지과',
        money: '2024 | 구 | 3',
        spent: '2024. 3. 1. | 구 | 1000000',
      },
      { ...BEHIND, field: '복지', settings: '담당부서 | 교육과', money: '2024 | 시 | 4' },
      { ...UNKNOWN, field: null },
    ].map(reportOf),
  );

  it('have their pledges, classes and money; what nobody says is null', () => {
    expect(result.fields).toEqual([
      { field: '복지', pledges: 2, statuses: { 정상추진: 2 }, plannedWon: 7_000_000, executedWon: 1_000_000 },
      { field: null, pledges: 1, statuses: { 미정: 1 }, plannedWon: null, executedWon: null },
    ]);
    expect(result.departments).toEqual([
      { department: '복지과', pledges: 1, statuses: { 정상추진: 1 } },
      { department: '교육과', pledges: 1, statuses: { 정상추진: 1 } },
      { department: null, pledges: 1, statuses: { 미정: 1 } },
    ]);
  });
});

it('the parts sum to the whole, whatever the pledges are', () => {
  const reports = [HALF, OUTRUN, BEHIND, UNKNOWN].map((one) => reportOf(one).report);
  const pledge = fc.record({
    field: fc.constantFrom('복지', '교육', null),
    report: fc.constantFrom(...reports),
  });
  fc.assert(
    fc.property(fc.array(pledge, { minLength: 1, maxLength: 30 }), (pledges) => {
      const { fields, departments, statuses, yearTarget, meanRatePercent } = overview(pledges);
      const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
      expect(sum(Object.values(statuses))).toBe(pledges.length);
      for (const parts of [fields, departments]) {
        expect(sum(parts.map((part) => part.pledges))).toBe(pledges.length);
        expect(sum(parts.flatMap((part) => Object.values(part.statuses)))).toBe(pledges.length);
      }
      expect(yearTarget.reached).toBeLessThanOrEqual(yearTarget.of);
      expect(meanRatePercent ?? 0).toBeLessThanOrEqual(100);
    }),
  );
});
