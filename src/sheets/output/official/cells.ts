/** Cells of the official sheet, with the units that the district prints beside its numbers. */
import { decimalsOf } from '../../../domain/decimal.ts';
import type { Figure } from '../../../domain/figure.ts';
import { withCommas } from '../../numbers.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import { type GridCell, type Role, textCell } from '../grid/grid.ts';

export const WON_OF_MILLION = 1_000_000;

/** Headings and labels show this many letters of a name. A longer one is rather a text in the wrong cell. */
const MOST_LETTERS = 60;

/** A name as headings and labels show it, cut with … where it is too long. Personal data is masked before. */
export function shownName(name: string, most = MOST_LETTERS): string {
  const letters = [...withoutPersonalData(name)];
  if (letters.length <= most) return name;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** A row that is as high as it may be shows this much of 세부추진사항. */
const MOST_LETTERS_OF_STEP = 200;

/** 세부추진사항, or the category of meetings that it is. */
export function stepText(name: string): GridCell {
  return boxText(shownName(name, MOST_LETTERS_OF_STEP));
}

export function boxHeading(text: string): GridCell {
  return textCell(shownName(text), 'boxHeading');
}

export function boxLabel(text: string): GridCell {
  return textCell(shownName(text), 'boxLabel');
}

export function boxText(text: string): GridCell {
  return textCell(text, 'boxText');
}

/** `52회`. A known zero is `-`, an unknown number is blank, an estimate is marked `약`. */
export function unitCell(figure: Figure, unit: string, role: Role = 'box', digits = 0): GridCell {
  const shown = unitFormat(unit, digits);
  return {
    value: figure.value ?? '',
    format: figure.approximate ? `"약 "${shown};"약 △"${shown}` : `${shown};"△"${shown};"-"`,
    role,
    basis: { kind: 'figure', figure },
  };
}

/**
 * Number format `#,##0"회"`. A unit is typed by people: quotation marks would break the format and are
 * removed, and personal data is masked.
 */
export function unitFormat(unit: string, digits = 0): string {
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  return `#,##0${decimals}"${withoutPersonalData(unit).replace(/["\\]/g, '')}"`;
}

/**
 * An amount in millions of won with as many decimal places as it has: 27, 5.7, 1.234567.
 * @param digits the decimal places of its column, where it has more.
 */
export function millionCell(figure: Figure, role: Role = 'box', digits = 0): GridCell {
  return { ...statedMillionCell(figure.value, role, '', digits), basis: { kind: 'figure', figure } };
}

/** The most decimal places that these amounts have in millions of won. */
export function millionDigits(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.map(({ value }) => decimalsOf((value ?? 0) / WON_OF_MILLION)));
}

/** The text that such a cell shows: `1,795.65`, `△3.25`. */
export function millionText(won: number): string {
  return `${won < 0 ? '△' : ''}${withCommas(Math.abs(won) / WON_OF_MILLION)}`;
}

/**
 * Such a cell for an amount that is not a sum of rows.
 * @param mark put before the amount to refer to a note.
 * @param least the fewest decimal places that are shown.
 */
export function statedMillionCell(won: number | null, role: Role = 'box', mark = '', least = 0): GridCell {
  const digits = Math.max(least, decimalsOf((won ?? 0) / WON_OF_MILLION));
  const shown = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
  const marked = mark === '' ? '' : `"${mark} "`;
  return {
    value: won === null ? '' : won / WON_OF_MILLION,
    format: `${marked}${shown};${marked}"△"${shown};${marked}"-"`,
    role,
  };
}
