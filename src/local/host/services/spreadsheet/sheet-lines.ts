/** The rows and columns of a sheet: inserting, deleting, sizing, freezing and hiding them. */
import { cellsOf, MOST_CELLS } from '../../../workbook/capacity.ts';
import type { SheetState } from '../../../workbook/document.ts';
import { type Dimension, deleteLines, insertLines } from '../../../workbook/insert-delete-lines.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { integerOf, integersOf } from '../../service.ts';
import { assign, flushedSheet, refuseClosedSheet, SheetBase, write } from './sheet-base.ts';

/** Sizes in a new sheet, in pixels. */
const DEFAULT_COLUMN_WIDTH = 100;
const DEFAULT_ROW_HEIGHT = 21;

export class SheetLines extends SheetBase {
  getMaxRows(): number {
    return flushedSheet(this).maxRows;
  }

  getMaxColumns(): number {
    return flushedSheet(this).maxColumns;
  }

  insertRowsAfter(afterPosition: unknown, howMany: unknown): this {
    return insert(this, 'rows', 'After', [afterPosition, howMany]);
  }

  insertRowsBefore(beforePosition: unknown, howMany: unknown): this {
    return insert(this, 'rows', 'Before', [beforePosition, howMany]);
  }

  insertColumnsAfter(afterPosition: unknown, howMany: unknown): this {
    return insert(this, 'columns', 'After', [afterPosition, howMany]);
  }

  deleteRows(rowPosition: unknown, howMany: unknown): void {
    remove(this, 'rows', 'deleteRows', [rowPosition, howMany]);
  }

  deleteColumns(columnPosition: unknown, howMany: unknown): void {
    remove(this, 'columns', 'deleteColumns', [columnPosition, howMany]);
  }

  getFrozenRows(): number {
    return flushedSheet(this).frozenRows;
  }

  setFrozenRows(rows: unknown): void {
    assign(this, { frozenRows: frozenCount(this, 'rows', 'setFrozenRows', rows) });
  }

  setFrozenColumns(columns: unknown): void {
    assign(this, { frozenColumns: frozenCount(this, 'columns', 'setFrozenColumns', columns) });
  }

  getColumnWidth(column: number): number {
    return flushedSheet(this).columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH;
  }

  setColumnWidths(startColumn: unknown, numColumns: unknown, width: unknown): this {
    return setSizes(this, 'columns', 'setColumnWidths', [startColumn, numColumns, width]);
  }

  getRowHeight(row: number): number {
    return flushedSheet(this).rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT;
  }

  /** Unlike in Sheets, rows here never grow with their content. */
  setRowHeights(startRow: unknown, numRows: unknown, height: unknown): this {
    return setSizes(this, 'rows', 'setRowHeights', [startRow, numRows, height]);
  }

  hideRows(rowIndex: unknown, numRows: unknown = 1): void {
    setHidden(this, 'rows', 'hideRows', [rowIndex, numRows]);
  }

  showRows(rowIndex: unknown, numRows: unknown = 1): void {
    setHidden(this, 'rows', 'showRows', [rowIndex, numRows]);
  }

  isRowHiddenByUser(row: number): boolean {
    return flushedSheet(this).hiddenRows.has(row);
  }

  isRowHiddenByFilter(row: number): boolean {
    return flushedSheet(this).rowsHiddenByFilter?.has(row) ?? false;
  }
}

/** Inserts lines before or after a position. `values`: the position, the number of lines. */
function insert<Of extends SheetBase>(
  service: Of,
  dimension: Dimension,
  where: 'Before' | 'After',
  values: readonly unknown[],
): Of {
  const method = `insert${dimension === 'rows' ? 'Rows' : 'Columns'}${where}`;
  const [at = 0, count = 0] = integersOf(`SpreadsheetApp.Sheet.${method}`, values);
  const sheet = flushedSheet(service);
  if (at < 1 || at > sizeOf(sheet, dimension) || count < 1) throw outOfBounds(dimension);
  addLines(service, dimension, where === 'After' ? at + 1 : at, count, at);
  return service;
}

/** Inserts lines. Throws if the spreadsheet would have too many cells. */
export function addLines(
  { run, sheet }: SheetBase,
  dimension: Dimension,
  before: number,
  count: number,
  like: number,
): void {
  refuseClosedSheet(sheet);
  const others = dimension === 'rows' ? sheet.maxColumns : sheet.maxRows;
  refuseTooManyCells(run, count * others);
  run.buffer.now(() => insertLines(sheet, dimension, before, count, like), new Set([sheet.id]));
}

