/**
 * The rows of the input tabs as records. Each keeps its row number, usually in the {@link Source}
 * that it adds to figures.
 */
import type { IsoDate, Period, Quarter } from './date.ts';
import type { Source } from './figure.ts';
import type { Indicator } from './indicators/indicator.ts';
import type { PlanChange } from './plan-changes/plan-change.ts';
import type { PledgeKey } from './pledge-key.ts';
import type { RatePrecision } from './rate.ts';
import type { InputTab } from './tabs.ts';
import type { FundingSource, HandlingStatus, ImplementationStatus, OfficeLists } from './words.ts';

/** The settings of a pledge. null: the cell is blank, so the value is unknown or has its default. */
export interface Pledge {
  /** The tab that describes it: in an office's book the list of pledges, else that of the settings. */
  readonly describedIn: 'pledge' | 'pledgeList';
  readonly number: string | null;
  readonly name: string | null;
  readonly department: string | null;
  readonly executingBody: string | null;
  readonly termKind: string | null;
  readonly progressKind: string | null;
  /** True when the pledge goes on after its target is met. */
  readonly continuing: boolean;
  readonly startYear: number | null;
  readonly endYear: number | null;
  readonly termEnd: IsoDate | null;
  readonly totalCostWon: number | null;
  /** The implementation status that a person chose; null: the suggested one is used. */
  readonly chosenStatus: ImplementationStatus | null;
  /** null: today. */
  readonly asOf: IsoDate | null;
  readonly ratePrecision: RatePrecision;
  readonly executionRatePrecision: RatePrecision;
  readonly policyGoal: string | null;
  readonly policyOutline: string | null;
  readonly amendments: string | null;
  /** A suggestion that is open for more days than this is reported. */
  readonly handlingLimitDays: number;
  /** Figures typed among the settings. Checks compare them with the rows. */
  readonly stated: readonly StatedFigure[];
}

export type StatedFigureKind =
  | 'cumulativeMeetings'
  | 'implementationPercent'
  | 'suggestionCount'
  | 'executedWon'
  | 'executionPercent';

export interface StatedFigure {
  readonly kind: StatedFigureKind;
  /** In the unit of its kind: meetings, percent, suggestions, won. */
  readonly value: number;
  readonly row: number;
  /** The tab that states it; absent: 공약. */
  readonly tab?: 'pledge' | 'pledgeList' | 'planChanges';
}

/** A typed total. A row of totals gives one for each column that it sums. */
export interface Subtotal {
  readonly tab: InputTab;
  readonly row: number;
  readonly field: string;
  /** The text that marks the row as totals, as typed. */
  readonly label: string;
  readonly written: number;
  /** Sum of all rows down to the end of its group. For totals above all rows: the sum of the rows below. */
  readonly sumOfAll: number;
  /**
   * Sum of its own rows: those between it and the next row of totals, above or below it as the tab has them.
   */
  readonly sumOfGroup: number;
  /** Worth of the last digit that is written: 1,000,000 won for 41 백만원; absent: not known. */
  readonly step?: number;
}

/** The planned value of an indicator at the end of a year: cumulative, with the baseline. */
export interface Target {
  readonly pledge: PledgeKey;
  readonly indicator: Indicator;
  readonly year: number;
  readonly planned: Source;
}

/** A line of the schedule with the quarters in which it is planned. A mark is a quarter, not a count. */
export interface ScheduleRow {
  /** null: no row, but a category that no line of the schedule covers. */
  readonly row: number | null;
  readonly pledge: PledgeKey;
  readonly name: string;
  readonly marks: readonly { readonly year: number; readonly quarter: Quarter }[];
  /** What is planned in words; absent where there are only marks. */
  readonly words?: readonly ScheduleWords[];
}

/** A milestone typed into a quarter, which it marks as planned, or into a year (`quarter` is null). */
export interface ScheduleWords {
  readonly year: number;
  readonly quarter: Quarter | null;
  readonly text: string;
}

/**
 * A kind of meeting. Each category is one object for a whole run. Two records belong to the same category
 * exactly when they hold the same object.
 */
