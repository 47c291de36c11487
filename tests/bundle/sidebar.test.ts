/** What the bundle answers to the sidebar. tests/browser tests the page itself. */
import { describe, expect, it } from 'vitest';
import type { Glance } from '../../src/app/glance/glance.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import { createDocument } from '../../src/local/host/host.ts';
import { PHONE } from '../samples/load-messy.ts';
import { displayed, hostOf, recalculate, recalculated, sampleDocument } from '../support/running.ts';
import {
  computedIn,
  filledIn,
  glanceOf,
  jumpedIn,
  lookedIn,
  reportedIn,
  stateOf,
  tracedIn,
} from '../support/sidebar.ts';
import { LEDGER, ledger, refill, sheetNamed } from '../support/workbooks.ts';

function glanceAfter(document: DocumentState, asOf: string | null = null): Glance {
  recalculate(document, asOf);
  return glanceOf(hostOf(document));
}

describe('the sample at a glance', () => {
  const march = glanceAfter(sampleDocument(), '2024-03-31');

  it.each<[string, (glance: Glance) => unknown, unknown]>([
    ['as of', ({ asOf }) => asOf, '2024-03-31'],
    ['pledge', ({ pledge, indicators }) => [pledge.number, indicators[0]?.unit], ['1-6', '회']],
    ['rate', ({ implementation }) => implementation.rate, { percent: 54, text: '54%' }],
    ['held of target', ({ indicators }) => [indicators[0]?.value.value, indicators[0]?.target], [108, 200]],
    ['class', ({ implementation }) => implementation.status, { name: '정상추진', chosen: false }],
    [
      'the plan that is due',
      ({ indicators }) => indicators[0]?.due,
      { year: 2023, planned: 50, rate: { percent: 25, text: '25%' }, outcome: 'reached', difference: 58 },
    ],
    [
      'the plan that is running',
      ({ indicators }) => indicators[0]?.running,
      { year: 2024, planned: 90, rate: { percent: 45, text: '45%' } },
    ],
    [
      'planned and held by year',
      ({ indicators }) => indicators[0]?.years.map(({ planned, value }) => [planned, value.value]),
      [
        [20, 39],
        [50, 91],
        [90, 108],
        [140, null],
        [200, null],
      ],
    ],
    [
      "this year's categories: a known zero is one of them, a blank is not",
      ({ categories }) => categories?.categories.map(({ name, held }) => `${name} ${held.value}`),
      ['시장방문 1', '동 연두방문 15', '구청장 차담회 0', '현장방문 0', '공감소통 정책간담회 1'],
    ],
    [
      'suggestions',
      ({ suggestions }) => suggestions?.statuses.map(({ name, count }) => `${name} ${count}`),
      ['완료 96', '추진중 32', '중장기추진 24', '검토중 7', '추진불가 25', '이송 19', '상태 없음 403'],
    ],
    [
      'their sources, the latest first',
      ({ suggestions }) => suggestions?.sources.map(({ name, total }) => `${name} ${total}`),
      [
        '2024년 인천시장 연두방문 5',
        '2024년 동 연두방문 186',
        '2023년 인천시장 방문 3',
        '2023년 인천시장 연두방문 14',
        '2023년 동 연두방문 186',
        '2022년 초도방문 212',
      ],
    ],
    [
      'budget',
      ({ budget }) => budget?.total,
      { planned: 27e6, executed: 5.7e6, balance: 21.3e6, rate: { percent: 21.1, text: '21.1%' } },
    ],
    [
      'the closed years',
      ({ budget }) => [budget?.closedYears?.from, budget?.closedYears?.to, budget?.closedYears?.rate.text],
      [2022, 2023, '63.3%'],
    ],
    [
      'this quarter',
      ({ quarter }) => quarter?.lines.map(({ name, held, standing }) => `${name} ${held.value} ${standing}`),
      ['시장방문 1 조기', '동 연두방문 15 적기', '구청장 차담회 0 누락', '정책간담회 1 적기'],
    ],
    [
      'what is needed',
      ({ indicators }) =>
        indicators[0]?.outlook.needs.map(
          ({ name, missing, perQuarter }) => `${name} ${missing} ${perQuarter}`,
        ),
      ['2025년 누적목표 32 5', '임기 끝(2026. 6. 30.) 92 11', '사업 끝(2026. 12. 31.) 92 9'],
    ],
    ['findings', ({ findings }) => findings.counts, { error: 0, warning: 0, notice: 12 }],
    [
      'the last run',
      ({ lastRun }) => [lastRun.when, lastRun.action, lastRun.startedBy, lastRun.rowsLeftOut],
      ['2024-04-02 10:00:00', '전체 다시 계산', 'menu', 0],
    ],
  ])('%s', (_, figure, expected) => {
    expect(figure(march)).toEqual(expected);
  });

  it('is behind its plan if fewer meetings were held than the last ended year required', () => {
    const behind = glanceAfter(ledger(), '2024-12-31').indicators[0]?.due;
    expect(behind).toMatchObject({ year: 2024, planned: 90, outcome: 'behind', difference: -84 });
  });

  it.each([
    ['소통기록', 'indicators', []],
    ['건의사항', 'suggestions', null],
    ['예산계획', 'budget', null],
  ] as const)('without %s has no %s, and the missing tab is named', (tab, part, none) => {
    const document = ledger({ [tab]: null });
    expect(glanceAfter(document)[part]).toEqual(none);
    expect(stateOf(hostOf(document)).inputTabsMissing).toEqual([tab]);
  });

  it('repeats no personal data', () => {
    const document = ledger({
      공약: LEDGER.공약.replace('공약명 | 소통', `공약명 | 소통 ${PHONE}`),
      소통기록: `${LEDGER.소통기록}
        2024. 3. 5. | ${PHONE} | | 1 |`,
      건의사항: `${LEDGER.건의사항}
        3 | 2024. 1. 9. | ${PHONE} | | | | |`,
    });
    recalculate(document);
    expect(JSON.stringify(stateOf(hostOf(document)))).not.toContain(PHONE);
    expect(JSON.stringify(stateOf(hostOf(document)))).toContain('●●●');
  });
});

