/** What the cells of a row become in its record. */
import { describe, expect, it } from 'vitest';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import { places, rawTab } from '../fixtures.ts';

function read(workbook: Partial<Record<InputTab, string>>) {
  return readRecords(
    Object.fromEntries(Object.entries(workbook).map(([tab, table]) => [tab, rawTab(tab, table)])),
  );
}

describe('a suggestion', () => {
  const suggestionOf = (row: string) => {
    const table = `접수번호 | 접수일 | 출처 | 동 | 소관부서 | 건의내용\n${row}`;
    return read({ suggestions: table }).records.suggestions?.[0];
  };

  it('has its dong and its department as they are typed', () => {
    expect(suggestionOf('1 | 2024. 1. 9. | 동 연두방문 | 송도1동 | 교통과 | 가로등')).toMatchObject({
      dong: '송도1동',
      department: '교통과',
    });
  });

  // 처리이력 has these keys: one that changed would lose what was known of its row.
  it.each([
    ['가-1 | 2024. 1. 9. | 동 연두방문 | 송도1동 | 교통과 | 가로등', '가-1'],
    ['2024 001 | 2024. 1. 9. | 동 연두방문 | 송도1동 | 교통과 | 가로등', '2024001'],
    [' | 2024. 1. 9. | 동 연두방문 | 송도1동 | 교통과 | 가로등', '#a64bdb852ecdf01f'],
    [' | 2024. 1. 9. | 동 연두방문 | | |', '#3ffcea1e106b2cd8'],
  ])('of the row %s has the key %s in every version', (row, key) => {
    expect(suggestionOf(row)?.key).toBe(key);
  });
});

describe('the people and groups of a meeting', () => {
  it.each([
    ['3개 단체', { amount: 3, tab: 'meetings' }, false],
    ['2개소', { amount: 2, tab: 'meetings' }, true],
    ['2곳', { amount: 2, tab: 'meetings' }, true],
    ['', null, false],
  ])('"%s" are %o, sites: %s', (typed, groups, groupsAreSites) => {
    const table = `일자 | 분류 | 단체수\n2024. 3. 5. | 시장방문 | ${typed}`;
    const [meeting] = read({ meetings: table }).records.meetings ?? [];
    expect(meeting).toMatchObject({ groups, groupsAreSites });
  });
});

describe('the days that the text of a meeting names', () => {
  it.each([
    ['보고회(2022. 11. 23. / 2023. 4. 4.)', '', [2022, 2023]],
    ['2023년 4월 4일 보고회', '', [2023]],
    ['2023 년 4 월 4 일 보고회', '', [2023]],
    ['보고회 2023-04-04', '2022/4/4', [2023, 2022]],
    ['', '2022.4.4.', [2022]],
    // A month is no day: it may be what the meeting was about.
    ['2023. 4월 결산 보고', '', []],
    ['2023년 20명', '', []],
    ['200명', '', []],
  ])('"%s" and "%s" are of %j', (content, note, years) => {
    const table = `일자 | 분류 | 내용 | 비고\n2024. 3. 5. | 시장방문 | ${content} | ${note}`;
    const [meeting] = read({ meetings: table }).records.meetings ?? [];
    expect(meeting?.yearsNamed).toEqual(years);
  });
});

describe('the term of the pledge', () => {
  it.each([
    ['2022', '2022', '2023. 1. 5.', ['meetings 2 date: date-after-term']],
    ['2022', '2022', '2022. 12. 31.', []],
    // That it is reversed is said once, and not of every date.
    ['2026', '2022', '2026. 3. 5.', []],
    ['', '2022', '2023. 1. 5.', ['meetings 2 date: date-after-term']],
    ['2022', '', '2027. 1. 5.', []],
  ])('from %s to %s, on %s: %j', (from, to, day, says) => {
    const { findings } = read({
      pledge: `항목 | 값\n시작연도 | ${from}\n종료연도 | ${to}`,
      meetings: `일자 | 분류\n${day} | 시장방문`,
    });
    expect(places(findings).filter((place) => place.startsWith('meetings'))).toEqual(says);
  });
});

describe('a receipt number', () => {
  it.each(['-', '–', 'ㅡ', '없음', ' 없 음 '])('that says %s is none, and so never doubled', (none) => {
    const table = `접수번호 | 접수일 | 출처\n${none} | 2024. 1. 9. | 동 연두방문\n${none} | 2024. 1. 9. | 동 연두방문`;
    const { records } = read({ suggestions: table });
    expect(records.suggestions?.map(({ number }) => number)).toEqual([null, null]);
  });
});

describe('a row without a number, whose 분류 names one,', () => {
  it.each([
    ['골목 간담회(3회)', '종류 | 이름', ['meetings 2 category: count-in-text']],
    ['골목 간담회', '종류 | 이름', []],
    ['15개동 방문', '종류 | 이름\n소통 | 15개동 방문', []],
  ])('%s is told unless 분류 lists it', (category, classification, told) => {
    const { findings } = read({
      classification,
      meetings: `일자 | 분류 | 횟수\n2024. 3. 5. | ${category} |`,
    });
    expect(places(findings.filter(({ problem }) => problem.code === 'count-in-text'))).toEqual(told);
  });
});

describe('a result that is left out', () => {
  it.each([
    ['약 5', ['results 2 value: approximate-count']],
    ['총 약 130', ['results 2 value: sum-for-a-part']],
    ['△3', ['results 2 value: marked-negative']],
    ['누계 △3', ['results 2 value: sum-for-a-part']],
  ])('%s has no notice that says how it was read', (value, told) => {
    const pledge = '항목 | 값\n공약번호 | 1-1\n집계 | 누적\n지표단위 | 명';
    const { findings } = read({ pledge, results: `일자 | 값\n2024. 3. 5. | ${value}` });
    expect(places(findings.filter(({ place }) => place?.tab === 'results'))).toEqual(told);
  });
});
