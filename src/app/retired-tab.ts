/** Whether the book has a tab of an earlier version that holds rows which no figure counts any more. */
import type { Finding } from '../domain/finding.ts';
import { rowsFoldedAway } from '../sheets/output/records/retired-tab.ts';
import { RETIRED_TAB } from '../sheets/output/tabs.ts';
import type { Workbook } from './ports.ts';

/**
 * The tab is read only where it is there and is the add-on's own.
 * @param tabNames those of all tabs.
 */
export function retiredTabFindings(workbook: Workbook, tabNames: readonly string[]): readonly Finding[] {
  if (!tabNames.includes(RETIRED_TAB) || workbook.foreignTabs([RETIRED_TAB]).length > 0) return [];
  const tab = workbook.read([RETIRED_TAB]).get(RETIRED_TAB);
  const finding = tab === undefined ? null : rowsFoldedAway(tab);
  return finding === null ? [] : [finding];
}
