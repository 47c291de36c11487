/** Plans as offices have published them, brought into the tabs of a book. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAccounts } from '../../../src/app/compute/row-accounts.ts';
import { audit } from '../../../src/domain/audit.ts';
import { calculate } from '../../../src/domain/report.ts';
import type { InputTab } from '../../../src/domain/tabs.ts';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { officialSheet } from '../../../src/sheets/output/official/sheet.ts';
import { scheduleBlock } from '../../../src/sheets/output/results/schedule-block.ts';
import type { MergedCells, RawTabs } from '../../../src/sheets/raw.ts';
import { day } from '../../support/day.ts';
import { places, rawTab } from '../fixtures.ts';

/** The tabs that every book has, blank but for those given. */
const BLANK: Partial<Record<InputTab, string>> = {
  meetings: '일자 | 분류 | 내용 | 장소 | 횟수',
  suggestions: '접수번호 | 접수일 | 출처',
  budgetPlans: '연도 | 재원 | 금액(백만원)',
  executions: '집행일 | 재원 | 금액(원)',
};

type Book = Partial<Record<InputTab, string>>;

function bookOf(given: Book, asOf: string, merges: Partial<Record<InputTab, readonly MergedCells[]>> = {}) {
  const tabs: RawTabs = Object.fromEntries(
    Object.entries({ ...BLANK, ...given }).map(([tab, table]) => [
      tab,
      { ...rawTab(INPUT_TAB_NAMES[tab as InputTab], table), merges: () => merges[tab as InputTab] ?? [] },
    ]),
  );
  const read = readRecords(tabs);
  const report = calculate(read.records, { asOf: day(asOf), today: day('2026-11-29') });
  const findings = [...read.findings, ...report.findings];
  return { read, report, findings: places(findings), accounts: rowAccounts(read, report) };
}

