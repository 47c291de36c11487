/** The grid: Univer as a view of the book. What is typed goes to the session, and comes back as a change. */
import { LocaleType, Univer, UniverInstanceType } from '@univerjs/core';
import { type Cell, type Command, type EditEnd, FUniver, type GridRange } from '@univerjs/core/facade';
import {
  BEFORE_CELL_EDIT,
  IEditorBridgeService,
  ILayoutService,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import korean from '@univerjs/preset-sheets-core/locales/ko-KR';
import '@univerjs/preset-sheets-core/lib/index.css';
import type { Rectangle } from '../host/document.ts';
import type { Book, BookChange, GridStyle, Place, RowView, SheetChange, SheetFrame } from './messages.ts';

export interface GridListeners {
  /** It is drawn, and takes what is typed. */
  readonly ready: () => void;
  readonly edited: (sheet: number, cells: readonly (readonly [number, number, string])[]) => void;
  readonly selected: (place: Place) => void;
}

export interface Grid {
  /** Shows what has changed. */
  change(change: BookChange): void;
  /** Shows another sheet. */
  open(sheet: number): void;
  /** What is typed goes to the grid. */
  focus(): void;
  /** The cell that is edited next starts with this text, and not with the one it shows. */
  editNext(sheet: number, row: number, column: number, text: string): void;
}

const BOOK = 'book';
const FONT = '"Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';
const FONT_SIZE = 10;
const TEXT = 1;
/** `LifecycleStages.Rendered` */
const RENDERED = 2;
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;
const FIRST_CELL: Rectangle = { row: 1, column: 1, rows: 1, columns: 1 };
/** Rows that stay visible above a cell that the sheet is scrolled to. */
const ROWS_ABOVE = 3;
/** Everything else that would change the book, or its look, is refused: the grid is a view. */
const ALLOWED =
  /^sheet\.command\.(?:scroll|set-scroll|select|expand-selection|move-selection|copy$|clear-selection-content$|set-range-values$|set-worksheet-activate|auto-clear-content|set-zoom-ratio|change-zoom-ratio)/;
const REFUSED = /^(?:sheet\.command\.|univer\.command\.(?:undo|redo|paste|cut))/;

/** A sheet as the grid has it. */
interface Shown {
  /** Another one whenever the sheet is put there anew. */
  readonly id: string;
  readonly frame: SheetFrame;
}

export function createGrid(container: HTMLElement, book: Book, listeners: GridListeners): Grid {
  const styles: GridStyle[] = [];
  const shown = new Map<number, Shown>();
  let openings = 0;
  /** How many changes of our own are under way: what happens meanwhile is nobody's edit. */
  let ours = 0;
  let typed: { readonly row: number; readonly column: number; readonly text: string } | null = null;
  let prepared: { readonly key: string; readonly text: string } | null = null;

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

  addStyles(book);
  const sheets = Object.fromEntries(
    book.sheets.map((sheet) => newSheet(sheet)).map((data) => [data.id, data]),
  );
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: BOOK,
    name: BOOK,
    locale: LocaleType.KO_KR,
    styles: {},
    sheetOrder: book.order.map((id) => shown.get(id)?.id ?? ''),
    sheets,
  });
  const api = FUniver.newAPI(univer);
  const workbook = api.getActiveWorkbook();
  if (workbook === null) throw new Error('the grid has no workbook');

  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: 100,
      handler: (cell, { subUnitId, row, col }, next) => {
        if (prepared?.key !== `${subUnitId}:${row},${col}`) return next(cell);
        return next({ ...cell, v: prepared.text, t: TEXT, p: null, f: null });
      },
    });
  api.addEvent<Command>(api.Event.BeforeCommandExecute, (command) => {
    if (ours === 0 && REFUSED.test(command.id) && !ALLOWED.test(command.id)) command.cancel = true;
  });
  api.addEvent<EditEnd>(api.Event.BeforeSheetEditEnd, ({ row, column, isConfirm, value }) => {
    typed = isConfirm ? { row, column, text: value.toPlainText().replace(/\r?\n$/, '') } : null;
  });
  api.addEvent<Command>(api.Event.CommandExecuted, ({ id, params }) => {
    if (ours === 0 && id === 'sheet.mutation.set-range-values') tellEdits(params as RangeValues);
  });
  api.addEvent<{ readonly selections: readonly GridRange[] }>(api.Event.SelectionChanged, () => {
    if (ours === 0) tellSelection();
  });
  api.addEvent<object>(api.Event.ActiveSheetChanged, () => {
    if (ours === 0) tellSelection();
  });
  api.addEvent<{ readonly stage: number }>(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage === RENDERED) listeners.ready();
  });
  show(book.shown);

  function addStyles({ styles: { from, added } }: BookChange): void {
    added.forEach((style, index) => {
      styles[from + index] = style;
    });
  }

  /** A sheet's data for Univer, which is known from now on. */
  function newSheet({ id, frame, rows }: SheetChange) {
    if (frame === undefined)
      throw new Error(`the grid was told of rows of sheet ${id}, and nothing of the sheet`);
    openings += 1;
    const own = { id: `${id}.${openings}`, frame };
    shown.set(id, own);
    const cellData: Record<number, Record<number, Cell>> = {};
    for (const [row, view] of rows) cellData[row - 1] = cellsOf(view);
    const hidden = (numbers: readonly number[]) => numbers.map((number) => [number - 1, { hd: 1 }] as const);
    return {
      id: own.id,
      name: own.id,
      hidden: 0,
      rowCount: frame.rows,
      columnCount: frame.columns,
      defaultColumnWidth: COLUMN_WIDTH,
      defaultRowHeight: ROW_HEIGHT,
      defaultStyle: { ff: FONT, fs: FONT_SIZE, vt: 3 },
      mergeData: frame.merges.map(rangeOf),
      cellData,
      rowData: merged(
        frame.rowHeights.map(([row, height]) => [row - 1, { h: height, ia: 0 }] as const),
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

  function cellsOf(view: RowView): Record<number, Cell> {
    const cells: Record<number, Cell> = {};
    for (let index = 0; index < view.length; index += 2) {
      const cell = cellOf(view, index);
      if (cell !== null) cells[index / 2] = cell;
    }
    return cells;
  }

  function cellOf(view: RowView, index: number): Cell | null {
    const style = Number(view[index] ?? 0);
    const text = String(view[index + 1] ?? '');
    if (style === 0 && text === '') return null;
    return text === '' ? { s: styles[style] ?? {} } : { v: text, t: TEXT, s: styles[style] ?? {} };
  }

  function change(change: BookChange): void {
    ours += 1;
    try {
      addStyles(change);
      for (const sheet of change.sheets) {
        if (sheet.frame === undefined) patch(sheet);
        else replace(sheet);
      }
      for (const [id, { id: own }] of [...shown]) {
        if (change.order.includes(id)) continue;
        shown.delete(id);
        remove(own);
      }
      if (change.shown !== null) show(change.shown);
    } finally {
      ours -= 1;
    }
  }

  function patch({ id, rows }: SheetChange): void {
    const own = shown.get(id);
    const matrix = own && workbook?.getSheetBySheetId(own.id)?.getSheet().getCellMatrix();
    if (own === undefined || matrix == null || rows.length === 0) return;
    for (const [row, view] of rows) {
      for (const column of Object.keys(matrix.getRow(row - 1) ?? {})) {
        if (cellOf(view, 2 * Number(column)) === null) matrix.realDeleteValue(row - 1, Number(column));
      }
      for (const [column, cell] of Object.entries(cellsOf(view)))
        matrix.setValue(row - 1, Number(column), cell);
    }
    // With nothing to set: it lets the grid draw what is there now.
    api.syncExecuteCommand('sheet.mutation.set-range-values', {
      unitId: BOOK,
      subUnitId: own.id,
      cellValue: {},
    });
  }

  function replace(sheet: SheetChange): void {
    const before = shown.get(sheet.id);
    const isOpen = before !== undefined && workbook?.getActiveSheet().getSheetId() === before.id;
    const data = newSheet(sheet);
    api.syncExecuteCommand('sheet.mutation.insert-sheet', { unitId: BOOK, index: 0, sheet: data });
    if (isOpen) workbook?.setActiveSheet(data.id);
    if (before !== undefined) remove(before.id);
  }

  function remove(id: string): void {
    api.syncExecuteCommand('sheet.mutation.remove-sheet', { unitId: BOOK, subUnitId: id, subUnitName: id });
  }

  function show({ sheet, selection }: Place): void {
    const own = shown.get(sheet);
    if (own === undefined || workbook == null) return;
    ours += 1;
    try {
      if (workbook.getActiveSheet().getSheetId() !== own.id) workbook.setActiveSheet(own.id);
      if (JSON.stringify(selectionNow()) === JSON.stringify(selection)) return;
      select(own.id, selection);
      const last = selection.at(-1);
      if (last !== undefined) scrollTo(own, last);
    } finally {
      ours -= 1;
    }
  }

  /** Brings a cell into view that is not. */
  function scrollTo({ id, frame }: Shown, { row, column }: Rectangle): void {
    const sheet = workbook?.getSheetBySheetId(id);
    const seen = sheet?.getVisibleRange();
    if (sheet == null || seen == null) return;
    const isRowSeen = row <= frame.frozenRows || (row - 1 >= seen.startRow && row - 1 < seen.endRow);
    const isColumnSeen =
      column <= frame.frozenColumns || (column - 1 >= seen.startColumn && column - 1 < seen.endColumn);
    if (isRowSeen && isColumnSeen) return;
    const top = isRowSeen ? seen.startRow : Math.max(frame.frozenRows, row - 1 - ROWS_ABOVE);
    sheet.scrollToCell(top, isColumnSeen ? seen.startColumn : Math.max(frame.frozenColumns, column - 1));
  }

  function select(id: string, selection: readonly Rectangle[]): void {
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
    api.syncExecuteCommand('sheet.operation.set-selections', { unitId: BOOK, subUnitId: id, selections });
  }

  function selectionNow(): readonly Rectangle[] {
    const sheet = workbook?.getActiveSheet() as unknown as {
      getSelection(): { _selections?: readonly { range: GridRange }[] } | null;
    };
    return (sheet.getSelection()?._selections ?? []).map(({ range }) => rectangleOf(range));
  }

  function sheetShown(): number | null {
    const open = workbook?.getActiveSheet().getSheetId();
    return [...shown].find(([, { id }]) => id === open)?.[0] ?? null;
  }

  function tellSelection(): void {
    const sheet = sheetShown();
    const selection = selectionNow();
    // A sheet that was never shown before has nothing selected yet.
    if (sheet !== null)
      listeners.selected({ sheet, selection: selection.length === 0 ? [FIRST_CELL] : selection });
  }

  function tellEdits({ subUnitId, cellValue }: RangeValues): void {
    const sheet = [...shown].find(([, { id }]) => id === subUnitId)?.[0];
    if (sheet === undefined) return;
    const cells = Object.entries(cellValue ?? {}).flatMap(([row, cells]) =>
      Object.entries(cells ?? {}).map(([column, cell]) => {
        const isTyped = typed?.row === Number(row) && typed.column === Number(column);
        const text = isTyped ? (typed?.text ?? '') : textOf(cell);
        return [Number(row) + 1, Number(column) + 1, text] as const;
      }),
    );
    typed = null;
    if (cells.length > 0) listeners.edited(sheet, cells);
  }

  function focus(): void {
    univer.__getInjector().get(ILayoutService).focus();
  }

  return {
    change,
    focus,
    open(sheet) {
      const own = shown.get(sheet);
      if (own !== undefined) workbook.setActiveSheet(own.id);
      focus();
    },
    editNext(sheet, row, column, text) {
      prepared = { key: `${shown.get(sheet)?.id}:${row - 1},${column - 1}`, text };
      // The editor has taken the cell's text when the cell was selected.
      const editor = univer.__getInjector().get(IEditorBridgeService);
      if (!editor.isVisible().visible) editor.refreshEditCellState();
    },
  };
}

/** Of `sheet.mutation.set-range-values`. */
interface RangeValues {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, Cell | null>> | null>>;
}

function textOf(cell: Cell | null): string {
  const rich = cell?.p?.body?.dataStream;
  return rich === undefined ? String(cell?.v ?? '') : rich.replace(/[\r\n]+$/, '');
}

function rangeOf({ row, column, rows, columns }: Rectangle): GridRange {
  return {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
}

function rectangleOf({ startRow, endRow, startColumn, endColumn }: GridRange): Rectangle {
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
