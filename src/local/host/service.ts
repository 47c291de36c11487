/** The base of every object of the script services, and how methods read their arguments. */
import { ServiceError } from './errors.ts';
import type { Run } from './run.ts';

/**
 * An object of the script services. It lives outside the realm. The membrane shows scripts its methods,
 * inherited ones included, and its fields that hold enumerations; all other fields are private to the host.
 * Arguments arrive as plain values of this realm, services or enumeration values, but may be of any type,
 * because a script may pass anything.
 */
export abstract class Service {
  /** The execution that this object belongs to. */
  readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  /** The name of the type in Google's reference, for example `Range`. Classes here have the same names. */
  get serviceName(): string {
    return this.constructor.name;
  }
}

/** A service object that wraps one thing, such as a rule, a chart or a trigger. */
export abstract class ServiceOf<State> extends Service {
  readonly state: State;

  constructor(run: Run, state: State) {
    super(run);
    this.state = state;
  }
}

/** Google's error for arguments that fit no signature of the method. */
export function signatureError(method: string, values: readonly unknown[]): ServiceError {
  return new ServiceError(
    `The parameters (${values.map(typeName).join(',')}) don't match the method signature for ${method}.`,
  );
}

/** Returns an integer argument. Fractions are cut off, as on the platform. */
export function integerOf(value: unknown, method: string, values: readonly unknown[]): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw signatureError(method, values);
  return Math.trunc(value);
}

/** Returns arguments that must all be integers. */
export function integersOf(method: string, values: readonly unknown[]): number[] {
  return values.map((value) => integerOf(value, method, values));
}

/** Returns a text argument. Numbers and booleans become text, as on the platform. */
export function textOf(value: unknown, method: string, values: readonly unknown[]): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw signatureError(method, values);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  if (value instanceof Service) return fullName(value);
  return TYPE_NAMES[typeof value] ?? 'Object';
}

/** The name of a type with its service, for example `SpreadsheetApp.Range` or `ScriptApp.Trigger`. */
function fullName({ serviceName }: Service): string {
  const owner = Object.keys(OTHER_TYPES).find((name) => OTHER_TYPES[name]?.includes(serviceName));
  return serviceName === owner ? owner : `${owner ?? 'SpreadsheetApp'}.${serviceName}`;
}

/** The types of each service other than SpreadsheetApp. */
const OTHER_TYPES: Readonly<Record<string, readonly string[]>> = {
  CacheService: ['CacheService', 'Cache'],
  HtmlService: ['HtmlService', 'HtmlOutput'],
  LockService: ['LockService', 'Lock'],
  PropertiesService: ['PropertiesService', 'Properties'],
  ScriptApp: ['ScriptApp', 'Trigger', 'TriggerBuilder', 'ClockTriggerBuilder'],
  Session: ['Session', 'User'],
  SpreadsheetApp: ['SpreadsheetApp'],
  Ui: ['Ui', 'Menu', 'PromptResponse'],
  Utilities: ['Utilities'],
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'number',
  boolean: 'Boolean',
};
