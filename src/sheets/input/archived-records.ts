/** What the lines of an archive stand for, under the names that the tabs use today. */
import {
  type ArchivedRecords,
  type FoldedCount,
  lastBlock,
  type MeetingLine,
  NOTHING_ARCHIVED,
  type OrderedName,
  type StoredBlock,
  type SuggestionLine,
} from '../../domain/archive.ts';
import { lastDayOfYear } from '../../domain/date.ts';
import type { Source } from '../../domain/figure.ts';
import type { Category, Execution, Meeting, Suggestion } from '../../domain/records.ts';
import { type NameTable, openNameTable } from '../name-table.ts';
import type { ReadContext } from './columns.ts';

/** A name that 분류 has changed since goes by its new name, as it does in rows; one that it no longer lists stays as it was. */
export function archivedRecords(
  blocks: readonly StoredBlock[],
  {
    categories,
    origins,
    dongs,
    departments,
  }: Pick<ReadContext, 'categories' | 'origins' | 'dongs' | 'departments'>,
): ArchivedRecords {
  const last = lastBlock(blocks);
  if (last === null) return NOTHING_ARCHIVED;
  const meetings: Meeting[] = [];
  const suggestions: Suggestion[] = [];
  const executions: Execution[] = [];
  const category = lasting(categories, (name): Category => ({ kind: 'named', name, scheduleRow: null }));
  const origin = lasting(origins, (name) => name);
  const dong = lasting(dongs, (name) => name);
  const department = lasting(departments, (name) => name);
  for (const { row, line } of blocks.flatMap(({ lines }) => lines)) {
    switch (line.tab) {
      case 'meetings':
        meetings.push(meetingOf(row, line, category(line.name)));
        break;
      case 'suggestions':
        suggestions.push(
          suggestionOf(row, line, {
            origin: unlessNull(line.name, origin),
            dong: unlessNull(line.dong, dong),
            department: unlessNull(line.department, department),
          }),
        );
        break;
      case 'executions':
        executions.push({
          date: line.date,
          fundingSource: line.name,
          executed: sourceOf(row, line.count),
        });
    }
  }
  const named = { origin, dong, department };
  const order = blocks
    .flatMap((block) => block.order)
    .map((ordered): OrderedName => {
      const { kind, name } = ordered;
      if (kind !== 'origin') return { kind, name: named[kind](name) };
      return { ...ordered, name: unlessNull(name, origin) };
    });
  return { lastDay: lastDayOfYear(last.lastYear), meetings, suggestions, executions, order };
}

function meetingOf(row: number, line: MeetingLine, category: Category): Meeting {
  const { date, content, count, groups, groupsAreSites, attendees } = line;
  return {
    date,
    category,
    content,
    place: null,
    yearsNamed: [],
    held: sourceOf(row, count),
    groups: groups === null ? null : sourceOf(row, groups),
    groupsAreSites,
    attendees: attendees === null ? null : sourceOf(row, attendees),
  };
}

function suggestionOf(
  row: number,
  { date, count, status, endedIn }: SuggestionLine,
  names: Pick<Suggestion, 'origin' | 'dong' | 'department'>,
): Suggestion {
  return {
    number: null,
    key: '',
    date,
    ...names,
    received: sourceOf(row, count),
    status,
    handledOn: endedIn,
  };
}

function sourceOf(row: number, { amount, approximate }: FoldedCount): Source {
  return { tab: 'archive', row, amount, approximate };
}

/** The value of a name in a table, or else one of its own, the same for every spelling. */
function lasting<Value>(
  table: NameTable<Value>,
  newValueOf: (name: string) => Value,
): (name: string) => Value {
  const others = openNameTable<Value>([], newValueOf);
  return (name) => {
    const match = table.match(name);
    if (match.kind !== 'unknown') return match.value;
    const own = others.match(name);
    return own.kind === 'unknown' ? newValueOf(name) : own.value;
  };
}

function unlessNull(name: string | null, named: (name: string) => string): string | null {
  return name === null ? null : named(name);
}
