/**
 * What the platform allows, and what its work is thought to cost: the only place that knows these numbers. Nobody promises the
 * costs; a run that has been timed is believed before them.
 */

/** Cells of a whole spreadsheet, the blank ones too. https://support.google.com/drive/answer/37603 */
export const MOST_CELLS = 10_000_000;
/** A spreadsheet as full as this is told of: the fifth that is left holds a year or two of rows, time enough to do something. */
export const NEARLY_FULL = 0.8;
/** What a new tab has. */
export const NEW_TAB = { rows: 1000, columns: 26 } as const;
/** After so long Google ends a run. https://developers.google.com/apps-script/guides/services/quotas */
export const LONGEST_RUN_SECONDS = 6 * 60;
/** A run that has not begun to write by then stops by itself: a minute and a half is left for the writing. */
export const TIME_BUDGET_SECONDS = 4.5 * 60;

export interface GoogleCosts {
  /** A call that reads or changes something. */
  readonly callMilliseconds: number;
  readonly cellReadMilliseconds: number;
  /** Values and formats each count as a cell. */
  readonly cellWrittenMilliseconds: number;
  /** What the script itself computes for a row of a log. */
  readonly rowMilliseconds: number;
}

/**
 * Google's own example is 10,000 cells: 70 s one by one, that is 7 ms a call with its writes gathered, and 1 s in one block, that is 0.1 ms a cell
 * (https://developers.google.com/apps-script/guides/support/best-practices). A call that has to wait for the spreadsheet takes
 * longer than one whose writes are gathered, so this is on the careful side; a read cell is our guess. A row takes no more than 0.01 ms on the
 * machine of the benchmark, and Google's is taken to be five times slower.
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

/** How long so much work takes at Google, as far as the costs are right. */
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
