/** The look of each role, and a grid as the blocks that a spreadsheet takes in one call each. */
import type { GridArea } from './charts-and-formats.ts';
import {
  BLANK,
  type Grid,
  type GridCell,
  type GridRow,
  ROOM_FOR_TEXT,
  type Role,
  rectangular,
} from './grid.ts';

interface Look {
  readonly bold: boolean;
  readonly background: string;
  readonly color: string;
  readonly size: number;
  /** Draws lines around the cell, as in the tables of the official sheet. */
  readonly boxed: boolean;
  /** Wraps long text instead of letting it run over the cells to the right. */
  readonly wrap: boolean;
  /** null: text left, numbers right. */
  readonly alignment: 'left' | 'center' | 'right' | null;
}

const INK = '#1f2933';
const NAVY = '#12324f';
const WHITE = '#ffffff';
const CARD = '#f3f6f9';
/** The colour of links in Sheets. */
const LINK_COLOR = '#1155cc';

function look(overrides: Partial<Look>): Look {
  return {
    bold: false,
    background: WHITE,
    color: INK,
    size: 10,
    boxed: false,
    wrap: false,
    alignment: null,
    ...overrides,
  };
}

const LOOKS: Record<Role, Look> = {
  plain: look({}),
  title: look({ bold: true, color: NAVY, size: 12 }),
  prose: look({ wrap: true }),
  note: look({ color: '#5b6770', size: 9 }),
  heading: look({ bold: true, background: '#dfe8f1', color: NAVY }),
  label: look({ background: '#f6f8fa' }),
  total: look({ bold: true, background: '#f1f4e8' }),
  // Its colour depends on the severity: a conditional format sets it.
  severity: look({ bold: true, alignment: 'center' }),
  word: look({ alignment: 'center' }),
  lead: look({ bold: true, size: 11 }),
  keyName: look({ background: CARD, color: '#5b6770', alignment: 'left' }),
  keyFigure: look({ bold: true, background: CARD, color: NAVY, size: 18, alignment: 'left' }),
  keyNote: look({ background: CARD, color: '#5b6770', size: 9, alignment: 'left' }),
  sheetTitle: look({ bold: true, size: 15, wrap: true, alignment: 'left' }),
  sheetSection: look({ bold: true, size: 12, wrap: true, alignment: 'left' }),
  sheetLine: look({ wrap: true, alignment: 'left' }),
  boxHeading: look({
    bold: true,
    background: '#e9edf2',
    boxed: true,
    wrap: true,
    alignment: 'center',
  }),
  boxLabel: look({
    bold: true,
    background: '#f6f8fa',
    boxed: true,
    wrap: true,
    alignment: 'center',
  }),
  box: look({ boxed: true, wrap: true, alignment: 'center' }),
  boxText: look({ boxed: true, wrap: true, alignment: 'left' }),
};

const LINES: ReadonlySet<Role> = new Set(['sheetTitle', 'sheetSection', 'sheetLine']);

/**
 * True if long text wraps. A one-cell line of the official sheet runs over the blank cells beside it instead.
 */
export function wrapsText({ role, span }: GridCell): boolean {
  return LOOKS[role].wrap && (span !== undefined || !LINES.has(role));
}

/** In points. */
export function fontSizeOf(role: Role): number {
  return LOOKS[role].size;
}

/** What is written to a tab: one rectangle for each property. */
export interface Block {
  readonly values: (string | number)[][];
  readonly numberFormats: string[][];
  readonly decoration: Decoration;
}

export interface Decoration {
  readonly fontWeights: ('bold' | 'normal')[][];
  readonly backgrounds: string[][];
  readonly fontColors: string[][];
  readonly fontSizes: number[][];
  readonly alignments: ('left' | 'center' | 'right')[][];
  readonly wraps: boolean[][];
  readonly merges: readonly GridArea[];
  /** Areas with lines around every cell. */
  readonly boxes: readonly GridArea[];
  /** Areas of boxed cells below one another, without lines between them. */
  readonly stacks: readonly GridArea[];
}

/** Number of columns of the longest row. */
export function columnCount({ rows }: Pick<Grid, 'rows'>): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0);
}

/** The blocks of a grid, with at least one cell. */
export function blockOf(grid: Pick<Grid, 'rows'>): Block {
  const rows = grid.rows.length === 0 ? [[]] : grid.rows;
  const cells = rectangular(rows, Math.max(columnCount(grid), 1));
  const each = <Value>(valueFor: (cell: GridCell) => Value): Value[][] =>
    cells.map((row) => row.map(valueFor));
  return {
    values: each(({ value }) => value),
    numberFormats: each(({ format }) => format),
    decoration: {
      fontWeights: each(({ role }) => (LOOKS[role].bold ? 'bold' : 'normal')),
      backgrounds: each(({ role }) => LOOKS[role].background),
      fontColors: each(({ role, link }) => (link === undefined ? LOOKS[role].color : LINK_COLOR)),
      fontSizes: each(({ role }) => LOOKS[role].size),
      alignments: cells.map((row, index) =>
        row.map((cell, column) =>
          cell.role === 'heading' ? alignmentAbove(cells[index + 1]?.[column] ?? cell) : alignmentOf(cell),
        ),
      ),
      wraps: each(wrapsText),
      merges: mergedAreas(cells),
      boxes: boxedAreas(cells),
      stacks: stackedAreas(cells),
    },
  };
}

/**
 * A heading is aligned like the first cell below it, but centred if that cell has {@link ROOM_FOR_TEXT}: the
 * heading to the right then starts with text.
 */
function alignmentAbove(cell: GridCell): 'left' | 'center' | 'right' {
  return cell.format.endsWith(ROOM_FOR_TEXT) ? 'center' : alignmentOf(cell);
}

function alignmentOf(cell: GridCell): 'left' | 'center' | 'right' {
  return LOOKS[cell.role].alignment ?? (cell.format === BLANK.format ? 'left' : 'right');
}

function mergedAreas(cells: readonly GridRow[]): readonly GridArea[] {
  return cells.flatMap((row, rowIndex) =>
    row.flatMap(({ span }, columnIndex) =>
      span === undefined ? [] : [{ row: rowIndex + 1, column: columnIndex + 1, ...span }],
    ),
  );
}

function stackedAreas(cells: readonly GridRow[]): readonly GridArea[] {
  return cells.flatMap((row, rowIndex) =>
    row.flatMap(({ span, stack }, columnIndex) =>
      stack === undefined
        ? []
        : [{ row: rowIndex + 1, column: columnIndex + 1, rows: stack, columns: span?.columns ?? 1 }],
    ),
  );
}

/** Areas of boxed cells. Neighbouring rows with boxes in the same columns form one area: a table. */
function boxedAreas(cells: readonly GridRow[]): readonly GridArea[] {
  const areas: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const [index, row] of cells.entries()) {
    const first = row.findIndex(({ role }) => LOOKS[role].boxed);
    if (first < 0) continue;
    const columns = row.filter(({ role }) => LOOKS[role].boxed).length;
    const last = areas[areas.length - 1];
    if (
      last !== undefined &&
      last.row + last.rows === index + 1 &&
      last.column === first + 1 &&
      last.columns === columns
    ) {
      last.rows += 1;
    } else areas.push({ row: index + 1, column: first + 1, rows: 1, columns });
  }
  return areas;
}
