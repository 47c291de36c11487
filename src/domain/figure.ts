/**
 * A figure is a number with the rows that it comes from. A total holds the figures it sums, so each row is
 * stored once, and a figure always equals the sum of its rows.
 */
import { exactSum } from './decimal.ts';
import type { InputTab } from './tabs.ts';

/** What one row adds to a figure. */
export interface Source {
  readonly tab: InputTab;
  /** Row number in the tab, from 1. */
  readonly row: number;
  /** The column, where a row has several amounts: in a table of years, the column of the year. */
  readonly field?: string;
  /** In the unit of the figure: meetings, suggestions, people, groups, won or the indicator's unit. */
  readonly amount: number;
  /** True for an estimate ("about 130"). */
  readonly approximate: boolean;
}

export interface Figure {
  /** null: unknown, since no row says anything. That is not zero. */
  readonly value: number | null;
  /** True when any of its rows is an estimate. It must then be shown as one. */
  readonly approximate: boolean;
  readonly sources: readonly Source[];
  readonly parts: readonly Figure[];
  /** Results that another one replaced. They are not part of the value. */
  readonly superseded?: readonly Source[];
}

export const UNKNOWN_FIGURE: Figure = { value: null, approximate: false, sources: [], parts: [] };

/** The sum of rows; unknown (null) without any. */
export function figureOf(sources: readonly Source[]): Figure {
  if (sources.length === 0) return UNKNOWN_FIGURE;
  const value = exactSum(sources.map(({ amount }) => amount));
  return { value, approximate: sources.some(isApproximate), sources, parts: [] };
}

/** The sum of figures; unknown parts add nothing, and a sum of nothing but unknown parts is unknown. */
export function sumOf(parts: readonly Figure[]): Figure {
  const known = parts.filter((part) => part.value !== null);
  if (known.length === 0) return UNKNOWN_FIGURE;
  const value = exactSum(known.map((part) => part.value ?? 0));
  return { value, approximate: known.some(isApproximate), sources: [], parts: known };
}

function isApproximate({ approximate }: Pick<Figure, 'approximate'>): boolean {
  return approximate;
}

/** The same figure with an unknown value read as zero: in a log, no row means that nothing happened. */
export function zeroIfUnknown(figure: Figure): Figure {
  return figure.value === null ? { ...figure, value: 0 } : figure;
}

/** Every row behind a figure, in the order of its parts. */
export function sourcesOf(figure: Figure): readonly Source[] {
  return figure.parts.length === 0 ? figure.sources : [...figure.sources, ...figure.parts.flatMap(sourcesOf)];
}
