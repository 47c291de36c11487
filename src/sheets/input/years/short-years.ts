/**
 * Heading years that a spreadsheet stores differently from what was typed: '23 as 23, and (2024) as -2024.
 * They are years if all years of the heading row are consecutive from left to right.
 */
import { isBlank, isDateCell, type RawCell } from '../../raw.ts';
import { yearHeading } from './year-columns.ts';

const CENTURY = 2000;
const SHORT = /^(?:[1-3]\d|40)$/;

/** The year that a two-digit cell may mean: 2023 for 23. Null for any other cell. */
export function shortYear(cell: RawCell): number | null {
  if (isDateCell(cell) || typeof cell === 'boolean') return null;
  return SHORT.test(String(cell)) ? CENTURY + Number(cell) : null;
}

/**
 * Returns a heading row with its two-digit years in four digits; unchanged if they may not be years.
 * @param isLabelled whether the row has a label heading such as 구분. Then 22 and 23 are years; otherwise two
 * cells must clearly be years, such as 2024.
 */
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
