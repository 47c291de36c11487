/** Look of the columns of new input tabs, and the notes for whoever fills them in. */
import { FUNDING_SOURCES } from '../../domain/words.ts';
import { CLASSIFICATION_KINDS } from '../input/classification-kinds.ts';
import type { Column } from '../input/columns.ts';
import { CHOSEN_ITEM_NAMES, PLAN_ITEM_NAMES, TARGET_OF_YEAR } from '../input/plan-changes/plan-items.ts';
import { PLEDGE_NUMBER_HEADING } from '../input/pledges/pledge-column.ts';
import { pledgeListTab } from '../input/pledges/pledge-list-tab.ts';
import {
  budgetPlansTab,
  classificationTab,
  executionsTab,
  futurePlansTab,
  indicatorsTab,
  meetingsTab,
  planChangesTab,
  pledgeTab,
  resultsTab,
  SCHEDULE_NAME_HEADING,
  suggestionsTab,
  targetsTab,
} from '../input/tabs.ts';
import {
  fundingSourceName,
  handlingStatusNames,
  indicatorKinds,
  kindsExplained,
  RESULT_KINDS,
} from '../names.ts';
import {
  AMOUNT_FORMAT,
  DATE_FORMAT,
  PLAIN_NUMBER_FORMAT,
  SEPARATED_FORMAT,
  TEXT,
  UNFORMATTED,
} from './formats.ts';
import { PLEDGE_LIST } from './pledge-list-columns.ts';
import {
  amountRule,
  countRule,
  dateRule,
  listRule,
  measureRule,
  namesRule,
  type Rule,
  yearRule,
} from './rules.ts';

export interface ColumnGuide {
  readonly heading: string;
  /** True if the tab cannot be read without this heading. */
  readonly required: boolean;
  /** Shown when the pointer rests on the heading: what to type, with an example. */
  readonly note: string;
  /** In pixels. */
  readonly width: number;
  /** Number format of the cells below the heading. */
  readonly format: string;
  readonly rule: Rule | null;
}

interface Guide {
  readonly note: string;
  readonly width: number;
  readonly format: string;
  readonly rule: Rule | null;
}

function guide(note: string, width: number, format: string, rule: Rule | null = null): Guide {
  return { note, width, format, rule };
}

const dateGuide = (note: string) =>
  guide(
    `${note}\n예: 2024. 3. 5.\n월까지만 알면 2024. 3월, 연도만 알면 2024년처럼 적습니다.`,
    110,
    DATE_FORMAT,
    dateRule,
  );
const yearGuide = (note: string) => guide(`${note}\n예: 2024`, 80, PLAIN_NUMBER_FORMAT, yearRule);
const fundingGuide = guide(
  '어느 돈인지 고릅니다: 국(국비), 시(시비), 구(구비), 기타, 도비, 군비. 다른 재원이면 그 이름을 적습니다. 분류 탭에 재원의 이름을 적어 두었으면 그 가운데에서 고릅니다.\n예: 구',
  80,
  TEXT,
  namesRule('fundingSources', [...FUNDING_SOURCES.map(fundingSourceName), '도비', '군비']),
);
/** 연차목표 of each year, as items of 공약변경. */
const TARGETS_OF_YEARS = Array.from({ length: 9 }, (_, index) => `${TARGET_OF_YEAR} ${2022 + index}`);

const remark = guide('더 적어 둘 것이 있으면 적습니다. 계산에는 쓰지 않습니다.', 180, TEXT);

/** A guide for every column of a tab except `Added`: the columns that people add themselves when needed. */
type GuidesOf<
  Tab extends { readonly columns: object },
  Added extends keyof Tab['columns'] = never,
> = Readonly<Record<Exclude<keyof Tab['columns'], Added>, Guide>>;

const PLEDGE: GuidesOf<typeof pledgeTab> = {
  item: guide('설정의 이름입니다. 바꾸지 않습니다. 줄의 순서는 바꾸어도 됩니다.', 150, TEXT),
  value: guide('그 설정의 값을 적습니다. 비워 두어도 되는 것은 설명에 적혀 있습니다.', 320, TEXT),
  explanation: guide('무엇을 적는지, 비워 두면 어떻게 되는지입니다.', 460, TEXT),
};

