import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBefore, daysBetween, lastDayOfYear, type Period } from '../../../src/domain/date.ts';
import type { Indicator } from '../../../src/domain/indicators/indicator.ts';
import { progressOf } from '../../../src/domain/indicators/progress.ts';
import { meetingReport } from '../../../src/domain/meetings.ts';
import type { Pledge } from '../../../src/domain/records.ts';
import { entriesOfMeetings, type Outlook, outlook } from '../../../src/domain/schedule/outlook.ts';
import { category, date, indicator, meetings, period, pledge, results, targets } from '../ledger.ts';

const TEA = category('tea');
const CARRIED_OVER = category('carried over', 'openingBalance');
const CATEGORIES = [TEA, CARRIED_OVER];

interface Given {
  /** For example `2022 20, 2026 200`. */
  readonly plan?: string;
  /** For example `2022 39, 2024-03-05 2`. */
  readonly held?: string;
  /** Amounts carried over (이월), in the same form. */
  readonly carriedOver?: string;
  readonly asOf: string;
  readonly pledge?: Partial<Pledge>;
  /** The stated final target, if any. */
  readonly target?: number;
}

function outlookOf({
  plan = '2024 10',
  held = '',
  carriedOver = '',
  asOf,
  pledge: stated = {},
  target,
}: Given): Outlook {
  const rows = (text: string, column: string) =>
    text
      .split(', ')
      .filter((item) => item !== '')
      .map((item) => item.replace(' ', column))
      .join('\n');
  const given = pledge({ startYear: 2022, endYear: 2026, ...stated });
  const held_ = meetings(
    CATEGORIES,
    [rows(held, ' | tea | '), rows(carriedOver, ' | carried over | ')]
      .filter((text) => text !== '')
      .join('\n'),
  );
  const day = date(asOf);
  const report = meetingReport(
    indicator({ target: target ?? null }),
    held_,
    targets(rows(plan, ' | ')),
    CATEGORIES,
    { years: [2022, 2023, 2024, 2025, 2026], asOf: day, precision: given.ratePrecision },
  );
  return outlook(entriesOfMeetings(held_), report, given, day);
}

/** @param at 0 for the first day of the period, 1 for the last. */
function dayWithin({ first, last }: Period, at: number): string {
  return daysBefore(last, Math.round(daysBetween(first, last) * (1 - at))) ?? last;
}