describe('a yearly plan with a column a year', () => {
  const plan = (table: string, merges: readonly MergedCells[] = [], more: Book = {}) => {
    const book = bookOf(
      { pledge: '항목 | 값\n공약번호 | 1-4\n시작연도 | 2022\n종료연도 | 2026', targets: table, ...more },
      '2022-12-31',
      { targets: merges },
    );
    const planned = (book.read.records.targets ?? []).map(({ year, planned: { amount } }) => [year, amount]);
    return { ...book, planned, found: book.findings.filter((place) => place.startsWith('targets')) };
  };
  const YEARS = [2022, 2023, 2024, 2025, 2026];
  const PLANNED = [20, 50, 90, 140, 200].map((amount, index) => [YEARS[index], amount]);

  // The plan of the parking places of one city.
  it.each([
    ['as it is pasted', '구분 | 2022 | 2023 | 2024 | 2025 | 2026\n계획 | 20 | 50 | 90 | 140 | 200'],
    [
      'with years in words',
      "구분 | 2022년 | '23 | (2024) | 2025년도 | ’26년\n계획 | 20 | 50 | 90 | 140 | 200",
    ],
    ['with years alone', '2022 | 2023 | 2024 | 2025 | 2026\n20 | 50 | 90 | 140 | 200'],
    [
      'below a heading over all of them',
      '구분 | 누적목표 | | | |\n | 2022 | 2023 | 2024 | 2025 | 2026\n계획 | 20 | 50 | 90 | 140 | 200',
    ],
    [
      'with its results below',
      '구분 | 2022 | 2023 | 2024 | 2025 | 2026\n계획 | 20 | 50 | 90 | 140 | 200\n실적 | 39 | 91 | | |',
    ],
    [
      'below a title, and with a row of notes',
      '연차별 계획 | | | | |\n구분 | 2022 | 2023 | 2024 | 2025 | 2026\n계획 | 20 | 50 | 90 | 140 | 200\n※ 누적 | | | | |',
    ],
    [
      'with what the rows are about under 연도',
      '연도 | 2022 | 2023 | 2024 | 2025 | 2026\n목표 | 20 | 50 | 90 | 140 | 200',
    ],
  ])('is read %s', (_, table) => {
    const { planned, report, found, accounts } = plan(table);
    expect(planned).toEqual(PLANNED);
    expect(found).toEqual([]);
    expect(report.years).toEqual(YEARS);
    expect(accounts.targets).toMatchObject({ counted: 1, excluded: 0 });
  });

  it.each([
    ['구분 | 2022 | 23 | -2024 | "25" | 26', PLANNED],
    ['구분 | 22 | 23 | 24 | 25 | 26', PLANNED],
    ['지표 | "22" | "23" | "24" | "25" | "26"', PLANNED],
    ['세부사업 | 2022 | 2023 | 24 | 25 | 26', PLANNED],
  ])('knows years that the spreadsheet has changed: %s', (headings, expected) => {
    const { planned, found } = plan(`${headings}\n | 20 | 50 | 90 | 140 | 200`);
    expect(planned).toEqual(expected);
    expect(found).toEqual([]);
  });

  it('names columns of two digits that may be other years', () => {
    const { planned, found, read } = plan('구분 | 2022 | 23 | 25\n계획 | 20 | 50 | 90');
    expect(planned).toEqual([[2022, 20]]);
    expect(found).toEqual(['targets 1 column 3: year-not-told']);
    expect(read.findings.map(({ problem }) => problem)).toContainEqual({
      code: 'year-not-told',
      columns: ['23', '25'],
    });
  });

  it.each([
    ['구분 | 2026\n누적목표 | 200'],
    ['구분 | 2026년\n계획 | 200'],
    ['구분 | 단위 | 2026\n계획 | 개소 | 200'],
    [' | 2026\n누적목표 | 200'],
    ['구분 | 누적목표\n | 2026\n계획 | 200'],
  ])('has one year alone: %s', (table) => {
    const { planned, found } = plan(table);
    expect(planned).toEqual([[2026, 200]]);
    expect(found).toEqual([]);
  });

  it.each([
    ['begins with a number', '지표 | 연도\n0 | 2022\n90 | 2022'],
    ['has one year twice', '연도 | 연도\n2022 | 2022\n2022 | 2022'],
  ])('has no year in a row that %s: a heading is missing', (_, table) => {
    const { planned, found } = plan(table);
    expect(planned).toEqual([]);
    expect(found).toEqual(['targets 1: missing-heading']);
  });

  it('may have one year with its plan and its results', () => {
    const { planned } = plan('구분 | 2022 | 2022\n | 계획 | 실적\n개소 | 20 | 39');
    expect(planned).toEqual([[2022, 20]]);
  });

  it('is read with plan and results of each year, which are named as not used', () => {
    const { planned, found } = plan(
      '구분 | 2022 | | 2023 |\n | 계획 | 실적 | 계획 | 실적\n개소 | 20 | 39 | 50 | 91',
    );
    expect(planned).toEqual([
      [2022, 20],
      [2023, 50],
    ]);
    expect(found).toEqual(['targets 2 column 3: unused-columns']);
  });

  it.each([
    '24년',
    '2024년도',
    '2024년 계획',
    '2024년 목표',
    '2024(개소)',
    '2024년(개소)',
    '2024년 누적목표',
    '3년차(2024)',
    "3차년도('24)",
  ])('has a column %s', (heading) => {
    const { planned, found } = plan(`구분 | 22년 | ${heading}\n계획 | 20 | 50`);
    expect(planned).toEqual([
      [2022, 20],
      [2024, 50],
    ]);
    expect(found).toEqual([]);
  });

  it.each([
    ['for two years at once', '구분 | 2022 | 2023~2024 | 2025\n계획 | 20 | 50 | 90', '2023~2024'],
    ['behind a year', '구분 | 2022 | 2025 | 2026년 이후\n계획 | 20 | 90 | 100', '2026년 이후'],
    ['that says something else', '구분 | 2022 | 상반기 | 2025\n계획 | 20 | 50 | 90', '상반기'],
    ['before the first year', '구분 | 2021 하반기 | 2022 | 2025\n계획 | 5 | 20 | 90', '2021 하반기'],
  ])('warns of a column %s', (_, table, column) => {
    const { planned, read } = plan(table);
    expect(planned).toEqual([
      [2022, 20],
      [2025, 90],
    ]);
    expect(read.findings.map(({ problem }) => problem)).toContainEqual({
      code: 'year-not-told',
      columns: [column],
    });
  });

  it.each([
    ['당초 | 20 | 60\n변경 | 20 | 50', [20, 50], []],
    ['변경 | 20 | 50\n당초 | 20 | 60', [20, 50], []],
    ['목표(당초) | 20 | 60\n목표(변경) | 20 | 50', [20, 50], []],
    ['변경 전 목표 | 20 | 60\n변경 후 목표 | 20 | 50', [20, 50], []],
    ['당초 | 20 | 60\n변경 | | 50', [20, 50], []],
    ['당초 | 20 | 60', [20, 60], []],
    ['변경 | 20 | 50\n변경률(%) | 100 | 83', [20, 50], []],
    ['당초 계획 | 20 | 60\n실적 | 19 | 55', [20, 60], []],
  ])('is the one in force: %s', (rows, amounts, told) => {
    const { planned, found } = plan(`구분 | 2022 | 2023\n${rows}`);
    expect(planned.map(([, amount]) => amount)).toEqual(amounts);
    expect(found).toEqual(told);
  });

  it.each([
    [
      'below what each year adds',
      '연간목표 | 5 | 10 | 43\n누적목표 | 60 | 70 | 113',
      ['targets 2: yearly-rows-aside'],
    ],
    ['above it', '누적목표 | 60 | 70 | 113\n연간목표 | 5 | 10 | 43', ['targets 3: yearly-rows-aside']],
    ['as 누계', '당해연도 | 5 | 10 | 43\n누계 | 60 | 70 | 113', ['targets 2: yearly-rows-aside']],
    ['as 누적', '당년 | 5 | 10 | 43\n누적 | 60 | 70 | 113', ['targets 2: yearly-rows-aside']],
    ['in brackets', '목표(연간) | 5 | 10 | 43\n목표(누적) | 60 | 70 | 113', ['targets 2: yearly-rows-aside']],
    [
      'below 연도별 목표',
      '연도별 목표 | 5 | 10 | 43\n누적목표 | 60 | 70 | 113',
      ['targets 2: yearly-rows-aside'],
    ],
    ['below 목표', '목표 | 5 | 10 | 43\n누적 | 60 | 70 | 113', ['targets 2: yearly-rows-aside']],
    ['above percentages', '목표 | 60 | 70 | 113\n계획률(%) | 53 | 62 | 100', []],
    ['above 비율', '목표 | 60 | 70 | 113\n비율 | 53% | 62% | 100%', []],
    ['above 목표(%)', '목표 | 60 | 70 | 113\n목표(%) | 53 | 62 | 100', []],
    ['above remarks', '목표 | 60 | 70 | 113\n비고 | 1차 | 2차 | 3차', []],
    ['above a note', '목표 | 60 | 70 | 113\n* 주 | 1 | 2 | 3', []],
  ])('is cumulative %s', (_, rows, told) => {
    const { planned, found } = plan(`구분 | 2022 | 2023 | 2024\n${rows}`);
    expect(planned).toEqual([
      [2022, 60],
      [2023, 70],
      [2024, 113],
    ]);
    expect(found).toEqual(told);
  });

  it.each([
    [
      '당해 and 누적 of plan and results',
      '계획 | 당해 | 5 | 10\n | 누적 | 60 | 70\n실적 | 당해 | 6 | 9\n | 누적 | 61 | 71',
    ],
    [
      'plan and results of 당해 and 누적',
      '당해 | 계획 | 5 | 10\n | 실적 | 6 | 9\n누적 | 계획 | 60 | 70\n | 실적 | 61 | 71',
    ],
  ])('is read from two columns of labels: %s', (_, rows) => {
    const { planned, found } = plan(`구분 | | 2022 | 2023\n${rows}`);
    expect(planned).toEqual([
      [2022, 60],
      [2023, 70],
    ]);
    expect(found).toEqual(['targets 2: yearly-rows-aside']);
  });

  it('has 연간 and 누적 below each year', () => {
    const { planned } = plan('구분 | 2022 | | 2023 |\n | 연간 | 누적 | 연간 | 누적\n개소 | 5 | 60 | 10 | 70');
    expect(planned).toEqual([
      [2022, 60],
      [2023, 70],
    ]);
  });

  it('has 연간 alone below each year, and counts nothing', () => {
    const { planned, found } = plan(
      '구분 | 2022 | | 2023 |\n | 연간 | 실적 | 연간 | 실적\n개소 | 5 | 4 | 10 | 9',
    );
    expect(planned).toEqual([]);
    expect(found).toEqual(['targets 2: yearly-rows-alone']);
  });

  const SUM = '항목 | 값\n공약번호 | 1-4\n시작연도 | 2022\n종료연도 | 2026\n집계 | 누적\n지표단위 | 개소';
  it.each([
    ['a column 계 that adds up the years', '구분 | 2022 | 2023 | 2024 | 계\n계획 | 5 | 10 | 43 | 58', ''],
    ['a column 합계 before them', '구분 | 합계 | 2022 | 2023\n목표 | 15 | 5 | 10', ''],
    ['a column 계 beside a name', '구분 | 2022 | 2023 | 계\n보행로 | 5 | 10 | 15', ''],
    ['a column 계 beside 누적목표', '구분 | 2022 | 2023 | 계\n누적목표 | 5 | 10 | 15', ''],
    ['decimals in 계', '구분 | 2022 | 2023 | 계\n계획 | 0.1 | 0.2 | 0.3', ''],
    ['a column 최종목표 that adds them up', '구분 | 최종목표 | 2022 | 2023\n계획 | 15 | 5 | 10', ''],
    ['a column of all years', '구분 | 2022~2026 | 2022 | 2023\n계획 | 15 | 5 | 10', ''],
    ['연도별 목표 alone', '구분 | 2022 | 2023\n연도별 목표 | 5 | 10', ''],
    ['연도별 목표 that may come to the target', '구분 | 2022 | 2023\n연도별 목표 | 5 | 10', '최종목표 | 15'],
    ['연도별 목표 that falls', '구분 | 2022 | 2023\n연도별 목표 | 10 | 5', '최종목표 | 10'],
    ['연도별 목표 over the years', '구분 | 연도별 목표 |\n | 2022 | 2023\n보행로 | 5 | 10', ''],
    ['연간목표 over the years', '구분 | 연간목표 |\n | 2022 | 2023\n계획 | 5 | 10', ''],
    ['a row 계 below a list', '연도 | 누적목표\n2022 | 5\n2023 | 10\n계 | 15', ''],
    ['a row 합계 above a list', '연도 | 목표\n합계 | 15\n2022 | 5\n2023 | 10', ''],
  ])('counts nothing of figures of each year: %s', (_, table, target) => {
    const { planned, found } = plan(table, [], { pledge: `${SUM}\n${target}` });
    expect(planned).toEqual([]);
    expect(found.filter((place) => !/unused|not-told/.test(place))).toEqual([
      expect.stringMatching(/^targets \d: yearly-rows-alone$/),
    ]);
  });

  it.each([
    ['a 계 that is the last year', '구분 | 2022 | 2023 | 계\n계획 | 5 | 10 | 10', ''],
    ['a 계 of one year', '구분 | 2022 | 2023 | 계\n계획 | 0 | 10 | 10', ''],
    ['연도별 목표 that comes to the target', '구분 | 2022 | 2023\n연도별 목표 | 5 | 10', '최종목표 | 10'],
    ['연도별 목표 too large to be added up', '구분 | 2022 | 2023\n연도별 목표 | 8 | 10', '최종목표 | 12'],
    ['연도별 목표 beside 연간목표', '구분 | 2022 | 2023\n연간목표 | 5 | 5\n연도별 목표 | 5 | 10', ''],
    ['연도별 목표 of a level', '구분 | 2022 | 2023\n연도별 목표 | 5 | 10', '집계 | 현재값'],
    ['a 계 of a level', '구분 | 2022 | 2023 | 계\n계획 | 5 | 10 | 15', '집계 | 현재값'],
    ['a 누적 목표 over the years', '구분 | 누적 목표 |\n | 2022 | 2023\n보행로 | 5 | 10', ''],
    ['a title', '연도별 목표 | |\n구분 | 2022 | 2023\n보행로 | 5 | 10', ''],
    ['a row 계 of the last year', '연도 | 누적목표\n2022 | 5\n2023 | 10\n계 | 10', ''],
  ])('counts what is reached by the end of each year: %s', (_, table, more) => {
    const settings = more.startsWith('집계') ? SUM.replace('집계 | 누적', more) : `${SUM}\n${more}`;
    const { report, found } = plan(table, [], { pledge: settings });
    expect(report.indicators[0]?.years.map(({ planned }) => planned.value).filter((value) => value)).toEqual(
      table.includes('| 8 |') ? [8, 10] : table.includes('| 0 |') ? [10] : [5, 10],
    );
    expect(found.filter((place) => place.includes('alone'))).toEqual([]);
  });

  it.each([
    [
      '지표 | 단위 | 구분 | 2022 | 2023\n도로 | km | 연간목표 | 5 | 10\n도로 | km | 누적목표 | 5 | 15',
      '연간목표',
    ],
    ['구분 | 단위 | 2022 | 2023\n연간목표 | 개소 | 5 | 10\n누적목표 | 개소 | 5 | 15', '연간목표'],
    ['지표 | 단위 | 2022 | 2023 | 계\n도로 | km | 5 | 10 | 15', '도로'],
  ])('names a row of each year by its own name: %s', (table, label) => {
    const { read } = plan(table, [], { pledge: `${SUM}\n확인지표 | 도로` });
    const rows = read.findings.flatMap(({ problem }) =>
      problem.code === 'yearly-rows-aside' || problem.code === 'yearly-rows-alone' ? problem.rows : [],
    );
    expect(rows).toEqual([{ row: 2, label }]);
  });

  it('that says only what each year adds counts in nothing, and asks for cumulative targets', () => {
    const { planned, read, accounts } = plan('구분 | 2022 | 2023\n연간목표 | 5 | 10\n실적 | 4 | 9');
    expect(planned).toEqual([]);
    expect(read.findings.map(({ problem }) => problem)).toContainEqual({
      code: 'yearly-rows-alone',
      rows: [{ row: 2, label: '연간목표' }],
    });
    expect(accounts.targets).toMatchObject({ read: 2, counted: 0, excluded: 1 });
  });

  it('has a number merged across years, which belongs to none of them', () => {
    const { planned, read } = plan('구분 | 2022 | 2023 | 2024\n계획 | 50 | | 90', [
      { row: 2, column: 2, rows: 1, columns: 2 },
    ]);
    expect(planned).toEqual([[2024, 90]]);
    expect(read.findings.map(({ problem }) => problem)).toContainEqual({
      code: 'merged-across',
      found: '50',
      columns: ['2022', '2023'],
    });
  });

  it('has a number merged over rows, which is that of the first', () => {
    const { planned, found, accounts } = plan(
      '지표 | 2022 | 2023\n보행 | 50 | 60\n노선 | | 4',
      [{ row: 2, column: 2, rows: 2, columns: 1 }],
      { indicators: '지표 | 집계 | 단위 | 최종목표\n보행 | 누적 | 개소 | 70\n노선 | 누적 | 개 | 4' },
    );
    expect(planned).toEqual([
      [2022, 50],
      [2023, 60],
      [2023, 4],
    ]);
    expect(found).toEqual(['targets 3 2022: merged-number']);
    expect(accounts.targets).toMatchObject({ read: 2, counted: 2, excluded: 0 });
  });

  it('says which name under 구분 is no indicator', () => {
    const { read } = plan('구분 | 2022 | 2023\n보행로 | 60 | 70\n노선 수 | 3 | 4', [], {
      indicators: '지표 | 집계 | 단위 | 최종목표\n보행 | 누적 | 개소 | 70\n노선 | 누적 | 개 | 4',
    });
    expect(read.findings.map(({ problem }) => problem)).toContainEqual(
      expect.objectContaining({ code: 'unknown-name', found: '보행로', nearest: '보행' }),
    );
  });

  it('names its indicators under 구분', () => {
    const { read, found } = plan('구분 | 2022 | 2023\n보행 | 60 | 70\n노선 | 3 | 4\n비고 | 가 | 나', [], {
      indicators: '지표 | 집계 | 단위 | 최종목표\n보행 | 누적 | 개소 | 70\n노선 | 누적 | 개 | 4',
    });
    const planned = (read.records.targets ?? []).map(({ indicator, year, planned: { amount } }) => [
      indicator,
      year,
      amount,
    ]);
    expect(planned).toMatchObject([
      [expect.anything(), 2022, 60],
      [expect.anything(), 2023, 70],
      [expect.anything(), 2022, 3],
      [expect.anything(), 2023, 4],
    ]);
    expect(found).toEqual([]);
  });

  it('leads to its row', () => {
    const { report } = plan('구분 | 2022 | 2023\n | |\n계획 | 20 | 50');
    expect(report.meetings?.targetFigure.sources).toMatchObject([{ tab: 'targets', row: 3, amount: 50 }]);
  });

  it('keeps words out, and goes on', () => {
    const { planned, found } = plan('구분 | 2022 | 2023 | 2024\n계획 | 설계 | 50 | 준공');
    expect(planned).toEqual([[2023, 50]]);
    expect(found).toEqual(['targets 2 2022: words-for-a-value', 'targets 2 2024: words-for-a-value']);
  });

  it('names the cell that cannot be read, and counts the others', () => {
    const { planned, found, accounts } = plan('구분 | 2022 | 2023 | 비고\n계획 | 20대 | 50 | 메모');
    expect(planned).toEqual([[2023, 50]]);
    expect(found).toEqual(['targets 2 2022: unit-of-another-kind']);
    expect(accounts.targets).toMatchObject({ read: 1, counted: 1, excluded: 0 });
  });

  it.each([
    [
      '10 | 20회(누적) | 30',
      [
        [2022, 10],
        [2024, 30],
      ],
      ['targets 2 2023: unit-of-another-kind'],
    ],
    [
      '10회 | 20회(누적) | 30회(목표)',
      [[2022, 10]],
      ['targets 2 2023: unit-of-another-kind', 'targets 2 2024: unit-of-another-kind'],
    ],
    [
      '목표 10 | 누적 20 | 30회',
      [[2024, 30]],
      ['targets 2 2022: words-for-a-value', 'targets 2 2023: words-for-a-value'],
    ],
  ])('keeps a row of values that say what they are: %s', (cells, years, told) => {
    const { planned, found } = plan(`구분 | 2022 | 2023 | 2024\n목표 | ${cells}`);
    expect(planned).toEqual(years);
    expect(found.toSorted()).toEqual(told);
  });

  it('is not read where a column of years stands beside it', () => {
    const { planned, found } = plan('연도 | 누적목표 | 2023 | 2024\n2022 | 20 | 50 | 90');
    expect(planned).toEqual([]);
    expect(found).toEqual(['targets 1: year-beside-years']);
  });

  it('belongs to the pledge of its number', () => {
    const { planned, found } = plan('공약번호 | 2022 | 2023\n1-4 | 20 | 50\n1-5 | 1 | 2');
    expect(planned).toEqual([
      [2022, 20],
      [2023, 50],
    ]);
    expect(found).toEqual(['targets 3 pledgeNumber: another-pledge']);
  });

  it('gives the same figures as a row a year', () => {
    const aCell = fc.oneof(
      fc.nat(500).map(String),
      fc.nat(500).map((count) => `${count}회`),
      fc.constantFrom('', '-', '약 30', '1,200', '20대'),
    );
    fc.assert(
      fc.property(fc.array(aCell, { minLength: 2, maxLength: 6 }), (cells) => {
        const years = cells.map((_, index) => 2022 + index);
        const wide = plan(`구분 | ${years.join(' | ')}\n계획 | ${cells.join(' | ')}`);
        const rows = cells.flatMap((cell, index) => (cell === '' ? [] : [`${years[index]} | ${cell}`]));
        const long = plan(`연도 | 누적목표\n${rows.join('\n')}`);
        expect(wide.planned).toEqual(long.planned);
        expect(wide.report.meetings?.rate).toEqual(long.report.meetings?.rate);
      }),
    );
  });
});

