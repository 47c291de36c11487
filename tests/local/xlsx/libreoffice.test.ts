import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertWithLibreOffice, findLibreOffice } from '../../../src/local/print/libreoffice.ts';
import type { CellContent, SheetState } from '../../../src/local/workbook/document.ts';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { documentState, setCell, sheetNamed, sheetState, styleAt } from './documents.ts';

const isMissing = findLibreOffice() === null;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xlsx-libreoffice-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

if (isMissing) {
  it('needs LibreOffice', ({ skip }) => {
    if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
    skip('LibreOffice is not installed here: what it would read is not tested');
  });
}

/** The texts of every sheet, as LibreOffice shows the file. */
async function shown(bytes: Uint8Array, name: string): Promise<Record<string, string[][]>> {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  const written = await convertWithLibreOffice(file, 'csv', join(folder, `${name}-csv`));
  return Object.fromEntries(
    written.map((path) => {
      const rows = parseCsv(readFileSync(path, 'utf8'), { delimiter: ',' });
      const sheet = path.slice(path.lastIndexOf(`${name}-`) + name.length + 1, -'.csv'.length);
      return [sheet, rows.map((row) => row.map((cell) => String(cell ?? '')))];
    }),
  );
}

/** The file after LibreOffice has opened and saved it. */
async function resaved(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  const [path = ''] = await convertWithLibreOffice(file, 'xlsx', join(folder, `${name}-xlsx`));
  return readFileSync(path);
}

/** The size of each page, in points. */
function pageSizes(pdf: Buffer): string[] {
  return Array.from(
    pdf
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page\b[^>]*?\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g),
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  );
}

/** A value, its number format, and what LibreOffice shows for them. */
const CELLS: readonly (readonly [value: CellContent, numberFormat: string, shows: string])[] = [
  [606, 'General', '606'],
  [0.5, 'General', '0.5'],
  [1_800_000, '#,##0', '1,800,000'],
  [0.54, '0%', '54%'],
  [0.2111, '0.0%', '21.1%'],
  [-3, '#,##0;[Red]-#,##0', '-3'],
  [12, '#,##0"건"', '12건'],
  [45382, 'yyyy-mm-dd', '2024-03-31'],
  [45382, 'yyyy. m. d', '2024. 3. 31'],
  [45382, 'yyyy". "m". "d', '2024. 3. 31'],
  [45382, 'yyyy"년" m"월" d"일"', '2024년 3월 31일'],
  [45382, 'yyyy년 m월 d일', '2024년 3월 31일'],
  [45382.625, 'yyyy-mm-dd hh:mm', '2024-03-31 15:00'],
  ['2024. 3. 31', '@', '2024. 3. 31'],
  ['1-6', 'General', '1-6'],
  ['54%', '@', '54%'],
  ['=1+1', 'General', '=1+1'],
  ['007', 'General', '007'],
  ['TRUE', 'General', 'TRUE'],
  [true, 'General', 'TRUE'],
  [false, 'General', 'FALSE'],
  [{ error: '#N/A' }, 'General', '#N/A'],
  ['  앞뒤  ', 'General', '  앞뒤  '],
  ['첫째\n둘째', 'General', '첫째\n둘째'],
  ['<b>&amp;"따옴표"', 'General', '<b>&amp;"따옴표"'],
  ['_x0041_', 'General', '_x0041_'],
];

function cellsSheet(): SheetState {
  return sheetState({
    id: 0,
    name: '셀',
    values: CELLS.map(([value]) => [value]),
    styles: CELLS.map(([, numberFormat]) => [numberFormat === 'General' ? undefined : { numberFormat }]),
  });
}

function formulasSheet(): SheetState {
  // The stored results are wrong on purpose. A program that calculates must not show them.
  const formulas = [
    "=SUMIFS('예산 집행'!C:C,'예산 집행'!B:B,\"구\")",
    '=COUNTIFS(셀!A1:A3,">1")',
    '=IFS(1=2,"아니오",TRUE(),"예")',
  ];
  return sheetState({
    id: 1,
    name: '수식',
    values: formulas.map(() => [0]),
    formulas: new Map(formulas.map((formula, index) => [`${index + 1},1`, formula])),
  });
}

