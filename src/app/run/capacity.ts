/**
 * Compares what is there and what will be written with the platform's limits. Looks only at the sizes of
 * tabs.
 */
import type { Finding } from '../../domain/finding.ts';
import type { BlankEdge } from '../../domain/findings/tab.ts';
import { FACT_TABS, type InputTab, LOG_TABS, type LogTab, RECORD_TABS } from '../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { columnCount } from '../../sheets/output/grid/appearance.ts';
import type { Grid } from '../../sheets/output/grid/grid.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import { textKey } from '../../sheets/text-key.ts';
import type { Extent, LogLayout, TabSize } from '../ports.ts';
import { MONTHLY_ROWS_LAYOUT, STATUS_HISTORY_LAYOUT } from '../records/record-layouts.ts';
import { OutOfRoom } from '../stopped-run.ts';
import {
  LONGEST_RUN_SECONDS,
  MOST_CELLS,
  NEARLY_FULL,
  NEW_TAB,
  NO_WORK,
  secondsAtGoogle,
  TIME_BUDGET_SECONDS,
} from './limits.ts';

/** The size that one of the add-on's tabs needs for what will be written to it. */
export interface Need extends Extent {
  readonly name: string;
  /** Whether it is a tab that rows are appended to. A new one is made without unneeded columns. */
  readonly isRecord: boolean;
}

const NOTHING: Extent = { rows: 0, columns: 0 };

/** The size that a result tab needs. */
export function resultNeed(tab: OutputTab, grid: Grid): Need {
  return { name: OUTPUT_TABS[tab], rows: grid.rows.length, columns: columnCount(grid), isRecord: false };
}

/** The need for a tab of this name to exist, of any size. */
export function tabNeed(name: string): Need {
  return { name, ...NOTHING, isRecord: false };
}

/** The size that a record tab or the run log needs. */
export function recordNeed(tab: OutputTab, { rows, columns }: Extent = NOTHING): Need {
  return { name: OUTPUT_TABS[tab], rows, columns, isRecord: true };
}

/** The most cells that the whole spreadsheet has while these needs are met. No tab ever shrinks. */
export function cellsWith(sizes: readonly TabSize[], needs: readonly Need[]): number {
  const present = new Map(sizes.map((size) => [size.name, size]));
  const added = needs.map(({ name, rows, columns, isRecord }) => {
    const size = present.get(name) ?? { rows: NEW_TAB.rows, columns: isRecord ? 0 : NEW_TAB.columns };
    return (
      Math.max(size.rows, rows) * Math.max(size.columns, columns) - cellsOf(present.get(name) ?? NOTHING)
    );
  });
  // New record tabs are made one after the other, and each starts with all columns of a new tab.
  const isRecordMade = needs.some(({ name, isRecord }) => isRecord && !present.has(name));
  return sum(sizes.map(cellsOf)) + sum(added) + (isRecordMade ? cellsOf(NEW_TAB) : 0);
}

/** Whether the needs fit, if necessary after a person deletes the blank columns and rows listed in 점검. */
export function couldFit(sizes: readonly TabSize[], needs: readonly Need[]): boolean {
  const blanks = sum(blankEdges(sizes).map(({ cells }) => cells));
  return cellsWith(sizes, needs) - blanks <= MOST_CELLS;
}

/**
 * Whether this many cells can be written before the platform ends the run.
 * @param seconds duration of the run so far.
 */
export function isWritableInTime(cells: number, seconds: number): boolean {
  return seconds + secondsAtGoogle({ ...NO_WORK, cellsWritten: cells }) <= LONGEST_RUN_SECONDS;
}

/**
 * The error to report if the needs exceed the cell limit. Otherwise the platform would refuse in the middle
 * of writing.
 */
export function overflow(sizes: readonly TabSize[], needs: readonly Need[]): OutOfRoom | null {
  const cells = cellsWith(sizes, needs);
  return cells > MOST_CELLS && cells > cellsWith(sizes, [])
    ? new OutOfRoom({ cells, limit: MOST_CELLS, blanks: blankEdges(sizes) })
    : null;
}

/** @throws {OutOfRoom} if there is an {@link overflow}. */
export function refuseOverflow(sizes: readonly TabSize[], needs: readonly Need[]): void {
  const found = overflow(sizes, needs);
  if (found !== null) throw found;
}

/** A finding if the spreadsheet is nearly full. */
export function nearlyFull(sizes: readonly TabSize[]): readonly Finding[] {
  const cells = cellsWith(sizes, []);
  if (cells < NEARLY_FULL * MOST_CELLS) return [];
  const problem = {
    code: 'nearly-full' as const,
    cells,
    limit: MOST_CELLS,
    blanks: blankEdges(sizes),
  };
  return [{ problem, place: null }];
}

/** Smaller blank edges are not worth deleting. */
const WORTH_DELETING = MOST_CELLS / 100;
const EDGES_NAMED = 3;

/**
 * The blank columns or rows at the edges of tabs, largest first. For each tab, whichever frees more. At least
 * one row below the headings is kept, as the platform requires.
 */
