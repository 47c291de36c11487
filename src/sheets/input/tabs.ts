/** The input tabs: their names, headings and aliases, and what their cells hold. */
import { isSum } from '../../domain/indicators/indicator.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import type { FundingSource } from '../../domain/words.ts';
import { saysNothing } from '../cells/money.ts';
import { nameTable } from '../name-table.ts';
import { indicatorKinds } from '../names.ts';
import { parseFundingSource } from './budget/money-labels.ts';
import { CLASSIFICATION_KINDS, type ClassificationKind } from './classification-kinds.ts';
import {
  addedColumn,
  budgetTimeColumn,
  type Column,
  choiceColumn,
  dayColumn,
  defineTab,
  digitsColumn,
  eventDateColumn,
  identifierColumn,
  labelTextColumn,
  measureColumn,
  meetingTimesColumn,
  moneyColumn,
  optionalChoiceColumn,
  optionalDateColumn,
  peopleColumn,
  plannedColumn,
  type ReadContext,
  rawColumn,
  requiredRawColumn,
  requiredTextColumn,
  resultColumn,
  sharedTextColumn,
  spendingDateColumn,
  textColumn,
  timesColumn,
  yearColumn,
} from './columns.ts';
import { MEETING_UNITS } from './indicators/indicator-units.ts';
import { NO_BUDGET } from './no-budget.ts';
import { pledgeListTab } from './pledges/pledge-list-tab.ts';
import { isCountedTotal, isMoneyTotal, isPlanTotal, isTotalWord } from './totals/total-words.ts';

export const pledgeTab = defineTab('pledge', '공약', {
  item: textColumn({ heading: '항목', aliases: ['구분', '설정'], required: true }),
  value: rawColumn({ heading: '값', aliases: ['내용', '설정값'], required: true }),
  explanation: textColumn({ heading: '설명', aliases: ['비고'] }),
});

export const indicatorsTab = defineTab('indicators', '지표', {
  name: {
    ...identifierColumn({ heading: '지표', aliases: ['지표명', '확인지표', '이름'], required: true }),
    // The name of an indicator may end like a total: 이용자 누계.
    namesTotals: false,
    isTotal: (text) => isTotalWord(text) || isCountedTotal(text),
  },
  kind: choiceColumn(
    { heading: '집계', aliases: ['집계방법', '집계방식'], required: true },
    () => indicatorKinds,
  ),
  unit: textColumn({ heading: '단위', aliases: ['지표단위'], counts: true }),
  baseline: measureColumn({ heading: '기준값', aliases: ['기준치', '기준'] }),
  target: measureColumn({ heading: '최종목표', aliases: ['목표', '목표치', '최종 목표치'] }),
  digits: digitsColumn({ heading: '소수자리', aliases: ['소수점'] }),
});

export const targetsTab = defineTab('targets', '연차목표', {
  indicator: addedColumn(
    optionalChoiceColumn({ heading: '지표', aliases: ['지표명'] }, (context) => context.indicators),
  ),
  year: yearColumn({ heading: '연도', aliases: ['년도', '연차'], required: true }),
  planned: plannedColumn(
    { heading: '누적목표', aliases: ['누적 계획', '목표', '계획', '누적목표치'], required: true },
    MEETING_UNITS,
  ),
});

/** Values of 처리: true where the status is an end. */
const ENDS = nameTable([
  { value: true, name: '끝', aliases: ['끝남', '종결', '종료', '완료', '처리완료'] },
  { value: false, name: '진행', aliases: ['진행중', '처리중', '추진중', '계속', '미완료'] },
]);

const KINDS = nameTable<ClassificationKind>(
  Object.values(CLASSIFICATION_KINDS).map((value) => ({ value, name: value })),
);

export const classificationTab = defineTab('classification', '분류', {
  kind: optionalChoiceColumn({ heading: '종류', aliases: ['구분'], required: true }, () => KINDS),
  name: textColumn({ heading: '이름', aliases: ['명칭', '분류명'], required: true }),
  aliases: textColumn({ heading: '별칭', aliases: ['다른 이름', '동의어'], counts: true }),
  scheduleRow: textColumn({ heading: '추진일정', aliases: ['세부추진사항'], counts: true }),
  ended: {
    ...optionalChoiceColumn({ heading: '처리', aliases: ['끝 여부', '종결 여부', '완료 여부'] }, () => ENDS),
    isAdded: true,
  },
});

