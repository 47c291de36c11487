import { expect, it } from 'vitest';
import { pledgeOfRow } from '../../../../src/sheets/output/overview/pledge-rows.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';

const ROWS: readonly (readonly RawCell[])[] = [
  ['총괄'],
  ['1-1 쉼터', '복지'],
  ['공약', '다른 표'],
  ['공약별', '분야'],
  ['공약', '분야', '담당부서'],
  ['1-1 쉼터', '복지'],
  ['1-10 길', '복지'],
  ['1-1 10 년', '행정'],
  ['2-9 남의 것', '행정'],
  ['1-1쉼터', ''],
  [],
];

it.each([
  [1, null],
  [2, null],
  [3, null],
  [5, null],
  [6, '1-1'],
  [7, '1-10'],
  [8, '1-1 10'],
  [9, null],
  [10, null],
  [11, null],
  [12, null],
])('row %i of 총괄 is of pledge %s', (row, number) => {
  expect(pledgeOfRow(ROWS, row, ['1-1', '1-10', '1-1 10'])).toBe(number);
});

it('no row is of a pledge where the headings are gone', () => {
  expect(pledgeOfRow([['1-1 쉼터', '복지']], 1, ['1-1'])).toBeNull();
});

it('the first row below headings in the first row is of a pledge', () => {
  expect(pledgeOfRow([['공약', '분야'], ['1-1 쉼터']], 2, ['1-1'])).toBe('1-1');
});
