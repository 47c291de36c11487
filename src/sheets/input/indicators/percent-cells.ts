/**
 * Cells that a spreadsheet shows as percentages. Whoever types `88%` leaves 0.88 in the cell and a format that shows it as 88 %: only
 * the format tells it from a value of 0.88.
 */
import { type RawCell, type RawTab, rowsFrom, withRows } from '../../raw.ts';
import { textKey } from '../../text-key.ts';
import { planItemOf } from '../plan-changes/plan-items.ts';
import { isMeasuredSetting, isPercentSetting } from '../settings/setting-list.ts';
import { isPercentUnit, unitOfName } from './indicator-units.ts';

/** Texts within a format are shown as they are: `0"%"` multiplies nothing. */
const TEXT_IN_FORMAT = /"[^"]*"|\\./g;

/** The tab with each number that is shown as a percentage as the text that is shown: 0.88 as `88%`. It costs a call. */
export function withPercentsShown(raw: RawTab): RawTab {
  if (!rowsFrom(raw, 0).some((row) => row.some((cell) => typeof cell === 'number'))) return raw;
  const formats = raw.formats?.();
  if (formats === undefined) return raw;
  const isPercent = (format: string | undefined) =>
    format?.replace(TEXT_IN_FORMAT, '').includes('%') === true;
  return withRows(raw, (row, index): readonly RawCell[] => {
    const ofRow = formats[index];
    return row.some((cell, column) => typeof cell === 'number' && isPercent(ofRow?.[column]))
      ? row.map((cell, column) =>
          typeof cell === 'number' && isPercent(ofRow?.[column]) ? percentText(cell) : cell,
        )
      : row;
  });
}

/** Spreadsheets keep 15 digits: 0.57 × 100 is 57 to the person who typed it, and not 56.99999999999999. */
function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(15))}%`;
}

/** Whether a tab of settings names a unit of percentages, or a kind that is always in them. */
export function namesPercents(raw: RawTab): boolean {
  return rowsFrom(raw, 0).some((row) =>
    row.some(
      (cell) =>
        typeof cell === 'string' &&
        (isPercentUnit(cell) || isPercentUnit(unitOfName(cell) ?? '') || textKey(cell) === SELF_ASSESSED),
    ),
  );
}

const SELF_ASSESSED = '자체평가';

/** Whether 공약 states a percentage: 이행률, 집행률, or a target that may be 100 % and has no unit. */
export function statesPercents(raw: RawTab): boolean {
  return rowsFrom(raw, 0).some((row) => {
    const isSmall = row.some((cell) => typeof cell === 'number' && cell > 0 && cell <= 1);
    return row.some(
      (cell) => typeof cell === 'string' && (isPercentSetting(cell) || (isSmall && isMeasuredSetting(cell))),
    );
  });
}

/** Whether a number may be a percentage whatever the unit of the indicator is: 0.4 may be shown as 40 %. */
export function holdsShares(raw: RawTab): boolean {
  return rowsFrom(raw, 0).some((row) => row.some((cell) => typeof cell === 'number' && cell > 0 && cell < 1));
}

/** Whether 공약변경 has a change of 이행률. */
export function changesPercents(raw: RawTab): boolean {
  return rowsFrom(raw, 0).some((row) =>
    row.some((cell) => typeof cell === 'string' && planItemOf(cell)?.item === 'statedPercent'),
  );
}
