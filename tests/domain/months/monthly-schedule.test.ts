import { describe, expect, it } from 'vitest';
import { isSchedule, lastRunDay, nextRunDay } from '../../../src/domain/months/monthly-schedule.ts';
import { date } from '../ledger.ts';

describe('a monthly schedule', () => {
  it.each([
    [1, 0, true],
    [28, 23, true],
    [0, 9, false],
    [29, 9, false],
    [1.5, 9, false],
    [5, -1, false],
    [5, 24, false],
    [5, 8.5, false],
    [Number.NaN, 9, false],
    [5, Number.NaN, false],
  ])('may be on day %f at hour %f: %s', (day, hour, is) => {
    expect(isSchedule({ day, hour })).toBe(is);
  });
});

describe('closing on the 5th of the month at nine', () => {
  it.each([
    // A run may start at any minute of its hour. It is the next run until the hour begins, and the last one
    // once the hour has ended.
    ['2024-03-04', 23, '2024-03-05', '2024-02-05'],
    ['2024-03-05', 8, '2024-03-05', '2024-02-05'],
    ['2024-03-05', 9, '2024-04-05', '2024-02-05'],
    ['2024-03-05', 10, '2024-04-05', '2024-03-05'],
    ['2024-03-06', 0, '2024-04-05', '2024-03-05'],
    ['2024-01-01', 0, '2024-01-05', '2023-12-05'],
    ['2024-12-31', 23, '2025-01-05', '2024-12-05'],
  ])('on %s at %i o’clock: next on %s, last on %s', (day, hour, next, last) => {
    const now = { date: date(day), hour };
    const schedule = { day: 5, hour: 9 };
    expect(nextRunDay(schedule, now)).toBe(next);
    expect(lastRunDay(schedule, now)).toBe(last);
  });

  it('a day that not every month has is our own mistake', () => {
    expect(() => nextRunDay({ day: 31, hour: 9 }, { date: date('2024-02-01'), hour: 0 })).toThrow(
      'no day 31',
    );
  });
});
