/**
 * The interfaces through which the use cases reach the outside world. `google/` implements them with the
 * script services; tests, in memory.
 */
import type { IsoDate } from '../domain/date.ts';
import type { MonthlySchedule } from '../domain/months/monthly-schedule.ts';
import type { Grid } from '../sheets/output/grid/grid.ts';
import { OUTPUT_TABS, type OutputTab } from '../sheets/output/tabs.ts';
import type { UnfinishedMark } from '../sheets/output/unfinished.ts';
import type { RawTab } from '../sheets/raw.ts';
import type { ColumnGuide } from '../sheets/set-up/columns.ts';
import type { TabLayout } from '../sheets/set-up/layouts.ts';

export interface WritePlan {
  /** The as-of date of the grids. Each tab remembers its own. */
  readonly asOf: IsoDate;
  /** Where the tabs look up whether they are unfinished; null: the tab 실행기록 was not made by the add-on. */
  readonly unfinished: UnfinishedMark | null;
  /** Tabs that an earlier run left unfinished. Their formatting is not assumed to be in place. */
  readonly unsettled: ReadonlySet<OutputTab>;
  /** Result tabs, each replaced as a whole. */
  readonly grids: readonly { readonly tab: OutputTab; readonly grid: Grid }[];
}

/** A write that the spreadsheet refused. */
export interface Refusal {
  readonly tab: OutputTab;
  /** Without its `figures` a tab is unfinished; without its `looks` its figures are still right. */
  readonly part: 'figures' | 'looks';
  /** The platform's own message, in the language of the account. */
  readonly reason: string;
}

/** Thrown when a tab refuses a row. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(tab: OutputTab, error: unknown) {
    const reason = error instanceof Error ? error.message : String(error);
    super(`${OUTPUT_TABS[tab]}: ${reason}`);
    this.refusal = { tab, part: 'figures', reason };
  }
}

/**
 * A tab that rows are only ever appended to. Columns are only ever added at the end, so rows written by older
 * versions stay readable.
 */
export interface LogLayout {
  readonly tab: OutputTab;
  readonly columns: readonly LogColumn[];
  /**
   * Number of leading columns that never change once a row is written. They identify the row. Absent: all
   * columns.
   */
  readonly settled?: number;
  /** Input tabs whose hidden rows are counted in cells beside the headings. */
  readonly watched: readonly string[];
}

export interface LogColumn {
  readonly heading: string;
  /** Number format of the cells below the heading; `@` stores plain text. */
  readonly format: string;
  /** In pixels. */
  readonly width: number;
}

export type LogRow = readonly (string | number)[];

