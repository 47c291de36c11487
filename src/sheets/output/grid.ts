/** A result tab as data: cells with their value, format and role, each figure still holding its rows. */
import type { Figure } from '../../domain/figure.ts';
import type { Rate } from '../../domain/rate.ts';
import { withoutPersonalData } from '../personal-data.ts';

/** What a cell is for; how that looks is decided in one place (`appearance.ts`). */
export type Role =
  | 'plain'
  | 'title'
  | 'note'
  | 'heading'
  | 'label'
  | 'total'
  | 'error'
  | 'warning'
  | 'notice';

export interface GridCell {
  /** `''` is blank. A string is text whatever it looks like, and is written so that it stays text. */
  readonly value: string | number;
  /** A number format of the spreadsheet; `@` is plain text. */
  readonly format: string;
  readonly role: Role;
  /** The rows behind the number. */
  readonly figure?: Figure;
  /** The cell of an input tab that this one leads to. */
  readonly link?: { readonly tabName: string; readonly cell: string };
}

export type GridRow = readonly GridCell[];

export interface Grid {
  readonly rows: readonly GridRow[];
  /** Pixels, from the first column. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
}

export const TEXT_FORMAT = '@';
const COUNT_FORMAT = '#,##0';
const APPROXIMATE_COUNT_FORMAT = '"약 "#,##0';
/** △ marks a negative amount in Korean public accounts. */
const WON_FORMAT = '#,##0;"△"#,##0';

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
    figure,
  };
}

/** A whole number that is no sum of rows. */
export function numberCell(value: number | null, role: Role = 'plain'): GridCell {
  return { value: value ?? '', format: COUNT_FORMAT, role };
}

/** An amount in won, blank where it is unknown. */
export function wonCell(figure: Figure, role: Role = 'plain'): GridCell {
  return { value: figure.value ?? '', format: WON_FORMAT, role, figure };
}

export function wonDifferenceCell(amount: number | null, role: Role = 'plain'): GridCell {
  return { value: amount ?? '', format: WON_FORMAT, role };
}

/** A percentage that has already been cut or rounded: the format adds no rounding of its own. */
export function rateCell(rate: Rate, role: Role = 'plain'): GridCell {
  const decimals = rate.digits === 0 ? '' : `.${'0'.repeat(rate.digits)}`;
  return {
    value: rate.percent === null ? '' : Number((rate.percent / 100).toFixed(rate.digits + 2)),
    format: `0${decimals}%`,
    role,
  };
}

/** The rows filled up with blank cells to one width, as a block must be to be written at once. */
export function rectangular(rows: readonly GridRow[], width: number): readonly GridRow[] {
  return rows.map((row) =>
    row.length >= width ? row : [...row, ...Array<GridCell>(width - row.length).fill(BLANK)],
  );
}
