/**
 * Compares names by a key, so that one name typed in two ways matches. The key ignores decomposed Hangul
 * (pasted from macOS), full-width characters, spaces, the choice of middle dot, and Hanja in brackets.
 * `온(全)동네 소통 한마당` and `온동네소통한마당` have the same key; the text itself is kept for display.
 */
import { keptByText } from './kept.ts';

/** Middle dots. They have a table of their own because NFKC would turn ㆍ into U+119E. */
const DOTS = /[·ㆍ・․•‧∙⋅･]/g;
const FULL_WIDTH = /[！-～]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Invisible characters: zero-width ones, soft hyphen, byte order mark. */
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Two or more spaces in a row. */
const BLANKS = /(\s)\s+/g;
/** A combining mark. Listed in full because not every engine knows Unicode classes (`\p{M}`). */
export const MARK =
  '[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u06d6-\\u06ed\\u0816-\\u082d\\u08d3-\\u08ff' +
  '\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0\\u302a-\\u302f\\u3099\\u309a\\ua66f-\\ua69f\\ufe00-\\ufe0f\\ufe20-\\ufe2f]';
/** More marks on one letter than any script uses. Dropped because sorting thousands takes a second. */
const PILED_MARKS = new RegExp(`(${MARK}{30})${MARK}+`, 'g');
const HANJA_IN_BRACKETS = /\([\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+\)/g;

/** The key by which a name is compared. */
export const textKey = keptByText((text) =>
  withoutSpaces(halfWidth(composed(text).replace(DOTS, '·')))
    .replace(HANJA_IN_BRACKETS, '')
    .toLowerCase(),
);

/** The text in composed, half-width characters, each run of spaces reduced to its first. */
export function plainText(text: string): string {
  return NOT_PLAIN.test(text) ? halfWidth(composed(text)).replace(BLANKS, '$1') : text;
}

/** The plain text without spaces, except between two digits. */
export function compactText(text: string): string {
  return NOT_COMPACT.test(text) ? withoutSpaces(plainText(text)) : text;
}

/**
 * The text without spaces and invisible characters. One space stays between two digits, since they are of two
 * numbers: `3 2`, and 3 above 2 in one cell, are not 32.
 */
function withoutSpaces(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/\s+/g, (spaces, start: number, whole: string) =>
      isDigitAt(whole, start - 1) && isDigitAt(whole, start + spaces.length) ? ' ' : '',
    );
}

function isDigitAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x30 && code <= 0x39;
}

/** In characters. Longer than any date, number, unit, heading or word for a total. */
const LONGEST_READ = 1_000;
/** Replaces a text that is too long to be any of these. */
const UNREADABLE = '…';

/**
 * The plain text in which patterns look for dates, plans and totals. A text longer than any of these becomes
 * `…`, because the patterns would backtrack on it for a long time.
 */
export function readText(text: string): string {
  const plain = plainText(text);
  return plain.length > LONGEST_READ ? UNREADABLE : plain;
}

/** {@link readText} without spaces: the form in which numbers, dates and headings are read. */
export function compactReadText(text: string): string {
  const compact = compactText(text);
  return compact.length > LONGEST_READ ? UNREADABLE : compact;
}

/** What may have to be changed. Nearly every text is of ASCII and composed Hangul, and stays as it is. */
const NOT_PLAIN = / {2}|[^ -~가-힣]/;
const NOT_COMPACT = /[^!-~가-힣]/;

function composed(text: string): string {
  return (text.length > LONGEST_READ ? text.replace(PILED_MARKS, '$1') : text).normalize('NFC');
}

function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}
