/** Where the rows of the input tabs went. */
import type { InputTab } from './tabs.ts';

/** Where every data row of a tab went. Nothing is dropped in silence: read = counted + afterAsOf + excluded + skipped. */
export interface RowAccount {
  readonly read: number;
  readonly counted: number;
  /** Dated after the as-of date. */
  readonly afterAsOf: number;
  /** Flagged: listed as a problem, in no figure. */
  readonly excluded: number;
  /** Blank rows, notes, subtotals, repeated headings. */
  readonly skipped: number;
}

export type RowAccounts = Readonly<Partial<Record<InputTab, RowAccount>>>;
