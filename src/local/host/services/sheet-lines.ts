import type { Rectangle, SheetState } from '../document.ts';
import { ServiceError } from '../errors.ts';
import { type Dimension, deleteLines, insertLines } from '../grid-shape.ts';
import type { Run } from '../run.ts';
import { integerOf } from '../service.ts';
import { refuseDeletedSheet } from './range-place.ts';
import type { Sheet } from './sheet.ts';

/** https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;

/** The sheet with everything written so far on it. */
export function settled({ run, sheet }: Sheet): SheetState {
  run.buffer.apply();
  refuseDeletedSheet(run, sheet);
  return sheet;
}

/** Adds a write to the buffer, for a sheet that is still there. */
export function changed<Of extends Sheet>(service: Of, change: (sheet: SheetState) => void): Of {
  refuseDeletedSheet(service.run, service.sheet);
  service.run.buffer.addTo(service.sheet, change);
  return service;
}

/** The rows that hold anything, over the whole width. */
export function wholeOf({ maxColumns, values, styles, notes, links, formulas }: SheetState): Rectangle {
  const keyedRows = [...notes.keys(), ...(links?.keys() ?? []), ...formulas.keys()].map((key) =>
    Number(key.split(',')[0]),
  );
  const rows = Math.max(values.length, styles.length, ...keyedRows);
  return { row: 1, column: 1, rows, columns: maxColumns };
}

function sizeOf(sheet: SheetState, dimension: Dimension): number {
  return dimension === 'rows' ? sheet.maxRows : sheet.maxColumns;
}

function outOfBounds(dimension: Dimension): ServiceError {
  return new ServiceError(`Those ${dimension} are out of bounds.`);
}

/** Inserts lines before (0) or after (1) a position, as the `insert…` methods do. */
export function insert<Of extends Sheet>(
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
  if (at < 1 || at > sizeOf(sheet, dimension) || count < 1) {
    throw outOfBounds(dimension);
  }
  addLines(service, dimension, at + after, count, at);
  return service;
}

/** Adds lines, as far as a spreadsheet may grow. */
export function addLines(
  { run, sheet }: Sheet,
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
export function remove(
  service: Sheet,
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
  if (from < 1 || count < 1 || from + count - 1 > size) {
    throw outOfBounds(dimension);
  }
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
export function setSizes<Of extends Sheet>(
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
    for (let position = start; position < start + count; position += 1) {
      sizes.set(position, size);
    }
  });
}

/** Hides lines or shows them again: first line, how many. */
export function setHidden(
  service: Sheet,
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
  if (start < 1 || count < 1 || start + count - 1 > sizeOf(sheet, dimension)) {
    throw outOfBounds(dimension);
  }
}
