import { describe, expect, it } from 'vitest';
import type { Pledge } from '../../../../src/domain/records.ts';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import { settingsOf } from '../../../../src/sheets/input/settings/settings.ts';
import { pledgeTab } from '../../../../src/sheets/input/tabs.ts';
import { nameTable } from '../../../../src/sheets/name-table.ts';
import { implementationStatusNames } from '../../../../src/sheets/names.ts';
import { places, rawTab, readContext } from '../../fixtures.ts';

function settings(rows: string) {
  const table = rawTab('공약', `항목 | 값 | 설명\n${rows}`);
  return settingsOf(readRows(pledgeTab, table, readContext()).rows, nameTable(implementationStatusNames));
}

describe('a setting', () => {
  it.each<{ row: string; is: Partial<Pledge> }>([
    { row: '공약번호 | 1-6', is: { number: '1-6' } },
    // Sheets takes 1-6 for a day of this year.
    { row: '공약번호 | 2022-01-06', is: { number: '1-6' } },
    { row: '공약명 | 주민자치 활성화', is: { name: '주민자치 활성화' } },
    { row: '담당부서 | 자치행정과', is: { department: '자치행정과' } },
    { row: '부서 | 자치행정과', is: { department: '자치행정과' } },
    { row: '사업주체 | 자체', is: { executingBody: '자체' } },
    { row: '임기구분 | 임기 내', is: { termKind: '임기 내' } },
    { row: '추진구분 | 지속', is: { progressKind: '지속', continuing: true } },
    { row: '추진구분 | 지속사업', is: { progressKind: '지속사업', continuing: true } },
    { row: '추진구분 | 계속', is: { progressKind: '계속', continuing: true } },
    { row: '추진구분 | 계속사업', is: { progressKind: '계속사업', continuing: true } },
    { row: '추진구분 | 신규', is: { progressKind: '신규', continuing: false } },
    { row: '시작연도 | 2022', is: { startYear: 2022 } },
    { row: '시작년도 | 2022년', is: { startYear: 2022 } },
    { row: '종료 연도 | 2026', is: { endYear: 2026 } },
    { row: '임기종료일 | 2026. 6. 30.', is: { termEnd: '2026-06-30' as Pledge['termEnd'] } },
    { row: '임기종료일 | 2026-06-30', is: { termEnd: '2026-06-30' as Pledge['termEnd'] } },
    { row: '총사업비(백만원) | 27', is: { totalCostWon: 27_000_000 } },
    { row: '총사업비 | 27', is: { totalCostWon: 27_000_000 } },
    { row: '총사업비 | 27백만원', is: { totalCostWon: 27_000_000 } },
    { row: '총사업비 | 27,000,000원', is: { totalCostWon: 27_000_000 } },
    { row: '총사업비(천원) | 27,000', is: { totalCostWon: 27_000_000 } },
    { row: '총사업비(원) | 27000000', is: { totalCostWon: 27_000_000 } },
    { row: '이행구분 | 정상추진', is: { chosenStatus: 'onTrack' } },
    { row: '이행구분 | 미정', is: { chosenStatus: null } },
    { row: '이행구분 | -', is: { chosenStatus: null } },
    { row: '총사업비 | 비예산', is: { totalCostWon: 0 } },
    { row: '기준일 | 2024. 3. 31.', is: { asOf: '2024-03-31' as Pledge['asOf'] } },
    { row: '기준일 | 2024-03-31', is: { asOf: '2024-03-31' as Pledge['asOf'] } },
    {
      row: '비율 처리 | 반올림',
      is: {
        ratePrecision: { mode: 'round', digits: 0 },
        executionRatePrecision: { mode: 'round', digits: 1 },
      },
    },
    { row: '비율처리 | 절사', is: { ratePrecision: { mode: 'truncate', digits: 0 } } },
    { row: '비율 처리 | 내림', is: { ratePrecision: { mode: 'truncate', digits: 0 } } },
    { row: '비율 처리 | 버림', is: { ratePrecision: { mode: 'truncate', digits: 0 } } },
    {
      row: '비율 소수자리 | 2',
      is: {
        ratePrecision: { mode: 'truncate', digits: 2 },
        executionRatePrecision: { mode: 'truncate', digits: 1 },
      },
    },
    { row: '비율 소수자리 | 4', is: { ratePrecision: { mode: 'truncate', digits: 4 } } },
    { row: '건의 처리기한(일) | 180', is: { handlingLimitDays: 180 } },
    { row: '처리기한 | 180일', is: { handlingLimitDays: 180 } },
    { row: '집행률 소수자리 | 0자리', is: { executionRatePrecision: { mode: 'truncate', digits: 0 } } },
    { row: '정책목표 | 소통', is: { policyGoal: '소통' } },
    { row: '정책개요 | 소통', is: { policyOutline: '소통' } },
    { row: '수정사항 | 없음', is: { amendments: '없음' } },
  ])('$row', ({ row, is }) => {
    const { pledge, findings, excluded } = settings(row);
    expect(pledge).toMatchObject(is);
    expect([places(findings), excluded]).toEqual([[], 0]);
  });

  it('that is absent or blank is unknown, or has its default', () => {
    const nothing = settings('');
    expect(nothing.pledge).toMatchObject({
      describedIn: 'pledge',
      number: null,
      name: null,
      department: null,
      executingBody: null,
      termKind: null,
      progressKind: null,
      continuing: false,
      startYear: null,
      endYear: null,
      termEnd: null,
      totalCostWon: null,
      chosenStatus: null,
      asOf: null,
      ratePrecision: { mode: 'truncate', digits: 0 },
      executionRatePrecision: { mode: 'truncate', digits: 1 },
      policyGoal: null,
      policyOutline: null,
      amendments: null,
      handlingLimitDays: 365,
      stated: [],
    });
    expect(settings('기준일 |\n최종목표 | " "\n비율 처리 |')).toEqual(nothing);
  });
});

