/** Which time a heading of a budget table names, and what its column holds. */
import { describe, expect, it } from 'vitest';
import {
  columnKind,
  rowOfFundingSourcesAcross,
  timeIn,
} from '../../../../src/sheets/input/budget/headed-times.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell, rawTab } from '../../fixtures.ts';

describe('a heading', () => {
  it.each<[RawCell, string | null]>([
    [2024, '2024 plan'],
    [-2024, '2024 plan'],
    ['2024년', '2024 plan'],
    ["'24", '2024 plan'],
    ['24년도', '2024 plan'],
    ['2024(백만원)', '2024 plan'],
    ['2024년(1년차)', '2024 plan'],
    ['1년차(2024)', '2024 plan'],
    ['2024년 계획', '2024 plan'],
    ['2024 투자', '2024 plan'],
    ['2024년 사업(천원)', '2024 plan'],
    ['2024-예산', '2024 plan'],
    ['2024년 집행', '2024 executed'],
    ["'24_집행액", '2024 executed'],
    ['2024(집행)', '2024 executed'],
    ['2024년 계획(집행)', '2024 executed'],
    ['2024년 집행(계획)', '2024 executed'],
    ['2024년 누적', '2024 cumulative'],
    ['2024년 당초', '2024 before'],
    ['2024년(변경)', '2024 after'],
    ['2024년 집행률', '2024 ratio'],
    ['기투자', 'beforeTerm plan'],
    ['임기 이후', 'afterTerm plan'],
    ['향후계획(백만원)', 'afterTerm plan'],
    // Not one time, or not one that is the plan of the year.
    ['2024년까지', null],
    ['2024년 추경', null],
    ['2024(추경)', null],
    ['2024년 담당', null],
    ['2024~2025', null],
    ['재원', null],
    ['', null],
    [24, null],
    [true, null],
    [dateCell('2024-01-01'), null],
  ])('%o is of %s', (cell, is) => {
    const named = timeIn(cell);
    expect(named === null ? null : `${named.time} ${named.kind}`).toBe(is);
  });

  it.each([
    ["'24년 집행", '2024'],
    ['기 투자액', '기투자'],
    ['향후', '임기후'],
  ])('%s is known as %s', (cell, heading) => {
    expect(timeIn(cell)?.heading).toBe(heading);
  });

  it.each([
    ['계획', 'plan'],
    ['투자', 'plan'],
    ['사업(백만원)', 'plan'],
    ['집행', 'executed'],
    ['증감', 'difference'],
    ['추경', null],
    ['담당', null],
    ['투자자', null],
  ])('of a year that says %s besides holds what is %s', (words, kind) => {
    expect(columnKind(words)).toBe(kind);
  });
});

describe('funding sources stand side by side', () => {
  const isFund = (name: string) => ['국비', '구비', '시비'].includes(name);
  it.each<[string, string, number | null]>([
    ['beside 연도', '연도 | 국비 | 구비\n2024 | 1 | 2', 1],
    ['below a title', '예산\n연도 | 국비 | 구비\n2024 | 1 | 2', 2],
    ['below years', '구분 | 2024 | | 2025 |\n | 국비 | 구비 | 국비 | 구비\n도로 | 1 | 2 | 3 | 4', 2],
    ['above years', '구분 | 국비 | | 구비 |\n | 2024 | 2025 | 2024 | 2025\n도로 | 1 | 2 | 3 | 4', 1],
    ['below 연도', '연도 | 재원 |\n | 국비 | 구비\n2024 | 1 | 2', 2],
    ['with one that is not listed', '연도 | 국비 | 특별교부세\n2024 | 1 | 2', 1],
    ['but not one alone', '연도 | 국비 | 담당\n2024 | 1 | 과', null],
    ['but not where none is listed', '연도 | 발전기금 | 특별교부세\n2024 | 1 | 2', null],
    ['but not without a time', '구분 | 국비 | 구비\n도로 | 1 | 2', null],
    ['but not in a row with a number', '2024 | 국비 | 구비\n도로 | 1 | 2', null],
    ['but not in a row with a number in text', '연도 | 국비 | 구비 | "△3"\n도로 | 1 | 2 |', null],
    ['but not beside the money of all', '연도 | 국비 | 사업비\n2024 | 1 | 2', null],
  ])('%s', (_, table, row) => {
    expect(rowOfFundingSourcesAcross(rawTab('예산계획', table), ['연도', '년도'], isFund)).toBe(row);
  });
});
