import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/domain/report.ts';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import type { RawTabs } from '../../../src/sheets/raw.ts';
import { dateCell, places, rawTab } from '../fixtures.ts';

const WORKBOOK: Partial<Record<InputTab, string>> = {
  pledge: `항목 | 값
공약명 | 주민자치 활성화
시작연도 | 2022
종료연도 | 2026
최종목표 | 200`,
  targets: `연도 | 누적목표
2022 | 20
2023 | 50
2024 | 90
2025 | 140
2026 | 200`,
  schedule: `세부추진사항 | 2023.4 | 2024.1
시장방문 | ■ |
동 연두방문 | | ■`,
  classification: `종류 | 이름 | 별칭 | 추진일정
소통 | 시장방문 | 인천시장 방문 | 시장방문
소통 | 동 연두방문 | 구청장 동 연두방문 | 동 연두방문
출처 | 동 연두방문 | |`,
  meetings: `일자 | 분류 | 장소 | 횟수 | 참석인원
2022년 | 이월 | | 39 |
2023. 1월 | 구청장 동연두방문 | | 15 |
2023-02-10 | 인천시장 방문 | 송도 | | 200여명
2023. 3. 2. | | | |
2024. 2. 30. | 시장방문 | | |
합계 | | | 56 |`,
  suggestions: `접수번호 | 접수일 | 출처 | 동 | 처리상황 | 처리일 | 건수
가-1 | 2023. 1월 | 동 연두방문 | 송도 1동 | 완료 | 2023. 6. 1. | 96
가 - 1 | 2023. 1월 | 동 연두방문 | 송도1동 | 증장기추진 | | 24
 | 2023. 1월 | 동 연두방문 | | | |`,
  budgetPlans: `연도 | 재원 | 금액(백만원)
2022 | 구 | 3
2023 | 구비 | 6`,
  executions: `집행일 | 재원 | 금액(원)
2022. 12. 20. | 구 | 1,800,000
2023. 6. 15. | 구 | 3.9백만원
2023. 6. 16. | 구 | △100`,
  futurePlans: `시기 | 내용
2024년 상반기 | 보고회`,
};

function tabsOf(workbook: Partial<Record<InputTab, string>>): RawTabs {
  const tabs: Partial<Record<InputTab, ReturnType<typeof rawTab>>> = {};
  for (const tab of Object.keys(workbook) as InputTab[]) {
    const table = workbook[tab];
    if (table !== undefined) tabs[tab] = rawTab(INPUT_TAB_NAMES[tab], table);
  }
  return tabs;
}

const without = (...missing: InputTab[]) =>
  readRecords(
    tabsOf(
      Object.fromEntries(Object.entries(WORKBOOK).filter(([tab]) => !missing.includes(tab as InputTab))),
    ),
  );

