import { readXlsx, writeXlsx } from 'hucre';
import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenedWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { renameSheet, setCell, sheetNamed, sheetState } from './documents.ts';
import { handMadeWorkbook, partBytes, partOf, partsOf } from './packages.ts';

const RED_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** A workbook as a district office may have it, made by another program. */
function officeWorkbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: '소통기록',
        rows: [
          ['일자', '분류', '횟수', '합계'],
          [new Date(Date.UTC(2024, 2, 31)), '시장방문', 3, null],
        ],
        cells: new Map([
          ['1,3', { type: 'formula', value: 6, formula: 'SUM(C2:C9)*2', formulaResult: 6 }],
          ['0,0', { type: 'string', value: '일자', comment: { text: '날짜를 적습니다', author: '담당' } }],
          [
            '1,1',
            {
              type: 'string',
              value: '시장방문',
              richText: [{ text: '시장', font: { bold: true } }, { text: '방문' }],
            },
          ],
        ]),
        dataValidations: [{ type: 'list', values: ['시장방문', '간담회'], range: 'B2:B100' }],
        conditionalRules: [
          {
            type: 'cellIs',
            operator: 'greaterThan',
            formula: '2',
            range: 'C2:C100',
            priority: 1,
            style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } },
          },
        ],
        charts: [
          {
            type: 'column',
            title: '분류별',
            series: [{ name: '횟수', values: '소통기록!$C$2:$C$9', categories: '소통기록!$B$2:$B$9' }],
            anchor: { from: { row: 5, col: 5 }, to: { row: 20, col: 12 } },
          },
        ],
        images: [{ data: RED_PIXEL, type: 'png', anchor: { from: { row: 1, col: 6 } } }],
        pageSetup: { orientation: 'landscape', paperSize: 'a4', printArea: '$A$1:$D$20' },
        autoFilter: { range: 'A1:D2' },
      },
      {
        name: '예산집행',
        rows: [
          ['집행일', '금액(원)'],
          [null, 1_800_000],
        ],
        pageSetup: { printArea: '$A$1:$B$9' },
      },
      { name: '요약', rows: [['핵심 지표']] },
    ],
    namedRanges: [{ name: '집행금액', range: '예산집행!$B$2:$B$9' }],
  });
}

let original: Uint8Array;
let workbook: OpenedWorkbook;

beforeAll(async () => {
  original = await officeWorkbook();
});

async function saved(change: (workbook: OpenedWorkbook) => void): Promise<Uint8Array> {
  workbook = await openWorkbook(original, '공약장부.xlsx');
  change(workbook);
  return workbook.save();
}

/** Names of the parts that were changed, added or removed. */
function differentParts(after: Uint8Array): string[] {
  const paths = new Set([...partsOf(original), ...partsOf(after)]);
  return [...paths].filter(
    (path) =>
      !partsOf(original).includes(path) ||
      !partsOf(after).includes(path) ||
      partBytes(original, path) !== partBytes(after, path),
  );
}

