/** 기준일을 정해 보고서 만들기 and 이 숫자의 근거 보기, as used from the menu. */
import { describe, expect, it } from 'vitest';
import type {
  Dialog,
  DialogAnswer,
  DocumentState,
  Execution,
  HostOptions,
} from '../../src/local/host/host.ts';
import { columnLetters } from '../../src/sheets/addresses.ts';
import {
  displayed,
  displayedText,
  hostOf,
  lastRun,
  RUN_LOG,
  recalculate,
  recalculated,
  sampleDocument,
} from '../support/running.ts';
import { hasSheet, ledger, sheetNamed } from '../support/workbooks.ts';

const TAB = '실적보고';

const typing =
  (text: string) =>
  ({ kind }: Dialog): DialogAnswer =>
    kind === 'prompt' ? { button: 'OK', text } : { button: 'OK' };

function askForReport(document: DocumentState, text: string, options: Partial<HostOptions> = {}): Execution {
  const execution = hostOf(document, { answer: typing(text), ...options }).execute('askForReport');
  if (execution.error !== null) throw execution.error;
  return execution;
}

const others = (document: DocumentState) =>
  document.sheets.filter(({ name }) => name !== TAB && name !== RUN_LOG);

describe('기준일을 정해 보고서 만들기', () => {
  it.each([
    ['blank: the end of last month', '', '2024.3월', '108회'],
    ['2023. 12. 31.', '2023. 12. 31.', '2023.12월', '91회'],
    ['2024-02-15', '2024-02-15', '2024.2.15.', '106회'],
  ])('%s', (_, typed, heading, cumulative) => {
    const document = sampleDocument();
    const { dialogs } = askForReport(document, typed);
    expect(dialogs).toEqual([
      {
        kind: 'prompt',
        title: '공약장부',
        message: expect.stringContaining('지난달 말일(2024. 3. 31.)'),
        buttons: 'OK_CANCEL',
      },
    ]);
    const text = displayedText(document, TAB);
    expect(text).toContain(`${heading} 기준\n이행 현황`);
    expect(text).toContain(`실적 | ${cumulative}`);
    expect(lastRun(document)).toMatchObject({ 무엇을: '기준일을 정해 보고서 만들기', 결과: '마침' });
  });

  it.each(['2023-13-01', '내일'])('%s: says so, asks again, and writes nothing', (typed) => {
    const document = sampleDocument();
    const before = structuredClone(document);
    const { dialogs } = askForReport(document, typed);
    expect(dialogs.map(({ kind, message }) => `${kind}: ${message.split('\n')[0]}`)[1]).toBe(
      `prompt: '${typed}'은(는) 날짜로 읽을 수 없습니다. 2024. 3. 31.처럼 연·월·일을 적어 주세요.`,
    );
    expect(document).toEqual(before);
  });

  it.each(['CANCEL', 'CLOSE'] as const)('%s: nothing happens, and nothing more is asked', (button) => {
    const document = sampleDocument();
    const before = structuredClone(document);
    const { dialogs } = askForReport(document, '', { answer: () => ({ button, text: '2023. 12. 31.' }) });
    expect(dialogs).toHaveLength(1);
    expect(document).toEqual(before);
  });

  it('writes 실적보고 as of that date, and leaves the other tabs as they were', () => {
    const document = sampleDocument();
    recalculated(document);
    const before = structuredClone(document);
    askForReport(document, '2023. 12. 31.');
    expect(others(document)).toEqual(others(before));
    expect(displayedText(document, TAB)).not.toBe(displayedText(before, TAB));
  });

  it('changes nothing but the run log when repeated', () => {
    const document = sampleDocument();
    askForReport(document, '2023. 12. 31.');
    const first = structuredClone(document);
    askForReport(document, '2023. 12. 31.');
    expect(document.sheets.filter(({ name }) => name !== RUN_LOG)).toEqual(
      first.sheets.filter(({ name }) => name !== RUN_LOG),
    );
    expect(displayed(document, RUN_LOG)).toHaveLength(displayed(first, RUN_LOG).length + 1);
  });

  it.each([
    ['2024. 3. 31.', '2022. 12. 31.'],
    ['2022. 12. 31.', '2024. 3. 31.'],
    ['2024. 3. 31.', '2021. 12. 31.'],
  ])('as of %s and then of %s leaves nothing of the first', (first, second) => {
    const document = sampleDocument();
    askForReport(document, first);
    askForReport(document, second);
    const fresh = sampleDocument();
    askForReport(fresh, second);
    const sheet = sheetNamed(document, TAB);
    const expected = sheetNamed(fresh, TAB);
    expect(displayedText(document, TAB)).toBe(displayedText(fresh, TAB));
    expect(sheet.merges.map((area) => JSON.stringify(area)).sort()).toEqual(
      expected.merges.map((area) => JSON.stringify(area)).sort(),
    );
    const rows = expected.values.length;
    expect(sheet.styles.slice(0, rows)).toEqual(expected.styles.slice(0, rows));
    const looks = sheet.styles.slice(rows).flat();
    expect(looks.filter((style) => style?.borders !== undefined || style?.bold === true)).toEqual([]);
    expect(new Set(looks.map((style) => style?.background ?? '#ffffff'))).toEqual(
      new Set(looks.length === 0 ? [] : ['#ffffff']),
    );
    // Rows without an entry have the default height.
    const heights = ({ rowHeights }: typeof sheet) =>
      Array.from({ length: rows }, (_, row) => rowHeights.get(row + 1) ?? 21);
    expect(heights(sheet)).toEqual(heights(expected));
  });

  it('holds no lock while it asks, and takes it to write', () => {
    const document = sampleDocument();
    const names: string[] = [];
    let lockFree = false;
    const host = hostOf(document, {
      answer: () => {
        // Whoever else presses a button now is not kept waiting.
        host.holdLock()();
        lockFree = true;
        return { button: 'OK', text: '2023. 12. 31.' };
      },
      onCall: (_, name, phase) => {
        if (phase === 'before') names.push(name);
      },
    });
    expect(host.execute('askForReport').error).toBeNull();
    expect(lockFree).toBe(true);
    const order = names.filter((name) =>
      /^(Ui.prompt|Lock.tryLock|Range.setValues|Lock.releaseLock)$/.test(name),
    );
    expect([...new Set(order)]).toEqual(['Ui.prompt', 'Lock.tryLock', 'Range.setValues', 'Lock.releaseLock']);
    expect(order.filter((name) => name.startsWith('Lock.'))).toHaveLength(2);
    host.holdLock()();
  });

  it('says so and writes nothing while somebody else is computing', () => {
    const document = sampleDocument();
    const before = structuredClone(document);
    const host = hostOf(document, { answer: typing('') });
    host.holdLock();
    const { toasts } = host.execute('askForReport');
    expect(toasts.map(({ message }) => message)).toEqual([
      '다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.',
    ]);
    expect(document).toEqual(before);
  });

  it('전체 다시 계산 sets the report back to the date in the settings', () => {
    const document = sampleDocument();
    recalculated(document);
    const shown = displayedText(document, TAB);
    askForReport(document, '2022. 12. 31.');
    recalculated(document);
    expect(displayedText(document, TAB)).toBe(shown);
  });

  it('writes no report without the settings, and says why', () => {
    const document = ledger({ 공약: null });
    const { toasts } = askForReport(document, '');
    expect(hasSheet(document, TAB)).toBe(false);
    expect(toasts.map(({ message }) => message).join()).toContain("'공약' 탭이 없어");
  });
});

