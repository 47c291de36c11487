/** Cells whose format hides or adds something: dates without their year, pledge numbers with one, counts as percentages. */
import { describe, expect, it } from 'vitest';
import { computeBook } from '../../../../src/app/compute/compute-book.ts';
import type { InputTab } from '../../../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../../../src/sheets/input/tabs.ts';
import type { RawTab } from '../../../../src/sheets/raw.ts';
import { day } from '../../../support/day.ts';
import { rawTab } from '../../fixtures.ts';

/** A tab in which `2026-03-05{m/d}` is a date with this format. */
function formattedTab(name: string, table: string): RawTab {
  const rows = table
    .split('\n')
    .map((row) => row.split('|').map((cell) => /^([^{]*)(?:\{(.*)\})?$/.exec(cell.trim())));
  const shown = rows.map((row) => row.map((cell) => cell?.[1] ?? '').join('|')).join('\n');
  return { ...rawTab(name, shown), formats: () => rows.map((row) => row.map((cell) => cell?.[2] ?? '')) };
}

const OFFICE: Partial<Record<InputTab, string>> = {
  pledge: '항목 | 값\n시작연도 | 2022\n종료연도 | 2026',
  pledgeList: '공약번호 | 공약명\n1-1 | 쉼터\n1-2 | 만남',
};

const CODES: ReadonlySet<string> = new Set([
  'year-not-shown',
  'years-not-shown',
  'year-of-number',
  'percent-for-a-count',
]);

function told(tabs: Partial<Record<InputTab, string>>) {
  const raw = Object.fromEntries(
    // The keys are those of input tabs.
    Object.entries(tabs).map(([tab, table]) => [tab, formattedTab(INPUT_TAB_NAMES[tab as InputTab], table)]),
  );
  const book = computeBook(raw, { requestedAsOf: day('2026-06-30'), today: day('2026-07-04'), pledge: null });
  return book.findings
    .filter(({ code }) => CODES.has(code))
    .map(({ tab, cell, code, found }) => `${tab} ${cell} ${code} ${found}`);
}

const PLEDGE = '항목 | 값\n공약번호 | 1-1\n시작연도 | 2022\n종료연도 | 2026';

describe('a date below a title of 2023', () => {
  it.each<[string, InputTab, string, readonly string[]]>([
    [
      'of another year, shown as 3/5',
      'meetings',
      '일자 | 분류\n2026-03-05{m/d} | 가',
      ['소통기록 A3 year-not-shown 3/5'],
    ],
    [
      'of another year, in Korean',
      'meetings',
      '일자 | 분류\n2026-03-05{m"월" d"일"} | 가',
      ['소통기록 A3 year-not-shown 3/5'],
    ],
    ['of another year, which is shown', 'meetings', '일자 | 분류\n2026-03-05{yyyy. m. d} | 가', []],
    ['of that year', 'meetings', '일자 | 분류\n2023-03-05{m/d} | 가', []],
    [
      'of spending',
      'executions',
      '집행일 | 재원 | 금액(원)\n2026-03-05{mm-dd} | 구 | 5',
      ['예산집행 A3 year-not-shown 3/5'],
    ],
    [
      'of an answer',
      'suggestions',
      '접수일 | 출처 | 처리일\n2023-03-05{m/d} | 가 | 2024-04-06{m/d}',
      ['건의사항 C3 year-not-shown 4/6'],
    ],
    [
      'of an answer after New Year',
      'suggestions',
      '접수일 | 출처 | 처리일\n2023-12-20{m/d} | 가 | 2024-01-09{m/d}',
      [],
    ],
    [
      'of another year, in several rows, told in one line',
      'meetings',
      '일자 | 분류\n2026-03-05{m/d} | 가\n2026-03-06{m/d} | 나',
      ['소통기록 A3 year-not-shown 3/5'],
    ],
  ])('%s', (_, tab, table, expected) => {
    expect(told({ pledge: PLEDGE, [tab]: `2023년 현황\n${table}` })).toEqual(expected);
  });
});

describe('a date shown as 3/5 below the title', () => {
  it.each<[string, readonly string[]]>([
    ['2024 소통 실적', ['소통기록 A3 year-not-shown 3/5']],
    ["'24년 소통", ['소통기록 A3 year-not-shown 3/5']],
    ['2024. 1분기', ['소통기록 A3 year-not-shown 3/5']],
    ['소통 실적(2024. 12. 31. 기준)', ['소통기록 A3 year-not-shown 3/5']],
    ['2026 소통 실적', []],
    ['소통 실적', ['소통기록 A3 years-not-shown']],
    ['민선8기(2022~2026) 소통', ['소통기록 A3 years-not-shown']],
  ])('%s', (title, expected) => {
    const table = `${title}\n일자 | 분류\n2026-03-05{m/d} | 가\n2026-03-06{yyyy. m. d} | 가`;
    expect(told({ pledge: PLEDGE, meetings: table }).map((line) => line.trim())).toEqual(expected);
  });
});

describe('a pledge number that became a day', () => {
  it.each<[string, Partial<Record<InputTab, string>>, readonly string[]]>([
    [
      'in the list, with its year',
      { ...OFFICE, pledgeList: '공약번호 | 공약명\n2026-01-01{yyyy. m. d} | 쉼터' },
      ['공약목록 A2 year-of-number 2026. 1. 1.'],
    ],
    ['in the list, as 1-1', { ...OFFICE, pledgeList: '공약번호 | 공약명\n2026-01-01{m-d} | 쉼터' }, []],
    [
      'in a log, once',
      {
        ...OFFICE,
        meetings:
          '공약번호 | 일자 | 분류\n2026-01-01{yyyy-mm-dd} | 2024. 1. 2. | 가\n2026-01-01{yyyy-mm-dd} | 2024. 1. 3. | 가',
      },
      ['소통기록 A2 year-of-number 2026. 1. 1.'],
    ],
    [
      'among the settings',
      { pledge: PLEDGE.replace('1-1', '2026-01-01{yyyy-mm-dd}') },
      ['공약 B2 year-of-number 2026. 1. 1.'],
    ],
  ])('%s', (_, tabs, expected) => {
    expect(told(tabs)).toEqual(expected);
  });
});

describe('a count in a cell with a percent format', () => {
  it.each<[string, InputTab, string, readonly string[]]>([
    [
      'of meetings',
      'meetings',
      '일자 | 분류 | 횟수\n2024. 3. 5. | 가 | 2{0%}',
      ['소통기록 C2 percent-for-a-count 200%'],
    ],
    [
      'of people',
      'meetings',
      '일자 | 분류 | 참석인원\n2024. 3. 5. | 가 | 3{0%}',
      ['소통기록 C2 percent-for-a-count 300%'],
    ],
    [
      'of suggestions, each number once',
      'suggestions',
      '접수일 | 출처 | 건수\n2024. 3. 5. | 가 | 2{0%}\n2024. 3. 6. | 가 | 2{0%}',
      ['건의사항 C2 percent-for-a-count 200%'],
    ],
    ['as a plain number', 'meetings', '일자 | 분류 | 횟수\n2024. 3. 5. | 가 | 2{0}', []],
  ])('%s', (_, tab, table, expected) => {
    expect(told({ pledge: PLEDGE, [tab]: table })).toEqual(expected);
  });
});
