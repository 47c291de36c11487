/** Checks of the schedule against the meetings held and the term of office. */
import { firstDayOfQuarter, quarterNumber } from '../date.ts';
import type { Finding } from '../finding.ts';
import { hasWords } from '../schedule/schedule.ts';
import { type Audit, findingAt, findingsOf } from './check.ts';

/** Finds marked quarters that ended without a meeting. */
export const scheduledQuartersHeld: Audit = (_, { schedule }) =>
  schedule.flatMap(({ schedule: row, categories, quarters }) =>
    quarters.flatMap(({ year, quarter, standing }): readonly Finding[] =>
      standing === 'missed' && categories.length > 0
        ? [
            findingAt('schedule', row.row, `${year}.${quarter}`, {
              code: 'scheduled-quarter-missed',
              name: row.name,
              year,
              quarter,
            }),
          ]
        : [],
    ),
  );

/**
 * Finds meetings held in a quarter without a mark: one finding for each line and
 * quarter, at its first meeting.
 */
export const meetingsHeldOnPlan: Audit = (_, { schedule }) =>
  schedule.flatMap(({ schedule: row, quarters }) =>
    quarters.flatMap(({ year, quarter, standing, meetings }): readonly Finding[] => {
      const first = meetings[0];
      if (first === undefined) return [];
      if (standing !== 'early' && standing !== 'late' && standing !== 'unplanned') return [];
      const detail = { name: row.name, year, quarter };
      const problem =
        standing === 'early'
          ? ({ code: 'held-early', ...detail } as const)
          : standing === 'late'
            ? ({ code: 'held-late', ...detail } as const)
            : ({ code: 'held-unplanned', ...detail } as const);
      return [findingAt('meetings', first.held.row, 'date', problem)];
    }),
  );

/** Finds marks in quarters that begin after the term of office has ended. */
export const marksWithinTerm: Audit = ({ pledge, schedule }) => {
  const { termEnd } = pledge;
  if (termEnd === null) return [];
  return schedule.flatMap(({ row, name, marks }) =>
    marks
      .filter((mark) => firstDayOfQuarter(mark) > termEnd)
      .map(({ year, quarter }) =>
        findingAt('schedule', row, `${year}.${quarter}`, {
          code: 'mark-after-term',
          name,
          year,
          quarter,
          termEnd,
        }),
      ),
  );
};

/** Finds categories with meetings that no line of the schedule covers: one finding for each category. */
export const categoriesScheduled: Audit = ({ schedule, meetings }) => {
  if (schedule.length === 0) return [];
  const names = new Set(schedule.map(({ name }) => name));
  const told = new Set<string>();
  return findingsOf(meetings, ({ category, held }) => {
    if (category.kind !== 'named' || held.amount === 0 || told.has(category.name)) return null;
    if (category.scheduleRow !== null && names.has(category.scheduleRow)) return null;
    told.add(category.name);
    return findingAt('meetings', held.row, 'category', {
      code: 'category-without-schedule',
      found: category.name,
    });
  });
};

/**
 * Finds lines of the schedule without a category, under which no meeting can ever count. Lines with
 * milestones in words need none.
 */
export const scheduleHasCategories: Audit = ({ indicators }, { schedule }) =>
  (indicators.some(({ kind }) => kind === 'meetings') ? schedule : [])
    .filter(({ schedule: row, categories }) => categories.length === 0 && !hasWords(row))
    .map(({ schedule: row }) =>
      findingAt('schedule', row.row, 'name', { code: 'schedule-without-category', found: row.name }),
    );

/** Fewest quarters with meetings that can show a shift. A single meeting may just have been early. */
const TELLING_QUARTERS = 2;

/**
 * Finds lines of the schedule that look shifted by one cell: none of the quarters with meetings is marked,
 * and all of them would be if the line were moved by one cell.
 */
export const scheduleNotShifted: Audit = (_, { schedule }) =>
  schedule.flatMap(({ schedule: row, quarters }): readonly Finding[] => {
    const heldQuarters = quarters.filter(({ meetings }) => meetings.length > 0);
    const marked = new Set(row.marks.map(quarterNumber));
    if (
      heldQuarters.length < TELLING_QUARTERS ||
      heldQuarters.some((quarter) => marked.has(quarterNumber(quarter)))
    )
      return [];
    const met = (move: number) => heldQuarters.every((quarter) => marked.has(quarterNumber(quarter) - move));
    const direction = met(1) && !met(-1) ? 'left' : met(-1) && !met(1) ? 'right' : null;
    return direction === null
      ? []
      : [
          findingAt('schedule', row.row, 'name', {
            code: 'shifted-schedule-row',
            found: row.name,
            direction,
          }),
        ];
  });
