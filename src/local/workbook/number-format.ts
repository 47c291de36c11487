/** What a number format says of its cell: https://developers.google.com/workspace/sheets/api/guides/formats */
import { isDateFormat } from 'numfmt';

/** Whether numbers under this pattern are dates, times or durations, so that a script reads them as a Date. */
export function showsDate(pattern: string): boolean {
  return isDateFormat(pattern);
}

/** Whether a cell of this pattern keeps what is written into it as text. */
export function isPlainText(pattern: string): boolean {
  return pattern === '@';
}
