/**
 * A rule of the platform: an action in a spreadsheet and what is seen afterwards. Rules run unchanged in the
 * local host and in a real sheet, so they use only the language and Google's services.
 */

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;
export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a rule sees, in values that can be printed and compared. Dates are texts. */
export type Seen = string | number | boolean | null | readonly Seen[] | { readonly [name: string]: Seen };

/** How reliable a rule is. If it turns out wrong at Google, the local host must follow Google. */
export type Basis =
  /** Google's own pages say so. */
  | 'documented'
  /** Others have seen it: a test run against Google, or a thread that quotes the message. */
  | 'reported'
  /** Nobody says so outright. It follows from the named page, or is a choice of the local host. */
  | 'inferred';

export interface Source {
  readonly basis: Basis;
  readonly url: string;
}

export interface Rule {
  /** A sentence that states the rule. */
  readonly name: string;
  readonly source: Source;
  readonly expected: Seen;
  /** Acts in sheets of its own and returns what it saw. */
  readonly find: (scratch: Scratch) => Seen;
}

/** Where a rule may do anything. */
export interface Scratch {
  readonly book: Book;
  /** Returns a block of empty cells for this rule alone. Prefer it to `sheet`: sheets take time at Google. */
  readonly cells: (rows: number, columns?: number) => Range;
  /**
   * Makes a new empty sheet, which is deleted when the rule ends.
   * @param position counted from 0; by default behind the active sheet
   */
  readonly sheet: (position?: number) => Sheet;
}

const REFERENCE = 'https://developers.google.com/apps-script/reference';

/** A page of Google's reference, such as `spreadsheet/range#setvaluesvalues`. */
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

/** @param page a page of Google's reference, or a full address */
export function inferred(page: string): Source {
  return { basis: 'inferred', url: page.startsWith('https://') ? page : `${REFERENCE}/${page}` };
}

/** A public test suite whose author runs it against Google and against his own stand-in. */
export function liveTest(file: string): Source {
  return reported(`https://github.com/brucemcpherson/gas-fakes/blob/main/test/${file}.js`);
}

/**
 * The outcome of a call that must fail. Google words errors in the user's language; rules expect the English
 * texts.
 */
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

/** The outcome of each call of a table. All of them must fail. */
export function refusals(calls: Readonly<Record<string, () => unknown>>): Seen {
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, refusal(call)]));
}

/** The messages of a table, in the form of {@link refusals}. */
export function allRefused(messages: Readonly<Record<string, string>>): Seen {
  return Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, refused(message)]));
}

/** The value of a cell. A date becomes its local time in the script's time zone: `2024-03-05 00:00:00`. */
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

/** A1 notation of each range. */
export function places(ranges: readonly Range[]): string[] {
  return ranges.map((range) => range.getA1Notation());
}
