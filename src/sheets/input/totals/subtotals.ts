/**
 * Rows of totals that staff type into a list (계, 합계, 소계, 누계). They are never added up, only checked against
 * their rows.
 */
import { isRounded } from '../../../domain/audits/written.ts';
import { exactSum } from '../../../domain/decimal.ts';
import type { Subtotal } from '../../../domain/records.ts';
import { type InputTab, LOG_TABS } from '../../../domain/tabs.ts';
import { isBlank, type RawCell, shownText } from '../../raw.ts';
import type { CellReader } from '../rows/cell-reader.ts';
import type { SummedRow, SummedRows } from '../rows/summed-rows.ts';
import { isPartTotal } from './total-words.ts';

export interface SubtotalKeeper {
  /** Adds the values of a row that was read. */
  add(row: number, values: Readonly<Record<string, unknown>>): void;
  /**
   * Records a row of totals. If the first 소계 (else the first total) is above all rows, every total is above
   * the rows of its group.
   */
  take(row: number, cells: readonly RawCell[], totalText: string): void;
  /** The totals of the tab, once every row has been added. */
  subtotals(): readonly Subtotal[];
  /** The sum of all rows, by column. */
  sums(): Readonly<Record<string, number>>;
}

interface Sums {
  readonly field: string;
  /** The values since the last row of totals. They are added up only when a total needs their sum. */
  group: number[];
  all: number;
  /** The sum of the last group that was added up. */
  ofGroup: number;
  /** Sum since the last total other than a 소계. After a 소계 of 13, 39 more make a 계 of 52. */
  ofParts: number;
}

interface OpenSubtotal extends Omit<Subtotal, 'sumOfAll' | 'sumOfGroup'> {
  /** Sums of the rows above it; null if there are none. */
  readonly above: Pick<Readonly<Sums>, 'all' | 'ofGroup'> | null;
  /** The rows from here to the next row of totals: their sum and number. */
  below: { readonly sum: number; readonly rows: number };
}

/** @param collected also gets every row; absent: nobody asks for them. */
export function subtotalKeeper(
  tab: InputTab,
  readers: readonly CellReader[],
  collected: SummedRows | undefined,
): SubtotalKeeper {
  const logTab = LOG_TABS.find((candidate) => candidate === tab);
  const summed = readers.filter(({ column }) => column.summed !== undefined);
  const fields = summed.map(({ field }) => field);
  const keeper = logTab === undefined ? null : totalsOf(logTab, fields);
  /** The amounts of the row that is being added, in the order of the fields. */
  const amounts = fields.map(() => 0);
  const sink = collected?.tabs.has(tab) === true ? collected : null;
  return {
    add: (row, values) => {
      if (keeper === null) return;
      for (let at = 0; at < summed.length; at += 1) {
        const reader = summed[at];
        amounts[at] = reader?.column.summed?.(values[reader.field]) ?? 0;
      }
      keeper.add(amounts);
      sink?.add(tab, {
        row,
        total: null,
        amounts: Object.fromEntries(fields.map((field, at) => [field, amounts[at] ?? 0])),
      });
    },
    take: (row, cells, totalText) => {
      const amounts: Record<string, number> = {};
      const steps: Record<string, number> = {};
      for (const { field, index, column, read } of summed) {
        const cell = cells[index] ?? '';
        const parsed = isBlank(cell) ? null : read(cell);
        const amount = parsed?.ok === true ? (column.summed?.(parsed.value) ?? null) : null;
        if (amount === null) continue;
        amounts[field] = amount;
        steps[field] = stepOf(cell, amount);
      }
      const total: SummedRow = { row, total: totalText, amounts, steps };
      keeper?.take(total);
      sink?.add(tab, total);
    },
    subtotals: () => keeper?.subtotals() ?? [],
    sums: () => keeper?.sums() ?? {},
  };
}

/**
 * Worth of the last digit in a cell that means this amount: 100,000 for 40.7 in 백만원. 0 where the cell does
 * not hold one number.
 */
export function stepOf(cell: RawCell, amount: number): number {
  const [digits, ...others] =
    shownText(cell)
      .replace(/,/g, '')
      .match(/\d+(?:\.\d+)?/g) ?? [];
  const number = Number(digits ?? 0);
  if (number === 0 || others.length > 0) return 0;
  return Math.abs(amount) / number / 10 ** (digits?.split('.')[1]?.length ?? 0);
}

/**
 * The totals of a table, of which a grand total may be of the tables above too.
 * @param above the sums of those tables, by column. All of them count where the years are others.
 */
