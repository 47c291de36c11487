/**
 * The pledges of a book by their numbers, however these are spelt. Two pledges are never summed: a row of another number than that of
 * the book is left out.
 */
import { type IsoDate, isoDateFromSerial } from '../../../domain/date.ts';
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from '../../cells/parsed.ts';
import { isBlank, isDateCell, type RawCell, shownText } from '../../raw.ts';
import { compactReadText, textKey } from '../../text-key.ts';
import type { SummedRows } from '../rows/summed-rows.ts';

/** The pledges that a book keeps, by their numbers. */
export interface PledgeNumbers {
  /** The pledge of every row that names none; null where rows name several, of which nobody says which one is meant. */
  readonly only: PledgeKey | null;
  /** The pledge that a cell names. */
  of(cell: RawCell): Parsed<PledgeKey>;
  /** Collects what rows add, where a tab has totals of all pledges; absent: no tab has. */
  readonly summed?: SummedRows;
}

/** The key of a pledge that has no number. */
export const UNNUMBERED: PledgeKey = '';

/** A book in which nobody numbers a pledge. */
export const UNNUMBERED_BOOK: PledgeNumbers = onePledge(null, () => []);

/**
 * The one pledge of a book.
 * @param own its number in 공약; null where that is blank: then the one number that rows name is its number.
 * @param typed the distinct cells of all columns of 공약번호; asked for only where `own` is blank.
 */
export function onePledge(own: string | null, typed: () => readonly RawCell[]): PledgeNumbers {
  if (own !== null) return ofOnePledge(pledgeKeysOf(own), own);
  const names = distinctNumbers(typed());
  const [first, ...others] = names;
  if (others.length === 0) return ofOnePledge(first?.keys ?? [UNNUMBERED], first?.shown ?? '');
  const numbers = names.map(({ shown }) => shown);
  return {
    only: null,
    of: (cell) => flagged({ code: 'several-pledges', found: shownPledgeNumber(cell), numbers }),
  };
}

function ofOnePledge(keys: readonly PledgeKey[], number: string): PledgeNumbers {
  const [only = UNNUMBERED] = keys;
  const ofCell = (cell: RawCell): Parsed<PledgeKey> => {
    if (!names(cell)) return accepted(only);
    const found = shownStrangeNumber(cell);
    if (ERROR_VALUE.test(found)) return flagged({ code: 'error-value', found });
    return pledgeKeysOf(cell).some((key) => keys.includes(key))
      ? accepted(only)
      : flagged({ code: 'another-pledge', found, pledge: number });
  };
  return { only, of: ofCell };
}

/** Whether a cell names a pledge: a dash and a tick box without its tick name none. */
function names(cell: RawCell): boolean {
  return cell !== false && !isBlank(cell) && !(typeof cell === 'string' && DASH.test(compactReadText(cell)));
}

/** The numbers among cells, each once however it is spelt, in the order in which they come up. */
function distinctNumbers(
  cells: readonly RawCell[],
): readonly { readonly shown: string; readonly keys: readonly PledgeKey[] }[] {
  const found: { readonly shown: string; readonly keys: readonly PledgeKey[] }[] = [];
  // A date may be any of three numbers: those that are sure come first.
  const sorted = [...cells.filter((cell) => !isDateCell(cell)), ...cells.filter(isDateCell)];
  for (const cell of sorted) {
    if (!names(cell) || ERROR_VALUE.test(shownPledgeNumber(cell))) continue;
    const keys = pledgeKeysOf(cell);
    if (!found.some((other) => other.keys.some((key) => keys.includes(key)))) {
      found.push({ shown: isDateCell(cell) ? (keys[0] ?? '') : shownPledgeNumber(cell), keys });
    }
  }
  return found;
}

/** What may stand between the parts of a number; Sheets makes 1.6 of some. */
const SEPARATORS = /[-–—―‐‑‒−ㅡ.,/_~·]+/g;
const AROUND = /^(?:공약)?제?(.+?)번?호?$/;
const OF_A_DATE = /^20(\d{2})-(\d{1,2})-(\d{1,2})$/;
/** No book of before is kept any more: a day of an earlier year was typed with its year, as 13-1-2. */
const FIRST_YEAR_OF_BOOKS = 2014;
/** The numbers of days from 2001 to 2039, which a cell without the format of dates shows. */
const SERIALS = { first: 36892, last: 51134 };

/**
 * What a number is compared by, the likeliest first. `1-6`, ` 1－6`, `01-06`, `1.6` and the number 1.6 are one. Where Sheets has taken 1-6
 * for a day it is the month and day of it (`1-6`), or the whole day (13-1-2 became 2013-01-02).
 */
export function pledgeKeysOf(cell: RawCell): readonly PledgeKey[] {
  const day = dayOfSerial(cell);
  return day === null ? keysOfText(cell) : [String(cell), ...keysOfText({ date: day })];
}

function keysOfText(cell: RawCell): readonly PledgeKey[] {
  const text = textKey(compactReadText(isDateCell(cell) ? cell.date : String(cell)));
  const stem = AROUND.exec(text)?.[1] ?? text;
  const key = stem
    .replace(SEPARATORS, '-')
    .replace(/^-|-$/g, '')
    .split('-')
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('-');
  const [, year, month, day] = OF_A_DATE.exec(key) ?? [];
  if (month === undefined || day === undefined) return [key];
  const withYear = `${Number(year)}-${month}-${day}`;
  return 2000 + Number(year) < FIRST_YEAR_OF_BOOKS ? [withYear, key] : [`${month}-${day}`, withYear, key];
}

/** The day that an integer is the number of; null: it is none. */
function dayOfSerial(cell: RawCell): IsoDate | null {
  const isSerial =
    typeof cell === 'number' && Number.isInteger(cell) && cell >= SERIALS.first && cell <= SERIALS.last;
  return isSerial ? isoDateFromSerial(cell) : null;
}

/** What a person typed as the number of a pledge, as far as a cell lets it be known: 1-6 where Sheets has made a day of it. */
export function shownPledgeNumber(cell: RawCell): string {
  if (isBlank(cell)) return '';
  return isDateCell(cell) ? `${keysOfText(cell)[0]} (날짜로 바뀜)` : shownText(cell).trim();
}

/** The same of a cell that is no number of a pledge as it stands, be it the number of a day. */
export function shownStrangeNumber(cell: RawCell): string {
  const day = dayOfSerial(cell);
  return day === null
    ? shownPledgeNumber(cell)
    : `${keysOfText({ date: day })[0]} (날짜로 바뀐 수 ${String(cell)})`;
}
