/** Finds personal data in what staff type, so that a finding can point at it without repeating it. */
import { isoDateOf } from '../domain/date.ts';
import type { PersonalDataKind } from '../domain/findings/cell.ts';
import { cutTo } from './short-text.ts';
import { plainText } from './text-key.ts';

const DASHES = '‐‑‒–—―−ㅡ-';
const DOTS = '.·ㆍ・․•‧∙⋅･';
/** What may separate the parts of a number. Runs of blanks were reduced to one before. */
const GAP = `[\\s/()${DOTS}${DASHES}]{0,3}`;
/** Invisible characters, which could split a number unseen. */
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/**
 * The shortest number searched for has this many digits. Passport numbers and e-mail addresses may have
 * fewer: their texts have 여 (of 여권) or @.
 */
const LEAST_DIGITS = 9;
const AT_SIGN = 0x40;
const YEO = 0xc5ec;
const ZERO = 0x30;
const NINE = 0x39;
const FULL_WIDTH_ZERO = 0xff10;
const FULL_WIDTH_NINE = 0xff19;
const MASK = '●';
/** How many characters before a number are searched for a word that names it. */
const LONGEST_NAMING = 16;

interface Kind {
  readonly kind: PersonalDataKind;
  /**
   * Group 1 is text before the number that is not part of it. Every repetition is bounded, so that a long
   * text is searched quickly.
   */
  readonly pattern: RegExp;
  /** The fewest digits of such a number, so that a short number is held against hardly any pattern. */
  readonly leastDigits: number;
  /** What a text with such data must hold. It is looked for before the pattern. */
  readonly sign?: RegExp;
  isMeant(match: RegExpExecArray, before: string): boolean;
}

/** The most serious kind first. */
const KINDS: readonly Kind[] = [
  {
    kind: 'resident-number',
    leastDigits: 13,
    pattern: new RegExp(
      `(^|\\D)(\\d{2})(\\d{2})(\\d{2})([\\s${DOTS}${DASHES}]{0,3})(\\d)(\\d{5})(\\d)(?!\\d)`,
      'g',
    ),
    isMeant: (match, before) => !isChained(before) && isResidentNumber(match, before),
  },
  {
    kind: 'passport-number',
    leastDigits: 7,
    pattern: /(^|[^A-Z\d])[A-Z]\d{3}[A-Z\d]\d{4}(?![A-Z\d])/gi,
    sign: /여권/,
    isMeant: (_, before) => /여권[^A-Z\d]*$/i.test(before),
  },
  {
    kind: 'account-number',
    leastDigits: 10,
    pattern: new RegExp(`(^|\\D)\\d{2,14}(?:[\\s${DASHES}]\\d{2,8}){0,3}(?!\\d)`, 'g'),
    sign: /계좌|입금/,
    isMeant: ([found], before) => /(?:계좌|입금)\D*$/.test(before) && digitCount(found) >= 10,
  },
  {
    kind: 'mobile-number',
    leastDigits: 10,
    // `010-…`, `(010) …`, `010.…`, and with the country code `+82 10-…` or `82-10-…`.
    pattern: new RegExp(
      `(^|\\D)(?:0|(?:(?:\\+|00)82|82(?=[^\\d]))[\\s.(${DASHES}]{0,3}0?\\)?)1[016789]${GAP}\\d{3,4}${GAP}\\d{4}(?!\\d)`,
      'g',
    ),
    isMeant: (_, before) => !isChained(before) && !OTHER_NUMBER.test(before),
  },
  {
    kind: 'mobile-number',
    leastDigits: 10,
    // A cell that was converted to a number has lost its leading 0.
    pattern: /(^\s?)10\d{8}(?=\s?$)/g,
    isMeant: () => true,
  },
  {
    kind: 'phone-number',
    leastDigits: 9,
    pattern: new RegExp(`(^|\\D)0(?:2|[3-6]\\d|70)${GAP}\\d{3,4}${GAP}\\d{4}(?!\\d)`, 'g'),
    sign: /전화|연락처|자택|tel|phone|☎|☏/i,
    isMeant: (_, before) => /(?:전화|연락처|자택|tel|phone|☎|☏)\D*$/i.test(before),
  },
  {
    kind: 'e-mail',
    leastDigits: 0,
    pattern: /(^|[^\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g,
    sign: /@/,
    isMeant: (_, before) => /메일|mail|전자우편/i.test(before),
  },
];

/** The end of a preceding part, which makes a match part of a longer number: 010 in `2024-010-1234-5678`. */
const CHAINED = new RegExp(`\\d[${DASHES}]$`);
/** Words that announce a number of another kind: `사업비 010-2024-0001`. */
const OTHER_NUMBER = /(?:사업비|예산|과목|사업 ?(?:번호|코드)|문서 ?번호|관리 ?번호)\s?[:(]?\s?$/;

function isChained(before: string): boolean {
  return CHAINED.test(before);
}

/** The most serious kind of personal data in a text, or null. */
export function personalDataIn(text: string): PersonalDataKind | null {
  return mayHoldPersonalData(text) ? kindIn(seenText(text)) : null;
}

/** Most texts do not. A loop, because every text is checked before any pattern is tried. */
function mayHoldPersonalData(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === AT_SIGN || code === YEO) return true;
    if (isDigit(code)) digits += 1;
  }
  return digits >= LEAST_DIGITS;
}

function kindIn(seen: string): PersonalDataKind | null {
  const digits = digitCount(seen);
  return KINDS.find((kind) => digits >= kind.leastDigits && placesOf(kind, seen).length > 0)?.kind ?? null;
}

/** Number of digits in the text, full-width ones included. */
function digitCount(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (isDigit(text.charCodeAt(index))) count += 1;
  }
  return count;
}