describe('the name of a setting', () => {
  it.each([
    ['공약번호', '번호'],
    ['공약명', '공약 이름, 공약사업명'],
    ['담당부서', '부서, 주관부서'],
    ['시작연도', '시작년도, 시작'],
    ['종료연도', '종료년도, 종료'],
    ['총사업비(백만원)', '총사업비'],
    ['확인지표', '공약이행 확인지표, 지표'],
    ['최종목표', '목표, 최종 목표치'],
    ['지표단위', '단위'],
    ['건의 처리기한(일)', '건의처리기한, 처리기한'],
    ['집계', '집계방법, 집계방식'],
    ['기준값', '기준치'],
    ['누적실적', '실적, 소통횟수, 소통실적'],
    ['건의건수', '건의사항, 건의사항 건수'],
  ])('%s may be %s', (own, others) => {
    const value = /연도|사업비|목표|기한|기준|실적|건수/.test(own) ? 2022 : '소통';
    for (const name of others.split(', ')) {
      expect([name, settings(`${name} | ${value}`)]).toEqual([name, settings(`${own} | ${value}`)]);
    }
    expect(settings(`${own} | ${value}`).findings).toEqual([]);
  });
});

describe('a setting that cannot be taken', () => {
  it.each([
    { row: '공약멍 | 소통', says: 'item: unknown-setting' },
    { row: '기타 | 소통', says: 'item: unknown-setting' },
    { row: ' | 소통', says: 'item: required-blank' },
    { row: '시작연도 | 22', says: 'value: not-a-year' },
    { row: '임기종료일 | 2026년 6월', says: 'value: not-a-date' },
    { row: '총사업비(백만원) | 미정', says: 'value: not-an-amount' },
    { row: '최종목표 | 많이', says: 'value: not-a-count' },
    { row: '이행구분 | 정상', says: 'value: unknown-name' },
    { row: '비율 처리 | 올림', says: 'value: unknown-name' },
    { row: '비율 소수자리 | 5', says: 'value: not-digits' },
    { row: '비율 소수자리 | 0.5', says: 'value: not-digits' },
    { row: '공약명 | #REF!', says: 'value: error-value' },
  ])('$row: $says', ({ row, says }) => {
    const { pledge, findings, excluded } = settings(row);
    expect(places(findings)).toEqual([`pledge 2 ${says}`]);
    expect(excluded).toBe(1);
    expect(pledge).toEqual(settings('').pledge);
  });

  it.each([
    ['임기종료일 | " 2026년 6월 "', { code: 'not-a-date', found: '2026년 6월' }],
    ['비율 소수자리 | " 5자리 "', { code: 'not-digits', found: '5자리', most: 4 }],
  ])('%s is repeated without its spaces', (row, problem) => {
    expect(settings(row).findings.map((finding) => finding.problem)).toEqual([problem]);
  });

  it('names the setting most like it', () => {
    expect(settings('공약멍 | 소통').findings[0]?.problem).toEqual({
      code: 'unknown-setting',
      found: '공약멍',
      nearest: '공약명',
    });
  });

  it('because it stands twice leaves the first in force', () => {
    const { own, findings, excluded } = settings('최종목표 | 200\n목표 | 300');
    expect(own.indicator?.target).toBe(200);
    expect([places(findings), excluded]).toEqual([['pledge 3 item: doubled-setting'], 1]);
  });

  it('with a notice is taken', () => {
    const { pledge, findings, excluded } = settings("기준일 | '24. 3. 31.");
    expect(pledge.asOf).toBe('2024-03-31');
    expect([places(findings), excluded]).toEqual([['pledge 2 value: two-digit-year'], 0]);
  });
});

