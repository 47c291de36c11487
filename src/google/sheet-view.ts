/** The view of a spreadsheet: which sheet is shown, and which rows are frozen. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Runs `act`, which may show another sheet by making one. Afterwards the sheet that was shown is shown again.
 */
export function keepingShown<Result>(spreadsheet: Spreadsheet, act: () => Result): Result {
  const shown = shownSheet(spreadsheet);
  const result = act();
  if (shown !== null) spreadsheet.setActiveSheet(shown);
  return result;
}

/** The shown sheet. null in a trigger, where nobody looks, although the platform's types say otherwise. */
function shownSheet(spreadsheet: Spreadsheet): Sheet | null {
  try {
    return spreadsheet.getActiveSheet();
  } catch {
    return null;
  }
}

/** Freezes rows, unless no other row is visible: the platform refuses to freeze all of them. */
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

/** Google's name for the tab that a new spreadsheet has. */
const FIRST_TAB = /^(?:시트|Sheet)1$/;

/** The position after all tabs, but before the empty one that a new spreadsheet comes with. */
export function placeAtEnd(spreadsheet: Spreadsheet): number {
  const sheets = spreadsheet.getSheets();
  const last = sheets[sheets.length - 1];
  const isLeftEmpty = last !== undefined && FIRST_TAB.test(last.getName()) && last.getLastRow() === 0;
  return isLeftEmpty ? sheets.length - 1 : sheets.length;
}
