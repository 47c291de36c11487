import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IsoDate, isoDateFromSerial, periodText, serialOf } from '../../../src/domain/date.ts';
import type { Suggestion } from '../../../src/domain/records.ts';
import {
  newStatusChanges,
  renamedFindings,
  type StatusChange,
  statusAt,
  statusTimelines,
} from '../../../src/domain/suggestions/status-history.ts';
import { HANDLING_STATUSES, type StatusThen } from '../../../src/domain/words.ts';
import { slowdown } from '../../support/processor-time.ts';
import { historyOf, row, statusOn, TODAY } from '../histories.ts';
import { date, period } from '../ledger.ts';

function shown({ seenOn, key, from, to, handledOn }: StatusChange): string {
  return `${seenOn} ${key}: ${from} > ${to} ${handledOn === null ? '' : periodText(handledOn)}`.trim();
}

describe('what a run adds to the history', () => {
  it.each([
    { days: ['01-10: inProgress'], is: ['2024-01-10 A-1: null > inProgress'] },
    { days: ['01-10:'], is: ['2024-01-10 A-1: null > noStatus'] },
    { days: ['01-10: inProgress', '02-10: inProgress'], is: ['2024-01-10 A-1: null > inProgress'] },
    {
      days: ['01-10: inProgress', '02-10: completed 2024-02-01', '02-10: inProgress'],
      is: [
        '2024-01-10 A-1: null > inProgress',
        '2024-02-10 A-1: inProgress > completed 2024-02-01',
        '2024-02-10 A-1: completed > inProgress',
      ],
    },
    {
      days: ['01-10: completed', '02-10: completed 2024-02'],
      is: ['2024-01-10 A-1: null > completed', '2024-02-10 A-1: completed > completed 2024-02'],
    },
  ])('for $days', ({ days, is }) => {
    expect(historyOf(days).map(shown)).toEqual(is);
  });

  it('is one change when a row vanishes, and one when it is back', () => {
    const history = historyOf(['01-10: inProgress']);
    const gone = newStatusChanges([], history, date('2024-02-10'));
    expect(gone.map(shown)).toEqual(['2024-02-10 A-1: inProgress > gone']);
    expect(newStatusChanges([], [...history, ...gone], date('2024-02-20'))).toEqual([]);
    const back = newStatusChanges([row('inProgress')], [...history, ...gone], date('2024-03-10'));
    expect(back.map(shown)).toEqual(['2024-03-10 A-1: gone > inProgress']);
    // The status counts as unchanged in between.
    const all = [...history, ...gone, ...back];
    expect(statusOn('2024-02-20', ['03-10: inProgress'], all)).toBe('inProgress');
  });

  it('is, for rows that share their key, one change that says so', () => {
    const doubled = [row('inProgress'), row('completed'), row('planned', 'B-2')];
    const added = newStatusChanges(doubled, [], TODAY);
    expect(added.map(shown)).toEqual(['2024-12-30 A-1: null > several', '2024-12-30 B-2: null > planned']);
    expect(newStatusChanges(doubled, added, TODAY)).toEqual([]);
    // The status of the remaining row is unknown for the time when there were two.
    const left = newStatusChanges([row('completed'), row('planned', 'B-2')], added, TODAY);
    expect(left.map(shown)).toEqual(['2024-12-30 A-1: several > completed']);
    expect(statusOn('2024-06-01', ['12-30: completed'], [...added, ...left])).toBe('unknownThen');
  });

  it('is nothing the second time, even if a damaged row has a day in the future', () => {
    const [first] = historyOf(['01-10: inProgress']);
    if (first === undefined) throw new Error('no change');
    const damaged = [{ ...first, seenOn: date('2099-01-10'), to: 'planned' as const }, first];
    const added = newStatusChanges([row('completed')], damaged, TODAY);
    expect(added.map(shown)).toEqual(['2024-12-30 A-1: inProgress > completed']);
    expect(newStatusChanges([row('completed')], [...damaged, ...added], TODAY)).toEqual([]);
  });
});

