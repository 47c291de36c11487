import { describe, expect, it } from 'vitest';
import type { DocumentState, MenuEntry } from '../../src/local/host/host.ts';
import {
  displayed,
  displayedText,
  hostOf,
  lastRun,
  RESULT_TABS,
  RUN_LOG,
  recalculate,
  recalculated,
  runAnswer,
  sampleDocument,
} from '../support/running.ts';
import { hasSheet, LEDGER, ledger, refill, sheetNamed } from '../support/workbooks.ts';

const INPUT_TABS = [
  '공약',
  '연차목표',
  '추진일정',
  '분류',
  '소통기록',
  '건의사항',
  '예산계획',
  '예산집행',
  '향후계획',
];

const without = (document: DocumentState, ...names: readonly string[]) => {
  const copy = structuredClone(document);
  return { ...copy, sheets: copy.sheets.filter(({ name }) => !names.includes(name)) };
};

describe('recalculating twice', () => {
  it('changes nothing but the run log: no cell, no style, no mark', () => {
    const document = sampleDocument();
    recalculated(document);
    const first = structuredClone(document);
    recalculated(document);
    expect(without(document, RUN_LOG)).toEqual(without(first, RUN_LOG));
    expect(displayed(document, RUN_LOG)).toHaveLength(displayed(first, RUN_LOG).length + 1);
    expect(sheetNamed(document, RUN_LOG).metadata).toEqual(sheetNamed(first, RUN_LOG).metadata);
  });

  it('gives the first result again after a run as of another date', () => {
    const document = sampleDocument();
    const first = recalculated(document, '2024-03-31');
    const shown = RESULT_TABS.map((tab) => displayedText(document, tab));
    recalculated(document, '2022-12-31');
    expect(RESULT_TABS.map((tab) => displayedText(document, tab))).not.toEqual(shown);
    expect(recalculated(document, '2024-03-31')).toEqual(first);
    expect(RESULT_TABS.map((tab) => displayedText(document, tab))).toEqual(shown);
  });
});

describe('what staff typed', () => {
  it.each([
    ['the sample', sampleDocument()],
    [
      'a workbook with formulas, dates, blanks, bad rows and tabs of other people',
      ledger({
        메모: '남의 글 | =SUM(소통기록!D2:D4) → 5',
        소통기록: `
          ${LEDGER.소통기록}
          [2024-03-06] | 시장방문 | =A2&"회의" → 회의 | =1+2 → 3 |
          [2024-03-07 23:30] | | | |
          모름 | 시장방문 | | 여럿 | 약 30명`,
        예산집행: `${LEDGER.예산집행}
          [2024-02-01] | 시 | =SUM(C2:C2) → 3900000`,
      }),
    ],
  ])('stays as it was, cell by cell: %s', (_, document) => {
    const before = structuredClone(document);
    const names = before.sheets.map(({ name }) => name);
    recalculated(document);
    recalculated(document, '2023-12-31');
    expect(document.sheets.filter(({ name }) => names.includes(name))).toEqual(before.sheets);
    // Outside tabs, only what the sidebar shows is stored.
    const kept = { sheets: [], documentProperties: new Map() };
    expect({ ...document, ...kept }).toEqual({ ...before, ...kept });
  });

  it('is not changed by any menu function', () => {
    const document = sampleDocument();
    // With a row typed by staff, no tab is just the sample, so 예시 지우기 leaves it alone.
    for (const tab of INPUT_TABS) sheetNamed(document, tab).values.push(['※ 직접 적은 것']);
    const before = structuredClone(document);
    const host = hostOf(document);
    for (const { functionName } of entriesOf(host)) expect(host.execute(functionName).error).toBeNull();
    for (const tab of INPUT_TABS) expect(sheetNamed(document, tab)).toEqual(sheetNamed(before, tab));
  });
});

function entriesOf(host: ReturnType<typeof hostOf>): readonly { readonly functionName: string }[] {
  host.execute('onOpen', undefined, 'open');
  const itemsOf = (entries: readonly MenuEntry[]): { readonly functionName: string }[] =>
    entries.flatMap((entry) => {
      if (entry.kind === 'menu') return itemsOf(entry.menu.entries);
      return entry.kind === 'item' ? [entry] : [];
    });
  const entries = host.menus.flatMap((menu) => itemsOf(menu.entries));
  expect(entries.length).toBeGreaterThan(4);
  return entries;
}

