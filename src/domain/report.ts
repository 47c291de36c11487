/** Everything that is computed for a date: the step from records to figures. */
import { type Admission, admit, type Clock, withoutDoubles } from './admission.ts';
import { type BudgetReport, budgetReport, budgetTimeOf, type Term, termOf } from './budget.ts';
import { type Period, yearOf } from './date.ts';
import type { Source } from './figure.ts';
import type { Finding } from './finding.ts';
import { suggestedStatus } from './implementation.ts';
import { type MeetingReport, meetingReport } from './meetings.ts';
import type {
  BudgetPlan,
  Execution,
  FuturePlan,
  Meeting,
  Pledge,
  Records,
  Suggestion,
  Target,
} from './records.ts';
import type { RowAccount } from './row-account.ts';
import { type Outlook, outlook } from './schedule/outlook.ts';
import { type ScheduleLine, scheduleLines, unscheduledLines } from './schedule/schedule.ts';
import { type StatusChange, statusTimelines } from './suggestions/status-history.ts';
import { type SuggestionReport, suggestionReport } from './suggestions/suggestions.ts';
import type { LogTab } from './tabs.ts';
import type { ImplementationStatus, OfficeLists } from './words.ts';

export interface Report {
  readonly clock: Clock;
  readonly pledge: Pledge;
  readonly lists: OfficeLists;
  /** Every year that is shown, ascending. */
  readonly years: readonly number[];
  /** null: a tab or heading that it needs is missing. */
  readonly meetings: MeetingReport | null;
  readonly suggestions: SuggestionReport | null;
  readonly budget: BudgetReport | null;
  /** Planned against held by quarter; empty without a schedule or a meeting log. */
  readonly schedule: readonly ScheduleLine[];
  /** The same for categories that were held and that no line of the schedule names. */
  readonly unscheduled: readonly ScheduleLine[];
  /** What lies ahead; null where the meetings could not be computed. */
  readonly outlook: Outlook | null;
  /** Entries whose time is not over by the as-of date. */
  readonly futurePlans: readonly FuturePlan[];
  readonly status: {
    readonly chosen: ImplementationStatus | null;
    readonly suggested: ImplementationStatus | null;
  };
  /** How the rows that were read as records went: counted, after the as-of date, excluded. */
  readonly admitted: Readonly<
    Partial<Record<LogTab, Pick<RowAccount, 'counted' | 'afterAsOf' | 'excluded'>>>
  >;
  /** What came up while the records were sorted by the date. */
  readonly findings: readonly Finding[];
}

/**
 * Computes every figure as of a date. Nothing below this asks what day it is.
 * @param history the changes of status that earlier runs have seen; what this run sees counts without being among them.
 */
export function calculate(records: Records, clock: Clock, history: readonly StatusChange[] = []): Report {
  const { pledge, lists } = records;
  const targets = withoutDoubledYears(records.targets ?? []);
  const meetings = admit(records.meetings ?? [], heldBy, clock);
  const received = admit(records.suggestions ?? [], receivedBy, clock);
  // Among those that count: a row of a later date must not take the place of one that stands.
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
  ]);
  const meetingFigures =
    records.meetings === null || records.targets === null
      ? null
      : meetingReport(meetings.counted, targets.counted, records.categories, years, pledge, clock.asOf);

  return {
    clock,
    pledge,
    lists,
    years,
    meetings: meetingFigures,
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
        : scheduleLines(records.schedule, records.categories, meetings.counted, years, clock.asOf),
    unscheduled: unscheduledLines(records.schedule, meetings.counted, years, clock.asOf),
    outlook: meetingFigures === null ? null : outlook(meetings.counted, meetingFigures, pledge, clock.asOf),
    futurePlans: records.futurePlans.filter(({ until }) => until === null || until > clock.asOf),
    status: {
      chosen: pledge.chosenStatus,
      suggested: meetingFigures === null ? null : suggestedStatus(meetingFigures, pledge, clock.asOf),
    },
    admitted: {
      targets: rowsOf(targets),
      meetings: rowsOf(meetings),
      suggestions: {
        ...rowsOf(received),
        counted: suggestions.counted.length,
        excluded: received.excluded.length + suggestions.excluded.length,
      },
      // A row of a wide table plans for several years.
      budgetPlans: {
        counted: new Set(plans.map(({ planned }) => planned.row)).size,
        afterAsOf: 0,
        excluded: 0,
      },
      executions: rowsOf(executions),
    },
    findings: [targets, meetings, received, suggestions, executions].flatMap(({ findings }) => findings),
  };
}

/** The cumulative plan with one row a year, the first that names it. */
export function withoutDoubledYears(targets: readonly Target[]): Admission<Target> {
  return withoutDoubles(
    targets,
    (target) => String(target.year),
    (double, first) => ({
      problem: { code: 'doubled-year', found: String(double.year), firstRow: first.planned.row },
      place: { tab: 'targets', row: double.planned.row, field: 'year' },
    }),
  );
}

const heldBy = (meeting: Meeting): Source => meeting.held;
const receivedBy = (suggestion: Suggestion): Source => suggestion.received;
const executedBy = (execution: Execution): Source => execution.executed;

function yearsAmong(items: readonly { readonly date: Period }[]): ReadonlySet<number> {
  const years = new Set<number>();
  for (const { date } of items) years.add(yearOf(date.first));
  return years;
}

/** The years of money that lies within the term; what lies outside has columns of its own. */
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

/** The years of the pledge, and any other that a plan or a counted row names, without gaps. */
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
  readonly counted: readonly (Target | Meeting | Suggestion | Execution)[];
  readonly afterAsOf: readonly unknown[];
  readonly excluded: readonly unknown[];
}): Pick<RowAccount, 'counted' | 'afterAsOf' | 'excluded'> {
  return {
    counted: admission.counted.length,
    afterAsOf: admission.afterAsOf.length,
    excluded: admission.excluded.length,
  };
}
