/**
 * Recognises headings that name a year, as published tables write them: 2022, 2022년, '22, (2022), 2022년 계획,
 * 2022(개소).
 */
import { FIRST_PLEDGE_YEAR, LAST_PLAUSIBLE_YEAR } from '../../cells/event-date.ts';
import { isDateCell, type RawCell } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';

const YEAR = /^(?:['’‘`]?(20\d{2})(?:\.0+)?|['’‘`](\d{2})|(\d{2})(?=년))(?:년도?)?(?:말|까지)?\.?$/;
/**
 * The last month of a year or of a term, which stands for its year: 2024. 12., 2026. 6., '26.6월. Terms have
 * ended in June of 2022, 2026 and each fourth year, so 2024. 6. is no such heading.
 */
const LAST_MONTH = /^['’‘`]?(?:(20\d{2})|(\d{2})(?=[.년]))[.년](0?6|12)(?:월(?:말|까지)?)?\.?$/;
/** The earliest year of a heading; a smaller number is a value. */
const FIRST_YEAR = 2000;
/** A quick test: most cells have no digit and cannot name a year. */
const DIGIT = /[\d０-９]/;
const IN_BRACKETS = /^[([<〈](.+)[)\]>〉]$/;

/** Returns the year if a heading names a year and nothing else; otherwise null. */
export function yearOfHeading(cell: RawCell): number | null {
  if (isDateCell(cell) || typeof cell === 'boolean') return null;
  // (2024) typed into a spreadsheet is the number -2024.
  if (typeof cell === 'number') return Math.abs(cell) < FIRST_YEAR ? null : plausibleYear(Math.abs(cell));
  if (!DIGIT.test(cell)) return null;
  const text = compactReadText(cell);
  const alone = IN_BRACKETS.exec(text)?.[1] ?? text;
  const [, whole, afterMark, beforeWord] = YEAR.exec(alone) ?? [];
  const year = whole === undefined ? 2000 + Number(afterMark ?? beforeWord) : Number(whole);
  return plausibleYear(year) ?? yearOfLastMonth(alone);
}

function yearOfLastMonth(text: string): number | null {
  const [, whole, short, month] = LAST_MONTH.exec(text) ?? [];
  const year = plausibleYear(whole === undefined ? 2000 + Number(short) : Number(whole));
  return year !== null && (month === '12' || year % 4 === 2) ? year : null;
}

function plausibleYear(year: number): number | null {
  return Number.isInteger(year) && year >= FIRST_PLEDGE_YEAR && year <= LAST_PLAUSIBLE_YEAR ? year : null;
}

/** What a year column holds: the plan or the results of the year. */
export type YearPart = 'plan' | 'result';

const AMOUNT = '(?:액|비|안|치|금액)?';
const PLAN_WORDS = new RegExp(
  `^(?:본|누적|투자|소요|재정|사업|집행)*(?:예산|계획|목표|투자|사업|소요|누계|누적)${AMOUNT}$`,
);
const RESULT_WORDS = new RegExp(
  `^(?:기|누적|예산|투자|추진|사업비|재정)*(?:집행|지출|결산|실적|달성|이행|추진|진척)(?:률|율|도|실적|현황|${AMOUNT})$`,
);

/** Returns what the words beside or below a year say about its column; null if they say something else. */
export function yearPart(words: string): YearPart | null {
  const text = withoutBrackets(compactReadText(words));
  if (RESULT_WORDS.test(text)) return 'result';
  return PLAN_WORDS.test(text) ? 'plan' : null;
}

/** 1년차(2022), 1차년도(’22). */
const YEAR_OF_TERM = /^\d(?:년차|차년도?)\(([^()]+)\)$/;
const YEAR_AND_WORDS = /^(['’‘`]?20\d{2}(?:년도?)?|['’‘`]\d{2}(?:년도?)?|\d{2}년도?)[-_:·]?([가-힣]+)$/;

/**
 * Returns the year of a heading and what its column holds: `2022년 계획`, `'23 집행`, `2024(백만원)`. Null if it
 * names no year, or says something else about it.
 */
export function yearHeading(cell: RawCell): { readonly year: number; readonly part: YearPart } | null {
  const year = yearOfHeading(cell);
  if (year !== null) return { year, part: 'plan' };
  if (typeof cell !== 'string' || !DIGIT.test(cell)) return null;
  const compact = compactReadText(cell);
  const text = YEAR_OF_TERM.exec(compact)?.[1] ?? withoutBrackets(compact);
  const alone = yearOfHeading(text);
  if (alone !== null) return { year: alone, part: 'plan' };
  const [, typed = '', words = ''] = YEAR_AND_WORDS.exec(text) ?? [];
  const named = yearOfHeading(typed);
  const part = yearPart(words);
  return named === null || part === null ? null : { year: named, part };
}

/** Whether a heading begins with a year, whatever follows: `2022~2023`, `2024년 이후`, `’22년 추경`. */
export function beginsWithYear(heading: string): boolean {
  return /^[([<〈]?(?:['’‘`]\d{2}|20\d{2}|\d{2}년)(?!\d)/.test(compactReadText(heading));
}

/** Removes the brackets at the end: `2024` for `2024(백만원)`. A heading that is all in brackets keeps them. */
function withoutBrackets(compact: string): string {
  const text = compact.replace(/\([^()]*\)$/, '');
  return text === '' ? compact : text;
}

/**
 * Returns the year of each year column, by column index. A year with two columns counts for the first; the
 * other is in `doubled`.
 */
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
