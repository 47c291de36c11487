/**
 * Messages that no workbook of tests/problems shows: the same finding in another place, or findings about our
 * own tabs.
 */
import { describe, expect, it } from 'vitest';
import type { Place, Problem } from '../../src/domain/finding.ts';
import { ownWord } from '../../src/domain/words.ts';
import { messageOf } from '../../src/sheets/messages.ts';
import { day } from '../support/day.ts';

const RESTORE =
  '이 탭은 고치지 말아 주세요. 파일 > 버전 기록에서 바뀌기 전의 내용을 찾아 되돌리면 다시 읽습니다.';
const damaged = { code: 'damaged-record', rows: 1, month: '2024-03' } as const;
const spent = { year: 2024, executedWon: 9000 } as const;

function at(tab: Place['tab'], field: string | null = null): Place {
  return { tab, row: 2, field };
}

describe('a message says what is wrong:', () => {
  it.each<[Problem, Place | null, string]>([
    [
      { code: 'execution-above-plan', ...spent, fundingSource: null, plannedWon: 7000 },
      null,
      '2024년의 집행액 9,000원이 계획 7,000원보다 많습니다.',
    ],
    [
      { code: 'execution-above-plan', ...spent, year: null, fundingSource: null, plannedWon: 7000 },
      null,
      '전체의 집행액 9,000원이 계획 7,000원보다 많습니다.',
    ],
    [
      { code: 'execution-without-plan', ...spent, year: null, fundingSource: '시', plansUnread: 0 },
      null,
      "전체 재원 '시'에는 예산계획이 없는데 9,000원을 집행했습니다.",
    ],
    [
      { code: 'implausible-year', found: '1905. 7. 15.', from: 1995, typedYear: 2023 },
      at('meetings', 'date'),
      "'1905. 7. 15.'은 2023이 칸의 날짜 서식 때문에 바뀐 것으로 보입니다. 그래서 이 행을 집계하지 않았습니다.",
    ],
    [
      { code: 'year-outside-term', found: '2027', from: null, to: 2026 },
      at('targets', 'year'),
      '2027년은 공약 탭의 기간(~2026년)에 들지 않습니다. 이 행도 그대로 썼습니다.',
    ],
    [
      { code: 'year-outside-term', found: '2021', from: 2022, to: null },
      at('targets', 'year'),
      '2021년은 공약 탭의 기간(2022년~)에 들지 않습니다. 이 행도 그대로 썼습니다.',
    ],
    [
      { code: 'year-outside-term', found: '2021', from: 2022, to: 2026 },
      at('budgetPlans', 'year'),
      '2021년은 공약 탭의 기간(2022년~2026년)에 들지 않습니다. 이 해의 금액은 기투자로 셉니다.',
    ],
    [
      { code: 'year-outside-term', found: '2027', from: 2022, to: 2026 },
      at('budgetPlans', 'year'),
      '2027년은 공약 탭의 기간(2022년~2026년)에 들지 않습니다. 이 해의 금액은 임기후로 셉니다.',
    ],
    [
      { code: 'year-outside-term', found: '2027', from: null, to: 2026 },
      at('budgetPlans', 'year'),
      '2027년은 공약 탭의 기간(~2026년)에 들지 않습니다. 이 해의 금액은 임기후로 셉니다.',
    ],
    [
      { code: 'subtotal-differs', found: '계', written: 2000, computed: 1000, ofGroup: null },
      at('executions', 'executed'),
      "'계' 행에는 2,000원이 적혀 있는데, 행을 모두 더하면 1,000원입니다.",
    ],
    [
      { code: 'tab-refused', tabName: '요약', part: 'figures', reason: 'No.' },
      null,
      '요약 탭에 결과를 쓰지 못했습니다. 거절되지 않은 탭은 모두 썼습니다. 구글 시트의 답: ‘No.’',
    ],
    [
      { code: 'tab-refused', tabName: '처리이력', part: 'figures', reason: 'No.' },
      null,
      '처리이력 탭에 새 줄을 적지 못했습니다. 거절되지 않은 탭은 모두 썼습니다. 구글 시트의 답: ‘No.’',
    ],
    [
      { ...damaged, damage: 'unreadable', rows: 1200, month: null },
      at('monthlyRecords'),
      '프로그램이 적은 기록 가운데 1,200행을 읽을 수 없어 쓰지 않았습니다. 여기가 그 첫 행입니다.',
    ],
  ])('%o at %o', (problem, place, what) => {
    expect(messageOf(problem, place).what).toBe(what);
  });
});

