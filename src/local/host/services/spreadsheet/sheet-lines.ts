import type { SheetState } from '../../../workbook/document.ts';
import { type Dimension, deleteLines, insertLines } from '../../../workbook/grid-shape.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { integerOf, signatureError } from '../../service.ts';
import { RangePlace } from './range-place.ts';
import { changed, SheetBase, settled } from './sheet-base.ts';

/** https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;

const DEFAULT_COLUMN_WIDTH = 100;
const DEFAULT_ROW_HEIGHT = 21;

/** A sheet with its rows and columns, as scripts add, take, size and hide them. */
export class SheetLines extends SheetBase {
  getMaxRows(): number {
    return settled(this).maxRows;
  }

  getMaxColumns(): number {
    return settled(this).maxColumns;
  }

  insertRowsAfter(afterPosition: unknown, howMany: unknown): this {
    return insert(this, 'rows', 'insertRowsAfter', afterPosition, howMany, 1);
  }

  insertRowsBefore(beforePosition: unknown, howMany: unknown): this {
    return insert(this, 'rows', 'insertRowsBefore', beforePosition, howMany, 0);
  }

  insertRowAfter(afterPosition: unknown): this {
    return insert(this, 'rows', 'insertRowAfter', afterPosition, 1, 1);
  }

  insertRowBefore(beforePosition: unknown): this {
    return insert(this, 'rows', 'insertRowBefore', beforePosition, 1, 0);
  }

  insertColumnsAfter(afterPosition: unknown, howMany: unknown): this {
    return insert(this, 'columns', 'insertColumnsAfter', afterPosition, howMany, 1);
  }

  insertColumnsBefore(beforePosition: unknown, howMany: unknown): this {
    return insert(this, 'columns', 'insertColumnsBefore', beforePosition, howMany, 0);
  }

  insertColumnAfter(afterPosition: unknown): this {
    return insert(this, 'columns', 'insertColumnAfter', afterPosition, 1, 1);
  }

  insertColumnBefore(beforePosition: unknown): this {
    return insert(this, 'columns', 'insertColumnBefore', beforePosition, 1, 0);
  }

  deleteRow(rowPosition: unknown): this {
    remove(this, 'rows', 'deleteRow', rowPosition, 1);
    return this;
  }

  deleteRows(rowPosition: unknown, howMany: unknown): void {
    remove(this, 'rows', 'deleteRows', rowPosition, howMany);
  }

  deleteColumn(columnPosition: unknown): this {
    remove(this, 'columns', 'deleteColumn', columnPosition, 1);
    return this;
  }

  deleteColumns(columnPosition: unknown, howMany: unknown): void {
    remove(this, 'columns', 'deleteColumns', columnPosition, howMany);
  }

  getFrozenRows(): number {
    return settled(this).frozenRows;
  }

  getFrozenColumns(): number {
    return settled(this).frozenColumns;
  }

  setFrozenRows(rows: unknown): void {
    const count = integerOf(rows, 'SpreadsheetApp.Sheet.setFrozenRows', [rows]);
    changed(this, (sheet) => {
      sheet.frozenRows = count;
    });
  }

  setFrozenColumns(columns: unknown): void {
    const count = integerOf(columns, 'SpreadsheetApp.Sheet.setFrozenColumns', [columns]);
    changed(this, (sheet) => {
      sheet.frozenColumns = count;
    });
  }

  getColumnWidth(column: number): number {
    return settled(this).columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH;
  }

