/** Rows of totals are known by a word, wherever it stands; words that only end like one are data. */
import { describe, expect, it } from 'vitest';
import type { Category } from '../../../../src/domain/records.ts';
import type { Column, TabDefinition } from '../../../../src/sheets/input/columns.ts';
import { pledgeListTab } from '../../../../src/sheets/input/pledges/pledge-list-tab.ts';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import {
  budgetPlansTab,
  classificationTab,
  executionsTab,
  futurePlansTab,
  indicatorsTab,
  meetingsTab,
  pledgeTab,
  suggestionsTab,
  targetsTab,
} from '../../../../src/sheets/input/tabs.ts';
import { nameTable, openNameTable } from '../../../../src/sheets/name-table.ts';
import type { MergedCells } from '../../../../src/sheets/raw.ts';
import { places, rawTab, readContext } from '../../fixtures.ts';

type AnyTab = TabDefinition<Readonly<Record<string, Column<unknown>>>>;

const MEETINGS = '일자 | 분류 | 내용 | 장소 | 횟수';
const SUGGESTIONS = '연번 | 접수번호 | 접수일 | 출처 | 동 | 건의내용 | 소관부서 | 처리상황 | 처리일 | 건수';
const EXECUTIONS = '집행일 | 재원 | 금액(원) | 적요';

const rowsOf = (tab: AnyTab, table: string) => readRows(tab, rawTab(tab.name, table), readContext());

describe('a row of totals', () => {
  it.each<[string, AnyTab, string, string]>([
    ['in the text of spending', executionsTab, EXECUTIONS, '2024. 2. 10. | 구 | 100 | 소계'],
    ['in the dong', suggestionsTab, SUGGESTIONS, '| | 2024. 1. 9. | | 소계 | | | | | 5'],
    ['in the text of a meeting', meetingsTab, MEETINGS, '2024. 1. 9. | 시장방문 | 소계 | | 5'],
    ['in the receipt number', suggestionsTab, SUGGESTIONS, '| 합계 | | | | | | | | 5'],
    ['in a column that nobody knows', suggestionsTab, SUGGESTIONS, '합계 | | | | | | | | | 5'],
    ['in the status', suggestionsTab, SUGGESTIONS, '| | | | | | | 소계 | | 5'],
    ['behind a category', meetingsTab, MEETINGS, '| 시장방문 소계 | | | 5'],
    ['of a year, in words', meetingsTab, MEETINGS, '연간 합계 | | | | 5'],
    ['of a month', meetingsTab, MEETINGS, '월계 | | | | 5'],
    ['of a month, spaced', meetingsTab, MEETINGS, '월 계 | | | | 5'],
    ['of a quarter', meetingsTab, MEETINGS, '분기계 | | | | 5'],
    ['in angle brackets', meetingsTab, MEETINGS, '<합계> | | | | 5'],
    ['in square brackets, behind a name', meetingsTab, MEETINGS, '시장방문 [소계] | | | | 5'],
    ['with a colon', meetingsTab, MEETINGS, '계: | | | | 5'],
    ['with its unit and a colon', meetingsTab, MEETINGS, '" 합계(회): " | | | | 5'],
    ['with a colon and its unit', meetingsTab, MEETINGS, '합계:(회) | | | | 5'],
    ['with a colon and its unit, spaced', meetingsTab, MEETINGS, '합계 : (회) | | | | 5'],
    ['with a zero-width space', meetingsTab, MEETINGS, '합\u200b계 | | | | 5'],
    ['with the day up to which', meetingsTab, MEETINGS, '합계(2023년 12월 31일까지) | | | | 5'],
    ['of a year', meetingsTab, MEETINGS, '2023년 계 | | | | 5'],
    ['of a year, without a space', meetingsTab, MEETINGS, '2023년계 | | | | 5'],
    ['of a year, in a plan', budgetPlansTab, '연도 | 재원 | 금액(백만원)', '2024년 소계 | | 5'],
    ['with the number of its rows', meetingsTab, MEETINGS, '합계 3건 | | | | 5'],
    ['with 총 and that number', meetingsTab, MEETINGS, '총 3건 | | | | 5'],
    ['with 계 and that number', meetingsTab, MEETINGS, '| 계 3회 | | | 5'],
    ['with that number in brackets', meetingsTab, MEETINGS, '총계 (3건) | | | | 5'],
    ['with that number and a colon', meetingsTab, MEETINGS, '합 계 : 3 건 | | | | 5'],
    ['with that number, in a receipt number', suggestionsTab, SUGGESTIONS, '| 총 3건 | | | | | | | | 5'],
    ['with that number, before all', suggestionsTab, SUGGESTIONS, '총 3건 | | | | | | | | | 5'],
    ['with that number, of spending', executionsTab, EXECUTIONS, '| 합계 2건 | 100 |'],
    ['with that number, of indicators', indicatorsTab, '지표 | 집계', '합계 2건 |'],
    ['with that number, of pledges', pledgeListTab, '공약번호 | 공약명', '총 2건 |'],
    ['with that number, in the name', pledgeListTab, '공약번호 | 공약명', '| 합계 2개 사업'],
    ['with that number, before all pledges', pledgeListTab, '연번 | 공약번호 | 공약명', '총 공약 2건 | |'],
    ['with that number and 전체', pledgeListTab, '연번 | 공약번호 | 공약명', '전체 2건 | |'],
    ['with that number and a part', pledgeListTab, '연번 | 공약번호 | 공약명', '합계 2건(완료 1건) | |'],
    ['with that number beside a word', pledgeListTab, '공약번호 | 공약명', '총괄 | 2건'],
    ['with that number beside a section', pledgeListTab, '공약번호 | 공약명', '복지 | 1개'],
    ['of a dong', suggestionsTab, SUGGESTIONS, '| | | | 선학동 계 | | | | | 5'],
    ['of targets', targetsTab, '연도 | 누적목표', '총 합계 | 5'],
    ['in full-width marks', meetingsTab, MEETINGS, '＜합　계＞ | | | | 5'],
    ['decomposed, as macOS has it', meetingsTab, MEETINGS, `${'소계'.normalize('NFD')} | | | | 5`],
  ])('is found %s', (_case, tab, headings, row) => {
    const { rows, skipped, excluded, findings } = rowsOf(tab, `${headings}\n${row}`);
    expect([rows.length, excluded, skipped, places(findings)]).toEqual([0, 0, 1, []]);
  });

  it('is held against the rows above it, under its own words', () => {
    const { subtotals } = rowsOf(meetingsTab, `${MEETINGS}\n2024. 1. 9. | 가 | | | 2\n| 가 소계 | | | 5`);
    expect(subtotals).toMatchObject([{ label: '가 소계', written: 5, sumOfAll: 2 }]);
  });
});

