/** Amounts of money, converted exactly to whole won. */
import type { CellProblem } from '../../domain/findings/cell.ts';
import { type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/** Units in headings and titles, each as its power of ten in won. */
const POWER_OF_UNIT: ReadonlyMap<string, number> = new Map([
  ['원', 0],
  ['천원', 3],
  ['천', 3],
  ['만원', 4],
  ['만', 4],
  ['십만원', 5],
  ['백만원', 6],
  ['백만', 6],
  ['천만원', 7],
  ['천만', 7],
  ['억원', 8],
  ['억', 8],
  ['십억원', 9],
]);

/** Up to this many won, the long division of a rate is exact. A district's pledge is far below it. */
const LARGEST_WON = 900_000_000_000_000;

/**
 * The frame around an amount on official papers, which carries no meaning: 금 or 일금 before it, 정 behind it.
 */
const OFFICIAL = /^(?:일?금)?(.*?[\d)원])정?$/;
/**
 * A sign, a bracket, a sign within it, a won sign (some fonts draw it as a backslash), digits and units, 원.
 */
const AMOUNT_TEXT = /^([-−–△▲])?(\()?([-−–△▲])?([₩￦\\])?([-−–△▲])?(\d[\d,.십백천만억조]*)(원)?(\))?(원)?$/;
/** A number with its unit: `2천만` in `1억2천만`. */
const TERM = /(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?![\d,.])([십백천]?)([만억조]?)/y;
const SMALL_POWER: Readonly<Record<string, number>> = { '': 0, 십: 1, 백: 2, 천: 3 };
const LARGE_POWER: Readonly<Record<string, number>> = { '': 0, 만: 4, 억: 8, 조: 12 };

export function isMoneyUnit(text: string): boolean {
  return POWER_OF_UNIT.has(text);
}

/** True if a cell of a table states no amount: it is blank, a dash or 없음. */
export function saysNothing(cell: RawCell): boolean {
  if (typeof cell !== 'string') return false;
  const text = compactReadText(cell);
  return text === '' || DASH.test(text) || text === '없음';
}

/** Whether a text is a percentage, which is no amount: 12% of what? */
export function isPercentage(text: string): boolean {
  return PERCENTAGE.test(text);
}

