/** Compares documents by what a user can notice, ignoring the ids of their sheets. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';

/** Everything in a document except the ids of its sheets and marks. */
export function lookOf({ sheets, activeSheetId, documentProperties }: DocumentState) {
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
  return {
    sheets: sheets.map(({ id: _, metadata, formulas, ...sheet }) => ({
      ...sheet,
      metadata: metadata.map(({ key, value }) => [key, value]),
      formulas: [...formulas].map(([cell, formula]) => [
        cell,
        formula.replace(/#gid=(\d+)/, (_all, id: string) => `#${nameOf.get(Number(id))}`),
      ]),
    })),
    shown: nameOf.get(activeSheetId),
    documentProperties,
  };
}

/** Same as `toEqual`, but fast for large values. */
export function expectSame(found: unknown, expected: unknown, where: string): void {
  if (!isSame(found, expected, new WeakMap())) expect(found, where).toEqual(expected);
}

/**
 * Whether two values of plain data are equal. Thousands of cells share a style or a rule, so pairs already
 * compared are remembered.
 * @param known objects, each with the one that it was found equal to
 */
function isSame(one: unknown, other: unknown, known: WeakMap<object, unknown>): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (known.get(one) === other) return true;
  const areSame = hasSame(one, other, known);
  if (areSame) known.set(one, other);
  return areSame;
}

function hasSame(one: object, other: object, known: WeakMap<object, unknown>): boolean {
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSame(item, other[index], known))
    );
  }
  if (one instanceof Map) {
    if (!(other instanceof Map) || one.size !== other.size) return false;
    for (const [key, value] of one)
      if (!other.has(key) || !isSame(value, other.get(key), known)) return false;
    return true;
  }
  // Slow, but objects of other classes are rare.
  if (Object.getPrototypeOf(one) !== Object.prototype) return isDeepStrictEqual(one, other);
  const names = Object.keys(one);
  return (
    Object.getPrototypeOf(other) === Object.prototype &&
    names.length === Object.keys(other).length &&
    names.every(
      (name) => Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name), known),
    )
  );
}

/** Returns a function that compares a value with `expected`. */
export function sameAs(expected: unknown): (found: unknown) => boolean {
  return (found) => isSame(found, expected, new WeakMap());
}
