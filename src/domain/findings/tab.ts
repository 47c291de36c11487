/** Findings about a tab, its headings or rows, a setting, or the spreadsheet as a whole. */
import type { IsoDate } from '../date.ts';
import type { StatedFigureKind } from '../records.ts';
import type { Severity } from './severity.ts';

/** The tab to fill in next, where too little is typed for figures. */
export type NextTab = 'pledge' | 'targets' | 'meetings' | 'results';

/** Blank columns or rows at the edge of a tab. They count towards the cell limit. */
export interface BlankEdge {
  readonly tabName: string;
  readonly edge: 'columns' | 'rows';
  /** The first and the last of them, from 1. */
  readonly from: number;
  readonly to: number;
  /** Number of cells freed by deleting them. */
  readonly cells: number;
}

/** Which way cells were shifted. `left`: they are one cell to the left of where they belong. */
export type Direction = 'left' | 'right';

export type TabProblem =
  | {
      /**
       * Tabs with nearly the name of an input tab, which are not read. `renamed-tab`: that input tab does not
       * exist. `unread-copy`: it does, and is read.
       */
      readonly code: 'renamed-tab' | 'unread-copy';
      readonly tabName: string;
      readonly others: readonly string[];
    }
  | { readonly code: 'missing-tab'; readonly tabName: string; readonly nearest: string | null }
  | { readonly code: 'missing-heading'; readonly heading: string; readonly nearest: string | null }
  /** The tabs exist, but too little is typed into them for figures. */
  | { readonly code: 'nothing-typed'; readonly next: NextTab }
  | {
      /** A column 연도 beside columns that are each a year. Nobody can tell which is meant. */
      readonly code: 'year-beside-years';
      readonly found: string;
    }
  | {
      /** A cell of a table of years holds words instead of a value: 설계, 준공. */
      readonly code: 'words-for-a-value';
      readonly found: string;
    }
  | {
      /**
       * Rows and columns of a plan that hold results, executed amounts or percentages. They
       * are not counted as plan.
       */
      readonly code: 'results-in-plan';
      readonly rows: readonly { readonly row: number; readonly label: string }[];
      readonly columns: readonly string[];
      /** What is counted instead: 변경 (`after`) beside 당초, 연간 (`yearly`) beside 누적. */
      readonly counted?: readonly ('after' | 'yearly')[];
    }
  /** Funding sources are side by side in columns, where each should have a row. */
  | { readonly code: 'funds-across' }
  | {
      /** Several tabs whose names differ only by spaces or case. One is read, the others are not. */
      readonly code: 'doubled-tab';
      readonly read: string;
      readonly others: readonly string[];
    }
  | {
      /**
       * Rows of a plan that say what each year adds. They are not counted, whether a cumulative plan is there
       * (`aside`) or nothing else (`alone`).
       */
      readonly code: 'yearly-rows-aside' | 'yearly-rows-alone';
      readonly rows: readonly { readonly row: number; readonly label: string }[];
    }
  /**
   * Filled columns whose heading starts with a year, or that lie among columns of years,
   * but whose year is unclear.
   */
  | { readonly code: 'year-not-told'; readonly columns: readonly string[] }
  /** A second table below the first has headings that are not understood. */
  | { readonly code: 'table-not-read' }
  | {
      readonly code: 'doubled-heading';
      readonly heading: string;
      /** The heading of the column that is read, of the same time; absent: the first with this heading. */
      readonly read?: string;
    }
  | {
      /** A filled column that is not read, in a tab that lacks a heading. It may be the missing column. */
      readonly code: 'unread-column';
      /** Its heading; empty where it has none. */
      readonly found: string;
      /** The missing heading that it resembles; null: none. */
      readonly nearest: string | null;
      /** The missing headings whose columns count in figures. */
      readonly missing: readonly string[];
    }
  | { readonly code: 'unused-columns'; readonly columns: readonly string[] }
  | { readonly code: 'output-tab-not-ours'; readonly tabName: string }
  | {
      /** The spreadsheet refused to take a result or its formatting. */
      readonly code: 'tab-refused';
      readonly tabName: string;
      readonly part: 'figures' | 'looks';
      /** The platform's own message. */
      readonly reason: string;
    }
  | { readonly code: 'unknown-setting'; readonly found: string; readonly nearest: string | null }
  | { readonly code: 'doubled-setting'; readonly found: string }
  | {
      /** The spreadsheet's time zone is not Korea's. Today, and so the month to close, may differ. */
      readonly code: 'foreign-time-zone';
      readonly zone: string;
    }
  | { readonly code: 'unknown-progress-kind'; readonly found: string }
  | { readonly code: 'term-reversed'; readonly startYear: number; readonly endYear: number }
  | {
      readonly code: 'doubled-name';
      readonly found: string;
      /** The earlier row with the name; null where it is also a name or alias of another row. */
      readonly firstRow: number | null;
    }
  | {
      /** 처리 in 분류 contradicts a built-in word: 끝 for one that is no end, or 진행 for one that is. */
      readonly code: 'end-of-built-in';
      readonly list: 'statuses' | 'implementationStatuses';
      readonly found: string;
      /** Whether 끝 is typed. That makes the word an end; 진행 is ignored. */
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
      /** Sum of its own group; null where that is `computed` too. */
      readonly ofGroup: number | null;
    }
  | {
      /** A total among values of several kinds that is neither one of them nor any sum of them. */
      readonly code: 'total-of-none';
      readonly found: string;
      readonly written: number;
    }
  /** A row with a day and the words of a total is what other rows of its time come to. It was not counted. */
  | { readonly code: 'total-with-day'; readonly found: string }
  /**
   * A row with a day reads like a total, but other rows of its time do not come to it; or they do, but it may
   * be a thing of its own, as 1월분. It was counted.
   */
  | { readonly code: 'total-counted'; readonly found: string }
  | { readonly code: 'shifted-row'; readonly direction: Direction }
  /** A row that begins with ※, and so is no row of data, holds a number or a date. */
  | { readonly code: 'note-with-values' }
  | {
      readonly code: 'shifted-headings';
      readonly direction: Direction;
      readonly rows: number;
    }
  | { readonly code: 'hidden-rows' }
  /** It could not be found out whether rows are hidden. */
  | { readonly code: 'hidden-rows-unknown' }
  | {
      /** The spreadsheet is near its limit of cells. Blank ones count too. */
      readonly code: 'nearly-full';
      readonly cells: number;
      readonly limit: number;
      readonly blanks: readonly BlankEdge[];
    }
  | {
      readonly code: 'long-run';
      /** Expected duration of the run, in seconds. */
      readonly seconds: number;
      /** The run stops itself after this many seconds. */
      readonly budgetSeconds: number;
      readonly rows: number;
    }
  | {
      /** An earlier version folded the rows of ended years into a tab that is no longer read. */
      readonly code: 'rows-folded-away';
      /** The rows of all years up to this one were folded; null where the tab no longer says. */
      readonly lastYear: number | null;
    }
  | {
      readonly code: 'mixed-units';
      /** The units found. The last one is assumed for cells that name none. */
      readonly units: readonly string[];
      /**
       * The amount without a unit, where the finding is about that cell; absent for the column as a whole.
       */
      readonly found?: string;
    }
  | { readonly code: 'unit-not-named'; readonly unit: string }
  | {
      /** Several units of money are named for one table. */
      readonly code: 'several-units';
      /** Those above the table: several, none of which is used, or one that differs from the heading's. */
      readonly units: readonly string[];
      /** The unit in which the amounts were read: that of the heading, if it names one. */
      readonly readAs: string;
    }
  | {
      /**
       * A note below the headings names another unit than the one in which the amounts were read. Further
       * notes with the same unit are not reported.
       */
      readonly code: 'unit-below';
      readonly found: string;
      readonly units: readonly string[];
      readonly readAs: string;
    };

export const TAB_SEVERITIES: Readonly<Record<TabProblem['code'], Severity>> = {
  'missing-tab': 'error',
  'renamed-tab': 'warning',
  'unread-copy': 'notice',
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
  'note-with-values': 'error',
  'shifted-headings': 'error',
  'hidden-rows': 'notice',
  'hidden-rows-unknown': 'notice',
  'nearly-full': 'warning',
  'long-run': 'warning',
  'rows-folded-away': 'error',
  'mixed-units': 'notice',
  'unit-not-named': 'notice',
  'several-units': 'warning',
  'unit-below': 'warning',
  'undecidable-date': 'error',
  'date-in-the-future': 'notice',
  'stated-figure-differs': 'warning',
  'subtotal-differs': 'warning',
  'total-of-none': 'warning',
  'total-with-day': 'warning',
  'total-counted': 'warning',
};
