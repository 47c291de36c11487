/**
 * Tables as they are published: a column for each year, where a list has a row for each. The columns are found by what stands above
 * them, on one row of headings or on two; each then is a column of the tab like any other.
 */
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { headingKey } from '../headings.ts';

/** What a heading says when it names a time: the time, and the one spelling under which its column is known. */
export interface NamedTime<Time> {
  readonly time: Time;
  readonly heading: string;
}

export type WideTable<Time> =
  /** The tab with every heading of a time as text in its one spelling, and the times from the left. */
  | { readonly kind: 'wide'; readonly raw: RawTab; readonly times: readonly NamedTime<Time>[] }
  /** A column that says the time of each row stands beside columns that say it: nobody knows which counts. Row number from 1. */
  | { readonly kind: 'both'; readonly row: number };

/** Headings stand near the top; what looks like one further down is data. */
const ROWS_SEARCHED = 30;

/**
 * The columns of a table that are times; null where there are none.
 * @param labels what stands above the column that names each row: 재원 and its aliases.
 * @param timeNames what stands above a column of times, which such a table does not have: 연도 and its aliases.
 */
export function wideTable<Time>(
  raw: RawTab,
  labels: readonly string[],
  timeNames: readonly string[],
  timeOf: (heading: RawCell) => NamedTime<Time> | null,
): WideTable<Time> | null {
  const isOneOf = (names: readonly string[]) => {
    const keys = new Set(names.map(headingKey));
    return (cell: RawCell) => typeof cell === 'string' && keys.has(headingKey(cell));
  };
  const isLabel = isOneOf(labels);
  const namesTime = isOneOf(timeNames);
  const timesIn = (cells: readonly RawCell[]) =>
    cells.flatMap((cell, column) => {
      const named = isBlank(cell) ? null : timeOf(cell);
      return named === null ? [] : [{ ...named, column }];
    });

  const upper = raw.rows.slice(0, ROWS_SEARCHED).findIndex((cells) => cells.some(isLabel));
  if (upper < 0) return null;
  const headings = raw.rows[upper] ?? [];
  const isList = headings.some(namesTime);
  const besideLabel = timesIn(headings);
  if (besideLabel.length > 0 && isList) return { kind: 'both', row: upper + 1 };
  if (isList) return null;
  // Below a heading over all of them, where nothing stands below the label.
  const lower = raw.rows[upper + 1] ?? [];
  const isBelow = besideLabel.length === 0 && isBlank(lower[headings.findIndex(isLabel)] ?? '');
  const row = isBelow ? upper + 1 : upper;
  const times = isBelow ? timesIn(lower) : besideLabel;
  if (times.length === 0) return null;
  const headingAt = new Map(times.map(({ column, heading }) => [column, heading]));
  const rows = raw.rows.map((cells, index) =>
    index === row ? cells.map((cell, column) => withHeading(cell, headingAt.get(column))) : cells,
  );
  return { kind: 'wide', raw: { ...raw, rows }, times };
}

/** The heading in its one spelling, with the unit that it has in brackets. */
function withHeading(cell: RawCell, heading: string | undefined): RawCell {
  if (heading === undefined) return cell;
  const brackets = /\([^()]*\)\s*$/.exec(shownText(cell))?.[0] ?? '';
  return `${heading}${brackets}`;
}
