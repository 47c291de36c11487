import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/local/xlsx/index.ts';
import { firstSheet, setCell, styleAt } from './documents.ts';
import { type HandMadeWorkbook, handMadeWorkbook, packageOf, partOf } from './packages.ts';

async function opened(made: HandMadeWorkbook) {
  const workbook = await openWorkbook(handMadeWorkbook(made), '남의 파일.xlsx');
  return { ...workbook, sheet: firstSheet(workbook.document) };
}

const cells = (content: string) => ({ sheets: { 시트1: `<sheetData>${content}</sheetData>` } });

describe('files of other programs', () => {
  it('cells of every type', async () => {
    const { sheet } = await opened({
      ...cells(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>굵은</t></r><r><t xml:space="preserve"> 글</t></r></is></c>' +
          '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="e"><v>#SPILL!</v></c><c r="G1" t="d"><v>2024-03-31</v></c>' +
          '<c r="H1" t="n"><v>1.5E3</v></c><c r="I1" s="0"/><c r="J1" t="str"><v>_x000D_끝</v></c><c r="K1"><v></v></c><c r="L1" t="inlineStr"><is><t><![CDATA[<a>]]></t></is></c></row>',
      ),
      strings:
        '<si><t>서울</t></si><si><r><rPr><b/></rPr><t>성동</t></r><r><t>구</t></r><rPh sb="0" eb="1"><t>읽는 법</t></rPh></si>',
    });
    expect(sheet.values).toEqual([
      [
        '서울',
        '성동구',
        '굵은 글',
        true,
        { error: '#REF!' },
        { error: '#ERROR!' },
        45382,
        1500,
        null,
        '\r끝',
        null,
        '<a>',
      ],
    ]);
  });

  it('rows and cells without addresses', async () => {
    const { sheet, save, document } = await opened(
      cells(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="C3"><v>3</v></c><c><v>4</v></c></row>',
      ),
    );
    expect(sheet.values).toEqual([[1, 2], [], [null, null, 3, 4]]);
    setCell(firstSheet(document), 2, 2, '새');
    const again = await openWorkbook(await save(), '남의 파일.xlsx');
    expect(firstSheet(again.document).values).toEqual([
      [1, 2],
      [null, '새'],
      [null, null, 3, 4],
    ]);
  });

  it('a row twice, each time with other cells: all are kept and saved', async () => {
    const { sheet, save, document } = await opened(
      cells(
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>9</v></c></row>' +
          '<row r="1"><c r="B1"><v>2</v></c></row>',
      ),
    );
    expect(sheet.values).toEqual([[1, 2, 3], [9]]);
    setCell(firstSheet(document), 1, 4, '새');
    const again = await openWorkbook(await save(), '남의 파일.xlsx');
    expect(firstSheet(again.document).values).toEqual([[1, 2, 3, '새'], [9]]);
  });

  it('elements with a namespace prefix and attributes in single quotes', async () => {
    const parts = {
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/book.xml"/></Relationships>',
      'xl/book.xml':
        "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name='시트1' sheetId='3' q:id='b'/></x:sheets></x:workbook>",
      'xl/_rels/book.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="Sheets\\one.xml"/></Relationships>',
      'xl/Sheets/one.xml':
        "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>7</x:v></x:c><x:c r='B1' t='inlineStr'><x:is><x:t>가</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>",
    };
    const { document, save } = await openWorkbook(packageOf(parts), '남의 파일.xlsx');
    const sheet = firstSheet(document);
    expect(sheet.values).toEqual([[7, '가']]);
    setCell(sheet, 1, 3, '나');
    sheet.frozenRows = 1;
    sheet.notes.set('1,1', '메모');
    const saved = await save();
    expect(partOf(saved, 'xl/Sheets/one.xml')).toContain(
      '<x:c r=\'B1\' t=\'inlineStr\'><x:is><x:t>가</x:t></x:is></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>나</x:t></x:is></x:c>',
    );
    const again = firstSheet((await openWorkbook(saved, '남의 파일.xlsx')).document);
    expect([again.values, again.frozenRows, again.notes]).toEqual([
      [[7, '가', '나']],
      1,
      new Map([['1,1', '메모']]),
    ]);
  });

  it('dates that count from 1904, and still do in the saved file', async () => {
    const { sheet, document, save } = await opened({
      workbookProperties: '<workbookPr date1904="1"/>',
      ...cells(
        '<row r="1"><c r="A1" s="1"><v>43920</v></c><c r="B1"><v>43920</v></c><c r="C1" s="2"><v>0.5</v></c></row>',
      ),
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>',
    });
    expect(sheet.values).toEqual([[45382, 43920, 0.5]]);
    sheet.values[0]?.splice(0, 1, 45383);
    const saved = await save();
    expect(partOf(saved, 'xl/worksheets/sheet1.xml')).toContain('<c r="A1" s="1"><v>43921</v></c>');
    expect(firstSheet((await openWorkbook(saved, '남의 파일.xlsx')).document).values).toEqual(
      firstSheet(document).values,
    );
  });

  it('a text that the file has lost, and an empty one', async () => {
    const { sheet } = await opened({
      ...cells(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c><c r="C1" t="s"><v>1</v></c></row>',
      ),
      strings: '<si><t></t></si><si><t>서울</t></si>',
    });
    expect(sheet.values).toEqual([[null, { error: '#ERROR!' }, '서울']]);
  });

  it('shared formulas, array formulas, and recent functions', async () => {
    const { sheet } = await opened(
      cells(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">SUM($B1,C$1)+LOG10(D1)&amp;"D1"</f><v>1</v></c><c r="E1"><f t="array" ref="E1:E2">B1:B2*2</f><v>4</v></c></row>' +
          '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="E2"><v>6</v></c></row>' +
          '<row r="3"><c r="A3"><f t="shared" si="0"></f><v>3</v></c><c r="B3" t="str"><f>_xlfn.TEXTJOIN(",",TRUE,_xlfn._xlws.SORT(B1:B2))</f><v></v></c></row>',
      ),
    );
    expect(sheet.formulas).toEqual(
      new Map([
        ['1,1', '=SUM($B1,C$1)+LOG10(D1)&"D1"'],
        ['2,1', '=SUM($B2,C$1)+LOG10(D2)&"D1"'],
        ['3,1', '=SUM($B3,C$1)+LOG10(D3)&"D1"'],
        ['1,5', '=ARRAYFORMULA(B1:B2*2)'],
        ['3,2', '=TEXTJOIN(",",TRUE,SORT(B1:B2))'],
      ]),
    );
    expect(sheet.values).toEqual([
      [1, null, null, null, 4],
      [2, null, null, null, 6],
      [3, ''],
    ]);
  });

  it('a shared formula whose first cell changes', async () => {
    const { sheet, save } = await opened(
      cells(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
      ),
    );
    sheet.formulas.delete('1,1');
    setCell(sheet, 1, 1, '값');
    const again = firstSheet((await openWorkbook(await save(), '남의 파일.xlsx')).document);
    expect(again.values).toEqual([['값'], [2]]);
    expect(again.formulas).toEqual(new Map([['2,1', '=B2*2']]));
  });

  it('styles of whole rows and columns, colours of a theme and of the old palette', async () => {
    const { sheet } = await opened({
      sheets: {
        시트1:
          '<cols><col min="2" max="16384" width="9" style="1"/></cols><sheetData><row r="2" s="2" customFormat="1"><c r="A2" s="3"><v>1</v></c><c r="B2" s="0"><v>2</v></c></row></sheetData>',
      },
      styles:
        '<fonts><font><sz val="11"/><color theme="1"/><name val="맑은 고딕"/></font><font><b val="0"/><i/><sz val="11"/><color theme="4" tint="-0.249977111117893"/><name val="맑은 고딕"/></font></fonts>' +
        '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.15"/></patternFill></fill></fills>' +
        '<cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="49" fontId="0" fillId="0"/><xf numFmtId="0" fontId="0" fillId="2"/><xf numFmtId="0" fontId="1" fillId="3"/></cellXfs>',
    });
    expect(styleAt(sheet, 1, 1)).toBeUndefined();
    expect(styleAt(sheet, 1, 2)).toEqual({ numberFormat: '@' });
    expect(styleAt(sheet, 1000, 26)).toEqual({ numberFormat: '@' });
    expect(styleAt(sheet, 2, 1)).toEqual({
      numberFormat: 'General',
      italic: true,
      fontColor: '#2f5597',
      background: '#d9d9d9',
    });
    expect(styleAt(sheet, 2, 2)).toBeUndefined();
    expect(styleAt(sheet, 2, 3)).toEqual({ numberFormat: 'General', background: '#ffff00' });
  });

  it('a changed style keeps properties that the model does not have', async () => {
    const { sheet, save } = await opened({
      ...cells('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'),
      styles:
        '<fonts count="1"><font><sz val="11"/><name val="맑은 고딕"/><family val="3"/><scheme val="minor"/></font></fonts>' +
        '<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="10" fontId="0"><alignment indent="2"/><protection locked="0"/></xf></cellXfs>',
    });
    sheet.styles[0] = [{ numberFormat: '0.00%', bold: true, horizontalAlignment: 'right' }];
    const saved = await save();
    const styles = partOf(saved, 'xl/styles.xml');
    expect(partOf(saved, 'xl/worksheets/sheet1.xml')).toContain('<c r="A1" s="2"><v>1</v></c>');
    expect(styles).toContain(
      '<font><b/><sz val="11"/><name val="맑은 고딕"/><family val="3"/><scheme val="minor"/></font></fonts>',
    );
    expect(styles).toMatch(
      /<xf numFmtId="10" fontId="1"[^>]*><alignment indent="2" horizontal="right"\/><protection locked="0"\/><\/xf><\/cellXfs>/,
    );
  });

  it('a format that extends to the last row of Excel', async () => {
    const { sheet } = await opened({
      ...cells('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'),
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs>',
    });
    expect([sheet.maxRows, sheet.maxColumns, sheet.values]).toEqual([1000, 26, [[1]]]);
  });

  it('a chart sheet between the others keeps its place', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '가', rows: [[1]] },
        { name: '차트', rows: [] },
        { name: '나', rows: [[2]] },
      ],
    });
    const texts = Object.fromEntries(
      [
        '[Content_Types].xml',
        '_rels/.rels',
        'xl/workbook.xml',
        'xl/_rels/workbook.xml.rels',
        'xl/worksheets/sheet1.xml',
        'xl/worksheets/sheet2.xml',
        'xl/worksheets/sheet3.xml',
        'xl/styles.xml',
      ].map((path) => [path, partOf(bytes, path)]),
    );
    const rels = texts['xl/_rels/workbook.xml.rels'] ?? '';
    texts['xl/_rels/workbook.xml.rels'] = rels.replace(
      /relationships\/worksheet"([^>]*sheet2\.xml)/,
      'relationships/chartsheet"$1',
    );
    const { document, save } = await openWorkbook(packageOf(texts), '남의 파일.xlsx');
    expect(document.sheets.map(({ name }) => name)).toEqual(['가', '나']);
    document.sheets.reverse();
    const names = Array.from(
      partOf(await save(), 'xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g),
      ([, name]) => name,
    );
    expect(names).toEqual(['나', '가', '차트']);
  });
});
