/** What the use cases need of the world outside. `google/` gives it from the script services; tests give it from memory. */
import type { IsoDate } from '../domain/date.ts';
import type { Grid } from '../sheets/output/grid.ts';
import type { OutputTab } from '../sheets/output/tabs.ts';
import type { RawTab } from '../sheets/raw.ts';
import type { TabLayout } from '../sheets/set-up/layouts.ts';

export interface WritePlan {
  /** The date that the grids are computed for; each tab remembers its own. */
  readonly asOf: IsoDate;
  /** Result tabs, each replaced as a whole. */
  readonly grids: readonly { readonly tab: OutputTab; readonly grid: Grid }[];
}

/** Rows appended below headings that are written once. */
export interface AppendPlan {
  readonly tab: OutputTab;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly columnWidths: readonly number[];
}

export interface Workbook {
  /** The tabs of these names that are there, each read at once. */
  read(names: readonly string[]): ReadonlyMap<string, RawTab>;
  /** The names of all tabs, as they stand. */
  tabNames(): readonly string[];
  /** Which of these names are borne by tabs that are not the add-on's own. */
  foreignTabs(names: readonly string[]): readonly string[];
  /** Writes result tabs and makes those that are missing. Tabs that are not the add-on's own must not be in the plan. */
  write(plan: WritePlan): void;
  append(plan: AppendPlan): void;
  /** The date that a result tab was last written for; null where it never was. */
  writtenFor(name: string): IsoDate | null;
  /** Makes input tabs that are missing, and furnishes those that are empty. */
  fillInputTabs(layouts: readonly TabLayout[]): void;
  /** Sends everything that was written to the spreadsheet. */
  flush(): void;
}

export interface Clock {
  /** The day it is in the spreadsheet's time zone. */
  today(): IsoDate;
  /** Date and time in the spreadsheet's time zone, for the run log: `2024-03-31 09:05:00`. */
  timestamp(): string;
  /** Milliseconds, for durations only. */
  milliseconds(): number;
}

export interface Lock {
  /** True when nobody else is computing; it must then be released on every path. */
  take(): boolean;
  release(): void;
}

export interface Screen {
  /** A short message at the edge of the screen; it never stops anything. */
  toast(message: string): void;
}

/** Keeps the last {@link Glance} as a text of at most 60 KB, for the sidebar to paint from at once. */
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
  readonly glances: GlanceStore;
}
