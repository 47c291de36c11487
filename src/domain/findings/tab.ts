/** What is wrong with a tab, its headings or its rows, with a setting, or with the spreadsheet as a whole. */
import type { IsoDate } from '../date.ts';
import type { StatedFigureKind } from '../records.ts';
import type { Severity } from './severity.ts';

/** The one tab in which to go on where there is too little for figures. */
export type NextTab = 'pledge' | 'targets' | 'meetings' | 'results';

/** Columns or rows at the edge of a tab that hold nothing and count all the same. */
export interface BlankEdge {
  readonly tabName: string;
  readonly edge: 'columns' | 'rows';
  /** The first of them and the last, from 1. */
  readonly from: number;
  readonly to: number;
  /** Number of cells freed by deleting them. */
  readonly cells: number;
}

/** Which way cells have slipped: `left` stand one cell to the left of where they belong. */
export type Direction = 'left' | 'right';

export type TabProblem =
  | { readonly code: 'missing-tab'; readonly tabName: string; readonly nearest: string | null }
  | { readonly code: 'missing-heading'; readonly heading: string; readonly nearest: string | null }
  /** The tabs are there, and too little is typed into them for figures. */
  | { readonly code: 'nothing-typed'; readonly next: NextTab }
  | {
      /** A column of years beside columns that each stand for a year: nobody can tell which of them is meant. */
      readonly code: 'year-beside-years';
      readonly found: string;
    }
  | {
      /** A cell of a table of years says something else than a value: 설계, 준공. */
      readonly code: 'words-for-a-value';
      readonly found: string;
    }
  | {
      /** Rows and columns of a plan of money that hold what was spent, or percentages: they are no plan. */
      readonly code: 'results-in-plan';
      readonly rows: readonly { readonly row: number; readonly label: string }[];
      readonly columns: readonly string[];
      /** What counts where the table has it beside what does not: 변경 beside 당초, 연간 beside 누적. */
      readonly counted?: readonly ('after' | 'yearly')[];
    }
  /** Funds stand side by side, where each should have a row. */
  | { readonly code: 'funds-across' }
  | {
      /** Names of tabs that differ by a space or a case: one is read, the others are not. */
      readonly code: 'doubled-tab';
      readonly read: string;
      readonly others: readonly string[];
    }
  | {
      /** Rows of a plan that say what each year adds: left aside for a cumulative one, or all that the plan has. */
      readonly code: 'yearly-rows-aside' | 'yearly-rows-alone';
      readonly rows: readonly { readonly row: number; readonly label: string }[];
    }
  /** Filled columns that begin with a year or stand among the years, and are not understood. */
  | { readonly code: 'year-not-told'; readonly columns: readonly string[] }
  /** A table below another has headings of its own, which are not understood. */
  | { readonly code: 'table-not-read' }
  | { readonly code: 'doubled-heading'; readonly heading: string }
  | {
      /** A column that is filled and not read, in a tab that lacks a heading which it may mean. */
      readonly code: 'unread-column';
      /** Empty where nothing stands above it. */
      readonly found: string;
      /** The missing heading that it is like. */
      readonly nearest: string | null;
      /** The missing headings whose columns count in figures. */
      readonly missing: readonly string[];
    }
  | { readonly code: 'unused-columns'; readonly columns: readonly string[] }
  | { readonly code: 'output-tab-not-ours'; readonly tabName: string }
  | {
      /** The spreadsheet would not have a result written, or would not have it look as it should. */
      readonly code: 'tab-refused';
      readonly tabName: string;
      readonly part: 'figures' | 'looks';
      /** In the words of the platform. */
      readonly reason: string;
    }
  | { readonly code: 'unknown-setting'; readonly found: string; readonly nearest: string | null }
  | { readonly code: 'doubled-setting'; readonly found: string }
  | {
      /** Today, and so the month that is closed, is that of another place than Korea. */
      readonly code: 'foreign-time-zone';
      readonly zone: string;
    }
  | { readonly code: 'unknown-progress-kind'; readonly found: string }
  | { readonly code: 'term-reversed'; readonly startYear: number; readonly endYear: number }
  | {
      readonly code: 'doubled-name';
      readonly found: string;
      /** The row that has the name, where it is one of the same column. */
      readonly firstRow: number | null;
    }
  | {
      /** 분류 says of a built-in word otherwise than the word by itself whether it is an end. */
      readonly code: 'end-of-built-in';
      readonly list: 'statuses' | 'classes';
      readonly found: string;
      /** As it is typed: such an end is taken, and one that is none is not. */
      readonly isEnd: boolean;
    }
  | {
      readonly code: 'undecidable-date';
      readonly first: IsoDate;
      readonly last: IsoDate;
      readonly asOf: IsoDate;
    }
  | { readonly code: 'date-in-the-future'; readonly found: IsoDate; readonly today: IsoDate }
  | {
      readonly code: 'stated-figure-differs';
      readonly figure: StatedFigureKind;
      readonly stated: number;
      readonly computed: number;
      /** The year at whose end the stated figure was right; null: never. */
      readonly reachedIn: number | null;
    }
  | {
      readonly code: 'subtotal-differs';
      readonly found: string;
      readonly written: number;
      readonly computed: number;
      /** The rows of its group alone; null where they are all. */
      readonly ofGroup: number | null;
    }
  | { readonly code: 'shifted-row'; readonly direction: Direction }
  | {
      readonly code: 'shifted-headings';
      readonly direction: Direction;
      readonly rows: number;
    }
  | { readonly code: 'hidden-rows' }
  /** Whether any rows are hidden could not be found out. */
  | { readonly code: 'hidden-rows-unknown' }
  | {
      /** The cells of the whole spreadsheet, blank ones too. */
      readonly code: 'nearly-full';
      readonly cells: number;
      readonly limit: number;
      readonly blanks: readonly BlankEdge[];
    }
  | {
      readonly code: 'long-run';
      /** Expected duration of the run. */
      readonly seconds: number;
      /** The run stops by itself after so many seconds. */
      readonly budgetSeconds: number;
      readonly rows: number;
    }
  | {
      /** A version before this one folded the rows of ended years into a tab that is not read any more. */
      readonly code: 'rows-folded-away';
      /** The rows of all years up to this one were folded; null where the tab no longer says. */
      readonly lastYear: number | null;
    }
  | {
      readonly code: 'mixed-units';
      /** Last the one in which the cells that name none are read. */
      readonly units: readonly string[];
      /** The amount without a unit, where it is told by itself. */
      readonly found?: string;
    }
  | { readonly code: 'unit-not-named'; readonly unit: string }
  | { readonly code: 'mixed-percent' };

