import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  daysBetween,
  firstDayOfQuarter,
  isoDateFrom,
  isoDateFromSerial,
  isoDateOf,
  isSamePeriod,
  lastDayOfPreviousMonth,
  lastDayOfQuarter,
  monthOf,
  monthPeriod,
  periodFrom,
  periodText,
  quarterOf,
  serialOf,
  weekdayOf,
  yearOf,
  yearPeriod,
} from '../../src/domain/date.ts';
import { date } from './ledger.ts';

const SERIAL_OF_1900_03_01 = 61;
const SERIAL_OF_2200 = 109_572;
const anyDay = fc.integer({ min: SERIAL_OF_1900_03_01, max: SERIAL_OF_2200 });

describe('a date', () => {
  it.each([
    { year: 2024, month: 2, day: 29, is: '2024-02-29' },
    { year: 2023, month: 2, day: 29, is: null },
    { year: 2000, month: 2, day: 29, is: '2000-02-29' },
    { year: 1900, month: 2, day: 29, is: null },
    { year: 2024, month: 4, day: 31, is: null },
    { year: 2024, month: 12, day: 31, is: '2024-12-31' },
    { year: 2024, month: 13, day: 1, is: null },
    { year: 2024, month: 0, day: 1, is: null },
    { year: 2024, month: 1, day: 0, is: null },
    { year: 999, month: 1, day: 1, is: null },
    { year: 10_000, month: 1, day: 1, is: null },
    { year: Number.NaN, month: 1, day: 1, is: null },
  ])('of $year, $month, $day is $is', ({ year, month, day, is }) => {
    expect(isoDateOf(year, month, day)).toBe(is);
  });

  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-3-5', null],
    ['2024-02-30', null],
    [' 2024-03-05', null],
    ['2024-03-05T00:00', null],
    ['', null],
  ])('read from %o is %s', (text, is) => {
    expect(isoDateFrom(text)).toBe(is);
  });

  it.each([
    [45_356, '2024-03-05'],
    [45_356.999, '2024-03-05'],
    [61, '1900-03-01'],
    [2, '1900-01-01'],
    [1, '1899-12-31'],
    [-400_000, null],
    [1e9, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('of the serial %d is %s', (serial, is) => {
    expect(isoDateFromSerial(serial)).toBe(is);
  });

  it.each([
    ['2024-03-05', 2],
    ['2024-03-31', 0],
    ['2022-07-01', 5],
    ['2024-02-29', 4],
  ])('%s falls on weekday %d', (text, weekday) => {
    expect(weekdayOf(date(text))).toBe(weekday);
  });

  it.each([
    ['2024-03-31', '2024-02-29'],
    ['2024-01-01', '2023-12-31'],
    ['2023-03-01', '2023-02-28'],
    ['2024-12-15', '2024-11-30'],
  ])('%s has %s as the end of the month before', (text, end) => {
    expect(lastDayOfPreviousMonth(date(text))).toBe(end);
  });

  it.each([
    ['2024-01-01', 1, '2024-01-01', '2024-03-31'],
    ['2024-03-31', 1, '2024-01-01', '2024-03-31'],
    ['2024-04-01', 2, '2024-04-01', '2024-06-30'],
    ['2024-09-30', 3, '2024-07-01', '2024-09-30'],
    ['2024-12-31', 4, '2024-10-01', '2024-12-31'],
  ])('%s lies in quarter %d, from %s to %s', (text, quarter, first, last) => {
    const of = quarterOf(date(text));
    expect(of).toEqual({ year: 2024, quarter });
    expect(firstDayOfQuarter(of)).toBe(first);
    expect(lastDayOfQuarter(of)).toBe(last);
  });

  it.each([
    ['2024-03-05', '2024-03-05', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2024-03-01', '2024-02-28', -2],
    ['2022-12-31', '2023-12-31', 365],
  ])('from %s to %s are %d days', (from, to, days) => {
    expect(daysBetween(date(from), date(to))).toBe(days);
  });
});

describe('a period', () => {
  it.each([
    [2024, 2, { first: '2024-02-01', last: '2024-02-29', precision: 'month' }],
    [2023, 2, { first: '2023-02-01', last: '2023-02-28', precision: 'month' }],
    [2024, 12, { first: '2024-12-01', last: '2024-12-31', precision: 'month' }],
    [2024, 13, null],
    [2024, 0, null],
  ])('of month %d-%d holds all its days', (year, month, is) => {
    expect(monthPeriod(year, month)).toEqual(is);
  });

  it('of a year holds all its days', () => {
    expect(yearPeriod(2022)).toEqual({ first: '2022-01-01', last: '2022-12-31', precision: 'year' });
    expect(yearPeriod(22)).toBeNull();
  });
});

describe('a date', () => {
  it.each([
    [999, null],
    [1000, '1000-01-31'],
    [9999, '9999-01-31'],
    [10_000, null],
  ])('of the year %i is %s', (year, is) => {
    expect(isoDateOf(year, 1, 31)).toBe(is);
  });
});

describe('a period as text', () => {
  it.each(['2024-03-05', '2024-03', '2024'])('%s is read as it was written', (text) => {
    const period = periodFrom(text);
    expect(period && periodText(period)).toBe(text);
  });

  it.each([
    '',
    '2024-13',
    '2024-02-30',
    '12024',
    '2024-3',
    '2024-03 or so',
    '2024-03-05 or so',
    'since 2024',
  ])('%j is none', (text) => {
    expect(periodFrom(text)).toBeNull();
  });
});

describe('two periods', () => {
  it.each([
    ['2024-03', '2024-03', true],
    ['2024-01', '2024-01-01', false],
    ['2024-01-31', '2024-01', false],
    ['2024-12', '2024', false],
    ['2024', null, false],
    [null, '2024', false],
    [null, null, true],
  ])('%s and %s are the same: %s', (one, other, is) => {
    const of = (text: string | null) => (text === null ? null : periodFrom(text));
    expect(isSamePeriod(of(one), of(other))).toBe(is);
  });
});

describe('every day', () => {
  it('comes back from its serial and from its own year, month and day', () => {
    fc.assert(
      fc.property(anyDay, (serial) => {
        const day = isoDateFromSerial(serial);
        expect(day).not.toBeNull();
        if (day === null) return;
        expect(serialOf(day)).toBe(serial);
        expect(isoDateOf(yearOf(day), monthOf(day), dayOf(day))).toBe(day);
        expect(isoDateFrom(day)).toBe(day);
      }),
    );
  });

  it('comes before another as text exactly when it does in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [first, second] = [isoDateFromSerial(one) ?? '', isoDateFromSerial(other) ?? ''];
        expect(first < second).toBe(one < other);
      }),
    );
  });
});
