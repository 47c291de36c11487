/**
 * Guarded records in the real bundle: what people, Google's version history and copies do to them, and the
 * ways out.
 */
import { describe, expect, it } from 'vitest';
import type { CloseAnswer } from '../../src/app/months/close-last-month.ts';
import type { RecordAnswer } from '../../src/app/months/record-action.ts';
import { copyOf, type DocumentState } from '../../src/local/host/host.ts';
import { deleteLines } from '../../src/local/workbook/insert-delete-lines.ts';
import { displayed, hostOf, lastRun, recalculated, rowsByHeading } from '../support/running.ts';
import { hasSheet, LEDGER, ledger, refill, sheetNamed } from '../support/workbooks.ts';

const RECORDS = '월별기록';
const DETAILS = '월별내역';

function called(
  document: DocumentState,
  functionName: string,
  args: readonly unknown[] = [],
  day = '2024-04-03',
) {
  const host = hostOf(document, { now: () => new Date(`${day}T01:00:00Z`) });
  const { result, error } = host.execute(functionName, args);
  if (error !== null) throw error;
  return result;
}

// These types describe what the bundle's functions return.
const closed = (document: DocumentState, day?: string) =>
  called(document, 'closeMonth', [], day) as CloseAnswer;
const undone = (document: DocumentState, month: unknown, day?: string) =>
  called(document, 'undoLastClosing', [month], day) as RecordAnswer;
/** Runs 이 기록으로 이어가기 as a person at the menu who agrees. */
const goneOnWith = (document: DocumentState) => {
  const { error, dialogs, toasts } = hostOf(document).execute('askToContinueRecords');
  if (error !== null) throw error;
  return [...dialogs.map(({ message }) => message), ...toasts.map(String)].join('\n');
};

/** A document whose January, February and March 2024 were each closed on time. Each call returns a copy. */
function office(): DocumentState {
  inUse ??= closedThrice();
  return copyOf(inUse);
}

let inUse: DocumentState | null = null;

function closedThrice(): DocumentState {
  const document = ledger();
  for (const month of ['02', '03', '04']) closed(document, `2024-${month}-03`);
  return document;
}

/** The findings about records: `월별기록 error: …`. */
function saidOf(document: DocumentState): readonly string[] {
  return recalculated(document)
    .findings.filter(({ code }) => code.startsWith('records-'))
    .map(({ tab, severity, message }) => `${tab} ${severity}: ${message.split('. ')[0]}`);
}

const monthsOf = (document: DocumentState) =>
  rowsByHeading(document, RECORDS).map(({ 월, 구분 }) => `${월} ${구분}`.trim());

function removeRow(document: DocumentState, tab: string, row: number): void {
  const { values, styles } = sheetNamed(document, tab);
  values.splice(row - 1, 1);
  styles.splice(row - 1, 1);
}

function clearRow(document: DocumentState, tab: string, row: number): void {
  sheetNamed(document, tab).values[row - 1]?.fill(null);
}

/** Deletes both columns that link the rows of a tab. */
function unlink(document: DocumentState, tab: string): void {
  const sheet = sheetNamed(document, tab);
  for (const heading of ['번호', '앞 행의 지문']) {
    deleteLines(sheet, 'columns', (sheet.values[0] ?? []).indexOf(heading) + 1, 1);
  }
}

function removeTab(document: DocumentState, tab: string): void {
  document.sheets = document.sheets.filter(({ name }) => name !== tab);
}

function type(
  document: DocumentState,
  tab: string,
  row: number,
  heading: string,
  value: string | number,
): void {
  const { values } = sheetNamed(document, tab);
  const column = (values[0] ?? []).indexOf(heading);
  if (column === -1) throw new Error(`${tab} has no ${heading}`);
  (values[row - 1] ?? [])[column] = value;
}