describe('the status at a past date', () => {
  const BEGUN = '01-10: inProgress';
  const UNDATED = [BEGUN, '02-20: completed'];
  const DATED = [BEGUN, '02-20: completed 2024-02-15'];
  const CASES: readonly { days: readonly string[]; asOf: string; is: StatusThen; why: string }[] = [
    { days: UNDATED, asOf: '2024-02-19', is: 'inProgress', why: 'the change was seen only later' },
    { days: UNDATED, asOf: '2024-02-20', is: 'completed', why: 'a change counts on the day it is seen' },
    { days: UNDATED, asOf: '2023-12-31', is: 'inProgress', why: 'the row named no day for it' },
    { days: DATED, asOf: '2024-02-14', is: 'inProgress', why: 'the day of handling is later' },
    { days: DATED, asOf: '2024-02-15', is: 'completed', why: 'typed late, it counts from its day' },
    {
      days: ['01-10: inProgress 2023-11-01', '02-20: completed 2024-02-15'],
      asOf: '2023-10-31',
      is: 'unknownThen',
      why: 'nobody knows what it was before the first status seen',
    },
    {
      days: ['01-10: inProgress 2024-01-05', '02-20: completed 2024-01-05'],
      asOf: '2024-01-31',
      is: 'inProgress',
      why: 'the day of handling was there before the status changed, so it is not its day',
    },
    {
      days: [BEGUN, '02-20: completed 2024-02'],
      asOf: '2024-02-10',
      is: 'unknownThen',
      why: 'it changed on some day of the month',
    },
    { days: [BEGUN, '03-20: completed 2024-02'], asOf: '2024-01-31', is: 'inProgress', why: 'before it' },
    { days: [BEGUN, '03-20: completed 2024-02'], asOf: '2024-02-29', is: 'completed', why: 'after it' },
    {
      days: [BEGUN, '02-20: completed', '02-20: transferred', '03-20: transferred'],
      asOf: '2024-02-20',
      is: 'transferred',
      why: 'the last of a day stands',
    },
    {
      days: [BEGUN, '02-20: completed', '02-20: transferred'],
      asOf: '2024-02-19',
      is: 'inProgress',
      why: 'before all changes of that day',
    },
    {
      days: ['01-10: inProgress', '03-10: completed 2024-02-15', '03-20: completed 2024-03-10'],
      asOf: '2024-03-01',
      is: 'inProgress',
      why: 'its day was corrected to the one on which it was seen',
    },
    {
      days: ['01-10: inProgress', '03-10: completed 2024-02-15', '03-20: completed 2024-03-01'],
      asOf: '2024-02-20',
      is: 'inProgress',
      why: 'its day was corrected to a later one, before it was seen',
    },
    {
      days: ['01-10: inProgress', '03-10: completed', '04-20: completed 2024-03'],
      asOf: '2024-03-15',
      is: 'completed',
      why: 'some day of a month in which it had been seen to be so is one before that',
    },
    {
      days: [BEGUN, '02-20: completed', '03-10: completed 2024-02-15'],
      asOf: '2024-02-17',
      is: 'completed',
      why: 'its day was filled in later',
    },
    {
      days: [BEGUN, '02-20: completed', '03-10: completed 2024-02-15', '04-10: transferred 2024-04-01'],
      asOf: '2024-02-17',
      is: 'completed',
      why: 'that it was filled in is known after the next change too',
    },
    {
      days: [BEGUN, '02-20: inProgress 2024-02-15'],
      asOf: '2024-01-31',
      is: 'inProgress',
      why: 'a day without a change of status makes nothing unknown that was seen before',
    },
    {
      days: ['01-10: completed 2024-01-05', '03-10: completed 2024-03-05'],
      asOf: '2024-01-31',
      is: 'completed',
      why: 'it had been seen completed',
    },
    {
      days: ['01-10: completed', '03-10: completed 2023-12-20'],
      asOf: '2023-11-30',
      is: 'unknownThen',
      why: 'now the row says when it began',
    },
    {
      days: [BEGUN, '02-20: completed 2024-12-01', '03-01: completed 2024-02-25'],
      asOf: '2024-02-28',
      is: 'completed',
      why: 'a day typed wrong was put right',
    },
    {
      days: [BEGUN, '02-20: completed 2024-02-15', '02-25: completed'],
      asOf: '2024-02-17',
      is: 'completed',
      why: 'the day was known once',
    },
    {
      days: ['01-10: inProgress 2024-01-05', '02-20: completed 2024-02-15', '02-25: inProgress 2024-01-05'],
      asOf: '2024-02-22',
      is: 'inProgress',
      why: 'taken back, with the day of the status before',
    },
    {
      days: [BEGUN, '02-20: completed', '03-10: transferred 2024-02-10'],
      asOf: '2024-02-15',
      is: 'transferred',
      why: 'what was written last is believed first',
    },
  ];

  it.each(CASES)('$asOf after $days is $is: $why', ({ days, asOf, is }) => {
    expect(statusOn(asOf, days)).toBe(is);
  });

  it.each(CASES)('$asOf after $days is the same after somebody has sorted the tab', ({ days, asOf, is }) => {
    // Sorting in Sheets keeps the order of rows of one day.
    const sorted = historyOf(days).toSorted((a, b) =>
      a.seenOn < b.seenOn ? 1 : a.seenOn > b.seenOn ? -1 : 0,
    );
    expect(statusOn(asOf, days, sorted)).toBe(is);
  });

  it('includes the change that this run sees and has not written yet', () => {
    const now = row('completed');
    const timelines = statusTimelines([now], historyOf(['01-10: inProgress']), date('2024-04-02'));
    expect(statusAt(now, date('2024-04-01'), timelines)).toBe('inProgress');
    expect(statusAt(now, date('2024-04-02'), timelines)).toBe('completed');
  });

  it('comes only from the row if rows share their key', () => {
    const rows = [row('completed 2024-02-15'), row('planned')];
    const timelines = statusTimelines(rows, historyOf(['01-10: inProgress']), TODAY);
    expect(rows.map((item) => statusAt(item, date('2024-01-31'), timelines))).toEqual([
      'unknownThen',
      'planned',
    ]);
  });

  const DAYS = ['01-10: inProgress', '02-20: underReview', '03-20: planned', '04-20: completed'];
  it.each([
    { missing: 0, asOf: '2024-01-31', is: 'unknownThen' },
    { missing: 0, asOf: '2024-02-29', is: 'underReview' },
    { missing: 1, asOf: '2024-01-31', is: 'unknownThen' },
    { missing: 1, asOf: '2024-02-29', is: 'unknownThen' },
    { missing: 2, asOf: '2024-02-10', is: 'inProgress' },
    { missing: 2, asOf: '2024-03-31', is: 'unknownThen' },
    { missing: 2, asOf: '2024-04-30', is: 'completed' },
  ])('$asOf is $is when row $missing of the history is gone', ({ missing, asOf, is }) => {
    const history = historyOf(DAYS).filter((_, index) => index !== missing);
    expect(statusOn(asOf, DAYS, history)).toBe(is);
  });

  it('is not affected by a row of the history that is there twice', () => {
    const history = historyOf(DAYS).flatMap((change) => [change, change]);
    expect(statusOn('2024-02-29', DAYS, history)).toBe('underReview');
  });
});