describe('what is stored of the last run', () => {
  const long = (letter: string, number: number) => `${letter.repeat(300)}${number}`;
  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => row(index)).join('\n');
  const crowded = () =>
    ledger({
      공약: LEDGER.공약.replace('공약명 | 소통', `공약명 | ${long('힣', 0)}`),
      연차목표: `연도 | 누적목표\n${rows(60, (index) => `${1990 + index} | ${index}`)}`,
      추진일정: `세부추진사항 | 2024.1\n${rows(40, (index) => `${long('힣', index)} | ■`)}`,
      소통기록: `일자 | 분류 | 횟수\n${rows(60, (index) => `2024. 1. ${(index % 28) + 1}. | ${long('😀', index)} | ${index % 3 === 0 ? '힣힣' : 1}`)}`,
      건의사항: `접수일 | 출처 | 처리상황\n${rows(120, (index) => `2024. 1. 5. | ${long('힣', index)} | ${['완료', '추진중', '검토중', '모름'][index % 4]}`)}`,
    });

  it('stays below 60 KB, in properties below 9 KB, however many findings there are', () => {
    const document = crowded();
    const { calls } = hostOf(document).execute('recalculateAll');
    const sizes = [...document.documentProperties.values()].map((value) => Buffer.byteLength(value));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * 1024);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(20 * 1024);
    expect(Math.max(...sizes)).toBeLessThan(9000);
    expect(calls.byName).toMatchObject({ 'Properties.setProperties': 1 });
    const { suggestions, findings, categories } = glanceOf(hostOf(document));
    expect(suggestions?.sources).toHaveLength(20);
    expect(suggestions?.moreSources.count).toBe(70);
    expect((categories?.categories.length ?? 0) + (categories?.moreCategories ?? 0)).toBe(40);
    const told = findings.kinds.reduce((sum, { places, more }) => sum + places.length + more, 0);
    expect(told + findings.more).toBe(
      findings.counts.error + findings.counts.warning + findings.counts.notice,
    );
  });

  it('is nothing if a part of it is missing or of another run', () => {
    const document = sampleDocument();
    recalculated(document);
    const keys = [...document.documentProperties.keys()].filter((key) => key.includes('glance'));
    expect(keys.length).toBeGreaterThan(3);
    expect(stateOf(hostOf(document)).glance).not.toBeNull();
    for (const key of keys) {
      const broken = structuredClone(document);
      broken.documentProperties.set(key, 'x');
      expect(stateOf(hostOf(broken)).glance, key).toBeNull();
      broken.documentProperties.delete(key);
      expect(stateOf(hostOf(broken)).glance, key).toBeNull();
    }
  });

  it('is of the last full or partial run, not of a report and not of a run that stopped', () => {
    const document = sampleDocument();
    const host = hostOf(document);
    recalculated(document, '2024-03-31');
    const before = glanceOf(host);
    expect(reportedIn(host, '2022-12-31')).toMatchObject({ status: 'done', messages: [] });
    expect(displayed(document, '실적보고').flat().join()).toContain('2022.12월 기준');
    expect(glanceOf(host)).toEqual(before);
    refill(document, '소통기록', '일자 | 분류 | 횟수\n2024. 1. 5. | 시장방문 | 7');
    host.execute('recalculateMeetings');
    expect(glanceOf(host)).toMatchObject({
      indicators: [{ value: { value: 7 } }],
      lastRun: { action: '소통 누적 다시 계산' },
    });
    expect(computedIn(host, '어제')).toMatchObject({ status: 'stopped' });
    expect(glanceOf(host).indicators[0]?.value.value).toBe(7);
  });
});