const TARGETS: GuidesOf<typeof targetsTab, 'indicator'> = {
  year: yearGuide('목표를 세운 연도를 한 줄에 하나씩 적습니다.'),
  planned: guide(
    '그해 말까지 이룰 누적 목표입니다. 그해 몫이 아니라 처음부터 더한 수를 적습니다.\n예: 50',
    110,
    UNFORMATTED,
    measureRule,
  ),
};

const CLASSIFICATION: GuidesOf<typeof classificationTab, 'ended'> = {
  kind: guide(
    '무엇의 이름인지 고릅니다: 소통(소통기록의 분류), 처리상황, 출처(건의사항의 출처).\n예: 소통',
    90,
    TEXT,
    // Enough for most offices; 재원 and 이행구분 may still be typed.
    listRule([CLASSIFICATION_KINDS.meetings, CLASSIFICATION_KINDS.statuses, CLASSIFICATION_KINDS.occasions]),
  ),
  name: guide(
    '기록할 때 쓸 이름입니다. 새 이름은 같은 종류의 줄 사이에 행을 끼워 넣어 적으면 고르는 목록에 나타납니다.\n예: 구청장 차담회',
    190,
    TEXT,
  ),
  aliases: guide(
    '같은 것을 달리 부르는 이름을 쉼표로 나누어 적습니다. 이렇게 적힌 행도 같은 이름으로 셉니다.\n예: 구청장차담회, 구청장과의 차담회',
    420,
    TEXT,
  ),
  scheduleRow: guide(
    '소통의 이름이 추진일정 탭의 어느 줄에 드는지 적습니다. 이름이 같거나 없으면 비워 둡니다.\n예: 정책간담회',
    150,
    TEXT,
    { kind: 'scheduleNames' },
  ),
};

const MEETINGS: GuidesOf<typeof meetingsTab> = {
  date: dateGuide('소통이 있었던 날입니다. 이 날짜로 기준일 안인지 가립니다.'),
  category: guide(
    '분류 탭에 적힌 소통의 이름을 고릅니다. 비우면 미분류로 셉니다. 자세한 기록이 없는 지난 실적은 이월이라고 적습니다.\n예: 시장방문',
    150,
    TEXT,
    namesRule('meetings'),
  ),
  content: guide('무슨 자리였는지 적습니다.\n예: 동아리 회원들과의 차담회', 260, TEXT),
  place: guide('어디서 했는지 적습니다.\n예: 연수1동 행정복지센터', 180, TEXT),
  times: guide(
    '몇 번으로 셀지 적습니다. 비우면 1번입니다. 세지 않을 행은 - 를 적습니다.\n예: 1',
    70,
    SEPARATED_FORMAT,
    countRule,
  ),
  groups: guide('만난 단체의 수입니다. 모르면 비웁니다.\n예: 23', 80, SEPARATED_FORMAT, countRule),
  attendees: guide(
    '만난 사람의 수입니다. 모르면 비우고, 어림이면 약을 붙입니다.\n예: 212 또는 약 200명',
    90,
    SEPARATED_FORMAT,
    countRule,
  ),
  note: remark,
};

const SUGGESTIONS: GuidesOf<typeof suggestionsTab> = {
  number: guide(
    '건의마다 다른 번호입니다. 같은 번호가 두 번 있으면 점검 탭이 알려 줍니다.\n예: 2024-015',
    100,
    TEXT,
  ),
  date: dateGuide('건의를 받은 날입니다.'),
  occasion: guide(
    '분류 탭에 적힌 출처의 이름을 고릅니다.\n예: 동 연두방문',
    150,
    TEXT,
    namesRule('occasions'),
  ),
  dong: guide('어느 동(읍·면)의 건의인지 적습니다. 없으면 비웁니다.\n예: 연수1동', 90, TEXT),
  content: guide(
    '건의한 내용을 적습니다. 주민등록번호나 휴대전화 번호는 적지 않습니다.\n예: 놀이터 그늘막 설치',
    300,
    TEXT,
  ),
  department: guide('처리를 맡은 부서입니다.\n예: 공원녹지과', 120, TEXT),
  status: guide(
    '지금의 처리상황을 고릅니다. 다른 이름을 쓰면 분류 탭에 더합니다. 아직 없으면 비워 둡니다.\n예: 추진중',
    110,
    TEXT,
    namesRule(
      'statuses',
      handlingStatusNames.map(({ name }) => name),
    ),
  ),
  handledOn: dateGuide('처리상황이 정해진 날입니다. 아직이면 비웁니다.'),
  times: guide('몇 건으로 셀지 적습니다. 비우면 1건입니다.\n예: 1', 70, SEPARATED_FORMAT, countRule),
  note: remark,
};

