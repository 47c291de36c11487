import { createDocument } from '../workbook/blank.ts';
import type { DocumentState, SheetState } from '../workbook/document.ts';
import { blankWorkbook, WORKBOOK_PATH } from './package/blank-workbook.ts';
import { FileFault, UnreadableWorkbook } from './package/failures.ts';
import { Parts } from './package/parts.ts';
import { workbookPartAt } from './package/workbook-part.ts';
import { savedWorkbook } from './save-workbook.ts';
import { readWorkbookFile } from './workbook-file.ts';

export { UnreadableWorkbook, UnwritableWorkbook } from './package/failures.ts';

export interface OpenedWorkbook {
  readonly document: DocumentState;
  /**
   * The file with the document's present state in it. What the document does not hold (images, names, print settings, kinds of
   * charts, rules and validations that there is no word for) stays, and a sheet that nobody changed stays byte for byte. Throws an
   * {@link UnwritableWorkbook} where xlsx has no place for something.
   */
  save(): Promise<Uint8Array>;
}

/** Reads an xlsx file. Throws an {@link UnreadableWorkbook} for one that cannot be read. */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<OpenedWorkbook> {
  try {
    const file = readWorkbookFile(Parts.read(checkedPackage(bytes)), documentName(fileName));
    const original = { ...file, document: snapshotOf(file.document) };
    return {
      document: file.document,
      save: async () => savedWorkbook(original, file.document),
    };
  } catch (error) {
    if (error instanceof FileFault) throw new UnreadableWorkbook(error.code, fileName, { cause: error });
    throw error;
  }
}

/** An xlsx file of a document that was made in memory. */
export async function newWorkbook(document: DocumentState): Promise<Uint8Array> {
  const parts = blankWorkbook();
  const nothing = { ...createDocument({ sheets: [] }), activeSheetId: -1 };
  return savedWorkbook(
    { parts, workbook: workbookPartAt(parts, WORKBOOK_PATH), document: nothing, entries: new Map() },
    document,
  );
}

const ZIP_SIGNATURES = ['504b0304', '504b0506'];
const OLE_SIGNATURE = 'd0cf11e0';

/** Excel puts an encrypted workbook into a container of its older format, under this name. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

function checkedPackage(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = buffer.subarray(0, 4).toString('hex');
  if (ZIP_SIGNATURES.includes(signature)) return bytes;
  if (bytes.length === 0) throw new FileFault('damaged', 'the file is empty');
  if (signature === OLE_SIGNATURE && buffer.includes(ENCRYPTED_PACKAGE)) {
    throw new FileFault('password-protected', 'the workbook is encrypted');
  }
  throw new FileFault('not-xlsx', 'the file is no zip archive');
}

function documentName(fileName: string): string {
  return (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.(xlsx|xlsm)$/i, '');
}

/** A copy to compare with later. Styles are never changed in place, so their objects are shared. */
function snapshotOf(document: DocumentState): DocumentState {
  return {
    ...document,
    sheets: document.sheets.map(snapshotOfSheet),
    metadata: document.metadata.map((entry) => ({ ...entry })),
    documentProperties: new Map(document.documentProperties),
    userProperties: new Map(document.userProperties),
    scriptProperties: new Map(document.scriptProperties),
  };
}

function snapshotOfSheet(sheet: SheetState): SheetState {
  return {
    ...sheet,
    values: sheet.values.map((line) => [...line]),
    formulas: new Map(sheet.formulas),
    styles: sheet.styles.map((line) => [...line]),
    merges: [...sheet.merges],
    columnWidths: new Map(sheet.columnWidths),
    rowHeights: new Map(sheet.rowHeights),
    hiddenRows: new Set(sheet.hiddenRows),
    ...(sheet.rowsHiddenByFilter !== undefined && {
      rowsHiddenByFilter: new Set(sheet.rowsHiddenByFilter),
    }),
    hiddenColumns: new Set(sheet.hiddenColumns),
    notes: new Map(sheet.notes),
    ...(sheet.links !== undefined && { links: new Map(sheet.links) }),
    ...(sheet.charts !== undefined && { charts: [...sheet.charts] }),
    ...(sheet.conditionalRules !== undefined && { conditionalRules: [...sheet.conditionalRules] }),
    ...(sheet.validations !== undefined && { validations: new Map(sheet.validations) }),
    metadata: sheet.metadata.map((entry) => ({ ...entry })),
  };
}
