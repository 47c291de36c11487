import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnLetters,
  columnNumber,
  formatA1,
  parseA1,
  quoteSheetName,
  rectangleOf,
} from '../../src/local/host/a1.ts';

const GRID = { maxRows: 1000, maxColumns: 26 };

describe('A1 notation', () => {
  it.each([
    ['A1', null, [1, 1, 1, 1]],
    ['$B$3', null, [3, 2, 1, 1]],
    ['b3:c7', null, [3, 2, 5, 2]],
    ['C7:B3', null, [3, 2, 5, 2]],
    ['Z1', null, [1, 26, 1, 1]],
    ['AA10', null, [10, 27, 1, 1]],
    ['A:C', null, [1, 1, 1000, 3]],
    ['2:5', null, [2, 1, 4, 26]],
    ['A2:C', null, [2, 1, 999, 3]],
    ['소통기록!A1:B2', '소통기록', [1, 1, 2, 2]],
    ["'소통 기록'!A1", '소통 기록', [1, 1, 1, 1]],
    ["'it''s'!C:C", "it's", [1, 3, 1000, 1]],
  ])('reads %s', (notation, sheet, [row, column, rows, columns]) => {
    const reference = parseA1(notation);
    expect(reference?.sheet).toBe(sheet);
    expect(reference && rectangleOf(reference, GRID)).toEqual({ row, column, rows, columns });
  });

  it.each(['', 'A', '5', 'A0', 'A1:B2:C3', 'A:3', '건의사항', 'A1!'])('does not read %j', (text) => {
    expect(parseA1(text)).toBeNull();
  });

  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [18278, 'ZZZ'],
  ])('calls column %i %s', (number, letters) => {
    expect(columnLetters(number)).toBe(letters);
    expect(columnNumber(letters)).toBe(number);
  });

  it.each([
    ['소통기록', '소통기록'],
    ['Sheet1', 'Sheet1'],
    ['a b', "'a b'"],
    ["it's", "'it''s'"],
    ['2024', "'2024'"],
    ['AB12', "'AB12'"],
  ])('writes the sheet name %s as %s', (name, written) => {
    expect(quoteSheetName(name)).toBe(written);
  });

  it('comes back as it went, whatever the rectangle', () => {
    const lines = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(lines, lines, lines, lines, (row, column, rows, columns) => {
        const rectangle = { row, column, rows, columns };
        const reference = parseA1(formatA1(rectangle));
        expect(reference && rectangleOf(reference, GRID)).toEqual(rectangle);
      }),
    );
  });
});
