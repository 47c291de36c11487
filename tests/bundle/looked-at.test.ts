/** 이 공약 보기: chooses the pledge whose detail tabs an office's book shows, from a row or in the sidebar. */
import { describe, expect, it } from 'vitest';
import type { CompareAnswer } from '../../src/app/months/compare-months.ts';
import type { SidebarAnswer } from '../../src/app/sidebar.ts';
import type { TraceAnswer } from '../../src/app/trace/trace.ts';
import { copyOf, type DocumentState, type MenuEntry } from '../../src/local/host/host.ts';
import { columnLetters } from '../../src/sheets/addresses.ts';
import {
  displayed,
  hostOf,
  lastRun,
  officeDocument,
  recalculated,
  sampleDocument,
} from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const DETAIL = ['요약', '소통누적', '건의현황', '예산현황'];

/** The office sample with results as of its date, computed once. */
let computed: DocumentState | null = null;
function computedOffice(): DocumentState {
  if (computed === null) {
    computed = officeDocument();
    recalculated(computed);
  }
  return copyOf(computed);
}

/** Presses 이 공약 보기 with a cell or row selected. */
function pressed(document: DocumentState, tab: string, selection: string) {
  document.activeSheetId = sheetNamed(document, tab).id;
  document.selection = selection;
  const host = hostOf(document);
  const { error, dialogs, toasts } = host.execute('lookAtSelectedPledge');
  if (error !== null) throw error;
  return { host, said: dialogs.map(({ message }) => message), toasts: toasts.map(({ message }) => message) };
}

