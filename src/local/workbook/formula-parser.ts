/** Takes apart the few formulas whose results are computed here. */
import { type A1Reference, parseA1 } from './a1.ts';
import { COMPARISONS, type Comparison } from './comparisons.ts';
import type { CellContent } from './document.ts';
import { REFERENCE, type Token, tokensOf } from './formula-tokens.ts';

/** A formula whose result is always up to date here; every other one keeps what it was given. */
export type LiveFormula = Cell | Choice | Count;

/** `='실행기록'!$A$1` */
export interface Cell {
  readonly kind: 'cell';
  readonly reference: A1Reference;
}

/** `IF(count = 0, "…", "…")` */
export interface Choice {
  readonly kind: 'choice';
  readonly left: Count;
  readonly compare: Comparison;
  readonly right: Count;
  readonly then: Branch;
  readonly otherwise: Branch;
}

export type Branch = { readonly kind: 'text'; readonly text: string } | LiveFormula;

/** What gives a number. */
export type Count =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'sum' | 'difference';
      readonly left: Count;
      readonly right: Count;
    }
  /** `COUNTA(ranges)`, or `SUBTOTAL(103, ranges)`, which leaves out hidden rows. */
  | { readonly kind: 'filled'; readonly ranges: readonly A1Reference[]; readonly visibleOnly: boolean }
  | { readonly kind: 'matching'; readonly conditions: readonly Condition[] };

export interface Condition {
  readonly range: A1Reference;
  readonly holds: (content: CellContent) => boolean;
}

/** Tells at once that a formula is none of ours: a document may have thousands. */
const MAY_BE_LIVE = new RegExp(String.raw`^=\s*(?:(?:IF|COUNTIFS|COUNTA|SUBTOTAL)\(|${REFERENCE}\s*$)`, 'iu');

/** The formula taken apart; `null` where it is none of those that are computed here. */
export function parseLiveFormula(text: string): LiveFormula | null {
  if (!MAY_BE_LIVE.test(text)) return null;
  try {
    return new Parser(tokensOf(text.slice(1)).filter(({ kind }) => kind !== 'space')).whole();
  } catch (error) {
    if (error instanceof NotLive) return null;
    throw error;
  }
}

/** Every reference in a formula. */
export function referencesOf(formula: Branch): A1Reference[] {
  switch (formula.kind) {
    case 'text':
    case 'number':
      return [];
    case 'cell':
      return [formula.reference];
    case 'choice':
      return [formula.left, formula.right, formula.then, formula.otherwise].flatMap(referencesOf);
    case 'sum':
    case 'difference':
      return [formula.left, formula.right].flatMap(referencesOf);
    case 'filled':
      return [...formula.ranges];
    case 'matching':
      return formula.conditions.map(({ range }) => range);
  }
}

/** Thrown where a formula turns out to be one that is not computed here. */
class NotLive extends Error {}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): LiveFormula {
    const formula = this.#formula();
    if (this.#at < this.#tokens.length || formula.kind === 'number') throw new NotLive();
    return formula;
  }