export const meetingsTab = defineTab('meetings', '소통기록', {
  date: eventDateColumn({
    heading: '일자',
    aliases: ['날짜', '일시', '개최일', '개최일자', '추진일', '일정'],
    required: true,
  }),
  category: optionalChoiceColumn(
    { heading: '분류', aliases: ['구분', '유형', '소통분류', '소통유형'], required: true },
    (context) => context.categories,
  ),
  content: textColumn({ heading: '내용', aliases: ['소통내용', '주요내용', '행사명'] }),
  place: sharedTextColumn({ heading: '장소', aliases: ['개최장소', '위치'] }),
  times: meetingTimesColumn({ heading: '횟수', aliases: ['소통횟수', '회수', '개최횟수'] }, [
    '회',
    '번',
    '차례',
  ]),
  groups: peopleColumn({ heading: '단체수', aliases: ['단체', '참여단체', '단체·개소'] }, [
    '개',
    '단체',
    '개단체',
    '개소',
    '곳',
    '개기관',
    '기관',
    '개팀',
  ]),
  attendees: peopleColumn({ heading: '참석인원', aliases: ['인원', '참석자수', '참여인원', '참석자'] }, [
    '명',
    '인',
  ]),
  note: textColumn({ heading: '비고', aliases: ['메모'] }),
});

/** Whether the results of a row's indicator add up; true where the indicator is unknown. */
function isOfSum(
  { indicator }: Readonly<Record<string, unknown>>,
  { indicators, unnamed }: ReadContext,
): boolean {
  const known = indicators.names.map((name) => indicators.match(name));
  const own = known.find((match) => match.kind === 'known' && match.value === indicator);
  const of = own?.kind === 'known' ? own.value : unnamed;
  return of === null || isSum(of);
}

export const resultsTab = defineTab('results', '실적기록', {
  indicator: optionalChoiceColumn({ heading: '지표', aliases: ['지표명'] }, (context) => context.indicators),
  date: eventDateColumn({
    heading: '일자',
    aliases: ['날짜', '기준일', '추진일', '측정일', '실적일'],
    required: true,
  }),
  value: {
    ...resultColumn({ heading: '값', aliases: ['실적', '실적값', '수량', '실적치'], required: true }),
    addsUp: isOfSum,
  },
  content: textColumn({ heading: '내용', aliases: ['주요내용', '추진내용'] }),
  note: textColumn({ heading: '비고', aliases: ['메모'] }),
});

/** A 시 or a 군 has 읍 and 면 as well. */
const DONG_NAMES = ['읍면동', '읍·면·동', '읍/면/동', '읍면', '읍·면', '읍/면'];

export const suggestionsTab = defineTab('suggestions', '건의사항', {
  number: identifierColumn({ heading: '접수번호', aliases: ['관리번호', '건의번호'] }),
  date: eventDateColumn({
    heading: '접수일',
    aliases: ['접수일자', '건의일', '일자', '접수'],
    required: true,
  }),
  occasion: optionalChoiceColumn(
    { heading: '출처', aliases: ['건의경로', '접수경로', '구분'], required: true },
    (context) => context.occasions,
  ),
  dong: optionalChoiceColumn(
    { heading: '동', aliases: ['행정동', '동명', ...DONG_NAMES] },
    (context) => context.dongs,
  ),
  content: textColumn({ heading: '건의내용', aliases: ['내용', '건의사항', '건의요지'] }),
  department: optionalChoiceColumn(
    { heading: '소관부서', aliases: ['담당부서', '처리부서', '부서'] },
    (context) => context.departments,
  ),
  status: optionalChoiceColumn(
    { heading: '처리상황', aliases: ['처리상태', '추진상황', '처리결과', '처리현황'] },
    (context) => context.statuses,
  ),
  handledOn: optionalDateColumn({ heading: '처리일', aliases: ['처리일자', '완료일', '처리완료일'] }),
  times: timesColumn({ heading: '건수', aliases: ['건의건수'] }, ['건']),
  note: textColumn({ heading: '비고', aliases: ['메모'] }),
});

function fundColumn(isPlan: boolean): Column<FundingSource> {
  return {
    ...choiceColumn(
      { heading: '재원', aliases: ['재원구분', '예산구분'], required: true },
      ({ fundingSources }) => fundingSources,
    ),
    isTotal: (text) => isMoneyTotal(text) || isPlanTotal(text),
    parse: (cell, { fundingSources }) => parseFundingSource(cell, fundingSources, isPlan),
  };
}

