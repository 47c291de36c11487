/** Two documents that are the same to whoever uses them, whatever their sheets are numbered. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';

/** Everything of a document but the numbers that its sheets and marks were given. */
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

/** As `toEqual`, which takes its time with what is large. */
export function expectSame(found: unknown, expected: unknown, where: string): void {
  if (!isSame(found, expected, new WeakMap())) expect(found, where).toEqual(expected);
}

/**
 * Whether two values of plain data are the same. Thousands of cells share a style or a rule: of those the second pair is known from the first.
 * @param known objects with what each of them has been found to be the same as
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
  // Whatever else there may be takes its time.
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

/** Tells what is the same. */
export function sameAs(expected: unknown): (found: unknown) => boolean {
  return (found) => isSame(found, expected, new WeakMap());
}
