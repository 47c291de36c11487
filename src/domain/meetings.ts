/** Meetings held, cumulatively against the yearly plan, by category, and whom they met. */
import { type IsoDate, yearOf } from './date.ts';
import { type Figure, figureOf, sumOf, zeroIfUnknown } from './figure.ts';
import { groupBy } from './grouping.ts';
import { type Rate, type RatePrecision, rateOf } from './rate.ts';
import type { Category, Meeting, Pledge, Target } from './records.ts';

export interface MeetingYear {
  readonly year: number;
  /** Planned by the end of the year, cumulative; unknown where the plan has no row for it. */
  readonly planned: Figure;
  /** Of the final target. */
  readonly plannedRate: Rate;
  /** Held in the year; unknown in years after the as-of date. */
  readonly held: Figure;
  /** Held since the beginning; unknown in years after the as-of date. */
  readonly cumulative: Figure;
  readonly rate: Rate;
}

export interface CategoryYear {
  readonly year: number;
  readonly category: Category;
  /** Unknown where no row names the category in that year; a row that says 0 is a known zero. */
  readonly held: Figure;
  /** Groups of people; sites are another thing, and are never added to them. */
  readonly groups: Figure;
  readonly sites: Figure;
  readonly attendees: Figure;
  /** The meetings themselves, in the order of the log. */
  readonly meetings: readonly Meeting[];
}

/** A category that met people more often than this in a year is not told apart meeting by meeting in any table. */
export const MOST_MEETINGS_TOLD_APART = 10;

export interface MeetingReport {
  readonly target: number | null;
  /** The same with the row that states it. */
  readonly targetFigure: Figure;
  readonly cumulative: Figure;
  /** Of the final target. */
  readonly rate: Rate;
  readonly years: readonly MeetingYear[];
  /** For each year up to the as-of date, every category in the staff's order. */
  readonly categories: readonly CategoryYear[];
}

/** The number of meetings the pledge is to reach: the one stated, else the last of the cumulative plan. */
export function finalTarget(pledge: Pledge, targets: readonly Target[]): Figure {
  if (pledge.finalTarget !== null) {
    const row = pledge.finalTargetRow ?? 0;
    return figureOf([{ tab: 'pledge', row, amount: pledge.finalTarget, approximate: false }]);
  }
  const last = targets.reduce<Target | null>(
    (latest, target) => (latest === null || target.year > latest.year ? target : latest),
    null,
  );
  return figureOf(last === null ? [] : [last.planned]);
}

/**
 * @param meetings those that count as of the date.
 * @param years every year to be shown, ascending.
 */
export function meetingReport(
  meetings: readonly Meeting[],
  targets: readonly Target[],
  categories: readonly Category[],
  years: readonly number[],
  pledge: Pledge,
  asOf: IsoDate,
): MeetingReport {
  const targetFigure = finalTarget(pledge, targets);
  const target = targetFigure.value;
  const meetingsByYear = groupBy(meetings, (meeting) => yearOf(meeting.date.first));
  const heldByYear = new Map(
    [...meetingsByYear].map(([year, ofYear]) => [year, figureOf(ofYear.map((meeting) => meeting.held))]),
  );
  const reachedYears = years.filter((year) => year <= yearOf(asOf));

  const meetingYears = years.map((year) => {
    const planned = figureOf(targets.filter((row) => row.year === year).map((row) => row.planned));
    const reached = year <= yearOf(asOf);
    const held = reached ? zeroIfUnknown(heldByYear.get(year) ?? figureOf([])) : figureOf([]);
    const cumulative = reached ? cumulativeMeetings(heldByYear, year) : figureOf([]);
    return {
      year,
      planned,
      plannedRate: rateOf(planned.value, target, pledge.ratePrecision),
      held,
      cumulative,
      rate: rateOf(cumulative.value, target, pledge.ratePrecision),
    };
  });

  const cumulative = cumulativeMeetings(heldByYear, yearOf(asOf));
  return {
    target,
    targetFigure,
    cumulative,
    rate: implementationRate(cumulative, target, pledge.ratePrecision),
    years: meetingYears,
    categories: reachedYears.flatMap((year) =>
      categoriesOf(year, meetingsByYear.get(year) ?? [], categories),
    ),
  };
}

/** Meetings held up to the end of a year: a log without rows is zero meetings. */
function cumulativeMeetings(heldByYear: ReadonlyMap<number, Figure>, year: number): Figure {
  const years = [...heldByYear.keys()].filter((held) => held <= year).sort((a, b) => a - b);
  return zeroIfUnknown(sumOf(years.map((held) => heldByYear.get(held) ?? figureOf([]))));
}

/** The implementation rate: meetings held of the final target. 108 of 200 is 54 %. */
export function implementationRate(
  cumulative: Figure,
  target: number | null,
  precision: RatePrecision,
): Rate {
  return rateOf(cumulative.value, target, precision);
}

function categoriesOf(
  year: number,
  meetings: readonly Meeting[],
  categories: readonly Category[],
): readonly CategoryYear[] {
  const byCategory = groupBy(meetings, (meeting) => meeting.category);
  const named = [...byCategory.keys()].filter((category) => category.kind === 'named');
  // Those that are built in come last.
  const shown = new Set([...categories, ...named, ...byCategory.keys()]);
  return [...shown].map((category) => {
    const ofCategory = byCategory.get(category) ?? [];
    return {
      year,
      category,
      held: figureOf(ofCategory.map((meeting) => meeting.held)),
      groups: groupsMet(ofCategory, false),
      sites: groupsMet(ofCategory, true),
      attendees: figureOf(
        ofCategory.map(({ attendees }) => attendees).filter((attendees) => attendees !== null),
      ),
      meetings: ofCategory,
    };
  });
}

/** @param sites whether the sites among them are wanted, or the groups. */
export function groupsMet(meetings: readonly Meeting[], sites: boolean): Figure {
  return figureOf(
    meetings.flatMap(({ groups, groupsAreSites }) =>
      groups === null || groupsAreSites !== sites ? [] : [groups],
    ),
  );
}
