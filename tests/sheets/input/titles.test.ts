/** What stands above the rows and holds for them: the unit in a heading, the year and the unit of a title. */
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../src/sheets/input/rows/read-rows.ts';
import { budgetPlansTab, executionsTab, meetingsTab } from '../../../src/sheets/input/tabs.ts';
import { places, rawTab, readContext } from '../fixtures.ts';

const meetingsOf = (table: string) => readRows(meetingsTab, rawTab('소통기록', table), readContext());

describe('the unit of an amount', () => {
  it.each([
    { heading: '금액(원)', typed: '1,800,000', won: 1_800_000 },
    { heading: '집행액', typed: '1,800,000', won: 1_800_000 },
    { heading: '집행액(천원)', typed: '1,800', won: 1_800_000 },
    { heading: '집행액(백만원)', typed: '1.8', won: 1_800_000 },
    { heading: '집행액(백만)', typed: '1.8', won: 1_800_000 },
    { heading: '집행액', typed: '1.8백만원', won: 1_800_000 },
  ])('under $heading, $typed is $won won', ({ heading, typed, won }) => {
    const { rows } = readRows(
      executionsTab,
      rawTab('예산집행', `집행일 | 재원 | ${heading}\n2024-03-05 | 구 | ${typed}`),
      readContext(),
    );
    expect(rows[0]?.values.executed).toBe(won);
  });

  it.each([
    { title: '| | (단위 : 천원)', heading: '집행액', won: 1_800_000 },
    { title: '예산 집행 현황 (단위 백만원)', heading: '집행액', won: 1_800_000_000 },
    { title: '(단위: 백만원)', heading: '집행액(원)', won: 1_800 },
    { title: '(단위: 명)', heading: '집행액', won: 1_800 },
    { title: '[단위: 백만원]', heading: '집행액', won: 1_800_000_000 },
    { title: '【 단위 : 천원 】', heading: '집행액', won: 1_800_000 },
    { title: '(금액단위:백만원)', heading: '집행액', won: 1_800_000_000 },
    { title: '단위는 천원입니다', heading: '집행액', won: 1_800_000 },
    { title: '금액의 단위는 천원임.', heading: '집행액', won: 1_800_000 },
    { title: '예산 집행 현황(천원 단위)', heading: '집행액', won: 1_800_000 },
    { title: '| | (천원)', heading: '집행액', won: 1_800_000 },
    { title: '(단위: 명, 천원)', heading: '집행액', won: 1_800_000 },
    { title: '(단위: 천원, %)', heading: '집행액', won: 1_800_000 },
    { title: '(단위: 천)\n단위는 천원', heading: '집행액', won: 1_800_000 },
    { title: '읍면동 단위 천원마트 지원', heading: '집행액', won: 1_800 },
    { title: '(단위: 천원)\n(단위: 백만원)', heading: '집행액', won: 1_800 },
    { title: '(단위: 백만원, 천원)', heading: '집행액', won: 1_800 },
    { title: '단위: 천원(국비), 백만원(시비)', heading: '집행액', won: 1_800 },
    { title: '단위: 천원(구비)', heading: '집행액', won: 1_800_000 },
    { title: '단위(천원)', heading: '집행액', won: 1_800_000 },
    { title: '[단위(천원)]', heading: '집행액', won: 1_800_000 },
    { title: '| | 천원', heading: '집행액', won: 1_800_000 },
    { title: '총사업비 | 500 | 천원', heading: '집행액', won: 1_800 },
    { title: '※ 천원 단위로 작성', heading: '집행액', won: 1_800_000 },
    { title: '※ 천원 단위 절사', heading: '집행액', won: 1_800 },
    { title: '※ 천원 단위로 반올림', heading: '집행액', won: 1_800 },
    { title: '※ 천원 단위 미만 버림', heading: '집행액', won: 1_800 },
    { title: '※ 천원 단위에서 올림', heading: '집행액', won: 1_800 },
    { title: '천원 단위 사사오입', heading: '집행액', won: 1_800 },
    { title: '(단위: 백만원, 천원 단위 절사)', heading: '집행액', won: 1_800_000_000 },
    { title: '(단위: 백만원)\n※ 천원 단위에서 반올림', heading: '집행액', won: 1_800_000_000 },
  ])('above the table, $title, holds for $heading', ({ title, heading, won }) => {
    const { rows } = readRows(
      executionsTab,
      rawTab('예산집행', `${title}\n집행일 | 재원 | ${heading}\n2024-03-05 | 구 | 1800`),
      readContext(),
    );
    expect(rows[0]?.values.executed).toBe(won);
  });

  it('of a plan is a million won where nothing says otherwise', () => {
    const { rows } = readRows(
      budgetPlansTab,
      rawTab('예산계획', '연도 | 재원 | 예산액\n2024 | 구 | 6'),
      readContext(),
    );
    expect(rows[0]?.values.planned).toBe(6_000_000);
  });
});

