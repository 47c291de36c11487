/**
 * Dates that are shown without their year. `3/5` typed in 2026 below a title of 2023 is a day of 2026, which
 * nobody sees.
 */
import { dayOf, monthOf, yearOf } from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { yearIn } from '../../cells/number-format.ts';
import { isDateCell, type RawTab } from '../../raw.ts';
import { type CellReader, cellOf } from './cell-reader.ts';

/**
 * Reports dates of another year than that of the title, where the format shows a day without a year. The
 * formats cost a call, so they are asked for only where there is such a date.
 */
export function hiddenYears(
  tab: InputTab,
  raw: RawTab,
  indexes: readonly number[],
  readers: readonly CellReader[],
  tabYear: number | null,
): readonly Finding[] {
  if (tabYear === null) return [];
  const ofOtherYears = readers.flatMap((reader) => {
    if (reader.column.isDate !== true) return [];
    return indexes.flatMap((index) => {
      const cell = cellOf(raw.rows[index] ?? [], reader);
      return isDateCell(cell) && yearOf(cell.date) !== tabYear ? [{ index, reader, date: cell.date }] : [];
    });
  });
  const formats = ofOtherYears.length === 0 ? undefined : raw.formats?.();
  if (formats === undefined) return [];
  return ofOtherYears.flatMap(({ index, reader, date }): readonly Finding[] => {
    if (yearIn(formats[index]?.[reader.index]) !== 'hidden') return [];
    const found = `${monthOf(date)}/${dayOf(date)}`;
    return [
      {
        problem: { code: 'year-not-shown', found, meant: date, tabYear },
        place: { tab, row: index + 1, field: reader.field },
      },
    ];
  });
}
