/**
 * Divides a tab by its column 공약번호. Each pledge is then read as if the tab held only its rows. Rows keep
 * their numbers; titles and headings belong to every pledge.
 */
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { headingKey, rowsSearched } from '../headings.ts';
import { isFilled, isNote } from '../rows/row-kind.ts';
import { isTotalWord } from '../rows/total-words.ts';
import { yearHeading } from '../years/year-columns.ts';
import { isPledgeNumberHeading } from './pledge-column.ts';

export interface DividedTab {
  /** The tab with only the rows of one pledge. */
  of(pledge: PledgeKey): RawTab;
  /** Number of rows in that tab that all pledges share: the headings and titles of further tables. */
  sharedRows(pledge: PledgeKey): number;
  /** The tab with only the rows that name no pledge of 공약목록. */
  readonly rest: RawTab;
}

/** Indexes of the rows of a tab, by pledge. `top`: titles and headings. */
interface RowsByPledge {
  readonly top: readonly number[];
  readonly ofPledge: ReadonlyMap<PledgeKey, readonly number[]>;
  readonly rest: readonly number[];
  /** The headings of tables further down, with the titles above each. They are among the rest too. */
  readonly below: readonly number[];
}

/** Replaces a row that is not the pledge's. */
const NOTHING: readonly RawCell[] = [];
const NO_ROWS: readonly number[] = [];

/**
 * Divides a tab; null where it has no column 공약번호, so that nobody knows whose its rows are.
 * @param pledgeNamed the pledge of 공약목록 that a cell names; null: none.
 * @param inPart restricts a tab to some rows: {@link asOwnRows} for a log, {@link withOthersBlank} for a
 * plan.
 */
export function dividedTab(
  typed: RawTab,
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
  inPart: (raw: RawTab, indexes: readonly number[]) => RawTab,
): DividedTab | null {
  const place = numberHeading(typed);
  if (place === null) return null;
  const raw = inPart === asOwnRows ? typed : withNumberHeadings(typed, place, pledgeNamed);
  const rows = rowsByPledge(raw, place, pledgeNamed);
  const part = (indexes: readonly number[]) => inPart(raw, [...rows.top, ...indexes]);
  const sharedWith = (pledge: PledgeKey): readonly number[] => {
    if (rows.below.length === 0 || inPart === asOwnRows) return NO_ROWS;
    const own = rows.ofPledge.get(pledge) ?? NO_ROWS;
    const last = own[own.length - 1] ?? -1;
    return rows.below.filter((index) => index < last);
  };
  return {
    of: (pledge) => {
      const own = rows.ofPledge.get(pledge) ?? NO_ROWS;
      const shared = sharedWith(pledge);
      return part(shared.length === 0 ? own : [...own, ...shared].sort((one, other) => one - other));
    },
    sharedRows: (pledge) => sharedWith(pledge).length,
    rest: part(rows.rest),
  };
}

/** Restricts a log by the indexes of its rows, without copying them: a log may have many. */
export function asOwnRows(raw: RawTab, own: readonly number[]): RawTab {
  return { ...raw, own };
}

/** Restricts a plan and blanks its other rows, because its tables are searched for among all rows. */
export function withOthersBlank(raw: RawTab, own: readonly number[]): RawTab {
  const rows: (readonly RawCell[])[] = new Array((own[own.length - 1] ?? -1) + 1).fill(NOTHING);
  for (const index of own) rows[index] = raw.rows[index] ?? NOTHING;
  return { ...raw, rows, own };
}

/**
 * Writes the heading 공약번호 into the headings of further tables of a plan, which may say 번호 or nothing above
 * the same column: `번호 | 2027 | 2028` below `공약번호 | 2025 | 2026`.
 */
function withNumberHeadings(
  raw: RawTab,
  { row: heading, column, cell: number }: NumberHeading,
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
): RawTab {
  const above = [heading, heading - 1].map((index) => raw.rows[index] ?? NOTHING);
  let rows: (readonly RawCell[])[] | null = null;
  for (let index = heading + 1; index < raw.rows.length; index += 1) {
    const cells = raw.rows[index] ?? NOTHING;
    const own = cells[column] ?? '';
    if (typeof own !== 'string' || isPledgeNumberHeading(own)) continue;
    if (!areHeadings(cells, column, above) || pledgeNamed(own) !== null) continue;
    rows ??= [...raw.rows];
    rows[index] = cells.map((cell, at) => (at === column ? number : cell));
  }
  return rows === null ? raw : { ...raw, rows };
}

/**
 * Whether a row holds years in their order and otherwise only text, as headings do. Beside a single year,
 * which may be a value, the texts must be the headings above.
 */
function areHeadings(cells: readonly RawCell[], number: number, above: RawTab['rows']): boolean {
  const years: number[] = [];
  let same = true;
  let texts = 0;
  for (const [column, cell] of cells.entries()) {
    if (column === number || isBlank(cell)) continue;
    const year = yearIn(cell);
    if (year !== null) years.push(year);
    else if (typeof cell !== 'string') return false;
    else {
      texts += 1;
      same &&= above.some((row) => headingKey(shownText(row[column] ?? '')) === headingKey(cell));
    }
  }
  return years.length > 1
    ? (years[0] !== years[1] || texts > 0) &&
        years.every((year, at) => at === 0 || [0, 1].includes(year - (years[at - 1] ?? 0)))
    : years.length === 1 && same && texts > 0;
}

/** The year of a heading: 2027, `2027년 계획`, or 2027.1 for a quarter. */
function yearIn(cell: RawCell): number | null {
  return yearHeading(typeof cell === 'number' ? Math.floor(Math.abs(cell)) : cell)?.year ?? null;
}

interface NumberHeading {
  /** Index of the last row of headings. */
  readonly row: number;
  readonly column: number;
  readonly cell: RawCell;
}

/** The place of the heading 공약번호; null: the tab has no such column. */
function numberHeading({ rows }: RawTab): NumberHeading | null {
  for (const [row, cells] of rows.slice(0, rowsSearched(rows)).entries()) {
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
  { row: heading, column }: NumberHeading,
  pledgeNamed: (cell: RawCell) => PledgeKey | null,
): RowsByPledge {
  const ofPledge = new Map<PledgeKey, number[]>();
  const rest: number[] = [];
  const below: number[] = [];
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
      if (isPledgeNumberHeading(cell)) below.push(...titlesAbove(raw.rows, rest, index), index);
      rest.push(index);
      continue;
    }
    const own = ofPledge.get(key);
    if (own === undefined) ofPledge.set(key, [index]);
    else own.push(index);
  }
  return { top, ofPledge, rest, below };
}

/** The rows of a single text right above a row, of no pledge: titles, such as the unit of the table below. */
function titlesAbove(rows: RawTab['rows'], rest: readonly number[], index: number): readonly number[] {
  const titles: number[] = [];
  for (let above = index - 1; rest[rest.length - 1 - titles.length] === above; above -= 1) {
    const [first = '', ...others] = (rows[above] ?? NOTHING).filter(isFilled);
    if (others.length > 0 || typeof first !== 'string' || isNote(first) || isTotalWord(first)) break;
    titles.unshift(above);
  }
  return titles;
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
