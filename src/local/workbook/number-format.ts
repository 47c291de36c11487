/** Google Sheets number formats taken apart: https://developers.google.com/workspace/sheets/api/guides/formats */
import { COMPARISONS } from './comparisons.ts';

export type DateUnit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** A run of digit placeholders, with the commas between them. */
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'exponent'; readonly plus: boolean; readonly digits: number }
  | { readonly kind: 'date'; readonly unit: DateUnit; readonly length: number }
  | { readonly kind: 'elapsed'; readonly unit: 'hour' | 'minute' | 'second'; readonly length: number }
  | { readonly kind: 'fraction'; readonly digits: number }
  | { readonly kind: 'dayHalf'; readonly short: boolean }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' };

export interface FormatSection {
  readonly kind: 'number' | 'date' | 'text' | 'general';
  readonly tokens: readonly FormatToken[];
  /** For `[>=100]`: whether a number belongs to this section. */
  readonly condition: ((value: number) => boolean) | null;
}

const parsed = new Map<string, readonly FormatSection[]>();

/** The sections (positive; negative; zero; text) of a pattern. */
export function formatSections(pattern: string): readonly FormatSection[] {
  const known = parsed.get(pattern);
  if (known !== undefined) return known;
  const sections = splitSections(pattern).map(parseSection);
  parsed.set(pattern, sections);
  return sections;
}

/** Whether numbers under this pattern are dates, times or durations, so that a script reads them as a Date. */
export function showsDate(pattern: string): boolean {
  return formatSections(pattern)[0]?.kind === 'date';
}

/** Whether a cell of this pattern keeps what is written into it as text. */
export function isPlainText(pattern: string): boolean {
  return pattern === '@';
}

function splitSections(pattern: string): string[] {
  const sections: string[] = [];
  let section = '';
  for (const [piece] of pattern.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|[_*].|./gsu)) {
    if (piece === ';') {
      sections.push(section);
      section = '';
    } else {
      section += piece;
    }
  }
  return [...sections, section];
}

const PIECE =
  /(?<quoted>"[^"]*"?)|\\(?<escaped>.)|_(?<padding>.)|\*(?<filling>.)|\[(?<bracket>[^\]]*)\]|(?<general>General)|(?<dayHalf>AM\/PM|A\/P)|(?<date>y+|m+|d+|h+|s+)|(?<digits>[0#?](?:[0#?,]*[0#?])?,*)|(?<point>\.)|(?<percent>%)|[eE](?<sign>[+-])(?<exponent>0+)|(?<text>@)|(?<other>.)/gisu;

function parseSection(section: string): FormatSection {
  const tokens: FormatToken[] = [];
  let condition: FormatSection['condition'] = null;
  for (const { groups: piece = {} } of section.matchAll(PIECE)) {
    const literal = piece.quoted?.replaceAll('"', '') ?? piece.escaped ?? piece.other;
    if (literal !== undefined) {
      tokens.push({ kind: 'literal', text: literal });
    } else if (piece.padding !== undefined) {
      tokens.push({ kind: 'literal', text: ' ' });
    } else if (piece.bracket !== undefined) {
      condition = parseCondition(piece.bracket) ?? condition;
      tokens.push(...bracketTokens(piece.bracket));
    } else if (piece.general !== undefined) {
      tokens.push({ kind: 'general' });
    } else if (piece.dayHalf !== undefined) {
      tokens.push({ kind: 'dayHalf', short: piece.dayHalf.length === 3 });
    } else if (piece.date !== undefined) {
      tokens.push(dateToken(piece.date));
    } else if (piece.digits !== undefined) {
      tokens.push({ kind: 'digits', text: piece.digits });
    } else if (piece.point !== undefined) {
      tokens.push({ kind: 'point' });
    } else if (piece.percent !== undefined) {
      tokens.push({ kind: 'percent' });
    } else if (piece.exponent !== undefined) {
      tokens.push({ kind: 'exponent', plus: piece.sign === '+', digits: piece.exponent.length });
    } else if (piece.text !== undefined) {
      tokens.push({ kind: 'text' });
    }
  }
  const kind = sectionKind(tokens);
  return { kind, tokens: kind === 'date' ? dateTokens(tokens) : tokens, condition };
}

function sectionKind(tokens: readonly FormatToken[]): FormatSection['kind'] {
  const has = (...kinds: FormatToken['kind'][]) => tokens.some((token) => kinds.includes(token.kind));
  if (has('date', 'elapsed')) return 'date';
  if (has('general')) return 'general';
  return has('text') && !has('digits') ? 'text' : 'number';
}

const UNIT_OF_LETTER: Readonly<Record<string, DateUnit>> = {
  y: 'year',
  m: 'month',
  d: 'day',
  h: 'hour',
  s: 'second',
};

function dateToken(run: string): FormatToken {
  const unit = UNIT_OF_LETTER[run.charAt(0).toLowerCase()] ?? 'day';
  return { kind: 'date', unit, length: run.length };
}

function bracketTokens(text: string): FormatToken[] {
  if (/^(h+|m+|s+)$/i.test(text)) {
    const letter = text.charAt(0).toLowerCase();
    const unit = letter === 'h' ? 'hour' : letter === 'm' ? 'minute' : 'second';
    return [{ kind: 'elapsed', unit, length: text.length }];
  }
  const currency = /^\$([^-]*)/.exec(text)?.[1] ?? '';
  return currency === '' ? [] : [{ kind: 'literal', text: currency }];
}

function parseCondition(text: string): FormatSection['condition'] {
  const [, operator = '', limit] = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(text) ?? [];
  const compare = COMPARISONS[operator];
  return compare === undefined ? null : (value) => compare(value, Number(limit));
}

/** In a date `m` beside hours or seconds means minutes, and `.000` after seconds their fraction. */
function dateTokens(tokens: readonly FormatToken[]): FormatToken[] {
  const result: FormatToken[] = [];
  const unitAt = (index: number, step: 1 | -1): DateUnit | null => {
    for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
      const token = tokens[at];
      if (token?.kind === 'date' || token?.kind === 'elapsed') return token.unit;
    }
    return null;
  };
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    if (token.kind === 'date' && token.unit === 'month' && token.length <= 2) {
      const minutes = unitAt(index, -1) === 'hour' || unitAt(index, 1) === 'second';
      result.push(minutes ? { ...token, unit: 'minute' } : token);
    } else if (token.kind === 'digits' && previous?.kind === 'point' && unitAt(index, -1) === 'second') {
      result.pop();
      result.push({ kind: 'fraction', digits: token.text.length });
    } else if (token.kind === 'point') {
      result.push({ kind: 'literal', text: '.' });
    } else if (token.kind === 'digits') {
      result.push({ kind: 'literal', text: token.text });
    } else {
      result.push(token);
    }
  });
  return result;
}
