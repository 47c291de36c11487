/** Findings about planned and executed amounts. */
import type { BudgetTime } from '../records.ts';
import type { Severity } from './severity.ts';

export type BudgetProblem =
  | { readonly code: 'budget-off-total-cost'; readonly plannedWon: number; readonly totalCostWon: number }
  | {
      readonly code: 'execution-without-plan';
      /** null: the whole plan. */
      readonly year: BudgetTime | null;
      /** Name of the funding source; null: all sources together. */
      readonly fundingSource: string | null;
      readonly executedWon: number;
      /** Number of plan rows that could not be read. The missing plan may be among them. */
      readonly plansUnread: number;
    }
  | {
      readonly code: 'execution-above-plan';
      readonly year: BudgetTime | null;
      readonly fundingSource: string | null;
      readonly executedWon: number;
      readonly plannedWon: number;
    }
  /** The typed 계 of a row differs from the sum of its columns. */
  | { readonly code: 'row-total-differs'; readonly writtenWon: number; readonly sumWon: number }
  /** A row repeats everything in an earlier row. */
  | { readonly code: 'doubled-money'; readonly firstRow: number }
  | {
      /** Rows of one funding source and year that differ only in a column that is not read. */
      readonly code: 'rows-told-apart';
      readonly rows: readonly { readonly row: number; readonly label: string }[];
    }
  /** An amount is typed for 비예산, which means no money. */
  | { readonly code: 'money-without-budget'; readonly amountWon: number }
  | { readonly code: 'blank-execution'; readonly year: number; readonly plannedWon: number };

export const BUDGET_SEVERITIES: Readonly<Record<BudgetProblem['code'], Severity>> = {
  'budget-off-total-cost': 'warning',
  'execution-without-plan': 'warning',
  'execution-above-plan': 'warning',
  'row-total-differs': 'warning',
  'doubled-money': 'notice',
  'rows-told-apart': 'warning',
  'money-without-budget': 'warning',
  'blank-execution': 'notice',
};
