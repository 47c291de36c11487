/** How high rows must be for the text that wraps in them: merged cells do not grow by themselves, nor do those of an xlsx file. */

import { fontSizeOf, wrapsText } from './appearance.ts';
import { inFewRuns } from './few-runs.ts';
import type { Grid, GridRow, Role } from './grid.ts';
import { widthOfLine, wrappedLines } from './wrapped-lines.ts';

/** Pixels of a usual row, of a line of text of 10 points, and of what is kept free around more lines than one. */
const ROW_HEIGHT = 21;
const LINE_HEIGHT = 16;
const ABOVE_AND_BELOW = 5;
/** 409 points: no program that reads xlsx files takes more. */
const HIGHEST_ROW = 545;
const MEASURED_SIZE = 10;

/**
 * The height of each row in pixels.
 * @param most runs of equal heights: each is a call to the spreadsheet, however many rows there are.
 */
export function rowHeights(
  rows: readonly GridRow[],
  columnWidths: Grid['columnWidths'],
  most: number,
): readonly number[] {
  const needed = rows.map((row) => {
    let height = ROW_HEIGHT;
    row.forEach((cell, column) => {
      const { value, role, span = { columns: 1, rows: 1 } } = cell;
      if (typeof value !== 'string') return;
      const width = columnWidths.slice(column, column + span.columns).reduce((sum, each) => sum + each, 0);
      const lines = wrapsText(cell) ? Math.ceil(linesOf(value, role, width) / Math.max(1, span.rows)) : 1;
      const text = lines * LINE_HEIGHT * (fontSizeOf(role) / MEASURED_SIZE);
      if (text > ROW_HEIGHT) height = Math.max(height, Math.ceil(text + ABOVE_AND_BELOW));
    });
    return Math.min(HIGHEST_ROW, height);
  });
  return inFewRuns(needed, most);
}

/** How many lines a text takes in a cell of so many pixels. */
export function linesOf(text: string, role: Role, width: number): number {
  return wrappedLines(text, fontSizeOf(role), width).length;
}

/** The pixels that a text takes on one line, with what a cell keeps free beside it. */
export function widthOf(text: string, role: Role): number {
  return widthOfLine(text, fontSizeOf(role));
}
