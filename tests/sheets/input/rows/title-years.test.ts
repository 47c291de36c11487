/** Which year a title names, and which it only mentions. */
import { describe, expect, it } from 'vitest';
import { yearMentioned, yearOfTitle, yearsMentioned } from '../../../../src/sheets/input/rows/title-years.ts';

describe('a title', () => {
  it.each<[string, number | null, string]>([
    ['2024년도 소통 추진 현황', 2024, '2024'],
    ['2024 년 소통', 2024, '2024'],
    ['２０２４년 소통', 2024, '2024'],
    ['1998년 소통', 1998, '1998'],
    ['2024년 소통 (2024년 3월까지)', 2024, '2024'],
    // A year without 년 is only mentioned.
    ['2024 소통', null, '2024'],
    ["'24년 소통", null, '2024'],
    ['2024. 1분기', null, '2024'],
    // Several years are none.
    ['2022~2024년', null, '2022 2024'],
    ['2022년~', null, '2022'],
    ['2022년 ∼ 2024년', null, '2022 2024'],
    ['2023-2024년', null, '2023 2024'],
    ['2023년 – 2024년', null, '2023 2024'],
    ['2023, 2024년', null, '2023 2024'],
    ['2023·2024년', null, '2023 2024'],
    ['2023 및 2024년', null, '2023 2024'],
    ['2023년과 2024년', null, '2023 2024'],
    ['2024년, 3월', 2024, '2024'],
    ['소통 현황', null, ''],
    ['12024년', 2024, ''],
    ['20245', null, ''],
    ['124년', null, ''],
    ['24 소통', null, ''],
  ])('%s names %s and mentions %s', (title, year, mentioned) => {
    expect(yearOfTitle([[title, '']])).toBe(year);
    expect([...yearsMentioned([[title, '']])].join(' ')).toBe(mentioned);
  });

  it('is of one year where all its rows are', () => {
    expect(yearOfTitle([['2024년 소통'], [2023, '2024년 3월']])).toBe(2024);
    expect(yearOfTitle([['2024년 소통'], ['2023년 건의']])).toBeNull();
    expect(yearMentioned([['2024 소통'], ["'24년"]])).toBe(2024);
    expect(yearMentioned([['2024 소통'], ["'23년"]])).toBeNull();
    expect(yearMentioned([['소통'], [2024]])).toBeNull();
  });
});
