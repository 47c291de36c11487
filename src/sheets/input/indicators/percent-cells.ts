/**
 * Cells that a spreadsheet shows as percentages. Typing `88%` leaves 0.88 in the cell and a percent format.
 * Only the format tells it from a typed 0.88.
 */
import type { InputTab } from '../../../domain/tabs.ts';
import { type RawCell, type RawTab, rowsFrom, withRows } from '../../raw.ts';
import { isMeasuredSetting, isPercentSetting } from '../settings/setting-list.ts';

/** Tabs in which a percentage may be typed. */
const TABS_OF_PERCENTS: ReadonlySet<InputTab> = new Set<InputTab>([
  'pledge',
  'pledgeList',
  'indicators',
  'targets',
  'results',
  'planChanges',
]);
/** Literal text in a format is shown as it is: `0"%"` does not multiply by 100. */
const TEXT_IN_FORMAT = /"[^"]*"|\\./g;
/** 10 is shown as 1000 %. Nobody types a greater percentage. */
const GREATEST_SHARE = 10;

/**
 * Replaces each number that is shown as a percentage by the text shown: 0.88 by `88%`. The formats cost a
 * call, so they are asked for only where a number may be a share.
 */
export function withPercentsShown(tab: InputTab, raw: RawTab): RawTab {
  if (!TABS_OF_PERCENTS.has(tab)) return raw;
  const isAsked = rowsFrom(raw, 0).some((row) => row.some(isSmall) && (tab !== 'pledge' || saysPercent(row)));
  const formats = isAsked ? raw.formats?.() : undefined;
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

/** Rounds to 15 digits, as spreadsheets do: 0.57 × 100 is 57 and not 56.99999999999999. */
function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(15))}%`;
}

function isSmall(cell: RawCell): boolean {
  return typeof cell === 'number' && cell !== 0 && Math.abs(cell) <= GREATEST_SHARE;
}

/** Whether a row of 공약 holds a value of the indicator or a stated percentage. Few settings do. */
function saysPercent(row: readonly RawCell[]): boolean {
  return row.some((cell) => typeof cell === 'string' && (isPercentSetting(cell) || isMeasuredSetting(cell)));
}
