/** The row of one run in 실행기록, from before its first result to its end. */
import type { OutputTab } from '../../sheets/output/tabs.ts';
import { type Environment, type Log, type Refusal, Refused } from '../ports.ts';
import {
  type BrokenRun,
  brokenRuns,
  healedRow,
  NOT_FINISHED,
  type RunLogEntry,
  runLogRow,
  type StartedBy,
} from './run-log.ts';

export interface RunLine {
  /** When the run began, in the spreadsheet's time zone. */
  readonly timestamp: string;
  /** Duration of the run so far. */
  seconds(): number;
  /** Adds what the run has read to the row. */
  found(entry: Pick<RunLogEntry, 'asOf' | 'accounts' | 'findings'>): void;
  /**
   * Call before the first result is written. From here on these tabs show that they are unfinished.
   * @returns the refusal if the row could not be written; nothing is logged for this run then.
   */
  begin(tabs: readonly OutputTab[]): Refusal | null;
  /**
   * Call when everything is written. This one write clears the unfinished mark of all tabs at once.
   * @param refused the tabs that could not be written.
   */
  end(outcome: string, refused: readonly OutputTab[]): void;
  /**
   * Call when something failed. All tabs of the run show that they are unfinished, also those that were
   * written completely.
   * @param attempt what was being done, for a failure that may have come after its effect; '': the tabs say
   * enough.
   */
  breakOff(error: unknown, attempt?: string): void;
}

/** @param log null: the add-on did not make the tab, so nothing is logged. */
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
      const refusal = catchRefusal(() => say(NOT_FINISHED, tabs));
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
        say(row === null ? `계산하지 못함: ${reason}` : `${NOT_FINISHED}: ${reason}`, written);
        workbook.flush();
      } catch {
        // Report the first failure, not this one. Without the row, the tabs still show that they are
        // unfinished.
      }
    },
  };
}

/** Runs an action and returns the refusal that it threw; null: none. Other errors are thrown on. */
export function catchRefusal(act: () => void): Refusal | null {
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