describe('a message about a cell of 공약변경 says what can be done there:', () => {
  it.each<[Problem, string]>([
    [
      {
        code: 'stated-figure-differs',
        figure: 'implementationPercent',
        stated: 70,
        computed: 54,
        reachedIn: null,
      },
      '이 공약의 이행률은 행에서 계산합니다. 공약변경에 적은 이행률의 행은 지워도 됩니다.',
    ],
    [
      { code: 'target-of-stated-percent', target: 50 },
      '공약변경에서 이 최종목표의 행을 지우거나, 집계를 현재값으로 고쳐 주세요.',
    ],
    [
      { code: 'unknown-plan-item', found: '누적목표', nearest: '누적목표' },
      '연도를 붙여 적어 주세요. 예: 누적목표 2025',
    ],
  ])('%j', (problem, remedy) => {
    expect(messageOf(problem, at('planChanges', 'before')).remedy).toBe(remedy);
  });
});

describe('a message says what to do:', () => {
  it.each<[Problem, string]>([
    [
      { code: 'tab-refused', tabName: '요약', part: 'looks', reason: 'No.' },
      '그 탭에 걸린 보호(자물쇠), 표, 데이터 확인 규칙을 푼 뒤 다시 계산해 주세요. 풀 수 없으면 그 탭을 지우고 다시 계산해 주세요. 새로 만듭니다.',
    ],
    [
      { code: 'tab-refused', tabName: '월별기록', part: 'figures', reason: 'No.' },
      '그 탭에 걸린 보호(자물쇠), 표, 데이터 확인 규칙을 푼 뒤 다시 계산해 주세요. 기록이 사라지니 탭은 지우지 마세요.',
    ],
    [{ ...damaged, damage: 'unreadable', month: null }, `따로 적은 행이면 지워 주세요. ${RESTORE}`],
    [{ ...damaged, damage: 'altered' }, RESTORE],
    [{ ...damaged, damage: 'rows-differ' }, RESTORE],
    [
      { ...damaged, damage: 'doubled' },
      '두 행이 다르면 버전 기록에서 어느 쪽이 맞는지 확인하고, 틀린 행을 지워 주세요.',
    ],
    [
      {
        code: 'past-month-changed',
        figure: 'heldMeetings',
        month: '2024-02',
        lastMonth: '2024-02',
        frozen: 91,
        now: 93,
      },
      '지난달과 비교에서 움직인 행을 보고, 잘못 고친 행이면 되돌려 주세요. 늦게 적은 행이면 그대로 두세요. 기록은 바뀌지 않습니다.',
    ],
  ])('%o', (problem, remedy) => {
    expect(messageOf(problem, at('monthlyRecords')).remedy).toBe(remedy);
  });
});

