import { describe, expect, it } from 'vitest';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { documentState, sheetState } from './documents.ts';
import { handMadeWorkbook, partOf } from './packages.ts';

describe('what is selected', () => {
  it.each([
    ['B2', '<selection activeCell="B2" sqref="B2"/>'],
    ['B2:C5', '<selection activeCell="B2" sqref="B2:C5"/>'],
    ['B2:C5,E7,A9:B9', '<selection activeCell="A9" activeCellId="2" sqref="B2:C5 E7 A9:B9"/>'],
  ])('%s comes back', async (selection, element) => {
    const bytes = await newWorkbook(documentState([sheetState({ id: 0, name: '시트1' })], { selection }));
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain(element);
    expect((await openWorkbook(bytes, '장부.xlsx')).document.selection).toBe(selection);
  });

  it('has the range of the active cell last', async () => {
    const view =
      '<sheetViews><sheetView workbookViewId="0"><selection activeCell="C3" activeCellId="1" sqref="A1 C3 E5"/></sheetView></sheetViews>';
    const bytes = handMadeWorkbook({ sheets: { 시트1: `${view}<sheetData/>` } });
    const { document, save } = await openWorkbook(bytes, '남의 파일.xlsx');
    expect(document.selection).toBe('A1,E5,C3');
    expect(Buffer.from(await save()).equals(bytes)).toBe(true);
  });
});
