/** The unit of 총사업비 in 공약목록 where its heading names none: the only one that titles above the list name. */
import type { Finding } from '../../../domain/finding.ts';
import { fullUnit } from '../../cells/money.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import type { Headings } from '../headings.ts';
import { firstContent, saysAside } from '../rows/row-kind.ts';
import { differs, moneyUnitsIn, unitNotKnown, unitsBelow } from '../rows/title-units.ts';

const FIELD = 'totalCostWon';
/** The unit of a number where nothing says another. */
export const DEFAULT_UNIT = '백만원';

/**
 * @param costs the cells of 총사업비 in the rows that were read.
 * @returns the headings with that unit, and what is doubtful about it.
 */
export function withTotalCostUnit(
  raw: RawTab,
  headings: Headings,
  costs: readonly RawCell[],
): { readonly headings: Headings; readonly findings: readonly Finding[] } {
  const cost = headings.cells.get(FIELD);
  if (cost === undefined || costs.every(isBlank)) return { headings, findings: [] };
  const titleUnits = moneyUnitsIn(raw.rows.slice(0, headings.firstRow - 1));
  const unit = cost.unit ?? (titleUnits.length === 1 ? (titleUnits[0] ?? null) : null);
  const notes = raw.rows.flatMap((row, index) =>
    index >= headings.row && saysAside(firstContent(row, null) ?? '') ? [index] : [],
  );
  const isAsked = unit === null && costs.some((cell) => typeof cell === 'number');
  const isOther =
    unit !== null && differs(titleUnits, unit) && costs.some((cell) => typeof cell === 'number');
  const place = { tab: 'pledgeList', row: headings.row, field: FIELD } as const;
  return {
    headings: { ...headings, cells: new Map(headings.cells).set(FIELD, { ...cost, unit }) },
    findings: [
      ...(isAsked ? [{ problem: unitNotKnown(titleUnits, DEFAULT_UNIT), place }] : []),
      ...(isOther
        ? [{ problem: { code: 'several-units', units: titleUnits, readAs: fullUnit(unit) }, place } as const]
        : []),
      ...unitsBelow('pledgeList', raw.rows, notes, unit ?? DEFAULT_UNIT),
    ],
  };
}
