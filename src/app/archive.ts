/** 보관: the lines that count for archived years. */
import type { StoredBlock } from '../domain/archive.ts';
import type { Finding } from '../domain/finding.ts';
import { archiveBlocksIn } from '../sheets/output/archive.ts';
import type { OutputTab } from '../sheets/output/tabs.ts';
import type { Log, Workbook } from './ports.ts';
import { ARCHIVE_LAYOUT } from './record-tabs.ts';

export interface Archive {
  readonly blocks: readonly StoredBlock[];
  /** What is wrong with the tab. */
  readonly findings: readonly Finding[];
  /** null where the tab is somebody else's. */
  readonly log: Log | null;
}

/** Read with one call, and with none where nothing was ever archived. */
export function archiveOf(workbook: Workbook, foreign: ReadonlySet<OutputTab>): Archive {
  if (foreign.has('archive')) return { blocks: [], findings: [], log: null };
  const log = workbook.log(ARCHIVE_LAYOUT);
  return log.raw.rows.length === 0 ? { blocks: [], findings: [], log } : { ...archiveBlocksIn(log.raw), log };
}