/** What is told of the unit of a money column, by the titles above it, its heading and the rows below. */
describe('a doubtful unit', () => {
  it.each([
    [
      'two units above',
      '(단위: 천원)\n[단위: 백만원]',
      '집행액',
      '',
      ['executions 3 executed: several-units'],
    ],
    ['two units above, and one in the heading', '(단위: 천원)\n[단위: 백만원]', '집행액(원)', '', []],
    ['one unit, said twice', '(단위: 천원)\n단위는 천원입니다', '집행액', '', []],
    ['a note below', '집행', '집행액(원)', '※ 단위: 천원', ['executions 4 : unit-below']],
    ['a line below without ※', '집행', '집행액(원)', '(단위: 천원)', ['executions 4 : unit-below']],
    ['a sentence below', '집행', '집행액(원)', '※ 금액은 천원 단위입니다.', ['executions 4 : unit-below']],
    ['a line below, at the right', '집행', '집행액(원)', '| | 단위: 천원', ['executions 4 : unit-below']],
    ['the same unit below', '(단위: 천원)', '집행액', '※ 단위: 천원', []],
    ['a line below in brackets', '집행', '집행액(원)', '(천원)', ['executions 4 : unit-below']],
    ['a line below with a star', '집행', '집행액(원)', '* 단위: 천원', ['executions 4 : unit-below']],
    ['a line below with a dash', '집행', '집행액(원)', '- 단위: 천원', ['executions 4 : unit-below']],
    ['a line below as a note', '집행', '집행액(원)', '주) 단위: 천원', ['executions 4 : unit-below']],
    ['a line below, of the unit alone', '집행', '집행액(원)', '| | 천원', ['executions 4 : unit-below']],
    ['a title below', '집행', '집행액(원)', '2분기 (단위: 천원)', ['executions 4 : unit-below']],
    [
      'a title at the right below',
      '집행',
      '집행액(원)',
      '| | 2분기 (단위: 천원)',
      ['executions 4 : unit-below'],
    ],
    ['a note on rounding above', '※ 천원 단위 절사', '집행액', '', ['executions 2 executed: unit-not-named']],
    ['a note on rounding below', '집행', '집행액(원)', '※ 천원 단위 미만은 절사함', []],
    ['a note on large projects below', '집행', '집행액(원)', '※ 100억원 단위 사업은 별도', []],
    ['a note on another table below', '집행', '집행액(원)', '※ 예산 현황표는 백만원 단위로 작성', []],
    ['many notes below', '집행', '집행액(원)', '※ 단위: 천원\n※ 단위: 천원', ['executions 4 : unit-below']],
    [
      'notes of two units below',
      '집행',
      '집행액(원)',
      '※ 단위: 천원\n※ 단위: 백만원',
      ['executions 4 : unit-below', 'executions 5 : unit-below'],
    ],
    ['another unit above', '(단위: 천원)', '집행액(원)', '', ['executions 2 executed: several-units']],
    ['another note below', '집행', '집행액(원)', '※ 2024년은 3월까지', []],
  ])('%s', (_, title, heading, below, told) => {
    const rows = `${title}\n집행일 | 재원 | ${heading}\n2024-03-05 | 구 | 1800\n${below}`;
    const { findings } = readRows(executionsTab, rawTab('예산집행', rows), readContext());
    expect(places(findings)).toEqual(told.map((each) => each.replace(' :', ':')));
  });
});

describe('the year of a title', () => {
  it.each([
    { title: '2024년도 소통 추진 현황', says: ['meetings 3 date: year-of-the-tab'], counted: 1 },
    { title: '2023년 및 2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2024 년 소통 현황', says: ['meetings 3 date: year-of-the-tab'], counted: 1 },
    { title: '2022~2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2022 ∼ 2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2022년 ~ 2024. 3월 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2022 년～2024. 3월 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2023-2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2023 – 2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2023, 2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2023·2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2023년 소통 현황(2024년 1월 작성)', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2024년, 200명과의 소통 현황', says: ['meetings 3 date: year-of-the-tab'], counted: 1 },
    { title: '2023 및 2024년 소통 현황', says: ['meetings 3 date: date-without-year'], counted: 0 },
    { title: '2024년 소통 현황(2024. 3. 31. 기준)', says: ['meetings 3 date: year-of-the-tab'], counted: 1 },
  ])('"$title" over 3/5', ({ title, says, counted }) => {
    const { rows, findings } = meetingsOf(`${title}\n일자 | 분류\n3/5 | 가`);
    expect(places(findings)).toEqual(says);
    expect(rows).toHaveLength(counted);
  });
});

describe('a year or a unit below the headings', () => {
  it('is no title', () => {
    const meetings = meetingsOf('소통 현황\n일자 | 분류 | 내용\n3/5 | 가 | 2023년 결산 보고\n3/6 | 가 |');
    expect(places(meetings.findings)).toEqual([
      'meetings 3 date: date-without-year',
      'meetings 4 date: date-without-year',
    ]);
    const executions = '집행일 | 재원 | 집행액 | 적요\n2024-03-05 | 구 | 1800 | 홍보물 (단위: 천원)';
    const { rows } = readRows(executionsTab, rawTab('예산집행', executions), readContext());
    expect(rows[0]?.values.executed).toBe(1800);
  });
});
