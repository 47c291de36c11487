/** Rows of totals that staff type into a list (계, 합계, 소계, 누계): never added up, always held against the rows above. */
import { exactSum } from '../../../domain/decimal.ts';
import type { Subtotal } from '../../../domain/records.ts';
import { type InputTab, LOG_TABS } from '../../../domain/tabs.ts';
import { isBlank, type RawCell } from '../../raw.ts';
import type { CellReader } from './cell-reader.ts';
import { isPartTotal } from './total-words.ts';

export interface SubtotalKeeper {
  /** Adds the values of a row that was read. */
  add(values: Readonly<Record<string, unknown>>): void;
  /** Takes a row of totals. Where the first part stands above all rows, every total stands above the rows of its group. */
  take(row: number, cells: readonly RawCell[], totalText: string): void;
  /** The totals of the tab, once every row has been added. */
  subtotals(): readonly Subtotal[];
}

interface Sums {
  readonly reader: CellReader;
  /** The values since the last row of totals. They are added up only when a total needs their sum. */
  group: number[];
  all: number;
  /** The sum of the last group that was added up. */
  ofGroup: number;
  /** Since the row of totals before that is no 소계: 13 (소계) and 39 more are a 계 of 52. */
  ofParts: number;
}

interface OpenSubtotal extends Omit<Subtotal, 'sumOfAll' | 'sumOfGroup'> {
  /** null: no row stands above it. */
  readonly above: Pick<Readonly<Sums>, 'all' | 'ofGroup'> | null;
  /** The rows from here to the next row of totals. */
  below: { readonly sum: number; readonly rows: number };
}

export function subtotalKeeper(tab: InputTab, readers: readonly CellReader[]): SubtotalKeeper {
  const logTab = LOG_TABS.find((candidate) => candidate === tab);
  const sums = readers
    .filter(({ column }) => column.summed !== undefined)
    .map((reader): Sums => ({ reader, group: [], all: 0, ofGroup: 0, ofParts: 0 }));
  const taken: OpenSubtotal[] = [];
  /** Those of the last row of totals, by field. */
  let last: readonly OpenSubtotal[] = [];
  let rowsAdded = 0;
  let rowsOfGroup = 0;
  let rowsOfParts = 0;
  /** Adds the rows since the last row of totals to the sums that they are part of. */
  const addUpGroup = () => {
    for (const sum of sums) {
      const { reader, group } = sum;
      sum.ofGroup = exactSum(group);
      sum.all = exactSum([sum.all, sum.ofGroup]);
      sum.ofParts = exactSum([sum.ofParts, sum.ofGroup]);
      const total = last.find(({ field }) => field === reader.field);
      if (total !== undefined) total.below = { sum: sum.ofGroup, rows: group.length };
      sum.group = [];
    }
  };
  const allOf = (field: string) => sums.find(({ reader }) => reader.field === field)?.all ?? 0;

  return {
    add: (values) => {
      rowsAdded += 1;
      rowsOfGroup += 1;
      rowsOfParts += 1;
      for (const sum of sums) {
        const { field, column } = sum.reader;
        sum.group.push(column.summed?.(values[field]) ?? 0);
      }
    },
    take: (row, cells, totalText) => {
      if (logTab === undefined) return;
      const label = totalText.trim();
      addUpGroup();
      const isPart = isPartTotal(totalText);
      const groupFor = (written: number, sum: Sums): number => {
        if (!isPart && rowsOfParts > 0 && written === sum.ofParts) return sum.ofParts;
        // A total right below another has no rows of its own.
        return rowsOfGroup === 0 ? sum.all : sum.ofGroup;
      };
      last = sums.flatMap((sum): OpenSubtotal[] => {
        const { field, index, column, read } = sum.reader;
        const cell = cells[index] ?? '';
        const parsed = isBlank(cell) ? null : read(cell);
        const written = parsed?.ok === true ? (column.summed?.(parsed.value) ?? null) : null;
        if (written === null) return [];
        const above = rowsAdded === 0 ? null : { all: sum.all, ofGroup: groupFor(written, sum) };
        return [{ tab: logTab, row, field, label, written, above, below: { sum: 0, rows: 0 } }];
      });
      taken.push(...last);
      rowsOfGroup = 0;
      if (!isPart) rowsOfParts = 0;
      if (!isPart) for (const sum of sums) sum.ofParts = 0;
    },
    subtotals: () => {
      if (taken.length > 0) addUpGroup();
      // The whole may stand above all rows while each part stands below its own.
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
