/** A book of one pledge has the same figures after it was turned into an office's, whatever rows its tabs hold. */
import { describe, expect, it } from 'vitest';
import { officePlan } from '../../../src/app/make-office.ts';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import type { RawCell, RawTab, RawTabs } from '../../../src/sheets/raw.ts';
import { tabLayouts } from '../../../src/sheets/set-up/layouts.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { told } from './office-book.ts';

const BOOK_OF_ONE: Readonly<Partial<Record<InputTab, string>>> = {
  pledge:
    '항목 | 값\n공약번호 | "1-6"\n공약명 | 쉼터\n집계 | 누적\n지표단위 | 개소\n기준값 | 10\n최종목표 | 30\n기준일 | 2024. 12. 31.\n시작연도 | 2022\n종료연도 | 2026',
  targets: '연도 | 누적목표\n2024 | 20',
  meetings: '일자 | 분류 | 횟수\n2024. 3. 5. | 간담회 | 12',
  classification: '종류 | 이름\n소통 | 간담회\n소통 | 방문',
  results: '일자 | 값 | 내용\n2024. 3. 5. | 7 |\n2024. 9. 5. | 4 |',
  suggestions: '접수번호 | 접수일 | 출처 | 건의내용\n1 | 2024. 3. 5. | 누리집 | 의자',
  budgetPlans: '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10',
  executions: '집행일 | 재원 | 금액(원)\n2024. 5. 1. | 구 | 4000000',
};

function tabsOf(texts: Readonly<Partial<Record<InputTab, string>>>): RawTabs {
  return Object.fromEntries(
    // The keys are those of input tabs.
    Object.entries(texts).map(([tab, text]) => [tab, rawTab(INPUT_TAB_NAMES[tab as InputTab], text)]),
  );
}

/** The tabs after 여러 공약 was chosen. */
function madeOffice(tabs: RawTabs): RawTabs {
  const plan = officePlan(tabs);
  if (typeof plan === 'string') throw new Error(plan);
  const [list] = tabLayouts(['pledgeList'], () => (plan.row === null ? [] : [plan.row]), [], null);
  const numbered = Object.entries(tabs).map(([tab, raw]) => {
    const columns = plan.columns.filter(({ tabName }) => tabName === raw.name);
    return [tab, columns.reduce(withColumn, raw)];
  });
  return {
    ...Object.fromEntries(numbered),
    pledgeList: { name: INPUT_TAB_NAMES.pledgeList, rows: list?.block ?? [] },
  };
}

function withColumn(
  raw: RawTab,
  { column, cells }: { column: number; cells: ReadonlyMap<number, string> },
): RawTab {
  const rows = raw.rows.map((row, index) => {
    const wide: RawCell[] = [...row, ...Array<RawCell>(Math.max(0, column - row.length)).fill('')];
    wide[column - 1] = cells.get(index + 1) ?? wide[column - 1] ?? '';
    return wide;
  });
  return { ...raw, rows };
}

function figuresOf(tabs: RawTabs) {
  const { result, findings } = told({ ...NO_TABS, ...tabs });
  const { 공약: _, 공약목록: __, ...rows } = result.rows;
  return {
    pledges: result.pledges.map(({ findings: ___, ...figures }) => figures),
    counted: Object.entries(rows).map(([tab, { counted, afterAsOf, excluded }]) => [
      ...[tab, counted, afterAsOf, excluded],
    ]),
    // Those of a cell in 공약 are at its cell in 공약목록.
    findings: findings
      .map((finding) => finding.split(' ').filter((part) => part !== '' && part !== '1-6'))
      .filter(([, tab]) => tab !== '공약' && tab !== '공약목록')
      .map((parts) => parts.join(' '))
      .toSorted(),
  };
}

const NO_TABS = Object.fromEntries(
  [
    'pledge',
    'pledgeList',
    'targets',
    'meetings',
    'classification',
    'results',
    'suggestions',
    'budgetPlans',
    'executions',
  ].map((tab) => [tab, null]),
);

const MEETINGS = '일자 | 분류 | 횟수 | 비고\n2024. 3. 5. | 간담회 | 12 |';
const RESULTS = '일자 | 값 | 내용\n2024. 3. 5. | 7 | 개소';
const SUGGESTIONS = '접수번호 | 접수일 | 출처 | 건의내용\n1 | 2024. 3. 5. | 누리집 | 의자';
const EXECUTIONS = '집행일 | 재원 | 금액(원) | 적요\n2024. 5. 1. | 구 | 4000000 | 의자';
const PLANS = '연도 | 재원 | 금액(백만원)\n2024 | 구 | 10';