describe('records that are as they were written', () => {
  it('give no findings, in any order of rows', () => {
    const document = office();
    const { values, styles } = sheetNamed(document, '월별기록');
    values.splice(1, 3, ...values.slice(1, 4).reverse());
    styles.splice(1, 3, ...styles.slice(1, 4).reverse());
    expect(saidOf(document)).toEqual([]);
    expect(closed(document, '2024-05-03')).toMatchObject({ months: ['2024-04'] });
    expect(saidOf(document)).toEqual([]);
  });

  it('have a running number and the seal of the row before', () => {
    const document = office();
    for (const tab of ['월별기록', '월별내역', '처리이력']) {
      const rows = rowsByHeading(document, tab);
      expect(rows.map(({ 번호 }) => 번호)).toEqual(rows.map((_, index) => String(index + 1)));
      expect(new Set(rows.map((row) => row['앞 행의 지문'])).size).toBe(rows.length);
    }
  });

  it('are adopted with one notice if an earlier version wrote them, and then guarded', () => {
    const document = office();
    for (const tab of ['월별기록', '월별내역', '처리이력']) {
      const { values, metadata } = sheetNamed(document, tab);
      const from = (values[0] ?? []).indexOf('번호');
      for (const row of values) row.splice(from, 2);
      // That version gave the tab another layout.
      const [mark] = metadata;
      if (mark !== undefined) mark.value = mark.value?.replace(/[0-9a-f]{16}/, 'older') ?? null;
    }
    document.documentProperties.delete('pledge-ledger.records');
    expect(saidOf(document)).toEqual([
      ' notice: 어디까지 적었는지 이 스프레드시트에 남아 있지 않아, 처리이력, 월별기록, 월별내역 탭의 행을 지금 있는 그대로 이어받았습니다',
    ]);
    expect(saidOf(document)).toEqual([]);
    expect(closed(document, '2024-05-03')).toMatchObject({ months: ['2024-04'] });
    expect(rowsByHeading(document, '월별기록').map(({ 번호 }) => 번호)).toEqual(['', '', '', '4']);
    expect(saidOf(document)).toEqual([]);
    removeRow(document, '월별기록', 3);
    expect(saidOf(document)).toEqual([expect.stringContaining('번호 없이 적혀 있다가 없어진 행 1개')]);
  });

  it('are adopted with one notice in a copy of the spreadsheet', () => {
    const copy = { ...copyOf(office()), id: 'copy' };
    expect(saidOf(copy)).toEqual([expect.stringContaining('이 스프레드시트는 다른 것의 사본이어서')]);
    expect(saidOf(copy)).toEqual([]);
    removeRow(copy, '월별기록', 4);
    expect(saidOf(copy)).toEqual([expect.stringContaining('없어진 행 3번')]);
  });

  it('are taken over if the properties miss the last rows, and 실행기록 says so', () => {
    const document = ledger();
    closed(document, '2024-02-03');
    const before = new Map(document.documentProperties);
    closed(document, '2024-03-03');
    document.documentProperties.clear();
    for (const [key, text] of before) document.documentProperties.set(key, text);
    expect(saidOf(document)).toEqual([]);
    expect(lastRun(document).결과).toContain('끊긴 실행이 적어 둔 월별기록 1행');
    expect(saidOf(document)).toEqual([]);
    expect(lastRun(document).결과).toBe('마침');
  });
});

