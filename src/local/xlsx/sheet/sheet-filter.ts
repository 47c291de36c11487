import { formatA1, parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { SheetState } from '../../workbook/document.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import { type Element, elementText } from '../package/xml.ts';
import { LARGEST_GRID } from './grid-limits.ts';

/** The range of a sheet's filter. */
export function readFilter(element: Element | undefined): Rectangle | undefined {
  const reference = parseA1(element?.attributes.ref ?? '');
  return reference === null
    ? undefined
    : rectangleOf(reference, { maxRows: LARGEST_GRID.rows, maxColumns: LARGEST_GRID.columns });
}

/** A file says of a row that it is hidden: in the data of a filter with criteria the filter did it, elsewhere a person. */
export function byWhomHidden(
  rows: ReadonlySet<number>,
  element: Element | undefined,
  filter: Rectangle | undefined,
): { readonly hiddenRows: Set<number>; readonly rowsHiddenByFilter: Set<number> } {
  const hasCriteria = element?.child('filterColumn') !== undefined;
  const isFiltered = (row: number) =>
    hasCriteria && filter !== undefined && row > filter.row && row < filter.row + filter.rows;
  return {
    hiddenRows: new Set([...rows].filter((row) => !isFiltered(row))),
    rowsHiddenByFilter: new Set([...rows].filter(isFiltered)),
  };
}

/** The rows that nobody sees, whoever hid them. */
export function allHiddenRows({
  hiddenRows,
  rowsHiddenByFilter = new Set(),
}: SheetState): ReadonlySet<number> {
  return rowsHiddenByFilter.size === 0 ? hiddenRows : new Set([...hiddenRows, ...rowsHiddenByFilter]);
}

export function isSameFilter(before: Rectangle | undefined, after: Rectangle | undefined): boolean {
  return before === after || (before !== undefined && after !== undefined && isSame(before, after));
}

/** The `<autoFilter>` after a change. Criteria count columns from the first: they stay while the columns do. */
export function filterElement(
  element: Element | undefined,
  before: Rectangle | undefined,
  after: Rectangle | undefined,
): string {
  if (after === undefined) return '';
  const keepsColumns = before?.column === after.column && before.columns === after.columns;
  return elementText(
    element?.tagName ?? 'autoFilter',
    { ...element?.attributes, ref: formatA1(after) },
    keepsColumns ? element?.inner : '',
  );
}

function isSame(before: Rectangle, after: Rectangle): boolean {
  return formatA1(before) === formatA1(after);
}
