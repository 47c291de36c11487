/** Whether what staff typed has changed since it was last computed. */

import { fingerprint } from '../domain/fingerprint.ts';
import { INPUT_TABS } from '../domain/tabs.ts';
import type { RawTabs } from '../sheets/input/read-records.ts';

/** The same for the same cells of the input tabs, whatever they look like. */
export function inputFingerprint(tabs: RawTabs): string {
  return fingerprint(JSON.stringify(INPUT_TABS.map((tab) => tabs[tab]?.rows ?? null)));
}
