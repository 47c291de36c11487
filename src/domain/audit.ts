/** What rows and tables say against each other: a list of checks, each from the whole result to its findings. */
import type { Finding } from './finding.ts';
import type { Records, Target } from './records.ts';
import { type Report, withoutDoubledYears } from './report.ts';

/** One check. It states both sides: what is written, and what the rows say. */
type Audit = (records: Records, report: Report) => readonly Finding[];

/** The final target, where it is stated, against the end of the cumulative plan. */
const planEndsAtFinalTarget: Audit = ({ pledge, targets }) => {
  const last = planInOrder(targets).pop();
  if (pledge.finalTarget === null || last === undefined || last.planned.amount === pledge.finalTarget)
    return [];
  return [
    {
      problem: {
        code: 'plan-ends-off-target',
        planned: last.planned.amount,
        finalTarget: pledge.finalTarget,
        year: last.year,
      },
      place: { tab: 'targets', row: last.planned.row, field: 'planned' },
    },
  ];
};

/** A cumulative plan never falls. */
const planRises: Audit = ({ targets }) => {
  const inOrder = planInOrder(targets);
  return inOrder.flatMap((target, index): readonly Finding[] => {
    const before = inOrder[index - 1];
    if (before === undefined || target.planned.amount >= before.planned.amount) return [];
    return [
      {
        problem: {
          code: 'plan-falls',
          year: target.year,
          planned: target.planned.amount,
          yearBefore: before.year,
          plannedBefore: before.planned.amount,
        },
        place: { tab: 'targets', row: target.planned.row, field: 'planned' },
      },
    ];
  });
};

/** The yearly budgets against the stated total cost. */
const budgetSumsToTotalCost: Audit = ({ pledge, budgetPlans }) => {
  if (pledge.totalCostWon === null || budgetPlans === null || budgetPlans.length === 0) return [];
  const planned = budgetPlans.reduce((sum, plan) => sum + plan.planned.amount, 0);
  return planned === pledge.totalCostWon
    ? []
    : [
        {
          problem: { code: 'budget-off-total-cost', plannedWon: planned, totalCostWon: pledge.totalCostWon },
          place: { tab: 'budgetPlans', row: null, field: null },
        },
      ];
};

/** Money spent beyond the plan of its year. */
const executionWithinPlan: Audit = (_, { budget }) =>
  (budget?.years ?? []).flatMap(({ year, total }): readonly Finding[] => {
    const executed = total.executed.value;
    const planned = total.planned.value;
    if (executed === null || executed <= (planned ?? 0)) return [];
    const problem =
      planned === null
        ? ({ code: 'execution-without-plan', year, executedWon: executed } as const)
        : ({ code: 'execution-above-plan', year, executedWon: executed, plannedWon: planned } as const);
    return [{ problem, place: { tab: 'executions', row: null, field: null } }];
  });

/** The plan as the figures use it: a row a year, by year. */
function planInOrder(targets: readonly Target[] | null): Target[] {
  return [...withoutDoubledYears(targets ?? []).counted].sort((a, b) => a.year - b.year);
}

const AUDITS: readonly Audit[] = [
  planEndsAtFinalTarget,
  planRises,
  budgetSumsToTotalCost,
  executionWithinPlan,
];

/** Every check of the rows against each other. */
export function audit(records: Records, report: Report): readonly Finding[] {
  return AUDITS.flatMap((check) => check(records, report));
}
