/**
 * The sample pledge: the published sheet of pledge 1-6 as rows of the input tabs. Dates are as precise as
 * they are published (`2023`, `2024. 1월`), unknown values are blank, and narrative cells are in our own
 * words.
 */
import { QUARTERS } from '../domain/date.ts';
import type { InputTab } from '../domain/tabs.ts';
import type { Column, TabDefinition } from './input/columns.ts';
import {
  budgetPlansTab,
  classificationTab,
  executionsTab,
  futurePlansTab,
  meetingsTab,
  pledgeTab,
  SCHEDULE_NAME_HEADING,
  suggestionsTab,
  targetsTab,
} from './input/tabs.ts';
import { BUILT_IN_NAMES } from './set-up/layouts.ts';
import { settingRows } from './set-up/settings.ts';

/** The content to write into a tab. Numbers stay numbers; every other cell is text. */
export interface SampleTab {
  readonly tab: InputTab;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const DONGS = [
  '옥련1동',
  '옥련2동',
  '선학동',
  '연수1동',
  '연수2동',
  '연수3동',
  '청학동',
  '동춘1동',
  '동춘2동',
  '동춘3동',
  '송도1동',
  '송도2동',
  '송도3동',
  '송도4동',
  '송도5동',
];

const PLEDGE: SampleTab = {
  tab: 'pledge',
  headings: headingsOf(pledgeTab),
  rows: settingRows({
    number: '1-6',
    name: '주민자치 활성화 "구정의 주인이 구민"',
    department: '자치행정과',
    executingBody: '자체',
    termKind: '임기 내',
    progressKind: '지속',
    startYear: 2022,
    endYear: 2026,
    termEnd: '2026. 6. 30.',
    totalCostWon: 27,
    indicator: '구민과의 소통 횟수 (누적)',
    finalTarget: 200,
    unit: '회',
    asOf: '2024. 3. 31.',
    roundingMode: '절사',
    digits: 0,
    executionDigits: 1,
    policyGoal: '구민의 목소리를 현장에서 듣고 구정에 담는다',
    policyOutline: '생활 현장을 찾아가 여러 계층의 구민을 만나고, 나온 의견의 처리를 끝까지 살핀다',
    amendments: '확인지표에서 건의사항 처리율을 뺌',
  }),
};

const TARGETS: SampleTab = {
  tab: 'targets',
  headings: headingsOf(targetsTab),
  rows: [
    [2022, 20],
    [2023, 50],
    [2024, 90],
    [2025, 140],
    [2026, 200],
  ],
};

const YEARS = [2022, 2023, 2024, 2025, 2026];

const SCHEDULE: SampleTab = {
  tab: 'schedule',
  headings: [
    SCHEDULE_NAME_HEADING,
    ...YEARS.flatMap((year) => QUARTERS.map((quarter) => `${year}.${quarter}`)),
  ],
  rows: [
    //                        2022    2023    2024    2025    2026
    scheduleRow('시장방문', '   4', '   4', '   4', '   4', '   4'),
    scheduleRow('동 연두방문', '    ', '1   ', '1   ', '1   ', '1   '),
    scheduleRow('구청장 차담회', '  3 ', '1 3 ', '1 3 ', '1 3 ', '1 3 '),
    scheduleRow('현장대화의 날', '    ', ' 2 4', ' 2 4', ' 2 4', ' 2 4'),
    scheduleRow('정책간담회', '  3 ', '1 3 ', '1 3 ', '1 3 ', '1 3 '),
  ],
};

const CLASSIFICATION: SampleTab = {
  tab: 'classification',
  headings: headingsOf(classificationTab),
  rows: [
    ...BUILT_IN_NAMES,
    ['소통', '시장방문', '인천시장 연두방문, 인천시장 방문', '시장방문'],
    ['소통', '동 연두방문', '동연두방문, 구청장 동 연두방문', '동 연두방문'],
    ['소통', '구청장 차담회', '구청장차담회, 구청장과의 차담회', '구청장 차담회'],
    ['소통', '현장방문', '현장대화의 날', '현장대화의 날'],
    [
      '소통',
      '공감소통 정책간담회',
      '정책간담회, 공감소통정책간담회, 분야별 정책간담회, 단체장 간담회',
      '정책간담회',
    ],
    ['소통', '소통 한마당', '온동네 온마을 소통 한마당', ''],
    ['소통', '기타', '', ''],
    ['출처', '초도방문', '', ''],
    ['출처', '동 연두방문', '동연두방문, 구청장 동 연두방문', ''],
    ['출처', '인천시장 연두방문', '시장 연두방문', ''],
    ['출처', '인천시장 방문', '「마을 안으로, 시민 속으로」 인천시장 방문', ''],
  ],
};

const MEETINGS: SampleTab = {
  tab: 'meetings',
  headings: headingsOf(meetingsTab),
  rows: [
    ['2022', '이월', '2022년에 가진 소통의 누계', '', 39, '', '', '행별 기록이 없음'],
    ['2023', '시장방문', '인천시장 연두방문', '', 1, '', '약 200명', ''],
    ['2023', '시장방문', '마을로 찾아온 인천시장 방문', '', '-', '', '약 70명', '공표된 횟수에 들지 않음'],
    ...DONGS.map((dong) => ['2023', '동 연두방문', '', `${dong} 행정복지센터`, 1, '', '', '']),
    ['2023', '구청장 차담회', '동아리·소모임과의 차담회', '', 21, '23개 단체', '212명', ''],
    ['2023', '현장방문', '승기천, 송도역사 복원 현장', '', 1, '2개소', '', ''],
    ['2023', '공감소통 정책간담회', '민간·자생단체와의 간담회', '', 13, '13개 단체', '411명', ''],
    ['2023', '소통 한마당', '마을 단체가 함께한 한마당', '', 1, '20개 단체', '약 130명', ''],
    ...DONGS.map((dong) => ['2024. 1월', '동 연두방문', '', `${dong} 행정복지센터`, 1, '', '', '']),
    ['2024. 2월', '시장방문', '인천시장 연두방문', '', 1, '', '약 500명', ''],
    ['2024. 3월', '공감소통 정책간담회', '자원봉사센터 등록 단체장과의 간담회', '', 1, '', '', ''],
    ['2024. 3월', '구청장 차담회', '', '', '-', '', '', '3월까지 없었음'],
    ['2024. 3월', '현장방문', '', '', '-', '', '', '3월까지 없었음'],
  ],
};

const SUGGESTIONS: SampleTab = {
  tab: 'suggestions',
  headings: headingsOf(suggestionsTab),
  rows: [
    suggestionRow('2022', '초도방문', '', 212),
    suggestionRow('2023', '동 연두방문', '완료', 96),
    suggestionRow('2023', '동 연두방문', '추진중', 23),
    suggestionRow('2023', '동 연두방문', '중장기추진', 24),
    suggestionRow('2023', '동 연두방문', '추진불가', 24),
    suggestionRow('2023', '동 연두방문', '이송', 19),
    suggestionRow('2023', '인천시장 연두방문', '추진중', 8),
    suggestionRow('2023', '인천시장 연두방문', '검토중', 5),
    suggestionRow('2023', '인천시장 연두방문', '추진불가', 1),
    suggestionRow('2023', '인천시장 방문', '추진중', 1),
    suggestionRow('2023', '인천시장 방문', '검토중', 2),
    suggestionRow('2024. 1월', '동 연두방문', '', 186),
    suggestionRow('2024. 2월', '인천시장 연두방문', '', 5),
  ],
};

const BUDGET_PLANS: SampleTab = {
  tab: 'budgetPlans',
  headings: headingsOf(budgetPlansTab),
  rows: [
    [2022, '구', 3],
    [2023, '구', 6],
    [2024, '구', 6],
    [2025, '구', 6],
    [2026, '구', 6],
  ],
};

const EXECUTIONS: SampleTab = {
  tab: 'executions',
  headings: headingsOf(executionsTab),
  rows: [
    ['2022', '구', 1_800_000, '2022년 집행액의 합계'],
    ['2023', '구', 3_900_000, '2023년 집행액의 합계'],
  ],
};

const FUTURE_PLANS: SampleTab = {
  tab: 'futurePlans',
  headings: headingsOf(futurePlansTab),
  rows: [
    ['2024. 4월', '상반기 건의사항 보고회', ''],
    ['2024년 연중', '온동네 소통투어', ''],
    ['2024. 4월~7월, 9월~10월', '구청장과의 차담회', '구청장 차담회'],
    ['2024년 상·하반기', '분야별 정책간담회', '공감소통 정책간담회'],
  ],
};

export const SAMPLE: readonly SampleTab[] = [
  PLEDGE,
  TARGETS,
  SCHEDULE,
  CLASSIFICATION,
  MEETINGS,
  SUGGESTIONS,
  BUDGET_PLANS,
  EXECUTIONS,
  FUTURE_PLANS,
];

function headingsOf(definition: TabDefinition<Readonly<Record<string, Column<unknown>>>>): readonly string[] {
  return Object.values(definition.columns)
    .filter(({ isAdded }) => isAdded !== true)
    .map(({ heading }) => heading);
}

/** Each year is a text of four characters, one a quarter; any character but a space marks that quarter. */
function scheduleRow(name: string, ...years: readonly string[]): readonly string[] {
  return [
    name,
    ...years.flatMap((year) => QUARTERS.map((quarter) => (year.charAt(quarter - 1) === ' ' ? '' : '■'))),
  ];
}

/** One row for all suggestions of one occasion and status: the published sheet does not list them singly. */
function suggestionRow(
  date: string,
  occasion: string,
  status: string,
  count: number,
): readonly (string | number)[] {
  return ['', date, occasion, '', '', '', status, '', count, ''];
}