const BUDGET_PLANS: GuidesOf<typeof budgetPlansTab> = {
  year: yearGuide('돈을 쓰기로 한 연도입니다.'),
  fundingSource: fundingGuide,
  planned: guide(
    '계획한 금액을 백만원으로 적습니다. 단위를 붙여 적어도 됩니다.\n예: 6 또는 5.7 또는 600만원',
    130,
    UNFORMATTED,
    amountRule,
  ),
};

const EXECUTIONS: GuidesOf<typeof executionsTab> = {
  date: dateGuide('돈을 쓴 날입니다.'),
  fundingSource: fundingGuide,
  executed: guide(
    '쓴 금액을 원으로 적습니다. 돌려받은 돈은 △를 붙이거나 음수로 적습니다.\n예: 1800000',
    130,
    AMOUNT_FORMAT,
    amountRule,
  ),
  summary: guide('무엇에 썼는지 적습니다.\n예: 차담회 다과', 300, TEXT),
};

const FUTURE_PLANS: GuidesOf<typeof futurePlansTab> = {
  when: guide('언제 할 것인지 아는 만큼 적습니다.\n예: 2024. 4월 또는 2024년 하반기', 190, TEXT),
  content: guide('무엇을 할 것인지 적습니다.\n예: 상반기 건의사항 보고회', 320, TEXT),
  category: guide(
    '어느 소통에 드는지 고릅니다. 없으면 비웁니다.\n예: 구청장 차담회',
    160,
    TEXT,
    namesRule('meetings'),
  ),
};

const INDICATORS: GuidesOf<typeof indicatorsTab> = {
  name: guide(
    '지표의 이름입니다. 공약 탭의 확인지표는 여기에 다시 적지 않습니다.\n예: 장애인돌봄',
    190,
    TEXT,
  ),
  kind: guide(
    `어떻게 세는지 고릅니다: ${kindsExplained(RESULT_KINDS)}.\n예: 누적`,
    90,
    TEXT,
    listRule(indicatorKinds.names),
  ),
  unit: guide('값의 단위입니다.\n예: 개소', 80, TEXT),
  baseline: guide('공약이 시작되기 전의 값입니다. 없으면 비웁니다.\n예: 55', 90, UNFORMATTED, measureRule),
  target: guide('마지막에 이를 값입니다. 기준값을 넣은 값입니다.\n예: 113', 90, UNFORMATTED, measureRule),
  digits: guide(
    '적어도 이만큼 보일 소수 자릿수입니다. 비우면 적힌 대로이고, 적힌 값에 더 있으면 다 보입니다.\n예: 1',
    90,
    PLAIN_NUMBER_FORMAT,
  ),
};

const RESULTS: GuidesOf<typeof resultsTab> = {
  indicator: guide('어느 지표의 값인지 적습니다. 지표가 하나이면 비웁니다.\n예: 장애인돌봄', 150, TEXT),
  date: dateGuide('실적이 있었던 날, 또는 값을 잰 날입니다. 이 날짜로 기준일 안인지 가립니다.'),
  value: guide(
    '누적이면 그날 더해진 만큼(줄었으면 음수), 현재값이면 그날의 값입니다.\n예: 2 또는 12.5km 또는 88%',
    100,
    UNFORMATTED,
    measureRule,
  ),
  content: guide('무엇의 실적인지 적습니다.\n예: 경로당 쉼터 2개소 개설', 300, TEXT),
  note: remark,
};

