/**
 * Cells that a spreadsheet shows as percentages. Typing `88%` leaves 0.88 in the cell and a percent format.
 * Only the format tells it from a typed 0.88.
 */
import type { InputTab } from '../../../domain/tabs.ts';
import { isPercentFormat, shownAsPercent } from '../../cells/number-format.ts';
import { type RawCell, type RawTab, rowsFrom, withRows } from '../../raw.ts';
import { isMeasuredSetting, isMoneySetting, isPercentSetting } from '../settings/setting-list.ts';

/**
 * Tabs in which a percentage may be typed, and the greatest number that may be one. 10 is shown as 1000 %,
 * and nobody types a greater percentage.
 */
const TABS_OF_PERCENTS: Readonly<Partial<Record<InputTab, number>>> = {
  pledge: 10,
  pledgeList: 10,
  indicators: 10,
  targets: 10,
  results: 10,
  planChanges: 10,
};
/**
 * Tabs of money, where a percentage is no amount: 12 becomes 0.12 in a cell with a percent format. A format
 * that was chosen after typing leaves 12, shown as 1200 %. Amounts in won are greater, so the formats of 예산집행
 * are hardly ever asked for.
 */
const TABS_OF_MONEY: typeof TABS_OF_PERCENTS = { budgetPlans: 1000, executions: 1000 };

/**
 * Replaces each number that is shown as a percentage by the text shown: 0.88 by `88%`. The formats cost a
 * call, so they are asked for only where a number may be a share.
 */
export function withPercentsShown(tab: InputTab, raw: RawTab): RawTab {
  const most = TABS_OF_PERCENTS[tab] ?? TABS_OF_MONEY[tab];
  if (most === undefined) return raw;
  const isSmall = (cell: RawCell) => typeof cell === 'number' && cell !== 0 && Math.abs(cell) <= most;
  const isAsked = rowsFrom(raw, 0).some((row) => row.some(isSmall) && (tab !== 'pledge' || saysPercent(row)));
  const formats = isAsked ? raw.formats?.() : undefined;
  if (formats === undefined) return raw;
  return withRows(raw, (row, index): readonly RawCell[] => {
    const ofRow = formats[index];
    return row.some((cell, column) => typeof cell === 'number' && isPercentFormat(ofRow?.[column]))
      ? row.map((cell, column) =>
          typeof cell === 'number' && isPercentFormat(ofRow?.[column]) ? shownAsPercent(cell) : cell,
        )
      : row;
  });
}

/** Whether a row of 공약 holds a value of the indicator, a stated percentage or money. Few settings do. */
function saysPercent(row: readonly RawCell[]): boolean {
  return row.some(
    (cell) =>
      typeof cell === 'string' && (isPercentSetting(cell) || isMeasuredSetting(cell) || isMoneySetting(cell)),
  );
}
