/** 보관: the lines that closed years were folded into, a block for each archiving, appended and never rewritten. */
import {
  type ArchiveBlock,
  type ArchiveLine,
  blockFingerprint,
  type FoldedCount,
  type OrderedName,
  type StoredBlock,
  type StoredLine,
} from '../../domain/archive.ts';
import { periodText } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import { groupBy } from '../../domain/grouping.ts';
import { FACT_TABS, type FactTab } from '../../domain/row-facts.ts';
import { ENDED_STATUSES, type EndedStatus, FUNDING_SOURCES, type FundingSource } from '../../domain/words.ts';
import { INPUT_TAB_NAMES } from '../input/tabs.ts';
import { fundingSourceName, handlingStatusName } from '../names.ts';
import type { RawTab } from '../raw.ts';
import { type AppendedTable, appendedTable, COUNT_COLUMN, type OwnCells, ownRows } from './own-table.ts';

const COLUMNS = {
  archivedAt: { heading: '보관한 때', width: 150 },
  lastYear: { heading: '어느 해까지', width: 80 },
  kind: { heading: '무엇', width: 90 },
  date: { heading: '날짜', width: 100 },
  name: { heading: '분류·출처·재원·접수번호', width: 190 },
  dong: { heading: '동', width: 90 },
  department: { heading: '소관부서', width: 110 },
  status: { heading: '처리상황', width: 90 },
  endedIn: { heading: '처리한 해', width: 80 },
  amount: { heading: '횟수·건수·금액(원)', width: 130, format: COUNT_COLUMN },
  groups: { heading: '단체수', width: 70, format: COUNT_COLUMN },
  attendees: { heading: '참석인원', width: 80, format: COUNT_COLUMN },
  notes: { heading: '어림·단위', width: 130 },
  content: { heading: '내용', width: 200 },
  rows: { heading: '원래 행', width: 70, format: COUNT_COLUMN },
  fingerprint: { heading: '지문', width: 150 },
};
type Key = keyof typeof COLUMNS;
type Cells = Readonly<Record<Key, string | number>>;

const CARRIED = '이월 건의';
const SEAL = '확인';
const ORDER_NAMES = { origin: '차례: 출처', dong: '차례: 동', department: '차례: 부서' } as const;
type OrderKind = OrderedName['kind'];
const ORDER_KINDS: readonly OrderKind[] = ['origin', 'dong', 'department'];
const BLANK = '';
const NO_CELLS: Omit<Cells, 'archivedAt' | 'lastYear' | 'kind'> = {
  date: BLANK,
  name: BLANK,
  dong: BLANK,
  department: BLANK,
  status: BLANK,
  endedIn: BLANK,
  amount: BLANK,
  groups: BLANK,
  attendees: BLANK,
  notes: BLANK,
  content: BLANK,
  rows: BLANK,
  fingerprint: BLANK,
};

/** What the notes of a line may say; a count that is not named is exact. */
const NOTES = {
  amount: '횟수·건수 어림',
  groups: '단체수 어림',
  sites: '개소',
  attendees: '참석인원 어림',
} as const;
type Note = keyof typeof NOTES;

type EntryKind = FactTab | OrderKind | 'carried' | 'seal';
const KIND_OF_NAME: ReadonlyMap<string, EntryKind> = new Map<string, EntryKind>([
  ...FACT_TABS.map((tab) => [INPUT_TAB_NAMES[tab], tab] as const),
  ...ORDER_KINDS.map((kind) => [ORDER_NAMES[kind], kind] as const),
  [CARRIED, 'carried'],
  [SEAL, 'seal'],
]);
const STATUS_OF_NAME: ReadonlyMap<string, EndedStatus> = new Map(
  ENDED_STATUSES.map((status) => [handlingStatusName(status), status]),
);
const FUNDING_OF_NAME: ReadonlyMap<string, FundingSource> = new Map(
  FUNDING_SOURCES.map((source) => [fundingSourceName(source), source]),
);
/** A fingerprint of digits alone would be taken for a number. */
const FINGERPRINT = /^#([0-9a-f]{16})$/;

