/** Dates of past events, in every form in which staff type them. The tests hold one example a row. */
import {
  dayPeriod,
  daysBefore,
  daysBetween,
  firstDayOfYear,
  type IsoDate,
  isoDateFrom,
  isoDateFromSerial,
  isoDateOf,
  lastDayOfYear,
  monthPeriod,
  type Period,
  serialOf,
  weekdayOf,
  yearOf,
  yearPeriod,
} from '../../domain/date.ts';
import type { CellProblem } from '../../domain/findings/cell.ts';
import { isDateCell, type RawCell, shownText } from '../raw.ts';
import { compactReadText, readText } from '../text-key.ts';
import { accepted, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/** What is known about the tab and the pledge when a date is read. */
export interface DateContext {
  /** First and last year of the pledge; null where unknown. */
  readonly startYear: number | null;
  readonly endYear: number | null;
  /** First year of 연차목표. Where the settings have no 시작연도, an earlier date counts with a notice. */
  readonly planStart?: number | null;
  /** True where dates before and after the term count as well. */
  readonly anyYear?: boolean;
  /** The year named above the headings of the tab, which completes `3/5`; null where there is none. */
  readonly tabYear: number | null;
}

const WEEKDAYS = '일월화수목금토';
const WEEKDAY = '(?:\\(([일월화수목금토])(?:요일)?\\))?';
const APOSTROPHE = "['’‘`´]?";

const FULL_DATES: readonly RegExp[] = [
  new RegExp(`^${APOSTROPHE}(\\d{4}|\\d{2})\\.(\\d{1,2})\\.(\\d{1,2})\\.?${WEEKDAY}$`),
  new RegExp(`^${APOSTROPHE}(\\d{4}|\\d{2})-(\\d{1,2})-(\\d{1,2})${WEEKDAY}$`),
  new RegExp(`^${APOSTROPHE}(\\d{4}|\\d{2})/(\\d{1,2})/(\\d{1,2})${WEEKDAY}$`),
  new RegExp(`^${APOSTROPHE}(\\d{4}|\\d{2})[년.](\\d{1,2})월(\\d{1,2})일${WEEKDAY}$`),
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4}) (\d{1,2}) (\d{1,2})$/,
];
/** 3월, 3월 말, 3월 중 and the like: a month without the day. */
const IN_MONTH = '월(?:[초말중]|[초중하상]순)?';
const MONTHS: readonly RegExp[] = [
  new RegExp(`^${APOSTROPHE}(\\d{4}|\\d{2})[년.](\\d{1,2})${IN_MONTH}$`),
  /^(\d{4})[.](\d{1,2})\.?$/,
  /^(\d{4})[-/](\d{1,2})$/,
];
const YEAR = /^(\d{4})(?:년도?|\.)?$/;
const MONTH_AND_DAY = new RegExp(`^(\\d{1,2})(?:\\.|/|-|월)(\\d{1,2})[.일]?${WEEKDAY}$`);
const MONTH_WITHOUT_YEAR = new RegExp(`^(?:[1-9]|0[1-9]|1[0-2])${IN_MONTH}$`);
/** Words of a plan: spans longer than a month, and what has not happened yet. */
const PLAN_WORDS = /[~∼～〜]|상반기|하반기|연중|분기|수시|중순|초순|하순|예정/;
const CLOCK = '(?:오전|오후)?\\s*\\d{1,2}(?::\\d{2}(?::\\d{2}(?:\\.\\d+)?)?|시(?:\\s*\\d{1,2}분)?)';
/**
 * A time of day, which is ignored. It must be separate from the date: in `15 9:30` the 5 belongs to the day.
 */
const TIME_OF_DAY = new RegExp(`(?:T|([\\s.)일]))${CLOCK}(?:\\s*[-~∼〜]\\s*${CLOCK})?\\s*$`);
/** A serial number as text; {@link parseDateNumber} decides whether to believe it. */
const SERIAL = /^\d{5}$/;

