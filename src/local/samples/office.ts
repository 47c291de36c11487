/**
 * A made-up office with 24 pledges in 4 fields and 6 departments. A pledge's place in the list decides what
 * it counts, how far it has come and what it costs. Some are completed, some are behind their plan, one is on
 * hold, one is abandoned.
 */
import type { BookSample } from './book-sample.ts';

interface MadeUpPledge {
  readonly number: string;
  readonly name: string;
  readonly field: string;
  readonly department: string;
  /** 소통, 누적, 현재값 or 자체평가. */
  readonly kind: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  /** What each year adds, 2022 to 2025. For a level (현재값, 자체평가): the value at the end of each year. */
  readonly results: readonly number[];
  readonly status: string;
  /** Planned amount of one year, in millions of won; 0: no budget. */
  readonly million: number;
}

const YEARS = [2022, 2023, 2024, 2025, 2026] as const;
const FIELDS = [
  { name: '복지', departments: ['복지정책과', '보건행정과'], prefix: 1 },
  { name: '안전', departments: ['안전총괄과'], prefix: 2 },
  { name: '문화', departments: ['문화시설과', '평생교육과'], prefix: 3 },
  { name: '행정', departments: ['자치행정과'], prefix: 4 },
] as const;
const NAMES = [
  '돌봄 쉼터 늘리기, 어르신 건강 교실, 장애인 이동 지원, 아이 돌봄 시간 늘리기, 복지 상담의 날, 건강 생활 실천율 높이기',
  '어린이 보호구역 정비, 하천 산책로 조명, 안전 체험 교육, 노후 시설 점검, 골목 보안등 교체, 재난 대응 훈련',
  '작은 도서관 조성, 생활 체육관 건립, 마을 축제 지원, 평생 학습 강좌, 문화 누리집 개편, 청소년 공연 마당',
  '주민과의 대화, 민원 처리 기간 줄이기, 주민 참여 예산, 찾아가는 설명회, 누리집 열린 게시판, 청렴 교육',
].map((names) => names.split(', '));

/**
 * Kinds of pledges, used in turn. `results` is what the years 2022 to 2025 add, or the level at the end of
 * each.
 */
const KINDS = [
  { kind: '누적', unit: '개소', baseline: 10, target: 30, results: [3, 5, 5, 7] },
  { kind: '소통', unit: '회', baseline: null, target: 40, results: [4, 8, 9, 10] },
  { kind: '누적', unit: 'km', baseline: null, target: 12.5, results: [1.5, 2.5, 3, 2] },
  { kind: '현재값', unit: '%', baseline: null, target: 90, results: [62, 70, 78, 85] },
  { kind: '누적', unit: '명', baseline: null, target: 1200, results: [150, 250, 320, 510] },
  { kind: '자체평가', unit: '%', baseline: null, target: null, results: [20, 45, 70, 80] },
] as const;

export const OFFICE_PLEDGES: readonly MadeUpPledge[] = FIELDS.flatMap((field, group) =>
  (NAMES[group] ?? []).map((name, index): MadeUpPledge => {
    const of = KINDS[(index + group) % KINDS.length] ?? KINDS[0];
    const order = group * 6 + index;
    // Every fifth pledge has no result for 2025. The abandoned one has none after 2023.
    const isAbandoned = order === 14;
    const lags = order % 5 === 3;
    const results = isAbandoned ? of.results.slice(0, 2) : lags ? of.results.slice(0, 3) : of.results;
    return {
      number: `${field.prefix}-${index + 1}`,
      name,
      field: field.name,
      department: field.departments[index % field.departments.length] ?? '',
      kind: of.kind,
      unit: of.unit,
      baseline: of.baseline,
      target: of.target,
      results,
      status: isAbandoned ? '폐기' : order === 7 ? '보류' : '',
      million: order % 4 === 1 ? 0 : 20 + 15 * order,
    };
  }),
);

/** Planned share of the target at the end of each year, in percent. */
const PLAN = [10, 25, 45, 75, 100] as const;

/** Rounds to one decimal, which removes floating-point noise. */
function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Planned value of a level (현재값) at the end of each year. */
const LEVELS = [58, 66, 74, 77, 90] as const;

function plannedAt({ kind, baseline, target }: MadeUpPledge, year: number): number {
  if (kind === '현재값') return LEVELS[year] ?? 0;
  const share = PLAN[year] ?? 0;
  const from = baseline ?? 0;
  return tidy(from + (((target ?? 0) - from) * share) / 100);
}

const isCounted = ({ kind }: MadeUpPledge) => kind === '소통';

