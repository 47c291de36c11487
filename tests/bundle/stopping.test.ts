import { beforeAll, describe, expect, it } from 'vitest';
import { copyOf, type DocumentState, type HostOptions, ServiceError } from '../../src/local/host/host.ts';
import {
  displayedText,
  hostOf,
  lastRun,
  RESULT_TABS,
  recalculate,
  recalculated,
  runAnswer,
  stopMessages,
} from '../support/running.ts';
import { hasSheet, LEDGER, ledger, sheetNamed, withoutHeading } from '../support/workbooks.ts';

const CLASSIFICATION = '종류 | 이름 | 별칭\n소통 | 시장방문 | 시장 방문\n소통 | 구청장 차담회 |';
const TABS: Readonly<Record<string, string>> = { ...LEDGER, 분류: CLASSIFICATION };

const ALL = '요약 소통누적 건의현황 예산현황 실적보고';

/** Missing tab | missing heading (blank: the whole tab) | tabs that cannot be written without it. */
const MISSING = `
  공약     |                | ${ALL}
  연차목표 |                | 소통누적
  소통기록 |                | 소통누적
  건의사항 |                | 건의현황
  예산계획 |                | 예산현황
  예산집행 |                | 예산현황
  공약     | 항목           | ${ALL}
  공약     | 값             | ${ALL}
  연차목표 | 연도           | 소통누적
  연차목표 | 누적목표       | 소통누적
  소통기록 | 일자           | 소통누적
  소통기록 | 분류           | 소통누적
  건의사항 | 접수일         | 건의현황
  건의사항 | 출처           | 건의현황
  예산계획 | 연도           | 예산현황
  예산계획 | 재원           | 예산현황
  예산계획 | 금액(백만원)   | 예산현황
  예산집행 | 집행일         | 예산현황
  예산집행 | 재원           | 예산현황
  예산집행 | 금액(원)       | 예산현황
  분류     | 종류           | 소통누적 건의현황
  분류     | 이름           | 소통누적 건의현황
`
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [tab = '', heading = '', unwritten = ''] = line.split('|').map((cell) => cell.trim());
    return { tab, heading, unwritten: unwritten.split(' ') };
  });

/** The ledger without a tab (if no heading is given), or with one heading replaced by an unknown one. */
function ledgerWithout(tab: string, heading: string): DocumentState {
  const changed = heading === '' ? null : withoutHeading(TABS[tab] ?? '', heading);
  return ledger({ 분류: CLASSIFICATION, [tab]: changed });
}

/** The result without this tab or heading. Computed once for several tests. */
function recalculatedWithout(tab: string, heading: string) {
  const missing = `${tab} ${heading}`;
  const known = withoutSomething.get(missing);
  if (known !== undefined) return known;
  const document = ledgerWithout(tab, heading);
  const made = { document, answer: recalculate(document) };
  withoutSomething.set(missing, made);
  return made;
}

const withoutSomething = new Map<
  string,
  { readonly document: DocumentState; readonly answer: ReturnType<typeof recalculate> }
>();

describe('a tab or a heading that is missing', () => {
  const before = ledger({ 분류: CLASSIFICATION });
  beforeAll(() => {
    recalculated(before, '2023-12-31');
  });

  it.each(MISSING)(
    '$tab $heading: what needs it is not made, and the rest is',
    ({ tab, heading, unwritten }) => {
      const { document } = recalculatedWithout(tab, heading);
      expect(RESULT_TABS.filter((name) => !hasSheet(document, name))).toEqual(unwritten);
    },
  );

  it.each(MISSING)(
    '$tab $heading: the old content stays, and none of it is half new',
    ({ tab, heading, unwritten }) => {
      const document = copyOf(before);
      const broken = ledgerWithout(tab, heading).sheets.find(({ name }) => name === tab);
      document.sheets = document.sheets.flatMap((sheet) => {
        if (sheet.name !== tab) return [sheet];
        return broken === undefined ? [] : [{ ...broken, id: sheet.id }];
      });
      recalculate(document, '2024-03-31');
      for (const name of RESULT_TABS) {
        if (unwritten.includes(name)) expect(sheetNamed(document, name)).toEqual(sheetNamed(before, name));
        else expect(displayedText(document, name)).not.toBe(displayedText(before, name));
      }
    },
  );

  it.each(MISSING)('$tab $heading: 점검, the answer and the run log name it', ({ tab, heading }) => {
    const { document, answer } = recalculatedWithout(tab, heading);
    const sentence = heading === '' ? `'${tab}' 탭이 없어` : `'${heading}' 제목이 없어`;
    const said = answer.status === 'stopped' ? answer.messages : answer.missing;
    expect(said).toEqual([expect.stringContaining(sentence)]);
    expect(answer.status).toBe(tab === '공약' ? 'stopped' : 'done');
    expect(displayedText(document, '점검')).toContain(sentence);
    expect(lastRun(document)).toMatchObject({
      기준일: tab === '공약' ? '' : '2024-03-31',
      결과: expect.stringContaining(sentence),
    });
    expect(lastRun(document).결과).toMatch(tab === '공약' ? /^계산하지 못함: / : /^일부만 계산함: /);
  });

  it('요약 says of each part whether it was computed', () => {
    const document = ledgerWithout('소통기록', '');
    recalculate(document);
    const summary = displayedText(document, '요약');
    expect(summary).toContain(
      '소통 누적과 이행률 (회)\n필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.',
    );
    expect(summary).toContain('합계 | 3');
  });
});

