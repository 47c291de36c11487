/** Checks the set of tabs in a book: missing tabs, renamed ones, copies, and several with the same name. */
import type { Finding } from '../../domain/finding.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import { nearestName } from '../name-table.ts';
import type { RawTabs } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { INPUT_TAB_NAMES, OPTIONAL_TABS } from './tabs.ts';

/** Findings about the set of tabs. */
export function bookFindings(tabs: RawTabs, tabNames: readonly string[]): Finding[] {
  return [...missingTabs(tabs, tabNames), ...variants(tabs, tabNames), ...doubledTabs(tabNames)];
}

function missingTabs(tabs: RawTabs, tabNames: readonly string[]): Finding[] {
  return INPUT_TABS.filter((tab) => tabs[tab] === undefined && !OPTIONAL_TABS.has(tab)).map((tab) =>
    missingTab(tab, tabNames),
  );
}

/**
 * Reports tabs that nobody reads because their names have more than that of an input tab: 실적기록(2024)
 * where there is no 실적기록, and 소통기록의 사본 beside 소통기록. A required tab that is missing is reported
 * already.
 */
function variants(tabs: RawTabs, tabNames: readonly string[]): readonly Finding[] {
  const known = new Set(Object.values(INPUT_TAB_NAMES).map(textKey));
  const others = tabNames.filter((name) => !known.has(textKey(name)));
  return INPUT_TABS.flatMap((tab): readonly Finding[] => {
    const tabName = INPUT_TAB_NAMES[tab];
    // 공약 1-1 and the like are of their own: the name is too short to tell.
    const found =
      tab === 'pledge' ? [] : others.filter((other) => isVariant(textKey(other), textKey(tabName)));
    const isMissing = tabs[tab] === undefined;
    if (found.length === 0 || (isMissing && !OPTIONAL_TABS.has(tab))) return [];
    const code = isMissing ? 'renamed-tab' : 'unread-copy';
    return [{ problem: { code, tabName, others: found }, place: { tab, row: null, field: null } }];
  });
}

/** What people and Google put before or behind a name: 2024 실적기록, Copy of 소통기록, 소통기록(2024). */
const BEFORE = /^(?:copyof|(?:복)?사본|백업|\(?구\)?|['’]?(?:20)?\d{2}년?도?)?[-_.(]?$/;
const BEHIND =
  /^\)?[-_.(]?(?:(?:\d[\d.년월일~-]*|의?(?:복)?사본|복사본?|백업|내역|원본|구|old|copy)[)\d]*)?$/;

/** @param key the key of a tab's name, which is not `name` itself. */
function isVariant(key: string, name: string): boolean {
  const at = key.indexOf(name);
  return at >= 0 && BEFORE.test(key.slice(0, at)) && BEHIND.test(key.slice(at + name.length));
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
