/** An output tab as data: cells with value, format and role. Each figure still has its rows. */
import type { BudgetLine } from '../../../domain/budget.ts';
import { decimalsOf } from '../../../domain/decimal.ts';
import type { Figure } from '../../../domain/figure.ts';
import type { Rate } from '../../../domain/rate.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import type { ConditionalFormat, GridChart } from './charts-and-formats.ts';

/** The purpose of a cell. `appearance.ts` decides how each looks. */
export type Role =
  | 'plain'
  // sentences, which wrap
  | 'prose'
  | 'title'
  | 'note'
  | 'heading'
  | 'label'
  | 'total'
  | 'severity'
  // a short word, centred in a column of its own
  | 'word'
  // the head of a dashboard: whom it is about, and the key figures
  | 'lead'
  | 'keyName'
  | 'keyFigure'
  | 'keyNote'
  // the official sheet, whose tables have borders
  | 'sheetTitle'
  | 'sheetSection'
  | 'sheetLine'
  | 'boxHeading'
  | 'boxLabel'
  | 'box'
  | 'boxText';

export interface GridCell {
  /** `''` is blank. A string is written as text, whatever it looks like. */
  readonly value: string | number;
  /** A number format of the spreadsheet; `@` is plain text. */
  readonly format: string;
  readonly role: Role;
  /** The figures behind the number. */
  readonly basis?: Basis;
  /** Size of the merged area that starts at this cell. Its other cells are blank, with the same role. */
  readonly span?: { readonly columns: number; readonly rows: number };
  /**
   * Number of rows that the box takes, its own included. The boxes below are blank, without lines between.
   */
  readonly stack?: number;
  /** The cell that this one links to, of an input tab or of its own. */
  readonly link?: { readonly tabName: string; readonly cell: string };
}

/**
 * The figures behind a cell: one, or the two of a rate or a difference. `unit`: what they are counted in,
 * where their tab does not tell it, such as the unit of the indicator.
 */
export type Basis =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly unit?: string }
  /** `from`: the baseline of an indicator that goes down. Part and whole are then distances from it. */
  | {
      readonly kind: 'rate';
      readonly part: Figure;
      readonly whole: Figure;
      readonly rate: Rate;
      readonly from?: Figure;
      readonly unit?: string;
    }
  /** The mean of several rates, each at most 100 %. */
  | {
      readonly kind: 'mean';
      readonly percent: number;
      readonly digits: number;
      readonly rates: readonly {
        readonly name: string;
        readonly rate: Rate;
        readonly part: Figure;
        readonly whole: Figure;
        readonly unit: string;
      }[];
    }
  /** The plain mean of percentages as they are shown. Each is a source of the figure. */
  | {
      readonly kind: 'average';
      readonly percent: number;
      readonly digits: number;
      readonly figure: Figure;
    }
  | {
      readonly kind: 'difference';
      readonly minuend: Figure;
      readonly subtrahend: Figure;
      /**
       * For what a target still lacks, never below 0. `falling`: the target is lower, so minuend is
       * subtracted from subtrahend.
       */
      readonly towards?: 'rising' | 'falling';
      readonly unit?: string;
    };

export type GridRow = readonly GridCell[];

