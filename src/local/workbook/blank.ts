/** New documents and sheets, as Google Sheets makes them. */
import type { DocumentState, SheetState } from './document.ts';

/** The grid size of a new sheet in Google Sheets. */
const NEW_SHEET_ROWS = 1000;
const NEW_SHEET_COLUMNS = 26;

export interface DocumentOptions {
  readonly name?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  /** Names of the sheets, in order. */
  readonly sheets?: readonly string[];
}

/** A new spreadsheet. By default it is Korean, in Seoul time, with one empty sheet `시트1`. */
export function createDocument(options: DocumentOptions = {}): DocumentState {
  const {
    name = '제목 없는 스프레드시트',
    timeZone = 'Asia/Seoul',
    locale = 'ko_KR',
    sheets = ['시트1'],
  } = options;
  return {
    id: 'local-document',
    name,
    timeZone,
    locale,
    sheets: sheets.map((sheetName, index) => createSheet(index, sheetName)),
    activeSheetId: 0,
    selection: 'A1',
    metadata: [],
    documentProperties: new Map(),
    userProperties: new Map(),
  };
}

/** An empty sheet of 1000 × 26 cells. */
export function createSheet(id: number, name: string): SheetState {
  return {
    id,
    name,
    hidden: false,
    tabColor: null,
    maxRows: NEW_SHEET_ROWS,
    maxColumns: NEW_SHEET_COLUMNS,
    values: [],
    formulas: new Map(),
    styles: [],
    merges: [],
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    notes: new Map(),
    metadata: [],
  };
}
