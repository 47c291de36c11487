/** What the plan of money and its execution say against each other. */
import type { BudgetTime } from '../records.ts';
import type { Severity } from './severity.ts';

export type BudgetProblem =
  | { readonly code: 'budget-off-total-cost'; readonly plannedWon: number; readonly totalCostWon: number }
  | {
      readonly code: 'execution-without-plan';
      /** null: the whole plan. */
      readonly year: BudgetTime | null;
      /** Its name; null: all sources together. */
      readonly fundingSource: string | null;
      readonly executedWon: number;
      /** Rows of the plan that could not be read, among which it may stand. */
      readonly plansUnread: number;
    }
  | {
      readonly code: 'execution-above-plan';
      readonly year: BudgetTime | null;
      readonly fundingSource: string | null;
      readonly executedWon: number;
      readonly plannedWon: number;
    }
  /** The total that stands in a row of a table, against what its columns add up to. */
  | { readonly code: 'row-total-differs'; readonly writtenWon: number; readonly sumWon: number }
  /** A row of money says all that one further up says. */
  | { readonly code: 'doubled-money'; readonly firstRow: number }
  | {
      /** Rows of one fund and year that nothing tells apart but a column which is not read. */
      readonly code: 'rows-told-apart';
      readonly rows: readonly { readonly row: number; readonly label: string }[];
    }
  | { readonly code: 'blank-execution'; readonly year: number; readonly plannedWon: number };

export const BUDGET_SEVERITIES: Readonly<Record<BudgetProblem['code'], Severity>> = {
  'budget-off-total-cost': 'warning',
  'execution-without-plan': 'warning',
  'execution-above-plan': 'warning',
  'row-total-differs': 'warning',
  'doubled-money': 'notice',
  'rows-told-apart': 'warning',
  'blank-execution': 'notice',
};
