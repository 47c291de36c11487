/**
 * Excel files: {@link openWorkbook} reads a file into a document and saves the document back into it.
 * {@link newWorkbook} makes a new file.
 *
 * Why this is our own: a clerk's file must come back with the changes of a run and everything else unchanged
 * to the byte, such as charts, images, print settings, rules and names that our model does not know. No
 * library does that. Of the 57 parts of the workbook of `npm start`, one edit changes one here, 32 with
 * xlsx-populate, 41 with exceljs, which loses 7 more, and 51 with hucre. So a changed part is patched in its
 * XML text, and an unchanged part is copied in its compressed form.
 *
 * How it works: to open a file, `package/` unpacks it into parts, and `workbook-file.ts` reads them into a
 * document. A copy of the document is kept, and callers may then change the document. To save,
 * `save-workbook.ts` compares it with the copy. Each difference is written by the folder that read it.
 *
 * The folders, each of which knows only those before it:
 * - `package/` zip, XML, parts and their relationships, the list of sheets, and the state that xlsx has no
 *   place for
 * - `styles/` colours, number formats, and the table that numbers each cell style
 * - `sheet/` a worksheet: cells, sizes, merges, filter, page, conditional formats, validations
 * - `objects/` what other parts hold for a sheet: notes, links, charts, names
 */
import { createDocument } from '../workbook/blank.ts';
import type { DocumentState, SheetState } from '../workbook/document.ts';
import { copyOf } from '../workbook/document.ts';
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
   * The file with the document's current state.
   * @throws {UnwritableWorkbook} where xlsx has no place for something in it.
   */
  save(): Promise<Uint8Array>;
}

/**
 * Reads an xlsx file.
 * @throws {UnreadableWorkbook} where it cannot be read.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<OpenedWorkbook> {
  try {
    const file = readWorkbookFile(Parts.read(checkedPackage(bytes)), documentName(fileName));
    const original = { ...file, document: copyOf(file.document) };
    return {
      document: file.document,
      save: async () => savedWorkbook(original, file.document),
    };
  } catch (error) {
    if (error instanceof FileFault) throw new UnreadableWorkbook(error.code, fileName, { cause: error });
    throw error;
  }
}

/** Makes a new xlsx file from a document. The document may come from memory, or from another file. */
export async function newWorkbook(document: DocumentState): Promise<Uint8Array> {
  const parts = blankWorkbook();
  const nothing = { ...createDocument({ sheets: [] }), activeSheetId: -1 };
  return savedWorkbook(
    { parts, workbook: workbookPartAt(parts, WORKBOOK_PATH), document: nothing, entries: new Map() },
    { ...document, sheets: document.sheets.map(withRulesOfNoFile) },
  );
}

/**
 * Lets the rules of another file be written anew. Their text names looks by number (`dxfId="3"`), which the
 * new file does not have. A rule of an unknown kind, such as a colour scale, keeps its text without the
 * number.
 */
function withRulesOfNoFile(sheet: SheetState): SheetState {
  if (sheet.conditionalRules === undefined) return sheet;
  const conditionalRules = sheet.conditionalRules.map(({ source, ...rule }) =>
    source === undefined || rule.condition !== null
      ? rule
      : { ...rule, source: source.replace(/\sdxfId="\d+"/, '') },
  );
  return { ...sheet, conditionalRules };
}

const ZIP_SIGNATURES = ['504b0304', '504b0506'];
const OLE_SIGNATURE = 'd0cf11e0';

/** The name under which Excel stores an encrypted workbook, in a container of its older format. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

function checkedPackage(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = buffer.subarray(0, 4).toString('hex');
  if (ZIP_SIGNATURES.includes(signature)) return bytes;
  if (bytes.length === 0) throw new FileFault('empty', 'the file has no byte');
  if (signature === OLE_SIGNATURE && buffer.includes(ENCRYPTED_PACKAGE)) {
    throw new FileFault('password-protected', 'the workbook is encrypted');
  }
  throw new FileFault('not-xlsx', 'the file is no zip archive');
}

function documentName(fileName: string): string {
  return (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.(xlsx|xlsm)$/i, '');
}
