import { describe, expect, it } from 'vitest';
import type { PageSetup } from '../../../src/local/workbook/document.ts';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { documentState, firstSheet, renameSheet, sheetNamed, sheetState } from './documents.ts';
import { handMadeWorkbook, partOf } from './packages.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK = 'xl/workbook.xml';
const PORTRAIT: PageSetup = { paper: 'A4', orientation: 'portrait', fitToWidth: true };

async function withPage(page: PageSetup): Promise<Uint8Array> {
  return newWorkbook(documentState([sheetState({ id: 0, name: "실적 '월' 보고", page })]));
}

async function pageOf(bytes: Uint8Array): Promise<PageSetup | undefined> {
  return firstSheet((await openWorkbook(bytes, '장부.xlsx')).document).page;
}

describe('a page set-up', () => {
  it.each<PageSetup>([
    PORTRAIT,
    { ...PORTRAIT, orientation: 'landscape' },
    { ...PORTRAIT, fitToWidth: false },
    { ...PORTRAIT, printTitleRows: 4 },
    { ...PORTRAIT, header: '1-1 돌봄 & 쉼터 <늘리기> · 기준일 2025. 12. 31.' },
    { ...PORTRAIT, printTitleRows: { first: 40, last: 41 } },
    { ...PORTRAIT, margins: { top: 0.6, right: 0.5, bottom: 0.75, left: 0.25 } },
  ])('%j comes back', async (page) => {
    const bytes = await withPage(page);
    expect(await pageOf(bytes)).toEqual(page);
    const { save } = await openWorkbook(bytes, '장부.xlsx');
    expect(Buffer.from(await save()).equals(bytes)).toBe(true);
  });

  it('is written with the elements that Excel expects, in their order', async () => {
    const bytes = await withPage({
      ...PORTRAIT,
      printTitleRows: 2,
      margins: { top: 1, right: 0.5, bottom: 1, left: 0.5 },
    });
    const xml = partOf(bytes, SHEET);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain(
      '<sheetData/><printOptions horizontalCentered="1"/>' +
        '<pageMargins top="1" right="0.5" bottom="1" left="0.5" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>' +
        '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
    );
    expect(partOf(bytes, WORKBOOK)).toContain(
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'실적 ''월'' 보고'!$1:$2</definedName></definedNames>`,
    );
  });

  it('that is removed leaves nothing behind', async () => {
    const { document, save } = await openWorkbook(
      await withPage({
        ...PORTRAIT,
        printTitleRows: 2,
        breaksAfter: [7],
        margins: { top: 1, right: 0.5, bottom: 1, left: 0.5 },
      }),
      '장부.xlsx',
    );
    delete firstSheet(document).page;
    const bytes = await save();
    expect(partOf(bytes, SHEET)).toMatch(/<sheetData\/><\/worksheet>$/);
    expect(partOf(bytes, SHEET)).not.toContain('fitToPage');
    expect(partOf(bytes, WORKBOOK)).not.toContain('definedName');
    expect(await pageOf(bytes)).toBeUndefined();
  });
});

const LETTER = '<sheetData/><pageSetup paperSize="1" orientation="landscape"/>';
const RICH =
  '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/></sheetPr><sheetData/>' +
  '<printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.1" footer="0.2"/>' +
  '<pageSetup paperSize="9" scale="80" orientation="landscape" blackAndWhite="1" r:id="rId9"/>' +
  '<headerFooter><oddHeader>&amp;L성동구</oddHeader><evenFooter>짝수</evenFooter></headerFooter>';

describe('the page set-up of another program', () => {
  it('is ignored and kept if it uses other paper', async () => {
    const bytes = handMadeWorkbook({ sheets: { 시트1: LETTER } });
    const { document, save } = await openWorkbook(bytes, '남의 파일.xlsx');
    expect(firstSheet(document).page).toBeUndefined();
    firstSheet(document).frozenRows = 1;
    expect(partOf(await save(), SHEET)).toContain(LETTER);
  });

  it('keeps settings that the model does not have', async () => {
    const { document, save } = await openWorkbook(
      handMadeWorkbook({ sheets: { 시트1: RICH } }),
      '남의 파일.xlsx',
    );
    const sheet = firstSheet(document);
    const margins = { top: 0.75, right: 0.7, bottom: 0.75, left: 0.7 };
    expect(sheet.page).toEqual({ paper: 'A4', orientation: 'landscape', fitToWidth: false, margins });
    sheet.page = PORTRAIT;
    const bytes = await save();
    const xml = partOf(bytes, SHEET);
    expect(xml).toContain(
      '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    );
    expect(xml).toContain('<printOptions gridLines="1" horizontalCentered="1"/>');
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="portrait" blackAndWhite="1" fitToHeight="0"/>',
    );
    expect(xml).toContain(
      '<oddHeader>&amp;L성동구</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter><evenFooter>짝수</evenFooter>',
    );
    expect(await pageOf(bytes)).toEqual({ ...PORTRAIT, margins });
  });

  it('keeps its header and grid lines when it goes', async () => {
    const { document, save } = await openWorkbook(
      handMadeWorkbook({ sheets: { 시트1: RICH } }),
      '남의 파일.xlsx',
    );
    firstSheet(document).page = PORTRAIT;
    const second = await openWorkbook(await save(), '남의 파일.xlsx');
    delete firstSheet(second.document).page;
    expect(partOf(await second.save(), SHEET)).toContain(
      '<sheetData/><printOptions gridLines="1"/>' +
        '<headerFooter><oddHeader>&amp;L성동구</oddHeader><evenFooter>짝수</evenFooter></headerFooter></worksheet>',
    );
  });

  it('keeps a footer of its own, and the columns that every page repeats', async () => {
    const footer = '<headerFooter><oddFooter>&amp;R대외비</oddFooter></headerFooter>';
    const names =
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">시트1!$A$1:$D$9</definedName>' +
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">시트1!$A:$B,시트1!$1:$3</definedName></definedNames>';
    const { document, save } = await openWorkbook(
      handMadeWorkbook({
        sheets: { 시트1: `<sheetData/><pageSetup paperSize="9"/>${footer}` },
        workbookRest: names,
      }),
      '남의 파일.xlsx',
    );
    const sheet = firstSheet(document);
    expect(sheet.page).toEqual({
      paper: 'A4',
      orientation: 'portrait',
      fitToWidth: false,
      printTitleRows: 3,
    });
    sheet.page = { ...PORTRAIT, printTitleRows: 5 };
    const bytes = await save();
    expect(partOf(bytes, SHEET)).toContain(footer);
    expect(partOf(bytes, WORKBOOK)).toContain(
      `시트1!$A$1:$D$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">시트1!$A:$B,'시트1'!$1:$5</definedName>`,
    );
  });
});