/** The lines of a block, the suggestions that stay, and last the line that says what all of them were. */
export function archiveTable(block: ArchiveBlock | null): AppendedTable {
  return appendedTable(COLUMNS, block === null ? [] : rowsOf(block));
}

function rowsOf(block: ArchiveBlock): readonly Cells[] {
  const { archivedAt, lastYear, lines, carried, order } = block;
  const common = { ...NO_CELLS, archivedAt, lastYear: String(lastYear) };
  return [
    ...lines.map((line) => ({ ...common, ...cellsOf(line) })),
    ...carried.map((key) => ({ ...common, kind: CARRIED, name: key })),
    ...order.map((ordered) => ({
      ...common,
      kind: ORDER_NAMES[ordered.kind],
      date: ordered.kind === 'origin' ? periodText(ordered.date) : BLANK,
      name: ordered.name ?? BLANK,
    })),
    {
      ...common,
      kind: SEAL,
      rows: lines.length + carried.length + order.length,
      fingerprint: `#${blockFingerprint(block)}`,
    },
  ];
}

function cellsOf(line: ArchiveLine): Omit<Cells, 'archivedAt' | 'lastYear'> {
  const { tab, date, count, rows, fingerprint } = line;
  const common = {
    ...NO_CELLS,
    kind: INPUT_TAB_NAMES[tab],
    date: periodText(date),
    amount: count.amount,
    notes: count.approximate ? NOTES.amount : BLANK,
    rows,
    fingerprint: `#${fingerprint}`,
  };
  switch (line.tab) {
    case 'meetings': {
      const { name, content, groups, groupsAreSites, attendees } = line;
      const notes: readonly (readonly [Note, boolean])[] = [
        ['amount', count.approximate],
        ['groups', groups?.approximate === true],
        ['sites', groupsAreSites],
        ['attendees', attendees?.approximate === true],
      ];
      return {
        ...common,
        name,
        groups: groups?.amount ?? BLANK,
        attendees: attendees?.amount ?? BLANK,
        notes: notes
          .filter(([, isSo]) => isSo)
          .map(([note]) => NOTES[note])
          .join(', '),
        content: content ?? BLANK,
      };
    }
    case 'suggestions': {
      const { name, dong, department, status, endedIn } = line;
      return {
        ...common,
        name: name ?? BLANK,
        dong: dong ?? BLANK,
        department: department ?? BLANK,
        status: handlingStatusName(status),
        endedIn: endedIn === null ? BLANK : periodText(endedIn),
      };
    }
    case 'executions':
      return { ...common, name: fundingSourceName(line.name) };
  }
}

/** The blocks that are as they were written. Others count nothing, and are told of. */
export function archiveBlocksIn(raw: RawTab): {
  readonly blocks: readonly StoredBlock[];
  readonly findings: readonly Finding[];
} {
  const { values, findings } = ownRows('archive', raw, COLUMNS, entryOf);
  const written = groupBy(values, ({ value }) => `${value.archivedAt} ${value.lastYear}`);
  const blocks: StoredBlock[] = [];
  const damaged: Finding[] = [];
  for (const entries of written.values()) {
    const { block, seals } = blockOf(entries);
    const isWhole = seals.length === 1 && seals[0] === sealOf(block);
    if (isWhole) blocks.push(block);
    else {
      damaged.push({
        problem: {
          code: 'damaged-archive',
          damage: seals.length === 0 ? 'unsealed' : 'altered',
          lastYear: block.lastYear,
        },
        place: { tab: 'archive', row: entries[0]?.row ?? null, field: null },
      });
    }
  }
  return { blocks, findings: [...findings, ...damaged] };
}

