/** Which tabs a recalculation writes: effects are planned here and applied elsewhere. */
import type { Report } from '../../domain/report.ts';
import type { RowAccounts } from '../../domain/row-account.ts';
import type { Grid } from '../../sheets/output/grid/grid.ts';
import { officialSheet } from '../../sheets/output/official/sheet.ts';
import { auditGrid } from '../../sheets/output/results/audit-grid.ts';
import { budgetGrid } from '../../sheets/output/results/budget-grid.ts';
import type { ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import { indicatorsGrid } from '../../sheets/output/results/meetings-grid.ts';
import { suggestionsGrid } from '../../sheets/output/results/suggestions-grid.ts';
import { summaryGrid } from '../../sheets/output/results/summary-grid.ts';
import type { OutputTab } from '../../sheets/output/tabs.ts';
import type { WritePlan } from '../ports.ts';

/** What was asked for. Each part writes its own tab and 점검; everything else stays as the last full run left it. */
export type Scope = 'all' | 'meetings' | 'suggestions' | 'budget' | 'report';

const TABS_OF_SCOPE: Record<Scope, readonly OutputTab[]> = {
  all: ['summary', 'meetings', 'suggestions', 'budget', 'report', 'audit'],
  meetings: ['meetings', 'audit'],
  suggestions: ['suggestions', 'audit'],
  budget: ['budget', 'audit'],
  // As of a date of its own: 점검 stays with the date of the other tabs.
  report: ['report'],
};

/** The result tabs that a recalculation would write, whether or not it can. */
export function tabsOfScope(scope: Scope): readonly OutputTab[] {
  return TABS_OF_SCOPE[scope];
}

/** What a result tab shows; null where its input is missing, or for a tab that is appended to. */
export function gridOfTab(
  tab: OutputTab,
  report: Report | null,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
): Grid | null {
  if (tab === 'audit') return auditGrid(report, findings, accounts);
  if (report === null) return null;
  switch (tab) {
    case 'summary':
      return summaryGrid(report, findings, accounts);
    case 'meetings':
      return report.indicators.length === 0 ? null : indicatorsGrid(report, accounts);
    case 'suggestions':
      return report.suggestions === null ? null : suggestionsGrid(report, report.suggestions, accounts);
    case 'budget':
      return report.budget === null ? null : budgetGrid(report, report.budget, accounts);
    case 'report':
      return officialSheet(report, accounts, findings);
    case 'monthlyRecords':
    case 'monthlyRows':
    case 'statusHistory':
    case 'runLog':
      return null;
  }
}

/**
 * The grids of the tabs that can be computed. A tab whose input is missing is not in the plan, so nothing of it is written.
 * @param report null when not even the settings could be read: then only 점검 is written.
 */
export function plannedGrids(
  scope: Scope,
  report: Report | null,
  findings: readonly ListedFinding[],
  accounts: RowAccounts,
  foreign: ReadonlySet<OutputTab>,
): WritePlan['grids'] {
  return tabsOfScope(scope).flatMap((tab) => {
    const grid = foreign.has(tab) ? null : gridOfTab(tab, report, findings, accounts);
    return grid === null ? [] : [{ tab, grid }];
  });
}
