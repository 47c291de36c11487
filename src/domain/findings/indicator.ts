/** What the indicators of a pledge and their results say against each other. */
import type { IsoDate } from '../date.ts';
import type { Severity } from './severity.ts';

export type IndicatorProblem =
  | {
      /** Percentages are to be added up, which makes no figure. */
      readonly code: 'sum-of-percents';
      /** The unit as it is typed. */
      readonly found: string;
    }
  | {
      /** A pledge has at most one indicator that meetings measure. */
      readonly code: 'second-indicator-of-meetings';
      readonly found: string;
    }
  | {
      /** A row does not say which of several indicators it is about. */
      readonly code: 'indicator-not-named';
      readonly names: readonly string[];
      /** One of them has no name by which a row could name it. */
      readonly isOneNameless: boolean;
    }
  | {
      /** A result is typed for the indicator that meetings measure: its rows stand in their own tab. */
      readonly code: 'result-of-meetings';
      readonly found: string;
    }
  /** A value that is to be added up says of itself that it is the sum up to its day: 누계 12. */
  | { readonly code: 'sum-for-a-part'; readonly found: string }
  | { readonly code: 'percent-above-hundred'; readonly found: string }
  /** The same result twice. */
  | { readonly code: 'doubled-result'; readonly firstRow: number }
  | {
      /** A level has several values of one day: the lower row counts, so to sort the rows would change the figure. */
      readonly code: 'values-of-one-day';
      readonly rows: readonly { readonly row: number; readonly value: number }[];
    }
  | {
      /** A stated percentage is of 100, whatever target is typed. */
      readonly code: 'target-of-stated-percent';
      readonly target: number;
    }
  | {
      /** Meetings are counted from none: what was held before stands in their own tab. */
      readonly code: 'baseline-of-meetings';
      readonly baseline: number;
    }
  | {
      /** Of several indicators, one that the rate of the pledge leaves out. */
      readonly code: 'indicator-without-rate';
      readonly name: string;
      /** What keeps it from having one. */
      readonly lacks: 'target' | 'value' | 'difference';
    }
  | {
      /** A rate that somebody states counts for every date, for past ones too. */
      readonly code: 'stated-rate-undated';
      readonly percent: number;
      readonly asOf: IsoDate;
    };

export const INDICATOR_SEVERITIES: Readonly<Record<IndicatorProblem['code'], Severity>> = {
  'sum-of-percents': 'error',
  'second-indicator-of-meetings': 'error',
  'indicator-not-named': 'error',
  'result-of-meetings': 'error',
  'sum-for-a-part': 'error',
  'percent-above-hundred': 'warning',
  'doubled-result': 'notice',
  'values-of-one-day': 'warning',
  'target-of-stated-percent': 'warning',
  'baseline-of-meetings': 'warning',
  'indicator-without-rate': 'notice',
  'stated-rate-undated': 'notice',
};