export interface Category {
  /**
   * `openingBalance` (이월): meetings carried over whose rows do not exist.
   * `uncategorised`: the row names none.
   */
  readonly kind: 'named' | 'openingBalance' | 'uncategorised';
  readonly name: string;
  /** Name of the schedule line it belongs to; null: none. */
  readonly scheduleRow: string | null;
}

export interface Meeting {
  readonly pledge: PledgeKey;
  readonly date: Period;
  readonly category: Category;
  readonly content: string | null;
  readonly place: string | null;
  /** Years of the dates that its text names. */
  readonly yearsNamed: readonly number[];
  /** Number of meetings held. */
  readonly held: Source;
  /** Groups (or sites) met. */
  readonly groups: Source | null;
  /** True where the unit of the groups is sites. */
  readonly groupsAreSites: boolean;
  readonly attendees: Source | null;
}

/**
 * A result of an indicator other than meetings: the amount it adds, or for a level, the value on that day.
 */
export interface Result {
  readonly pledge: PledgeKey;
  readonly indicator: Indicator;
  readonly date: Period;
  readonly content: string | null;
  readonly value: Source;
}

export interface Suggestion {
  readonly pledge: PledgeKey;
  readonly number: string | null;
  /**
   * Identifies it from run to run: its number, or else a fingerprint of its row without
   * status and handling date.
   */
  readonly key: string;
  /**
   * Returns fingerprints that help to recognize it when its number or text changes: one of its text, and one
   * of everything but its number and text. They are computed when asked for, which is for few rows.
   */
  signs(): readonly string[];
  readonly date: Period;
  /** The occasion (출처) on which it was received; null: not stated. */
  readonly occasion: string | null;
  readonly dong: string | null;
  readonly department: string | null;
  readonly received: Source;
  /** The status in the row today; null: no status yet. */
  readonly status: HandlingStatus | null;
  /** The handling date (처리일): when that status was reached; null: not stated. */
  readonly handledOn: Period | null;
}

/** When money is planned or spent: a year, before the pledge's first year (기투자), or after its last (임기후). */
export type BudgetTime = number | 'beforeTerm' | 'afterTerm';

export interface BudgetPlan {
  readonly pledge: PledgeKey;
  readonly when: BudgetTime;
  readonly fundingSource: FundingSource;
  /** In won. */
  readonly planned: Source;
}

export interface Execution {
  readonly pledge: PledgeKey;
  readonly date: Period;
  readonly fundingSource: FundingSource;
  /** In won; negative for a correction. */
  readonly executed: Source;
}

/** An entry of 향후계획. */
export interface FuturePlan {
  readonly row: number;
  readonly pledge: PledgeKey;
  /** When, as typed; it may name several spans of months. */
  readonly when: string;
  readonly content: string;
  readonly category: string | null;
  /** The last day that the text names; null where it names none. */
  readonly until: IsoDate | null;
}

/**
 * Everything that was read. null: the tab, or a heading that it needs, is missing, so nothing that
 * depends on it can be computed.
 */
export interface Records {
  readonly pledge: Pledge;
  /** The indicators of the pledge; the first is that of its settings. */
  readonly indicators: readonly Indicator[];
  readonly lists: OfficeLists;
  readonly categories: readonly Category[];
  readonly schedule: readonly ScheduleRow[];
  readonly targets: readonly Target[] | null;
  readonly meetings: readonly Meeting[] | null;
  readonly results: readonly Result[] | null;
  readonly suggestions: readonly Suggestion[] | null;
  readonly budgetPlans: readonly BudgetPlan[] | null;
  /** Number of rows of 예산계획 that could not be read. Above zero, money without a plan may only be unread. */
  readonly budgetPlansUnread: number;
  readonly executions: readonly Execution[] | null;
  readonly subtotals: readonly Subtotal[];
  readonly futurePlans: readonly FuturePlan[];
  /** The changes that led to today's plan. */
  readonly planChanges: readonly PlanChange[];
}