describe('records that are no longer as they were written', () => {
  it.each<[string, (document: DocumentState) => void, string, string]>([
    ['a middle month deleted', (document) => removeRow(document, '월별기록', 3), '월별기록', '없어진 행 2번'],
    ['a middle month cleared', (document) => clearRow(document, '월별기록', 3), '월별기록', '없어진 행 2번'],
    ['the last month cleared', (document) => clearRow(document, '월별기록', 4), '월별기록', '없어진 행 3번'],
    [
      'all months deleted with their tab',
      (document) => removeTab(document, '월별기록'),
      '월별기록',
      '없어진 행 1~3번',
    ],
    [
      'a month altered',
      (document) => type(document, '월별기록', 3, '이행률(%)', 99),
      '월별기록',
      '바뀐 행 2번',
    ],
    [
      'the last month altered',
      (document) => type(document, '월별기록', 4, '이행률(%)', 99),
      '월별기록',
      '바뀐 행 3번',
    ],
    [
      'a row behind a month deleted',
      (document) => removeRow(document, '월별내역', 2),
      '월별내역',
      '없어진 행 1번',
    ],
    [
      'all rows behind months deleted',
      (document) => removeTab(document, '월별내역'),
      '월별내역',
      '없어진 행',
    ],
    [
      'a status of the past rewritten',
      (document) => type(document, '처리이력', 2, '새 처리상황', '추진불가'),
      '처리이력',
      '바뀐 행 1번',
    ],
    [
      'the last status rewritten',
      (document) => type(document, '처리이력', 3, '새 처리상황', '완료'),
      '처리이력',
      '바뀐 행 2번',
    ],
    [
      'a month written again by hand',
      (document) =>
        sheetNamed(document, '월별기록').values.push([...(sheetNamed(document, '월별기록').values[2] ?? [])]),
      '월별기록',
      '같은 번호로 더해진 행 1개',
    ],
    [
      'both columns that link the rows deleted',
      (document) => unlink(document, '처리이력'),
      '처리이력',
      "제목이 없어진 열 '번호', '앞 행의 지문'",
    ],
  ])('%s: an error names it until somebody runs 이 기록으로 이어가기', (_, change, tab, what) => {
    const document = office();
    change(document);
    const error = `${tab} error: 프로그램이 적은 기록이 그대로가 아닙니다: ${what}`;
    expect(saidOf(document)).toEqual([expect.stringContaining(error)]);
    expect(saidOf(document)).toEqual([expect.stringContaining(error)]);
    expect(goneOnWith(document)).toContain(what);
    expect(lastRun(document)).toMatchObject({
      무엇을: '이 기록으로 이어가기',
      결과: expect.stringContaining(`${tab}: ${what}`),
    });
    expect(saidOf(document)).toEqual([]);
    expect(closed(document, '2024-05-03')).toMatchObject({ status: 'done' });
    expect(saidOf(document)).toEqual([]);
  });

  it.each([
    ['월별기록', '월', '1~3번'],
    ['월별기록', '이행률(%)', '1~3번'],
    ['월별기록', '앞 행의 지문', '1~3번'],
    ['월별내역', '월', '1~6번'],
  ])(
    '%s without its column %s: an error names it, and no month is closed until it is back',
    (tab, heading, rows) => {
      const document = office();
      const before = copyOf(document).sheets;
      const sheet = sheetNamed(document, tab);
      deleteLines(sheet, 'columns', (sheet.values[0] ?? []).indexOf(heading) + 1, 1);
      const error = `${tab} error: 프로그램이 적은 기록이 그대로가 아닙니다: 제목이 없어진 열 '${heading}' · 바뀐 행 ${rows}`;
      expect(saidOf(document)).toEqual([expect.stringContaining(error)]);
      expect(closed(document, '2024-05-03')).toMatchObject({ status: 'stopped' });
      expect(saidOf(document)).toEqual([expect.stringContaining(error)]);
      document.sheets = before;
      expect(saidOf(document)).toEqual([]);
      expect(closed(document, '2024-05-03')).toMatchObject({ status: 'done', months: ['2024-04'] });
    },
  );

  it.each(['월별기록', '월별내역'])(
    '%s without both columns that link its rows: an error names the columns, not every row, until they are back',
    (tab) => {
      const document = office();
      const before = copyOf(document).sheets;
      unlink(document, tab);
      const what = "제목이 없어진 열 '번호', '앞 행의 지문'";
      const error = `${tab} error: 프로그램이 적은 기록이 그대로가 아닙니다: ${what}`;
      expect(saidOf(document)).toEqual([error]);
      expect(closed(document, '2024-05-03')).toMatchObject({ status: 'stopped' });
      document.sheets = before;
      expect(saidOf(document)).toEqual([]);
      expect(closed(document, '2024-05-03')).toMatchObject({ status: 'done', months: ['2024-04'] });
    },
  );

  it('are reported with what is missing after an older version was restored', () => {
    const document = ledger();
    closed(document, '2024-02-03');
    const older = copyOf(document).sheets;
    closed(document, '2024-03-03');
    closed(document, '2024-04-03');
    // Google's version history restores tabs but not properties.
    document.sheets = older;
    const error = 'error: 프로그램이 적은 기록이 그대로가 아닙니다: 없어진 행';
    expect(saidOf(document)).toEqual([
      expect.stringContaining(`월별기록 ${error} 2~3번`),
      expect.stringContaining(`월별내역 ${error} 6번`),
    ]);
  });

  it.each<[string, (document: DocumentState) => void]>([
    ['the last month cleared', (document) => clearRow(document, '월별기록', 4)],
    [
      'both tabs deleted',
      (document) => {
        removeTab(document, RECORDS);
        removeTab(document, DETAILS);
      },
    ],
    ['a month altered', (document) => type(document, '월별기록', 3, '이행률(%)', 99)],
  ])('with %s never get a second row for a month without a mark', (_, change) => {
    const document = office();
    change(document);
    refill(document, '소통기록', `${LEDGER.소통기록}\n 2024. 3. 9. | 시장방문 | | 7 |`);
    expect(closed(document)).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('이 기록으로 이어가기'), expect.anything()],
    });
    expect(
      hasSheet(document, '월별기록') ? monthsOf(document).filter((month) => month === '2024-03').length : 0,
    ).toBeLessThan(2);
  });

  it('do not give a typed handling status at a past date if one was rewritten', () => {
    const document = ledger();
    recalculated(document);
    type(document, '처리이력', 3, '새 처리상황', '완료');
    const text = displayed(document, '처리이력').map((row) => row[3]);
    expect(text).toContain('완료');
    const { suggestions } = recalculated(document, '2024-03-31');
    expect(JSON.stringify(suggestions)).not.toContain('"완료":3');
  });

  it('leave 이 기록으로 이어가기 nothing to do if they are whole', () => {
    expect(goneOnWith(office())).toContain('이어갈 것이 없습니다');
  });
});

