/** Findings about rows of 건의사항. */
import type { IsoDate } from '../date.ts';
import type { Severity } from './severity.ts';

export type SuggestionProblem =
  | { readonly code: 'doubled-receipt-number'; readonly found: string; readonly firstRow: number }
  | { readonly code: 'handled-before-received'; readonly received: IsoDate; readonly handled: IsoDate }
  | { readonly code: 'completed-without-date' }
  /** The same for a status that the office added as an end. */
  | { readonly code: 'ended-without-date' }
  | {
      /** The number or text of this many rows was changed. Their status before `firstSeen` is unknown. */
      readonly code: 'suggestions-renamed';
      readonly rows: number;
      readonly firstSeen: IsoDate;
    }
  | {
      readonly code: 'suggestions-without-status';
      readonly year: number;
      readonly occasion: string | null;
      readonly count: number;
      readonly total: number;
    }
  | {
      /** The status at the as-of date can no longer be determined. */
      readonly code: 'status-then-unknown';
      readonly year: number;
      readonly occasion: string | null;
      readonly count: number;
      readonly asOf: IsoDate;
    }
  | {
      readonly code: 'suggestions-open-long';
      readonly year: number;
      readonly occasion: string | null;
      readonly count: number;
      /** Days that the oldest of them has been open. */
      readonly days: number;
      readonly limit: number;
    }
  | {
      readonly code: 'copied-total';
      readonly occasion: string | null;
      readonly year: number;
      readonly yearBefore: number;
      readonly total: number;
    }
  | {
      readonly code: 'copied-breakdown';
      readonly occasion: string | null;
      readonly year: number;
      readonly otherOccasion: string | null;
      readonly otherYear: number;
      readonly total: number;
    };

export const SUGGESTION_SEVERITIES: Readonly<Record<SuggestionProblem['code'], Severity>> = {
  'doubled-receipt-number': 'error',
  'handled-before-received': 'warning',
  'completed-without-date': 'notice',
  'ended-without-date': 'notice',
  'suggestions-renamed': 'warning',
  'suggestions-without-status': 'notice',
  'status-then-unknown': 'notice',
  'suggestions-open-long': 'notice',
  'copied-total': 'notice',
  'copied-breakdown': 'notice',
};
