/**
 * Dates that are shown without their year. `3/5` typed in 2026 below a title of 2023 is a day of 2026, which
 * nobody sees.
 */
import { dayOf, type IsoDate, monthOf, yearOf } from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { yearIn } from '../../cells/number-format.ts';
import { isDateCell, type RawTab } from '../../raw.ts';
import { type CellReader, cellOf } from './cell-reader.ts';

/**
 * Reports dates of another year than that of the title, where the format shows a day without a year. Where
 * no title names a year, one notice says of which years such dates are. The formats cost a call, so they
 * are asked for only where there is such a date.
 */
export function hiddenYears(
  tab: InputTab,
  raw: RawTab,
  indexes: readonly number[],
  readers: readonly CellReader[],
  titleYear: number | null,
): readonly Finding[] {
  const dated = readers.filter(({ column }) => column.isDate);
  const ofOtherYear = (index: number, reader: CellReader): IsoDate | null => {
    const cell = cellOf(raw.rows[index] ?? [], reader);
    return isDateCell(cell) && (titleYear === null || yearOf(cell.date) !== titleYear) ? cell.date : null;
  };
  const isAny = dated.some((reader) => indexes.some((index) => ofOtherYear(index, reader) !== null));
  const formats = isAny ? raw.formats?.() : undefined;
  if (formats === undefined) return [];
  const hidden = dated.flatMap((reader) =>
    indexes
      .filter((index) => yearIn(formats[index]?.[reader.index] ?? '') === 'hidden')
      .flatMap((index) => {
        const date = ofOtherYear(index, reader);
        return date === null ? [] : [{ index, reader, date }];
      }),
  );
  const placeOf = ({ index, reader }: { readonly index: number; readonly reader: CellReader }) => ({
    tab,
    row: index + 1,
    field: reader.field,
  });
  if (titleYear === null) {
    const [first] = hidden;
    const years = [...new Set(hidden.map(({ date }) => yearOf(date)))].sort((a, b) => a - b);
    if (first === undefined) return [];
    return [{ problem: { code: 'years-not-shown', cells: hidden.length, years }, place: placeOf(first) }];
  }
  /** Whether it can only be a day of the year after: what came in on 20 December is handled on 9 January. */
  const followsNewYear = (index: number, date: IsoDate) =>
    yearOf(date) === titleYear + 1 &&
    readers.some((reader) => {
      const cell = reader.column.isDate === true ? cellOf(raw.rows[index] ?? [], reader) : '';
      return isDateCell(cell) && yearOf(cell.date) === titleYear && cell.date.slice(4) > date.slice(4);
    });
  return hidden.flatMap((each): readonly Finding[] => {
    const { index, date } = each;
    if (followsNewYear(index, date)) return [];
    const found = `${monthOf(date)}/${dayOf(date)}`;
    return [
      { problem: { code: 'year-not-shown', found, meant: date, tabYear: titleYear }, place: placeOf(each) },
    ];
  });
}
