/**
 * A finding is something a person should look at: a cell that could not be read, a row that was left out, a contradiction.
 * It is a value with a code; the sentence for it is written in `sheets/messages.ts`.
 */
import type { IsoDate, Quarter } from './date.ts';
import type { RowFigure } from './months/row-figures.ts';
import type { Breach } from './record-set.ts';
import type { StatedFigureKind } from './records.ts';
import type { InputTab, RecordTab } from './tabs.ts';
import type { FundingSource } from './words.ts';

/**
 * `error`: something is missing, or a row is not in any figure. `warning`: the rows contradict each other or what is written.
 * `notice`: taken as meant, but worth a look.
 */
export type Severity = 'error' | 'warning' | 'notice';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** Where it is: a cell, a row (no field), a whole tab (no row). `field` is a column's name in the rules. */
export interface Place {
  readonly tab: InputTab | RecordTab;
  readonly row: number | null;
  readonly field: string | null;
}

/** Personal data that a text can hold. */
export type PersonalDataKind =
  | 'resident-number'
  | 'passport-number'
  | 'account-number'
  | 'mobile-number'
  | 'phone-number'
  | 'e-mail';

/** What is wrong with one cell, wherever it stands. `found` is the cell's text as typed. */
export type CellProblem =
  // dates
  | { readonly code: 'not-a-date'; readonly found: string }
  | { readonly code: 'impossible-date'; readonly found: string }
  | { readonly code: 'date-without-year'; readonly found: string }
  | { readonly code: 'date-of-a-plan'; readonly found: string }
  | {
      readonly code: 'date-before-term';
      readonly found: string;
      readonly from: IsoDate;
      readonly to: IsoDate | null;
    }
  | { readonly code: 'date-after-term'; readonly found: string; readonly to: IsoDate }
  | { readonly code: 'ambiguous-month'; readonly found: string }
  | { readonly code: 'year-of-the-tab'; readonly found: string; readonly meant: IsoDate }
  | { readonly code: 'several-days'; readonly found: string; readonly meant: IsoDate }
  | { readonly code: 'implausible-year'; readonly found: string; readonly from: number }
  | { readonly code: 'date-before-plan'; readonly found: string; readonly from: number }
  | { readonly code: 'two-digit-year'; readonly found: string; readonly meant: IsoDate }
  | { readonly code: 'weekday-mismatch'; readonly found: string; readonly meant: IsoDate }
  | { readonly code: 'month-precision'; readonly found: string; readonly last: IsoDate }
  | { readonly code: 'year-precision'; readonly found: string; readonly last: IsoDate }
  // counts
  | { readonly code: 'not-a-count'; readonly found: string }
  | { readonly code: 'unit-of-another-kind'; readonly found: string; readonly hint: number }
  | { readonly code: 'several-numbers'; readonly found: string }
  | { readonly code: 'negative-count'; readonly found: string }
  | { readonly code: 'fractional-count'; readonly found: string }
  | { readonly code: 'too-large'; readonly found: string }
  | { readonly code: 'approximate-count'; readonly found: string; readonly meant: number }
  // amounts
  | { readonly code: 'not-an-amount'; readonly found: string }
  | { readonly code: 'dash-for-an-amount'; readonly found: string }
  | { readonly code: 'not-whole-won'; readonly found: string }
  | { readonly code: 'negative-amount'; readonly found: string; readonly meant: number }
  // names and choices
  | { readonly code: 'unknown-name'; readonly found: string; readonly nearest: string | null }
  | { readonly code: 'misspelt-name'; readonly found: string; readonly meant: string }
  | { readonly code: 'not-a-year'; readonly found: string }
  | {
      readonly code: 'year-outside-term';
      readonly found: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly code: 'not-a-mark'; readonly found: string }
  | { readonly code: 'not-a-percent'; readonly found: string }
  | { readonly code: 'merged-label'; readonly found: string; readonly firstRow: number }
  | { readonly code: 'merged-number'; readonly firstRow: number }
  | { readonly code: 'unknown-schedule-row'; readonly found: string; readonly nearest: string | null }
  | { readonly code: 'personal-data'; readonly kind: PersonalDataKind }
  // any cell
  | { readonly code: 'required-blank' }
  | { readonly code: 'error-value'; readonly found: string };

/** The one tab in which to go on where there is too little for figures. */
export type NextTab = 'pledge' | 'targets' | 'meetings';