export interface Grid {
  readonly rows: readonly GridRow[];
  /** In pixels, from the first column. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  /** In pixels, from the first row; empty for the default height. */
  readonly rowHeights: readonly number[];
  readonly charts?: readonly GridChart[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
}

export const TEXT_FORMAT = '@';
const COUNT_FORMAT = '#,##0';
const APPROXIMATE_COUNT_FORMAT = '"약 "#,##0';
/** △ marks a negative amount in Korean public accounts. */
const WON_FORMAT = '#,##0;"△"#,##0';

/** Shown where a figure is unknown. */
export const UNKNOWN = '–';

export const BLANK: GridCell = { value: '', format: TEXT_FORMAT, role: 'plain' };

/** Text of an output tab, which is published: personal data in it is masked. */
export function textCell(value: string, role: Role = 'plain'): GridCell {
  return { value: withoutPersonalData(value), format: TEXT_FORMAT, role };
}

export function titleCell(value: string): GridCell {
  return textCell(value, 'title');
}

export function noteCell(value: string): GridCell {
  return textCell(value, 'note');
}

export function headingCells(...headings: readonly string[]): GridRow {
  return headings.map((heading) => textCell(heading, 'heading'));
}

/** A count: blank where unknown, with `약` where any of its rows is an estimate. */
export function countCell(figure: Figure, role: Role = 'plain'): GridCell {
  return {
    value: figure.value ?? '',
    format: figure.approximate ? APPROXIMATE_COUNT_FORMAT : COUNT_FORMAT,
    role,
    basis: { kind: 'figure', figure },
  };
}

/** The cell, whose figures are counted in this unit. Those of a mean have units of their own. */
export function inUnit(cell: GridCell, unit: string): GridCell {
  const { basis } = cell;
  return basis === undefined || basis.kind === 'mean' || basis.kind === 'average'
    ? cell
    : { ...cell, basis: { ...basis, unit } };
}

/** A value with a fixed number of decimal places; △ marks a negative one. */
export function measureCell(figure: Figure, digits: number, role: Role = 'plain'): GridCell {
  const shown = digits === 0 ? COUNT_FORMAT : `${COUNT_FORMAT}.${'0'.repeat(digits)}`;
  const about = figure.approximate ? '"약 "' : '';
  return { ...countCell(figure, role), format: `${about}${shown};${about}"△"${shown}` };
}

/** A whole number that is not a sum of rows. */
export function numberCell(value: number | null, role: Role = 'plain'): GridCell {
  return { value: value ?? '', format: COUNT_FORMAT, role };
}

/** Number format for three spaces after a number. */
export const ROOM_FOR_TEXT = '"   "';

/** Adds {@link ROOM_FOR_TEXT} to a figure whose right neighbour is text, in each section of its format. */
export function beforeText(cell: GridCell): GridCell {
  const format = cell.format.replace(/"[^"]*"|;/g, (part) => (part === ';' ? `${ROOM_FOR_TEXT};` : part));
  return { ...cell, format: `${format}${ROOM_FOR_TEXT}` };
}

/** An amount in won; blank where unknown. */
export function wonCell(figure: Figure, role: Role = 'plain'): GridCell {
  return { value: figure.value ?? '', format: WON_FORMAT, role, basis: { kind: 'figure', figure } };
}

/** Planned minus executed amount; blank where either is unknown. */
export function balanceCell({ balance, planned, executed }: BudgetLine, role: Role = 'plain'): GridCell {
  return {
    value: balance ?? '',
    format: WON_FORMAT,
    role,
    basis: { kind: 'difference', minuend: planned, subtrahend: executed },
  };
}

/** A percentage that was already cut off or rounded; the format rounds no further. */
export function rateCell(rate: Rate, part: Figure, whole: Figure, role: Role = 'plain'): GridCell {
  return { ...percentCell(rate.percent, rate.digits, role), basis: { kind: 'rate', part, whole, rate } };
}

/** A percentage without part and whole: a mean, or a stated one. */
export function percentCell(percent: number | null, digits: number, role: Role = 'plain'): GridCell {
  // A stated percentage keeps its own decimal places.
  const shown = Math.max(digits, decimalsOf(percent ?? 0));
  const decimals = shown === 0 ? '' : `.${'0'.repeat(shown)}`;
  return {
    value: percent === null ? '' : Number((percent / 100).toFixed(shown + 2)),
    format: `0${decimals}%;"△"0${decimals}%`,
    role,
  };
}

/** Fills up the rows with blank cells to the same width, so that they can be written as one block. */
export function rectangular(rows: readonly GridRow[], width: number): readonly GridRow[] {
  return rows.map((row) =>
    row.length >= width ? row : [...row, ...Array<GridCell>(width - row.length).fill(BLANK)],
  );
}
