import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../src/local/host/host.ts';
import { pageBreaks } from '../../../src/local/print/page-breaks.ts';

const MARGINS = { top: 0.5, right: 0.5, bottom: 0.5, left: 0.5 };

/**
 * A sheet of blocks with a blank row after each. The numbers are the rows of the blocks, each 100 pixels
 * high.
 */
function sheetOf(...blocks: readonly number[]) {
  const [sheet] = createDocument().sheets;
  if (sheet === undefined) throw new Error('a new document has a sheet');
  sheet.values = blocks.flatMap((rows) => [...Array.from({ length: rows }, () => ['text']), [null]]);
  sheet.values.forEach((_, index) => {
    sheet.rowHeights.set(index + 1, 100);
  });
  return sheet;
}

// A4 without its margins holds 1,026 pixels. A little less is used: nine rows of 100.
describe('a printed page ends before a table that would be cut in two', () => {
  it.each([
    { blocks: [3, 4], breaks: [], because: 'both fit' },
    { blocks: [5, 5], breaks: [6], because: 'the second would begin here and end there' },
    { blocks: [2, 2, 2, 2], breaks: [9], because: 'the fourth is one too many' },
    { blocks: [20], breaks: [], because: 'no page holds it anyway' },
    { blocks: [1, 9, 1], breaks: [], because: 'the first page would be blank but for one row' },
    { blocks: [3, 20], breaks: [4], because: 'what is longer than a page begins on one of its own' },
    { blocks: [], breaks: [], because: 'there is nothing' },
  ])('$blocks ends pages after $breaks: $because', ({ blocks, breaks }) => {
    expect(pageBreaks(sheetOf(...blocks), MARGINS)).toEqual(breaks);
  });

  it('counts blank rows under a chart, and cuts no chart in two', () => {
    const sheet = sheetOf(5, 0, 0, 0, 0, 1);
    const chart = { id: 1, type: null, ranges: [], headers: 1, transposed: false, options: { height: 80 } };
    sheet.charts = [{ ...chart, position: { row: 8, column: 1, offsetX: 0, offsetY: 0 } }];
    expect(pageBreaks(sheet, MARGINS)).toEqual([7]);
  });

  it('counts the scaled height of rows if a wide sheet is reduced', () => {
    const sheet = sheetOf(5, 5);
    sheet.columnWidths.set(1, 1_400);
    expect(pageBreaks(sheet, MARGINS)).toEqual([]);
  });
});
