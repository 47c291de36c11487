/**
 * Archived years: their rows, folded into few lines that give the same figures, so that the rows themselves may be deleted.
 * The lines are the opening balance of all later years; each says of how many rows it was made.
 */
import { type IsoDate, lastDayOfYear, type Period, periodText } from './date.ts';
import { fingerprint } from './fingerprint.ts';
import { addedFingerprints } from './fingerprint-sum.ts';
import type { Execution, Meeting, Suggestion } from './records.ts';
import type { FactTab } from './row-facts.ts';
import type { EndedStatus, FundingSource } from './words.ts';

/** A sum over rows that are all exact, or all estimates. */
export interface FoldedCount {
  readonly amount: number;
  readonly approximate: boolean;
}

/** What a line was made of. */
export interface Folded {
  readonly rows: number;
  /** {@link addedFingerprints} of the prints of these rows: tells whether rows that still stand are the ones it was made of. */
  readonly fingerprint: string;
}

/** Meetings of one day and category. One that is told apart in the official sheet has a line of its own, with its content. */
export interface MeetingLine extends Folded {
  readonly tab: 'meetings';
  readonly date: Period;
  /** Name of the category. */
  readonly name: string;
  readonly content: string | null;
  readonly count: FoldedCount;
  readonly groups: FoldedCount | null;
  readonly groupsAreSites: boolean;
  readonly attendees: FoldedCount | null;
}

/**
 * Suggestions that were at an end, by the years in which they were received and ended. Their months are not kept: nearly every
 * row would be a line of its own. Before the end of the archived years they are therefore not counted.
 */
export interface SuggestionLine extends Folded {
  readonly tab: 'suggestions';
  /** The year of receipt. */
  readonly date: Period;
  /** The origin. */
  readonly name: string | null;
  readonly dong: string | null;
  readonly department: string | null;
  readonly status: EndedStatus;
  /** The year in which that status was reached; null: it has been so for as long as anybody knows. */
  readonly endedIn: Period | null;
  readonly count: FoldedCount;
}

/** Executions of one day and funding source. */
export interface ExecutionLine extends Folded {
  readonly tab: 'executions';
  readonly date: Period;
  readonly name: FundingSource;
  /** Won. */
  readonly count: FoldedCount;
}

export type ArchiveLine = MeetingLine | SuggestionLine | ExecutionLine;

/** In which order tables show the names of suggestions: as they first came up, among rows that are archived or not. */
export type OrderedName =
  | { readonly kind: 'origin'; readonly date: Period; readonly name: string | null }
  | { readonly kind: 'dong' | 'department'; readonly name: string };

/** What one archiving wrote. */
export interface ArchiveBlock {
  /** All years up to this one, as far as an earlier block does not hold them. */
  readonly lastYear: number;
  /** Date and time in the spreadsheet's time zone: `2026-02-03 10:12:45`. */
  readonly archivedAt: string;
  readonly lines: readonly ArchiveLine[];
  /** The key of each suggestion of these years that was not at an end: their rows stay, and go on counting. */
  readonly carried: readonly string[];
  readonly order: readonly OrderedName[];
}

/** A line where it stands in its tab. */
export interface StoredLine {
  /** From 1. */
  readonly row: number;
  readonly line: ArchiveLine;
}

/** A block as it was read again. */
export interface StoredBlock extends Omit<ArchiveBlock, 'lines'> {
  readonly lines: readonly StoredLine[];
}

/** What the lines stand for in the figures. */
export interface ArchivedRecords {
  /** The last day of the archived years; null: nothing is archived. */
  readonly lastDay: IsoDate | null;
  readonly meetings: readonly Meeting[];
  readonly suggestions: readonly Suggestion[];
  readonly executions: readonly Execution[];
  readonly order: readonly OrderedName[];
}

export const NOTHING_ARCHIVED: ArchivedRecords = {
  lastDay: null,
  meetings: [],
  suggestions: [],
  executions: [],
  order: [],
};

/** The block of the latest years; null where nothing is archived. */
export function lastBlock<Block extends Pick<ArchiveBlock, 'lastYear'>>(
  blocks: readonly Block[],
): Block | null {
  return blocks.reduce<Block | null>(
    (last, block) => (last === null || block.lastYear > last.lastYear ? block : last),
    null,
  );
}

/**
 * The block that holds a row; null: the row counts itself. Of an earlier and a later block it is the earlier. A suggestion is held by none
 * that it was carried over, and by none before, since it may have borne another key then; of the others it is the first by whose end
 * it had come to its own, or, where it had by none, the first.
 */
export function blockHolding<Block extends Pick<ArchiveBlock, 'lastYear' | 'carried'>>(
  blocks: readonly Block[],
): (date: Period, key?: string | null, isEndedBy?: (day: IsoDate) => boolean) => Block | null {
  const ascending = [...blocks]
    .sort((a, b) => a.lastYear - b.lastYear)
    .map((block) => ({
      block,
      lastDay: lastDayOfYear(block.lastYear),
      carried: new Set(block.carried),
    }));
  return (date, key = null, isEndedBy = () => true) => {
    const ofDate = ascending.filter(({ lastDay }) => date.last <= lastDay);
    const carriedOver = ofDate.map(({ carried }) => key !== null && carried.has(key)).lastIndexOf(true);
    const possible = ofDate.slice(carriedOver + 1);
    return (possible.find(({ lastDay }) => isEndedBy(lastDay)) ?? possible[0])?.block ?? null;
  };
}

/**
 * Rows that are archived together: those of one day, or year, and one name. The lines of a group add up to its rows, however these
 * were folded.
 */
export function archiveGroupOf(tab: FactTab, date: Period, name: string | null): string {
  return JSON.stringify([tab, periodText(date), name]);
}

/** The same for the same content in any order: a block that is not as it was written is known by it. */
export function blockFingerprint({ lastYear, archivedAt, lines, carried, order }: ArchiveBlock): string {
  return addedFingerprints([
    fingerprint(JSON.stringify([lastYear, archivedAt])),
    ...lines.map((line) => fingerprint(JSON.stringify(partsOf(line)))),
    ...carried.map((key) => fingerprint(key)),
    ...order.map((ordered) => fingerprint(JSON.stringify(orderParts(ordered)))),
  ]);
}

function orderParts(ordered: OrderedName): readonly unknown[] {
  return [ordered.kind, ordered.kind === 'origin' ? periodText(ordered.date) : null, ordered.name];
}

function partsOf(line: ArchiveLine): readonly unknown[] {
  const { tab, date, name, rows, fingerprint: ofRows } = line;
  const common = [tab, periodText(date), name, ...countParts(line.count), rows, ofRows];
  switch (line.tab) {
    case 'meetings': {
      const { content, groups, groupsAreSites, attendees } = line;
      return [...common, content, ...countParts(groups), groupsAreSites, ...countParts(attendees)];
    }
    case 'suggestions': {
      const { dong, department, status, endedIn } = line;
      return [...common, dong, department, status, endedIn === null ? null : periodText(endedIn)];
    }
    case 'executions':
      return common;
  }
}

function countParts(count: FoldedCount | null): readonly unknown[] {
  return count === null ? [null] : [count.amount, count.approximate];
}