describe('records that are not as they were written', () => {
  const WHOLE = {
    missing: [],
    altered: [],
    foreign: 0,
    baseMissing: 0,
    baseAltered: false,
    headingsGone: [],
    last: 1234,
  };
  const broken = (breach: Partial<typeof WHOLE> & object) =>
    messageOf({ code: 'records-broken', ...WHOLE, ...breach }, null);

  it.each<[object, string]>([
    [{ missing: [3] }, '없어진 행 3번'],
    [{ missing: [7, 3, 6, 5, 1001] }, '없어진 행 3, 5~7, 1,001번'],
    [{ missing: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19] }, '없어진 행 1, 3, 5, 7, 9, 11, 13, 15, 17, 19번'],
    [{ missing: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21] }, '없어진 행 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 …번'],
    [{ altered: [2, 3] }, '바뀐 행 2~3번'],
    [{ foreign: 1200 }, '같은 번호로 더해진 행 1,200개'],
    [{ baseMissing: 1200 }, '번호 없이 적혀 있다가 없어진 행 1,200개'],
    [{ baseMissing: -1200 }, '번호 없이 더해진 행 1,200개'],
    [{ baseAltered: true }, '번호 없이 적혀 있다가 바뀐 행'],
    [{ headingsGone: ['월', '기준일'] }, "제목이 없어진 열 '월', '기준일'"],
    [{ headingsGone: ['월'], missing: [3] }, "제목이 없어진 열 '월' · 없어진 행 3번"],
    [
      { headingsGone: ['번호', '월', '앞 행의 지문'], missing: [3] },
      "제목이 없어진 열 '번호', '월', '앞 행의 지문'",
    ],
    [{ headingsGone: ['번호'], altered: [3] }, "제목이 없어진 열 '번호' · 바뀐 행 3번"],
    [{ missing: [1], altered: [2], foreign: 3 }, '없어진 행 1번 · 바뀐 행 2번 · 같은 번호로 더해진 행 3개'],
  ])('%j', (breach, told) => {
    expect(broken(breach).what).toBe(
      `프로그램이 적은 기록이 그대로가 아닙니다: ${told}. 마지막으로 적은 행은 1,234번입니다.`,
    );
  });

  it.each<[object, string]>([
    [{ missing: [3] }, '그 행'],
    [{ missing: [3], foreign: 1 }, '그 행'],
    [{ headingsGone: ['월'] }, '그 열'],
  ])('%j can be put back, or gone on with', (breach, what) => {
    expect(broken(breach).remedy).toBe(
      `파일 > 버전 기록에서 ${what}을 찾아 되돌려 주세요. 되돌릴 수 없거나 일부러 그랬으면 공약장부 > 설정 > 이 기록으로 이어가기를 눌러 주세요. 그때까지는 달을 마감하지 않습니다.`,
    );
  });

  it.each([{ foreign: 1 }, { baseMissing: -1 }, { foreign: 2, baseMissing: -1 }])(
    '%j is taken away, or gone on with',
    (breach) => {
      expect(broken(breach).remedy).toBe(
        '더해진 행을 지워 주세요. 일부러 더했으면 공약장부 > 설정 > 이 기록으로 이어가기를 눌러 주세요. 그때까지는 달을 마감하지 않습니다.',
      );
    },
  );

  it.each([
    [
      true,
      '이 스프레드시트는 다른 것의 사본이어서, 월별기록, 처리이력 탭의 행을 지금 있는 그대로 이어받았습니다.',
    ],
    [
      false,
      '어디까지 적었는지 이 스프레드시트에 남아 있지 않아, 월별기록, 처리이력 탭의 행을 지금 있는 그대로 이어받았습니다.',
    ],
  ])('are taken over in a copy (%s) with one notice', (isCopy, what) => {
    const problem = { code: 'records-adopted', tabs: ['monthlyRecords', 'statusHistory'], isCopy } as const;
    expect(messageOf(problem, null)).toEqual({
      what,
      remedy:
        '지금부터는 행이 없어지거나 바뀌면 알려 드립니다. 사본을 만들었거나 판을 올린 것이면 그대로 두세요.',
    });
  });
});

