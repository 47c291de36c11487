/** A result tab as data: cells with their value, format and role, each figure still holding its rows. */
import type { BudgetLine } from '../../../domain/budget.ts';
import { decimalsOf } from '../../../domain/decimal.ts';
import type { Figure } from '../../../domain/figure.ts';
import type { Rate } from '../../../domain/rate.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import type { ConditionalFormat, GridChart } from './charts-and-formats.ts';

/** What a cell is for; how that looks is decided in one place (`appearance.ts`). */
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
  // a short word in a column of its own, away from the figures beside it
  | 'word'
  // what a dashboard begins with: whom it is about, and the key figures
  | 'lead'
  | 'keyName'
  | 'keyFigure'
  | 'keyNote'
  // of the official sheet, whose tables have borders
  | 'sheetTitle'
  | 'sheetSection'
  | 'sheetLine'
  | 'boxHeading'
  | 'boxLabel'
  | 'box'
  | 'boxText';

export interface GridCell {
  /** `''` is blank. A string is text whatever it looks like, and is written so that it stays text. */
  readonly value: string | number;
  /** A number format of the spreadsheet; `@` is plain text. */
  readonly format: string;
  readonly role: Role;
  /** What the number is made of. */
  readonly basis?: Basis;
  /** Cells that this one covers, itself included; the others hold {@link COVERED}. */
  readonly span?: { readonly columns: number; readonly rows: number };
  /** Rows in which the boxes below this one are blank and belong to it, its own included: no line parts them. */
  readonly stack?: number;
  /** The cell of an input tab that this one leads to. */
  readonly link?: { readonly tabName: string; readonly cell: string };
}

/** The figures behind a cell: one, the two of a rate, or the two of a difference. */
export type Basis =
  | { readonly kind: 'figure'; readonly figure: Figure }
  /** `from`: where the indicator is to fall, what it falls from: both sides are held against it. */
  | {
      readonly kind: 'rate';
      readonly part: Figure;
      readonly whole: Figure;
      readonly rate: Rate;
      readonly from?: Figure;
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
      }[];
    }
  /** The plain mean of percentages as they are shown, a source of the figure each. */
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
      /** What is still missing to a target, never below 0; of one that is to be fallen to, the second less the first. */
      readonly towards?: 'rising' | 'falling';
    };

export type GridRow = readonly GridCell[];

export interface Grid {
  readonly rows: readonly GridRow[];
  /** Pixels, from the first column. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  /** Pixels, from the first row; empty where the usual height does. */
  readonly rowHeights: readonly number[];
  readonly charts?: readonly GridChart[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
}

export const TEXT_FORMAT = '@';
const COUNT_FORMAT = '#,##0';
const APPROXIMATE_COUNT_FORMAT = '"약 "#,##0';
/** △ marks a negative amount in Korean public accounts. */
const WON_FORMAT = '#,##0;"△"#,##0';

/** Stands where a figure is not known. */
export const UNKNOWN = '–';

export const BLANK: GridCell = { value: '', format: TEXT_FORMAT, role: 'plain' };

/** Text of a result tab, which is published: personal data that somebody typed stays in the tab where it stands. */
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

/** A count, blank where it is unknown and marked `약` where any of its rows is an estimate. */
export function countCell(figure: Figure, role: Role = 'plain'): GridCell {
  return {
    value: figure.value ?? '',
    format: figure.approximate ? APPROXIMATE_COUNT_FORMAT : COUNT_FORMAT,
    role,
    basis: { kind: 'figure', figure },
  };
}

/** A value with so many digits after the point; △ marks what is below zero. */
export function measureCell(figure: Figure, digits: number, role: Role = 'plain'): GridCell {
  if (digits === 0 && (figure.value ?? 0) >= 0) return countCell(figure, role);
  const shown = digits === 0 ? COUNT_FORMAT : `${COUNT_FORMAT}.${'0'.repeat(digits)}`;
  const about = figure.approximate ? '"약 "' : '';
  return { ...countCell(figure, role), format: `${about}${shown};${about}"△"${shown}` };
}

/** A whole number that is no sum of rows. */
export function numberCell(value: number | null, role: Role = 'plain'): GridCell {
  return { value: value ?? '', format: COUNT_FORMAT, role };
}

/** Shown as so many spaces. */
export const ROOM_FOR_TEXT = '"   "';

/** A figure with some room at its right, where a text begins in the next column: in each part of its format, that of amounts below zero too. */
export function beforeText(cell: GridCell): GridCell {
  const format = cell.format.replace(/"[^"]*"|;/g, (part) => (part === ';' ? `${ROOM_FOR_TEXT};` : part));
  return { ...cell, format: `${format}${ROOM_FOR_TEXT}` };
}

/** An amount in won, blank where it is unknown. */
export function wonCell(figure: Figure, role: Role = 'plain'): GridCell {
  return { value: figure.value ?? '', format: WON_FORMAT, role, basis: { kind: 'figure', figure } };
}

/** Plan less execution, or null where either is unknown. */
export function balanceCell({ balance, planned, executed }: BudgetLine, role: Role = 'plain'): GridCell {
  return {
    value: balance ?? '',
    format: WON_FORMAT,
    role,
    basis: { kind: 'difference', minuend: planned, subtrahend: executed },
  };
}

/** A percentage that has already been cut or rounded: the format adds no rounding of its own. */
export function rateCell(rate: Rate, part: Figure, whole: Figure, role: Role = 'plain'): GridCell {
  return { ...percentCell(rate.percent, rate.digits, role), basis: { kind: 'rate', part, whole, rate } };
}

/** A percentage that is no share of one thing in another: a mean, or one that somebody states. */
export function percentCell(percent: number | null, digits: number, role: Role = 'plain'): GridCell {
  // One that somebody states keeps the digits it was stated with.
  const shown = Math.max(digits, percent === null ? 0 : decimalsOf(percent));
  const decimals = shown === 0 ? '' : `.${'0'.repeat(shown)}`;
  return {
    value: percent === null ? '' : Number((percent / 100).toFixed(shown + 2)),
    // △ marks what is negative here as well.
    format: `0${decimals}%;"△"0${decimals}%`,
    role,
  };
}

/** The rows filled up with blank cells to one width, as a block must be to be written at once. */
export function rectangular(rows: readonly GridRow[], width: number): readonly GridRow[] {
  return rows.map((row) =>
    row.length >= width ? row : [...row, ...Array<GridCell>(width - row.length).fill(BLANK)],
  );
}
