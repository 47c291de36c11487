/**
 * Tables below the first of a tab, each under headings of its own: no value counts in a year that stands
 * above another table.
 */
import { describe, expect, it } from 'vitest';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { addressOf } from '../../../src/sheets/addresses.ts';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { places, rawTab } from '../fixtures.ts';

function read(tab: InputTab, table: string, settings = '') {
  const result = readRecords({
    pledge: rawTab('공약', `항목 | 값\n공약번호 | 1-1\n시작연도 | 2022\n종료연도 | 2030${settings}`),
    [tab]: rawTab(INPUT_TAB_NAMES[tab], table),
  });
  const { records, findings, accounts, headings } = result;
  const own = findings.filter(({ place }) => place?.tab === tab && place.row !== null);
  return {
    targets: (records.targets ?? []).map(({ year, planned }) => `${year} ${planned.amount}`).join(', '),
    plans: (records.budgetPlans ?? [])
      .map(({ when, planned }) => `${when} ${planned.amount / 1_000_000}`)
      .join(', '),
    marks: records.schedule.map(
      ({ name, marks }) => `${name} ${marks.map(({ year, quarter }) => `${year}.${quarter}`).join(' ')}`,
    ),
    found: places(own).map((place) => place.replace(`${tab} `, '')),
    cells: own.flatMap(({ place }) => (place === null ? [] : [addressOf(place, headings).cell])),
    account: accounts[tab],
  };
}

