/**
 * The record tabs, checked against the document's properties, which keep where each tab ends and the
 * spreadsheet's id. Rows are written first and properties after. A run that breaks off in between leaves rows
 * that the next run takes over.
 */
import type { Finding } from '../../domain/finding.ts';
import type { MonthEvent } from '../../domain/months/month-events.ts';
import {
  BY_NUMBER,
  type MonthRow,
  ONE_PLEDGE,
  type PledgeKeyOf,
  type UndoneMonth,
} from '../../domain/months/month-rows.ts';
import { acceptingGuard, checkRecords, type Guard, type RecordCheck } from '../../domain/record-set.ts';
import type { StatusChange } from '../../domain/suggestions/status-history.ts';
import { RECORD_TABS, type RecordTab } from '../../domain/tabs.ts';
import { type Guards, guardsIn, textOfGuards } from '../../sheets/output/records/guard-text.ts';
import { type ClosedRow, MONTHLY_RECORDS } from '../../sheets/output/records/monthly-records.ts';
import { monthlyRows } from '../../sheets/output/records/monthly-rows.ts';
import { LINK_HEADINGS, type RecordForm, type RecordRow } from '../../sheets/output/records/record-form.ts';
import { STATUS_HISTORY } from '../../sheets/output/records/status-history.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import type { Environment, Log, Workbook } from '../ports.ts';
import { type Need, recordNeed } from '../run/capacity.ts';
import { foreignTabsAmong, keepsOffice } from '../workbook-tabs.ts';
import { layoutOf } from './record-layouts.ts';

/** A record tab as it was read. */
export interface RecordBook<Written, Read = Written> {
  readonly tab: RecordTab;
  /** In the order in which they were written. */
  readonly rows: readonly RecordRow<Read>[];
  /** Findings about rows that cannot be read. */
  readonly findings: readonly Finding[];
  /** Headings that are missing. */
  readonly headingsGone: readonly string[];
  readonly standing: RecordCheck;
  /** The size that the tab needs to hold this many more rows. */
  need(added: number): Need;
  /** Appends rows in one call, each linked to the row before it. */
  append(values: readonly Written[]): void;
  /** Accepts the rows as they are, so that missing and altered rows are no longer reported. */
  accept(): void;
  /** The guard to keep for the rows as they are now. */
  guard(): Guard;
}

/** What the rows of a record tab say, without rows that are unreadable or were altered since. */
export function valuesAsWritten<Read>(
  book: Pick<RecordBook<never, Read>, 'rows' | 'standing'> | null,
): readonly Read[] {
  return (book?.rows ?? []).flatMap((row) =>
    row.value === null || book?.standing.invalidRows.has(row) ? [] : [row.value],
  );
}

/** The guards of the record tabs, kept in the document's properties. */
interface RecordGuards {
  /** null: no guard is kept for the tab. */
  of(tab: RecordTab): Guard | null;
  /** Whether the kept guards come from another spreadsheet, of which this one is a copy. */
  readonly isCopy: boolean;
  /** Stores guards. Does nothing if they have not changed. */
  store(guards: Guards): void;
}

const KEY = 'pledge-ledger.records';

type World = Pick<Environment, 'workbook' | 'documentNotes'>;

function recordGuards({ workbook, documentNotes }: World): RecordGuards {
  const id = workbook.id();
  let text = documentNotes.get(KEY);
  const found = guardsIn(text ?? '');
  let known: Guards = found?.id === id ? found.guards : {};
  return {
    of: (tab) => known[tab] ?? null,
    isCopy: found !== null && found.id !== id,
    store: (guards) => {
      known = { ...known, ...guards };
      const now = textOfGuards(id, known);
      if (now !== text) documentNotes.set(KEY, now);
      text = now;
    },
  };
}

/** Reads a record tab with one call. */
function recordBook<Written, Read>(
  workbook: Workbook,
  form: RecordForm<Written, Read>,
  kept: Guard | null,
): RecordBook<Written, Read> {
  const { tab } = form;
  const log = workbook.log(layoutOf(form));
  const { rows, findings, isUnlinked, ...read } = isEmpty(log) ? NOTHING : form.rowsIn(log.raw);
  // Tabs written by earlier versions have no link columns. If the guard has numbered rows, beyond those that
  // were accepted as they were, the columns were there and are gone.
  const areLinksGone = isUnlinked && kept !== null && kept.end.number > kept.base.through;
  const headingsGone = areLinksGone ? [...read.headingsGone, ...LINK_HEADINGS] : read.headingsGone;
  const standing = checkRecords(rows, kept);
  let { guard } = standing;
  return {
    tab,
    rows,
    findings,
    headingsGone,
    standing,
    need: (added) => recordNeed(tab, log.room(added)),
    append: (values) => {
      if (values.length === 0) return;
      const { rows: cells, end } = form.table(values, guard.end);
      log.append(cells);
      guard = { ...guard, end };
    },
    accept: () => {
      guard = acceptingGuard(rows, guard.end.number);
    },
    guard: () => guard,
  };
}