describe('실적보고 of one pledge after another', () => {
  /** Vertical place and background of each cell of the report. */
  const looks = (document: DocumentState) =>
    sheetNamed(document, '실적보고')
      .styles.slice(0, 200)
      .map((row) =>
        [...row]
          .slice(0, 30)
          .map((style) => `${style?.verticalAlignment ?? ''} ${style?.background ?? ''}`)
          .join()
          .replace(/[\s,]+$/, ''),
      );
  const lookAt = (document: DocumentState, number: string) => {
    const { error } = hostOf(document).execute('lookAtPledge', [number], 'client');
    if (error !== null) throw error;
  };

  it('has the looks of a report that was written first, whether the one before was longer or shorter', () => {
    const document = computedOffice();
    for (const number of ['1-1', '2-2', '1-1']) {
      lookAt(document, number);
      const fresh = computedOffice();
      fresh.sheets = fresh.sheets.filter(({ name }) => name !== '실적보고');
      lookAt(fresh, number);
      const [found, expected] = [looks(document), looks(fresh)];
      // Below the report only the vertical place may differ: it shows in no blank cell.
      const isOfReport = (_: string, index: number) => index < sheetNamed(fresh, '실적보고').values.length;
      expect(found.filter(isOfReport), number).toEqual(expected.filter(isOfReport));
      const below = found.filter((_, index) => !isOfReport('', index));
      expect(
        below.filter((row) => row.includes('#') && !/^[\s,]*$|#ffffff/.test(row)),
        number,
      ).toEqual([]);
    }
  });
});

const titleOf = (document: DocumentState, tab: string) => displayed(document, tab)[0]?.[0];
const rowOf = (document: DocumentState, tab: string, text: string) =>
  displayed(document, tab).findIndex(([first = '']) => first === text || first.startsWith(`${text} `)) + 1;

describe('이 공약 보기', () => {
  it('is in the menu only of a book of several pledges, at once when it becomes one', () => {
    const captions = (entries: readonly MenuEntry[]): readonly string[] =>
      entries.flatMap((entry) => (entry.kind === 'item' ? [entry.caption] : []));
    const menuOf = (document: DocumentState) => {
      const host = hostOf(document, { answer: () => ({ button: 'OK', text: '여러 공약' }) });
      host.execute('onOpen', undefined, 'open');
      return { host, entries: () => captions(host.menus[0]?.entries ?? []) };
    };
    expect(menuOf(computedOffice()).entries()).toContain('이 공약 보기');
    const one = menuOf(ledger());
    expect(one.entries()).not.toContain('이 공약 보기');
    expect(one.host.execute('askForTabs').error).toBeNull();
    expect(one.entries()).toContain('이 공약 보기');
  });

  it('without a choice the detail tabs show the first pledge of the list', () => {
    const document = computedOffice();
    expect(DETAIL.map((tab) => titleOf(document, tab)?.includes('· 공약 1-1'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['총괄', '2-3', (row: number) => `C${row}`],
    ['공약목록', '2-3', (row: number) => `B${row}`],
    ['공약목록', '4-1', (row: number) => `${row}:${row}`],
  ])('on %s at %s: the detail tabs show that pledge, and their titles say so', (tab, number, selection) => {
    const document = computedOffice();
    const { host, said, toasts } = pressed(document, tab, selection(rowOf(document, tab, number)));
    expect(said).toEqual([]);
    expect(toasts.at(-1)).toMatch(new RegExp(`^공약 24건 · 평균 이행률 .*상세 탭은 공약 ${number} · 오류`));
    for (const each of DETAIL) expect(titleOf(document, each)).toMatch(new RegExp(` · 공약 ${number}$`));
    expect(displayed(document, '실적보고').flat().join(' ')).toContain(number);
    expect(lastRun(document)).toMatchObject({ 무엇을: '전체 다시 계산', 결과: '마침' });
    expect(host.document.sheets.find(({ id }) => id === document.activeSheetId)?.name).toBe('요약');
    // Later runs keep the choice.
    recalculated(document);
    expect(titleOf(document, '요약')).toMatch(new RegExp(` · 공약 ${number}$`));
    expect(host.execute('makeReport', ['2024-12-31']).error).toBeNull();
    expect(displayed(document, '실적보고').flat().join(' ')).toContain(number);
  });

  it('finds the row of a pledge in 총괄 after somebody has sorted the rows', () => {
    const document = computedOffice();
    const { values, styles } = sheetNamed(document, '총괄');
    const [first, last] = ['1-1', '4-1'].map((number) => rowOf(document, '총괄', number) - 1);
    if (first === undefined || last === undefined) throw new Error('no such rows');
    for (const cells of [values, styles] as unknown[][])
      [cells[first], cells[last]] = [cells[last], cells[first]];
    pressed(document, '총괄', `A${first + 1}`);
    expect(titleOf(document, '요약')).toMatch(/ · 공약 4-1$/);
  });

  it.each([
    [
      '총괄',
      'A1',
      '고른 줄에 공약이 없습니다. 총괄 탭 아래쪽의 공약별 표에서 공약의 줄을 고른 뒤에 누르세요.',
    ],
    [
      '공약목록',
      'A500',
      '고른 줄에 공약이 없습니다. 공약목록 탭에서 공약번호가 적힌 줄을 고른 뒤에 누르세요.',
    ],
    ['요약', 'B6', '총괄 탭의 공약별 표나 공약목록 탭에서 공약의 줄을 고른 뒤에 누르세요.'],
  ])('on %s at %s says what to select, and changes nothing', (tab, cell, message) => {
    const document = computedOffice();
    const before = copyOf(document);
    expect(pressed(document, tab, cell).said).toEqual([message]);
    expect({ ...document, activeSheetId: 0, selection: '' }).toEqual({
      ...before,
      activeSheetId: 0,
      selection: '',
    });
  });

  it('in a book of one pledge says how to keep several', () => {
    const document = sampleDocument();
    expect(pressed(document, '공약', 'A2').said).toEqual([
      expect.stringContaining('탭 더하기에서 여러 공약'),
    ]);
  });
});

describe('from the sidebar', () => {
  const lookedAt = (document: DocumentState, number: unknown) => {
    const { result, error } = hostOf(document).execute('lookAtPledge', [number], 'client');
    if (error !== null) throw error;
    // This type describes what the bundle's function returns.
    return result as SidebarAnswer;
  };

  it('the detail tabs show the pledge from then on, and so do trace and comparison', () => {
    const document = computedOffice();
    expect(lookedAt(document, '2-3')).toMatchObject({ status: 'done', messages: [] });
    expect(titleOf(document, '요약')).toMatch(/ · 공약 2-3$/);
    const host = hostOf(document);
    const firstTrace = (tab: string) => {
      const cells = sheetNamed(document, tab).values.flatMap((values, row) =>
        values.flatMap((value, column) =>
          typeof value === 'number' ? [`${columnLetters(column + 1)}${row + 1}`] : [],
        ),
      );
      for (const cell of cells) {
        const answer = host.execute('traceCell', [tab, cell]).result as TraceAnswer;
        if (answer.status === 'done') return answer;
      }
      return null;
    };
    expect(firstTrace('예산현황')).toMatchObject({ pledge: '2-3' });
    expect(firstTrace('총괄')).toMatchObject({ tab: '총괄' });
    expect(firstTrace('총괄')).not.toHaveProperty('pledge');
    host.execute('closeMonth');
    // This type describes what the bundle's function returns.
    const compared = host.execute('compareWithMonth', ['']).result as CompareAnswer;
    // Changed pledges come first, then the chosen one.
    expect(compared.status === 'done' ? compared.lines : compared.messages).toContainEqual(
      expect.stringMatching(/^공약 2-3 · /),
    );
  });

  it.each(['9-9', '', 7])(
    'a number that the list does not have (%j) is reported, and nothing changes',
    (number) => {
      const document = computedOffice();
      const answer = lookedAt(document, number);
      expect(answer.status).toBe('stopped');
      expect(answer.messages.join(' ')).toContain('공약목록 탭에 공약번호');
      recalculated(document);
      expect(titleOf(document, '요약')).toMatch(/ · 공약 1-1$/);
    },
  );

  it('the number is stored as the list spells it, however it was typed', () => {
    const document = computedOffice();
    lookedAt(document, '2－3');
    expect(document.documentProperties.get('pledge-ledger.pledge')).toBe('2-3');
  });
});
