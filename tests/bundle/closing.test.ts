/**
 * Closing months in the real bundle: by trigger, from the menu, late, twice, and after somebody has edited
 * the past.
 */
import { describe, expect, it } from 'vitest';
import type { CloseAnswer } from '../../src/app/months/close-last-month.ts';
import type { CompareAnswer } from '../../src/app/months/compare-months.ts';
import type { DialogAnswer, DocumentState, Host } from '../../src/local/host/host.ts';
import {
  displayed,
  hostOf,
  lastRun,
  recalculated,
  rowsByHeading,
  runAnswer,
  sampleDocument,
} from '../support/running.ts';
import { LEDGER, ledger, refill, sheetNamed } from '../support/workbooks.ts';

const RECORDS = '월별기록';
const DETAILS = '월별내역';
const HISTORY = '처리이력';

/** A spreadsheet whose clock and typed answers the test sets. */
function office(document: DocumentState, time = '2024-04-03T07:10:00+09:00') {
  let now = new Date(time);
  const typed: string[] = [];
  const answer = (): DialogAnswer => ({ button: 'OK', text: typed.shift() ?? '' });
  const host = hostOf(document, { now: () => now, answer });
  return {
    host,
    document,
    setClock: (text: string) => {
      now = new Date(text);
    },
    type: (...texts: string[]) => typed.push(...texts),
  };
}

function closed(host: Host): CloseAnswer {
  const { result, error } = host.execute('closeMonth');
  if (error !== null) throw error;
  // This type describes what the bundle's function returns.
  return result as CloseAnswer;
}

describe('the monthly trigger', () => {
  it('is turned on from the menu, closes the previous month, and writes one row', () => {
    const { host, document, setClock, type } = office(ledger());
    type('3일 7시 총무팀');
    expect(host.execute('askForMonthlyRun').dialogs.at(-1)?.message).toContain(
      '다음 실행은 2024. 5. 3. 7시~8시',
    );
    setClock('2024-05-03T07:25:00+09:00');
    const [trigger] = host.triggers;
    const { error, dialogs, toasts } = host.fireTrigger(trigger?.id ?? '');
    expect([error, dialogs, toasts]).toEqual([null, [], []]);
    expect(rowsByHeading(document, RECORDS)).toMatchObject([
      { 월: '2024-04', 기준일: '2024-04-30', 구분: '', '이행률(%)': '3', '건의 합계': '3' },
    ]);
    expect(lastRun(document)).toMatchObject({
      무엇을: '지난달 마감',
      실행: '자동',
      기준일: '2024-04-30',
      결과: '마침, 월별기록에 2024년 4월 적음',
    });
    expect(displayed(document, '요약')[1]?.[0]).toBe('기준일 2024. 4. 30.');
    expect(host.execute('askForMonthlyRun').dialogs[0]?.message).toContain(
      '마지막 결과: 2024. 5. 3. 월별기록에 2024년 4월을 적었습니다.',
    );
  });

  it('adds nothing if it fires twice in a month', () => {
    const { host, document, type } = office(ledger());
    type('3일 7시 총무팀');
    host.execute('askForMonthlyRun');
    const id = host.triggers[0]?.id ?? '';
    host.fireTrigger(id);
    const before = [RECORDS, DETAILS, HISTORY].map((tab) =>
      structuredClone(sheetNamed(document, tab).values),
    );
    expect(host.fireTrigger(id).error).toBeNull();
    expect([RECORDS, DETAILS, HISTORY].map((tab) => sheetNamed(document, tab).values)).toEqual(before);
  });

  it.each([
    ['a missing heading', { 소통기록: '일자 | 딴것\n2024. 3. 5. | 시장방문' }, '분류'],
    [
      'a tab of somebody else in the way',
      { 월별기록: '내 것 | 1' },
      '월별기록 탭이 공약장부가 만든 것이 아니어서',
    ],
  ])(
    'with %s fails with an exception, so that Google sends its mail, and closes nothing',
    (_, changes, reason) => {
      const { host, document, type } = office(ledger(changes));
      type('3일 7시 총무팀');
      host.execute('askForMonthlyRun');
      const { error } = host.fireTrigger(host.triggers[0]?.id ?? '');
      expect(error?.message).toContain(reason);
      expect(lastRun(document)).toMatchObject({ 실행: '자동', 결과: expect.stringContaining(reason) });
      expect(document.sheets.filter(({ name }) => name === DETAILS)).toEqual([]);
      expect(host.execute('askForMonthlyRun').dialogs[0]?.message).toContain(
        '마지막 결과: 2024. 4. 3. 실패:',
      );
    },
  );

  it('takes the month from the time zone of the spreadsheet', () => {
    const document = ledger({}, { timeZone: 'America/New_York' });
    // 1 April in Seoul is still 31 March in New York.
    expect(closed(office(document, '2024-04-01T09:00:00+09:00').host)).toMatchObject({ months: ['2024-02'] });
  });
});

