/** Opening a file of any size and content takes at most 1.5 GB and 20 seconds of processor time. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newWorkbook } from '../../../src/local/xlsx/index.ts';
import { workbook } from '../../support/workbooks.ts';
import { handMadeWorkbook } from './packages.ts';

const MEGABYTE = 1024 * 1024;
const CHILD = fileURLToPath(new URL('reading-child.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Reproducible numbers that compress badly. A file that compresses well would be refused just for that. */
function digits(seed: number): number {
  return (seed * 2_654_435_761) % 1_000_003;
}

const CELLS = Array.from({ length: 20 }, (_, index) => index);
const letter = (index: number) => String.fromCharCode(65 + index);

/** The content of a row, by kind. */
const ROWS: Readonly<Record<string, (row: number) => string>> = {
  'cells of numbers': (row) =>
    `<row r="${row}">${CELLS.map((at) => `<c r="${letter(at)}${row}"><v>${digits(row * 20 + at)}</v></c>`).join('')}</row>`,
  'cells without an address': (row) =>
    `<row>${CELLS.map((at) => `<c><v>${digits(row * 20 + at) % 10}</v></c>`).join('')}</row>`,
  'blank cells': (row) =>
    `<row>${CELLS.map((at) => (digits(row * 20 + at) % 9 > 0 ? '<c/>' : '<c s="0"/>')).join('')}</row>`,
  'rows without an address': (row) => (digits(row) % 9 > 0 ? '<row/>' : '<row ht="3"/>'),
  'texts that are all different': (row) =>
    `<row r="${row}">${CELLS.map((at) => `<c r="${letter(at)}${row}" t="inlineStr"><is><t>${digits(row)} 가나다 ${digits(row + at)}</t></is></c>`).join('')}</row>`,
  formulas: (row) =>
    `<row r="${row}">${CELLS.map((at) => `<c r="${letter(at)}${row}"><f>A${digits(row * 20 + at)}+1</f><v>1</v></c>`).join('')}</row>`,
};

/** Text of this many megabytes. */
function repeated(megabytes: number, part: (number: number) => string): string {
  const parts: string[] = [];
  for (let size = 0, number = 1; size < megabytes * MEGABYTE; number += 1) {
    const text = part(number);
    parts.push(text);
    size += text.length;
  }
  return parts.join('');
}

const sheetOf = (megabytes: number, row: (number: number) => string) =>
  handMadeWorkbook({ sheets: { 소통기록: `<sheetData>${repeated(megabytes, row)}</sheetData>` } });

/** A ledger with 100,000 rows in each log. */
function longLogs(): Promise<Uint8Array> {
  const rows = (row: string) => Array.from({ length: 100_000 }, () => row).join('\n');
  return newWorkbook(
    workbook({
      소통기록: `일자 | 분류 | 내용 | 장소 | 횟수 | 단체수 | 참석인원 | 비고\n${rows('[2024-03-05] | 시장방문 | 상인회와 만남 | 전통시장 | 1 | 3 | 20 | 처음')}`,
      건의사항: `접수번호 | 접수일 | 출처 | 동 | 건의내용 | 소관부서 | 처리상황 | 처리일 | 건수 | 비고\n${rows('24-1 | [2024-03-05] | 동 연두방문 | 가동 | 그늘막 | 공원과 | 추진중 | | 1 | 처음')}`,
      예산집행: `집행일 | 재원 | 금액(원) | 적요\n${rows('[2024-03-05] | 구 | 1800000 | 다과')}`,
    }),
  );
}

const CASES: readonly {
  readonly what: string;
  readonly file: () => Uint8Array | Promise<Uint8Array>;
  readonly comes: RegExp;
}[] = [
  ...Object.entries(ROWS).map(([what, row]) => ({
    what: `100 MB of ${what}`,
    file: () => sheetOf(100, row),
    comes: /^\d+ rows$|^too-large$/,
  })),
  {
    what: '300 MB of formulas',
    file: () => sheetOf(300, ROWS.formulas ?? String),
    comes: /^too-large$/,
  },
  {
    what: 'one row of millions of cells',
    file: () =>
      handMadeWorkbook({
        sheets: {
          소통기록: `<sheetData><row>${repeated(60, (at) => `<c><v>${digits(at)}</v></c>`)}</row></sheetData>`,
        },
      }),
    comes: /^too-large$/,
  },
  {
    what: 'millions of looks',
    file: () =>
      handMadeWorkbook({
        sheets: { 소통기록: '<sheetData/>' },
        styles: `<cellXfs>${repeated(60, (at) => `<xf numFmtId="${digits(at)}"/>`)}</cellXfs>`,
      }),
    comes: /^too-large$/,
  },
  {
    what: 'millions of shared texts',
    file: () =>
      handMadeWorkbook({
        sheets: { 소통기록: '<sheetData/>' },
        strings: repeated(100, (at) => `<si><t>${digits(at)}</t></si>`),
      }),
    comes: /^0 rows$/,
  },
  {
    what: 'millions of merged cells',
    file: () =>
      handMadeWorkbook({
        sheets: {
          소통기록: `<sheetData/><mergeCells>${repeated(60, (at) => `<mergeCell ref="A${at}:B${at}"/>`)}</mergeCells>`,
        },
      }),
    comes: /^too-large$/,
  },
  {
    what: 'one stray cell at the far end, under a rule for all',
    file: () =>
      handMadeWorkbook({
        sheets: {
          소통기록:
            '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>' +
            '<dataValidations><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
        },
      }),
    comes: /^1048576 rows$/,
  },
  { what: 'three logs of 100,000 rows', file: longLogs, comes: /^300003 rows$/ },
];

describe('opening a workbook', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'limits-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CASES)('of $what: at most 1.5 GB and 20 s', async ({ file, comes }) => {
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, await file());
    // Allows more memory than the limit, so that the test measures an excess instead of the process being
    // killed.
    const given = ['--max-old-space-size=4096', '--import', TSX, CHILD, path];
    const { stdout } = await promisify(execFile)(process.execPath, given);
    // The output of the child process, in the form that reading-child.ts prints.
    const took = JSON.parse(stdout) as { came: string; megabytes: number; seconds: number };
    console.info(`${took.came}: ${took.megabytes.toFixed(0)} MB, ${took.seconds.toFixed(1)} s`);
    expect(took.came).toMatch(comes);
    expect(took.megabytes).toBeLessThanOrEqual(1536);
    expect(took.seconds).toBeLessThanOrEqual(20);
  });
});
