/**
 * Months of an office's book: one row for each month and pledge, undone together, compared one pledge at a
 * time.
 */
import { describe, expect, it } from 'vitest';
import type { CloseAnswer } from '../../src/app/months/close-last-month.ts';
import type { CompareAnswer } from '../../src/app/months/compare-months.ts';
import type { DialogAnswer, DocumentState, Host } from '../../src/local/host/host.ts';
import { hostOf, recalculated, rowsByHeading } from '../support/running.ts';
import { LEDGER, refill, sheetNamed, workbook } from '../support/workbooks.ts';

const RECORDS = '월별기록';
const HISTORY = '처리이력';

const OFFICE = {
  공약: `
    항목 | 값
    시작연도 | 2022
    종료연도 | 2026`,
  공약목록: `
    공약번호 | 공약명 | 담당부서 | 집계 | 지표단위 | 최종목표
    1-6 | 소통 | 자치과 | | | 200
    1-7 | 쉼터 | 복지과 | 누적 | 개소 | 40`,
  연차목표: `
    공약번호 | 연도 | 누적목표
    1-6 | 2024 | 90
    1-7 | 2024 | 20`,
  소통기록: `
    공약번호 | 일자 | 분류 | 횟수
    1-6 | 2024. 1. 9. | 시장방문 | 20`,
  실적기록: `
    공약번호 | 일자 | 값
    1-7 | 2024. 2. 9. | 10`,
  건의사항: `
    공약번호 | 접수번호 | 접수일 | 출처 | 처리상황
    1-6 | 1 | 2024. 1. 9. | 동 연두방문 | 추진중
    1-7 | 1 | 2024. 1. 9. | 동 연두방문 | 완료`,
  예산계획: `
    공약번호 | 연도 | 재원 | 금액(백만원)
    1-6 | 2024 | 구 | 6`,
  예산집행: `
    공약번호 | 집행일 | 재원 | 금액(원)
    1-6 | 2024. 1. 20. | 구 | 3000000`,
};

/** A spreadsheet whose clock and typed answers the test sets. */
function clocked(document: DocumentState, time: string) {
  let now = new Date(time);
  const typed: string[] = [];
  const answer = (): DialogAnswer => ({ button: 'OK', text: typed.shift() ?? '' });
  return {
    host: hostOf(document, { now: () => now, answer }),
    setClock: (text: string) => {
      now = new Date(text);
    },
    type: (text: string) => typed.push(text),
  };
}

const officeIn = (time: string) => {
  const document = workbook(OFFICE);
  return { document, ...clocked(document, time) };
};

/** What a function of the bundle returns. `Answer` is the return type of its source. */
function answered<Answer>(host: Host, name: string, given: readonly unknown[] = []): Answer {
  const { result, error } = host.execute(name, [...given]);
  if (error !== null) throw error;
  return result as Answer;
}

const closed = (host: Host) => answered<CloseAnswer>(host, 'closeMonth');
const recorded = (document: DocumentState) =>
  rowsByHeading(document, RECORDS).map((row) => [row.월, row.공약번호, row.구분, row['이행률(%)']]);

