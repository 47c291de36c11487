/** What is selected in the grid, and what of it is in view. */
import type { FUniver, Worksheet } from '@univerjs/core/facade';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type { SheetFrame } from './messages.ts';
import { BOOK } from './open-univer.ts';
import { rangeOf, rectangleOf } from './sheet-data.ts';

/** Rows that stay visible above a cell that the sheet is scrolled to. */
const ROWS_ABOVE = 3;

/** The selected ranges, the active one last; none on a sheet that was never shown. */
export function selectionOf(sheet: Worksheet): readonly Rectangle[] {
  const ranges = sheet.getSelection()?.getActiveRangeList() ?? [];
  return ranges.map((range) => rectangleOf(range.getRange()));
}

export function select(api: FUniver, sheet: string, selection: readonly Rectangle[]): void {
  const ranges = selection.map(rangeOf);
  const selections = ranges.map((range, index) => ({
    range,
    primary:
      index < ranges.length - 1
        ? null
        : {
            ...range,
            actualRow: range.startRow,
            actualColumn: range.startColumn,
            endRow: range.startRow,
            endColumn: range.startColumn,
            isMerged: false,
            isMergedMainCell: false,
          },
    style: null,
  }));
  api.syncExecuteCommand('sheet.operation.set-selections', {
    unitId: BOOK,
    subUnitId: sheet,
    selections,
  });
}

/** Brings a cell into view that is not. */
export function scrollTo(sheet: Worksheet, frame: SheetFrame, { row, column }: Rectangle): void {
  const seen = sheet.getVisibleRange();
  if (seen == null) return;
  const isRowSeen = row <= frame.frozenRows || (row - 1 >= seen.startRow && row - 1 < seen.endRow);
  const isColumnSeen =
    column <= frame.frozenColumns || (column - 1 >= seen.startColumn && column - 1 < seen.endColumn);
  if (isRowSeen && isColumnSeen) return;
  const top = isRowSeen ? seen.startRow : Math.max(frame.frozenRows, row - 1 - ROWS_ABOVE);
  sheet.scrollToCell(top, isColumnSeen ? seen.startColumn : Math.max(frame.frozenColumns, column - 1));
}
