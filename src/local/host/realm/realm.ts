/** Creates a separate global environment for each execution. */
import vm from 'node:vm';
import { GLOBALS, MEMBERS, TYPED_ARRAY_PROTOTYPE } from './library.ts';
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
  for (const { owner, own, prototype } of MEMBERS) {
    const object = asRecord(globals[owner]);
    keep(object, own);
    if (object.prototype !== undefined) keep(asRecord(object.prototype), prototype);
  }
  keep(
    asRecord(vm.runInContext('Object.getPrototypeOf(Uint8Array.prototype)', context)),
    TYPED_ARRAY_PROTOTYPE,
  );
  keep(
    asRecord(vm.runInContext('Object.getPrototypeOf([][Symbol.iterator]().__proto__)', context)),
    new Set(),
  );
  keep(globals, GLOBALS);
}

function keep(object: object, names: ReadonlySet<string>): void {
  for (const name of Object.getOwnPropertyNames(object)) {
    if (!names.has(name)) Reflect.deleteProperty(object, name);
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