interface Entry {
  readonly archivedAt: string;
  readonly lastYear: number;
  readonly line: ArchiveLine | null;
  readonly carried: string | null;
  readonly ordered: OrderedName | null;
  readonly seal: string | null;
}

function blockOf(entries: readonly { readonly row: number; readonly value: Entry }[]): {
  readonly block: StoredBlock;
  readonly seals: readonly string[];
} {
  const lines: StoredLine[] = [];
  const carried: string[] = [];
  const order: OrderedName[] = [];
  const seals: string[] = [];
  for (const { row, value } of entries) {
    if (value.line !== null) lines.push({ row, line: value.line });
    if (value.carried !== null) carried.push(value.carried);
    if (value.ordered !== null) order.push(value.ordered);
    if (value.seal !== null) seals.push(value.seal);
  }
  const { lastYear = 0, archivedAt = BLANK } = entries[0]?.value ?? {};
  return { block: { lastYear, archivedAt, lines, carried, order }, seals };
}

function sealOf({ lines, ...block }: StoredBlock): string {
  return blockFingerprint({ ...block, lines: lines.map(({ line }) => line) });
}

function entryOf(cells: OwnCells<Key>): Entry | null {
  const archivedAt = cells.text('archivedAt');
  const lastYear = cells.number('lastYear');
  const kind = cells.choice('kind', KIND_OF_NAME);
  if (archivedAt === BLANK || lastYear === null || kind === null) return null;
  const entry: Entry = { archivedAt, lastYear, line: null, carried: null, ordered: null, seal: null };
  if (kind === 'carried') {
    const key = cells.text('name');
    return key === BLANK ? null : { ...entry, carried: key };
  }
  if (kind === 'origin' || kind === 'dong' || kind === 'department') {
    const ordered = orderedName(kind, cells);
    return ordered === null ? null : { ...entry, ordered };
  }
  const fingerprint = FINGERPRINT.exec(cells.text('fingerprint'))?.[1];
  if (fingerprint === undefined) return null;
  if (kind === 'seal') return { ...entry, seal: fingerprint };
  const line = lineOf(kind, cells, fingerprint);
  return line === null ? null : { ...entry, line };
}

function orderedName(kind: OrderKind, cells: OwnCells<Key>): OrderedName | null {
  const name = textOrNull(cells.text('name'));
  if (kind !== 'origin') return name === null ? null : { kind, name };
  const date = cells.period('date');
  return date === null ? null : { kind, date, name };
}

function lineOf(tab: FactTab, cells: OwnCells<Key>, fingerprint: string): ArchiveLine | null {
  const date = cells.period('date');
  const rows = cells.number('rows');
  const notes = new Set(cells.text('notes').split(', '));
  const count = countOf(cells.number('amount'), notes.has(NOTES.amount));
  if (date === null || rows === null || count === null) return null;
  const common = { date, count, rows, fingerprint };
  switch (tab) {
    case 'meetings':
      return {
        ...common,
        tab,
        name: cells.text('name'),
        content: textOrNull(cells.text('content')),
        groups: countOf(cells.number('groups'), notes.has(NOTES.groups)),
        groupsAreSites: notes.has(NOTES.sites),
        attendees: countOf(cells.number('attendees'), notes.has(NOTES.attendees)),
      };
    case 'suggestions': {
      const status = cells.choice('status', STATUS_OF_NAME);
      if (status === null) return null;
      return {
        ...common,
        tab,
        name: textOrNull(cells.text('name')),
        dong: textOrNull(cells.text('dong')),
        department: textOrNull(cells.text('department')),
        status,
        endedIn: cells.period('endedIn'),
      };
    }
    case 'executions': {
      const name = cells.choice('name', FUNDING_OF_NAME);
      return name === null ? null : { ...common, tab, name };
    }
  }
}

function countOf(amount: number | null, approximate: boolean): FoldedCount | null {
  return amount === null ? null : { amount, approximate };
}

function textOrNull(text: string): string | null {
  return text === BLANK ? null : text;
}
