/** Merged cells of a result tab. */
import type { Area } from '../../sheets/output/grid/appearance.ts';
import { notationOf } from './notation.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Takes apart whatever is merged in a tab, unless that is just what is to be merged: what is written under a merged cell is swallowed.
 * @param whole all cells of the tab: merged cells that lie only in part within a range cannot be taken apart by it.
 * @returns whether the cells are to be merged anew.
 */
export function takeApart(whole: Range, wanted: readonly Area[]): boolean {
  if (wanted.length > 0 && isMergedAs(whole.getMergedRanges(), wanted)) return false;
  whole.breakApart();
  return wanted.length > 0;
}

function isMergedAs(merged: readonly Range[], wanted: readonly Area[]): boolean {
  const places = new Set(merged.map((range) => range.getA1Notation()));
  return places.size === wanted.length && wanted.every((area) => places.has(notationOf(area)));
}

/** Merges cells of a tab in which none are merged. */
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
  /** Columns that most rows merge in the same way, merged in all rows from the first of these to the last. */
  readonly across: readonly Area[];
  /** Where that was wrong: all of it is taken apart with one call. */
  readonly apart: readonly Area[];
  readonly rest: readonly (Area & { readonly isEachRow: boolean })[];
}

/** Fewer rows than these, and merging them all at once saves nothing. */
const WORTH_WHILE = 4;

/** Merges in few calls, however many rows: tables of one width stand under one another, with other rows in between. */
export function mergePlan(wanted: readonly Area[]): MergePlan {
  const lines = wanted.filter(({ rows }) => rows === 1);
  const byColumns = new Map<string, Area[]>();
  for (const area of lines) {
    const key = `${area.column} ${area.columns}`;
    const alike = byColumns.get(key);
    if (alike === undefined) byColumns.set(key, [area]);
    else alike.push(area);
  }
  const across: Area[] = [];
  const covered = new Set<Area>();
  const apart: Area[] = [];
  for (const alike of [...byColumns.values()].sort((one, other) => other.length - one.length)) {
    const [first, last] = [alike[0], alike[alike.length - 1]];
    if (first === undefined || last === undefined || alike.length < WORTH_WHILE) continue;
    const all = { ...first, rows: last.row + 1 - first.row };
    if (across.some((other) => shareColumns(all, other))) continue;
    across.push(all);
    for (const area of alike) covered.add(area);
    const rows = new Set(alike.map(({ row }) => row));
    for (let row = first.row; row <= last.row; row += 1) {
      if (!rows.has(row)) apart.push({ ...first, row });
    }
  }
  return {
    across,
    apart: apart.map((area) => area),
    rest: byCall(wanted.filter((area) => !covered.has(area))),
  };
}

function shareColumns(one: Area, other: Area): boolean {
  return one.column < other.column + other.columns && other.column < one.column + one.columns;
}

/** Merges of one row each that stand under one another in the same columns are one call. */
function byCall(merges: readonly Area[]): MergePlan['rest'] {
  const calls: { row: number; column: number; rows: number; columns: number; isEachRow: boolean }[] = [];
  const open = new Map<string, (typeof calls)[number]>();
  for (const area of merges) {
    const key = `${area.column} ${area.columns}`;
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
