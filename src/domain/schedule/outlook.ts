/** What lies ahead of the pledge: when each target was met, what is still needed, and what past quarters let one expect. */
import {
  dayPeriod,
  type IsoDate,
  lastDayOfQuarter,
  lastDayOfYear,
  monthOf,
  monthPeriod,
  type Period,
  type Quarter,
  quarterNumber,
  quarterOf,
  type YearQuarter,
  yearOf,
  yearPeriod,
} from '../date.ts';
import type { MeetingReport } from '../meetings.ts';
import type { Meeting, Pledge } from '../records.ts';

export interface TargetMet {
  readonly year: number;
  readonly planned: number;
  /**
   * When the meeting was held that reached the target, as precisely as it is known; null: not yet. With ten meetings of 2023 on
   * unknown days and ten on 1 May, a target of ten was reached some day of 2023.
   */
  readonly metOn: Period | null;
}

/** What a need is counted towards. */
export type Deadline = 'yearTarget' | 'termEnd' | 'planEnd';

export interface Need {
  readonly deadline: Deadline;
  readonly by: IsoDate;
  readonly target: number;
  /** Meetings still to be held; 0 when the target is met. */
  readonly missing: number;
  /** Quarters that end after the as-of date, the running one included. */
  readonly quartersLeft: number;
  /** Meetings in each quarter that is left, rounded up; null when none is left. */
  readonly perQuarter: number | null;
}

export interface Projection {
  /** Quarters of past years that are known meeting by meeting. */
  readonly knownQuarters: number;
  /** Expected by the end of the plan; null where past quarters are too few. */
  readonly expected: number | null;
  /** The end of the plan; null where it is not known or lies behind. */
  readonly by: IsoDate | null;
}

export interface Outlook {
  readonly targetsMet: readonly TargetMet[];
  readonly needs: readonly Need[];
  readonly projection: Projection;
}

/** Fewer known quarters than a year has cannot show how a year goes. */
const LEAST_QUARTERS = 4;
const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

/** @param meetings those that count as of the date. */
export function outlook(
  meetings: readonly Meeting[],
  report: MeetingReport,
  pledge: Pledge,
  asOf: IsoDate,
): Outlook {
  return {
    targetsMet: targetsMet(meetings, report),
    needs: needs(report, pledge, asOf),
    projection: projection(meetings, report, pledge, asOf),
  };
}

function targetsMet(meetings: readonly Meeting[], { years }: MeetingReport): readonly TargetMet[] {
  const soonest = heldByDay(meetings, (meeting) => periodHeld(meeting).first);
  const latest = heldByDay(meetings, (meeting) => periodHeld(meeting).last);
  return years.flatMap(({ year, planned: { value: planned } }): readonly TargetMet[] => {
    if (planned === null || planned <= 0) return [];
    const first = dayReaching(planned, soonest);
    const last = dayReaching(planned, latest);
    return [{ year, planned, metOn: first === null || last === null ? null : periodCovering(first, last) }];
  });
}

/** When a meeting was held: of an opening balance only the year is known, whatever day stands beside it. */
function periodHeld({ date, category }: Meeting): Period {
  if (category.kind !== 'openingBalance') return date;
  return yearPeriod(yearOf(date.first)) ?? date;
}

type HeldByDay = readonly (readonly [day: IsoDate, held: number])[];

/** Meetings of each day that has any, in the order of days. */
function heldByDay(meetings: readonly Meeting[], dayOf: (meeting: Meeting) => IsoDate): HeldByDay {
  const held = new Map<IsoDate, number>();
  for (const meeting of meetings) {
    const day = dayOf(meeting);
    held.set(day, (held.get(day) ?? 0) + meeting.held.amount);
  }
  return [...held].sort(([a], [b]) => (a < b ? -1 : 1));
}

function dayReaching(planned: number, days: HeldByDay): IsoDate | null {
  let reached = 0;
  for (const [day, held] of days) {
    reached += held;
    if (reached >= planned) return day;
  }
  return null;
}

/** The day, else the month, else the year that both days belong to. No meeting is known less precisely than by its year. */
function periodCovering(first: IsoDate, last: IsoDate): Period | null {
  if (first === last) return dayPeriod(first);
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  return isOneMonth ? monthPeriod(yearOf(last), monthOf(last)) : yearPeriod(yearOf(last));
}

