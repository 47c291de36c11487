/** Rules put to a spreadsheet, one after the other. */
import { type Difference, differencesOf } from './compare.ts';
import type { Book, Rule, Scratch, Seen, Sheet } from './rule.ts';

/** What came of a rule. */
export interface Outcome {
  readonly rule: Rule;
  /** Empty where the spreadsheet does what the rule says; null where there was no time left for it. */
  readonly differences: readonly Difference[] | null;
  readonly milliseconds: number;
}

/** Every tab that a rule makes is called so, and goes when the rule has ended. */
const OWN = 'host-check';
/** Google ends a run after 6 minutes. */
const LONGEST = 5 * 60_000;

/** The outcome of each rule, in the order in which they stand. What is seen hangs on the locale and the zone, so they are Korean meanwhile. */
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

/** @param number of the rule: no two have tabs of one name, not even where one is left over */
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

/** A tab that will not go is left to the next run: what was found so far is worth more. */
function discard(book: Book, sheet: Sheet): void {
  try {
    book.deleteSheet(sheet);
  } catch (error) {
    console.warn(`${sheet.getName()} is left: ${String(error)}`);
  }
}

/** Hands out blocks of one sheet, one below the other; it goes at the end. */
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

/** Tabs of a run that was broken off. */
function removeLeftovers(book: Book): void {
  for (const sheet of book.getSheets()) if (sheet.getName().startsWith(`${OWN} `)) book.deleteSheet(sheet);
}

/** What is seen hangs on the locale and the zone: they are Korean meanwhile. */
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
