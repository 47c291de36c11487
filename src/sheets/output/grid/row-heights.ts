/** Row heights for wrapped text. Merged cells do not grow by themselves, nor do any rows of an xlsx file. */

import { fontSizeOf, wrapsText } from './appearance.ts';
import { inFewRuns } from './few-runs.ts';
import type { Grid, GridRow, Role } from './grid.ts';
import { widthOfLine, wrappedLines } from './wrapped-lines.ts';

/** In pixels: a usual row, a line of text of 10 points, and the padding around several lines. */
const ROW_HEIGHT = 21;
const LINE_HEIGHT = 16;
const ABOVE_AND_BELOW = 5;
/** In pixels: 409 points, the most that programs reading xlsx files accept. */
const HIGHEST_ROW = 545;
const MEASURED_SIZE = 10;

/**
 * The height of each row, in pixels.
 * @param most the largest number of runs of equal heights. Each run is one call to the spreadsheet.
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
      const lines = wrapsText(cell) ? Math.ceil(lineCount(value, role, width) / Math.max(1, span.rows)) : 1;
      const text = lines * LINE_HEIGHT * (fontSizeOf(role) / MEASURED_SIZE);
      if (text > ROW_HEIGHT) height = Math.max(height, Math.ceil(text + ABOVE_AND_BELOW));
    });
    return Math.min(HIGHEST_ROW, height);
  });
  return inFewRuns(needed, most);
}

/** Number of lines that a text takes in a cell of this width, in pixels. */
export function lineCount(text: string, role: Role, width: number): number {
  return wrappedLines(text, fontSizeOf(role), width).length;
}

/** Width of a text on one line, in pixels, with the padding of its cell. */
export function widthOfText(text: string, role: Role): number {
  return widthOfLine(text, fontSizeOf(role));
}
