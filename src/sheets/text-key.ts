/**
 * Names are compared on a key, so that one name typed in two ways is one name: Hangul pasted from macOS (decomposed),
 * full-width characters, spaces of every kind, the many middle dots, and Hanja in brackets make no difference.
 * `온(全)동네 소통 한마당` and `온동네소통한마당` have the same key; the text itself is kept for display.
 */
import { keptByText } from './kept.ts';

/** NFKC alone would turn ㆍ into U+119E, so dots are folded by this table of their own. */
const DOTS = /[·ㆍ・․•‧∙⋅･]/g;
const FULL_WIDTH = /[！-～]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Every space of Unicode, and the characters that show nothing (zero-width, soft hyphen, byte order mark). */
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Blanks side by side say no more than the first of them. */
const BLANKS = /(\s)\s+/g;
/** A mark that joins the letter before it. The names of Unicode's classes (`\p{M}`) are not for every engine. */
export const MARK =
  '[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u06d6-\\u06ed\\u0816-\\u082d\\u08d3-\\u08ff' +
  '\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0\\u302a-\\u302f\\u3099\\u309a\\ua66f-\\ua69f\\ufe00-\\ufe0f\\ufe20-\\ufe2f]';
/** More marks on one letter than any script puts there; to sort thousands of them takes a second. */
const PILED_MARKS = new RegExp(`(${MARK}{30})${MARK}+`, 'g');
const HANJA_IN_BRACKETS = /\([\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+\)/g;

/** The key on which a name is compared. */
export const textKey = keptByText((text) =>
  halfWidth(composed(text).replace(DOTS, '·'))
    .replace(INVISIBLE, '')
    .replace(HANJA_IN_BRACKETS, '')
    .toLowerCase(),
);

/** The text in composed and half-width characters, each run of blanks as its first. */
export function plainText(text: string): string {
  return halfWidth(composed(text)).replace(BLANKS, '$1');
}

/** The plain text without spaces. */
export function compactText(text: string): string {
  return COMPACT.test(text) ? text : plainText(text).replace(INVISIBLE, '');
}

/** Longer than any date, number, unit, heading or word of totals. */
const LONGEST_READ = 1_000;
/** What a longer text is read as. It is none of them. */
const UNREADABLE = '…';

/**
 * The plain text in which patterns look for dates, plans and totals. They look back and forth, which takes its time on a long
 * text: one that is too long to be any of these is read as `…`.
 */
export function readText(text: string): string {
  const plain = plainText(text);
  return plain.length > LONGEST_READ ? UNREADABLE : plain;
}

/** The same without spaces: the form in which numbers, dates and headings are read. */
export function compactReadText(text: string): string {
  const compact = compactText(text);
  return compact.length > LONGEST_READ ? UNREADABLE : compact;
}

/** Nothing but ASCII letters, digits and marks, as most receipt numbers have: such a text stands as it is. */
const COMPACT = /^[!-~]*$/;

function composed(text: string): string {
  return (text.length > LONGEST_READ ? text.replace(PILED_MARKS, '$1') : text).normalize('NFC');
}

function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}
