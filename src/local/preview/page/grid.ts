/** The grid: Univer shows the book. Typed text goes to the session and comes back as a change. */
import type { Cell, Command, EditEnd, Scrolled } from '@univerjs/core/facade';
import {
  BEFORE_CELL_EDIT,
  IEditorBridgeService,
  ILayoutService,
  SheetInterceptorService,
} from '@univerjs/preset-sheets-core';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type { Book, BookChange, GridStyle, Place, SheetChange, SheetFrame } from '../messages.ts';
import { cellsOf, sheetData, TEXT, textOf } from './sheet-data.ts';
import {
  BOOK,
  growRows,
  openUniver,
  refuseChanges,
  type SheetView,
  scrollTo,
  select,
  selectionOf,
  viewOf,
} from './univer-view.ts';

export interface GridListeners {
  /** The grid is drawn and accepts typing. */
  readonly ready: () => void;
  readonly edited: (sheet: number, cells: readonly (readonly [number, number, string])[]) => void;
  readonly selected: (place: Place) => void;
  /** Another sheet, or another part of it, has come into view. */
  readonly moved: (view: SheetView | null) => void;
}

export interface Grid {
  /** Applies a change of the book. */
  change(change: BookChange): void;
  /** Opens a sheet. */
  open(sheet: number): void;
  /** Gives the grid the keyboard focus. */
  focus(): void;
  /** Whether a cell is being edited. */
  isEditing(): boolean;
  /** Sets the text with which editing this cell starts, instead of its displayed text. */
  editNext(sheet: number, row: number, column: number, text: string): void;
}

/** `LifecycleStages.Rendered` */
const RENDERED = 2;
const FIRST_CELL: Rectangle = { row: 1, column: 1, rows: 1, columns: 1 };

/** A sheet in the grid. */
interface Shown {
  /** Univer's id of the sheet. Changes whenever the sheet is rebuilt. */
  readonly id: string;
  readonly frame: SheetFrame;
}

