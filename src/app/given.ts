/**
 * What Google gives to a function that it calls, which may be anything: the sidebar gives what it was told to, the menu and the editor give
 * nothing, and a trigger that somebody has made on Google's own page gives its event.
 */
import type { StartedBy } from './run/run-log.ts';

/** The id of the trigger whose event this is; null where it is no event. */
export function triggerIdIn(given: unknown): string | null {
  if (typeof given !== 'object' || given === null || !('triggerUid' in given)) return null;
  return String(given.triggerUid);
}

export function callerOf(given: unknown): StartedBy {
  return triggerIdIn(given) === null ? 'menu' : 'trigger';
}

/** Blank for what is no text. */
export function textIn(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

/** Not a number for what is none. */
export function numberIn(given: unknown): number {
  return typeof given === 'number' ? given : Number.NaN;
}

type Answer =
  | { readonly status: 'done' }
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

/**
 * The answer to whoever called. Nobody reads the answer to a trigger: what stopped it is thrown, so that Google sends its mail to whoever made
 * the trigger.
 */
export function answerTo<Given extends Answer>(given: unknown, answer: Given): Given {
  if (answer.status === 'stopped' && triggerIdIn(given) !== null) throw new Error(answer.messages.join(' '));
  return answer;
}
