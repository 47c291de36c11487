/** Computes when time triggers run. */
import { serialOfDate, wallClockOf, zoneNamed } from '../workbook/zone.ts';
import type { InstalledTrigger } from './run.ts';

/** One run of a time trigger. */
export interface DueRun {
  readonly trigger: InstalledTrigger;
  readonly at: Date;
}

/**
 * Lists the runs of all triggers after `after` and up to and including `until`, earliest first. Disabled
 * triggers have no runs.
 */
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
 * Returns the next run of a time trigger after a moment; null if it is disabled or its single run is over.
 * The platform runs a monthly trigger at some minute of the chosen hour; here it runs at the first minute. If
 * no hour was chosen, any hour is possible; here it is midnight.
 * https://developers.google.com/apps-script/guides/triggers/installable#time-driven_triggers
 * @param scriptTimeZone the zone used if `inTimezone` was not called, as on the platform
 */
export function nextRun(
  { schedule, disabled }: InstalledTrigger,
  after: Date,
  scriptTimeZone: string,
): Date | null {
  if (disabled) return null;
  if (schedule.after !== undefined) return schedule.after > after.getTime() ? new Date(schedule.after) : null;
  const { onMonthDay = 1, atHour = 0, inTimezone = scriptTimeZone } = schedule;
  const zone = zoneNamed(inTimezone);
  const today = new Date(wallClockOf(zone.serialOf(after.getTime())));
  const runIn = (month: number): Date =>
    new Date(zone.instantOf(serialOfDate(today.getUTCFullYear(), month, onMonthDay) + atHour / 24));
  const thisMonth = today.getUTCMonth() + 1;
  const candidate = runIn(thisMonth);
  return candidate > after ? candidate : runIn(thisMonth + 1);
}
