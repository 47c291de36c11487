/**
 * Page breaks of a printed sheet. Pages end between blocks, which blank rows separate, so that no table is
 * cut in two.
 */

import type { PageSetup, SheetState } from '../workbook/document.ts';
import { largest } from '../workbook/largest.ts';

type Margins = NonNullable<PageSetup['margins']>;

/** A4 portrait, in inches. */
const PAPER = { width: 8.27, height: 11.69 };
const PIXELS_PER_INCH = 96;
const DEFAULT_ROW_HEIGHT = 21;
const DEFAULT_COLUMN_WIDTH = 100;
/** Usable share of a page. Programs round heights differently, so a little room is left. */
const FILLED = 0.98;

/** A page filled less than this takes the start of the next block instead of staying nearly blank. */
const LEAST_FILLED = 1 / 3;

/**
 * The rows after which a page ends early because the next block would not fit. No break is made inside a
 * block longer than a page, or where it would leave a page nearly blank.
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

/** Height of the sheet that fits on one page, in pixels, after scaling the sheet to the paper's width. */
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
  /** Height of the blank rows after the block, which may fall on a page break. */
  readonly blank: number;
}

/**
 * Splits the sheet into blocks of rows, each with the blank rows after it. Rows under a chart are not blank.
 */
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