const NOTHING = { rows: [], findings: [], headingsGone: [], isUnlinked: false };

/** The record tabs of a run and their guards. null: the add-on did not make that tab. */
export interface RecordBooks {
  readonly history: HistoryBook | null;
  readonly months: MonthsBook | null;
  readonly rows: RowsBook | null;
  readonly guarded: GuardedBooks;
  /**
   * Tells by its number which pledge a row is about. In a book of one pledge, every row is about that pledge.
   */
  readonly keyOf: PledgeKeyOf;
}

export interface GuardedBooks {
  /** Findings about unreadable, missing and altered rows, and about records that were adopted. */
  readonly findings: readonly Finding[];
  /** Rows that an interrupted run wrote and the properties do not know yet: `처리이력 3행`; empty: none. */
  readonly takenOver: string;
  /** Call before the first row is appended. Stores guards for tabs that have none yet. */
  storeFirstGuards(): void;
  /** Call after the rows are written for good. Stores the guards of all tabs. */
  storeGuards(): void;
}

/** Whether any record tab holds a row. */
export function hasRecords(world: World): boolean {
  const { history, months, rows } = recordBooks(world, foreignTabsAmong(world.workbook, RECORD_TABS));
  return [history, months, rows].some((book) => book !== null && book.rows.length > 0);
}

/** Deletes the guards. Call before the record tabs are deleted on purpose. */
export function forgetRecords({ documentNotes }: Pick<Environment, 'documentNotes'>): void {
  documentNotes.remove(KEY);
}

export type HistoryBook = RecordBook<StatusChange>;
export type MonthsBook = RecordBook<ClosedRow | UndoneMonth, MonthRow>;
export type RowsBook = RecordBook<MonthEvent>;

/**
 * Reads all record tabs.
 * @param foreign names that are taken by tabs which the add-on did not make.
 */
export function recordBooks(world: World, foreign: ReadonlySet<OutputTab>): RecordBooks {
  const guards = recordGuards(world);
  const bookOf = <Written, Read>(form: RecordForm<Written, Read>) =>
    foreign.has(form.tab) ? null : recordBook(world.workbook, form, guards.of(form.tab));
  const history = bookOf(STATUS_HISTORY);
  const months = bookOf(MONTHLY_RECORDS);
  const isOffice = keepsOffice(world.workbook.tabNames());
  const rows = bookOf(monthlyRows(isOffice));
  const keyOf = isOffice ? BY_NUMBER : ONE_PLEDGE;
  return { history, months, rows, guarded: guardedBooks(guards, [history, months, rows]), keyOf };
}

/** Reads only 처리이력. */
export function historyBook(world: World, foreign: ReadonlySet<OutputTab>): HistoryBook | null {
  if (foreign.has('statusHistory')) return null;
  return recordBook(world.workbook, STATUS_HISTORY, recordGuards(world).of('statusHistory'));
}

function guardedBooks(guards: RecordGuards, books: readonly (AnyBook | null)[]): GuardedBooks {
  const present = books.filter((book) => book !== null);
  const adopted = present.filter(({ standing }) => standing.isAdopted).map(({ tab }) => tab);
  const guardsOf = (some: readonly AnyBook[]): Guards =>
    Object.fromEntries(some.map((book) => [book.tab, book.guard()]));
  return {
    findings: [
      ...present.flatMap(({ findings }) => findings),
      ...present.flatMap(breachFinding),
      ...adoptionFinding(adopted, guards.isCopy),
    ],
    takenOver: present
      .filter(({ standing }) => standing.takenOver > 0)
      .map(({ tab, standing }) => `${OUTPUT_TABS[tab]} ${standing.takenOver}행`)
      .join(', '),
    storeFirstGuards: () =>
      guards.store(
        guardsOf(present.filter(({ tab, standing }) => guards.of(tab) === null && !standing.isAdopted)),
      ),
    storeGuards: () => guards.store(guardsOf(present)),
  };
}

type AnyBook = Pick<RecordBook<never>, 'tab' | 'findings' | 'headingsGone' | 'standing' | 'guard'>;

function breachFinding({ tab, headingsGone, standing: { breach } }: AnyBook): readonly Finding[] {
  if (breach === null) return [];
  return [
    {
      problem: { code: 'records-broken', ...breach, headingsGone },
      place: { tab, row: null, field: null },
    },
  ];
}

function adoptionFinding(tabs: readonly RecordTab[], isCopy: boolean): readonly Finding[] {
  return tabs.length === 0 ? [] : [{ problem: { code: 'records-adopted', tabs, isCopy }, place: null }];
}

function isEmpty({ raw }: Log): boolean {
  return raw.rows.every((row) => row.every((cell) => cell === ''));
}
