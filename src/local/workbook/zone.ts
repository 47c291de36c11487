/**
 * Converts between serial numbers of cells (days since 1899-12-30 on the wall clock) and instants
 * (milliseconds since 1970), with the whole history of a time zone. Scripts do meet old dates: Seoul was at
 * UTC+08:27:52 before 1908 and had summer time in 1948–1960 and 1987–1988.
 */
export interface Zone {
  readonly name: string;
  /** The difference from UTC at an instant, in milliseconds. Add it to the instant to get the wall clock. */
  offsetAt(instant: number): number;
  /** The instant at which the wall clock shows this serial number. */
  instantOf(serial: number): number;
  /** The serial number that the wall clock shows at an instant. */
  serialOf(instant: number): number;
}

const DAY = 86_400_000;
/** Serial number of 1970-01-01: days since 1899-12-30. */
const EPOCH_SERIAL = 25_569;

const zones = new Map<string, Zone>();

/** The zone with this IANA name. Zones are cached. Throws for an unknown name. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = createZone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether a zone with this IANA name exists. */
export function isZone(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}

/** A serial number as milliseconds since 1970 on the wall clock, ignoring the time zone. */
export function wallClockOf(serial: number): number {
  // Serial numbers are floating-point fractions of a day. The platform rounds to milliseconds.
  return Math.round((serial - EPOCH_SERIAL) * DAY);
}

/** The serial number of a calendar date. January is month 1. */
export function serialOfDate(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH_SERIAL;
}

function createZone(name: string): Zone {
  const exactOffset = offsetReader(name);
  /** The offset of each UTC day; null for a day in which the offset changes. */
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
    // A wall clock time that the zone skipped uses the offset before the gap, which moves it forward.
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
