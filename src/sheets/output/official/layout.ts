/** The columns on which the whole official sheet stands: three for labels and totals, then four narrow ones a year. */
import { type BudgetSpan, budgetSpans, type TimedSpan } from '../../../domain/budget.ts';
import type { Report } from '../../../domain/report.ts';
import { percentText } from '../../numbers.ts';
import { type Grid, type GridCell, type GridRow, type Role, textCell } from '../grid/grid.ts';
import { linesOf, widthOf } from '../grid/row-heights.ts';
import { millionText } from './cells.ts';
import { labelWidths, longestWord } from './label-widths.ts';
import { sharesOf, spreadRow, type WideCell, wide } from './wide-cells.ts';

export const LABEL_COLUMNS = 3;
export const QUARTERS_OF_YEAR = 4;
/** Tables of categories and statuses need room even where a pledge lasts a year. */
const LEAST_QUARTER_COLUMNS = 12;

/** Five letters of Hangul and what a cell keeps free beside them: a longer word gets as much as it needs. */
const SLOT_WIDTH = 72;
/** What is left over is a cell too where it holds three letters. */
const LEAST_SLOT_WIDTH = 48;
/** Together with the labels this is what A4 takes at full size: 675 pixels, as LibreOffice prints them between margins of 0.4 inches. */
const QUARTERS_WIDTH = 480;

export interface Frame {
  readonly years: readonly number[];
  /** Narrow columns to the right of the labels. */
  readonly narrow: number;
  /** All columns. */
  readonly width: number;
  /** How many narrow columns each time of the budget has. */
  readonly spanShares: readonly number[];
  readonly columnWidths: Grid['columnWidths'];
}

/** An amount that does not fit is no figure any more, so columns grow with the amounts: the sheet is then printed smaller. */
export function frameOf(report: Report): Frame {
  const { years, budget } = report;
  const narrow = Math.max(LEAST_QUARTER_COLUMNS, years.length * QUARTERS_OF_YEAR);
  const usual = Math.floor(QUARTERS_WIDTH / narrow);
  const spans = budget === null ? [] : budgetSpans(budget);
  const needs = spans.map(widthOfAmounts);
  const isOfYears = spans.every(({ when }) => typeof when === 'number' && years.includes(when));
  const spanShares = isOfYears ? spans.map(() => QUARTERS_OF_YEAR) : sharesFor(needs, narrow, usual);
  const each = Math.max(usual, ...needs.map((need, index) => Math.ceil(need / (spanShares[index] ?? 1))));
  const total = budget === null ? 0 : Math.ceil(widthOfAmounts(budget));
  return {
    years,
    narrow,
    width: LABEL_COLUMNS + narrow,
    spanShares,
    columnWidths: [...labelWidths(report, total), ...Array.from({ length: narrow }, () => each)],
  };
}

/** The pixels that the longest of the amounts of a time takes. */
function widthOfAmounts({ total, sources }: BudgetSpan): number {
  const texts = [total, ...Object.values(sources)].flatMap(({ planned, executed, rate }) => [
    ...[planned, executed].map(({ value }) => millionText(value ?? 0)),
    percentText(rate.percent ?? 0, rate.digits),
  ]);
  return Math.max(...texts.map((text) => widthOf(text, 'box')));
}

/**
 * The narrow columns of each time: the same for all, the last ones a little wider, as what comes after the term is often the most. Where the
 * amounts of a time need more room than that, each has as much as its own need.
 */
function sharesFor(needs: readonly number[], narrow: number, each: number): readonly number[] {
  const even = [...sharesOf(narrow, needs.length)].reverse();
  if (needs.every((need, index) => need <= (even[index] ?? 0) * each)) return even;
  const shares = needs.map(() => 1);
  for (let left = narrow - needs.length; left > 0; left -= 1) {
    const crowding = needs.map((need, index) => need / (shares[index] ?? 1));
    const most = crowding.indexOf(Math.max(...crowding));
    shares[most] = (shares[most] ?? 0) + 1;
  }
  return shares;
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

/** One cell for each time of the budget. Years alone stand below those of the schedule; with 기투자 or 임기후 beside them all share the width. */
export function spanCells(
  { spanShares }: Frame,
  spans: readonly TimedSpan[],
  cellOf: (span: TimedSpan) => GridCell,
): readonly WideCell[] {
  return spans.map((span, index) => wide(cellOf(span), spanShares[index] ?? 1));
}

/**
 * Cells beside one another, of which so many would fill the narrow columns. Tables that stand under one another have the same number, so
 * that their cells do too.
 */
export function evenCells(frame: Frame, cells: readonly GridCell[], fill: number): readonly WideCell[] {
  const shares = sharesOf(frame.narrow, Math.max(fill, cells.length, 1));
  return cells.map((cell, index) => wide(cell, shares[index] ?? 1));
}

/** Cells that fill the narrow columns, each with its share of them. @param shares the columns of each where there are as many as they add up to. */
export function sharedCells(
  { narrow }: Frame,
  cells: readonly GridCell[],
  shares: readonly number[],
): readonly WideCell[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;
  return cells.map((cell, index) => {
    const start = Math.round((before * narrow) / whole);
    before += shares[index] ?? 0;
    return wide(cell, Math.round((before * narrow) / whole) - start);
  });
}

/**
 * The most cells in the narrow columns that have room for their names: of 20 columns of 24 pixels it is 7, one of them of two columns. A word
 * that needs more room makes it fewer.
 */
export function mostSlots({ narrow }: Frame, names: readonly string[]): number {
  const each = Math.floor(QUARTERS_WIDTH / narrow);
  const columns = Math.ceil(Math.max(SLOT_WIDTH, longestWord(names, 'boxHeading')) / each);
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
