import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../../../src/sheets/output/official/wide-cells.ts';

describe('columns shared among the cells of a row', () => {
  it.each([
    { columns: 20, cells: 7, shares: [3, 3, 3, 3, 3, 3, 2] },
    { columns: 6, cells: 3, shares: [2, 2, 2] },
    { columns: 8, cells: 3, shares: [3, 3, 2] },
    { columns: 3, cells: 1, shares: [3] },
  ])('$columns among $cells are $shares', ({ columns, cells, shares }) => {
    expect(sharesOf(columns, cells)).toEqual(shares);
  });
});