describe('a second table of a yearly plan', () => {
  it.each([
    ['after a blank row', '구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n구분 | 2027 | 2028\n계획 | 90 | 140'],
    ['right below the first', '구분 | 2022 | 2023\n계획 | 20 | 50\n구분 | 2027 | 2028\n계획 | 90 | 140'],
    [
      'below a title of its own',
      '구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n임기 후 계획 | |\n구분 | 2027년 | 2028년\n계획 | 90 | 140',
    ],
    ['without a label', '2022 | 2023\n20 | 50\n |\n2027 | 2028\n90 | 140'],
    [
      'under a label that nobody knows',
      '세부사업 | 2022 | 2023\n보행로 | 20 | 50\n | |\n세부사업 | 2027 | 2028\n보행로 | 90 | 140',
    ],
    [
      'below a heading over its years',
      '구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n구분 | 누적목표 |\n | 2027 | 2028\n계획 | 90 | 140',
    ],
    [
      'in other columns',
      '구분 | 2022 | 2023 |\n계획 | 20 | 50 |\n | | |\n구분 | 단위 | 2027 | 2028\n계획 | 개소 | 90 | 140',
    ],
    ['as a list', '구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n연도 | 누적목표 |\n2027 | 90 |\n2028 | 140 |'],
    [
      'below a list',
      '연도 | 누적목표 |\n2022 | 20 |\n2023 | 50 |\n | |\n구분 | 2027 | 2028\n계획 | 90 | 140',
    ],
    [
      'whose years a spreadsheet has changed',
      '구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n구분 | 27 | -2028\n계획 | 90 | 140',
    ],
  ])('is read under its own years %s', (_, table) => {
    expect(read('targets', table)).toMatchObject({
      targets: '2022 20, 2023 50, 2027 90, 2028 140',
      found: [],
    });
  });

  it('is the same table where its headings stand once more', () => {
    const { targets, found } = read(
      'targets',
      '구분 | 2022 | 2023\n연간목표 | 20 | 30\n | |\n구분 | 2022 | 2023\n누적목표 | 20 | 50',
    );
    expect(targets).toBe('2022 20, 2023 50');
    expect(found).toEqual(['2: yearly-rows-aside']);
  });

  it('keeps a list whose values look like years', () => {
    const { targets } = read('targets', '연도 | 누적목표\n2022 | 2023\n |\n2024 | 2025\n2025 | 26');
    expect(targets).toBe('2022 2023, 2024 2025, 2025 26');
  });

  it('keeps a row whose values look like years', () => {
    const { targets } = read('targets', '구분 | 2022 | 2023 | 2024\n계획 | 2000 | 2022 | 2040');
    expect(targets).toBe('2022 2000, 2023 2022, 2024 2040');
  });

  it('is named where it repeats a year, and its cell is that of its own table', () => {
    const { targets, found, cells } = read(
      'targets',
      '구분 | 2022 | 2023 |\n계획 | 20 | 50 |\n | | |\n구분 | 단위 | 2023 | 2024\n계획 | 개소 | 60 | 많이',
    );
    expect(targets).toBe('2022 20, 2023 50, 2023 60');
    expect(found).toEqual(['5 2024: words-for-a-value']);
    expect(cells).toEqual(['D5']);
  });

  it('of results is no plan', () => {
    const { targets, found } = read(
      'targets',
      '구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n2. 추진실적 | |\n구분 | 2022 | 2023\n보행로 | 39 | 91',
    );
    expect(targets).toBe('2022 20, 2023 50');
    expect(found).toEqual(['5: results-in-plan']);
  });

  it('of results below a list is no plan', () => {
    const { targets, found, account } = read(
      'targets',
      '연도 | 누적목표\n2022 | 20\n2023 | 50\n |\n연도 | 실적\n2022 | 19\n2024 | 91',
    );
    expect(targets).toBe('2022 20, 2023 50');
    expect(found).toEqual(['5: results-in-plan']);
    expect(account).toEqual({ read: 6, excluded: 0, skipped: 4 });
  });

  it('below a note about results is a plan', () => {
    const { targets } = read(
      'targets',
      '구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n※ 실적은 따로 | |\n구분 | 2027 | 2028\n계획 | 90 | 140',
    );
    expect(targets).toBe('2022 20, 2023 50, 2027 90, 2028 140');
  });

  it.each([
    ['beside a dash', '2027 | 2028 | -'],
    ['beside a number', '2027 | 2028 | 5'],
    ['beside an estimate', '2027 | 2028 | 약 5'],
    ['beside a number in brackets', '2027 | 2028 | (5)'],
    ['beside a date', '2027 | 2028 | 2027-03-05'],
    ['beside a tick', '2027 | 2028 | TRUE'],
    ['that do not follow each other', '2027 | 2029'],
  ])('does not begin with years %s: they are values', (_, years) => {
    const { targets } = read(
      'targets',
      `구분 | 2022 | 2023 |\n계획 | 20 | 50 |\n | ${years}\n계획 | 90 | 140 |`,
    );
    expect(targets).toContain('2022 2027, 2023 20');
  });

  it.each([
    ['of several titles', '임기 후\n확장 계획\n구분 | 2027 | 2028\n계획 | 90 | 140'],
    ['below a title that runs on from the rows', '구분 | 2027 | 2028\n계획 | 90 | 140'],
  ])('%s is read', (_, below) => {
    const { targets } = read('targets', `구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n${below}`);
    expect(targets).toBe('2022 20, 2023 50, 2027 90, 2028 140');
  });

  it.each([
    ['실적', '실적 | |'],
    ['a unit and 실적', '실적 | |\n(단위: 개) | |'],
    ['실적 and words between', '추진실적 | |\n가나다 | |'],
  ])('right below the rows, under %s, is no plan', (_, titles) => {
    const { targets } = read(
      'targets',
      `구분 | 2022 | 2023\n계획 | 20 | 50\n | |\n${titles}\n구분 | 2022 | 2023\n계획 | 39 | 91`,
    );
    expect(targets).toBe('2022 20, 2023 50');
  });

  it('beyond the first thirty rows is read too', () => {
    const rows = Array.from({ length: 40 }, () => ' | |').join('\n');
    const { targets } = read(
      'targets',
      `구분 | 2022 | 2023\n계획 | 20 | 50\n${rows}\n구분 | 2027 | 2028\n계획 | 90 | 140`,
    );
    expect(targets).toBe('2022 20, 2023 50, 2027 90, 2028 140');
  });
});

