/** How large the tabs are, without reading a cell. */
import type { Extent, TabSize } from '../app/ports.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export function tabSizes(spreadsheet: Spreadsheet): readonly TabSize[] {
  return spreadsheet.getSheets().flatMap((sheet) => tabSize(sheet) ?? []);
}

/** The size of a tab. A whole column is as long as its tab has rows, and a whole row as it has columns. */
export function extentOf(sheet: Sheet): Extent {
  return {
    rows: sheet.getRange('A:A').getNumRows(),
    columns: sheet.getRange('1:1').getNumColumns(),
  };
}

/** Makes a tab at least this large. */
export function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const present = extentOf(sheet);
  if (rows > present.rows) sheet.insertRowsAfter(present.rows, rows - present.rows);
  if (columns > present.columns) sheet.insertColumnsAfter(present.columns, columns - present.columns);
}

/** null for a chart that is a tab of its own, since it has no cells. */
function tabSize(sheet: Sheet): TabSize | null {
  try {
    return {
      name: sheet.getName(),
      ...extentOf(sheet),
      used: () => {
        const range = sheet.getDataRange();
        return { rows: range.getNumRows(), columns: range.getNumColumns() };
      },
    };
  } catch {
    return null;
  }
}
