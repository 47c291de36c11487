/** The implementation status (이행구분) that the figures suggest. A person decides. */
import { type IsoDate, lastDayOfYear } from './date.ts';
import { asksForResults, hasReached } from './indicators/indicator.ts';
import { isComparable, type Progress } from './indicators/progress.ts';
import type { Pledge } from './records.ts';
import type { ImplementationStatus } from './words.ts';

/** What a person chose, and what the figures suggest. null: nothing. */
export interface PledgeStatus {
  readonly chosen: ImplementationStatus | null;
  readonly suggested: ImplementationStatus | null;
}

/** The chosen status, else the suggested one; null: there is neither. */
export function statusInForce({ chosen, suggested }: PledgeStatus): ImplementationStatus | null {
  return chosen ?? suggested;
}

/**
 * The implementation status that the figures suggest.
 * - Every indicator met its final target: `completed`, or `continuedAfterCompletion`
 *   where the pledge goes on.
 * - Otherwise the plan of the last year that ended by the as-of date decides: `onTrack` where every indicator
 *   met it, else `partial`. With 108 reached, 2024-03-31 looks at the 50 planned for 2023, and 2024-12-31 at
 *   the 90 of 2024. No published cut-off separates the two.
 * - null where no indicator has a target, where a value is unknown or a sum of percentages, or where nothing
 *   is planned for any year and a final target is not met. What doing nothing meets is no target.
 *
 * Only a person chooses `onHold` or `abandoned`: they are decisions that no figure shows.
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

function hasTarget({ indicator, target }: Progress): boolean {
  return target !== null && asksForResults(indicator, target, target);
}

function hasMetTarget({ indicator, target, value }: Progress): boolean {
  return target !== null && value.value !== null && hasReached(indicator, target, value.value, target);
}

/** Whether the plan of the last year that ended was met; true where there is no such plan, or no value. */
function hasMetLastPlan(progress: Progress, asOf: IsoDate): boolean {
  const { indicator, target, value } = progress;
  const due = lastPlan(progress, asOf);
  return due === null || value.value === null || hasReached(indicator, target, value.value, due);
}

/** Whether there is a plan of the last year that ended, and nobody can say that it was met. */
export function isBehindLastPlan(progress: Progress, asOf: IsoDate): boolean {
  const isKnown = progress.value.value !== null;
  return lastPlan(progress, asOf) !== null && !(isKnown && hasMetLastPlan(progress, asOf));
}

/** What was planned for the last year that ended and has a plan; null: no such year. */
function lastPlan({ years }: Progress, asOf: IsoDate): number | null {
  const due = years
    .filter(({ year, planned }) => lastDayOfYear(year) <= asOf && planned.value !== null)
    .pop();
  return due?.planned.value ?? null;
}