describe('the as-of date', () => {
  it.each([
    { row: '기준일 | 2024. 2. 30.', code: 'impossible-date' },
    { row: '기준일 | 2024년 3월', code: 'not-a-date' },
    { row: '기준일 | 오늘', code: 'not-a-date' },
    { row: '기준일 | 3/31', code: 'date-without-year' },
    { row: '기준일 | #REF!', code: 'error-value' },
    { row: '기준일 | TRUE', code: 'not-a-date' },
  ])('of "$row" stops everything, for nothing may be computed for a guess', ({ row, code }) => {
    const { pledge, asOfFinding } = settings(row);
    expect(pledge.asOf).toBeNull();
    expect(asOfFinding).toMatchObject({
      problem: { code },
      place: { tab: 'pledge', row: 2, field: 'value' },
    });
  });

  it('is what is wrong there, whatever is wrong above it', () => {
    expect(settings('공약멍 | 소통\n시작연도 | 22\n기준일 | 오늘').asOfFinding).toMatchObject({
      problem: { code: 'not-a-date', found: '오늘' },
    });
  });

  it.each(['', '기준일 |', '기준일 | 2024. 3. 31.', '기준일 | 24.3.31', '시작연도 | 22'])(
    'of "%s" stops nothing',
    (row) => {
      expect(settings(row).asOfFinding).toBeNull();
    },
  );
});

describe('a setting with a unit in its name', () => {
  it.each([
    ['집행액(원) | 3900000', 3_900_000],
    ['집행액(천원) | 3900', 3_900_000],
    ['집행액(백만원) | 3.9', 3_900_000],
    ['집행액 | 3.9', 3_900_000],
  ])('%s', (row, won) => {
    expect(settings(row).pledge.stated).toMatchObject([{ kind: 'executedWon', value: won }]);
  });
});

describe('a figure that is stated all the same', () => {
  it.each([
    ['누적실적 | 108', 'cumulativeMeetings', 108],
    ['실적 | 108회', 'cumulativeMeetings', 108],
    ['누적 실적 | 108', 'cumulativeMeetings', 108],
    ['소통횟수 | 108', 'cumulativeMeetings', 108],
    ['소통실적 | 108', 'cumulativeMeetings', 108],
    ['이행률 | 54%', 'implementationPercent', 54],
    ['건의건수 | 606', 'suggestionCount', 606],
    ['건의사항 | 606건', 'suggestionCount', 606],
    ['건의사항 건수 | 606', 'suggestionCount', 606],
    ['건의 건수 | 606', 'suggestionCount', 606],
    ['집행률 | 21.1%', 'executionPercent', 21.1],
  ])('%s', (row, kind, value) => {
    const { pledge, findings } = settings(`공약명 | 소통\n${row}`);
    expect(pledge.stated).toEqual([{ kind, value, row: 3 }]);
    expect(findings).toEqual([]);
  });

  it.each([
    ['이행률 | 0.54\n집행률 | 21.1%', ['pledge 2 value: share-for-percent']],
    [
      '이행률 | 0.54\n집행률 | 0.211',
      ['pledge 2 value: share-for-percent', 'pledge 3 value: share-for-percent'],
    ],
    ['이행률 | 0.54\n집행률 |', ['pledge 2 value: share-for-percent']],
  ])('%s: %j', (rows, found) => {
    expect(places(settings(rows).findings)).toEqual(found);
  });
});

describe('a date that stands as its serial number', () => {
  const term = '시작연도 | 2022\n종료연도 | 2026\n';
  it.each([
    [`${term}기준일 | 45382`, '2024-03-31'],
    [`기준일 | 45382\n${term}`.trim(), '2024-03-31'],
    [`${term}기준일 | "45382"`, '2024-03-31'],
    [`${term}기준일 | 44561`, '2021-12-31'],
    [`${term}기준일 | 46752`, '2027-12-31'],
    [`${term}기준일 | 46753`, null],
    [`${term}기준일 | 2024. 3. 31.`, '2024-03-31'],
    [`${term}기준일 | 2019. 3. 31.`, '2019-03-31'],
    ['기준일 | 45382', null],
  ])('%s: %s', (rows, asOf) => {
    expect(settings(rows).pledge.asOf).toBe(asOf);
  });
});

describe('a term', () => {
  it.each([
    ['시작연도 | 2026\n종료연도 | 2022', ['pledge 3 value: term-reversed']],
    ['종료연도 | 2022\n시작연도 | 2026', ['pledge 2 value: term-reversed']],
    ['시작연도 | 2022\n종료연도 | 2022', []],
    ['시작연도 | 2022', []],
    ['시작연도 | 2026\n종료연도 |', []],
  ])('%s: %j', (rows, found) => {
    const { findings, excluded } = settings(rows);
    expect(places(findings)).toEqual(found);
    expect(excluded).toBe(0);
  });
});
