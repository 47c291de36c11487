/** Which pledge of an office's book the detail tabs show. It is the same for everybody. */
import type { Notes } from '../ports.ts';

const KEY = 'pledge-ledger.pledge';

/** The number of that pledge; null: nobody has chosen one, and the first of the list is shown. */
export function shownPledgeNumber(notes: Notes): string | null {
  return notes.get(KEY);
}

/** Makes the detail tabs show this pledge from now on. */
export function chooseShownPledge(notes: Notes, number: string): void {
  notes.set(KEY, number);
}
