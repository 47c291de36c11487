/** Rows of archived years that still stand in the input tabs: their lines count, and they do not. */
import {
  type ArchivedRecords,
  archiveGroupOf,
  blockHolding,
  lastBlock,
  type StoredBlock,
  type StoredLine,
} from './archive.ts';
import { yearReceived } from './archiving.ts';
import { type IsoDate, lastDayOfYear } from './date.ts';
import type { Source } from './figure.ts';
import type { Finding } from './finding.ts';
import { addedFingerprints, sumOfFingerprints } from './fingerprint-sum.ts';
import { groupBy } from './grouping.ts';
import type { Records, Suggestion } from './records.ts';
import type { RowsArchived } from './row-account.ts';
import { FACT_TABS, type FactTab } from './row-facts.ts';
import { executionPrint, meetingPrint, suggestionPrint } from './row-print.ts';
import {
  endedBy,
  type StatusChange,
  type StatusTimelines,
  statusTimelines,
  timelineIn,
} from './status-history.ts';
import { totalRecord } from './words.ts';

export interface RowsApart {
  /** Without the rows that the archive holds. */
  readonly records: Records;
  /** Of the tabs that rows were archived of. */
  readonly archived: Readonly<Partial<Record<FactTab, RowsArchived>>>;
  readonly findings: readonly Finding[];
}

/** A row that a block holds by its date. */
interface HeldRow {
  readonly block: StoredBlock;
  readonly source: Source;
  /** What it counted as; null: it can be none of those that were archived. */
  readonly counted: { readonly group: string; readonly print: string } | null;
}

/**
 * Sets the rows apart that the archive holds. Whoever deletes them changes no figure. A row of these years that is not one of those
 * that were archived is in no figure either, for nobody can tell whether its line holds it already: it is an error.
 */
export function withoutArchivedRows(
  records: Records,
  blocks: readonly StoredBlock[],
  history: readonly StatusChange[],
  today: IsoDate,
): RowsApart {
  const last = lastBlock(blocks);
  if (last === null) return { records, archived: {}, findings: [] };
  const { lastYear } = last;
  const held: HeldRow[] = [];
  const stays = (block: StoredBlock | null, heldAs: (block: StoredBlock) => Omit<HeldRow, 'block'>) => {
    if (block !== null) held.push({ block, ...heldAs(block) });
    return block === null;
  };

  const blockOf = blockHolding(blocks);
  const timelines = statusTimelines(records.suggestions ?? [], history, today);
  const mayBeCarried = carriedUnderOtherKeys(records.suggestions ?? [], last, timelines);
  const endOf = (suggestion: Suggestion, day: IsoDate) => endedBy(timelineIn(timelines, suggestion), day);
  const countedSuggestion = (suggestion: Suggestion, { lastYear: year }: StoredBlock): HeldRow['counted'] => {
    const end = endOf(suggestion, lastDayOfYear(year));
    if (end === null) return null;
    const group = archiveGroupOf('suggestions', yearReceived(suggestion), suggestion.origin);
    return { group, print: suggestionPrint(suggestion, end.status) };
  };
  const standing: Records = {
    ...records,
    meetings:
      records.meetings?.filter((meeting) =>
        stays(blockOf(meeting.date), () => {
          const { date, category, held: source } = meeting;
          const group = archiveGroupOf('meetings', date, category.name);
          return { source, counted: { group, print: meetingPrint(meeting) } };
        }),
      ) ?? null,
    suggestions:
      records.suggestions?.filter(
        (suggestion) =>
          mayBeCarried.has(suggestion) ||
          stays(
            blockOf(suggestion.date, suggestion.key, (day) => endOf(suggestion, day) !== null),
            (block) => ({
              source: suggestion.received,
              counted: countedSuggestion(suggestion, block),
            }),
          ),
      ) ?? null,
    executions:
      records.executions?.filter((execution) =>
        stays(blockOf(execution.date), () => {
          const { date, fundingSource, executed } = execution;
          const group = archiveGroupOf('executions', date, fundingSource);
          return { source: executed, counted: { group, print: executionPrint(execution) } };
        }),
      ) ?? null,
  };

  const known = knownRows(blocks, records.archived, held);
  const heldIn = groupBy(held, ({ source }) => source.tab);
  const rowsOf = (tab: FactTab) => {
    const rows = heldIn.get(tab) ?? [];
    return {
      archived: rows.filter((row) => known.has(row)).map(({ source }) => source.row),
      others: rows.filter((row) => !known.has(row)).map(({ source }) => source.row),
    };
  };
  const rows = totalRecord(FACT_TABS, rowsOf);
  return {
    records: standing,
    archived: totalRecord(FACT_TABS, (tab) => {
      const lines = blocks.flatMap((block) => block.lines).filter(({ line }) => line.tab === tab);
      return {
        lastYear,
        lines: lines.length,
        rows: lines.reduce((sum, { line }) => sum + line.rows, 0),
        standing: rows[tab].archived.length,
        others: rows[tab].others.length,
      };
    }),
    findings: [
      archivedYears(blocks, last, rows),
      ...FACT_TABS.flatMap((tab): readonly Finding[] => {
        const [first] = rows[tab].others;
        if (first === undefined) return [];
        return [
          {
            problem: { code: 'row-of-archived-year', rows: rows[tab].others.length, lastYear },
            place: { tab, row: first, field: 'date' },
          },
        ];
      }),
    ],
  };
}