describe('a text that a spreadsheet would take for something else', () => {
  const TEXTS = [
    '=1+1',
    '1-6',
    '54%',
    '+82',
    '@a',
    "'x",
    'TRUE',
    '2024-03-05',
    '=HYPERLINK("#a","b")',
    '00123',
  ];

  it.each(TEXTS)('%s is the same text on result tabs', (text) => {
    const document = ledger({
      공약: `${LEDGER.공약.replace('공약명 | 소통', `공약명 | ${text}`)}
        ${text} | 모르는 항목`,
      분류: `
        종류 | 이름
        소통 | ${text}
        출처 | ${text}`,
      소통기록: `
        일자 | 분류 | 내용 | 참석인원
        2024. 3. 5. | ${text} | ${text} | 12`,
      건의사항: `
        접수일 | 출처 | 동 | 소관부서
        2024. 3. 5. | ${text} | ${text} | ${text}`,
    });
    recalculated(document);
    expect(tabsHolding(document, text)).toEqual(['요약', '소통누적', '건의현황', '실적보고', '점검']);
    const formulas = document.sheets.flatMap((sheet) => [...sheet.formulas.values()]);
    expect(formulas.filter((formula) => !OWN_FORMULAS.some((own) => own.test(formula)))).toEqual([]);
  });

  /**
   * A link, the title of a tab (with a warning if unfinished), and the number of hidden cells. Texts in them
   * are quoted.
   */
  const OWN_FORMULAS = [
    /^=HYPERLINK\("#gid=\d+&range=[A-Z\d:]+","[A-Z\d:]+"\)$/,
    /^=IF\(IFERROR\(COUNTIFS\('실행기록'!\$M:\$M,"\*[가-힣]+\*"\),0\)=0,"(?:[^"]|"")*","⚠[^"]+"\)$/,
    /^=COUNTA\((\S+![A-Z]+\d+:[A-Z]+\d+)\)-SUBTOTAL\(103,\1\)$/,
  ];

  const tabsHolding = (document: DocumentState, text: string) =>
    RESULT_TABS.filter((tab) => sheetNamed(document, tab).values.some((row) => row.includes(text)));
});

describe('a tab that somebody else made with the name of a result tab', () => {
  it.each([...RESULT_TABS, RUN_LOG])('%s is left alone and reported, and the others are written', (name) => {
    const document = ledger({ [name]: `내 것 | 1\n=A1 → 내 것 | [2024-03-05]` });
    const before = structuredClone(sheetNamed(document, name));
    const { findings } = recalculated(document);
    recalculated(document);
    expect(sheetNamed(document, name)).toEqual(before);
    expect(findings.filter(({ code }) => code === 'output-tab-not-ours')).toMatchObject([
      { severity: 'error', message: expect.stringContaining(`'${name}' 탭은 공약장부가 만든 것이 아니어서`) },
    ]);
    for (const tab of [...RESULT_TABS, RUN_LOG].filter((other) => other !== name)) {
      expect(sheetNamed(document, tab).values.length, tab).toBeGreaterThan(1);
    }
  });

  it('is one of ours again after somebody deletes it', () => {
    const document = sampleDocument();
    recalculated(document);
    const shown = displayedText(document, '소통누적');
    document.sheets = document.sheets.filter(({ name }) => name !== '소통누적');
    recalculated(document);
    expect(displayedText(document, '소통누적')).toBe(shown);
  });
});

describe('one part only', () => {
  it.each([
    ['recalculateMeetings', '소통 누적 다시 계산', ['소통누적', '점검']],
    ['recalculateSuggestions', '건의사항 현황 다시 계산', ['건의현황', '점검']],
    ['recalculateBudget', '예산 집행 다시 계산', ['예산현황', '점검']],
  ])('%s writes its own tab and 점검, and the run log names it %s', (functionName, action, written) => {
    const document = ledger();
    recalculate(document, null, functionName);
    expect(RESULT_TABS.filter((tab) => hasSheet(document, tab))).toEqual(written);
    expect(lastRun(document)).toMatchObject({ 무엇을: action, 결과: '마침', 기준일: '2024-03-31' });
    const alone = displayedText(document, written[0] ?? '');
    recalculated(document);
    expect(displayedText(document, written[0] ?? '')).toBe(alone);
  });
});