describe('a book of one pledge that becomes an office’s has the same figures, rows and findings', () => {
  it.each<[string, InputTab, string]>([
    ['as it is', 'results', RESULTS],
    ['a title within a list', 'meetings', `${MEETINGS}\n2025년 | | |\n2024. 4. 5. | 방문 | 3 |`],
    ['a title with marks', 'meetings', `${MEETINGS}\n■ 하반기 | | |\n2024. 8. 5. | 방문 | 3 |`],
    ['a title with a unit', 'executions', `${EXECUTIONS}\n(단위: 원) | | |\n2024. 8. 5. | 구 | 3000 |`],
    [
      'a title with another unit',
      'executions',
      `${EXECUTIONS}\n□ 하반기 (단위: 천원) | | |\n2024. 8. 5. | 구 | 3000 |`,
    ],
    ['a unit at the right', 'executions', `${EXECUTIONS}\n | | | (단위: 원)\n2024. 8. 5. | 구 | 3000 |`],
    ['a total', 'meetings', `${MEETINGS}\n2024. 4. 5. | 방문 | 3 |\n계 | | 15 |`],
    ['a total that is wrong', 'meetings', `${MEETINGS}\n2024. 4. 5. | 방문 | 3 |\n계 | | 16 |`],
    ['a total in the second column', 'meetings', `${MEETINGS}\n2024. 4. 5. | 방문 | 3 |\n | 합계 | 15 |`],
    [
      'subtotals and a total',
      'executions',
      `${EXECUTIONS}\n소계 | | 4000000 |\n2024. 8. 5. | 시 | 3000 |\n소계 | | 3000 |\n합계 | | 4003000 |`,
    ],
    [
      'a total above',
      'executions',
      `집행일 | 재원 | 금액(원) | 적요\n계 | | 4000000 |\n2024. 5. 1. | 구 | 4000000 | 의자`,
    ],
    ['a total of results', 'results', `${RESULTS}\n계 | 7 |`],
    ['a total of suggestions', 'suggestions', `${SUGGESTIONS}\n계 | | 1건 |`],
    ['a note below', 'meetings', `${MEETINGS}\n※ 2024년은 3월까지 | | |`],
    ['a note in a later column', 'meetings', `${MEETINGS}\n | | | ※ 2024년은 3월까지`],
    ['a note without a mark', 'meetings', `${MEETINGS}\n자료: 주민자치과 | | |`],
    ['a note with a star', 'meetings', `${MEETINGS}\n* 2024년은 3월까지 | | |`],
    ['a note with a value', 'meetings', `${MEETINGS}\n※ 2024. 4. 5. | 방문 | 3 |`],
    [
      'a remark that begins as a note',
      'meetings',
      '비고 | 일자 | 분류 | 횟수\n※ 잠정 | 2024. 3. 5. | 간담회 | 12',
    ],
    ['headings again', 'meetings', `${MEETINGS}\n일자 | 분류 | 횟수 | 비고\n2024. 4. 5. | 방문 | 3 |`],
    [
      'headings again, a title above',
      'meetings',
      `${MEETINGS}\n2025년 소통 | | |\n일자 | 분류 | 횟수 | 비고\n2024. 4. 5. | 방문 | 3 |`,
    ],
    [
      'headings in another order',
      'meetings',
      `${MEETINGS}\n분류 | 일자 | 횟수 | 비고\n방문 | 2024. 4. 5. | 3 |`,
    ],
    [
      'another unit in headings again',
      'executions',
      `${EXECUTIONS}\n집행일 | 재원 | 금액(천원) | 적요\n2024. 8. 5. | 구 | 3000 |`,
    ],
    ['a second list of plans', 'budgetPlans', `${PLANS}\n | |\n연도 | 재원 | 금액(천원)\n2025 | 구 | 7000`],
    [
      'a wide plan with a total',
      'budgetPlans',
      '재원 | 2024 | 2025 | 계\n구 | 1 | 2 | 3\n시 | 3 | 4 | 7\n계 | 4 | 6 | 10',
    ],
    [
      'a wide plan with a unit above',
      'budgetPlans',
      '(단위: 천원) | | |\n재원 | 2024 | 2025 | 계\n구 | 1000 | 2000 | 3000',
    ],
    [
      'wide plans below each other',
      'budgetPlans',
      '재원 | 2024 | 2025\n구 | 1 | 2\n계 | 1 | 2\n | |\n(단위: 천원) | |\n재원 | 2026 | 임기후\n구 | 3000 | 4000',
    ],
    [
      'wide plans with a title between',
      'budgetPlans',
      '재원 | 2024 | 2025\n구 | 1 | 2\n2. 하반기 계획 | |\n재원 | 2026 | 임기후\n구 | 3 | 4',
    ],
    [
      'a plan on two rows of headings',
      'budgetPlans',
      '재원 | 임기 내 | | 임기후\n | 2024 | 2025 |\n구 | 1 | 2 | 3\n계 | 1 | 2 | 3',
    ],
    ['wide targets', 'targets', '지표 | 2024 | 2025\n | 20 | 25'],
    ['wide targets below each other', 'targets', '2024 | 2025\n20 | 25\n | \n2026 |\n30 |'],
    ['wide targets with a title', 'targets', '2024 | 2025\n20 | 25\n※ 누적 기준 | '],
    ['a title below the targets', 'targets', '연도 | 누적목표\n2024 | 20\n후반기 |\n2025 | 25\n계 | 45'],
    ['a rate of amounts', 'executions', `${EXECUTIONS}\n집행률 | | 40% |`],
    ['a row with text aside', 'executions', `${EXECUTIONS}\n | | | 담당 소통팀`],
    [
      'a tick box alone',
      'meetings',
      '일자 | 분류 | 횟수 | 확인\n2024. 3. 5. | 간담회 | 12 | TRUE\n | | | FALSE',
    ],
    [
      'a ticked box alone',
      'meetings',
      '일자 | 분류 | 횟수 | 확인\n2024. 3. 5. | 간담회 | 12 | TRUE\n | | | TRUE',
    ],
    [
      'a number in a column of nobody',
      'meetings',
      '연번 | 일자 | 분류 | 횟수\n1 | 2024. 3. 5. | 간담회 | 12\n2 | | |\n3 | | |',
    ],
    [
      'a schedule with a title',
      'schedule',
      '세부추진사항 | 2024.1 | 2024.2\n쉼터 열기 | ■ |\n□ 운영 | | \n쉼터 운영 | | 10개소\n※ 계획은 바뀔 수 있음 | |',
    ],
    [
      'a schedule of two tables',
      'schedule',
      '세부추진사항 | 2024.1 | 2024.2\n쉼터 열기 | ■ |\n | | \n세부추진사항 | 2025.1 | 2025.2\n쉼터 운영 | ■ | ■',
    ],
    [
      'a schedule with a row of its name alone',
      'schedule',
      '세부추진사항 | 2024.1 | 2024.2\n쉼터 열기 | ■ |\n쉼터 운영 | |',
    ],
    [
      'plans ahead with a title',
      'futurePlans',
      '시기 | 내용\n2025 | 쉼터 5개소\n후반기 |\n2026. 3. | 쉼터 5개소',
    ],
    [
      'changes with a note',
      'planChanges',
      '일자 | 항목 | 당초 | 변경\n2024. 2. 1. | 최종목표 | 20 | 30\n※ 조정위원회 | | |',
    ],
    [
      'further indicators with a title',
      'indicators',
      '지표 | 집계 | 단위 | 최종목표\n□ 추가 지표 | | |\n이용자 | 누적 | 명 | 100',
    ],
    [
      'suggestions with a title',
      'suggestions',
      `${SUGGESTIONS}\n2024년 하반기 | | |\n2 | 2024. 8. 5. | 방문 | 문`,
    ],
    [
      'days without a year below a title',
      'meetings',
      `${MEETINGS}\n2023년 | | |\n4. 5. | 방문 | 3 |\n계 | | 15 |`,
    ],
    ['a dash', 'executions', `${EXECUTIONS}\n- | - | - | -`],
  ])('%s', (_, tab, text) => {
    const tabs = tabsOf({ ...BOOK_OF_ONE, [tab]: text });
    expect(figuresOf(madeOffice(tabs))).toEqual(figuresOf(tabs));
  });

  it('as its rows of data and of totals have its number, and what belongs to all pledges has none', () => {
    const meetings = `${MEETINGS}\n2025년 | | |\n2024. 4. 5. | 모임 |  |\n계 | | 15 |\n※ 잠정 | | |`;
    const made = madeOffice(tabsOf({ ...BOOK_OF_ONE, meetings })).meetings;
    expect(made?.rows.map((row) => row[4])).toEqual(['공약번호', '1-6', '', '1-6', '1-6', '']);
  });
});
