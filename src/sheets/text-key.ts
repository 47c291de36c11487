/**
 * Names are compared on a key, so that one name typed in two ways is one name: Hangul pasted from macOS (decomposed),
 * full-width characters, spaces of every kind, the many middle dots, and Hanja in brackets make no difference.
 * `온(全)동네 소통 한마당` and `온동네소통한마당` have the same key; the text itself is kept for display.
 */

const KEYS = new Map<string, string>();

/** NFKC alone would turn ㆍ into U+119E, so dots are folded by this table of their own. */
const DOTS = /[·ㆍ・․•‧∙⋅･]/g;
const FULL_WIDTH = /[！-～]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Every space of Unicode, and the characters that show nothing (zero-width, soft hyphen, byte order mark). */
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const HANJA_IN_BRACKETS = /\([\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+\)/g;

/** The key on which a name is compared. */
export function textKey(text: string): string {
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const key = halfWidth(text.normalize('NFC').replace(DOTS, '·'))
    .replace(INVISIBLE, '')
    .replace(HANJA_IN_BRACKETS, '')
    .toLowerCase();
  KEYS.set(text, key);
  return key;
}

/** The text in composed and half-width characters, spaces as they are. */
export function plainText(text: string): string {
  return halfWidth(text.normalize('NFC'));
}

/** The plain text without spaces: the form in which numbers and dates are read. */
export function compactText(text: string): string {
  return COMPACT.test(text) ? text : plainText(text).replace(INVISIBLE, '');
}

/** Nothing but ASCII letters, digits and marks, as most receipt numbers have: such a text stands as it is. */
const COMPACT = /^[!-~]*$/;

function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}