describe('a month of an office', () => {
  it('shows its first figure on a screen of 1280 pixels', () => {
    const { document, host } = officeIn('2024-02-02T01:00:00Z');
    closed(host);
    const { values, columnWidths } = sheetNamed(document, RECORDS);
    const rate = values[0]?.indexOf('이행률(%)') ?? 0;
    const widths = Array.from({ length: rate + 1 }, (_, index) => columnWidths.get(index + 1) ?? 100);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(1200);
  });

  it('is closed with a row for each pledge, of its own figures', () => {
    const { host, document } = officeIn('2024-03-04T09:00:00+09:00');
    expect(closed(host)).toMatchObject({ months: ['2024-02'] });
    expect(recorded(document)).toEqual([
      ['2024-02', '1-6', '', '10'],
      ['2024-02', '1-7', '', '25'],
    ]);
    expect(rowsByHeading(document, RECORDS).map((row) => [row['건의 합계'], row['예산 집행액(원)']])).toEqual(
      [
        ['1', '3,000,000'],
        ['1', ''],
      ],
    );
    expect(closed(host)).toMatchObject({
      months: [],
      message: expect.stringContaining('이미 월별기록에 있습니다'),
    });
    expect(recorded(document)).toHaveLength(2);
    expect(recalculated(document, '2024-02-29').findings.filter(({ tab }) => tab.startsWith('월별'))).toEqual(
      [],
    );
  });

  it('is closed late for all pledges, as of its own end, if it was missed', () => {
    const { host, document, setClock } = officeIn('2024-02-04T09:00:00+09:00');
    closed(host);
    setClock('2024-04-04T09:00:00+09:00');
    expect(closed(host)).toMatchObject({ months: ['2024-02', '2024-03'] });
    expect(recorded(document)).toEqual([
      ['2024-01', '1-6', '', '10'],
      ['2024-01', '1-7', '', '0'],
      ['2024-02', '1-6', '나중에 적음', '10'],
      ['2024-02', '1-7', '나중에 적음', '25'],
      ['2024-03', '1-6', '', '10'],
      ['2024-03', '1-7', '', '25'],
    ]);
  });

  it('takes the same number of service calls for many pledges as for few', () => {
    const transfers = (list: string) => {
      const document = workbook({ ...OFFICE, 공약목록: list });
      const { host, setClock } = clocked(document, '2024-02-04T09:00:00+09:00');
      closed(host);
      setClock('2024-03-04T09:00:00+09:00');
      host.execute('recalculateAll', ['2024-02-29']);
      return host.execute('closeMonth').calls.transfers;
    };
    const more = Array.from(
      { length: 20 },
      (_, at) => `2-${at + 1} | 공약 ${at} | 복지과 | 누적 | 개소 | 40`,
    );
    expect(transfers([OFFICE.공약목록, ...more].join('\n'))).toBe(transfers(OFFICE.공약목록));
  });

  it('is undone for all pledges at once, and closed again with the figures of today', () => {
    const { host, document, setClock } = officeIn('2024-02-04T09:00:00+09:00');
    closed(host);
    setClock('2024-03-04T09:00:00+09:00');
    closed(host);
    refill(document, '실적기록', `${OFFICE.실적기록}\n1-7 | 2024. 2. 20. | 10`);
    host.execute('askForUndo');
    expect(recorded(document).map(([month, pledge, kind]) => [month, pledge, kind])).toEqual([
      ['2024-01', '1-6', ''],
      ['2024-01', '1-7', ''],
      ['2024-02', '1-6', ''],
      ['2024-02', '1-7', ''],
      ['2024-02', '1-6', '마감 취소'],
      ['2024-02', '1-7', '마감 취소'],
    ]);
    expect(closed(host)).toMatchObject({ months: ['2024-02'] });
    expect(recorded(document).slice(6)).toEqual([
      ['2024-02', '1-6', '', '10'],
      ['2024-02', '1-7', '', '50'],
    ]);
  });

  it('is compared for the chosen pledge', () => {
    const { host, document } = officeIn('2024-03-04T09:00:00+09:00');
    closed(host);
    refill(document, '실적기록', `${OFFICE.실적기록}\n1-7 | 2024. 3. 2. | 10`);
    document.documentProperties.set('pledge-ledger.pledge', '1-7');
    const { lines, rows } = answered<Extract<CompareAnswer, { status: 'done' }>>(host, 'compareWithMonth', [
      '2024-02',
    ]);
    expect(lines.slice(0, 8)).toEqual([
      '평균 이행률: 17% → 30% (+13%p)',
      '이행구분: 공약 수가 그대로입니다.',
      expect.stringMatching(/^투자계획: .* \(그대로\)$/),
      '집행액: 3,000,000원 (그대로)',
      '공약 2건 가운데 1건의 이행률이나 이행구분이 달라졌습니다.',
      '· 1-7 쉼터: 이행률 25% → 50%',
      '아래는 지금 보는 공약의 행입니다. 다른 공약의 까닭은 그 공약에서 이 공약 보기를 누른 뒤에 봅니다.',
      '',
    ]);
    expect(lines[8]).toContain('공약 1-7 · 2024년 2월 기록');
    expect(rows.map(({ tab, row }) => [tab, row])).toEqual([['실적기록', 3]]);
  });

  it('is, right after it is closed and without a month asked for, compared with the one before', () => {
    const { host, document, setClock } = officeIn('2024-02-04T09:00:00+09:00');
    const compared = () =>
      answered<Extract<CompareAnswer, { status: 'done' }>>(host, 'compareWithMonth', ['']);
    closed(host);
    // There is no month before.
    expect(compared().lines.join('\n')).toContain('1월 기록(2024. 1. 31. 기준) → 지금(');
    setClock('2024-03-04T09:00:00+09:00');
    closed(host);
    const { month, lines } = compared();
    expect(month).toBe('2024-01');
    expect(lines[0]).toBe(
      '지금은 마지막으로 적힌 2024년 2월과 같습니다. 그래서 2024년 1월과 2024년 2월의 기록을 비교했습니다.',
    );
    expect(lines.join('\n')).toContain('· 1-7 쉼터: 이행률 0% → 25%');
    expect(lines.join('\n')).toContain(
      '2024년 1월 기록(2024. 1. 31. 기준) → 2024년 2월 기록(2024. 2. 29. 기준)',
    );
    // Another pledge than the one that is looked at moved: now is not that month any more.
    refill(document, '실적기록', `${OFFICE.실적기록}\n1-7 | 2024. 3. 2. | 10`);
    expect(compared().month).toBe('2024-02');
    expect(compared().lines.join('\n')).toContain('→ 지금(');
  });

  it('is, without a month asked for, compared with now if only the unit of an indicator changed since', () => {
    const { host, document, setClock } = officeIn('2024-02-04T09:00:00+09:00');
    closed(host);
    setClock('2024-03-04T09:00:00+09:00');
    closed(host);
    document.documentProperties.set('pledge-ledger.pledge', '1-7');
    refill(document, '공약목록', OFFICE.공약목록.replace('개소', '명'));
    const { month, lines } = answered<Extract<CompareAnswer, { status: 'done' }>>(host, 'compareWithMonth', [
      '',
    ]);
    expect(month).toBe('2024-02');
    expect(lines.join('\n')).toContain('집계와 단위가 앞에서는 누적(개소), 뒤에서는 누적(명)입니다.');
  });
});