describe('quarters in words', () => {
  // Walking streets of a city: 55 there were, and 10, 5, 5 and 10 more places in their quarters up to 2016.
  const quarters = [2014, 2015, 2016, 2017, 2018].flatMap((year) =>
    [1, 2, 3, 4].map((each) => `${year}.${each}`),
  );
  const words: Readonly<Record<string, string>> = {
    '2014.1': '10개소',
    '2015.4': '5개소',
    '2016.1': '5개소',
    '2016.4': '10개소',
  };
  const { report, findings, read } = bookOf(
    {
      pledge:
        '항목 | 값\n공약번호 | 13-1-2\n시작연도 | 2014\n종료연도 | 2018\n최종목표 | 113\n지표단위 | 개소',
      targets: '연도 | 누적목표\n2018 | 113',
      schedule: `세부추진사항 | ${quarters.join(' | ')}\n보행전용거리 확대 | ${quarters.map((each) => words[each] ?? '').join(' | ')}`,
    },
    '2016-12-31',
  );

  it('are kept, plan their quarters and are no error', () => {
    expect(findings.filter((place) => place.startsWith('schedule'))).toEqual([]);
    expect(audit(read.records, report).filter(({ place }) => place?.tab === 'schedule')).toEqual([]);
    const [line] = report.schedule;
    const planned = line?.quarters.filter((quarter) => quarter.planned) ?? [];
    expect(planned.map(({ year, quarter }) => `${year}.${quarter}`)).toEqual(Object.keys(words));
    expect(planned.map(({ standing }) => standing)).toEqual([null, null, null, null]);
  });

  it('stand in 소통누적, each in its quarter', () => {
    const rows = scheduleBlock(report).map((row) => row.slice(0, 3).map(({ value }) => value));
    for (const [quarter, text] of Object.entries(words)) {
      expect(rows).toContainEqual(['보행전용거리 확대', quarter, text]);
    }
  });

  it('are printed below the marks of their line', () => {
    const printed = officialSheet(report, {}, [])
      .rows.flat()
      .map(({ value }) => value);
    expect(printed).toContain('2014.1 10개소 · 2015.4 5개소 · 2016.1 5개소 · 2016.4 10개소');
  });
});

