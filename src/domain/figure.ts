/**
 * A figure is a number that still knows the rows it is the sum of. Totals hold their parts, so a row is kept once however
 * many totals it enters, and the sum of the rows of a figure is the figure by construction.
 */
import { exactSum } from './decimal.ts';
import type { InputTab } from './tabs.ts';

/** What one row adds to a figure. */
export interface Source {
  readonly tab: InputTab;
  /** Row number in the tab, from 1. */
  readonly row: number;
  /** The column of the cell, where a row has several: that of its year in a table of years. */
  readonly field?: string;
  /** In the unit of the figure: meetings, suggestions, people, groups, won, or that of the indicator. */
  readonly amount: number;
  /** True for an estimate ("about 130"). */
  readonly approximate: boolean;
}

export interface Figure {
  /** null is unknown: no row says anything, which is not zero. */
  readonly value: number | null;
  /** True when any of its rows is an estimate: it must then be shown with its mark. */
  readonly approximate: boolean;
  readonly sources: readonly Source[];
  readonly parts: readonly Figure[];
  /** Earlier rows whose place the one behind the figure has taken; they are not in it. */
  readonly superseded?: readonly Source[];
}

const UNKNOWN: Figure = { value: null, approximate: false, sources: [], parts: [] };

/** The sum of rows; unknown (null) without any. */
export function figureOf(sources: readonly Source[]): Figure {
  if (sources.length === 0) return UNKNOWN;
  let value = 0;
  let approximate = false;
  for (const source of sources) {
    value += source.amount;
    if (source.approximate) approximate = true;
  }
  if (!Number.isInteger(value)) value = exactSum(sources.map(({ amount }) => amount));
  return { value, approximate, sources, parts: [] };
}

/** The sum of figures; unknown parts add nothing, and a sum of nothing but unknown parts is unknown. */
export function sumOf(parts: readonly Figure[]): Figure {
  const known = parts.filter((part) => part.value !== null);
  if (known.length === 0) return UNKNOWN;
  let value = 0;
  let approximate = false;
  for (const part of known) {
    value += part.value ?? 0;
    if (part.approximate) approximate = true;
  }
  if (!Number.isInteger(value)) value = exactSum(known.map((part) => part.value ?? 0));
  return { value, approximate, sources: [], parts: known };
}

/** The same figure, with an unknown value read as zero: for a log, where no row means that nothing happened. */
export function zeroIfUnknown(figure: Figure): Figure {
  return figure.value === null ? { ...figure, value: 0 } : figure;
}

/** Every row behind a figure, in the order of its parts. */
export function sourcesOf(figure: Figure): readonly Source[] {
  return figure.parts.length === 0 ? figure.sources : [...figure.sources, ...figure.parts.flatMap(sourcesOf)];
}