describe('a second table of money', () => {
  it.each([
    ['after a blank row', '재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n재원 | 2027 | 2028\n국비 | 3 | 4'],
    ['right below the first', '재원 | 2022 | 2023\n국비 | 1 | 2\n재원 | 2027 | 2028\n국비 | 3 | 4'],
    [
      'as a list',
      '재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n연도 | 재원 | 금액(백만원)\n2027 | 국비 | 3\n2028 | 국비 | 4',
    ],
    [
      'below a list',
      '연도 | 재원 | 금액(백만원)\n2022 | 국비 | 1\n2023 | 국비 | 2\n | |\n재원 | 2027 | 2028\n국비 | 3 | 4',
    ],
    [
      'below its unit',
      '재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n(단위: 천원) | |\n재원 | 2027 | 2028\n국비 | 3000 | 4000',
    ],
  ])('is read under its own years %s', (_, table) => {
    const { plans, found } = read('budgetPlans', `(단위: 백만원) | |\n${table}`);
    expect(plans).toBe('2022 1, 2023 2, 2027 3, 2028 4');
    expect(found).toEqual([]);
  });

  it.each([
    ['the one above the first', '', '3000 | 4000'],
    ['its own, in its heading', '재원(백만원) | 2027 | 2028', '3 | 4'],
    ['its own, above it', '(단위: 백만원) | |\n재원 | 2027 | 2028', '3 | 4'],
    ['its own, two rows above it', '(단위: 백만원) | |\n임기 후 계획 | |\n재원 | 2027 | 2028', '3 | 4'],
  ])('is in the unit that holds for it: %s', (_, headings, amounts) => {
    const { plans } = read(
      'budgetPlans',
      `(단위: 천원) | |\n재원 | 2022 | 2023\n국비 | 1000 | 2000\n | |\n${headings || '재원 | 2027 | 2028'}\n국비 | ${amounts}`,
    );
    expect(plans).toBe('2022 1, 2023 2, 2027 3, 2028 4');
  });

  it('begins where the same headings stand once more in another unit', () => {
    const { plans } = read(
      'budgetPlans',
      '(단위: 천원) | |\n재원 | 2022 | 2023\n국비 | 1000 | 2000\n | |\n(단위: 백만원) | |\n재원 | 2022 | 2023\n시비 | 3 | 4',
    );
    expect(plans).toBe('2022 1, 2023 2, 2022 3, 2023 4');
  });

  it.each([
    [
      'a list below years',
      '재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n연도 | 재원 | 금액(백만원)\n2027 | 국비 | 1',
      '합계 | | 4',
      [4],
    ],
    [
      'a list below years, of itself',
      '재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n연도 | 재원 | 금액(백만원)\n2027 | 국비 | 1',
      '합계 | | 1',
      [1],
    ],
    [
      'years below years',
      '재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n재원 | 2022 | 2023 | 2024\n시비 | 3 | 4 | 5',
      '합계 | 4 | 4 | 5',
      [4, 4, 5],
    ],
  ])('that ends with a total is held against all tables or its own: %s', (_, table, total, sums) => {
    const { records } = readRecords({
      pledge: rawTab('공약', '항목 | 값\n시작연도 | 2022\n종료연도 | 2030'),
      budgetPlans: rawTab('예산계획', `(단위: 백만원) | |\n${table}\n${total}`),
    });
    expect(records.subtotals.map(({ sumOfAll }) => sumOfAll / 1_000_000)).toEqual(sums);
  });

  it('has its own merged cells, and no others', () => {
    const table =
      '(단위: 백만원) | |\n재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n재원 | 2027 | 2028\n국비 | 8 |\n | |';
    const told = (row: number) => {
      const raw = rawTab('예산계획', table);
      const merges = () => [{ row, column: 2, rows: 1, columns: 2 }];
      const { findings } = readRecords({
        pledge: rawTab('공약', '항목 | 값\n시작연도 | 2022\n종료연도 | 2030'),
        budgetPlans: { ...raw, merges },
      });
      return places(findings).filter((place) => place.includes('merged-across'));
    };
    expect(told(6)).toEqual(['budgetPlans 6 planned 2027: merged-across']);
    expect(told(7)).toEqual([]);
  });

  it('takes the unit above the first table where it has none', () => {
    const { plans } = read(
      'budgetPlans',
      '(단위: 천원) | |\n재원 | 2022 | 2023\n국비 | 1000 | 2000\n | |\n재원 | 2027 | 2028\n국비 | 3000 | 4000',
    );
    expect(plans).toBe('2022 1, 2023 2, 2027 3, 2028 4');
  });

  it.each([
    '집행액 | | |\n재원 | 2022 | 2023 |\n국비 | 1 | 1 |',
    '집행액 | | |\n(단위: 백만원) | | |\n재원 | 2022 | 2023 |\n국비 | 1 | 1 |',
    '집행액 | 2022 | 2023 |\n국비 | 1 | 1 |',
  ])('right below the first, of what was spent, is no plan: %s', (table) => {
    const { plans } = read(
      'budgetPlans',
      `(단위: 백만원) | | |\n재원 | 2022 | 2023 | 2024\n국비 | 1 | 2 | 3\n${table}`,
    );
    expect(plans).toBe('2022 1, 2023 2, 2024 3');
  });

  it('of what was spent is no plan', () => {
    const { plans, found } = read(
      'budgetPlans',
      '(단위: 백만원) | |\n재원 | 2022 | 2023 | 2024\n국비 | 1 | 2 | 3\n | | |\n2. 집행 현황 | | |\n재원 | 2022 | 2023 |\n국비 | 1 | 1 |',
    );
    expect(plans).toBe('2022 1, 2023 2, 2024 3');
    expect(found).toEqual(['6: results-in-plan']);
  });

  it('that cannot be read is told at its headings, and counts in no year', () => {
    const { plans, found, account } = read(
      'budgetPlans',
      '(단위: 백만원) | |\n재원 | 2022 | 2023\n국비 | 1 | 2\n | |\n사업별 | 2027 | 2028\n국비 | 3 | 4',
    );
    expect(plans).toBe('2022 1, 2023 2');
    expect(found).toEqual(['5: table-not-read']);
    expect(account).toEqual({ read: 4, excluded: 1, skipped: 2 });
  });
});

