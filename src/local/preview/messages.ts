/** Messages between the preview's page and its session, as JSON. Rows and columns count from 1. */
import type { Dialog, DialogAnswer, Menu, Toast } from '../host/run.ts';
import type { Rectangle } from '../workbook/rectangle.ts';

/** A cell style as the grid defines it: `IStyleData`, https://docs.univer.ai */
export type GridStyle = Readonly<Record<string, unknown>>;

/**
 * A row's cells from the first column. Each cell is two entries: the number of its style, and its displayed
 * text.
 */
export type RowView = readonly (number | string)[];

export interface ChartView {
  readonly id: number;
  readonly title: string;
  readonly kind: 'columns' | 'stackedBars';
  /** Cell that contains the upper left corner, and the distance from that cell's corner in pixels. */
  readonly place: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    /** null: no figure. */
    readonly values: readonly (number | null)[];
    /** The figures as displayed in the cells. */
    readonly texts: readonly string[];
  }[];
}

/** Everything about a sheet except its cells. */
export interface SheetFrame {
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merges: readonly Rectangle[];
  /** Column number and width in pixels. */
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly gridlines: boolean;
}

export interface SheetChange {
  readonly id: number;
  /** Present when anything but cells has changed. */
  readonly frame?: SheetFrame;
  readonly charts?: readonly ChartView[];
  /** Changed rows, by number. With a frame: all rows that are not empty. */
  readonly rows: readonly (readonly [number, RowView])[];
}

export interface ClockView {
  /** Wall clock in the spreadsheet's time zone: `2024-04-02T10:00`. */
  readonly now: string;
  /**
   * When the next time trigger runs, or when the first overdue one should have run; null: none is installed.
   */
  readonly next: string | null;
  readonly due: number;
}

/** The open sheet and its selection. The last range is the active one. */
export interface Place {
  readonly sheet: number;
  readonly selection: readonly Rectangle[];
}

/** The whole book, or what has changed in it. */
export interface BookChange {
  /** Goes up by one with every change. */
  readonly version: number;
  readonly styles: { readonly from: number; readonly added: readonly GridStyle[] };
  /** Ids of all sheets, in order. */
  readonly order: readonly number[];
  readonly sheets: readonly SheetChange[];
  /** The new open sheet and selection, where they are not what the page showed last; null: unchanged. */
  readonly shown: Place | null;
  readonly clock: ClockView;
  /** As the script added them last: it may change them while the book is open. */
  readonly menus: readonly Menu[];
}

export interface Book extends BookChange {
  readonly shown: Place;
  readonly name: string;
  readonly questions: readonly Question[];
  /** null: no sidebar is open. */
  readonly sidebar: SidebarView | null;
}

export interface SidebarView {
  readonly title: string;
  /** Changes with every opening. */
  readonly opening: number;
}

export interface Question {
  readonly ticket: number;
  readonly dialog: Dialog;
}

/** What the session sends to the page unasked. */
export type News =
  | { readonly kind: 'change'; readonly change: BookChange }
  | { readonly kind: 'question'; readonly question: Question }
  /** The question was answered, perhaps in another window. */
  | { readonly kind: 'answered'; readonly ticket: number }
  | { readonly kind: 'toast'; readonly toast: Toast }
  | { readonly kind: 'sidebar'; readonly sidebar: SidebarView };

/** The page's requests, by path. */
export interface Requests {
  '/menu': { readonly functionName: string };
  '/edit': { readonly sheet: number; readonly cells: readonly (readonly [number, number, string])[] };
  /** Undoes the last edit; with `again`, redoes the last undone one. */
  '/undo': { readonly again: boolean };
  '/select': { readonly sheet: number; readonly selection: readonly Rectangle[] };
  '/answer': { readonly ticket: number; readonly answer: DialogAnswer };
  /** Wall clock in the spreadsheet's time zone: `2024-04-02T10:00`; null: this machine's clock. */
  '/clock': { readonly now: string | null };
  '/due': Record<string, never>;
  /** Follows a link inside the document: `#'소통기록'!A12`. */
  '/follow': { readonly link: string };
}

/** Details of the selected cell. The answer to `/select`. */
export interface CellView {
  /** `소통기록!B5` */
  readonly address: string;
  /** The text to edit: the formula, or the full value, including digits that its format hides. */
  readonly text: string;
  /**
   * The text for the line above the grid. Like `text`, but a formula in a protected tab appears as its
   * result.
   */
  readonly said: string;
  readonly note: string;
  /** What the cell accepts: the help text of its rule, or the choices of its list. */
  readonly hint: string;
  /** The choices of the cell's dropdown list; empty: it has none. */
  readonly choices: readonly string[];
  /** Target of the cell's link: a place in the document after `#`, or a URL; empty: no link. */
  readonly link: string;
}