describe('a workbook', () => {
  const { records, findings, accounts } = readRecords(tabsOf(WORKBOOK));

  it('becomes records that know their rows', () => {
    expect(records.targets?.map(({ year, planned }) => [year, planned.amount, planned.row])).toEqual([
      [2022, 20, 2],
      [2023, 50, 3],
      [2024, 90, 4],
      [2025, 140, 5],
      [2026, 200, 6],
    ]);
    expect(
      records.meetings?.map(({ category, held, attendees }) => [
        held.row,
        category.name,
        held.amount,
        attendees && `${attendees.approximate ? '~' : ''}${attendees.amount}`,
      ]),
    ).toEqual([
      [2, '이월', 39, null],
      [3, '동 연두방문', 15, null],
      [4, '시장방문', 1, '~200'],
      [5, '미분류', 1, null],
    ]);
    expect(
      records.suggestions?.map(({ number, dong, status, received }) => [
        number,
        dong,
        status,
        received.amount,
      ]),
    ).toEqual([
      ['가-1', '송도 1동', 'completed', 96],
      ['가-1', '송도 1동', 'midLongTerm', 24],
      [null, null, null, 1],
    ]);
    expect(records.budgetPlans?.map(({ planned }) => planned.amount)).toEqual([3_000_000, 6_000_000]);
    expect(records.executions?.map(({ executed }) => executed.amount)).toEqual([1_800_000, 3_900_000, -100]);
    expect(records.schedule.map(({ name, marks }) => [name, marks.length])).toEqual([
      ['시장방문', 1],
      ['동 연두방문', 1],
    ]);
  });

  it('becomes amounts that know their tab', () => {
    const sources = {
      targets: records.targets?.map(({ planned }) => planned),
      meetings: records.meetings?.flatMap(({ held, attendees }) => [held, attendees ?? held]),
      suggestions: records.suggestions?.map(({ received }) => received),
      budgetPlans: records.budgetPlans?.map(({ planned }) => planned),
      executions: records.executions?.map(({ executed }) => executed),
    };
    for (const [tab, ofTab] of Object.entries(sources)) {
      expect(new Set(ofTab?.map((source) => source.tab))).toEqual(new Set([tab]));
    }
  });

  it('lists every cell that needs a look', () => {
    expect(places(findings)).toEqual(
      expect.arrayContaining([
        'executions 4 executed: negative-amount',
        'meetings 2 date: year-precision',
        'meetings 3 date: month-precision',
        'meetings 4 attendees: approximate-count',
        'meetings 5 category: no-category',
        'meetings 6 date: impossible-date',
        'suggestions 2 date: month-precision',
        'suggestions 3 date: month-precision',
        'suggestions 3 status: misspelt-name',
        'suggestions 4 date: month-precision',
      ]),
    );
  });

  it('accounts for every row', () => {
    expect(accounts).toMatchObject({
      pledge: { read: 4, excluded: 0, skipped: 0 },
      meetings: { read: 6, excluded: 1, skipped: 1 },
      suggestions: { read: 3, excluded: 0, skipped: 0 },
      executions: { read: 3, excluded: 0, skipped: 0 },
      schedule: { read: 2, excluded: 0, skipped: 0 },
      classification: { read: 3, excluded: 0, skipped: 0 },
      futurePlans: { read: 1, excluded: 0, skipped: 0 },
    });
  });

  it('comes to figures', () => {
    const { asOf, today } = {
      asOf: dateCell('2023-12-31').date,
      today: dateCell('2024-05-10').date,
    };
    const report = calculate(records, { asOf, today });
    expect(report.meetings?.value.value).toBe(56);
    expect(report.meetings?.rate.percent).toBe(28);
    expect(report.suggestions?.all.total.value).toBe(97);
    expect(places(report.findings)).toEqual(['suggestions 3 number: doubled-receipt-number']);
  });
});

describe('실적기록', () => {
  const told = (...rows: string[]) =>
    readRecords(
      tabsOf({ ...WORKBOOK, pledge: ['항목 | 값', '최종목표 | 20', ...rows].join('\n') }),
    ).findings.flatMap(({ problem }) => (problem.code === 'missing-tab' ? [problem.tabName] : []));

  it.each([
    ['a pledge of meetings', [], []],
    ['a pledge that counts 개소', ['집계 | 누적', '지표단위 | 개소'], ['실적기록']],
    ['a level', ['집계 | 현재값'], ['실적기록']],
    ['what the office assesses itself', ['집계 | 자체평가'], ['실적기록']],
    ['what the office assesses itself, with a stated rate', ['집계 | 자체평가', '이행률 | 70'], []],
  ])('is missed by %s: %j', (_, rows, missing) => {
    expect(told(...rows)).toEqual(missing);
  });
});

