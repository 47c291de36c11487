/** The sample matches the published sheet of the pledge. tests/bundle covers its result tabs. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/domain/figure.ts';
import { calculate } from '../../src/domain/report.ts';
import { HANDLING_STATUSES } from '../../src/domain/words.ts';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import { settingsOf } from '../../src/sheets/input/settings/settings.ts';
import { nameTable } from '../../src/sheets/name-table.ts';
import { handlingStatusName } from '../../src/sheets/names.ts';
import { shownPeriod } from '../../src/sheets/raw.ts';
import { dateCell, sampleTabs } from './fixtures.ts';

const { records, findings } = readRecords(sampleTabs());
const { meetings, suggestions, budget } = calculate(records, {
  asOf: dateCell('2024-03-31').date,
  today: dateCell('2024-04-05').date,
});

/** `17`, `~200` for an estimate, `-` if no row has a number. */
function shown({ value, approximate }: Figure): string {
  return value === null ? '-' : `${approximate ? '~' : ''}${value}`;
}

const DONGS =
  '옥련1동 옥련2동 선학동 연수1동 연수2동 연수3동 청학동 동춘1동 동춘2동 동춘3동 송도1동 송도2동 송도3동 송도4동 송도5동';

describe('the sample', () => {
  it('has the settings of the pledge', () => {
    expect(records.pledge).toEqual({
      ...settingsOf([], nameTable([])).pledge,
      number: '1-6',
      name: '주민자치 활성화 "구정의 주인이 구민"',
      department: '자치행정과',
      executingBody: '자체',
      termKind: '임기 내',
      progressKind: '지속',
      continuing: true,
      startYear: 2022,
      endYear: 2026,
      termEnd: '2026-06-30',
      totalCostWon: 27_000_000,
      asOf: '2024-03-31',
      ratePrecision: { mode: 'truncate', digits: 0 },
      executionRatePrecision: { mode: 'truncate', digits: 1 },
      policyGoal: expect.stringMatching(/다$/),
      policyOutline: expect.stringMatching(/다$/),
      amendments: expect.stringMatching(/뺌$/),
    });
  });

  it('planned and held as many meetings as were published', () => {
    const years = meetings?.years.map(({ year, planned, achieved, value }) =>
      [year, shown(planned), shown(achieved), shown(value)].join(' '),
    );
    expect(years).toEqual([
      '2022 20 39 39',
      '2023 50 52 91',
      '2024 90 17 108',
      '2025 140 - -',
      '2026 200 - -',
    ]);
  });

  it('has each meeting in its year and category, with the people met', () => {
    const lines = meetings?.categories
      .filter(({ held }) => held.value !== null)
      .map(({ year, category, held, groups, sites, attendees }) =>
        [year, category.name, [held, groups, sites, attendees].map(shown).join(' ')].join(' | '),
      );
    expect(lines).toEqual([
      '2022 | 이월 | 39 - - -',
      '2023 | 시장방문 | 1 - - ~270',
      '2023 | 동 연두방문 | 15 - - -',
      '2023 | 구청장 차담회 | 21 23 - 212',
      '2023 | 현장방문 | 1 - 2 -',
      '2023 | 공감소통 정책간담회 | 13 13 - 411',
      '2023 | 소통 한마당 | 1 20 - ~130',
      '2024 | 시장방문 | 1 - - ~500',
      '2024 | 동 연두방문 | 15 - - -',
      '2024 | 구청장 차담회 | 0 - - -',
      '2024 | 현장방문 | 0 - - -',
      '2024 | 공감소통 정책간담회 | 1 - - -',
    ]);
  });

  it('has a visit to each 동 in 2023 and in January 2024', () => {
    const visited = (when: string) =>
      records.meetings
        ?.filter(({ date, category }) => shownPeriod(date) === when && category.name === '동 연두방문')
        .map(({ place }) => place?.replace(' 행정복지센터', ''))
        .join(' ');
    expect([visited('2023년'), visited('2024. 1월')]).toEqual([DONGS, DONGS]);
  });

  it('names the place of a meeting only where it was published', () => {
    const elsewhere = records.meetings?.filter(({ category }) => category.name !== '동 연두방문');
    expect(elsewhere?.filter(({ place }) => place !== null)).toEqual([]);
    expect(elsewhere?.map(({ date, content }) => `${shownPeriod(date)} ${content ?? '-'}`)).toEqual([
      '2022년 2022년에 가진 소통의 누계',
      '2023년 인천시장 연두방문',
      '2023년 마을로 찾아온 인천시장 방문',
      '2023년 동아리·소모임과의 차담회',
      '2023년 승기천, 송도역사 복원 현장',
      '2023년 민간·자생단체와의 간담회',
      '2023년 마을 단체가 함께한 한마당',
      '2024. 2월 인천시장 연두방문',
      '2024. 3월 자원봉사센터 등록 단체장과의 간담회',
      '2024. 3월 -',
      '2024. 3월 -',
    ]);
  });

  it('has the suggestions of each visit by their status', () => {
    const lines = suggestions?.occasions.map(({ year, occasion, total, statuses, noStatus }) => {
      const parts = HANDLING_STATUSES.filter((status) => statuses[status].value !== null).map(
        (status) => `${handlingStatusName(status)} ${shown(statuses[status])}`,
      );
      return `${year} ${occasion} ${shown(total)} = ${[...parts, `상태 없음 ${shown(noStatus)}`].join(', ')}`;
    });
    expect(lines).toEqual([
      '2022 초도방문 212 = 상태 없음 212',
      '2023 동 연두방문 186 = 완료 96, 추진중 23, 중장기추진 24, 추진불가 24, 이송 19, 상태 없음 -',
      '2023 인천시장 연두방문 14 = 추진중 8, 검토중 5, 추진불가 1, 상태 없음 -',
      '2023 인천시장 방문 3 = 추진중 1, 검토중 2, 상태 없음 -',
      '2024 동 연두방문 186 = 상태 없음 186',
      '2024 인천시장 연두방문 5 = 상태 없음 5',
    ]);
    const unsaid = records.suggestions?.filter(
      ({ number, dong, department, handledOn }) => number ?? dong ?? department ?? handledOn,
    );
    expect(unsaid).toEqual([]);
  });

  it('has the plan and the spending of the district, in won', () => {
    const lines = budget?.years.map(({ year, bySource: { district }, total }) => [
      year,
      ...[district, total].map(({ planned, executed }) => `${shown(planned)} ${shown(executed)}`),
    ]);
    expect(lines).toEqual([
      [2022, '3000000 1800000', '3000000 1800000'],
      [2023, '6000000 3900000', '6000000 3900000'],
      [2024, '6000000 -', '6000000 -'],
      [2025, '6000000 -', '6000000 -'],
      [2026, '6000000 -', '6000000 -'],
    ]);
  });

  it('has 35 quarters marked', () => {
    const lines = records.schedule.map(
      ({ name, marks }) =>
        `${name}: ${marks.map(({ year, quarter }) => `${year % 100}.${quarter}`).join(' ')}`,
    );
    expect(lines).toEqual([
      '시장방문: 22.4 23.4 24.4 25.4 26.4',
      '동 연두방문: 23.1 24.1 25.1 26.1',
      '구청장 차담회: 22.3 23.1 23.3 24.1 24.3 25.1 25.3 26.1 26.3',
      '현장대화의 날: 23.2 23.4 24.2 24.4 25.2 25.4 26.2 26.4',
      '정책간담회: 22.3 23.1 23.3 24.1 24.3 25.1 25.3 26.1 26.3',
    ]);
  });

  it('has what is still planned', () => {
    expect(
      records.futurePlans.map(({ when, content, category }) => `${when}: ${content} (${category ?? '-'})`),
    ).toEqual([
      '2024. 4월: 상반기 건의사항 보고회 (-)',
      '2024년 연중: 온동네 소통투어 (-)',
      '2024. 4월~7월, 9월~10월: 구청장과의 차담회 (구청장 차담회)',
      '2024년 상·하반기: 분야별 정책간담회 (공감소통 정책간담회)',
    ]);
  });

  it('has findings only about estimates and imprecise dates', () => {
    expect(new Set(findings.map(({ problem }) => problem.code))).toEqual(
      new Set(['approximate-count', 'year-precision', 'month-precision']),
    );
  });
});

