/** The pledge at a glance: what the sidebar paints, as plain data. No dates, no functions, no personal data. */
import type { IndicatorKind } from '../../domain/indicators/indicator.ts';
import type { PledgeRate } from '../../domain/report.ts';
import type { StartedBy } from '../run/run-log.ts';
import type { GlanceFindings } from './glance-findings.ts';

/** Changes with the shape of {@link Glance}: one that was kept by another version of the script is not read. */
export const GLANCE_VERSION = 6;

/** What is kept of a run: the pledge of the book, or the one of an office that is looked at, and all of the office. */
export interface Glance extends PledgeGlance {
  readonly version: typeof GLANCE_VERSION;
  /** null: the book keeps one pledge. */
  readonly office: GlanceOffice | null;
  readonly lastRun: GlanceRun;
  /** Fingerprint of the input tabs that these figures were computed from. */
  readonly inputs: string;
}

/** All pledges of an office. */
export interface GlanceOffice {
  /** Only those that there are, in the order of the office; last, where there are any, the pledges without one. */
  readonly classes: readonly GlanceClass[];
  /** The mean of the pledges' rates. */
  readonly rate: GlanceRate;
  /** Pledges that the mean leaves out. */
  readonly withoutRate: number;
  /** Pledges that have reached this year's target, of those that have one. */
  readonly yearTarget: { readonly reached: number; readonly of: number };
  readonly pledges: number;
  /** In the order of the list; where they were too many to be kept, the first of them. */
  readonly lines: readonly GlanceLine[];
  /** Of the whole book. */
  readonly findings: GlanceFindings;
}

export interface GlanceClass {
  readonly name: string;
  /** `#1b6b4c` */
  readonly color: string;
  readonly count: number;
}

/** A pledge of an office in a line: at most 1,000 bytes as JSON. */
export interface GlanceLine {
  readonly number: string;
  readonly name: string | null;
  readonly department: string | null;
  /** Place of its class among those of the office. */
  readonly class: number;
  readonly rate: GlanceRate;
  /** `26개소 / 30개소` */
  readonly progress: string;
  /** Whether it has reached this year's target; null: it has none. */
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
  /** Empty: a tab or heading that they need is missing. */
  readonly indicators: readonly GlanceIndicator[];
  /** The meetings of the year of the as-of date by category; null where the pledge logs none. */
  readonly categories: GlanceCategories | null;
  /** null: a tab or heading that it needs is missing. So is the one that follows. */
  readonly suggestions: GlanceSuggestions | null;
  readonly budget: GlanceBudget | null;
  /** The quarter of the as-of date; null without a schedule or a meeting log. */
  readonly quarter: GlanceQuarter | null;
  readonly findings: GlanceFindings;
  /** What to type next, where there is too little for figures; null: there is enough. */
  readonly next: { readonly tab: string; readonly text: string } | null;
}

export interface GlanceCount {
  /** null is unknown, which is not zero. */
  readonly value: number | null;
  readonly approximate: boolean;
}

export interface GlanceRate {
  readonly percent: number | null;
  /** `54%`, with as many digits as the settings ask for; empty where it is unknown. */
  readonly text: string;
}

export interface GlancePlan {
  readonly year: number;
  readonly planned: number;
  readonly rate: GlanceRate;
}

/** How far the pledge has come as a whole. */
export interface GlanceImplementation {
  readonly rate: GlanceRate;
  readonly rateFrom: PledgeRate['from'];
  /** 이행구분 as a person chose it, else as the figures suggest; null: neither. */
  readonly status: { readonly name: string; readonly chosen: boolean } | null;
}

export interface GlanceIndicator {
  /** null: the pledge has no other. */
  readonly name: string | null;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly value: GlanceCount;
  readonly target: number | null;
  readonly rate: GlanceRate;
  /** The plan of the last year that has ended, which 이행구분 is suggested by; null before the first. */
  readonly due: (GlancePlan & { readonly outcome: 'reached' | 'behind'; readonly difference: number }) | null;
  /** The plan of the year that is running; null where there is none, or the year ends on the as-of date. */
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
  /** Categories of the year that are not among them. */
  readonly moreCategories: number;
}

export interface GlanceStatus {
  /** What its colour goes by: its code, or `own0` … of those that the office has added. */
  readonly status: string;
  readonly name: string;
  readonly count: number;
}

export interface GlanceSuggestions {
  readonly total: number;
  readonly statuses: readonly GlanceStatus[];
  /** By year and occasion, the latest first. */
  readonly sources: readonly {
    readonly name: string;
    readonly total: number;
    readonly statuses: readonly GlanceStatus[];
  }[];
  /** Older occasions that are not among them. */
  readonly moreSources: { readonly count: number; readonly total: number };
}

export interface GlanceBudgetLine {
  /** Whole won; null is unknown. */
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
  /** Lines that were planned for it or held in it. */
  readonly lines: readonly {
    readonly name: string;
    readonly planned: boolean;
    readonly held: GlanceCount;
    /** `적기`, and what that means. */
    readonly standing: string;
    readonly meaning: string;
  }[];
}

export interface GlanceOutlook {
  /** The next target that is not met yet, then the end of the term and of the plan. */
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
  /** Tells it from every other run. */
  readonly id: string;
  /** In the spreadsheet's time zone: `2024-03-31 09:05:00`. */
  readonly when: string;
  readonly action: string;
  readonly startedBy: StartedBy;
  readonly seconds: number;
  readonly rowsRead: number;
  /** Rows that were flagged and are in no figure. */
  readonly rowsLeftOut: number;
}