describe('a tab that is missing', () => {
  it.each([
    { tab: 'pledge', leaves: 'unknown settings' },
    { tab: 'targets', leaves: 'no plan' },
    { tab: 'meetings', leaves: 'no meetings' },
    { tab: 'suggestions', leaves: 'no suggestions' },
    { tab: 'budgetPlans', leaves: 'no budget' },
    { tab: 'executions', leaves: 'no execution' },
  ] as const)('$tab is said once and leaves $leaves', ({ tab }) => {
    const { records, findings, accounts } = without(tab);
    expect(findings.filter(({ problem }) => problem.code === 'missing-tab')).toEqual([
      {
        problem: { code: 'missing-tab', tabName: INPUT_TAB_NAMES[tab], nearest: null },
        place: { tab, row: null, field: null },
      },
    ]);
    expect(accounts[tab]).toBeUndefined();
    if (tab === 'pledge') expect(records.pledge.startYear).toBeNull();
    else expect(records[tab]).toBeNull();
  });

  it.each(['schedule', 'classification', 'futurePlans'] as const)('%s may be', (tab) => {
    const { findings, records } = without(tab);
    expect(places(findings).filter((place) => place.startsWith(tab))).toEqual([]);
    expect(findings.some(({ problem }) => problem.code === 'missing-tab')).toBe(false);
    expect(records.meetings).not.toBeNull();
  });

  it('is every one of them in an empty spreadsheet, and nothing throws', () => {
    const { records, findings } = readRecords({});
    expect(findings).toHaveLength(6);
    expect(records.meetings).toBeNull();
  });
});

describe('a tab without a heading that it needs', () => {
  it.each([
    { tab: 'meetings', table: '일자 | 내용\n2024-03-05 | 대화' },
    { tab: 'targets', table: '연도\n2022' },
    { tab: 'executions', table: '' },
  ] as const)('$tab has no records, and no rows are said to have been read', ({ tab, table }) => {
    const { records, accounts, headings, findings } = readRecords(tabsOf({ ...WORKBOOK, [tab]: table }));
    expect(records[tab]).toBeNull();
    expect(accounts[tab]).toBeUndefined();
    expect(headings[tab]).toBeUndefined();
    expect(places(findings).some((place) => place.startsWith(tab) && place.endsWith('missing-heading'))).toBe(
      true,
    );
  });
});

describe('a list of names that cannot be read', () => {
  it('leaves what needs it uncomputed: names cannot be told apart', () => {
    const { records, findings } = readRecords(
      tabsOf({ ...WORKBOOK, classification: '이름 | 별칭\n가 | 나' }),
    );
    expect([records.meetings, records.suggestions]).toEqual([null, null]);
    expect(records.executions).toHaveLength(3);
    expect(places(findings)).toContain('classification 1: missing-heading');
  });
});

describe('a schedule that cannot be read', () => {
  it('is said to be one, and not once more for each category that names a line of it', () => {
    const { findings } = readRecords(tabsOf({ ...WORKBOOK, schedule: '사업 | 2024.1\n시장방문 | ■' }));
    expect(places(findings).filter((place) => /schedule/i.test(place))).toEqual([
      'schedule: missing-heading',
    ]);
  });
});

describe('a tab with headings only', () => {
  it('has no records, which is not the same as missing', () => {
    const { records } = readRecords(tabsOf({ ...WORKBOOK, meetings: '일자 | 분류' }));
    expect(records.meetings).toEqual([]);
  });
});

