/**
 * Findings about record tabs: rows that are not as written, and frozen figures that today's rows contradict.
 */
import type { MonthlyFigure } from '../months/monthly-figure.ts';
import type { Breach } from '../record-set.ts';
import type { RecordTab } from '../tabs.ts';
import type { Severity } from './severity.ts';

export type RecordProblem =
  | {
      readonly code: 'damaged-record';
      /**
       * `unreadable`: rows hold what the add-on never writes. `altered`: a frozen row is not as it was
       * written. `doubled`: its month has a row already. `rows-differ`: the rows behind the month are
       * not as they were written.
       */
      readonly damage: 'unreadable' | 'altered' | 'doubled' | 'rows-differ';
      readonly rows: number;
      /** `2024-03`; null where the finding is about no single month. */
      readonly month: string | null;
    }
  | ({
      /** Rows of a record tab are missing, or are not as they were written. */
      readonly code: 'records-broken';
      /** Headings that the tab has lost. Without their columns no row is as it was written. */
      readonly headingsGone: readonly string[];
    } & Breach)
  | {
      /**
       * No guard is known for the record tabs, as in a copy of the spreadsheet. Their rows
       * are accepted as they are.
       */
      readonly code: 'records-adopted';
      readonly tabs: readonly RecordTab[];
      readonly isCopy: boolean;
    }
  | {
      readonly code: 'past-month-changed';
      readonly figure: MonthlyFigure;
      /** The first of the closed months that differ by the same amount, and the last. */
      readonly month: string;
      readonly lastMonth: string;
      /**
       * The first month's figure as it was frozen, and as its rows give it today. null: no row said anything.
       */
      readonly frozen: number | null;
      readonly now: number | null;
    };

export const RECORD_SEVERITIES: Readonly<Record<RecordProblem['code'], Severity>> = {
  'damaged-record': 'warning',
  'records-broken': 'error',
  'records-adopted': 'notice',
  'past-month-changed': 'warning',
};
