/**
 * The note about the sample, made before its first cell is written: a fingerprint of each tab, so that later
 * versions recognise the sample, and whose the records are. It is there however the filling ends.
 */
import { INPUT_TABS, type InputTab } from '../domain/tabs.ts';
import { isJsonObject, jsonObjectIn } from '../sheets/json.ts';
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
  /** Whether the sample is being filled in or removed. It stays true after a run that broke off. */
  readonly isUnderWay: boolean;
}

export function noteSample(notes: Notes, note: SampleNote): void {
  notes.set(SAMPLE_NOTE, JSON.stringify(note));
}

/** The fingerprint of each tab as it will be filled. */
export function tabFingerprints(layouts: readonly TabLayout[]): SampleNote['tabs'] {
  return Object.fromEntries(layouts.map(({ tab, block }) => [tab, contentKey(block)]));
}

/** null: no note, or an unreadable one. */
export function keptSample(notes: Notes): SampleNote | null {
  const note = jsonObjectIn(notes.get(SAMPLE_NOTE) ?? '');
  if (note === null || !isJsonObject(note.tabs)) return null;
  const tabs: Partial<Record<InputTab, string>> = {};
  for (const tab of INPUT_TABS) {
    const key = note.tabs[tab];
    if (typeof key === 'string') tabs[tab] = key;
  }
  return {
    tabs,
    recordsWereEmpty: note.recordsWereEmpty === true,
    isUnderWay: note.isUnderWay === true,
  };
}
