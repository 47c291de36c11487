/** Plans which tabs a recalculation writes. Other modules apply the plan. */

import type { ListedPledge } from '../../sheets/input/pledges/pledge-list.ts';
import { type Grid, textCell } from '../../sheets/output/grid/grid.ts';
import { officialSheet } from '../../sheets/output/official/sheet.ts';
import { type OverviewOfBook, overviewGrid } from '../../sheets/output/overview/overview-grid.ts';
import { auditGrid } from '../../sheets/output/results/audit-grid.ts';
import { budgetGrid } from '../../sheets/output/results/budget-grid.ts';
import { indicatorsGrid } from '../../sheets/output/results/indicators-grid.ts';
import type { ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import { accountsByName, leftOutText } from '../../sheets/output/results/row-account-line.ts';
import { suggestionsGrid } from '../../sheets/output/results/suggestions-grid.ts';
import { summaryGrid } from '../../sheets/output/results/summary-grid.ts';
import { type OutputTab, RESULT_TABS } from '../../sheets/output/tabs.ts';
import type { Computed } from '../compute/compute.ts';
import type { Book } from '../compute/compute-book.ts';
import type { WritePlan } from '../ports.ts';

/**
 * What to recalculate. `meetings`, `suggestions` and `budget` write their own tab and 점검; all other tabs stay
 * as they are.
 */
export type Scope = 'all' | 'meetings' | 'suggestions' | 'budget' | 'report';

const TABS_OF_SCOPE: Record<Scope, readonly OutputTab[]> = {
  all: RESULT_TABS,
  meetings: ['meetings', 'audit'],
  suggestions: ['suggestions', 'audit'],
  budget: ['budget', 'audit'],
  // A report has its own as-of date, so 점검 stays with the date of the other tabs.
  report: ['report'],
};

/** The parts of a book that the result tabs show. */
export interface ShownBook
  extends Pick<Book, 'asOf' | 'isOffice' | 'isComputed' | 'accounts' | 'pledges' | 'lists' | 'precision'> {
  readonly shown: {
    readonly listed: Pick<ListedPledge, 'number'> | null;
    readonly computed: Pick<Computed, 'report' | 'accounts'>;
  } | null;
}

/**
 * The result tabs of a scope, also those that turn out not to be computable. With `all`, an office's book has
 * 총괄 too.
 */
export function tabsOfScope(scope: Scope, isOffice: boolean): readonly OutputTab[] {
  return isOffice && scope === 'all' ? ['overview', ...TABS_OF_SCOPE.all] : TABS_OF_SCOPE[scope];
}

/**
 * The content of a result tab; null: its input is missing, or it is a tab that rows are appended to. In an
 * office's book the detail tabs show one pledge, with its number in their titles.
 * @param findings the findings of the whole book.
 */
export function gridOfTab(tab: OutputTab, book: ShownBook, findings: readonly ListedFinding[]): Grid | null {
  if (tab === 'audit') return auditGrid(book.asOf, book.isComputed, findings, book.accounts, book.isOffice);
  if (tab === 'overview')
    return book.isOffice && book.isComputed ? overviewGrid(overviewOfBook(book, findings)) : null;
  const { shown } = book;
  if (shown === null) return null;
  if (shown.listed === null) return gridOfPledge(tab, shown.computed, findings);
  const { number } = shown.listed;
  const own = findings.filter(({ pledge }) => pledge === number);
  const grid = gridOfPledge(tab, shown.computed, own);
  return grid === null || tab === 'report' ? grid : withNumber(grid, number);
}

/** What 총괄 shows of an office's book. */
export function overviewOfBook(book: ShownBook, findings: readonly ListedFinding[]): OverviewOfBook {
  const { asOf, pledges, lists, precision, accounts } = book;
  const errorsOf = (own: readonly ListedFinding[]) =>
    own.filter(({ severity }) => severity === 'error').length;
  return {
    asOf,
    lists,
    precision,
    leftOut: leftOutText(accountsByName(accounts), findings),
    errors: errorsOf(findings),
    entries: pledges.flatMap(({ listed, computed: { report, read, findings: own } }) =>
      report === null || listed === null
        ? []
        : [
            {
              number: listed.number,
              row: listed.row,
              field: listed.field,
              report,
              records: read.records,
              errors: errorsOf(own),
            },
          ],
    ),
  };
}

/** Appends the number of the pledge to the title. */
function withNumber(grid: Grid, number: string): Grid {
  const [[title, ...rest] = [], ...rows] = grid.rows;
  if (title === undefined) return grid;
  return {
    ...grid,
    rows: [[{ ...title, ...textCell(`${title.value} · 공약 ${number}`, title.role) }, ...rest], ...rows],
  };
}

function gridOfPledge(
  tab: OutputTab,
  { report, accounts }: Pick<Computed, 'report' | 'accounts'>,
  findings: readonly ListedFinding[],
): Grid | null {
  if (report === null) return null;
  switch (tab) {
    case 'overview':
    case 'audit':
      return null;
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
 * The grids of the tabs that can be computed. A tab whose input is missing is left out and stays as it is. If
 * the settings cannot be read, only 점검 is written.
 */
export function plannedGrids(
  scope: Scope,
  book: ShownBook,
  findings: readonly ListedFinding[],
  foreign: ReadonlySet<OutputTab>,
): WritePlan['grids'] {
  return tabsOfScope(scope, book.isOffice).flatMap((tab) => {
    const grid = foreign.has(tab) ? null : gridOfTab(tab, book, findings);
    return grid === null ? [] : [{ tab, grid }];
  });
}
