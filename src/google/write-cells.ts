/**
 * Writing into cells: the one place that hands values to the platform.
 *
 * A text is taken as if it were typed. In a cell of plain text that spares `1-6` and `54%`, but not what begins with a sign: `=`
 * makes a formula there too, and an apostrophe is taken away. So a text that begins with one gets an apostrophe before it, which the
 * sheet takes away again: `'인용'` is handed over as `''인용'`.
 */
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A formula of our own making. Never what somebody typed. */
export interface Formula {
  readonly formula: string;
}

/** What a cell gets. A string is text, whatever it looks like. */
export type Written = string | number | Formula;

/** First letters that mean something to the platform; Korean keyboards have some of them in full width too. */
const BEGINS_WITH_SIGN = /^['=+\-@＝＋－＠]/;

/** A cell holds 50,000 letters, of which an apostrophe may take one; more in one cell would refuse the whole block. */
const LONGEST_TEXT = 49_999;

/** Writes a block; formats are set before, since a text stays `1-6` only where it arrives in a cell of plain text. */
export function writeCells(range: Range, rows: readonly (readonly Written[])[]): void {
  range.setValues(rows.map((cells) => cells.map(handedOver)));
}

/** Writes the same into every cell of a range. */
export function writeCell(range: Range, value: Written): void {
  range.setValue(handedOver(value));
}

function handedOver(value: Written): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return value.formula;
  const text = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT - 1)}…` : value;
  return BEGINS_WITH_SIGN.test(text) ? `'${text}` : text;
}
