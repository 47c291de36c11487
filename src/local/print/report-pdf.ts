/** The official sheet alone, on paper. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { DocumentState, SheetState } from '../workbook/document.ts';
import { newWorkbook } from '../xlsx/index.ts';
import { withKeptWords } from './kept-words.ts';
import { convertWithLibreOffice } from './libreoffice.ts';

/** A sheet of the document as PDF, by way of LibreOffice. */
export async function pdfOf(document: DocumentState, sheet: SheetState): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-ledger-pdf-'));
  try {
    const file = join(folder, 'report.xlsx');
    await writeFile(file, await newWorkbook(sheetAlone(document, sheet)));
    const [pdf = ''] = await convertWithLibreOffice(file, 'pdf', join(folder, 'pdf'));
    return await readFile(pdf);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`LibreOffice가 PDF를 만들지 못했습니다: ${reason}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The sheet as it is shown: formulas and links would lead to sheets that are not there. */
function sheetAlone(document: DocumentState, { links: _, ...sheet }: SheetState): DocumentState {
  return {
    ...document,
    sheets: [{ ...sheet, values: withKeptWords(sheet), hidden: false, formulas: new Map() }],
    activeSheetId: sheet.id,
    selection: 'A1',
  };
}
