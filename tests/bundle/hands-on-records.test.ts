/**
 * People may change record tabs between runs and during one. No row is lost or overwritten, and refusals are
 * reported.
 */
import { describe, expect, it } from 'vitest';
import { type CallHook, copyOf } from '../../src/local/host/host.ts';
import type { DocumentState, SheetState } from '../../src/local/workbook/document.ts';
import { deleteLines, insertLines } from '../../src/local/workbook/insert-delete-lines.ts';
import { hostOf, lastRun, RUN_LOG, recalculate, rowsByHeading } from '../support/running.ts';
import { ledger, refill, sheetNamed } from '../support/workbooks.ts';

const RECORDS = '월별기록';
const ROWS = '월별내역';
const HISTORY = '처리이력';
const KEPT = [RECORDS, ROWS, HISTORY];

/**
 * A document whose February is closed and one suggestion of which has got another status since. Each call
 * returns a copy.
 */
function used(): DocumentState {
  inUse ??= closedAndChanged();
  return copyOf(inUse);
}

let inUse: DocumentState | null = null;

function closedAndChanged(): DocumentState {
  const document = ledger();
  close(document, '2024-03-02T01:00:00Z');
  refill(
    document,
    '건의사항',
    `접수번호 | 접수일 | 출처 | 동 | 소관부서 | 처리상황 | 처리일 | 건수
     1 | 2023. 2. 1. | 동 연두방문 | 송도1동 | 교통과 | 완료 | 2023. 3. 1. | 2
     2 | 2024. 1. 9. | 동 연두방문 | 선학동 | 공원과 | 완료 | 2024. 3. 9. |`,
  );
  return document;
}

function close(document: DocumentState, now: string, during?: Parameters<typeof hostOf>[1]) {
  const { result, error } = hostOf(document, { now: () => new Date(now), ...during }).execute('closeMonth');
  if (error !== null) throw error;
  return result;
}

const linesOf = (document: DocumentState, tab: string) => rowsByHeading(document, tab);

/** Acts once, when the run starts to write results. By then it has read all tabs. */
function once(act: () => void): { readonly onCall: CallHook } {
  let isDone = false;
  return {
    onCall: (_, name, phase) => {
      if (isDone || name !== 'Range.setNumberFormats' || phase === 'before') return;
      isDone = true;
      act();
    },
  };
}

const atTop = (sheet: SheetState) => insertLines(sheet, 'rows', 2, 1, 1);

describe('a row inserted during a run', () => {
  it.each(KEPT)('above the rows of %s: no row is overwritten', (tab) => {
    const document = used();
    const before = linesOf(document, tab);
    close(
      document,
      '2024-04-02T01:00:00Z',
      once(() => atTop(sheetNamed(document, tab))),
    );
    const after = linesOf(document, tab).filter((row) => Object.values(row).some((cell) => cell !== ''));
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });

  it('above the line of the run: there is still one such line, and no other is changed', () => {
    const document = used();
    const before = linesOf(document, RUN_LOG);
    hostOf(
      document,
      once(() => atTop(sheetNamed(document, RUN_LOG))),
    ).execute('recalculateAll');
    const after = linesOf(document, RUN_LOG).filter((row) => row.시각 !== '');
    expect(after.slice(0, -1)).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
    expect(lastRun(document)).toMatchObject({ 결과: '마침', '끝나지 않은 탭': '' });
  });

  it.each([
    [
      'sorts the run log',
      (sheet: SheetState) => void sheet.values.splice(1, Infinity, ...sheet.values.slice(1).reverse()),
    ],
    ['deletes a line of the run log', (sheet: SheetState) => deleteLines(sheet, 'rows', 2, 1)],
  ])('or another change, that somebody %s: the run adds exactly one line', (_, act) => {
    const document = used();
    recalculate(document);
    const others = new Set(linesOf(document, RUN_LOG).map((row) => JSON.stringify(row)));
    hostOf(document, {
      ...once(() => act(sheetNamed(document, RUN_LOG))),
      now: () => new Date('2024-04-03T01:00:00Z'),
    }).execute('recalculateAll');
    const fresh = linesOf(document, RUN_LOG).filter((row) => !others.has(JSON.stringify(row)));
    expect(fresh).toMatchObject([{ 결과: '마침', '끝나지 않은 탭': '' }]);
  });
});

