/**
 * The pledges of a book by their numbers, in any spelling. Two pledges are never summed: in a book of one
 * pledge, a row with another number is left out.
 */
import { type IsoDate, isoDateFromSerial } from '../../../domain/date.ts';
import type { CellProblem } from '../../../domain/findings/cell.ts';
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from '../../cells/parsed.ts';
import { isBlank, isDateCell, type RawCell, shownText } from '../../raw.ts';
import { compactReadText, textKey } from '../../text-key.ts';
import type { SummedRows } from '../rows/summed-rows.ts';

/** The pledges that a book keeps, by their numbers. */
export interface PledgeNumbers {
  /** The pledge of a row that names none; null where rows name several, so that it is ambiguous. */
  readonly only: PledgeKey | null;
  /** The pledge that a cell names. */
  of(cell: RawCell): Parsed<PledgeKey>;
  /** Finding for the 공약명 beside a number of this pledge; null: no doubt. Absent: nothing has names. */
  doubtOfName?(name: RawCell): CellProblem | null;
  /** Collects what rows add, where a tab has totals of all pledges; absent: no tab has. */
  readonly summed?: SummedRows;
}

/** The key of a pledge that has no number. */
export const UNNUMBERED: PledgeKey = '';

/** A book without any pledge number. */
export const UNNUMBERED_BOOK: PledgeNumbers = onePledge(null, () => []);

/**
 * A book of one pledge.
 * @param own its number in 공약; null where that is blank. If the rows then name a single number, that is its
 * number.
 * @param typed the distinct cells of all columns 공약번호; called only where `own` is null.
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

/** Whether a cell names a pledge. A dash and an unticked tick box do not. */
function names(cell: RawCell): boolean {
  return cell !== false && !isBlank(cell) && !(typeof cell === 'string' && DASH.test(compactReadText(cell)));
}

/** The distinct numbers among cells, in their order, those of date cells last. */
function distinctNumbers(
  cells: readonly RawCell[],
): readonly { readonly shown: string; readonly keys: readonly PledgeKey[] }[] {
  const found: { readonly shown: string; readonly keys: readonly PledgeKey[] }[] = [];
  // A date may mean any of three numbers, so certain numbers come first.
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

/** Separators between the parts of a number. One is the point, since Sheets may turn a number into 1.6. */
const SEPARATORS = /[-–—―‐‑‒−ㅡ.,/_~·]+/g;
/** An apostrophe that was typed to keep a number as text is no part of it. */
const AROUND = /^['’‘`´]*(?:공약)?제?(.+?)번?호?$/;
const OF_A_DATE = /^(19|20)(\d{2})-(\d{1,2})-(\d{1,2})$/;
/** Books are from this year or later. A date before it comes from a number with a year, such as 13-1-2. */
const FIRST_YEAR_OF_BOOKS = 2014;
/** From this year on, the first of a month comes from a number such as 1-32, since no month has 32 days. */
const FIRST_YEAR_AS_NUMBER = 32;
/** Serial numbers of the days from 2001 to 2039. A date is shown so in a cell without a date format. */
const SERIALS = { first: 36892, last: 51134 };

/**
 * Keys by which a number is compared, the likeliest first. `1-6`, ` 1－6`, `01-06`, `1.6` and the number 1.6
 * are the same. Where Sheets turned 1-6 into a date, the keys are its month and day (`1-6`) and the whole
 * date (13-1-2 became 2013-01-02).
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
  const [, century, year, month, day] = OF_A_DATE.exec(key) ?? [];
  if (month === undefined || day === undefined) return [key];
  const withYear = `${Number(year)}-${month}-${day}`;
  if (day === '1' && Number(year) >= FIRST_YEAR_AS_NUMBER) {
    return [`${month}-${Number(year)}`, ...(century === '20' ? [`${month}-${day}`] : []), withYear, key];
  }
  return Number(`${century}${year}`) < FIRST_YEAR_OF_BOOKS
    ? [withYear, key]
    : [`${month}-${day}`, withYear, key];
}

/** The date with this serial number; null: the cell is none. */
function dayOfSerial(cell: RawCell): IsoDate | null {
  const isSerial =
    typeof cell === 'number' && Number.isInteger(cell) && cell >= SERIALS.first && cell <= SERIALS.last;
  return isSerial ? isoDateFromSerial(cell) : null;
}

/** The pledge number as typed, as far as the cell tells: 1-6 where Sheets turned it into a date. */
export function shownPledgeNumber(cell: RawCell): string {
  if (isBlank(cell)) return '';
  return isDateCell(cell) ? `${keysOfText(cell)[0]} (날짜로 바뀜)` : shownText(cell).trim();
}

/** The same for a cell that is no known number. A serial number is then shown as a date too. */
export function shownStrangeNumber(cell: RawCell): string {
  const day = dayOfSerial(cell);
  return day === null
    ? shownPledgeNumber(cell)
    : `${keysOfText({ date: day })[0]} (날짜로 바뀐 수 ${String(cell)})`;
}