describe('a second table of the schedule', () => {
  it.each([
    [
      'one row of quarters',
      '구분 | 2022.1 | 2022.2\n용역 | ■ |\n | |\n구분 | 2027.1 | 2027.2\n용역 | | ■\n공사 | ■ |',
    ],
    [
      'years over quarters',
      '구분 | 2022 |\n | 1 | 2\n용역 | ■ |\n | |\n구분 | 2027 |\n | 1 | 2\n용역 | | ■\n공사 | ■ |',
    ],
  ])('of %s goes on with its lines', (_, table) => {
    const { marks, found, account } = read('schedule', table);
    expect(marks).toEqual(['용역 2022.1 2027.2', '공사 2027.1']);
    expect((account?.read ?? 0) - (account?.skipped ?? 0)).toBe(3);
    expect(found).toEqual([]);
  });
});

describe('years that a spreadsheet has changed', () => {
  it('are those of money, and its amounts stay', () => {
    const { plans, found } = read(
      'budgetPlans',
      '(단위: 백만원) | | |\n재원 | 기투자 | 22 | -2023\n국비 | 22 | 23 | 24',
    );
    expect(plans).toBe('beforeTerm 22, 2022 23, 2023 24');
    expect(found).toEqual([]);
  });

  it('are no amounts of a list', () => {
    const { plans } = read('budgetPlans', '연도 | 재원 | 금액(백만원)\n2022 | 국비 | 23\n2023 | 국비 | 24');
    expect(plans).toBe('2022 23, 2023 24');
  });

  it('are those of the schedule', () => {
    const { marks } = read('schedule', '구분 | 22 | | 23 |\n | 1 | 2 | 1 | 2\n용역 | ■ | | | ■');
    expect(marks).toEqual(['용역 2022.1 2023.2']);
  });
});

describe('a column before the funding sources', () => {
  it.each([
    ['사업 | 재원 | 2022 | 2023\n도로 | 국비 | 1 | 2', ['2 column 1: unused-columns']],
    ['사업비내역 | 재원 | 2022 | 2023\n도로 | 국비 | 1 | 2', ['2 column 1: unused-columns']],
    ['재원 | 2022 | 2023 | 총사업븨\n국비 | 1 | 2 | 3', ['2 column 4: unread-column']],
  ])('is no total where it holds names: %s', (table, told) => {
    expect(read('budgetPlans', `(단위: 백만원) | | |\n${table}`).found).toEqual(told);
  });
});