describe('when a target was met', () => {
  const metOn = (plan: string, held: string) =>
    outlookOf({ plan, held, asOf: '2024-12-31' }).targetsMet.map(({ year, metOn: when }) =>
      when === null ? `${year} not yet` : `${year} ${when.first}~${when.last} ${when.precision}`,
    );

  it.each([
    [
      'on the day of the meeting that reached it',
      '2024 3',
      '2024-01-05 2, 2024-02-06 1, 2024-03-07 1',
      '2024 2024-02-06~2024-02-06 day',
    ],
    [
      'whatever the order of the rows',
      '2024 3',
      '2024-03-07 1, 2024-02-06 1, 2024-01-05 2',
      '2024 2024-02-06~2024-02-06 day',
    ],
    ['in the month that is known', '2024 3', '2024-01-05 2, 2024-02 5', '2024 2024-02-01~2024-02-29 month'],
    ['in the year, where no more is known', '2022 20', '2022 39', '2022 2022-01-01~2022-12-31 year'],
    ['years before it was due', '2026 20', '2022 39', '2026 2022-01-01~2022-12-31 year'],
    ['not yet', '2024 40', '2022 39', '2024 not yet'],
    ['exactly', '2024 39', '2022 39', '2024 2022-01-01~2022-12-31 year'],
    ['after it was due', '2022 3', '2022-05-01 2, 2023-05-01 1', '2022 2023-05-01~2023-05-01 day'],
    [
      'in the year only, where meetings of unknown days may have come first',
      '2023 10',
      '2023 10, 2023-05-01 10',
      '2023 2023-01-01~2023-12-31 year',
    ],
    [
      'in the month only, where meetings of unknown days may have come first',
      '2023 3',
      '2023-05 3, 2023-05-20 3',
      '2023 2023-05-01~2023-05-31 month',
    ],
    [
      'on the day, where those of unknown days change nothing',
      '2023 10',
      '2023-02-01 10, 2023-03 5',
      '2023 2023-02-01~2023-02-01 day',
    ],
    [
      'between days of two years, where a correction of an unknown day may have come before or after',
      '2024 25',
      '2023-06-01 30, 2024 -10, 2024-05-01 10',
      '2024 2023-06-01~2024-05-01 between',
    ],
    [
      'between days of two years, whatever the order of the rows',
      '2024 25',
      '2024-05-01 10, 2024 -10, 2023-06-01 30',
      '2024 2023-06-01~2024-05-01 between',
    ],
    [
      'in the year, where a correction of an unknown day may have come between two meetings of it',
      '2024 25',
      '2024-02-01 30, 2024 -10, 2024-05-01 10',
      '2024 2024-01-01~2024-12-31 year',
    ],
    [
      'in the month, where a correction of an unknown day may have come between two meetings of it',
      '2024 25',
      '2024-05-02 30, 2024-05 -10, 2024-05-20 10',
      '2024 2024-05-01~2024-05-31 month',
    ],
    [
      'as late as the last addition that a correction may have come before, though both are of unknown days',
      '2024 25',
      '2023-06-01 30, 2024 -10, 2024 10',
      '2024 2023-06-01~2024-12-31 between',
    ],
    [
      'on the day, where a correction of an unknown day leaves enough',
      '2024 15',
      '2023-06-01 30, 2024 -10, 2024-05-01 10',
      '2024 2023-06-01~2023-06-01 day',
    ],
    [
      'not by a row that says nought',
      '2024 3',
      '2024-01-05 3, 2024-02-06 0',
      '2024 2024-01-05~2024-01-05 day',
    ],
  ])('%s: planned %s, held %s', (_, plan, held, expected) => {
    expect(metOn(plan, held)).toEqual([expected]);
  });

  it('is never a day outside what is said, on whichever days the meetings were', () => {
    const entry = fc.record({
      when: fc.constantFrom('2022', '2022-12', '2022-12-05', '2023', '2023-01', '2023-02-14', '2023-07-01'),
      held: fc.constantFrom(-7, -3, 4, 6, 10),
      /** Where in its month or year the meeting was in truth: 0 the first day, 1 the last. */
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const when = (held: readonly string[]) =>
      outlookOf({ plan: '2024 8', held: held.join(', '), asOf: '2024-12-31' }).targetsMet[0]?.metOn ?? null;
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const said = when(entries.map((one) => `${one.when} ${one.held}`));
        const inTruth = when(entries.map((one) => `${dayWithin(period(one.when), one.at)} ${one.held}`));
        expect(said === null).toBe(inTruth === null);
        if (said === null || inTruth === null) return;
        expect(said.first <= inTruth.first && inTruth.last <= said.last).toBe(true);
      }),
    );
  });

  it('says nothing of years without a target, nor of a target of nought', () => {
    expect(metOn('2022 0, 2024 3', '2024-01-05 3').map((text) => text.slice(0, 4))).toEqual(['2024']);
  });
});

describe('what is still needed', () => {
  const needs = (given: Given) =>
    outlookOf(given).needs.map(
      ({ deadline, by, missing, quartersLeft, perQuarter }) =>
        `${deadline} ${by}: ${missing} in ${quartersLeft} = ${perQuarter}`,
    );
  const PLAN = '2022 20, 2023 50, 2024 90, 2025 140, 2026 200';
  const HELD = '2022 39, 2023 52, 2024-02-01 17';
  const TERM: Partial<Pledge> = { termEnd: date('2026-06-30') };

  it.each([
    [
      'at the end of a quarter the next is the first that is left',
      '2024-03-31',
      [
        'yearTarget 2024-12-31: 0 in 3 = 0',
        'yearTarget 2025-12-31: 32 in 7 = 5',
        'yearTarget 2026-12-31: 92 in 11 = 9',
        'termEnd 2026-06-30: 92 in 9 = 11',
        'planEnd 2026-12-31: 92 in 11 = 9',
      ],
    ],
    [
      'a day before it the running quarter still counts',
      '2024-03-30',
      [
        'yearTarget 2024-12-31: 0 in 4 = 0',
        'yearTarget 2025-12-31: 32 in 8 = 4',
        'yearTarget 2026-12-31: 92 in 12 = 8',
        'termEnd 2026-06-30: 92 in 10 = 10',
        'planEnd 2026-12-31: 92 in 12 = 8',
      ],
    ],
    [
      'on the last day of a year its own target is no longer to come',
      '2024-12-31',
      [
        'yearTarget 2025-12-31: 32 in 4 = 8',
        'yearTarget 2026-12-31: 92 in 8 = 12',
        'termEnd 2026-06-30: 92 in 6 = 16',
        'planEnd 2026-12-31: 92 in 8 = 12',
      ],
    ],
    [
      'on the last day of the term none is left for it',
      '2026-06-30',
      [
        'yearTarget 2026-12-31: 92 in 2 = 46',
        'termEnd 2026-06-30: 92 in 0 = null',
        'planEnd 2026-12-31: 92 in 2 = 46',
      ],
    ],
    [
      'after the plan none is left for anything',
      '2027-01-15',
      ['termEnd 2026-06-30: 92 in 0 = null', 'planEnd 2026-12-31: 92 in 0 = null'],
    ],
  ])('%s (%s)', (_, asOf, expected) => {
    expect(needs({ plan: PLAN, held: HELD, asOf, pledge: TERM })).toEqual(expected);
  });

  it('a term that ends in the middle of a quarter still includes that quarter', () => {
    const termEnd = date('2026-05-15');
    expect(needs({ plan: '2026 10', asOf: '2026-03-31', pledge: { termEnd } })).toContain(
      'termEnd 2026-05-15: 10 in 1 = 10',
    );
  });

  it.each(['2026-05-15', '2026-05-20'])('a term that has ended by %s leaves no quarter', (asOf) => {
    const termEnd = date('2026-05-15');
    expect(needs({ plan: '2026 10', asOf, pledge: { termEnd } })).toContain(
      'termEnd 2026-05-15: 10 in 0 = null',
    );
  });

  it('uses a stated final target, not the last of the plan', () => {
    expect(needs({ plan: '2026 10', asOf: '2025-12-31', target: 30 })).toEqual([
      'yearTarget 2026-12-31: 10 in 4 = 3',
      'planEnd 2026-12-31: 30 in 4 = 8',
    ]);
  });

  it('nothing if there is no target, and no term if none is stated', () => {
    expect(needs({ plan: '', asOf: '2024-03-31', pledge: TERM })).toEqual([]);
  });

  it('the plan ends with its last year if the settings name no end', () => {
    expect(needs({ plan: '2026 10', asOf: '2025-12-31', pledge: { endYear: null } })).toContain(
      'planEnd 2026-12-31: 10 in 4 = 3',
    );
  });
});