describe('months that were missed', () => {
  it('are closed by the next run, each as of its own end and marked as late', () => {
    const { host, document, setClock } = office(ledger(), '2023-12-05T09:00:00+09:00');
    expect(closed(host)).toMatchObject({ months: ['2023-11'] });
    setClock('2024-04-03T09:00:00+09:00');
    expect(closed(host)).toMatchObject({
      months: ['2023-12', '2024-01', '2024-02', '2024-03'],
      message: expect.stringContaining(
        '월별기록에 2023년 12월, 2024년 1월, 2024년 2월, 2024년 3월을 적었습니다.',
      ),
    });
    expect(
      rowsByHeading(document, RECORDS).map((row) => [
        row.월,
        row.기준일,
        row.구분,
        /=(\d+)/.exec(row.지표 ?? '')?.[1] ?? '',
        row['건의 합계'],
      ]),
    ).toEqual([
      ['2023-11', '2023-11-30', '', '5', '2'],
      ['2023-12', '2023-12-31', '나중에 적음', '5', '2'],
      ['2024-01', '2024-01-31', '나중에 적음', '5', '3'],
      ['2024-02', '2024-02-29', '나중에 적음', '5', '3'],
      ['2024-03', '2024-03-31', '', '6', '3'],
    ]);
    expect(closed(host)).toMatchObject({
      months: [],
      message: expect.stringContaining('이미 월별기록에 있습니다'),
    });
  });

  it('cost the same number of calls as one month', () => {
    const callsFor = (from: string) => {
      const { host, setClock } = office(ledger(), from);
      closed(host);
      setClock('2024-04-03T09:00:00+09:00');
      // Formats the tabs in advance.
      host.execute('recalculateAll', ['2024-03-31']);
      return host.execute('closeMonth').calls.transfers;
    };
    expect(callsFor('2023-06-05T09:00:00+09:00')).toBe(callsFor('2024-03-05T09:00:00+09:00'));
  });
});

describe('a closed month', () => {
  it('stays as it was written, and an edit of the past is reported with both values', () => {
    const { host, document, setClock } = office(ledger());
    closed(host);
    const frozen = structuredClone([sheetNamed(document, RECORDS), sheetNamed(document, DETAILS)]);
    refill(
      document,
      '소통기록',
      LEDGER.소통기록.replace('2023. 4. 5. | 구청장 차담회 | | 3 |', '2023. 4. 5. | 구청장 차담회 | | 30 |'),
    );
    setClock('2024-04-20T09:00:00+09:00');
    const { findings } = recalculated(document);
    expect([sheetNamed(document, RECORDS), sheetNamed(document, DETAILS)]).toEqual(frozen);
    expect(findings.filter(({ code }) => code === 'past-month-changed')).toMatchObject([
      {
        severity: 'warning',
        tab: RECORDS,
        message: expect.stringMatching(/2024년 3월 기록의 누적 소통은 6인데.*33입니다/),
      },
    ]);
  });

  it('of the sample has the figures of the official sheet as of 31 March 2024', () => {
    const document = sampleDocument();
    closed(office(document).host);
    expect(rowsByHeading(document, RECORDS)).toMatchObject([
      {
        월: '2024-03',
        지표: '구민과의 소통 횟수 (누적)=108회/200(54%)[소통]',
        '이행률(%)': '54',
        '건의 합계': '606',
        '예산 집행액(원)': '5,700,000',
        '예산 집행률(%)': '21.1',
      },
    ]);
  });

  it('that somebody has changed by hand is reported and not used', () => {
    const { host, document } = office(ledger());
    closed(host);
    const sheet = sheetNamed(document, RECORDS);
    const [headings = [], row = []] = sheet.values;
    row[headings.indexOf('이행률(%)')] = 60;
    const { findings } = recalculated(document);
    expect(findings.filter(({ code }) => code === 'damaged-record')).toHaveLength(1);
    expect(findings.filter(({ code }) => code === 'past-month-changed')).toEqual([]);
  });

  it.each([
    ['a figure', '이행률(%)', 60],
    ['a fingerprint that can no longer be read', '내역 지문', '지움'],
    ['which month it is', '월', '지난달'],
  ])(
    'in which somebody has changed %s keeps the next month from being closed until that is settled',
    (_, heading, value) => {
      const { host, document, setClock } = office(ledger());
      closed(host);
      const sheet = sheetNamed(document, RECORDS);
      const [headings = [], row = []] = sheet.values;
      const column = headings.indexOf(heading);
      const was = row[column] ?? null;
      row[column] = value;
      setClock('2024-05-03T09:00:00+09:00');
      expect(closed(host)).toMatchObject({
        status: 'stopped',
        messages: [
          expect.stringContaining('탭의 행이 없어졌거나 바뀌어 마감하지 않았습니다'),
          expect.anything(),
        ],
      });
      expect(rowsByHeading(document, RECORDS)).toHaveLength(1);
      row[column] = was;
      expect(closed(host)).toMatchObject({ months: ['2024-04'] });
      expect(rowsByHeading(document, RECORDS).map((record) => record.월)).toEqual(['2024-03', '2024-04']);
    },
  );

  it('that no longer says which month it is keeps any other from being closed, even after 이 기록으로 이어가기', () => {
    const { host, document, setClock } = office(ledger());
    closed(host);
    const [headings = [], row = []] = sheetNamed(document, RECORDS).values;
    row[headings.indexOf('월')] = '지난달';
    host.execute('askToContinueRecords');
    setClock('2024-05-03T09:00:00+09:00');
    expect(closed(host)).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('어느 달인지 읽을 수 없는 행이 있어'), expect.anything()],
    });
    expect(rowsByHeading(document, RECORDS)).toHaveLength(1);
  });
});

