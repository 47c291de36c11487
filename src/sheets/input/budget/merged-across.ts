/**
 * Amounts merged across year columns. Nobody can tell how much belongs to which year, so they are not
 * counted.
 */
import type { Finding } from '../../../domain/finding.ts';
import type { BudgetTime } from '../../../domain/records.ts';
import { saysNothing } from '../../cells/money.ts';
import { indexesFrom, isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { acrossColumns } from '../years/merged-years.ts';
import type { NamedTime } from './headed-times.ts';
import type { WideLayout } from './wide-plans.ts';

export interface MergedAcross {
  /** The tab with `-` in place of these amounts. */
  readonly raw: RawTab;
  /** Numbers of the rows with such amounts, from 1. */
  readonly rows: ReadonlySet<number>;
  findings(fieldOf: (time: NamedTime<BudgetTime>) => string): readonly Finding[];
}

export function mergedAcross(
  raw: RawTab,
  { columns: { heading }, times, timeColumns }: WideLayout<BudgetTime>,
): MergedAcross {
  const own = indexesFrom(raw, heading + 1);
  const merges = acrossColumns(raw, heading + 1, timeColumns).filter(
    ({ row, cell }) => !isBlank(cell) && !saysNothing(cell) && own.includes(row - 1),
  );
  const covered = new Set(merges.flatMap(({ row, columns }) => columns.map((column) => `${row},${column}`)));
  const without = (cells: readonly RawCell[], index: number) =>
    // A dash, since a blank cell could be read as part of the merged block.
    cells.map((cell, column): RawCell => (covered.has(`${index + 1},${column}`) ? '-' : cell));
  return {
    raw: covered.size === 0 ? raw : { ...raw, rows: raw.rows.map(without) },
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
