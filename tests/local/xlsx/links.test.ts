import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { documentState, firstSheet, renameSheet, sheetNamed, sheetState } from './documents.ts';
import { handMadeWorkbook, partOf } from './packages.ts';

const LINKS = new Map([
  ['1,1', "#'소통 기록'!A12"],
  ['2,1', 'https://example.org/찾기?a=1&b="2"#끝'],
]);

const linked = () =>
  documentState([
    sheetState({ id: 0, name: '점검', values: [['A12'], ['기사']], links: new Map(LINKS) }),
    sheetState({ id: 1, name: '소통 기록' }),
  ]);

const withRelationships =
  '<hyperlinks xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

describe('links', () => {
  it('come back as they were', async () => {
    const bytes = await newWorkbook(linked());
    const { document, save } = await openWorkbook(bytes, '장부.xlsx');
    expect(firstSheet(document).links).toEqual(LINKS);
    expect(sheetNamed(document, '소통 기록').links).toBeUndefined();
    expect(Buffer.from(await save()).equals(bytes)).toBe(true);
  });

  it('are links for other readers too', async () => {
    const [sheet] = (await readXlsx(await newWorkbook(linked()), { readStyles: true })).sheets;
    expect(sheet?.cells?.get('0,0')?.hyperlink).toMatchObject({ location: "'소통 기록'!A12" });
    expect(sheet?.cells?.get('1,0')?.hyperlink).toMatchObject({ target: LINKS.get('2,1') });
  });

  it('that are added, changed or removed leave the others as they were', async () => {
    const { document, save } = await openWorkbook(await newWorkbook(linked()), '장부.xlsx');
    const sheet = firstSheet(document);
    sheet.links?.delete('2,1');
    sheet.links?.set('3,2', 'https://example.org/');
    const bytes = await save();
    expect(firstSheet((await openWorkbook(bytes, '장부.xlsx')).document).links).toEqual(
      new Map([
        ['1,1', "#'소통 기록'!A12"],
        ['3,2', 'https://example.org/'],
      ]),
    );
    const relationships = partOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels');
    expect(relationships.match(/<Relationship /g)).toHaveLength(1);
    sheet.links?.clear();
    expect(partOf(await save(), 'xl/worksheets/sheet1.xml')).not.toContain('hyperlink');
  });

  it('of another program keep their attributes if they did not change', async () => {
    const kept = `<hyperlink ref="A1:B2" location="시트1!C3" tooltip="여기" display="가"/>`;
    const { document, save } = await openWorkbook(
      handMadeWorkbook({ sheets: { 시트1: `<sheetData/>${withRelationships}${kept}</hyperlinks>` } }),
      '남의 파일.xlsx',
    );
    const sheet = firstSheet(document);
    expect(sheet.links).toEqual(new Map([['1,1', '#시트1!C3']]));
    sheet.links?.set('5,5', '#시트1!A1');
    sheet.frozenRows = 1;
    const xml = partOf(await save(), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(`<hyperlinks>${kept}<hyperlink ref="E5" location="시트1!A1"/></hyperlinks>`);
  });

  it('follow a renamed sheet', async () => {
    const { document, save } = await openWorkbook(await newWorkbook(linked()), '장부.xlsx');
    renameSheet(document, '소통 기록', '기록');
    const again = (await openWorkbook(await save(), '장부.xlsx')).document;
    expect(firstSheet(again).links?.get('1,1')).toBe("#'기록'!A12");
  });
});
