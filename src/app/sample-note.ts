/** What was noted when the sample was filled in: how each tab looked then, by which a later version knows it again. */
import { INPUT_TABS, type InputTab } from '../domain/tabs.ts';
import { contentKey } from '../sheets/set-up/beginnings.ts';
import type { TabLayout } from '../sheets/set-up/layouts.ts';
import type { Notes } from './ports.ts';

export const SAMPLE_NOTE = 'pledge-ledger.sample';

/** 분류 and 공약 of the sample that an earlier version filled in without a note. */
export const EARLIER_SAMPLE: ReadonlySet<string> = new Set(['16b5f1bfea59fa69', 'ab17ac7301ef3eb5']);

export interface SampleNote {
  /** A fingerprint of each tab. */
  readonly tabs: Readonly<Partial<Record<InputTab, string>>>;
  /** Whether no record was there before it: then what stands in them while the sample stands is of the sample. */
  readonly recordsWereEmpty: boolean;
}

/** Notes how the tabs look now that the sample stands in them. */
export function noteSample(notes: Notes, layouts: readonly TabLayout[], recordsWereEmpty: boolean): void {
  const tabs = Object.fromEntries(layouts.map(({ tab, block }) => [tab, contentKey(block)]));
  notes.set(SAMPLE_NOTE, JSON.stringify({ tabs, recordsWereEmpty }));
}

/** null: nothing was noted, or not so that it can be read. */
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