function executionsSheet(): SheetState {
  return sheetState({
    id: 2,
    name: '예산 집행',
    values: [
      ['집행일', '재원', '금액(원)'],
      [45382, '구', 1_000_000],
      [45383, '시', 500_000],
      [45384, '구', 800_000],
    ],
    styles: [
      [],
      ...[1, 2, 3].map(() => [{ numberFormat: 'yyyy-mm-dd' }, undefined, { numberFormat: '#,##0' }]),
    ],
    merges: [{ row: 6, column: 1, rows: 1, columns: 3 }],
    columnWidths: new Map([[3, 160]]),
    notes: new Map([['1,1', '집행한 날']]),
    links: new Map([
      ['1,2', "#'셀'!A3"],
      ['1,3', 'https://example.org/?a=1&b=2'],
    ]),
    metadata: [{ id: 1, key: 'owner', value: '장부', visibility: 'DOCUMENT' }],
  });
}

const document = () =>
  documentState([cellsSheet(), formulasSheet(), executionsSheet()], {
    timeZone: 'Europe/Berlin',
    documentProperties: new Map([['긴 값', '가나다'.repeat(900)]]),
  });

describe.skipIf(isMissing)('LibreOffice', () => {
  it('shows every sheet of a workbook of ours correctly, and calculates its formulas', async () => {
    const sheets = await shown(await newWorkbook(document()), '새 장부');
    expect(Object.keys(sheets).sort()).toEqual(['셀', '수식', '예산 집행']);
    expect(sheets.셀?.map(([cell]) => cell)).toEqual(CELLS.map(([, , shows]) => shows));
    expect(sheets.수식?.map(([cell]) => cell)).toEqual(['1800000', '2', '예']);
    expect(sheets['예산 집행']?.[1]).toEqual(['2024-03-31', '구', '1,000,000']);
  });

  it('saves it so that we read the same values, formats and state of our own', async () => {
    const { document: again } = await openWorkbook(
      await resaved(await newWorkbook(document()), '왕복'),
      '왕복.xlsx',
    );
    expect(again.timeZone).toBe('Europe/Berlin');
    expect(again.documentProperties).toEqual(document().documentProperties);
    expect(again.sheets.map(({ id, name }) => [id, name])).toEqual([
      [0, '셀'],
      [1, '수식'],
      [2, '예산 집행'],
    ]);
    expect(sheetNamed(again, '셀').values).toEqual(CELLS.map(([value]) => [value]));
    expect(sheetNamed(again, '수식').formulas).toEqual(formulasSheet().formulas);
    const executions = sheetNamed(again, '예산 집행');
    expect(executions.values).toEqual(executionsSheet().values);
    expect(styleAt(executions, 2, 1)?.numberFormat).toBe('yyyy-mm-dd');
    expect(styleAt(executions, 2, 3)?.numberFormat).toBe('#,##0');
    expect(executions.merges).toEqual(executionsSheet().merges);
    expect(executions.columnWidths).toEqual(executionsSheet().columnWidths);
    expect(executions.notes).toEqual(executionsSheet().notes);
    expect(executions.links).toEqual(executionsSheet().links);
    expect(executions.metadata).toEqual(executionsSheet().metadata);
  });

  it('reads a workbook of another program that we changed', async () => {
    const original = await writeXlsx({
      sheets: [
        {
          name: '소통기록',
          rows: [
            ['일자', '횟수'],
            [new Date(Date.UTC(2024, 2, 31)), 3],
          ],
        },
        {
          name: '요약',
          rows: [['합계'], [0]],
          cells: new Map([
            ['1,0', { type: 'formula', value: 0, formula: 'SUM(소통기록!B2:B9)', formulaResult: 0 }],
          ]),
          charts: [
            {
              type: 'column',
              series: [{ values: '소통기록!$B$2:$B$9' }],
              anchor: { from: { row: 3, col: 1 } },
            },
          ],
        },
      ],
    });
    const { document: changed, save } = await openWorkbook(original, '바뀐.xlsx');
    const log = sheetNamed(changed, '소통기록');
    setCell(log, 3, 1, 45383);
    log.styles[2] = [{ numberFormat: 'yyyy. m. d', bold: true, background: '#fff2cc' }];
    setCell(log, 3, 2, 4);
    log.frozenRows = 1;
    log.notes.set('3,1', '새 줄');
    changed.sheets.push(
      sheetState({
        id: 50,
        name: '점검',
        values: [['심각도']],
        merges: [{ row: 1, column: 1, rows: 1, columns: 2 }],
      }),
    );
    const bytes = await save();
    const sheets = await shown(bytes, '바뀐');
    expect(sheets.소통기록?.[2]).toEqual(['2024. 4. 1', '4']);
    expect(sheets.요약?.[1]?.[0]).toBe('7');
    expect(sheets.점검?.[0]?.[0]).toBe('심각도');
    const again = await openWorkbook(await resaved(bytes, '바뀐 뒤'), '바뀐 뒤.xlsx');
    expect(sheetNamed(again.document, '소통기록').notes).toEqual(new Map([['3,1', '새 줄']]));
    expect(styleAt(sheetNamed(again.document, '소통기록'), 3, 1)).toMatchObject({
      bold: true,
      background: '#fff2cc',
    });
  });

  it('prints a workbook of ours', async () => {
    const file = join(folder, '인쇄.xlsx');
    writeFileSync(file, await newWorkbook(document()));
    const [pdf = ''] = await convertWithLibreOffice(file, 'pdf', join(folder, '인쇄-pdf'));
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('prints a wide sheet one page wide if the sheet says so, with page numbers', async () => {
    const values = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 40 }, (__, column) => `${row + 1}행 ${column + 1}열`),
    );
    const printed = async (page: Pick<SheetState, 'page'>, name: string) => {
      const file = join(folder, `${name}.xlsx`);
      const sheet = sheetState({ id: 0, name: '넓은 탭', values, maxColumns: 40, ...page });
      writeFileSync(file, await newWorkbook(documentState([sheet])));
      const [pdf = ''] = await convertWithLibreOffice(file, 'pdf', join(folder, `${name}-pdf`));
      return pageSizes(readFileSync(pdf));
    };
    const paper = { paper: 'A4', fitToWidth: true, printTitleRows: 1 } as const;
    expect((await printed({}, '그대로')).length).toBeGreaterThan(4);
    expect(await printed({ page: { ...paper, orientation: 'landscape' } }, '가로')).toEqual(['842 × 595']);
    expect(await printed({ page: { ...paper, orientation: 'portrait' } }, '세로')).toEqual(['595 × 842']);
  });

  it('keeps the page set-up, the filter and the links between tabs of a workbook that it saves', async () => {
    const page = {
      paper: 'A4',
      orientation: 'landscape',
      fitToWidth: true,
      printTitleRows: 2,
      margins: { top: 0.6, right: 0.5, bottom: 0.6, left: 0.5 },
    } as const;
    const filter = { row: 1, column: 1, rows: 3, columns: 2 };
    const audit = sheetState({
      id: 0,
      name: '점검',
      values: [['칸'], ['A12'], ['끝']],
      formulas: new Map([['2,1', '=HYPERLINK("#gid=1&range=A12","A12")']]),
      page,
      filter,
    });
    const bytes = await newWorkbook(documentState([audit, sheetState({ id: 1, name: '소통 기록' })]));
    const { document: again } = await openWorkbook(await resaved(bytes, '인쇄 설정'), '인쇄 설정.xlsx');
    const sheet = sheetNamed(again, '점검');
    expect({ ...sheet.page, margins: undefined }).toEqual({ ...page, margins: undefined });
    for (const [side, inches] of Object.entries(page.margins)) {
      expect(sheet.page?.margins, side).toMatchObject({ [side]: expect.closeTo(inches, 2) });
    }
    expect(sheet.filter).toEqual(filter);
    expect(sheet.values[1]).toEqual(['A12']);
    expect(sheet.links).toEqual(new Map([['2,1', "#'소통 기록'!A12"]]));
  });

  it('fails for a file that it cannot read', async () => {
    const file = join(folder, '없는 파일.xlsx');
    await expect(convertWithLibreOffice(file, 'csv', join(folder, '없는'))).rejects.toThrow(
      'LibreOffice wrote nothing',
    );
  });
});
