/**
 * Provokes five errors to record Google's messages in the language of the account. The product must
 * understand them.
 */
import type { Book } from './rule.ts';

/** The message of each error. */
export function provokedLines(book: Book): string[] {
  const sheet = book.insertSheet('host-check provoked', 0);
  try {
    const cells = sheet.getRange(1, 1, 1, 3);
    cells.offset(0, 0, 1, 2).merge();
    const errors: readonly (readonly [string, () => unknown])[] = [
      ['a range that is not there', () => sheet.getRange(1, 1, 1, 30)],
      ['values of another size', () => cells.setValues([[1]])],
      ['a part of merged cells', () => cells.offset(0, 1, 1, 2).breakApart()],
      ['every row frozen', () => sheet.setFrozenRows(sheet.getMaxRows())],
      ['a scope that the manifest does not ask for', () => Session.getEffectiveUser().getEmail()],
    ];
    return [
      `language ${Session.getActiveUserLocale()}`,
      ...errors.map(([what, call]) => `${what}: ${saidBy(call)}`),
    ];
  } finally {
    book.deleteSheet(sheet);
  }
}

/** The error message of a call, or 'not refused' if it did not fail. */
export function saidBy(call: () => unknown): string {
  try {
    call();
    return 'not refused';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
