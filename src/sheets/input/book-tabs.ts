/** The tabs of a book as a whole: those that it lacks, and two of one name. */
import type { Finding } from '../../domain/finding.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import { nearestName } from '../name-table.ts';
import type { RawTabs } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { INPUT_TAB_NAMES, OPTIONAL_TABS } from './tabs.ts';

/** What is wrong with the tabs of a book: those that it lacks, and two of one name. */
export function bookFindings(tabs: RawTabs, tabNames: readonly string[]): Finding[] {
  return [...missingTabs(tabs, tabNames), ...doubledTabs(tabNames)];
}

function missingTabs(tabs: RawTabs, tabNames: readonly string[]): Finding[] {
  return INPUT_TABS.filter((tab) => tabs[tab] === undefined && !OPTIONAL_TABS.has(tab)).map((tab) =>
    missingTab(tab, tabNames),
  );
}

/** Names that read the same, of which one tab is read: the one of the very name, or else the first. */
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

/** That a tab is not there, with the one that may be it under another name. */
export function missingTab(tab: InputTab, tabNames: readonly string[]): Finding {
  const known = new Set(Object.values(INPUT_TAB_NAMES).map(textKey));
  const others = tabNames.filter((name) => !known.has(textKey(name)));
  const tabName = INPUT_TAB_NAMES[tab];
  return {
    problem: { code: 'missing-tab', tabName, nearest: nearestName(tabName, others) },
    place: { tab, row: null, field: null },
  };
}
