import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, cellAt, columnLetters } from '../../src/sheets/addresses.ts';

describe('a cell that a person names', () => {
  it.each([
    ['C5', { row: 5, column: 3 }],
    ['c5', { row: 5, column: 3 }],
    [' C5 ', { row: 5, column: 3 }],
    ['$C$5', { row: 5, column: 3 }],
    ['Z10', { row: 10, column: 26 }],
    ['AA10', { row: 10, column: 27 }],
    ['BA1234567', { row: 1_234_567, column: 53 }],
    ['AAA1', { row: 1, column: 703 }],
    ['', null],
    ['C', null],
    ['5', null],
    ['C0', null],
    ['C05', null],
    ['ABCD1', null],
    ['C12345678', null],
    ['C5:D6', null],
    ['소통누적!C5', null],
    ['다5', null],
  ])('as "%s" is %o', (typed, cell) => {
    expect(cellAt(typed)).toEqual(cell);
  });

  it('is found again under the letters of its column', () => {
    const column = fc.integer({ min: 1, max: 18_278 });
    fc.assert(
      fc.property(column, (number) => {
        expect(cellAt(`${columnLetters(number)}7`)).toEqual({ row: 7, column: number });
      }),
    );
  });
});

describe('the address of a finding', () => {
  const headings = { meetings: { row: 1, cells: new Map([['times', { column: 28, unit: null }]]) } };

  it.each([
    ['a cell', { tab: 'meetings', row: 5, field: 'times' }, '소통기록 AB5'],
    ['a whole row', { tab: 'meetings', row: 5, field: null }, '소통기록 5:5'],
    ['a row in which the column is not there', { tab: 'meetings', row: 5, field: 'note' }, '소통기록 5:5'],
    ['a row of a tab whose headings nobody found', { tab: 'targets', row: 5, field: 'year' }, '연차목표 5:5'],
    ['a whole tab', { tab: 'monthlyRecords', row: null, field: null }, '월별기록 '],
  ] as const)('of %s', (_case, place, expected) => {
    const { tabName, cell } = addressOf(place, headings);
    expect(`${tabName} ${cell}`).toBe(expected);
  });
});
