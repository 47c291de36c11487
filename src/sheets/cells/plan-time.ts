/** The time of a plan in free words: `2024. 4월~7월, 9월~10월`, `2024년 연중`, `2024. 1. 5. ~ 2. 5.` */
import { type IsoDate, isoDateOf, lastDayOfYear, monthPeriod } from '../../domain/date.ts';
import { compactReadText, readText } from '../text-key.ts';

/**
 * The time named by one part of the text. The next part takes from it the year or month that it leaves out.
 */
interface NamedTime {
  readonly year: number;
  readonly month: number | null;
  readonly toTheDay: boolean;
  readonly last: IsoDate;
}

const SEPARATOR = /([~∼〜,]|부터|및|(?<=[월일년.])-)/;
const COUNTERS = '명|여|회|건|개|원|만|천|곳|부|세대|가구';
/** A year at the start of a part: `2024.`, `2024년` or `2024-`. The 2000 of `2000명` is none. */
const YEAR = new RegExp(`^(20\\d{2})(?:년도?|[./-]|(?!\\d|${COUNTERS}))`);
/** A year of two digits needs an apostrophe, 년, or a certain month behind it: `24. 1월`, `24. 3. 5.` */
const SHORT_YEAR = /^(?:['’‘`´](\d{2})(?:년도?|[./-])|(\d{2})(?:년도?|\.(?=\d{1,2}(?:월|\.\d))))/;
const EIGHT_DIGITS = /^(20\d{2})(\d{2})(\d{2})$/;
const MONTH_AND_DAY = /^(\d{1,2})[./월-](\d{1,2})(?:일|\.?(?![\d가-힣]))/;
const MONTH_ALONE = /^(\d{1,2})\.?(?![\d가-힣/])/g;
const DAY_ALONE = /^(\d{1,2})(?:일|\.?(?![\d가-힣]))/;

/**
 * The last day of the time that a plan names, or null where it names no year. Without a month that is the
 * year's last day. In `2024. 5월 중 2000명` the 2000 are people, since a year starts a part of the text.
 */
export function lastDayNamed(when: string): IsoDate | null {
  const text = compactReadText(readText(when).replace(/(\d)\s+(?=\d)/g, '$1.'));
  let before: NamedTime | null = null;
  let last: IsoDate | null = null;
  let separator = '';
  for (const part of text.split(SEPARATOR)) {
    if (SEPARATOR.test(part)) {
      separator = part;
      continue;
    }
    const time = timeNamed(part.replace(EIGHT_DIGITS, '$1.$2.$3'), before, separator !== ',');
    if (time === null) continue;
    before = time;
    if (last === null || time.last > last) last = time.last;
  }
  return last;
}

/** @param follows whether the part may end a span: in `11월 ~ 2월` February is of the next year. */
function timeNamed(part: string, before: NamedTime | null, follows: boolean): NamedTime | null {
  const leading = YEAR.exec(part) ?? SHORT_YEAR.exec(part);
  const ownYear = leading === null ? null : fullYear(leading[1] ?? leading[2] ?? '');
  const year = ownYear ?? before?.year ?? null;
  if (year === null) return null;
  const rest = part.slice(leading?.[0].length ?? 0);
  const inMonth = (month: number, day: number | null): NamedTime => {
    const isOfNextYear = ownYear === null && follows && month < (before?.month ?? 0);
    return timeInMonth(isOfNextYear ? year + 1 : year, month, day);
  };

  const monthAndDay = MONTH_AND_DAY.exec(rest);
  if (monthAndDay !== null) return inMonth(Number(monthAndDay[1]), Number(monthAndDay[2]));
  const dayAlone = DAY_ALONE.exec(rest);
  if (dayAlone !== null && ownYear === null && before?.month != null && before.toTheDay) {
    return timeInMonth(year, before.month, Number(dayAlone[1]));
  }
  const month = lastNumber(rest, /(\d{1,2})월/g) ?? lastNumber(rest, MONTH_ALONE);
  if (month !== null) return inMonth(month, null);

  const isFirstHalf = rest.includes('상반기') && !rest.includes('하반기');
  const quarter = lastNumber(rest, /([1-4])(?:\/4)?분기/g) ?? (isFirstHalf ? 2 : null);
  if (quarter !== null) return { ...timeInMonth(year, quarter * 3, null), month: null };
  return ownYear !== null || /하반기|연중/.test(rest)
    ? { year, month: null, toTheDay: false, last: lastDayOfYear(year) }
    : null;
}

/** A day that does not exist means its whole month, and a month that does not exist its whole year. */
function timeInMonth(year: number, month: number, day: number | null): NamedTime {
  const monthEnd = monthPeriod(year, month)?.last ?? null;
  const exactly = day === null ? null : isoDateOf(year, month, day);
  return {
    year,
    month: monthEnd === null ? null : month,
    toTheDay: exactly !== null,
    last: exactly ?? monthEnd ?? lastDayOfYear(year),
  };
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function lastNumber(text: string, pattern: RegExp): number | null {
  const numbers = [...text.matchAll(pattern)].map(([, digits]) => Number(digits));
  return numbers[numbers.length - 1] ?? null;
}
