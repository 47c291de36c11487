import { describe, expect, it } from 'vitest';
import {
  budgetSumsToTotalCost,
  executionSaid,
  executionWithinPlan,
} from '../../../src/domain/audits/budget.ts';
import { budgetPlans, executions, pledge } from '../ledger.ts';
import { findingsOf, said } from './said.ts';

const money = (plan: string, log: string) => ({
  budgetPlans: budgetPlans(plan),
  executions: executions(log),
});

describe('the yearly budgets', () => {
  it.each([
    {
      case: 'one won short of the total cost',
      plan: '2022 | city | 3\n2023 | city | 5',
      says: ['budgetPlans: budget-off-total-cost'],
    },
    { case: 'one won above it', plan: '2022 | city | 10', says: ['budgetPlans: budget-off-total-cost'] },
    { case: 'of several sources that sum to it', plan: '2022 | city | 3\n2022 | other | 6', says: [] },
    { case: 'not there yet', plan: '', says: [] },
  ])('$case', ({ plan, says }) => {
    const given = { pledge: pledge({ totalCostWon: 9 }), budgetPlans: budgetPlans(plan) };
    expect(said(budgetSumsToTotalCost, given)).toEqual(says);
  });
});

it('budgets of a missing tab are not compared with a total cost', () => {
  expect(said(budgetSumsToTotalCost, { pledge: pledge({ totalCostWon: 9 }), budgetPlans: null })).toEqual([]);
});

describe('money spent', () => {
  it.each([
    {
      case: 'from a source beyond its plan is told once, for the source',
      given: money('2022 | city | 3', '2022-05-01 | city | 4'),
      says: [
        { code: 'execution-above-plan', year: 2022, fundingSource: 'city', executedWon: 4, plannedWon: 3 },
      ],
    },
    {
      case: 'from a source that has no plan, in a year that has one',
      given: money('2022 | city | 9', '2022-05-01 | district | 4'),
      says: [
        {
          code: 'execution-without-plan',
          year: 2022,
          fundingSource: 'district',
          executedWon: 4,
          plansUnread: 0,
        },
      ],
    },
    {
      case: 'from a source whose plan may stand in a row that could not be read',
      given: { ...money('2022 | city | 9', '2022-05-01 | district | 4'), budgetPlansUnread: 2 },
      says: [{ code: 'execution-without-plan', fundingSource: 'district', plansUnread: 2 }],
    },
    {
      case: 'in two years beyond their plans',
      given: money('2022 | city | 3\n2023 | city | 3', '2022-05-01 | city | 4\n2023-05-01 | city | 5'),
      says: [
        { code: 'execution-above-plan', year: 2022 },
        { code: 'execution-above-plan', year: 2023 },
      ],
    },
    {
      case: 'in one year from two sources beyond their plans',
      given: money('2022 | city | 3', '2022-05-01 | city | 4\n2022-06-01 | district | 1'),
      says: [
        { code: 'execution-above-plan', year: 2022, fundingSource: 'city' },
        { code: 'execution-without-plan', year: 2022, fundingSource: 'district' },
      ],
    },
    {
      case: 'beyond a plan that was cut for a source that spent nothing, told once for the year',
      given: money('2022 | city | 9\n2022 | district | -2', '2022-05-01 | city | 8'),
      says: [
        { code: 'execution-above-plan', year: 2022, fundingSource: null, executedWon: 8, plannedWon: 7 },
      ],
    },
    {
      case: 'beyond a plan that was cut for a year in which nothing was spent, told once for the whole',
      given: money('2022 | city | 9\n2023 | city | -2', '2022-05-01 | city | 8'),
      says: [
        { code: 'execution-above-plan', year: null, fundingSource: 'city', executedWon: 8, plannedWon: 7 },
      ],
    },
    {
      case: 'beyond plans that were cut for two sources, told once for each source of the whole',
      given: money(
        '2022 | city | 9\n2023 | city | -2\n2022 | district | 5\n2023 | district | -1',
        '2022-05-01 | city | 8\n2022-06-01 | district | 5',
      ),
      says: [
        { code: 'execution-above-plan', year: null, fundingSource: 'city', executedWon: 8, plannedWon: 7 },
        {
          code: 'execution-above-plan',
          year: null,
          fundingSource: 'district',
          executedWon: 5,
          plannedWon: 4,
        },
      ],
    },
    {
      case: 'beyond the plan of a year for one source, and of the whole for another',
      given: money(
        '2022 | city | 3\n2022 | district | 5\n2023 | district | -1',
        '2022-05-01 | city | 4\n2022-06-01 | district | 5',
      ),
      says: [
        { code: 'execution-above-plan', year: 2022, fundingSource: 'city', executedWon: 4, plannedWon: 3 },
        {
          code: 'execution-above-plan',
          year: null,
          fundingSource: 'district',
          executedWon: 5,
          plannedWon: 4,
        },
      ],
    },
    {
      case: 'nothing, where a plan was cut to less than nothing',
      given: money('2022 | city | -3', ''),
      says: [],
    },
    { case: 'to the last won', given: money('2022 | city | 3', '2022-05-01 | city | 3'), says: [] },
    {
      case: 'beyond the plan, and taken back',
      given: money('2022 | city | 3', '2022-05-01 | city | 4\n2022-06-01 | city | -1'),
      says: [],
    },
    { case: 'nothing, without a plan', given: money('', '2022-05-01 | city | 0'), says: [] },
    {
      case: 'after the as-of date',
      given: money('2025 | city | 3', '2025-05-01 | city | 4'),
      says: [],
    },
    { case: 'while a tab is missing', given: { budgetPlans: null }, says: [] },
  ])('$case', ({ given, says }) => {
    expect(findingsOf(executionWithinPlan, given).map(({ problem }) => problem)).toMatchObject(says);
  });
});

describe('a year with a plan and without any execution', () => {
  it.each([
    {
      case: 'over',
      plan: '2023 | city | 3',
      log: '',
      asOf: '2023-12-31',
      says: ['budgetPlans 2 planned: blank-execution'],
    },
    {
      case: 'over, with a source of no money above',
      plan: '2023 | other | 0\n2023 | city | 3',
      log: '',
      asOf: '2023-12-31',
      says: ['budgetPlans 3 planned: blank-execution'],
    },
    { case: 'not over yet', plan: '2023 | city | 3', log: '', asOf: '2023-12-30', says: [] },
    {
      case: 'with a row that says 0',
      plan: '2023 | city | 3',
      log: '2023-12-01 | city | 0',
      asOf: '2023-12-31',
      says: [],
    },
    { case: 'in which nothing was planned', plan: '2023 | city | 0', log: '', asOf: '2023-12-31', says: [] },
    {
      case: 'in which another source spent',
      plan: '2023 | city | 3',
      log: '2023-12-01 | other | 1',
      asOf: '2023-12-31',
      says: [],
    },
  ])('$case', ({ plan, log, asOf, says }) => {
    expect(said(executionSaid, money(plan, log), asOf)).toEqual(says);
  });
});
