/** How large the tabs are, without reading a cell. */
import type { TabSize } from '../app/ports.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export function tabSizes(spreadsheet: Spreadsheet): readonly TabSize[] {
  return spreadsheet.getSheets().flatMap((sheet) => tabSize(sheet) ?? []);
}

/** A whole column is as long as its tab has rows, and a whole row as it has columns. null for a chart that is a tab: it has no cells. */
function tabSize(sheet: Sheet): TabSize | null {
  try {
    return {
      name: sheet.getName(),
      rows: sheet.getRange('A:A').getNumRows(),
      columns: sheet.getRange('1:1').getNumColumns(),
      used: () => {
        const range = sheet.getDataRange();
        return { rows: range.getNumRows(), columns: range.getNumColumns() };
      },
    };
  } catch {
    return null;
  }
}