const PERCENTAGE = /^[-−–△▲(]?[\d.,]+%$/;

/** Full name of a unit, so that 천 and 천원 are the same unit. */
export function fullUnit(unit: string): string {
  return unit === '' || unit.endsWith('원') ? unit : `${unit}원`;
}

/** The unit written in a cell of money; null where the number stands alone or the cell is no amount. */
export function moneyUnitIn(cell: RawCell): string | null {
  const typed = typeof cell === 'string' ? amountTyped(compactReadText(cell)) : null;
  return typed === null || typed.unit === '' ? null : typed.unit;
}

/**
 * Reads an amount as whole won: `3` under a heading in 백만원 is 3,000,000; `1.2억` is 120,000,000. The unit in
 * the cell wins over that of the heading.
 *
 * @param headingUnit the unit named by the heading, or null.
 * @param defaultUnit the unit to use where neither names one.
 */
export function parseMoney(cell: RawCell, headingUnit: string | null, defaultUnit: string): Parsed<number> {
  const found = shownText(cell).trim();
  const unit = headingUnit ?? defaultUnit;
  if (typeof cell === 'number') {
    const isTooLarge = Math.abs(cell) > LARGEST_WON;
    return isTooLarge ? flagged({ code: 'too-large', found }) : wonOf(amountOf(cell), found, unit);
  }
  const text = compactReadText(found);
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  if (isPercentage(text)) {
    // A zero with the format of a percentage is still none.
    return /[1-9]/.test(text) ? flagged({ code: 'percent-for-an-amount', found }) : accepted(0);
  }
  if (DASH.test(text) || text === '없음') return flagged({ code: 'dash-for-an-amount', found });
  return wonOf(amountTyped(text), found, unit);
}

/** @param unit the unit to use where the amount names none. */
function wonOf(typed: AmountTyped | null, found: string, unit: string): Parsed<number> {
  if (typed === null) return flagged({ code: 'not-an-amount', found });
  const power = typed.unit === '' ? powerOf(unit) : 0;
  let won = 0;
  for (const { whole, fraction, power: own } of typed.terms) {
    const part = wholeWon(whole, fraction, power + own);
    if (part === null) return flagged({ code: 'not-whole-won', found });
    won += part;
  }
  if (won > LARGEST_WON) return flagged({ code: 'too-large', found });
  const negative = typed.negative && won !== 0;
  const notices: readonly CellProblem[] = negative ? [{ code: 'negative-amount', found, meant: -won }] : [];
  return accepted(negative ? -won : won, notices);
}

interface AmountTyped {
  readonly negative: boolean;
  /** The unit written in the text (of `1억 2천만원` the first); empty where the number stands alone. */
  readonly unit: string;
  readonly terms: readonly Term[];
}

interface Term {
  readonly whole: string;
  readonly fraction: string;
  /** Power of ten, in won or, where the text names no unit, in the unit of the heading. */
  readonly power: number;
}

/**
 * The amount of a number; null where it has too many digits after the point. Spreadsheets show at most 15
 * digits: 1.8 + 3.9 is 5.7 to the person who looks at it, not 5.699999999999999.
 */
function amountOf(number: number): AmountTyped | null {
  const match = PLAIN_NUMBER.exec(String(Math.abs(Number(number.toPrecision(15)))));
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  return { negative: number < 0, unit: '', terms: [{ whole, fraction, power: 0 }] };
}

const PLAIN_NUMBER = /^(\d+)(?:\.(\d+))?$/;

function amountTyped(text: string): AmountTyped | null {
  const match = AMOUNT_TEXT.exec(OFFICIAL.exec(text)?.[1] ?? text);
  if (match === null) return null;
  const [, outer, open, inner, wonSign, behind, digits = '', wonInside, close, wonBehind] = match;
  if ((open === undefined) !== (close === undefined)) return null;
  if (wonInside !== undefined && wonBehind !== undefined) return null;
  const saysWon = (wonSign ?? wonInside ?? wonBehind) !== undefined;
  const terms = termsOf(digits, saysWon);
  if (terms === null) return null;
  const names = /[십백천만억조]+/.exec(digits)?.[0] ?? '';
  return {
    negative: (outer ?? open ?? inner ?? behind) !== undefined,
    unit: saysWon || names !== '' ? `${names}원` : '',
    terms,
  };
}

/**
 * Splits an amount into terms, each smaller than the one before: `1억2천만` is 1 × 10⁸ and 2 × 10⁷, `3천5백만` is 3
 * × 10⁷ and 5 × 10⁶. null where they are not in that order, or where the last of several has no unit: `1억
 * 5000` may mean 만 or 원.
 */
function termsOf(digits: string, saysWon: boolean): readonly Term[] | null {
  const read: {
    readonly whole: string;
    readonly fraction: string;
    readonly small: string;
    readonly large: string;
  }[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < digits.length) {
    const [, whole = '', fraction = '', small = '', large = ''] = TERM.exec(digits) ?? [];
    if (whole === '') return null;
    read.push({ whole: whole.replace(/,/g, ''), fraction, small, large });
  }
  const terms: Term[] = [];
  // From the right, because 만 applies to all terms before it: 3천5백만 is 3천만 and 5백만.
  let large = 0;
  for (const term of read.reverse()) {
    if (term.large !== '') large = LARGE_POWER[term.large] ?? 0;
    const power = (SMALL_POWER[term.small] ?? 0) + large;
    const next = terms[0];
    if (next !== undefined && power <= next.power) return null;
    terms.unshift({ whole: term.whole, fraction: term.fraction, power });
  }
  const [last] = read;
  const isWhole =
    saysWon || last?.large !== '' || (read.length === 1 && (last.small === '' || last.small === '천'));
  return last !== undefined && isWhole ? terms : null;
}

/**
 * Multiplies by a power of ten by moving the decimal point, which is exact: 5.7 × 10^6 is 5700000. null where
 * less than a won would remain.
 */
function wholeWon(whole: string, fraction: string, power: number): number | null {
  const kept = fraction.slice(0, power);
  const lost = fraction.slice(power);
  if (/[1-9]/.test(lost)) return null;
  return Number(whole + kept + '0'.repeat(power - kept.length));
}

function powerOf(unit: string): number {
  return POWER_OF_UNIT.get(unit) ?? 0;
}
