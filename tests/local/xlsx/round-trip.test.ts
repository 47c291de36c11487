import { describe, expect, it } from 'vitest';
import type { CellContent, CellStyle, SheetState } from '../../../src/local/workbook/document.ts';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { documentState, firstSheet, reopened, setCell, sheetState, styleAt } from './documents.ts';

async function reopenedSheet(sheet: Partial<SheetState>): Promise<SheetState> {
  return firstSheet(await reopened(documentState([sheetState({ id: 0, name: '시트1', ...sheet })])));
}

describe('a value comes back as it was', () => {
  const values: readonly (readonly [what: string, value: CellContent])[] = [
    ['whole number', 606],
    ['negative number', -3],
    ['fraction', 0.1],
    ['smallest step above one', 1.0000000000000002],
    ['large number', 12_345_678_901_234],
    ['tiny number', 1e-300],
    ['zero', 0],
    ['date and time', 45382.72916666667],
    ['true', true],
    ['false', false],
    ['text', '시장방문'],
    ['text that looks like a date', '1-6'],
    ['text that looks like a percentage', '54%'],
    ['text that looks like a formula', '=1+1'],
    ['text that looks like a number', '007'],
    ['text that looks like a boolean', 'TRUE'],
    ['text with an apostrophe', "'앞"],
    ['text with blanks at both ends', '  가 나  '],
    ['text with line breaks', '첫째\n둘째\r\n셋째'],
    ['text with a tab', '가\t나'],
    ['text with marks of XML', `<b>&amp; "따옴표" '작은' ]]>`],
    ['text that looks like an escape', '_x0041_ _x005F_'],
    ['text with a control character', 'a\u0007b'],
    ['text with an emoji', '회의 🗳️ 완료'],
    ['text with half a character', '가\ud83d나'],
    ['long text', '가나다 '.repeat(5000)],
    ['error', { error: '#N/A' }],
    ['division by zero', { error: '#DIV/0!' }],
    ['broken reference', { error: '#REF!' }],
    ['blank', null],
  ];

  it.each(values)('%s', async (_, value) => {
    const sheet = await reopenedSheet({ values: [['앞', value, '뒤']] });
    expect(sheet.values).toEqual([['앞', value, '뒤']]);
    expect(sheet.formulas).toEqual(new Map());
  });
});

describe('a formula comes back with its result', () => {
  const formulas: readonly (readonly [formula: string, result: CellContent])[] = [
    ['=SUM(B1:B3)', 6],
    ['=IF(A1>"나","크다","작다 & 같다")', '크다'],
    ['=""', ''],
    ['=TRUE()', true],
    ['=1/0', { error: '#DIV/0!' }],
    ['=IFS(B1=1,"하나",TRUE,"여럿")', '하나'],
    ["=SUMIFS('예산 집행'!C:C,'예산 집행'!B:B,\"구\")", 1_800_000],
    ['=ARRAYFORMULA(SUM(B1:B3*C1:C3))', 14],
    ['=HYPERLINK("https://example.org/","누리집")', '누리집'],
    ['=HYPERLINK("#gid=99&range=A12","없는 탭")', '없는 탭'],
  ];

  it.each(formulas)('%s', async (formula, result) => {
    const sheet = await reopenedSheet({ values: [[result]], formulas: new Map([['1,1', formula]]) });
    expect(sheet.formulas).toEqual(new Map([['1,1', formula]]));
    expect(sheet.values).toEqual([[result]]);
  });
});

describe('a style comes back as it was', () => {
  const general = { numberFormat: 'General' };
  const styles: readonly CellStyle[] = [
    { numberFormat: '@' },
    { numberFormat: '#,##0' },
    { numberFormat: '0.0%' },
    { numberFormat: 'yyyy. m. d' },
    { numberFormat: 'yyyy-mm-dd' },
    { numberFormat: 'yyyy". "m". "d' },
    { numberFormat: 'yyyy"년" m"월" d"일"' },
    { numberFormat: 'yyyy-mm-dd hh:mm:ss' },
    { numberFormat: '#,##0"건"' },
    { numberFormat: '[$₩-412]#,##0' },
    { numberFormat: '#,##0;[Red]-#,##0' },
    { ...general, bold: true },
    { ...general, italic: true, underline: true, strikethrough: true },
    { ...general, fontFamily: '맑은 고딕', fontSize: 14, fontColor: '#cc0000' },
    { ...general, background: '#fff2cc' },
    { ...general, horizontalAlignment: 'center', verticalAlignment: 'middle', wrap: 'wrap' },
    { ...general, horizontalAlignment: 'right', verticalAlignment: 'top' },
    {
      ...general,
      borders: {
        top: { style: 'solid-thick', color: '#000000' },
        right: { style: 'dotted', color: '#ff0000' },
        bottom: { style: 'double', color: '#00ff00' },
        left: { style: 'dashed', color: '#0000ff' },
      },
    },
    { ...general, borders: { bottom: { style: 'solid-medium', color: '#123456' } } },
  ];

  it.each(styles.map((style) => [JSON.stringify(style), style] as const))('%s', async (_, style) => {
    const sheet = await reopenedSheet({ values: [[1, 2]], styles: [[style]] });
    expect(styleAt(sheet, 1, 1)).toEqual(style);
    expect(styleAt(sheet, 1, 2)).toBeUndefined();
  });

  it('on a blank cell too', async () => {
    const sheet = await reopenedSheet({
      styles: [[], [undefined, { numberFormat: '@', background: '#eeeeee' }]],
    });
    expect(styleAt(sheet, 2, 2)).toEqual({ numberFormat: '@', background: '#eeeeee' });
    expect(sheet.values).toEqual([]);
  });

  it('with letters quoted where Excel requires it', async () => {
    const sheet = await reopenedSheet({ values: [[1]], styles: [[{ numberFormat: 'yyyy년 m월 d일' }]] });
    expect(styleAt(sheet, 1, 1)).toEqual({ numberFormat: 'yyyy"년" m"월" d"일"' });
  });
});

