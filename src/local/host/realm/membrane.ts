/** The membrane between a script's realm and the services. */
import { types } from 'node:util';
import { Enumeration, EnumValue } from '../enumeration.ts';
import { NotImplementedError, ServiceError } from '../errors.ts';
import { Service } from '../service.ts';
import type { Realm } from './realm.ts';

/** Wraps every call of a service. It counts the call, and may refuse it or make it fail. */
export type AroundCall = (name: string, call: () => unknown) => unknown;

/**
 * The only way between a script and the services. Outward, values are copied into this realm; inward, into
 * the script's realm. A service becomes a facade that has only its methods and enumerations.
 */
export class Membrane {
  /**
   * The first bug of the host. It is kept here because the script may catch the error that it got instead.
   */
  hostFault: { readonly error: unknown } | null = null;

  readonly #realm: () => Realm;
  readonly #around: AroundCall;
  readonly #prototypes = new Map<string, unknown>();
  readonly #insideOf = new WeakMap<object, object>();
  readonly #outsideOf = new WeakMap<object, Service | EnumValue>();

  constructor(realm: () => Realm, around: AroundCall) {
    this.#realm = realm;
    this.#around = around;
  }

  /** Converts a value of this realm to what the script sees. */
  inward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.#insideOf.get(value);
    if (known !== undefined) return known;
    const realm = this.#realm();
    if (Array.isArray(value)) return realm.inward(value);
    if (value instanceof Date) return realm.date(value.getTime());
    if (value instanceof Service) return this.#remember(this.#facade(value), value);
    if (value instanceof EnumValue)
      return this.#remember(realm.enumValue(value.label, value.position), value);
    return realm.record(Object.entries(value));
  }

  /**
   * Converts a value of the script to one of this realm. Everything is copied, except services and
   * enumeration values, which become the originals again.
   */
  outward(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.#outsideOf.get(value) ?? seen.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      seen.set(value, copy);
      for (const item of value) {
        copy.push(typeof item === 'object' && item !== null ? this.outward(item, seen) : item);
      }
      return copy;
    }
    if (types.isDate(value)) return new Date(Date.prototype.getTime.call(value));
    if (types.isNativeError(value)) return outerError(value);
    const copy: Record<string, unknown> = {};
    seen.set(value, copy);
    for (const [key, item] of Object.entries(value)) copy[key] = this.outward(item, seen);
    return copy;
  }

  /** Calls a method of a service for the script. */
  call(facade: unknown, name: string, values: unknown): { value: unknown; fault: Error | null } {
    try {
      const service = typeof facade === 'object' && facade !== null ? this.#outsideOf.get(facade) : undefined;
      if (!(service instanceof Service)) {
        throw new ServiceError(`Illegal invocation of ${name}`);
      }
      const result = this.#around(`${service.serviceName}.${name}`, () => {
        const method: unknown = Reflect.get(service, name);
        const copies = this.outward(values);
        if (typeof method !== 'function' || !Array.isArray(copies)) {
          throw new NotImplementedError(`${service.serviceName}.${name}`);
        }
        if (copies.length > mostArguments(method)) {
          throw new NotImplementedError(`${copies.length} arguments of ${service.serviceName}.${name}`);
        }
        return Reflect.apply(method, service, copies);
      });
      return { value: this.inward(result), fault: null };
    } catch (error) {
      if (error instanceof ServiceError) return { value: undefined, fault: error };
      this.hostFault ??= { error };
      return { value: undefined, fault: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  #remember(inside: unknown, outside: Service | EnumValue): unknown {
    if (typeof inside === 'object' && inside !== null) {
      this.#insideOf.set(outside, inside);
      this.#outsideOf.set(inside, outside);
    }
    return inside;
  }

  #facade(service: Service): unknown {
    const fields: [string, () => unknown][] = [];
    for (const [name, field] of Object.entries(service)) {
      if (field instanceof Enumeration)
        fields.push([name, () => this.inward(Object.fromEntries(field.values))]);
    }
    return this.#realm().facade(this.#prototypeOf(service), fields);
  }

  #prototypeOf(service: Service): unknown {
    const name = service.serviceName;
    let prototype = this.#prototypes.get(name);
    if (prototype === undefined) {
      prototype = this.#realm().facadePrototype(name, methodNames(service));
      this.#prototypes.set(name, prototype);
    }
    return prototype;
  }
}

const argumentCounts = new WeakMap<object, number>();

/**
 * The number of parameters of a method; infinite if it has a rest parameter. It finds arguments that the
 * method would silently ignore.
 */
function mostArguments(method: object): number {
  let most = argumentCounts.get(method);
  if (most === undefined) {
    const list = /\(((?:[^()]|\([^()]*\))*)\)/.exec(String(method))?.[1] ?? '...';
    most = list.includes('...')
      ? Number.POSITIVE_INFINITY
      : list.split(',').filter((one) => one.trim() !== '').length;
    argumentCounts.set(method, most);
  }
  return most;
}

/** Copies an error of the script into this realm. */
export function outerError(inner: Error): Error {
  const error = new Error(inner.message);
  error.name = inner.name;
  error.stack = inner.stack ?? '';
  return error;
}

const methodsOfClass = new Map<unknown, readonly string[]>();

function methodNames(service: Service): readonly string[] {
  const own = Object.getPrototypeOf(service);
  const known = methodsOfClass.get(own);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (let level = own; level !== Service.prototype; level = Object.getPrototypeOf(level)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (name !== 'constructor' && typeof value === 'function') names.add(name);
    }
  }
  methodsOfClass.set(own, [...names]);
  return [...names];
}