/** What is wrong with a row, a tab, or between them. */
export type OtherProblem =
  | { readonly code: 'missing-tab'; readonly tabName: string; readonly nearest: string | null }
  | { readonly code: 'missing-heading'; readonly heading: string; readonly nearest: string | null }
  /** The tabs are there, and too little is typed into them for figures. */
  | { readonly code: 'nothing-typed'; readonly next: NextTab }
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
      readonly code: 'undecidable-date';
      readonly first: IsoDate;
      readonly last: IsoDate;
      readonly asOf: IsoDate;
    }
  | { readonly code: 'date-in-the-future'; readonly found: IsoDate; readonly today: IsoDate }
  | {
      /** The text of a row names a number of meetings or suggestions, and the cell that counts them is blank. */
      readonly code: 'count-in-text';
      readonly found: string;
    }
  | { readonly code: 'no-category' }
  | { readonly code: 'doubled-receipt-number'; readonly found: string; readonly firstRow: number }
  | { readonly code: 'doubled-year'; readonly found: string; readonly firstRow: number }
  | {
      readonly code: 'plan-ends-off-target';
      readonly year: number;
      readonly planned: number;
      readonly finalTarget: number;
    }
  | {
      /** The plan of each year for itself, where the plan up to its end is wanted: together they are the final target. */
      readonly code: 'yearly-targets';
      readonly planned: number;
      readonly finalTarget: number;
    }
  | {
      readonly code: 'plan-falls';
      readonly year: number;
      readonly planned: number;
      readonly yearBefore: number;
      readonly plannedBefore: number;
    }
  | { readonly code: 'budget-off-total-cost'; readonly plannedWon: number; readonly totalCostWon: number }
  | {
      readonly code: 'execution-without-plan';
      /** null: the whole plan. */
      readonly year: number | null;
      /** null: all sources together. */
      readonly fundingSource: FundingSource | null;
      readonly executedWon: number;
      /** Rows of the plan that could not be read, among which it may stand. */
      readonly plansUnread: number;
    }
  | {
      readonly code: 'execution-above-plan';
      readonly year: number | null;
      readonly fundingSource: FundingSource | null;
      readonly executedWon: number;
      readonly plannedWon: number;
    }
  | { readonly code: 'blank-execution'; readonly year: number; readonly plannedWon: number }
  | { readonly code: 'plan-missed'; readonly year: number; readonly planned: number; readonly held: number }
  | {
      readonly code: 'plan-outrun';
      readonly year: number;
      readonly planned: number;
      readonly yearBefore: number;
      readonly held: number;
    }
  | {
      readonly code: 'scheduled-quarter-missed' | 'held-early' | 'held-late' | 'held-unplanned';
      /** Line of the schedule. */
      readonly name: string;
      readonly year: number;
      readonly quarter: Quarter;
    }
  | {
      readonly code: 'mark-after-term';
      readonly name: string;
      readonly year: number;
      readonly quarter: Quarter;
      readonly termEnd: IsoDate;
    }
  | { readonly code: 'category-without-schedule'; readonly found: string }
  | { readonly code: 'schedule-without-category'; readonly found: string }
  | { readonly code: 'shifted-schedule-row'; readonly found: string; readonly direction: Direction }
  | { readonly code: 'doubled-meeting'; readonly firstRow: number }
  | { readonly code: 'people-without-meeting'; readonly people: number }
  | { readonly code: 'more-sites-than-meetings'; readonly sites: number; readonly held: number }
  | { readonly code: 'text-names-another-year'; readonly year: number; readonly named: number }
  | {
      readonly code: 'copied-meetings';
      readonly year: number;
      readonly yearBefore: number;
      readonly total: number;
    }
  | { readonly code: 'handled-before-received'; readonly received: IsoDate; readonly handled: IsoDate }
  | { readonly code: 'completed-without-date' }
  | {
      /** The number or text of so many rows was changed: before this day nobody knows their status. */
      readonly code: 'suggestions-renamed';
      readonly rows: number;
      readonly firstSeen: IsoDate;
    }
  | {
      readonly code: 'suggestions-without-status';
      readonly year: number;
      readonly origin: string | null;
      readonly count: number;
      readonly total: number;
    }
  | {
      readonly code: 'suggestions-open-long';
      readonly year: number;
      readonly origin: string | null;
      readonly count: number;
      /** Since the oldest of them. */
      readonly days: number;
      readonly limit: number;
    }
  | {
      readonly code: 'copied-total';
      readonly origin: string | null;
      readonly year: number;
      readonly yearBefore: number;
      readonly total: number;
    }
  | {
      readonly code: 'copied-breakdown';
      readonly origin: string | null;
      readonly year: number;
      readonly otherOrigin: string | null;
      readonly otherYear: number;
      readonly total: number;
    }
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
  | { readonly code: 'mixed-units'; readonly units: readonly string[] }
  | { readonly code: 'unit-not-named'; readonly unit: string }
  | { readonly code: 'mixed-percent' }
  | {
      readonly code: 'damaged-record';
      /**
       * `unreadable`: so many rows hold what we never write. `altered`: a frozen row is not as it was written.
       * `doubled`: its month has a row already. `rows-differ`: the rows behind the month are not as they were written.
       */
      readonly damage: 'unreadable' | 'altered' | 'doubled' | 'rows-differ';
      readonly rows: number;
      /** `2024-03`; null where it is about no month. */
      readonly month: string | null;
    }
  | ({
      /** Rows of a tab that remembers are gone, or are not as they were written. */
      readonly code: 'records-broken';
      /** Headings that are gone from it: without their columns no row is as it was written. */
      readonly headingsGone: readonly string[];
    } & Breach)
  | {
      /** Nothing was kept of the tabs that remember, as in a copy of the spreadsheet: they are taken as they stand. */
      readonly code: 'records-adopted';
      readonly tabs: readonly RecordTab[];
      readonly isCopy: boolean;
    }
  | {
      readonly code: 'past-month-changed';
      readonly figure: RowFigure;
      /** The first of the closed months that differ by the same amount, and the last. */
      readonly month: string;
      readonly lastMonth: string;
      /** Of the first month: as it was frozen, and as its rows say today. null: no row said anything. */
      readonly frozen: number | null;
      readonly now: number | null;
    };

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

