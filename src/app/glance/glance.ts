/** What the sidebar shows, as plain data. No dates, no functions, no personal data. */
import type { IndicatorKind } from '../../domain/indicators/indicator.ts';
import type { PledgeRate } from '../../domain/report.ts';
import type { StartedBy } from '../run/run-log.ts';
import type { GlanceFindings } from './glance-findings.ts';

/** Raised whenever the shape of {@link Glance} changes. A glance kept by another version is not read. */
export const GLANCE_VERSION = 7;

/**
 * What is kept from a run: the book's pledge, or the one that an office's detail tabs show, and the whole
 * office.
 */
export interface Glance extends PledgeGlance {
  readonly version: typeof GLANCE_VERSION;
  /** null in a book of one pledge. */
  readonly office: GlanceOffice | null;
  readonly lastRun: GlanceRun;
  /** Fingerprint of the input tabs that these figures were computed from. */
  readonly inputs: string;
}

/** All pledges of an office. */
export interface GlanceOffice {
  /** The statuses that any pledge has, in the office's order. Pledges without a status come last. */
  readonly statuses: readonly GlanceImplementationStatus[];
  /** The mean of the pledges' rates. */
  readonly rate: GlanceRate;
  /** Number of pledges without a rate, which the mean leaves out. */
  readonly withoutRate: number;
  /** How many pledges reached this year's target, of those that have one. */
  readonly yearTarget: { readonly reached: number; readonly of: number };
  readonly pledges: number;
  /** In the order of 공약목록; only the first ones if there are too many to keep. */
  readonly lines: readonly GlanceLine[];
  /** The findings of the whole book. */
  readonly findings: GlanceFindings;
}

export interface GlanceImplementationStatus {
  readonly name: string;
  /** `#1b6b4c` */
  readonly color: string;
  readonly count: number;
}

/** One pledge of an office as a line: at most 1,000 bytes as JSON. */
export interface GlanceLine {
  readonly number: string;
  readonly name: string | null;
  readonly department: string | null;
  /** Index of its status in {@link GlanceOffice.statuses}. */
  readonly status: number;
  readonly rate: GlanceRate;
  /** `26개소 / 30개소` */
  readonly progress: string;
  /** Whether it has reached this year's target; false: it is behind. null: none, or the year is under way. */
  readonly reached: boolean | null;
  readonly errors: number;
  readonly warnings: number;
}

/** One pledge. */
export interface PledgeGlance {
  /** `yyyy-mm-dd` */
  readonly asOf: string;
  readonly pledge: { readonly number: string | null; readonly name: string | null };
  readonly implementation: GlanceImplementation;
  /** Empty: a required tab or heading is missing. */
  readonly indicators: readonly GlanceIndicator[];
  /** The meetings by category in the year of the as-of date; null: the pledge logs no meetings. */
  readonly categories: GlanceCategories | null;
  /** null: a required tab or heading is missing. The same holds for `budget`. */
  readonly suggestions: GlanceSuggestions | null;
  readonly budget: GlanceBudget | null;
  /** The quarter of the as-of date; null without a schedule or a meeting log. */
  readonly quarter: GlanceQuarter | null;
  readonly findings: GlanceFindings;
  /** What to type next while there is too little for figures; null: there is enough. */
  readonly next: { readonly tab: string; readonly text: string } | null;
}

export interface GlanceCount {
  /** null: unknown, which differs from zero. */
  readonly value: number | null;
  readonly approximate: boolean;
}

export interface GlanceRate {
  readonly percent: number | null;
  /** `54%`, with as many decimals as the settings say; empty: unknown. */
  readonly text: string;
}

export interface GlancePlan {
  readonly year: number;
  readonly planned: number;
  readonly rate: GlanceRate;
}

/** The implementation rate and status of the whole pledge. */
export interface GlanceImplementation {
  readonly rate: GlanceRate;
  readonly rateFrom: PledgeRate['from'];
  /** 이행구분 as a person chose it, else as suggested; null: neither. */
  readonly status: { readonly name: string; readonly chosen: boolean } | null;
}

export interface GlanceIndicator {
  /** null: the pledge has only this indicator. */
  readonly name: string | null;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly value: GlanceCount;
  readonly target: number | null;
  readonly rate: GlanceRate;
  /**
   * The plan of the last ended year that has one. The suggested 이행구분 is based on it. null: there is none, or
   * the value is unknown.
   */
  readonly due: (GlancePlan & { readonly outcome: 'reached' | 'behind'; readonly difference: number }) | null;
  /** The plan of the current year; null: none, or the as-of date is the last day of the year. */
  readonly running: GlancePlan | null;
  readonly years: readonly {
    readonly year: number;
    readonly planned: number | null;
    readonly achieved: GlanceCount;
    readonly value: GlanceCount;
    readonly rate: GlanceRate;
  }[];
  readonly outlook: GlanceOutlook;
}

export interface GlanceCategories {
  readonly unit: string;
  readonly categories: readonly { readonly name: string; readonly held: GlanceCount }[];
  /** Number of categories that are left out of `categories`. */
  readonly moreCategories: number;
}

export interface GlanceStatus {
  /** Key of its colour: the status code, or `own0`, `own1`, … for the office's own statuses. */
  readonly status: string;
  readonly name: string;
  readonly count: number;
}

export interface GlanceSuggestions {
  readonly total: number;
  readonly statuses: readonly GlanceStatus[];
  /** By year and occasion, latest first. */
  readonly sources: readonly {
    readonly name: string;
    readonly total: number;
    readonly statuses: readonly GlanceStatus[];
  }[];
  /** The older occasions that are left out: how many, and how many suggestions they have. */
  readonly moreSources: { readonly count: number; readonly total: number };
}

export interface GlanceBudgetLine {
  /** Amounts in whole won; null: unknown. */
  readonly planned: number | null;
  readonly executed: number | null;
  readonly balance: number | null;
  readonly rate: GlanceRate;
}

export interface GlanceBudget {
  readonly total: GlanceBudgetLine;
  readonly times: readonly (GlanceBudgetLine & {
    /** `2024`, 기투자 or 임기후. */
    readonly name: string;
    readonly sources: readonly (GlanceBudgetLine & { readonly name: string })[];
  })[];
  readonly closedYears: (GlanceBudgetLine & { readonly from: number; readonly to: number }) | null;
}

export interface GlanceQuarter {
  readonly year: number;
  readonly quarter: number;
  /** Schedule lines with something planned or held in this quarter. */
  readonly lines: readonly {
    readonly name: string;
    readonly planned: boolean;
    readonly held: GlanceCount;
    /** For example `적기`; `meaning` explains it. */
    readonly standing: string;
    readonly meaning: string;
  }[];
}

export interface GlanceOutlook {
  /** The next unmet yearly target, then the ends of the term and of the plan. */
  readonly needs: readonly {
    readonly name: string;
    readonly target: number;
    readonly missing: number;
    readonly quartersLeft: number;
    readonly perQuarter: number | null;
  }[];
  readonly projection: string;
}

export interface GlanceRun {
  /** Identifies the run. */
  readonly id: string;
  /** In the spreadsheet's time zone: `2024-03-31 09:05:00`. */
  readonly when: string;
  readonly action: string;
  readonly startedBy: StartedBy;
  readonly seconds: number;
  readonly rowsRead: number;
  /** Number of flagged rows, which count in no figure. */
  readonly rowsLeftOut: number;
}