describe('지난달과 비교', () => {
  const compared = (host: Host, months: string): CompareAnswer => {
    const { result, error } = host.execute('compareWithMonth', [months], 'client');
    if (error !== null) throw error;
    // As above.
    return result as CompareAnswer;
  };

  it('names the rows that changed the figures: added, dated back, changed and removed', () => {
    const { host, document, setClock } = office(
      ledger({ 공약: LEDGER.공약.replace('기준일 | 2024. 3. 31.', '') }),
    );
    closed(host);
    setClock('2024-04-20T09:00:00+09:00');
    refill(
      document,
      '소통기록',
      `일자 | 분류 | 내용 | 횟수 | 참석인원
      2023. 4. 5. | 구청장 차담회 | | 5 |
      2024. 3. 5. | 시장방문 | | |
      2024. 2. 1. | 시장방문 | 늦게 적음 | |
      2024. 4. 9. | 시장방문 | | |`,
    );
    const answer = compared(host, '');
    if (answer.status !== 'done') throw new Error(answer.messages.join(' '));
    expect(answer.month).toBe('2024-03');
    expect(answer.lines.join('\n')).toMatchInlineSnapshot(`
      "2024년 3월 기록(2024. 3. 31. 기준) → 지금(2024. 4. 20. 기준)

      누적 소통: 6회 → 8회 (+2회)
      이행률: 3% → 4% (+1%p)

      그사이의 날짜로 늘어난 행 1행
      · 소통기록 5행: 2024. 4. 9. 시장방문 1회 [누적 소통 +1회]
      지난 날짜로 늦게 들어온 행 1행
      · 소통기록 4행: 2024. 2. 1. 시장방문 1회 [누적 소통 +1회]
      바뀐 행 1행
      · 소통기록 2행: 2023. 4. 5. 구청장 차담회 3회 → 2023. 4. 5. 구청장 차담회 5회 [누적 소통 +2회]
      없어진 행 1행
      · 소통기록 2행: 2022. 9. 1. 시장방문 2회 [누적 소통 -2회]"
    `);
    expect(answer.rows.map(({ tab, row }) => `${tab} ${row}`).toSorted()).toEqual([
      '소통기록 2',
      '소통기록 2',
      '소통기록 4',
      '소통기록 5',
    ]);
  });

  it.each([
    ['2024-02 2024-03', 'done', /^2024년 2월 기록.*→ 2024년 3월 기록/],
    ['2024-03 2024-02', 'done', /^2024년 2월 기록.*→ 2024년 3월 기록/],
    ['2024. 3', 'done', /^2024년 3월 기록.*→ 지금/],
    ['24.2 24.3', 'done', /^2024년 2월 기록.*→ 2024년 3월 기록/],
    ['2월 3월', 'done', /^2024년 2월 기록.*→ 2024년 3월 기록/],
    ["'24년 2월부터 3월까지", 'done', /^2024년 2월 기록.*→ 2024년 3월 기록/],
    ['3월', 'done', /^2024년 3월 기록.*→ 지금/],
    ['12월', 'stopped', /^2023년 12월의 월별기록이 없습니다/],
    ['4월', 'stopped', /^2023년 4월의 월별기록이 없습니다/],
    ['2023. 12월 1월', 'stopped', /^2023년 12월의/],
    ['2024-02-15', 'stopped', /달을 읽을 수 없습니다/],
    ['2024-02 회의', 'stopped', /달을 읽을 수 없습니다/],
    ['2024-01', 'stopped', /^2024년 1월의 월별기록이 없습니다. 적힌 달은 2024년 2월, 2024년 3월입니다.$/],
    ['2024-13', 'stopped', /달을 읽을 수 없습니다/],
    ['지난달', 'stopped', /달을 읽을 수 없습니다/],
  ])('of %s: %s', (months, status, text) => {
    const { host, setClock } = office(ledger(), '2024-03-04T09:00:00+09:00');
    closed(host);
    setClock('2024-04-03T09:00:00+09:00');
    closed(host);
    const answer = compared(host, months);
    expect(answer.status).toBe(status);
    expect(answer.status === 'done' ? answer.lines[0] : answer.messages[0]).toMatch(text);
  });

  it.each([
    ['2024-02 2024-03', '2024-02'],
    ['2024-03 2024-02', '2024-02'],
    ['2024-03', '2024-03'],
    // Now is the same as 2024-03.
    ['', '2024-02'],
  ])('of %s is the comparison of %s, the earlier of its months', (months, month) => {
    const { host, setClock } = office(ledger(), '2024-03-04T09:00:00+09:00');
    closed(host);
    setClock('2024-04-03T09:00:00+09:00');
    closed(host);
    expect(compared(host, months)).toMatchObject({ status: 'done', month });
  });

  it('asks again, and says why, until a month can be compared', () => {
    const { host, setClock, type } = office(ledger(), '2024-03-04T09:00:00+09:00');
    closed(host);
    setClock('2024-04-03T09:00:00+09:00');
    type('지난달', '2023-01', '24.2');
    const asked = host.execute('askForComparison');
    expect(asked.dialogs.map(({ message }) => message.split('\n')[0])).toEqual([
      expect.stringMatching(/^어느 달과/),
      expect.stringMatching(/^'지난달'에서 달을 읽을 수 없습니다/),
      expect.stringMatching(/^2023년 1월의 월별기록이 없습니다/),
      expect.stringMatching(/^2024년 2월 기록/),
    ]);
  });

  it('says how to close a month if none is closed', () => {
    const { host } = office(ledger());
    expect(compared(host, '')).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('월별기록이 아직 없습니다')],
    });
    expect(host.execute('askForComparison').dialogs.at(-1)?.message).toContain('월별기록이 아직 없습니다');
  });
});

