/** Merged cells of a result tab. */

import { groupBy } from '../../domain/grouping.ts';
import type { Area } from '../../sheets/output/grid/appearance.ts';
import { areaIn, notationOf } from './notation.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Takes apart what is merged in a tab and is not to be merged just so: what is written under a merged cell is swallowed. Above the first
 * row that is another, everything stays as it is.
 * @param whole all cells of the tab: merged cells that lie only in part within a range cannot be taken apart by it.
 * @returns what is to be merged anew.
 */
export function takeApart(whole: Range, wanted: readonly Area[]): readonly Area[] {
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

/** The first row below which merged cells are others than they should be, and above which none reach down into it; null: all are right. */
export function firstRowToMerge(merged: readonly string[], wanted: readonly Area[]): number | null {
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

/** Merges cells of a tab in which none of their rows are merged. */
export function merge(whole: Range, wanted: readonly Area[]): void {
  const { across, apart, rest } = mergePlan(wanted);
  const rangeOf = ({ row, column, rows, columns }: Area) => whole.offset(row - 1, column - 1, rows, columns);
  for (const area of across) rangeOf(area).mergeAcross();
  if (apart.length > 0) whole.getSheet().getRangeList(apart.map(notationOf)).breakApart();
  for (const area of rest) {
    if (area.isEachRow) rangeOf(area).mergeAcross();
    else rangeOf(area).merge();
  }
}

/** What is done in this order. */
export interface MergePlan {
  /** Columns that are merged in every row from the first to the last. */
  readonly across: readonly Area[];
  /** Rows of those in which that was wrong: all of them are taken apart with one call. */
  readonly apart: readonly Area[];
  readonly rest: readonly MergeCall[];
}

interface MergeCall extends Area {
  /** Rows that are merged one by one. */
  readonly isEachRow: boolean;
}

/** Where as many other merges lie in between, columns are not merged through them. */
const FAR_APART = 4;

/** Merges in few calls, however many rows: tables with the same columns stand under one another, with other rows in between. */
export function mergePlan(wanted: readonly Area[]): MergePlan {
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
  const across: Area[] = [];
  const apart: Area[] = [];
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

function columnsKey({ column, columns }: Area): string {
  return `${column} ${columns}`;
}

/** Calls for the same columns, from top to bottom, parted where others lie in between. */
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

function isFarApart(above: Area, below: Area, all: readonly MergeCall[]): boolean {
  const first = above.row + above.rows;
  const between = { ...above, row: first, rows: below.row - first };
  return all.filter((other) => isOverlapping(between, other)).length >= FAR_APART;
}

/** From the first call to the last, which have the same columns. */
function hull(stretch: readonly MergeCall[]): Area {
  const [first, last] = [stretch[0], stretch[stretch.length - 1]];
  if (first === undefined || last === undefined) throw new RangeError('a stretch without calls');
  const { row, column, columns } = first;
  return { row, column, columns, rows: last.row + last.rows - row };
}

function isOverlapping(one: Area, other: Area): boolean {
  return (
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns &&
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows
  );
}

/** Merges of one row each that stand under one another in the same columns are one call. */
function byCall(merges: readonly Area[]): readonly MergeCall[] {
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
