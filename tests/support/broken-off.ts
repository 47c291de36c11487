/**
 * The ways in which a run of the bundle can break off: a service call fails before it has its effect or after, or the platform ends
 * the execution at it, and what was written since the last flush is lost or kept. `npm test` tries a sample of them,
 * `npm run test:exhaustive` all but most failures of calls that change nothing, and `npm run test:long` all.
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
   * It asks first, or is asked by the sidebar, and then does what another action does: `npm run test:exhaustive` too takes a
   * sample of its points, and `npm run test:long` all.
   */
  readonly leadsTo?: string;
  /**
   * It is broken off at nearly all points on another workbook: on this one `npm run test:exhaustive` takes a point of every kind of
   * call in every way, and `npm run test:long` all.
   */
  readonly isTriedElsewhere?: boolean;
  /** What a person types into one dialog after the other. */
  readonly typed?: readonly string[];
}

type Phase = 'before' | 'after';
const KILLS = { lost: 'killed, writes lost', kept: 'killed, writes kept' } as const;
export type BreakOff = `fails ${Phase}` | (typeof KILLS)[keyof typeof KILLS];

/** One way of breaking off at one call. */
interface Point {
  /** Number of the call, from 1, and its name. */
  readonly number: number;
  readonly call: string;
  /** Whether the call changes anything that outlives the run. */
  readonly hasEffect: boolean;
  readonly phase: Phase;
  readonly how: BreakOff;
}

/** What one way of breaking off has left. */
export interface Remainder extends Pick<Point, 'number' | 'call' | 'how'> {
  /** Made anew whenever it is asked for: all of them at once would be more than fits into memory. */
  readonly state: () => HostState;
  /** null where the execution was killed: it says nothing any more. */
  readonly error: Error | null;
  readonly answered: boolean;
}

export interface BreakOffs {
  /** How many points there are: a call without an effect breaks off after it as it does before it, and is counted once. */
  readonly points: number;
  /** How many of them were tried, each state that was left counted as often as it came up. */
  readonly taken: number;
  /** The states that were left, each once. */
  readonly remainders: readonly Remainder[];
}

/** Which points a sample takes hangs on this number and on nothing else. */
const SEED = 20240331;

/** Breaks an action off at every call in every way, or at the sample of `npm test`. */
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

/** Of each kind of call that changes nothing, this many failures are tried. Each takes a run, and they are most of all calls. */
const READS_OF_A_KIND = 8;

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

/** Drawn once and for all: it hangs on the seed and the point. */
function lotOf({ number, call, phase, how }: Point): string {
  return createHash('sha1').update(`${SEED} ${number} ${call} ${phase} ${how}`).digest('hex');
}

/** How many points were tried, in words. */
export function tallyOf(title: string, { points, taken, remainders }: BreakOffs): string {
  return `${title}: broken off at ${taken} of ${points} points, ${remainders.length} different states left`;
}

/** Every point of a run that nothing breaks off. */
function pointsOf(start: HostState, action: Action, now: () => Date): readonly Point[] {
  const points: Point[] = [];
  let revisions = '';
  broken(start, action, now, (number, call, phase, { lost, kept }) => {
    const before = revisions;
    revisions = `${lost.revision} ${kept.revision}`;
    if (phase === 'before') return;
    const hasEffect = revisions !== before;
    for (const at of hasEffect ? (['before', 'after'] as const) : (['before'] as const)) {
      for (const how of [`fails ${at}`, KILLS.lost, KILLS.kept] as const) {
        points.push({ number, call, hasEffect, phase: at, how });
      }
    }
  });
  return points;
}

/** One point of every kind: where some calls of a kind have an effect, of one of those. */
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

/** One run shows every state in which a kill could leave the document. */
function killAll(
  start: HostState,
  action: Action,
  now: () => Date,
  kills: readonly Point[],
  keep: (id: string, remainder: () => Remainder) => void,
): void {
  const wanted = new Set(kills.map(({ number, phase, how }) => `${number} ${phase} ${how}`));
  broken(start, action, now, (number, call, phase, remains) => {
    for (const writes of ['lost', 'kept'] as const) {
      const how = KILLS[writes];
      if (!wanted.has(`${number} ${phase} ${how}`)) continue;
      const state = remains[writes];
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
  host.holdLock('document')();
  return {
    execution,
    state: slim({ document: host.document, triggers: [...host.triggers], caches: start.caches }),
  };
}

const slim = (state: HostState): HostState => ({ ...state, document: withFewRules(state.document) });

/** Below the settings, each of which has a rule of its own. */
const LAST_ROW_WITH_RULES = 40;

/**
 * Takes the validation rules of the rows below the fortieth away. A log has them for whole columns, so that what the fortieth row has the
 * thousandth has too, and they are nearly all of what is copied and compared.
 */
export function withFewRules(document: DocumentState): DocumentState {
  for (const { validations } of document.sheets) {
    for (const cell of validations?.keys() ?? []) {
      // A cell is written `row,column`.
      if (Number.parseInt(cell, 10) > LAST_ROW_WITH_RULES) validations?.delete(cell);
    }
  }
  return document;
}

/** A state as the options of a host that goes on from it. */
export function stateOf({ triggers, caches }: HostState): Pick<HostState, 'triggers' | 'caches'> {
  return { triggers: structuredClone(triggers), caches: structuredClone(caches) };
}

export function hostStateOf(document: DocumentState): HostState {
  return { document, triggers: [], caches: new Map() };
}

/** Gives the state again that was serialized. Of a workbook hundreds are kept, and all are alike: they take a tenth when packed. */
function unpacking(bytes: Buffer): () => HostState {
  const packed = deflateRawSync(bytes, { level: 1 });
  // What was packed was a state of a host.
  return () => deserialize(inflateRawSync(packed)) as HostState;
}

/** The same for states that are the same. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('base64');
}