describe('a 기준일 that is no date', () => {
  it.each(['작년 말', '2024', '2024. 2. 30.', '2024. 3월', '0'])(
    '%s in the settings: nothing is computed',
    (typed) => {
      const document = ledger({ 공약: LEDGER.공약.replace('2024. 3. 31.', typed) });
      const messages = stopMessages(recalculate(document));
      expect(messages).toEqual([expect.stringMatching(`^공약 탭 B7: '${typed}'.*[.]$`)]);
      expect(RESULT_TABS.filter((tab) => hasSheet(document, tab))).toEqual(['점검']);
      expect(lastRun(document)).toMatchObject({ 기준일: '', 결과: `계산하지 못함: ${messages.join('')}` });
    },
  );

  it('in the settings does not matter if another date was asked for', () => {
    const document = ledger({ 공약: LEDGER.공약.replace('2024. 3. 31.', '작년 말') });
    expect(recalculated(document, '2023-12-31').asOf).toBe('2023-12-31');
  });

  it.each(['2024-02-30', '2024-3-31', '20240331', '어제', ''])(
    '%s asked for: nothing is written',
    (asked) => {
      const document = ledger();
      const before = structuredClone(document);
      const execution = hostOf(document).execute('recalculateAll', [asked]);
      const message = `기준일 '${asked}'은(는) 날짜가 아닙니다. 2024-03-31처럼 적어 주세요.`;
      expect(stopMessages(runAnswer(execution))).toEqual([message]);
      expect(execution.toasts.map((toast) => toast.message)).toEqual([message]);
      expect(document).toEqual(before);
    },
  );

  it('left blank is today, by the time zone of the spreadsheet', () => {
    const changes = { 공약: LEDGER.공약.replace('기준일 | 2024. 3. 31.', '기준일 |') };
    expect(recalculated(ledger(changes)).asOf).toBe('2024-04-02');
    expect(recalculated(ledger(changes, { timeZone: 'Pacific/Honolulu' })).asOf).toBe('2024-04-01');
  });
});

const LOCKING = [
  'recalculateAll',
  'recalculateMeetings',
  'recalculateSuggestions',
  'recalculateBudget',
  'fillSampleData',
  'closeMonth',
];

const BUSY = '다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.';

describe('while somebody else is computing', () => {
  it.each(LOCKING)('%s says so in one sentence and writes nothing', (functionName) => {
    const document = ledger();
    const before = structuredClone(document);
    const host = hostOf(document);
    const release = host.holdLock();
    const busy = host.execute(functionName);
    expect(busy.result).toEqual({ status: 'stopped', messages: [BUSY] });
    expect(busy.toasts.map(({ message }) => message)).toEqual([BUSY]);
    expect(document).toEqual(before);
    release();
    host.execute(functionName);
    expect(isLockFree(host)).toBe(true);
  });

  it.each<{ functionName: string; args: readonly unknown[] }>([
    { functionName: 'makeReport', args: ['2024-03-31'] },
    { functionName: 'setUpSheets', args: [] },
    { functionName: 'addMoreTabs', args: ['1'] },
    { functionName: 'undoLastClosing', args: ['2024-03'] },
    { functionName: 'goOnWithRecords', args: [''] },
    { functionName: 'setMonthlyRun', args: [3, 7, '총무팀'] },
    { functionName: 'stopMonthlyRun', args: [] },
    { functionName: 'addNameFromSidebar', args: ['소통', '체육대회', null, null] },
  ])('$functionName answers with the same sentence', ({ functionName, args }) => {
    const document = ledger();
    const before = structuredClone(document);
    const host = hostOf(document);
    host.holdLock();
    expect(host.execute(functionName, args).result).toEqual({ status: 'stopped', messages: [BUSY] });
    expect(document).toEqual(before);
  });
});

