/**
 * From the Date that a cell gives to the calendar date that a person sees in it.
 *
 * A date cell is midnight in the spreadsheet's time zone, and the script's zone may be another: reading the day with the
 * script's clock would then be off by one. Asking the platform to format every cell would cost a service call each, so the
 * zone's offset is asked for at the ends of each month, and a single instant only in the months in which clocks change.
 */
import { DAYS_BEFORE_UNIX_EPOCH, isoDateOf } from '../domain/date.ts';
import type { DateCell } from '../sheets/raw.ts';

/** What the platform says of a time zone. */
export interface ZoneService {
  readonly spreadsheetZone: string;
  readonly scriptZone: string;
  /** The zone's difference from UTC at an instant, written `+0900`. */
  offsetText(instant: Date, zone: string): string;
  /** The calendar date of an instant in a zone, written `2024-03-05`. */
  dateText(instant: Date, zone: string): string;
}

/** A day of the calendar and the part of it that has passed, however far away: a number that was formatted as a date is one too. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0.5 at noon. */
  readonly passed: number;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Nobody types a day of before or after: 2024, 12.2 and 20241014, seen as dates, are days of 1905, 1900 and 57,316. */
const FIRST_TYPED_YEAR = 1906;
const LAST_TYPED_YEAR = 2499;

/**
 * A reader of date cells; each distinct instant is read once. A cell in a column of dates shows every number as a date: what
 * lies so far away that nobody typed it as a date becomes the number again, so that it is read and told of as it was typed.
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

/** The number that a spreadsheet holds. Zones of long ago have odd seconds, which the third decimal leaves behind. */
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
    // Clocks never change twice in one month, so equal ends leave no doubt of what lies between.
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

/** `+0900` is 540, `-0330` is -210; null for an offset of odd seconds, such as zones had long ago. */
function minutesOf(offset: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
