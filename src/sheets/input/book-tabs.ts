/** Checks the set of tabs in a book: missing tabs, and several tabs with the same name. */
import type { Finding } from '../../domain/finding.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import { nearestName } from '../name-table.ts';
import type { RawTabs } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { INPUT_TAB_NAMES, OPTIONAL_TABS } from './tabs.ts';

/** Findings about the set of tabs: missing ones, and several with the same name. */
export function bookFindings(tabs: RawTabs, tabNames: readonly string[]): Finding[] {
  return [...missingTabs(tabs, tabNames), ...doubledTabs(tabNames)];
}

function missingTabs(tabs: RawTabs, tabNames: readonly string[]): Finding[] {
  return INPUT_TABS.filter((tab) => tabs[tab] === undefined && !OPTIONAL_TABS.has(tab)).map((tab) =>
    missingTab(tab, tabNames),
  );
}

/** Reports tabs whose names read the same. Only one is read: the one with the exact name, else the first. */
function doubledTabs(tabNames: readonly string[]): readonly Finding[] {
  return INPUT_TABS.flatMap((tab): readonly Finding[] => {
    const name = INPUT_TAB_NAMES[tab];
    const alike = tabNames.filter((other) => textKey(other) === textKey(name));
    const [first = name] = alike;
    const read = alike.includes(name) ? name : first;
    const others = alike.filter((other) => other !== read);
    return others.length === 0
      ? []
      : [{ problem: { code: 'doubled-tab', read, others }, place: { tab, row: null, field: null } }];
  });
}

/** Finding for a missing tab. Names the tab that may be it under another name, if any. */
export function missingTab(tab: InputTab, tabNames: readonly string[]): Finding {
  const known = new Set(Object.values(INPUT_TAB_NAMES).map(textKey));
  const others = tabNames.filter((name) => !known.has(textKey(name)));
  const tabName = INPUT_TAB_NAMES[tab];
  return {
    problem: { code: 'missing-tab', tabName, nearest: nearestName(tabName, others) },
    place: { tab, row: null, field: null },
  };
}
