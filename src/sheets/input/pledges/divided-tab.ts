/**
 * A tab divided by its column of 공약번호: each pledge is then read as if the tab held its rows alone. Rows keep their numbers, and titles
 * and headings belong to every pledge.
 */
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import { rowsSearched } from '../headings.ts';
import { isFilled } from '../rows/row-kind.ts';
import { isPledgeNumberHeading } from './pledge-column.ts';

export interface DividedTab {
  /** The tab with the rows of a pledge alone. */
  of(pledge: PledgeKey): RawTab;
  /** The tab with the rows that name no pledge of the list. */
  readonly rest: RawTab;
}

/** The rows of a tab by pledge; each as an index. */
interface RowsByPledge {
  readonly top: readonly number[];
  readonly ofPledge: ReadonlyMap<PledgeKey, readonly number[]>;
  readonly rest: readonly number[];
}

/** A row that is none of the pledge's. */
const NOTHING: readonly RawCell[] = [];

/**
 * Divides a tab; null where it has no column of 공약번호, so that nobody can tell whose its rows are.
 * @param pledgeNamed the pledge of the list that a cell names; null: none.
 * @param inPart how a tab is given that is read in part: a log by the indexes of its rows, which are many; a plan with nothing in the others.
 */
export function dividedTab(
  raw: RawTab,
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
  inPart: (raw: RawTab, indexes: readonly number[]) => RawTab,
): DividedTab | null {
  const place = numberHeading(raw);
  if (place === null) return null;
  const rows = rowsByPledge(raw, place, pledgeNamed);
  const part = (indexes: readonly number[]) => inPart(raw, [...rows.top, ...indexes]);
  return {
    of: (pledge) => part(rows.ofPledge.get(pledge) ?? []),
    rest: part(rows.rest),
  };
}

/** A log as the rows that are read of it. */
export function asOwnRows(raw: RawTab, own: readonly number[]): RawTab {
  return { ...raw, own };
}

/** A plan likewise, with nothing in the rows that are not read: its tables are found among all rows. */
export function withOthersBlank(raw: RawTab, own: readonly number[]): RawTab {
  const rows: (readonly RawCell[])[] = new Array((own[own.length - 1] ?? -1) + 1).fill(NOTHING);
  for (const index of own) rows[index] = raw.rows[index] ?? NOTHING;
  return { ...raw, rows, own };
}

interface NumberHeading {
  /** The index of the last row of headings. */
  readonly row: number;
  readonly column: number;
}

/** Where the heading of 공약번호 stands; null: the tab has no such column. */
function numberHeading({ rows }: RawTab): NumberHeading | null {
  for (const [row, cells] of rows.slice(0, rowsSearched(rows)).entries()) {
    const column = cells.findIndex(isPledgeNumberHeading);
    if (column < 0) continue;
    return { row: isOverParts(cells, rows[row + 1] ?? [], column) ? row + 1 : row, column };
  }
  return null;
}

/** Whether headings go on in the row below: something stands there where nothing stands above, and no number of a pledge. */
function isOverParts(upper: readonly RawCell[], lower: readonly RawCell[], number: number): boolean {
  return (
    isBlank(lower[number] ?? '') &&
    lower.some((cell, column) => isFilled(cell) && isBlank(upper[column] ?? '') && typeof cell !== 'boolean')
  );
}

function rowsByPledge(
  raw: RawTab,
  { row: heading, column }: NumberHeading,
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
): RowsByPledge {
  const ofPledge = new Map<PledgeKey, number[]>();
  const rest: number[] = [];
  const top = indexesOf(0, heading + 1);
  const known = new Map<RawCell, PledgeKey | null>();
  const keyOf = (cell: RawCell) => {
    const earlier = known.get(cell);
    if (earlier !== undefined) return earlier;
    const key = pledgeNamed(cell);
    known.set(cell, key);
    return key;
  };
  let merged: ReadonlyMap<number, number> | null = null;
  for (let index = heading + 1; index < raw.rows.length; index += 1) {
    const cells = raw.rows[index] ?? NOTHING;
    let cell = cells[column] ?? '';
    if (isBlank(cell)) {
      if (!cells.some(isFilled)) continue;
      merged ??= topsOfMerged(raw, column);
      cell = raw.rows[merged.get(index) ?? index]?.[column] ?? '';
    }
    const key = keyOf(cell);
    if (key === null) {
      rest.push(index);
      continue;
    }
    const own = ofPledge.get(key);
    if (own === undefined) ofPledge.set(key, [index]);
    else own.push(index);
  }
  return { top, ofPledge, rest };
}

/** The index of the first row of a merged cell in a column, by the index of each further row. It costs a call. */
function topsOfMerged(raw: RawTab, column: number): ReadonlyMap<number, number> {
  const tops = new Map<number, number>();
  for (const block of raw.merges?.() ?? []) {
    if (block.column !== column + 1) continue;
    for (let below = 1; below < block.rows; below += 1) tops.set(block.row - 1 + below, block.row - 1);
  }
  return tops;
}

function indexesOf(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
