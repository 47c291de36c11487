/** The selection in a document. */
import { formatA1, parseA1, rectangleOf } from './a1.ts';
import type { DocumentState, SheetState } from './document.ts';
import type { Rectangle } from './rectangle.ts';

/** The selected rectangles of a sheet, the active one last. A1 if nothing is known to be selected. */
export function selectedRectangles(document: DocumentState, sheet: SheetState): readonly Rectangle[] {
  const rectangles =
    document.activeSheetId === sheet.id
      ? document.selection.split(',').flatMap((notation) => {
          const reference = parseA1(notation);
          return reference === null ? [] : [rectangleOf(reference, sheet)];
        })
      : [];
  // Selected cells may have been deleted since.
  const present = rectangles.filter(
    ({ row, column, rows, columns }) =>
      row + rows - 1 <= sheet.maxRows && column + columns - 1 <= sheet.maxColumns,
  );
  return present.length === 0 ? [{ row: 1, column: 1, rows: 1, columns: 1 }] : present;
}

/** Shows the sheet and selects the rectangles. The last one becomes the active range. */
export function select(document: DocumentState, sheet: SheetState, rectangles: readonly Rectangle[]): void {
  document.activeSheetId = sheet.id;
  document.selection = rectangles.map((rectangle) => formatA1(rectangle)).join(',');
}