export type Problem = CellProblem | OtherProblem;
export type FindingCode = Problem['code'];

export interface Finding {
  readonly problem: Problem;
  readonly place: Place | null;
}

const SEVERITY_OF: Record<FindingCode, Severity> = {
  'not-a-date': 'error',
  'impossible-date': 'error',
  'date-without-year': 'error',
  'date-of-a-plan': 'error',
  'date-before-term': 'error',
  'date-after-term': 'notice',
  'ambiguous-month': 'error',
  'year-of-the-tab': 'notice',
  'several-days': 'notice',
  'implausible-year': 'error',
  'date-before-plan': 'warning',
  'two-digit-year': 'notice',
  'weekday-mismatch': 'notice',
  'month-precision': 'notice',
  'year-precision': 'notice',
  'not-a-count': 'error',
  'unit-of-another-kind': 'error',
  'several-numbers': 'error',
  'negative-count': 'error',
  'fractional-count': 'error',
  'too-large': 'error',
  'approximate-count': 'notice',
  'not-an-amount': 'error',
  'dash-for-an-amount': 'error',
  'not-whole-won': 'error',
  'negative-amount': 'notice',
  'unknown-name': 'error',
  'misspelt-name': 'notice',
  'not-a-year': 'error',
  'year-outside-term': 'notice',
  'not-a-mark': 'error',
  'not-a-percent': 'error',
  'required-blank': 'error',
  'error-value': 'error',
  'missing-tab': 'error',
  'missing-heading': 'error',
  'nothing-typed': 'notice',
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
  'doubled-name': 'error',
  'undecidable-date': 'error',
  'date-in-the-future': 'notice',
  'count-in-text': 'notice',
  'no-category': 'notice',
  'doubled-receipt-number': 'error',
  'doubled-year': 'error',
  'plan-ends-off-target': 'warning',
  'yearly-targets': 'warning',
  'plan-falls': 'warning',
  'budget-off-total-cost': 'warning',
  'execution-without-plan': 'warning',
  'execution-above-plan': 'warning',
  'blank-execution': 'notice',
  'plan-missed': 'warning',
  'plan-outrun': 'notice',
  'scheduled-quarter-missed': 'notice',
  'held-early': 'notice',
  'held-late': 'notice',
  'held-unplanned': 'notice',
  'mark-after-term': 'notice',
  'category-without-schedule': 'notice',
  'schedule-without-category': 'notice',
  'shifted-schedule-row': 'warning',
  'doubled-meeting': 'notice',
  'people-without-meeting': 'notice',
  'more-sites-than-meetings': 'notice',
  'text-names-another-year': 'notice',
  'copied-meetings': 'notice',
  'handled-before-received': 'warning',
  'completed-without-date': 'notice',
  'suggestions-renamed': 'warning',
  'suggestions-without-status': 'notice',
  'suggestions-open-long': 'notice',
  'copied-total': 'notice',
  'copied-breakdown': 'notice',
  'stated-figure-differs': 'warning',
  'subtotal-differs': 'warning',
  'shifted-row': 'error',
  'shifted-headings': 'error',
  'merged-label': 'notice',
  'merged-number': 'error',
  'hidden-rows': 'notice',
  'hidden-rows-unknown': 'notice',
  'nearly-full': 'warning',
  'long-run': 'warning',
  'rows-folded-away': 'error',
  'mixed-units': 'notice',
  'unit-not-named': 'notice',
  'mixed-percent': 'notice',
  'unknown-schedule-row': 'warning',
  'personal-data': 'notice',
  'damaged-record': 'warning',
  'records-broken': 'error',
  'records-adopted': 'notice',
  'past-month-changed': 'warning',
};

