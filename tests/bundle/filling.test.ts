import { describe, expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { SAMPLE } from '../../src/sheets/sample.ts';
import { lookOf } from '../support/look.ts';
import { displayed, fillAnswer, hostOf, recalculated, sampleDocument } from '../support/running.ts';
import { hasSheet, sheetNamed, workbook } from '../support/workbooks.ts';

const TABS = [
  '공약',
  '연차목표',
  '추진일정',
  '분류',
  '소통기록',
  '건의사항',
  '예산계획',
  '예산집행',
  '향후계획',
];

const fill = (document: DocumentState) => hostOf(document).execute('fillSampleData');
const setUp = (document: DocumentState) => hostOf(document).execute('setUpSheets');

describe('예시 데이터로 채우기', () => {
  it('makes every input tab in a new spreadsheet, before its original empty tab, and keeps the active tab active', () => {
    const document = createDocument();
    expect(fillAnswer(fill(document))).toEqual({ status: 'done', tabs: TABS });
    expect(document.sheets.map(({ name }) => name)).toEqual([...TABS, '시트1']);
    expect(document.activeSheetId).toBe(0);
    expect(recalculated(document).meetings?.cumulative).toBe(108);
  });

  it('writes texts as texts and numbers as numbers', () => {
    const document = sampleDocument();
    for (const { headings, rows } of SAMPLE) {
      const tab = sheetNamed(
        document,
        TABS.find((name) => sheetNamed(document, name).values[0]?.join() === headings.join()) ?? '',
      );
      const held = tab.values.map((row) => headings.map((_, column) => row[column] ?? ''));
      expect(held, tab.name).toEqual([headings, ...rows]);
      expect(tab.formulas.size).toBe(0);
    }
    expect(displayed(document, '예산집행')[1]).toEqual(['2022', '구', '1,800,000', '2022년 집행액의 합계']);
  });

  it.each(TABS)('refuses if %s holds something, in one sentence that names it', (tab) => {
    const document = workbook({ 메모: '내 것', [tab]: '0' });
    const before = structuredClone(document);
    const execution = fill(document);
    const sentence = `${tab} 탭에 이미 내용이 있어 예시를 넣지 않았습니다. 예시는 빈 스프레드시트나 시트 준비만 한 스프레드시트에 넣을 수 있습니다.`;
    expect(fillAnswer(execution)).toEqual({ status: 'stopped', messages: [sentence] });
    expect(execution.toasts.map(({ message }) => message)).toEqual([sentence]);
    expect(document).toEqual(before);
  });

  it('fills empty input tabs in place, and leaves every other tab alone', () => {
    const document = workbook({
      메모: '내 것 | =1+2 → 3 | [2024-03-05]',
      소통기록: '',
      요약: '남의 요약',
      공약: '',
    });
    const before = structuredClone(document);
    expect(fillAnswer(fill(document)).status).toBe('done');
    expect(document.sheets.slice(0, 4).map(({ name }) => name)).toEqual(['메모', '소통기록', '요약', '공약']);
    for (const tab of ['메모', '요약']) expect(sheetNamed(document, tab)).toEqual(sheetNamed(before, tab));
    expect(displayed(document, '소통기록')).toEqual(displayed(sampleDocument(), '소통기록'));
  });

  it('refuses to fill a second time', () => {
    const document = sampleDocument();
    const before = structuredClone(document);
    expect(fillAnswer(fill(document)).status).toBe('stopped');
    expect(document).toEqual(before);
  });

  it('has the same result before and after 시트 준비', () => {
    const setUpFirst = createDocument();
    setUp(setUpFirst);
    expect(fillAnswer(fill(setUpFirst))).toEqual({ status: 'done', tabs: TABS });
    const filledFirst = sampleDocument();
    setUp(filledFirst);
    expect(lookOf(setUpFirst)).toEqual(lookOf(filledFirst));
    expect(recalculated(setUpFirst).meetings?.cumulative).toBe(108);
  });

  it('writes only rows into a tab that 시트 준비 has made, and keeps the formats that staff gave it', () => {
    const document = createDocument();
    setUp(document);
    const sheet = sheetNamed(document, '소통기록');
    sheet.columnWidths.set(1, 300);
    sheet.notes.set('1,1', '우리 과의 설명');
    sheet.tabColor = '#ff0000';
    sheet.validations = new Map();
    const { values: _, styles: __, ...before } = structuredClone(sheet);
    expect(fillAnswer(fill(document)).status).toBe('done');
    expect(sheetNamed(document, '소통기록')).toMatchObject(before);
    expect(displayed(document, '소통기록')).toEqual(displayed(sampleDocument(), '소통기록'));
  });

  it('fills a 추진일정 made in another term with the quarters of the sample', () => {
    const document = createDocument();
    hostOf(document, { now: () => new Date('2027-01-04T01:00:00Z') }).execute('setUpSheets');
    expect(displayed(document, '추진일정')[0]?.[1]).toBe('2026.1');
    expect(fillAnswer(fill(document)).status).toBe('done');
    expect(displayed(document, '추진일정')).toEqual(displayed(sampleDocument(), '추진일정'));
  });

  it.each([
    { tab: '공약', typed: 'a value', at: [2, 2] },
    { tab: '공약', typed: 'a setting of one’s own', at: [24, 1] },
    { tab: '분류', typed: 'another name', at: [3, 2] },
    { tab: '분류', typed: 'a name below', at: [21, 2] },
    { tab: '소통기록', typed: 'a row', at: [2, 1] },
    { tab: '소통기록', typed: 'a row far below', at: [500, 3] },
    { tab: '소통기록', typed: 'a column of one’s own', at: [1, 9] },
    { tab: '향후계획', typed: 'another heading', at: [1, 1] },
  ])('refuses if somebody typed $typed in $tab after 시트 준비', ({ tab, at: [row = 0, column = 0] }) => {
    const document = createDocument();
    setUp(document);
    const { values } = sheetNamed(document, tab);
    while (values.length < row) values.push([]);
    const cells = values[row - 1];
    if (cells !== undefined) cells[column - 1] = '내 것';
    const before = structuredClone(document);
    expect(fillAnswer(fill(document))).toEqual({
      status: 'stopped',
      messages: [expect.stringContaining(`${tab} 탭에 이미 내용이 있어`)],
    });
    expect(document).toEqual(before);
  });

  it('makes no result tab', () => {
    expect(['요약', '점검', '실행기록'].filter((tab) => hasSheet(sampleDocument(), tab))).toEqual([]);
  });
});
