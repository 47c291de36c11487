import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { createHost, type DocumentState } from '../../../src/local/host/host.ts';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { documentState, firstSheet, renameSheet, sheetState } from './documents.ts';
import { partOf } from './packages.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const FORMULA = '=HYPERLINK("#gid=7&range=A12","A12")';

const document = (formula = FORMULA) =>
  documentState([
    sheetState({ id: 0, name: '점검', values: [['A12', 3]], formulas: new Map([['1,1', formula]]) }),
    sheetState({ id: 7, name: "소통 '월' 기록" }),
  ]);

/** Writes the formula again, as a run of the bundle does. */
function rewrite(state: DocumentState, value = FORMULA): void {
  const code = `function main() { SpreadsheetApp.getActive().getSheetByName('점검').getRange('A1').setValue('${value}') }`;
  const { error } = createHost({ document: state, code, now: () => new Date() }).execute('main');
  if (error !== null) throw error;
}

describe('a link of a result tab to a cell of another tab', () => {
  it('is a hyperlink in the file, and its cell holds the label', async () => {
    const state = document();
    const bytes = await newWorkbook(state);
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    expect(sheet?.rows[0]?.[0]).toBe('A12');
    expect(sheet?.cells?.get('0,0')?.hyperlink).toMatchObject({ location: "'소통 ''월'' 기록'!A12" });
    expect(partOf(bytes, SHEET)).not.toContain('<f>');
    expect(firstSheet(state).formulas.get('1,1')).toBe(FORMULA);
    expect(firstSheet(state).links).toBeUndefined();
  });

  it.each([
    ['=HYPERLINK("#gid=7","처음")', "#'소통 ''월'' 기록'!A1"],
    ['=hyperlink( "#gid=0&range=B2:C3" ; "여기" )', "#'점검'!B2:C3"],
  ])('%s leads to %s', async (formula, target) => {
    const again = await openWorkbook(await newWorkbook(document(formula)), '장부.xlsx');
    expect(firstSheet(again.document).links?.get('1,1')).toBe(target);
  });

  it.each([
    '=HYPERLINK("#gid=9&range=A12","없는 탭")',
    '=HYPERLINK("#gid=7&range=딴곳","칸이 아님")',
    '=HYPERLINK("https://example.org/#gid=7&range=A1","바깥")',
    '=HYPERLINK("#gid=7&range=A12",B1)',
  ])('%s stays a formula', async (formula) => {
    const again = await openWorkbook(await newWorkbook(document(formula)), '장부.xlsx');
    expect(firstSheet(again.document).formulas.get('1,1')).toBe(formula);
    expect(firstSheet(again.document).links).toBeUndefined();
  });

  it('stays the same hyperlink when it is written again', async () => {
    const bytes = await newWorkbook(document());
    const { document: state, save } = await openWorkbook(bytes, '장부.xlsx');
    rewrite(state);
    expect(firstSheet(state).formulas.get('1,1')).toBe(FORMULA);
    expect(Buffer.from(await save()).equals(bytes)).toBe(true);
  });

  it('disappears when something else is written into its cell', async () => {
    const { document: state, save } = await openWorkbook(await newWorkbook(document()), '장부.xlsx');
    rewrite(state, '글');
    const bytes = await save();
    expect(partOf(bytes, SHEET)).not.toContain('hyperlink');
    expect(firstSheet((await openWorkbook(bytes, '장부.xlsx')).document).values[0]).toEqual(['글', 3]);
  });

  it('follows a tab that is renamed before saving', async () => {
    const { document: state, save } = await openWorkbook(await newWorkbook(document()), '장부.xlsx');
    renameSheet(state, "소통 '월' 기록", '기록');
    rewrite(state, '=HYPERLINK("#gid=7&range=A13","A13")');
    const again = await openWorkbook(await save(), '장부.xlsx');
    expect(firstSheet(again.document).links?.get('1,1')).toBe("#'기록'!A13");
  });
});
