/** Wording shared by many messages. */
import type { Direction } from '../../domain/findings/tab.ts';
import { withCommas } from '../numbers.ts';
import { shownBriefly } from '../personal-data.ts';

/** A finding's message for the clerk. */
export interface Message {
  /** What is wrong. */
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** In characters: enough to recognise a text. */
const LONGEST_QUOTATION = 50;

/** The text in quotes. A text that holds an apostrophe ('24. 3. 5.) gets double ones. */
export function quoted(text: string): string {
  const shown = shownBriefly(text, LONGEST_QUOTATION);
  return shown.includes("'") ? `“${shown}”` : `'${shown}'`;
}

export function likeness(nearest: string | null): string {
  return nearest === null ? '' : ` 가장 비슷한 이름은 ${quoted(nearest)}입니다.`;
}

export function oneOf(names: readonly string[]): string {
  return `${listed(names)} 가운데 하나로 고쳐 주세요.`;
}

export function listed(names: readonly string[]): string {
  return names.join(', ');
}

/** If there are more names, only their number is given. */
const NAMES_SHOWN = 5;

/** `1-1, 1-2 등 7개` */
export function listedBriefly(names: readonly string[]): string {
  const shown = listed(names.slice(0, NAMES_SHOWN).map((name) => shownBriefly(name, LONGEST_QUOTATION)));
  return names.length > NAMES_SHOWN ? `${shown} 등 ${withCommas(names.length)}개` : shown;
}

export function quarterName({ year, quarter }: { readonly year: number; readonly quarter: number }): string {
  return `${year}년 ${quarter}분기`;
}

export function oppositeSide(direction: Direction): string {
  return direction === 'left' ? '오른쪽' : '왼쪽';
}

/** If there are more cells, only their number is given. */
const CELLS_SHOWN = 10;

/** `B3, B7, B9 외 12곳` */
export function cellsText(cells: readonly string[]): string {
  const shown = cells.slice(0, CELLS_SHOWN).join(', ');
  const more = cells.length - CELLS_SHOWN;
  return more > 0 ? `${shown} 외 ${withCommas(more)}곳` : shown;
}

interface NamedRow {
  readonly row: number;
  readonly label: string;
}

/** `4행 집행액` */
export function rowNamed({ row, label }: NamedRow): string {
  return label === '' ? `${row}행` : `${row}행 ${label}`;
}

export function rowsNamed(rows: readonly NamedRow[]): string {
  return listedBriefly(rows.map(rowNamed));
}
