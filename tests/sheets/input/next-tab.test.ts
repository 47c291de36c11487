/** Which tab a book with too little in it is led to next. */
import { expect, it } from 'vitest';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { told } from '../../app/office/office-book.ts';

const HEADINGS: Partial<Record<InputTab, string>> = {
  targets: '연도 | 누적목표',
  classification: '종류 | 이름',
  meetings: '일자 | 분류',
  suggestions: '접수번호 | 접수일 | 출처',
  budgetPlans: '연도 | 재원 | 금액(백만원)',
  executions: '집행일 | 재원 | 금액(원)',
};
const NAMED = '항목 | 값\n공약명 | 쉼터';

it.each<[string, string, Partial<Record<InputTab, string>>, string | null]>([
  ['a book that holds nothing: the settings', '항목 | 값', {}, '공약'],
  ['a pledge with a name alone: its plan', NAMED, {}, '연차목표'],
  ['a number is as good as a name', '항목 | 값\n공약번호 | 1-6', {}, '연차목표'],
  [
    'a final target alone says what it is, and still the plan is asked for',
    '항목 | 값\n최종목표 | 5',
    {},
    '연차목표',
  ],
  ['with a plan: the log', NAMED, { targets: '연도 | 누적목표\n2024 | 5' }, '소통기록'],
  [
    'measured by results, with a plan: their log',
    `${NAMED}\n집계 | 누적\n지표단위 | 개소`,
    { targets: '연도 | 누적목표\n2024 | 5' },
    '실적기록',
  ],
  ['what somebody assesses needs no plan', `${NAMED}\n집계 | 자체평가`, {}, '실적기록'],
  ['a stated rate needs neither plan nor log', `${NAMED}\n이행률 | 50%`, {}, null],
  [
    'meetings without any target: the plan',
    NAMED,
    { meetings: '일자 | 분류\n2024. 3. 5. | 간담회' },
    '연차목표',
  ],
  [
    'meetings with a final target: enough',
    `${NAMED}\n최종목표 | 5`,
    { meetings: '일자 | 분류\n2024. 3. 5. | 간담회' },
    null,
  ],
  [
    'meetings with a plan: enough',
    NAMED,
    { targets: '연도 | 누적목표\n2024 | 5', meetings: '일자 | 분류\n2024. 3. 5. | 간담회' },
    null,
  ],
])('%s', (_case, pledge, given, tab) => {
  const { book } = told({ pledgeList: null, results: null, ...HEADINGS, pledge, ...given });
  const found = book.findings.find(({ code }) => code === 'nothing-typed');
  expect(found?.tab ?? null).toBe(tab);
});
