/** Defined names in an xlsx file: ECMA-376 part 1, 18.2.5. */
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/local/xlsx/index.ts';
import { renameSheet } from './documents.ts';
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

/** The names that a file holds, by what they say. */
function namesIn(bytes: Uint8Array): Record<string, string> {
  const xml = partOf(bytes, 'xl/workbook.xml');
  return Object.fromEntries(
    [...xml.matchAll(/<definedName [^>]*?name="([^"]+)"[^>]*>([^<]*)</g)].map(([, name, text]) => [
      name,
      text,
    ]),
  );
}

describe('names in a file', () => {
  it('follow a renamed tab', async () => {
    const { document, save } = await openWorkbook(FILE, '이름.xlsx');
    renameSheet(document, '소통기록', '새 기록');
    expect(namesIn(await save())).toEqual({
      ...namesIn(FILE),
      횟수: "'새 기록'!$C$2:$C$9",
      열: "'새 기록'!$A:$A",
      계산: "SUM('새 기록'!$A$1:$A$2)",
    });
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

  it('stay as they are when cells change', async () => {
    const { document, save } = await openWorkbook(FILE, '이름.xlsx');
    document.sheets[0]?.values.push([2]);
    expect(namesIn(await save())).toEqual(namesIn(FILE));
  });

  it('that nobody changed leave the file as it is', async () => {
    const workbook = await openWorkbook(FILE, '이름.xlsx');
    expect(Buffer.from(await workbook.save()).equals(FILE)).toBe(true);
  });
});