const PLAN_CHANGES: GuidesOf<typeof planChangesTab, 'indicator'> = {
  date: dateGuide('계획을 바꾸기로 한 날입니다. 이날부터 바뀐 계획으로 계산합니다.'),
  item: guide(
    `바꾼 것의 이름을 적습니다: ${PLAN_ITEM_NAMES.join(', ')}.\n예: 최종목표`,
    130,
    TEXT,
    listRule([...CHOSEN_ITEM_NAMES, ...TARGETS_OF_YEARS]),
  ),
  before: guide('바꾸기 전의 값입니다. 없었으면 - 를 적습니다.\n예: 400', 120, UNFORMATTED),
  after: guide(
    '바꾼 뒤의 값입니다. 적는 탭에는 지금 시행되는 값이 있어야 합니다.\n예: 301',
    120,
    UNFORMATTED,
  ),
  reason: guide('왜 바꾸었는지 적습니다. 실적보고의 수정사항에 나옵니다.\n예: 국비 미확보', 240, TEXT),
  procedure: guide('어떤 절차로 바꾸었는지 적습니다.\n예: 주민배심원 승인', 200, TEXT),
};

/** The columns of each tab with fixed headings, in order. */
export const COLUMN_GUIDES = {
  pledge: guidesOf(pledgeTab.columns, PLEDGE),
  pledgeList: guidesOf(pledgeListTab.columns, PLEDGE_LIST),
  targets: guidesOf(targetsTab.columns, TARGETS),
  indicators: guidesOf(indicatorsTab.columns, INDICATORS),
  results: guidesOf(resultsTab.columns, RESULTS),
  classification: guidesOf(classificationTab.columns, CLASSIFICATION),
  meetings: guidesOf(meetingsTab.columns, MEETINGS),
  suggestions: guidesOf(suggestionsTab.columns, SUGGESTIONS),
  budgetPlans: guidesOf(budgetPlansTab.columns, BUDGET_PLANS),
  executions: guidesOf(executionsTab.columns, EXECUTIONS),
  futurePlans: guidesOf(futurePlansTab.columns, FUTURE_PLANS),
  planChanges: guidesOf(planChangesTab.columns, PLAN_CHANGES),
} as const;

/** The column by which each row of an office's book says to which pledge it belongs. */
export const PLEDGE_NUMBER_GUIDE: ColumnGuide = {
  heading: PLEDGE_NUMBER_HEADING,
  required: true,
  note: note(
    true,
    '어느 공약의 행인지, 공약목록 탭의 공약번호를 적습니다. 비우면 오류로 남고 세지 않습니다.\n예: 1-6',
  ),
  width: 90,
  format: TEXT,
  rule: null,
};

/** A single object, so that the columns of all quarters share one rule. */
const MARKED = listRule(['■']);

/** The columns of 추진일정: 세부추진사항, then one for each heading of a quarter. */
export function scheduleGuides(quarters: readonly string[]): readonly ColumnGuide[] {
  return [
    {
      heading: SCHEDULE_NAME_HEADING,
      required: true,
      note: note(true, '해마다 하기로 한 일을 한 줄에 하나씩 적습니다.\n예: 구청장 차담회'),
      width: 170,
      format: TEXT,
      rule: null,
    },
    ...quarters.map((heading) => ({
      heading,
      required: false,
      note: note(
        false,
        `${heading.replace('.', '년 ')}분기에 하기로 했으면 ■ 를 적고, 아니면 비웁니다.\n예: ■`,
      ),
      width: 56,
      format: TEXT,
      rule: MARKED,
    })),
  ];
}

function guidesOf<Field extends string>(
  columns: Readonly<Record<Field, Pick<Column<unknown>, 'heading' | 'required' | 'blank'>>>,
  guides: Readonly<Record<Field, Guide>>,
): readonly ColumnGuide[] {
  // A cast, because `Object.keys` returns plain strings. Columns without a guide are not made.
  return (Object.keys(guides) as Field[]).map((field) => {
    const { heading, required, blank } = columns[field];
    const told = guides[field];
    return { ...told, heading, required, note: note(required && blank === null, told.note) };
  });
}

function note(mustBeTyped: boolean, text: string): string {
  return mustBeTyped ? `[꼭 적는 칸]\n${text}` : text;
}
