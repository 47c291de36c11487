/** Amounts of money, converted exactly to whole won. */
import type { CellProblem } from '../../domain/findings/cell.ts';
import { isDateCell, type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/** The units that headings and titles name, each with its power of ten in won. */
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

/** Whole won up to here are exact in a rate's long division; a district's pledge is far below. */
const LARGEST_WON = 900_000_000_000_000;

/** 금 (or 일금) before an amount and 정 behind it close it off on official papers, and say nothing. */
const OFFICIAL = /^(?:일?금)?(.*?[\d)원])정?$/;
/** A sign, brackets, a sign within them, a won sign (a backslash where a font draws it so), digits and units, 원. */
const AMOUNT_TEXT = /^([-−–△▲])?(\()?([-−–△▲])?([₩￦\\])?([-−–△▲])?(\d[\d,.십백천만억조]*)(원)?(\))?(원)?$/;
/** A number with the unit that it counts: `2천만` of `1억2천만`. */
const TERM = /(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?![\d,.])([십백천]?)([만억조]?)/y;
const SMALL_POWER: Readonly<Record<string, number>> = { '': 0, 십: 1, 백: 2, 천: 3 };
const LARGE_POWER: Readonly<Record<string, number>> = { '': 0, 만: 4, 억: 8, 조: 12 };

export function isMoneyUnit(text: string): boolean {
  return POWER_OF_UNIT.has(text);
}

/** A blank, and in a table a dash as well, says that there is nothing. */
export function saysNothing(cell: RawCell): boolean {
  if (typeof cell !== 'string') return false;
  const text = compactReadText(cell);
  return text === '' || DASH.test(text) || text === '없음';
}

/** The unit's full name, so that two spellings are one unit: 천원 of 천. */
export function fullUnit(unit: string): string {
  return unit === '' || unit.endsWith('원') ? unit : `${unit}원`;
}

/** The unit in which a cell writes its amount; null where the number stands alone or is none. */
export function moneyUnitIn(cell: RawCell): string | null {
  const typed = typeof cell === 'string' ? amountTyped(compactReadText(cell)) : null;
  return typed === null || typed.unit === '' ? null : typed.unit;
}

/**
 * Reads an amount as whole won: `3` under a heading in 백만원 is 3,000,000 and `1.2억` is 120,000,000. A unit of the cell's own goes before
 * that of the heading, since it leaves no doubt.
 *
 * @param headingUnit the unit that the heading names, or null.
 * @param defaultUnit the unit where neither says one.
 */
export function parseMoney(cell: RawCell, headingUnit: string | null, defaultUnit: string): Parsed<number> {
  const found = shownText(cell).trim();
  if (typeof cell === 'boolean' || isDateCell(cell)) return flagged({ code: 'not-an-amount', found });
  // Spreadsheets keep 15 digits: 1.8 + 3.9 is 5.7 to the person who looks at it, and not 5.699999999999999.
  const text = typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : compactReadText(cell);
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  if (DASH.test(text) || text === '없음') return flagged({ code: 'dash-for-an-amount', found });
  if (typeof cell === 'number' && Math.abs(cell) > LARGEST_WON) return flagged({ code: 'too-large', found });

  const typed = amountTyped(text);
  if (typed === null) return flagged({ code: 'not-an-amount', found });
  const power = typed.unit === '' ? powerOf(headingUnit ?? defaultUnit) : 0;
  let won = 0;
  for (const { whole, fraction, power: own } of typed.terms) {
    const part = wholeWon(whole, fraction, power + own);
    if (part === null) return flagged({ code: 'not-whole-won', found });
    won += part;
  }
  if (won > LARGEST_WON) return flagged({ code: 'too-large', found });
  const negative = typed.negative && won !== 0;
  const notices: readonly CellProblem[] = negative ? [{ code: 'negative-amount', found, meant: -won }] : [];
  return accepted(negative ? -won : won, ...notices);
}

interface AmountTyped {
  readonly negative: boolean;
  /** The unit that the text names itself; of `1억 2천만원` the first. Empty where it is a number alone. */
  readonly unit: string;
  readonly terms: readonly Term[];
}

interface Term {
  readonly whole: string;
  readonly fraction: string;
  /** Of ten, in won or, where the text names no unit, in whatever the heading says. */
  readonly power: number;
}

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
 * The terms of an amount, each smaller than the one before: `1억2천만` is 1 × 10⁸ and 2 × 10⁷, `3천5백만` 3 × 10⁷ and 5 × 10⁶. null where they
 * are not in that order, or where the last of several has no unit: in `1억 5000` it may be 만 or 원.
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
  // From the right, since 만 stands for all that is counted before it: both terms of 3천5백만.
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

/** Moves the decimal point by whole powers of ten, so no digit is ever computed: 5.7 × 10^6 is 5700000. */
function wholeWon(whole: string, fraction: string, power: number): number | null {
  const kept = fraction.slice(0, power);
  const lost = fraction.slice(power);
  if (/[1-9]/.test(lost)) return null;
  return Number(whole + kept + '0'.repeat(power - kept.length));
}

function powerOf(unit: string): number {
  return POWER_OF_UNIT.get(unit) ?? 0;
}
