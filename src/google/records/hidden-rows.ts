/**
 * Finds the tabs that hide rows. Asking row by row would cost a call each, so the spreadsheet counts:
 * SUBTOTAL(103) leaves out what is hidden by hand or by a filter
 * (https://support.google.com/docs/answer/3093649), COUNTA does not.
 */
import { type Written, writeCells } from '../write-cells.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * @param cells the cells to count in: one for each name, in one row.
 * @param areas the areas to count, by name. A name without one hides nothing.
 */
export function tabsWithHiddenRows(
  cells: Range,
  names: readonly string[],
  areas: ReadonlyMap<string, Range>,
): ReadonlySet<string> {
  writeCells(cells, [names.map((name) => hiddenCellsFormula(areas.get(name)))]);
  const [hidden = []] = cells.getValues();
  return new Set(names.filter((_, index) => Number(hidden[index]) > 0));
}

function hiddenCellsFormula(area: Range | undefined): Written {
  if (area === undefined) return '';
  const address = `'${area.getSheet().getName().replace(/'/g, "''")}'!${area.getA1Notation()}`;
  return { formula: `=COUNTA(${address})-SUBTOTAL(103,${address})` };
}
