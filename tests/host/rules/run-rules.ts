/** Runs rules in a spreadsheet, one after the other. */
import { type Difference, differencesOf } from './compare.ts';
import type { Book, Rule, Scratch, Seen, Sheet } from './rule.ts';

/** The outcome of a rule. */
export interface Outcome {
  readonly rule: Rule;
  /** Empty if the spreadsheet follows the rule; null if there was no time left to run it. */
  readonly differences: readonly Difference[] | null;
  readonly milliseconds: number;
}

/** Prefix of the name of each tab that a rule makes. These tabs are deleted when the rule ends. */
const OWN = 'host-check';
/** Milliseconds until no further rule is started. Google ends a run after 6 minutes. */
const LONGEST = 5 * 60_000;

/** Runs the rules in order, with Korean locale and time zone. */
export function outcomesOf(rules: readonly Rule[], book: Book): Outcome[] {
  const language = Session.getActiveUserLocale();
  const start = Date.now();
  removeLeftovers(book);
  return inKorea(book, () =>
    withCells(book, (cells) =>
      rules.map((rule, number) => {
        const begun = Date.now();
        if (begun - start > LONGEST) return { rule, differences: null, milliseconds: 0 };
        const differences = differencesOf(rule, foundBy(rule, number + 1, book, cells), language);
        return { rule, differences, milliseconds: Date.now() - begun };
      }),
    ),
  );
}

/** @param number unique number of the rule, so that tab names never collide, not even with a leftover */
function foundBy(rule: Rule, number: number, book: Book, cells: Scratch['cells']): Seen {
  const made: Sheet[] = [];
  const scratch: Scratch = {
    book,
    cells,
    sheet: (position) => {
      const name = `${OWN} ${number}-${made.length + 1}`;
      const sheet = position === undefined ? book.insertSheet(name) : book.insertSheet(name, position);
      made.push(sheet);
      return sheet;
    },
  };
  try {
    return rule.find(scratch);
  } catch (error) {
    return `it failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  } finally {
    for (const sheet of made) discard(book, sheet);
  }
}

/** Deletes a tab. If that fails, the next run deletes it, so that the findings so far are not lost. */
function discard(book: Book, sheet: Sheet): void {
  try {
    book.deleteSheet(sheet);
  } catch (error) {
    console.warn(`${sheet.getName()} is left: ${String(error)}`);
  }
}

/**
 * Runs `act` with a function that hands out blocks of one sheet, from top to bottom. Deletes the sheet at the
 * end.
 */
function withCells<Result>(book: Book, act: (cells: Scratch['cells']) => Result): Result {
  const sheet = book.insertSheet(`${OWN} cells`);
  let used = 0;
  try {
    return act((rows, columns = 1) => {
      const range = sheet.getRange(used + 1, 1, rows, columns);
      used += rows;
      return range;
    });
  } finally {
    discard(book, sheet);
  }
}

/** Deletes tabs of a run that was broken off. */
function removeLeftovers(book: Book): void {
  for (const sheet of book.getSheets()) if (sheet.getName().startsWith(`${OWN} `)) book.deleteSheet(sheet);
}

/** Runs `act` with Korean locale and time zone, since values depend on them. Restores both afterwards. */
export function inKorea<Result>(book: Book, act: () => Result): Result {
  const [locale, zone] = [book.getSpreadsheetLocale(), book.getSpreadsheetTimeZone()];
  book.setSpreadsheetLocale('ko_KR');
  book.setSpreadsheetTimeZone('Asia/Seoul');
  try {
    return act();
  } finally {
    book.setSpreadsheetLocale(locale);
    book.setSpreadsheetTimeZone(zone);
  }
}
