/** Checks of planned and executed amounts against each other and the stated total cost. */
import { type BudgetLine, type BudgetSpan, budgetSpans } from '../budget.ts';
import { lastDayOfYear } from '../date.ts';
import { sourcesOf } from '../figure.ts';
import type { Finding } from '../finding.ts';
import type { BudgetTime } from '../records.ts';
import { listedEntries, type OfficeLists } from '../words.ts';
import { type Audit, findingAt } from './check.ts';

/** Finds a plan whose sum differs from the stated total cost. */
export const budgetSumsToTotalCost: Audit = ({ pledge, budgetPlans }) => {
  const { totalCostWon } = pledge;
  if (totalCostWon === null || budgetPlans === null || budgetPlans.length === 0) return [];
  const plannedWon = budgetPlans.reduce((sum, plan) => sum + plan.planned.amount, 0);
  return plannedWon === totalCostWon
    ? []
    : [findingAt('budgetPlans', null, null, { code: 'budget-off-total-cost', plannedWon, totalCostWon })];
};

/**
 * Finds executed amounts above the plan or without one, by year and funding source. A year, or the whole, is
 * reported only where no single source shows the excess.
 */
export const executionWithinPlan: Audit = ({ budgetPlansUnread: plansUnread, lists }, { budget }) => {
  if (budget === null) return [];
  const lines = [
    ...budgetSpans(budget).flatMap((span) => withSources(lists, span.when, span)),
    ...withSources(lists, null, budget),
  ];
  const overspent = lines.filter(
    ({ line }) => line.executed.value !== null && line.executed.value > (line.planned.value ?? 0),
  );
  const toldTimes = new Set<BudgetTime | null>();
  const toldSources = new Set<string>();
  return overspent.flatMap(({ year, fundingSource, line }): readonly Finding[] => {
    // Each excess is reported once: at a source rather than its year, at a year rather than the whole.
    const isTold =
      fundingSource === null
        ? toldTimes.has(year) || (year === null && toldTimes.size > 0)
        : year === null && toldSources.has(fundingSource);
    if (isTold) return [];
    toldTimes.add(year);
    if (fundingSource !== null) toldSources.add(fundingSource);
    const executedWon = line.executed.value ?? 0;
    const plannedWon = line.planned.value;
    const row = sourcesOf(line.executed)[0]?.row ?? null;
    return [
      findingAt(
        'executions',
        row,
        'executed',
        plannedWon === null
          ? { code: 'execution-without-plan', year, fundingSource, executedWon, plansUnread }
          : { code: 'execution-above-plan', year, fundingSource, executedWon, plannedWon },
      ),
    ];
  });
};

/** Finds years that ended with a planned amount and no execution: nothing spent, or not entered yet? */
export const executionSaid: Audit = ({ budgetPlans }, { budget, clock }) =>
  (budget?.years ?? []).flatMap(({ year, total }) => {
    const plannedWon = total.planned.value;
    if (lastDayOfYear(year) > clock.asOf || plannedWon === null || plannedWon === 0) return [];
    if (total.executed.value !== null) return [];
    const first = budgetPlans?.find((plan) => plan.when === year && plan.planned.amount > 0)?.planned;
    const problem = { code: 'blank-execution' as const, year, plannedWon };
    return [findingAt('budgetPlans', first?.row ?? null, first?.field ?? 'planned', problem)];
  });

interface OwnedLine {
  /** null: the whole plan. */
  readonly year: BudgetTime | null;
  /** null: all sources together. */
  readonly fundingSource: string | null;
  readonly line: BudgetLine;
}

function withSources(
  { fundingSources }: OfficeLists,
  year: BudgetTime | null,
  { total, bySource }: BudgetSpan,
): readonly OwnedLine[] {
  return [
    ...listedEntries(fundingSources, bySource).map(({ name, entry }) => ({
      year,
      fundingSource: name,
      line: entry,
    })),
    { year, fundingSource: null, line: total },
  ];
}
