/** Personal data in what staff type: found so that it can be pointed at, and never repeated. */
import { isoDateOf } from '../domain/date.ts';
import { cutTo } from './short-text.ts';
import { plainText } from './text-key.ts';

export type PersonalDataKind = 'resident-number' | 'mobile-number';

const DASHES = '‐‑‒–—―−ㅡ-';
const RESIDENT_NUMBER = new RegExp(
  `(^|\\D)(\\d{2})(\\d{2})(\\d{2})(\\s*[${DASHES}]?\\s*)(\\d)(\\d{5})(\\d)(?!\\d)`,
  'g',
);
/** `010-…`, `(010) …`, `010.…`, and from abroad `+82 10-…`. */
const MOBILE_NUMBER = new RegExp(
  `(^|\\D)(?:0|(?:\\+|00)82[\\s.(${DASHES}]*0?\\)?)1[016789][\\s.)/${DASHES}]*\\d{3,4}[\\s./${DASHES}]*\\d{4}(?!\\d)`,
  'g',
);
const LEAST_DIGITS = 10;
const ZERO = 0x30;
const NINE = 0x39;
const FULL_WIDTH_ZERO = 0xff10;
const FULL_WIDTH_NINE = 0xff19;
const MASK = '●';

/** The kind of personal data that a text holds, the graver first, or null. */
export function personalDataIn(text: string): PersonalDataKind | null {
  if (digitCount(text) < LEAST_DIGITS) return null;
  const plain = plainText(text);
  for (const match of plain.matchAll(RESIDENT_NUMBER)) if (isResidentNumber(match)) return 'resident-number';
  return plain.search(MOBILE_NUMBER) >= 0 ? 'mobile-number' : null;
}

/** Digits of the text, full-width ones among them. Every text that anybody types is looked at, so no pattern is tried before. */
function digitCount(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= ZERO && code <= NINE) || (code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_NINE)) count += 1;
  }
  return count;
}

/** The text with personal data made unreadable, for messages and for what is published. */
export function withoutPersonalData(text: string): string {
  if (personalDataIn(text) === null) return text;
  return plainText(text)
    .replace(RESIDENT_NUMBER, (...match) => (isResidentNumber(match) ? masked(match) : String(match[0])))
    .replace(MOBILE_NUMBER, (...match) => masked(match));
}

function masked(match: readonly unknown[]): string {
  const before = String(match[1]);
  return before + String(match[0]).slice(before.length).replace(/\d/g, MASK);
}

const CHECK_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** The seventh digit tells the century: 1900s for 1, 2, 5, 6; 2000s for 3, 4, 7, 8; 1800s for 9, 0. */
const CENTURY_OF_DIGIT = [1800, 1900, 1900, 2000, 2000, 1900, 1900, 2000, 2000, 1800];

/** A resident registration number: its first six digits are a day, and its last digit checks the others. */
function isResidentNumber(match: ArrayLike<unknown>): boolean {
  const [year, month, day, sex, serial, check] = [2, 3, 4, 6, 7, 8].map((group) => String(match[group]));
  const century = CENTURY_OF_DIGIT[Number(sex)] ?? 1900;
  if (isoDateOf(century + Number(year), Number(month), Number(day)) === null) return false;
  const digits = `${year}${month}${day}${sex}${serial}`;
  const sum = CHECK_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(digits.charAt(index)),
    0,
  );
  return (11 - (sum % 11)) % 10 === Number(check);
}

const SHORT_TEXT = 80;

/** Text that a person typed, as it may be shown anywhere: personal data made unreadable, a very long one cut. */
export function shownBriefly(text: string, longest = SHORT_TEXT): string {
  return cutTo(withoutPersonalData(text), longest);
}
