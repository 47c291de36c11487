/** The columns on which the whole official sheet stands: three for labels and totals, then four narrow ones a year. */
import type { Report } from '../../../domain/report.ts';
import { type Grid, type GridCell, type GridRow, type Role, textCell } from '../grid/grid.ts';
import { sharesOf, spreadRow, type WideCell, wide } from './wide-cells.ts';

export const LABEL_COLUMNS = 3;
export const QUARTERS_OF_YEAR = 4;
/** Tables of categories and statuses need room even where a pledge lasts a year. */
const LEAST_QUARTER_COLUMNS = 12;

const LABEL_WIDTHS = [84, 52, 64] as const;
/** Four letters of Hangul and what a cell keeps free beside them. */
const LEAST_NAME_WIDTH = 48;
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

/** Cells that divide the narrow columns among them, the longest names the wider ones; without any, one that is blank. */
export function sharedCells(
  frame: Frame,
  cells: readonly GridCell[],
  names: readonly string[] = [],
): readonly WideCell[] {
  if (cells.length === 0) return [wide(textCell('', 'box'), frame.narrow)];
  const shares = sharesOf(frame.narrow, cells.length, names);
  return cells.map((cell, index) => wide(cell, shares[index] ?? 1));
}

/** Things of which each gets a cell with room for its name, as many lines as that takes: 15 among 12 columns are 5, 5, 5. */
export function sharedLines<Item>(frame: Frame, items: readonly Item[]): readonly (readonly Item[])[] {
  const columnsOfName = Math.ceil(LEAST_NAME_WIDTH / Math.floor(QUARTERS_WIDTH / frame.narrow));
  const lines = Math.max(1, Math.ceil(items.length / Math.max(1, Math.floor(frame.narrow / columnsOfName))));
  const inALine = Math.ceil(items.length / lines);
  return Array.from({ length: lines }, (_, line) => items.slice(line * inALine, (line + 1) * inALine));
}

/** One text across the whole sheet. */
export function fullRow(frame: Frame, text: string, role: Role): GridRow {
  return spreadRow(wide(textCell(text, role), frame.width));
}

/** Said in the place of a part that could not be computed. */
export const NOT_COMPUTED = '필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.';
