/** How executions end, and what a kill of one leaves behind. */
import type { DocumentState } from '../workbook/document.ts';
import type { CacheEntries, InstalledTrigger, Run } from './run.ts';

/** What becomes of the writes that wait when an execution is killed: the platform promises neither. */
export type WaitingWrites = 'lost' | 'kept';

/**
 * Thrown by a {@link CallHook}, it kills the execution as the platform does after six minutes: nothing that the script still catches or
 * tries has any effect, its locks are free, and what it had written since the last flush is lost or kept.
 * https://developers.google.com/apps-script/guides/services/quotas : "Script runtime: 6 min / execution".
 */
export class ExecutionEnded extends Error {
  override readonly name = 'ExecutionEnded';
  readonly writes: WaitingWrites;

  constructor(writes: WaitingWrites) {
    super(TIMED_OUT);
    this.writes = writes;
  }
}

/** https://developers.google.com/apps-script/guides/support/troubleshooting : Google's words for it. */
export const TIMED_OUT = 'Exceeded maximum execution time';

/** Everything that outlives executions. A host is made with it: `createHost({ ...options, ...state })`. */
export interface HostState {
  readonly document: DocumentState;
  readonly triggers: readonly InstalledTrigger[];
  readonly caches: ReadonlyMap<string, CacheEntries>;
}

/** What a kill leaves behind. */
export interface Remains {
  /** Equal where the state is: it changes only when the document, properties, triggers or caches do. For one host at a time. */
  readonly revision: string;
  /** A copy, which takes a deep copy of the document: ask for it where the revision is a new one. */
  copy(): HostState;
}

/** Told of every service call: see `HostOptions.onCall`. */
export type CallHook = (
  number: number,
  name: string,
  phase: 'before' | 'after',
  remains: Readonly<Record<WaitingWrites, Remains>>,
) => void;

/** What a kill of that execution leaves behind, at whatever moment it is asked. */
export function remainsOf(run: Run): Readonly<Record<WaitingWrites, Remains>> {
  const { buffer, installation } = run;
  const state = (writes: WaitingWrites): HostState => ({
    document: buffer.copy(writes),
    triggers: structuredClone(installation.triggers),
    caches: structuredClone(installation.caches),
  });
  return {
    lost: {
      get revision() {
        return buffer.lostRevision();
      },
      copy: () => state('lost'),
    },
    kept: {
      get revision() {
        return buffer.keptRevision();
      },
      copy: () => state('kept'),
    },
  };
}