describe('the projection from past quarters', () => {
  /** One year of quarters, with 1, 2, 3 and 4 meetings. */
  const OF_2022 = '2022-02-01 1, 2022-05-01 2, 2022-08-01 3, 2022-11-01 4';
  const project = (held: string, asOf: string, endYear = 2024) =>
    outlookOf({ held, asOf, pledge: { endYear } }).projection;

  it.each([
    ['from four known quarters, the same of each coming year', OF_2022, '2022-12-31', 4, 10 + 20],
    ['from three it expects nothing', OF_2022.slice(0, -'2022-11-01 4'.length - 2), '2022-11-30', 3, null],
    [
      'the average of the same quarters',
      `${OF_2022}, 2023-02-01 3, 2023-05-01 2, 2023-08-01 3, 2023-11-01 4`,
      '2023-12-31',
      8,
      22 + 2 + 2 + 3 + 4,
    ],
    [
      'halves are cut, not rounded up',
      `${OF_2022}, 2023-02-01 2`,
      '2023-03-31',
      5,
      12 + 2 + 3 + 4 + 1 + 2 + 3 + 4,
    ],
    [
      'the quarter that is running brings what it has brought',
      `${OF_2022}, 2023-02-01 7`,
      '2023-02-15',
      4,
      17 + 2 + 3 + 4 + 10,
    ],
    ['a quarter without a meeting is known to have none', '2022-02-01 4', '2022-12-31', 4, 4 + 4 + 4],
    ['a year with a sum alone has no known quarter', '2022 39', '2022-12-31', 0, null],
    [
      'a year of which one meeting is known by its year alone has none',
      `${OF_2022}, 2022 1`,
      '2022-12-31',
      0,
      null,
    ],
    ['a row that says nought of a year hides nothing', `${OF_2022}, 2022 0`, '2022-12-31', 4, 10 + 20],
    ['known by the month is known', '2022-02 1, 2022-05 2, 2022-08 3, 2022-11 4', '2022-12-31', 4, 10 + 20],
  ])('%s: %s as of %s', (_, held, asOf, knownQuarters, expected) => {
    expect(project(held, asOf)).toEqual({ knownQuarters, expected, by: lastDayOfYear(2024) });
  });

  it.each(['2024-12-31', '2028-06-20'])('nothing as of %s, when the plan is over', (asOf) => {
    expect(project(OF_2022, asOf)).toMatchObject({ expected: null, by: null });
  });

  it('quarters before the first meeting are unknown: 2023.1 is not zero', () => {
    const held = '2022 39, 2023-05-01 1';
    expect(project(held, '2023-12-31')).toMatchObject({ knownQuarters: 3, expected: null });
    expect(project(held, '2024-03-31')).toMatchObject({ knownQuarters: 4, expected: expect.any(Number) });
  });

  it('nothing from three quarters, even if they match all quarters to come', () => {
    const held = '2024-05-01 2, 2024-08-01 3, 2024-11-01 4';
    expect(outlookOf({ held, asOf: '2025-02-10', pledge: { endYear: 2025 } }).projection).toEqual({
      knownQuarters: 3,
      expected: null,
      by: '2025-12-31',
    });
  });

  it('nothing for pledge 1-6 in March 2024: one quarter is known', () => {
    expect(project('2022 39, 2023 52, 2024-01 15, 2024-02 1, 2024-03 1', '2024-03-31', 2026)).toEqual({
      knownQuarters: 1,
      expected: null,
      by: '2026-12-31',
    });
  });
});

