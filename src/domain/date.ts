/**
 * Calendar dates. A date is never an instant: it has no time of day and no time zone, so
 * it cannot be off by a day.
 */

declare const isoDateBrand: unique symbol;

/** A day that exists, written `2024-03-05`. Comparing two of them as text compares the days. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

/** How precisely a day is known: staff write a day, a month or just a year. */
export type DatePrecision = 'day' | 'month' | 'year';

/** The days on which something dated with limited precision may have happened, both ends included. */
export interface Period {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly precision: DatePrecision;
}

export const QUARTERS = [1, 2, 3, 4] as const;
export type Quarter = (typeof QUARTERS)[number];

/** A quarter of a year, for example the first of 2024. */
export interface YearQuarter {
  readonly year: number;
  readonly quarter: Quarter;
}

/** The spreadsheet serial number of 1 January 1970. */
export const DAYS_BEFORE_UNIX_EPOCH = 25_569;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The date of a year, month (1–12) and day, or null where the calendar has no such day (2024-02-30). */
export function isoDateOf(year: number, month: number, day: number): IsoDate | null {
  if (
    !(
      year >= 1000 &&
      year <= 9999 &&
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= daysInMonth(year, month)
    )
  ) {
    return null;
  }
  return formatIsoDate(year, month, day);
}

/** Reads exactly `yyyy-mm-dd`; null for anything else and for days that do not exist. */
export function isoDateFrom(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : isoDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * The date of a spreadsheet serial number: days since 1899-12-30, without the time of
 * day. 45356 is 2024-03-05.
 */
export function isoDateFromSerial(serial: number): IsoDate | null {
  const instant = new Date((Math.floor(serial) - DAYS_BEFORE_UNIX_EPOCH) * MILLISECONDS_PER_DAY);
  return isoDateOf(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

/** Days since 1899-12-30: what a spreadsheet stores for this date. */
export function serialOf(date: IsoDate): number {
  return (
    Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / MILLISECONDS_PER_DAY + DAYS_BEFORE_UNIX_EPOCH
  );
}

export function yearOf(date: IsoDate): number {
  return numberIn(date, 0, 4);
}

/** 1–12. */
export function monthOf(date: IsoDate): number {
  return numberIn(date, 5, 7);
}

export function dayOf(date: IsoDate): number {
  return numberIn(date, 8, 10);
}

export function quarterOf(date: IsoDate): YearQuarter {
  return { year: yearOf(date), quarter: QUARTER_OF_MONTH[monthOf(date) - 1] ?? 4 };
}

/** Numbers quarters consecutively: the first quarter of a year follows the fourth of the year before. */
export function quarterNumber({ year, quarter }: YearQuarter): number {
  return year * 4 + quarter;
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date))).getUTCDay();
}

/** Whole days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return serialOf(to) - serialOf(from);
}

/** The date `days` days before another; null outside the years 1000–9999. */
export function daysBefore(date: IsoDate, days: number): IsoDate | null {
  return isoDateFromSerial(serialOf(date) - days);
}

export function dayPeriod(date: IsoDate): Period {
  return { first: date, last: date, precision: 'day' };
}

/** All days of a month (1–12), or null where there is no such month. */
export function monthPeriod(year: number, month: number): Period | null {
  const first = isoDateOf(year, month, 1);
  return first === null
    ? null
    : { first, last: formatIsoDate(year, month, daysInMonth(year, month)), precision: 'month' };
}

/** All days of a year, or null outside 1000–9999. */
export function yearPeriod(year: number): Period | null {
  const first = isoDateOf(year, 1, 1);
  return first === null ? null : { first, last: formatIsoDate(year, 12, 31), precision: 'year' };
}

export function firstDayOfYear(year: number): IsoDate {
  return formatIsoDate(year, 1, 1);
}

export function lastDayOfYear(year: number): IsoDate {
  return formatIsoDate(year, 12, 31);
}

export function firstDayOfQuarter({ year, quarter }: YearQuarter): IsoDate {
  return formatIsoDate(year, quarter * 3 - 2, 1);
}

export function lastDayOfQuarter({ year, quarter }: YearQuarter): IsoDate {
  return formatIsoDate(year, quarter * 3, daysInMonth(year, quarter * 3));
}

/** The month of a date, written `2024-03`. */
export function monthTextOf(date: IsoDate): string {
  return date.slice(0, 7);
}

/** The last day of a month written `2024-03`; null where the text is not a month. */
export function lastDayOfMonth(month: string): IsoDate | null {
  const period = periodFrom(month);
  return period?.precision === 'month' ? period.last : null;
}

/** A period as text in its own precision: `2024-03-05`, `2024-03` or `2024`. */
export function periodText({ first, precision }: Period): string {
  return first.slice(0, LENGTH_OF_PRECISION[precision]);
}

/** Reads exactly what {@link periodText} writes; null for anything else. */
export function periodFrom(text: string): Period | null {
  const day = isoDateFrom(text);
  if (day !== null) return dayPeriod(day);
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  if (match === null) return null;
  return match[2] === undefined
    ? yearPeriod(Number(match[1]))
    : monthPeriod(Number(match[1]), Number(match[2]));
}

export function isSamePeriod(a: Period | null, b: Period | null): boolean {
  return a === null || b === null ? a === b : a.first === b.first && a.last === b.last;
}

/** The last day of the month before the one that holds `date`. */
export function lastDayOfPreviousMonth(date: IsoDate): IsoDate {
  const year = monthOf(date) === 1 ? yearOf(date) - 1 : yearOf(date);
  const month = monthOf(date) === 1 ? 12 : monthOf(date) - 1;
  return formatIsoDate(year, month, daysInMonth(year, month));
}

/** The first day of the month after the one that holds `date`. */
export function firstDayOfNextMonth(date: IsoDate): IsoDate {
  const month = monthOf(date);
  return month === 12 ? formatIsoDate(yearOf(date) + 1, 1, 1) : formatIsoDate(yearOf(date), month + 1, 1);
}

/** The first day of the month before the one that holds `date`. */
export function firstDayOfPreviousMonth(date: IsoDate): IsoDate {
  const last = lastDayOfPreviousMonth(date);
  return formatIsoDate(yearOf(last), monthOf(last), 1);
}

const ZERO = 0x30;
const LENGTH_OF_PRECISION: Readonly<Record<DatePrecision, number>> = { day: 10, month: 7, year: 4 };
const QUARTER_OF_MONTH: readonly Quarter[] = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4];

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The number at positions `from` to `to` of a date. Called several times for every row,
 * so it does not slice text.
 */
function numberIn(date: IsoDate, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) number = number * 10 + date.charCodeAt(index) - ZERO;
  return number;
}

function formatIsoDate(year: number, month: number, day: number): IsoDate {
  const padded = `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  // The only place where text becomes an IsoDate. Every caller has checked the day, or
  // computed one that exists.
  return padded as IsoDate;
}
