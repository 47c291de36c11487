/** Sheets by their names. A trailing space, or a name pasted from macOS with its letters taken apart, makes no other sheet. */
import { textKey } from '../sheets/text-key.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface NamedSheets {
  /** The sheet of this name, or else the first of a name that reads the same; null where there is none. */
  named(name: string): Sheet | null;
  /** Takes in a sheet that has been made since. */
  add(name: string, sheet: Sheet): void;
}

/** Every sheet that there is, found with one look through the spreadsheet. */
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
