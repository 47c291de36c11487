/**
 * Writes into cells: the one place that hands values to the platform.
 *
 * The platform takes a text as if it were typed. In a cell of plain text `1-6` and `54%` stay as they are,
 * but a text that starts with a sign does not: `=` still makes a formula, and an apostrophe is removed. So
 * such a text gets an apostrophe in front, which the sheet removes again: `'인용'` is written as `''인용'`.
 */
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A formula that we made, never what somebody typed. */
export interface Formula {
  readonly formula: string;
}

/** What is written into a cell. A string is text, whatever it looks like. */
export type Written = string | number | Formula;

/**
 * First characters that mean something to the platform. Korean keyboards have some of them in full width too.
 */
const BEGINS_WITH_SIGN = /^['=+\-@＝＋－＠]/;

/**
 * A cell holds 50,000 characters, of which the apostrophe may take one. With more in one cell the platform
 * would refuse the whole block.
 */
const LONGEST_TEXT = 49_999;

/** Writes a block. Formats must be set before: `1-6` stays text only in a cell that is already plain text. */
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
