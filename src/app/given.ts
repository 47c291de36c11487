/**
 * Reads the arguments that Google passes, which may be anything. The sidebar passes what the page sends. The
 * menu and the editor pass nothing. A trigger, also one that somebody made on Google's own page, passes its
 * event.
 */
import type { StoppedAnswer } from './answers.ts';
import type { StartedBy } from './run/run-log.ts';

/** The id of the trigger if this is a trigger event, else null. */
export function triggerIdIn(given: unknown): string | null {
  if (typeof given !== 'object' || given === null || !('triggerUid' in given)) return null;
  return String(given.triggerUid);
}

export function callerOf(given: unknown): StartedBy {
  return triggerIdIn(given) === null ? 'menu' : 'trigger';
}

/** Anything other than a text becomes the empty text. */
export function textIn(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

/** Anything other than a number becomes NaN. */
export function numberIn(given: unknown): number {
  return typeof given === 'number' ? given : Number.NaN;
}

type Answer = { readonly status: 'done' } | StoppedAnswer;

/**
 * Returns the answer, except to a trigger. Nobody reads a trigger's answer, so a stopped one is thrown:
 * Google then mails the person who made the trigger.
 */
export function answerTo<Given extends Answer>(given: unknown, answer: Given): Given {
  if (answer.status === 'stopped' && triggerIdIn(given) !== null) throw new Error(answer.messages.join(' '));
  return answer;
}
