/**
 * Controls Univer: opens it so that only typing changes the book, selects and scrolls to cells, and grows
 * rows.
 */
import { LocaleType, Univer, UniverInstanceType } from '@univerjs/core';
import { type Command, FUniver, type Scrolled, type Workbook, type Worksheet } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import korean from '@univerjs/preset-sheets-core/locales/ko-KR';
import '@univerjs/preset-sheets-core/lib/index.css';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type { SheetFrame } from '../messages.ts';
import { keepsHeight, rangeOf, rectangleOf } from './sheet-data.ts';

export const BOOK = 'book';
/** Number of rows to keep visible above a cell that is scrolled to. */
const ROWS_ABOVE = 3;
/** Allowed commands. Any other that would change the book or its look is refused. */
const ALLOWED =
  /^sheet\.command\.(?:scroll|set-scroll|select|expand-selection|move-selection|copy$|clear-selection-content$|set-range-values$|set-worksheet-activate|auto-clear-content|set-zoom-ratio|change-zoom-ratio)/;
const REFUSED = /^(?:sheet\.command\.|univer\.command\.(?:undo|redo|paste|cut))/;

export interface OpenUniver {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly workbook: Workbook;
}

/** @param sheets data of each sheet, in order */
export function openUniver(container: HTMLElement, sheets: readonly { readonly id: string }[]): OpenUniver {
  const univer = new Univer({ locale: LocaleType.KO_KR, locales: { [LocaleType.KO_KR]: korean } });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: false,
    toolbar: false,
    footer: false,
    formulaBar: false,
    contextMenu: false,
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: BOOK,
    name: BOOK,
    locale: LocaleType.KO_KR,
    styles: {},
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((data) => [data.id, data])),
  });
  const api = FUniver.newAPI(univer);
  const workbook = api.getActiveWorkbook();
  if (workbook === null) throw new Error('the grid has no workbook');
  return { univer, api, workbook };
}

/**
 * Refuses commands that a view must not run.
 * @param isOurs whether the page itself is changing the grid
 */
export function refuseChanges(api: FUniver, isOurs: () => boolean): void {
  api.addEvent<Command>(api.Event.BeforeCommandExecute, (command) => {
    if (!isOurs() && REFUSED.test(command.id) && !ALLOWED.test(command.id)) command.cancel = true;
  });
}

/** The selected ranges, the active one last; empty on a sheet that was never shown. */
export function selectionOf(sheet: Worksheet): readonly Rectangle[] {
  const ranges = sheet.getSelection()?.getActiveRangeList() ?? [];
  return ranges.map((range) => rectangleOf(range.getRange()));
}

export function select(api: FUniver, sheet: string, selection: readonly Rectangle[]): void {
  const ranges = selection.map(rangeOf);
  const selections = ranges.map((range, index) => ({
    range,
    primary:
      index < ranges.length - 1
        ? null
        : {
            ...range,
            actualRow: range.startRow,
            actualColumn: range.startColumn,
            endRow: range.startRow,
            endColumn: range.startColumn,
            isMerged: false,
            isMergedMainCell: false,
          },
    style: null,
  }));
  api.syncExecuteCommand('sheet.operation.set-selections', {
    unitId: BOOK,
    subUnitId: sheet,
    selections,
  });
}

/** Scrolls to a cell unless it is visible already. */
export function scrollTo(sheet: Worksheet, frame: SheetFrame, { row, column }: Rectangle): void {
  const seen = sheet.getVisibleRange();
  if (seen == null) return;
  const isRowSeen = row <= frame.frozenRows || (row - 1 >= seen.startRow && row - 1 < seen.endRow);
  const isColumnSeen =
    column <= frame.frozenColumns || (column - 1 >= seen.startColumn && column - 1 < seen.endColumn);
  if (isRowSeen && isColumnSeen) return;
  const top = isRowSeen ? seen.startRow : Math.max(frame.frozenRows, row - 1 - ROWS_ABOVE);
  sheet.scrollToCell(top, isColumnSeen ? seen.startColumn : Math.max(frame.frozenColumns, column - 1));
}

/**
 * Grows rows with their text. In Sheets, a row with a height set by a script still grows, unless the height
 * was forced. Univer measures the rows marked here, after it has drawn the sheet.
 */
export function growRows(api: FUniver, sheet: string, { rowHeights, merges, columns }: SheetFrame): void {
  const ranges = rowHeights
    .map(([row]) => row)
    .filter((row) => !keepsHeight(row, merges))
    .map((row) => ({ startRow: row - 1, endRow: row - 1, startColumn: 0, endColumn: columns - 1 }));
  if (ranges.length === 0) return;
  api.syncExecuteCommand('sheet.operation.mark-dirty-row-auto-height', {
    unitId: BOOK,
    subUnitId: sheet,
    ranges,
    id: sheet,
  });
}

/** Where the open sheet lies in the grid, in pixels. */
export interface SheetView {
  readonly zoom: number;
  /** Where the scrolling part begins, after headings and frozen cells. */
  readonly fixed: { readonly x: number; readonly y: number };
  /** The current upper left corner of a cell, even if it is scrolled out of view. */
  cornerOf(row: number, column: number): { readonly x: number; readonly y: number };
}

/** null: the sheet has not been drawn yet. */
export function viewOf(sheet: Worksheet, frame: SheetFrame, scrolled: Scrolled | null): SheetView | null {
  const skeleton = sheet.getSkeleton();
  if (skeleton == null) return null;
  const { rowHeaderWidth, columnHeaderHeight, rowHeightAccumulation, columnWidthAccumulation } = skeleton;
  const zoom = sheet.getZoom();
  const corner = (row: number, column: number) => ({
    x: rowHeaderWidth + (columnWidthAccumulation[column - 2] ?? 0),
    y: columnHeaderHeight + (rowHeightAccumulation[row - 2] ?? 0),
  });
  const fixed = corner(frame.frozenRows + 1, frame.frozenColumns + 1);
  return {
    zoom,
    fixed: { x: fixed.x * zoom, y: fixed.y * zoom },
    cornerOf: (row, column) => {
      const { x, y } = corner(row, column);
      return {
        x: (x - (scrolled?.viewportScrollX ?? 0)) * zoom,
        y: (y - (scrolled?.viewportScrollY ?? 0)) * zoom,
      };
    },
  };
}
