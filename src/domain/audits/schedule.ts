/** The schedule against what was held, and against the term of office. */
import { firstDayOfQuarter, quarterNumber, yearOf } from '../date.ts';
import type { Finding } from '../finding.ts';
import { hasWords } from '../schedule/schedule.ts';
import { type Audit, findingAt, findingsOf } from './check.ts';

/** A marked quarter that is over and in which nothing was held. */
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

/** Meetings held in a quarter without a mark: once for each line and quarter, at its first meeting. */
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

/** Marks in quarters that begin after the term of office has ended. */
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

/** Categories that were held and stand in no line of the schedule. */
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

/** Lines of the schedule that no category belongs to: nothing can ever be held under them. One of milestones in words needs none. */
export const scheduleHasCategories: Audit = ({ indicators }, { schedule }) =>
  (indicators.some(({ kind }) => kind === 'meetings') ? schedule : [])
    .filter(({ schedule: row, categories }) => categories.length === 0 && !hasWords(row))
    .map(({ schedule: row }) =>
      findingAt('schedule', row.row, 'name', { code: 'schedule-without-category', found: row.name }),
    );

/** One quarter alone tells nothing: its meeting may just have been early. */
const TELLING_QUARTERS = 2;

/**
 * A line of the schedule that looks moved by one cell: not one of the quarters in which its meetings were held is marked, and
 * all of them would be if the line stood one cell further.
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

/** A meeting whose own text names a day of another year than the one it is counted in. */
export const textNamesSameYear: Audit = ({ meetings }) =>
  findingsOf(meetings, ({ date, yearsNamed, held }) => {
    if (yearsNamed.length === 0) return null;
    const year = yearOf(date.first);
    const other = yearsNamed.find((named) => named !== year);
    return other === undefined
      ? null
      : findingAt('meetings', held.row, 'content', { code: 'text-names-another-year', year, named: other });
  });