describe('two pledges in the book of one', () => {
  // A plan of jobs of one city (301 by 2022) with rows of another pledge pasted below its own. By hand:
  // 120 of 301 is 39 %.
  const book = (number: string, titles: Book = {}) =>
    bookOf(
      {
        pledge: `항목 | 값\n공약번호 | ${number}\n최종목표 | 301\n지표단위 | 명\n시작연도 | 2018\n종료연도 | 2022`,
        targets: '연도 | 누적목표\n2021 | 260\n2022 | 301',
        meetings: `${titles.meetings ?? ''}공약번호 | 일자 | 분류 | 내용 | 장소 | 횟수\n1-2 | 2020. 5. 1. | | 채용 | | 120\n1-1 | 2020. 5. 1. | | 기업 유치 | | 5`,
        budgetPlans: `${titles.budgetPlans ?? ''}공약번호 | 연도 | 재원 | 금액(백만원)\n1-2 | 2020 | 시비 | 100\n1-1 | 2020 | 시비 | 300`,
        executions: `${titles.executions ?? ''}공약번호 | 집행일 | 재원 | 금액(원)\n1-2 | 2020. 5. 1. | 시비 | 100000000\n1-1 | 2020. 5. 1. | 시비 | 300000000`,
      },
      '2021-12-31',
    );

  it('are never summed: the rows of the other are listed and counted as left out', () => {
    const { report, findings, accounts } = book('1-2');
    expect(report.meetings?.rate).toMatchObject({ part: 120, whole: 301, percent: 39 });
    expect(report.budget?.total.planned.value).toBe(100_000_000);
    expect(report.budget?.total.executed.value).toBe(100_000_000);
    expect(findings.filter((place) => place.endsWith('-pledge'))).toEqual([
      'meetings 3 pledgeNumber: another-pledge',
      'budgetPlans 3 pledgeNumber: another-pledge',
      'executions 3 pledgeNumber: another-pledge',
    ]);
    expect(accounts.meetings).toMatchObject({ read: 2, counted: 1, excluded: 1 });
  });

  it('are never summed below a title that is also the name of a column', () => {
    const { findings } = book('1-2', {
      meetings: '소통내용\n',
      budgetPlans: '투자계획 | | | (단위: 백만원)\n',
      executions: '집행내역(단위: 원)\n',
    });
    expect(findings.filter((place) => /-pledge$|column/.test(place))).toEqual([
      'meetings 4 pledgeNumber: another-pledge',
      'budgetPlans 4 pledgeNumber: another-pledge',
      'executions 4 pledgeNumber: another-pledge',
    ]);
  });

  it('none of which 공약 names count in nothing', () => {
    const { report, accounts } = book('');
    expect(report.meetings?.value.value).toBe(0);
    expect(report.budget?.total.planned.value).toBeNull();
    expect(accounts.executions).toMatchObject({ read: 2, counted: 0, excluded: 2 });
  });
});