describe('which side of a comparison of an office comes first', () => {
  const [january, february] = ['2024년 1월 기록', '2024년 2월 기록'];
  const MOVED = '· 1-7 쉼터: 이행률 0% → 25%';

  it.each([
    { asked: '2024-01 2024-02', asOf: '', from: january, to: february, moves: MOVED },
    { asked: '2024-02 2024-01', asOf: '', from: january, to: february, moves: MOVED },
    { asked: '2024-01', asOf: '2024. 2. 29.', from: january, to: '지금', moves: MOVED },
    // The settings say an as-of date before the month that it is compared with.
    { asked: '2024-02', asOf: '2024. 1. 31.', from: '지금', to: february, moves: MOVED },
  ])('of $asked, computed now as of $asOf: $from', ({ asked, asOf, from, to, moves }) => {
    const { host, document, setClock } = officeIn('2024-02-04T09:00:00+09:00');
    closed(host);
    setClock('2024-03-04T09:00:00+09:00');
    closed(host);
    refill(document, '공약', `${OFFICE.공약}\n기준일 | ${asOf}`);
    const { lines } = answered<Extract<CompareAnswer, { status: 'done' }>>(host, 'compareWithMonth', [asked]);
    expect(lines[0]).toMatch(/^평균 이행률: \d+% → \d+% \(\+\d+%p\)$/);
    expect(lines[5]).toBe(moves);
    expect(lines.find((line) => line.includes(' → ') && line.startsWith('공약 1-6'))).toMatch(
      new RegExp(`^공약 1-6 · ${from}.* → ${to}`),
    );
  });
});

