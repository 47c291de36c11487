import { describe, expect, it } from 'vitest';
import {
  acceptingGuard,
  type Breach,
  checkRecords,
  EMPTY_GUARD,
  type Guard,
  linkedAfter,
  type SetRow,
} from '../../src/domain/record-set.ts';

/** Rows that this version appends one after another. */
function written(contents: readonly string[], after: Guard = EMPTY_GUARD) {
  const { links, end } = linkedAfter(after.end, contents);
  const rows = links.map((link, index): SetRow => ({ ...link, content: contents[index] ?? '' }));
  return { rows, guard: { ...after, end } };
}

/** A row of a version that did not number its rows. */
const old = (content: string): SetRow => ({ number: null, before: null, content });
const without = (rows: readonly SetRow[], ...numbers: number[]) =>
  rows.filter(({ number }) => !numbers.includes(number ?? 0));
const changed = (rows: readonly SetRow[], at: number, content = 'changed') =>
  rows.map((row) => (row.number === at ? { ...row, content } : row));

const FIVE = written(['a', 'b', 'c', 'd', 'e']);
const OLD = [old('v'), old('w')];
const AFTER_OLD = written(['x', 'y'], acceptingGuard(OLD, 0));
const MIXED = [...OLD, ...AFTER_OLD.rows];
const WHOLE = { missing: [], altered: [], foreign: 0, baseMissing: 0, baseAltered: false };

describe('a set of rows, compared with its guard', () => {
  it.each<[string, readonly SetRow[], Guard, Partial<Breach> | null]>([
    ['is whole as it was written', FIVE.rows, FIVE.guard, null],
    ['is whole in another order', FIVE.rows.toReversed(), FIVE.guard, null],
    ['lacks a row in the middle', without(FIVE.rows, 3), FIVE.guard, { missing: [3] }],
    [
      'lacks the last rows, as after an older version was restored',
      without(FIVE.rows, 4, 5),
      FIVE.guard,
      { missing: [4, 5] },
    ],
    ['lacks all, where the tab was deleted', [], FIVE.guard, { missing: [1, 2, 3, 4, 5] }],
    ['has a row that was altered', changed(FIVE.rows, 2), FIVE.guard, { altered: [2] }],
    ['has a last row that was altered', changed(FIVE.rows, 5), FIVE.guard, { altered: [5] }],
    [
      'has a last row that was replaced by one that follows just as well',
      [
        ...without(FIVE.rows, 5),
        ...written(['other'], { ...EMPTY_GUARD, end: linkedAfter(EMPTY_GUARD.end, ['a', 'b', 'c', 'd']).end })
          .rows,
      ],
      FIVE.guard,
      { altered: [5] },
    ],
    ['has a row twice', [...FIVE.rows, ...FIVE.rows.slice(1, 2)], FIVE.guard, { foreign: 1 }],
    ['has a row that somebody typed', [...FIVE.rows, old('typed')], FIVE.guard, { baseMissing: -1 }],
    ['of two versions is whole', MIXED, AFTER_OLD.guard, null],
    ['of two versions lacks an old row', MIXED.slice(1), AFTER_OLD.guard, { baseMissing: 1 }],
    [
      'of two versions has an old row that was altered',
      [old('V'), ...MIXED.slice(1)],
      AFTER_OLD.guard,
      { baseAltered: true },
    ],
  ])('%s', (_, rows, guard, breach) => {
    const check = checkRecords(rows, guard);
    expect(check.breach).toEqual(breach === null ? null : { ...WHOLE, last: guard.end.number, ...breach });
    expect(check.isAdopted).toBe(false);
    expect(check.takenOver).toBe(0);
    // What is wrong stays wrong until a person goes on with it, whatever is written meanwhile.
    const later = linkedAfter(check.guard.end, ['new']);
    const more = [...rows, { ...later.links[0], content: 'new' } as SetRow];
    const next = checkRecords(more, { ...check.guard, end: later.end });
    expect(next.breach).toEqual(breach === null ? null : { ...WHOLE, ...breach, last: guard.end.number + 1 });
  });

  it('takes over valid rows that are not known yet', () => {
    const { breach, takenOver, guard } = checkRecords(FIVE.rows, written(['a', 'b', 'c']).guard);
    expect([breach, takenOver, guard]).toEqual([null, 2, FIVE.guard]);
  });

  it('does not take over a row that does not follow the last', () => {
    const stray = { number: 6, before: '0123456789abcdef', content: 'stray' };
    expect(checkRecords([...FIVE.rows, stray], FIVE.guard).breach).toMatchObject({ altered: [5] });
  });

  it('names the rows that are not as they were written', () => {
    const rows = changed(FIVE.rows, 2);
    expect([...checkRecords(rows, FIVE.guard).invalidRows]).toEqual([rows[1]]);
  });

  it.each([
    ['with a row gone', without(FIVE.rows, 3)],
    ['with the last rows gone', without(FIVE.rows, 4, 5)],
    ['with a row altered', changed(FIVE.rows, 2)],
    ['with none', []],
  ])('%s is whole again once a person accepts it, and so are later rows', (_, rows) => {
    const accepted = acceptingGuard(rows, FIVE.guard.end.number);
    expect(checkRecords(rows, accepted).breach).toBeNull();
    const more = written(['f', 'g'], accepted);
    expect(more.rows.map(({ number }) => number)).toEqual([6, 7]);
    expect(checkRecords([...rows, ...more.rows], more.guard).breach).toBeNull();
    expect(checkRecords([...rows, ...more.rows].slice(1), more.guard).breach).not.toBeNull();
  });
});

describe('a set of rows without a guard', () => {
  it.each<[string, readonly SetRow[], Partial<Breach> | null, boolean]>([
    ['is none', [], null, false],
    ['is adopted', FIVE.rows, null, true],
    ['is adopted with rows of two versions', MIXED, null, true],
    ['is adopted with old rows alone', OLD, null, true],
    ['lacks a row, as its chain tells', without(FIVE.rows, 3), { missing: [3] }, true],
    ['has an altered row, as its chain tells', changed(FIVE.rows, 3), { altered: [3] }, true],
    ['lacks an old row, as its chain tells', MIXED.slice(1), { missing: [2] }, true],
  ])('%s', (_, rows, breach, isAdopted) => {
    const check = checkRecords(rows, null);
    expect(check.isAdopted).toBe(isAdopted);
    if (breach === null) expect(check.breach).toBeNull();
    else expect(check.breach).toMatchObject(breach);
    expect(check.takenOver).toBe(0);
  });

  it.each([
    ['a row', FIVE.rows],
    ['a row of two versions', MIXED],
  ])('goes on after its last one: %s', (_case, rows) => {
    const { guard } = checkRecords(rows, null);
    const [link] = linkedAfter(guard.end, ['new']).links;
    expect(checkRecords([...rows, { ...link, content: 'new' } as SetRow], guard)).toMatchObject({
      breach: null,
      takenOver: 1,
    });
  });
});
