/** Merged cells of a result tab. */

import { groupBy } from '../../domain/grouping.ts';
import type { GridArea } from '../../sheets/output/grid/charts-and-formats.ts';
import { areaIn, notationOf } from './notation.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Unmerges cells that should not be merged as they are: what is written under a merged cell is lost.
 * Everything above the first row that differs stays as it is.
 * @param whole all cells of the tab: a range cannot unmerge cells that lie only partly in it.
 * @returns the areas to merge again.
 */
export function takeApart(whole: Range, wanted: readonly GridArea[]): readonly GridArea[] {
  if (wanted.length === 0) {
    whole.breakApart();
    return [];
  }
  const merged = whole.getMergedRanges().map((range) => range.getA1Notation());
  const row = firstRowToMerge(merged, wanted);
  if (row === null) return [];
  const rows = whole.getNumRows() + 1 - row;
  if (rows > 0) whole.offset(row - 1, 0, rows, whole.getNumColumns()).breakApart();
  return wanted.filter((area) => area.row >= row);
}

/**
 * The first row from which merged cells differ from what is wanted, with no merge above reaching into
 * it; null: all are right.
 */
export function firstRowToMerge(merged: readonly string[], wanted: readonly GridArea[]): number | null {
  const present = new Set(merged);
  const right = new Set(wanted.map(notationOf));
  const different = [
    ...merged.filter((notation) => !right.has(notation)).map(areaIn),
    ...wanted.filter((area) => !present.has(notationOf(area))),
  ];
  if (different.length === 0) return null;
  const all = [...merged.map(areaIn), ...wanted];
  let first = Math.min(...different.map(({ row }) => row));
  for (;;) {
    const above = all.filter(({ row, rows }) => row < first && row + rows > first);
    if (above.length === 0) return first;
    first = Math.min(...above.map(({ row }) => row));
  }
}

/** Merges areas of a tab. In the rows of these areas, nothing may be merged before. */
export function merge(whole: Range, wanted: readonly GridArea[]): void {
  const { across, apart, rest } = mergePlan(wanted);
  const rangeOf = ({ row, column, rows, columns }: GridArea) =>
    whole.offset(row - 1, column - 1, rows, columns);
  for (const area of across) rangeOf(area).mergeAcross();
  if (apart.length > 0) whole.getSheet().getRangeList(apart.map(notationOf)).breakApart();
  for (const area of rest) {
    if (area.isEachRow) rangeOf(area).mergeAcross();
    else rangeOf(area).merge();
  }
}

/** The calls that merge, in this order. */
export interface MergePlan {
  /** Areas whose columns are merged in every row. */
  readonly across: readonly GridArea[];
  /** Rows of them in which that was wrong. One call unmerges them all. */
  readonly apart: readonly GridArea[];
  readonly rest: readonly MergeCall[];
}

interface MergeCall extends GridArea {
  /** Whether each row is merged on its own. */
  readonly isEachRow: boolean;
}

/** Merges are not joined across this many other merges. */
const FAR_APART = 4;

/**
 * Plans merges with few calls, however many rows there are: tables with the same columns lie below one
 * another, with other rows in between.
 */
export function mergePlan(wanted: readonly GridArea[]): MergePlan {
  const calls = byCall(wanted);
  const stretches = [
    ...groupBy(
      calls.filter(({ isEachRow }) => isEachRow),
      columnsKey,
    ).values(),
  ]
    .flatMap((alike) => stretchesOf(alike, calls))
    .filter((stretch) => stretch.length > 1)
    .sort((one, other) => other.length - one.length);
  const across: GridArea[] = [];
  const apart: GridArea[] = [];
  const covered = new Set<MergeCall>();
  for (const stretch of stretches) {
    const area = hull(stretch);
    if (across.some((other) => isOverlapping(area, other))) continue;
    across.push(area);
    stretch.forEach((call, index) => {
      covered.add(call);
      const next = stretch[index + 1];
      const end = call.row + call.rows;
      if (next !== undefined) apart.push({ ...area, row: end, rows: next.row - end });
    });
  }
  return { across, apart, rest: calls.filter((call) => !covered.has(call)) };
}

function columnsKey({ column, columns }: GridArea): string {
  return `${column} ${columns}`;
}

/** Calls for the same columns from top to bottom, split where many other merges lie in between. */
function stretchesOf(
  alike: readonly MergeCall[],
  all: readonly MergeCall[],
): readonly (readonly MergeCall[])[] {
  const stretches: MergeCall[][] = [];
  for (const call of alike) {
    const stretch = stretches[stretches.length - 1];
    const last = stretch?.[stretch.length - 1];
    if (stretch === undefined || last === undefined || isFarApart(last, call, all)) stretches.push([call]);
    else stretch.push(call);
  }
  return stretches;
}

function isFarApart(above: GridArea, below: GridArea, all: readonly MergeCall[]): boolean {
  const first = above.row + above.rows;
  const between = { ...above, row: first, rows: below.row - first };
  return all.filter((other) => isOverlapping(between, other)).length >= FAR_APART;
}

/** The area from the first call to the last. All have the same columns. */
function hull(stretch: readonly MergeCall[]): GridArea {
  const [first, last] = [stretch[0], stretch[stretch.length - 1]];
  if (first === undefined || last === undefined) throw new RangeError('a stretch without calls');
  const { row, column, columns } = first;
  return { row, column, columns, rows: last.row + last.rows - row };
}

function isOverlapping(one: GridArea, other: GridArea): boolean {
  return (
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns &&
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows
  );
}

/** Joins merges of single rows that lie directly below one another in the same columns. */
function byCall(merges: readonly GridArea[]): readonly MergeCall[] {
  const calls: { row: number; column: number; rows: number; columns: number; isEachRow: boolean }[] = [];
  const open = new Map<string, (typeof calls)[number]>();
  for (const area of merges) {
    const key = columnsKey(area);
    const above = area.rows === 1 ? open.get(key) : undefined;
    if (above !== undefined && above.row + above.rows === area.row) above.rows += 1;
    else {
      const call = { ...area, isEachRow: area.rows === 1 };
      calls.push(call);
      if (call.isEachRow) open.set(key, call);
    }
  }
  return calls;
}
