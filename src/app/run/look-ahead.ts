/** Checks before a run whether it fits into the spreadsheet and is likely to finish in time. */
import type { Finding } from '../../domain/finding.ts';
import { listedFindings } from '../../sheets/output/results/listed-finding.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import type { Closing } from '../months/close-months.ts';
import type { Environment, Log, WritePlan } from '../ports.ts';
import type { Addition } from '../records/status-history.ts';
import {
  couldFit,
  isWritableInTime,
  longRun,
  nearlyFull,
  recordNeed,
  refuseOverflow,
  resultNeed,
  tabNeed,
} from './capacity.ts';
import { lastTimed } from './run-log.ts';

/** What is known about a run before it reads any row. */
interface Start {
  readonly action: string;
  readonly closing: boolean;
  /** The result tabs that it will write. */
  readonly results: readonly OutputTab[];
  /** The run log; null: the add-on did not make that tab. */
  readonly log: Log | null;
}

export interface Ahead {
  /** Findings for 점검. */
  readonly findings: readonly Finding[];
  /**
   * Returns the closing that fits: without the rows behind the months if there are too many of them.
   * @param seconds duration of the run so far.
   * @throws {OutOfRoom} if the planned writes do not fit.
   */
  fitting(grids: WritePlan['grids'], seen: Addition, closing: Closing, seconds: () => number): Closing;
}

/**
 * Looks only at the sizes of the tabs. Announces at once that a run is likely to take long.
 * @throws {OutOfRoom} if not even the required tabs fit.
 */
export function lookAhead(
  { workbook, pace }: Pick<Environment, 'workbook' | 'pace'>,
  { action, closing, results, log }: Start,
): Ahead {
  const sizes = workbook.sizes();
  const runLog = log === null ? [] : [recordNeed('runLog')];
  refuseOverflow(sizes, [...results.map((tab) => tabNeed(OUTPUT_TABS[tab])), ...runLog]);
  const last = log === null ? null : lastTimed(log, action);
  const long = longRun(sizes, { written: results, closing, last });
  for (const { what, remedy } of listedFindings(long, {})) pace.announce(`${what} ${remedy}`);
  return {
    findings: [...nearlyFull(sizes), ...long],
    fitting: (grids, seen, whole, seconds) => {
      const needs = [
        ...grids.map(({ tab, grid }) => resultNeed(tab, grid)),
        ...(log === null ? [] : [recordNeed('runLog', log.room(1))]),
        ...seen.needs,
      ];
      const keepsRows =
        whole.rowCells === 0 ||
        (couldFit(sizes, [...needs, ...whole.needs]) && isWritableInTime(whole.rowCells, seconds()));
      const kept = keepsRows ? whole : whole.withoutRows();
      refuseOverflow(sizes, [...needs, ...kept.needs]);
      return kept;
    },
  };
}
