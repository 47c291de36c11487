/** The class of implementation: what the figures suggest. A person decides. */
import { type IsoDate, lastDayOfYear } from './date.ts';
import { hasReached, isFalling } from './indicators/indicator.ts';
import { isComparable, type Progress } from './indicators/progress.ts';
import type { Pledge } from './records.ts';
import type { ImplementationStatus } from './words.ts';

/**
 * The class that the figures suggest, or null where no indicator has a target: one of zero is none, for nothing would meet it. Nor is
 * there one where nothing is planned for any year and the final target is not met: nobody can say that such a pledge is on track.
 *
 * Every indicator met its final target: completed, or continued after completion where the pledge goes on. Otherwise the plan of the
 * last year that has ended by the as-of date decides: reached by all is on track, not reached by one is partial. As of 2024-03-31 that
 * is the 50 of 2023, so 108 is on track; as of 2024-12-31 it is the 90 of 2024. No published cut-off separates on track from
 * partial, and on hold and abandoned are decisions that no figure shows: those only a person chooses.
 */
export function suggestedStatus(
  progress: readonly Progress[],
  pledge: Pledge,
  asOf: IsoDate,
): ImplementationStatus | null {
  const planned = progress.filter(hasTarget);
  if (planned.length === 0 || planned.some((each) => each.value.value === null || !isComparable(each)))
    return null;
  if (planned.length === progress.length && planned.every(hasMetTarget)) {
    return pledge.continuing ? 'continuedAfterCompletion' : 'completed';
  }
  if (!planned.some(({ years }) => years.some((year) => year.planned.value !== null))) return null;
  return planned.every((each) => hasMetLastPlan(each, asOf)) ? 'onTrack' : 'partial';
}

/** A target of zero is one only where the indicator is to fall to it. */
function hasTarget({ indicator, target }: Progress): boolean {
  return target !== null && (target > 0 || isFalling(indicator, target));
}

function hasMetTarget({ indicator, target, value }: Progress): boolean {
  return target !== null && value.value !== null && hasReached(indicator, target, value.value, target);
}

/** Whether the plan of the last year that has ended was met; without such a plan nothing was missed. */
function hasMetLastPlan({ indicator, target, value, years }: Progress, asOf: IsoDate): boolean {
  const due = years
    .filter(({ year, planned }) => lastDayOfYear(year) <= asOf && planned.value !== null)
    .pop();
  if (due === undefined || due.planned.value === null || value.value === null) return true;
  return hasReached(indicator, target, value.value, due.planned.value);
}
