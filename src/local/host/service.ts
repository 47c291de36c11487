/** What every object of the script services is, and how it reads its arguments. */
import { ServiceError } from './errors.ts';
import type { Run } from './run.ts';

/**
 * An object of the script services, living outside the realm. The membrane shows a script its methods (of its class and of
 * those above it) and its fields that hold enumerations; all other fields are the host's own. Methods get plain values of this
 * realm, other services and enumeration values, but of any type: a script may pass whatever it likes.
 */
export abstract class Service {
  /** The execution that it belongs to. */
  readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** The name of the type in Google's reference, for example `Range`. The classes here have the same names. */
  get serviceName(): string {
    return this.constructor.name;
  }
}

/** A service that stands for one thing: a rule, a chart, a trigger. */
export abstract class ServiceOf<State> extends Service {
  readonly state: State;

  constructor(run: Run, state: State) {
    super(run);
    this.state = state;
  }
}

/** The error of a call whose arguments fit no signature of the method, in Google's words. */
export function signatureError(method: string, values: readonly unknown[]): ServiceError {
  return new ServiceError(
    `The parameters (${values.map(typeName).join(',')}) don't match the method signature for ${method}.`,
  );
}

/** An integer argument; fractions are cut off, as the platform does. */
export function integerOf(value: unknown, method: string, values: readonly unknown[]): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw signatureError(method, values);
  return Math.trunc(value);
}

/** Arguments that are all integers. */
export function integersOf(method: string, values: readonly unknown[]): number[] {
  return values.map((value) => integerOf(value, method, values));
}

/** A text argument; numbers and booleans are turned into text, as the platform does. */
export function textOf(value: unknown, method: string, values: readonly unknown[]): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw signatureError(method, values);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  if (value instanceof Service) return `SpreadsheetApp.${value.serviceName}`;
  return TYPE_NAMES[typeof value] ?? 'Object';
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'number',
  boolean: 'Boolean',
};
