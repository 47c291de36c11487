/** How a result tab looks before anything was computed. 시트 준비 does that much, and the first run need not. */
import type { Grid } from '../grid/grid.ts';

export type Shape = Pick<Grid, 'columnWidths' | 'frozenRows'>;

/** Pixels of the columns of 요약 that hold figures; charts are as wide as some of them. */
export const SUMMARY_COLUMN = 100;

/** 실적보고 is not here: its columns follow the term of office. */
export const RESULT_SHAPES = {
  summary: { columnWidths: [160, ...Array<number>(9).fill(SUMMARY_COLUMN)], frozenRows: 2 },
  meetings: { columnWidths: [180, 90, 90, 90, 90, 90, 90, 90], frozenRows: 2 },
  suggestions: { columnWidths: [210, 80, 90, 90, 90, 90, 90, 90, 90, 110], frozenRows: 2 },
  budget: { columnWidths: [100, 130, 130, 130, 130, 130], frozenRows: 2 },
  audit: { columnWidths: [60, 90, 70, 150, 430, 380], frozenRows: 4 },
} as const satisfies Record<string, Shape>;
