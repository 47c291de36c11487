/**
 * What a rule of the platform is: something to do in a spreadsheet, and what is then seen. Rules run unchanged in the local host
 * and in a real sheet, so they use nothing but the language and Google's services.
 */

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;
export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a rule sees, in values that can be printed and compared; a date is a text. */
export type Seen = string | number | boolean | null | readonly Seen[] | { readonly [name: string]: Seen };

/** How sure a rule is of itself; where it turns out wrong at Google, the local host has to follow. */
export type Basis =
  /** Google's own pages say so. */
  | 'documented'
  /** Others have seen it: a test that is run against Google, or a thread with the message. */
  | 'reported'
  /** Nobody says so outright; it follows from the page named, or is what the local host has chosen. */
  | 'inferred';

export interface Source {
  readonly basis: Basis;
  readonly url: string;
}

export interface Rule {
  /** A sentence. */
  readonly name: string;
  readonly source: Source;
  readonly expected: Seen;
  /** Does something in sheets of its own, and gives what it saw. */
  readonly find: (scratch: Scratch) => Seen;
}

/** Where a rule may do what it likes. */
export interface Scratch {
  readonly book: Book;
  /** A block of empty cells that no other rule has. Whoever needs no more than cells takes these: sheets cost time at Google. */
  readonly cells: (rows: number, columns?: number) => Range;
  /** A new empty sheet, which goes when the rule has ended. @param position from 0; behind the shown sheet where none is given */
  readonly sheet: (position?: number) => Sheet;
}

const REFERENCE = 'https://developers.google.com/apps-script/reference';

/** A page of Google's reference: `spreadsheet/range#setvaluesvalues`. */
export function reference(page: string): Source {
  return { basis: 'documented', url: `${REFERENCE}/${page}` };
}

/** Any other page of Google's. */
export function documented(url: string): Source {
  return { basis: 'documented', url };
}

export function reported(url: string): Source {
  return { basis: 'reported', url };
}

/** @param page of Google's reference, or a whole address */
export function inferred(page: string): Source {
  return { basis: 'inferred', url: page.startsWith('https://') ? page : `${REFERENCE}/${page}` };
}

/** A public suite that its author runs against Google and against a stand-in of his own. */
export function liveTest(file: string): Source {
  return reported(`https://github.com/brucemcpherson/gas-fakes/blob/main/test/${file}.js`);
}

/** What a call gives that must fail. Google says why in the language of whoever runs it; the texts here are the English ones. */
export function refusal(call: () => unknown): Seen {
  try {
    call();
    return 'not refused';
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

export function refused(message: string): { readonly refused: string } {
  return { refused: message };
}

/** What each call of a table gives that must fail. */
export function refusals(calls: Readonly<Record<string, () => unknown>>): Seen {
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, refusal(call)]));
}

/** The messages of a table, as {@link refusals} gives them. */
export function allRefused(messages: Readonly<Record<string, string>>): Seen {
  return Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, refused(message)]));
}

/** A value of a cell, where a date is its wall clock in the zone of the script: `2024-03-05 00:00:00`. */
export function plain(value: unknown): Seen {
  if (value instanceof Date) {
    const two = (part: number) => String(part).padStart(2, '0');
    const day = [value.getFullYear(), two(value.getMonth() + 1), two(value.getDate())].join('-');
    return `${day} ${[value.getHours(), value.getMinutes(), value.getSeconds()].map(two).join(':')}`;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : String(value);
}

/** The first column of a block. */
export function firstColumn<Cell>(rows: readonly (readonly Cell[])[]): Cell[] {
  return rows.flatMap((cells) => cells.slice(0, 1));
}

/** A1 notation of each. */
export function places(ranges: readonly Range[]): string[] {
  return ranges.map((range) => range.getA1Notation());
}