  #formula(): LiveFormula {
    if (this.#next('reference')) return { kind: 'cell', reference: this.#reference(isCell) };
    if (!this.#next('call', 'IF')) return this.#count();
    this.#at += 1;
    this.#take('mark', '(');
    const left = this.#count();
    const compare = COMPARISONS[this.#take('mark')];
    if (compare === undefined) throw new NotLive();
    const right = this.#count();
    this.#separator();
    const then = this.#branch();
    this.#separator();
    const otherwise = this.#branch();
    this.#take('mark', ')');
    return { kind: 'choice', left, compare, right, then, otherwise };
  }

  #branch(): Branch {
    return this.#next('text') ? { kind: 'text', text: this.#text() } : this.#formula();
  }

  #count(): Count {
    let left = this.#term();
    while (this.#next('mark', '+') || this.#next('mark', '-')) {
      const kind = this.#take('mark') === '+' ? 'sum' : 'difference';
      left = { kind, left, right: this.#term() };
    }
    return left;
  }

  #term(): Count {
    if (this.#next('number')) return { kind: 'number', value: Number(this.#take('number')) };
    const name = this.#take('call').toUpperCase();
    this.#take('mark', '(');
    const count = this.#counted(name);
    this.#take('mark', ')');
    return count;
  }

  #counted(name: string): Count {
    switch (name) {
      case 'COUNTA':
        return { kind: 'filled', ranges: this.#ranges(), visibleOnly: false };
      case 'SUBTOTAL':
        if (this.#take('number') !== '103') throw new NotLive();
        this.#separator();
        return { kind: 'filled', ranges: this.#ranges(), visibleOnly: true };
      case 'COUNTIFS': {
        const conditions: Condition[] = [];
        do {
          const range = this.#reference(isAny);
          this.#separator();
          conditions.push({ range, holds: criterionOf(this.#text()) });
        } while (this.#anotherArgument());
        return { kind: 'matching', conditions };
      }
      default:
        throw new NotLive();
    }
  }

  #ranges(): A1Reference[] {
    const ranges: A1Reference[] = [];
    do ranges.push(this.#reference(isAny));
    while (this.#anotherArgument());
    return ranges;
  }

  #reference(isWanted: (reference: A1Reference) => boolean): A1Reference {
    const reference = parseA1(this.#take('reference'));
    if (reference === null || !isWanted(reference)) throw new NotLive();
    return reference;
  }

  #text(): string {
    return this.#take('text').slice(1, -1).replaceAll('""', '"');
  }

  #anotherArgument(): boolean {
    if (!this.#next('mark', ',') && !this.#next('mark', ';')) return false;
    this.#at += 1;
    return true;
  }

  #separator(): void {
    if (!this.#anotherArgument()) throw new NotLive();
  }

  #next(kind: Token['kind'], text?: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === kind && (text === undefined || token.text.toUpperCase() === text);
  }

  #take(kind: Token['kind'], text?: string): string {
    if (!this.#next(kind, text)) throw new NotLive();
    const taken = this.#tokens[this.#at]?.text ?? '';
    this.#at += 1;
    return taken;
  }
}

function isCell({ row, column, endRow, endColumn }: A1Reference): boolean {
  return row === endRow && column === endColumn;
}

function isAny(): boolean {
  return true;
}

/**
 * What a criterion of COUNTIFS is true of, by https://support.google.com/docs/answer/3256550 and, for the criteria themselves,
 * https://support.google.com/docs/answer/3093480 : an operator and a number compare with numbers (a date is one); a number by itself is
 * equal to it; a text is the whole text of a cell, whatever its case, with `?` for one character, `*` for any, and `~` before a character
 * that is meant itself. A text does not match a number, nor a number a text.
 */
function criterionOf(criterion: string): Condition['holds'] {
  const [, operator = '=', digits] = /^(<=|>=|<>|=|<|>)?\s*(-?\d+(?:\.\d+)?)$/.exec(criterion) ?? [];
  const compare = COMPARISONS[operator];
  if (digits !== undefined && operator !== '<>' && compare !== undefined) {
    const number = Number(digits);
    return (content) => typeof content === 'number' && compare(content, number);
  }
  const text = /^=(.+)$/s.exec(criterion)?.[1] ?? criterion;
  // Blank cells, what is not equal, truth values, and dates or percentages as texts have rules of their own, which are not here.
  if (text === '' || /^[<>=]/.test(text) || /^(true|false)$/i.test(text) || /^[-+]?[\d.]/.test(text)) {
    throw new NotLive();
  }
  const pattern = text.replace(/~([*?~])|[\s\S]/g, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return literal(escaped);
    return found === '*' ? '[^]*' : found === '?' ? '[^]' : literal(found);
  });
  const expression = new RegExp(`^${pattern}$`, 'iu');
  return (content) => typeof content === 'string' && expression.test(content);
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
