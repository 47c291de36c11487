/** How executions end, and the state after one is killed. */
import type { DocumentState } from '../workbook/document.ts';
import type { CacheEntries, InstalledTrigger, Run } from './run.ts';

/** What happens to pending writes when an execution is killed. The platform guarantees neither. */
export type PendingWrites = 'discarded' | 'applied';

/**
 * Kills the execution when a {@link CallHook} throws it, as the platform does after six minutes. Nothing that
 * the script does afterwards has any effect, its locks are released, and writes since the last flush are
 * discarded or applied. https://developers.google.com/apps-script/guides/services/quotas (script runtime: 6
 * minutes)
 */
export class ExecutionEnded extends Error {
  override readonly name = 'ExecutionEnded';
  readonly writes: PendingWrites;

  constructor(writes: PendingWrites) {
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
export interface StateAfterKill {
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
  afterKill: Readonly<Record<PendingWrites, StateAfterKill>>,
) => void;

/** Returns the state that a kill of this execution would leave at the moment it is read. */
export function stateAfterKill(run: Run): Readonly<Record<PendingWrites, StateAfterKill>> {
  const { buffer, installation } = run;
  const after = (writes: PendingWrites): StateAfterKill => ({
    get revision() {
      return buffer.revisionWith(writes);
    },
    copy: () => ({
      document: buffer.copy(writes),
      triggers: structuredClone(installation.triggers),
      caches: structuredClone(installation.caches),
      scriptProperties: new Map(installation.scriptProperties),
    }),
  });
  return { discarded: after('discarded'), applied: after('applied') };
}
