/** Everything that is computed for a date: the step from records to figures. */
import { type Admission, admit, type Clock, withoutDoubles } from './admission.ts';
import { type BudgetReport, budgetReport, budgetTimeOf, type Term, termOf } from './budget.ts';
import { type Period, yearOf } from './date.ts';
import type { Source } from './figure.ts';
import type { Finding } from './finding.ts';
import { type PledgeStatus, suggestedStatus } from './implementation-status.ts';
import type { Indicator } from './indicators/indicator.ts';
import { meanPercent } from './indicators/pledge-rate.ts';
import { type Entry, type Measure, type Progress, progressOf } from './indicators/progress.ts';
import { type MeetingReport, meetingReport } from './meetings.ts';
import { dayOfChange, inOrder, type PlanChange } from './plan-changes/plan-change.ts';
import type {
  BudgetPlan,
  Execution,
  FuturePlan,
  Meeting,
  Pledge,
  Records,
  Result,
  Suggestion,
  Target,
} from './records.ts';
import type { RowAccount } from './row-account.ts';
import { entriesOfMeetings, type Outlook, outlook } from './schedule/outlook.ts';
import { type ScheduleLine, scheduleLines, unscheduledLines } from './schedule/schedule.ts';
import { type StatusChange, statusTimelines } from './suggestions/status-history.ts';
import { type SuggestionReport, suggestionReport } from './suggestions/suggestions.ts';
import type { LogTab } from './tabs.ts';
import type { OfficeLists } from './words.ts';

export interface IndicatorReport extends Progress {
  readonly outlook: Outlook;
}

export interface PledgeRate {
  /** null: none can be computed, and none is stated. */
  readonly percent: number | null;
  /**
   * `indicators`: computed. `stated`: typed by somebody, used where none can be computed. `none`: neither.
   */
  readonly from: 'indicators' | 'stated' | 'none';
}

export interface Report {
  readonly clock: Clock;
  readonly pledge: Pledge;
  readonly lists: OfficeLists;
  /** Every year that is shown, ascending. */
  readonly years: readonly number[];
  /**
   * How far each indicator has come; the first is the one in the settings. Empty where 연차목표 cannot be read.
   */
  readonly indicators: readonly IndicatorReport[];
  /** Implementation rate of the pledge as a whole. */
  readonly rate: PledgeRate;
  /** The indicator of meetings. null: the pledge has none, or a tab or heading that it needs is missing. */
  readonly meetings: (MeetingReport & IndicatorReport) | null;
  /** Results that count, of all indicators other than meetings, in the order of their days. */
  readonly results: readonly Result[];
  /** null: a tab or heading that it needs is missing. */
  readonly suggestions: SuggestionReport | null;
  readonly budget: BudgetReport | null;
  /**
   * Each line of the schedule against the meetings held, by quarter; empty without a
   * schedule or a meeting log.
   */
  readonly schedule: readonly ScheduleLine[];
  /** The same for categories with meetings that no line of the schedule covers. */
  readonly unscheduled: readonly ScheduleLine[];
  /** Entries of 향후계획 that are not over by the as-of date, or name no date. */
  readonly futurePlans: readonly FuturePlan[];
  /** Plan changes that count by the as-of date, the earliest first. */
  readonly planChanges: readonly PlanChange[];
  readonly status: PledgeStatus;
  /** Number of rows of each log tab that were counted, lie after the as-of date, or were excluded. */
  readonly admitted: Readonly<
    Partial<Record<LogTab, Pick<RowAccount, 'counted' | 'afterAsOf' | 'excluded'>>>
  >;
  /** Findings about which records count as of the date. */
  readonly findings: readonly Finding[];
}

/**
 * Computes every figure as of a date. Code below this never asks what day it is.
 * @param history status changes that earlier runs have seen. What this run sees counts
 * too, and need not be in it.
 */
