import { describe, expect, it } from 'vitest';
import { blockOf } from '../../../../src/sheets/output/grid/appearance.ts';
import type { GridArea } from '../../../../src/sheets/output/grid/charts-and-formats.ts';
import { CONDITIONAL_LOOKS } from '../../../../src/sheets/output/grid/charts-and-formats.ts';
import {
  BLANK,
  beforeText,
  type Grid,
  type GridRow,
  numberCell,
  type Role,
  textCell,
} from '../../../../src/sheets/output/grid/grid.ts';

const ROLES = [
  'plain',
  'prose',
  'title',
  'note',
  'heading',
  'label',
  'total',
  'severity',
  'word',
  'lead',
  'keyName',
  'keyFigure',
  'keyNote',
  'sheetTitle',
  'sheetSection',
  'sheetLine',
  'boxHeading',
  'boxLabel',
  'box',
  'boxText',
] as const satisfies readonly Role[];

const gridOf = (rows: readonly GridRow[]): Grid => ({
  rows,
  columnWidths: [],
  frozenRows: 0,
  rowHeights: [],
});

describe('the formats of cells', () => {
  it('are one for each role, for a text and for a number', async () => {
    const { decoration } = blockOf(
      gridOf(ROLES.map((role) => [textCell('글', role), BLANK, numberCell(1, role)])),
    );
    const lines = ROLES.map((role, row) => {
      const boxed = decoration.boxes.some((box) => box.row <= row + 1 && row + 1 < box.row + box.rows);
      const [text, , number] = decoration.alignments[row] ?? [];
      return [
        `${role}:`,
        decoration.fontWeights[row]?.[0],
        decoration.fontSizes[row]?.[0],
        `${decoration.fontColors[row]?.[0]} on ${decoration.backgrounds[row]?.[0]},`,
        `text ${text}, number ${number}`,
        decoration.wraps[row]?.[0] === true ? 'wraps' : '',
        boxed ? 'boxed' : '',
      ]
        .filter((part) => part !== '')
        .join(' ');
    });
    const conditional = Object.entries(CONDITIONAL_LOOKS).map(
      ([look, { background, color }]) => `${look}: ${color} on ${background}`,
    );
    await expect([...lines, '', ...conditional, ''].join('\n')).toMatchFileSnapshot(
      'appearance.expected.txt',
    );
  });

  it('have the areas of boxes that continue over rows below', () => {
    const over = { ...textCell('글', 'box'), stack: 3 };
    const { stacks } = blockOf(
      gridOf([
        [BLANK, over, BLANK],
        [BLANK, { ...over, stack: 2, span: { columns: 2, rows: 1 } }],
      ]),
    ).decoration;
    expect(stacks).toEqual([
      { row: 1, column: 2, rows: 3, columns: 1 },
      { row: 2, column: 2, rows: 2, columns: 2 },
    ]);
  });

  it('of a link are those of any link', () => {
    const link = { ...textCell('A3'), link: { tabName: '소통기록', cell: 'A3' } };
    expect(blockOf(gridOf([[link]])).decoration.fontColors).toEqual([['#1155cc']]);
  });
});

describe('a heading', () => {
  it.each([
    { over: 'figures', below: numberCell(1), alignment: 'right' },
    { over: 'texts', below: textCell('글'), alignment: 'left' },
    { over: 'short words', below: textCell('예정', 'word'), alignment: 'center' },
    { over: 'figures beside a text', below: beforeText(numberCell(1)), alignment: 'center' },
    { over: 'nothing', below: undefined, alignment: 'left' },
  ])('over $over is aligned to fit', ({ below, alignment }) => {
    const rows = [[textCell('제목', 'heading')], ...(below === undefined ? [] : [[below]])];
    expect(blockOf(gridOf(rows)).decoration.alignments[0]).toEqual([alignment]);
  });
});

describe('the block of a grid', () => {
  const grid = gridOf([[textCell('하나')], [], [numberCell(1), numberCell(2), textCell('셋')]]);

  it('is a rectangle as wide as its longest row', () => {
    const { values, numberFormats, decoration } = blockOf(grid);
    const { merges, boxes, stacks, ...cells } = decoration;
    for (const kind of [values, numberFormats, ...Object.values(cells)]) {
      expect(kind.map((row) => row.length)).toEqual([3, 3, 3]);
    }
    expect([merges, boxes, stacks]).toEqual([[], [], []]);
  });

  it('holds the content of the grid, and blank text beside it', () => {
    const { values, numberFormats } = blockOf(grid);
    expect(values).toEqual([
      ['하나', '', ''],
      ['', '', ''],
      [1, 2, '셋'],
    ]);
    expect(numberFormats).toEqual([
      ['@', '@', '@'],
      ['@', '@', '@'],
      ['#,##0', '#,##0', '@'],
    ]);
  });

  it('of an empty grid is one blank cell', () => {
    expect(blockOf(gridOf([])).values).toEqual([['']]);
  });
});

describe('tables in a block', () => {
  const box = textCell('', 'box');
  const areas = (found: readonly GridArea[]) =>
    found.map(({ row, column, rows, columns }) => `${row},${column}: ${rows} × ${columns}`);

  it.each([
    {
      table: 'of three rows',
      rows: [
        [box, box],
        [box, box],
        [box, box],
      ],
      boxes: ['1,1: 3 × 2'],
    },
    { table: 'within other cells', rows: [[BLANK], [BLANK, box, box, BLANK]], boxes: ['2,2: 1 × 2'] },
    { table: 'and another below a gap', rows: [[box], [BLANK], [box]], boxes: ['1,1: 1 × 1', '3,1: 1 × 1'] },
    { table: 'and a narrower one', rows: [[box, box], [box]], boxes: ['1,1: 1 × 2', '2,1: 1 × 1'] },
    { table: 'and one further right', rows: [[box], [BLANK, box]], boxes: ['1,1: 1 × 1', '2,2: 1 × 1'] },
    { table: 'that is none', rows: [[BLANK], [BLANK]], boxes: [] },
  ])('$table', ({ rows, boxes }) => {
    expect(areas(blockOf(gridOf(rows)).decoration.boxes)).toEqual(boxes);
  });

  it('are merged if a cell covers others', () => {
    const wide = { ...box, span: { columns: 2, rows: 3 } };
    expect(areas(blockOf(gridOf([[BLANK], [BLANK, wide, box]])).decoration.merges)).toEqual(['2,2: 3 × 2']);
  });
});

describe('a figure beside a text', () => {
  it.each([
    { format: '#,##0', kept: '#,##0"   "' },
    { format: '#,##0;"△"#,##0', kept: '#,##0"   ";"△"#,##0"   "' },
    { format: '#,##0"a;b"', kept: '#,##0"a;b""   "' },
  ])('has space at the end of each part of $format', ({ format, kept }) => {
    expect(beforeText({ ...numberCell(1), format }).format).toBe(kept);
  });
});