const dayOf2024 = fc.integer({ min: 0, max: 364 }).map((day) => {
  const found = isoDateFromSerial(serialOf(date('2024-01-01')) + day);
  if (found === null) throw new Error('no day');
  return found;
});
const anyStatus = fc.constantFrom(...HANDLING_STATUSES, null);

describe('any course of a suggestion', () => {
  it('keeps for each day of a run the status that its row had on that day', () => {
    const step = fc.record({ on: dayOf2024, status: anyStatus, isDated: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.array(dayOf2024, { maxLength: 8 }),
        (steps, looks) => {
          const course = steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
          const rowOn = (day: IsoDate): Suggestion => {
            const last = course.filter(({ on }) => on <= day).at(-1);
            const dated = course.filter(({ on, isDated }) => on <= day && isDated).at(-1);
            return {
              ...row(''),
              status: last?.status ?? null,
              handledOn: dated === undefined ? null : period(dated.on),
            };
          };
          const history: StatusChange[] = [];
          const days = [...new Set([...looks, ...course.map(({ on }) => on)])].toSorted();
          for (const day of days) history.push(...newStatusChanges([rowOn(day)], history, day));
          const now = rowOn(TODAY);
          const timelines = statusTimelines([now], history, TODAY);
          for (const day of days) expect(statusAt(now, day, timelines)).toBe(rowOn(day).status ?? 'noStatus');
        },
      ),
    );
  });

  it('comes only from its row while there is no history', () => {
    const handled = fc.option(fc.constantFrom('2024', '2024-03', '2024-03-10', '2023-05-01').map(period));
    fc.assert(
      fc.property(anyStatus, handled, dayOf2024, dayOf2024, (status, handledOn, asOf, today) => {
        const now = { ...row(''), status, handledOn };
        expect(statusAt(now, asOf, statusTimelines([now], [], today))).toBe(statusAt(now, asOf));
      }),
    );
  });
});

