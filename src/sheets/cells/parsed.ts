/** The outcome of reading a cell. */
import type { CellProblem } from '../../domain/findings/cell.ts';

/** A cell that was read: its value with any notices, or the reason why it has none. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly notices: readonly CellProblem[] }
  | { readonly ok: false; readonly flag: CellProblem };

/** Shared, since nearly every cell that is read has none. */
const NO_NOTICES: readonly CellProblem[] = [];

export function accepted<Value>(value: Value, notices: readonly CellProblem[] = NO_NOTICES): Parsed<Value> {
  return { ok: true, value, notices };
}

export function flagged(flag: CellProblem): { readonly ok: false; readonly flag: CellProblem } {
  return { ok: false, flag };
}

/** What a spreadsheet shows for a failed formula. */
export const ERROR_VALUE =
  /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!|GETTING_DATA)$/i;

/** A dash, with which staff write "none". It is zero as a count, but never as an amount. */
export const DASH = /^[-–—―‐‑‒−ㅡ]$/;
