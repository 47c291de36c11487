import { describe, expect, it } from 'vitest';
import type { YearQuarter } from '../../../src/domain/date.ts';
import type { Category, ScheduleRow } from '../../../src/domain/records.ts';
import { type ScheduleLine, scheduleLines, unscheduledLines } from '../../../src/domain/schedule/schedule.ts';
import { category, date, meetings } from '../ledger.ts';

const TEA: Category = { ...category('tea'), scheduleRow: 'tea line' };
const OTHER: Category = { ...category('other'), scheduleRow: 'other line' };
const UNSCHEDULED = category('unscheduled');
const CARRIED_OVER = category('carried over', 'openingBalance');
const CATEGORIES = [TEA, OTHER, UNSCHEDULED, CARRIED_OVER];

/** Marks written `2023.4 2024.1`. */
function marks(text: string): readonly YearQuarter[] {
  return text
    .split(' ')
    .filter((mark) => mark !== '')
    .map((mark) => {
      const [year, quarter] = mark.split('.').map(Number);
      if (quarter !== 1 && quarter !== 2 && quarter !== 3 && quarter !== 4)
        throw new Error(`no quarter: ${mark}`);
      return { year: year ?? 0, quarter };
    });
}

/** The schedule line of the tea meetings. `held` is written `2024-02-01 tea 2, 2023 carried over 39`. */
function teaLine(marked: string, held: string, asOf: string): ScheduleLine {
  const table = held
    .split(', ')
    .filter((meeting) => meeting !== '')
    .map((meeting) => {
      const [, when = '', name = '', times = '1'] = /^(\S+) (\D+?)(?: (\d+))?$/.exec(meeting) ?? [];
      return `${when} | ${name} | ${times}`;
    })
    .join('\n');
  const schedule = [{ row: 3, pledge: '', name: 'tea line', marks: marks(marked) }];
  const [line] = scheduleLines(
    schedule,
    CATEGORIES,
    meetings(CATEGORIES, table),
    [2023, 2024],
    date(asOf),
    true,
  );
  if (line === undefined) throw new Error('no line');
  return line;
}

/** The quarters with a standing, a mark or meetings: `2024.1 early 1`. */
function standings({ quarters }: ScheduleLine): string {
  return quarters
    .filter(({ standing, planned, held }) => standing !== null || planned || held.value !== null)
    .map(
      ({ year, quarter, standing, held }) =>
        `${year}.${quarter} ${standing ?? 'nothing'} ${held.value ?? '?'}`,
    )
    .join(', ');
}

