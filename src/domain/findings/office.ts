/** Findings about a book of several pledges: its list, its tabs, and settings that belong to one pledge. */
import type { Severity } from './severity.ts';

export type OfficeProblem =
  /** A tab has rows but no column 공약번호, although the book has several pledges. */
  | { readonly code: 'no-pledge-column'; readonly rows: number }
  /** An earlier row of 공약목록 has the same 공약번호. */
  | { readonly code: 'doubled-pledge-number'; readonly found: string; readonly firstRow: number }
  /**
   * An earlier row spells the same field or department in another way. Both are one, under the first name.
   */
  | { readonly code: 'spelt-otherwise'; readonly found: string; readonly meant: string }
  /** 공약 has settings that belong to one pledge, beside those of the book. */
  | { readonly code: 'settings-of-a-pledge'; readonly items: readonly string[] };

export const OFFICE_SEVERITIES = {
  'no-pledge-column': 'error',
  'doubled-pledge-number': 'error',
  'spelt-otherwise': 'notice',
  'settings-of-a-pledge': 'notice',
} as const satisfies Record<OfficeProblem['code'], Severity>;
