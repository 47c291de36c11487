/**
 * Lists of names in one cell: `완료=96; 추진중=21`. A name may hold anything, so the signs that the text itself needs are written with
 * a backslash before them, and what a spreadsheet might lose is written by its number: a line break is `\u{a}`.
 */

/** A name and its value. The value is as it stands in the cell: {@link escaped} where it holds what somebody typed. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** A cell holds 50,000 letters, and the platform may need some for itself. */
const LONGEST = 45_000;
/** Stands for a list that is too long. It has no `=`, which every other list has. */
const TOO_LONG = '(너무 길어 적지 않음)';

/** Empty for a list without members. */
export function namedValuesText(values: readonly NamedValue[]): string {
  const text = values.map(({ name, value }) => `${escaped(name, SIGNS)}=${value}`).join('; ');
  return text.length > LONGEST ? TOO_LONG : text;
}

/** null: it is no such list. `too-long`: there was one, which the cell could not hold. */
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

/** What a name must not hold as it is. */
const SIGNS = ';=';

/** What a spreadsheet, or a file of one, may give back otherwise, from the first code to the last: signs that nobody sees, and halves of a letter. */
const FRAGILE = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x2028, 0x2029],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
] as const;
const SPACE = /^\s$/;

/** A text with a backslash before every one of these signs. */
export function escaped(text: string, signs: string): string {
  const letters = [...text];
  return letters
    .map((letter, index) => {
      const isEdge = index === 0 || index === letters.length - 1;
      const code = letter.codePointAt(0) ?? 0;
      const isFragile = FRAGILE.some(([first, last]) => code >= first && code <= last);
      if (isFragile || (isEdge && SPACE.test(letter))) return `\\u{${code.toString(16)}}`;
      // An apostrophe in front is the sign of a text.
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

/** The parts of a text between the signs that have no backslash before them. */
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
