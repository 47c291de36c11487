/**
 * The part of the membrane that runs inside the realm. It makes the arrays, dates, errors and functions that
 * a script gets, so they are of the script's own kind. It is text because a function of this realm would
 * bring this realm's objects with it.
 */
export const PRELUDE = `(function (host) {
  'use strict';
  const OwnDate = Date;
  const OwnError = Error;
  const { isArray } = Array;
  const { create, defineProperty, freeze, prototype: objectPrototype } = Object;
  const { apply, construct, get } = Reflect;
  const { captureStackTrace } = Error;
  const OwnPromise = Promise;
  const { then } = Promise.prototype;

  // The clock is the host's; everything else about dates is the language's.
  OwnDate.now = function now() { return host.now(); };
  const ScriptDate = new Proxy(OwnDate, {
    apply: () => new OwnDate(host.now()).toString(),
    construct: (target, values, newTarget) =>
      construct(target, values.length === 0 ? [host.now()] : values, newTarget === ScriptDate ? target : newTarget),
  });
  defineProperty(OwnDate.prototype, 'constructor', { value: ScriptDate, writable: true, configurable: true });
  defineProperty(globalThis, 'Date', { value: ScriptDate, writable: true, configurable: true });

  // Administrators read stack traces; the frames of the host would tell them nothing.
  defineProperty(OwnError, 'prepareStackTrace', {
    value: (error, frames) =>
      [String(error), ...frames.filter((frame) => frame.getFileName() === host.scriptFile)].join('\\n    at '),
  });

  const say = (level) => ({ [level](...values) { host.log(values); } })[level];
  globalThis.console = {
    log: say('log'), info: say('info'), warn: say('warn'), error: say('error'), debug: say('debug'),
    time() {}, timeEnd() {},
  };

  function exception(fault, caller) {
    const error = new OwnError(fault.message);
    defineProperty(error, 'name', { value: fault.name, writable: true, configurable: true });
    captureStackTrace(error, caller);
    return error;
  }

  function inward(value) {
    if (typeof value !== 'object' || value === null) return value;
    if (!isArray(value)) return host.inward(value);
    const copy = [];
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index];
      copy[index] = typeof item === 'object' && item !== null ? inward(item) : item;
    }
    return copy;
  }

  // Keys that the language itself looks up on any object.
  const askedByTheLanguage = (key) => typeof key === 'symbol' || key === 'then' || key === 'toJSON';

  /** The paths of absent members, such as SpreadsheetApp.WrapStrategy.WRAP. */
  const absentPaths = new WeakMap();

  /**
   * What stands for a member that the host does not have: calling it, handing it to a method, or anything on
   * it, throws.
   */
  function absent(path) {
    const member = new Proxy(function () {}, {
      apply() { throw exception(host.absent(path), member); },
      construct() { throw exception(host.absent(path), member); },
      get: (target, key) => {
        if (askedByTheLanguage(key) || key in target) return get(target, key);
        // A value of an enumeration might be compared or printed, and never called.
        if (/\\.[A-Z]\\w*$/.test(path)) throw exception(host.absent(path + '.' + key), member);
        return absent(path + '.' + key);
      },
    });
    absentPaths.set(member, path);
    return member;
  }

  function facadePrototype(service, names) {
    const rest = new Proxy(objectPrototype, {
      get: (target, key, receiver) =>
        askedByTheLanguage(key) || key in target ? get(target, key, receiver) : absent(service + '.' + key),
    });
    const prototype = create(rest);
    for (const name of names) {
      const method = ({
        [name](...values) {
          const missing = values.find((value) => typeof value === 'function' && absentPaths.has(value));
          if (missing !== undefined) throw exception(host.absent(absentPaths.get(missing)), method);
          const outcome = host.call(this, name, values);
          if (outcome.fault !== null) throw exception(outcome.fault, method);
          return outcome.value;
        },
      })[name];
      defineProperty(prototype, name, { value: method, enumerable: true });
    }
    defineProperty(prototype, 'toString', { value: () => service });
    return prototype;
  }

  return {
    inward,
    absent,
    facadePrototype,
    facade: (prototype, fields) => {
      const facade = create(prototype);
      // Most scripts ask for few of the enumerations, and to make all takes longer than many of them run.
      for (const [name, make] of fields) {
        let made;
        defineProperty(facade, name, { get: () => (made ??= make()), enumerable: true });
      }
      return freeze(facade);
    },
    date: (time) => new OwnDate(time),
    record: (entries) => {
      const copy = {};
      for (const [key, value] of entries) copy[key] = inward(value);
      return copy;
    },
    enumValue: (label, position) =>
      freeze({
        name: () => label,
        ordinal: () => position,
        compareTo: (other) => position - other.ordinal(),
        toString: () => label,
        toJSON: () => label,
      }),
    invoke(method, values) {
      const outcome = { state: 'pending', value: undefined };
      const settle = (state) => (value) => { outcome.state = state; outcome.value = value; };
      try {
        const value = apply(method, undefined, values);
        if (value instanceof OwnPromise) {
          apply(then, value, [settle('returned'), settle('threw')]);
        } else {
          settle('returned')(value);
        }
      } catch (error) {
        settle('threw')(error);
      }
      return outcome;
    },
  };
})`;
