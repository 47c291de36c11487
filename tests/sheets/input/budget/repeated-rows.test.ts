/** Rows of money that stand twice, and rows that only a word that nobody knows tells apart. */
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../../src/sheets/input/read-records.ts';
import { rawTab } from '../../fixtures.ts';
import { TERM } from '../../small-book.ts';

/** What is told of rows of 예산계획, or of 예산집행, as they are counted in the tab. */
function told(tab: 'budgetPlans' | 'executions', table: string): readonly string[] {
  const { findings } = readRecords({ pledge: rawTab('공약', TERM), [tab]: rawTab('예산', table) });
  return findings.flatMap(({ problem, place }) => {
    if (problem.code === 'doubled-money') return [`${place?.row} is ${problem.firstRow} again`];
    if (problem.code !== 'rows-told-apart') return [];
    return [problem.rows.map(({ row, label }) => `${row} ${label}`).join(', ')];
  });
}

describe('of what was spent', () => {
  const headings = '집행일 | 재원 | 금액(원) | 적요 | 담당 | 연번';
  const row = '2024-03-05 | 구 | 1000 | 다과 | 총무과';
  it.each<[string, string, readonly string[]]>([
    ['a row that stands twice is told', `${row} | 1\n${row} | 2`, ['3 is 2 again']],
    ['and each time', `${row} |\n${row} |\n${row} |`, ['3 is 2 again', '4 is 2 again']],
    ['on another day it is another', `${row} |\n2024-03-06 | 구 | 1000 | 다과 | 총무과`, []],
    ['of another amount it is another', `${row} |\n2024-03-05 | 구 | 1001 | 다과 | 총무과`, []],
    ['of another source it is another', `${row} |\n2024-03-05 | 시 | 1000 | 다과 | 총무과`, []],
    ['for another thing it is another', `${row} |\n2024-03-05 | 구 | 1000 | 홍보 | 총무과`, []],
    ['beside another word it is another', `${row} |\n2024-03-05 | 구 | 1000 | 다과 | 문화과`, []],
    [
      'two that stand twice are told from the top',
      `${row} |\n2024-01-01 | 시 | 5 | 가 | 나\n2024-01-01 | 시 | 5 | 가 | 나\n${row} |`,
      ['4 is 3 again', '5 is 2 again'],
    ],
  ])('%s', (_, rows, is) => {
    expect(told('executions', `${headings}\n${rows}`)).toEqual(is);
  });
});

describe('of a plan', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a word that nobody knows tells two apart',
      '구분\n2024 | 구 | 6 | 확정\n2024 | 구 | 5 | 요구',
      ['2 확정, 3 요구'],
    ],
    ['what it is for does so rightly', '세부사업\n2024 | 구 | 6 | 도로\n2024 | 구 | 5 | 하천', []],
    [
      'so does a kind of work, below any heading',
      '구분\n2024 | 구 | 6 | 시설비\n2024 | 구 | 5 | 도로 정비',
      [],
    ],
    [
      'the plan before and after is no work',
      '비고\n2024 | 구 | 6 | 1안\n2024 | 구 | 5 | 2안',
      ['2 1안, 3 2안'],
    ],
    ['another year is another plan', '구분\n2024 | 구 | 6 | 확정\n2025 | 구 | 5 | 요구', []],
    ['another source is another plan', '구분\n2024 | 구 | 6 | 확정\n2024 | 시 | 5 | 요구', []],
    ['nothing planned is none', '구분\n2024 | 구 | 6 | 확정\n2024 | 구 | 0 | 요구', []],
    ['the same word does not', '구분\n2024 | 구 | 6 | 확정\n2024 | 구 | 5 | 확정', []],
    ['row numbers do not', '연번\n2024 | 구 | 6 | 1\n2024 | 구 | 5 | 2', []],
    [
      'all rows of the plan are named, from the top',
      '구분\n2025 | 시 | 1 | 요구\n2024 | 구 | 6 | 확정\n2025 | 시 | 2 | 확정\n2024 | 구 | 5 | 요구',
      ['2 요구, 3 확정, 4 확정, 5 요구'],
    ],
  ])('%s', (_, rows, is) => {
    expect(told('budgetPlans', `연도 | 재원 | 금액(백만원) | ${rows}`)).toEqual(is);
  });

  it('a word on the left holds for the blank cells below it', () => {
    const rows = '확정 | 2024 | 구 | 6\n | 2025 | 구 | 6\n요구 | 2024 | 구 | 5';
    expect(told('budgetPlans', `구분 | 연도 | 재원 | 금액(백만원)\n${rows}`)).toEqual(['2 확정, 4 요구']);
    const right = '2024 | 구 | 6 | 확정\n2024 | 구 | 5 |';
    expect(told('budgetPlans', `연도 | 재원 | 금액(백만원) | 구분\n${right}`)).toEqual(['2 확정, 3 ']);
  });
});
