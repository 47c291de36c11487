/**
 * The layout of result tabs before anything is computed. 시트 준비 applies it, so that the first run need not.
 */
import type { Grid } from '../grid/grid.ts';
import type { ResultTab } from '../tabs.ts';

export type Shape = Pick<Grid, 'columnWidths' | 'frozenRows' | 'rowHeights'>;

/**
 * Height of one row, in pixels. The first run makes rows higher; with a height given, text is centred
 * already.
 */
const HEIGHTS_LATER = [21];

/** Width of the columns of figures in 요약, in pixels. Charts span some of these columns. */
export const SUMMARY_COLUMN = 100;

/** 실적보고 is missing because its columns depend on the years of the pledge. */
export const RESULT_SHAPES = {
  summary: {
    columnWidths: [160, ...Array<number>(9).fill(SUMMARY_COLUMN)],
    frozenRows: 2,
    // A single run that includes the key figures: each run costs a call.
    rowHeights: Array<number>(7).fill(30),
  },
  meetings: { columnWidths: [180, 90, 90, 90, 90, 90, 90, 90], frozenRows: 2, rowHeights: [] },
  suggestions: { columnWidths: [210, 80, 90, 90, 90, 90, 90, 90, 90, 110], frozenRows: 2, rowHeights: [] },
  budget: { columnWidths: [100, 130, 130, 130, 130, 130], frozenRows: 2, rowHeights: [] },
  audit: { columnWidths: [60, 90, 70, 150, 430, 380], frozenRows: 4, rowHeights: HEIGHTS_LATER },
} as const satisfies Record<Exclude<ResultTab, 'report'>, Shape>;