/** The same kind of finding where it is said in another way. A clerk reads both lines of each. */
const VARIANTS: readonly (readonly [Problem, Place | null, (readonly string[])?])[] = [
  [{ code: 'not-a-date', found: '봄' }, at('meetings', 'date')],
  [{ code: 'not-a-date', found: '봄' }, at('pledge', 'value')],
  [{ code: 'not-a-date', found: '봄' }, at('planChanges', 'date')],
  [{ code: 'not-a-date', found: '봄' }, at('meetings', 'date'), ['A2', 'A3', 'A7']],
  [{ code: 'date-of-a-plan', found: '2024. 5월 예정' }, at('meetings', 'date')],
  [{ code: 'date-of-a-plan', found: '2024년 상반기' }, at('meetings', 'date')],
  [{ code: 'not-one-fund', found: '국비+시비' }, at('executions', 'fundingSource')],
  [{ code: 'not-one-fund', found: '국비+시비' }, at('budgetPlans', 'fundingSource')],
  [{ code: 'misspelt-name', found: '차담희', meant: '차담회' }, at('meetings', 'category')],
  [{ code: 'misspelt-name', found: '차담희', meant: '차담회' }, at('meetings', 'category'), ['B2', 'B5']],
  [{ code: 'zero-lost', found: '1.1', pledge: '1-1', other: '1-10' }, at('meetings', 'pledge')],
  [{ code: 'zero-lost', found: '1.1', pledge: '1-1', other: '1-10' }, at('meetings', 'pledge'), ['A2', 'A5']],
  [
    { code: 'name-of-another-pledge', found: '쉼터 확충', pledge: '1-1', other: '1-2' },
    at('meetings', 'pledge'),
  ],
  [
    { code: 'name-of-another-pledge', found: '쉼터 확충', pledge: '1-1', other: '1-2' },
    at('meetings', 'pledge'),
    ['A2', 'A5'],
  ],
  [{ code: 'not-an-amount', found: '많음' }, at('budgetPlans', 'total')],
  [{ code: 'not-an-amount', found: '많음' }, at('budgetPlans', 'time 2024'), ['B2', 'C2']],
  [{ code: 'not-an-amount', found: '많음' }, at('budgetPlans', 'planned'), ['C2', 'C3']],
  [{ code: 'not-a-value', found: '많음' }, at('pledgeList', 'finalTarget')],
  [{ code: 'not-a-value', found: '많음' }, at('pledgeList', 'finalTarget'), ['H2', 'H3']],
  [{ code: 'not-a-value', found: '많음' }, at('pledgeList', 'number')],
  [
    {
      code: 'results-in-plan',
      rows: [
        { row: 5, label: '실적' },
        { row: 9, label: '' },
      ],
      columns: [],
    },
    at('targets'),
  ],
  [{ code: 'results-in-plan', rows: [{ row: 5, label: '집행액' }], columns: ['집행률'] }, at('budgetPlans')],
  [{ code: 'results-in-plan', rows: [], columns: ['당초'], counted: ['after'] }, at('budgetPlans')],
  [{ code: 'results-in-plan', rows: [], columns: ['누적'], counted: ['yearly', 'after'] }, at('budgetPlans')],
  [{ code: 'foreign-time-zone', zone: 'America/New_York' }, null],
  [{ code: 'rows-folded-away', lastYear: 2022 }, null],
  [{ code: 'rows-folded-away', lastYear: null }, null],
  [{ code: 'mixed-units', units: ['천원', '원', '백만원'] }, at('executions', 'executed')],
  [{ code: 'mixed-units', units: ['천원', '원'], found: '3000' }, at('executions', 'executed')],
  [{ code: 'suggestions-renamed', rows: 1200, firstSeen: day('2024-02-20') }, at('suggestions', 'number')],
  [{ code: 'indicator-without-rate', name: '', lacks: 'target' }, at('pledge', 'value')],
  [{ code: 'indicator-without-rate', name: '쉼터', lacks: 'value' }, at('indicators', 'target')],
  [{ code: 'indicator-without-rate', name: '쉼터', lacks: 'difference' }, at('indicators', 'target')],
  [
    { code: 'indicator-without-rows', name: '', percent: 0, isOfMeetings: true, others: ['쉼터', '정자'] },
    at('pledge', 'value'),
  ],
  [{ code: 'indicator-not-named', names: [], isOneNameless: true }, at('results', 'indicator')],
  [{ code: 'indicator-not-named', names: ['쉼터'], isOneNameless: true }, at('results', 'indicator')],
  [{ code: 'indicator-not-named', names: ['쉼터', '정자'], isOneNameless: true }, at('results', 'indicator')],
  [{ code: 'indicator-not-named', names: ['쉼터'], isOneNameless: false }, at('results', 'indicator')],
  [
    { code: 'indicator-not-named', names: ['쉼터', '정자'], isOneNameless: false },
    at('results', 'indicator'),
  ],
  ...(['cumulative', 'level'] as const).flatMap((kind): readonly (readonly [Problem, Place])[] => {
    const about = { name: '쉼터', kind };
    const years = { year: 2024, planned: 1200, yearBefore: 2023, plannedBefore: 1300 };
    return [
      [{ code: 'plan-falls', about, ...years }, at('targets', 'planned')],
      [{ code: 'plan-rises', about, ...years }, at('targets', 'planned')],
      [{ code: 'plan-missed', about, year: 2024, planned: 1200, reached: 1100 }, at('targets', 'planned')],
      [
        { code: 'plan-outrun', about, year: 2024, planned: 1200, yearBefore: 2023, reached: 1250 },
        at('targets', 'planned'),
      ],
    ];
  }),
  ...([5, null] as const).map((firstRow): readonly [Problem, Place] => [
    { code: 'doubled-name', found: '차담회', firstRow },
    at('classification', 'name'),
  ]),
  ...(['statuses', 'implementationStatuses'] as const).flatMap(
    (list): readonly (readonly [Problem, Place])[] => [
      [{ code: 'end-of-built-in', list, found: '보류', isEnd: true }, at('classification', 'ended')],
      [{ code: 'end-of-built-in', list, found: '완료', isEnd: false }, at('classification', 'ended')],
    ],
  ),
  ...(
    [
      'cumulativeMeetings',
      'implementationPercent',
      'suggestionCount',
      'executedWon',
      'executionPercent',
    ] as const
  ).map((figure): readonly [Problem, Place] => [
    {
      code: 'stated-figure-differs',
      figure,
      stated: 1200,
      computed: 54.5,
      reachedIn: figure === 'executedWon' ? 2023 : null,
    },
    at('pledge', 'value'),
  ]),
  ...(
    [
      ['meetings', 'held'],
      ['executions', 'executed'],
      ['budgetPlans', 'planned'],
      ['pledgeList', 'totalCostWon'],
      ['pledgeList', 'number'],
    ] as const
  ).map(([tab, field]): readonly [Problem, Place] => [
    { code: 'subtotal-differs', found: '소계', written: 2000, computed: 1000, ofGroup: 1500 },
    at(tab, field),
  ]),
  ...(['pledgeList', 'budgetPlans'] as const).flatMap((tab): readonly (readonly [Problem, Place])[] => [
    [{ code: 'unit-not-named', unit: '백만원' }, at(tab, 'planned')],
    [{ code: 'several-units', units: ['천원'], readAs: '백만원' }, at(tab, 'planned')],
    [{ code: 'several-units', units: ['천원', '억원'], readAs: '백만원' }, at(tab, 'planned')],
    [{ code: 'unit-below', found: '천원', units: ['천원', '억원'], readAs: '백만원' }, at(tab, 'planned')],
  ]),
  ...(
    [
      ['meetings', 'category'],
      ['executions', 'fundingSource'],
      ['suggestions', 'status'],
      ['results', 'indicator'],
      ['indicators', 'kind'],
      ['classification', 'ended'],
      ['pledge', 'value'],
    ] as const
  ).map(([tab, field]): readonly [Problem, Place] => [
    {
      code: 'unknown-name',
      found: '가나',
      nearest: null,
      names: ['가', '나', '다라'],
      isImplementationStatus: false,
    },
    at(tab, field),
  ]),
  [
    { code: 'unknown-name', found: '가나', nearest: null, names: [], isImplementationStatus: false },
    at('results', 'indicator'),
  ],
  [
    {
      code: 'unknown-name',
      found: '완로',
      nearest: '완료',
      names: ['완료', '보류'],
      isImplementationStatus: true,
    },
    at('pledge', 'value'),
  ],
  // of a book of several pledges
  [{ code: 'no-pledge-column', rows: 1200 }, at('meetings')],
  [{ code: 'no-pledge-number' }, at('meetings', 'pledge')],
  [{ code: 'doubled-pledge-number', found: '1-6', firstRow: 3 }, at('pledgeList', 'number')],
  [{ code: 'spelt-otherwise', found: '복지 과', meant: '복지과' }, at('pledgeList', 'department')],
  [{ code: 'settings-of-a-pledge', items: ['집계'] }, at('pledge', 'value')],
  [
    { code: 'settings-of-a-pledge', items: ['확인지표', '집계', '기준값', '최종목표', '이행률', '이행구분'] },
    at('pledge', 'value'),
  ],
  [{ code: 'not-a-pledge-number', found: '-' }, at('pledgeList', 'number')],
  [{ code: 'required-blank' }, at('pledgeList', 'number')],
  [{ code: 'required-blank' }, at('pledgeList', 'name')],
  [{ code: 'required-blank' }, at('classification', 'name')],
  [{ code: 'unknown-pledge', found: '1-66', nearest: '1-6' }, at('meetings', 'pledge')],
  [{ code: 'unknown-pledge', found: '2026. 1. 1.', nearest: null, fits: ['1-1', '26-1-1'] }, at('meetings')],
  [{ code: 'year-of-number', found: '2026. 1. 1.', readAs: '1-1', other: '26-1-1' }, at('meetings')],
  // of how cells are shown
  [{ code: 'year-not-shown', found: '3/5', meant: day('2023-03-05'), tabYear: 2024 }, at('meetings', 'date')],
  [{ code: 'years-not-shown', cells: 1200, years: [2023, 2024] }, at('meetings', 'date')],
  [{ code: 'percent-for-a-count', found: '300%', readAs: 3 }, at('meetings', 'held')],
  [{ code: 'hidden-rows-unknown' }, null],
  ...(
    [
      'resident-number',
      'passport-number',
      'account-number',
      'mobile-number',
      'phone-number',
      'e-mail',
    ] as const
  ).map((kind): readonly [Problem, Place] => [{ code: 'personal-data', kind }, at('meetings', 'note')]),
  ...(
    [
      ['finalTarget', 1301],
      ['target', 1301],
      ['totalCost', 900_000_000],
      ['statedPercent', 70],
      ['endYear', 2026],
      ['status', 'onTrack'],
      ['status', ownWord('우리말')],
      ['name', '쉼터'],
      ['department', '복지과'],
      ['department', null],
    ] as const
  ).map(([kind, now]): readonly [Problem, Place] => [
    {
      code: 'plan-change-off-today',
      found: '당초의 말',
      item: '항목',
      kind,
      now,
      isComing: kind === 'target',
    },
    at('planChanges', 'after'),
  ]),
  ...([null, 'pledge', 'pledgeList', 'indicators', 'planChanges'] as const).map(
    (targetTab): readonly [Problem, Place] => [
      {
        code: 'plan-ends-off-target',
        about: { name: targetTab === 'indicators' ? '쉼터' : null, kind: 'cumulative' },
        targetTab,
        year: 2026,
        planned: 1200,
        finalTarget: 1300,
      },
      at('targets', 'planned'),
    ],
  ),
];

it('the same kind of finding is said as its place and its cells need', async () => {
  const shown = VARIANTS.map(([problem, place, cells]) => {
    const { what, remedy } = messageOf(problem, place, cells);
    const of = [place?.tab, place?.field, cells?.join(' ')].filter((part) => part != null).join(' ');
    return `${problem.code} ${of}`.trim().concat(`\n  ${what}\n  ${remedy}\n`);
  });
  await expect(shown.join('\n')).toMatchFileSnapshot('message-variants.expected.txt');
});