describe('a row of data', () => {
  it.each([
    '통계',
    '설계',
    '회계',
    '관계',
    '시계',
    '체계',
    '단계',
    '설 계',
    '월계',
    '합계 검토 회의',
    '예산 통계',
    '시장방문 소계',
    '2023년 계',
    '소계획',
    '총 3건',
    '합계 3건',
  ])('has %s in its free text', (text) => {
    expect(rowsOf(meetingsTab, `${MEETINGS}\n2024. 1. 9. | 가 | ${text} | ${text} | 5`).rows).toHaveLength(1);
    expect(rowsOf(executionsTab, `${EXECUTIONS}\n2024. 2. 10. | 구 | 5 | ${text}`).rows).toHaveLength(1);
  });

  it.each([
    '통계',
    '설계',
    '회계',
    '설 계',
    '단계',
    '합계 검토 회의',
    '사회적 관계',
    '월계동 방문',
    '월간통계',
    '구월계',
  ])('has the category %s', (name) => {
    expect(rowsOf(meetingsTab, `${MEETINGS}\n2024. 1. 9. | ${name} | | | 5`).rows).toHaveLength(1);
  });

  it.each<[string, AnyTab, string, string]>([
    [
      'before the number',
      suggestionsTab,
      SUGGESTIONS,
      '총 3건 | 1 | 2024. 3. 5. | 누리집 | | | | 완료 | 2024. 3. 6. |',
    ],
    ['and a number', suggestionsTab, SUGGESTIONS, '총 3건 | 1 | 2024. 3. 5. | 누리집 | | | | | | 3'],
    ['in the dong', suggestionsTab, SUGGESTIONS, ' | 1 | 2024. 3. 5. | 누리집 | 총 3개 | | | | |'],
    ['in the receipt number', suggestionsTab, SUGGESTIONS, ' | 합계 3건 | 2024. 3. 5. | 누리집 | | | | | |'],
    ['and no number', meetingsTab, `참고 | ${MEETINGS}`, '총 30명 | 2024. 3. 5. | 방문 | | |'],
    ['alone, without a number', meetingsTab, `참고 | ${MEETINGS}`, '계 | 2024. 3. 5. | 방문 | | |'],
    ['of spending', executionsTab, `병합 | ${EXECUTIONS}`, '총 2건 | 2024. 3. 5. | 구 | 100 |'],
  ])('has a day and the names it needs beside such a word, %s', (_case, tab, headings, row) => {
    expect(rowsOf(tab, `${headings}\n${row}`).rows).toHaveLength(1);
  });

  it.each<[string, AnyTab, string, string]>([
    ['as its category', meetingsTab, MEETINGS, '2024. 3. 5. | 합계 3건 | | | 5'],
    ['without a day', suggestionsTab, SUGGESTIONS, '총 3건 | 1 | | 누리집 | | | | | |'],
    ['beside a year', budgetPlansTab, '연도 | 재원 | 금액(백만원)', '2024 | 계 | 100'],
  ])('is a total with such a word %s', (_case, tab, headings, row) => {
    expect(rowsOf(tab, `${headings}\n${row}`)).toMatchObject({ rows: [], skipped: 1 });
  });

  it('and no total is a row with a day whose name counts rows, without a number', () => {
    const { rows, excluded, findings } = rowsOf(
      suggestionsTab,
      `${SUGGESTIONS}\n | 2 | 2024. 3. 6. | 총 2건 | | 나 | | 완료 | |`,
    );
    expect([rows.length, excluded, places(findings)]).toEqual([
      0,
      1,
      ['suggestions 2 occasion: unknown-name'],
    ]);
  });

  it('is a pledge whose name is only a number of things', () => {
    expect(rowsOf(pledgeListTab, '공약번호 | 공약명\n1-1 | 2건').skipped).toBe(0);
  });

  it('has such a word in a tab without numbers', () => {
    expect(rowsOf(pledgeTab, '항목 | 값\n지표단위 | 계').rows).toHaveLength(1);
    expect(rowsOf(classificationTab, '종류 | 이름\n소통 | 계').rows).toHaveLength(1);
    expect(rowsOf(futurePlansTab, '시기 | 내용\n2024. 4월 | 합계').rows).toHaveLength(1);
  });

  it.each(['계', '경로당 친목 계', '시장방문 소계'])('has the category %s, which 분류 lists', (name) => {
    const categories = nameTable([{ value: { kind: 'named' as const, name, scheduleRow: null }, name }]);
    const raw = rawTab('소통기록', `${MEETINGS}\n2024. 1. 9. | ${name} | | | 5`);
    expect(readRows(meetingsTab, raw, readContext({ categories })).rows).toHaveLength(1);
  });

  it('has the category 전년 누계, where it is another name of 이월 and all other names are open', () => {
    const opening: Category = { kind: 'openingBalance', name: '이월', scheduleRow: null };
    const categories = openNameTable<Category>(
      [{ value: opening, name: '이월', aliases: ['전년 누계'] }],
      (name) => ({ kind: 'named', name, scheduleRow: null }),
    );
    const raw = rawTab('소통기록', `${MEETINGS}\n2024. 1. 9. | 전년 누계 | | | 39`);
    expect(readRows(meetingsTab, raw, readContext({ categories })).rows).toHaveLength(1);
  });
});