describe('a row whose number was changed', () => {
  const signed = (state: string, key: string, signs: readonly string[]) => ({
    ...row(state, key),
    signs: () => signs,
  });
  /** What runs on these days saw: `01-10: A-1`, `02-20: B-1 C-1`. Every row has the signs given for its key. */
  const seenOn = (days: readonly string[], signs: Readonly<Record<string, readonly string[]>>) => {
    const history: StatusChange[] = [];
    let rows: readonly Suggestion[] = [];
    for (const text of days) {
      const [day = '', ...keys] = text.split(/:? |:$/).filter((part) => part !== '');
      rows = keys.map((key) => signed('inProgress', key, signs[key] ?? []));
      history.push(...newStatusChanges(rows, history, date(`2024-${day}`)));
    }
    return { rows, history };
  };
  const SAME = { 'A-1': ['#a'], 'B-1': ['#a'] };

  it.each<
    [
      string,
      readonly string[],
      Readonly<Record<string, readonly string[]>>,
      string,
      readonly (string | number)[],
    ]
  >([
    ['since the date asked for', ['01-10: A-1', '02-20: B-1'], SAME, '2024-01-31', [1, '2024-02-20']],
    ['on the date asked for', ['01-10: A-1', '02-20: B-1'], SAME, '2024-02-20', []],
    ['before the date asked for', ['01-10: A-1', '02-20: B-1'], SAME, '2024-02-21', []],
    ['in the run of today', ['01-10: A-1', '12-30: B-1'], SAME, '2024-12-30', [1, '2024-12-30']],
    [
      'and a run between saw neither',
      ['01-10: A-1', '02-20:', '03-20: B-1'],
      SAME,
      '2024-01-31',
      [1, '2024-03-20'],
    ],
    [
      'not, as the other row was still there beside it',
      ['01-10: A-1', '02-20: A-1 B-1', '03-20: B-1'],
      SAME,
      '2024-01-31',
      [],
    ],
    ['not, as both were first seen in one run', ['01-10: A-1 B-1', '02-20: B-1'], SAME, '2024-01-05', []],
    [
      'not, as the text is another',
      ['01-10: A-1', '02-20: B-1'],
      { 'A-1': ['#a'], 'B-1': ['#b'] },
      '2024-01-31',
      [],
    ],
    [
      'perhaps, as nobody kept the text',
      ['01-10: A-1', '02-20: B-1'],
      { 'B-1': ['#b'] },
      '2024-01-31',
      [1, '2024-02-20'],
    ],
    [
      'not, as nobody kept the text and it came in another run',
      ['01-10: A-1', '02-20:', '03-20: B-1'],
      {},
      '2024-01-31',
      [],
    ],
    [
      'and others after it: the last of these days is told',
      ['01-10: A-1 A-2', '02-20: A-2 B-1', '03-20: B-1 B-2'],
      { ...SAME, 'A-2': ['#c'], 'B-2': ['#c'] },
      '2024-01-31',
      [2, '2024-03-20'],
    ],
    [
      'and others before it: the last of these days is told',
      ['01-10: A-1 A-2', '02-20: A-2 B-1', '03-20: B-2 B-1'],
      { ...SAME, 'A-2': ['#c'], 'B-2': ['#c'] },
      '2024-01-31',
      [2, '2024-03-20'],
    ],
  ])('%s', (_case, days, signs, asOf, told) => {
    const { rows, history } = seenOn(days, signs);
    const findings = renamedFindings(rows, history, { asOf: date(asOf), today: TODAY });
    expect(
      findings.flatMap(({ problem }) =>
        problem.code === 'suggestions-renamed' ? [problem.rows, problem.firstSeen] : [],
      ),
    ).toEqual(told);
  });

  it('has no known status before the run that first saw it so, and then its own', () => {
    const { rows, history } = seenOn(['01-10: A-1', '02-20: B-1'], SAME);
    const [now = row('')] = rows;
    const timelines = statusTimelines(rows, history, TODAY);
    expect(statusAt(now, date('2024-02-19'), timelines)).toBe('unknownThen');
    expect(statusAt(now, date('2024-02-20'), timelines)).toBe('inProgress');
  });
});

it('takes time in proportion to the rows: 10,000 suggestions with 50,000 changes', () => {
  const STATUSES = ['planned', 'inProgress', 'planned', 'inProgress', 'completed'] as const;
  const reckon = (suggestions: number) => {
    const rows = Array.from({ length: suggestions }, (_, index) => row('completed', `N-${index}`));
    const history = rows.flatMap(({ key }) =>
      STATUSES.map(
        (to, index): StatusChange => ({
          key,
          seenOn: date(`2024-0${index + 1}-10`),
          from: STATUSES[index - 1] ?? null,
          to,
          handledOn: null,
          signs: [],
        }),
      ),
    );
    statusTimelines(rows, history, TODAY);
    expect(newStatusChanges(rows, history, TODAY)).toEqual([]);
  };
  expect(slowdown(reckon, 200, 10_000)).toBeLessThan(10);
});

it.each([
  ['signed', ['#0a0a0a0a']],
  ['of earlier versions, without signs', []],
])('takes time in proportion to the missing rows that share a text: 20,000 %s', (_, signs) => {
  const seen = (key: string): StatusChange => ({
    key,
    seenOn: date('2024-01-10'),
    from: null,
    to: 'planned',
    handledOn: null,
    signs,
  });
  const reckon = (suggestions: number) => {
    const numbers = [...Array(suggestions).keys()];
    // The run that saw the old numbers for the last time saw the new ones for the first.
    const history = numbers.flatMap((number) => [seen(`old ${number}`), seen(`new ${number}`)]);
    const rows = numbers.map((number) => ({ ...row('planned', `new ${number}`), signs: () => signs }));
    expect(statusTimelines(rows, history, TODAY).size).toBe(suggestions);
  };
  expect(slowdown(reckon, 400, 20_000)).toBeLessThan(10);
});
