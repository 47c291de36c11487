/** What a run tells before it happens: that it does not fit into the spreadsheet, or is likely to take longer than it may. */
import type { Finding } from '../../domain/finding.ts';
import { listedFindings } from '../../sheets/output/results/listed-finding.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import type { Environment, Log, WritePlan } from '../ports.ts';
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
import type { Closing } from './close-months.ts';
import { lastTimed } from './run-log.ts';
import type { Addition } from './status-history.ts';

/** What is known of a run before it reads a row. */
interface Start {
  readonly action: string;
  readonly closing: boolean;
  /** The result tabs that it would write. */
  readonly results: readonly OutputTab[];
  /** The run log; null where its tab is somebody else's. */
  readonly log: Log | null;
}

export interface Ahead {
  /** What 점검 is to say of it. */
  readonly findings: readonly Finding[];
  /**
   * The closing as far as it can be kept: without the rows behind it where these are too many.
   * @param seconds that the run has taken so far.
   * @throws {OutOfRoom} where what is to be written does not fit.
   */
  fitting(grids: WritePlan['grids'], seen: Addition, closing: Closing, seconds: () => number): Closing;
}

/**
 * Asks the tabs for their sizes alone. A run that is likely to take long is told of at once.
 * @throws {OutOfRoom} where not even the tabs fit that must be there.
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
