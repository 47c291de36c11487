/** A few calls must merge exactly the wanted cells. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRowToMerge, mergePlan } from '../../src/google/result-tabs/merges.ts';
import { notationOf } from '../../src/google/result-tabs/notation.ts';
import type { GridArea } from '../../src/sheets/output/grid/charts-and-formats.ts';

const eachRow = ({ row, column, rows, columns }: GridArea): readonly GridArea[] =>
  Array.from({ length: rows }, (_, index) => ({ row: row + index, column, rows: 1, columns }));
const isWithin = (one: GridArea, other: GridArea) =>
  one.row >= other.row &&
  one.row + one.rows <= other.row + other.rows &&
  one.column >= other.column &&
  one.column + one.columns <= other.column + other.columns;

/** The merged cells after the calls. */
function mergedBy(wanted: readonly GridArea[]): readonly string[] {
  const { across, apart, rest } = mergePlan(wanted);
  const left = across.flatMap(eachRow).filter((area) => !apart.some((other) => isWithin(area, other)));
  return [...left, ...rest.flatMap((area) => (area.isEachRow ? eachRow(area) : [area]))]
    .map(notationOf)
    .sort();
}

/** Rows of adjacent cells, some of them two rows high. */
const areas = fc
  .array(
    fc.record({
      shares: fc.constantFrom([2, 1, 4, 4], [2, 1, 3, 3, 2], [1, 10], [11], [], [2, 9]),
      high: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((rows) => {
    let row = 1;
    return rows.flatMap(({ shares, high }) => {
      let column = 1;
      const height = high ? 2 : 1;
      const made = shares.map((columns) => {
        const area: GridArea = { row, column, rows: height, columns };
        column += columns;
        return area;
      });
      row += height;
      return made.filter(({ rows: cells, columns }) => cells * columns > 1);
    });
  });

describe('merges in few calls', () => {
  it('merge what is wanted, and nothing else', () => {
    fc.assert(
      fc.property(areas, (wanted) => {
        expect(mergedBy(wanted)).toEqual(wanted.map(notationOf).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('take one call for each column of similar rows, however many rows lie in between', () => {
    const wanted = Array.from({ length: 50 }, (_, index): GridArea[] =>
      [1, 3, 5].map((column) => ({ row: 1 + index * 2, column, rows: 1, columns: 2 })),
    ).flat();
    const { across, rest } = mergePlan(wanted);
    expect([across.length, rest.length]).toEqual([3, 0]);
  });
});

describe('the first row to merge again', () => {
  it.each([
    { merged: ['A1:B1', 'A3:B3'], wanted: ['A1:B1', 'A3:B3'], row: null },
    { merged: ['A1:B1', 'A3:B3'], wanted: ['A1:B1', 'A4:B4'], row: 3 },
    { merged: ['A1:A4', 'B3:C3'], wanted: ['A1:A4'], row: 1 },
    { merged: [], wanted: ['B2:C2'], row: 2 },
  ])('$merged to $wanted: $row', ({ merged, wanted, row }) => {
    const all = wanted.map((notation) => {
      const [, left = '', top = '', right = '', bottom = ''] =
        /^([A-Z])(\d):([A-Z])(\d)$/.exec(notation) ?? [];
      return {
        row: Number(top),
        column: left.charCodeAt(0) - 64,
        rows: Number(bottom) + 1 - Number(top),
        columns: right.charCodeAt(0) + 1 - left.charCodeAt(0),
      };
    });
    expect(firstRowToMerge(merged, all)).toBe(row);
  });
});
