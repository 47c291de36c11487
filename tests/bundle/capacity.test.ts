/**
 * A spreadsheet that gets too large for the platform. The user is told before anything happens, and never
 * sees the platform's exception.
 */
import { describe, expect, it } from 'vitest';
import type { RunAnswer } from '../../src/app/run/run-answer.ts';
import { type DocumentState, ServiceError } from '../../src/local/host/host.ts';
import {
  displayed,
  displayedText,
  hostOf,
  lastRun,
  NOW,
  RESULT_TABS,
  RUN_LOG,
  recalculate,
  recalculated,
  runAnswer,
  sampleDocument,
  stopMessages,
} from '../support/running.ts';
import { hasSheet, LEDGER, ledger, refill, sheetNamed, workbook } from '../support/workbooks.ts';

const MOST_CELLS = 10_000_000;

const cellsOf = ({ sheets }: DocumentState) =>
  sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);

/** Adds a tab that is not ours and leaves exactly this number of cells. */
function withCellsLeft(document: DocumentState, left: number): DocumentState {
  const own = structuredClone(sheetNamed(document, '소통기록'));
  const rows = MOST_CELLS - left - cellsOf(document);
  document.sheets.push({
    ...own,
    id: 99,
    name: '메모',
    values: [['남의 글']],
    styles: [],
    maxRows: rows,
    maxColumns: 1,
  });
  expect(cellsOf(document)).toBe(MOST_CELLS - left);
  return document;
}

const codesOf = (answer: RunAnswer) =>
  answer.status === 'done' ? answer.result.findings.map(({ code }) => code) : [];

describe('a spreadsheet that is nearly full', () => {
  it('is reported in 점검, with the blank rows to delete that free the most', () => {
    const document = ledger();
    Object.assign(sheetNamed(document, '소통기록'), { maxRows: 320_000 });
    const finding = recalculated(document).findings.find(({ code }) => code === 'nearly-full');
    expect(finding).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(/10,000,000칸의 8\d%.*소통기록 탭 5~320000행\(8,319,896칸\)을 지우는/),
    });
    expect(displayedText(document, '점검')).toContain('10,000,000칸의 8');
  });

  it.each([
    [2_100_000, false],
    [1_900_000, true],
  ])('with %i cells left is reported: %s', (left, isTold) => {
    const document = ledger();
    recalculated(document);
    expect(codesOf(recalculate(withCellsLeft(document, left))).includes('nearly-full')).toBe(isTold);
  });

  it('is no longer reported after the named rows are deleted', () => {
    const document = ledger();
    Object.assign(sheetNamed(document, '소통기록'), { maxRows: 320_000 });
    recalculated(document);
    Object.assign(sheetNamed(document, '소통기록'), { maxRows: 5 });
    expect(codesOf(recalculate(document))).not.toContain('nearly-full');
  });
});