export function withTablesAbove(
  totals: readonly Subtotal[],
  above: Readonly<Record<string, number>>,
): readonly Subtotal[] {
  return totals.map((total) => {
    const sumOfAll = exactSum([total.sumOfAll, above[total.field] ?? exactSum(Object.values(above))]);
    return isRounded(total, sumOfAll) ? { ...total, sumOfAll } : total;
  });
}

/** The totals among rows of a tab, which may be of several pledges. */
export function totalsAmong(tab: InputTab, rows: readonly SummedRow[]): readonly Subtotal[] {
  const inOrder = [...rows].sort((one, other) => one.row - other.row);
  const fields = [...new Set(rows.flatMap(({ amounts }) => Object.keys(amounts)))];
  const keeper = totalsOf(tab, fields);
  for (const row of inOrder) {
    if (row.total === null) keeper.add(fields.map((field) => row.amounts[field] ?? 0));
    else keeper.take(row);
  }
  return keeper.subtotals();
}

/** Adds up rows, and holds rows of totals against them. */
function totalsOf(tab: InputTab, fields: readonly string[]) {
  const sums = fields.map((field): Sums => ({ field, group: [], all: 0, ofGroup: 0, ofParts: 0 }));
  const taken: OpenSubtotal[] = [];
  /** The last row of totals, one entry per column. */
  let last: readonly OpenSubtotal[] = [];
  let rowsAdded = 0;
  let rowsOfGroup = 0;
  let rowsOfParts = 0;
  /** Adds the rows since the last row of totals to the sums that include them. */
  const addUpGroup = () => {
    for (const sum of sums) {
      const { group } = sum;
      sum.ofGroup = exactSum(group);
      sum.all = exactSum([sum.all, sum.ofGroup]);
      sum.ofParts = exactSum([sum.ofParts, sum.ofGroup]);
      const total = last.find(({ field }) => field === sum.field);
      if (total !== undefined) total.below = { sum: sum.ofGroup, rows: group.length };
      sum.group = [];
    }
  };
  const allOf = (field: string) => sums.find((sum) => sum.field === field)?.all ?? 0;

  return {
    /** @param amounts in the order of the fields. */
    add: (amounts: readonly number[]): void => {
      rowsAdded += 1;
      rowsOfGroup += 1;
      rowsOfParts += 1;
      for (let at = 0; at < sums.length; at += 1) sums[at]?.group.push(amounts[at] ?? 0);
    },
    take: ({ row, total: totalText, amounts, steps = {} }: SummedRow): void => {
      const label = (totalText ?? '').trim();
      addUpGroup();
      const isPart = isPartTotal(label);
      const groupFor = (written: number, sum: Sums): number => {
        if (!isPart && rowsOfParts > 0 && written === sum.ofParts) return sum.ofParts;
        // A total right below another has no rows of its own, so it is the sum of all.
        return rowsOfGroup === 0 ? sum.all : sum.ofGroup;
      };
      last = sums.flatMap((sum): OpenSubtotal[] => {
        const { field } = sum;
        const written = amounts[field];
        if (written === undefined) return [];
        const above = rowsAdded === 0 ? null : { all: sum.all, ofGroup: groupFor(written, sum) };
        const step = steps[field] ?? 0;
        const open = { tab, row, field, label, written, above, below: { sum: 0, rows: 0 } };
        return [step === 0 ? open : { ...open, step }];
      });
      taken.push(...last);
      rowsOfGroup = 0;
      if (!isPart) rowsOfParts = 0;
      if (!isPart) for (const sum of sums) sum.ofParts = 0;
    },
    sums: () => Object.fromEntries(sums.map(({ field, all, group }) => [field, exactSum([all, ...group])])),
    subtotals: (): readonly Subtotal[] => {
      if (taken.length > 0) addUpGroup();
      // A grand total may be above all rows while each 소계 is below its own, so the first 소계 decides.
      const first = taken.find(({ label }) => isPartTotal(label)) ?? taken[0];
      const standAboveTheirRows = first?.above === null;
      return taken.map(({ above, below, ...subtotal }): Subtotal => {
        const rowsFollow = standAboveTheirRows && below.rows > 0;
        const sumOfAll =
          above === null ? allOf(subtotal.field) : exactSum([above.all, rowsFollow ? below.sum : 0]);
        const sumOfGroup = rowsFollow ? below.sum : (above?.ofGroup ?? sumOfAll);
        return { ...subtotal, sumOfAll, sumOfGroup };
      });
    },
  };
}
