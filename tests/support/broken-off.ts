/**
 * Every way in which a run of the bundle can break off: a service call fails before it has its effect or after, or the platform ends
 * the execution at it, and what was written since the last flush is lost or kept.
 */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type CallHook,
  copyOf,
  type DocumentState,
  type ExecutionKind,
  type HostState,
  ServiceError,
} from '../../src/local/host/host.ts';
import { hostOf } from './running.ts';

export interface Action {
  readonly functionName: string;
  readonly args?: readonly unknown[];
  readonly kind?: ExecutionKind;
}

export type BreakOff = 'fails before' | 'fails after' | 'killed, writes lost' | 'killed, writes kept';

/** What one way of breaking off has left. */
export interface Remainder {
  readonly how: BreakOff;
  /** Number of the call, from 1, and its name. */
  readonly number: number;
  readonly call: string;
  /** Made anew whenever it is asked for: all of them at once would be more than fits into memory. */
  readonly state: () => HostState;
  /** null where the execution was killed: it says nothing any more. */
  readonly error: Error | null;
  readonly answered: boolean;
}

export interface BreakOffs {
  /** How many points were tried, each state that was left counted as often as it came up. */
  readonly points: number;
  /** The states that were left, each once. */
  readonly remainders: readonly Remainder[];
}

/** Breaks an action off at every call, in every way. */
export function everyBreakOff(start: HostState, action: Action, now: () => Date): BreakOffs {
  const distinct = new Map<string, Remainder>();
  let points = 0;
  const keep = (id: string, remainder: () => Remainder) => {
    points += 1;
    if (!distinct.has(id)) distinct.set(id, remainder());
  };

  const calls = killedEverywhere(start, action, now, keep);
  calls.forEach(({ call, hasEffect }, index) => {
    const number = index + 1;
    for (const phase of hasEffect ? (['before', 'after'] as const) : (['before'] as const)) {
      const { state, execution } = broken(start, action, now, (at, _, atPhase) => {
        if (at === number && atPhase === phase) throw new ServiceError('Service Spreadsheets timed out');
      });
      const { error, ended } = execution;
      const bytes = serialize(state);
      keep(`${digestOf(bytes)} ${error === null}`, () => ({
        how: `fails ${phase}`,
        number,
        call,
        state: unpacking(bytes),
        error,
        answered: ended === 'returned',
      }));
    }
    // A call without an effect fails in the same way before and after it: one execution shows both.
    if (!hasEffect) points += 1;
  });
  return { points, remainders: [...distinct.values()] };
}

/** One run shows every state in which a kill could leave the document. */
function killedEverywhere(
  start: HostState,
  action: Action,
  now: () => Date,
  keep: (id: string, remainder: () => Remainder) => void,
): readonly { readonly call: string; readonly hasEffect: boolean }[] {
  const calls: { call: string; hasEffect: boolean }[] = [];
  let revisions = '';
  broken(start, action, now, (number, call, phase, remains) => {
    const now = `${remains.lost.revision} ${remains.kept.revision}`;
    if (phase === 'before') calls.push({ call, hasEffect: false });
    else calls[number - 1] = { call, hasEffect: now !== revisions };
    revisions = now;
    for (const writes of ['lost', 'kept'] as const) {
      const state = remains[writes];
      keep(`killed ${state.revision}`, () => ({
        how: `killed, writes ${writes}`,
        number,
        call,
        state: unpacking(serialize(state.copy())),
        error: null,
        answered: false,
      }));
    }
  });
  return calls;
}

function broken(
  start: HostState,
  { functionName, args = [], kind = 'menu' }: Action,
  now: () => Date,
  onCall: CallHook,
) {
  const host = hostOf(copyOf(start.document), { ...stateOf(start), onCall, now });
  const execution = host.execute(functionName, args, kind);
  // Nobody holds it any more, however the execution came to its end.
  host.holdLock('document')();
  return {
    execution,
    state: { document: host.document, triggers: [...host.triggers], caches: start.caches },
  };
}

/** A state as the options of a host that goes on from it. */
export function stateOf({ triggers, caches }: HostState): Pick<HostState, 'triggers' | 'caches'> {
  return { triggers: structuredClone(triggers), caches: structuredClone(caches) };
}

export function hostStateOf(document: DocumentState): HostState {
  return { document, triggers: [], caches: new Map() };
}

/** Gives the state again that was serialized. Of a workbook thousands are kept, and all are alike: they take a tenth when packed. */
function unpacking(bytes: Buffer): () => HostState {
  const packed = deflateRawSync(bytes, { level: 1 });
  // What was packed was a state of a host.
  return () => deserialize(inflateRawSync(packed)) as HostState;
}

/** The same for states that are the same. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64');
}