describe('a book that becomes an office’s', () => {
  it('keeps the months and the history of its former pledge', () => {
    const document = workbook({ ...LEDGER });
    const { host, setClock } = clocked(document, '2024-03-04T09:00:00+09:00');
    closed(host);
    const months = rowsByHeading(document, RECORDS);
    const before = rowsByHeading(document, HISTORY).length;
    answered(host, 'addMoreTabs', ['여러 공약']);
    setClock('2024-04-04T09:00:00+09:00');
    expect(closed(host)).toMatchObject({ months: ['2024-03'] });
    expect(rowsByHeading(document, RECORDS).slice(0, months.length)).toEqual(months);
    expect(recorded(document).map(([month, pledge]) => [month, pledge])).toEqual([
      ['2024-02', '1-6'],
      ['2024-03', '1-6'],
    ]);
    expect(rowsByHeading(document, HISTORY)).toHaveLength(before);
    // Of three rows one is new since February. The two others are recognised although their records have no
    // pledge number.
    expect(rowsByHeading(document, '월별내역').filter((row) => row.월 === '2024-03')).toHaveLength(1);
    const compared = answered<Extract<CompareAnswer, { status: 'done' }>>(host, 'compareWithMonth', [
      '2024-02 2024-03',
    ]);
    expect(compared.rows.map(({ tab, row }) => [tab, row])).toEqual([['소통기록', 4]]);
    expect(recalculated(document).findings.filter(({ tab }) => tab.startsWith('월별'))).toEqual([]);
    refill(
      document,
      '건의사항',
      '공약번호 | 접수번호 | 접수일 | 출처 | 처리상황 | 처리일\n1-6 | 1 | 2023. 2. 1. | 동 연두방문 | 완료 | 2023. 3. 1.\n1-6 | 2 | 2024. 1. 9. | 동 연두방문 | 완료 | 2024. 4. 3.',
    );
    setClock('2024-04-10T09:00:00+09:00');
    host.execute('recalculateAll');
    const added = rowsByHeading(document, HISTORY).slice(before);
    expect(added.map((row) => Object.values(row).join(' '))).toEqual([expect.stringContaining('[1-6] 2')]);
    expect(sheetNamed(document, RECORDS).values.length).toBeGreaterThan(2);
  });
});