describe('a filter', () => {
  const FILTERED =
    '<sheetData/><autoFilter ref="A1:C9"><filterColumn colId="1"><filters><filter val="완료"/></filters></filterColumn></autoFilter>';
  const NAMES =
    '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">건의!$A$1:$C$9</definedName></definedNames>';

  const opened = () =>
    openWorkbook(
      handMadeWorkbook({ sheets: { 표지: '<sheetData/>', 건의: FILTERED }, workbookRest: NAMES }),
      '남의 파일.xlsx',
    );
  const path = 'xl/worksheets/sheet2.xml';

  it('is read as its range, and kept if unchanged', async () => {
    const { document, save } = await opened();
    expect(sheetNamed(document, '건의').filter).toEqual({ row: 1, column: 1, rows: 9, columns: 3 });
    expect(firstSheet(document).filter).toBeUndefined();
    const bytes = await save();
    expect(partOf(bytes, path)).toContain(FILTERED);
    expect(partOf(bytes, WORKBOOK)).toContain(NAMES);
  });

  it.each([
    ['in its data are hidden by it, others by a person', FILTERED, [2], [1, 12]],
    [
      'are hidden by a person where it has no criteria',
      FILTERED.replace(/<filterColumn.*<.filterColumn>/, ''),
      [],
      [1, 2, 12],
    ],
  ])('rows %s, and stay hidden', async (_, xml, byFilter, byPerson) => {
    const rows = [1, 2, 12].map((row) => `<row r="${row}" hidden="1"><c r="A${row}"><v>1</v></c></row>`);
    const sheets = { 건의: xml.replace('<sheetData/>', `<sheetData>${rows.join('')}</sheetData>`) };
    const { document, save } = await openWorkbook(handMadeWorkbook({ sheets }), '남의 파일.xlsx');
    const sheet = sheetNamed(document, '건의');
    expect([[...(sheet.rowsHiddenByFilter ?? [])], [...sheet.hiddenRows]]).toEqual([byFilter, byPerson]);
    sheet.values.push([5]);
    expect(partOf(await save(), 'xl/worksheets/sheet1.xml').match(/<row r="\d+" hidden="1">/g)).toHaveLength(
      3,
    );
    sheet.hiddenRows.delete(12);
    expect(partOf(await save(), 'xl/worksheets/sheet1.xml').match(/<row r="\d+" hidden="1">/g)).toHaveLength(
      2,
    );
  });

  it('keeps its criteria when it moves down or grows', async () => {
    const { document, save } = await opened();
    sheetNamed(document, '건의').filter = { row: 3, column: 1, rows: 12, columns: 3 };
    const bytes = await save();
    expect(partOf(bytes, path)).toContain(FILTERED.replace('A1:C9', 'A3:C14'));
    expect(partOf(bytes, WORKBOOK)).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'건의'!$A$3:$C$14</definedName>`,
    );
  });

  it('has no criteria over other columns', async () => {
    const { document, save } = await opened();
    sheetNamed(document, '건의').filter = { row: 1, column: 2, rows: 9, columns: 3 };
    expect(partOf(await save(), path)).toContain('<sheetData/><autoFilter ref="B1:D9"/>');
  });

  it('is gone when removed', async () => {
    const { document, save } = await opened();
    delete sheetNamed(document, '건의').filter;
    const bytes = await save();
    expect(partOf(bytes, path)).not.toContain('autoFilter');
    expect(partOf(bytes, WORKBOOK)).not.toContain('_FilterDatabase');
  });

  it('follows a sheet that is moved and renamed', async () => {
    const { document, save } = await opened();
    document.sheets.reverse();
    const sheet = sheetNamed(document, '건의');
    renameSheet(document, '건의', '건의사항');
    sheet.filter = { row: 1, column: 1, rows: 20, columns: 3 };
    expect(partOf(await save(), WORKBOOK)).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'건의사항'!$A$1:$C$20</definedName>`,
    );
  });
});
