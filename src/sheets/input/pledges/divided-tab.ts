/**
 * Divides a tab by its column 공약번호. Each pledge is then read as if the tab held only its rows. Rows keep
 * their numbers; titles and headings belong to every pledge.
 */
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { headingKey, searchedRows } from '../headings.ts';
import { isDittoMark } from '../rows/ditto-marks.ts';
import { isFilled } from '../rows/row-kind.ts';
import { type TableHeadings, tableStarts } from '../tables-below.ts';
import { mayBeTotal, nameOfTotal } from '../totals/total-words.ts';
import { isPledgeNumberHeading } from './pledge-column.ts';

export interface DividedTab {
  /** The tab with only the rows of one pledge. */
  of(pledge: PledgeKey): RawTab;
  /** Number of rows in that tab that all pledges share: the headings and titles of further tables. */
  sharedRows(pledge: PledgeKey): number;
  /** The tab with only the rows that name no pledge of 공약목록. */
  readonly rest: RawTab;
}

/** Indexes of the rows of a tab, by pledge. */
interface RowsByPledge {
  readonly ofPledge: ReadonlyMap<PledgeKey, readonly number[]>;
  readonly rest: readonly number[];
  /** The tables in which a pledge has rows. */
  readonly tablesOf: ReadonlyMap<PledgeKey, ReadonlySet<NumberedTable>>;
}

/** A table of the tab, and where it says which pledge a row is of. */
interface NumberedTable {
  /** Indexes of its titles and headings. */
  readonly shared: readonly number[];
  /** Index of its last row of headings. */
  readonly last: number;
  /** Index of its column 공약번호; null: it has none, so that nobody knows whose its rows are. */
  readonly column: number | null;
}

/** Headings above the numbers of pledges in a further table. 연번 numbers rows, and 개소수 counts something. */
const MAY_HEAD_NUMBERS: ReadonlySet<string> = new Set(['번호', '구분', '공약'].map(headingKey));

/** Replaces a row that is not the pledge's. */
const NOTHING: readonly RawCell[] = [];

/**
 * Divides a tab; null where it has no column 공약번호, so that nobody knows whose its rows are.
 * @param pledgeNamed the pledge of 공약목록 that a cell names; null: none.
 * @param names how the tables of a plan are recognised. Each may have its number in another column. null: the
 * tab is a log, which is one list.
 */
export function dividedTab(
  typed: RawTab,
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
  names: TableHeadings | null,
): DividedTab | null {
  const place = numberHeading(typed);
  if (place === null) return null;
  const { raw, tables } =
    names === null ? { raw: typed, tables: [] } : numberedTables(typed, place, names, pledgeNamed);
  const { ofPledge, rest, tablesOf } = rowsByPledge(typed, place, tables, pledgeNamed);
  const top = indexesOf(0, place.row + 1);
  const part = (indexes: readonly number[]) => {
    const own = [...top, ...indexes];
    return names === null ? { ...raw, own } : withOthersBlank(raw, own);
  };
  const sharedWith = (pledge: PledgeKey): readonly number[] =>
    [...(tablesOf.get(pledge) ?? [])].flatMap(({ shared }) => shared);
  return {
    of: (pledge) => {
      const own = ofPledge.get(pledge) ?? [];
      const shared = sharedWith(pledge);
      return part(shared.length === 0 ? own : [...own, ...shared].sort((one, other) => one - other));
    },
    sharedRows: (pledge) => sharedWith(pledge).length,
    rest: part(rest),
  };
}

/** Restricts a plan and blanks its other rows, because its tables are searched for among all rows. */
function withOthersBlank(raw: RawTab, own: readonly number[]): RawTab {
  const rows: (readonly RawCell[])[] = new Array((own[own.length - 1] ?? -1) + 1).fill(NOTHING);
  for (const index of own) rows[index] = raw.rows[index] ?? NOTHING;
  return { ...raw, rows, own, whole: raw.rows };
}

/**
 * Finds the tables below the first, each with the column of its pledge numbers: the one headed 공약번호. Where no
 * heading says so, it is the column of the first table, and 공약번호 is then written there, in two cases. The
 * table's first row of headings is blank there or holds the number of a pledge. Or a heading there is 번호, 구분
 * or 공약, and a number of a pledge stands below it: `번호 | 2027 | 2028` below `공약번호 | 2025 | 2026`.
 */