/** Throws if adding this many cells would exceed the limit. Call it before adding them. */
export function refuseTooManyCells({ document }: Run, added: number): void {
  if (cellsOf(document) + added <= MOST_CELLS) return;
  throw new ServiceError(
    `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
  );
}

/** Deletes lines. `values`: the first line, the number of lines (default 1). */
function remove<Of extends SheetBase>(
  service: Of,
  dimension: Dimension,
  method: string,
  values: readonly unknown[],
): Of {
  const [from = 0, count = 1] = integersOf(`SpreadsheetApp.Sheet.${method}`, values);
  const sheet = flushedSheet(service);
  const size = sizeOf(sheet, dimension);
  refuseClosedSheet(sheet);
  refuseOutside(sheet, dimension, from, count);
  if (count === size) throw new ServiceError(`You can't delete all the ${dimension} on the sheet.`);
  const frozen = dimension === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
  if (frozen > 0 && from <= frozen + 1 && from + count - 1 === size) {
    throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${dimension}.`);
  }
  service.run.buffer.now(() => deleteLines(sheet, dimension, from, count), new Set([sheet.id]));
  return service;
}

/** Sets widths or heights. `values`: the first line, the number of lines, the size in pixels. */
function setSizes<Of extends SheetBase>(
  service: Of,
  dimension: Dimension,
  method: string,
  values: readonly unknown[],
): Of {
  const [start = 0, count = 0, size = 0] = integersOf(`SpreadsheetApp.Sheet.${method}`, values);
  if (size < 0) throw new ServiceError(`Invalid argument: ${size}`);
  refuseOutside(service.sheet, dimension, start, count);
  return write(service, ({ rowHeights, columnWidths }) => {
    const sizes = dimension === 'rows' ? rowHeights : columnWidths;
    for (let position = start; position < start + count; position += 1) sizes.set(position, size);
  });
}

/** Returns the number of lines to freeze. Throws if that would leave no visible line to scroll. */
function frozenCount(service: SheetBase, dimension: Dimension, method: string, value: unknown): number {
  const count = integerOf(value, `SpreadsheetApp.Sheet.${method}`, [value]);
  if (count < 0) throw new ServiceError(`Invalid argument: ${count}`);
  const sheet = flushedSheet(service);
  const hidden = dimension === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
  const filtered = dimension === 'rows' ? (sheet.rowsHiddenByFilter ?? new Set()) : new Set();
  const size = sizeOf(sheet, dimension);
  let visible = 0;
  for (let line = count + 1; line <= size && visible === 0; line += 1) {
    if (!hidden.has(line) && !filtered.has(line)) visible += 1;
  }
  if (count > 0 && visible === 0) {
    throw new ServiceError(`You can't freeze all visible ${dimension} on the sheet.`);
  }
  return count;
}

/** Hides or shows lines. `values`: the first line, the number of lines. */
function setHidden(
  service: SheetBase,
  dimension: Dimension,
  method: string,
  values: readonly unknown[],
): void {
  const [start = 0, count = 0] = integersOf(`SpreadsheetApp.Sheet.${method}`, values);
  refuseOutside(service.sheet, dimension, start, count);
  write(service, ({ hiddenRows, hiddenColumns }) => {
    const hidden = dimension === 'rows' ? hiddenRows : hiddenColumns;
    for (let position = start; position < start + count; position += 1) {
      if (method.startsWith('hide')) hidden.add(position);
      else hidden.delete(position);
    }
  });
}

/**
 * Throws if lines are outside the grid. The grid size never waits in the buffer: lines are inserted and
 * deleted at once.
 */
function refuseOutside(sheet: SheetState, dimension: Dimension, start: number, count: number): void {
  if (start < 1 || count < 1 || start + count - 1 > sizeOf(sheet, dimension)) throw outOfBounds(dimension);
}

function sizeOf(sheet: SheetState, dimension: Dimension): number {
  return dimension === 'rows' ? sheet.maxRows : sheet.maxColumns;
}

function outOfBounds(dimension: Dimension): ServiceError {
  return new ServiceError(`Those ${dimension} are out of bounds.`);
}