/** The tab of a layout, read once. Appending the first row makes the tab. */
export interface Log {
  /** The whole content with its headings; no rows if the tab does not exist. */
  readonly raw: RawTab;
  /** Makes the tab with its headings if it does not exist. */
  prepare(): void;
  /** Appends rows below all content in one call. Returns the row number of the first. */
  append(rows: readonly LogRow[]): number;
  /** The size that the tab needs to hold this many more rows, including spare rows. */
  room(added: number): Extent;
  /**
   * Replaces the row that starts with the same settled cells, for example to turn "unfinished" into how the
   * run ended.
   * @param row where the row was; it may have moved since.
   */
  rewrite(row: number, cells: LogRow): void;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** The full size of a tab, blank cells included. */
export interface TabSize extends Extent {
  readonly name: string;
  /** The extent up to the last row and column with content. */
  used(): Extent;
}

export interface Workbook {
  /** The spreadsheet's id. A copy has another. */
  id(): string;
  /** The sizes of all tabs that have cells, also those of others. Reads no cells. */
  sizes(): readonly TabSize[];
  /**
   * Reads those of the named tabs that exist, each with one call.
   * @param before called with the name of each tab before it is read.
   */
  read(names: readonly string[], before?: (name: string) => void): ReadonlyMap<string, RawTab>;
  /** The names of all tabs, as they are spelt. */
  tabNames(): readonly string[];
  /** Those of these names that belong to tabs which the add-on did not make. */
  foreignTabs(names: readonly string[]): readonly string[];
  /**
   * The watched tabs of a layout that have rows hidden by hand or by a filter. They must have been read
   * before. Makes the layout's tab where it is missing, and counts with formulas in it. null: the spreadsheet
   * could not count them.
   */
  tabsWithHiddenRows(layout: LogLayout): ReadonlySet<string> | null;
  /**
   * Writes result tabs and makes missing ones. The plan must not contain tabs that the add-on did not make.
   * @returns refused writes, at most one for each tab; everything else is written.
   */
  write(plan: WritePlan): readonly Refusal[];
  /** Opens a log tab. Must not be called for a tab that the add-on did not make. */
  log(layout: LogLayout): Log;
  /** The as-of date that a result tab was last written for; null: never written. */
  writtenFor(name: string): IsoDate | null;
  /** Makes missing input tabs and fills empty ones. */
  fillInputTabs(layouts: readonly TabLayout[]): void;
  /**
   * Writes headings and rows into existing input tabs. Leaves their formatting as it is, except number
   * formats.
   */
  writeInputRows(layouts: readonly TabLayout[]): void;
  /**
   * Appends a row below all content of an input tab and returns its row number.
   * @param cells texts by column number, from 1.
   * @param heading a heading to write first, into an empty cell.
   */
  appendInputRow(name: string, cells: ReadonlyMap<number, string>, heading?: AddedHeading | null): number;
  /**
   * Writes texts into blank cells of one column of an input tab.
   * @param column from 1
   * @param cells texts by row number
   * @param made for a new column: what it is, and the row of its heading, which is among the cells.
   */
  writeInputColumn(
    name: string,
    column: number,
    cells: ReadonlyMap<number, string>,
    made?: MadeColumn | null,
  ): void;
  /** Deletes those of the named tabs that the add-on made. */
  deleteOwn(names: readonly string[]): void;
  /** Sends all pending writes to the spreadsheet. */
  flush(): void;
}

export interface MadeColumn {
  readonly headingRow: number;
  readonly guide: ColumnGuide;
}

export interface AddedHeading {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Clock {
  /** Today in the spreadsheet's time zone. */
  today(): IsoDate;
  /** Date and time in the spreadsheet's time zone, for the run log: `2024-03-31 09:05:00`. */
  timestamp(): string;
  /** The spreadsheet's time zone if its clocks differ from Korea's, else null. */
  foreignZone(): string | null;
  /** Milliseconds, only for measuring durations. */
  milliseconds(): number;
}

export interface Lock {
  /**
   * Tries to take the lock. If true, it must be released on every path.
   * @param patience milliseconds to wait; default: none, so a person is told at once.
   */
  take(patience?: number): boolean;
  release(): void;
}

/** Time triggers that run the monthly closing. The platform hides the triggers of other people. */
export interface MonthlyTriggers {
  /**
   * Ids of the current person's triggers; null: the platform does not show them, perhaps for lack of
   * permission.
   */
  mine(): readonly string[] | null;
  /** Makes a trigger and returns its id. */
  make(schedule: MonthlySchedule): string;
  /** Removes the current person's triggers with these ids. */
  remove(ids: readonly string[]): void;
}

/** Small texts kept with the spreadsheet or with the current person. */
export interface Notes {
  get(key: string): string | null;
  set(key: string, text: string): void;
  remove(key: string): void;
}

export interface Screen {
  /** Shows a short message at the edge of the screen. It never interrupts. */
  toast(message: string): void;
}

/** Watches the time limit and reports progress. */
export interface Pace {
  /**
   * Called before each step until the first result is written. Long work is shown on the screen.
   * @throws {OutOfTime} when so much time has passed that the platform could cut off the rest.
   */
  step(name: string): void;
  /** Shows a message at once, for example that the run will be long. */
  announce(message: string): void;
}

/**
 * Keeps the last {@link Glance} as text, so that the sidebar can show it at once: at most 60 KB, plus 400 KB
 * for an office.
 */
export interface GlanceStore {
  keep(text: string): void;
  /** The last kept text; null: none, or not all of it can be read. */
  kept(): string | null;
}

export interface Environment {
  readonly workbook: Workbook;
  readonly clock: Clock;
  readonly lock: Lock;
  readonly screen: Screen;
  readonly pace: Pace;
  /** Shared by everybody who uses the spreadsheet. Not copied with it. */
  readonly documentNotes: Notes;
  /** Private to the current person. */
  readonly personNotes: Notes;
  /** null in an add-on, whose triggers do not belong to a particular spreadsheet. */
  readonly triggers: MonthlyTriggers | null;
  readonly glances: GlanceStore;
}