describe('the handling status of a suggestion at a past date', () => {
  const withStatus = (status: string, handled: string) =>
    LEDGER.건의사항.replace('공원과 | 추진중 | |', `공원과 | ${status} | ${handled} |`);
  const statusesAt = (host: Host, asOf: string) => {
    const answer = runAnswer(host.execute('recalculateAll', [asOf]));
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    const sources = answer.result.suggestions?.sources ?? [];
    return sources.find(({ source }) => source.startsWith('2024'))?.statuses;
  };

  it.each([
    ['with its day of handling', '2024. 4. 2.', '2024-04-01', { 추진중: 1 }],
    ['without one: it changed when it was first seen so', '', '2024-04-02', { 추진중: 1 }],
    ['from the day on which it was handled', '2024. 4. 2.', '2024-04-02', { 완료: 1 }],
  ])('is known from then on, %s', (_, handled, asOf, statuses) => {
    const { host, document, setClock } = office(ledger());
    host.execute('recalculateAll');
    setClock('2024-04-10T09:00:00+09:00');
    refill(document, '건의사항', withStatus('완료', handled));
    host.execute('recalculateAll');
    expect(rowsByHeading(document, HISTORY).at(-1)).toMatchObject({
      '적은 날': '2024-04-10',
      '접수번호(없으면 내용 지문)': '2',
      '전 처리상황': '추진중',
      '새 처리상황': '완료',
    });
    expect(statusesAt(host, asOf)).toEqual(statuses);
  });

  it('is unknown if no run saw the suggestion before it was handled', () => {
    const { host } = office(ledger({ 건의사항: withStatus('완료', '2024. 4. 2.') }));
    expect(statusesAt(host, '2024-04-01')).toEqual({ '기준일 당시 미상': 1 });
  });

  it('needs at most three more calls for 10,000 changed suggestions', () => {
    const suggestions = (status: string) =>
      [
        '접수번호 | 접수일 | 출처 | 처리상황',
        ...Array.from(
          { length: 10_000 },
          (_, index) => `${index + 1} | 2024. 1. 9. | 동 연두방문 | ${status}`,
        ),
      ].join('\n');
    const { host, document } = office(ledger({ 건의사항: suggestions('추진중') }));
    host.execute('recalculateAll');
    refill(document, '건의사항', suggestions('추진중'));
    const unchanged = host.execute('recalculateAll').calls.transfers;
    refill(document, '건의사항', suggestions('검토중'));
    const changed = host.execute('recalculateAll').calls.transfers;
    expect(rowsByHeading(document, HISTORY)).toHaveLength(20_000);
    // Reading the history takes one call in either case. The others append to it and store its end.
    expect(changed - unchanged).toBeLessThanOrEqual(3);
  });
});
