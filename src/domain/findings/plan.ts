/** Findings about the yearly plan and the schedule, against the results and against each other. */
import type { IsoDate, Quarter } from '../date.ts';
import type { IndicatorKind, IndicatorPlace } from '../indicators/indicator.ts';
import type { Severity } from './severity.ts';
import type { Direction } from './tab.ts';

/** The indicator that a plan belongs to. */
export interface PlannedIndicator {
  /** null: the pledge has only this one. */
  readonly name: string | null;
  readonly kind: IndicatorKind;
}

export type PlanProblem =
  | { readonly code: 'doubled-year'; readonly found: string; readonly firstRow: number }
  | {
      readonly code: 'plan-ends-off-target';
      readonly about: PlannedIndicator;
      /** The tab that states the final target as of the date; null: not known. */
      readonly targetTab: IndicatorPlace['tab'] | null;
      readonly year: number;
      readonly planned: number;
      readonly finalTarget: number;
    }
  | {
      /**
       * Each year plans only for itself, where cumulative targets are wanted: together
       * they are the final target.
       */
      readonly code: 'yearly-targets';
      readonly about: PlannedIndicator;
      readonly planned: number;
      readonly finalTarget: number;
    }
  | {
      /** A cumulative plan falls, or rises although the indicator should go down. */
      readonly code: 'plan-falls' | 'plan-rises';
      readonly about: PlannedIndicator;
      readonly year: number;
      readonly planned: number;
      readonly yearBefore: number;
      readonly plannedBefore: number;
    }
  | {
      readonly code: 'plan-missed';
      readonly about: PlannedIndicator;
      readonly year: number;
      readonly planned: number;
      /** The value at the end of that year. */
      readonly reached: number;
    }
  | {
      readonly code: 'plan-outrun';
      readonly about: PlannedIndicator;
      readonly year: number;
      readonly planned: number;
      readonly yearBefore: number;
      /** The value at the end of the year before. */
      readonly reached: number;
    }
  | {
      readonly code: 'scheduled-quarter-missed' | 'held-early' | 'held-late' | 'held-unplanned';
      /** Name of the line of the schedule. */
      readonly name: string;
      readonly year: number;
      readonly quarter: Quarter;
    }
  | {
      readonly code: 'mark-after-term';
      readonly name: string;
      readonly year: number;
      readonly quarter: Quarter;
      readonly termEnd: IsoDate;
    }
  /** The schedule has a column for each year, and none for quarters. */
  | { readonly code: 'schedule-without-quarters' }
  | { readonly code: 'category-without-schedule'; readonly found: string }
  | { readonly code: 'schedule-without-category'; readonly found: string }
  | { readonly code: 'shifted-schedule-row'; readonly found: string; readonly direction: Direction };

export const PLAN_SEVERITIES: Readonly<Record<PlanProblem['code'], Severity>> = {
  'doubled-year': 'error',
  'plan-ends-off-target': 'warning',
  'yearly-targets': 'warning',
  'plan-falls': 'warning',
  'plan-rises': 'warning',
  'plan-missed': 'warning',
  'plan-outrun': 'notice',
  'scheduled-quarter-missed': 'notice',
  'held-early': 'notice',
  'held-late': 'notice',
  'held-unplanned': 'notice',
  'mark-after-term': 'notice',
  'schedule-without-quarters': 'notice',
  'category-without-schedule': 'notice',
  'schedule-without-category': 'notice',
  'shifted-schedule-row': 'warning',
};
