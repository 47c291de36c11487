/** Findings about the indicators of a pledge and their results. */
import type { IsoDate } from '../date.ts';
import type { Severity } from './severity.ts';

export type IndicatorProblem =
  | {
      /** 집계 would add up percentages, which gives no meaningful figure. */
      readonly code: 'sum-of-percents';
      /** The unit as it is typed. */
      readonly found: string;
    }
  | {
      /** A second indicator of meetings. A pledge has at most one. */
      readonly code: 'second-indicator-of-meetings';
      readonly found: string;
    }
  | {
      /** A row does not say which of several indicators it is about. */
      readonly code: 'indicator-not-named';
      readonly names: readonly string[];
      /** True where one of them has no name, so that no row can name it. */
      readonly isOneNameless: boolean;
    }
  | {
      /** A result is typed for the indicator of meetings. Its rows belong in 소통기록. */
      readonly code: 'result-of-meetings';
      readonly found: string;
    }
  /** A value that would be added up is labelled as a running total: 누계 12. */
  | { readonly code: 'sum-for-a-part'; readonly found: string }
  | { readonly code: 'percent-above-hundred'; readonly found: string }
  /** The same result twice. */
  | { readonly code: 'doubled-result'; readonly firstRow: number }
  | {
      /**
       * A level has several values on one day. The lower row counts, so sorting the rows
       * would change the figure.
       */
      readonly code: 'values-of-one-day';
      readonly rows: readonly { readonly row: number; readonly value: number }[];
    }
  | {
      /** A self-assessed indicator has a target other than 100, which does not count. */
      readonly code: 'target-of-stated-percent';
      readonly target: number;
    }
  | {
      /** The final target is not above the baseline, to which results add up. */
      readonly code: 'target-within-baseline';
      readonly baseline: number;
      readonly target: number;
    }
  | {
      /** The indicator of meetings has a baseline, which does not count. Earlier meetings belong in 소통기록. */
      readonly code: 'baseline-of-meetings';
      readonly baseline: number;
    }
  | {
      /** One of several indicators has no rate, so the rate of the pledge leaves it out. */
      readonly code: 'indicator-without-rate';
      readonly name: string;
      /** What is missing for a rate. `difference`: between baseline and target. */
      readonly lacks: 'target' | 'value' | 'difference';
    }
  | {
      /**
       * The indicator of the settings has no row, while indicators of 지표 have some. It may be one of them.
       */
      readonly code: 'indicator-without-rows';
      readonly name: string;
      readonly percent: number;
      readonly isOfMeetings: boolean;
      /** The indicators that have rows. */
      readonly others: readonly string[];
    }
  | {
      /** A stated rate names no date, so it counts for past dates too. */
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
  'target-within-baseline': 'warning',
  'indicator-without-rate': 'notice',
  'indicator-without-rows': 'warning',
  'stated-rate-undated': 'notice',
};
