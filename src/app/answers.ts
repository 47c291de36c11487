/** What an action answers when it did nothing, and the lock under which actions run one at a time. */
import type { Environment } from './ports.ts';
import type { StartedBy } from './run/run-log.ts';

/** Nothing was done. Each message says why, and what to do. */
export interface StoppedAnswer {
  readonly status: 'stopped';
  readonly messages: readonly string[];
}

export function stopped(message: string): StoppedAnswer {
  return { status: 'stopped', messages: [message] };
}

/** The question before an action, and what the person then agrees to; or why there is nothing to ask. */
export type ActionQuestion =
  | { readonly status: 'asked'; readonly question: string; readonly about: string }
  | StoppedAnswer;

/** The answer while somebody else's run goes on. */
export const BUSY = stopped('다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.');

/** How long a trigger waits for the lock. Nobody is there to try again. */
const TRIGGER_LOCK_WAIT_MS = 30_000;

/** Runs an action under the lock. While somebody else holds it, a person gets {@link BUSY} at once. */
export function underLock<Answer>(
  { lock }: Pick<Environment, 'lock'>,
  action: () => Answer,
  startedBy: StartedBy = 'menu',
): Answer | StoppedAnswer {
  if (!lock.take(startedBy === 'trigger' ? TRIGGER_LOCK_WAIT_MS : 0)) return BUSY;
  try {
    return action();
  } finally {
    lock.release();
  }
}
