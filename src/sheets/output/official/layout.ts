/** The columns of the official sheet: three for labels and totals, then four narrow ones a year. */
import { type BudgetSpan, budgetSpans, type TimedSpan } from '../../../domain/budget.ts';
import type { BudgetTime } from '../../../domain/records.ts';
import type { Report } from '../../../domain/report.ts';
import { percentText } from '../../numbers.ts';
import { type Grid, type GridCell, type GridRow, type Role, textCell } from '../grid/grid.ts';
import { lineCount, widthOfText } from '../grid/row-heights.ts';
import { millionText, shownName } from './cells.ts';
import { labelWidths, longestWord } from './label-widths.ts';
import { sharesOf, spreadRow, type WideCell, wide } from './wide-cells.ts';

export const LABEL_COLUMNS = 3;
export const QUARTERS_OF_YEAR = 4;
/** Tables of categories and statuses need this much space even for a pledge of one year. */
const LEAST_QUARTER_COLUMNS = 12;

/** In pixels: five Hangul letters with padding. A longer word gets the width it needs. */
const SLOT_WIDTH = 72;
/** In pixels: three Hangul letters with padding. A remainder of at least this width becomes a cell too. */
const LEAST_SLOT_WIDTH = 48;
/**
 * In pixels. With the labels it fills A4 at full size: 675 pixels between margins of 0.4 inches in
 * LibreOffice.
 */
const QUARTERS_WIDTH = 480;

export interface Frame {
  readonly years: readonly number[];
  /** Number of narrow columns, to the right of the labels. */
  readonly narrowColumns: number;
  /** Number of all columns. */
  readonly width: number;
  /** Number of narrow columns for each time of the budget. */
  readonly spanColumns: readonly number[];
  readonly columnWidths: Grid['columnWidths'];
}

/**
 * The columns for a report. They grow with the longest amount, because one that does not fit is not shown as
 * a figure. A wider sheet is printed smaller.
 */
export function frameOf(report: Report): Frame {
  const { years, budget } = report;
  const narrowColumns = Math.max(LEAST_QUARTER_COLUMNS, years.length * QUARTERS_OF_YEAR);
  const usual = Math.floor(QUARTERS_WIDTH / narrowColumns);
  const spans = budget === null ? [] : budgetSpans(budget);
  const needs = spans.map(widthOfAmounts);
  const times: readonly BudgetTime[] = years;
  const isOfYears = spans.every(({ when }) => times.includes(when));
  const spanColumns = isOfYears ? spans.map(() => QUARTERS_OF_YEAR) : sharesFor(needs, narrowColumns, usual);
  const each = Math.max(usual, ...needs.map((need, index) => Math.ceil(need / (spanColumns[index] ?? 1))));
  const total = budget === null ? 0 : Math.ceil(widthOfAmounts(budget));
  return {
    years,
    narrowColumns,
    width: LABEL_COLUMNS + narrowColumns,
    spanColumns,
    columnWidths: [...labelWidths(report, total), ...Array.from({ length: narrowColumns }, () => each)],
  };
}

/** Pixels that the longest amount of a time of the budget takes. */
function widthOfAmounts({ total, bySource }: BudgetSpan): number {
  const texts = [total, ...Object.values(bySource)].flatMap(({ planned, executed, rate }) => [
    ...[planned, executed].map(({ value }) => millionText(value ?? 0)),
    percentText(rate.percent ?? 0, rate.digits),
  ]);
  return Math.max(...texts.map((text) => widthOfText(text, 'box')));
}

/**
 * Number of narrow columns for each time of the budget. Usually the same for all, with the remainder going to
 * the last ones, since 임기후 often has the largest amounts. Where that is too narrow for some amount, columns
 * are distributed by need.
 */
function sharesFor(needs: readonly number[], narrowColumns: number, each: number): readonly number[] {
  const even = [...sharesOf(narrowColumns, needs.length)].reverse();
  if (needs.every((need, index) => need <= (even[index] ?? 0) * each)) return even;
  const shares = needs.map(() => 1);
  for (let left = narrowColumns - needs.length; left > 0; left -= 1) {
    const crowding = needs.map((need, index) => need / (shares[index] ?? 1));
    const most = crowding.indexOf(Math.max(...crowding));
    shares[most] = (shares[most] ?? 0) + 1;
  }
  return shares;
}

/**
 * One cell a year, as wide as its four quarters; the rest of the frame stays blank.
 * @param years the years of the frame, or what is reported of each of them.
 */
export function yearCells<Year>(
  years: readonly Year[],
  cellOf: (year: Year) => GridCell,
): readonly WideCell[] {
  return years.map((year) => wide(cellOf(year), QUARTERS_OF_YEAR));
}

/**
 * One cell for each time of the budget. Years alone align with those of the schedule; together with 기투자 or
 * 임기후 they share the whole width.
 */
export function spanCells(
  { spanColumns }: Frame,
  spans: readonly TimedSpan[],
  cellOf: (span: TimedSpan) => GridCell,
): readonly WideCell[] {
  return spans.map((span, index) => wide(cellOf(span), spanColumns[index] ?? 1));
}

/**
 * Neighbouring cells, each as wide as if `fill` of them filled the narrow columns. Tables with the same
 * `fill` align.
 */
export function evenCells(frame: Frame, cells: readonly GridCell[], fill: number): readonly WideCell[] {
  const shares = sharesOf(frame.narrowColumns, Math.max(fill, cells.length, 1));
  return cells.map((cell, index) => wide(cell, shares[index] ?? 1));
}

/**
 * Cells that fill the narrow columns.
 * @param shares relative width of each cell.
 */
export function sharedCells(
  { narrowColumns }: Frame,
  cells: readonly GridCell[],
  shares: readonly number[],
): readonly WideCell[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;
  return cells.map((cell, index) => {
    const start = Math.round((before * narrowColumns) / whole);
    before += shares[index] ?? 0;
    return wide(cell, Math.round((before * narrowColumns) / whole) - start);
  });
}

/**
 * The most cells in the narrow columns that leave space for these names: 7 in 20 columns of 24 pixels, one of
 * them of two columns. A longer word makes it fewer, but never less than two: it is broken then.
 */
export function mostSlots({ narrowColumns }: Frame, names: readonly string[]): number {
  const each = Math.floor(QUARTERS_WIDTH / narrowColumns);
  const needed = Math.ceil(
    Math.max(
      SLOT_WIDTH,
      longestWord(
        names.map((name) => shownName(name)),
        'boxHeading',
      ),
    ) / each,
  );
  const columns = Math.min(needed, Math.floor(narrowColumns / 2));
  const over = narrowColumns % columns;
  return Math.max(1, Math.floor(narrowColumns / columns) + (over * each >= LEAST_SLOT_WIDTH ? 1 : 0));
}

/** Splits items into lines of at most `most`, as evenly as possible: 15 with at most 7 are 5, 5, 5. */
export function inLines<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const lines = Math.max(1, Math.ceil(items.length / most));
  const inALine = Math.ceil(items.length / lines);
  return Array.from({ length: lines }, (_, line) => items.slice(line * inALine, (line + 1) * inALine));
}

/**
 * A text across the whole sheet. If one line is enough, it runs over the blank cells beside it without a
 * merge.
 */
export function fullRow(frame: Frame, text: string, role: Role): GridRow {
  const cell = textCell(text, role);
  const width = frame.columnWidths.reduce((sum, each) => sum + each, 0);
  return lineCount(String(cell.value), role, width) > 1 ? spreadRow(wide(cell, frame.width)) : [cell];
}

/** Shown in place of a part that could not be computed. */
export const NOT_COMPUTED = '필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.';