/** Errors of tabs of our own: no row is missing from a figure for them. */
const OF_OWN_TABS: readonly FindingCode[] = ['output-tab-not-ours', 'tab-refused', 'records-broken'];

export function isOfOwnTabs({ code }: { readonly code: FindingCode }): boolean {
  return OF_OWN_TABS.includes(code);
}

/**
 * What a kind puts in doubt, in the order in which one works through those of one severity. `whole`: a whole table or year. `figures`:
 * a row that counts otherwise than was meant. `contradiction`: two figures or texts that cannot both be right. `light`: may well
 * be as it is. `typing`: only how something was typed.
 */
export type Weight = (typeof WEIGHTS)[number];
const WEIGHTS = ['whole', 'figures', 'contradiction', 'light', 'typing'] as const;

const KINDS_OF: Partial<Record<Weight, readonly FindingCode[]>> = {
  whole: [
    'missing-tab',
    'missing-heading',
    'shifted-headings',
    'nothing-typed',
    'unread-column',
    'doubled-heading',
    'foreign-time-zone',
    'yearly-targets',
    'suggestions-without-status',
    'copied-total',
    'copied-breakdown',
    'copied-meetings',
  ],
  figures: [
    'count-in-text',
    'no-category',
    'people-without-meeting',
    'more-sites-than-meetings',
    'doubled-meeting',
    'text-names-another-year',
    'weekday-mismatch',
    'date-in-the-future',
    'date-before-plan',
    'date-after-term',
    'negative-amount',
    'misspelt-name',
    'mixed-units',
    'unit-not-named',
    'mixed-percent',
    'hidden-rows',
    'hidden-rows-unknown',
    'unknown-progress-kind',
    'unknown-schedule-row',
  ],
  light: [
    'unknown-setting',
    'unused-columns',
    'held-early',
    'held-late',
    'held-unplanned',
    'mark-after-term',
    'category-without-schedule',
    'schedule-without-category',
    'completed-without-date',
  ],
  typing: [
    'year-precision',
    'month-precision',
    'two-digit-year',
    'several-days',
    'year-of-the-tab',
    'approximate-count',
    'merged-label',
  ],
};

const WEIGHT_OF: ReadonlyMap<FindingCode, Weight> = new Map(
  WEIGHTS.flatMap((weight) => (KINDS_OF[weight] ?? []).map((code) => [code, weight] as const)),
);

export function weightOf({ code }: Problem): Weight {
  return WEIGHT_OF.get(code) ?? (SEVERITY_OF[code] === 'error' ? 'figures' : 'contradiction');
}

/** Worst first: by severity, and by weight among equals. */
export function rankOf(finding: Finding): number {
  return (
    SEVERITIES.indexOf(severityOf(finding)) * WEIGHTS.length + WEIGHTS.indexOf(weightOf(finding.problem))
  );
}

/** Every kind of finding there is. */
export const FINDING_CODES = Object.keys(SEVERITY_OF) as readonly FindingCode[];

export function severityOf(finding: Finding): Severity {
  return SEVERITY_OF[finding.problem.code];
}
