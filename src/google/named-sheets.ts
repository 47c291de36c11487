/**
 * Sheets by name. A trailing space, or a name pasted from macOS with decomposed letters, makes no difference.
 */
import { textKey } from '../sheets/text-key.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface NamedSheets {
  /** The sheet with this name, or else the first whose name reads the same; null where there is none. */
  named(name: string): Sheet | null;
  /** Adds a sheet that was made since. */
  add(name: string, sheet: Sheet): void;
}

/** All sheets of the spreadsheet, listed once. */
export function namedSheets(spreadsheet: Spreadsheet): NamedSheets {
  const exact = new Map<string, Sheet>();
  const alike = new Map<string, Sheet>();
  const add = (name: string, sheet: Sheet) => {
    exact.set(name, sheet);
    if (!alike.has(textKey(name))) alike.set(textKey(name), sheet);
  };
  for (const sheet of spreadsheet.getSheets()) add(sheet.getName(), sheet);
  return { named: (name) => exact.get(name) ?? alike.get(textKey(name)) ?? null, add };
}
