/** Parses the few formulas whose results are computed here. */
import { type A1Reference, parseA1 } from './a1.ts';
import { COMPARISONS } from './comparisons.ts';
import type { CellContent, CellError } from './document.ts';
import { type Token, tokensOf } from './formula-tokens.ts';
import {
  compared,
  DIVISION_ERROR,
  isError,
  known,
  knownNumbers,
  numberOf,
  OF_NUMBERS,
  ofNumbers,
  PARTS_OF_DATES,
  partOfDate,
  ROUNDINGS,
  rounded,
  serialOfParts,
  sumOf,
  UnknownResult,
  type Value,
} from './formula-values.ts';

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
  /**
   * The content of the one cell of a reference: null if it is blank, undefined if its formula has no known
   * result.
   * @param takesFormat whether the cell of the formula takes the number format of that cell, as a date needs
   */
  content(reference: A1Reference, takesFormat: boolean): CellContent | undefined;
  /** The numbers in ranges, without texts and blank cells; null if a formula has no known result. */
  numbers(ranges: readonly A1Reference[], rows: CountedRows): readonly (number | CellError)[] | null;
  /** Gives the cell of the formula the date format of the spreadsheet, if it has none of its own. */
  takeDateFormat(): void;
  /** `COUNTA(ranges)`, or `SUBTOTAL(103, ranges)`, which ignores hidden rows. */
  filled(ranges: readonly A1Reference[], visibleOnly: boolean): Count;
  /** `COUNTIFS(…)` */
  matching(conditions: readonly Condition[]): Count;
}

/** `SUBTOTAL(9, …)` leaves out what a filter hides, `SUBTOTAL(109, …)` what a person hides too. */
export type CountedRows = 'all' | 'not filtered' | 'visible';

export type Count = number | CellError;

export interface Condition {
  readonly range: A1Reference;
  readonly holds: (content: CellContent) => boolean;
}

type Formula = (cells: Cells) => CellContent;
type Expression = (cells: Cells) => Value;

/**
 * Stands for a reference whose cells were deleted. Its sheet has no name, and no document has such a sheet.
 */
const LOST: A1Reference = { sheet: '', row: 1, column: 1, endRow: 1, endColumn: 1 };