describe('a month that was closed before the book became an office’s', () => {
  const SETTINGS = LEDGER.공약.replace('    공약번호 | 1-6\n', '');
  const numbered = (number: string) => (number === '' ? SETTINGS : `${SETTINGS}\n공약번호 | ${number}`);
  const SECOND = '2-1 | 도서관 | 문화과 | 누적 | 관 | 3';

  /** Closes February under a number or without one, and turns the book into an office's under another. */
  function turned(before: string, after: string) {
    const document = workbook({ ...LEDGER, 공약: numbered(before) });
    const { host, setClock } = clocked(document, '2024-03-04T09:00:00+09:00');
    closed(host);
    refill(document, '공약', numbered(after));
    const { made } = answered<{ made: readonly string[] }>(host, 'addMoreTabs', ['여러 공약']);
    expect(made).toEqual(['공약목록']);
    const list = sheetNamed(document, '공약목록');
    const row = list.values[1] ?? [];
    const [headings = []] = list.values;
    const [, ...others] = SECOND.split(' | ');
    list.values.push(['2-1', ...headings.slice(1).map((_, at) => others[at] ?? '')]);
    list.styles.push([]);
    sheetNamed(document, '소통기록').values.push(['2024. 3. 20.', '시장방문', '', 4, '', after]);
    setClock('2024-04-04T09:00:00+09:00');
    return { document, host, setClock, row };
  }

  const compare = (host: Host, asked: string) => answered<CompareAnswer>(host, 'compareWithMonth', [asked]);

  it.each([
    { before: '', after: '1-6' },
    { before: '1-5', after: '1-6' },
    { before: '1.6', after: '1-6' },
    // Now the second pledge has the number that the first had.
    { before: '2-1', after: '1-6' },
  ])("under '$before', by the pledge that has '$after' now, is compared as its own", ({ before, after }) => {
    const { document, host } = turned(before, after);
    const now = compare(host, '2024-02');
    expect(now).toMatchObject({ status: 'done', month: '2024-02' });
    expect(now.status === 'done' && now.lines).toContain(
      `공약 ${after} · 2024년 2월 기록(2024. 2. 29. 기준) → 지금(2024. 3. 31. 기준)`,
    );
    expect(now.status === 'done' && now.rows.map(({ tab, row }) => [tab, row])).toEqual([
      ['소통기록', 4],
      ['소통기록', 5],
    ]);
    // The next month goes on from it: of all rows, only what is new is written again.
    expect(closed(host)).toMatchObject({ months: ['2024-03'] });
    expect(rowsByHeading(document, '월별내역').filter((row) => row.월 === '2024-03')).toHaveLength(2);
    expect(compare(host, '2024-02 2024-03')).toMatchObject({ status: 'done', month: '2024-02' });
    expect(recalculated(document).findings.filter(({ tab }) => tab.startsWith('월별'))).toEqual([]);
  });

  it('is found by its number, however it was spelt, where 공약 has no number any more', () => {
    const { document, host } = turned('1.6', '1-6');
    refill(document, '공약', SETTINGS);
    expect(compare(host, '2024-02')).toMatchObject({ status: 'done', month: '2024-02' });
  });

  it('is taken back and closed again', () => {
    const { document, host } = turned('1-5', '1-6');
    host.execute('askForUndo');
    expect(recorded(document).map(([month, pledge, kind]) => [month, pledge, kind])).toEqual([
      ['2024-02', '1-5', ''],
      ['2024-02', '1-5', '마감 취소'],
    ]);
    expect(closed(host)).toMatchObject({ months: ['2024-02', '2024-03'] });
    expect(compare(host, '2024-02 2024-03')).toMatchObject({ status: 'done', month: '2024-02' });
  });

  it('goes on with a quiet month after it, which has no rows of its own', () => {
    const document = workbook({ ...LEDGER, 공약: numbered('1-5') });
    const { host, setClock } = clocked(document, '2024-05-03T09:00:00+09:00');
    closed(host);
    setClock('2024-06-03T09:00:00+09:00');
    closed(host);
    expect(rowsByHeading(document, '월별내역').filter((row) => row.월 === '2024-05')).toEqual([]);
    refill(document, '공약', numbered('1-6'));
    answered(host, 'addMoreTabs', ['여러 공약']);
    expect(compare(host, '2024-04 2024-05')).toMatchObject({ status: 'done', rows: [] });
  });

  it('is left alone, and said to be, where nobody can tell which pledge it is about', () => {
    const { document, host, row } = turned('', '1-6');
    row[0] = '2-3';
    const { values } = sheetNamed(document, '소통기록');
    for (const cells of values.slice(1)) cells[5] = '2-3';
    expect(compare(host, '2024-02')).toEqual({
      status: 'stopped',
      asksAgain: true,
      messages: [
        '2024년 2월의 월별기록이 없습니다. 2024년 2월에 공약번호 없이 적힌 기록이 있지만 어느 공약의 것인지 알 수 없어 비교하지 않았습니다. 여러 공약으로 바꾸기 전의 기록이면 공약 탭의 공약번호에 그 공약의 지금 번호를 적고 다시 해 주세요.',
      ],
    });
    refill(document, '공약', numbered('2-3'));
    expect(compare(host, '2024-02')).toMatchObject({ status: 'done', month: '2024-02' });
  });
});
