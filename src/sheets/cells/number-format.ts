/** What the number format of a cell makes of its number: a percentage, or a day with or without its year. */
import { keptByText } from '../kept.ts';

/** Literal text in a format is shown as it is: `0"%"` does not multiply by 100, and `m"월"` is a month. */
const TEXT_IN_FORMAT = /"[^"]*"|\\./g;

export function isPercentFormat(format: string | undefined): boolean {
  return format?.includes('%') === true && format.replace(TEXT_IN_FORMAT, '').includes('%');
}

/** Which parts of a date a format shows. `none`: it is the format of no date. */
export const yearIn = keptByText((format): 'shown' | 'hidden' | 'none' => {
  const letters = format.replace(TEXT_IN_FORMAT, '');
  if (/y/i.test(letters)) return 'shown';
  return /[md]/i.test(letters) ? 'hidden' : 'none';
});

/** A number as a percent format shows it. Rounds to 15 digits: 0.57 × 100 is 57 and not 56.99999999999999. */
export function shownAsPercent(share: number): string {
  return `${Number((share * 100).toPrecision(15))}%`;
}
