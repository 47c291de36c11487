/** How executions end, and what state remains after one is killed. */
import type { DocumentState } from '../workbook/document.ts';
import type { CacheEntries, InstalledTrigger, Run } from './run.ts';

/** What happens to pending writes when an execution is killed. The platform guarantees neither. */
export type WaitingWrites = 'lost' | 'kept';

/**
 * Kills the execution when a {@link CallHook} throws it, as the platform does after six minutes. Nothing that
 * the script does afterwards has any effect, its locks are released, and writes since the last flush are lost
 * or kept. https://developers.google.com/apps-script/guides/services/quotas (script runtime: 6 minutes)
 */
export class ExecutionEnded extends Error {
  override readonly name = 'ExecutionEnded';
  readonly writes: WaitingWrites;

  constructor(writes: WaitingWrites) {
    super(TIMED_OUT);
    this.writes = writes;
  }
}

/** Google's message: https://developers.google.com/apps-script/guides/support/troubleshooting */
export const TIMED_OUT = 'Exceeded maximum execution time';

/** Everything that outlives executions. To continue from it: `createHost({ ...options, ...state })`. */
export interface HostState {
  readonly document: DocumentState;
  readonly triggers: readonly InstalledTrigger[];
  readonly caches: ReadonlyMap<string, CacheEntries>;
  readonly scriptProperties?: ReadonlyMap<string, string>;
}

/** The state that a kill would leave. */
export interface Remains {
  /**
   * Two equal revisions mean equal states. It changes only when the document, properties, triggers or caches
   * change. Compare revisions of one host only.
   */
  readonly revision: string;
  /** Makes a deep copy, which is slow. Call it only when the revision is new. */
  copy(): HostState;
}

/** Called for every service call; see `PersonOptions.onCall`. */
export type CallHook = (
  number: number,
  name: string,
  phase: 'before' | 'after',
  remains: Readonly<Record<WaitingWrites, Remains>>,
) => void;

/** Returns the state that a kill of this execution would leave at the moment it is read. */
export function remainsOf(run: Run): Readonly<Record<WaitingWrites, Remains>> {
  const { buffer, installation } = run;
  const state = (writes: WaitingWrites): HostState => ({
    document: buffer.copy(writes),
    triggers: structuredClone(installation.triggers),
    caches: structuredClone(installation.caches),
    scriptProperties: new Map(installation.scriptProperties),
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
