/** Text is taller on a screen than in print. None of it may be hidden below the edge of its cell. */
import { describe, expect, it } from 'vitest';
import {
  type GridCell,
  type GridRow,
  numberCell,
  textCell,
} from '../../../../src/sheets/output/grid/grid.ts';
import { rowHeights } from '../../../../src/sheets/output/grid/row-heights.ts';

/** The height of a row with this many lines of text. */
const lines = (count: number) => (count === 1 ? 21 : count * 16 + 5);
const prose = (text: string, span?: GridCell['span']): GridCell => ({
  ...textCell(text, 'prose'),
  ...(span === undefined ? {} : { span }),
});

describe('the height of a row', () => {
  it.each<{ holds: string; row: GridRow; widths: readonly number[]; height: number }>([
    { holds: 'nothing', row: [], widths: [100], height: lines(1) },
    { holds: 'a blank text', row: [prose('')], widths: [100], height: lines(1) },
    {
      holds: 'seven wide letters where seven have room',
      row: [prose('가'.repeat(7))],
      widths: [100],
      height: lines(1),
    },
    { holds: 'eight of them', row: [prose('가'.repeat(8))], widths: [100], height: lines(2) },
    {
      holds: 'thirteen narrow letters where they have room',
      row: [prose('a'.repeat(13))],
      widths: [100],
      height: lines(1),
    },
    { holds: 'fourteen of them', row: [prose('a'.repeat(14))], widths: [100], height: lines(2) },
    {
      holds: 'as many points, which are narrower',
      row: [prose('.'.repeat(24))],
      widths: [100],
      height: lines(1),
    },
    { holds: 'too many points', row: [prose('.'.repeat(25))], widths: [100], height: lines(2) },
    {
      holds: 'letters of macOS, which has them in parts',
      row: [prose('ᄀ'.repeat(10))],
      widths: [100],
      height: lines(2),
    },
    { holds: 'lines of its own', row: [prose('하나\n둘\n\n넷')], widths: [100], height: lines(4) },
    {
      holds: 'a line of its own that wraps',
      row: [prose(`하나\n${'가'.repeat(10)}`)],
      widths: [100],
      height: lines(3),
    },
    { holds: 'a long text that runs on', row: [textCell('가'.repeat(40))], widths: [100], height: lines(1) },
    { holds: 'a number', row: [numberCell(123_456_789_012, 'prose')], widths: [30], height: lines(1) },
    {
      holds: 'several texts: the longest',
      row: [prose('가'.repeat(20)), prose('나')],
      widths: [100, 100],
      height: lines(3),
    },
    {
      holds: 'a text across two columns',
      row: [prose('가'.repeat(15), { columns: 2, rows: 1 })],
      widths: [100, 100],
      height: lines(1),
    },
    {
      holds: 'a text across the second and the third column',
      row: [textCell(''), prose('가'.repeat(16), { columns: 2, rows: 1 })],
      widths: [500, 100, 100],
      height: lines(2),
    },
    {
      holds: 'a text of four lines down two rows',
      row: [prose('하나\n둘\n셋\n넷', { columns: 1, rows: 2 })],
      widths: [100],
      height: lines(2),
    },
    {
      holds: 'a text of four lines under one from the row above',
      row: [prose('하나\n둘\n셋\n넷', { columns: 1, rows: 0 })],
      widths: [100],
      height: lines(4),
    },
    {
      holds: 'a text in a column that is hardly there',
      row: [prose('가나다')],
      widths: [5],
      height: lines(3),
    },
    { holds: 'more than a spreadsheet takes', row: [prose('가\n'.repeat(60))], widths: [100], height: 545 },
  ])('that holds $holds', ({ row, widths, height }) => {
    expect(rowHeights([row], widths, 1)).toEqual([height]);
  });
});