describe('a document comes back as it was', () => {
  const everything = () =>
    documentState(
      [
        sheetState({
          id: 0,
          name: '소통기록',
          tabColor: '#ff9900',
          maxRows: 1500,
          maxColumns: 30,
          values: [['일자', '분류'], [], [45382, '시장방문']],
          merges: [
            { row: 5, column: 1, rows: 1, columns: 3 },
            { row: 7, column: 2, rows: 2, columns: 2 },
          ],
          frozenRows: 1,
          frozenColumns: 2,
          columnWidths: new Map([
            [1, 80],
            [2, 240],
            [5, 21],
          ]),
          rowHeights: new Map([
            [1, 40],
            [9, 63],
          ]),
          hiddenRows: new Set([4, 12]),
          notes: new Map([
            ['1,1', '날짜를 적습니다.\n예: 2024. 3. 31'],
            ['3,2', '<확인> & 점검'],
          ]),
          metadata: [{ id: 1, key: 'owner', value: '장부', visibility: 'DOCUMENT' }],
          filter: { row: 1, column: 1, rows: 3, columns: 2 },
        }),
        sheetState({
          id: 1782,
          name: "요약 & '표' 모음",
          frozenRows: 2,
          page: {
            paper: 'A4',
            orientation: 'landscape',
            fitToWidth: true,
            printTitleRows: 2,
            margins: { top: 0.6, right: 0.5, bottom: 0.75, left: 0.4 },
          },
        }),
        sheetState({ id: 7, name: '숨은 탭', hidden: true, hiddenColumns: new Set([2]), values: [['값']] }),
      ],
      {
        timeZone: 'Europe/Berlin',
        locale: 'en_US',
        activeSheetId: 1782,
        selection: 'B2:C5',
        metadata: [{ id: 2, key: 'version', value: null, visibility: 'PROJECT' }],
        documentProperties: new Map([
          ['마지막 실행', '가'.repeat(9000)],
          ['빈 값', ''],
        ]),
        userProperties: new Map([['u', '1']]),
      },
    );

  it('with its sheets, their sizes, notes and marks, and all state of our own', async () => {
    expect(await reopened(everything())).toEqual({ ...everything(), name: '공약장부' });
  });

  it('after a second save without changes, byte for byte', async () => {
    const first = await newWorkbook(everything());
    const second = await (await openWorkbook(first, '공약장부.xlsx')).save();
    expect(Buffer.from(second).equals(first)).toBe(true);
  });

  it('takes its name from the file', async () => {
    const bytes = await newWorkbook(everything());
    expect((await openWorkbook(bytes, 'out/성동 장부.xlsx')).document.name).toBe('성동 장부');
  });
});

it('a hundred thousand rows, changed and unchanged ones', async () => {
  const rows = 100_000;
  const values = Array.from({ length: rows }, (_, row): CellContent[] => [
    45_000 + (row % 1000),
    `분류 ${row % 12}`,
    `내용 ${row}`,
    row / 4,
    row % 2 === 0,
    '성동구',
    null,
    3,
  ]);
  const styles = Array.from({ length: rows }, () => [{ numberFormat: 'yyyy-mm-dd' }]);
  const bytes = await newWorkbook(
    documentState([sheetState({ id: 0, name: '소통기록', maxRows: rows, values, styles })]),
  );
  const opened = await openWorkbook(bytes, '큰 장부.xlsx');
  setCell(firstSheet(opened.document), rows, 3, '바뀜');
  const again = firstSheet((await openWorkbook(await opened.save(), '큰 장부.xlsx')).document);
  expect(again.values.length).toBe(rows);
  expect(again.values[rows - 1]?.[2]).toBe('바뀜');
  setCell(again, rows, 3, `내용 ${rows - 1}`);
  expect(again.values).toEqual(values);
});

describe('a grid', () => {
  it('has 1000 rows and 26 columns if a file does not say', async () => {
    const sheet = await reopenedSheet({ maxRows: 3, maxColumns: 2, values: [[1]] });
    expect([sheet.maxRows, sheet.maxColumns]).toEqual([1000, 26]);
  });

  it('is larger than its content', async () => {
    const values = Array.from({ length: 1200 }, (_, row) => [row]);
    values[0] = Array.from({ length: 40 }, (_, column) => column);
    const sheet = await reopenedSheet({ values });
    expect([sheet.maxRows, sheet.maxColumns]).toEqual([1300, 40]);
  });

  it('has no holes if a file skips rows and cells', async () => {
    const source = sheetState({ id: 0, name: '시트1' });
    setCell(source, 4, 3, '끝');
    const sheet = await reopenedSheet(source);
    expect(sheet.values).toEqual([[], [], [], [null, null, '끝']]);
    expect(Object.keys(sheet.values)).toHaveLength(4);
  });
});
