import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertWithLibreOffice, findLibreOffice } from '../../../src/local/print/libreoffice.ts';
import { recalculateWorkbook, sampleWorkbench } from '../../../src/local/run-workbook.ts';
import { CODE } from '../../support/bundle.ts';
import { displayed } from '../../support/running.ts';

const isMissing = findLibreOffice() === null;
const NAME = 'pledge-ledger-sample';

if (isMissing) {
  it('needs LibreOffice', ({ skip }) => {
    if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
    skip('LibreOffice is not installed here: what it shows of the sample workbook is not tested');
  });
}

describe.skipIf(isMissing)('the workbook that npm start writes, opened in LibreOffice', () => {
  const workbench = sampleWorkbench(CODE);
  recalculateWorkbook(workbench, '2024-03-31');
  const { document } = workbench;
  const shown = new Map<string, string[][]>();
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pledge-ledger-libreoffice-'));
    const file = join(folder, `${NAME}.xlsx`);
    writeFileSync(file, await workbench.save());
    for (const path of await convertWithLibreOffice(file, 'csv', join(folder, 'csv'))) {
      const sheet = path.slice(path.lastIndexOf(`${NAME}-`) + NAME.length + 1, -'.csv'.length);
      const rows = parseCsv(readFileSync(path, 'utf8'), { delimiter: ',' });
      shown.set(sheet, trimmed(rows.map((row) => row.map((cell) => String(cell ?? '').trimEnd()))));
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the same tabs', () => {
    expect([...shown.keys()].toSorted()).toEqual(document.sheets.map(({ name }) => name).toSorted());
  });

  it.each(document.sheets.map(({ name }) => name))('%s shows the same cells as Sheets', (tab) => {
    expect(shown.get(tab)).toEqual(trimmed(displayed(document, tab)));
  });

  it.each([
    ['소통누적', '108'],
    ['소통누적', '54%'],
    ['소통누적', '약 500'],
    ['건의현황', '606'],
    ['예산현황', '5,700,000'],
    ['예산현황', '21.1%'],
    ['예산현황', '63.3%'],
    ['요약', '54%'],
  ])('%s shows %s', (tab, text) => {
    expect(shown.get(tab)?.flat()).toContain(text);
  });
});

/** Removes blank cells at the end of each row, and blank rows at the end. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const filled = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  return filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
}
