/**
 * From the Date that a cell gives to the calendar date that a person sees in it.
 *
 * A date cell is midnight in the spreadsheet's time zone, and the script's zone may be another: reading the day with the
 * script's clock would then be off by one. Asking the platform to format every cell would cost a service call each, so the
 * zone's offsets are asked for once, and a single instant only where they cannot decide.
 */
import { type IsoDate, isoDateFrom, isoDateOf } from '../domain/date.ts';
import type { DateCell } from '../sheets/raw.ts';

/** What the platform says of a time zone. */
export interface ZoneService {
  readonly spreadsheetZone: string;
  readonly scriptZone: string;
  readonly now: Date;
  /** The zone's difference from UTC at an instant, written `+0900`. */
  offsetText(instant: Date, zone: string): string;
  /** The calendar date of an instant in a zone, written `2024-03-05`. */
  dateText(instant: Date, zone: string): string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Offsets of one zone have never lain further from its present ones than this, so days decide themselves beyond it. */
const DOUBTFUL_NEAR_MIDNIGHT = 2 * 60 * MINUTE;

/** A reader of date cells; each distinct instant is read once. */
export function dateCellReader(service: ZoneService): (date: Date) => DateCell {
  const known = new Map<number, DateCell>();
  const dateOf =
    service.spreadsheetZone === service.scriptZone ? dateByScriptClock : dateByZoneOffsets(service);
  return (date) => {
    const earlier = known.get(date.getTime());
    if (earlier !== undefined) return earlier;
    const iso = dateOf(date);
    if (iso === null) throw new Error(`a date cell holds no date: ${date.getTime()}`);
    const cell = { date: iso };
    known.set(date.getTime(), cell);
    return cell;
  };
}

function dateByScriptClock(date: Date): IsoDate | null {
  return isoDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

function dateByZoneOffsets(service: ZoneService): (date: Date) => IsoDate | null {
  const year = service.now.getUTCFullYear();
  const offsets = [
    ...new Set(
      [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year, 6, 1))].map((instant) =>
        minutesOf(service.offsetText(instant, service.spreadsheetZone)),
      ),
    ),
  ].map((minutes) => minutes * MINUTE);

  return (date) => {
    const wallClocks = offsets.map((offset) => date.getTime() + offset);
    const midnight = wallClocks.find((wallClock) => wallClock % DAY === 0);
    if (midnight !== undefined) return dateOfWallClock(midnight);
    const days = new Set(
      wallClocks.flatMap((wallClock) => [
        Math.floor((wallClock - DOUBTFUL_NEAR_MIDNIGHT) / DAY),
        Math.floor((wallClock + DOUBTFUL_NEAR_MIDNIGHT) / DAY),
      ]),
    );
    const [day] = days;
    return days.size === 1 && day !== undefined
      ? dateOfWallClock(day * DAY)
      : isoDateFrom(service.dateText(date, service.spreadsheetZone));
  };
}

function dateOfWallClock(wallClock: number): IsoDate | null {
  const date = new Date(wallClock);
  return isoDateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** `+0900` is 540, `-0330` is -210. */
function minutesOf(offset: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (match === null) throw new Error(`not a time zone offset: ${offset}`);
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