/** A timestamp with its offset from UTC: 15:00Z is midnight of the next day in Korea. */
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))$/;
const MINUTES_OF_KOREA = 9 * 60;
const MINUTES_OF_DAY = 24 * 60;
/**
 * Separates the ends of a span of days: `2024. 10. 20. ~ 10. 22.` A hyphen does so only after a complete day.
 */
const SPAN = /[~∼～〜]|(?<=[.)일])[-–]/;
const DAY_ALONE = new RegExp(`^(\\d{1,2})[.일]?${WEEKDAY}$`);
/** A longer span is a plan, not an event. */
const LONGEST_SPAN_DAYS = 31;

const FIRST_PLAUSIBLE_YEAR = 1900;
export const LAST_PLAUSIBLE_YEAR = 2100;
/** Heads of local governments have been elected since this year, so no pledge is older. */
export const FIRST_PLEDGE_YEAR = 1995;

/** Reads when something happened, as precisely as the cell says it. */
export function parseEventDate(cell: RawCell, context: DateContext): Parsed<Period> {
  if (isDateCell(cell)) {
    const typedYear = yearTypedAsDay(cell.date);
    return typedYear === null
      ? withinTerm(dayPeriod(cell.date), cell, context)
      : flagged({ code: 'implausible-year', found: shownText(cell), from: FIRST_PLEDGE_YEAR, typedYear });
  }
  return typeof cell === 'number' ? parseDateNumber(cell, context) : parseDateText(shownText(cell), context);
}

/**
 * Reads a number in a date column: a year (2022), a month typed as `2024.3`, a day typed as 20240305 or
 * `3.5`, or the serial number of a day, which must be near the term. A number loses a zero at its end:
 * `2024.10` arrives as 2024.1, which may be January or October, and is flagged.
 */
function parseDateNumber(number: number, context: DateContext): Parsed<Period> {
  const found = String(number);
  if (isPlausibleYear(Math.floor(number))) {
    return found.endsWith('.1') ? flagged({ code: 'ambiguous-month', found }) : parseDateText(found, context);
  }
  if (/^\d{8}$/.test(found)) return parseDateText(found, context);
  const short = /^(\d{1,2})\.(\d{1,2})$/.exec(found);
  if (short !== null) return parseShortNumber(found, short[1] ?? '', short[2] ?? '', context);
  const date = dateOfSerial(number, context);
  return date === null
    ? flagged({ code: 'not-a-date', found })
    : withinTerm(dayPeriod(date), number, context, [{ code: 'serial-for-a-date', found, meant: date }]);
}

/**
 * Reads a month and day without a year, typed as a number. `12.20` arrives as 12.2, which could be the 2nd or
 * the 20th, and is flagged. 3.5 is the 5th, as no month has 50 days, and 2.3 is the 3rd.
 */
function parseShortNumber(found: string, month: string, day: string, context: DateContext): Parsed<Period> {
  const { tabYear } = context;
  if (tabYear === null) return flagged({ code: 'date-without-year', found });
  const asTyped = isoDateOf(tabYear, Number(month), Number(day));
  const withNought = isoDateOf(tabYear, Number(month), Number(`${day}0`));
  return asTyped !== null && withNought !== null
    ? flagged({ code: 'ambiguous-day', found, either: asTyped, or: withNought })
    : parseDateText(found, context);
}

/**
 * The year that somebody typed into a cell with a date format, which made a day of it: 2023 became 15 July
 * 1905. null where the date is no such day.
 */
function yearTypedAsDay(date: IsoDate): number | null {
  return date >= FIRST_YEAR_AS_DAY && date <= LAST_YEAR_AS_DAY ? serialOf(date) : null;
}

const [FIRST_YEAR_AS_DAY = '', LAST_YEAR_AS_DAY = ''] = [FIRST_PLEDGE_YEAR, LAST_PLAUSIBLE_YEAR].map(
  (year) => isoDateFromSerial(year) ?? '',
);

