/**
 * The ways in which a run of the bundle can break off. A service call fails before or after its effect, or
 * the platform kills the execution at it, and writes since the last flush are lost or kept. `npm test` tries
 * a sample of these points. `npm run test:exhaustive` tries all but most failures of calls that change
 * nothing. `npm run test:long` tries all.
 */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type CallHook,
  copyOf,
  type DialogAnswer,
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
  /**
   * The other action that this one leads to, because it only asks first or is called by the sidebar. `npm run
   * test:exhaustive` also takes only a sample of its points; `npm run test:long` takes all.
   */
  readonly leadsTo?: string;
  /**
   * Another workbook already covers nearly all points of this action. For this one `npm run test:exhaustive`
   * takes one point for each kind of call and way of breaking off; `npm run test:long` takes all.
   */
  readonly isTriedElsewhere?: boolean;
  /** What the user types into the dialogs, in order. */
  readonly typed?: readonly string[];
}

type Phase = 'before' | 'after';
const KILLS = { discarded: 'killed, writes discarded', applied: 'killed, writes applied' } as const;
export type BreakOff = `fails ${Phase}` | (typeof KILLS)[keyof typeof KILLS];

/** One way of breaking off at one service call. */
interface Point {
  /** Number of the call, counted from 1. */
  readonly number: number;
  readonly call: string;
  /** Whether the call changes anything that outlives the run. */
  readonly hasEffect: boolean;
  readonly phase: Phase;
  readonly how: BreakOff;
}

/** The state left by one way of breaking off. */
export interface Remainder extends Pick<Point, 'number' | 'call' | 'how'> {
  /** Unpacks the state at each call. All states at once would not fit into memory. */
  readonly state: () => HostState;
  /** null where the execution was killed: it can no longer report an error. */
  readonly error: Error | null;
  readonly answered: boolean;
}

export interface BreakOffs {
  /**
   * Number of points. A call without an effect has one failing point: failing before and after it is the
   * same.
   */
  readonly points: number;
  /** Number of points tried, including those that left a state already seen. */
  readonly taken: number;
  /** The different states that were left. */
  readonly remainders: readonly Remainder[];
}

/** Decides which points a sample takes, so that they are the same in every run. */
const SEED = 20240331;

/** Breaks an action off at every call in every way, or at a sample of these points (see `BREAK_OFFS`). */
export function everyBreakOff(start: HostState, action: Action, now: () => Date): BreakOffs {
  const points = pointsOf(start, action, now);
  const taken = pointsTaken(points, action);
  const distinct = new Map<string, Remainder>();
  const keep = (id: string, remainder: () => Remainder) => {
    if (!distinct.has(id)) distinct.set(id, remainder());
  };
  const [failures, kills] = [taken.filter(isFailure), taken.filter((point) => !isFailure(point))];
  killAll(start, action, now, kills, keep);
  for (const { number, call, phase, how } of failures) {
    const { state, execution } = broken(start, action, now, (at, _, atPhase) => {
      if (at === number && atPhase === phase) throw new ServiceError('Service Spreadsheets timed out');
    });
    const { error, ended } = execution;
    const bytes = serialize(state);
    keep(`${digestOf(bytes)} ${error === null}`, () => ({
      how,
      number,
      call,
      state: unpacking(bytes),
      error,
      answered: ended === 'returned',
    }));
  }
  return { points: points.length, taken: taken.length, remainders: [...distinct.values()] };
}

function pointsTaken(
  points: readonly Point[],
  { leadsTo, isTriedElsewhere = false }: Action,
): readonly Point[] {
  const { BREAK_OFFS } = process.env;
  if (BREAK_OFFS === 'all') return points;
  if (BREAK_OFFS !== 'exhaustive' || leadsTo !== undefined) return sampleOf(points, ({ call }) => call);
  return isTriedElsewhere ? sampleOf(points, ({ call, how }) => `${call} ${how}`) : withFewReads(points);
}

/**
 * How many failures to try for each kind of call that changes nothing. These calls are the most frequent, and
 * each failure takes a run. A run is broken off between any two of its writes anyway, at the writes themselves.
 */
const READS_OF_A_KIND = 4;

function withFewReads(points: readonly Point[]): readonly Point[] {
  const isRead = (point: Point) => isFailure(point) && !point.hasEffect;
  const byKind = new Map<string, Point[]>();
  for (const point of points.filter(isRead)) {
    const kind = byKind.get(point.call);
    if (kind === undefined) byKind.set(point.call, [point]);
    else kind.push(point);
  }
  const tried = new Set(
    [...byKind.values()].flatMap((kind) =>
      kind.toSorted((one, other) => (lotOf(one) < lotOf(other) ? -1 : 1)).slice(0, READS_OF_A_KIND),
    ),
  );
  return points.filter((point) => !isRead(point) || tried.has(point));
}

