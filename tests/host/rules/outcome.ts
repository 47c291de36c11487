/** The whole outcome of the check as one cell to copy, whatever parts of it have been run. */
import { writeCells } from '../../../src/google/write-cells.ts';
import type { Book } from './rule.ts';

export const OUTCOME_TAB = 'Outcome';
/** A cell holds no more. */
const LONGEST = 49_000;

/** Keeps what came of a part, in place of what came of it before. Cell A1 holds all parts. */
export function record(book: Book, part: string, lines: readonly string[]): void {
  const parts = partsIn(book);
  parts.set(part, lines.join('\n').slice(0, LONGEST));
  // A position is named because a trigger has no sheet that is shown.
  const sheet = book.getSheetByName(OUTCOME_TAB) ?? book.insertSheet(OUTCOME_TAB, 0);
  const whole = [...parts].map(([name, text]) => `${name}\n${text}`).join('\n\n');
  const rows = [[whole.slice(0, LONGEST), ''], ...parts];
  writeCells(sheet.getRange(1, 1, rows.length, 2).setNumberFormat('@'), rows);
}

/** What was recorded of a part; empty where nothing was. */
export function recorded(book: Book, part: string): string {
  return partsIn(book).get(part) ?? '';
}

function partsIn(book: Book): Map<string, string> {
  const rows = book.getSheetByName(OUTCOME_TAB)?.getDataRange().getValues() ?? [];
  return new Map(rows.slice(1).map(([part, text]) => [String(part), String(text ?? '')]));
}