/** The day of a serial number; null where the term is unknown, or the day is more than a year outside it. */
export function dateOfSerial(
  cell: RawCell,
  { startYear, endYear }: Pick<DateContext, 'startYear' | 'endYear'>,
): IsoDate | null {
  const number =
    typeof cell === 'string' && SERIAL.test(compactReadText(cell)) ? Number(compactReadText(cell)) : cell;
  if (typeof number !== 'number' || startYear === null) return null;
  const date = isoDateFromSerial(number);
  if (date === null) return null;
  return yearOf(date) >= startYear - 1 && yearOf(date) <= (endYear ?? startYear) + 1 ? date : null;
}

/**
 * Reads when something was decided, which may lie outside the term. Only a serial number must be near the
 * term.
 */
export function parseDateOfAnyYear(
  cell: RawCell,
  { startYear, endYear, tabYear }: DateContext,
): Parsed<Period> {
  const serial = dateOfSerial(cell, { startYear, endYear });
  if (serial === null) return parseEventDate(cell, { startYear: null, endYear: null, tabYear });
  const found = shownText(cell).trim();
  return accepted(dayPeriod(serial), [{ code: 'serial-for-a-date', found, meant: serial }]);
}

function parseDateText(typed: string, context: DateContext): Parsed<Period> {
  const found = typed.trim();
  if (ERROR_VALUE.test(compactReadText(typed))) return flagged({ code: 'error-value', found });
  const text = compactReadText(readText(typed).replace(TIME_OF_DAY, '$1'));
  if (SERIAL.test(text)) return parseDateNumber(Number(text), context);

  const instant = INSTANT.exec(compactReadText(typed));
  if (instant !== null) {
    const date = dayInKorea(instant);
    return date === null
      ? flagged({ code: 'impossible-date', found })
      : withinTerm(dayPeriod(date), typed, context);
  }

  const full = firstMatch(FULL_DATES, text);
  if (full !== null) {
    const [, year = '', month = '', day = '', weekday] = full;
    const date = isoDateOf(fullYear(year), Number(month), Number(day));
    if (date === null) return flagged({ code: 'impossible-date', found });
    return withinTerm(dayPeriod(date), typed, context, [
      ...twoDigitYearNotice(year, date, found),
      ...weekdayNotice(weekday, date, found),
    ]);
  }

  const yearAndMonth = firstMatch(MONTHS, text);
  if (yearAndMonth !== null) {
    const [, year = '', month = ''] = yearAndMonth;
    const period = monthPeriod(fullYear(year), Number(month));
    if (period === null) return flagged({ code: 'impossible-date', found });
    return withinTerm(period, typed, context, [
      ...twoDigitYearNotice(year, period.first, found),
      { code: 'month-precision', found, last: period.last },
    ]);
  }

  const yearAlone = Number(YEAR.exec(text)?.[1]);
  const wholeYear = isPlausibleYear(yearAlone) ? yearPeriod(yearAlone) : null;
  if (wholeYear !== null) {
    return withinTerm(wholeYear, typed, context, [{ code: 'year-precision', found, last: wholeYear.last }]);
  }

  const dayAlone = MONTH_AND_DAY.exec(text);
  if (dayAlone !== null) {
    if (context.tabYear === null) return flagged({ code: 'date-without-year', found });
    const date = isoDateOf(context.tabYear, Number(dayAlone[1]), Number(dayAlone[2]));
    if (date === null) return flagged({ code: 'impossible-date', found });
    return withinTerm(dayPeriod(date), typed, context, [
      { code: 'year-of-the-tab', found, meant: date },
      ...weekdayNotice(dayAlone[3], date, found),
    ]);
  }

  if (MONTH_WITHOUT_YEAR.test(text)) return flagged({ code: 'date-without-year', found });

  return (
    parseSpan(text, found, typed, context) ??
    flagged(PLAN_WORDS.test(text) ? { code: 'date-of-a-plan', found } : { code: 'not-a-date', found })
  );
}