describe('saving', () => {
  it('without a change gives the same parts', async () => {
    expect(differentParts(await saved(() => {}))).toEqual([]);
  });

  it('a changed sheet leaves every other part byte for byte', async () => {
    const after = await saved(({ document }) => setCell(sheetNamed(document, '요약'), 3, 2, '이행률'));
    expect(differentParts(after).sort()).toEqual(['xl/worksheets/sheet3.xml']);
  });

  it('a changed sheet keeps its chart, validation, conditional format, image, filter, note and print settings', async () => {
    const after = await saved(({ document }) => setCell(sheetNamed(document, '소통기록'), 3, 3, 9));
    const before = partOf(original, 'xl/worksheets/sheet1.xml');
    const sheet = partOf(after, 'xl/worksheets/sheet1.xml');
    const withoutCells = (xml: string) => xml.replace(/<sheetData>.*<\/sheetData>|<dimension[^>]*>/gs, '');
    expect(withoutCells(sheet)).toBe(withoutCells(before));
    for (const row of before.match(/<row .*?<\/row>/gs) ?? []) expect(sheet).toContain(row);
    const read = await readXlsx(after, { readStyles: true });
    const [first] = read.sheets;
    expect(first?.charts?.map(({ title }) => title)).toEqual(['분류별']);
    expect(first?.dataValidations?.map(({ range }) => range)).toEqual(['B2:B100']);
    expect(first?.conditionalRules?.map(({ range }) => range)).toEqual(['C2:C100']);
    expect(first?.images).toHaveLength(1);
    expect(first?.autoFilter?.range).toBe('A1:D2');
    expect(first?.pageSetup).toMatchObject({ orientation: 'landscape', printArea: '$A$1:$D$20' });
    expect(first?.cells?.get('0,0')?.comment?.text).toBe('날짜를 적습니다');
    expect(first?.cells?.get('1,1')?.richText).toHaveLength(2);
    expect(first?.rows[2]?.[2]).toBe(9);
    expect(read.namedRanges?.map(({ name }) => name)).toEqual(['집행금액']);
  });

  it('a value that replaces a formula removes the formula and its result', async () => {
    const after = await saved(({ document }) => {
      const sheet = sheetNamed(document, '소통기록');
      sheet.formulas.delete('2,4');
      setCell(sheet, 2, 4, 7);
    });
    expect(partOf(after, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="D2"[^>]*><v>7<\/v><\/c>/);
    expect((await readXlsx(after)).sheets[0]?.rows[1]?.[3]).toBe(7);
  });

  it('asks Excel to recalculate only if cells changed, and drops the old calculation chain', async () => {
    const file = handMadeWorkbook({
      sheets: { 시트1: '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>' },
      workbookRest: '<calcPr calcId="191029"/>',
      calculationChain: '<c r="A1" i="1"/>',
    });
    const recolored = await openWorkbook(file, 'a.xlsx');
    sheetNamed(recolored.document, '시트1').tabColor = '#ff0000';
    const kept = await recolored.save();
    expect(partOf(kept, 'xl/workbook.xml')).toContain('<calcPr calcId="191029"/>');
    expect(partsOf(kept)).toContain('xl/calcChain.xml');
    const edited = await openWorkbook(file, 'a.xlsx');
    setCell(sheetNamed(edited.document, '시트1'), 2, 1, '새');
    const after = await edited.save();
    expect(partOf(after, 'xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(partsOf(after)).not.toContain('xl/calcChain.xml');
    expect(partOf(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  it('twice writes the newer state, starting from the file again', async () => {
    await saved(({ document }) => setCell(sheetNamed(document, '요약'), 1, 1, '처음'));
    await workbook.save();
    setCell(sheetNamed(workbook.document, '요약'), 1, 1, '나중');
    const again = await openWorkbook(await workbook.save(), '공약장부.xlsx');
    expect(sheetNamed(again.document, '요약').values).toEqual([['나중']]);
  });

  it('another active tab moves the mark and changes nothing else', async () => {
    const after = await saved(({ document }) => {
      document.activeSheetId = sheetNamed(document, '요약').id;
    });
    const marked = [1, 2, 3].map((number) =>
      partOf(after, `xl/worksheets/sheet${number}.xml`).includes('tabSelected="1"'),
    );
    expect(marked).toEqual([false, false, true]);
    expect(partOf(after, 'xl/worksheets/sheet2.xml')).toBe(partOf(original, 'xl/worksheets/sheet2.xml'));
    expect(partOf(after, 'xl/workbook.xml')).toContain('activeTab="2"');
  });
});

describe('adding, deleting, moving and renaming sheets', () => {
  const names = async (bytes: Uint8Array) =>
    (await openWorkbook(bytes, '공약장부.xlsx')).document.sheets.map(({ name }) => name);

  it('a new sheet is where the document has it', async () => {
    const after = await saved(({ document }) => {
      document.sheets.splice(1, 0, sheetState({ id: 99, name: '점검', values: [['심각도', '위치']] }));
    });
    expect(await names(after)).toEqual(['소통기록', '점검', '예산집행', '요약']);
    expect(differentParts(after).filter((path) => path.includes('sheet'))).toEqual([
      'xl/worksheets/sheet4.xml',
    ]);
    const read = await readXlsx(after);
    expect(read.sheets[1]?.rows).toEqual([['심각도', '위치']]);
    // Names of a single sheet refer to it by its position.
    expect(read.sheets[2]?.pageSetup?.printArea).toBe('$A$1:$B$9');
  });

  it('a deleted sheet takes its drawings and names along', async () => {
    const after = await saved(({ document }) => {
      document.sheets = document.sheets.filter(({ name }) => name !== '소통기록');
      document.activeSheetId = document.sheets[0]?.id ?? 0;
    });
    expect(await names(after)).toEqual(['예산집행', '요약']);
    expect(partsOf(after).filter((path) => /sheet1|chart|drawing|comments|media/.test(path))).toEqual([]);
    expect(partOf(after, '[Content_Types].xml')).not.toMatch(/chart|drawing1/);
    const read = await readXlsx(after);
    expect(read.sheets[0]?.pageSetup?.printArea).toBe('$A$1:$B$9');
    expect(read.namedRanges?.map(({ name }) => name)).toEqual(['집행금액']);
  });

  it('a sheet that is deleted and made again keeps the names that refer to it', async () => {
    const after = await saved(({ document }) => {
      document.sheets = document.sheets.map((sheet) =>
        sheet.name === '예산집행'
          ? sheetState({ id: 77, name: '예산집행', values: [['집행일', '금액(원)']] })
          : sheet,
      );
    });
    expect(await names(after)).toEqual(['소통기록', '예산집행', '요약']);
    expect((await readXlsx(after)).namedRanges?.map(({ range }) => range)).toEqual(['예산집행!$B$2:$B$9']);
  });

  it('a moved sheet keeps its part', async () => {
    const after = await saved(({ document }) => document.sheets.reverse());
    expect(await names(after)).toEqual(['요약', '예산집행', '소통기록']);
    expect(differentParts(after)).toEqual(['xl/workbook.xml']);
    expect((await readXlsx(after)).sheets[1]?.pageSetup?.printArea).toBe('$A$1:$B$9');
  });

  it('charts, names and formulas follow a renamed sheet', async () => {
    const after = await saved(({ document }) => {
      renameSheet(document, '소통기록', '2024년 소통');
      renameSheet(document, '예산집행', '집행');
    });
    expect(partOf(after, 'xl/charts/chart1.xml')).toContain("'2024년 소통'!$C$2:$C$9");
    expect(partOf(after, 'xl/workbook.xml')).toContain("'집행'!$B$2:$B$9");
  });

  it('sheets that swap names keep their formulas, and a new sheet under an old name has its own', async () => {
    const cell = (formula: string) =>
      `<sheetData><row r="1"><c r="A1"><f>${formula}</f></c></row></sheetData>`;
    const { document, save } = await openWorkbook(
      handMadeWorkbook({ sheets: { 가: cell('나!B1'), 나: cell('가!B1'), 다: cell('가!B1+다!B1') } }),
      'a.xlsx',
    );
    for (const [name, next] of [
      ['가', '사이'],
      ['나', '가'],
      ['사이', '나'],
      ['다', '라'],
    ] as const) {
      renameSheet(document, name, next);
    }
    const formulas = new Map([['1,1', '=다!B2']]);
    document.sheets.push(sheetState({ id: 9, name: '다', formulas }));
    const again = (await openWorkbook(await save(), 'a.xlsx')).document;
    expect(again.sheets.map(({ name, formulas }) => [name, formulas.get('1,1')])).toEqual([
      ['나', "='가'!B1"],
      ['가', "='나'!B1"],
      ['라', "='나'!B1+'라'!B1"],
      ['다', '=다!B2'],
    ]);
  });

  it('a hidden sheet says so, and a very hidden one stays it', async () => {
    const after = await saved(({ document }) => {
      sheetNamed(document, '요약').hidden = true;
    });
    expect(partOf(after, 'xl/workbook.xml')).toMatch(/name="요약"[^>]*state="hidden"/);
    const secret = await openWorkbook(
      handMadeWorkbook({
        sheets: { 시트1: '<sheetData/>', 비밀: '<sheetData/>', 더: '<sheetData/>' },
        states: { 비밀: 'veryHidden', 더: 'veryHidden' },
      }),
      'a.xlsx',
    );
    expect(secret.document.sheets.map(({ hidden }) => hidden)).toEqual([false, true, true]);
    sheetNamed(secret.document, '더').hidden = false;
    const list = partOf(await secret.save(), 'xl/workbook.xml');
    expect(list).toMatch(/name="비밀"[^>]*state="veryHidden"/);
    expect(list).not.toMatch(/name="더"[^>]*state/);
  });
});

describe('notes', () => {
  it('that are added or removed leave the others as they were', async () => {
    const after = await saved(({ document }) => {
      sheetNamed(document, '소통기록').notes.set('2,3', '세 번');
      sheetNamed(document, '요약').notes.set('1,1', '새 메모');
    });
    const again = (await openWorkbook(after, '공약장부.xlsx')).document;
    expect(sheetNamed(again, '소통기록').notes).toEqual(
      new Map([
        ['1,1', '날짜를 적습니다'],
        ['2,3', '세 번'],
      ]),
    );
    expect(sheetNamed(again, '요약').notes).toEqual(new Map([['1,1', '새 메모']]));
    const read = await readXlsx(after, { readStyles: true });
    expect(read.sheets[0]?.cells?.get('0,0')?.comment?.author).toBe('담당');
    expect(read.sheets[2]?.cells?.get('0,0')?.comment?.text).toBe('새 메모');
  });

  it('that are all removed leave nothing behind', async () => {
    const after = await saved(({ document }) => sheetNamed(document, '소통기록').notes.clear());
    expect(
      (await readXlsx(after, { readStyles: true })).sheets[0]?.cells?.get('0,0')?.comment,
    ).toBeUndefined();
  });
});
