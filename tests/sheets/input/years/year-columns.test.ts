/** Which headings name a year, and whether its plan or its results. */
import { describe, expect, it } from 'vitest';
import {
  beginsWithYear,
  yearColumnsOf,
  yearHeading,
  yearOfHeading,
  yearPart,
} from '../../../../src/sheets/input/years/year-columns.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell } from '../../fixtures.ts';

describe('a heading', () => {
  it.each<[RawCell, number | null]>([
    [2024, 2024],
    [-2024, 2024],
    ['2024', 2024],
    ['2024년', 2024],
    ['2024년도', 2024],
    ['2024년말', 2024],
    ['2024년 까지', 2024],
    ['2024.', 2024],
    ['2024.0', 2024],
    ['2024.00', 2024],
    [' ２０２４ 년 ', 2024],
    ["'24", 2024],
    ['’24년도', 2024],
    ['`24', 2024],
    ['‘24', 2024],
    ["'2024", 2024],
    ['24년', 2024],
    ['24년도', 2024],
    ['(2024)', 2024],
    ['[2024년]', 2024],
    ['<2024>', 2024],
    ['〈2024〉', 2024],
    // No year, or not that alone.
    ['24', null],
    [24, null],
    [1999, null],
    [2024.5, null],
    [202_400, null],
    ['2024.5', null],
    ['2026. 6.', 2026],
    ['2026.6월', 2026],
    ["'26.6월", 2026],
    ['26년 6월말', 2026],
    ['2026년 6월까지', 2026],
    ['2024. 12.', 2024],
    ['2024. 6.', null],
    ['2025. 6월', null],
    ['2026. 6. 30.', null],
    ['2026. 3월', null],
    ['26. 6.', 2026],
    ['1.6', null],
    ['124년', null],
    ['12024', null],
    ['20245', null],
    ['2024년 계획', null],
    ['(2024', null],
    ['연도', null],
    ['', null],
    [true, null],
    [dateCell('2024-01-01'), null],
  ])('%o names the year %s alone', (cell, year) => {
    expect(yearOfHeading(cell)).toBe(year);
  });

  it.each<[RawCell, string | null]>([
    ['2022', '2022 plan'],
    [2022, '2022 plan'],
    ['2022년 계획', '2022 plan'],
    ['2022 본예산', '2022 plan'],
    ['2022년 투자계획', '2022 plan'],
    ['2022년 예산액', '2022 plan'],
    ['2022년 사업비', '2022 plan'],
    ['2022년 누계', '2022 plan'],
    ['2022-계획', '2022 plan'],
    ['2022_목표치', '2022 plan'],
    ['2022:소요금액', '2022 plan'],
    ["'23 집행", '2023 result'],
    ['23년 집행액', '2023 result'],
    ['2023년도 추진실적', '2023 result'],
    ['2023년 집행률', '2023 result'],
    ['2023년 진척도', '2023 result'],
    ['2023년 달성현황', '2023 result'],
    ['2023년 기집행', '2023 result'],
    ['2024(백만원)', '2024 plan'],
    ['2024년(추정)', '2024 plan'],
    ['2024년 계획(추정)', '2024 plan'],
    ['2024년 집행(백만원)', '2024 result'],
    ['1년차(2022)', '2022 plan'],
    ['2차년도(’23)', '2023 plan'],
    ['3차년(2024년)', '2024 plan'],
    // Something else about the year, or no year.
    ['2024년 추경', null],
    ['2024년 이후', null],
    ['2024년 설계', null],
    ['2022~2023', null],
    ['계획', null],
    ['10년차(2022)', null],
    ['2022년 계획 변경', null],
    ['우리 2022년 계획', null],
    ['3 계획', null],
    [3, null],
    [true, null],
  ])('%o is of %s', (cell, is) => {
    const named = yearHeading(cell);
    expect(named === null ? null : `${named.year} ${named.part}`).toBe(is);
  });

  it.each([
    ['계획', 'plan'],
    ['계획(누적)', 'plan'],
    ['목표 치', 'plan'],
    ['집행예산', 'plan'],
    ['집행', 'result'],
    ['기집행액', 'result'],
    ['추진율', 'result'],
    ['(집행)', null],
    ['계획서', null],
    ['재계획', null],
    ['비고', null],
    ['실적표', null],
  ])('%s beside a year says %s', (words, part) => {
    expect(yearPart(words)).toBe(part);
  });

  it.each([
    ['2022~2023', true],
    ['2024년 이후', true],
    ['’22년 추경', true],
    ['22년', true],
    ['(2024년 이후)', true],
    ['20245', false],
    ['’225', false],
    ['22', false],
    ['이후 2024', false],
    ['계획', false],
  ])('%s begins with a year: %s', (heading, begins) => {
    expect(beginsWithYear(heading)).toBe(begins);
  });

  it('of a year that stands twice counts once', () => {
    const { years, doubled } = yearColumnsOf(['구분', 2022, '', 2023, '2022년', '계', 2023]);
    expect([...years]).toEqual([
      [1, 2022],
      [3, 2023],
    ]);
    expect(doubled).toEqual([4, 6]);
  });
});
