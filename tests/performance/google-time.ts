/**
 * A model of the time that a run takes at Google, where calls and cells cost and computing hardly does. Nobody promises these
 * costs: put your own there, from the durations that the run log shows.
 */
export interface GoogleCosts {
  /** A call that reads or changes something. */
  readonly callMilliseconds: number;
  readonly cellReadMilliseconds: number;
  /** Values and formats each count as a cell. */
  readonly cellWrittenMilliseconds: number;
}

/**
 * Google's own example is 10,000 cells: 70 s one by one, that is 7 ms a call with its writes gathered, and 1 s in one block, that is 0.1 ms a cell
 * (https://developers.google.com/apps-script/guides/support/best-practices). A call that has to wait for the spreadsheet takes
 * longer than one whose writes are gathered, so this is on the careful side; a read cell is our guess.
 */
export const GOOGLE_COSTS: GoogleCosts = {
  callMilliseconds: 50,
  cellReadMilliseconds: 0.01,
  cellWrittenMilliseconds: 0.1,
};

/** After so long Google ends a run. https://developers.google.com/apps-script/guides/services/quotas */
export const LONGEST_RUN_MINUTES = 6;

/** Seconds, without what the script itself computes. */
export function secondsAtGoogle(
  run: { readonly calls: number; readonly cellsRead: number; readonly cellsWritten: number },
  costs: GoogleCosts = GOOGLE_COSTS,
): number {
  const milliseconds =
    run.calls * costs.callMilliseconds +
    run.cellsRead * costs.cellReadMilliseconds +
    run.cellsWritten * costs.cellWrittenMilliseconds;
  return milliseconds / 1000;
}
