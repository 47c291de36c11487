/** Collects the whole outcome of the check in one cell to copy, whichever parts have been run. */
import { writeCells } from '../../../src/google/write-cells.ts';
import type { Book } from './rule.ts';

export const OUTCOME_TAB = 'Outcome';
/** Characters to write at most. A cell holds 50,000. */
const LONGEST = 49_000;

/** Stores the lines of a part, replacing earlier ones. Cell A1 then holds all parts. */
export function record(book: Book, part: string, lines: readonly string[]): void {
  const parts = partsIn(book);
  parts.set(part, lines.join('\n').slice(0, LONGEST));
  // Gives a position, because a trigger has no active sheet.
  const sheet = book.getSheetByName(OUTCOME_TAB) ?? book.insertSheet(OUTCOME_TAB, 0);
  const whole = [...parts].map(([name, text]) => `${name}\n${text}`).join('\n\n');
  const rows = [[whole.slice(0, LONGEST), ''], ...parts];
  writeCells(sheet.getRange(1, 1, rows.length, 2).setNumberFormat('@'), rows);
}

/** The recorded text of a part; empty if there is none. */
export function recorded(book: Book, part: string): string {
  return partsIn(book).get(part) ?? '';
}

function partsIn(book: Book): Map<string, string> {
  const rows = book.getSheetByName(OUTCOME_TAB)?.getDataRange().getValues() ?? [];
  return new Map(rows.slice(1).map(([part, text]) => [String(part), String(text ?? '')]));
}