/** Quickly rejects links: a document may have thousands. */
const MAY_BE_LIVE = /^=(?!\s*HYPERLINK\()/i;

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

/** A part of a formula. */
interface Part {
  /** Its value in a longer formula. */
  readonly value: Expression;
  /** Its value as the whole result. It takes the number format of the cell it reads. */
  readonly shown: Expression;
  /** Whether it reads no cell. */
  readonly isConstant: boolean;
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #references: A1Reference[] = [];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): LiveFormula {
    const { shown } = this.#comparison();
    if (this.#at < this.#tokens.length) throw new NotLive();
    return {
      references: this.#references,
      result: (cells) => {
        try {
          // A reference to a blank cell shows an empty text.
          return shown(cells) ?? '';
        } catch (error) {
          if (error instanceof UnknownResult) return null;
          throw error;
        }
      },
    };
  }

  /** `A1 >= 3`, or one side alone. */
  #comparison(): Part {
    const left = this.#sum();
    const compare = COMPARISONS[this.#tokens[this.#at]?.text ?? ''];
    if (compare === undefined || !this.#next('mark')) return left;
    this.#take('mark');
    const right = this.#sum();
    return computed((cells) => compared(left.value(cells), right.value(cells), compare));
  }

  #sum(): Part {
    let left = this.#product();
    while (this.#next('mark', '+') || this.#next('mark', '-')) {
      const sign = this.#take('mark') === '+' ? 1 : -1;
      const [one, other] = [left, this.#product()];
      const added = (first: Expression) => (cells: Cells) =>
        ofNumbers(first(cells), other.value(cells), (a, b) => a + sign * b);
      // A date and some days are a date.
      left = { ...computed(added(one.value)), shown: added(other.isConstant ? one.shown : one.value) };
    }
    return left;
  }

  #product(): Part {
    let left = this.#signed();
    while (this.#next('mark', '*') || this.#next('mark', '/')) {
      const divides = this.#take('mark') === '/';
      const [one, other] = [left, this.#signed()];
      left = computed((cells) =>
        ofNumbers(one.value(cells), other.value(cells), (a, b) => {
          if (!divides) return a * b;
          return b === 0 ? DIVISION_ERROR : a / b;
        }),
      );
    }
    return left;
  }

  #signed(): Part {
    if (this.#next('mark', '+')) {
      this.#take('mark');
      return this.#signed();
    }
    if (this.#next('mark', '-')) {
      this.#take('mark');
      const part = this.#signed();
      return computed((cells) => ofNumbers(0, part.value(cells), (zero, value) => zero - value));
    }
    let part = this.#term();
    while (this.#next('mark', '%')) {
      this.#take('mark');
      const { value, isConstant } = part;
      part = { ...computed((cells) => ofNumbers(value(cells), 100, (a, b) => a / b)), isConstant };
    }
    return part;
  }

  #term(): Part {
    const token = this.#tokens[this.#at];
    switch (token?.kind) {
      case 'number':
        return constant(Number(this.#take('number')));
      case 'text':
        return constant(this.#text());
      case 'word':
        if (!/^(true|false)$/i.test(token.text)) throw new NotLive();
        return constant(this.#take('word').toLowerCase() === 'true');
      case 'reference':
      case 'lost': {
        const reference = this.#reference();
        if (!isCell(reference)) throw new NotLive();
        const read = (takesFormat: boolean) => (cells: Cells) => known(cells.content(reference, takesFormat));
        return { value: read(false), shown: read(true), isConstant: false };
      }
      case 'call':
        return this.#call();
      default: {
        this.#take('mark', '(');
        const part = this.#comparison();
        this.#take('mark', ')');
        return part;
      }
    }
  }

  #call(): Part {
    const name = this.#take('call').toUpperCase();
    this.#take('mark', '(');
    const part = this.#called(name);
    this.#take('mark', ')');
    return part;
  }

  #called(name: string): Part {
    switch (name) {
      case 'COUNTA': {
        const ranges = this.#ranges();
        return computed((cells) => cells.filled(ranges, false));
      }
      case 'SUBTOTAL':
        return this.#subtotal();
      case 'COUNTIFS': {
        const conditions: Condition[] = [];
        do {
          const range = this.#reference();
          this.#separator();
          conditions.push({ range, holds: criterionOf(this.#text()) });
        } while (this.#anotherArgument());
        return computed((cells) => cells.matching(conditions));
      }
      case 'DATE':
        return this.#date();
      case 'IF':
        return this.#choice();
      case 'IFERROR': {
        const tried = this.#comparison();
        const otherwise = this.#anotherArgument() ? this.#comparison() : constant('');
        return eitherOf((cells) => !isError(tried.value(cells)), tried, otherwise);
      }
      default: {
        const combine = OF_NUMBERS[name];
        if (combine !== undefined) {
          const numbers = this.#numbers();
          return computed((cells) => combine(numbers(cells)));
        }
        const part = PARTS_OF_DATES[name];
        if (part !== undefined) {
          const { value } = this.#comparison();
          return computed((cells) => ofNumbers(value(cells), 0, (serial) => partOfDate(serial, part)));
        }
        const round = ROUNDINGS[name];
        if (round === undefined) throw new NotLive();
        const number = this.#comparison();
        const places = this.#anotherArgument() ? this.#comparison() : constant(0);
        return computed((cells) =>
          ofNumbers(number.value(cells), places.value(cells), (value, count) => rounded(value, count, round)),
        );
      }
    }
  }

  /**
   * `SUBTOTAL(103, …)` counts the filled cells that are shown. `SUBTOTAL(9, …)` and `(109, …)` add up
   * numbers.
   */
  #subtotal(): Part {
    const code = this.#take('number');
    this.#separator();
    const ranges = this.#ranges();
    if (code === '103') return computed((cells) => cells.filled(ranges, true));
    if (code !== '9' && code !== '109') throw new NotLive();
    const rows = code === '9' ? 'not filtered' : 'visible';
    return computed((cells) => sumOf(knownNumbers(cells.numbers(ranges, rows))));
  }

  /** `DATE(2024, 3, 5)`. The cell shows a day, as at Google. */
  #date(): Part {
    const year = this.#comparison();
    this.#separator();
    const month = this.#comparison();
    this.#separator();
    const day = this.#comparison();
    const value: Expression = (cells) => {
      const [y, m, d] = [year, month, day].map((part) => numberOf(part.value(cells)));
      if (typeof y !== 'number') return y ?? null;
      if (typeof m !== 'number') return m ?? null;
      return typeof d === 'number' ? serialOfParts(y, m, d) : (d ?? null);
    };
    const shown: Expression = (cells) => {
      cells.takeDateFormat();
      return value(cells);
    };
    return { value, shown, isConstant: false };
  }

  /** `IF(A1 > 0, "…", B1)`. Without the last one it is FALSE. */
  #choice(): Part {
    const condition = this.#comparison();
    this.#separator();
    const then = this.#comparison();
    const otherwise = this.#anotherArgument() ? this.#comparison() : constant(false);
    return eitherOf(
      (cells) => {
        const value = numberOf(condition.value(cells));
        return typeof value === 'number' ? value !== 0 : value;
      },
      then,
      otherwise,
    );
  }

  /** The arguments of SUM and the like: the numbers of ranges, and single values. */
  #numbers(): (cells: Cells) => readonly (number | CellError)[] {
    const parts: ((cells: Cells) => readonly (number | CellError)[])[] = [];
    do {
      const range = this.#rangeAlone();
      if (range !== null) {
        parts.push((cells) => knownNumbers(cells.numbers([range], 'all')));
        continue;
      }
      const { value } = this.#comparison();
      parts.push((cells) => [numberOf(value(cells))]);
    } while (this.#anotherArgument());
    return (cells) => parts.flatMap((part) => part(cells));
  }

  /** A reference that is a whole argument. Its texts count as nothing; those in `A1+B1` are an error. */
  #rangeAlone(): A1Reference | null {
    const after = this.#tokens[this.#at + 1]?.text ?? '';
    const isAlone = after === ',' || after === ';' || after === ')';
    return isAlone && (this.#next('reference') || this.#next('lost')) ? this.#reference() : null;
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

function computed(value: Expression): Part {
  return { value, shown: value, isConstant: false };
}

function constant(value: Value): Part {
  return { ...computed(() => value), isConstant: true };
}

/** One part or the other. An error of the condition is the result. */
function eitherOf(condition: (cells: Cells) => boolean | CellError, then: Part, otherwise: Part): Part {
  const chosen = (way: 'value' | 'shown') => (cells: Cells) => {
    const holds = condition(cells);
    return typeof holds === 'boolean' ? (holds ? then : otherwise)[way](cells) : holds;
  };
  return { value: chosen('value'), shown: chosen('shown'), isConstant: false };
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
