/**
 * Rows of totals without a 공약번호 in a tab of an office's book: the total of the rows above of all pledges, as
 * in a book of one pledge. A row of totals with a number is of that pledge alone.
 */
import { subtotalFindings } from '../../../domain/audits/written.ts';
import { exactSum } from '../../../domain/decimal.ts';
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import type { Subtotal } from '../../../domain/records.ts';
import { type InputTab, LOG_TABS, type LogTab } from '../../../domain/tabs.ts';
import { isBlank, type RawCell, type RawTabs, shownText } from '../../raw.ts';
import { type Headings, headingsOfRow } from '../headings.ts';
import type { SummedRow, SummedRows } from '../rows/summed-rows.ts';
import { totalsAmong, withTablesAbove } from '../totals/subtotals.ts';
import {
  isCountedTotal,
  isMoneyTotal,
  isNamedTotal,
  isPlanTotal,
  isTotalWord,
} from '../totals/total-words.ts';
import { pledgeNumberIndex } from './pledge-column.ts';

/** The rows of the tabs that have totals of all pledges. */
export interface RowsOfAll extends SummedRows {
  /** The totals of all pledges in a tab. */
  totalsIn(tab: InputTab): readonly Subtotal[];
  /** The totals that the rows contradict. */
  findings(): readonly Finding[];
}

/**
 * @param unnumbered the totals that were found among the rows of no pledge.
 * @param headings those of the tabs.
 */
export function rowsOfAll(
  tabs: RawTabs,
  unnumbered: readonly Subtotal[],
  headings: Readonly<Partial<Record<InputTab, Headings>>>,
): RowsOfAll {
  const ofAll = unnumbered.filter(
    ({ tab, row }) =>
      tab !== 'targets' &&
      namesNoPledge(tabs, headings, tab, row) &&
      !isOfOneName(tabs[tab]?.rows[row - 1] ?? [], headings[tab]),
  );
  const rows = new Map<InputTab, SummedRow[]>(ofAll.map(({ tab }) => [tab, []]));
  return {
    tabs: new Set(rows.keys()),
    add: (tab, row) => {
      rows.get(tab)?.push(row);
    },
    totalsIn: (tab) => ofAll.filter((total) => total.tab === tab),
    findings: () => LOG_TABS.flatMap((tab) => findingsIn(tab, rows.get(tab) ?? [])),
  };

  function findingsIn(tab: LogTab, added: readonly SummedRow[]): readonly Finding[] {
    const ofTab = headings[tab];
    if (ofTab === undefined) return [];
    const own = ofAll.filter((total) => total.tab === tab);
    const asked = new Set(own.map(({ row }) => row));
    const rows = [...added, ...totalRows(own)];
    // Tables that stand below each other have totals of their own.
    const tables = [...groupBy(rows, ({ row }) => headingsOfRow(ofTab, row))]
      .sort(([one], [other]) => one.row - other.row)
      .map(([, ofTable]) => ofTable);
    const above: Record<string, number> = {};
    return tables.flatMap((ofTable) => {
      const totals = withTablesAbove(totalsAmong(tab, ofTable), above);
      for (const { total, amounts } of ofTable) {
        if (total !== null) continue;
        for (const [field, amount] of Object.entries(amounts)) {
          above[field] = exactSum([above[field] ?? 0, amount]);
        }
      }
      return subtotalFindings(totals.filter(({ row }) => asked.has(row)));
    });
  }
}

/** A row of totals gives one total for each column that it sums. */
function totalRows(totals: readonly Subtotal[]): readonly SummedRow[] {
  return [...new Set(totals.map(({ row }) => row))].map((row) => {
    const own = totals.filter((total) => total.row === row);
    const amounts = Object.fromEntries(own.map(({ field, written }) => [field, written]));
    const steps = Object.fromEntries(own.map(({ field, step = 0 }) => [field, step]));
    return { row, total: own[0]?.label ?? '', amounts, steps };
  });
}

/** Whether the cell of 공약번호 is blank, or holds the word for a total itself. */
function namesNoPledge(
  tabs: RawTabs,
  headings: Readonly<Partial<Record<InputTab, Headings>>>,
  tab: InputTab,
  row: number,
): boolean {
  const ofTab = headings[tab];
  const index = ofTab === undefined ? null : pledgeNumberIndex(headingsOfRow(ofTab, row));
  const cell = index === null ? '' : (tabs[tab]?.rows[row - 1]?.[index] ?? '');
  return isBlank(cell) || (typeof cell === 'string' && (isTotalWord(cell) || isCountedTotal(cell)));
}

/** Whether a total beside a name is of that funding source alone, such as `합계 | 구비 | 40`. */
function isOfOneName(cells: readonly RawCell[], headings: Headings | undefined): boolean {
  const name = shownText(cells[(headings?.cells.get('fundingSource')?.column ?? 0) - 1] ?? '');
  return (
    name.trim() !== '' && ![isMoneyTotal, isPlanTotal, isNamedTotal, isCountedTotal].some((is) => is(name))
  );
}
