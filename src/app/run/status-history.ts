/** 처리이력: what earlier runs have seen of the suggestions' statuses, and what this one adds to it. */
import type { IsoDate } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Suggestion } from '../../domain/records.ts';
import { newStatusChanges, type StatusChange } from '../../domain/suggestions/status-history.ts';
import { statusChangesIn, statusHistoryTable } from '../../sheets/output/records/status-history.ts';
import type { OutputTab } from '../../sheets/output/tabs.ts';
import type { Log, Workbook } from '../ports.ts';
import { type Need, recordNeed } from './capacity.ts';
import { STATUS_HISTORY_LAYOUT } from './record-layouts.ts';

export interface StatusHistory {
  readonly changes: readonly StatusChange[];
  /** Rows of the tab that cannot be read. */
  readonly findings: readonly Finding[];
  /** What has changed since. */
  since(suggestions: readonly Suggestion[], today: IsoDate): Addition;
}

/** What a run adds to tabs that remember. */
export interface Addition {
  /** How large they must be for it. */
  readonly needs: readonly Need[];
  /** In one call a tab; nothing where there is nothing to add. */
  append(): void;
}

const NOTHING_TO_ADD: Addition = { needs: [], append: () => undefined };

/** Read with one call. Where the tab is somebody else's, nothing is remembered. */
export function statusHistory(workbook: Workbook, foreign: ReadonlySet<OutputTab>): StatusHistory {
  if (foreign.has('statusHistory')) return { changes: [], findings: [], since: () => NOTHING_TO_ADD };
  const log = workbook.log(STATUS_HISTORY_LAYOUT);
  const { changes, findings } = changesIn(log);
  return {
    changes,
    findings,
    since: (suggestions, today) => {
      const added = newStatusChanges(suggestions, changes, today);
      if (added.length === 0) return NOTHING_TO_ADD;
      return {
        needs: [recordNeed('statusHistory', log.room(added.length))],
        append: () => void log.append(statusHistoryTable(added).rows),
      };
    },
  };
}

function changesIn({ raw }: Log): ReturnType<typeof statusChangesIn> {
  return raw.rows.length === 0 ? { changes: [], findings: [] } : statusChangesIn(raw);
}
