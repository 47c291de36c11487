/** Named ranges in an xlsx file: https://support.google.com/docs/answer/63175 , ECMA-376 part 1, 18.2.5. */
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../../src/local/workbook/document.ts';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { resultOf } from '../../host/running.ts';
import { firstSheet } from './documents.ts';
import { handMadeWorkbook, partOf } from './packages.ts';

const ROWS = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

/** A file with names of every kind. */
const FILE = handMadeWorkbook({
  sheets: { 소통기록: ROWS, '예산 집행': ROWS },
  workbookRest: `<definedNames>
    <definedName name="횟수">소통기록!$C$2:$C$9</definedName>
    <definedName name="금액">'예산 집행'!$B$2</definedName>
    <definedName name="열">소통기록!$A:$A</definedName>
    <definedName name="계산">SUM(소통기록!$A$1:$A$2)</definedName>
    <definedName name="세율">0.1</definedName>
    <definedName name="탭" localSheetId="1">'예산 집행'!$A$1</definedName>
  </definedNames>`,
});

/** Names that are not ours to change. */
const OTHERS = ['열', '계산', '세율', '탭'];

const NAMES = `return book.getNamedRanges().map((named) => [named.getName(), named.getRange().getSheet().getName(), named.getRange().getA1Notation()])`;

async function saved(change: string): Promise<Uint8Array> {
  const workbook = await openWorkbook(FILE, '이름.xlsx');
  resultOf(change, { document: workbook.document });
  return workbook.save();
}

async function documentOf(bytes: Uint8Array): Promise<DocumentState> {
  return (await openWorkbook(bytes, '이름.xlsx')).document;
}

/** The names in a file, with their definitions. */
function namesIn(bytes: Uint8Array): Record<string, string> {
  const xml = partOf(bytes, 'xl/workbook.xml');
  return Object.fromEntries(
    [...xml.matchAll(/<definedName [^>]*?name="([^"]+)"[^>]*>([^<]*)</g)].map(([, name, text]) => [
      name,
      text,
    ]),
  );
}

describe('names of ranges in a file', () => {
  it('are those of the whole workbook that refer to cells', async () => {
    expect(resultOf(NAMES, { document: await documentOf(FILE) })).toEqual([
      ['횟수', '소통기록', 'C2:C9'],
      ['금액', '예산 집행', 'B2'],
    ]);
  });

  it.each([
    [
      'a new one',
      `book.setNamedRange('새것', book.getSheetByName('예산 집행').getRange('A1:B2'))`,
      { 새것: "'예산 집행'!$A$1:$B$2" },
    ],
    ['another range', `book.setNamedRange('횟수', sheet.getRange('D1'))`, { 횟수: "'소통기록'!$D$1" }],
    ['rows inserted above', 'sheet.insertRowsBefore(1, 2)', { 횟수: "'소통기록'!$C$4:$C$11" }],
    [
      'another name',
      `book.getNamedRanges()[0].setName('회수')`,
      { 횟수: undefined, 회수: "'소통기록'!$C$2:$C$9" },
    ],
    ['none any more', `book.removeNamedRange('금액')`, { 금액: undefined }],
    [
      'a renamed tab',
      `sheet.setName('새 기록')`,
      { 횟수: "'새 기록'!$C$2:$C$9", 열: "'새 기록'!$A:$A", 계산: "SUM('새 기록'!$A$1:$A$2)" },
    ],
  ])('are written if they changed, and no others: %s', async (_, change, changed) => {
    const names: Record<string, string | undefined> = { ...namesIn(FILE), ...changed };
    const expected = Object.fromEntries(Object.entries(names).filter(([, text]) => text !== undefined));
    const bytes = await saved(change);
    expect(namesIn(bytes)).toEqual(expected);
    const left = resultOf(`return book.getNamedRanges().map((named) => named.getName()).sort()`, {
      document: await documentOf(bytes),
    });
    expect(left).toEqual(
      Object.keys(expected)
        .filter((name) => !OTHERS.includes(name))
        .sort(),
    );
  });

  it('that refer to a deleted tab go with it, and no others', async () => {
    const file = handMadeWorkbook({
      sheets: { A: ROWS, DATA: ROWS, "B'A": ROWS },
      workbookRest: `<definedNames>
        <definedName name="gone">A!$A$1</definedName>
        <definedName name="gone.too">SUM(DATA!$A:$A,'A'!$A:$A)</definedName>
        <definedName name="data">DATA!$A$1</definedName>
        <definedName name="quoted">'B''A'!$A:$A</definedName>
        <definedName name="text">"A!"</definedName>
      </definedNames>`,
    });
    const { document, save } = await openWorkbook(file, '이름.xlsx');
    document.sheets.shift();
    expect(Object.keys(namesIn(await save()))).toEqual(['data', 'quoted', 'text']);
  });

  it('that nobody changed leave the file as it is', async () => {
    const workbook = await openWorkbook(FILE, '이름.xlsx');
    expect(Buffer.from(await workbook.save()).equals(FILE)).toBe(true);
  });

  it('are written into a new file', async () => {
    const { document } = await openWorkbook(FILE, '이름.xlsx');
    const bytes = await newWorkbook(document);
    expect(firstSheet(await documentOf(bytes)).namedRanges).toEqual([
      { name: '횟수', range: { row: 2, column: 3, rows: 8, columns: 1 } },
    ]);
  });
});
