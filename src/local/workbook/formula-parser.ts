/** Parses the few formulas whose results are computed here. */
import { type A1Reference, parseA1 } from './a1.ts';
import { COMPARISONS } from './comparisons.ts';
import type { CellContent, CellError } from './document.ts';
import { REFERENCE, type Token, tokensOf } from './formula-tokens.ts';

/**
 * A formula that is computed here, so its result is always up to date. Other formulas keep the result they
 * were given.
 */
export interface LiveFormula {
  /** Every reference in the formula, except lost ones. */
  readonly references: readonly A1Reference[];
  readonly result: Formula;
}

/** What a formula reads from the document. */
export interface Cells {
  /** The content of the one cell of a reference. */
  content(reference: A1Reference): CellContent;
  /** `COUNTA(ranges)`, or `SUBTOTAL(103, ranges)`, which ignores hidden rows. */
  filled(ranges: readonly A1Reference[], visibleOnly: boolean): Count;
  /** `COUNTIFS(…)` */
  matching(conditions: readonly Condition[]): Count;
}

export type Count = number | CellError;

export interface Condition {
  readonly range: A1Reference;
  readonly holds: (content: CellContent) => boolean;
}

type Formula = (cells: Cells) => CellContent;
type Counting = (cells: Cells) => Count;

/**
 * Stands for a reference whose cells were deleted. Its sheet has no name, and no document has such a sheet.
 */
const LOST: A1Reference = { sheet: '', row: 1, column: 1, endRow: 1, endColumn: 1 };

/** Quickly rejects most formulas that are not computed here. A document may have thousands. */
const MAY_BE_LIVE = new RegExp(
  String.raw`^=\s*(?:(?:IF|IFERROR|COUNTIFS|COUNTA|SUBTOTAL)\(|${REFERENCE}\s*$)`,
  'iu',
);

/** Parses a formula. Returns null if it is not one of those computed here. */
export function parseLiveFormula(text: string): LiveFormula | null {
  if (!MAY_BE_LIVE.test(text)) return null;
  try {
    return new Parser(tokensOf(text.slice(1)).filter(({ kind }) => kind !== 'space')).whole();
  } catch (error) {
    if (error instanceof NotLive) return null;
    throw error;
  }
}

/** Thrown when a formula is not one of those computed here. */
class NotLive extends Error {}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #references: A1Reference[] = [];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): LiveFormula {
    const result = this.#formula();
    if (this.#at < this.#tokens.length) throw new NotLive();
    return { references: this.#references, result };
  }

  /** `='실행기록'!$A$1`, `IF(count = 0, "…", "…")` or a count. */
  #formula(): Formula {
    if (this.#next('reference')) {
      const reference = this.#reference();
      if (!isCell(reference)) throw new NotLive();
      return (cells) => cells.content(reference);
    }
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
    const isTrue = ofBoth(left, right, compare);
    return (cells) => {
      const answer = isTrue(cells);
      return typeof answer === 'boolean' ? (answer ? then : otherwise)(cells) : answer;
    };
  }

  #branch(): Formula {
    if (!this.#next('text')) return this.#formula();
    const text = this.#text();
    return () => text;
  }

  #count(): Counting {
    let left = this.#term();
    while (this.#next('mark', '+') || this.#next('mark', '-')) {
      const sign = this.#take('mark') === '+' ? 1 : -1;
      left = ofBoth(left, this.#term(), (one, other) => one + sign * other);
    }
    return left;
  }

  #term(): Counting {
    if (this.#next('number')) {
      const value = Number(this.#take('number'));
      return () => value;
    }
    const name = this.#take('call').toUpperCase();
    this.#take('mark', '(');
    const count = this.#counted(name);
    this.#take('mark', ')');
    return count;
  }

  #counted(name: string): Counting {
    switch (name) {
      case 'COUNTA': {
        const ranges = this.#ranges();
        return (cells) => cells.filled(ranges, false);
      }
      case 'SUBTOTAL': {
        if (this.#take('number') !== '103') throw new NotLive();
        this.#separator();
        const ranges = this.#ranges();
        return (cells) => cells.filled(ranges, true);
      }
      case 'COUNTIFS': {
        const conditions: Condition[] = [];
        do {
          const range = this.#reference();
          this.#separator();
          conditions.push({ range, holds: criterionOf(this.#text()) });
        } while (this.#anotherArgument());
        return (cells) => cells.matching(conditions);
      }
      case 'IFERROR': {
        const tried = this.#count();
        this.#separator();
        const otherwise = this.#count();
        return (cells) => {
          const result = tried(cells);
          return typeof result === 'number' ? result : otherwise(cells);
        };
      }
      default:
        throw new NotLive();
    }
  }

  #ranges(): A1Reference[] {
    const ranges: A1Reference[] = [];
    do ranges.push(this.#reference());
    while (this.#anotherArgument());
    return ranges;
  }

  #reference(): A1Reference {
    if (this.#next('lost')) {
      this.#at += 1;
      return LOST;
    }
    const reference = parseA1(this.#take('reference'));
    if (reference === null) throw new NotLive();
    this.#references.push(reference);
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

/** Combines two counts. If one is an error, the result is that error; the first one wins. */
function ofBoth<Value>(
  left: Counting,
  right: Counting,
  combine: (left: number, right: number) => Value,
): (cells: Cells) => Value | CellError {
  return (cells) => {
    const [one, other] = [left(cells), right(cells)];
    if (typeof one !== 'number') return one;
    return typeof other === 'number' ? combine(one, other) : other;
  };
}

function isCell({ row, column, endRow, endColumn }: A1Reference): boolean {
  return row === endRow && column === endColumn;
}

/**
 * The test of a COUNTIFS criterion, as in https://support.google.com/docs/answer/3256550 and
 * https://support.google.com/docs/answer/3093480 :
 * - An operator with a number, such as `>=3`, compares numbers; dates are numbers. A number alone means
 *   equal.
 * - A text must match the whole text of a cell, ignoring case. `?` matches one character, `*` any number, and
 *   `~` makes the next character literal.
 * - A text never matches a number, nor a number a text.
 */
function criterionOf(criterion: string): Condition['holds'] {
  const [, operator = '=', digits] = /^(<=|>=|<>|=|<|>)?\s*(-?\d+(?:\.\d+)?)$/.exec(criterion) ?? [];
  const compare = COMPARISONS[operator];
  if (digits !== undefined && operator !== '<>' && compare !== undefined) {
    const number = Number(digits);
    return (content) => typeof content === 'number' && compare(content, number);
  }
  const text = /^=(.+)$/s.exec(criterion)?.[1] ?? criterion;
  // Criteria with other rules are not supported: blank cells, not equal, booleans, and dates or percentages
  // as text.
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
