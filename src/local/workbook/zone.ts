/**
 * Between a cell's serial number (days since 1899-12-30, wall clock) and an instant, in a time zone with its whole history:
 * Seoul was at UTC+08:27:52 before 1908 and kept summer time in 1948–1960 and 1987–1988, and scripts do meet such dates.
 */
export interface Zone {
  readonly name: string;
  /** Milliseconds to add to an instant to get the wall clock of the zone. */
  offsetAt(instant: number): number;
  /** The instant (milliseconds) that a serial number shows on the wall clock of the zone. */
  instantOf(serial: number): number;
  /** The serial number that the wall clock of the zone shows at an instant. */
  serialOf(instant: number): number;
}

const DAY = 86_400_000;
/** Days from 1899-12-30, where serial numbers begin, to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

const zones = new Map<string, Zone>();

/** The zone of that IANA name; zones are kept, with what they have worked out so far. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = createZone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether there is a zone of that IANA name. */
export function isZone(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}

/** Wall-clock milliseconds, counted as if the zone were UTC, of a serial number. */
export function wallClockOf(serial: number): number {
  // Serial numbers are fractions of a day in floating point; the platform keeps milliseconds.
  return Math.round((serial - EPOCH_SERIAL) * DAY);
}

/** The serial number of a calendar date, with 1 for January. */
export function serialOfDate(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH_SERIAL;
}

function createZone(name: string): Zone {
  const exactOffset = offsetReader(name);
  /** Offset of a UTC day in which it does not change; `null` where it does. */
  const offsetOfDay = new Map<number, number | null>();
  const instants = new Map<number, number>();

  function offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY);
    let offset = offsetOfDay.get(day);
    if (offset === undefined) {
      const atStart = exactOffset(day * DAY);
      offset = atStart === exactOffset((day + 1) * DAY) ? atStart : null;
      offsetOfDay.set(day, offset);
    }
    return offset ?? exactOffset(instant);
  }

  function instantOfWallClock(wallClock: number): number {
    const before = offsetAt(wallClock - DAY);
    const after = offsetAt(wallClock + DAY);
    const early = wallClock - before;
    if (before === after || offsetAt(early) === before) return early;
    const late = wallClock - after;
    // A wall clock that the zone skipped is read with the offset before the gap, which moves it forward.
    return offsetAt(late) === after ? late : early;
  }

  return {
    name,
    offsetAt,
    instantOf(serial) {
      let instant = instants.get(serial);
      if (instant === undefined) {
        instant = instantOfWallClock(wallClockOf(serial));
        instants.set(serial, instant);
      }
      return instant;
    },
    serialOf: (instant) => (instant + offsetAt(instant)) / DAY + EPOCH_SERIAL,
  };
}

function offsetReader(name: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const wallClock = new Date(0);
    wallClock.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    wallClock.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
    return wallClock.getTime() - Math.floor(instant / 1000) * 1000;
  };
}