export function blankEdges(sizes: readonly TabSize[]): readonly BlankEdge[] {
  return sizes
    .filter((size) => cellsOf(size) >= WORTH_DELETING)
    .map(({ name, rows, columns, used }): BlankEdge => {
      const held = used();
      const [firstColumn, firstRow] = [Math.max(held.columns, 1) + 1, Math.max(held.rows, 2) + 1];
      const byColumns = rows * (columns - firstColumn + 1);
      const byRows = columns * (rows - firstRow + 1);
      return byColumns >= byRows
        ? { tabName: name, edge: 'columns', from: firstColumn, to: columns, cells: byColumns }
        : { tabName: name, edge: 'rows', from: firstRow, to: rows, cells: byRows };
    })
    .filter(({ cells }) => cells >= WORTH_DELETING)
    .sort((a, b) => b.cells - a.cells)
    .slice(0, EDGES_NAMED);
}

/** Duration and row count of an earlier run. */
export interface TimedRun {
  readonly rows: number;
  readonly seconds: number;
}

/** What a run is going to do. */
export interface Task {
  /** The result tabs that are rewritten. */
  readonly written: readonly OutputTab[];
  readonly closing: boolean;
  /** The last completed run of the same kind; null: none. */
  readonly last: TimedRun | null;
}

/** A finding at the tab with the most rows, if the run is likely to exceed the time budget. */
export function longRun(sizes: readonly TabSize[], task: Task): readonly Finding[] {
  // The full size of a tab is at least its used size. For most spreadsheets this cheap upper bound is enough.
  const atMost = Math.max(secondsByCost(sizes, task), MAX_ROW_GROWTH * (task.last?.seconds ?? 0));
  if (!task.closing && atMost <= TIME_BUDGET_SECONDS) return [];
  const used = sizes.map((size) => ({ ...size, ...size.used() }));
  const seconds = secondsByLastRun(used, task);
  const [longest] = [...logsAmong(used)].sort((a, b) => b.rows - a.rows);
  if (seconds <= TIME_BUDGET_SECONDS || longest === undefined) return [];
  const rows = sum(logsAmong(used).map((log) => log.rows));
  return [
    {
      problem: { code: 'long-run', seconds, budgetSeconds: TIME_BUDGET_SECONDS, rows },
      place: { tab: longest.tab, row: null, field: null },
    },
  ];
}

/**
 * Calls that read or change something. Their number does not depend on the rows; a test holds this upper
 * limit.
 */
const CALLS_OF_A_RUN = 60;
const VALUES_AND_FORMATS = 2;

/** An earlier run predicts the time for up to this many times its rows. */
const MAX_ROW_GROWTH = 2;

/** Scales the last run's duration if it is comparable, else estimates from costs. */
function secondsByLastRun(used: readonly NamedExtent[], task: Task): number {
  const { last } = task;
  const rows = sum(logsAmong(used).map((log) => log.rows));
  return last !== null && last.rows > 0 && rows <= MAX_ROW_GROWTH * last.rows
    ? (last.seconds * rows) / last.rows
    : secondsByCost(used, task);
}

function secondsByCost(extents: readonly NamedExtent[], { written, closing }: Task): number {
  const logs = logsAmong(extents);
  const rowsOf = (tabs: readonly InputTab[]) =>
    sum(logs.filter(({ tab }) => tabs.includes(tab)).map((log) => log.rows));
  const cellsNamed = (names: ReadonlySet<string>) =>
    sum(extents.filter(({ name }) => names.has(textKey(name))).map(cellsOf));
  // Cells to write for rows that the record tab does not have yet.
  const noted = (layout: LogLayout, logged: number) => {
    const known = extents.find(({ name }) => name === OUTPUT_TABS[layout.tab])?.rows ?? 0;
    return Math.max(0, logged - known) * layout.columns.length;
  };
  const seconds = secondsAtGoogle({
    calls: CALLS_OF_A_RUN,
    cellsRead: cellsNamed(TABS_READ),
    cellsWritten:
      VALUES_AND_FORMATS * cellsNamed(keysOf(written)) +
      noted(STATUS_HISTORY_LAYOUT, rowsOf(['suggestions'])),
    rows: sum(logs.map((log) => log.rows)),
  });
  // Too many rows behind a month are not kept, so they cost nothing.
  const rowsBehind = closing ? noted(MONTHLY_ROWS_LAYOUT, rowsOf(FACT_TABS)) : 0;
  if (!isWritableInTime(rowsBehind, seconds)) return seconds;
  return seconds + secondsAtGoogle({ ...NO_WORK, cellsWritten: rowsBehind });
}

type NamedExtent = Pick<TabSize, 'name' | 'rows' | 'columns'>;

function logsAmong(
  extents: readonly NamedExtent[],
): readonly { readonly tab: LogTab; readonly rows: number }[] {
  return LOG_TABS.flatMap((tab) => {
    const log = extents.find(({ name }) => textKey(name) === textKey(INPUT_TAB_NAMES[tab]));
    return log === undefined ? [] : [{ tab, rows: log.rows }];
  });
}

function keysOf(tabs: readonly OutputTab[]): ReadonlySet<string> {
  return new Set(tabs.map((tab) => textKey(OUTPUT_TABS[tab])));
}

const TABS_READ: ReadonlySet<string> = new Set([
  ...Object.values(INPUT_TAB_NAMES).map(textKey),
  ...keysOf(RECORD_TABS),
]);

function cellsOf({ rows, columns }: Extent): number {
  return rows * columns;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
