/**
 * Sheets and cells in Univer's form: rows and columns count from 0, and a range has a last row and column.
 */
import type { Cell, GridRange } from '@univerjs/core/facade';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type { GridStyle, RowView, SheetFrame } from '../messages.ts';

/** Univer's cell type for text. The grid shows texts as they are and computes nothing. */
export const TEXT = 1;
const FONT = '"Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';
const FONT_SIZE = 10;
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;

/** `IWorksheetData` */
export function sheetData(
  id: string,
  frame: SheetFrame,
  rows: readonly (readonly [number, RowView])[],
  styles: readonly GridStyle[],
) {
  const cellData: Record<number, Record<number, Cell>> = {};
  for (const [row, view] of rows) cellData[row - 1] = cellsOf(view, styles);
  const hidden = (numbers: readonly number[]) => numbers.map((number) => [number - 1, { hd: 1 }] as const);
  return {
    id,
    name: id,
    hidden: 0,
    rowCount: frame.rows,
    columnCount: frame.columns,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    defaultStyle: { ff: FONT, fs: FONT_SIZE, vt: 3 },
    mergeData: frame.merges.map(rangeOf),
    cellData,
    rowData: merged(
      frame.rowHeights.map(
        ([row, height]) => [row - 1, { h: height, ia: keepsHeight(row, frame.merges) ? 0 : 1 }] as const,
      ),
      hidden(frame.hiddenRows),
    ),
    columnData: merged(
      frame.columnWidths.map(([column, width]) => [column - 1, { w: width }] as const),
      hidden(frame.hiddenColumns),
    ),
    freeze: {
      xSplit: frame.frozenColumns,
      ySplit: frame.frozenRows,
      startRow: frame.frozenRows === 0 ? -1 : frame.frozenRows,
      startColumn: frame.frozenColumns === 0 ? -1 : frame.frozenColumns,
    },
    tabColor: '',
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    rightToLeft: 0,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: frame.gridlines ? 1 : 0,
  };
}

/** Whether a row keeps its set height: rows with merged cells do not grow with their text. */
export function keepsHeight(row: number, merges: readonly Rectangle[]): boolean {
  return merges.some((area) => row >= area.row && row < area.row + area.rows);
}

/** The cells of a row that have a text or a style, by column from 0. */
export function cellsOf(view: RowView, styles: readonly GridStyle[]): Record<number, Cell> {
  const cells: Record<number, Cell> = {};
  for (let index = 0; index < view.length; index += 2) {
    const cell = cellOf(view, index, styles);
    if (cell !== null) cells[index / 2] = cell;
  }
  return cells;
}

function cellOf(view: RowView, index: number, styles: readonly GridStyle[]): Cell | null {
  const style = Number(view[index] ?? 0);
  const text = String(view[index + 1] ?? '');
  if (style === 0 && text === '') return null;
  const s = styles[style] ?? {};
  return text === '' ? { s } : { v: text, t: TEXT, s };
}

/** The text of a cell, which Univer holds as rich text while it is being edited. */
export function textOf(cell: Cell | null): string {
  const rich = cell?.p?.body?.dataStream;
  return rich === undefined ? String(cell?.v ?? '') : rich.replace(/[\r\n]+$/, '');
}

export function rangeOf({ row, column, rows, columns }: Rectangle): GridRange {
  return {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
}

export function rectangleOf({ startRow, endRow, startColumn, endColumn }: GridRange): Rectangle {
  return {
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}

function merged(...lists: readonly (readonly (readonly [number, object])[])[]): Record<number, object> {
  const all: Record<number, object> = {};
  for (const [number, data] of lists.flat()) all[number] = { ...all[number], ...data };
  return all;
}
