/** Two documents that are the same to whoever uses them, whatever their sheets are numbered. */
import { isDeepStrictEqual } from 'node:util';
import { serialize } from 'node:v8';
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
  if (!isDeepStrictEqual(found, expected)) expect(found, where).toEqual(expected);
}

/** Tells what is the same. What is written down alike is, nearly always: that is quicker than comparing value by value. */
export function sameAs(expected: unknown): (found: unknown) => boolean {
  const bytes = serialize(expected);
  return (found) => serialize(found).equals(bytes) || isDeepStrictEqual(found, expected);
}
