/** The line of one run in the run log, from its first result to its end. */
import type { OutputTab } from '../../sheets/output/tabs.ts';
import { type Environment, type Log, type Refusal, Refused } from '../ports.ts';
import {
  type BrokenRun,
  brokenRuns,
  healedRow,
  NOT_AT_AN_END,
  type RunLogEntry,
  runLogRow,
  type StartedBy,
} from './run-log.ts';

export interface RunLine {
  /** When the run began, in the spreadsheet's time zone. */
  readonly timestamp: string;
  /** How long it has taken so far. */
  seconds(): number;
  /** What the run has read, for the line. */
  found(entry: Pick<RunLogEntry, 'asOf' | 'accounts' | 'findings'>): void;
  /**
   * Said before the first result is written: from here on these tabs say that they are unfinished.
   * @returns why nothing is kept of the run: the tab would not have its line.
   */
  begin(tabs: readonly OutputTab[]): Refusal | null;
  /**
   * Everything is written. With this one write the tabs are finished, all at once.
   * @param refused those of them that could not be written.
   */
  end(outcome: string, refused: readonly OutputTab[]): void;
  /**
   * Something failed. The tabs that were begun say that they are unfinished, also those that were at their end already.
   * @param attempt what was being done, in words, where the failure may have come after its effect; '' where the tabs say enough.
   */
  breakOff(error: unknown, attempt?: string): void;
}

/** @param log null where the tab is somebody else's: then nothing is kept of the run. */
export function runLine(
  { workbook, clock }: Pick<Environment, 'workbook' | 'clock'>,
  { action, startedBy }: { readonly action: string; readonly startedBy: StartedBy },
  log: Log | null,
): RunLine {
  const startedAt = clock.milliseconds();
  const timestamp = clock.timestamp();
  let entry: RunLogEntry = { timestamp, action, startedBy, asOf: '', accounts: {}, findings: [] };
  let row: number | null = null;
  let written: readonly OutputTab[] = [];
  let kept = log;

  const seconds = () => (clock.milliseconds() - startedAt) / 1000;

  function say(outcome: string, unfinished: readonly OutputTab[]): void {
    const cells = runLogRow(entry, { outcome, seconds: seconds(), unfinished });
    if (kept === null) return;
    if (row === null) row = kept.append([cells]);
    else kept.rewrite(row, cells);
  }

  return {
    timestamp,
    seconds,
    found: (known) => {
      entry = { ...entry, ...known };
    },
    begin: (tabs) => {
      written = tabs;
      const refusal = refusalOf(() => say(NOT_AT_AN_END, tabs));
      if (refusal !== null) kept = null;
      return refusal;
    },
    end: (outcome, refused) => {
      const whole = written.filter((tab) => !refused.includes(tab));
      if (kept !== null) heal(kept, brokenRuns(kept), whole);
      say(outcome, refused);
    },
    breakOff: (error, attempt = '') => {
      const message = error instanceof Error ? error.message : String(error);
      const reason = attempt === '' ? message : `${attempt} (${message})`;
      try {
        say(row === null ? `계산하지 못함: ${reason}` : `${NOT_AT_AN_END}: ${reason}`, written);
        workbook.flush();
      } catch {
        // The first failure is the one to tell. Without this line the tabs still say that they are unfinished.
      }
    },
  };
}

/** What the spreadsheet refused of it; null: nothing. */
export function refusalOf(act: () => void): Refusal | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function heal(log: Log, runs: readonly BrokenRun[], written: readonly OutputTab[]): void {
  for (const run of runs) {
    if (run.unfinished.some((tab) => written.includes(tab))) log.rewrite(run.row, healedRow(run, written));
  }
}
