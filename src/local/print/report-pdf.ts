/** Prints sheets to PDF, one after the other. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { DocumentState, SheetState } from '../workbook/document.ts';
import { cellKey } from '../workbook/grid.ts';
import { newWorkbook } from '../xlsx/index.ts';
import { withKeptWords } from './kept-words.ts';
import { convertWithLibreOffice } from './libreoffice.ts';

/**
 * Makes a PDF with LibreOffice. Each sheet starts a new page. Several sheets get their names as bookmarks.
 */
export async function pdfOf(document: DocumentState, sheets: readonly SheetState[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-ledger-pdf-'));
  try {
    const file = join(folder, 'report.xlsx');
    await writeFile(file, await newWorkbook(sheetsAlone(document, sheets)));
    const [pdf = ''] = await convertWithLibreOffice(file, 'pdf', join(folder, 'pdf'));
    return await readFile(pdf);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`LibreOffice가 PDF를 만들지 못했습니다: ${reason}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps the shown values only: formulas and links may refer to sheets that are not in the file. */
function sheetsAlone(document: DocumentState, sheets: readonly SheetState[]): DocumentState {
  return {
    ...document,
    sheets: sheets.map(({ links: _, ...sheet }) => ({
      ...sheet,
      values: withKeptWords({ ...sheet, values: withoutOwnLinks(sheet) }),
      hidden: false,
      formulas: new Map(),
    })),
    activeSheetId: sheets[0]?.id ?? 0,
    selection: 'A1',
  };
}

/** The cells of a sheet without links within it: on paper they lead nowhere. */
function withoutOwnLinks({ id, values, formulas }: SheetState): SheetState['values'] {
  const isOwnLink = (row: number, column: number) =>
    formulas.get(cellKey(row + 1, column + 1))?.startsWith(`=HYPERLINK("#gid=${id}&`) === true;
  return values.map((cells, row) =>
    cells.map((content, column) => (isOwnLink(row, column) ? null : content)),
  );
}
