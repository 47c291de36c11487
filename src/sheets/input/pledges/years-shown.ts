/**
 * Pledge numbers that Sheets turned into days and shows with a year. 1-1 typed in 2026 is kept as 2026-01-01;
 * so is 26-1-1. Where only `1-1` is shown, nobody is misled.
 */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { yearIn } from '../../cells/number-format.ts';
import { isDateCell, type RawTab, shownText } from '../../raw.ts';
import { pledgeKeysOf } from './pledge-numbers.ts';

/**
 * Reports each such number once, at its first cell. The formats cost a call, so they are asked for only where
 * the column has a date.
 * @param indexes the rows that were read.
 * @param column index of the column of the numbers.
 */
export function yearsShown(
  { tab, field }: { readonly tab: InputTab; readonly field: string },
  raw: RawTab,
  indexes: readonly number[],
  column: number,
): readonly Finding[] {
  const days = indexes.flatMap((index) => {
    const cell = raw.rows[index]?.[column] ?? '';
    return isDateCell(cell) ? [{ index, cell }] : [];
  });
  const formats = days.length === 0 ? undefined : raw.formats?.();
  if (formats === undefined) return [];
  const reported = new Set<string>();
  return days.flatMap(({ index, cell }): readonly Finding[] => {
    const [readAs = '', other = ''] = pledgeKeysOf(cell);
    if (yearIn(formats[index]?.[column] ?? '') !== 'shown' || reported.has(cell.date)) return [];
    reported.add(cell.date);
    return [
      {
        problem: { code: 'year-of-number', found: shownText(cell), readAs, other },
        place: { tab, row: index + 1, field },
      },
    ];
  });
}