/**
 * A suggestion without a number is known by what its row says: one that was carried and has been edited since has another key. As many
 * rows as there are carried ones missing are taken for these, if they were not at an end: an archived row was.
 */
function carriedUnderOtherKeys(
  suggestions: readonly Suggestion[],
  { lastYear, carried }: StoredBlock,
  timelines: StatusTimelines,
): ReadonlySet<Suggestion> {
  const lastDay = lastDayOfYear(lastYear);
  const rowsOfKey = groupBy(suggestions, ({ key }) => key);
  const missing = [...groupBy(carried, (key) => key)].reduce(
    (sum, [key, { length }]) => sum + Math.max(0, length - (rowsOfKey.get(key)?.length ?? 0)),
    0,
  );
  const known = new Set(carried);
  return new Set(
    suggestions
      .filter(
        (suggestion) =>
          suggestion.date.last <= lastDay &&
          !known.has(suggestion.key) &&
          endedBy(timelineIn(timelines, suggestion), lastDay) === null,
      )
      .slice(0, missing),
  );
}

/** Those of the rows that are, all together, the ones that the lines of their group were made of. */
function knownRows(
  blocks: readonly StoredBlock[],
  archived: ArchivedRecords,
  held: readonly HeldRow[],
): ReadonlySet<HeldRow> {
  const known = new Set<HeldRow>();
  const heldBy = groupBy(held, ({ block }) => block);
  const nameNow = new Map<number, string | null>([
    ...archived.meetings.map(({ held: { row }, category }) => [row, category.name] as const),
    ...archived.suggestions.map(({ received: { row }, origin }) => [row, origin] as const),
  ]);
  for (const block of blocks) {
    const lines = groupBy(block.lines, ({ row, line: { tab, date, name } }) =>
      archiveGroupOf(tab, date, nameNow.get(row) ?? name),
    );
    const groups = groupBy(heldBy.get(block) ?? [], ({ counted }) => counted?.group ?? null);
    for (const [group, rows] of groups) {
      if (group !== null && isMadeOf(lines.get(group) ?? [], rows)) for (const row of rows) known.add(row);
    }
  }
  return known;
}

function isMadeOf(lines: readonly StoredLine[], rows: readonly HeldRow[]): boolean {
  const prints = rows.flatMap(({ counted }) => counted?.print ?? []);
  return sumOfFingerprints(lines.map(({ line }) => line.fingerprint)) === addedFingerprints(prints);
}

/** Where the figures of archived years come from, and which of their rows may be deleted. */
function archivedYears(
  blocks: readonly StoredBlock[],
  { lastYear, archivedAt, carried }: StoredBlock,
  rows: Readonly<Record<FactTab, { readonly archived: readonly number[] }>>,
): Finding {
  const lines = blocks.flatMap((block) => block.lines);
  return {
    problem: {
      code: 'archived-years',
      lastYear,
      archivedAt,
      lines: lines.length,
      rows: lines.reduce((sum, { line }) => sum + line.rows, 0),
      carried: carried.length,
      standing: FACT_TABS.flatMap((tab) => {
        const ranges = rangesOf(rows[tab].archived);
        return ranges.length === 0 ? [] : [{ tab, rows: rows[tab].archived.length, ranges }];
      }),
    },
    place: { tab: 'archive', row: null, field: null },
  };
}

/** Runs of neighbouring rows, which ascend: 3, 4, 5 and 9 are 3–5 and 9–9. */
function rangesOf(rows: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.to === row - 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  return ranges;
}
