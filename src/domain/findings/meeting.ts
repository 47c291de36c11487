/** Findings about rows of 소통기록. */
import type { Severity } from './severity.ts';

export type MeetingProblem =
  | {
      /**
       * The text of a row names a number of meetings or suggestions, but the cell that counts them is blank.
       */
      readonly code: 'count-in-text';
      readonly found: string;
    }
  | { readonly code: 'no-category' }
  | { readonly code: 'doubled-meeting'; readonly firstRow: number }
  | { readonly code: 'people-without-meeting'; readonly people: number }
  | { readonly code: 'more-sites-than-meetings'; readonly sites: number; readonly held: number }
  | { readonly code: 'text-names-another-year'; readonly year: number; readonly named: number }
  | {
      readonly code: 'copied-meetings';
      readonly year: number;
      readonly yearBefore: number;
      readonly total: number;
    };

export const MEETING_SEVERITIES: Readonly<Record<MeetingProblem['code'], Severity>> = {
  'count-in-text': 'notice',
  'no-category': 'notice',
  'doubled-meeting': 'notice',
  'people-without-meeting': 'notice',
  'more-sites-than-meetings': 'notice',
  'text-names-another-year': 'notice',
  'copied-meetings': 'notice',
};
