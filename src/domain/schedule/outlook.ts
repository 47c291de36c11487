/**
 * What lies ahead of an indicator: when each target was met, what is still needed, and
 * what past quarters suggest.
 */
import {
  dayPeriod,
  type IsoDate,
  lastDayOfQuarter,
  lastDayOfYear,
  monthOf,
  monthPeriod,
  type Period,
  QUARTERS,
  quarterNumber,
  quarterOf,
  type YearQuarter,
  yearOf,
  yearPeriod,
} from '../date.ts';
import { decimalsOf, exactSum, mostDecimals } from '../decimal.ts';
import { groupBy } from '../grouping.ts';
import {
  byLastDay,
  hasReached,
  isSum,
  type Standing,
  type ValueOrder,
  valueOrder,
} from '../indicators/indicator.ts';
import { type Entry, type Progress, standingOf } from '../indicators/progress.ts';
import type { Meeting, Pledge } from '../records.ts';

export interface TargetMet {
  readonly year: number;
  readonly planned: number;
  /**
   * When the target was reached for good, as precisely as that is known; null: not yet, or no longer. With
   * ten meetings of 2023 on unknown days and ten on 1 May, a target of ten was reached some day of 2023.
   */
  readonly metOn: Period | DaysBetween | null;
  /** Whether it was surely reached once, and is no longer: 92 and then 85 % towards 90. */
  readonly isLost: boolean;
}

/**
 * Days of more than one year, both ends included. With 30 in June 2023, 10 less on an unknown day of 2024 and
 * 10 more in May 2024, a target of 25 was reached for good in June 2023 or in May 2024.
 */
export interface DaysBetween {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly precision: 'between';
}

/** The kinds of deadline that a {@link Need} can have. */
export type Deadline = 'yearTarget' | 'termEnd' | 'planEnd';

export interface Need {
  readonly deadline: Deadline;
  readonly by: IsoDate;
  readonly target: number;
  /** Still to be held or reached; 0 when the target is met. */
  readonly missing: number;
  /** Quarters that end after the as-of date, the running one included. */
  readonly quartersLeft: number;
  /**
   * `missing` per quarter left, rounded up. null when no quarter is left, and for
   * levels, which do not add up.
   */
  readonly perQuarter: number | null;
}

export interface Projection {
  /** Number of past quarters whose entries are known one by one. */
  readonly knownQuarters: number;
  /**
   * The value expected at the end of the plan; null where too few past quarters are known, or `by` is null.
   */
  readonly expected: number | null;
  /** The end of the plan; null where it is not known or has passed. */
  readonly by: IsoDate | null;
}

export interface Outlook {
  readonly targetsMet: readonly TargetMet[];
  readonly needs: readonly Need[];
  /** null for a level, whose past quarters say nothing about coming ones. */
  readonly projection: Projection | null;
}

/** Fewest known quarters for a projection: with less than a year's worth, some quarters have no average. */
const LEAST_QUARTERS = 4;

/** @param entries entries of the indicator that count as of the date. */
export function outlook(
  entries: readonly Entry[],
  progress: Progress,
  pledge: Pledge,
  asOf: IsoDate,
): Outlook {
  return {
    targetsMet: targetsMet(entries, progress),
    needs: needs(progress, pledge, asOf),
    projection: isSum(progress.indicator) ? projection(entries, progress, pledge, asOf) : null,
  };
}

/** Meetings as entries of their indicator. */
export function entriesOfMeetings(meetings: readonly Meeting[]): readonly Entry[] {
  return meetings.map((meeting) => ({ date: periodHeld(meeting), amount: meeting.held }));
}

/** When a meeting was held. Of an opening balance (이월) only the year is known, whatever its date says. */
function periodHeld({ date, category }: Meeting): Period {
  if (category.kind !== 'openingBalance') return date;
  return yearPeriod(yearOf(date.first)) ?? date;
}

