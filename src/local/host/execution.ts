/** Runs one function of the bundle, from loading the script to its last write. */
import { inspect } from 'node:util';
import type vm from 'node:vm';
import { type CallCount, CallCounter } from './calls.ts';
import { type CallHook, ExecutionEnded, stateAfterKill, TIMED_OUT } from './ends.ts';
import { NotImplementedError, ServiceError } from './errors.ts';
import { refusalOf } from './permissions.ts';
import { clientArguments, clientResult } from './realm/client-values.ts';
import { type AroundCall, Membrane, outerError } from './realm/membrane.ts';
import { createRealm, type Outcome, type Realm } from './realm/realm.ts';
import { type Dialog, type Run, releaseLocks, type ShownPage, type Toast } from './run.ts';
import { ABSENT_SERVICES, globalServices } from './services/index.ts';

/** The outcome of one execution. */
export interface Execution {
  /** How the execution ended. It is `killed` if the call hook threw an {@link ExecutionEnded}. */
  readonly ended: 'returned' | 'threw' | 'killed';
  /** What the function returned, copied into this realm. */
  readonly result: unknown;
  readonly error: Error | null;
  readonly calls: CallCount;
  readonly toasts: readonly Toast[];
  readonly dialogs: readonly Dialog[];
  readonly shown: readonly ShownPage[];
  readonly logs: readonly string[];
}

/** The name of the bundle's file in stack traces. */
export const SCRIPT_FILE = 'Code.js';

export interface Bundle {
  readonly script: vm.Script;
  /** Names of the functions declared at the top level. */
  readonly functions: readonly string[];
}

/** Runs a function of the bundle in a new realm. Loads the script first and applies pending writes last. */
export function executeIn(
  run: Run,
  bundle: Bundle,
  functionName: string,
  values: readonly unknown[],
  onCall: CallHook | undefined,
): Execution {
  const counter = new CallCounter();
  const afterKill = stateAfterKill(run);
  let loading = true;
  let killed: ExecutionEnded | null = null;
  const around: AroundCall = (name, call) => {
    if (killed !== null) throw new ServiceError(TIMED_OUT);
    if (loading) throw new ServiceError(loadingMessage(name));
    const number = counter.count(name);
    const refusal = refusalOf(run, name);
    if (refusal !== null) throw new ServiceError(refusal);
    try {
      onCall?.(number, name, 'before', afterKill);
      const result = call();
      onCall?.(number, name, 'after', afterKill);
      return result;
    } catch (thrown) {
      if (!(thrown instanceof ExecutionEnded)) throw thrown;
      killed = thrown;
      throw new ServiceError(TIMED_OUT);
    }
  };

  const membrane: Membrane = new Membrane(() => realm, around);
  const realm: Realm = createRealm({
    scriptFile: SCRIPT_FILE,
    now: () => run.now().getTime(),
    log: (said) => {
      if (killed === null) run.logs.push(logText(said.map((value) => membrane.outward(value))));
    },
    inward: (value) => membrane.inward(value),
    call: (facade, name, given) => membrane.call(facade, name, given),
    absent: (path) => (loading ? new ServiceError(loadingMessage(path)) : new NotImplementedError(path)),
  });
  for (const [name, service] of globalServices(run)) realm.context[name] = membrane.inward(service);
  for (const name of ABSENT_SERVICES) realm.context[name] = realm.absent(name);

  const end = inTimeZone(run.scriptTimeZone, () => {
    try {
      const given = run.kind === 'client' ? clientArguments(values) : values;
      realm.load(bundle.script);
      run.buffer.refresh();
      loading = false;
      if (!isCallable(run, bundle, functionName)) {
        throw new ServiceError(`Script function not found: ${functionName}`);
      }
      const outcome = realm.invoke(realm.context[functionName], membrane.inward(given));
      return finished(run, membrane, outcome);
    } catch (thrown) {
      return { ended: 'threw' as const, result: undefined, error: errorOf(thrown) };
    } finally {
      if (killed?.writes === 'discarded') run.buffer.discard();
      else run.buffer.apply();
      releaseLocks(run);
    }
  });
  if (membrane.hostFault !== null) throw membrane.hostFault.error;
  const { toasts, dialogs, shown, logs } = run;
  const { ended, result, error } =
    killed === null
      ? end
      : { ended: 'killed' as const, result: undefined, error: new ServiceError(TIMED_OUT) };
  return { ended, result, error, calls: counter.result(), toasts, dialogs, shown, logs };
}

function loadingMessage(call: string): string {
  return `A service was called while the script loads: ${call}`;
}

/**
 * A page may not call functions whose names end in `_`:
 * https://developers.google.com/apps-script/guides/html/communication#private_functions
 */
function isCallable({ kind }: Run, { functions }: Bundle, functionName: string): boolean {
  return functions.includes(functionName) && !(kind === 'client' && functionName.endsWith('_'));
}

function finished(
  run: Run,
  membrane: Membrane,
  { state, value }: Outcome,
): Pick<Execution, 'ended' | 'result' | 'error'> {
  if (state === 'threw') return { ended: 'threw', result: undefined, error: errorOf(value) };
  if (state === 'pending') return { ended: 'returned', result: undefined, error: null };
  return {
    ended: 'returned',
    result: run.kind === 'client' ? clientResult(value) : membrane.outward(value),
    error: null,
  };
}

/** Converts anything that a script throws to an error of this realm. */
function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return isErrorOfRealm(thrown) ? outerError(thrown) : new Error(String(thrown));
}

function isErrorOfRealm(value: unknown): value is Error {
  return (
    typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Error]'
  );
}

/**
 * Runs an action with the process's local time set to the time zone of the script's manifest. The whole
 * process shares one local time zone, and worker threads ignore changes to it.
 */
function inTimeZone<Result>(name: string, action: () => Result): Result {
  const before = process.env.TZ;
  if (before === name) return action();
  process.env.TZ = name;
  try {
    return action();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/**
 * One line of the log. If the first value is a text, its `%s`, `%d` and `%j` are replaced by the next values;
 * the rest is appended.
 */
function logText(values: readonly unknown[]): string {
  const texts = values.map((value) =>
    typeof value === 'string' ? value : inspect(value, { depth: 4, breakLength: Infinity }),
  );
  const [format, ...rest] = texts;
  if (typeof values[0] !== 'string' || format === undefined) return texts.join(' ');
  const filled = format.replace(/%[sdj]/g, (place) => rest.shift() ?? place);
  return [filled, ...rest].join(' ');
}