export const TAB_SEVERITIES: Readonly<Record<TabProblem['code'], Severity>> = {
  'missing-tab': 'error',
  'missing-heading': 'error',
  'nothing-typed': 'notice',
  'year-beside-years': 'error',
  'funds-across': 'error',
  'doubled-tab': 'warning',
  'words-for-a-value': 'notice',
  'results-in-plan': 'notice',
  'yearly-rows-aside': 'notice',
  'yearly-rows-alone': 'error',
  'year-not-told': 'warning',
  'table-not-read': 'error',
  'doubled-heading': 'warning',
  'unread-column': 'warning',
  'unused-columns': 'notice',
  'output-tab-not-ours': 'error',
  'tab-refused': 'error',
  'unknown-setting': 'warning',
  'doubled-setting': 'error',
  'foreign-time-zone': 'warning',
  'unknown-progress-kind': 'warning',
  'term-reversed': 'warning',
  'end-of-built-in': 'notice',
  'doubled-name': 'error',
  'shifted-row': 'error',
  'shifted-headings': 'error',
  'hidden-rows': 'notice',
  'hidden-rows-unknown': 'notice',
  'nearly-full': 'warning',
  'long-run': 'warning',
  'rows-folded-away': 'error',
  'mixed-units': 'notice',
  'unit-not-named': 'notice',
  'mixed-percent': 'notice',
  'undecidable-date': 'error',
  'date-in-the-future': 'notice',
  'stated-figure-differs': 'warning',
  'subtotal-differs': 'warning',
};
