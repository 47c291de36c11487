/** A closing that is refused in part: what is said, what stands in the records, and how the next goes on. */
import { describe, expect, it } from 'vitest';
import { closeLastMonth } from '../../../src/app/months/close-last-month.ts';
import { compareMonths } from '../../../src/app/months/compare-months.ts';
import { recalculate } from '../../../src/app/recalculate.ts';
import type { OutputTab } from '../../../src/sheets/output/tabs.ts';
import { LEDGER } from '../../support/workbooks.ts';
import { memoryBook } from '../memory-book.ts';

const RECORDS = '월별기록';
const ROWS = '월별내역';
const HISTORY = '처리이력';

describe('a month is', () => {
  it.each<[string, readonly OutputTab[], string, readonly [months: number, rows: number, history: number]]>([
    ['closed', [], '월별기록에 2024년 3월을 적었습니다.', [1, 6, 2]],
    [
      'not closed where 월별기록 refuses its row: rows behind it count only once a record names them',
      ['monthlyRecords'],
      '그래서 2024년 3월을 월별기록에 적지 않았습니다.',
      [0, 6, 2],
    ],
    [
      'not closed where 월별내역 refuses the rows behind it',
      ['monthlyRows'],
      '그래서 2024년 3월을 월별기록에 적지 않았습니다.',
      [0, 0, 2],
    ],
    [
      'closed where only 처리이력 refuses its rows',
      ['statusHistory'],
      '월별기록에 2024년 3월을 적었습니다.',
      [1, 6, 0],
    ],
    [
      'closed where only 실행기록 refuses its line',
      ['runLog'],
      '월별기록에 2024년 3월을 적었습니다.',
      [1, 6, 2],
    ],
  ])('%s', (_, refusing, said, [months, rows, history]) => {
    const book = memoryBook(LEDGER);
    for (const tab of refusing) book.refusing.add(tab);
    const answer = closeLastMonth(book.environment, 'menu');
    const text = answer.status === 'done' ? answer.message : answer.messages.join(' ');
    expect(answer.status).toBe(months === 1 ? 'done' : 'stopped');
    expect(text).toContain(said);
    // The reason is the platform's own.
    expect(text.includes('보호된 범위입니다.')).toBe(refusing.length > 0);
    expect(book.toasts.at(-1)).toBe(text);
    expect([RECORDS, ROWS, HISTORY].map((tab) => book.rowsOf(tab).length)).toEqual([months, rows, history]);
    // What the result tabs show was computed all the same. Those that list findings are written again.
    expect(book.tabs.get('요약')?.length).toBeGreaterThan(5);
    const again = refusing.length > 0 ? ['summary', 'audit'] : undefined;
    expect(book.plans[1]?.grids.map(({ tab }) => tab)).toEqual(again);
    expect(JSON.stringify(book.tabs.get('점검')).includes('보호된 범위입니다.')).toBe(refusing.length > 0);
    // Without a line in 실행기록, no tab can look up there that it is finished.
    expect(book.plans.map(({ unfinished }) => unfinished === null)).toEqual(
      book.plans.map(() => refusing.includes('runLog')),
    );

    book.refusing.clear();
    const next = closeLastMonth(book.environment, 'menu');
    expect(next).toMatchObject({ status: 'done', months: months === 1 ? [] : ['2024-03'] });
    expect(book.rowsOf(RECORDS).map((row) => row.월)).toEqual(['2024-03']);
    expect(book.rowsOf(HISTORY)).toHaveLength(2);
    book.setToday('2024-05-02');
    expect(closeLastMonth(book.environment, 'menu')).toMatchObject({ status: 'done', months: ['2024-04'] });
    expect(book.rowsOf(RECORDS).map((row) => row['내역 행'])).toEqual([6, 0]);

    // Rows that an attempt left behind belong to no month.
    book.fill('소통기록', `${LEDGER.소통기록}\n2024. 3. 9. | 시장방문 | | 4 |`);
    book.setToday('2024-06-02');
    const answered = recalculate(book.environment, 'all', null);
    if (answered.status === 'stopped') throw new Error(answered.messages.join(' '));
    expect(answered.result.findings.filter(({ code }) => code.includes('record'))).toEqual([]);
    const compared = compareMonths(book.environment, '2024-03');
    expect(compared).toMatchObject({ status: 'done', rows: [{ tab: '소통기록', row: 5 }] });
  });
});

describe('a month is closed without the rows behind it', () => {
  it('where time runs out, and everybody who may miss them is told', () => {
    const book = memoryBook(LEDGER);
    book.pace = 400_000;
    const answer = closeLastMonth(book.environment, 'menu');
    expect(answer).toMatchObject({ status: 'done', months: ['2024-03'] });
    const told = '행이 너무 많아 내역은 월별내역에 남기지 못했습니다. 숫자는 기록되었고';
    expect(book.toasts.at(-1)).toContain(`2024년 3월을 적었습니다. ${told}`);
    expect(book.rowsOf('실행기록').map((row) => row.결과)).toEqual([
      expect.stringContaining(`마침, 월별기록에 2024년 3월 적음 (${told}`),
    ]);
    expect([RECORDS, ROWS].map((tab) => book.rowsOf(tab).length)).toEqual([1, 0]);
  });
});

describe('no month is closed', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['without the headings of 공약', { ...LEDGER, 공약: '이름 | 번호' }, '공약 탭'],
    [
      'while a tab is missing',
      { ...LEDGER, 소통기록: '' },
      '그래서 2024년 3월을 월별기록에 적지 않았습니다.',
    ],
    [
      'of a list without a pledge',
      { ...LEDGER, 공약목록: '공약번호 | 공약명' },
      '공약목록 탭에 읽을 수 있는 공약이 없어',
    ],
    [
      'before anything is typed',
      Object.fromEntries(
        Object.entries(LEDGER).map(([tab, text]) => [
          tab,
          tab === '공약' ? text : (text.trim().split('\n')[0] ?? ''),
        ]),
      ),
      '아직 적은 것이 없어 마감하지 않았습니다.',
    ],
  ])('%s', (_, tabs, said) => {
    const book = memoryBook(tabs);
    const answer = closeLastMonth(book.environment, 'menu');
    expect(answer.status).toBe('stopped');
    expect(book.toasts.at(-1)).toContain(said);
    expect([RECORDS, ROWS].map((tab) => book.rowsOf(tab).length)).toEqual([0, 0]);
    // 점검 says why all the same.
    expect(book.tabs.get('점검')?.length).toBeGreaterThan(3);
  });
});
