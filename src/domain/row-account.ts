/** Counts of what happened to the rows of the input tabs. */
import { type InputTab, LOG_TABS } from './tabs.ts';

/**
 * What happened to the data rows of a tab. No row is lost: read = counted + afterAsOf + excluded + skipped.
 */
export interface RowAccount {
  readonly read: number;
  readonly counted: number;
  /** Dated after the as-of date. */
  readonly afterAsOf: number;
  /** In no figure, and listed as a finding. */
  readonly excluded: number;
  /** Blank rows, notes, subtotals, repeated headings. */
  readonly skipped: number;
}

/** Whether no log tab has a row that a figure could be made of. A missing tab has none. */
export function holdsNothing(
  accounts: Readonly<Partial<Record<InputTab, Pick<RowAccount, 'read' | 'skipped'>>>>,
): boolean {
  return LOG_TABS.every((tab) => {
    const account = accounts[tab];
    return account === undefined || account.read === account.skipped;
  });
}

export type RowAccounts = Readonly<Partial<Record<InputTab, RowAccount>>>;