describe('what to type next', () => {
  const EMPTY = {
    targets: '연도 | 누적목표',
    meetings: '일자 | 분류',
    results: '일자 | 값',
    suggestions: '접수번호 | 접수일 | 출처',
    budgetPlans: '연도 | 재원 | 금액(백만원)',
    executions: '집행일 | 재원 | 금액(원)',
  };
  const TARGETS = '연도 | 누적목표\n2026 | 113';
  const settings = (...rows: string[]) => ['항목 | 값', '공약명 | 쉼터', ...rows].join('\n');

  it.each<[string, Partial<Record<InputTab, string>>, InputTab | null]>([
    ['a name alone', { pledge: settings() }, 'targets'],
    ['targets of meetings', { pledge: settings(), targets: TARGETS }, 'meetings'],
    ['targets of 개소', { pledge: settings('집계 | 누적', '지표단위 | 개소'), targets: TARGETS }, 'results'],
    ['a level', { pledge: settings('집계 | 현재값', '지표단위 | %', '최종목표 | 100') }, 'targets'],
    ['what the office assesses itself, without any', { pledge: settings('집계 | 자체평가') }, 'results'],
    [
      'what the office assesses itself',
      { pledge: settings('집계 | 자체평가'), results: '일자 | 값\n2024. 3. 1. | 70%' },
      null,
    ],
    ['a stated rate', { pledge: settings('이행률 | 70') }, null],
    ['a stated rate beside targets', { pledge: settings('이행률 | 70'), targets: TARGETS }, 'meetings'],
    [
      'two indicators, one of them of meetings',
      {
        pledge: settings(),
        indicators: '지표 | 집계\n돌봄 | 누적\n만남 | 소통',
        targets: '지표 | 연도 | 누적목표\n돌봄 | 2026 | 113',
      },
      'meetings',
    ],
  ])('after %s', (_, tabs, next) => {
    const { findings } = readRecords(tabsOf({ ...EMPTY, ...tabs }));
    const steps = findings.flatMap(({ problem }) => (problem.code === 'nothing-typed' ? [problem.next] : []));
    expect(steps).toEqual(next === null ? [] : [next]);
  });
});

describe('a list of names with faults', () => {
  it('leaves each faulty row out once', () => {
    const { accounts } = readRecords(
      tabsOf({
        ...WORKBOOK,
        classification: `종류 | 이름 | 별칭
소통 | 시장방문 | 방문
소통 | 현장방문 | 방문, 방 문
소통 | 시장방문 | 방문
 | |
 | 이름뿐 |`,
      }),
    );
    expect(accounts.classification).toEqual({ read: 5, excluded: 2, skipped: 1 });
  });
});

describe('a plan of what is to come', () => {
  const read = (table: string) => readRecords(tabsOf({ ...WORKBOOK, futurePlans: table }));

  it('without a content is left out, and says so', () => {
    const { records, findings, accounts } = read('시기 | 내용\n2024. 4월 | \n2024. 5월 | 보고회');
    expect(records.futurePlans.map(({ content }) => content)).toEqual(['보고회']);
    expect(places(findings)).toContain('futurePlans 2 content: required-blank');
    expect(accounts.futurePlans).toEqual({ read: 2, excluded: 1, skipped: 0 });
  });

  it('without a time stays, and never lapses', () => {
    const { records } = read('시기 | 내용\n | 보고회');
    expect(records.futurePlans).toMatchObject([{ when: '', content: '보고회', until: null }]);
  });

  it('of a date cell lasts to that day', () => {
    const { records } = read('시기 | 내용\n2024-04-15 | 보고회');
    expect(records.futurePlans).toMatchObject([{ when: '2024. 4. 15.', until: '2024-04-15' }]);
  });
});

describe('a missing tab', () => {
  it.each([
    [['소통 기록부', '메모'], '소통 기록부'],
    [['소통기록(2024)'], '소통기록(2024)'],
    // They are tabs of their own, however alike.
    [['건의사항', ' 공약'], null],
    [['메모'], null],
  ])('among %j may be %s', (names, nearest) => {
    const { meetings: _missing, ...others } = WORKBOOK;
    expect(readRecords(tabsOf(others), names).findings.map(({ problem }) => problem)).toContainEqual({
      code: 'missing-tab',
      tabName: '소통기록',
      nearest,
    });
  });

  it('is never one of those that are there, however alike', () => {
    const { budgetPlans: _missing, ...others } = WORKBOOK;
    const { findings } = readRecords(tabsOf(others), ['예산집행', '예산계획안']);
    expect(findings[0]?.problem).toMatchObject({ tabName: '예산계획', nearest: '예산계획안' });
    expect(readRecords(tabsOf(others), ['예산집행']).findings[0]?.problem).toMatchObject({ nearest: null });
  });
});
