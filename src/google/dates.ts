/**
 * From the Date that a cell gives to the calendar date that a person sees in it.
 *
 * A date cell is midnight in the spreadsheet's time zone, and the script's zone may be another: reading the day with the
 * script's clock would then be off by one. Asking the platform to format every cell would cost a service call each, so the
 * zone's offset is asked for at the ends of each month, and a single instant only in the months in which clocks change.
 */
import { isoDateOf } from '../domain/date.ts';
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

/** A day of the calendar, however far away: a number that was formatted as a date by mistake is one too. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MINUTE = 60_000;

/**
 * A reader of date cells; each distinct instant is read once. A day that no record can bear (3,000,000 formatted as a date is
 * one in the year 10113) becomes the text that the cell shows, so that it is flagged where it stands.
 */
export function dateCellReader(service: ZoneService): (date: Date) => DateCell | string {
  const known = new Map<number, DateCell | string>();
  const dayOf = service.spreadsheetZone === service.scriptZone ? dayByScriptClock : dayByZoneOffsets(service);
  return (date) => {
    const earlier = known.get(date.getTime());
    if (earlier !== undefined) return earlier;
    const { year, month, day } = dayOf(date);
    const iso = isoDateOf(year, month, day);
    const cell = iso === null ? `${year}. ${month}. ${day}.` : { date: iso };
    known.set(date.getTime(), cell);
    return cell;
  };
}

function dayByScriptClock(date: Date): Day {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
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
    };
  };
}

function dayOfText(text: string): Day {
  const match = /^(-?\d+)-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new Error(`not a date: ${text}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** `+0900` is 540, `-0330` is -210; null for an offset of odd seconds, such as zones had long ago. */
function minutesOf(offset: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
