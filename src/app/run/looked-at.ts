/** Remembers which pledge of an office's book the detail tabs show. It is the same for everybody. */
import type { Notes } from '../ports.ts';

const KEY = 'pledge-ledger.pledge';

/** The number of that pledge; null: nobody has chosen one, and the first of the list is shown. */
export function pledgeLookedAt(notes: Notes): string | null {
  return notes.get(KEY);
}

/** Remembers the chosen pledge. */
export function lookAt(notes: Notes, number: string): void {
  notes.set(KEY, number);
}
