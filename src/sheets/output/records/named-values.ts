/**
 * Lists of names and values in one cell: `완료=96; 추진중=21`. A name may hold any character. Those with a meaning
 * in the list get a backslash, and those that a spreadsheet might lose are written as codes: a line break is
 * `\u{a}`.
 */

/**
 * A name and its value. The value is written as it is, so typed text in it must be {@link escaped} before.
 */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** In characters. A cell holds 50,000, of which the platform may need some itself. */
const LONGEST = 45_000;
/** Replaces a list that is too long. It has no `=`, unlike every list that is not empty. */
const TOO_LONG = '(너무 길어 적지 않음)';

/** The list as text; empty for an empty list. */
export function namedValuesText(values: readonly NamedValue[]): string {
  const text = values.map(({ name, value }) => `${escaped(name, SIGNS)}=${value}`).join('; ');
  return text.length > LONGEST ? TOO_LONG : text;
}

/** Reads such a text. null: it is no such list; `too-long`: the list did not fit into the cell. */
export function namedValuesIn(text: string): readonly NamedValue[] | 'too-long' | null {
  if (text === '') return [];
  if (text === TOO_LONG) return 'too-long';
  const values: NamedValue[] = [];
  for (const part of partsAt(text, ';')) {
    const [name, ...value] = partsAt(values.length === 0 ? part : part.replace(/^ /, ''), '=');
    if (name === undefined || value.length === 0) return null;
    values.push({ name: unescaped(name), value: value.join('=') });
  }
  return values;
}

/** Characters that are escaped in a name. */
const SIGNS = ';=';

/**
 * Ranges of character codes that a spreadsheet or its file may change: invisible characters and lone
 * surrogates.
 */
const FRAGILE = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x2028, 0x2029],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
] as const;
const SPACE = /^\s$/;

/** Puts a backslash before each of these signs, and writes fragile characters as codes. */
export function escaped(text: string, signs: string): string {
  const letters = [...text];
  return letters
    .map((letter, index) => {
      const isEdge = index === 0 || index === letters.length - 1;
      const code = letter.codePointAt(0) ?? 0;
      const isFragile = FRAGILE.some(([first, last]) => code >= first && code <= last);
      if (isFragile || (isEdge && SPACE.test(letter))) return `\\u{${code.toString(16)}}`;
      // A leading apostrophe would be taken for the mark of a text cell.
      const isSign = letter === '\\' || signs.includes(letter) || (letter === "'" && index === 0);
      return isSign ? `\\${letter}` : letter;
    })
    .join('');
}

export function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]{1,6})\}|([\s\S]))/g, (_, code?: string, letter?: string) =>
    code === undefined ? (letter ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}

/** Splits a text at each sign that has no backslash before it. */
function partsAt(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === sign) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
