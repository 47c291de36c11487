/** Reports money under 비예산, which is not a funding source. It still counts as typed. */
import type { Source } from '../../../domain/figure.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { BudgetPlan, Execution } from '../../../domain/records.ts';
import type { FundingSource } from '../../../domain/words.ts';
import { NO_BUDGET } from '../no-budget.ts';

export function moneyOfNone(
  plans: readonly BudgetPlan[],
  executions: readonly Execution[],
): readonly Finding[] {
  return [
    ...plans
      .filter(({ fundingSource, planned }) => isMoneyOfNone(fundingSource, planned))
      .map(({ planned }) => moneyOfNoBudget(planned, planned.field ?? 'planned')),
    ...executions
      .filter(({ fundingSource, executed }) => isMoneyOfNone(fundingSource, executed))
      .map(({ executed }) => moneyOfNoBudget(executed, 'executed')),
  ];
}

function isMoneyOfNone(fundingSource: FundingSource, { amount }: Source): boolean {
  return fundingSource === NO_BUDGET && amount !== 0;
}

function moneyOfNoBudget({ tab, row, amount }: Source, field: string): Finding {
  return { problem: { code: 'money-without-budget', amountWon: amount }, place: { tab, row, field } };
}
