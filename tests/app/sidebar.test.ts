/** What the sidebar finds when it opens and when it asks again, and whether its figures are out of date. */
import { describe, expect, it } from 'vitest';
import { GLANCE_VERSION } from '../../src/app/glance/glance.ts';
import type { Environment } from '../../src/app/ports.ts';
import {
  glanceIn,
  recalculateForSidebar,
  reportForSidebar,
  sidebarFreshness,
  sidebarState,
} from '../../src/app/sidebar.ts';
import { LEDGER } from '../support/workbooks.ts';
import { memoryBook } from './memory-book.ts';

const book = (tabs: Readonly<Record<string, string>> = LEDGER) => memoryBook(tabs);

describe('the figures that were kept', () => {
  const ours = { version: GLANCE_VERSION, asOf: '2024-03-31' };
  it.each<[string, string | null, boolean]>([
    ['by this version', JSON.stringify(ours), true],
    ['by an earlier version', JSON.stringify({ ...ours, version: GLANCE_VERSION - 1 }), false],
    ['by a version that kept no number', '{"asOf":"2024-03-31"}', false],
    ['as nothing', 'null', false],
    ['as a text', '"7"', false],
    ['as a number', '7', false],
    ['never', null, false],
  ])('%s are read or not', (_, kept, isRead) => {
    expect(glanceIn(kept)).toEqual(isRead ? ours : null);
  });
});

describe('the state', () => {
  it.each<[string, Readonly<Record<string, string>>, boolean, readonly string[]]>([
    ['of a whole book', LEDGER, false, []],
    [
      'of an empty spreadsheet',
      { 시트1: '' },
      true,
      ['공약', '연차목표', '소통기록', '건의사항', '예산계획', '예산집행'],
    ],
    [
      'of a book with one tab, however its name is spelt',
      { '소통 기록': '' },
      false,
      ['공약', '연차목표', '건의사항', '예산계획', '예산집행'],
    ],
  ])('%s names the tabs that are missing', (_, tabs, isEmpty, missing) => {
    const { environment } = book(tabs);
    const { sheetIsEmpty, inputTabsMissing, today, lastMonthEnd, glance, unfinished } =
      sidebarState(environment);
    expect([sheetIsEmpty, inputTabsMissing]).toEqual([isEmpty, missing]);
    expect([today, lastMonthEnd, glance, unfinished]).toEqual(['2024-04-02', '2024-03-31', null, false]);
  });

  it('says whether a run broke off, until one ends', () => {
    const { environment, ...memory } = book();
    const failing: Environment = {
      ...environment,
      workbook: {
        ...environment.workbook,
        write: () => {
          throw new Error('끊겼습니다.');
        },
      },
    };
    expect(() => recalculateForSidebar(failing, null)).toThrow('끊겼습니다.');
    expect(sidebarState(environment).unfinished).toBe(true);
    expect(recalculateForSidebar(environment, null).state.unfinished).toBe(false);
    expect(memory.rowsOf('실행기록').map((row) => row.실행)).toEqual(['사이드바', '사이드바']);
  });
});

describe('the shown figures', () => {
  it('are old once another run has ended, and not those of their own run', () => {
    const { environment } = book();
    expect(sidebarFreshness(environment, '', false)).toEqual({
      isOld: false,
      inputsChanged: null,
      cells: 0,
    });
    const { state } = recalculateForSidebar(environment, null);
    const shown = state.glance?.lastRun.id ?? '';
    expect(sidebarFreshness(environment, shown, false).isOld).toBe(false);
    expect(sidebarFreshness(environment, '2024-04-01 09:00:00 전체 다시 계산', false).isOld).toBe(true);
    expect(sidebarFreshness(environment, '', false).isOld).toBe(true);
  });

  it('are those of other rows once somebody has typed, and before the first run', () => {
    const { environment, fill, tabs } = book();
    expect(sidebarFreshness(environment, '', true).inputsChanged).toBe(true);
    const cells = [...tabs.values()].reduce((sum, rows) => sum + rows.flat().length, 0);
    const { glance } = recalculateForSidebar(environment, null).state;
    const freshness = () => sidebarFreshness(environment, glance?.lastRun.id ?? '', true);
    expect(freshness()).toEqual({ isOld: false, inputsChanged: false, cells });
    fill('소통기록', `${LEDGER.소통기록}\n2024. 3. 9. | 시장방문 | | 4 |`);
    expect(freshness()).toEqual({ isOld: false, inputsChanged: true, cells: cells + 5 });
  });

  it('stay those of the other tabs where only a report was made', () => {
    const { environment } = book();
    recalculateForSidebar(environment, null);
    const report = reportForSidebar(environment, '2023-12-31');
    expect(report).toMatchObject({ status: 'done', messages: [], state: { glance: { asOf: '2024-03-31' } } });
    expect(reportForSidebar(environment, null)).toMatchObject({ status: 'stopped' });
    expect(reportForSidebar(environment, '언젠가').messages[0]).toContain("'언젠가'은(는) 날짜가 아닙니다");
  });
});

it('an answer says what could not be computed', () => {
  const { 소통기록: _, ...rest } = LEDGER;
  const { environment } = book(rest);
  const answer = recalculateForSidebar(environment, null);
  expect(answer.status).toBe('done');
  expect(answer.messages).toEqual([expect.stringContaining("'소통기록' 탭이 없어")]);
  expect(recalculateForSidebar(environment, 7)).toMatchObject({
    status: 'stopped',
    messages: [expect.stringContaining('기준일을 읽을 수 없습니다.')],
  });
});
