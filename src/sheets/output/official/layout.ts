/** The columns on which the whole official sheet stands: three for labels and totals, then four narrow ones a year. */
import type { TimedSpan } from '../../../domain/budget.ts';
import type { Report } from '../../../domain/report.ts';
import { type Grid, type GridCell, type GridRow, type Role, textCell } from '../grid/grid.ts';
import { linesOf } from '../grid/row-heights.ts';
import { sharesOf, spreadRow, type WideCell, wide } from './wide-cells.ts';

export const LABEL_COLUMNS = 3;
export const QUARTERS_OF_YEAR = 4;
/** Tables of categories and statuses need room even where a pledge lasts a year. */
const LEAST_QUARTER_COLUMNS = 12;

const LABEL_WIDTHS = [67, 67, 67] as const;
/** Six letters of Hangul and what a cell keeps free beside them. */
const SLOT_WIDTH = 78;
/** What is left over is a cell too where it holds three letters. */
const LEAST_SLOT_WIDTH = 48;
/** Together with the labels this is what A4 takes at full size. */
const QUARTERS_WIDTH = 520;

export interface Frame {
  readonly years: readonly number[];
  /** Narrow columns to the right of the labels. */
  readonly narrow: number;
  /** All columns. */
  readonly width: number;
  readonly columnWidths: Grid['columnWidths'];
}

export function frameOf({ years }: Report): Frame {
  const narrow = Math.max(LEAST_QUARTER_COLUMNS, years.length * QUARTERS_OF_YEAR);
  const each = Math.floor(QUARTERS_WIDTH / narrow);
  return {
    years,
    narrow,
    width: LABEL_COLUMNS + narrow,
    columnWidths: [...LABEL_WIDTHS, ...Array.from({ length: narrow }, () => each)],
  };
}

/**
 * One cell for each year, as wide as its quarters; what is left of the frame stays blank.
 * @param years those of the frame, or what is reported of each of them.
 */
export function yearCells<Year>(
  years: readonly Year[],
  cellOf: (year: Year) => GridCell,
): readonly WideCell[] {
  return years.map((year) => wide(cellOf(year), QUARTERS_OF_YEAR));
}

/**
 * One cell for each time of the budget. Years alone stand below those of the schedule; with 기투자 or 임기후 beside them all share the
 * width, the last ones a little wider: what comes after the term is often the most.
 */
export function spanCells(
  { years, narrow }: Frame,
  spans: readonly TimedSpan[],
  cellOf: (span: TimedSpan) => GridCell,
): readonly WideCell[] {
  if (spans.every(({ when }) => typeof when === 'number' && years.includes(when))) {
    return yearCells(spans, cellOf);
  }
  const shares = [...sharesOf(narrow, spans.length)].reverse();
  return spans.map((span, index) => wide(cellOf(span), shares[index] ?? 1));
}

/**
 * Cells beside one another, of which so many would fill the narrow columns. Tables that stand under one another have the same number, so
 * that their cells do too.
 */
export function evenCells(frame: Frame, cells: readonly GridCell[], fill: number): readonly WideCell[] {
  const shares = sharesOf(frame.narrow, Math.max(fill, cells.length, 1));
  return cells.map((cell, index) => wide(cell, shares[index] ?? 1));
}

/** The most cells in the narrow columns that have room for a name: of 20 columns of 26 pixels it is 7, one of them of two columns. */
export function mostSlots({ narrow }: Frame): number {
  const each = Math.floor(QUARTERS_WIDTH / narrow);
  const columns = Math.ceil(SLOT_WIDTH / each);
  const over = narrow % columns;
  return Math.max(1, Math.floor(narrow / columns) + (over * each >= LEAST_SLOT_WIDTH ? 1 : 0));
}

/** So many in a line at most, as evenly as lines allow: 15 among 7 are 5, 5, 5. */
export function inLines<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const lines = Math.max(1, Math.ceil(items.length / most));
  const inALine = Math.ceil(items.length / lines);
  return Array.from({ length: lines }, (_, line) => items.slice(line * inALine, (line + 1) * inALine));
}

/** One text across the whole sheet: where a line holds it, it runs over the blank cells beside it, and nothing need be merged. */
export function fullRow(frame: Frame, text: string, role: Role): GridRow {
  const cell = textCell(text, role);
  const width = frame.columnWidths.reduce((sum, each) => sum + each, 0);
  return linesOf(String(cell.value), role, width) > 1 ? spreadRow(wide(cell, frame.width)) : [cell];
}

/** Said in the place of a part that could not be computed. */
export const NOT_COMPUTED = '필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.';
