/** Merged cells of a result tab. */
import type { Area } from '../../sheets/output/grid/appearance.ts';

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
  const places = new Set(
    merged.map((range) =>
      placeOf({
        row: range.getRow(),
        column: range.getColumn(),
        rows: range.getNumRows(),
        columns: range.getNumColumns(),
      }),
    ),
  );
  return places.size === wanted.length && wanted.every((area) => places.has(placeOf(area)));
}

function placeOf({ row, column, rows, columns }: Area): string {
  return `${row} ${column} ${rows} ${columns}`;
}

/** Merges cells of a tab in which none are merged. */
export function merge(whole: Range, wanted: readonly Area[]): void {
  for (const { row, column, rows, columns, isEachRow } of mergesByCall(wanted)) {
    const range = whole.offset(row - 1, column - 1, rows, columns);
    if (isEachRow) range.mergeAcross();
    else range.merge();
  }
}

/** Merges of one row each that stand under one another in the same columns are one call. */
function mergesByCall(merges: readonly Area[]): readonly (Area & { readonly isEachRow: boolean })[] {
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