/** Pseudo-random order of the points. It depends only on the seed and the point. */
function lotOf({ number, call, phase, how }: Point): string {
  return createHash('sha1').update(`${SEED} ${number} ${call} ${phase} ${how}`).digest('hex');
}

/** Says how many points were tried. */
export function tallyOf(title: string, { points, taken, remainders }: BreakOffs): string {
  return `${title}: broken off at ${taken} of ${points} points, ${remainders.length} different states left`;
}

/** Lists every point by running the action once without breaking it off. */
function pointsOf(start: HostState, action: Action, now: () => Date): readonly Point[] {
  const points: Point[] = [];
  let revisions = '';
  broken(start, action, now, (number, call, phase, { discarded, applied }) => {
    const before = revisions;
    revisions = `${discarded.revision} ${applied.revision}`;
    if (phase === 'before') return;
    const hasEffect = revisions !== before;
    for (const at of hasEffect ? (['before', 'after'] as const) : (['before'] as const)) {
      for (const how of [`fails ${at}`, KILLS.discarded, KILLS.applied] as const) {
        points.push({ number, call, hasEffect, phase: at, how });
      }
    }
  });
  return points;
}

/** Takes one point of each kind; one that has an effect, if there is any. */
function sampleOf(points: readonly Point[], kindOf: (point: Point) => string): readonly Point[] {
  const drawn = new Map<string, { readonly point: Point; readonly lot: string }>();
  for (const point of points) {
    const kind = kindOf(point);
    const lot = `${point.hasEffect ? 0 : 1} ${lotOf(point)}`;
    const other = drawn.get(kind);
    if (other === undefined || lot < other.lot) drawn.set(kind, { point, lot });
  }
  return [...drawn.values()].map(({ point }) => point);
}

function isFailure({ how }: Point): boolean {
  return how.startsWith('fails');
}

/** Collects every state that a kill could leave. A single run shows them all. */
function killAll(
  start: HostState,
  action: Action,
  now: () => Date,
  kills: readonly Point[],
  keep: (id: string, remainder: () => Remainder) => void,
): void {
  const wanted = new Set(kills.map(({ number, phase, how }) => `${number} ${phase} ${how}`));
  broken(start, action, now, (number, call, phase, afterKill) => {
    for (const writes of ['discarded', 'applied'] as const) {
      const how = KILLS[writes];
      if (!wanted.has(`${number} ${phase} ${how}`)) continue;
      const state = afterKill[writes];
      keep(`killed ${state.revision}`, () => ({
        how,
        number,
        call,
        state: unpacking(serialize(slim(state.copy()))),
        error: null,
        answered: false,
      }));
    }
  });
}

function broken(
  start: HostState,
  { functionName, args = [], kind = 'menu', typed = [] }: Action,
  now: () => Date,
  onCall: CallHook,
) {
  const texts = [...typed];
  const answer = (): DialogAnswer => ({ button: 'OK', text: texts.shift() ?? '' });
  const host = hostOf(copyOf(start.document), { ...stateOf(start), answer, onCall, now });
  const execution = host.execute(functionName, args, kind);
  // Nobody holds it any more, however the execution came to its end.
  host.holdLock()();
  return {
    execution,
    state: slim({ document: host.document, triggers: [...host.triggers], caches: start.caches }),
  };
}

const slim = (state: HostState): HostState => ({ ...state, document: withFewRules(state.document) });

/** Below this row no cell has a rule of its own. The settings above have one each. */
const LAST_ROW_WITH_RULES = 40;

/**
 * Removes the validation rules below row 40. Logs have them for whole columns, so row 40 shows what row 1000
 * would. They would be most of what has to be copied and compared.
 */
export function withFewRules(document: DocumentState): DocumentState {
  for (const { validations } of document.sheets) {
    for (const cell of validations?.keys() ?? []) {
      // Cells are keyed `row,column`.
      if (Number.parseInt(cell, 10) > LAST_ROW_WITH_RULES) validations?.delete(cell);
    }
  }
  return document;
}

/** Host options to continue from a state. */
export function stateOf({ triggers, caches }: HostState): Pick<HostState, 'triggers' | 'caches'> {
  return { triggers: structuredClone(triggers), caches: structuredClone(caches) };
}

export function hostStateOf(document: DocumentState): HostState {
  return { document, triggers: [], caches: new Map() };
}

/**
 * Returns a function that restores a serialized state. Hundreds of similar states are kept; packed they take
 * a tenth of the memory.
 */
function unpacking(bytes: Buffer): () => HostState {
  const packed = deflateRawSync(bytes, { level: 1 });
  // The packed bytes came from a HostState.
  return () => deserialize(inflateRawSync(packed)) as HostState;
}

/** Equal states have equal digests. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64');
}