function isDigit(code: number): boolean {
  return (code >= ZERO && code <= NINE) || (code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_NINE);
}

/** The text with personal data masked, for messages and published sheets. */
export function withoutPersonalData(text: string): string {
  return personalDataIn(text) === null ? text : masked(seenText(text));
}

function masked(seen: string): string {
  const places = KINDS.flatMap((kind) => placesOf(kind, seen)).sort((a, b) => a.start - b.start);
  let shown = '';
  let position = 0;
  for (const { start, end } of places) {
    shown += seen.slice(position, start);
    position = Math.max(position, start);
    shown += seen.slice(position, end).replace(/[A-Za-z\d]/g, MASK);
    position = Math.max(position, end);
  }
  return shown + seen.slice(position);
}

function seenText(text: string): string {
  return plainText(text.replace(UNSEEN, ''));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function placesOf({ pattern, sign, isMeant }: Kind, text: string): readonly Span[] {
  if (sign !== undefined && !sign.test(text)) return [];
  // Nearly every text ends here. `matchAll` copies the pattern, which takes longer than the search.
  if (text.search(pattern) === -1) return [];
  const places: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index + (match[1]?.length ?? 0);
    const before = text.slice(Math.max(0, start - LONGEST_NAMING), start);
    if (isMeant(match, before)) places.push({ start, end: match.index + match[0].length });
  }
  return places;
}

const CHECK_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** The seventh digit tells the century: 1900s for 1, 2, 5, 6; 2000s for 3, 4, 7, 8; 1800s for 9, 0. */
const CENTURY_OF_DIGIT = [1800, 1900, 1900, 2000, 2000, 1900, 1900, 2000, 2000, 1800];

/**
 * Recognises a resident registration number, whose first six digits are a birth date. The last digit is a
 * check digit, but not in numbers issued since October 2020 nor in those of foreigners. So it is checked only
 * where nothing separates the two parts and no word such as 주민 names the number.
 */
function isResidentNumber(match: RegExpExecArray, before: string): boolean {
  const [year, month, day, gap = '', sex, serial, check] = match.slice(2);
  const century = CENTURY_OF_DIGIT[Number(sex)] ?? 1900;
  if (isoDateOf(century + Number(year), Number(month), Number(day)) === null) return false;
  if (gap.trim() !== '' || /(?:주민|외국인)\D*$/.test(before)) return true;
  const digits = `${year}${month}${day}${sex}${serial}`;
  const sum = CHECK_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(digits.charAt(index)),
    0,
  );
  return (11 - (sum % 11)) % 10 === Number(check);
}

const SHORT_TEXT = 80;

/** A typed text that is safe to show anywhere: personal data masked, and cut to `longest` characters. */
export function shownBriefly(text: string, longest = SHORT_TEXT): string {
  return cutTo(withoutPersonalData(text), longest);
}

/** The text with personal data masked; null stays null. */
export function publishedText(text: string | null): string | null {
  return text === null ? null : withoutPersonalData(text);
}
