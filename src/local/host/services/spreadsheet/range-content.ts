/** Reads and writes the content of the cells of a range. */
import { displayText } from '../../../workbook/display.ts';
import type { SheetState } from '../../../workbook/document.ts';
import { movedFormula } from '../../../workbook/formula-tokens.ts';
import { cellKey, contentAt, eraseContent, forEachCell, styleAt } from '../../../workbook/grid.ts';
import {
  cellValueOf,
  readBlock,
  refuseUnknownFormula,
  writeBlock,
  writeFormula,
  writingContextOf,
} from '../../cell-values.ts';
import { ServiceError } from '../../errors.ts';
import { signatureError } from '../../service.ts';
import { RangePlace } from './range-place.ts';
import { refuseInvalid } from './refusing-rules.ts';
import { flushedSheet, write } from './sheet-base.ts';

export class RangeContent extends RangePlace {
  getValues(): (string | number | boolean | Date)[][] {
    flushedSheet(this);
    return readBlock(this.run, this.sheet, this.rectangle);
  }

  getValue(): string | number | boolean | Date {
    flushedSheet(this);
    return readBlock(this.run, this.sheet, { ...this.rectangle, rows: 1, columns: 1 })[0]?.[0] ?? '';
  }

  setValues(values: unknown): this {
    const rows = gridOf(this, 'setValues', values);
    const cells = rows.map((cells) => cells.map(cellValueOf));
    refuseInvalid(this.sheet, this.rectangle, (row, column) => cells[row]?.[column]);
    const context = writingContextOf(this.run);
    return write(this, (sheet) =>
      writeBlock(sheet, this.rectangle, (row, column) => cells[row]?.[column], context),
    );
  }

  setValue(value: unknown): this {
    const cell = cellValueOf(value);
    refuseInvalid(this.sheet, this.rectangle, () => cell);
    const context = writingContextOf(this.run);
    return write(this, (sheet) => writeBlock(sheet, this.rectangle, () => cell, context));
  }

  getDisplayValues(): string[][] {
    flushedSheet(this);
    return mapCells(this, (row, column) => {
      const content = contentAt(this.sheet, row, column);
      if (content === null) refuseUnknownFormula(this.sheet, row, column);
      return displayText(content, styleAt(this.sheet, row, column), this.run.document.locale);
    });
  }

  getDisplayValue(): string {
    return firstOf(this.getDisplayValues(), '');
  }

  getFormulas(): string[][] {
    flushedSheet(this);
    return mapCells(this, (row, column) => this.sheet.formulas.get(cellKey(row, column)) ?? '');
  }

  getFormula(): string {
    return firstOf(this.getFormulas(), '');
  }

  /** Sets the formula of the first cell and copies it to the others, which moves its relative references. */
  setFormula(formula: unknown): this {
    const text = formulaOf(formula, 'setFormula');
    refuseInvalid(this.sheet, this.rectangle, () => text);
    return write(this, (sheet) =>
      forEachCell(this.rectangle, (row, column, rowOffset, columnOffset) =>
        putFormula(sheet, row, column, movedFormula(text, rowOffset, columnOffset)),
      ),
    );
  }

  clearContent(): this {
    return write(this, (sheet) => eraseContent(sheet, this.rectangle));
  }

  getNotes(): string[][] {
    flushedSheet(this);
    return mapCells(this, (row, column) => this.sheet.notes.get(cellKey(row, column)) ?? '');
  }

  getNote(): string {
    return firstOf(this.getNotes(), '');
  }

  setNote(note: unknown): this {
    return write(this, (sheet) =>
      forEachCell(this.rectangle, (row, column) => putNote(sheet, row, column, note)),
    );
  }

  setNotes(notes: unknown): this {
    const rows = gridOf(this, 'setNotes', notes);
    return write(this, (sheet) =>
      forEachCell(this.rectangle, (row, column, rowOffset, columnOffset) =>
        putNote(sheet, row, column, noteOf(rows[rowOffset]?.[columnOffset])),
      ),
    );
  }
}

/**
 * Returns a two-dimensional array that must have the size of the range. The error messages are those that
 * scripts report for https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues
 */
export function gridOf(
  { rectangle }: RangePlace,
  method: string,
  values: unknown,
): readonly (readonly unknown[])[] {
  if (!isGrid(values)) throw signatureError(`SpreadsheetApp.Range.${method}`, [values]);
  if (values.length !== rectangle.rows) throw sizeError('rows', values.length, rectangle.rows);
  for (const cells of values) {
    if (cells.length !== rectangle.columns) throw sizeError('columns', cells.length, rectangle.columns);
  }
  return values;
}

/** Calls `cellAt` for each cell of the range and returns the results by row. */
export function mapCells<Cell>(
  { rectangle }: RangePlace,
  cellAt: (row: number, column: number) => Cell,
): Cell[][] {
  const rows: Cell[][] = [];
  for (let row = rectangle.row; row < rectangle.row + rectangle.rows; row += 1) {
    const cells: Cell[] = [];
    for (let column = rectangle.column; column < rectangle.column + rectangle.columns; column += 1) {
      cells.push(cellAt(row, column));
    }
    rows.push(cells);
  }
  return rows;
}

/** The value of the top left cell. */
export function firstOf<Cell>(rows: readonly (readonly Cell[])[], otherwise: Cell): Cell {
  return rows[0]?.[0] ?? otherwise;
}

function isGrid(values: unknown): values is unknown[][] {
  return Array.isArray(values) && values.every((cells) => Array.isArray(cells));
}

function sizeError(lines: string, data: number, range: number): ServiceError {
  return new ServiceError(
    `The number of ${lines} in the data does not match the number of ${lines} in the range. The data has ${data} but the range has ${range}.`,
  );
}

/** Writes a formula. An empty one clears the cell. */
function putFormula(sheet: SheetState, row: number, column: number, formula: string): void {
  if (formula === '') eraseContent(sheet, { row, column, rows: 1, columns: 1 });
  else writeFormula(sheet, row, column, formula);
}

/** Text of a note from an array. The platform writes whole numbers there as decimals: 25 as `25.0`. */
function noteOf(note: unknown): unknown {
  return typeof note === 'number' && Number.isInteger(note) ? `${note}.0` : note;
}

function formulaOf(formula: unknown, method: string): string {
  if (formula === null || formula === '') return '';
  if (typeof formula !== 'string') throw signatureError(`SpreadsheetApp.Range.${method}`, [formula]);
  return formula.startsWith('=') ? formula : `=${formula}`;
}

function putNote(sheet: SheetState, row: number, column: number, note: unknown): void {
  const key = cellKey(row, column);
  if (note === null || note === undefined || note === '') sheet.notes.delete(key);
  else sheet.notes.set(key, String(note));
}
