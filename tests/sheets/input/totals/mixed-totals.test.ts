/** A total of values that cannot all be added up is right if it is any sum or last value that the rows give. */
import { describe, expect, it } from 'vitest';
import { type MixedRow, totalsOfNone } from '../../../../src/sheets/input/totals/mixed-totals.ts';

/** Rows of two indicators, 2 and 3 of the one, 10 and 40 of the other, with totals between and below. */
const ROWS: readonly MixedRow[] = [
  { row: 2, amount: 2, key: 'lamps' },
  { row: 3, amount: 10, key: 'roads' },
  { row: 5, amount: 3, key: 'lamps' },
  { row: 6, amount: 40, key: 'roads' },
];
const total = (row: number, written: number, step?: number) => ({
  tab: 'results' as const,
  row,
  field: 'value',
  label: '계',
  written,
  ...(step === undefined ? {} : { step }),
});

describe('a total', () => {
  it.each<[string, number, number, boolean]>([
    ['of all', 7, 55, true],
    ['of one indicator', 7, 5, true],
    ['of the other', 7, 50, true],
    ['that is the last value of one', 7, 3, true],
    ['that is the last value of the other', 7, 40, true],
    ['of the last values', 7, 43, true],
    ['of what stands above it', 4, 12, true],
    ['of what stands above it of one', 4, 2, true],
    ['of all, above them', 1, 55, true],
    ['of none', 7, 56, false],
    ['of what stands above it, and no more', 4, 13, false],
    ['that is an earlier value', 7, 2, false],
  ])('%s', (_, row, written, isRight) => {
    expect(totalsOfNone([total(row, written)], ROWS).length === 0).toBe(isRight);
  });

  it('below another is of the rows between them, or of all above', () => {
    const told = (written: number) =>
      totalsOfNone([total(4, 12), total(7, written)], ROWS).map(({ place }) => place?.row);
    expect(told(43)).toEqual([]);
    expect(told(55)).toEqual([]);
    expect(told(44)).toEqual([7]);
    expect(totalsOfNone([total(7, 50), total(8, 99)], ROWS)).toMatchObject([{ place: { row: 8 } }]);
  });

  it('is of the rows right above it, in whatever order the totals are', () => {
    const rows = [...ROWS, { row: 8, amount: 9, key: 'lamps' }];
    expect(totalsOfNone([total(9, 9), total(4, 12), total(7, 43)], rows)).toEqual([]);
  });

  /** Below a total in row 4, and above the total in row 9 and one more row. */
  const APART: readonly MixedRow[] = [
    { row: 2, amount: 2, key: 'lamps' },
    { row: 3, amount: 11, key: 'roads' },
    { row: 5, amount: 3, key: 'lamps' },
    { row: 6, amount: 7, key: 'lamps' },
    { row: 7, amount: 40, key: 'roads' },
    { row: 8, amount: 90, key: 'roads' },
    { row: 10, amount: 1000, key: 'lamps' },
  ];
  it.each<[string, number, boolean, boolean]>([
    ['of one since the total above', 10, true, false],
    ['of the other since then', 130, true, false],
    ['of both since then', 140, true, false],
    ['of one above it', 12, true, true],
    ['of both above it', 153, true, true],
    ['of the last values above it', 97, true, true],
    ['of one in all rows', 1012, true, true],
    ['of all rows', 1153, true, true],
    ['of the last values of all rows', 1090, true, true],
    ['of what is below it', 1000, true, true],
    ['of no rows', 0, false, false],
    ['of nothing', 138, false, false],
  ])('%s, %i, is right below another: %s, and alone: %s', (_, written, below, alone) => {
    const isRight = (...above: readonly number[]) =>
      totalsOfNone([total(9, written), ...above.map((row) => total(row, 13))], APART).every(
        ({ place }) => place?.row !== 9,
      );
    expect([isRight(4, 1), isRight()]).toEqual([below, alone]);
  });

  it('is told with its cell, its word and its number', () => {
    expect(totalsOfNone([total(7, 99)], ROWS)).toEqual([
      {
        problem: { code: 'total-of-none', found: '계', written: 99 },
        place: { tab: 'results', row: 7, field: 'value' },
      },
    ]);
  });

  it('of no row is not held against anything', () => {
    expect(totalsOfNone([total(7, 99)], [])).toEqual([]);
  });

  it('of percentages may be typed as a share', () => {
    const shares = (isPercent: boolean) =>
      totalsOfNone([total(4, 0.75)], [{ row: 2, amount: 75, key: 'rate', isPercent }]).length;
    expect([shares(true), shares(false)]).toEqual([0, 1]);
    const mixed = [
      { row: 2, amount: 75, key: 'rate', isPercent: true },
      { row: 3, amount: 4, key: 'lamps' },
    ];
    expect(totalsOfNone([total(4, 0.75)], mixed)).toEqual([]);
  });

  it('may be rounded as it is written', () => {
    const rows = [{ row: 2, amount: 12.34, key: 'km' }];
    expect(totalsOfNone([total(4, 12.3, 0.1)], rows)).toEqual([]);
    expect(totalsOfNone([total(4, 12.4, 0.1)], rows)).toHaveLength(1);
  });
});
