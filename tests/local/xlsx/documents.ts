import type {
  CellContent,
  CellStyle,
  DocumentState,
  SheetState,
} from '../../../src/local/workbook/document.ts';
import { renameSheets } from '../../../src/local/workbook/sheet-references.ts';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';

/** A new sheet, with the properties that a test needs. */
export function sheetState(sheet: Partial<SheetState> & Pick<SheetState, 'id' | 'name'>): SheetState {
  return {
    hidden: false,
    tabColor: null,
    maxRows: 1000,
    maxColumns: 26,
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
    ...sheet,
  };
}

export function documentState(
  sheets: SheetState[],
  document: Partial<Omit<DocumentState, 'sheets'>> = {},
): DocumentState {
  return {
    id: 'document-1',
    name: '공약장부',
    timeZone: 'Asia/Seoul',
    locale: 'ko_KR',
    activeSheetId: sheets[0]?.id ?? 0,
    selection: 'A1',
    metadata: [],
    documentProperties: new Map(),
    userProperties: new Map(),
    ...document,
    sheets,
  };
}

/** The first sheet of a document. Every test has one. */
export function firstSheet(document: DocumentState): SheetState {
  return sheetNamed(document, document.sheets[0]?.name ?? '');
}

export function sheetNamed(document: DocumentState, name: string): SheetState {
  const sheet = document.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) {
    throw new Error(`the document has no sheet ${name}`);
  }
  return sheet;
}

/** Renames a sheet as a person does in Sheets. */
export function renameSheet(document: DocumentState, name: string, next: string): void {
  renameSheets(document, new Map([[name.toLowerCase(), next]]));
}

export function setCell(sheet: SheetState, row: number, column: number, value: CellContent): void {
  while (sheet.values.length < row) sheet.values.push([]);
  const line = sheet.values[row - 1] ?? [];
  while (line.length < column) line.push(null);
  line[column - 1] = value;
}

export function styleAt(sheet: SheetState, row: number, column: number): CellStyle | undefined {
  return sheet.styles[row - 1]?.[column - 1];
}

/** Writes the document to a file and reads it back. */
export async function reopened(written: DocumentState): Promise<DocumentState> {
  return (await openWorkbook(await newWorkbook(written), '공약장부.xlsx')).document;
}
