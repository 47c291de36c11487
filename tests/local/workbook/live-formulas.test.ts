/**
 * Compares the formulas that the local host computes with LibreOffice's results for the file that we write.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertWithLibreOffice, findLibreOffice } from '../../../src/local/print/libreoffice.ts';
import { recalculate } from '../../../src/local/workbook/live-formulas.ts';
import { newWorkbook } from '../../../src/local/xlsx/index.ts';
import { displayed } from '../../support/running.ts';
import { sheetNamed, workbook } from '../../support/workbooks.ts';

const isMissing = findLibreOffice() === null;

if (isMissing) {
  it('needs LibreOffice', ({ skip }) => {
    if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
    skip('LibreOffice is not installed here: results of live formulas are not held against it');
  });
}

const LOG = `
  실행 | 한 일 | 결과탭 | 끝
  20240331090000 | 다시 계산 | 요약, 점검 | 끝남
  20240402100000 | 다시 계산 | 요약 | 끝나지 않음
  20240402110000 | 보고 | 실적보고 | 끝나지 않음(점검 중)
  20240403090000 | Report | 요약 | 끝남`;

const MEETINGS = `
  일자 | 분류 | 내용
  [2024-03-05] | 시장방문 | 가
  [2024-03-06] | | 나
  [2024-03-07] | 차담회 |
  [2024-03-08] | 차담회 | 라`;

/**
 * Formulas and the texts they show. Wildcards against numbers are left out: only LibreOffice reads numbers as
 * texts there.
 */
const FORMULAS: readonly (readonly [formula: string, shows: string])[] = [
  [
    `=IF(COUNTIFS('실행기록'!$A:$A,">=20240402100000",'실행기록'!$C:$C,"*요약*",'실행기록'!$D:$D,"끝나지 않음*")=0,"요약","⚠ 요약 (""끝나지 않음"")")`,
    '⚠ 요약 ("끝나지 않음")',
  ],
  [
    `=IF(COUNTIFS('실행기록'!$A:$A,">=20240403000000",'실행기록'!$C:$C,"*요약*",'실행기록'!$D:$D,"끝나지 않음*")=0,"요약","⚠ 요약")`,
    '요약',
  ],
  [`=COUNTIFS('실행기록'!$A:$A,">20240402100000")`, '2'],
  [`=COUNTIFS('실행기록'!$A:$A,"20240402100000")`, '1'],
  [`=COUNTIFS('실행기록'!$C:$C,"*요약*")`, '3'],
  [`=COUNTIFS('실행기록'!$C:$C,"요약")`, '2'],
  [`=COUNTIFS('실행기록'!$C:$C,"요")`, '0'],
  [`=COUNTIFS('실행기록'!$C:$C,"요?")`, '2'],
  [`=COUNTIFS('실행기록'!$D:$D,"끝나지 않음*")`, '2'],
  [`=COUNTIFS('실행기록'!$D:$D,"*(점검 중)")`, '1'],
  [`=COUNTIFS('실행기록'!$B:$B,"rEPORT")`, '1'],
  [`=IF(IFERROR(COUNTIFS('실행기록'!$C:$C,"*요약*"),0)=0,"요약","⚠")`, '⚠'],
  [`=IF(IFERROR(COUNTIFS(#REF!,"*요약*"),0)=0,"요약","⚠")`, '요약'],
  [`=COUNTA('소통기록'!A1:J500)`, '13'],
  [`=COUNTA('소통기록'!A1:J500)-SUBTOTAL(103,'소통기록'!A1:J500)`, '5'],
  [`=COUNTA('실행기록'!A1:J500)-SUBTOTAL(103,'실행기록'!A1:J500)`, '0'],
  [`=COUNTA('거른 탭'!A1:B9)-SUBTOTAL(103,'거른 탭'!A1:B9)`, '2'],
  [`='실행기록'!$B$2`, '다시 계산'],
  [`='실행기록'!$A$2`, '20240331090000'],
  [`=SUM('거른 탭'!A2:B3)`, '10'],
  [`=SUM('거른 탭'!A1:B3)/COUNT('거른 탭'!A1:B3)`, '2.5'],
  [`=AVERAGE('거른 탭'!A2:B3)`, '2.5'],
  [`=SUBTOTAL(9,'거른 탭'!A2:B3)`, '7'],
  [`=MIN('거른 탭'!A2:B3)-MAX('거른 탭'!A2:B3)*2`, '-7'],
  [`=ROUND('거른 탭'!A3/'거른 탭'!B3,2)`, '0.75'],
  ['=ROUND(-2.5,0)', '-3'],
  ['=ROUNDUP(1234,-2)', '1300'],
  [`=IF('거른 탭'!A2>=1,"달성","미달")`, '달성'],
  [`=IF('거른 탭'!Z9="","빔",'거른 탭'!Z9)`, '빔'],
  [`=IF('소통기록'!C2="가",50%,0)*10`, '5'],
  [`=IFERROR('거른 탭'!A2/0,"-")`, '-'],
];

function ledgerWithFormulas() {
  const document = workbook({ 식: '', 실행기록: LOG, 소통기록: MEETINGS, '거른 탭': 'a | b\n1 | 2\n3 | 4' });
  const { values, formulas } = sheetNamed(document, '식');
  FORMULAS.forEach(([formula], index) => {
    values.push([null]);
    formulas.set(`${index + 1},1`, formula);
  });
  sheetNamed(document, '소통기록').hiddenRows.add(2).add(4);
  const filtered = sheetNamed(document, '거른 탭');
  filtered.filter = { row: 1, column: 1, rows: 3, columns: 2 };
  filtered.rowsHiddenByFilter = new Set([2]);
  recalculate(document);
  return document;
}

const SHOWN = FORMULAS.map(([formula, shows]) => [formula, shows]);

it('the host shows the expected text of each formula', () => {
  const shown = displayed(ledgerWithFormulas(), '식');
  expect(FORMULAS.map(([formula], index) => [formula, shown[index]?.[0]])).toEqual(SHOWN);
});

describe.skipIf(isMissing)('in LibreOffice', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'live-formulas-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('each formula of our file, recalculated, shows the same', async () => {
    const document = ledgerWithFormulas();
    // The file carries wrong results, so that only recalculating gives the right ones.
    const sheet = sheetNamed(document, '식');
    sheet.values = sheet.values.map(() => ['carried']);
    const file = join(folder, 'formulas.xlsx');
    writeFileSync(file, await newWorkbook(document));
    const paths = await convertWithLibreOffice(file, 'csv', join(folder, 'csv'));
    const path = paths.find((candidate) => candidate.endsWith('-식.csv')) ?? '';
    const rows = parseCsv(readFileSync(path, 'utf8'), { delimiter: ',' });
    expect(FORMULAS.map(([formula], index) => [formula, String(rows[index]?.[0] ?? '')])).toEqual(SHOWN);
  });
});
