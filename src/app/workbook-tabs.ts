/** The tabs of a workbook: which of them are ours, which are staff's, and the input tabs as they are read. */
import { INPUT_TABS, type InputTab } from '../domain/tabs.ts';
import { INPUT_TAB_NAMES, OPTIONAL_TABS } from '../sheets/input/tabs.ts';
import { nearestName } from '../sheets/name-table.ts';
import { OUTPUT_TABS, type OutputTab } from '../sheets/output/tabs.ts';
import { isBlank, type RawTabs } from '../sheets/raw.ts';
import { textKey } from '../sheets/text-key.ts';
import type { Pace, Workbook } from './ports.ts';

/** Reads every input tab that exists, each with one call. An optional tab that is empty counts as absent. */
export function rawTabs(workbook: Workbook, pace?: Pace): RawTabs {
  const names = INPUT_TABS.map((tab) => INPUT_TAB_NAMES[tab]);
  const found = workbook.read(names, (name) => pace?.step(`${name} 탭 읽기`));
  const tabs: Partial<Record<InputTab, NonNullable<RawTabs[InputTab]>>> = {};
  for (const tab of INPUT_TABS) {
    const raw = found.get(INPUT_TAB_NAMES[tab]);
    if (raw === undefined) continue;
    if (OPTIONAL_TABS.has(tab) && raw.rows.every((row) => row.every(isBlank))) continue;
    tabs[tab] = raw;
  }
  return tabs;
}

/** Whether the book keeps an office's pledges: it has a tab 공약목록. */
export function keepsOffice(tabNames: readonly string[]): boolean {
  return tabNames.some((name) => textKey(name) === LIST_KEY);
}

const LIST_KEY = textKey(INPUT_TAB_NAMES.pledgeList);

/** Whether any tab may be an input tab under a similar name. If so, the findings say which. */
export function resemblesInput(tabNames: readonly string[]): boolean {
  const names = staffTabNames(tabNames);
  return Object.values(INPUT_TAB_NAMES).some((name) => nearestName(name, names) !== null);
}

/** The same tabs, with those marked that have hidden rows. */
export function withHiddenRows(tabs: RawTabs, hidden: ReadonlySet<string>): RawTabs {
  return Object.fromEntries(
    Object.entries(tabs).map(([tab, raw]) => [tab, hidden.has(raw.name) ? { ...raw, hidesRows: true } : raw]),
  );
}

/** The names of tabs that staff made: all except the names of output tabs. */
export function staffTabNames(tabNames: readonly string[]): readonly string[] {
  const results = new Set<string>(Object.values(OUTPUT_TABS));
  return tabNames.filter((name) => !results.has(name));
}

/** Those of these output tabs whose names are taken by tabs that the add-on did not make. */
export function foreignTabsAmong(workbook: Workbook, tabs: readonly OutputTab[]): ReadonlySet<OutputTab> {
  const names = new Set(workbook.foreignTabs(tabs.map((tab) => OUTPUT_TABS[tab])));
  return new Set(tabs.filter((tab) => names.has(OUTPUT_TABS[tab])));
}