describe('something that would not fit', () => {
  const inputs = (document: DocumentState) =>
    document.sheets.filter(({ name }) => name !== RUN_LOG && !RESULT_TABS.includes(name));

  it('into a spreadsheet without result tabs: nothing is read or written', () => {
    const document = withCellsLeft(ledger(), 100_000);
    const before = structuredClone(document);
    const execution = hostOf(document).execute('recalculateAll');
    const [message] = stopMessages(runAnswer(execution));
    expect(message).toMatch(/^이대로 쓰면 빈칸까지 10,\d{3},\d{3}칸이 되어 .* 쓰기 전에 멈췄습니다\./);
    expect(message).toContain('비어 있는 메모 탭 3~');
    expect(execution.toasts.map((toast) => toast.message)).toEqual([message]);
    expect(execution.calls.byName).not.toHaveProperty(['Range.getValues']);
    expect(document.sheets.filter(({ name }) => name !== RUN_LOG)).toEqual(before.sheets);
    expect(lastRun(document).결과).toBe(`계산하지 못함: ${message}`);
  });

  it('into 처리이력: the results stay as they were, and the run log says why', () => {
    const document = ledger();
    recalculated(document);
    const rows = Array.from({ length: 3000 }, (_, index) => `${index} | 2024. 1. 9. | 동 연두방문 | 완료`);
    refill(document, '건의사항', `접수번호 | 접수일 | 출처 | 처리상황\n${rows.join('\n')}`);
    withCellsLeft(document, 10_000);
    const before = structuredClone(document);
    const message = stopMessages(recalculate(document)).join();
    expect(message).toContain('쓰기 전에 멈췄습니다. 결과 탭은 하나도 바꾸지 않았습니다.');
    for (const tab of [...RESULT_TABS, '처리이력']) {
      expect(sheetNamed(document, tab), tab).toEqual(sheetNamed(before, tab));
    }
    expect(inputs(document)).toEqual(inputs(before));
    expect(lastRun(document).결과).toBe(`계산하지 못함: ${message}`);
  });

  const closed = ledger();
  hostOf(closed).execute('closeMonth');
  const NEEDED = cellsOf(closed) - cellsOf(ledger());

  it.each(Array.from({ length: 28 }, (_, step) => step * 10_000))(
    'with %i cells left: a run completes, or stops before it writes, and the platform never has to refuse',
    (left) => {
      const document = withCellsLeft(ledger(), left);
      const { error, result } = hostOf(document).execute('closeMonth');
      expect(error).toBeNull();
      const made = RESULT_TABS.filter((tab) => hasSheet(document, tab));
      if (left < NEEDED) expect([result, made]).toMatchObject([{ status: 'stopped' }, []]);
      // A new tab has more columns at first than it keeps.
      if (left > NEEDED + 26_000) expect([result, made]).toMatchObject([{ status: 'done' }, RESULT_TABS]);
      expect([0, RESULT_TABS.length]).toContain(made.length);
      expect(cellsOf(document)).toBeLessThanOrEqual(MOST_CELLS);
    },
  );

  it.each(['setUpSheets', 'fillSampleData'])('of the tabs that %s makes: none is made', (functionName) => {
    const document = workbook({ 소통기록: '' });
    withCellsLeft(document, 50_000);
    const before = structuredClone(document.sheets);
    const { error, result } = hostOf(document).execute(functionName);
    expect(error).toBeNull();
    expect(result).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('쓰기 전에 멈췄습니다')],
    });
    expect(document.sheets).toEqual(before);
  });

  it('does not affect a run that adds no cells', () => {
    const document = ledger();
    recalculated(document);
    expect(recalculate(withCellsLeft(document, 0)).status).toBe('done');
  });
});

describe('very many rows', () => {
  const manyExecutions = (rows: number) => {
    const document = ledger({ 예산집행: '집행일 | 재원 | 금액(원)\n[2024-03-05] | 시 | 1' });
    const executions = sheetNamed(document, '예산집행');
    const [headings = [], row = []] = executions.values;
    const [, style = []] = executions.styles;
    return Object.assign(document, {
      sheets: document.sheets.map((sheet) =>
        sheet !== executions
          ? sheet
          : {
              ...sheet,
              ...{ maxRows: rows + 1, maxColumns: 3 },
              values: [headings, ...Array.from({ length: rows }, () => [...row])],
              styles: [[], ...Array.from({ length: rows }, () => style)],
            },
      ),
    });
  };
  const rowsOf = (document: DocumentState, tab: string) =>
    hasSheet(document, tab) ? displayed(document, tab).slice(1) : [];
  const close = (document: DocumentState, now: Date) => {
    const { error, result } = hostOf(document, { now: () => now }).execute('closeMonth');
    expect(error).toBeNull();
    return result;
  };
  const MAY = new Date('2024-05-02T01:00:00Z');
  const JUNE = new Date('2024-06-04T01:00:00Z');

  it('of one tab are closed like few', () => {
    const document = manyExecutions(130_000);
    expect(close(document, NOW)).toMatchObject({ status: 'done', months: ['2024-03'] });
    expect(rowsOf(document, '월별내역').length).toBeGreaterThan(130_000);
  });

  it('behind a month that do not fit: the figures are recorded all the same, and a message says that the rows are not', () => {
    const document = withCellsLeft(manyExecutions(30_000), 300_000);
    const full = sheetNamed(document, '메모');
    // Nothing can be deleted here: none of its cells at the edges are blank.
    full.values = [...Array.from({ length: full.maxRows - 1 }, () => []), ['끝']];
    expect(close(document, NOW)).toMatchObject({
      status: 'done',
      months: ['2024-03'],
      message: expect.stringMatching(/^월별기록에 2024년 3월을 적었습니다\. .*월별내역에 남기지 못했습니다/),
    });
    expect(lastRun(document).결과).toMatch(/^마침, 월별기록에 2024년 3월 적음 \(.*남기지 못했습니다/);
    expect(rowsOf(document, '월별내역')).toEqual([]);
    expect(rowsOf(document, '월별기록')).toHaveLength(1);
    expect(displayed(document, '월별기록')[1]).toContain('30,000');

    // A month later they fit. The rows of that month are recorded, and nothing is reported as damaged.
    document.sheets = document.sheets.filter((sheet) => sheet !== full);
    expect(close(document, MAY)).toMatchObject({ status: 'done', months: ['2024-04'] });
    expect(rowsOf(document, '월별내역').length).toBeGreaterThan(30_000);
    expect(codesOf(recalculate(document))).not.toContain('damaged-record');
    const compared = (months: string) => {
      const { result } = hostOf(document, { now: () => JUNE }).execute('compareWithMonth', [months]);
      return JSON.stringify(result);
    };
    expect(compared('2024-03')).toContain('2024년 3월의 내역이 바뀌었거나 없어');
    expect(compared('2024-04')).toContain('움직인 행이 없습니다');
  });

  it('that would fit after deleting blank cells: nothing is closed, and a message says which to delete', () => {
    const document = withCellsLeft(manyExecutions(30_000), 300_000);
    expect(close(document, NOW)).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('비어 있는 메모 탭 3~')],
    });
    expect(rowsOf(document, '월별기록')).toEqual([]);
  });
});

