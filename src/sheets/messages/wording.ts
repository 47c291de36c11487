/** Words that many messages share. */
import type { Direction } from '../../domain/findings/tab.ts';
import { withCommas } from '../numbers.ts';
import { shownBriefly } from '../personal-data.ts';

/** What a finding says to a clerk. */
export interface Message {
  /** What is the matter. */
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** More of a text than this nobody needs to find it again. */
const LONGEST_QUOTATION = 50;

/** A text that begins with an apostrophe ('24. 3. 5.) would seem to be quoted twice. */
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

/** More names than these are counted only. */
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

/** More cells than these are counted only. */
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
