/** Splits formulas into tokens. Only this file knows what a reference, a call or a quoted text looks like. */
import { columnLetters, columnNumber } from './a1.ts';

export interface Token {
  /**
   * The kinds of token:
   * - `reference`: cells, with or without a sheet name: `A1`, `$B3:C`, `2:5`, `'소통 기록'!A:A`
   * - `lost`: `#REF!`, a reference to deleted cells or a deleted sheet
   * - `call`: the name of a function before `(`
   * - `sheet`: a quoted name without cells after it
   * - `word`: any other name
   * - `mark`: an operator, a bracket or a separator
   */
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
}

const KINDS = ['space', 'text', 'lost', 'reference', 'sheet', 'number', 'call', 'word', 'mark'] as const;

const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const CELL = COLUMN + ROW;
const CELLS = `${CELL}(?::(?:${CELL}|${COLUMN}|${ROW}))?|${COLUMN}:(?:${CELL}|${COLUMN})|${ROW}:(?:${CELL}|${ROW})`;
const QUOTED = "'(?:[^']|'')*'";

/** The pattern of a reference. Use it with the flags `iu`. */
export const REFERENCE = String.raw`(?:(?:${QUOTED}|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:${CELLS})(?![\p{L}\p{N}_.$(!])`;

const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    `(?<text>"(?:[^"]|"")*")`,
    `(?<lost>#REF!(?:${CELLS})?)`,
    `(?<reference>${REFERENCE})`,
    `(?<sheet>${QUOTED}!?)`,
    String.raw`(?<number>\d+(?:\.\d+)?(?![\p{L}\p{N}_.$]))`,
    String.raw`(?<call>[\p{L}_][\p{L}\p{N}_.]*(?=\())`,
    String.raw`(?<word>[\p{L}\p{N}_.$]+)`,
    '(?<mark><=|>=|<>|[^])',
  ].join('|'),
  'giu',
);

/** Splits a formula into tokens. Their texts joined together give the formula. */
export function tokensOf(formula: string): Token[] {
  return [...formula.matchAll(TOKEN)].map(({ 0: text, groups = {} }) => ({
    kind: KINDS.find((kind) => groups[kind] !== undefined) ?? 'mark',
    text,
  }));
}

/**
 * The formula after it is copied down by some rows and right by some columns. Parts without `$` move:
 * `=SUM(A1:$B1)` copied down one row is `=SUM(A2:$B2)`.
 */
export function movedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return tokensOf(formula)
    .map(({ kind, text }) => (kind === 'reference' ? movedReference(text, rows, columns) : text))
    .join('');
}

function movedReference(reference: string, rows: number, columns: number): string {
  const start = reference.lastIndexOf('!') + 1;
  const cells = reference.slice(start).replace(/(?<!\$)\d+|(?<![$A-Z])[A-Z]+/gi, (line) => {
    return /\d/.test(line) ? String(Number(line) + rows) : columnLetters(columnNumber(line) + columns);
  });
  return reference.slice(0, start) + cells;
}