describe('how a quarter of the schedule went', () => {
  it.each([
    ['held in the marked quarter', '2024.1', '2024-02-01 tea', '2024-12-31', '2024.1 onPlan 1'],
    ['held on the first day of it', '2024.2', '2024-04-01 tea', '2024-12-31', '2024.2 onPlan 1'],
    ['held on the last day of it', '2024.2', '2024-06-30 tea', '2024-12-31', '2024.2 onPlan 1'],
    ['held already, before the quarter is over', '2024.1', '2024-02-01 tea', '2024-02-02', '2024.1 onPlan 1'],
    ['known by the month', '2024.1', '2024-03 tea 3', '2024-12-31', '2024.1 onPlan 3'],
    ['held twice in it', '2024.1', '2024-01-05 tea, 2024-03 tea 2', '2024-12-31', '2024.1 onPlan 3'],
    [
      'held before the mark of its year',
      '2024.4',
      '2024-02-01 tea',
      '2024-03-31',
      '2024.1 early 1, 2024.4 moved ?',
    ],
    [
      'the mark that was met early is not missed later',
      '2024.4',
      '2024-02-01 tea',
      '2024-12-31',
      '2024.1 early 1, 2024.4 moved ?',
    ],
    [
      'held after the mark of its year',
      '2024.1',
      '2024-05-01 tea',
      '2024-12-31',
      '2024.1 moved ?, 2024.2 late 1',
    ],
    [
      'the mark before it, where there is one before and one after',
      '2024.1 2024.4',
      '2024-08-01 tea',
      '2024-12-31',
      '2024.1 moved ?, 2024.3 late 1, 2024.4 missed ?',
    ],
    [
      'the nearest of the marks before it',
      '2024.1 2024.2',
      '2024-08-01 tea',
      '2024-12-31',
      '2024.1 missed ?, 2024.2 moved ?, 2024.3 late 1',
    ],
    [
      'one mark is not met by two quarters',
      '2024.1',
      '2024-05-01 tea, 2024-08-01 tea',
      '2024-12-31',
      '2024.1 moved ?, 2024.2 late 1, 2024.3 unplanned 1',
    ],
    [
      'a mark that was met in its own quarter is not met again',
      '2024.1',
      '2024-01-05 tea, 2024-05-01 tea',
      '2024-12-31',
      '2024.1 onPlan 1, 2024.2 unplanned 1',
    ],
    [
      'a mark that was missed is not met by a meeting of another mark',
      '2024.1 2024.2 2024.4',
      '2024-05-01 tea',
      '2024-12-31',
      '2024.1 missed ?, 2024.2 onPlan 1, 2024.4 missed ?',
    ],
    [
      'held in a year without marks',
      '2023.4',
      '2024-05-01 tea',
      '2024-12-31',
      '2023.4 missed ?, 2024.2 unplanned 1',
    ],
    [
      'the mark of another year is not met',
      '2023.4',
      '2024-01-05 tea',
      '2024-12-31',
      '2023.4 missed ?, 2024.1 unplanned 1',
    ],
    ['not held, and the quarter is over', '2024.1', '', '2024-03-31', '2024.1 missed ?'],
    ['not held, on the day before the quarter is over', '2024.1', '', '2024-03-30', '2024.1 due ?'],
    ['a zero is not a meeting', '2024.1', '2024-03 tea 0', '2024-03-31', '2024.1 missed 0'],
    [
      'only the year of a meeting is known',
      '2023.1 2023.3',
      '2023 tea 21',
      '2024-12-31',
      '2023.1 undecidable ?, 2023.3 undecidable ?',
    ],
    [
      'only the year is known, and a mark of it is still to come',
      '2024.1 2024.4',
      '2024 tea',
      '2024-06-30',
      '2024.1 undecidable ?, 2024.4 due ?',
    ],
    [
      'a sum was carried over into the year',
      '2023.3',
      '2023 carried over 39',
      '2024-12-31',
      '2023.3 undecidable ?',
    ],
    [
      'a sum was carried over into the year, and somebody has put a day beside it',
      '2023.3',
      '2023-09-01 carried over 39',
      '2024-12-31',
      '2023.3 undecidable ?',
    ],
    ['a sum of nothing was carried over', '2023.3', '2023 carried over 0', '2024-12-31', '2023.3 missed ?'],
    [
      'a sum was carried over into another year',
      '2024.1',
      '2023 carried over 39',
      '2024-12-31',
      '2024.1 missed ?',
    ],
    [
      'held on plan in a year of which not every day is known',
      '2023.1 2023.3',
      '2023-02-01 tea, 2023 tea 5',
      '2024-12-31',
      '2023.1 onPlan 1, 2023.3 undecidable ?',
    ],
    [
      'only the year of another line’s meeting is known',
      '2024.1',
      '2024 other',
      '2024-12-31',
      '2024.1 missed ?',
    ],
    ['a meeting of another line', '2024.1', '2024-01-05 other', '2024-12-31', '2024.1 missed ?'],
    [
      'a meeting of a category without a line',
      '2024.1',
      '2024-01-05 unscheduled',
      '2024-12-31',
      '2024.1 missed ?',
    ],
    ['neither planned nor held', '', '', '2024-12-31', ''],
  ])('%s: marked %s, held %s, as of %s', (_, marked, held, asOf, expected) => {
    expect(standings(teaLine(marked, held, asOf))).toBe(expected);
  });

  it('shows four quarters of every year, in order', () => {
    const { quarters } = teaLine('', '', '2024-12-31');
    expect(quarters.map(({ year, quarter }) => `${year}.${quarter}`)).toEqual(
      [2023, 2024].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}.${quarter}`)),
    );
  });

  it('names the categories of the line', () => {
    expect(teaLine('', '', '2024-12-31').categories).toEqual([TEA]);
  });
});

describe('a meeting in a quarter without a mark', () => {
  it.each<[string, NonNullable<ScheduleRow['words']>, string]>([
    [
      'is on plan where the line says something for its year',
      [{ year: 2024, quarter: null, text: '수시' }],
      'onPlan',
    ],
    [
      'is not where it says that for another year',
      [{ year: 2023, quarter: null, text: '수시' }],
      'unplanned',
    ],
    [
      'is not where it says that for another quarter',
      [{ year: 2024, quarter: 3, text: '설계' }],
      'unplanned',
    ],
    ['is not where it says nothing', [], 'unplanned'],
  ])('%s', (_case, words, standing) => {
    const row = { row: 3, pledge: '', name: 'tea line', marks: [], words };
    const held = meetings(CATEGORIES, '2024-02-01 | tea | 1');
    const [line] = scheduleLines([row], CATEGORIES, held, [2024], date('2024-12-31'), true);
    expect(line?.quarters[0]).toMatchObject({ quarter: 1, planned: false, standing });
  });
});

describe('the sum of meetings under a line', () => {
  it.each([
    ['every meeting, also those of an unknown quarter', '2023 tea 21, 2024-02-01 tea 2', 23],
    ['unknown where there is no row', '', null],
    ['nothing of other lines', '2024-02-01 other 5', null],
  ])('is %s', (_, held, expected) => {
    expect(teaLine('2024.1', held, '2024-12-31').held.value).toBe(expected);
  });
});

describe('meetings that no line of the schedule covers', () => {
  const FORMER: Category = { ...category('former'), scheduleRow: 'line that is gone' };
  const UNCATEGORISED = category('uncategorised', 'uncategorised');
  const all = [...CATEGORIES, FORMER, UNCATEGORISED];
  const linesOf = (held: string) => {
    const schedule = [{ row: 3, pledge: '', name: 'tea line', marks: marks('2024.1') }];
    return unscheduledLines(schedule, meetings(all, held), [2023, 2024], date('2024-12-31'));
  };

  it.each([
    ['of a category without a line', '2024-02-01 | unscheduled | 2', 'unscheduled: 2024.1 unplanned 2'],
    ['of a category whose line is gone', '2024-05-01 | former', 'former: 2024.2 unplanned 1'],
    ['of a category of the schedule', '2024-02-01 | tea', ''],
    ['without a category', '2024-02-01 | uncategorised', ''],
    ['a sum that was carried over', '2023 | carried over | 39', ''],
    ['of which only the year is known', '2023 | unscheduled | 4', 'unscheduled: '],
  ])('%s: %s', (_, held, expected) => {
    expect(
      linesOf(held)
        .map((line) => `${line.schedule.name}: ${standings(line)}`)
        .join('\n'),
    ).toBe(expected);
  });

  it('make a line for each category, without a row and marks', () => {
    const [first, second] = linesOf(
      '2024-02-01 | unscheduled\n2024-05-01 | former\n2024-08-01 | unscheduled',
    );
    expect(first).toMatchObject({
      schedule: { row: null, name: 'unscheduled', marks: [] },
      categories: [UNSCHEDULED],
      held: { value: 2 },
    });
    expect(second).toMatchObject({ schedule: { name: 'former' }, categories: [FORMER], held: { value: 1 } });
  });
});
