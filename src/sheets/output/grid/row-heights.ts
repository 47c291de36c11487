/** How high rows must be for the text that wraps in them: merged cells do not grow by themselves, nor do those of an xlsx file. */

import { fontSizeOf, wrapsText } from './appearance.ts';
import { inFewRuns } from './few-runs.ts';
import type { Grid, GridRow, Role } from './grid.ts';

/** Pixels of a usual row, of a line of text of 10 points, and of what is kept free around more lines than one. */
const ROW_HEIGHT = 21;
const LINE_HEIGHT = 16;
const ABOVE_AND_BELOW = 5;
/** 409 points: no program that reads xlsx files takes more. */
const HIGHEST_ROW = 545;
/** Pixels of a character of that size, as they measure on a screen: in print they take a little less. */
const WIDE_CHARACTER = 12.3;
const NARROW_CHARACTER = 7.2;
const SPACE_OR_POINT = 3.9;
const MEASURED_SIZE = 10;
/** What fractions of pixels may add up to. */
const TINY = 1e-9;
/** What a cell keeps free at its sides. */
const PADDING = 6;

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
  const scale = fontSizeOf(role) / MEASURED_SIZE;
  const room = Math.max(width - PADDING, WIDE_CHARACTER * scale);
  // Most texts fit, however wide each of their characters is.
  if (text.length * WIDE_CHARACTER * scale <= room && !text.includes('\n')) return 1;
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((textWidth(line) * scale) / room - TINY)), 0);
}

/** The pixels that a text takes on one line, with what a cell keeps free beside it. */
export function widthOf(text: string, role: Role): number {
  return textWidth(text) * (fontSizeOf(role) / MEASURED_SIZE) + PADDING;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\s.,·:;'"()]/.test(character)) width += SPACE_OR_POINT;
    else width += character.charCodeAt(0) < 0x1100 ? NARROW_CHARACTER : WIDE_CHARACTER;
  }
  return width;
}
