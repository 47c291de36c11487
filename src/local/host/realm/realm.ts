/** A global environment of its own for each execution. */
import vm from 'node:vm';
import { GLOBALS, MEMBERS, TYPED_ARRAY_PROTOTYPE } from './library.ts';
import { PRELUDE } from './prelude.ts';

/** What the inside of the realm asks of the host. */
export interface RealmHost {
  /** What the script's file is called in stack traces. */
  readonly scriptFile: string;
  /** The clock, in milliseconds. */
  now(): number;
  log(values: readonly unknown[]): void;
  /** A value of this realm that is neither a primitive nor an array, made into one of the script's. */
  inward(value: unknown): unknown;
  /** A method of a service was called. */
  call(
    facade: unknown,
    name: string,
    values: unknown,
  ): { readonly value: unknown; readonly fault: Error | null };
  /** A member that the host does not have was used; gives the error to throw. */
  absent(path: string): Error;
}

/** How a call into the realm ended; `pending` is a promise that nothing will settle any more. */
export interface Outcome {
  readonly state: 'returned' | 'threw' | 'pending';
  readonly value: unknown;
}

type InnerFunction = (...values: unknown[]) => unknown;

/** A fresh global environment for one execution: the language's library and nothing of Node's. */
export interface Realm {
  readonly context: vm.Context;
  /** Runs script text at the top level, with the jobs of its promises. */
  load(script: vm.Script): void;
  /** Calls a function of the realm, with the jobs of its promises. */
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

/** Makes a realm. Its promises run when the script has ended, before control comes back here. */
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

/** A value that must be a function. */
export function callable(value: unknown): InnerFunction {
  if (typeof value !== 'function') throw new TypeError('a function of the realm is missing');
  return (...values) => Reflect.apply(value, undefined, values);
}

/** A value that must be an object, as a record of unknown values. */
export function asRecord(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new TypeError('an object of the realm is missing');
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
