/** The class of implementation: what the figures suggest. A person decides. */
import { type IsoDate, lastDayOfYear } from './date.ts';
import type { MeetingReport } from './meetings.ts';
import type { Pledge } from './records.ts';
import type { ImplementationStatus } from './words.ts';

/**
 * The class that the figures suggest, or null without a target: one of zero is none, for nothing would meet it.
 *
 * Met the final target: completed, or continued after completion where the pledge goes on. Otherwise the plan of the last
 * year that has ended by the as-of date decides: reached is on track, not reached is partial. As of 2024-03-31 that is the
 * 50 of 2023, so 108 is on track; as of 2024-12-31 it is the 90 of 2024. No published cut-off separates on track from
 * partial, and on hold and abandoned are decisions that no figure shows: those only a person chooses.
 */
export function suggestedStatus(
  meetings: MeetingReport,
  pledge: Pledge,
  asOf: IsoDate,
): ImplementationStatus | null {
  const held = meetings.cumulative.value;
  if (meetings.target === null || meetings.target <= 0 || held === null) return null;
  if (held >= meetings.target) return pledge.continuing ? 'continuedAfterCompletion' : 'completed';
  return held >= plannedByLastClosedYear(meetings, asOf) ? 'onTrack' : 'partial';
}

function plannedByLastClosedYear(meetings: MeetingReport, asOf: IsoDate): number {
  return meetings.years
    .filter(({ year, planned }) => lastDayOfYear(year) <= asOf && planned.value !== null)
    .reduce((_, { planned }) => planned.value ?? 0, 0);
}
