/** The overview of a book (총괄): its pledges summed up as of a date. A book of one pledge has one too. */
import { quarterOf, yearOf } from './date.ts';
import { exactSum } from './decimal.ts';
import { type Figure, sumOf } from './figure.ts';
import { groupBy } from './grouping.ts';
import { isBehindLastPlan, statusInForce } from './implementation-status.ts';
import { asksForResults, hasReached } from './indicators/indicator.ts';
import type { Progress } from './indicators/progress.ts';
import { type Rate, type RatePrecision, rateOf } from './rate.ts';
import type { Report } from './report.ts';
import type { ImplementationStatus, OfficeLists } from './words.ts';

/** The report of a pledge with its field (분야); null: none is given. */
export interface FieldedReport {
  readonly field: string | null;
  readonly report: Report;
}

export interface Overview {
  readonly pledges: number;
  readonly statuses: StatusCounts;
  /** {@link meanRate}; null: no pledge has a rate. */
  readonly meanRatePercent: number | null;
  /** Number of pledges without a rate. The mean leaves them out. */
  readonly withoutRate: number;
  /** completed pledges / all pledges */
  readonly completedPercent: number | null;
  /** Pledges that reached the target of the as-of date's year, of those that have such a target. */
  readonly yearTarget: { readonly reached: number; readonly of: number };
  readonly fields: readonly FieldOverview[];
  readonly departments: readonly DepartmentOverview[];
}

/**
 * Number of pledges by implementation status, the chosen one or else the suggested; null: neither is known.
 */
export type StatusCounts = ReadonlyMap<ImplementationStatus | null, number>;

export interface FieldOverview {
  readonly field: string | null;
  readonly pledges: number;
  readonly statuses: StatusCounts;
  readonly planned: Figure;
  readonly executed: Figure;
}

export interface DepartmentOverview {
  readonly department: string | null;
  readonly pledges: number;
  readonly statuses: StatusCounts;
}

/** @param precision of the percentages of the overview itself. */
export function overviewOf(
  pledges: readonly FieldedReport[],
  precision: RatePrecision,
  lists: Pick<OfficeLists, 'implementationStatuses'>,
): Overview {
  const reports = pledges.map(({ report }) => report);
  const rates = reports.map(({ rate }) => rate.percent);
  const completed = reports.filter((report) => isCompleted(report, lists)).length;
  const targeted = reports.map(hasReachedYearTarget).filter((reached) => reached !== null);
  return {
    pledges: reports.length,
    statuses: statusCounts(reports),
    meanRatePercent: meanRate(rates, precision).percent,
    withoutRate: rates.filter((rate) => rate === null).length,
    completedPercent: rateOf(completed, reports.length, precision).percent,
    yearTarget: { reached: targeted.filter((reached) => reached).length, of: targeted.length },
    fields: [...groupBy(pledges, ({ field }) => field)].map(([field, own]) => ({
      field,
      pledges: own.length,
      statuses: statusCounts(own.map(({ report }) => report)),
      planned: sumOf(own.flatMap(({ report }) => report.budget?.total.planned ?? [])),
      executed: sumOf(own.flatMap(({ report }) => report.budget?.total.executed ?? [])),
    })),
    departments: [...groupBy(reports, ({ pledge }) => pledge.department)].map(([department, own]) => ({
      department,
      pledges: own.length,
      statuses: statusCounts(own),
    })),
  };
}

/**
 * The plain mean of the rates of pledges as shown, each at most 100 %, so that a reader can recompute it.
 * Pledges without a rate are left out.
 */
export function meanRate(percents: readonly (number | null)[], precision: RatePrecision): Rate {
  const known = percents.flatMap((percent) => (percent === null ? [] : [Math.min(100, percent)]));
  return rateOf(exactSum(known), known.length * 100, precision);
}

/** Whether the status in force is one with which a pledge ends. */
export function isCompleted(
  { status }: Report,
  { implementationStatuses }: Pick<OfficeLists, 'implementationStatuses'>,
): boolean {
  const inForce = statusInForce(status);
  return implementationStatuses.some(({ word, ended }) => ended && word === inForce);
}

function statusCounts(reports: readonly Report[]): StatusCounts {
  const byStatus = groupBy(reports, ({ status }) => statusInForce(status));
  return new Map([...byStatus].map(([status, own]) => [status, own.length]));
}

/**
 * Whether every indicator with a target for the as-of date's year has reached it, as 108 reaches 90.
 * null: none has such a target. What doing nothing reaches, such as 0, is none.
 */
export function hasReachedYearTarget({ indicators, clock }: Report): boolean | null {
  const year = yearOf(clock.asOf);
  const reached = indicators.map((progress) => reachedIn(progress, year)).filter((each) => each !== null);
  return reached.length === 0 ? null : reached.every((each) => each);
}

/** How a pledge stands to the target of the as-of date's year. */
export type YearStanding = 'reached' | 'underway' | 'behind';

/**
 * How a pledge stands to this year's target; null: it has none. A target that is not reached is `underway`
 * while the year goes on: with 108 held on 5 February, 140 by December are no fault yet. It is `behind` from
 * the last quarter on, or where the plan of the last ended year is not met either.
 */
export function yearStanding(report: Report): YearStanding | null {
  const reached = hasReachedYearTarget(report);
  if (reached === null) return null;
  if (reached) return 'reached';
  const { asOf } = report.clock;
  const isLate =
    quarterOf(asOf).quarter === LAST_QUARTER ||
    report.indicators.some((progress) => isBehindLastPlan(progress, asOf));
  return isLate ? 'behind' : 'underway';
}

const LAST_QUARTER = 4;

function reachedIn({ indicator, target, value, years }: Progress, year: number): boolean | null {
  const planned = years.find((each) => each.year === year)?.planned.value ?? null;
  if (planned === null || !asksForResults(indicator, target, planned)) return null;
  return value.value !== null && hasReached(indicator, target, value.value, planned);
}