/** Presses 이 숫자의 근거 보기 with a cell selected. */
function showTrace(document: DocumentState, tab: string, cell: string) {
  document.activeSheetId = sheetNamed(document, tab).id;
  document.selection = cell;
  const names: string[] = [];
  const execution = hostOf(document, {
    onCall: (_, name, phase) => {
      if (phase === 'before') names.push(name);
    },
  }).execute('showSelectedTrace');
  if (execution.error !== null) throw execution.error;
  const shown = document.sheets.find(({ id }) => id === document.activeSheetId)?.name;
  return { alerts: execution.dialogs, shown, selection: document.selection, names };
}

/** The cell in this column of the row that begins with `row`, below the title of the block. */
function cellOf(document: DocumentState, tab: string, block: string, row: string, column: number): string {
  const rows = displayed(document, tab);
  const from = rows.findIndex(([first]) => first === block);
  const at = rows.findIndex(([first], index) => index > from && first === row);
  if (from < 0 || at < 0) throw new Error(`nothing is at ${block} > ${row}`);
  return `${columnLetters(column)}${at + 1}`;
}

describe('이 숫자의 근거 보기', () => {
  const document = sampleDocument();
  recalculated(document);

  it('lists the rows and their sum, and selects the rows in their tab', () => {
    const cell = cellOf(document, '소통누적', '분류별 실적', '시장방문', 5);
    const { alerts, shown, selection } = showTrace(document, '소통누적', cell);
    expect(shown).toBe('소통기록');
    expect(selection).toBe('A3:Z4,A39:Z39');
    expect(alerts).toEqual([
      {
        kind: 'alert',
        title: '공약장부',
        buttons: 'OK',
        message: [
          `소통누적 ${cell}의 근거`,
          '',
          '합: 2 (3행)',
          '소통기록 3행: 1  (2023 · 시장방문 · 인천시장 연두방문 · 약 200명)',
          '소통기록 4행: 0  (2023 · 시장방문 · 마을로 찾아온 인천시장 방문 · 약 70명)',
          '소통기록 39행: 1  (2024. 2월 · 시장방문 · 인천시장 연두방문 · 약 500명)',
        ].join('\n'),
      },
    ]);
  });

  it('of a rate shows both parts', () => {
    const cell = cellOf(document, '소통누적', '연도별 계획과 실적', '2022', 6);
    const [alert] = showTrace(document, '소통누적', cell).alerts;
    expect(alert?.message).toContain('19% = 39회 ÷ 200회');
    expect(alert?.message).toContain('분자: 39회 (1행)\n소통기록 2행: 39회');
    expect(alert?.message).toContain('분모: 200회 (1행)\n공약 7행: 200회');
  });

  it('of many rows lists the first, and says how many more there are', () => {
    const cell = cellOf(document, '소통누적', '연도별 계획과 실적', '기준일(2024. 3. 31.)', 5);
    const [alert] = showTrace(document, '소통누적', cell).alerts;
    const listed = alert?.message.match(/소통기록 \d+행/g) ?? [];
    const [, all = '0'] = /\((\d+)행\)/.exec(alert?.message ?? '') ?? [];
    expect(alert?.message).toContain(`… 그 밖에 ${Number(all) - listed.length}행`);
    expect(listed).toHaveLength(25);
  });

  it.each([
    ['a name', '소통누적', 'A1', '소통누적 탭의 A1 칸에는 행에서 센 숫자가 없습니다. 숫자 칸을 골라 주세요.'],
    [
      'an input tab',
      '소통기록',
      'E2',
      "'소통기록' 탭은 결과 탭이 아닙니다. 결과 탭의 숫자 칸을 골라 주세요.",
    ],
  ])('of %s says what to select, and keeps the selection', (_, tab, cell, message) => {
    const { alerts, shown, selection } = showTrace(document, tab, cell);
    expect(alerts.map((alert) => alert.message)).toEqual([message]);
    expect([shown, selection]).toEqual([tab, cell]);
  });

  it('takes no lock and writes nothing', () => {
    const before = structuredClone(document.sheets);
    const { names } = showTrace(document, '소통누적', 'B6');
    expect(names.filter((name) => name.startsWith('Lock.') || /^Range[.]set/.test(name))).toEqual([]);
    expect(document.sheets).toEqual(before);
  });

  it('says so if somebody else made the tab with the name of ours', () => {
    const other = ledger({ 소통누적: '내 것 | 1' });
    recalculate(other);
    expect(showTrace(other, '소통누적', 'B1').alerts.map(({ message }) => message)).toEqual([
      "공약장부가 계산한 '소통누적' 탭이 없습니다. 먼저 다시 계산해 주세요.",
    ]);
  });
});
