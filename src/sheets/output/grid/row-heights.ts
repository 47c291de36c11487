/** How high rows must be for the text that wraps in them: merged cells do not grow by themselves, nor do those of an xlsx file. */
import { wrapsText } from './appearance.ts';
import type { Grid, GridRow } from './grid.ts';

/** Pixels of a usual row, and of each further line of text in it. */
const ROW_HEIGHT = 20;
const LINE_HEIGHT = 14;
/** 409 points: no program that reads xlsx files takes more. */
const HIGHEST_ROW = 545;
/** Pixels of a character at the size of tables, as they measure on a screen: in print they take a little less. */
const WIDE_CHARACTER = 11.1;
const NARROW_CHARACTER = 6.5;
const SPACE_OR_POINT = 3.5;
/** What a cell keeps free at its sides. */
const PADDING = 6;

/** The height of each row in pixels. */
export function rowHeights(rows: readonly GridRow[], columnWidths: Grid['columnWidths']): readonly number[] {
  return rows.map((row) => {
    let most = 1;
    row.forEach(({ value, role, span = { columns: 1, rows: 1 } }, column) => {
      if (typeof value !== 'string' || !wrapsText(role)) return;
      const width = columnWidths.slice(column, column + span.columns).reduce((sum, each) => sum + each, 0);
      most = Math.max(most, Math.ceil(linesOf(value, width - PADDING) / Math.max(1, span.rows)));
    });
    return Math.min(HIGHEST_ROW, ROW_HEIGHT + (most - 1) * LINE_HEIGHT);
  });
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce(
      (lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(width, WIDE_CHARACTER))),
      0,
    );
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\s.,·:;'"()]/.test(character)) width += SPACE_OR_POINT;
    else width += character.charCodeAt(0) < 0x1100 ? NARROW_CHARACTER : WIDE_CHARACTER;
  }
  return width;
}
