/** Amounts in cells that are merged across columns of years: nobody can tell how much of them belongs to which year. */
import type { Finding } from '../../../domain/finding.ts';
import type { BudgetTime } from '../../../domain/records.ts';
import { saysNothing } from '../../cells/money.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { acrossColumns } from '../years/merged-years.ts';
import type { NamedTime, WideLayout } from './wide-tables.ts';

export interface MergedAcross {
  /** From 1. They are left out. */
  readonly rows: ReadonlySet<number>;
  findings(fieldOf: (time: NamedTime<BudgetTime>) => string): readonly Finding[];
}

export function mergedAcross(
  raw: RawTab,
  { heading, times, timeColumns }: WideLayout<BudgetTime>,
): MergedAcross {
  const merges = acrossColumns(raw, heading + 1, timeColumns).filter(
    ({ cell }) => !isBlank(cell) && !saysNothing(cell),
  );
  return {
    rows: new Set(merges.map(({ row }) => row)),
    findings: (fieldOf) =>
      merges.map(({ row, cell, columns }): Finding => {
        const named = columns.flatMap((column) => times[timeColumns.indexOf(column)] ?? []);
        const [first] = named;
        return {
          problem: {
            code: 'merged-across',
            found: shownText(cell).trim(),
            columns: named.map(({ heading: text }) => text),
          },
          place: { tab: 'budgetPlans', row, field: first === undefined ? null : fieldOf(first) },
        };
      }),
  };
}

/** The tab with nothing in these rows. */
export function withoutRows(raw: RawTab, rows: ReadonlySet<number>): RawTab {
  return {
    ...raw,
    rows: raw.rows.map((cells, index) => (rows.has(index + 1) ? cells.map((): RawCell => '') : cells)),
  };
}