/** The day of a timestamp in Korean time. */
function dayInKorea([, day = '', hour, minute, sign, hours, minutes]: RegExpExecArray): IsoDate | null {
  const date = isoDateFrom(day);
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  const wall = Number(hour) * 60 + Number(minute) - offset + MINUTES_OF_KOREA;
  return date === null ? null : daysBefore(date, -Math.floor(wall / MINUTES_OF_DAY));
}

/** Reads a span of days as one event, dated by its last day; null if the text is no such span. */
function parseSpan(text: string, found: string, typed: string, context: DateContext): Parsed<Period> | null {
  const [from = '', to = '', ...more] = text.split(SPAN);
  if (more.length > 0) return null;
  const start = dayNamed(from, null, null, context.tabYear);
  if (start === null) return null;
  const end = dayNamed(to, start.year, start.month, null);
  if (end === null) return null;
  if (start.year === null || end.year === null) return flagged({ code: 'date-without-year', found });
  const first = isoDateOf(start.year, start.month, start.day);
  const last = isoDateOf(end.year, end.month, end.day);
  if (first === null || last === null || last < first) return flagged({ code: 'impossible-date', found });
  if (daysBetween(first, last) >= LONGEST_SPAN_DAYS) return null;
  return withinTerm(dayPeriod(last), typed, context, [{ code: 'several-days', found, meant: last }]);
}

interface NamedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads a day; the day before it supplies what it leaves out: `22.` after `2024. 10. 20.` is 22 October 2024.
 */
function dayNamed(
  text: string,
  yearBefore: number | null,
  monthBefore: number | null,
  yearOfTab: number | null,
): NamedDay | null {
  const full = firstMatch(FULL_DATES, text);
  if (full !== null) return { year: fullYear(full[1] ?? ''), month: Number(full[2]), day: Number(full[3]) };
  const year = yearBefore ?? yearOfTab;
  const inMonth = MONTH_AND_DAY.exec(text);
  if (inMonth !== null) return { year, month: Number(inMonth[1]), day: Number(inMonth[2]) };
  const alone = DAY_ALONE.exec(text);
  return alone === null || monthBefore === null ? null : { year, month: monthBefore, day: Number(alone[1]) };
}

/**
 * Flags a date before the term, which cannot belong to the pledge. A date after the term counts with a
 * notice, since its year may be mistyped.
 */
function withinTerm(
  period: Period,
  cell: RawCell,
  { startYear, endYear, planStart = null, anyYear = false }: DateContext,
  notices: readonly CellProblem[] = [],
): Parsed<Period> {
  const found = () => shownText(cell).trim();
  const year = yearOf(period.last);
  const end = endYear === null ? null : lastDayOfYear(endYear);
  if (startYear !== null && year < startYear && !anyYear) {
    return flagged({ code: 'date-before-term', found: found(), from: firstDayOfYear(startYear), to: end });
  }
  if (year < FIRST_PLEDGE_YEAR) {
    return flagged({ code: 'implausible-year', found: found(), from: FIRST_PLEDGE_YEAR });
  }
  if (end !== null && period.first > end && !anyYear) {
    return accepted(period, [...notices, { code: 'date-after-term', found: found(), to: end }]);
  }
  return startYear === null && planStart !== null && year < planStart
    ? accepted(period, [...notices, { code: 'date-before-plan', found: found(), from: planStart }])
    : accepted(period, notices);
}

function twoDigitYearNotice(year: string, meant: IsoDate, found: string): readonly CellProblem[] {
  return year.length === 2 ? [{ code: 'two-digit-year', found, meant }] : [];
}

function weekdayNotice(weekday: string | undefined, meant: IsoDate, found: string): readonly CellProblem[] {
  return weekday === undefined || WEEKDAYS.indexOf(weekday) === weekdayOf(meant)
    ? []
    : [{ code: 'weekday-mismatch', found, meant }];
}

/** `24` is 2024: two digits always mean a year of this century. */
function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function isPlausibleYear(number: number): boolean {
  return Number.isInteger(number) && number >= FIRST_PLAUSIBLE_YEAR && number <= LAST_PLAUSIBLE_YEAR;
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}
