/** When something is planned, in the free words of a plan: `2024. 4월~7월, 9월~10월`, `2024년 연중`, `2024년 상반기`. */
import { type IsoDate, lastDayOfQuarter, lastDayOfYear, monthPeriod } from '../../domain/date.ts';
import { compactText } from '../text-key.ts';

/** The last day that a plan's time names, or null where it names no year. Without a month it lasts to the year's end. */
export function lastDayNamed(when: string): IsoDate | null {
  const text = compactText(when);
  const year = lastNumber(text, /(20\d{2})/g);
  if (year === null) return null;
  const month = lastNumber(text, /(\d{1,2})월/g);
  if (month !== null) return monthPeriod(year, month)?.last ?? lastDayOfYear(year);
  const quarter = lastNumber(text, /([1-4])(?:\/4)?분기/g);
  if (quarter === 1 || quarter === 2 || quarter === 3) return lastDayOfQuarter({ year, quarter });
  const firstHalfOnly = text.includes('상반기') && !text.includes('하반기');
  if (firstHalfOnly) return lastDayOfQuarter({ year, quarter: 2 });
  const day = /(\d{4})\.(\d{1,2})\.(?:\d{1,2}\.?)?$/.exec(text);
  return (day === null ? null : monthPeriod(year, Number(day[2]))?.last) ?? lastDayOfYear(year);
}

function lastNumber(text: string, pattern: RegExp): number | null {
  const numbers = [...text.matchAll(pattern)].map(([, digits]) => Number(digits));
  return numbers[numbers.length - 1] ?? null;
}
