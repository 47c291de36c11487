/** Rows of totals that staff type into a list (계, 합계, 소계, 누계): never added up, always held against the rows above. */
import type { Subtotal } from '../../domain/records.ts';
import { type InputTab, LOG_TABS } from '../../domain/tabs.ts';
import { type RawCell, shownText } from '../raw.ts';
import type { CellReader } from './cell-reader.ts';
import { isBlank, isSubtotalWord } from './row-kind.ts';

export interface SubtotalKeeper {
  /** Adds the values of a row that was read. */
  add(values: Readonly<Record<string, unknown>>): void;
  /** Takes a row of totals; one that stands above all rows is held against all that follow. */
  take(row: number, cells: readonly RawCell[]): void;
  /** The totals of the tab, once every row has been added. */
  subtotals(): readonly Subtotal[];
}

interface OpenSubtotal extends Omit<Subtotal, 'sumOfAll' | 'sumSinceLast'> {
  readonly above: { readonly sumOfAll: number; readonly sumSinceLast: number } | null;
}

export function subtotalKeeper(tab: InputTab, readers: readonly CellReader[]): SubtotalKeeper {
  const logTab = LOG_TABS.find((candidate) => candidate === tab);
  const summed = readers.filter(({ column }) => column.summed !== undefined);
  const sums = new Map(summed.map(({ field }) => [field, { all: 0, sinceLast: 0 }]));
  const taken: OpenSubtotal[] = [];
  let rowsAdded = 0;

  return {
    add: (values) => {
      rowsAdded += 1;
      for (const { field, column } of summed) {
        const sum = sums.get(field);
        const value = column.summed?.(values[field]) ?? 0;
        if (sum === undefined) continue;
        sum.all += value;
        sum.sinceLast += value;
      }
    },
    take: (row, cells) => {
      if (logTab === undefined) return;
      const label = shownText(cells.find(isSubtotalWord) ?? '').trim();
      for (const { field, index, column, read } of summed) {
        const sum = sums.get(field);
        const cell = cells[index] ?? '';
        const parsed = isBlank(cell) ? null : read(cell);
        const written = parsed?.ok === true ? (column.summed?.(parsed.value) ?? null) : null;
        if (sum === undefined || written === null) continue;
        const above = rowsAdded === 0 ? null : { sumOfAll: sum.all, sumSinceLast: sum.sinceLast };
        taken.push({ tab: logTab, row, field, label, written, above });
      }
      for (const sum of sums.values()) sum.sinceLast = 0;
    },
    subtotals: () =>
      taken.map(({ above, ...subtotal }) => {
        const all = sums.get(subtotal.field)?.all ?? 0;
        return { ...subtotal, ...(above ?? { sumOfAll: all, sumSinceLast: all }) };
      }),
  };
}