export const OFFICE: BookSample = {
  title: '공약장부 여러 공약 예시',
  asOf: '2025-12-31',
  preparedOn: '2022-07-01',
  isOffice: true,
  settings: [
    [
      '기준일',
      '2025. 12. 31.',
      '공약과 숫자는 모두 예시로 지어냈습니다. 실제 기관이나 사업과 관계가 없습니다.',
    ],
    ['임기종료일', '2026. 6. 30.'],
    ['시작연도', '2022'],
    ['종료연도', '2026'],
    ['사업주체', '자체'],
    ['임기구분', '임기 내'],
    ['추진구분', '신규'],
  ],
  tabs: [
    {
      tab: 'pledgeList',
      headings: '공약번호 공약명 분야 담당부서 확인지표 집계 지표단위 기준값 최종목표 이행구분'.split(' '),
      rows: OFFICE_PLEDGES.map((pledge) => [
        pledge.number,
        pledge.name,
        pledge.field,
        pledge.department,
        `${pledge.name} 실적`,
        pledge.kind,
        pledge.unit,
        pledge.baseline === null ? '' : String(pledge.baseline),
        pledge.target === null ? '' : String(pledge.target),
        pledge.status,
      ]),
    },
    {
      tab: 'targets',
      headings: ['공약번호', ...YEARS.map(String)],
      rows: OFFICE_PLEDGES.filter(({ target }) => target !== null).map((pledge) => [
        pledge.number,
        ...YEARS.map((_, year) => String(plannedAt(pledge, year))),
      ]),
    },
    {
      tab: 'classification',
      headings: ['종류', '이름', '별칭', '추진일정'],
      rows: [
        ['소통', '주민 간담회', '간담회', ''],
        ['소통', '현장 방문', '', ''],
        ['출처', '주민과의 대화', '', ''],
        ['출처', '누리집', '홈페이지', ''],
      ],
    },
    {
      tab: 'meetings',
      headings: ['공약번호', '일자', '분류', '내용', '횟수', '참석인원'],
      rows: OFFICE_PLEDGES.filter(isCounted).flatMap((pledge) =>
        pledge.results.flatMap((times, year) =>
          [0, 1, 2, 3].flatMap((quarter) => {
            const held = Math.floor(times / 4) + (quarter < times % 4 ? 1 : 0);
            return held === 0
              ? []
              : [
                  [
                    pledge.number,
                    `${2022 + year}. ${quarter * 3 + 2}. 14.`,
                    quarter % 2 === 0 ? '주민 간담회' : '현장 방문',
                    `${pledge.name} ${quarter + 1}분기`,
                    String(held),
                    String(20 + 5 * held),
                  ],
                ];
          }),
        ),
      ),
    },
    {
      tab: 'results',
      headings: ['공약번호', '일자', '값', '내용'],
      rows: OFFICE_PLEDGES.filter((pledge) => !isCounted(pledge)).flatMap((pledge) =>
        pledge.results.map((value, year) => [
          pledge.number,
          `${2022 + year}. 11. 20.`,
          pledge.unit === '%' ? `${value}%` : String(value),
          `${pledge.name} ${2022 + year}년`,
        ]),
      ),
    },
    {
      tab: 'suggestions',
      headings: ['공약번호', '접수번호', '접수일', '출처', '건의내용', '처리상황', '처리일'],
      rows: OFFICE_PLEDGES.flatMap(({ number, name }, order) => {
        const status = order % 2 === 0 ? '추진중' : '';
        const rows = [
          [number, '1', '2024. 3. 12.', '주민과의 대화', `${name} 더 자주`, '완료', '2024. 6. 3.'],
          [number, '2', '2025. 9. 8.', '누리집', `${name} 안내 늘리기`, status, ''],
        ];
        return order % 3 === 0 ? rows : [];
      }),
    },
    {
      tab: 'budgetPlans',
      title: '(단위: 백만원)',
      headings: ['공약번호', '재원', ...YEARS.map(String)],
      rows: OFFICE_PLEDGES.filter(({ million }) => million > 0).flatMap((pledge, index) => [
        [pledge.number, '구비', ...YEARS.map(() => String(pledge.million))],
        ...(index % 3 === 0
          ? [[pledge.number, '국비', '', ...YEARS.slice(1).map(() => String(pledge.million * 2))]]
          : []),
      ]),
    },
    {
      tab: 'executions',
      headings: ['공약번호', '집행일', '재원', '금액(원)', '적요'],
      rows: OFFICE_PLEDGES.filter(({ million }) => million > 0).flatMap(
        ({ number, million, results }, index) =>
          results.flatMap((_, at) => {
            const year = 2022 + at;
            const own = [number, `${year}. 12. 5.`, '구비', String(million * 900_000), `${year}년 사업비`];
            const state = [number, `${year}. 10. 17.`, '국비', String(million * 1_700_000), '보조금'];
            return index % 3 === 0 && at > 0 ? [own, state] : [own];
          }),
      ),
    },
    {
      tab: 'futurePlans',
      headings: ['공약번호', '시기', '내용'],
      rows: OFFICE_PLEDGES.filter(({ status }) => status === '').map((pledge) => [
        pledge.number,
        '2026. 6월',
        `${pledge.name} 마무리`,
      ]),
    },
  ],
};
