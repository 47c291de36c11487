import { describe, expect, it } from 'vitest';
import { newWorkbook, openWorkbook, UnwritableWorkbook } from '../../../src/local/xlsx/index.ts';
import { documentState, firstSheet, setCell, sheetState } from './documents.ts';
import { handMadeWorkbook, partOf } from './packages.ts';

const wrongName = (name: string) =>
  `'${name}' 탭은 엑셀 파일에 담을 수 없는 이름입니다. 31자를 넘지 않게 하고, [ ] : * ? / \\ 와 앞뒤 작은따옴표를 빼 주세요.`;

describe('a sheet name that Excel does not take', () => {
  it.each([...'[]:*?/\\'].map((sign) => `2024${sign}3`).concat('가'.repeat(32), '', "'가", "가'"))(
    '%s',
    async (name) => {
      const failure = newWorkbook(documentState([sheetState({ id: 0, name })]));
      await expect(failure).rejects.toThrow(UnwritableWorkbook);
      await expect(failure).rejects.toThrow(wrongName(name));
    },
  );

  it('is one that differs from another only in capitals', async () => {
    const sheets = [sheetState({ id: 0, name: 'SNS' }), sheetState({ id: 1, name: 'sns' })];
    await expect(newWorkbook(documentState(sheets))).rejects.toThrow(
      "'SNS' 탭과 이름이 같은 탭이 또 있습니다. 엑셀은 대문자와 소문자를 가리지 않으니 하나의 이름을 바꿔 주세요.",
    );
  });

  it('is kept if the file came with it', async () => {
    const name = '가'.repeat(40);
    const file = handMadeWorkbook({ sheets: { [name]: '<sheetData/>' } });
    const { document, save } = await openWorkbook(file, '남의 파일.xlsx');
    setCell(firstSheet(document), 1, 1, 1);
    expect(partOf(await save(), 'xl/workbook.xml')).toContain(name);
  });
});

describe('a text in a cell', () => {
  const document = (length: number) =>
    documentState([sheetState({ id: 0, name: '소통기록', values: [[], [null, null, '가'.repeat(length)]] })]);

  it('may have 32,767 characters', async () => {
    const bytes = await newWorkbook(document(32_767));
    expect(firstSheet((await openWorkbook(bytes, '장부.xlsx')).document).values).toEqual(
      firstSheet(document(32_767)).values,
    );
  });

  it('may not have more', async () => {
    const failure = newWorkbook(document(32_768));
    await expect(failure).rejects.toThrow(UnwritableWorkbook);
    await expect(failure).rejects.toThrow(
      "'소통기록' 탭의 C2 셀에 적힌 글이 32,768자입니다. 엑셀 파일의 셀에는 32,767자까지만 적을 수 있으니 줄여 주세요.",
    );
  });
});

describe('a list of choices', () => {
  const document = (length: number) => {
    const rule = {
      criterion: 'VALUE_IN_LIST',
      showDropdown: true,
      allowInvalid: true,
      helpText: null,
    } as const;
    const validations = new Map([['2,3', { ...rule, values: ['가'.repeat(length - 2), '나'] }]]);
    return documentState([sheetState({ id: 0, name: '공약', validations })]);
  };

  it('may have 255 characters, with its commas', async () => {
    const bytes = await newWorkbook(document(255));
    expect(firstSheet((await openWorkbook(bytes, '장부.xlsx')).document).validations).toEqual(
      firstSheet(document(255)).validations,
    );
  });

  it('may not have more', async () => {
    await expect(newWorkbook(document(256))).rejects.toThrow(
      "'공약' 탭의 C2 셀에서 고르는 목록이 모두 256자입니다. 엑셀 파일의 목록은 255자까지만 담을 수 있으니 목록을 줄여 주세요.",
    );
  });
});
