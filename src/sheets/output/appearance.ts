/** How the roles of cells look, and a grid as the blocks that a spreadsheet takes at once. */
import { BLANK, type Grid, type GridCell, type Role, rectangular } from './grid.ts';

interface Look {
  readonly bold: boolean;
  readonly background: string;
  readonly color: string;
  readonly size: number;
}

const INK = '#1f2933';
const LOOKS: Record<Role, Look> = {
  plain: { bold: false, background: '#ffffff', color: INK, size: 10 },
  title: { bold: true, background: '#ffffff', color: '#12324f', size: 13 },
  note: { bold: false, background: '#ffffff', color: '#5b6770', size: 9 },
  heading: { bold: true, background: '#dfe8f1', color: '#12324f', size: 10 },
  label: { bold: false, background: '#f6f8fa', color: INK, size: 10 },
  total: { bold: true, background: '#f1f4e8', color: INK, size: 10 },
  error: { bold: true, background: '#fbe3e0', color: '#9b1c10', size: 10 },
  warning: { bold: true, background: '#fdf0d5', color: '#7a4b00', size: 10 },
  notice: { bold: false, background: '#e8f0fb', color: '#1d4f91', size: 10 },
};

/** What is written to a tab: one rectangle of each kind. */
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
}

/** The blocks of a grid, filled up to at least the given size so that what stood there before is overwritten, never cleared first. */
export function blockOf(grid: Grid, leastRows: number, leastColumns: number): Block {
  const width = Math.max(leastColumns, ...grid.rows.map((row) => row.length), 1);
  const height = Math.max(leastRows, grid.rows.length, 1);
  const padding = Array.from({ length: height - grid.rows.length }, () => []);
  const cells = rectangular([...grid.rows, ...padding], width);
  const each = <Value>(valueOfCell: (cell: GridCell) => Value): Value[][] =>
    cells.map((row) => row.map(valueOfCell));
  return {
    values: each(({ value }) => value),
    numberFormats: each(({ format }) => format),
    decoration: {
      fontWeights: each(({ role }) => (LOOKS[role].bold ? 'bold' : 'normal')),
      backgrounds: each(({ role }) => LOOKS[role].background),
      fontColors: each(({ role }) => LOOKS[role].color),
      fontSizes: each(({ role }) => LOOKS[role].size),
      alignments: each(alignmentOf),
    },
  };
}

function alignmentOf(cell: GridCell): 'left' | 'center' | 'right' {
  if (cell.role === 'heading') return 'center';
  return cell.format === BLANK.format ? 'left' : 'right';
}