describe('columns and headings', () => {
  it.each([...KEPT, RUN_LOG])('a column inserted into %s: new rows come below the right headings', (tab) => {
    const document = used();
    insertLines(sheetNamed(document, tab), 'columns', 2, 1, 1);
    const plain = used();
    for (const each of [document, plain]) close(each, '2024-04-02T01:00:00Z');
    const named = (rows: readonly Readonly<Record<string, string>>[]) =>
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([heading]) => heading !== '')
            .sort(),
        ),
      );
    expect(named(linesOf(document, tab)).at(-1)).toEqual(named(linesOf(plain, tab)).at(-1));
  });

  it('a column inserted into the run log: every tab still notices a run that breaks off', () => {
    const document = used();
    insertLines(sheetNamed(document, RUN_LOG), 'columns', 2, 1, 1);
    recalculate(document);
    const tab = sheetNamed(document, '요약');
    expect(tab.formulas.get('1,1')).toContain("'실행기록'!$N:$N");
  });

  it('the last heading of the run log overtyped: every tab looks where it stands anew', () => {
    const document = used();
    const log = sheetNamed(document, RUN_LOG);
    (log.values[0] ?? [])[12] = '메모';
    recalculate(document);
    const place = (log.values[0] ?? []).indexOf('끝나지 않은 탭');
    const letter = String.fromCharCode('A'.charCodeAt(0) + place);
    expect([place > 12, log.values[0]?.[12]]).toEqual([true, '메모']);
    expect(sheetNamed(document, '요약').formulas.get('1,1')).toContain(`'실행기록'!$${letter}:$${letter}`);
  });

  it('headings of the run log deleted: they come back, and earlier lines stay', () => {
    const document = used();
    const before = linesOf(document, RUN_LOG);
    deleteLines(sheetNamed(document, RUN_LOG), 'rows', 1, 1);
    recalculate(document);
    expect(linesOf(document, RUN_LOG).slice(0, -1)).toEqual(before);
    expect(lastRun(document)).toMatchObject({ 무엇을: '전체 다시 계산', 결과: '마침' });
  });

  it('one heading of the run log cleared: it comes back in its place', () => {
    const document = used();
    const headings = sheetNamed(document, RUN_LOG).values[0] ?? [];
    const whole = [...headings];
    headings[4] = null;
    recalculate(document);
    expect(sheetNamed(document, RUN_LOG).values[0]).toEqual(whole);
  });
});

describe('a tab that somebody else has protected', () => {
  const closedTo = (document: DocumentState, tab: string) => {
    sheetNamed(document, tab).protection = {
      description: '',
      warningOnly: false,
      editableByOthersOnly: true,
    };
    return document;
  };

  it(`${HISTORY}: the results are right, the refusal is reported, and the next run adds what is missing`, () => {
    const document = closedTo(used(), HISTORY);
    const before = linesOf(document, HISTORY);
    expect(recalculate(document)).toMatchObject({
      status: 'done',
      refused: [expect.stringMatching(/^처리이력 탭에 새 줄을 적지 못했습니다\. .*탭은 지우지 마세요\.$/)],
    });
    expect(linesOf(document, HISTORY)).toEqual(before);
    delete sheetNamed(document, HISTORY).protection;
    expect(recalculate(document)).toMatchObject({ refused: [] });
    expect(linesOf(document, HISTORY)).toHaveLength(before.length + 1);
  });

  it.each([RECORDS, ROWS])('%s: the month is not closed until the protection is removed', (tab) => {
    const document = closedTo(used(), tab);
    expect(close(document, '2024-04-02T01:00:00Z')).toMatchObject({
      status: 'stopped',
      messages: [
        expect.stringContaining(`${tab} 탭에 새 줄을 적지 못했습니다`),
        expect.stringContaining('적지 않았습니다'),
      ],
    });
    expect(linesOf(document, RECORDS).map((row) => row.월)).toEqual(['2024-02']);
    delete sheetNamed(document, tab).protection;
    expect(close(document, '2024-04-02T02:00:00Z')).toMatchObject({ status: 'done', months: ['2024-03'] });
    expect(linesOf(document, RECORDS).map((row) => row.월)).toEqual(['2024-02', '2024-03']);
  });

  it('the run log: the results are right and look finished, and the refusal is reported', () => {
    const document = closedTo(used(), RUN_LOG);
    const before = linesOf(document, RUN_LOG);
    expect(recalculate(document, '2024-01-31')).toMatchObject({
      status: 'done',
      refused: [expect.stringMatching(/^실행기록 탭에 새 줄을 적지 못했습니다/)],
    });
    expect(linesOf(document, RUN_LOG)).toEqual(before);
    const other = copyOf(used());
    recalculate(other, '2024-01-31');
    expect(rowsOf(document, '소통누적')).toEqual(rowsOf(other, '소통누적'));
  });
});

const rowsOf = (document: DocumentState, tab: string) => sheetNamed(document, tab).values;
