/** Rows of totals in 공약목록, held against the pledges: how many there are, and what they cost. */
import { subtotalFindings } from '../../../domain/audits/written.ts';
import type { Finding } from '../../../domain/finding.ts';
import { parseMoney } from '../../cells/money.ts';
import { type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import type { Headings } from '../headings.ts';
import type { TotalRow } from '../rows/read-rows.ts';
import { totalsAmong } from '../rows/subtotals.ts';
import type { SummedRow } from '../rows/summed-rows.ts';
import { countOfTotal } from '../rows/total-words.ts';
import { DEFAULT_UNIT } from './total-cost-unit.ts';

/** A number of pledges beside the word for a total: `5건`, 총 5개 공약. */
const COUNT = /^총?(\d{1,4})(?:건|개|개공약|개사업)$/;

/** @param pledges the pledges that count, with their cells of 총사업비. */
export function listTotals(
  raw: RawTab,
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
  const written = totals.map(({ row, label }): SummedRow => {
    const cells = raw.rows[row - 1] ?? [];
    const beside = ['name', 'number'].map((field) => cells[columnOf(field) - 1]);
    const counts = [label, ...cells].map(countIn).filter((count) => count !== null);
    const count = counts[0] ?? beside.find((cell) => typeof cell === 'number');
    const won = wonIn(cells[columnOf('totalCostWon') - 1] ?? '');
    const amounts = {
      ...(count === undefined ? {} : { name: count }),
      ...(won === null ? {} : { totalCostWon: won }),
    };
    return { row, total: label, amounts };
  });
  const added = pledges.map(({ row, cost }): SummedRow => {
    return { row, total: null, amounts: { name: 1, totalCostWon: wonIn(cost) ?? 0 } };
  });
  return subtotalFindings(totalsAmong('pledgeList', [...added, ...written]));
}

function countIn(cell: RawCell): number | null {
  if (typeof cell !== 'string') return null;
  const counted = COUNT.exec(compactReadText(shownText(cell)));
  return counted === null ? countOfTotal(cell) : Number(counted[1]);
}
