/** The day and hour at which a month is closed. */
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
  /** 0–23, in the time zone of the spreadsheet; the platform takes any minute within it. */
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

/** The day of the next run: today where its hour has not begun. */
export function nextRunDay(schedule: MonthlySchedule, now: Moment): IsoDate {
  const here = dayInMonthOf(schedule, now.date);
  return isBefore(now, { date: here, hour: schedule.hour })
    ? here
    : dayInMonthOf(schedule, firstDayOfNextMonth(now.date));
}

/** The day of the last run that should be over: of the month before where this month's is still to come. */
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