export function calculate(records: Records, clock: Clock, history: readonly StatusChange[] = []): Report {
  const { pledge, lists } = records;
  const targets = withoutDoubledYears(records.targets ?? []);
  const meetings = admit(records.meetings ?? [], heldBy, clock);
  const results = admit(records.results ?? [], seenBy, clock);
  const received = admit(records.suggestions ?? [], receivedBy, clock);
  // Only among rows that count: a row of a later date must not replace one of them.
  const suggestions = withoutDoubles(
    received.counted,
    (suggestion) => suggestion.number,
    (double, first) => ({
      problem: {
        code: 'doubled-receipt-number',
        found: double.number ?? '',
        firstRow: first.received.row,
      },
      place: { tab: 'suggestions', row: double.received.row, field: 'number' },
    }),
  );
  const executions = admit(records.executions ?? [], executedBy, clock);
  const plans = records.budgetPlans ?? [];
  const term = termOf(pledge);

  const years = yearsShown(pledge, [
    ...targets.counted.map((target) => target.year),
    ...budgetYearsNamed(plans, executions.counted, term),
    ...yearsAmong(meetings.counted),
    ...yearsAmong(results.counted),
  ]);
  const measure: Measure = { years, asOf: clock.asOf, precision: pledge.ratePrecision };
  const indicators =
    records.targets === null
      ? []
      : records.indicators.flatMap((indicator) => {
          const planned = targets.counted.filter((target) => target.indicator === indicator);
          if (indicator.kind !== 'meetings') {
            const seen = results.counted.filter((result) => result.indicator === indicator);
            const entries = seen.map(({ date, value }) => ({ date, amount: value }));
            const known = records.results === null ? null : entries;
            return [withOutlook(progressOf(indicator, known, planned, measure), entries, pledge, clock)];
          }
          if (records.meetings === null) return [];
          const progress = meetingReport(indicator, meetings.counted, planned, records.categories, measure);
          return [withOutlook(progress, entriesOfMeetings(meetings.counted), pledge, clock)];
        });

  return {
    clock,
    pledge,
    lists,
    years,
    indicators,
    rate: pledgeRate(indicators, pledge),
    meetings: indicators.find(isMeetingReport) ?? null,
    results: [...results.counted].sort((a, b) =>
      a.date.last < b.date.last ? -1 : a.date.last > b.date.last ? 1 : 0,
    ),
    suggestions:
      records.suggestions === null
        ? null
        : suggestionReport(
            lists.statuses,
            suggestions.counted,
            clock.asOf,
            statusTimelines(records.suggestions, history, clock.today),
          ),
    budget:
      records.budgetPlans === null || records.executions === null
        ? null
        : budgetReport(
            lists.fundingSources.map(({ word }) => word),
            plans,
            executions.counted,
            { years, term },
            pledge.executionRatePrecision,
            clock.asOf,
          ),
    schedule:
      records.meetings === null
        ? []
        : scheduleLines(
            records.schedule,
            records.categories,
            meetings.counted,
            years,
            clock.asOf,
            records.indicators.some(({ kind }) => kind === 'meetings'),
          ),
    unscheduled: unscheduledLines(records.schedule, meetings.counted, years, clock.asOf),
    futurePlans: records.futurePlans.filter(({ until }) => until === null || until > clock.asOf),
    planChanges: inOrder(records.planChanges).filter((change) => dayOfChange(change) <= clock.asOf),
    status: {
      chosen: pledge.chosenStatus,
      suggested: suggestedStatus(indicators, pledge, clock.asOf),
    },
    admitted: {
      targets: rowsOfPlan(targets),
      meetings: rowsOf(meetings),
      results: rowsOf(results),
      suggestions: {
        ...rowsOf(received),
        counted: suggestions.counted.length,
        excluded: received.excluded.length + suggestions.excluded.length,
      },
      // A row of a wide table plans several years, so rows are counted once each.
      budgetPlans: {
        counted: new Set(plans.map(({ planned }) => planned.row)).size,
        afterAsOf: 0,
        excluded: 0,
      },
      executions: rowsOf(executions),
    },
    findings: [targets, meetings, results, received, suggestions, executions].flatMap(
      ({ findings }) => findings,
    ),
  };
}