function targetsMet(entries: readonly Entry[], progress: Progress): readonly TargetMet[] {
  const { indicator, target, years } = progress;
  const from = indicator.baseline ?? 0;
  const order = valueOrder(indicator);
  const met = order === null ? periodReaching(entries, from) : periodLasting(entries, progress, order);
  return years.flatMap(({ year, planned: { value: planned } }): readonly TargetMet[] => {
    // A plan that the baseline already meets is not a target.
    if (planned === null || hasReached(indicator, target, from, planned)) return [];
    return [{ year, planned, ...met(planned) }];
  });
}

type Met = Pick<TargetMet, 'metOn' | 'isLost'>;

/**
 * Returns a function for when the value reached a plan for good, where one result is the value: with 88, 92,
 * 85 and 91 % towards 90, a level reached it on the day of 91.
 */
function periodLasting(
  entries: readonly Entry[],
  { indicator, target }: Progress,
  order: ValueOrder,
): (planned: number) => Met {
  const results = entries.map(standingOf).sort(byLastDay);
  return (planned) => {
    let value: Standing | null = null;
    let since: Period | null = null;
    let wasMet = false;
    for (const result of results) {
      if (value === null || order(result, value) > 0) value = result;
      const isMet = hasReached(indicator, target, value.amount, planned);
      since = isMet ? (since ?? result.date) : null;
      wasMet ||= isMet;
    }
    return { metOn: since, isLost: wasMet && since === null };
  };
}

/**
 * Returns a function for when the sum of the entries reached a planned value, as precisely
 * as their days are known. The sum is highest when every addition comes as early as it can and every
 * correction as late as it can, and lowest the other way round.
 * @param from the baseline, which the sum starts with.
 */
function periodReaching(entries: readonly Entry[], from: number): (planned: number) => Met {
  const isCorrection = ({ amount }: Entry) => amount.amount < 0;
  const highest = sumsByDay(entries, (entry) => entry.date[isCorrection(entry) ? 'last' : 'first'], from);
  const lowest = entries.every(({ date }) => date.first === date.last)
    ? highest
    : sumsByDay(entries, (entry) => entry.date[isCorrection(entry) ? 'first' : 'last'], from);
  return (planned) => {
    const first = dayReaching(planned, highest);
    const last = dayReaching(planned, lowest);
    if (first !== null && last !== null) return { metOn: daysCovering(first, last), isLost: false };
    return { metOn: null, isLost: first === null && lowest.some(([, sum]) => sum >= planned) };
  };
}

type SumsByDay = readonly (readonly [day: IsoDate, sum: number])[];

/** The sum at the end of each day on which something was added, in the order of days. */
function sumsByDay(entries: readonly Entry[], dayOf: (entry: Entry) => IsoDate, from: number): SumsByDay {
  let sum = from;
  return [...groupBy(entries, dayOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, ofDay]) => {
      sum = exactSum([sum, ...ofDay.map(({ amount }) => amount.amount)]);
      return [day, sum];
    });
}

/**
 * The day since which the sum has been at least as planned; null: it is not. A correction may undo it: 30,
 * and 10 less, never reach 25 for good.
 */
function dayReaching(planned: number, days: SumsByDay): IsoDate | null {
  let since: IsoDate | null = null;
  for (const [day, sum] of days) {
    if (sum < planned) since = null;
    else since ??= day;
  }
  return since;
}

/** The day, else the month, else the year that both dates are in. If there is none, the days between them. */
function daysCovering(first: IsoDate, last: IsoDate): Period | DaysBetween | null {
  if (first === last) return dayPeriod(first);
  if (yearOf(first) !== yearOf(last)) return { first, last, precision: 'between' };
  const isOneMonth = monthOf(first) === monthOf(last);
  return isOneMonth ? monthPeriod(yearOf(last), monthOf(last)) : yearPeriod(yearOf(last));
}

