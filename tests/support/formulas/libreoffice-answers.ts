/** Lets LibreOffice compute formulas over the rows of workbooks, so that another program checks our figures. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from 'hucre';
import { expect, it } from 'vitest';
import { serialOf } from '../../../src/domain/date.ts';
import { convertWithLibreOffice, findLibreOffice } from '../../../src/local/print/libreoffice.ts';
import { createDocument, createSheet } from '../../../src/local/workbook/blank.ts';
import type { CellContent, SheetState } from '../../../src/local/workbook/document.ts';
import { newWorkbook } from '../../../src/local/xlsx/index.ts';
import { isDateCell, type RawTab } from '../../../src/sheets/raw.ts';

const ANSWERS = '답';

/** Whether LibreOffice is missing. Then the calling file's tests are skipped, or fail with `CI`. */
export function isLibreOfficeMissing(): boolean {
  if (findLibreOffice() !== null) return false;
  it('needs LibreOffice', ({ skip }) => {
    if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
    skip('LibreOffice is not installed here: nobody else computes the figures');
  });
  return true;
}

/**
 * Asks for a formula (without `=`), and returns the cell that will hold its answer, for formulas that build
 * on it.
 * @param figure its unique name; null: a step towards figures, not one itself.
 */
export type Ask = (figure: string | null, formula: string) => string;

/** Several workbooks in one file, with all their formulas, so that one run of LibreOffice is enough. */
export class Questions {
  readonly #sheets: SheetState[] = [];
  readonly #formulas: string[] = [];
  readonly #rows = new Map<string, number>();

  addTab(name: string, raw: RawTab): void {
    const values = raw.rows.map((row) =>
      row.map((cell): CellContent => (isDateCell(cell) ? serialOf(cell.date) : cell === '' ? null : cell)),
    );
    this.#sheets.push({ ...createSheet(this.#sheets.length, name), values });
  }

  readonly ask: Ask = (figure, formula) => {
    if (figure !== null) {
      if (this.#rows.has(figure)) throw new Error(`${figure} is asked twice`);
      this.#rows.set(figure, this.#formulas.length);
    }
    this.#formulas.push(formula);
    return `$B$${this.#formulas.length}`;
  };

  /** What LibreOffice displays for each figure. */
  async answers(): Promise<ReadonlyMap<string, string>> {
    const answers: SheetState = {
      ...createSheet(this.#sheets.length, ANSWERS),
      // Deliberately wrong cached results: a program that does not recalculate shows -1.
      values: this.#formulas.map((_, row) => [row, -1]),
      formulas: new Map(this.#formulas.map((formula, row) => [`${row + 1},2`, `=${formula}`])),
    };
    const shown = await displayed({ ...createDocument({ sheets: [] }), sheets: [...this.#sheets, answers] });
    return new Map([...this.#rows].map(([figure, row]) => [figure, shown[row] ?? 'no row']));
  }
}

/** The cells of the sheet of answers, as LibreOffice displays them. */
async function displayed(document: Parameters<typeof newWorkbook>[0]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-answers-'));
  try {
    const file = join(folder, 'questions.xlsx');
    writeFileSync(file, await newWorkbook(document));
    const written = await convertWithLibreOffice(file, 'csv', join(folder, 'csv'));
    const path = written.find((name) => name.endsWith(`-${ANSWERS}.csv`)) ?? '';
    const rows = parseCsv(readFileSync(path, 'utf8'), { delimiter: ',' });
    return rows.map(([, answer]) => String(answer ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
