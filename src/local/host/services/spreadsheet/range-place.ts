/** The position of a range. */
import { CLOSED, formatA1, type OpenEnds } from '../../../workbook/a1.ts';
import type { SheetState } from '../../../workbook/document.ts';
import { overlaps, type Rectangle } from '../../../workbook/rectangle.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { SheetBase } from './sheet-base.ts';

export class RangePlace extends SheetBase {
  readonly rectangle: Rectangle;
  readonly #open: OpenEnds;

  /**
   * @param open the ends that the script left open when it asked for the range; only the notation shows them
   */
  constructor(run: Run, sheet: SheetState, rectangle: Rectangle, open: OpenEnds = CLOSED) {
    super(run, sheet);
    this.rectangle = rectangle;
    this.#open = open;
  }

  getRow(): number {
    return this.rectangle.row;
  }

  getColumn(): number {
    return this.rectangle.column;
  }

  getNumRows(): number {
    return this.rectangle.rows;
  }

  getNumColumns(): number {
    return this.rectangle.columns;
  }

  getLastRow(): number {
    return this.rectangle.row + this.rectangle.rows - 1;
  }

  getLastColumn(): number {
    return this.rectangle.column + this.rectangle.columns - 1;
  }

  getA1Notation(): string {
    return formatA1(this.rectangle, this.#open);
  }
}

/** Returns the rectangle if the sheet's grid contains it. Otherwise throws the error of `getRange`. */
export function checkedRectangle(sheet: SheetState, rectangle: Rectangle): Rectangle {
  const { row, column, rows, columns } = rectangle;
  if (row < 1) throw new ServiceError('The starting row of the range is too small.');
  if (column < 1) throw new ServiceError('The starting column of the range is too small.');
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  if (row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns) {
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return rectangle;
}

/** Throws if the rectangle meets a table, which does not allow everything that other cells allow. */
export function refuseInTable({ tables = [] }: SheetState, rectangle: Rectangle, message: string): void {
  if (tables.some((table) => overlaps(table, rectangle))) throw new ServiceError(message);
}
