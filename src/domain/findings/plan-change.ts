/** What is wrong with the changes of a plan: each for itself, one with the next, and the last with today. */
import type { ChangedItem } from '../plan-changes/plan-change.ts';
import type { Severity } from './severity.ts';

export type PlanChangeProblem =
  | {
      readonly code: 'unknown-plan-item';
      readonly found: string;
      readonly nearest: string | null;
      /** The indicator that the item names, which belongs in a column of its own, and the item without it. */
      readonly split?: { readonly name: string; readonly item: string };
    }
  | {
      /** What a change begins with is not what the one before it ended with. */
      readonly code: 'plan-change-off-last';
      readonly found: string;
      readonly item: string;
      readonly earlier: string;
      readonly earlierRow: number;
    }
  | {
      /** What the last change by today ended with, or the next one begins with, is not what the tabs hold today. */
      readonly code: 'plan-change-off-today';
      readonly found: string;
      readonly item: string;
      readonly kind: ChangedItem;
      readonly now: number | string | null;
      /** The change is still to come: what it begins with is what the tabs should hold. */
      readonly isComing: boolean;
    };

export const PLAN_CHANGE_SEVERITIES: Readonly<Record<PlanChangeProblem['code'], Severity>> = {
  'unknown-plan-item': 'error',
  'plan-change-off-last': 'warning',
  'plan-change-off-today': 'warning',
};
