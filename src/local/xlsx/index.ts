/**
 * Excel files: {@link openWorkbook} reads one into a document and saves the document back into it, {@link newWorkbook} makes one.
 *
 * Why this is our own. A clerk's file comes back with what a run changed, and with everything else as it was, to the byte: charts,
 * images, print settings, rules and names that we have no word for. No library keeps that. Of those that were tried, hucre
 * rewrote 49 of 57 parts after one edit, and exceljs could not open the file. So a part is XML that is patched in its text, and a part
 * that nothing changed is copied as it is packed.
 *
 * How it goes. Opening: `package/` unpacks the file into parts, and `workbook-file.ts` reads them into a document. The document is
 * then anybody's to change; a copy of it is kept. Saving: `save-workbook.ts` compares the document with the copy, and for each
 * thing that differs has the room write it that read it.
 *
 * Where things are, each room knowing only those before it:
 * - `package/` zip, XML, parts and their links, the list of sheets, what a document has and xlsx has no place for
 * - `styles/` colours, number formats, and the table that gives each look of a cell its number
 * - `sheet/` a worksheet: cells, sizes, merges, filter, page, conditional formats, validations
 * - `objects/` what a sheet has in other parts: notes, links, charts, names
 */
import { createDocument } from '../workbook/blank.ts';
import type { DocumentState } from '../workbook/document.ts';
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
   * The file with the document's present state in it. Throws an {@link UnwritableWorkbook} where xlsx has no place for
   * something.
   */
  save(): Promise<Uint8Array>;
}

/** Reads an xlsx file. Throws an {@link UnreadableWorkbook} for one that cannot be read. */
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
  if (bytes.length === 0) throw new FileFault('empty', 'the file has no byte');
  if (signature === OLE_SIGNATURE && buffer.includes(ENCRYPTED_PACKAGE)) {
    throw new FileFault('password-protected', 'the workbook is encrypted');
  }
  throw new FileFault('not-xlsx', 'the file is no zip archive');
}

function documentName(fileName: string): string {
  return (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.(xlsx|xlsm)$/i, '');
}
