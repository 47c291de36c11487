/**
 * Converts the Date that a cell returns into the calendar date that a person sees in it.
 *
 * The Date is midnight in the spreadsheet's time zone. The script's zone may be another, so reading the
 * day with the script's clock could be off by one. Asking the platform to format every cell would cost a
 * call each. So the zone's offset is asked for at the ends of each month, and single instants only in
 * months in which clocks change.
 */
import { DAYS_BEFORE_UNIX_EPOCH, isoDateOf } from '../domain/date.ts';
import type { DateCell } from '../sheets/raw.ts';

/** What the platform knows about time zones. */
export interface ZoneService {
  readonly spreadsheetZone: string;
  readonly scriptZone: string;
  /** The zone's difference from UTC at an instant, written `+0900`. */
  offsetText(instant: Date, zone: string): string;
  /** The calendar date of an instant in a zone, written `2024-03-05`. */
  dateText(instant: Date, zone: string): string;
}

/**
 * A calendar day and the part of it that has passed. It may be far away: a number
 * formatted as a date is one too.
 */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0.5 at noon. */
  readonly passed: number;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/**
 * Nobody types a date outside these years: 2024, 12.2 and 20241014 shown as dates are days
 * of 1905, 1900 and 57316.
 */
const FIRST_TYPED_YEAR = 1906;
const LAST_TYPED_YEAR = 2499;

/**
 * A reader of date cells, which converts each distinct instant once. A cell formatted as a date shows every
 * number as a date. One that is too far away to have been typed as a date becomes the number again, so that
 * it is read and reported as it was typed.
 */
export function dateCellReader(service: ZoneService): (date: Date) => DateCell | number {
  const known = new Map<number, DateCell | number>();
  const dayOf = service.spreadsheetZone === service.scriptZone ? dayByScriptClock : dayByZoneOffsets(service);
  return (date) => {
    const earlier = known.get(date.getTime());
    if (earlier !== undefined) return earlier;
    const day = dayOf(date);
    const isTyped = day.year >= FIRST_TYPED_YEAR && day.year <= LAST_TYPED_YEAR;
    const iso = isTyped ? isoDateOf(day.year, day.month, day.day) : null;
    const cell = iso === null ? numberOf(day) : { date: iso };
    known.set(date.getTime(), cell);
    return cell;
  };
}

/**
 * The serial number that a spreadsheet holds. Three decimals drop the odd seconds of historical time zones.
 */
function numberOf({ year, month, day, passed }: Day): number {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  return Number((midnight.getTime() / DAY + DAYS_BEFORE_UNIX_EPOCH + passed).toFixed(3));
}

function dayByScriptClock(date: Date): Day {
  const passed = (date.getHours() * 60 + date.getMinutes() + date.getSeconds() / 60) / (DAY / MINUTE);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate(), passed };
}

function dayByZoneOffsets({ spreadsheetZone, offsetText, dateText }: ZoneService): (date: Date) => Day {
  const known = new Map<number, number | null>();
  const offsetAt = (instant: number) => {
    const earlier = known.get(instant);
    if (earlier !== undefined) return earlier;
    const minutes = minutesOf(offsetText(new Date(instant), spreadsheetZone));
    known.set(instant, minutes);
    return minutes;
  };
  return (date) => {
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth();
    const first = offsetAt(Date.UTC(year, month, 1));
    const last = offsetAt(Date.UTC(year, month + 1, 1));
    // Clocks never change twice in one month, so equal offsets at both ends hold for the whole month.
    if (first === null || first !== last) return dayOfText(dateText(date, spreadsheetZone));
    const wallClock = new Date(date.getTime() + first * MINUTE);
    return {
      year: wallClock.getUTCFullYear(),
      month: wallClock.getUTCMonth() + 1,
      day: wallClock.getUTCDate(),
      passed: (((wallClock.getTime() % DAY) + DAY) % DAY) / DAY,
    };
  };
}

function dayOfText(text: string): Day {
  const match = /^(-?\d+)-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new Error(`not a date: ${text}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), passed: 0 };
}

/**
 * An offset in minutes: `+0900` is 540, `-0330` is -210. null for one with odd
 * seconds, as zones had long ago.
 */
function minutesOf(offset: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
