/** The schedule against what was held: for each line and quarter, whether it went as planned. */
import { type IsoDate, lastDayOfQuarter, quarterOf, type YearQuarter, yearOf } from './date.ts';
import { type Figure, figureOf } from './figure.ts';
import { groupBy } from './grouping.ts';
import type { Category, Meeting, ScheduleRow } from './records.ts';

/**
 * `onPlan`: held in a marked quarter. `early`, `late`: held in the year of a mark, before or after it. `unplanned`: held, and no
 * mark of the year is left for it. `missed`: marked, the quarter is over, nothing held. `due`: marked, not over yet.
 * `undecidable`: the year has meetings of which only the year is known.
 */
export type QuarterStanding = 'onPlan' | 'early' | 'late' | 'unplanned' | 'missed' | 'due' | 'undecidable';

export interface ScheduledQuarter extends YearQuarter {
  readonly planned: boolean;
  readonly held: Figure;
  readonly meetings: readonly Meeting[];
  /** null: neither planned nor held. */
  readonly standing: QuarterStanding | null;
}

export interface ScheduleLine {
  readonly schedule: ScheduleRow;
  readonly categories: readonly Category[];
  /** Everything held under the line, meetings of which only the year is known too. */
  readonly held: Figure;
  /** The four quarters of every year shown, in order. */
  readonly quarters: readonly ScheduledQuarter[];
}

const QUARTERS = [1, 2, 3, 4] as const;

/** @param meetings those that count as of the date. */
export function scheduleLines(
  schedule: readonly ScheduleRow[],
  categories: readonly Category[],
  meetings: readonly Meeting[],
  years: readonly number[],
  asOf: IsoDate,
): readonly ScheduleLine[] {
  const held = meetings.filter((meeting) => meeting.held.amount > 0);
  const byLine = groupBy(held, (meeting) => meeting.category.scheduleRow);
  const yearsCarriedOver = new Set(
    held
      .filter(({ category }) => category.kind === 'openingBalance')
      .map((meeting) => yearOf(meeting.date.first)),
  );
  return schedule.map((row) => {
    const ofLine = byLine.get(row.name) ?? [];
    return {
      schedule: row,
      categories: categories.filter((category) => category.scheduleRow === row.name),
      held: figureOf(ofLine.map((meeting) => meeting.held)),
      quarters: years.flatMap((year) => quartersOf(row, year, ofLine, yearsCarriedOver.has(year), asOf)),
    };
  });
}

/** The one quarter that a meeting was held in, or null where only its year is known. */
export function quarterHeld({ date }: Meeting): YearQuarter | null {
  return date.precision === 'year' ? null : quarterOf(date.first);
}

function quartersOf(
  row: ScheduleRow,
  year: number,
  meetings: readonly Meeting[],
  carriedOver: boolean,
  asOf: IsoDate,
): readonly ScheduledQuarter[] {
  const ofYear = meetings.filter((meeting) => yearOf(meeting.date.first) === year);
  const undated = carriedOver || ofYear.some((meeting) => quarterHeld(meeting) === null);
  const byQuarter = groupBy(ofYear, (meeting) => quarterHeld(meeting)?.quarter);
  const marked = new Set(row.marks.filter((mark) => mark.year === year).map((mark) => mark.quarter));
  const heldIn = QUARTERS.filter((quarter) => byQuarter.has(quarter));

  /**
   * Marks without a meeting of their own quarter. A meeting held off plan takes the nearest of those before it, and only where
   * none is left the nearest after it: of marks in Q1 and Q4, one held in Q3 is late for the first, not early for the second.
   */
  const open = new Set(QUARTERS.filter((quarter) => marked.has(quarter) && !byQuarter.has(quarter)));
  const offPlan = new Map<number, QuarterStanding>();
  for (const quarter of heldIn) {
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
      if (inQuarter.length > 0) return planned ? 'onPlan' : (offPlan.get(quarter) ?? null);
      if (!planned) return null;
      if (!over) return 'due';
      if (undated) return 'undecidable';
      return open.has(quarter) ? 'missed' : null;
    })();
    return {
      year,
      quarter,
      planned,
      held: figureOf(inQuarter.map((meeting) => meeting.held)),
      meetings: inQuarter,
      standing,
    };
  });
}
