/** Warns if an earlier version's tab (보관) holds rows that no figure counts any more. */
import type { Finding } from '../domain/finding.ts';
import { rowsFoldedAway } from '../sheets/output/records/retired-tab.ts';
import { RETIRED_TAB } from '../sheets/output/tabs.ts';
import type { Workbook } from './ports.ts';

/**
 * Reads the tab only if it exists and the add-on made it.
 * @param tabNames the names of all tabs.
 */
export function retiredTabFindings(workbook: Workbook, tabNames: readonly string[]): readonly Finding[] {
  if (!tabNames.includes(RETIRED_TAB) || workbook.foreignTabs([RETIRED_TAB]).length > 0) return [];
  const tab = workbook.read([RETIRED_TAB]).get(RETIRED_TAB);
  const finding = tab === undefined ? null : rowsFoldedAway(tab);
  return finding === null ? [] : [finding];
}
