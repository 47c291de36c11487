import { expect, it } from 'vitest';
import { ownWord } from '../../../../src/domain/words.ts';
import {
  implementationStatusColor,
  OWN_STATUS_COLORS,
  placeAmongOwn,
  statusColor,
} from '../../../../src/sheets/output/results/status-colors.ts';
import { BUILT_IN_LISTS } from '../../../domain/ledger.ts';

const OWN = Array.from({ length: OWN_STATUS_COLORS.length + 1 }, (_, index) =>
  ownWord(`우리말 ${index + 1}`),
);
const named = OWN.map((word) => ({ word, name: word, ended: false }));
const LISTS = {
  ...BUILT_IN_LISTS,
  // A built-in one between them takes none of the colours.
  statuses: [...named.slice(0, 1), ...BUILT_IN_LISTS.statuses, ...named.slice(1)],
  implementationStatuses: [...BUILT_IN_LISTS.implementationStatuses, ...named],
};

it('statuses and classes of an office have the colours for them in order, and after the last the first again', () => {
  const expected = [...OWN_STATUS_COLORS, OWN_STATUS_COLORS[0]];
  expect(OWN.map((word) => statusColor(LISTS, word))).toEqual(expected);
  expect(OWN.map((word) => implementationStatusColor(LISTS, word))).toEqual(expected);
  expect(OWN.map((word) => placeAmongOwn(LISTS, word))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
});

it('one that the office does not list any more has the first', () => {
  expect(statusColor(LISTS, ownWord('없어진 말'))).toBe(OWN_STATUS_COLORS[0]);
});

it('built-in ones have colours of their own, and so has a pledge without a class', () => {
  const statuses = BUILT_IN_LISTS.statuses.map(({ word }) => statusColor(LISTS, word));
  expect(new Set(statuses).size).toBe(statuses.length);
  const implementationStatuses = [null, ...BUILT_IN_LISTS.implementationStatuses.map(({ word }) => word)].map(
    (word) => implementationStatusColor(LISTS, word),
  );
  expect(new Set(implementationStatuses).size).toBe(implementationStatuses.length);
  for (const color of [...statuses, ...implementationStatuses]) expect(color).toMatch(/^#[0-9a-f]{6}$/);
});