describe('a row with a day, whose free text reads like a total', () => {
  const spent = (...rows: readonly string[]) =>
    rowsOf(
      executionsTab,
      [EXECUTIONS, '2024. 1. 5. | 구 | 100 | 행사', '2024. 1. 9. | 구 | 200 | ', ...rows].join('\n'),
    );

  it.each([
    '월계',
    '1월 계',
    '1월계',
    '2024년 계',
    '1월 소계',
    '1월까지누계',
    '누계 1월까지',
    '소계: 1월분',
    '시장방문 소계',
    '총 2건',
    '행사비 계',
    '연간 합계',
    '1분기 소계',
    '1/4분기 계',
    '상반기 계',
    '당월계',
    '금월 계',
    ' 1월 계(구비) ',
    '1월중 계',
    '1월 중 소계',
    '1월 총액',
    '1월 누적',
    '1월 누적액',
    '1월 계 300원',
    '1월 계: 300',
    '2024년 1월 합계 0.3천원',
    '<1월 계>',
    '[1월 계]',
    '(1월 계)',
    '- 1월 계 -',
    '1월 계.',
    '1월분 계',
    '1월 말 계',
    '1월 지출계',
    '1월 집행액 계',
    '1월 합',
    '1월 計',
    '1월 합계액',
    '1월 집행총액',
    '당월 집행 계',
    '당월분 계',
    '월간 계',
    '금년 계',
    '1사분기 계',
    '연간계',
    '총액',
    '누적액',
    '합계금액',
    '집행총액',
    '1~3월 계',
    '2023~2024년 계',
  ])('is told and not added where it is what the rows above come to: %s', (text) => {
    const { rows, skipped, findings } = spent(
      `2024. 1. 31. | 구 | 300 | "${text}"`,
      '2024. 2. 3. | 구 | 7 | ',
    );
    expect([rows.length, skipped, places(findings)]).toEqual([3, 1, ['executions 4: total-with-day']]);
  });

  it('is the sum of its month, of its parts, or of all above', () => {
    const { rows, findings } = spent(
      '2024. 1. 31. | 구 | 300 | 1월 소계',
      '2024. 2. 3. | 구 | 50 | 교육',
      '2024. 2. 29. | 구 | 50 | 2월 소계',
      '2024. 2. 29. | 구 | 350 | 2월까지 누계',
      '2024. 3. 3. | 구 | 1 | ',
    );
    expect([rows.length, places(findings)]).toEqual([
      4,
      ['executions 4: total-with-day', 'executions 6: total-with-day', 'executions 7: total-with-day'],
    ]);
  });

  it('may have a day after its time', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      `${EXECUTIONS}\n2024. 12. 1. | 구 | 100 | \n2024. 12. 5. | 구 | 200 | \n2025. 1. 2. | 구 | 300 | 12월 계`,
    );
    expect([rows.length, places(findings)]).toEqual([2, ['executions 4: total-with-day']]);
  });

  it('may stand above its rows, as where the newest month comes first', () => {
    const { rows, skipped, findings } = rowsOf(
      executionsTab,
      [
        EXECUTIONS,
        '2024. 12. 31. | 구 | 390 | 2024년 계',
        '2024. 6. 30. | 구 | 40 | 2분기 계',
        '2024. 4. 9. | 구 | 40 | 교육',
        '2024. 2. 29. | 구 | 50 | 2월 계',
        '2024. 2. 20. | 구 | 20 | 교육',
        '2024. 2. 3. | 구 | 30 | ',
        '2024. 1. 31. | 구 | 300 | 1월 계',
        '2024. 1. 9. | 구 | 200 | 행사',
        '2024. 1. 5. | 구 | 100 | ',
      ].join('\n'),
    );
    expect([rows.map(({ row }) => row), skipped, places(findings)]).toEqual([
      [4, 6, 7, 9, 10],
      4,
      [2, 3, 5, 8].map((row) => `executions ${row}: total-with-day`),
    ]);
  });

  it('may stand above the rows of two funding sources', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      [
        EXECUTIONS,
        '2024. 1. 31. | 구 | 300 | 1월 계',
        '2024. 1. 31. | 시 | 300 | 1월 계',
        '2024. 1. 9. | 구 | 200 | 행사',
        '2024. 1. 8. | 시 | 300 | 행사',
        '2024. 1. 5. | 구 | 100 | ',
      ].join('\n'),
    );
    expect([rows.map(({ row }) => row), places(findings)]).toEqual([
      [4, 5, 6],
      [2, 3].map((row) => `executions ${row}: total-with-day`),
    ]);
  });

  it('is doubted above its rows where it is not what they come to', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      `${EXECUTIONS}\n2024. 1. 31. | 구 | 301 | 1월 계\n2024. 1. 9. | 구 | 200 | 행사\n2024. 1. 5. | 구 | 100 | `,
    );
    expect([rows.length, places(findings)]).toEqual([3, ['executions 2: total-counted']]);
  });

  it('is doubted below its rows, though another month has no rows but its total', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      `${EXECUTIONS}\n2024. 1. 31. | 구 | 300 | 1월 계\n2024. 2. 9. | 구 | 200 | \n2024. 2. 29. | 구 | 201 | 2월 계`,
    );
    expect([rows.length, places(findings)]).toEqual([3, ['executions 4: total-counted']]);
  });

  it('may have no word but its month, and a day in the next one', () => {
    const { rows, findings } = spent(
      '2024. 2. 1. | 구 | 300 | 월계',
      '2024. 2. 9. | 구 | 50 | 교육',
      '2024. 3. 4. | 구 | 50 | 당월계',
      '2024. 4. 1. | 구 | 350 | 분기 계',
    );
    expect([rows.length, places(findings)]).toEqual([
      3,
      [4, 6, 7].map((row) => `executions ${row}: total-with-day`),
    ]);
  });

  it('is doubted with a day in the next month where it is not what the month comes to', () => {
    const { rows, findings } = spent('2024. 2. 1. | 구 | 301 | 월계');
    expect([rows.length, places(findings)]).toEqual([3, ['executions 4: total-counted']]);
  });

  it('may stand above its rows without naming a time', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      [
        EXECUTIONS,
        '2024. 2. 29. | 구 | 300 | 행사비 소계',
        '2024. 2. 9. | 구 | 200 | ',
        '2024. 1. 5. | 구 | 100 | ',
        '2024. 2. 29. | 구 | 7 | 강사비 소계',
        '2024. 2. 9. | 구 | 3 | ',
        '2024. 1. 5. | 구 | 4 | ',
      ].join('\n'),
    );
    expect([rows.map(({ row }) => row), places(findings)]).toEqual([
      [3, 4, 6, 7],
      [2, 5].map((row) => `executions ${row}: total-with-day`),
    ]);
  });

  it('is doubted above rows of its month where it says 누계 and is not what they come to', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      [
        EXECUTIONS,
        '2024. 5. 31. | 구 | 300 | 5월 누계',
        '2024. 5. 27. | 구 | 100 | ',
        '2024. 5. 5. | 구 | 150 | ',
      ].join('\n'),
    );
    expect([rows.length, places(findings)]).toEqual([3, ['executions 2: total-counted']]);
  });

  it('is no total of the rows of another funding source', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      `${EXECUTIONS}\n2024. 1. 9. | 국 | 500 | 국비 교부\n2024. 1. 31. | 구 | 500 | 1월 총액`,
    );
    expect([rows.length, places(findings)]).toEqual([2, ['executions 3: total-counted']]);
  });

  it.each<[string, readonly string[]]>([
    [
      'of lumps of one thing',
      [
        '2024. 1. 31. | 구 | 100 | 1월 강사료 합계',
        '2024. 2. 29. | 구 | 110 | 2월 강사료 합계',
        '2024. 3. 31. | 구 | 120 | 3월 강사료 합계',
        '= 2024. 3. 31. | 구 | 330 | 1분기 강사료 합계',
        '2024. 6. 30. | 구 | 7 | 4월 강사료 합계',
        '= 2024. 12. 31. | 구 | 337 | 2024년 강사료 합계',
      ],
    ],
    [
      'of lumps of parts',
      [
        '2024. 1. 31. | 구 | 100 | 복지과 소계',
        '2024. 1. 31. | 구 | 110 | 자치과 소계',
        '= 2024. 1. 31. | 구 | 210 | 부서 합계',
      ],
    ],
    [
      'of a month without another name, behind an opening',
      [
        '! 2024. 2. 1. | 구 | 101 | 월계',
        '2024. 2. 5. | 구 | 50 | 나',
        '2024. 2. 6. | 구 | 50 | 나',
        '2024. 3. 4. | 구 | 201 | 다',
      ],
    ],
    [
      'behind a wrong total of the month before',
      [
        '2024. 1. 5. | 구 | 100 | 가',
        '! 2024. 2. 1. | 구 | 101 | 월계',
        '2024. 2. 5. | 구 | 50 | 나',
        '= 2024. 3. 4. | 구 | 50 | 월계',
        '2024. 3. 5. | 구 | 60 | 나',
        '= 2024. 4. 1. | 구 | 60 | 월계',
      ],
    ],
    [
      'with the words of a lump of last year',
      [
        '2023. 12. 31. | 구 | 500 | 집행액 합계',
        '2024. 1. 5. | 구 | 100 | 현수막',
        '2024. 2. 5. | 구 | 200 | 다과',
        '= 2024. 12. 31. | 구 | 300 | 집행액 합계',
      ],
    ],
    [
      'newest first, all of the same words',
      [
        ...[7, 6, 5, 4, 3, 2, 1].flatMap((month) => [
          `= 2024. ${month}. 28. | 구 | ${month * (month + 1) * 500} | 누적`,
          `2024. ${month}. 5. | 구 | ${month * 1000} | 가`,
        ]),
      ],
    ],
    [
      'newest first, of the month before its day',
      ['= 2024. 3. 4. | 구 | 300 | 월계', '2024. 2. 9. | 구 | 200 | 가', '2024. 2. 5. | 구 | 100 | 나'],
    ],
    [
      'of all, on top of blocks of months',
      [
        '= 2024. 2. 29. | 구 | 350 | 집행액 합계',
        '= 2024. 2. 29. | 구 | 50 | 2월 계',
        '2024. 2. 9. | 구 | 20 | 가',
        '2024. 2. 5. | 구 | 30 | 나',
        '= 2024. 1. 31. | 구 | 300 | 1월 계',
        '2024. 1. 9. | 구 | 200 | 가',
        '2024. 1. 5. | 구 | 100 | 나',
      ],
    ],
    [
      'and no lump of the next month, though it is as large',
      [
        '2024. 1. 5. | 구 | 100 | 현수막',
        '2024. 1. 9. | 구 | 200 | 다과',
        '= 2024. 1. 31. | 구 | 300 | 월계',
        '2024. 2. 29. | 구 | 300 | 월계',
        '2024. 3. 31. | 구 | 300 | 월계',
      ],
    ],
    [
      'and no opening, though later rows come to it',
      ['2023. 12. 31. | 구 | 500 | 2023년까지 누계', '2024. 3. 5. | 구 | 500 | 현수막'],
    ],
    [
      'of the month that it names, though dated in the next one and wrong',
      [
        '2024. 1. 5. | 구 | 100 | 가',
        '! 2024. 2. 1. | 구 | 101 | 1월 계',
        '2024. 2. 5. | 구 | 50 | 나',
        '= 2024. 3. 4. | 구 | 50 | 2월 계',
      ],
    ],
    [
      'with another name of its funding source',
      [
        '2024. 1. 5. | 구비 | 100 | 가',
        '2024. 1. 9. | 구비 | 200 | 나',
        '= 2024. 1. 31. | 구 | 300 | 1월 계',
      ],
    ],
    [
      'with how many rows it is of',
      [
        '2024. 1. 5. | 구 | 100 | 가',
        '2024. 1. 9. | 구 | 200 | 나',
        '= 2024. 1. 31. | 구 | 300 | 1월 계 2건',
      ],
    ],
  ])('is found among its rows: %s', (_, marked) => {
    const rows = marked.map((row) => row.replace(/^[=!] /, ''));
    const { rows: read, findings } = rowsOf(executionsTab, [EXECUTIONS, ...rows].join('\n'));
    const at = (mark: string) => marked.flatMap((row, index) => (row.startsWith(mark) ? index + 2 : []));
    expect(places(findings).filter((each) => each.includes('total'))).toEqual([
      ...[...at('='), ...at('!')]
        .sort((one, other) => one - other)
        .map((row) => `executions ${row}: ${at('!').includes(row) ? 'total-counted' : 'total-with-day'}`),
    ]);
    expect(read.length).toBe(marked.length - at('=').length);
  });

  it.each([
    ['beside another 분류', '간담회 | 2월 계 | | 1', 'total-with-day'],
    ['whose 월계 is a 동', '간담회 | 월계 | | 1', null],
  ])('of meetings, %s', (_, total, code) => {
    const rows =
      code === null
        ? ['2024. 1. 9. | 간담회 | 가 | | 1', `2024. 2. 5. | ${total}`, '2024. 2. 9. | 방문 | 시장 | | 1']
        : ['2024. 1. 9. | 간담회 | 가 | | 1', '2024. 2. 9. | 방문 | 시장 | | 1', `2024. 2. 29. | ${total}`];
    const { rows: read, findings } = rowsOf(meetingsTab, [MEETINGS, ...rows].join('\n'));
    const told = places(findings).filter((each) => each.includes('total-with-day'));
    expect([read.length, told]).toEqual(code === null ? [3, []] : [2, [`meetings 4: ${code}`]]);
  });

  it('may be of the year before its day', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      `${EXECUTIONS}\n2024. 3. 1. | 구 | 100 | \n2024. 12. 5. | 구 | 200 | \n2025. 1. 2. | 구 | 300 | 연간 합계`,
    );
    expect([rows.length, places(findings)]).toEqual([2, ['executions 4: total-with-day']]);
  });

  it('is doubted where each includes the one before', () => {
    const { rows, findings } = rowsOf(
      executionsTab,
      `${EXECUTIONS}\n2024. 1. 31. | 구 | 100 | 1월까지 누계\n2024. 2. 29. | 구 | 250 | 2월까지 누계`,
    );
    expect([rows.length, places(findings)]).toEqual([2, ['executions 3: total-counted']]);
  });

  it('may be of one funding source alone', () => {
    const { rows, findings } = spent(
      '2024. 1. 20. | 시 | 50 | ',
      '2024. 1. 31. | 구 | 300 | 1월 계',
      '2024. 1. 31. | 시 | 50 | 1월 계',
      '2024. 1. 31. | 구 | 300 | 강사료 소계',
      '2024. 2. 3. | 시 | 7 | ',
    );
    expect([rows.length, places(findings)]).toEqual([
      4,
      [5, 6, 7].map((row) => `executions ${row}: total-with-day`),
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['each year', ['2022 | 구 | 6 | 2022년 집행액 합계', '2023 | 구 | 6 | 2023년 집행액 합계']],
    ['each month', ['2022. 1. | 구 | 6 | 1월 집행액 합계', '2022. 2. | 구 | 6 | 2월 집행액 합계']],
    [
      'each quarter',
      [
        '2022. 3. 31. | 구 | 6 | 분기 합계',
        '2022. 6. 30. | 구 | 6 | 분기 합계',
        '2022. 9. 30. | 구 | 12 | 분기 합계',
      ],
    ],
    [
      'each month, without its name',
      [
        '2022. 1. 31. | 구 | 6 | 집행액 합계',
        '2022. 2. 28. | 구 | 6 | 집행액 합계',
        '2022. 3. 31. | 구 | 12 | 집행액 합계',
      ],
    ],
    [
      'each year, of the year alone',
      ['2023. 12. 31. | 구 | 6 | 연간 합계', '2024. 12. 31. | 구 | 6 | 연간 합계'],
    ],
    ['each month, of the month alone', ['2023. 1. 31. | 구 | 6 | 월계', '2023. 2. 28. | 구 | 6 | 월계']],
    [
      'each month, of several things',
      [
        '2023. 1. 31. | 구 | 100 | 1월 강사료 합계',
        '2023. 1. 31. | 구 | 200 | 1월 재료비 합계',
        '2023. 1. 31. | 구 | 300 | 1월 임차료 합계',
      ],
    ],
    ['all before', ['2022. 12. 31. | 구 | 500 | 2022년까지 누계', '2023. 2. 28. | 구 | 6 | ']],
    [
      'each year, half by each of two funding sources',
      ['2023. 12. 31. | 시 | 500 | 2023년 합계', '2023. 12. 31. | 구 | 500 | 2023년 합계'],
    ],
    [
      'each year, by three funding sources',
      [
        '2023 | 구 | 250 | 2023년 집행액 합계',
        '2023 | 시 | 250 | 2023년 집행액 합계',
        '2023 | 국 | 500 | 2023년 집행액 합계',
      ],
    ],
  ])('is data without a word where it alone says what was spent: %s', (_case, rows) => {
    const read = rowsOf(executionsTab, [EXECUTIONS, ...rows].join('\n'));
    expect([read.rows.length, read.skipped]).toEqual([rows.length, 0]);
    expect(places(read.findings).filter((each) => each.includes('total'))).toEqual([]);
  });

  it.each(['1월 계', '시장방문 소계', '누계 1월까지'])('is told and added where it is not: %s', (text) => {
    const { rows, findings } = spent(`2024. 1. 31. | 구 | 301 | ${text}`);
    expect([rows.length, places(findings)]).toEqual([3, ['executions 4: total-counted']]);
  });

  it.each([
    ['a number of people, and the same sum', '300 | 총 40명'],
    ['a health centre, and another sum', '301 | 보건소 계'],
    ['a count of things, and another sum', '301 | 총 2건'],
    ['a month whose total is a name', '301 | 1월 계곡 정비'],
    ['a broadcast', '300 | 1월 중계'],
    ['a 동 with a number', '300 | 월계2'],
    ['an amount for a month', '301 | 1월분 300원'],
    ['perhaps a club, and another sum', '301 | 두레 계'],
    ['a design, and the same sum', '300 | 실시설계'],
    ['a link, and the same sum', '300 | 시스템 연계'],
    ['a 동, and the same sum', '300 | 월계동'],
    ['a meeting about a sum', '300 | 합계 검토 회의'],
  ])('is data without a word: %s', (_case, cells) => {
    const { rows, findings } = spent(`2024. 1. 31. | 구 | ${cells}`);
    expect([rows.length, places(findings)]).toEqual([3, []]);
  });

  it.each([
    [
      'a place, which is no free text',
      `${MEETINGS}\n2024. 1. 9. | 가 | | | 1\n2024. 2. 9. | 가 | | 월계 | 1`,
    ],
    ['its number is left blank', `${MEETINGS}\n2024. 1. 9. | 가 | | | 1\n2024. 2. 9. | 가 | 2월 계 | | `],
    ['no row is above it', `${MEETINGS}\n2024. 2. 9. | 가 | 2월 계 | | 1`],
    [
      'it counts rows of another kind',
      `${MEETINGS}\n2024. 1. 8. | 가 | | | 1\n2024. 1. 9. | 가 | | | 1\n2024. 1. 9. | 나 | 총 2건 | | 2`,
    ],
  ])('is data without a word: %s', (_case, table) => {
    const { rows, skipped, findings } = rowsOf(meetingsTab, table);
    expect([rows.length + skipped, skipped, places(findings)]).toEqual([table.split('\n').length - 1, 0, []]);
  });

  it('is told in a column that nobody knows, too', () => {
    const table = `${MEETINGS} | 참고\n2024. 1. 9. | 가 | | | 4 | \n2024. 1. 31. | 가 | | | 4 | 1월 계`;
    expect(places(rowsOf(meetingsTab, table).findings)).toContain('meetings 3: total-with-day');
  });
});

