/**
 * What the rows of the input tabs say, once they have been read. Each record keeps the row it stands in, inside the
 * {@link Source} that it adds to figures.
 */
import type { IsoDate, Period, Quarter } from './date.ts';
import type { Source } from './figure.ts';
import type { Indicator } from './indicators/indicator.ts';
import type { PlanChange } from './plan-changes/plan-change.ts';
import type { PledgeKey } from './pledge-key.ts';
import type { RatePrecision } from './rate.ts';
import type { LogTab } from './tabs.ts';
import type { FundingSource, HandlingStatus, ImplementationStatus, OfficeLists } from './words.ts';

/** The settings of the one pledge a spreadsheet keeps. null is blank: unknown, or left to its default. */
export interface Pledge {
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
  /** A person's choice; null leaves it to the suggestion. */
  readonly chosenStatus: ImplementationStatus | null;
  /** null: today. */
  readonly asOf: IsoDate | null;
  readonly ratePrecision: RatePrecision;
  readonly executionRatePrecision: RatePrecision;
  readonly policyGoal: string | null;
  readonly policyOutline: string | null;
  readonly amendments: string | null;
  /** After so many days a suggestion has been open for long. */
  readonly handlingLimitDays: number;
  /** Figures that somebody typed among the settings; the rows are held against them. */
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
  /** Where it stands; absent: among the settings of 공약. */
  readonly tab?: 'pledge' | 'pledgeList' | 'planChanges';
}

/** A row of totals that somebody typed, one for each column that it totals. */
export interface Subtotal {
  readonly tab: LogTab;
  readonly row: number;
  readonly field: string;
  /** The word that makes it one, as it is typed. */
  readonly label: string;
  readonly written: number;
  /** What the rows say, all together, down to the last of its group; above all rows, those below it. */
  readonly sumOfAll: number;
  /** What the rows say that stand between it and the next row of totals, on the side of its rows. */
  readonly sumOfGroup: number;
}

/** What an indicator is planned to have reached by the end of a year, its baseline included. */
export interface Target {
  readonly pledge: PledgeKey;
  readonly indicator: Indicator;
  readonly year: number;
  readonly planned: Source;
}

/** One line of the schedule: the quarters in which it is to happen. A mark is a quarter, not a count. */
export interface ScheduleRow {
  /** null: a category of its own, which no line of the schedule names. */
  readonly row: number | null;
  readonly pledge: PledgeKey;
  readonly name: string;
  readonly marks: readonly { readonly year: number; readonly quarter: Quarter }[];
  /** What is planned in words; absent where all are marks. */
  readonly words?: readonly ScheduleWords[];
}

/** A milestone as it is written into a quarter, which it marks as planned, or into a year of which no quarter is named. */
export interface ScheduleWords {
  readonly year: number;
  readonly quarter: Quarter | null;
  readonly text: string;
}

/**
 * A kind of meeting. One object stands for one category in a whole run, so two records are of the same category exactly
 * when they hold the same object.
 */
export interface Category {
  /** `openingBalance`: meetings carried over whose rows do not exist. `uncategorised`: the row names no category. */
  readonly kind: 'named' | 'openingBalance' | 'uncategorised';
  readonly name: string;
  /** Name of the schedule row it belongs to. */
  readonly scheduleRow: string | null;
}

export interface Meeting {
  readonly pledge: PledgeKey;
  readonly date: Period;
  readonly category: Category;
  readonly content: string | null;
  readonly place: string | null;
  /** Years of days that its text names. */
  readonly yearsNamed: readonly number[];
  /** Meetings held. */
  readonly held: Source;
  /** Groups (or sites) met. */
  readonly groups: Source | null;
  /** True where the unit of the groups is sites. */
  readonly groupsAreSites: boolean;
  readonly attendees: Source | null;
}

/** A result of an indicator that no meetings measure: what it adds, or what the value is on that day. */
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
  /** Identifies it from run to run: its number, or else a fingerprint of its row without status and day of handling. */
  readonly key: string;
  /** What else it may be known by when its number or text changes: fingerprints of its text, and of all but its number and text. */
  readonly signs: readonly string[];
  readonly date: Period;
  /** The occasion on which it was received; null: not said. */
  readonly origin: string | null;
  readonly dong: string | null;
  readonly department: string | null;
  readonly received: Source;
  /** The status as it stands in the row today; null: no status yet. */
  readonly status: HandlingStatus | null;
  /** When that status was reached; null: not said. */
  readonly handledOn: Period | null;
}

/** When money is planned or spent: in a year, before the first one of the pledge, or after its last. */
export type BudgetTime = number | 'beforeTerm' | 'afterTerm';

export interface BudgetPlan {
  readonly pledge: PledgeKey;
  readonly when: BudgetTime;
  readonly fundingSource: FundingSource;
  /** Won. */
  readonly planned: Source;
}

export interface Execution {
  readonly pledge: PledgeKey;
  readonly date: Period;
  readonly fundingSource: FundingSource;
  /** Won; negative for a correction. */
  readonly executed: Source;
}

/** Something that is still to come. */
export interface FuturePlan {
  readonly row: number;
  readonly pledge: PledgeKey;
  /** When, as it is written; one entry may name several spans of months. */
  readonly when: string;
  readonly content: string;
  readonly category: string | null;
  /** The last day that the text names; null where it names none. */
  readonly until: IsoDate | null;
}

/** Everything that was read. null: the tab, or a heading it needs, is missing, so nothing that needs it can be computed. */
export interface Records {
  readonly pledge: Pledge;
  /** What the pledge is measured by; the first is that of its settings. */
  readonly indicators: readonly Indicator[];
  readonly lists: OfficeLists;
  readonly categories: readonly Category[];
  readonly schedule: readonly ScheduleRow[];
  readonly targets: readonly Target[] | null;
  readonly meetings: readonly Meeting[] | null;
  readonly results: readonly Result[] | null;
  readonly suggestions: readonly Suggestion[] | null;
  readonly budgetPlans: readonly BudgetPlan[] | null;
  /** Rows of the plan that could not be read: what is not planned cannot then be known. */
  readonly budgetPlansUnread: number;
  readonly executions: readonly Execution[] | null;
  readonly subtotals: readonly Subtotal[];
  readonly futurePlans: readonly FuturePlan[];
  /** How the plan came to be what it is today. */
  readonly planChanges: readonly PlanChange[];
}