function needs(
  { indicator, years, value, target }: Progress,
  pledge: Pledge,
  asOf: IsoDate,
): readonly Need[] {
  // Before its first value, nobody knows what a level still lacks.
  if (!isSum(indicator) && value.value === null) return [];
  const reached = value.value ?? 0;
  const need = (deadline: Deadline, by: IsoDate, wanted: number): Need => {
    const isMet = hasReached(indicator, target, reached, wanted);
    const missing = isMet ? 0 : Math.abs(exactSum([wanted, -reached]));
    const quartersLeft = quartersBetween(asOf, by).length;
    return {
      deadline,
      by,
      target: wanted,
      missing,
      quartersLeft,
      perQuarter: quartersLeft > 0 && isSum(indicator) ? shareUp(missing, quartersLeft) : null,
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
 * An equal share for each quarter, rounded up to the decimals of `whole`: 7.5 over four quarters is
 * 1.9, and 93 over ten is 10.
 */
function shareUp(whole: number, quarters: number): number {
  const scale = 10 ** decimalsOf(whole);
  return Math.ceil(Math.round(whole * scale) / quarters) / scale;
}

/**
 * Expects each coming quarter to bring the average of the same quarter in past years, on top of today's
 * value. Only quarters that are over and known entry by entry count. A year with entries of which only
 * the year is known has none.
 */
function projection(
  entries: readonly Entry[],
  { years, value }: Progress,
  pledge: Pledge,
  asOf: IsoDate,
): Projection {
  const planEnd = planEndOf(years, pledge);
  const by = planEnd !== null && planEnd > asOf ? planEnd : null;
  const { byQuarter, undatedYears } = addedByQuarter(entries);
  // Quarters before the first entry are unknown, not zero.
  const first = Math.min(...byQuarter.keys());
  const known = years
    .filter(({ year }) => !undatedYears.has(year))
    .flatMap(({ year }) => QUARTERS.map((quarter) => ({ year, quarter })))
    .filter((quarter) => lastDayOfQuarter(quarter) <= asOf && quarterNumber(quarter) >= first);
  if (known.length < LEAST_QUARTERS || by === null)
    return { knownQuarters: known.length, expected: null, by };

  const coming = quartersBetween(asOf, by).filter((quarter) => !isRunning(quarter, asOf));
  const scale = 10 ** mostDecimals(entries.map(({ amount }) => amount.amount));
  let expected = value.value ?? 0;
  // Known quarters are consecutive but for whole years left out, so among four or more,
  // each of Q1 to Q4 occurs.
  for (const quarter of QUARTERS) {
    const past = known.filter((candidate) => candidate.quarter === quarter);
    const times = coming.filter((candidate) => candidate.quarter === quarter).length;
    const added = exactSum(past.map((candidate) => byQuarter.get(quarterNumber(candidate)) ?? 0));
    const steps = Math.floor((Math.round(added * scale) * times) / past.length);
    expected = exactSum([expected, steps / scale]);
  }
  return { knownQuarters: known.length, expected, by };
}

interface AddedByQuarter {
  /** By {@link quarterNumber}; only quarters in which anything was added. */
  readonly byQuarter: ReadonlyMap<number, number>;
  /** Years with entries of which only the year is known. */
  readonly undatedYears: ReadonlySet<number>;
}

function addedByQuarter(entries: readonly Entry[]): AddedByQuarter {
  const added = entries.filter(({ amount }) => amount.amount !== 0);
  const groups = groupBy(added, ({ date: { first, precision } }) =>
    precision === 'year' ? null : quarterNumber(quarterOf(first)),
  );
  const undated = groups.get(null) ?? [];
  return {
    byQuarter: new Map(
      [...groups].flatMap(([quarter, group]) => (quarter === null ? [] : [[quarter, addedBy(group)]])),
    ),
    undatedYears: new Set(undated.map(({ date }) => yearOf(date.first))),
  };
}

function addedBy(entries: readonly Entry[]): number {
  return exactSum(entries.map(({ amount }) => amount.amount));
}

function planEndOf(years: Progress['years'], pledge: Pledge): IsoDate | null {
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

/** Whether a quarter is the running one. What it will still bring is not the average of a whole quarter. */
function isRunning(quarter: YearQuarter, asOf: IsoDate): boolean {
  return quarterNumber(quarter) === quarterNumber(quarterOf(asOf));
}
