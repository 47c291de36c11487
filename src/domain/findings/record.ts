/** What the tabs that remember say against what was written into them, and against the rows of today. */
import type { MonthlyFigure } from '../months/monthly-figure.ts';
import type { Breach } from '../record-set.ts';
import type { RecordTab } from '../tabs.ts';
import type { Severity } from './severity.ts';

export type RecordProblem =
  | {
      readonly code: 'damaged-record';
      /**
       * `unreadable`: so many rows hold what we never write. `altered`: a frozen row is not as it was written.
       * `doubled`: its month has a row already. `rows-differ`: the rows behind the month are not as they were written.
       */
      readonly damage: 'unreadable' | 'altered' | 'doubled' | 'rows-differ';
      readonly rows: number;
      /** `2024-03`; null where it is about no month. */
      readonly month: string | null;
    }
  | ({
      /** Rows of a tab that remembers are gone, or are not as they were written. */
      readonly code: 'records-broken';
      /** Headings that are gone from it: without their columns no row is as it was written. */
      readonly headingsGone: readonly string[];
    } & Breach)
  | {
      /** Nothing was kept of the tabs that remember, as in a copy of the spreadsheet: they are taken as they stand. */
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
      /** Of the first month: as it was frozen, and as its rows say today. null: no row said anything. */
      readonly frozen: number | null;
      readonly now: number | null;
    };

export const RECORD_SEVERITIES: Readonly<Record<RecordProblem['code'], Severity>> = {
  'damaged-record': 'warning',
  'records-broken': 'error',
  'records-adopted': 'notice',
  'past-month-changed': 'warning',
};
