/** When time triggers run. */
import { serialOfDate, wallClockOf, zoneNamed } from '../workbook/zone.ts';
import { NotImplementedError } from './errors.ts';
import type { InstalledTrigger } from './run.ts';

/** One run that a time trigger is for. */
export interface DueRun {
  readonly trigger: InstalledTrigger;
  readonly at: Date;
}

/** The last day that every month has; what the platform does with 29 to 31 in shorter months is not documented. */
const LAST_COMMON_DAY = 28;

/** The runs of all triggers after a moment and until another (which is included), the earliest first. Disabled ones have none. */
export function dueRuns(
  triggers: readonly InstalledTrigger[],
  scriptTimeZone: string,
  after: Date,
  until: Date,
): DueRun[] {
  const runs: DueRun[] = [];
  for (const trigger of triggers) {
    let at = nextRun(trigger, new Date(Math.max(after.getTime(), trigger.made ?? 0)), scriptTimeZone);
    while (at !== null && at <= until) {
      runs.push({ trigger, at });
      at = nextRun(trigger, at, scriptTimeZone);
    }
  }
  return runs.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * When a monthly time trigger runs next after a moment; null for one that is disabled. The platform runs it at
 * some minute of the hour: https://developers.google.com/apps-script/guides/triggers/installable#time-driven_triggers . Here it is the
 * hour's first; where no hour was named, which may then be any, the day's first.
 * @param scriptTimeZone what counts where `inTimezone` was not called, as the platform says.
 */
export function nextRun(
  { schedule, disabled }: InstalledTrigger,
  after: Date,
  scriptTimeZone: string,
): Date | null {
  if (disabled) return null;
  if (schedule.after !== undefined) return schedule.after > after.getTime() ? new Date(schedule.after) : null;
  const { onMonthDay, atHour = 0, inTimezone = scriptTimeZone } = schedule;
  if (onMonthDay === undefined || onMonthDay > LAST_COMMON_DAY) {
    throw new NotImplementedError(`when a trigger runs that is for ${JSON.stringify(schedule)}`);
  }
  const zone = zoneNamed(inTimezone);
  const today = new Date(wallClockOf(zone.serialOf(after.getTime())));
  const runIn = (month: number): Date =>
    new Date(zone.instantOf(serialOfDate(today.getUTCFullYear(), month, onMonthDay) + atHour / 24));
  const thisMonth = today.getUTCMonth() + 1;
  const candidate = runIn(thisMonth);
  return candidate > after ? candidate : runIn(thisMonth + 1);
}