/** @param entries entries of the indicator that count as of the date. */
function withOutlook<Of extends Progress>(
  progress: Of,
  entries: readonly Entry[],
  pledge: Pledge,
  { asOf }: Clock,
): Of & IndicatorReport {
  return { ...progress, outlook: outlook(entries, progress, pledge, asOf) };
}

function isMeetingReport(progress: Progress): progress is MeetingReport & IndicatorReport {
  return progress.indicator.kind === 'meetings';
}

/** The rate of the only indicator, the mean of several, or else the stated rate. */
function pledgeRate(indicators: readonly Progress[], { ratePrecision, stated }: Pledge): PledgeRate {
  const [only, ...others] = indicators.map(({ rate }) => rate);
  const computed =
    only === undefined || others.length === 0
      ? (only?.percent ?? null)
      : meanPercent([only, ...others], ratePrecision);
  if (computed !== null) return { percent: computed, from: 'indicators' };
  const typed = stated.find(({ kind }) => kind === 'implementationPercent');
  return typed === undefined ? { percent: null, from: 'none' } : { percent: typed.value, from: 'stated' };
}

/** The cumulative plan with one row for each year and indicator: the first that names it. */
export function withoutDoubledYears(targets: readonly Target[]): Admission<Target> {
  const numbers = new Map<Indicator, number>();
  const numberOf = (indicator: Indicator) => {
    const number = numbers.get(indicator) ?? numbers.size;
    numbers.set(indicator, number);
    return number;
  };
  return withoutDoubles(
    targets,
    (target) => `${numberOf(target.indicator)} ${target.year}`,
    (double, first) => ({
      problem: { code: 'doubled-year', found: String(double.year), firstRow: first.planned.row },
      place: { tab: 'targets', row: double.planned.row, field: 'year' },
    }),
  );
}

const seenBy = (result: Result): Source => result.value;
const heldBy = (meeting: Meeting): Source => meeting.held;
const receivedBy = (suggestion: Suggestion): Source => suggestion.received;
const executedBy = (execution: Execution): Source => execution.executed;

function yearsAmong(items: readonly { readonly date: Period }[]): ReadonlySet<number> {
  const years = new Set<number>();
  for (const { date } of items) years.add(yearOf(date.first));
  return years;
}

/**
 * The years of planned and executed amounts within the term. Amounts outside it have columns of their own.
 */
function budgetYearsNamed(
  plans: readonly BudgetPlan[],
  executions: readonly Execution[],
  term: Term,
): readonly number[] {
  const named = [...plans.map(({ when }) => when), ...yearsAmong(executions)];
  return [...new Set(named)].flatMap((when) => {
    const time = budgetTimeOf(when, term);
    return typeof time === 'number' ? [time] : [];
  });
}

/** The years of the pledge and any other year that a plan or a counted row names, without gaps. */
function yearsShown(pledge: Pledge, named: readonly number[]): readonly number[] {
  let first = pledge.startYear ?? Number.POSITIVE_INFINITY;
  let last = pledge.endYear ?? Number.NEGATIVE_INFINITY;
  for (const year of named) {
    if (year < first) first = year;
    if (year > last) last = year;
  }
  const years: number[] = [];
  for (let year = first; year <= last; year += 1) years.push(year);
  return years;
}

function rowsOf(admission: {
  readonly counted: readonly (Target | Meeting | Result | Suggestion | Execution)[];
  readonly afterAsOf: readonly unknown[];
  readonly excluded: readonly unknown[];
}): Pick<RowAccount, 'counted' | 'afterAsOf' | 'excluded'> {
  return {
    counted: admission.counted.length,
    afterAsOf: admission.afterAsOf.length,
    excluded: admission.excluded.length,
  };
}

/** The same for the yearly plan, where one row may plan several years. It counts where any of them does. */
function rowsOfPlan({ counted, excluded }: Admission<Target>): ReturnType<typeof rowsOf> {
  const ownRows = (targets: readonly Target[]) =>
    targets.flatMap(({ planned: { tab, row } }) => (tab === 'targets' ? [row] : []));
  const rows = new Set(ownRows(counted));
  const others = new Set(ownRows(excluded).filter((row) => !rows.has(row)));
  return { counted: rows.size, afterAsOf: 0, excluded: others.size };
}
