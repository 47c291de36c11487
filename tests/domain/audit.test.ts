import { describe, expect, it } from 'vitest';
import { audit } from '../../src/domain/audit.ts';
import type { FindingCode } from '../../src/domain/finding.ts';
import type { Records } from '../../src/domain/records.ts';
import { calculate } from '../../src/domain/report.ts';
import { budgetPlans, date, executions, indicator, pledge, records, targets } from './ledger.ts';
import { PLEDGE_1_6 } from './pledge-1-6.ts';

/** The checks tested here. The others have tests of their own. */
const CODES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'plan-ends-off-target',
  'plan-falls',
  'budget-off-total-cost',
  'execution-above-plan',
  'execution-without-plan',
]);

function auditOf(given: Partial<Records>) {
  const all = records(given);
  const clock = { asOf: date('2024-12-31'), today: date('2024-12-31') };
  return audit(all, calculate(all, clock)).filter(({ problem }) => CODES.has(problem.code));
}

const planEndsAt = (table: string) => ({ indicators: [indicator({ target: 200 })], targets: targets(table) });
const costs = (table: string) => ({ pledge: pledge({ totalCostWon: 9 }), budgetPlans: budgetPlans(table) });
const spent = (plan: string, log: string) => ({
  budgetPlans: budgetPlans(plan),
  executions: executions(log),
});

describe('the audit', () => {
  it.each([
    {
      case: 'a plan that ends off the final target',
      given: planEndsAt('2026 | 190\n2025 | 140'),
      finds: { code: 'plan-ends-off-target', planned: 190, finalTarget: 200, year: 2026 },
      at: { tab: 'targets', row: 2, field: 'planned' },
    },
    {
      case: 'a cumulative plan that falls',
      given: { targets: targets('2022 | 20\n2023 | 10') },
      finds: { code: 'plan-falls', year: 2023, planned: 10, yearBefore: 2022, plannedBefore: 20 },
      at: { tab: 'targets', row: 3, field: 'planned' },
    },
    {
      case: 'a budget that is not the total cost',
      given: costs('2022 | city | 3\n2023 | city | 5'),
      finds: { code: 'budget-off-total-cost', plannedWon: 8, totalCostWon: 9 },
      at: { tab: 'budgetPlans', row: null, field: null },
    },
    {
      case: 'money spent beyond the plan of its year',
      given: spent('2022 | city | 3', '2022-05-01 | city | 2\n2022-06-01 | city | 2'),
      finds: { code: 'execution-above-plan', year: 2022, executedWon: 4, plannedWon: 3 },
      at: { tab: 'executions' },
    },
    {
      case: 'money spent in a year without a plan',
      given: spent('2022 | city | 3', '2023-05-01 | city | 2'),
      finds: { code: 'execution-without-plan', year: 2023, executedWon: 2 },
      at: { tab: 'executions' },
    },
  ])('finds $case', ({ given, finds, at }) => {
    expect(auditOf(given)).toMatchObject([{ problem: finds, place: at }]);
  });

  it.each([
    { case: 'a plan that ends at the final target', given: planEndsAt('2025 | 140\n2026 | 200') },
    { case: 'a plan without a stated final target', given: { targets: targets('2026 | 190') } },
    { case: 'a final target without a plan', given: planEndsAt('') },
    { case: 'a plan that stands still', given: { targets: targets('2022 | 20\n2023 | 20') } },
    { case: 'a plan that rises, in any order of rows', given: { targets: targets('2023 | 50\n2022 | 20') } },
    { case: 'a budget that is the total cost', given: costs('2022 | city | 3\n2023 | other | 6') },
    { case: 'a total cost without a budget yet', given: costs('') },
    { case: 'all of the plan spent', given: spent('2022 | city | 3', '2022-05-01 | city | 3') },
    { case: 'nothing spent without a plan', given: spent('', '2022-05-01 | district | 0') },
    { case: 'tabs that are missing', given: { targets: null, budgetPlans: null, executions: null } },
    { case: 'the records of pledge 1-6', given: PLEDGE_1_6 },
  ])('says nothing about $case', ({ given }) => {
    expect(auditOf(given)).toEqual([]);
  });

  it('looks only at the first of two rows for one year, as the figures do', () => {
    expect(auditOf(planEndsAt('2025 | 140\n2026 | 200\n2026 | 20'))).toEqual([]);
  });
});
