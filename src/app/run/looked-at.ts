/** The pledge of an office's book that is looked at: the detail tabs are of it, the same for everybody. */
import type { Notes } from '../ports.ts';

const KEY = 'pledge-ledger.pledge';

/** Its number; null: nobody has chosen one, and the first of the list is shown. */
export function pledgeLookedAt(notes: Notes): string | null {
  return notes.get(KEY);
}

/** Keeps which one it is. */
export function lookAt(notes: Notes, number: string): void {
  notes.set(KEY, number);
}
