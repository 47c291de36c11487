import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatA1, parseA1, quoteSheetName, rectangleOf } from '../../../src/local/workbook/a1.ts';

const GRID = { maxRows: 1000, maxColumns: 26 };

/** The rules of the platform cover what `getRange` makes of A1 notation. */
describe('A1 notation', () => {
  it.each(['', 'A', '5', 'A0', 'A1:B2:C3', 'A:3', '건의사항', 'A1!'])('does not read %j', (text) => {
    expect(parseA1(text)).toBeNull();
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

  it('reads any rectangle that it has written', () => {
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
