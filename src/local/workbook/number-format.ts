/** The kinds of number format: https://developers.google.com/workspace/sheets/api/guides/formats */
import { isDateFormat } from 'numfmt';

/** True if the pattern shows a date, time or duration. Scripts read such numbers as a Date. */
export function showsDate(pattern: string): boolean {
  return isDateFormat(pattern);
}

/** True if the pattern is plain text: what is written into the cell stays text. */
export function isPlainText(pattern: string): boolean {
  return pattern === '@';
}