describe('a sum that was carried over, with a day', () => {
  const quarterly = '2023-02-15 2, 2023-05-15 2, 2023-08-15 2, 2023-11-15 2';

  it.each(['2022-12-31 39', '2022-12 39', '2022 39'])('(%s) belongs to no known quarter', (carriedOver) => {
    const { projection } = outlookOf({ held: quarterly, carriedOver, asOf: '2023-12-31' });
    expect(projection).toEqual({ knownQuarters: 4, expected: 71, by: '2026-12-31' });
  });

  it('makes the quarters of its year unknown', () => {
    const { projection } = outlookOf({ held: quarterly, carriedOver: '2023-01-02 39', asOf: '2023-12-31' });
    expect(projection).toEqual({ knownQuarters: 0, expected: null, by: '2026-12-31' });
  });

  it('reached a target in its year, on an unknown day', () => {
    const { targetsMet } = outlookOf({ plan: '2022 20', carriedOver: '2022-12-31 39', asOf: '2023-12-31' });
    expect(targetsMet[0]?.metOn).toEqual({ first: '2022-01-01', last: '2022-12-31', precision: 'year' });
  });
});

describe('when a target was met, if corrections or later values fall below it again', () => {
  const metOf = (of: Partial<Indicator>, planned: string, values: string) => {
    const measured = { ...indicator({ target: 113 }), ...of };
    const log = results(measured, values.replaceAll(', ', '\n').replaceAll(' ', ' | '));
    const entries = log.map(({ date: on, value }) => ({ date: on, amount: value }));
    const asOf = date('2024-12-31');
    const progress = progressOf(measured, entries, targets(`2023 | ${planned}`, measured), {
      years: YEARS,
      asOf,
      precision: pledge().ratePrecision,
    });
    return outlook(entries, progress, pledge(), asOf).targetsMet;
  };

  const YEARS = [2022, 2023, 2024];

  it.each<[string, Partial<Indicator>, string, string, string | null]>([
    [
      'never: 30 on top of 55, and 10 less, are 75',
      { kind: 'cumulative', baseline: 55 },
      '80',
      '2023-05-01 30, 2023-09-01 -10',
      null,
    ],
    [
      'of the day on which it was reached for good',
      { kind: 'cumulative', baseline: 55 },
      '80',
      '2023-05-01 30, 2023-09-01 -10, 2023-11-02 5',
      '2023-11-02',
    ],
    [
      'of the first day, where it stayed above',
      { kind: 'cumulative', baseline: 55 },
      '80',
      '2023-05-01 30, 2023-09-01 -5',
      '2023-05-01',
    ],
    [
      'of the value that has stayed: 91 after 85',
      { kind: 'level' },
      '90',
      '2023-01-01 88, 2023-02-01 92, 2023-03-01 85, 2023-04-01 91',
      '2023-04-01',
    ],
    ['no more: 85 after 92', { kind: 'level' }, '90', '2023-02-01 92, 2023-03-01 85', null],
    [
      'of a level that falls: 29 after 31',
      { kind: 'level', baseline: 50, target: 30 },
      '30',
      '2023-02-01 29, 2023-03-01 31, 2023-04-01 29',
      '2023-04-01',
    ],
  ])('%s', (_, of, planned, values, metOn) => {
    expect(metOf(of, planned, values).map((met) => met.metOn?.last ?? null)).toEqual([metOn]);
  });

  it.each<[string, Partial<Indicator>, string, boolean]>([
    ['a level that fell back', { kind: 'level' }, '2023-02-01 92, 2023-03-01 85', true],
    ['a level that came back', { kind: 'level' }, '2023-02-01 92, 2023-03-01 85, 2023-04-01 90', false],
    ['a level that never reached it', { kind: 'level' }, '2023-02-01 85', false],
    ['a sum that was corrected', { kind: 'cumulative', baseline: 0 }, '2023-02-01 92, 2023-03-01 -5', true],
    ['a sum that never reached it', { kind: 'cumulative', baseline: 0 }, '2023-02-01 85', false],
    [
      'a sum that may have reached it',
      { kind: 'cumulative', baseline: 0 },
      '2023-02-01 80, 2023 12, 2023-03-01 -5',
      false,
    ],
  ])('was met and is no longer: %s', (_, of, values, isLost) => {
    expect(metOf(of, '90', values).map((met) => met.isLost)).toEqual([isLost]);
  });
});
