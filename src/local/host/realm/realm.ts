/** Creates a separate global environment for each execution. */
import vm from 'node:vm';
import { makeEnginePatient } from './patient-engine.ts';
import { PRELUDE } from './prelude.ts';

/** What code inside the realm asks of the host. */
export interface RealmHost {
  /** The name of the script's file in stack traces. */
  readonly scriptFile: string;
  /** The time, in milliseconds since 1970. */
  now(): number;
  log(values: readonly unknown[]): void;
  /** Converts a value of this realm, neither a primitive nor an array, to one of the script's realm. */
  inward(value: unknown): unknown;
  /** Called when the script calls a method of a service. */
  call(
    facade: unknown,
    name: string,
    values: unknown,
  ): { readonly value: unknown; readonly fault: Error | null };
  /** Called when the script uses a member that the host does not have. Returns the error to throw. */
  absent(path: string): Error;
}

/** How a call into the realm ended. `pending`: it returned a promise that can no longer settle. */
export interface Outcome {
  readonly state: 'returned' | 'threw' | 'pending';
  readonly value: unknown;
}

/**
 * The global names of ECMAScript 2020 without `Intl`. Whatever else Node has, the platform may not. Newer
 * members of these are refused by the compiler, which knows the library of 2020 only.
 */
export const GLOBALS: ReadonlySet<string> = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error
   EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math ArrayBuffer Uint8Array Int8Array
   Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array
   DataView Map BigInt Set WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent escape
   unescape eval isFinite isNaN`.split(/\s+/),
);

type InnerFunction = (...values: unknown[]) => unknown;

/** A new global environment for one execution. It has the language's library and nothing of Node. */
export interface Realm {
  readonly context: vm.Context;
  /** Runs script text at the top level, then the jobs of its promises. */
  load(script: vm.Script): void;
  /** Calls a function of the realm, then runs the jobs of its promises. */
  invoke(target: unknown, values: unknown): Outcome;
  readonly inward: InnerFunction;
  readonly absent: InnerFunction;
  readonly facadePrototype: InnerFunction;
  readonly facade: InnerFunction;
  readonly date: InnerFunction;
  readonly record: InnerFunction;
  readonly enumValue: InnerFunction;
}

makeEnginePatient();
const prelude = new vm.Script(PRELUDE, { filename: 'prelude.js' });
const runJobs = new vm.Script('0', { filename: 'jobs.js' });

/** Creates a realm. Promise jobs run after the script ends and before control returns to the host. */
export function createRealm(host: RealmHost): Realm {
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  keepStandardLibrary(context);
  const inside = asRecord(callable(prelude.runInContext(context))(host));
  const member = (name: string) => callable(inside[name]);
  const invoke = member('invoke');
  return {
    context,
    load: (script) => {
      script.runInContext(context, { displayErrors: false });
    },
    invoke(target, values) {
      const outcome = invoke(target, values);
      runJobs.runInContext(context);
      const { state, value } = asRecord(outcome);
      return { state: state === 'returned' || state === 'threw' ? state : 'pending', value };
    },
    inward: member('inward'),
    absent: member('absent'),
    facadePrototype: member('facadePrototype'),
    facade: member('facade'),
    date: member('date'),
    record: member('record'),
    enumValue: member('enumValue'),
  };
}

function keepStandardLibrary(context: vm.Context): void {
  const globals = asRecord(vm.runInContext('globalThis', context));
  for (const name of Object.getOwnPropertyNames(globals)) {
    if (!GLOBALS.has(name)) Reflect.deleteProperty(globals, name);
  }
}

/** Returns the value as a function. Throws if it is not one. */
export function callable(value: unknown): InnerFunction {
  if (typeof value !== 'function') throw new TypeError('a function of the realm is missing');
  return (...values) => Reflect.apply(value, undefined, values);
}

/** Returns the value as a record of unknown values. Throws if it is not an object. */
export function asRecord(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new TypeError('an object of the realm is missing');
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
