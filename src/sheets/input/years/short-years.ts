/**
 * Years of a heading row that a spreadsheet keeps otherwise than they were typed: '23 as 23, and (2024) as -2024. In a row of headings
 * each is a year where all of its years, from the left, are one after the other.
 */
import { isBlank, isDateCell, type RawCell } from '../../raw.ts';
import { yearHeading } from './year-columns.ts';

const CENTURY = 2000;
const SHORT = /^(?:[1-3]\d|40)$/;

/** The year that two digits may be; null for any other cell. */
export function shortYear(cell: RawCell): number | null {
  if (isDateCell(cell) || typeof cell === 'boolean') return null;
  return SHORT.test(String(cell)) ? CENTURY + Number(cell) : null;
}

/** @param isLabelled whether a cell of it names what stands below, as 구분 does: 22 and 23 beside it are years, even without 2024. */
export function withYearsWhole(row: readonly RawCell[], isLabelled: boolean): readonly RawCell[] {
  if (!row.some((cell) => shortYear(cell) !== null)) return row;
  const years: number[] = [];
  let certain = 0;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    const named = yearHeading(cell);
    const year = named?.year ?? shortYear(cell);
    if (named !== null) certain += 1;
    if (year !== null) years.push(year);
    else if (typeof cell !== 'string') return row;
  }
  const isInOrder = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  if (!isInOrder || !(certain > 1 || isLabelled) || years.length < 2) return row;
  return row.map((cell) => (isBlank(cell) ? cell : (shortYear(cell) ?? cell)));
}
