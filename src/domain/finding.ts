/**
 * A finding is something a person should look at: an unreadable cell, a row that was left out, a
 * contradiction. It is a value with a code; the sentence for it is written in `sheets/messages.ts`.
 */
import { BUDGET_SEVERITIES, type BudgetProblem } from './findings/budget.ts';
import { CELL_SEVERITIES, type CellProblem } from './findings/cell.ts';
import { INDICATOR_SEVERITIES, type IndicatorProblem } from './findings/indicator.ts';
import { MEETING_SEVERITIES, type MeetingProblem } from './findings/meeting.ts';
import { OFFICE_SEVERITIES, type OfficeProblem } from './findings/office.ts';
import { PLAN_SEVERITIES, type PlanProblem } from './findings/plan.ts';
import { PLAN_CHANGE_SEVERITIES, type PlanChangeProblem } from './findings/plan-change.ts';
import { RECORD_SEVERITIES, type RecordProblem } from './findings/record.ts';
import { SEVERITIES, type Severity } from './findings/severity.ts';
import { SUGGESTION_SEVERITIES, type SuggestionProblem } from './findings/suggestion.ts';
import { TAB_SEVERITIES, type TabProblem } from './findings/tab.ts';
import type { InputTab, RecordTab } from './tabs.ts';

/**
 * The place of a finding: a cell, a row (`field` is null) or a whole tab (`row` is null too). `field` is the
 * code's name of a column.
 */
export interface Place {
  readonly tab: InputTab | RecordTab;
  readonly row: number | null;
  readonly field: string | null;
}

export type Problem =
  | CellProblem
  | TabProblem
  | IndicatorProblem
  | PlanProblem
  | PlanChangeProblem
  | MeetingProblem
  | SuggestionProblem
  | BudgetProblem
  | OfficeProblem
  | RecordProblem;
export type FindingCode = Problem['code'];

export interface Finding {
  readonly problem: Problem;
  readonly place: Place | null;
}

const SEVERITY_OF: Readonly<Record<FindingCode, Severity>> = {
  ...CELL_SEVERITIES,
  ...TAB_SEVERITIES,
  ...INDICATOR_SEVERITIES,
  ...PLAN_SEVERITIES,
  ...PLAN_CHANGE_SEVERITIES,
  ...MEETING_SEVERITIES,
  ...SUGGESTION_SEVERITIES,
  ...BUDGET_SEVERITIES,
  ...OFFICE_SEVERITIES,
  ...RECORD_SEVERITIES,
};

/** Errors about the add-on's own tabs. They leave no input row out of a figure. */
const OF_OWN_TABS: readonly FindingCode[] = ['output-tab-not-ours', 'tab-refused', 'records-broken'];

export function isOfOwnTabs({ code }: { readonly code: FindingCode }): boolean {
  return OF_OWN_TABS.includes(code);
}

/**
 * What a kind of finding puts in doubt. Findings of equal severity are worked through in this order.
 * - `whole`: a whole table or year.
 * - `figures`: a row may count differently than was meant.
 * - `contradiction`: two figures or texts cannot both be right.
 * - `light`: may well be right as it is.
 * - `typing`: only how something was typed.
 */
export type Weight = (typeof WEIGHTS)[number];
const WEIGHTS = ['whole', 'figures', 'contradiction', 'light', 'typing'] as const;

const TYPING_CODES = [
  'year-precision',
  'month-precision',
  'two-digit-year',
  'several-days',
  'year-of-the-tab',
  'approximate-count',
  'merged-label',
  'repeated-label',
] as const satisfies readonly FindingCode[];
export type TypingCode = (typeof TYPING_CODES)[number];

/** The kinds of each weight. A kind that no list names is a contradiction, or `figures` if it is an error. */
const KINDS_OF: Partial<Record<Weight, readonly FindingCode[]>> = {
  whole: [
    'missing-tab',
    'renamed-tab',
    'missing-heading',
    'shifted-headings',
    'nothing-typed',
    'unread-column',
    'doubled-heading',
    'foreign-time-zone',
    'yearly-targets',
    'doubled-tab',
    'year-beside-years',
    'funds-across',
    'year-not-told',
    'table-not-read',
    'no-pledge-column',
    'yearly-rows-alone',
    'several-units',
    'unit-below',
    'suggestions-without-status',
    'status-then-unknown',
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
    'doubled-result',
    'doubled-money',
    'rows-told-apart',
    'total-with-day',
    'total-counted',
    'values-of-one-day',
    'text-names-another-year',
    'weekday-mismatch',
    'date-in-the-future',
    'date-before-plan',
    'date-after-term',
    'negative-amount',
    'marked-negative',
    'misspelt-name',
    'zero-lost',
    'name-of-another-pledge',
    'mixed-units',
    'unit-not-named',
    'share-for-percent',
    'percent-for-a-count',
    'year-not-shown',
    'years-not-shown',
    'year-of-number',
    'serial-for-a-date',
    'hidden-rows',
    'hidden-rows-unknown',
    'unknown-progress-kind',
    'unknown-schedule-row',
    'end-of-built-in',
    'indicator-without-rate',
    'stated-rate-undated',
  ],
  light: [
    'unknown-setting',
    'settings-of-a-pledge',
    'spelt-otherwise',
    'unused-columns',
    'results-in-plan',
    'yearly-rows-aside',
    'words-for-a-value',
    'held-early',
    'held-late',
    'held-unplanned',
    'mark-after-term',
    'schedule-without-quarters',
    'category-without-schedule',
    'schedule-without-category',
    'completed-without-date',
    'ended-without-date',
  ],
  typing: TYPING_CODES,
};

const WEIGHT_OF: ReadonlyMap<FindingCode, Weight> = new Map(
  WEIGHTS.flatMap((weight) => (KINDS_OF[weight] ?? []).map((code) => [code, weight] as const)),
);

export function weightOf({ code }: Pick<Problem, 'code'>): Weight {
  return WEIGHT_OF.get(code) ?? (SEVERITY_OF[code] === 'error' ? 'figures' : 'contradiction');
}

/** Sort key of a finding, worst first: by severity, then by weight. */
export function rankOf(finding: Finding): number {
  return rankOfCode(finding.problem.code);
}

/** Sort key of a kind of finding; the worst is lowest. */
export function rankOfCode(code: FindingCode): number {
  return SEVERITIES.indexOf(SEVERITY_OF[code]) * WEIGHTS.length + WEIGHTS.indexOf(weightOf({ code }));
}

/** Every kind of finding there is. */
export const FINDING_CODES = Object.keys(SEVERITY_OF) as readonly FindingCode[];

export function severityOf({ problem }: { readonly problem: Pick<Problem, 'code'> }): Severity {
  return SEVERITY_OF[problem.code];
}
