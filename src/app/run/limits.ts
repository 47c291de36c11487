/**
 * The platform's limits and the estimated costs of its calls. No other file contains these numbers. Google
 * does not publish the costs; the duration of an earlier run is preferred where there is one.
 */

/**
 * Limit of cells in a whole spreadsheet, blank ones included. https://support.google.com/drive/answer/37603
 */
export const MOST_CELLS = 10_000_000;
/** From this share of the limit on, 점검 warns. The remaining fifth holds the rows of a year or two. */
export const NEARLY_FULL = 0.8;
/** Size of a new tab. */
export const NEW_TAB = { rows: 1000, columns: 26 } as const;
/** Google ends a run after this time. https://developers.google.com/apps-script/guides/services/quotas */
export const LONGEST_RUN_SECONDS = 6 * 60;
/** A run that has not started writing by then stops itself. This leaves a minute and a half for writing. */
export const TIME_BUDGET_SECONDS = 4.5 * 60;

export interface GoogleCosts {
  /** Milliseconds for a call that reads or changes something. */
  readonly callMilliseconds: number;
  readonly cellReadMilliseconds: number;
  /** Values and formats each count as one cell. */
  readonly cellWrittenMilliseconds: number;
  /** Computing time of the script for one row of a log. */
  readonly rowMilliseconds: number;
}

/**
 * Google's example writes 10,000 cells
 * (https://developers.google.com/apps-script/guides/support/best-practices): 70 s one by one, so 7 ms for a
 * batched call; 1 s in one block, so 0.1 ms for a cell. Calls that wait for the spreadsheet take longer than
 * batched ones, so 50 ms is on the careful side. The cost of reading a cell is our guess. A row takes at most
 * 0.01 ms on the benchmark machine; Google's machines are assumed to be five times slower.
 */
export const GOOGLE_COSTS: GoogleCosts = {
  callMilliseconds: 50,
  cellReadMilliseconds: 0.01,
  cellWrittenMilliseconds: 0.1,
  rowMilliseconds: 0.05,
};

export interface Work {
  readonly calls: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly rows: number;
}

export const NO_WORK: Work = { calls: 0, cellsRead: 0, cellsWritten: 0, rows: 0 };

/** Estimated duration of the work at Google, in seconds. */
export function secondsAtGoogle(
  { calls, cellsRead, cellsWritten, rows }: Work,
  costs: GoogleCosts = GOOGLE_COSTS,
): number {
  const milliseconds =
    calls * costs.callMilliseconds +
    cellsRead * costs.cellReadMilliseconds +
    cellsWritten * costs.cellWrittenMilliseconds +
    rows * costs.rowMilliseconds;
  return milliseconds / 1000;
}
