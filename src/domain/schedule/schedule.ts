/** The schedule against the meetings held: for each line and quarter, whether it went as planned. */
import {
  type IsoDate,
  lastDayOfQuarter,
  QUARTERS,
  type Quarter,
  quarterOf,
  type YearQuarter,
  yearOf,
} from '../date.ts';
import { type Figure, figureOf } from '../figure.ts';
import { groupBy } from '../grouping.ts';
import type { Category, Meeting, ScheduleRow } from '../records.ts';

/**
 * How a quarter of a line went.
 * - `onPlan`: held in a marked quarter, or in a year with words for no particular quarter.
 * - `early`, `late`: held in an unmarked quarter, before or after a mark of that year.
 * - `unplanned`: held, and no mark of the year is left for it.
 * - `moved`: marked, and held early or late in another quarter instead.
 * - `missed`: marked and over, and nothing was held.
 * - `due`: marked and not over yet.
 * - `undecidable`: like `missed`, but the year has meetings of which only the year is known.
 */
export type QuarterStanding =
  | 'onPlan'
  | 'early'
  | 'late'
  | 'unplanned'
  | 'moved'
  | 'missed'
  | 'due'
  | 'undecidable';

export interface ScheduledQuarter extends YearQuarter {
  readonly planned: boolean;
  readonly held: Figure;
  readonly meetings: readonly Meeting[];
  /** null: neither planned nor held, or the line is not judged. */
  readonly standing: QuarterStanding | null;
}

export interface ScheduleLine {
  readonly schedule: ScheduleRow;
  readonly categories: readonly Category[];
  /** Meetings held under the line, including those of which only the year is known. */
  readonly held: Figure;
  /**
   * Whether meetings show how the line went. They do not for milestones in words, which
   * are neither met nor missed.
   */
  readonly isJudged: boolean;
  /** The four quarters of every year shown, in order. */
  readonly quarters: readonly ScheduledQuarter[];
}

/**
 * @param meetings meetings that count as of the date.
 * @param isOfMeetings whether meetings measure the pledge. If not, lines without a category are not judged.
 */
export function scheduleLines(
  schedule: readonly ScheduleRow[],
  categories: readonly Category[],
  meetings: readonly Meeting[],
  years: readonly number[],
  asOf: IsoDate,
  isOfMeetings: boolean,
): readonly ScheduleLine[] {
  const byLine = groupBy(meetings, (meeting) => meeting.category.scheduleRow);
  const yearsCarriedOver = yearsWithOpeningBalance(meetings);
  return schedule.map((row) =>
    lineOf(
      row,
      categories.filter((category) => category.scheduleRow === row.name),
      byLine.get(row.name) ?? [],
      years,
      yearsCarriedOver,
      asOf,
      isOfMeetings,
    ),
  );
}

/** A line for each category with meetings that no line of the schedule covers. Nothing of it was planned. */
export function unscheduledLines(
  schedule: readonly ScheduleRow[],
  meetings: readonly Meeting[],
  years: readonly number[],
  asOf: IsoDate,
): readonly ScheduleLine[] {
  const names = new Set(schedule.map(({ name }) => name));
  const byCategory = groupBy(
    meetings.filter(
      ({ category: { kind, scheduleRow } }) =>
        kind === 'named' && (scheduleRow === null || !names.has(scheduleRow)),
    ),
    (meeting) => meeting.category,
  );
  const yearsCarriedOver = yearsWithOpeningBalance(meetings);
  return [...byCategory].map(([category, ofCategory]) =>
    lineOf(
      { row: null, pledge: ofCategory[0]?.pledge ?? '', name: category.name, marks: [] },
      [category],
      ofCategory,
      years,
      yearsCarriedOver,
      asOf,
      true,
    ),
  );
}

function yearsWithOpeningBalance(meetings: readonly Meeting[]): ReadonlySet<number> {
  return new Set(
    meetings
      .filter(({ category, held }) => category.kind === 'openingBalance' && held.amount > 0)
      .map((meeting) => yearOf(meeting.date.first)),
  );
}

