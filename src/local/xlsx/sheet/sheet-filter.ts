/** The filter of a sheet: its range, and the rows it hides. */
import { formatA1 } from '../../workbook/a1.ts';
import type { SheetState } from '../../workbook/document.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import { type Element, elementText } from '../package/xml.ts';

/**
 * Splits hidden rows by cause, which the file does not store. In the data of a filter with criteria, the
 * filter hides the rows; elsewhere a person does.
 */
export function splitHiddenRows(
  rows: ReadonlySet<number>,
  autoFilter: Element | null,
  filter: Rectangle | null,
): { readonly hiddenRows: Set<number>; readonly rowsHiddenByFilter: Set<number> } {
  const hasCriteria = autoFilter !== null && autoFilter.child('filterColumn') !== null;
  const isFiltered = (row: number) =>
    hasCriteria && filter !== null && row > filter.row && row < filter.row + filter.rows;
  return {
    hiddenRows: new Set([...rows].filter((row) => !isFiltered(row))),
    rowsHiddenByFilter: new Set([...rows].filter(isFiltered)),
  };
}

/** All hidden rows, whatever hides them. */
export function allHiddenRows({ hiddenRows, rowsHiddenByFilter = new Set() }: SheetState) {
  return new Set([...hiddenRows, ...rowsHiddenByFilter]);
}

/**
 * The `<autoFilter>` after a change. Criteria refer to columns by position, so they are kept only if the
 * columns are the same.
 */
export function filterElement(
  element: Element | null,
  before: Rectangle | undefined,
  after: Rectangle | undefined,
): string {
  if (after === undefined) return '';
  const keepsColumns = before?.column === after.column && before.columns === after.columns;
  const attributes = { ...element?.attributes, ref: formatA1(after) };
  return elementText('autoFilter', attributes, keepsColumns ? element?.inner : '');
}
