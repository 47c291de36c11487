/** Meetings held: cumulative against the yearly plan, and by year and category with the people met. */
import { yearOf } from './date.ts';
import { type Figure, figureOf } from './figure.ts';
import { groupBy } from './grouping.ts';
import type { Indicator } from './indicators/indicator.ts';
import { type Measure, type Progress, progressOf } from './indicators/progress.ts';
import type { Category, Meeting, Target } from './records.ts';

export interface CategoryYear {
  readonly year: number;
  readonly category: Category;
  /** Unknown where no row names the category in that year; a row that says 0 is a known zero. */
  readonly held: Figure;
  /** Groups of people met. Sites are counted separately and never added to them. */
  readonly groups: Figure;
  readonly sites: Figure;
  readonly attendees: Figure;
  /** The meetings themselves, in the order of the log. */
  readonly meetings: readonly Meeting[];
}

export interface MeetingReport extends Progress {
  /** For each year up to the as-of date, every category in the staff's order. */
  readonly categories: readonly CategoryYear[];
}

/**
 * @param meetings meetings that count as of the date.
 * @param targets the cumulative plan of the indicator.
 */
export function meetingReport(
  indicator: Indicator,
  meetings: readonly Meeting[],
  targets: readonly Target[],
  categories: readonly Category[],
  measure: Measure,
): MeetingReport {
  const entries = meetings.map(({ date, held }) => ({ date, amount: held }));
  const meetingsByYear = groupBy(meetings, (meeting) => yearOf(meeting.date.first));
  return {
    ...progressOf(indicator, entries, targets, measure),
    categories: measure.years
      .filter((year) => year <= yearOf(measure.asOf))
      .flatMap((year) => categoriesOf(year, meetingsByYear.get(year) ?? [], categories)),
  };
}

function categoriesOf(
  year: number,
  meetings: readonly Meeting[],
  categories: readonly Category[],
): readonly CategoryYear[] {
  const byCategory = groupBy(meetings, (meeting) => meeting.category);
  const named = [...byCategory.keys()].filter((category) => category.kind === 'named');
  // Built-in categories come last.
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

/** @param sites true: the sites visited; false: the groups met. */
export function groupsMet(meetings: readonly Meeting[], sites: boolean): Figure {
  return figureOf(
    meetings
      .filter(({ groupsAreSites }) => groupsAreSites === sites)
      .map(({ groups }) => groups)
      .filter((groups) => groups !== null),
  );
}