describe('a second person in the middle of a run', () => {
  it('is told at once, nothing is written twice, and the first run completes', () => {
    const document = ledger();
    const answers: unknown[] = [];
    const host = hostOf(document, {
      user: 'first',
      onCall: (_, name, phase) => {
        // The colleague clicks while the first result is being written.
        if (name === 'Range.setValues' && phase === 'after' && answers.length === 0) {
          answers.push(null);
          const { result } = host.as('second').execute('recalculateAll', [], 'client');
          answers.push(result);
        }
      },
    });
    expect(runAnswer(host.execute('recalculateAll')).status).toBe('done');
    expect(answers[1]).toMatchObject({
      status: 'stopped',
      messages: [BUSY],
    });
    const alone = ledger();
    recalculated(alone);
    for (const tab of [...RESULT_TABS, '실행기록', '처리이력']) {
      expect(displayedText(document, tab), tab).toBe(displayedText(alone, tab));
    }
  });
});

describe('a dialog', () => {
  const asking = [
    'askForReport',
    'askForSetUp',
    'askForSample',
    'askForComparison',
    'askForMonthlyRun',
    'showSelectedTrace',
    'showAbout',
  ];

  it.each(asking)('of %s never holds the lock', (functionName) => {
    const document = ledger();
    recalculated(document);
    const typed = ['3일 7시 총무팀'];
    let host = hostOf(document);
    let asked = 0;
    host = hostOf(document, {
      answer: () => {
        asked += 1;
        // It would throw where the lock is held.
        host.holdLock()();
        return { button: 'OK', text: functionName === 'askForMonthlyRun' ? (typed[asked - 1] ?? '') : '' };
      },
    });
    const { error } = host.execute(functionName);
    expect(error).toBeNull();
    expect(asked).toBeGreaterThan(0);
  });
});

function isLockFree(host: ReturnType<typeof hostOf>): boolean {
  host.holdLock()();
  return true;
}

/**
 * Records the service calls, which show how often the script itself releases the lock. The platform would
 * release it only at the end of the execution.
 */
function watched(document: DocumentState, failAt: number | null = null) {
  const names: string[] = [];
  const onCall: HostOptions['onCall'] = (number, name, phase) => {
    if (phase === 'before') names.push(name);
    if (phase === 'before' && number === failAt) throw new ServiceError('Service Spreadsheets timed out');
  };
  return { host: hostOf(document, { onCall }), names };
}

describe('the lock', () => {
  it.each([
    ['a recalculation that succeeds', ledger(), []],
    ['one that can do a part only', ledger({ 건의사항: null }), []],
    ['one that must stop', ledger({ 공약: null }), []],
    ['one for no date', ledger(), ['어제']],
  ])('is released by %s', (_, document, given) => {
    const { host, names } = watched(document);
    host.execute('recalculateAll', given);
    const taken = names.filter((name) => name === 'Lock.tryLock').length;
    expect(names.filter((name) => name === 'Lock.releaseLock')).toHaveLength(taken);
    expect(isLockFree(host)).toBe(true);
  });

  it('is taken before the first cell is read, and released after everything is sent', () => {
    const { host, names } = watched(ledger());
    host.execute('recalculateAll');
    expect(names.indexOf('Lock.tryLock')).toBeLessThan(names.indexOf('Range.getValues'));
    expect(
      names.slice(names.lastIndexOf('SpreadsheetApp.flush')).filter((name) => name.startsWith('Range.')),
    ).toEqual([]);
    expect(names.indexOf('Lock.releaseLock')).toBeGreaterThan(names.indexOf('SpreadsheetApp.flush'));
  });
});
