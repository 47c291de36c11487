/** Where a printed sheet may end a page: between its blocks, which blank rows part, so that no table is cut in two. */

import type { PageSetup, SheetState } from '../workbook/document.ts';
import { largest } from '../workbook/largest.ts';

type Margins = NonNullable<PageSetup['margins']>;

/** A4 upright, in inches. */
const PAPER = { width: 8.27, height: 11.69 };
const PIXELS_PER_INCH = 96;
const DEFAULT_ROW_HEIGHT = 21;
const DEFAULT_COLUMN_WIDTH = 100;
/** Programs round heights in their own ways; a page that is not filled to the last line leaves them room. */
const FILLED = 0.98;

/** A page on which less than this stands is filled with what it can hold of the next block, instead of being left blank. */
const LEAST_FILLED = 1 / 3;

/**
 * The last rows of the pages that have to end before a block that would not fit. A block longer than a page goes on as it comes, and so does
 * one that would leave a page nearly blank.
 */
export function pageBreaks(sheet: SheetState, margins: Margins): readonly number[] {
  const capacity = pageHeight(sheet, margins);
  const breaks: number[] = [];
  let filled = 0;
  for (const { first, height, blank } of blocksOf(sheet)) {
    if (filled >= capacity * LEAST_FILLED && filled + height > capacity) {
      breaks.push(first - 1);
      filled = 0;
    }
    filled = ((filled + height) % capacity) + blank;
  }
  return breaks;
}

/** Pixels of the sheet on one page, once it has been made small enough for the width of the paper. */
function pageHeight(sheet: SheetState, margins: Margins): number {
  const columns = largest(sheet.values.map((row) => row.length));
  let width = 0;
  for (let column = 1; column <= columns; column++) {
    width += sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH;
  }
  const room = (PAPER.width - margins.left - margins.right) * PIXELS_PER_INCH;
  const scale = Math.min(1, room / Math.max(1, width));
  return ((PAPER.height - margins.top - margins.bottom) * PIXELS_PER_INCH * FILLED) / scale;
}

interface RowBlock {
  readonly first: number;
  readonly height: number;
  /** Height of the blank rows that follow: they may as well fall between two pages. */
  readonly blank: number;
}

/** Runs of rows, each with the blank rows that follow it. Rows that a chart lies on are not blank. */
function blocksOf(sheet: SheetState): readonly RowBlock[] {
  const charted = chartedRows(sheet);
  const blocks: RowBlock[] = [];
  let block: RowBlock = { first: 1, height: 0, blank: 0 };
  sheet.values.forEach((row, index) => {
    const height = sheet.rowHeights.get(index + 1) ?? DEFAULT_ROW_HEIGHT;
    if (row.every((cell) => cell === null || cell === '') && !charted.has(index + 1)) {
      block = { ...block, blank: block.blank + height };
    } else if (block.blank > 0) {
      blocks.push(block);
      block = { first: index + 1, height, blank: 0 };
    } else {
      block = { ...block, height: block.height + height };
    }
  });
  return [...blocks, block];
}

function chartedRows({ charts = [] }: SheetState): ReadonlySet<number> {
  return new Set(
    charts.flatMap(({ position, options }) => {
      const height = typeof options.height === 'number' ? options.height : 0;
      const rows = Math.ceil((position.offsetY + height) / DEFAULT_ROW_HEIGHT);
      return Array.from({ length: rows }, (_, index) => position.row + index);
    }),
  );
}
