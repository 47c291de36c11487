/** What the page of the preview and its session say to each other, as JSON. Rows and columns count from 1. */
import type { Dialog, DialogAnswer, Menu, Toast } from '../host/run.ts';
import type { Rectangle } from '../workbook/rectangle.ts';

/** A look in the words of the grid: https://docs.univer.ai , `IStyleData`. */
export type GridStyle = Readonly<Record<string, unknown>>;

/** A row's cells from the first column, two entries a cell: its style's number, and its text as it is shown. */
export type RowView = readonly (number | string)[];

export interface ChartView {
  readonly id: number;
  readonly title: string;
  readonly kind: 'columns' | 'stackedBars';
  /** The cell that its upper left corner lies in, and pixels from there. */
  readonly place: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    /** null: there is no figure. */
    readonly values: readonly (number | null)[];
    /** The figures as the cells show them. */
    readonly texts: readonly string[];
  }[];
}

/** Everything of a sheet but its cells. */
export interface SheetFrame {
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merges: readonly Rectangle[];
  /** Pixels, by number. */
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly gridlines: boolean;
}

export interface SheetChange {
  readonly id: number;
  /** Where anything but cells has changed. */
  readonly frame?: SheetFrame;
  readonly charts?: readonly ChartView[];
  /** Rows that have changed, by number. With a frame: all that hold anything. */
  readonly rows: readonly (readonly [number, RowView])[];
}

export interface ClockView {
  /** Wall clock of the spreadsheet, `2024-04-02T10:00`. */
  readonly now: string;
  /** When the next time trigger runs, or the first that is due; null: none is installed. */
  readonly next: string | null;
  readonly due: number;
}

/** What is selected on the sheet that is shown; the last range is the active one. */
export interface Place {
  readonly sheet: number;
  readonly selection: readonly Rectangle[];
}

/** The book as it now stands, or what has changed of it. */
export interface BookChange {
  /** One more with every change. */
  readonly version: number;
  readonly styles: { readonly from: number; readonly added: readonly GridStyle[] };
  /** Ids of the sheets in their order. */
  readonly order: readonly number[];
  readonly sheets: readonly SheetChange[];
  /** Where the script has led to another place than the person was at; null: nowhere. */
  readonly shown: Place | null;
  readonly clock: ClockView;
}

export interface Book extends BookChange {
  readonly shown: Place;
  readonly name: string;
  readonly menus: readonly Menu[];
  readonly questions: readonly Question[];
  /** null: no sidebar is open. */
  readonly sidebar: SidebarView | null;
}

export interface SidebarView {
  readonly title: string;
  /** Another with every opening. */
  readonly opening: number;
}

export interface Question {
  readonly ticket: number;
  readonly dialog: Dialog;
}

/** What reaches the page by itself. */
export type News =
  | { readonly kind: 'change'; readonly change: BookChange }
  | { readonly kind: 'question'; readonly question: Question }
  /** Answered, maybe by another window. */
  | { readonly kind: 'answered'; readonly ticket: number }
  | { readonly kind: 'toast'; readonly toast: Toast }
  | { readonly kind: 'sidebar'; readonly sidebar: SidebarView };

/** What the page sends, by path. */
export interface Requests {
  '/menu': { readonly functionName: string };
  '/edit': { readonly sheet: number; readonly cells: readonly (readonly [number, number, string])[] };
  /** Takes back what was typed last, or types again what was taken back. */
  '/undo': { readonly again: boolean };
  '/select': { readonly sheet: number; readonly selection: readonly Rectangle[] };
  '/answer': { readonly ticket: number; readonly answer: DialogAnswer };
  /** Wall clock of the spreadsheet, `2024-04-02T10:00`; null: that of this machine. */
  '/clock': { readonly now: string | null };
  '/due': Record<string, never>;
  /** Goes where a cell leads to in the document: `#'소통기록'!A12`. */
  '/follow': { readonly link: string };
}

/** What is to be known of the selected cell; `/select` answers with it. */
export interface CellView {
  /** `소통기록!B5` */
  readonly address: string;
  /** What a person edits: the formula, or the value without what its format leaves out. */
  readonly text: string;
  /** What the line above the grid says: the same, but of a formula in a tab of the script's own what it shows. */
  readonly said: string;
  readonly note: string;
  /** What the cell takes, in the words of its rule, or the choices of its list. */
  readonly hint: string;
  /** What a list in the cell offers; none without one. */
  readonly choices: readonly string[];
  /** Where the cell leads: a place in the document after `#`, or a URL; empty for nowhere. */
  readonly link: string;
}
