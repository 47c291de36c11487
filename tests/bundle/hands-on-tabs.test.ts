/**
 * People may change result tabs between runs. The next run corrects it, or says for that one tab what is in
 * the way.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { copyOf } from '../../src/local/host/host.ts';
import { formatA1 } from '../../src/local/workbook/a1.ts';
import type { DocumentState, SheetState } from '../../src/local/workbook/document.ts';
import { deleteLines, insertLines } from '../../src/local/workbook/insert-delete-lines.ts';
import {
  displayedText,
  hostOf,
  lastRun,
  RESULT_TABS,
  recalculate,
  recalculated,
  rowsByHeading,
} from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const wholeRule = (values: readonly string[]) => ({
  criterion: 'VALUE_IN_LIST' as const,
  values,
  showDropdown: true,
  allowInvalid: false,
  helpText: null,
});

/** Changes to a tab that the next run corrects without a message. */
const HEALED: Readonly<Record<string, (sheet: SheetState) => void>> = {
  'a column inserted': (sheet) => insertLines(sheet, 'columns', 3, 1, 2),
  'a row inserted': (sheet) => insertLines(sheet, 'rows', 5, 2, 4),
  'a column deleted': (sheet) => deleteLines(sheet, 'columns', 2, 1),
  'rows deleted': (sheet) => deleteLines(sheet, 'rows', 3, 4),
  'cells merged across the edge of the figures': (sheet) => {
    const { rows, columns } = edgesOf(sheet);
    sheet.merges = [{ row: rows, column: columns, rows: 3, columns: 3 }];
  },
  'figures merged': (sheet) => {
    sheet.merges = [{ row: 6, column: 1, rows: 3, columns: 2 }];
  },
  'merged cells taken apart': (sheet) => {
    sheet.merges = [];
  },
  'rows sorted': (sheet) => void sheet.values.reverse(),
  'cells cleared': (sheet) => {
    sheet.values = [];
    sheet.formulas.clear();
  },
  'a filter set': (sheet) => {
    sheet.filter = { row: 4, column: 1, rows: 5, columns: 3 };
  },
  'rows and columns frozen': (sheet) => Object.assign(sheet, { frozenRows: 7, frozenColumns: 2 }),
  'a rule that refuses': (sheet) => {
    sheet.validations = new Map([
      ['2,1', wholeRule(['가'])],
      ['6,2', wholeRule(['나'])],
    ]);
  },
  'all rows but one deleted': (sheet) => deleteLines(sheet, 'rows', 2, sheet.maxRows - 1),
};

function edgesOf(sheet: SheetState) {
  return { rows: sheet.values.length, columns: Math.max(...sheet.values.map((cells) => cells.length)) };
}

let before: DocumentState;
let fresh: ReadonlyMap<string, string>;
let merged: ReturnType<typeof mergesOf>;
beforeAll(() => {
  before = ledger({ 분류: '종류 | 이름\n출처 | 동 연두방문', 향후계획: '시기 | 내용\n2025. 3월 | 다음' });
  recalculated(before, '2023-12-31');
  const other = copyOf(before);
  recalculated(other, '2024-03-31');
  fresh = textsOf(other);
  merged = mergesOf(other);
});

const textsOf = (document: DocumentState) =>
  new Map(RESULT_TABS.map((tab) => [tab, displayedText(document, tab)]));

const mergesOf = (document: DocumentState) =>
  RESULT_TABS.map((tab) =>
    sheetNamed(document, tab)
      .merges.map((merge) => formatA1(merge))
      .sort(),
  );

describe.each(RESULT_TABS)('%s', (tab) => {
  it.each(Object.entries(HEALED))(
    '%s: the next run is right again, whether figures changed or not',
    (_, act) => {
      const document = copyOf(before);
      for (const _again of ['of another date', 'of the same']) {
        act(sheetNamed(document, tab));
        expect(doneAnswer(document).refused).toEqual([]);
        expect(textsOf(document)).toEqual(fresh);
        expect(mergesOf(document)).toEqual(merged);
        expect(lastRun(document)).toMatchObject({ 결과: '마침', '끝나지 않은 탭': '' });
      }
    },
  );

  it('protected by somebody else: it stays unfinished and says so, all other tabs are done, and so is it once it is unprotected', () => {
    const document = copyOf(before);
    sheetNamed(document, tab).protection = {
      description: '결재용',
      warningOnly: false,
      editableByOthersOnly: true,
    };
    const sentence = new RegExp(`^${tab} 탭에 결과를 쓰지 못했습니다. 거절되지 않은 탭은 모두 썼습니다.`);
    expect(doneAnswer(document).refused).toEqual([expect.stringMatching(sentence)]);
    expect(lastRun(document)).toMatchObject({
      결과: expect.stringMatching(/^일부만 계산함: /),
      '끝나지 않은 탭': tab,
    });
    for (const [name, text] of textsOf(document)) {
      if (name === tab) expect(text).toMatch(/^⚠ 계산이 끝나지 않았습니다/);
      else if (!['요약', '점검'].includes(name)) expect(text).toBe(fresh.get(name));
      else expect(text).toMatch(/오류 1|오류 \| 1/);
    }
    delete sheetNamed(document, tab).protection;
    recalculate(document, '2024-03-31');
    expect(textsOf(document)).toEqual(fresh);
    expect(lastRun(document)).toMatchObject({ 결과: '마침', '끝나지 않은 탭': '' });
  });

  it('turned into a table: its figures are right, and a message says that its formats are not', () => {
    const document = copyOf(before);
    sheetNamed(document, tab).tables = [{ row: 4, column: 1, rows: 5, columns: 3 }];
    const { refused } = doneAnswer(document);
    expect(refused).toEqual([
      expect.stringMatching(new RegExp(`^${tab} 탭의 숫자는 맞지만 모양을 다 갖추지 못했습니다.`)),
    ]);
    expect(lastRun(document)['끝나지 않은 탭']).toBe('');
    delete sheetNamed(document, tab).tables;
    expect(doneAnswer(document).refused).toEqual([]);
    expect(textsOf(document)).toEqual(fresh);
  });
});

describe.each([
  { what: 'deleted', code: `book.deleteSheet(book.getSheetByName('실행기록'))` },
  { what: 'renamed', code: `book.getSheetByName('실행기록').setName('지난 기록')` },
])('실행기록 $what by somebody', ({ code }) => {
  it('every result tab keeps its title, and the next run is right again', () => {
    const document = copyOf(before);
    hostOf(document, {
      code: `function main() { const book = SpreadsheetApp.getActive(); ${code}; }`,
    }).execute('main');
    expect(titlesOf(document)).toEqual(titlesOf(before));
    doneAnswer(document);
    expect(textsOf(document)).toEqual(fresh);
  });
});

const titlesOf = (document: DocumentState) =>
  RESULT_TABS.map((tab) => displayedText(document, tab).split('\n')[0]);

function doneAnswer(document: DocumentState) {
  const answer = recalculate(document, '2024-03-31');
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return answer;
}

it.each(Object.entries(HEALED))(
  '%s in every result tab does not keep a month from being closed',
  (_, act) => {
    const document = copyOf(before);
    for (const tab of RESULT_TABS) act(sheetNamed(document, tab));
    const { result, error } = hostOf(document, { now: () => new Date('2024-04-03T09:00:00+09:00') }).execute(
      'closeMonth',
    );
    expect([error, result]).toEqual([null, expect.objectContaining({ status: 'done' })]);
    expect(rowsByHeading(document, '월별기록')).toMatchObject([{ 월: '2024-03' }]);
  },
);