describe('a merged cell', () => {
  const table = `${SUGGESTIONS}
1 | 가-1 | 2024. 1. 9. | 연두방문 | 선학동 | 가로등 | 교통과 | 완료 | 2024. 2. 1. | 1
2 | | | | | | | | | 1`;
  const merged = (column: number) => {
    const merges = [3, column].map((of): MergedCells => ({ row: 2, column: of, rows: 2, columns: 1 }));
    return readRows(suggestionsTab, { ...rawTab('건의사항', table), merges: () => merges }, readContext());
  };

  it.each([
    ['occasion', 4, '연두방문'],
    ['dong', 5, '선학동'],
    ['department', 7, '교통과'],
    ['status', 8, 'completed'],
    ['handledOn', 9, { first: '2024-02-01', last: '2024-02-01', precision: 'day' }],
  ] as const)('of the %s stands for the rows it covers', (field, column, value) => {
    const { rows, findings } = merged(column);
    expect(rows[1]?.values[field]).toEqual(value);
    expect(places(findings)).toContain(`suggestions 3 ${field}: merged-label`);
  });

  // A receipt number written again would make every row but the first a duplicate.
  it.each([
    ['content', 6],
    ['number', 2],
  ] as const)('of the %s stands for its own row only', (field, column) => {
    expect(merged(column).rows[1]?.values[field]).toBeNull();
  });
});