function lineOf(
  schedule: ScheduleRow,
  categories: readonly Category[],
  meetings: readonly Meeting[],
  years: readonly number[],
  yearsCarriedOver: ReadonlySet<number>,
  asOf: IsoDate,
  isOfMeetings: boolean,
): ScheduleLine {
  const byYear = groupBy(meetings, ({ date }) => yearOf(date.first));
  const quarters = years.flatMap((year) =>
    quartersOf(schedule, year, byYear.get(year) ?? [], yearsCarriedOver.has(year), asOf),
  );
  const isJudged = categories.length > 0 || (isOfMeetings && !hasWords(schedule));
  return {
    schedule,
    categories,
    held: figureOf(meetings.map((meeting) => meeting.held)),
    isJudged,
    quarters: isJudged ? quarters : quarters.map((quarter) => ({ ...quarter, standing: null })),
  };
}

/** Whether a line says in words what is planned. */
export function hasWords({ words = [] }: ScheduleRow): boolean {
  return words.length > 0;
}

/** The one quarter that a meeting was held in, or null where only its year is known. */
function quarterHeld({ date }: Meeting): YearQuarter | null {
  return date.precision === 'year' ? null : quarterOf(date.first);
}

/** @param ofYear the meetings of the year. */
function quartersOf(
  row: ScheduleRow,
  year: number,
  ofYear: readonly Meeting[],
  carriedOver: boolean,
  asOf: IsoDate,
): readonly ScheduledQuarter[] {
  // A row that says 0 is a known zero: it is shown, and nothing was held.
  const saidIn = groupBy(ofYear, (meeting) => quarterHeld(meeting)?.quarter);
  const heldIn = (quarter: Quarter | undefined) =>
    (saidIn.get(quarter) ?? []).filter(({ held }) => held.amount > 0);
  const undated = carriedOver || heldIn(undefined).length > 0;
  const byQuarter = new Map(
    QUARTERS.map((quarter) => [quarter, heldIn(quarter)] as const).filter(([, held]) => held.length > 0),
  );
  const isPlannedInYear = row.words?.some((words) => words.year === year && words.quarter === null) === true;
  const marked = new Set(row.marks.filter((mark) => mark.year === year).map((mark) => mark.quarter));

  /**
   * Marks without a meeting in their own quarter. A meeting in an unmarked quarter takes the nearest
   * mark before it, or else the nearest after it. With marks in Q1 and Q4, a meeting in Q3 is late
   * for Q1, not early for Q4.
   */
  const open = new Set(QUARTERS.filter((quarter) => marked.has(quarter) && !byQuarter.has(quarter)));
  const offPlan = new Map<number, QuarterStanding>();
  for (const quarter of byQuarter.keys()) {
    if (marked.has(quarter)) continue;
    const before = [...open].filter((mark) => mark < quarter).pop();
    const after = [...open].find((mark) => mark > quarter);
    const taken = before ?? after;
    if (taken !== undefined) open.delete(taken);
    offPlan.set(quarter, taken === undefined ? 'unplanned' : taken < quarter ? 'late' : 'early');
  }

  return QUARTERS.map((quarter) => {
    const inQuarter = byQuarter.get(quarter) ?? [];
    const planned = marked.has(quarter);
    const over = lastDayOfQuarter({ year, quarter }) <= asOf;
    const standing = ((): QuarterStanding | null => {
      if (inQuarter.length > 0) {
        return planned || isPlannedInYear ? 'onPlan' : (offPlan.get(quarter) ?? null);
      }
      if (!planned) return null;
      if (!open.has(quarter)) return 'moved';
      if (!over) return 'due';
      return undated ? 'undecidable' : 'missed';
    })();
    return {
      year,
      quarter,
      planned,
      held: figureOf((saidIn.get(quarter) ?? []).map((meeting) => meeting.held)),
      meetings: inQuarter,
      standing,
    };
  });
}
