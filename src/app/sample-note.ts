/**
 * The note made when the sample was filled in: a fingerprint of each tab, so that later versions recognise
 * the sample.
 */
import { INPUT_TABS, type InputTab } from '../domain/tabs.ts';
import { contentKey } from '../sheets/set-up/beginnings.ts';
import type { TabLayout } from '../sheets/set-up/layouts.ts';
import type { Notes } from './ports.ts';

export const SAMPLE_NOTE = 'pledge-ledger.sample';

/** Fingerprints of 분류 and 공약 as filled in by an earlier version that made no note. */
export const EARLIER_SAMPLE: ReadonlySet<string> = new Set(['16b5f1bfea59fa69', 'ab17ac7301ef3eb5']);

export interface SampleNote {
  /** A fingerprint of each filled tab. */
  readonly tabs: Readonly<Partial<Record<InputTab, string>>>;
  /** Whether the record tabs were empty before: if so, all records belong to the sample while it is there. */
  readonly recordsWereEmpty: boolean;
}

/** Notes the fingerprints of the tabs that have just been filled. */
export function noteSample(notes: Notes, layouts: readonly TabLayout[], recordsWereEmpty: boolean): void {
  const tabs = Object.fromEntries(layouts.map(({ tab, block }) => [tab, contentKey(block)]));
  notes.set(SAMPLE_NOTE, JSON.stringify({ tabs, recordsWereEmpty }));
}

/** null: no note, or an unreadable one. */
export function keptSample(notes: Notes): SampleNote | null {
  const text = notes.get(SAMPLE_NOTE);
  if (text === null) return null;
  try {
    const note: unknown = JSON.parse(text);
    if (!isRecord(note) || !isRecord(note.tabs)) return null;
    const tabs: Partial<Record<InputTab, string>> = {};
    for (const tab of INPUT_TABS) {
      const key = note.tabs[tab];
      if (typeof key === 'string') tabs[tab] = key;
    }
    return { tabs, recordsWereEmpty: note.recordsWereEmpty === true };
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