describe('the tabs that only grow', () => {
  it('have no more columns than they need', () => {
    const document = sampleDocument();
    hostOf(document).execute('closeMonth');
    const columns = ['월별기록', '월별내역', '처리이력', RUN_LOG].map((tab) => [
      tab,
      sheetNamed(document, tab).maxColumns -
        Math.max(...sheetNamed(document, tab).values.map((row) => row.length)),
    ]);
    expect(columns).toEqual([
      ['월별기록', 0],
      ['월별내역', 0],
      ['처리이력', 0],
      [RUN_LOG, 0],
    ]);
  });

  it('keep what a person has typed into one whose creation was broken off before it got its name', () => {
    const document = ledger();
    const broken = hostOf(document, {
      onCall: (_, name, phase) => {
        if (name === 'Sheet.setName' && phase === 'before') throw new ServiceError('broken off');
      },
    });
    expect(broken.execute('recalculateAll').error).not.toBeNull();
    const stray = document.sheets.find(({ metadata, name }) => metadata.length > 0 && name !== RUN_LOG);
    Object.assign(stray ?? {}, {
      maxColumns: 26,
      values: [[...Array(20).fill(null), '적은 글']],
    });
    recalculated(document);
    expect(JSON.stringify(document.sheets.map(({ values }) => values))).toContain('적은 글');
  });

  it('keep all their columns if an earlier version made them', () => {
    const document = ledger();
    recalculated(document);
    Object.assign(sheetNamed(document, '처리이력'), { maxColumns: 26 });
    recalculated(document);
    expect(sheetNamed(document, '처리이력').maxColumns).toBe(26);
  });
});

describe('a run that will probably exceed the time limit of the platform', () => {
  const timed = (seconds: number) => {
    const document = ledger();
    recalculated(document);
    const [headings = []] = displayed(document, RUN_LOG);
    const [, row = []] = sheetNamed(document, RUN_LOG).values;
    row[headings.indexOf('걸린 초')] = seconds;
    return document;
  };

  it('is announced before it reads a row, with what to do, and is tried all the same', () => {
    const document = timed(400);
    const told: string[] = [];
    const host = hostOf(document, {
      onCall: (_, name, phase) => {
        if (phase === 'before' && /toast|getValues/.test(name)) told.push(name);
      },
    });
    const execution = host.execute('recalculateAll');
    expect(execution.toasts[0]?.message).toMatch(/약 7분 걸릴 것으로 보입니다.*파일 > 사본 만들기/);
    // The one call before it reads the run log, which holds the duration of the last run.
    expect(told.indexOf('Spreadsheet.toast')).toBe(1);
    expect(runAnswer(execution).status).toBe('done');
    expect(displayedText(document, '점검')).toContain('약 7분 걸릴 것으로 보입니다');
  });

  it.each([
    [400, LEDGER.소통기록, true],
    [200, LEDGER.소통기록, false],
    [200, `${LEDGER.소통기록}${'\n2024. 3. 5. | 시장방문 | | |'.repeat(9)}`, true],
  ])('is announced after one of %i seconds, depending on the number of rows', (seconds, meetings, isTold) => {
    const document = timed(seconds);
    refill(document, '소통기록', meetings);
    expect(codesOf(recalculate(document)).includes('long-run')).toBe(isTold);
  });

  it('is not predicted from the duration of another kind of run', () => {
    expect(codesOf(recalculate(timed(400), null, 'recalculateMeetings'))).not.toContain('long-run');
  });
});
