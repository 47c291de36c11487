/** Reports money under 비예산, which is not a funding source. It still counts as typed. */
import type { Finding, Place } from '../../../domain/finding.ts';
import type { BudgetPlan, Execution } from '../../../domain/records.ts';
import type { FundingSource } from '../../../domain/words.ts';
import { NO_BUDGET } from '../no-budget.ts';

export function moneyOfNone(
  plans: readonly BudgetPlan[],
  executions: readonly Execution[],
): readonly Finding[] {
  return [
    ...plans.flatMap(({ fundingSource, planned: { row, field = 'planned', amount } }) =>
      moneyOfNoBudget(fundingSource, amount, { tab: 'budgetPlans', row, field }),
    ),
    ...executions.flatMap(({ fundingSource, executed: { row, amount } }) =>
      moneyOfNoBudget(fundingSource, amount, { tab: 'executions', row, field: 'executed' }),
    ),
  ];
}

function moneyOfNoBudget(fundingSource: FundingSource, amountWon: number, place: Place): readonly Finding[] {
  return fundingSource === NO_BUDGET && amountWon !== 0
    ? [{ problem: { code: 'money-without-budget', amountWon }, place }]
    : [];
}
