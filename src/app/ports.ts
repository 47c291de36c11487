/** What the use cases need of the world outside. `google/` gives it from the script services; tests give it from memory. */
import type { IsoDate } from '../domain/date.ts';
import type { BlankEdge } from '../domain/findings/tab.ts';
import type { MonthlySchedule } from '../domain/months/monthly-schedule.ts';
import { INPUT_TABS } from '../domain/tabs.ts';
import { INPUT_TAB_NAMES, OPTIONAL_TABS } from '../sheets/input/tabs.ts';
import { exactly, FEWER_ROWS, noRoomText } from '../sheets/messages/capacity-text.ts';
import type { Grid } from '../sheets/output/grid/grid.ts';
import { OUTPUT_TABS, type OutputTab } from '../sheets/output/tabs.ts';
import type { UnfinishedMark } from '../sheets/output/unfinished.ts';
import type { RawTab } from '../sheets/raw.ts';
import type { TabLayout } from '../sheets/set-up/layouts.ts';

export interface WritePlan {
  /** The date that the grids are computed for; each tab remembers its own. */
  readonly asOf: IsoDate;
  /** null where the tab that would hold it is somebody else's. */
  readonly unfinished: UnfinishedMark | null;
  /** Tabs that an earlier run has left unfinished: nothing of how they look is taken for granted. */
  readonly unsettled: ReadonlySet<OutputTab>;
  /** Result tabs, each replaced as a whole. */
  readonly grids: readonly { readonly tab: OutputTab; readonly grid: Grid }[];
}

/** What the spreadsheet would not have written. */
export interface Refusal {
  readonly tab: OutputTab;
  /** Without its figures a tab is unfinished; without its looks its figures are right all the same. */
  readonly part: 'figures' | 'looks';
  /** In the words of the platform, in the language of the account. */
  readonly reason: string;
}

/** Thrown where a tab would not have a row. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(tab: OutputTab, error: unknown) {
    const reason = error instanceof Error ? error.message : String(error);
    super(`${OUTPUT_TABS[tab]}: ${reason}`);
    this.refusal = { tab, part: 'figures', reason };
  }
}

/** A tab that rows are only ever appended to. Columns are only ever added at the end, so rows written by older versions stay readable. */
export interface LogLayout {
  readonly tab: OutputTab;
  readonly columns: readonly LogColumn[];
  /** How many of the first columns of a row never change once it is written: by them it is found again. Absent: all. */
  readonly settled?: number;
  /** Input tabs whose hidden rows are counted beside the headings. */
  readonly watched: readonly string[];
}

export interface LogColumn {
  readonly heading: string;
  /** Number format of the cells below the heading; `@` stores plain text. */
  readonly format: string;
  /** Pixels. */
  readonly width: number;
}

export type LogRow = readonly (string | number)[];

