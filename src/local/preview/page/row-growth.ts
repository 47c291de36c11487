/** Rows as high as the text that wraps in them. */
import type { FUniver } from '@univerjs/core/facade';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type { SheetFrame } from './messages.ts';
import { BOOK } from './open-univer.ts';

/** Whether a row keeps the height that was set: merged cells do not make it grow. */
export function keepsHeight(row: number, merges: readonly Rectangle[]): boolean {
  return merges.some((area) => row >= area.row && row < area.row + area.rows);
}

/**
 * In Sheets a row whose height a script has set still grows with its text, unless it was forced. Univer measures the text of rows that it
 * is told of, once it has drawn the sheet.
 */
export function growRows(api: FUniver, sheet: string, { rowHeights, merges, columns }: SheetFrame): void {
  const ranges = rowHeights
    .map(([row]) => row)
    .filter((row) => !keepsHeight(row, merges))
    .map((row) => ({ startRow: row - 1, endRow: row - 1, startColumn: 0, endColumn: columns - 1 }));
  if (ranges.length === 0) return;
  api.syncExecuteCommand('sheet.operation.mark-dirty-row-auto-height', {
    unitId: BOOK,
    subUnitId: sheet,
    ranges,
    id: sheet,
  });
}
