/**
 * Types for the small part of Univer 0.25.1 that the grid uses. The first preview installs its packages, and
 * types must be checkable without them.
 */
declare module '@univerjs/core' {
  export class Univer {
    constructor(options: { readonly locale: string; readonly locales: Readonly<Record<string, object>> });
    registerPlugin(plugin: object, options?: unknown): void;
    createUnit(type: number, data: object): unknown;
    __getInjector(): { get<Service>(token: new (...given: never[]) => Service): Service };
  }
  export const UniverInstanceType: { readonly UNIVER_SHEET: number };
  export const LocaleType: { readonly KO_KR: string };
}

declare module '@univerjs/core/facade' {
  import type { Univer } from '@univerjs/core';

  export interface GridRange {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  }
  export interface Cell {
    readonly v?: string | number | boolean | null;
    readonly t?: number;
    readonly s?: object | string | null;
    readonly p?: { readonly body?: { readonly dataStream?: string } } | null;
    readonly f?: string | null;
  }
  export interface CellMatrix {
    setValue(row: number, column: number, cell: Cell): void;
    realDeleteValue(row: number, column: number): void;
    getRow(row: number): { readonly [column: number]: unknown } | undefined;
  }
  /** Positions of rows and columns in pixels, without zoom. */
  export interface Skeleton {
    readonly rowHeaderWidth: number;
    readonly columnHeaderHeight: number;
    /** End of each row, measured from the end of the headings. */
    readonly rowHeightAccumulation: readonly number[];
    readonly columnWidthAccumulation: readonly number[];
  }
  export interface Scrolled {
    readonly viewportScrollX: number;
    readonly viewportScrollY: number;
  }
  export interface Worksheet {
    getSheetId(): string;
    getSheet(): { getCellMatrix(): CellMatrix };
    /** null: the sheet was never shown. */
    getSelection(): { getActiveRangeList(): readonly { getRange(): GridRange }[] } | null;
    /** null or undefined until the sheet has been drawn. */
    getVisibleRange(): GridRange | null | undefined;
    scrollToCell(row: number, column: number): unknown;
    getZoom(): number;
    /** null or undefined until the sheet has been drawn. */
    getSkeleton(): Skeleton | null | undefined;
    /** Reports scrolling on every sheet of the book, and once immediately for the open one. */
    onScroll(listener: (scrolled: Scrolled | null | undefined) => void): unknown;
  }
  export interface Workbook {
    getId(): string;
    getActiveSheet(): Worksheet;
    getSheetBySheetId(id: string): Worksheet | null;
    setActiveSheet(id: string): unknown;
  }
  export interface Command {
    readonly id: string;
    readonly params?: unknown;
    cancel?: boolean;
  }
  export interface EditEnd {
    readonly row: number;
    readonly column: number;
    readonly isConfirm: boolean;
    readonly value: { toPlainText(): string };
  }
  export class FUniver {
    static newAPI(univer: Univer): FUniver;
    readonly Event: Readonly<Record<string, string>>;
    addEvent<Happened>(name: string | undefined, listener: (happened: Happened) => void): unknown;
    syncExecuteCommand(id: string, params?: object): unknown;
    getActiveWorkbook(): Workbook | null;
  }
}

declare module '@univerjs/preset-sheets-core' {
  export function UniverSheetsCorePreset(options: object): {
    readonly plugins: readonly (object | readonly [object, unknown])[];
  };
  export class SheetInterceptorService {
    readonly writeCellInterceptor: {
      intercept(
        point: object,
        interceptor: {
          readonly priority?: number;
          readonly handler: (
            cell: object | null,
            place: { readonly subUnitId: string; readonly row: number; readonly col: number },
            next: (cell: object | null) => object | null,
          ) => object | null;
        },
      ): unknown;
    };
  }
  export class IEditorBridgeService {
    isVisible(): { readonly visible: boolean };
    refreshEditCellState(): void;
  }
  export class ILayoutService {
    focus(): void;
  }
  export const BEFORE_CELL_EDIT: object;
}

declare module '@univerjs/preset-sheets-core/locales/ko-KR' {
  const locale: object;
  export default locale;
}

declare module '@univerjs/preset-sheets-core/lib/index.css';
