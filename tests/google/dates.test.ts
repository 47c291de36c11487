import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateCellReader } from '../../src/google/dates.ts';

const SEOUL = 'Asia/Seoul';

/**
 * Stands in for the platform, with another calendar than the tested reader. Also counts how often it is
 * asked.
 */
function platform(spreadsheetZone: string) {
  const asked = { offsets: 0, dates: 0 };
  const read = dateCellReader({
    spreadsheetZone,
    scriptZone: SEOUL,
    offsetText: (instant, zone) => {
      asked.offsets += 1;
      const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName')?.value;
      return name === 'GMT' ? '+0000' : (name ?? '').replace('GMT', '').replace(':', '');
    },
    dateText: (instant, zone) => {
      asked.dates += 1;
      return calendarDate(instant, zone);
    },
  });
  return { asked, read };
}

/** The date in that time zone: `2024-03-05`. */
function calendarDate(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

const CASES = `
  America/Los_Angeles | 2024-01-15T08:00Z | 2024-01-15 | midnight in winter
  America/Los_Angeles | 2024-01-16T07:00Z | 2024-01-15 | eleven at night in winter, which is midnight by summer time
  America/Los_Angeles | 2024-07-15T07:00Z | 2024-07-15 | midnight in summer
  America/Los_Angeles | 2024-07-15T06:59Z | 2024-07-14 | a minute before it
  America/Los_Angeles | 2024-11-03T07:00Z | 2024-11-03 | midnight of the day on which summer time ends
  America/Los_Angeles | 2024-11-04T08:00Z | 2024-11-04 | midnight of the day after
  Asia/Kolkata        | 2024-03-04T18:30Z | 2024-03-05 | midnight where the offset has half an hour
  Pacific/Auckland    | 2024-01-14T11:00Z | 2024-01-15 | midnight in summer, a day ahead
  Pacific/Auckland    | 2024-07-14T11:00Z | 2024-07-14 | eleven at night in winter
  Asia/Seoul          | 2024-03-04T15:00Z | 2024-03-05 | midnight by the script's own clock
  Africa/Casablanca   | 2024-03-20T23:30Z | 2024-03-20 | half past eleven where clocks go back for Ramadan
`;

describe('the calendar date of a date cell', () => {
  it.each(
    CASES.split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.split('|').map((cell) => cell.trim())),
  )('%s %s is %s: %s', (zone = '', instant = '', date = '') => {
    expect(calendarDate(new Date(instant), zone)).toBe(date);
    expect(platform(zone).read(new Date(instant))).toEqual({ date });
  });

  it('is what the calendar of the zone says, at any instant', () => {
    const zones = constantFrom(
      SEOUL,
      'America/Los_Angeles',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'Europe/London',
    );
    const minutes = integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2050, 0) / 60_000 });
    assert(
      property(zones, minutes, (zone, minute) => {
        const instant = new Date(minute * 60_000);
        expect(platform(zone).read(instant)).toEqual({ date: calendarDate(instant, zone) });
      }),
    );
  });

  it('is requested from the platform once for each month, not for each cell', () => {
    const { asked, read } = platform('America/Los_Angeles');
    for (let time = Date.UTC(2024, 3, 2, 7); time < Date.UTC(2024, 9, 30); time += 3_600_000)
      read(new Date(time));
    expect(asked).toEqual({ offsets: 8, dates: 0 });
  });

  it('is not requested from the platform at all if the zones are the same', () => {
    const { asked, read } = platform(SEOUL);
    read(new Date('2024-03-04T15:00Z'));
    expect(asked).toEqual({ offsets: 0, dates: 0 });
  });

  it.each([
    { typed: 12.2, shows: '1900-01-11T04:48' },
    { typed: 2024, shows: '1905-07-16T00:00' },
    { typed: 2024.3, shows: '1905-07-16T07:12' },
    { typed: 15, shows: '1900-01-14T00:00' },
    { typed: 20_261_014, shows: '+057372-10-07T00:00' },
    { typed: 3_000_011, shows: '+010113-09-30T00:00' },
    { typed: -5, shows: '1899-12-25T00:00' },
  ])('that was not typed as a date is the number again: $shows is $typed', ({ typed, shows }) => {
    expect(platform('Etc/GMT-9').read(new Date(`${shows}:00+09:00`))).toBe(typed);
    expect(platform('UTC').read(new Date(`${shows}:00Z`))).toBe(typed);
  });

  it.each([
    ['the script', SEOUL],
    ['another', 'Asia/Tokyo'],
  ])('of long ago is the number by the clock of %s, despite the odd seconds of its zone', (_, zone) => {
    // 4:48 local time. Seoul was at UTC+8:27:52 then; Tokyo at UTC+9:18:59, and at UTC+9 from 1888.
    const wall = zone === SEOUL ? new Date(1900, 0, 11, 4, 48) : new Date('1900-01-11T04:48:00+09:00');
    expect(platform(zone).read(wall)).toBe(12.2);
  });
});
