/** 처리이력: what earlier runs have seen of the suggestions' statuses, and what this one adds to it. */
import type { IsoDate } from '../domain/date.ts';
import type { Finding } from '../domain/finding.ts';
import type { Suggestion } from '../domain/records.ts';
import { newStatusChanges, type StatusChange } from '../domain/status-history.ts';
import { statusChangesIn, statusHistoryTable } from '../sheets/output/status-history.ts';
import type { OutputTab } from '../sheets/output/tabs.ts';
import type { Log, Workbook } from './ports.ts';
import { STATUS_HISTORY_LAYOUT } from './record-tabs.ts';

export interface StatusHistory {
  readonly changes: readonly StatusChange[];
  /** Rows of the tab that cannot be read. */
  readonly findings: readonly Finding[];
  /** Appends in one call what has changed since; nothing where nothing has. */
  appendSince(suggestions: readonly Suggestion[], today: IsoDate): void;
}

/** Read with one call. Where the tab is somebody else's, nothing is remembered. */
export function statusHistory(workbook: Workbook, foreign: ReadonlySet<OutputTab>): StatusHistory {
  if (foreign.has('statusHistory')) return { changes: [], findings: [], appendSince: () => undefined };
  const log = workbook.log(STATUS_HISTORY_LAYOUT);
  const { changes, findings } = changesIn(log);
  return {
    changes,
    findings,
    appendSince: (suggestions, today) => {
      const added = newStatusChanges(suggestions, changes, today);
      if (added.length > 0) log.append(statusHistoryTable(added).rows);
    },
  };
}

function changesIn({ raw }: Log): ReturnType<typeof statusChangesIn> {
  return raw.rows.length === 0 ? { changes: [], findings: [] } : statusChangesIn(raw);
}
