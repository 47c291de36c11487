/** Findings about a book of many pledges as a whole: its list, its tabs, and settings that are of one pledge. */
import type { Severity } from './severity.ts';

export type OfficeProblem =
  /** A tab with rows and without a column of 공약번호, where the book has several pledges. */
  | { readonly code: 'no-pledge-column'; readonly rows: number }
  /** A number that an earlier row of the list has. */
  | { readonly code: 'doubled-pledge-number'; readonly found: string; readonly firstRow: number }
  /** Settings of one pledge among those of the book. */
  | { readonly code: 'settings-of-a-pledge'; readonly items: readonly string[] };

export const OFFICE_SEVERITIES = {
  'no-pledge-column': 'error',
  'doubled-pledge-number': 'error',
  'settings-of-a-pledge': 'notice',
} as const satisfies Record<OfficeProblem['code'], Severity>;
