import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from 'hucre';
import { convertWithLibreOffice, findLibreOffice } from '../../../src/local/print/libreoffice.ts';
import { createDocument, createSheet } from '../../../src/local/workbook/blank.ts';
import type { SheetState } from '../../../src/local/workbook/document.ts';
import { newWorkbook } from '../../../src/local/xlsx/index.ts';
import { SUMMED_TABS } from '../../support/formulas/figure-formulas.ts';
import { type AskedFigure, allFigures, MANY_ROWS, requireAgreement } from '../asked-figures.ts';
import { type EngineRun, median, processorMillisecondsOfChildren } from '../measures.ts';
import { contentOf, tabsWith } from '../rows.ts';

const ANSWERS = '답';
/**
 * With few rows the calculation is short compared with the rest of a conversion, so several pairs are
 * measured.
 */
const MOST_PAIRS = 3;

/**
 * LibreOffice does not report how long it calculates. So the same file is converted with and without the
 * formulas; the difference is the calculation.
 */
export async function libreOfficeRun(rows: number, runs: number): Promise<EngineRun> {
  const program = findLibreOffice();
  if (program === null) throw new Error('LibreOffice is not installed');
  const tabs = tabsWith(rows);
  const { figures, all } = allFigures(tabs);
  const sheets = SUMMED_TABS.map((tab, id) => ({
    ...createSheet(id, tabs[tab]?.name ?? tab),
    values: (tabs[tab]?.rows ?? []).map((row) => row.map(contentOf)),
  }));
  const folder = mkdtempSync(join(tmpdir(), 'bench-libreoffice-'));
  try {
    const unasked = figures.map(({ name }) => ({ name, formula: null }));
    // LibreOffice takes longer for the first file that it opens, whatever is in it.
    await converted(folder, 'first', [], unasked);
    const without: number[] = [];
    const withThem: number[] = [];
    for (let pair = 0; pair < (rows < MANY_ROWS ? Math.min(runs, MOST_PAIRS) : 1); pair += 1) {
      without.push((await converted(folder, 'without', sheets, unasked)).ms);
      const { ms, answers } = await converted(folder, 'with', sheets, figures);
      requireAgreement('LibreOffice', figures, answers);
      withThem.push(ms);
    }
    const version = execFileSync(program, ['--version'], { encoding: 'utf8' });
    return {
      version: /\d+(?:\.\d+)+/.exec(version)?.[0] ?? '',
      load: median(without),
      calculate: Math.max(0, median(withThem) - median(without)),
      computed: figures.length,
      formulas: all,
      peakMegabytes: null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time if the system reports it, else wall-clock time. In milliseconds. */
function clock(): number {
  return processorMillisecondsOfChildren() ?? performance.now();
}

async function converted(
  folder: string,
  name: string,
  sheets: readonly SheetState[],
  questions: readonly (Pick<AskedFigure, 'name'> & { readonly formula: string | null })[],
): Promise<{ readonly ms: number; readonly answers: readonly number[] }> {
  // Deliberately wrong cached results: a program that does not recalculate shows -1.
  const answers: SheetState = {
    ...createSheet(sheets.length, ANSWERS),
    values: questions.map((question) => [question.name, -1]),
    formulas: new Map(
      questions.flatMap(({ formula }, row) => (formula === null ? [] : [[`${row + 1},2`, formula] as const])),
    ),
  };
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, await newWorkbook({ ...createDocument({ sheets: [] }), sheets: [...sheets, answers] }));
  const before = clock();
  const written = await convertWithLibreOffice(file, 'csv', join(folder, name));
  const ms = clock() - before;
  const path = written.find((candidate) => candidate.endsWith(`-${ANSWERS}.csv`)) ?? '';
  const rows = parseCsv(readFileSync(path, 'utf8'), { delimiter: ',' });
  return { ms, answers: rows.map(([, answer]) => Number(answer)) };
}
