import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialOfDate, zoneNamed } from '../../../src/local/workbook/zone.ts';
import { resultOf } from '../../host/running.ts';

describe('serial numbers and instants', () => {
  it.each([
    ['Asia/Seoul', serialOfDate(2024, 3, 5), '2024-03-04T15:00:00.000Z'],
    ['UTC', serialOfDate(2024, 3, 5), '2024-03-05T00:00:00.000Z'],
    ['Asia/Seoul', serialOfDate(1970, 1, 1), '1969-12-31T15:00:00.000Z'],
    // Seoul had summer time in 1988.
    ['Asia/Seoul', serialOfDate(1988, 7, 1), '1988-06-30T14:00:00.000Z'],
    // Seoul was at UTC+8:30 in the winter of 1955.
    ['Asia/Seoul', serialOfDate(1955, 1, 15), '1955-01-14T15:30:00.000Z'],
    // Before 1908 Seoul used solar time, which applies to serial numbers without a date.
    ['Asia/Seoul', 0.5, '1899-12-30T03:32:08.000Z'],
    ['America/New_York', serialOfDate(2024, 7, 4), '2024-07-04T04:00:00.000Z'],
    ['America/New_York', serialOfDate(2024, 1, 4), '2024-01-04T05:00:00.000Z'],
    // 02:30 did not exist on that day: clocks went from 02:00 to 03:00.
    ['America/New_York', serialOfDate(2024, 3, 10) + 2.5 / 24, '2024-03-10T07:30:00.000Z'],
    // 01:30 came twice on that day. The first is meant.
    ['America/New_York', serialOfDate(2024, 11, 3) + 1.5 / 24, '2024-11-03T05:30:00.000Z'],
  ])('in %s the serial number %d is the instant %s', (name, serial, instant) => {
    expect(new Date(zoneNamed(name).instantOf(serial)).toISOString()).toBe(instant);
  });

  it('an instant comes back from its serial number to the millisecond, except in hours that come twice', () => {
    const seoul = zoneNamed('Asia/Seoul');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) }), (instant) => {
        expect(seoul.instantOf(seoul.serialOf(instant))).toBe(instant);
      }),
    );
  });
});

/** The rules of the platform cover dates between a script and a sheet. */
describe('the clock of the process', () => {
  it('a script uses the time zone of the manifest as local time, and the process gets its own back afterwards', () => {
    const before = process.env.TZ;
    expect(resultOf('return new Date(0).getHours()', { scriptTimeZone: 'America/New_York' })).toBe(19);
    expect(process.env.TZ).toBe(before);
    expect(new Date(0).getHours()).toBe(9);
  });
});
