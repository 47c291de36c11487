/** Cells that link to another cell. Their text may be typed by people, such as the name of a pledge. */
import type { Grid, GridCell } from '../../sheets/output/grid/grid.ts';
import type { Written } from '../write-cells.ts';

export const GENERAL_FORMAT = 'General';

/**
 * Puts a formula into each cell that has a link.
 * @param sheetId returns the id of the tab with a name; null: there is none.
 */
export function putLinks(
  grid: Grid,
  values: Written[][],
  numberFormats: string[][],
  sheetId: (name: string) => number | null,
): void {
  grid.rows.forEach((row, rowIndex) => {
    row.forEach((cell, columnIndex) => {
      const formula = linkFormula(cell, sheetId);
      const cells = values[rowIndex];
      const formats = numberFormats[rowIndex];
      if (formula === null || cells === undefined || formats === undefined) return;
      cells[columnIndex] = formula;
      formats[columnIndex] = GENERAL_FORMAT;
    });
  });
}

function linkFormula({ link, value }: GridCell, sheetId: (name: string) => number | null): Written | null {
  const id = link === undefined ? null : sheetId(link.tabName);
  return link === undefined || id === null
    ? null
    : { formula: `=HYPERLINK("#gid=${id}&range=${link.cell}","${String(value).replace(/"/g, '""')}")` };
}

/** Returns a function for the id of a tab by name, which asks the platform once for each name. */
export function sheetIds(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): (name: string) => number | null {
  const ids = new Map<string, number | null>();
  return (name) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = spreadsheet.getSheetByName(name)?.getSheetId() ?? null;
    ids.set(name, id);
    return id;
  };
}
