/**
 * Values within formulas: arithmetic, comparisons and the functions of numbers, by Google's reference
 * (https://support.google.com/docs/table/25273). Why no library: hyperformula 3.5.0 is GPL-3.0, and
 * fast-formula-parser 1.0.19 brings four packages, a parser generator among them, for these few functions.
 */
import {
  DAYS_BEFORE_UNIX_EPOCH,
  dayOf,
  type IsoDate,
  isoDateFromSerial,
  monthOf,
  yearOf,
} from '../../domain/date.ts';
import type { Comparison } from './comparisons.ts';
import type { CellContent, CellError } from './document.ts';

/** null is the value of a blank cell. */
export type Value = CellContent;

type Numbers = readonly (number | CellError)[];

export const DIVISION_ERROR: CellError = { error: '#DIV/0!' };
const VALUE_ERROR: CellError = { error: '#VALUE!' };
const NUMBER_ERROR: CellError = { error: '#NUM!' };

/** Thrown where a formula reads a cell whose own formula has no known result. */
export class UnknownResult extends Error {}

export function known(content: CellContent | undefined): Value {
  if (content === undefined) throw new UnknownResult();
  return content;
}

export function knownNumbers(numbers: Numbers | null): Numbers {
  if (numbers === null) throw new UnknownResult();
  return numbers;
}

export function isError(value: Value): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** A value in arithmetic: a blank cell is 0, the text `1,200` is 1200, another text is an error. */
export function numberOf(value: Value): number | CellError {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return value;
  return /^\s*[-+]?\d[\d,]*(\.\d+)?\s*$/.test(value) ? Number(value.replaceAll(',', '')) : VALUE_ERROR;
}

/** Combines two numbers. If one is an error, the result is that error; the first one wins. */
export function ofNumbers(
  left: Value,
  right: Value,
  combine: (left: number, right: number) => number | CellError,
): number | CellError {
  const [one, other] = [numberOf(left), numberOf(right)];
  if (typeof one !== 'number') return one;
  if (typeof other !== 'number') return other;
  return finite(combine(one, other));
}

function finite(value: number | CellError): number | CellError {
  return typeof value === 'number' && !Number.isFinite(value) ? NUMBER_ERROR : value;
}

/** Compares two values. Texts ignore case. A blank cell equals 0 and the empty text. */
export function compared(left: Value, right: Value, compare: Comparison): boolean | CellError {
  if (isError(left)) return left;
  if (isError(right)) return right;
  return compare(order(left ?? blankLike(right), right ?? blankLike(left)), 0);
}

type Filled = Exclude<Value, CellError | null>;

function blankLike(value: Filled | null): Filled {
  return typeof value === 'string' ? '' : typeof value === 'boolean' ? false : 0;
}

/** Numbers come before texts, and texts before truth values. */
const ORDER_OF_KINDS = ['number', 'string', 'boolean'];

function order(left: Filled, right: Filled): number {
  if (typeof left === 'string' && typeof right === 'string') {
    const [one, other] = [left.toLowerCase(), right.toLowerCase()];
    return one === other ? 0 : one < other ? -1 : 1;
  }
  const kinds = ORDER_OF_KINDS.indexOf(typeof left) - ORDER_OF_KINDS.indexOf(typeof right);
  return kinds === 0 ? Number(left) - Number(right) : kinds;
}

/** The functions of any number of numbers. COUNT leaves errors out, the others give the first one. */
export const OF_NUMBERS: Readonly<Record<string, (numbers: Numbers) => number | CellError>> = {
  SUM: sumOf,
  AVERAGE: (numbers) =>
    numbers.length === 0 ? DIVISION_ERROR : ofNumbers(sumOf(numbers), numbers.length, (a, b) => a / b),
  MIN: (numbers) => folded(numbers, Math.min),
  MAX: (numbers) => folded(numbers, Math.max),
  COUNT: (numbers) => numbers.filter((value) => typeof value === 'number').length,
};

export function sumOf(numbers: Numbers): number | CellError {
  return numbers.length === 0 ? 0 : folded(numbers, (one, other) => one + other);
}

function folded(numbers: Numbers, combine: (one: number, other: number) => number): number | CellError {
  const [first = 0, ...rest] = numbers;
  return rest.reduce((result, value) => ofNumbers(result, value, combine), first);
}

/**
 * DATE, as https://support.google.com/docs/answer/3092969 has it: months and days beyond their end run on, so
 * that the 31st of February is in March.
 */
export function serialOfParts(year: number, month: number, day: number): number | CellError {
  const serial = Date.UTC(year, Math.trunc(month) - 1, Math.trunc(day)) / 86_400_000 + DAYS_BEFORE_UNIX_EPOCH;
  return year >= 1900 && year <= 9999 ? serial : NUMBER_ERROR;
}

/** The functions of a date. */
export const PARTS_OF_DATES: Readonly<Record<string, (date: IsoDate) => number>> = {
  YEAR: yearOf,
  MONTH: monthOf,
  DAY: dayOf,
};

export function partOfDate(serial: number, part: (date: IsoDate) => number): number | CellError {
  const date = isoDateFromSerial(serial);
  return date === null ? NUMBER_ERROR : part(date);
}

/** Rounding of a positive number to a whole one. */
type Rounding = (value: number) => number;

export const ROUNDINGS: Readonly<Record<string, Rounding>> = {
  ROUND: Math.round,
  ROUNDUP: Math.ceil,
  ROUNDDOWN: Math.floor,
};

/** Halves go away from zero. The point is moved in the digits: 1.005 to two places is 1.01. */
export function rounded(value: number, places: number, round: Rounding): number {
  const count = Math.trunc(places);
  const moved = (number: number, by: number) => {
    const [digits = '', exponent = '0'] = String(number).split('e');
    return Number(`${digits}e${Number(exponent) + by}`);
  };
  return Math.sign(value) * moved(round(moved(Math.abs(value), count)), -count);
}