describe('the names in the sample', () => {
  /** What is read from one more row with this name. The sample itself has 41 meetings and 13 suggestions. */
  const oneMore = (tab: 'meetings' | 'suggestions', row: Readonly<Record<string, string>>) => {
    const tabs = sampleTabs();
    const { name = '', rows = [] } = tabs[tab] ?? {};
    const more = (rows[0] ?? []).map((heading) => row[String(heading)] ?? '');
    const { records: read } = readRecords({ ...tabs, [tab]: { name, rows: [...rows, more] } });
    return { meeting: read.meetings?.[41], suggestion: read.suggestions?.[13] };
  };

  it.each([
    ['인천시장 연두방문', '시장방문', '시장방문'],
    ['인천시장 방문', '시장방문', '시장방문'],
    ['동연두방문', '동 연두방문', '동 연두방문'],
    ['구청장 동 연두방문', '동 연두방문', '동 연두방문'],
    ['구청장차담회', '구청장 차담회', '구청장 차담회'],
    ['구청장과의 차담회', '구청장 차담회', '구청장 차담회'],
    ['현장대화의 날', '현장방문', '현장대화의 날'],
    ['정책간담회', '공감소통 정책간담회', '정책간담회'],
    ['공감소통정책간담회', '공감소통 정책간담회', '정책간담회'],
    ['분야별 정책간담회', '공감소통 정책간담회', '정책간담회'],
    ['단체장 간담회', '공감소통 정책간담회', '정책간담회'],
    ['온동네 온마을 소통 한마당', '소통 한마당', null],
    ['기타', '기타', null],
  ])('read the meeting %s as %s, of the line %s', (분류, name, scheduleRow) => {
    const { meeting } = oneMore('meetings', { 일자: '2024. 3. 5.', 분류 });
    expect(meeting?.category).toEqual({ kind: 'named', name, scheduleRow });
  });

  it.each([
    ['구청장 동 연두방문', '동 연두방문'],
    ['시장 연두방문', '인천시장 연두방문'],
    ['「마을 안으로, 시민 속으로」 인천시장 방문', '인천시장 방문'],
  ])('take the occasion %s as %s', (출처, occasion) => {
    expect(oneMore('suggestions', { 접수일: '2024. 3. 5.', 출처 }).suggestion?.occasion).toBe(occasion);
  });
});