/** The tab of a layout, read at once. It is made by the first row that is appended to it. */
export interface Log {
  /** Everything that stands in it, its headings too; no rows where there is no such tab. */
  readonly raw: RawTab;
  /** Makes the tab with its headings, where it is not there. */
  prepare(): void;
  /** Appends rows in one call below everything that stands there, and gives the number of the first. */
  append(rows: readonly LogRow[]): number;
  /** How large the tab must be for so many rows more, with those that are made ready beyond them. */
  room(added: number): Extent;
  /**
   * Replaces the row that begins with the same settled cells: for a line that says first that something was begun, and then how it ended.
   * @param row where it stood; it may have been moved since.
   */
  rewrite(row: number, cells: LogRow): void;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** All the cells of a tab, blank ones too. */
export interface TabSize extends Extent {
  readonly name: string;
  /** As far as anything stands in it. */
  used(): Extent;
}

export interface Workbook {
  /** Of the spreadsheet: a copy has another. */
  id(): string;
  /** Every tab that has cells, whosesoever it is. Nothing is read. */
  sizes(): readonly TabSize[];
  /**
   * The tabs of these names that are there, each read at once.
   * @param before is told of each tab before it is read.
   */
  read(names: readonly string[], before?: (name: string) => void): ReadonlyMap<string, RawTab>;
  /** The names of all tabs, as they stand. */
  tabNames(): readonly string[];
  /** Which of these names are borne by tabs that are not the add-on's own. */
  foreignTabs(names: readonly string[]): readonly string[];
  /**
   * Those of the tabs that a layout watches in which rows are hidden, by hand or by a filter. They must have been read. null where the
   * spreadsheet would not count them.
   */
  tabsWithHiddenRows(layout: LogLayout): ReadonlySet<string> | null;
  /**
   * Writes result tabs and makes those that are missing. Tabs that are not the add-on's own must not be in the plan.
   * @returns what was refused, at most one for each tab; all else is written.
   */
  write(plan: WritePlan): readonly Refusal[];
  /** A tab that rows are appended to. One that is not the add-on's own must not be asked for. */
  log(layout: LogLayout): Log;
  /** The date that a result tab was last written for; null where it never was. */
  writtenFor(name: string): IsoDate | null;
  /** Makes input tabs that are missing, and furnishes those that are empty. */
  fillInputTabs(layouts: readonly TabLayout[]): void;
  /** Writes headings and rows into input tabs that are there. How the tabs look stays. */
  writeInputRows(layouts: readonly TabLayout[]): void;
  /**
   * Adds a row below everything that stands in an input tab, and gives its number.
   * @param cells texts by column, from 1.
   * @param heading one that is written before, where nothing stands.
   */
  appendInputRow(name: string, cells: ReadonlyMap<number, string>, heading?: AddedHeading | null): number;
  /** Writes texts into cells of one column of an input tab, which are blank. @param cells by row @param column from 1 */
  writeInputColumn(name: string, column: number, cells: ReadonlyMap<number, string>): void;
  /** Deletes those tabs of these names that are the add-on's own. */
  deleteOwn(names: readonly string[]): void;
  /** Sends everything that was written to the spreadsheet. */
  flush(): void;
}

export interface AddedHeading {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Clock {
  /** The day it is in the spreadsheet's time zone. */
  today(): IsoDate;
  /** Date and time in the spreadsheet's time zone, for the run log: `2024-03-31 09:05:00`. */
  timestamp(): string;
  /** The spreadsheet's time zone where clocks there show another time than in Korea; null where they show the same. */
  foreignZone(): string | null;
  /** Milliseconds, for durations only. */
  milliseconds(): number;
}

/** What the second of two people is told, at once. */
export const BUSY = '다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.';

/** Milliseconds that a trigger waits for somebody who is computing: nobody is there to try again. */
export const TRIGGER_LOCK_WAIT_MS = 30_000;

export interface Lock {
  /**
   * True when nobody else is computing; it must then be released on every path.
   * @param patience milliseconds to wait for it: none for a person, who is told at once.
   */
  take(patience?: number): boolean;
  release(): void;
}

/** Time triggers that call the month's closing. Those of other people cannot be seen: the platform hides them. */
export interface MonthlyTriggers {
  /** Ids of those that the person at the keyboard has made; null where the platform does not show them: they may not have allowed it. */
  mine(): readonly string[] | null;
  /** Makes one, and gives its id. */
  make(schedule: MonthlySchedule): string;
  /** Removes those of one's own that bear these ids. */
  remove(ids: readonly string[]): void;
}

/** Small texts that stay with the spreadsheet, or with the person at the keyboard. */
export interface Notes {
  get(key: string): string | null;
  set(key: string, text: string): void;
  remove(key: string): void;
}

export interface Screen {
  /** A short message at the edge of the screen; it never stops anything. */
  toast(message: string): void;
}

/** How long the work may take, and what those who wait are told of it. */
export interface Pace {
  /**
   * Said before each step of the work, until the first result is written. Long work is shown on the screen.
   * @throws {OutOfTime} where so much time is gone that the rest could be cut off by the platform.
   */
  step(name: string): void;
  /** Says at once what those who wait should know beforehand. */
  announce(message: string): void;
}

/** A run stops by itself, before it writes any result. Thrown, because it may come up before any step of the work; the run catches it. */
export class Stopped extends Error {}

export class OutOfTime extends Stopped {
  constructor(step: string, seconds: number) {
    super(
      `계산을 시작한 지 ${exactly(seconds)}가 지나 '${step}' 앞에서 멈췄습니다. 6분이 지나면 구글이 도중에 끊기 때문입니다. 결과 탭은 하나도 바꾸지 않았습니다. ${FEWER_ROWS}`,
    );
  }
}

const NEEDED = INPUT_TABS.filter((tab) => !OPTIONAL_TABS.has(tab)).map((tab) => INPUT_TAB_NAMES[tab]);

/** None of the tabs is there that people type into. */
export class NothingYet extends Stopped {
  constructor() {
    super(
      `적는 탭(${NEEDED.join(', ')})이 하나도 없습니다. 메뉴 공약장부 → 설정 → 시트 준비를 누르면 만들어 드립니다. 먼저 해 보려면 예시 데이터로 채우기를 눌러 주세요.`,
    );
  }
}

/** What is to be written does not fit into the spreadsheet. */
export class OutOfRoom extends Stopped {
  /** @param room `cells`: as many as it would have. */
  constructor(room: {
    readonly cells: number;
    readonly limit: number;
    readonly blanks: readonly BlankEdge[];
  }) {
    super(noRoomText(room));
  }
}

/** Keeps the last {@link Glance} as a text of at most 60 KB, of an office with 400 KB more, for the sidebar to paint from at once. */
export interface GlanceStore {
  keep(text: string): void;
  /** What was kept last; null where nothing was, or not all of it can be read. */
  kept(): string | null;
}

export interface Environment {
  readonly workbook: Workbook;
  readonly clock: Clock;
  readonly lock: Lock;
  readonly screen: Screen;
  readonly pace: Pace;
  /** Seen by everybody who uses the spreadsheet, and not copied with it. */
  readonly documentNotes: Notes;
  /** Seen by the person at the keyboard alone. */
  readonly personNotes: Notes;
  /** null: the script is an add-on, whose triggers belong to none of the spreadsheets that it is used in. */
  readonly triggers: MonthlyTriggers | null;
  readonly glances: GlanceStore;
}
