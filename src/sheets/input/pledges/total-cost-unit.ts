/** The unit of 총사업비 in 공약목록, where the heading names none: the one titleUnits above the list. */
import type { Finding } from '../../../domain/finding.ts';
import { fullUnit } from '../../cells/money.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import { findHeadings, type Headings, headingKey } from '../headings.ts';
import { firstContent, isNote } from '../rows/row-kind.ts';
import { withUnitsOfRepeats } from '../rows/row-units.ts';
import { differs, moneyUnitsIn, unitNotKnown, unitsBelow } from '../rows/title-units.ts';
import { pledgeListTab } from './pledge-list-tab.ts';

const FIELD = 'totalCostWon';
/** The unit of a number where nothing says another. */
export const DEFAULT_UNIT = '백만원';

/** The list with the unit of headings that stand once more in the amounts below them. */
export function withCostUnits(raw: RawTab): RawTab {
  const { headings } = findHeadings(pledgeListTab, raw);
  const cost = headings?.cells.get(FIELD);
  if (headings === null || cost === undefined) return raw;
  const unit = fullUnit(unitOf(raw, headings).unit ?? DEFAULT_UNIT);
  const names = new Set([headingKey(pledgeListTab.columns[FIELD].heading)]);
  return withUnitsOfRepeats(raw, headings.row, [{ index: cost.column - 1, names, unit, isAmount: true }]);
}

function unitOf(raw: RawTab, headings: Headings) {
  const titleUnits = moneyUnitsIn(raw.rows.slice(0, headings.firstRow - 1));
  const ofTitle = titleUnits.length === 1 ? (titleUnits[0] ?? null) : null;
  return { titleUnits, unit: headings.cells.get(FIELD)?.unit ?? ofTitle };
}

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
  const { titleUnits, unit } = unitOf(raw, headings);
  const notes = raw.rows.flatMap((row, index) =>
    index >= headings.row && isNote(firstContent(row, null) ?? '') ? [index] : [],
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
