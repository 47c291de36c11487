/** Checks of the rows of the meeting log, on their own and against each other. */
import { yearOf } from '../date.ts';
import type { Finding } from '../finding.ts';
import { type Group, groupBy } from '../grouping.ts';
import type { Meeting } from '../records.ts';
import { type Audit, findingAt, findingsOf } from './check.ts';

/**
 * Finds meetings on the same day with the same category and place: possibly one meeting entered
 * twice. Both are counted.
 */
export const meetingsNotDoubled: Audit = ({ meetings }) => {
  const dated = (meetings ?? []).filter(({ date, held }) => date.precision === 'day' && held.amount > 0);
  return groupsOf(dated, ({ date }) => date.first)
    .flatMap((ofDay) => groupsOf(ofDay, ({ category }) => category.name))
    .flatMap((ofCategory) => groupsOf(ofCategory, ({ place }) => place))
    .flatMap(([first, ...others]) =>
      others.map(({ held }) =>
        findingAt('meetings', held.row, 'date', { code: 'doubled-meeting', firstRow: first.held.row }),
      ),
    );
};

/** The groups of at least two meetings with the same key. */
function groupsOf(
  meetings: readonly Meeting[],
  keyOf: (meeting: Meeting) => unknown,
): readonly Group<Meeting>[] {
  return [...groupBy(meetings, keyOf).values()].filter(({ length }) => length > 1);
}

/** Finds rows that name people met but count no meeting. */
export const peopleMetInMeetings: Audit = ({ meetings }) =>
  findingsOf(meetings, ({ held, groups, attendees }) => {
    const people = attendees?.amount ?? groups?.amount ?? 0;
    return held.amount > 0 || people === 0
      ? null
      : findingAt('meetings', held.row, 'times', { code: 'people-without-meeting', people });
  });

/** Finds rows with more sites visited than visits counted: one of the two is counted in the other's unit. */
export const sitesWithinMeetings: Audit = ({ meetings }) =>
  findingsOf(meetings, ({ held, groups, groupsAreSites }) =>
    groups === null || !groupsAreSites || groups.amount <= held.amount
      ? null
      : findingAt('meetings', held.row, 'times', {
          code: 'more-sites-than-meetings',
          sites: groups.amount,
          held: held.amount,
        }),
  );

/** Finds meetings whose text names a day of another year than the one they count in. */
export const textNamesSameYear: Audit = ({ meetings }) =>
  findingsOf(meetings, ({ date, yearsNamed, held }) => {
    if (yearsNamed.length === 0) return null;
    const year = yearOf(date.first);
    const other = yearsNamed.find((named) => named !== year);
    return other === undefined
      ? null
      : findingAt('meetings', held.row, 'content', { code: 'text-names-another-year', year, named: other });
  });

/** Below this, equal totals are likely to be chance. */
const TELLING_TOTAL = 10;

/** Finds two successive years with the same number of meetings in every category. */
export const meetingsNotCopied: Audit = (_, { meetings }) => {
  if (meetings === null) return [];
  const byYear = groupBy(meetings.categories, ({ year }) => year);
  return meetings.years.flatMap(({ year, achieved }): readonly Finding[] => {
    const now = byYear.get(year);
    const before = byYear.get(year - 1);
    if (now === undefined || before === undefined || (achieved.value ?? 0) < TELLING_TOTAL) return [];
    const same = now.every(({ category, held: figure }) => {
      const earlier = before.find((row) => row.category === category);
      return (earlier?.held.value ?? null) === figure.value;
    });
    const [first] = now.find((row) => row.meetings.length > 0)?.meetings ?? [];
    return same && now.filter((row) => row.held.value !== null).length > 1
      ? [
          findingAt('meetings', first?.held.row ?? null, 'times', {
            code: 'copied-meetings',
            year,
            yearBefore: year - 1,
            total: achieved.value ?? 0,
          }),
        ]
      : [];
  });
};
