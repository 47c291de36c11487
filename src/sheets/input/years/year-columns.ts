/** Columns that each stand for a year, as tables are published: 2022, 2022년, '22, (2022). */
import { FIRST_PLEDGE_YEAR, LAST_PLAUSIBLE_YEAR } from '../../cells/event-date.ts';
import { isDateCell, type RawCell } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';

const YEAR = /^(?:['’‘`]?(20\d{2})(?:\.0+)?|['’‘`](\d{2})|(\d{2})(?=년))(?:년도?)?(?:말|까지)?\.?$/;
const IN_BRACKETS = /^[([<〈](.+)[)\]>〉]$/;

/** The year that a heading names and nothing else; null where it is another heading, or none. */
export function yearOfHeading(cell: RawCell): number | null {
  if (isDateCell(cell) || typeof cell === 'boolean') return null;
  const text = compactReadText(String(cell));
  const [, whole, afterMark, beforeWord] = YEAR.exec(IN_BRACKETS.exec(text)?.[1] ?? text) ?? [];
  const year = whole === undefined ? 2000 + Number(afterMark ?? beforeWord) : Number(whole);
  return year >= FIRST_PLEDGE_YEAR && year <= LAST_PLAUSIBLE_YEAR ? year : null;
}

/** The columns of a row that stand for years, by index. One year over two columns stands for the first; the other is in `doubled`. */
export function yearColumnsOf(row: readonly RawCell[]): {
  readonly years: ReadonlyMap<number, number>;
  readonly doubled: readonly number[];
} {
  const years = new Map<number, number>();
  const doubled: number[] = [];
  const seen = new Set<number>();
  for (const [index, cell] of row.entries()) {
    const year = yearOfHeading(cell);
    if (year === null) continue;
    if (seen.has(year)) doubled.push(index);
    else years.set(index, year);
    seen.add(year);
  }
  return { years, doubled };
}
