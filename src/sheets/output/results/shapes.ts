/** How a result tab looks before anything was computed. 시트 준비 does that much, and the first run need not. */
import type { Grid } from '../grid/grid.ts';

export type Shape = Pick<Grid, 'columnWidths' | 'frozenRows' | 'rowHeights'>;

/** Rows are made higher later: the text stands in the middle of them already. */
const HEIGHTS_LATER = [21];

/** Pixels of the columns of 요약 that hold figures; charts are as wide as some of them. */
export const SUMMARY_COLUMN = 100;

/** 실적보고 is not here: its columns follow the term of office. */
export const RESULT_SHAPES = {
  summary: {
    columnWidths: [160, ...Array<number>(9).fill(SUMMARY_COLUMN)],
    frozenRows: 2,
    // One run, for the key figures: each costs a call.
    rowHeights: Array<number>(7).fill(30),
  },
  meetings: { columnWidths: [180, 90, 90, 90, 90, 90, 90, 90], frozenRows: 2, rowHeights: [] },
  suggestions: { columnWidths: [210, 80, 90, 90, 90, 90, 90, 90, 90, 110], frozenRows: 2, rowHeights: [] },
  budget: { columnWidths: [100, 130, 130, 130, 130, 130], frozenRows: 2, rowHeights: [] },
  audit: { columnWidths: [60, 90, 70, 150, 430, 380], frozenRows: 4, rowHeights: HEIGHTS_LATER },
} as const satisfies Record<string, Shape>;
