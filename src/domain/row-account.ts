/** Where the rows of the input tabs went. */
import { type InputTab, LOG_TABS } from './tabs.ts';

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

/** Whether nobody has typed a row yet that a figure could be made of. A tab that is not there holds none. */
export function holdsNothing(
  accounts: Readonly<Partial<Record<InputTab, Pick<RowAccount, 'read' | 'skipped'>>>>,
): boolean {
  return LOG_TABS.every((tab) => {
    const account = accounts[tab];
    return account === undefined || account.read === account.skipped;
  });
}

export type RowAccounts = Readonly<Partial<Record<InputTab, RowAccount>>>;
