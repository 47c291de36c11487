import { describe, expect, it } from 'vitest';
import { fundingSourceListOf } from '../../src/sheets/input/office-words.ts';
import { nameTable } from '../../src/sheets/name-table.ts';
import {
  handlingStatusNames,
  monthName,
  occasionName,
  occasionNameWithinYear,
} from '../../src/sheets/names.ts';

describe('an occasion with its year', () => {
  it.each([
    { year: 2023, occasion: '동 연두방문', is: '2023년 동 연두방문' },
    { year: 2023, occasion: '2023년 동 연두방문', is: '2023년 동 연두방문' },
    { year: 2023, occasion: '2023 동 연두방문', is: '2023 동 연두방문' },
    { year: 2023, occasion: "'23년 동 연두방문", is: "'23년 동 연두방문" },
    { year: 2022, occasion: '2023년 동 연두방문', is: '2023년 동 연두방문(2022년 접수)' },
    { year: 2023, occasion: '2050 계획 간담회', is: '2050 계획 간담회(2023년 접수)' },
    { year: 2023, occasion: '20230 번지', is: '2023년 20230 번지' },
    { year: 2023, occasion: null, is: '2023년 출처 미지정' },
  ])('$year $occasion is $is', ({ year, occasion, is }) => {
    expect(occasionName({ year, occasion })).toBe(is);
  });
});

describe('an occasion in a list below its year', () => {
  it.each([
    { year: 2023, occasion: '동 연두방문', is: '동 연두방문' },
    { year: 2023, occasion: '2023년 동 연두방문', is: '동 연두방문' },
    { year: 2022, occasion: '2023년 동 연두방문', is: '2023년 동 연두방문(2022년 접수)' },
    { year: 2023, occasion: null, is: '출처 미지정' },
  ])('$year $occasion is $is', ({ year, occasion, is }) => {
    expect(occasionNameWithinYear({ year, occasion })).toBe(is);
  });
});

describe('the name of a month', () => {
  it.each([
    ['2024-03', '2024년 3월'],
    ['2023-12', '2023년 12월'],
  ])('%s is %s', (month, name) => expect(monthName(month)).toBe(name));
});

describe('a funding source of another kind of office', () => {
  const listed = fundingSourceListOf([{ row: 2, name: '교육청', aliases: [], ended: false }]);

  it.each(['군비', '도비', '면비'])(
    '%s is unknown if 분류 lists others, and no nearest name is offered',
    (typed) => {
      expect(listed.table.match(typed)).toEqual({ kind: 'unknown', nearest: null });
    },
  );
});

describe('a handling status', () => {
  it.each(['이송', '이첩', '이관', '타기관 이첩', '타기관 이관'])('%s is 이송', (typed) => {
    expect(nameTable(handlingStatusNames).match(typed)).toEqual({ kind: 'known', value: 'transferred' });
  });
});
