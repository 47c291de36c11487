import { describe, expect, it } from 'vitest';
import { planEndsAtFinalTarget, planMet, planNotOutrun, planRises } from '../../../src/domain/audits/plan.ts';
import { category, indicator, meetings, targets } from '../ledger.ts';
import { findingsOf, said } from './said.ts';

const TEA = category('tea');
const PLAN = '2022 | 20\n2023 | 50\n2024 | 90';
const held = (log: string) => ({ targets: targets(PLAN), meetings: meetings([TEA], log) });

describe('the end of the plan', () => {
  it.each([
    { case: 'above the final target', plan: '2026 | 201', says: ['targets 2 planned: plan-ends-off-target'] },
    { case: 'below it', plan: '2026 | 199', says: ['targets 2 planned: plan-ends-off-target'] },
    { case: 'at it', plan: '2026 | 200', says: [] },
    { case: 'at it, the last year in the first row', plan: '2026 | 200\n2025 | 140', says: [] },
    { case: 'nowhere', plan: '', says: [] },
    {
      case: 'the plans of the years together: each was typed for itself',
      plan: '2022 | 20\n2023 | 30\n2024 | 40\n2025 | 50\n2026 | 60',
      says: ['targets 6 planned: yearly-targets'],
    },
  ])('$case', ({ plan, says }) => {
    expect(
      said(planEndsAtFinalTarget, { indicators: [indicator({ target: 200 })], targets: targets(plan) }),
    ).toEqual(says);
  });
});

describe('a cumulative plan', () => {
  it.each([
    { case: 'that falls by one', plan: '2022 | 20\n2023 | 19', says: ['targets 3 planned: plan-falls'] },
    {
      case: 'that falls twice',
      plan: '2022 | 20\n2023 | 19\n2024 | 18',
      says: ['targets 3 planned: plan-falls', 'targets 4 planned: plan-falls'],
    },
    { case: 'that stands still', plan: '2022 | 20\n2023 | 20', says: [] },
    { case: 'that rises over a gap', plan: '2022 | 20\n2025 | 140', says: [] },
    { case: 'whose falling row is a doubled year', plan: '2022 | 20\n2023 | 50\n2023 | 10', says: [] },
  ])('$case', ({ plan, says }) => {
    expect(said(planRises, { targets: targets(plan) })).toEqual(says);
  });
});

describe('a year that has ended', () => {
  it.each([
    {
      case: 'one below its plan',
      log: '2022-09-01 | tea | 19',
      asOf: '2022-12-31',
      says: ['targets 2 planned: plan-missed'],
    },
    { case: 'at its plan', log: '2022-09-01 | tea | 20', asOf: '2022-12-31', says: [] },
    { case: 'the day before it ends', log: '2022-09-01 | tea | 19', asOf: '2022-12-30', says: [] },
    {
      case: 'with its last meeting after the as-of date',
      log: '2022-09-01 | tea | 19\n2023-01-01 | tea | 9',
      asOf: '2022-12-31',
      says: ['targets 2 planned: plan-missed'],
    },
  ])('$case', ({ log, asOf, says }) => {
    expect(said(planMet, held(log), asOf)).toEqual(says);
  });

  it('names both the plan and what was held', () => {
    expect(findingsOf(planMet, held('2022-09-01 | tea | 19'), '2022-12-31')).toMatchObject([
      { problem: { year: 2022, planned: 20, reached: 19 } },
    ]);
  });
});

describe('a plan that was exceeded a year before it was due', () => {
  it.each([
    {
      case: '91 where 90 are planned for the next year',
      log: '2023-09-01 | tea | 91',
      asOf: '2023-12-31',
      says: ['targets 4 planned: plan-outrun'],
    },
    {
      case: '90 exactly',
      log: '2023-09-01 | tea | 90',
      asOf: '2023-12-31',
      says: ['targets 4 planned: plan-outrun'],
    },
    { case: '89', log: '2023-09-01 | tea | 89', asOf: '2023-12-31', says: [] },
    { case: 'passed in the year itself', log: '2024-03-01 | tea | 91', asOf: '2024-12-31', says: [] },
    { case: 'the year before it not over yet', log: '2023-09-01 | tea | 91', asOf: '2023-12-30', says: [] },
  ])('$case', ({ log, asOf, says }) => {
    expect(said(planNotOutrun, held(log), asOf)).toEqual(says);
  });

  it('does not concern a plan of zero', () => {
    expect(said(planNotOutrun, { targets: targets('2022 | 0\n2023 | 0'), meetings: [] })).toEqual([]);
  });
});

it('there are no findings if the tabs of the plan and the log are missing', () => {
  for (const check of [planEndsAtFinalTarget, planRises, planMet, planNotOutrun]) {
    expect(said(check, { targets: null, meetings: null })).toEqual([]);
  }
});
