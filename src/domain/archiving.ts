/** Folding the rows of closed years into the lines of an archive. */
import type { ArchiveBlock, ArchiveLine, Folded, FoldedCount, MeetingLine, OrderedName } from './archive.ts';
import { type IsoDate, lastDayOfYear, type Period, periodText, yearOf, yearPeriod } from './date.ts';
import type { Source } from './figure.ts';
import { addedFingerprints } from './fingerprint-sum.ts';
import { groupBy } from './grouping.ts';
import { MOST_MEETINGS_TOLD_APART } from './meetings.ts';
import type { Execution, Meeting, Records, Suggestion } from './records.ts';
import { executionPrint, meetingPrint, suggestionPrint } from './row-print.ts';
import {
  type Ended,
  endedBy,
  type StatusChange,
  type StatusTimelines,
  statusTimelines,
  timelineIn,
} from './status-history.ts';

/**
 * The rows of all years up to one.
 * @param records without the rows that are archived already.
 */
export function archiveBlock(
  { meetings, suggestions, executions }: Records,
  history: readonly StatusChange[],
  {
    lastYear,
    archivedAt,
    today,
  }: Pick<ArchiveBlock, 'lastYear' | 'archivedAt'> & { readonly today: IsoDate },
): ArchiveBlock {
  const lastDay = lastDayOfYear(lastYear);
  const isOld = ({ date }: { readonly date: Period }) => date.last <= lastDay;
  const old = (suggestions ?? []).filter(isOld);
  const ended = endedSuggestions(old, statusTimelines(suggestions ?? [], history, today), lastDay);
  return {
    lastYear,
    archivedAt,
    lines: [
      ...meetingLines((meetings ?? []).filter(isOld)),
      ...suggestionLines(ended),
      ...executionLines((executions ?? []).filter(isOld)),
    ],
    carried: old.filter((suggestion) => !ended.has(suggestion)).map(({ key }) => key),
    order: orderOf(old),
  };
}

function orderOf(suggestions: readonly Suggestion[]): readonly OrderedName[] {
  const names = new Map<string, OrderedName>();
  for (const suggestion of suggestions) {
    const { origin, dong, department } = suggestion;
    const found: readonly OrderedName[] = [
      { kind: 'origin', date: yearReceived(suggestion), name: origin },
      ...(dong === null ? [] : [{ kind: 'dong' as const, name: dong }]),
      ...(department === null ? [] : [{ kind: 'department' as const, name: department }]),
    ];
    for (const name of found) {
      const key = JSON.stringify(name);
      if (!names.has(key)) names.set(key, name);
    }
  }
  return [...names.values()];
}

/**
 * Those that were at an end by a day, and how. Rows that share their key cannot be told apart later: they are archived together
 * or not at all.
 */
export function endedSuggestions(
  suggestions: readonly Suggestion[],
  timelines: StatusTimelines,
  lastDay: IsoDate,
): ReadonlyMap<Suggestion, Ended> {
  const ended = new Map<Suggestion, Ended>();
  const awaited = new Set<string>();
  for (const suggestion of suggestions) {
    const end = endedBy(timelineIn(timelines, suggestion), lastDay);
    if (end === null) awaited.add(suggestion.key);
    else ended.set(suggestion, end);
  }
  for (const suggestion of suggestions) if (awaited.has(suggestion.key)) ended.delete(suggestion);
  return ended;
}

/** The year in which a suggestion came to its end; null: not known. */
function yearEnded({ since }: Ended): Period | null {
  return since === null ? null : yearPeriod(yearOf(since.last));
}

/** The year that a suggestion was received in. */
export function yearReceived({ date }: Suggestion): Period {
  return yearPeriod(yearOf(date.first)) ?? date;
}

function suggestionLines(ended: ReadonlyMap<Suggestion, Ended>): readonly ArchiveLine[] {
  const folded = [...ended].map(([suggestion, end]) => ({
    suggestion,
    parts: {
      tab: 'suggestions' as const,
      date: yearReceived(suggestion),
      name: suggestion.origin,
      dong: suggestion.dong,
      department: suggestion.department,
      status: end.status,
      endedIn: yearEnded(end),
    },
    print: suggestionPrint(suggestion, end.status),
  }));
  return linesOf(
    folded,
    ({ suggestion, parts }) => [parts, suggestion.received.approximate],
    ({ parts }, rows) => ({
      ...parts,
      count: countOf(rows.map(({ suggestion }) => suggestion.received)),
    }),
  );
}

