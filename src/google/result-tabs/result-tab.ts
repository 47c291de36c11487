/** One result tab, written as a whole: first its figures, then its looks. */
import type { Extent } from '../../app/ports.ts';
import type { IsoDate } from '../../domain/date.ts';
import { blockOf } from '../../sheets/output/grid/appearance.ts';
import type { Grid } from '../../sheets/output/grid/grid.ts';
import { titleFormula, type UnfinishedMark } from '../../sheets/output/unfinished.ts';
import type { OwnSheet } from '../own-sheets.ts';
import { extentOf, makeRoom } from '../tab-sizes.ts';
import { type Written, writeCells } from '../write-cells.ts';
import type { Attempt } from './attempt.ts';
import { GENERAL_FORMAT, putLinks } from './links.ts';
import { changedLooks, hasNoLooks, type Look, looksOf, markOfLooks } from './looks.ts';
import { merge, takeApart } from './merges.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface TabToWrite {
  readonly name: string;
  readonly grid: Grid;
  readonly asOf: IsoDate;
  readonly unfinished: UnfinishedMark | null;
  /** True where an earlier run did not finish the tab, so nothing is known about its looks. */
  readonly isUnsettled: boolean;
  /** Finds the tab, or makes it. */
  open(): OwnSheet;
  /** The id of a tab, for links; null where there is none of that name. */
  sheetId(name: string): number | null;
}

/**
 * Replaces what the tab holds. It is never cleared first: wherever the work stops, its first cell
 * says that it is unfinished.
 */
export function writeResultTab(tab: TabToWrite, { mend, figures, looks }: Attempt): void {
  const { name, grid, asOf, unfinished, isUnsettled } = tab;
  const { values, numberFormats, decoration } = blockOf(grid);
  const [rows, columns] = [values.length, values[0]?.length ?? 1];
  const { sheet, written, remember } = figures(() => tab.open());
  const mark = isUnsettled ? '' : written.decoration;
  const isNew = hasNoLooks(mark);
  const cells: Written[][] = values;
  putLinks(grid, cells, numberFormats, tab.sheetId);
  if (unfinished !== null) putUnfinishedMark(name, unfinished, cells, numberFormats);

  mend(() => sheet.getFilter()?.remove());
  mend(() => void allCells(sheet).clearDataValidations());
  const whole = figures(() => {
    makeRoom(sheet, rows, columns);
    return allCells(sheet);
  });
  const range = whole.offset(0, 0, rows, columns);
  // Asked before any write is pending.
  const used = isNew ? range : sheet.getDataRange();
  // What was written last may end in cells that hold looks and no text, which are no part of the used range.
  const beyond = {
    rows: Math.min(whole.getNumRows(), Math.max(used.getNumRows(), isNew ? 0 : written.rows)),
    columns: Math.min(whole.getNumColumns(), Math.max(used.getNumColumns(), isNew ? 0 : written.columns)),
  };
  const unmerged = figures(() => (isNew ? decoration.merges : takeApart(whole, decoration.merges)));
  // Before the figures: merged cells lose the values of all but the first.
  if (unmerged.length > 0 && !looks(() => merge(whole, unmerged))) figures(() => void whole.breakApart());
  // Formats first: text stays text only in a cell that is plain text when it arrives.
  looks(() => void range.setNumberFormats(numberFormats));
  figures(() => writeCells(range, cells));
  const cleared = figures(() => clearBeyond(whole, { rows, columns }, beyond));
  // Written once for the whole tab, so the cleared cells would lose it for good.
  if (grid.rowHeights.length > 0) {
    for (const area of cleared) looks(() => void area.setVerticalAlignment('middle'));
  }

  const all = looksOf(range, whole, grid, decoration, isNew);
  const unwritten = new Set<Look>();
  for (const { look, before } of changedLooks(all, mark)) {
    if (!looks(() => look.write(before))) unwritten.add(look);
  }
  remember({ rows, columns, decoration: markOfLooks(all, unwritten), asOf });
}

/** All cells of a tab, without reading them. */
function allCells(sheet: Sheet): Range {
  const { rows, columns } = extentOf(sheet);
  return sheet.getRange(1, 1, rows, columns);
}

/**
 * Clears everything below the block and to its right: an earlier, larger block, or lines of it that somebody
 * moved by inserting others.
 * @returns the areas that were cleared.
 */
function clearBeyond(whole: Range, { rows, columns }: Extent, used: Extent): readonly Range[] {
  const areas: Range[] = [];
  if (used.rows > rows) areas.push(whole.offset(rows, 0, used.rows - rows, used.columns));
  if (used.columns > columns) {
    areas.push(whole.offset(0, columns, Math.min(rows, used.rows), used.columns - columns));
  }
  for (const area of areas) area.clear();
  return areas;
}

/** Puts a title into the first cell that says so while the tab is unfinished. */
function putUnfinishedMark(
  name: string,
  unfinished: UnfinishedMark,
  [cells = []]: Written[][],
  [formats = []]: string[][],
): void {
  cells[0] = { formula: titleFormula(String(cells[0] ?? ''), name, unfinished) };
  formats[0] = GENERAL_FORMAT;
}