export const budgetPlansTab = defineTab('budgetPlans', '예산계획', {
  year: {
    ...budgetTimeColumn({ heading: '연도', aliases: ['년도', '회계연도'], required: true }),
    // 비예산 needs no year. It is put in the first year.
    meantBeside: (cell, { fundingSource }, { startYear }) =>
      fundingSource === NO_BUDGET && saysNothing(cell) && startYear !== null ? { value: startYear } : null,
  },
  fundingSource: fundColumn(true),
  planned: {
    ...moneyColumn(
      {
        heading: '금액(백만원)',
        aliases: ['계획액', '투자계획', '예산액', '예산현액', '사업비'],
        required: true,
      },
      '백만원',
    ),
    meantBeside: (cell, { fundingSource }) =>
      fundingSource === NO_BUDGET && saysNothing(cell) ? { value: 0 } : null,
  },
});

export const executionsTab = defineTab('executions', '예산집행', {
  date: spendingDateColumn({
    heading: '집행일',
    aliases: ['집행일자', '지출일', '지출일자', '일자'],
    required: true,
  }),
  fundingSource: fundColumn(false),
  executed: moneyColumn(
    { heading: '금액(원)', aliases: ['집행액', '지출액', '집행금액'], required: true },
    '원',
  ),
  summary: textColumn({ heading: '적요', aliases: ['내용', '집행내역', '지출내역', '비고'] }),
});

export const futurePlansTab = defineTab('futurePlans', '향후계획', {
  when: labelTextColumn({ heading: '시기', aliases: ['일정', '추진시기'], required: true }),
  content: requiredTextColumn({ heading: '내용', aliases: ['계획', '추진내용'], required: true }),
  category: labelTextColumn({ heading: '분류', aliases: ['구분'], counts: false }),
});

export const planChangesTab = defineTab('planChanges', '공약변경', {
  date: dayColumn({
    heading: '일자',
    aliases: ['변경일', '변경일자', '날짜', '시기', '승인일', '변경시기'],
    required: true,
  }),
  indicator: addedColumn(
    optionalChoiceColumn({ heading: '지표', aliases: ['지표명'] }, (context) => context.indicators),
  ),
  item: requiredTextColumn({ heading: '항목', aliases: ['변경항목', '구분'], required: true }),
  before: requiredRawColumn({
    heading: '당초',
    aliases: ['변경전', '당초계획', '기존', '종전'],
    required: true,
  }),
  after: requiredRawColumn({ heading: '변경', aliases: ['변경후', '변경계획', '변경내용'], required: true }),
  reason: textColumn({ heading: '사유', aliases: ['변경사유', '이유'] }),
  procedure: textColumn({ heading: '절차', aliases: ['변경절차', '승인절차', '심의'] }),
});

/** The schedule has its own reader (`schedule.ts`), because its columns are quarters. */
export const SCHEDULE_TAB_NAME = '추진일정';
export const SCHEDULE_NAME_HEADING = '세부추진사항';

export const INPUT_TAB_NAMES: Readonly<Record<InputTab, string>> = {
  pledge: pledgeTab.name,
  pledgeList: pledgeListTab.name,
  indicators: indicatorsTab.name,
  targets: targetsTab.name,
  schedule: SCHEDULE_TAB_NAME,
  classification: classificationTab.name,
  meetings: meetingsTab.name,
  results: resultsTab.name,
  suggestions: suggestionsTab.name,
  budgetPlans: budgetPlansTab.name,
  executions: executionsTab.name,
  futurePlans: futurePlansTab.name,
  planChanges: planChangesTab.name,
};

/** Tabs that 시트 준비 does not make: a person adds them where the pledge needs them (설정 → 탭 더하기). */
export const ADDED_TABS = [
  'pledgeList',
  'indicators',
  'results',
  'planChanges',
] as const satisfies readonly InputTab[];
const ADDED: ReadonlySet<InputTab> = new Set(ADDED_TABS);
export type FirstTab = Exclude<InputTab, (typeof ADDED_TABS)[number]>;

/** The tabs that 시트 준비 makes, in their order. */
export const FIRST_TABS = INPUT_TABS.filter((tab): tab is FirstTab => !ADDED.has(tab));

/** Tabs that may be absent. Without any other tab, the figures that need it cannot be computed. */
export const OPTIONAL_TABS: ReadonlySet<InputTab> = new Set<InputTab>([
  'schedule',
  'classification',
  'futurePlans',
  ...ADDED_TABS,
]);
