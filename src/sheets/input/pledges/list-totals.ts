/** Rows of totals in 공약목록, held against the pledges: how many there are, and what they cost. */
import { subtotalFindings } from '../../../domain/audits/written.ts';
import type { Finding } from '../../../domain/finding.ts';
import { parseMoney } from '../../cells/money.ts';
import { type RawCell, shownText } from '../../raw.ts';
import type { Headings } from '../headings.ts';
import type { TotalRow } from '../rows/read-rows.ts';
import type { SummedRow } from '../rows/summed-rows.ts';
import { stepOf, totalsAmong } from '../totals/subtotals.ts';
import { countOfPledges } from '../totals/total-words.ts';
import { DEFAULT_UNIT } from './total-cost-unit.ts';

/** @param pledges the pledges that count, with their cells of 총사업비. */
export function listTotals(
  headings: Headings,
  totals: readonly TotalRow[],
  pledges: readonly { readonly row: number; readonly cost: RawCell }[],
): readonly Finding[] {
  if (totals.length === 0) return [];
  const columnOf = (field: string) => headings.cells.get(field)?.column ?? 0;
  const unit = headings.cells.get('totalCostWon')?.unit ?? null;
  const wonIn = (cell: RawCell): number | null => {
    const parsed = parseMoney(cell, unit, DEFAULT_UNIT);
    return parsed.ok ? parsed.value : null;
  };
  /** For each row of totals, the column whose cell says how many pledges there are. */
  const counting = new Map<number, number>();
  const written = totals.map(({ row, label, cells }): SummedRow => {
    const columns = [cells.indexOf(label), columnOf('name') - 1, columnOf('number') - 1];
    const column = columns.find((at) => countIn(cells[at] ?? '') !== null) ?? -1;
    const count = countIn(cells[column] ?? '');
    counting.set(row, column);
    const cost = cells[columnOf('totalCostWon') - 1] ?? '';
    const won = wonIn(cost);
    const amounts = {
      ...(count === null ? {} : { name: count }),
      ...(won === null ? {} : { totalCostWon: won }),
    };
    const steps = won === null ? {} : { totalCostWon: stepOf(cost, won) };
    return { row, total: label, amounts, steps };
  });
  const added = pledges.map(({ row, cost }): SummedRow => {
    return { row, total: null, amounts: { name: 1, totalCostWon: wonIn(cost) ?? 0 } };
  });
  return subtotalFindings(totalsAmong('pledgeList', [...added, ...written])).map((finding) => {
    const { place } = finding;
    const column = place?.field === 'name' ? counting.get(place.row ?? 0) : undefined;
    const field = [...headings.cells].find(([, cell]) => cell.column - 1 === column)?.[0];
    return place === null || field === undefined ? finding : { ...finding, place: { ...place, field } };
  });
}

function countIn(cell: RawCell): number | null {
  return typeof cell === 'number' ? cell : countOfPledges(shownText(cell));
}