describe('이 기록으로 이어가기', () => {
  it.each([
    ['a trigger', { triggerUid: '1', authMode: {} }],
    ['somebody who was shown something else', '월별기록: 없어진 행 9번'],
  ])('does nothing for %s', (_, given) => {
    const document = office();
    removeRow(document, RECORDS, 3);
    hostOf(document).execute('goOnWithRecords', [given]);
    expect(saidOf(document)).toEqual([expect.stringContaining('없어진 행 2번')]);
  });
});

describe('마감 취소', () => {
  it('opens the last month again with a row that says so, and the next closing counts', () => {
    const document = office();
    expect(undone(document, '2024-03')).toMatchObject({ status: 'done' });
    expect(lastRun(document)).toMatchObject({
      무엇을: '마감 취소',
      결과: '마침, 월별기록의 2024년 3월 마감을 취소함',
    });
    refill(document, '소통기록', `${LEDGER.소통기록}\n 2024. 3. 9. | 시장방문 | | 7 |`);
    const { findings } = recalculated(document);
    expect(findings.filter(({ code }) => code === 'past-month-changed')).toEqual([]);
    expect(closed(document)).toMatchObject({ months: ['2024-03'] });
    expect(monthsOf(document)).toEqual(['2024-01', '2024-02', '2024-03', '2024-03 마감 취소', '2024-03']);
    expect(
      rowsByHeading(document, '월별기록').map((row) => /=(\d+)/.exec(row.지표 ?? '')?.[1] ?? ''),
    ).toEqual(['5', '5', '6', '', '13']);
    expect(recalculated(document).findings.filter(({ code }) => /record/.test(code))).toEqual([]);
    // Comparisons use the rows recorded with the closing that counts.
    expect(called(document, 'compareWithMonth', ['2024-02 2024-03'])).toMatchObject({
      status: 'done',
      lines: expect.arrayContaining([expect.stringContaining('누적 소통: 5회 → 13회')]),
    });
  });

  it.each([
    ['a month before the last', '2024-02', '마지막 달의 마감만 취소할 수 있습니다'],
    ['no month', undefined, '마지막 달의 마감만 취소할 수 있습니다'],
  ])('does nothing for %s', (_, month, why) => {
    const document = office();
    expect(undone(document, month)).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining(why)],
    });
    expect(monthsOf(document)).toHaveLength(3);
  });

  it('names the month when asking, and says so if none is closed', () => {
    const document = office();
    const asked = hostOf(document, { answer: () => ({ button: 'CANCEL', text: '' }) }).execute('askForUndo');
    expect(asked.dialogs[0]?.message).toContain('마지막으로 마감한 2024년 3월의 마감을 취소합니다');
    expect(monthsOf(document)).toHaveLength(3);
    expect(hostOf(ledger()).execute('askForUndo').dialogs[0]?.message).toContain('마감한 달이 없어');
  });

  it('can be repeated month by month, back to the first, and the next closing writes them all again', () => {
    const document = office();
    for (const month of ['2024-03', '2024-02', '2024-01']) {
      expect(undone(document, month)).toMatchObject({ status: 'done' });
    }
    expect(undone(document, '2024-01')).toMatchObject({ status: 'stopped' });
    expect(closed(document)).toMatchObject({ months: ['2024-01', '2024-02', '2024-03'] });
    expect(closed(document)).toMatchObject({ months: [] });
  });
});
