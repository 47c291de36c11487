/** Accounts for every row of every input tab. */
import type { Report } from '../../domain/report.ts';
import type { RowAccount, RowAccounts } from '../../domain/row-account.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import type { ReadResult } from '../../sheets/input/read-records.ts';

/**
 * Counts for each tab how its rows were read and how the as-of date sorted them.
 * @param report null: nothing was computed, so only the reading is accounted for.
 */
export function rowAccounts(read: ReadResult, report: Report | null): RowAccounts {
  const accounts: Partial<Record<InputTab, RowAccount>> = {};
  for (const tab of INPUT_TABS) {
    const asRead = read.accounts[tab];
    if (asRead === undefined) continue;
    const admitted: Partial<Record<InputTab, Pick<RowAccount, 'counted' | 'afterAsOf' | 'excluded'>>> =
      report?.admitted ?? {};
    const whole = asRead.read - asRead.excluded - asRead.skipped;
    const { counted, afterAsOf, excluded } = admitted[tab] ?? {
      counted: whole,
      afterAsOf: 0,
      excluded: 0,
    };
    accounts[tab] = {
      read: asRead.read,
      counted,
      // A yearly target that a later plan change introduced is not in force yet, and counts as after the
      // as-of date.
      afterAsOf: tab === 'targets' ? whole - counted - excluded : afterAsOf,
      excluded: asRead.excluded + excluded,
      skipped: asRead.skipped,
    };
  }
  return accounts;
}