describe('the sidebar learns', () => {
  it('that a spreadsheet is empty, and can fill it and compute it', () => {
    const host = hostOf(createDocument());
    expect(stateOf(host)).toMatchObject({
      glance: null,
      sheetIsEmpty: true,
      today: '2024-04-02',
      lastMonthEnd: '2024-03-31',
    });
    expect(filledIn(host)).toMatchObject({ status: 'done', state: { sheetIsEmpty: false, glance: null } });
    expect(computedIn(host)).toMatchObject({
      status: 'done',
      messages: [],
      state: { glance: { asOf: '2024-03-31', lastRun: { startedBy: 'sidebar' } } },
    });
    expect(filledIn(host)).toMatchObject({ status: 'stopped' });
  });

  it('which tabs are missing, whatever spaces the names of the others have', () => {
    const document = ledger({ 예산집행: null });
    sheetNamed(document, '소통기록').name = ' 소통기록 ';
    expect(stateOf(hostOf(document))).toMatchObject({ sheetIsEmpty: false, inputTabsMissing: ['예산집행'] });
  });

  it('all of this without any input tab being read', () => {
    const document = ledger();
    recalculated(document);
    const { calls } = hostOf(document).execute('sidebarState', [], 'client');
    // The one read is of the run log, which shows whether a run was broken off.
    expect(calls.byName['Range.getValues']).toBe(1);
    expect(calls.transfers).toBeLessThan(14);
  });

  it.each<[string, (document: DocumentState) => void, boolean]>([
    ['nothing was done', () => undefined, false],
    [
      'a cell was changed',
      (document) => void (sheetNamed(document, '소통기록').values[1] ?? []).splice(3, 1, 5),
      true,
    ],
    [
      'a row was added',
      (document) => refill(document, '예산집행', `${LEDGER.예산집행}\n2024. 1. 5. | 구 | 1`),
      true,
    ],
    [
      'a setting was changed',
      (document) => refill(document, '공약', LEDGER.공약.replace('200', '300')),
      true,
    ],
    [
      'only looks were changed',
      (document) => void sheetNamed(document, '소통기록').styles.splice(1, 1, [{ numberFormat: '@' }]),
      false,
    ],
    ["another person's tab was changed", (document) => refill(document, '메모', '다른 글'), false],
    [
      'a result tab was changed',
      (document) => void sheetNamed(document, '요약').values.splice(0, 1, ['x']),
      false,
    ],
  ])('whether the input has changed: %s', (_, change, changed) => {
    const document = ledger({ 메모: '글' });
    recalculated(document);
    change(document);
    expect(lookedIn(hostOf(document)).inputsChanged).toBe(changed);
  });

  it.each([
    ['nothing has been computed', null, false],
    ['the run that is shown is the last', [], false],
    ['another has ended since, from the menu', ['recalculateAll'], true],
    ['one part was computed since', ['recalculateMeetings'], true],
    ['a month was closed since', ['closeMonth'], true],
    ['only a report was made since', ['makeReport', '2024-03-31'], false],
  ])('whether what it shows is old: %s', (_, since, isOld) => {
    const document = ledger();
    const at = (time: string) => hostOf(document, { now: () => new Date(time) });
    const first = at('2024-04-02T01:00:00Z');
    if (since !== null) first.execute('recalculateAll');
    const shown = since === null ? '' : glanceOf(first).lastRun.id;
    const [functionName, ...args] = since ?? [];
    if (functionName !== undefined) at('2024-04-02T02:00:00Z').execute(functionName, args);
    expect(lookedIn(at('2024-04-02T03:00:00Z'), shown).isOld).toBe(isOld);
  });

  it('whether what it shows is old without reading a tab, unless it asks about inputs', () => {
    const document = ledger();
    recalculated(document);
    const { calls, result } = hostOf(document).execute('sidebarFreshness', ['', false], 'client');
    expect(result).toEqual({ isOld: true, inputsChanged: null, cells: 0 });
    expect(calls.transfers).toBeLessThanOrEqual(2);
    const { cells } = lookedIn(hostOf(document));
    expect(cells).toBeGreaterThan(50);
  });

  it('that somebody else is computing', () => {
    const host = hostOf(ledger());
    const release = host.holdLock();
    expect(computedIn(host)).toMatchObject({
      status: 'stopped',
      messages: ['다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.'],
    });
    release();
    expect(computedIn(host).status).toBe('done');
  });

  it.each([
    ['소통기록', `${LEDGER.소통기록}\n2024. 3. 6. | 새 모임 | | |`, true],
    ['건의사항', `${LEDGER.건의사항}\n3 | 2024. 1. 9. | 새 출처 | | | | |`, true],
    ['건의사항', `${LEDGER.건의사항}\n3 | 2024. 1. 9. | 동 연두방문 | | | 보는중 | |`, true],
    ['예산집행', `${LEDGER.예산집행}\n2024. 1. 9. | 누군가 | 1`, true],
  ])('whether adding a name to 분류 would help: %s %s', (tab, text, canBeAdded) => {
    const 분류 = '종류 | 이름\n소통 | 시장방문\n소통 | 구청장 차담회\n출처 | 동 연두방문\n재원 | 도비';
    const { kinds } = glanceAfter(ledger({ 분류, [tab]: text })).findings;
    const unknown = kinds.filter(({ places }) => places.some(({ what }) => what.includes('모르는 이름')));
    expect(unknown).toMatchObject([{ places: [{ tab }] }]);
    expect(unknown[0]?.places[0]?.addable !== null).toBe(canBeAdded);
    expect(unknown[0]?.remedy.includes('분류 탭')).toBe(canBeAdded);
  });
});

