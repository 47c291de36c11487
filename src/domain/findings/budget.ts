/** What the plan of money and its execution say against each other. */
import type { Severity } from './severity.ts';

export type BudgetProblem =
  | { readonly code: 'budget-off-total-cost'; readonly plannedWon: number; readonly totalCostWon: number }
  | {
      readonly code: 'execution-without-plan';
      /** null: the whole plan. */
      readonly year: number | null;
      /** Its name; null: all sources together. */
      readonly fundingSource: string | null;
      readonly executedWon: number;
      /** Rows of the plan that could not be read, among which it may stand. */
      readonly plansUnread: number;
    }
  | {
      readonly code: 'execution-above-plan';
      readonly year: number | null;
      readonly fundingSource: string | null;
      readonly executedWon: number;
      readonly plannedWon: number;
    }
  | { readonly code: 'blank-execution'; readonly year: number; readonly plannedWon: number };

export const BUDGET_SEVERITIES: Readonly<Record<BudgetProblem['code'], Severity>> = {
  'budget-off-total-cost': 'warning',
  'execution-without-plan': 'warning',
  'execution-above-plan': 'warning',
  'blank-execution': 'notice',
};
