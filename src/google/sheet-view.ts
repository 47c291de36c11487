/** How a spreadsheet is looked at: which sheet is shown, and which rows stay in sight. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Does what may show another sheet, such as making one. Afterwards the sheet is shown again that was. */
export function keepingShown<Result>(spreadsheet: Spreadsheet, act: () => Result): Result {
  const shown = shownSheet(spreadsheet);
  const result = act();
  if (shown !== null) spreadsheet.setActiveSheet(shown);
  return result;
}

/** null in a trigger, where nobody looks, whatever the types of the platform say. */
function shownSheet(spreadsheet: Spreadsheet): Sheet | null {
  try {
    return spreadsheet.getActiveSheet();
  } catch {
    return null;
  }
}

/** Freezes rows, as far as the sheet has others that can be seen: the platform refuses to freeze all of them. */
export function freezeRows(sheet: Sheet, rows: number): void {
  try {
    sheet.setFrozenRows(rows);
  } catch (error) {
    if (isSeen(sheet, rows + 1)) throw error;
    // Somebody hides or filters rows here. The headings scroll, and everything else is right.
  }
}

function isSeen(sheet: Sheet, row: number): boolean {
  return row <= sheet.getMaxRows() && !sheet.isRowHiddenByUser(row) && !sheet.isRowHiddenByFilter(row);
}

/** What Google calls the tab that a new spreadsheet has. */
const FIRST_TAB = /^(?:시트|Sheet)1$/;

/** Behind all tabs, but before the empty one that a new spreadsheet comes with. */
export function placeAtEnd(spreadsheet: Spreadsheet): number {
  const sheets = spreadsheet.getSheets();
  const last = sheets[sheets.length - 1];
  const isLeftEmpty = last !== undefined && FIRST_TAB.test(last.getName()) && last.getLastRow() === 0;
  return isLeftEmpty ? sheets.length - 1 : sheets.length;
}