function needs({ years, cumulative, target }: MeetingReport, pledge: Pledge, asOf: IsoDate): readonly Need[] {
  const held = cumulative.value ?? 0;
  const need = (deadline: Deadline, by: IsoDate, wanted: number): Need => {
    const missing = Math.max(0, wanted - held);
    const quartersLeft = quartersBetween(asOf, by).length;
    return {
      deadline,
      by,
      target: wanted,
      missing,
      quartersLeft,
      perQuarter: quartersLeft === 0 ? null : Math.ceil(missing / quartersLeft),
    };
  };
  const planEnd = planEndOf(years, pledge);
  return [
    ...years
      .filter(({ year, planned }) => lastDayOfYear(year) > asOf && planned.value !== null)
      .map(({ year, planned }) => need('yearTarget', lastDayOfYear(year), planned.value ?? 0)),
    ...(target === null || pledge.termEnd === null ? [] : [need('termEnd', pledge.termEnd, target)]),
    ...(target === null || planEnd === null ? [] : [need('planEnd', planEnd, target)]),
  ];
}

/**
 * The meetings of each quarter to come, taken as the average of the same quarter in past years, on top of what was held.
 * Only quarters that are over and known meeting by meeting count: a year with a sum whose rows do not exist has none.
 */
function projection(
  meetings: readonly Meeting[],
  { years, cumulative }: MeetingReport,
  pledge: Pledge,
  asOf: IsoDate,
): Projection {
  const planEnd = planEndOf(years, pledge);
  const by = planEnd !== null && planEnd > asOf ? planEnd : null;
  const { byQuarter, undatedYears } = heldByQuarter(meetings);
  // Before the first quarter that a meeting is known to have been held in the log says nothing, which is not zero.
  const first = Math.min(...byQuarter.keys());
  const known = years
    .filter(({ year }) => !undatedYears.has(year))
    .flatMap(({ year }) => QUARTERS.map((quarter) => ({ year, quarter })))
    .filter((quarter) => lastDayOfQuarter(quarter) <= asOf && quarterNumber(quarter) >= first);
  if (known.length < LEAST_QUARTERS || by === null)
    return { knownQuarters: known.length, expected: null, by };

  const coming = quartersBetween(asOf, by).filter((quarter) => !isRunning(quarter, asOf));
  let expected = cumulative.value ?? 0;
  // Known quarters follow one another but for whole years that are left out, so among four or more each of the four is found.
  for (const quarter of QUARTERS) {
    const past = known.filter((candidate) => candidate.quarter === quarter);
    const times = coming.filter((candidate) => candidate.quarter === quarter).length;
    const held = past.reduce((sum, candidate) => sum + (byQuarter.get(quarterNumber(candidate)) ?? 0), 0);
    expected += Math.floor((held * times) / past.length);
  }
  return { knownQuarters: known.length, expected, by };
}

interface HeldByQuarter {
  /** By {@link quarterNumber}; only quarters in which any were held. */
  readonly byQuarter: ReadonlyMap<number, number>;
  /** Years with meetings of which only the year is known. */
  readonly undatedYears: ReadonlySet<number>;
}

function heldByQuarter(meetings: readonly Meeting[]): HeldByQuarter {
  const byQuarter = new Map<number, number>();
  const undatedYears = new Set<number>();
  for (const meeting of meetings) {
    const { held } = meeting;
    if (held.amount === 0) continue;
    const date = periodHeld(meeting);
    if (date.precision === 'year') {
      undatedYears.add(yearOf(date.first));
      continue;
    }
    const number = quarterNumber(quarterOf(date.first));
    byQuarter.set(number, (byQuarter.get(number) ?? 0) + held.amount);
  }
  return { byQuarter, undatedYears };
}

function planEndOf(years: MeetingReport['years'], pledge: Pledge): IsoDate | null {
  const endYear = pledge.endYear ?? years[years.length - 1]?.year ?? null;
  return endYear === null ? null : lastDayOfYear(endYear);
}

/** The quarters that end after one date and begin by another: the running one is the first of them. */
function quartersBetween(after: IsoDate, by: IsoDate): readonly YearQuarter[] {
  if (by <= after) return [];
  const last = quarterOf(by);
  const quarters: YearQuarter[] = [];
  for (let year = yearOf(after); year <= last.year; year += 1) {
    for (const quarter of QUARTERS) {
      if (lastDayOfQuarter({ year, quarter }) <= after) continue;
      if (year < last.year || quarter <= last.quarter) quarters.push({ year, quarter });
    }
  }
  return quarters;
}

/** A quarter that has begun: what it will still bring is not the average of a whole one. */
function isRunning(quarter: YearQuarter, asOf: IsoDate): boolean {
  return quarterNumber(quarter) === quarterNumber(quarterOf(asOf));
}