function executionLines(executions: readonly Execution[]): readonly ArchiveLine[] {
  return linesOf(
    executions.map((execution) => ({ execution, print: executionPrint(execution) })),
    ({ execution: { date, fundingSource } }) => [periodText(date), fundingSource],
    ({ execution: { date, fundingSource } }, rows) => ({
      tab: 'executions' as const,
      date,
      name: fundingSource,
      count: countOf(rows.map(({ execution }) => execution.executed)),
    }),
  );
}

interface FoldedMeeting {
  readonly meeting: Meeting;
  readonly print: string;
  /** It has a line of its own: the number that tells it from others; null where it is folded. */
  readonly apart: number | null;
}

/**
 * Meetings that met people are told apart in tables as long as they are few in their category and year; there each keeps its line. Where
 * they are many, the first ones that name something new keep theirs: the tables name no more.
 */
function meetingLines(meetings: readonly Meeting[]): readonly ArchiveLine[] {
  const apart = meetingsApart(meetings);
  return linesOf(
    meetings.map(
      (meeting, index): FoldedMeeting => ({
        meeting,
        print: meetingPrint(meeting),
        apart: apart.has(meeting) ? index : null,
      }),
    ),
    (folded) => (folded.apart === null ? foldingKey(folded.meeting) : [folded.apart]),
    ({ meeting, apart: own }, rows): Omit<MeetingLine, keyof Folded> => ({
      tab: 'meetings' as const,
      date: meeting.date,
      name: meeting.category.name,
      content: own === null ? null : meeting.content,
      count: countOf(rows.map((row) => row.meeting.held)),
      groups: unlessBlank(rows.map((row) => row.meeting.groups)),
      groupsAreSites: meeting.groupsAreSites,
      attendees: unlessBlank(rows.map((row) => row.meeting.attendees)),
    }),
  );
}

/** What is the same of all meetings of a line. */
function foldingKey({
  date,
  category,
  held,
  groups,
  groupsAreSites,
  attendees,
}: Meeting): readonly unknown[] {
  return [
    periodText(date),
    category.name,
    held.approximate,
    groups === null ? null : groups.approximate,
    groupsAreSites,
    attendees === null ? null : attendees.approximate,
  ];
}

function meetingsApart(meetings: readonly Meeting[]): ReadonlySet<Meeting> {
  const apart = new Set<Meeting>();
  const telling = meetings.filter(({ groups, attendees }) => groups !== null || attendees !== null);
  const ofYears = groupBy(telling, ({ category, date }) => `${yearOf(date.first)} ${category.name}`);
  for (const ofYear of ofYears.values()) {
    const named = [...groupBy(ofYear, ({ groupsAreSites }) => groupsAreSites).values()].flatMap(firstNamed);
    const rest = ofYear.filter((meeting) => !named.includes(meeting));
    const days = new Set(rest.map((meeting) => JSON.stringify(foldingKey(meeting)))).size;
    const isTold = named.length + days <= MOST_MEETINGS_TOLD_APART;
    for (const meeting of isTold ? ofYear : named) apart.add(meeting);
  }
  return apart;
}

/** As many as show whether there are more contents than a table names. */
const CONTENTS_KEPT = 4;

/** The first meetings that each name something that none before them did. */
function firstNamed(meetings: readonly Meeting[]): readonly Meeting[] {
  const contents = new Map<string, Meeting>();
  for (const meeting of meetings) {
    if (contents.size === CONTENTS_KEPT) break;
    const { content } = meeting;
    if (content !== null && !contents.has(content)) contents.set(content, meeting);
  }
  return [...contents.values()];
}

/** A line for each group of rows with one key, in the order of their first rows. */
function linesOf<Row extends { readonly print: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly unknown[],
  lineOf: (first: Row, all: readonly Row[]) => DistributiveOmit<ArchiveLine, keyof Folded>,
): readonly ArchiveLine[] {
  const groups = groupBy(rows, (row) => JSON.stringify(keyOf(row)));
  return [...groups.values()].flatMap((group): readonly ArchiveLine[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        ...lineOf(first, group),
        rows: group.length,
        fingerprint: addedFingerprints(group.map(({ print }) => print)),
      },
    ];
  });
}

type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;

function countOf(sources: readonly Source[]): FoldedCount {
  return {
    amount: sources.reduce((sum, { amount }) => sum + amount, 0),
    approximate: sources.some(({ approximate }) => approximate),
  };
}

function unlessBlank(sources: readonly (Source | null)[]): FoldedCount | null {
  const said = sources.filter((source) => source !== null);
  return said.length === 0 ? null : countOf(said);
}
