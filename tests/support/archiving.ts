/** Archiving in tests: the block of a workbook as its tab gives it back, and the rows that a person then deletes. */
import { computed, NOTHING_AROUND } from '../../src/app/compute.ts';
import { runResultOf } from '../../src/app/run-result.ts';
import type { StoredBlock } from '../../src/domain/archive.ts';
import { withoutArchivedRows } from '../../src/domain/archived-rows.ts';
import { archiveBlock } from '../../src/domain/archiving.ts';
import { type IsoDate, lastDayOfYear } from '../../src/domain/date.ts';
import { FACT_TABS } from '../../src/domain/row-facts.ts';
import type { StatusChange } from '../../src/domain/status-history.ts';
import { type RawTabs, readRecords } from '../../src/sheets/input/read-records.ts';
import { archiveBlocksIn, archiveTable } from '../../src/sheets/output/archive.ts';
import { OUTPUT_TABS } from '../../src/sheets/output/tabs.ts';

/** Everything that a later run is told of. */
export interface Archived {
  readonly archive: readonly StoredBlock[];
  readonly history: readonly StatusChange[];
}

/** The blocks after the years up to one have been archived too. */
export function archivedUpTo(
  tabs: RawTabs,
  lastYear: number,
  today: IsoDate,
  { archive, history }: Archived,
): Archived {
  const around = { ...NOTHING_AROUND, archive, history };
  const { read } = computed(tabs, lastDayOfYear(lastYear), today, around);
  const about = { lastYear, archivedAt: `${today} 09:00:00`, today };
  const blocks = [archiveBlock(read.records, history, about)];
  const rows = blocks.flatMap((block) => archiveTable(block).rows);
  // Below the lines of earlier blocks.
  const last = Math.max(1, ...archive.flatMap((block) => block.lines.map(({ row }) => row)));
  const stored = archiveBlocksIn({
    name: OUTPUT_TABS.archive,
    rows: [archiveTable(null).headings, ...Array.from({ length: last - 1 }, () => []), ...rows],
  });
  if (stored.findings.length > 0) throw new Error(JSON.stringify(stored.findings));
  return { archive: [...archive, ...stored.blocks], history };
}

/** The tabs without the rows that may be deleted. */
export function withoutDeletableRows(tabs: RawTabs, today: IsoDate, archived: Archived): RawTabs {
  const { archive, history } = archived;
  const { records } = readRecords(tabs, [], archive);
  const { findings } = withoutArchivedRows(records, archive, history, today);
  const told = findings.flatMap(({ problem }) => (problem.code === 'archived-years' ? problem.standing : []));
  const left = FACT_TABS.map((tab) => {
    const raw = tabs[tab];
    const ranges = told.find((standing) => standing.tab === tab)?.ranges ?? [];
    const rows = raw?.rows.filter(
      (_, index) => !ranges.some(({ from, to }) => index + 1 >= from && index + 1 <= to),
    );
    return [tab, raw === undefined || rows === undefined ? raw : { ...raw, rows }] as const;
  });
  return { ...tabs, ...Object.fromEntries(left) };
}

/**
 * The figures of a workbook, and what is wrong with its archived rows; null where it has none. Names may come up in another order where
 * a log was sorted after its years had been archived.
 */
export function figuresOf(tabs: RawTabs, asOf: IsoDate, today: IsoDate, archived: Archived) {
  const { report, accounts, findings } = computed(tabs, asOf, today, { ...NOTHING_AROUND, ...archived });
  if (report === null) return null;
  const { meetings, suggestions, budget } = runResultOf(report, accounts, findings);
  const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row)).toSorted();
  return {
    meetings: { ...meetings, categories: sorted(meetings?.categories) },
    suggestions: { total: suggestions?.total, sources: sorted(suggestions?.sources) },
    budget,
    others: findings.filter(({ code }) => code === 'row-of-archived-year'),
  };
}
