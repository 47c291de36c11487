/**
 * The pledges of a book by their numbers, however these are spelt. Two pledges are never summed: a row of another number than that of
 * the book is left out.
 */
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from '../../cells/parsed.ts';
import { isBlank, isDateCell, type RawCell, shownText } from '../../raw.ts';
import { compactReadText, textKey } from '../../text-key.ts';

/** The pledges that a book keeps, by their numbers. */
export interface PledgeNumbers {
  /** The pledge of every row that names none; null where rows name several, of which nobody says which one is meant. */
  readonly only: PledgeKey | null;
  /** The pledge that a cell names. */
  of(cell: RawCell): Parsed<PledgeKey>;
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
  return { only: null, of: (cell) => flagged({ code: 'several-pledges', found: foundIn(cell), numbers }) };
}

function ofOnePledge(keys: readonly PledgeKey[], number: string): PledgeNumbers {
  const [only = UNNUMBERED] = keys;
  const ofCell = (cell: RawCell): Parsed<PledgeKey> => {
    if (!names(cell)) return accepted(only);
    const found = foundIn(cell);
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
    if (!names(cell) || ERROR_VALUE.test(foundIn(cell))) continue;
    const keys = pledgeKeysOf(cell);
    if (!found.some((other) => other.keys.some((key) => keys.includes(key)))) {
      found.push({ shown: isDateCell(cell) ? (keys[0] ?? '') : foundIn(cell), keys });
    }
  }
  return found;
}

/** What may stand between the parts of a number; Sheets makes 1.6 of some. */
const SEPARATORS = /[-–—―‐‑‒−ㅡ.,/_~·]+/g;
const AROUND = /^(?:공약)?제?(.+?)번?호?$/;
const OF_A_DATE = /^20(\d{2})-(\d{1,2})-(\d{1,2})$/;

/**
 * What a number is compared by, the likeliest first. `1-6`, ` 1－6`, `01-06`, `1.6` and the number 1.6 are one. Where Sheets has taken 1-6
 * for a day it is the month and day of it (`1-6`), or the whole day (13-1-2 became 2013-01-02).
 */
export function pledgeKeysOf(cell: RawCell): readonly PledgeKey[] {
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
  return [`${month}-${day}`, `${Number(year)}-${month}-${day}`, key];
}

function foundIn(cell: RawCell): string {
  return isBlank(cell) ? '' : shownText(cell).trim();
}
