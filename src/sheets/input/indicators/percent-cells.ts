/**
 * Cells that a spreadsheet shows as percentages. Whoever types `88%` leaves 0.88 in the cell and a format that shows it as 88 %: only
 * the format tells it from a value of 0.88.
 */
import type { InputTab } from '../../../domain/tabs.ts';
import { type RawCell, type RawTab, rowsFrom, withRows } from '../../raw.ts';
import { isMeasuredSetting, isPercentSetting } from '../settings/setting-list.ts';

/** The tabs in which a percentage may be typed. */
const TABS_OF_PERCENTS: ReadonlySet<InputTab> = new Set<InputTab>([
  'pledge',
  'pledgeList',
  'indicators',
  'targets',
  'results',
  'planChanges',
]);
/** Texts within a format are shown as they are: `0"%"` multiplies nothing. */
const TEXT_IN_FORMAT = /"[^"]*"|\\./g;
/** 1000 % is shown of 10: no percentage that anybody types is greater. */
const GREATEST_SHARE = 10;

/**
 * The tab with each number that is shown as a percentage as the text that is shown: 0.88 as `88%`. The formats cost a call, and are
 * asked for only where a number may be a share.
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

/** Spreadsheets keep 15 digits: 0.57 × 100 is 57 to the person who typed it, and not 56.99999999999999. */
function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(15))}%`;
}

function isSmall(cell: RawCell): boolean {
  return typeof cell === 'number' && cell !== 0 && Math.abs(cell) <= GREATEST_SHARE;
}

/** Whether a row of 공약 is of a value of the indicator, or of a percentage that somebody states: few settings are. */
function saysPercent(row: readonly RawCell[]): boolean {
  return row.some((cell) => typeof cell === 'string' && (isPercentSetting(cell) || isMeasuredSetting(cell)));
}
