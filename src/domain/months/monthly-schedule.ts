/** When the automatic run closes a month. */
import {
  firstDayOfNextMonth,
  firstDayOfPreviousMonth,
  type IsoDate,
  isoDateOf,
  monthOf,
  yearOf,
} from '../date.ts';

export interface MonthlySchedule {
  /** 1–28: every month has such a day. */
  readonly day: number;
  /** 0–23, in the time zone of the spreadsheet. The platform runs at any minute within this hour. */
  readonly hour: number;
}

/** A moment as precisely as a schedule needs it, in the time zone of the spreadsheet. */
export interface Moment {
  readonly date: IsoDate;
  readonly hour: number;
}

export function isSchedule({ day, hour }: MonthlySchedule): boolean {
  return Number.isInteger(day) && day >= 1 && day <= 28 && Number.isInteger(hour) && hour >= 0 && hour <= 23;
}

/** The day of the next run: this month's, unless its hour has begun. */
export function nextRunDay(schedule: MonthlySchedule, now: Moment): IsoDate {
  const here = dayInMonthOf(schedule, now.date);
  return isBefore(now, { date: here, hour: schedule.hour })
    ? here
    : dayInMonthOf(schedule, firstDayOfNextMonth(now.date));
}

/**
 * The day of the last run that should be over: this month's once its hour is over, else
 * that of the month before.
 */
export function lastRunDay(schedule: MonthlySchedule, now: Moment): IsoDate {
  const here = dayInMonthOf(schedule, now.date);
  return isBefore(now, { date: here, hour: schedule.hour + 1 })
    ? dayInMonthOf(schedule, firstDayOfPreviousMonth(now.date))
    : here;
}

function isBefore(one: Moment, other: Moment): boolean {
  return one.date < other.date || (one.date === other.date && one.hour < other.hour);
}

function dayInMonthOf({ day }: MonthlySchedule, date: IsoDate): IsoDate {
  const found = isoDateOf(yearOf(date), monthOf(date), day);
  if (found === null) throw new Error(`no day ${day} in the month of ${date}`);
  return found;
}
