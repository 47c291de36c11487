/** The size limit of a spreadsheet, and the cell that makes a sheet too large. */
import { formatA1 } from './a1.ts';
import type { DocumentState, SheetState } from './document.ts';

/** Most cells of a spreadsheet, blank ones included: https://support.google.com/drive/answer/37603 */
export const MOST_CELLS = 10_000_000;

export function cellsOf({ sheets }: Pick<DocumentState, 'sheets'>): number {
  return sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
}

/** The filled cell farthest from A1, in A1 notation. The distance is its row times its column. */
export function lastCell({ values }: Pick<SheetState, 'values'>): string {
  let row = 1;
  let column = 1;
  let farthest = 1;
  values.forEach((cells, index) => {
    const distance = (index + 1) * cells.length;
    if (cells.length === 0 || distance < farthest) return;
    farthest = distance;
    row = index + 1;
    column = cells.length;
  });
  return formatA1({ row, column, rows: 1, columns: 1 });
}