export function createGrid(container: HTMLElement, book: Book, listeners: GridListeners): Grid {
  const styles: GridStyle[] = [];
  const shown = new Map<number, Shown>();
  const grown = new Set<string>();
  let openings = 0;
  /** Number of our own changes in progress. Events during them are no edits by a person. */
  let ours = 0;
  let typed: { readonly row: number; readonly column: number; readonly text: string } | null = null;
  let scrolled: Scrolled | null = null;
  let prepared: { readonly key: string; readonly text: string } | null = null;

  addStyles(book);
  const { univer, api, workbook } = openUniver(
    container,
    book.order.flatMap((id) => {
      const sheet = book.sheets.find((other) => other.id === id);
      return sheet === undefined ? [] : [newSheet(sheet)];
    }),
  );

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
  refuseChanges(api, () => ours > 0);
  api.addEvent<EditEnd>(api.Event.BeforeSheetEditEnd, ({ row, column, isConfirm, value }) => {
    typed = isConfirm ? { row, column, text: value.toPlainText().replace(/\r?\n$/, '') } : null;
  });
  api.addEvent<Command>(api.Event.CommandExecuted, ({ id, params }) => {
    if (ours === 0 && id === 'sheet.mutation.set-range-values') tellEdits(params as RangeValues);
  });
  // Only the second event reports the first cell that is clicked in a sheet.
  for (const event of [api.Event.SelectionChanged, api.Event.SelectionMoveEnd]) {
    api.addEvent<object>(event, () => {
      if (ours === 0) tellSelection();
    });
  }
  api.addEvent<object>(api.Event.ActiveSheetChanged, () => {
    if (ours === 0) tellSelection();
  });
  api.addEvent<{ readonly stage: number }>(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== RENDERED) return;
    workbook.getActiveSheet().onScroll((now) => {
      scrolled = now ?? null;
      tellView();
    });
    listeners.ready();
  });
  for (const event of [
    api.Event.SheetSkeletonChanged,
    api.Event.SheetZoomChanged,
    api.Event.ActiveSheetChanged,
  ]) {
    api.addEvent<object>(event, tellView);
  }
  show(book.shown);

  function addStyles({ styles: { from, added } }: BookChange): void {
    added.forEach((style, index) => {
      styles[from + index] = style;
    });
  }

  /** Makes a sheet's data for Univer and remembers the sheet. */
  function newSheet({ id, frame, rows }: SheetChange) {
    if (frame === undefined) throw new Error(`the grid knows rows of sheet ${id}, and nothing of the sheet`);
    openings += 1;
    const own = { id: `${id}.${openings}`, frame };
    shown.set(id, own);
    return sheetData(own.id, frame, rows, styles);
  }

  function change(change: BookChange): void {
    const open = sheetShown();
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
      else if (open !== null) openAgain(open);
    } finally {
      ours -= 1;
    }
  }

  /**
   * Goes back to a sheet: Univer opens each sheet that is inserted, also one that takes the place of another.
   */
  function openAgain(sheet: number): void {
    const own = shown.get(sheet);
    if (own !== undefined && sheetShown() !== sheet) workbook.setActiveSheet(own.id);
  }

  function patch({ id, rows }: SheetChange): void {
    const own = shown.get(id);
    const matrix = own && workbook.getSheetBySheetId(own.id)?.getSheet().getCellMatrix();
    if (own === undefined || matrix == null || rows.length === 0) return;
    for (const [row, view] of rows) {
      const cells = cellsOf(view, styles);
      for (const column of Object.keys(matrix.getRow(row - 1) ?? {})) {
        if (cells[Number(column)] === undefined) matrix.realDeleteValue(row - 1, Number(column));
      }
      for (const [column, cell] of Object.entries(cells)) matrix.setValue(row - 1, Number(column), cell);
    }
    // Sets nothing, but makes the grid redraw its current cells.
    api.syncExecuteCommand('sheet.mutation.set-range-values', {
      unitId: BOOK,
      subUnitId: own.id,
      cellValue: {},
    });
  }

  function replace(sheet: SheetChange): void {
    const before = shown.get(sheet.id);
    const isOpen = before !== undefined && workbook.getActiveSheet().getSheetId() === before.id;
    const data = newSheet(sheet);
    api.syncExecuteCommand('sheet.mutation.insert-sheet', { unitId: BOOK, index: 0, sheet: data });
    if (isOpen) {
      workbook.setActiveSheet(data.id);
      const own = shown.get(sheet.id);
      if (own !== undefined) grow(own);
    }
    if (before !== undefined) remove(before.id);
  }

  function remove(id: string): void {
    api.syncExecuteCommand('sheet.mutation.remove-sheet', { unitId: BOOK, subUnitId: id, subUnitName: id });
  }

  function show({ sheet, selection }: Place): void {
    const own = shown.get(sheet);
    if (own === undefined) return;
    ours += 1;
    try {
      if (workbook.getActiveSheet().getSheetId() !== own.id) workbook.setActiveSheet(own.id);
      const open = workbook.getActiveSheet();
      grow(own);
      if (JSON.stringify(selectionOf(open)) === JSON.stringify(selection)) return;
      select(api, own.id, selection);
      const last = selection.at(-1);
      if (last !== undefined) scrollTo(open, own.frame, last);
    } finally {
      ours -= 1;
    }
  }

  /** Grows the rows of a sheet once, when it is first shown: its text cannot be measured earlier. */
  function grow({ id, frame }: Shown): void {
    if (grown.has(id)) return;
    grown.add(id);
    growRows(api, id, frame);
  }

  function sheetShown(): number | null {
    const open = workbook.getActiveSheet().getSheetId();
    return [...shown].find(([, { id }]) => id === open)?.[0] ?? null;
  }

  function tellSelection(): void {
    const sheet = sheetShown();
    const selection = selectionOf(workbook.getActiveSheet());
    // A sheet that was never shown has no selection yet, so its first cell counts.
    if (sheet === null) return;
    listeners.selected({ sheet, selection: selection.length === 0 ? [FIRST_CELL] : selection });
  }

  function tellView(): void {
    const open = workbook.getActiveSheet();
    const own = [...shown.values()].find(({ id }) => id === open.getSheetId());
    listeners.moved(own === undefined ? null : viewOf(open, own.frame, scrolled));
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
      if (own !== undefined) {
        workbook.setActiveSheet(own.id);
        grow(own);
      }
      focus();
    },
    isEditing: () => univer.__getInjector().get(IEditorBridgeService).isVisible().visible,
    editNext(sheet, row, column, text) {
      prepared = { key: `${shown.get(sheet)?.id}:${row - 1},${column - 1}`, text };
      // The editor took the cell's text when the cell was selected, so it must read it again.
      const editor = univer.__getInjector().get(IEditorBridgeService);
      if (!editor.isVisible().visible) editor.refreshEditCellState();
    },
  };
}

/** Parameters of `sheet.mutation.set-range-values`. */
interface RangeValues {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, Cell | null>> | null>>;
}