  setColumnWidth(column: unknown, width: unknown): this {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(startColumn: unknown, numColumns: unknown, width: unknown): this {
    return setSizes(this, 'columns', 'setColumnWidths', [startColumn, numColumns, width]);
  }

  getRowHeight(row: number): number {
    return settled(this).rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT;
  }

  setRowHeight(row: unknown, height: unknown): this {
    return this.setRowHeights(row, 1, height);
  }

  setRowHeights(startRow: unknown, numRows: unknown, height: unknown): this {
    return setSizes(this, 'rows', 'setRowHeights', [startRow, numRows, height]);
  }

  /** Sheets lets a row grow with its content and this one not; here rows never grow by themselves. */
  setRowHeightsForced(startRow: unknown, numRows: unknown, height: unknown): this {
    return setSizes(this, 'rows', 'setRowHeightsForced', [startRow, numRows, height]);
  }

  hideRows(rowIndex: unknown, numRows: unknown = 1): void {
    setHidden(this, 'rows', true, [rowIndex, numRows]);
  }

  hideColumns(columnIndex: unknown, numColumns: unknown = 1): void {
    setHidden(this, 'columns', true, [columnIndex, numColumns]);
  }

  showRows(rowIndex: unknown, numRows: unknown = 1): void {
    setHidden(this, 'rows', false, [rowIndex, numRows]);
  }

  showColumns(columnIndex: unknown, numColumns: unknown = 1): void {
    setHidden(this, 'columns', false, [columnIndex, numColumns]);
  }

  hideRow(row: unknown): void {
    const { row: first, rows } = rangeOf(row, 'hideRow').rectangle;
    this.hideRows(first, rows);
  }

  unhideRow(row: unknown): void {
    const { row: first, rows } = rangeOf(row, 'unhideRow').rectangle;
    this.showRows(first, rows);
  }

  isRowHiddenByUser(row: number): boolean {
    return settled(this).hiddenRows.has(row);
  }

  isColumnHiddenByUser(column: number): boolean {
    return settled(this).hiddenColumns.has(column);
  }

  isRowHiddenByFilter(row: number): boolean {
    return settled(this).rowsHiddenByFilter?.has(row) ?? false;
  }
}

function sizeOf(sheet: SheetState, dimension: Dimension): number {
  return dimension === 'rows' ? sheet.maxRows : sheet.maxColumns;
}

function outOfBounds(dimension: Dimension): ServiceError {
  return new ServiceError(`Those ${dimension} are out of bounds.`);
}

/** Inserts lines before (0) or after (1) a position, as the `insert…` methods do. */
function insert<Of extends SheetBase>(
  service: Of,
  dimension: Dimension,
  method: string,
  position: unknown,
  howMany: unknown,
  after: 0 | 1,
): Of {
  const [at = 0, count = 0] = [position, howMany].map((value, _, values) =>
    integerOf(value, `SpreadsheetApp.Sheet.${method}`, values),
  );
  const sheet = settled(service);
  if (at < 1 || at > sizeOf(sheet, dimension) || count < 1) throw outOfBounds(dimension);
  addLines(service, dimension, at + after, count, at);
  return service;
}

/** Adds lines, as far as a spreadsheet may grow. */
export function addLines(
  { run, sheet }: SheetBase,
  dimension: Dimension,
  before: number,
  count: number,
  like: number,
): void {
  const others = dimension === 'rows' ? sheet.maxColumns : sheet.maxRows;
  refuseTooManyCells(run, count * others);
  run.buffer.now(() => insertLines(sheet, dimension, before, count, like), new Set([sheet.id]));
}

/** Before so many cells are added. */
export function refuseTooManyCells({ document }: Run, added: number): void {
  const cells = document.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  if (cells + added > MOST_CELLS) {
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
}

/** Deletes lines, as the `delete…` methods do. */
function remove(
  service: SheetBase,
  dimension: Dimension,
  method: string,
  position: unknown,
  howMany: unknown,
): void {
  const [from = 0, count = 0] = [position, howMany].map((value, _, values) =>
    integerOf(value, `SpreadsheetApp.Sheet.${method}`, values),
  );
  const sheet = settled(service);
  const size = sizeOf(sheet, dimension);
  if (from < 1 || count < 1 || from + count - 1 > size) throw outOfBounds(dimension);
  if (count === size) {
    throw new ServiceError(`You can't delete all the ${dimension} on the sheet.`);
  }
  const frozen = dimension === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
  if (frozen > 0 && from <= frozen + 1 && from + count - 1 === size) {
    throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${dimension}.`);
  }
  service.run.buffer.now(() => deleteLines(sheet, dimension, from, count), new Set([sheet.id]));
}

/** Sets widths or heights: first line, how many, pixels. */
function setSizes<Of extends SheetBase>(
  service: Of,
  dimension: Dimension,
  method: string,
  values: readonly unknown[],
): Of {
  const [start = 0, count = 0, size = 0] = values.map((value) =>
    integerOf(value, `SpreadsheetApp.Sheet.${method}`, values),
  );
  refuseOutside(service.sheet, dimension, start, count);
  return changed(service, ({ rowHeights, columnWidths }) => {
    const sizes = dimension === 'rows' ? rowHeights : columnWidths;
    for (let position = start; position < start + count; position += 1) sizes.set(position, size);
  });
}

/** Hides lines or shows them again: first line, how many. */
function setHidden(
  service: SheetBase,
  dimension: Dimension,
  hidden: boolean,
  values: readonly unknown[],
): void {
  const method = `${hidden ? 'hide' : 'show'}${dimension === 'rows' ? 'Rows' : 'Columns'}`;
  const [start = 0, count = 0] = values.map((value) =>
    integerOf(value, `SpreadsheetApp.Sheet.${method}`, values),
  );
  refuseOutside(service.sheet, dimension, start, count);
  changed(service, ({ hiddenRows, hiddenColumns }) => {
    const hiddenLines = dimension === 'rows' ? hiddenRows : hiddenColumns;
    for (let position = start; position < start + count; position += 1) {
      if (hidden) {
        hiddenLines.add(position);
      } else {
        hiddenLines.delete(position);
      }
    }
  });
}

/** The size of the grid is never in the buffer: lines are inserted and deleted at once. */
function refuseOutside(sheet: SheetState, dimension: Dimension, start: number, count: number): void {
  if (start < 1 || count < 1 || start + count - 1 > sizeOf(sheet, dimension)) throw outOfBounds(dimension);
}

function rangeOf(value: unknown, method: string): RangePlace {
  if (!(value instanceof RangePlace)) {
    throw signatureError(`SpreadsheetApp.Sheet.${method}`, [value]);
  }
  return value;
}