describe('a result of another size than the one before', () => {
  const suggestions = (departments: number) =>
    [
      '접수일 | 출처 | 소관부서',
      ...Array.from({ length: departments }, (_, index) => `2024. 1. 9. | 동 연두방문 | ${index}과`),
    ].join('\n');

  it.each([
    [30, 2],
    [2, 30],
    [2, 1200],
    [1200, 1],
  ])('leaves nothing behind: %i departments, then %i', (before, after) => {
    const document = ledger({ 건의사항: suggestions(before) });
    recalculated(document);
    refill(document, '건의사항', suggestions(after));
    recalculated(document);
    const fresh = ledger({ 건의사항: suggestions(after) });
    recalculated(fresh);
    for (const tab of RESULT_TABS) {
      expect(displayedText(document, tab), tab).toBe(displayedText(fresh, tab));
      expect(sheetNamed(document, tab).formulas.size, tab).toBe(sheetNamed(fresh, tab).formulas.size);
    }
  });

  it('leaves no colour behind where there are no figures any more', () => {
    const document = ledger({ 건의사항: suggestions(30) });
    recalculated(document);
    refill(document, '건의사항', suggestions(1));
    recalculated(document);
    const { values, styles } = sheetNamed(document, '건의현황');
    const last = values.findLastIndex((row) => row.some((cell) => cell !== null));
    const looks = styles.slice(last + 1).flat();
    expect(looks.length).toBeGreaterThan(0);
    expect(
      new Set(looks.map((style) => `${style?.background ?? '#ffffff'} ${style?.bold ?? false}`)),
    ).toEqual(new Set(['#ffffff false']));
  });

  it('the run log grows past the thousand rows of a new tab', () => {
    const document = ledger();
    recalculated(document);
    const log = sheetNamed(document, RUN_LOG);
    while (log.values.length < log.maxRows) log.values.push(['전에']);
    recalculated(document);
    expect(log.maxRows).toBeGreaterThan(1000);
    expect(log.values).toHaveLength(1001);
    expect(lastRun(document)).toMatchObject({ 결과: '마침' });
  });

  it('the run log continues after somebody has deleted most of its rows', () => {
    const document = ledger();
    recalculated(document);
    Object.assign(sheetNamed(document, RUN_LOG), { maxRows: 2 });
    recalculated(document);
    expect(displayed(document, RUN_LOG)).toHaveLength(3);
    expect(lastRun(document)).toMatchObject({ 시각: expect.stringMatching(/^2024-04-02 /), 결과: '마침' });
  });

  it('the run log gets its headings again after somebody has emptied it', () => {
    const document = ledger();
    recalculated(document);
    Object.assign(sheetNamed(document, RUN_LOG), { values: [], styles: [] });
    recalculated(document);
    expect(displayed(document, RUN_LOG)).toHaveLength(2);
    expect(lastRun(document)).toMatchObject({ 무엇을: '전체 다시 계산', 결과: '마침' });
  });
});

describe('what a recalculation costs', () => {
  const meetings = (rows: number) =>
    [
      '일자 | 분류 | 내용',
      ...Array.from(
        { length: rows },
        (_, index) => `[2024-01-${String((index % 28) + 1).padStart(2, '0')}] | 시장방문 | ${index}번째`,
      ),
    ].join('\n');
  const callsAt = (rows: number) => {
    const document = ledger({ 소통기록: meetings(rows) });
    expect(recalculated(document).meetings?.cumulative).toBe(rows);
    return hostOf(document).execute('recalculateAll').calls;
  };

  it('is the same at 10 rows and at 5,000, and at most 60 transfers', () => {
    const few = callsAt(10);
    const many = callsAt(5000);
    expect(many.transfers).toBe(few.transfers);
    expect(many.transfers).toBeLessThanOrEqual(60);
  });

  it('is at most 60 transfers for the sample', () => {
    const document = sampleDocument();
    recalculated(document);
    expect(hostOf(document).execute('recalculateAll').calls.transfers).toBeLessThanOrEqual(60);
  });

  it('is at most 60 transfers with 3,000 rows that cannot be read', () => {
    const bad = Array.from({ length: 3000 }, (_, index) => `모름${index} | 시장방문`).join('\n');
    const document = ledger({ 소통기록: `일자 | 분류\n${bad}` });
    recalculated(document);
    const execution = hostOf(document).execute('recalculateAll');
    expect(runAnswer(execution)).toMatchObject({ result: { rows: { 소통기록: { excluded: 3000 } } } });
    expect(execution.calls.transfers).toBeLessThanOrEqual(60);
  });
});

describe('rows that somebody has hidden', () => {
  const hiding = (hide: (sheet: ReturnType<typeof sheetNamed>) => void) => {
    const document = ledger();
    hide(sheetNamed(document, '소통기록'));
    return document;
  };

  it.each([
    ['by hand', hiding((sheet) => void sheet.hiddenRows.add(3))],
    [
      'by a filter',
      hiding((sheet) =>
        Object.assign(sheet, {
          filter: { row: 1, column: 1, rows: 4, columns: 5 },
          rowsHiddenByFilter: new Set([3]),
        }),
      ),
    ],
  ])('%s are counted, with a notice', (_, document) => {
    const { meetings, findings } = recalculated(document);
    expect(meetings?.cumulative).toBe(6);
    expect(findings.filter(({ code }) => code === 'hidden-rows')).toMatchObject([
      {
        severity: 'notice',
        tab: '소통기록',
        message: expect.stringContaining('숨긴 행도 모두 집계했습니다'),
      },
    ]);
  });

  it.each([
    ['nothing is hidden', hiding(() => undefined)],
    [
      'a filter shows every row',
      hiding((sheet) => Object.assign(sheet, { filter: { row: 1, column: 1, rows: 4, columns: 5 } })),
    ],
    ['only a blank row below is hidden', hiding((sheet) => void sheet.hiddenRows.add(40))],
  ])('are not reported if %s', (_, document) => {
    expect(recalculated(document).findings.map(({ code }) => code)).not.toContain('hidden-rows');
  });
});