function numberedTables(
  typed: RawTab,
  place: NumberHeading,
  names: TableHeadings,
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
): { readonly raw: RawTab; readonly tables: readonly NumberedTable[] } {
  const { starts } = tableStarts(typed, names);
  const isOfPledge = (cell: RawCell) => !isBlank(cell) && pledgeNamed(cell) !== null;
  const below = starts.filter(({ row }) => row > place.row);
  if (below.length === 0) return { raw: typed, tables: [] };
  const rows = [...typed.rows];
  const tables = below.map(({ from, row, last }, at): NumberedTable => {
    const end = below[at + 1]?.from ?? rows.length;
    const shared = indexesOf(from, last + 1);
    const headings = indexesOf(row, last + 1).map((index) => rows[index] ?? NOTHING);
    const named = headings
      .map((cells) => cells.findIndex(isPledgeNumberHeading))
      .find((column) => column >= 0);
    if (named !== undefined) return { shared, last, column: named };
    const { column, cell: number } = place;
    const typedHere = headings[0]?.[column] ?? '';
    const isHere =
      isBlank(typedHere) ||
      isOfPledge(typedHere) ||
      (headings.some((cells) => MAY_HEAD_NUMBERS.has(headingKey(shownText(cells[column] ?? '')))) &&
        rows.slice(last + 1, end).some((cells) => isOfPledge(cells[column] ?? '')));
    if (!isHere) return { shared, last, column: null };
    rows[row] = (rows[row] ?? NOTHING).map((cell, index) => (index === column ? number : cell));
    return { shared, last, column };
  });
  return { raw: { ...typed, rows }, tables };
}

interface NumberHeading {
  /** Index of the last row of headings. */
  readonly row: number;
  readonly column: number;
  readonly cell: RawCell;
}

/** The place of the heading 공약번호; null: the tab has no such column. */
function numberHeading(raw: RawTab): NumberHeading | null {
  const { rows } = raw;
  for (const row of searchedRows(raw)) {
    const cells = rows[row] ?? NOTHING;
    const column = cells.findIndex(isPledgeNumberHeading);
    if (column < 0) continue;
    const isTwoRows = isOverParts(cells, rows[row + 1] ?? [], column);
    return { row: isTwoRows ? row + 1 : row, column, cell: cells[column] ?? '' };
  }
  return null;
}

/** Whether the headings continue in the row below: it has a cell under a blank one, and no pledge number. */
function isOverParts(upper: readonly RawCell[], lower: readonly RawCell[], number: number): boolean {
  return (
    isBlank(lower[number] ?? '') &&
    lower.some((cell, column) => isFilled(cell) && isBlank(upper[column] ?? '') && typeof cell !== 'boolean')
  );
}

function rowsByPledge(
  raw: RawTab,
  { row: heading, column: ofFirst }: NumberHeading,
  tables: readonly NumberedTable[],
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
): RowsByPledge {
  const ofPledge = new Map<PledgeKey, number[]>();
  const tablesOf = new Map<PledgeKey, Set<NumberedTable>>();
  const rest: number[] = [];
  const known = new Map<RawCell, PledgeKey | null>();
  const keyOf = (cell: RawCell) => {
    const earlier = known.get(cell);
    if (earlier !== undefined) return earlier;
    // `1-1 소계` is a total of that pledge.
    const totalOf = typeof cell === 'string' && mayBeTotal(cell) ? nameOfTotal(cell) : null;
    const key = pledgeNamed(cell) ?? (totalOf === null ? null : pledgeNamed(totalOf));
    known.set(cell, key);
    return key;
  };
  const mergedIn = new Map<number, ReadonlyMap<number, number>>();
  const topOf = (index: number, column: number): number => {
    const tops = mergedIn.get(column) ?? topsOfMerged(raw, column);
    mergedIn.set(column, tops);
    return tops.get(index) ?? index;
  };
  let tablesAbove = 0;
  /** The number in the last row above that has one. */
  let numberAbove: RawCell = '';
  for (let index = heading + 1; index < raw.rows.length; index += 1) {
    const cells = raw.rows[index] ?? NOTHING;
    const table = tables[tablesAbove];
    const isOfHeadings = table !== undefined && index >= (table.shared[0] ?? 0);
    if (isOfHeadings && index === table.last) tablesAbove += 1;
    const { column } = tables[tablesAbove - 1] ?? { column: ofFirst };
    let cell = column === null ? '' : (cells[column] ?? '');
    if (column !== null && isBlank(cell)) {
      if (!cells.some(isFilled)) continue;
      cell = raw.rows[topOf(index, column)]?.[column] ?? '';
    }
    if (typeof cell === 'string' && isDittoMark(cell)) cell = numberAbove;
    numberAbove = isOfHeadings ? '' : cell;
    const key = isOfHeadings || column === null ? null : keyOf(cell);
    if (key === null) {
      rest.push(index);
      continue;
    }
    const own = ofPledge.get(key);
    if (own === undefined) ofPledge.set(key, [index]);
    else own.push(index);
    const above = tables[tablesAbove - 1];
    if (above !== undefined) tablesOf.set(key, (tablesOf.get(key) ?? new Set()).add(above));
  }
  return { ofPledge, rest, tablesOf };
}

/** For each further row of a merged cell in a column, the index of its first row. It costs a call. */
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
