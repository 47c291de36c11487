/** Values that pass between the sidebar and the script. */
import { types } from 'node:util';

/**
 * Checks and copies the arguments of a call through `google.script.run`: primitives, arrays and plain
 * objects. In the browser Google refuses an argument that holds a date or a function with this error:
 * https://developers.google.com/apps-script/guides/html/reference/run#myFunction(...)
 */
export function clientArguments(values: readonly unknown[]): unknown[] {
  return values.map((value, index) => {
    const copy = carried(value, new Set());
    if (copy === UNSUPPORTED) {
      throw new TypeError(`Failed due to illegal value in property: ${index}`);
    }
    return copy;
  });
}

/**
 * Copies a result for the page. Throws if it cannot be passed on. Google then gives the page an error or, for
 * a date, a silent null; the host always throws.
 */
export function clientResult(value: unknown): unknown {
  const copy = value === undefined ? null : carried(value, new Set());
  if (copy === UNSUPPORTED) {
    throw new TypeError('The script completed but the returned value is not a supported return type.');
  }
  return copy;
}

const UNSUPPORTED = Symbol('unsupported');

function carried(value: unknown, above: ReadonlySet<object>): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : carriedObject(value, above);
    default:
      return UNSUPPORTED;
  }
}

function carriedObject(value: object, above: ReadonlySet<object>): unknown {
  if (above.has(value) || !(Array.isArray(value) || isPlain(value))) return UNSUPPORTED;
  const path = new Set(above).add(value);
  if (Array.isArray(value)) {
    // The array's own `map` would create an array in the script's realm.
    const items = Array.from(value, (item: unknown) => carried(item, path));
    return items.includes(UNSUPPORTED) ? UNSUPPORTED : items;
  }
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]): [string, unknown] => [key, carried(item, path)]);
  return entries.some(([, item]) => item === UNSUPPORTED) ? UNSUPPORTED : Object.fromEntries(entries);
}

/** True for an object made by a literal, in this realm or in the script's. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    !types.isDate(value) &&
    (prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null))
  );
}
