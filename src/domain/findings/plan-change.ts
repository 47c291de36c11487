/** Findings about plan changes: each on its own, against the next one, and the last against today's plan. */
import type { ChangedItem } from '../plan-changes/plan-change.ts';
import type { Severity } from './severity.ts';

export type PlanChangeProblem =
  | {
      readonly code: 'unknown-plan-item';
      readonly found: string;
      readonly nearest: string | null;
      /** The name of an indicator inside 항목, which belongs in the column 지표, and the item without it. */
      readonly split?: { readonly name: string; readonly item: string };
    }
  | {
      /** 당초 of a change differs from 변경 of the one before it. */
      readonly code: 'plan-change-off-last';
      readonly found: string;
      readonly item: string;
      readonly earlier: string;
      readonly earlierRow: number;
    }
  | {
      /**
       * Today's value in the tabs differs from 변경 of the last change by today, or from 당초 of the next one.
       */
      readonly code: 'plan-change-off-today';
      readonly found: string;
      readonly item: string;
      readonly kind: ChangedItem;
      readonly now: number | string | null;
      /** True where the change is still to come, so the tabs should hold its 당초. */
      readonly isComing: boolean;
    };

export const PLAN_CHANGE_SEVERITIES: Readonly<Record<PlanChangeProblem['code'], Severity>> = {
  'unknown-plan-item': 'error',
  'plan-change-off-last': 'warning',
  'plan-change-off-today': 'warning',
};
