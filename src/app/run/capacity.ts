/** Whether what is there, and what is going to be written, is within what the platform allows: told from the sizes of tabs alone. */
import type { Finding } from '../../domain/finding.ts';
import type { BlankEdge } from '../../domain/findings/tab.ts';
import { FACT_TABS, type InputTab, LOG_TABS, type LogTab, RECORD_TABS } from '../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { widthOf } from '../../sheets/output/grid/appearance.ts';
import type { Grid } from '../../sheets/output/grid/grid.ts';
import { OUTPUT_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import { textKey } from '../../sheets/text-key.ts';
import { type Extent, type LogLayout, OutOfRoom, type TabSize } from '../ports.ts';
import {
  LONGEST_RUN_SECONDS,
  MOST_CELLS,
  NEARLY_FULL,
  NEW_TAB,
  NO_WORK,
  secondsAtGoogle,
  TIME_BUDGET_SECONDS,
} from './limits.ts';
import { MONTHLY_ROWS_LAYOUT, STATUS_HISTORY_LAYOUT } from './record-layouts.ts';

/** A tab of ours as large as it must be for what is written to it. */
export interface Need extends Extent {
  readonly name: string;
  /** It is appended to: where it is new, the columns that it does not need are taken away. */
  readonly isRecord: boolean;
}

const NOTHING: Extent = { rows: 0, columns: 0 };

/** What a result tab needs. */
export function resultNeed(tab: OutputTab, grid: Grid): Need {
  return { name: OUTPUT_TABS[tab], rows: grid.rows.length, columns: widthOf(grid), isRecord: false };
}

/** What it takes that there is a tab of this name. */
export function tabNeed(name: string): Need {
  return { name, ...NOTHING, isRecord: false };
}

/** What a tab needs that is appended to. */
export function recordNeed(tab: OutputTab, { rows, columns }: Extent = NOTHING): Need {
  return { name: OUTPUT_TABS[tab], rows, columns, isRecord: true };
}

/** Cells of the whole spreadsheet at the most, while these needs are met. No tab ever gets smaller by it. */
export function cellsWith(sizes: readonly TabSize[], needs: readonly Need[]): number {
  const present = new Map(sizes.map((size) => [size.name, size]));
  const added = needs.map(({ name, rows, columns, isRecord }) => {
    const size = present.get(name) ?? { rows: NEW_TAB.rows, columns: isRecord ? 0 : NEW_TAB.columns };
    return (
      Math.max(size.rows, rows) * Math.max(size.columns, columns) - cellsOf(present.get(name) ?? NOTHING)
    );
  });
  // Such tabs are made one after the other, and each has all the columns of a new tab at first.
  const isRecordMade = needs.some(({ name, isRecord }) => isRecord && !present.has(name));
  return sum(sizes.map(cellsOf)) + sum(added) + (isRecordMade ? cellsOf(NEW_TAB) : 0);
}

/** Whether the needs fit, or would as soon as a person deletes the blank columns and rows that they are told of. */
export function couldFit(sizes: readonly TabSize[], needs: readonly Need[]): boolean {
  const blanks = sum(blankEdges(sizes).map(({ cells }) => cells));
  return cellsWith(sizes, needs) - blanks <= MOST_CELLS;
}

/** Whether so many cells can be written before the platform ends a run that has taken so long already. */
export function isWritableInTime(cells: number, seconds: number): boolean {
  return seconds + secondsAtGoogle({ ...NO_WORK, cellsWritten: cells }) <= LONGEST_RUN_SECONDS;
}

/** What is to be said where the needs pass what a spreadsheet may have, where the platform would refuse in the middle of the writing. */
export function overflow(sizes: readonly TabSize[], needs: readonly Need[]): OutOfRoom | null {
  const cells = cellsWith(sizes, needs);
  return cells > MOST_CELLS && cells > cellsWith(sizes, [])
    ? new OutOfRoom({ cells, limit: MOST_CELLS, blanks: blankEdges(sizes) })
    : null;
}

/** @throws {OutOfRoom} where there is an {@link overflow}. */
export function refuseOverflow(sizes: readonly TabSize[], needs: readonly Need[]): void {
  const found = overflow(sizes, needs);
  if (found !== null) throw found;
}

/** A finding where the spreadsheet is nearly as large as it may be. */
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

/** Edges that free less than this are not worth the trouble. */
const WORTH_DELETING = MOST_CELLS / 100;
const EDGES_NAMED = 3;

/** The blank columns or rows at the edges of tabs, whichever of a tab frees more; the largest first. A tab keeps a row below its headings, as it must. */
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

/** How long a run has taken for so many rows. */
export interface TimedRun {
  readonly rows: number;
  readonly seconds: number;
}

/** What a run is going to do. */
export interface Task {
  /** The result tabs, whose cells are written anew. */
  readonly written: readonly OutputTab[];
  readonly closing: boolean;
  /** The last run of the same kind that came to its end; null where there was none. */
  readonly last: TimedRun | null;
}

/** A finding where a run is likely to take longer than it may, at the tab that has the most rows. */
export function longRun(sizes: readonly TabSize[], task: Task): readonly Finding[] {
  // The whole grid holds no less than what stands in it: of most spreadsheets nothing more has to be asked.
  const atMost = Math.max(costedSeconds(sizes, task), MOST_TIMES_MORE_ROWS * (task.last?.seconds ?? 0));
  if (!task.closing && atMost <= TIME_BUDGET_SECONDS) return [];
  const used = sizes.map((size) => ({ ...size, ...size.used() }));
  const seconds = expectedSeconds(used, task);
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

/** Calls that read or change something: there are as many whatever the rows, and a test holds that there are no more. */
const CALLS_OF_A_RUN = 60;
const VALUES_AND_FORMATS = 2;

/** A run that was timed tells of one that has so many times its rows, and not of one that has more. */
const MOST_TIMES_MORE_ROWS = 2;

/** As a run was timed, and else as it costs. */
function expectedSeconds(used: readonly NamedExtent[], task: Task): number {
  const { last } = task;
  const rows = sum(logsAmong(used).map((log) => log.rows));
  return last !== null && last.rows > 0 && rows <= MOST_TIMES_MORE_ROWS * last.rows
    ? (last.seconds * rows) / last.rows
    : costedSeconds(used, task);
}

function costedSeconds(extents: readonly NamedExtent[], { written, closing }: Task): number {
  const logs = logsAmong(extents);
  const rowsOf = (tabs: readonly InputTab[]) =>
    sum(logs.filter(({ tab }) => tabs.includes(tab)).map((log) => log.rows));
  const cellsNamed = (names: ReadonlySet<string>) =>
    sum(extents.filter(({ name }) => names.has(textKey(name))).map(cellsOf));
  // A row that a record does not know yet is noted there.
  const noted = (layout: LogLayout, logged: number) => {
    const known = extents.find(({ name }) => name === OUTPUT_TABS[layout.tab])?.rows ?? 0;
    return Math.max(0, logged - known) * layout.columns.length;
  };
  const seconds = secondsAtGoogle({
    calls: CALLS_OF_A_RUN,
    cellsRead: cellsNamed(READ),
    cellsWritten:
      VALUES_AND_FORMATS * cellsNamed(keysOf(written)) +
      noted(STATUS_HISTORY_LAYOUT, rowsOf(['suggestions'])),
    rows: sum(logs.map((log) => log.rows)),
  });
  // Rows behind a month that are too many to be kept are not written.
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

const READ: ReadonlySet<string> = new Set([
  ...Object.values(INPUT_TAB_NAMES).map(textKey),
  ...keysOf(RECORD_TABS),
]);

function cellsOf({ rows, columns }: Extent): number {
  return rows * columns;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