describe('a number of the pledge', () => {
  const countedOf = (table: string, number = '1-2') => {
    const { report, findings, accounts } = bookOf(
      {
        pledge: `항목 | 값\n공약번호 | ${number}\n최종목표 | 10\n시작연도 | 2018\n종료연도 | 2026`,
        targets: '연도 | 누적목표\n2026 | 10',
        meetings: table,
      },
      '2026-10-31',
    );
    const { excluded, skipped } = accounts.meetings ?? { excluded: -1, skipped: -1 };
    return { held: report.meetings?.value.value, excluded, skipped, findings };
  };

  it.each([
    [
      'that is blank in some rows is the one of the book',
      '공약번호 | 일자 | 분류\n1-2 | 2024. 3. 5. |\n | 2024. 3. 6. |',
      2,
    ],
    ['may stand in any column', '일자 | 분류 | 공약 번호\n2024. 3. 5. | | 1-2', 1],
    [
      'drawn down below the rows makes none',
      '공약번호 | 일자 | 분류\n1-2 | 2024. 3. 5. |\n1-2 | |\n1-1 | |',
      1,
    ],
    [
      'is no total where 계 stands in its column',
      '공약번호 | 일자 | 분류 | 횟수\n1-2 | 2024. 3. 5. | | 1\n계 | | | 1',
      1,
    ],
  ])('%s', (_, table, held) => {
    expect(countedOf(table)).toMatchObject({ held, excluded: 0 });
  });

  it('is known by the rows alone where 공약 has none', () => {
    const table =
      '공약번호 | 일자 | 분류 | 횟수\n1-2 | 2024. 3. 5. | | 1\n1－2 | 2024. 3. 6. | | 1\n계 | | | 2';
    expect(countedOf(table, '')).toMatchObject({ held: 2, excluded: 0 });
  });

  it('is no 번호 of a row', () => {
    expect(countedOf('번호 | 일자 | 분류\n1 | 2024. 3. 5. |\n2 | 2024. 3. 6. |')).toMatchObject({
      held: 2,
      excluded: 0,
    });
  });

  it('of a line of the schedule counts there too', () => {
    const { read } = bookOf(
      {
        pledge: '항목 | 값\n공약번호 | 1-2',
        targets: '연도 | 누적목표\n2026 | 10',
        schedule: '공약번호 | 세부추진사항 | 2024.1\n1-2 | 채용 | ■\n1-1 | 채용 | ■\n1-2 | |',
      },
      '2026-10-31',
    );
    expect(read.records.schedule.map(({ row, pledge }) => [row, pledge])).toEqual([[2, '1-2']]);
    expect(read.accounts.schedule).toEqual({ read: 3, excluded: 1, skipped: 1 });
    expect(places(read.findings)).toContain('schedule 3 pledgeNumber: another-pledge');
  });

  it('in a merged cell is that of all its rows', () => {
    const raw = rawTab('소통기록', '공약번호 | 일자 | 분류\n1-1 | 2024. 3. 5. |\n | 2024. 3. 6. |');
    const merges = () => [{ row: 2, column: 1, rows: 2, columns: 1 }];
    const { records } = readRecords({
      pledge: rawTab('공약', '항목 | 값\n공약번호 | 1-2'),
      meetings: { ...raw, merges },
    });
    expect(records.meetings).toEqual([]);
  });
});