describe('a jump from the sidebar into the spreadsheet', () => {
  it.each([
    ['소통기록', 'B3', 'B3'],
    ['소통기록', '4:4', 'A4:Z4'],
    ['건의사항', '', 'A1'],
  ])('leads to %s %s', (tab, cell, selected) => {
    const document = ledger();
    expect(jumpedIn(hostOf(document), tab, cell)).toEqual({ status: 'done' });
    expect(document.activeSheetId).toBe(sheetNamed(document, tab).id);
    expect(document.selection).toBe(selected);
  });

  it('leads to a tab whose name has spaces around it', () => {
    const document = ledger();
    sheetNamed(document, '건의사항').name = '건의사항 ';
    expect(jumpedIn(hostOf(document), '건의사항', 'A1')).toEqual({ status: 'done' });
    expect(document.activeSheetId).toBe(sheetNamed(document, '건의사항 ').id);
  });

  it.each([
    ['없는탭', 'A1', "'없는탭' 탭이 없습니다. 이름이 바뀌었는지 확인해 주세요."],
    ['소통기록', 'A90000', '소통기록 탭에 A90000 칸이 없습니다. 행을 지우셨다면 다시 계산해 주세요.'],
    ['소통기록', 'nowhere', '소통기록 탭에 nowhere 칸이 없습니다. 행을 지우셨다면 다시 계산해 주세요.'],
  ])('says what is missing: %s %s', (tab, cell, message) => {
    expect(jumpedIn(hostOf(ledger()), tab, cell)).toEqual({ status: 'stopped', messages: [message] });
  });

  it('shows the rows behind the selected cell, without a dialog', () => {
    const document = sampleDocument();
    recalculated(document);
    const host = hostOf(document);
    jumpedIn(host, '요약', 'B6');
    const { dialogs } = host.execute('traceSelected', [], 'client');
    expect(dialogs).toEqual([]);
    const trace = tracedIn(host);
    if (trace.status === 'stopped') throw new Error(trace.messages.join(' '));
    expect(trace).toMatchObject({ tab: '요약', cell: 'B6', parts: [{ sum: 108, more: 0 }] });
    const [figure] = trace.parts;
    expect(figure?.rows.reduce((sum, { value }) => sum + value, 0)).toBe(108);
    jumpedIn(host, '소통기록', 'A1');
    expect(tracedIn(host)).toMatchObject({ status: 'stopped' });
  });
});

describe('opening the sidebar', () => {
  it('puts the state into the page, with nothing in it that could close its element', () => {
    const document = ledger({
      공약: LEDGER.공약.replace('공약명 | 소통', () => '공약명 | </script><b>$&\u2028끝'),
    });
    recalculated(document);
    const host = hostOf(document);
    const { shown, error } = host.execute('showSidebar');
    expect(error).toBeNull();
    const [page] = shown;
    expect(page).toMatchObject({ title: '공약장부' });
    expect(page?.html.match(/<\/script>/g)).toHaveLength(1);
    const text = /id="state">(.*?)<\/script>/.exec(page?.html ?? '')?.[1] ?? '';
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual(stateOf(host));
    expect(JSON.parse(text).glance.pledge.name).toBe('</script><b>$&\u2028끝');
  });
});
