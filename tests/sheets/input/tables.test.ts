/** What a tab's rows say against each other and against their layout: merged cells, totals, slipped cells, units, filters. */
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../src/sheets/input/read-rows.ts';
import { readSchedule } from '../../../src/sheets/input/schedule.ts';
import { budgetPlansTab, executionsTab, meetingsTab } from '../../../src/sheets/input/tabs.ts';
import type { MergedCells } from '../../../src/sheets/raw.ts';
import { places, rawTab, readContext } from '../fixtures.ts';

const read = (table: string, ...merges: readonly MergedCells[]) =>
  readRows(meetingsTab, { ...rawTab('소통기록', table), merges: () => merges }, readContext());
const spent = (table: string) => readRows(executionsTab, rawTab('예산집행', table), readContext());
const planned = (table: string) => readRows(budgetPlansTab, rawTab('예산계획', table), readContext());

const down = (row: number, column: number, rows: number): MergedCells => ({ row, column, rows, columns: 1 });

describe('merged cells', () => {
  const table = '일자 | 분류 | 횟수 | 참석인원\n2024. 3. 5. | 시장방문 | 2 | 30\n | | 1 | 10\n | | 1 | 5';

  it('of labels stand for the rows they cover, each with a notice', () => {
    const { rows, findings } = read(table, down(2, 1, 3), down(2, 2, 3));
    expect(rows.map(({ values }) => [values.date.first, values.category?.name])).toEqual(
      Array(3).fill(['2024-03-05', '시장방문']),
    );
    expect(places(findings)).toEqual([
      'meetings 3 date: merged-label',
      'meetings 3 category: merged-label',
      'meetings 4 date: merged-label',
      'meetings 4 category: merged-label',
    ]);
  });

  it('end where they end', () => {
    const { rows, findings } = read(table, down(2, 1, 2), down(2, 2, 3));
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(places(findings)).toContain('meetings 4 date: required-blank');
  });

  it('of numbers cannot say what each row has', () => {
    const { rows, excluded, findings } = read(
      '일자 | 분류 | 횟수\n2024. 3. 5. | 시장방문 | 15\n2024. 3. 6. | 시장방문 |\n2024. 3. 7. | 시장방문 |',
      down(2, 3, 2),
    );
    // The row below the merged block is blank, which is once.
    expect(rows.map(({ row, values }) => [row, values.times.value])).toEqual([
      [2, 15],
      [4, 1],
    ]);
    expect(excluded).toBe(1);
    expect(places(findings)).toEqual(['meetings 3 times: merged-number']);
  });

  it('of numbers, all of them blank, say nothing of the first row either', () => {
    const { rows, excluded, findings } = read(
      '일자 | 분류 | 횟수\n2024. 3. 5. | 시장방문 |\n2024. 3. 6. | 시장방문 |\n2024. 3. 7. | 시장방문 |',
      down(3, 3, 2),
    );
    expect(rows.map(({ row, values }) => [row, values.times.value])).toEqual([
      [2, 1],
      [3, 1],
    ]);
    expect(excluded).toBe(1);
    expect(places(findings)).toEqual(['meetings 4 times: merged-number']);
  });

  it('of a place stand for the rows they cover', () => {
    const { rows, findings } = read(
      '일자 | 분류 | 장소\n2024. 3. 5. | 가 | " 송도 "\n2024. 3. 6. | 가 |',
      down(2, 3, 2),
    );
    expect(rows.map(({ values }) => values.place)).toEqual(['송도', '송도']);
    expect(findings.map(({ problem }) => problem)).toEqual([
      { code: 'merged-label', found: '송도', firstRow: 2 },
    ]);
  });

  it('with nothing in them say nothing', () => {
    const { findings } = read('일자 | 분류 | 장소\n2024. 3. 5. | | \n2024. 3. 6. | |', down(2, 3, 2));
    expect(places(findings)).toEqual([]);
  });

  it('whose text cannot be read flag every row', () => {
    const { excluded, findings } = read('일자 | 분류\n곧 | 가\n | 나', down(2, 1, 2));
    expect(excluded).toBe(2);
    expect(places(findings)).toEqual(['meetings 2 date: not-a-date', 'meetings 3 date: not-a-date']);
  });
});

describe('rows of totals', () => {
  /** The rows of totals that say something else than the rows do, all of them or those of their group. */
  const differing = (table: string) =>
    read(table)
      .subtotals.filter(({ written, sumOfAll, sumOfGroup }) => written !== sumOfAll && written !== sumOfGroup)
      .map(({ row, label, written, sumOfAll, sumOfGroup }) =>
        sumOfAll === sumOfGroup
          ? `${row} ${label} ${written}, not ${sumOfAll}`
          : `${row} ${label} ${written}, not ${sumOfAll}, nor ${sumOfGroup} of its group`,
      );

  it.each([
    { case: 'below all rows', table: '가 | 1\n나 | 2\n계 | 3', says: [] },
    { case: 'below all rows, and wrong', table: '가 | 1\n나 | 2\n계 | 4', says: ['4 계 4, not 3'] },
    { case: 'above all rows', table: '계 | 3\n가 | 1\n나 | 2', says: [] },
    { case: 'above all rows, and wrong', table: '계 | 2\n가 | 1\n나 | 2', says: ['2 계 2, not 3'] },
    {
      case: 'of two groups, then of all',
      table: '가 | 1\n나 | 2\n소계 | 3\n다 | 4\n소계 | 4\n합계 | 7',
      says: [],
    },
    {
      case: 'of two groups, then of all, each wrong',
      table: '가 | 1\n나 | 2\n소계 | 2\n다 | 4\n소계 | 5\n합계 | 8',
      says: ['4 소계 2, not 3', '6 소계 5, not 7, nor 4 of its group', '7 합계 8, not 7'],
    },
    { case: 'of all rows so far', table: '가 | 1\n누계 | 1\n나 | 2\n누계 | 3', says: [] },
    {
      case: 'of all rows so far, the last not brought up to date',
      table: '가 | 1\n누계 | 1\n나 | 2\n누계 | 1',
      says: ['5 누계 1, not 3, nor 2 of its group'],
    },
    { case: 'above each of two groups', table: '소계 | 3\n가 | 1\n나 | 2\n소계 | 4\n다 | 4', says: [] },
    {
      case: 'above each of two groups, the second like the first',
      table: '소계 | 3\n가 | 1\n나 | 2\n소계 | 2\n다 | 4',
      says: ['5 소계 2, not 7, nor 4 of its group'],
    },
    {
      case: 'above each of two groups, the second copied from the first',
      table: '소계 | 3\n가 | 1\n나 | 2\n소계 | 3\n다 | 4',
      says: ['5 소계 3, not 7, nor 4 of its group'],
    },
    {
      case: 'above each of two groups, then of all',
      table: '소계 | 3\n가 | 1\n나 | 2\n소계 | 4\n다 | 4\n합계 | 7',
      says: [],
    },
    {
      case: 'above everything and below each group',
      table: '합계 | 12\n가 | 1\n나 | 2\n소계 | 3\n다 | 4\n소계 | 4\n라 | 5\n소계 | 5',
      says: [],
    },
    {
      case: 'above everything and below each group, each wrong',
      table: '합계 | 11\n가 | 1\n나 | 2\n소계 | 4\n다 | 4\n소계 | 5\n라 | 5\n소계 | 4',
      says: [
        '2 합계 11, not 12',
        '5 소계 4, not 3',
        '7 소계 5, not 7, nor 4 of its group',
        '9 소계 4, not 12, nor 5 of its group',
      ],
    },
    {
      case: 'above everything and above each group',
      table: '합계 | 7\n소계 | 3\n가 | 1\n나 | 2\n소계 | 4\n다 | 4',
      says: [],
    },
    {
      case: 'above everything and above each group, the first of them wrong',
      table: '합계 | 8\n소계 | 3\n가 | 1\n나 | 2\n소계 | 4\n다 | 4',
      says: ['2 합계 8, not 7'],
    },
    {
      case: 'of two years, of which the second has a part',
      table: '가 | 39\n계 | 39\n나 | 13\n소 계 | 13\n다 | 39\n계 | 52',
      says: [],
    },
    {
      case: 'of two years, of which the second has two parts',
      table: '가 | 39\n계 | 39\n나 | 13\n소계 | 13\n다 | 39\n소계 | 39\n계 | 52',
      says: [],
    },
    {
      case: 'of two years, of which the second has a part, and wrong',
      table: '가 | 39\n계 | 39\n나 | 13\n소계 | 13\n다 | 39\n계 | 51',
      says: ['7 계 51, not 91, nor 39 of its group'],
    },
    {
      case: 'of three years, of which the second has a part',
      table:
        '가 | 39\n계 | 39\n나 | 13\n소계 | 13\n다 | 39\n소계의 합계 | 52\n라 | 17\n마 | 1\n소계 | 18\n바 | 2\n계 | 20',
      says: [],
    },
    {
      case: 'of a part that goes on from the year before',
      table: '가 | 39\n계 | 39\n나 | 13\n소계 | 52\n다 | 1\n소계 | 14',
      says: ['7 소계 14, not 53, nor 1 of its group'],
    },
    {
      case: 'right below another, of nothing',
      table: '가 | 1\n계 | 1\n합계 | 0',
      says: ['4 합계 0, not 1'],
    },
    {
      case: 'of two groups, with a note in each',
      table: '가 | 1\n나 | 2\n※ 잠정 |\n소계 | 3\n다 | 4\n※ 잠정 |\n소계 | 4',
      says: [],
    },
    { case: 'without a number', table: '가 | 1\n계 |', says: [] },
    { case: 'whose number cannot be read', table: '가 | 1\n계 | 하나', says: [] },
    { case: 'of rows without a number, each of them one', table: '가 |\n나 |\n합 계 | 2', says: [] },
  ])('$case', ({ table, says }) => {
    const rows = table.split('\n').map((line) => (/계/.test(line) ? line : `${line} | 2024. 3. 5.`));
    expect(differing(['분류 | 횟수 | 일자', ...rows].join('\n'))).toEqual(says);
  });

  it('leave out a row that was flagged, which then shows as a difference', () => {
    const { subtotals } = read('일자 | 분류 | 횟수\n2024. 3. 5. | 가 | 1\n곧 | 가 | 2\n | 계 | 3');
    expect(subtotals).toMatchObject([{ written: 3, sumOfAll: 1 }]);
  });

  it('total every column of numbers', () => {
    const { subtotals } = read('일자 | 분류 | 횟수 | 참석인원\n2024. 3. 5. | 가 | 1 | 30\n | 계 | 1 | 31');
    expect(subtotals).toMatchObject([
      { field: 'times', written: 1, sumOfAll: 1 },
      { field: 'attendees', written: 31, sumOfAll: 30 },
    ]);
  });

  it('total every column of numbers that stands below them', () => {
    const { subtotals } = read(
      '일자 | 분류 | 횟수 | 참석인원\n | " 계 " | 1 | 31\n2024. 3. 5. | 가 | 1 | 30',
    );
    expect(subtotals).toMatchObject([
      { field: 'times', label: '계', written: 1, sumOfAll: 1, sumOfGroup: 1 },
      { field: 'attendees', label: '계', written: 31, sumOfAll: 30, sumOfGroup: 30 },
    ]);
  });

  it('of money are in won, as the rows are', () => {
    const { subtotals } = planned('연도 | 재원 | 금액(백만원)\n2024 | 구 | 6\n계 | | 27');
    expect(subtotals).toMatchObject([{ written: 27_000_000, sumOfAll: 6_000_000 }]);
  });
});

describe('a row that has slipped', () => {
  it.each([
    { case: 'to the right', row: ' | | 2024. 3. 5. | 시장방문 | 2', says: ['meetings 2: shifted-row'] },
    { case: 'to the left', row: '2024. 3. 5. | 시장방문 | 2', says: ['meetings 2: shifted-row'] },
    {
      case: 'to the left, and its count does not fit there',
      row: '2024. 3. 5. | 시장방문 | 여럿',
      says: ['meetings 2 date: not-a-date'],
    },
    {
      case: 'by two cells',
      row: ' | | | 2024. 3. 5. | 시장방문',
      says: ['meetings 2 date: required-blank', 'meetings 2 times: not-a-count'],
    },
    {
      case: 'not at all: only its date is wrong',
      row: ' | 곧 | 시장방문 | 2',
      says: ['meetings 2 date: not-a-date'],
    },
    {
      case: 'to the right, and its category is missing there',
      row: ' | | 2024. 3. 5. | | 2',
      says: ['meetings 2 date: required-blank'],
    },
    {
      case: 'not at all: only its date is missing',
      row: ' | | 시장방문 | 2',
      says: ['meetings 2 date: required-blank'],
    },
  ])('$case', ({ row, says }) => {
    const known = readContext({ categories: readContext().categories });
    const raw = rawTab(
      '소통기록',
      `순번 | 일자 | 분류 | 횟수 | 비고\n${row}\n1 | 2024. 3. 6. | 시장방문 | 1 |`,
    );
    expect(
      places(readRows(meetingsTab, raw, known).findings).filter((place) => !place.includes(' 3')),
    ).toEqual(says);
  });

  it.each([
    {
      case: 'to the left',
      table: '집행일 | 재원 | 금액(원) |\n | 2024. 2. 1. | 구 | 1\n | 2024. 2. 2. | 구 | 2',
      direction: 'left',
    },
    {
      case: 'to the right',
      table: ' | 집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 1 |\n2024. 2. 2. | 구 | 2 |',
      direction: 'right',
    },
  ])('is the row of headings where no row can be read: $case', ({ table, direction }) => {
    const { findings, excluded } = spent(table);
    expect(findings).toMatchObject([
      { problem: { code: 'shifted-headings', direction, rows: 2 }, place: { row: 1 } },
    ]);
    expect(excluded).toBe(2);
  });

  it.each([
    ['left', ' | 2024. 3. 5. | 시장방문'],
    ['right', ' | | | 2024. 3. 5. | 시장방문'],
  ])('says that it has slipped to the %s', (direction, row) => {
    const opposite = direction === 'left' ? '순번 | 비고 | 일자 | 분류' : '순번 | 비고 | 일자 | 분류 |';
    const { findings } = read(`${opposite}\n${row}\n1 | | 2024. 3. 6. | 시장방문`);
    expect(findings.map(({ problem }) => problem)).toEqual([{ code: 'shifted-row', direction }]);
  });

  it('is none where a cell that it needs is missing', () => {
    const { findings } = spent('집행일 | 재원 | 금액(원) |\n | 2024. 2. 1. | 구 |\n2024. 2. 2. | 구 | 1 |');
    expect(places(findings)).toEqual([
      'executions 2 date: required-blank',
      'executions 2 fundingSource: unknown-name',
      'executions 2 executed: not-an-amount',
    ]);
  });

  it('is no row of headings where another row can be read, or where it is the only one', () => {
    expect(places(spent('집행일 | 재원 | 금액(원) |\n | 2024. 2. 1. | 구 | 1').findings)).toEqual([
      'executions 2: shifted-row',
    ]);
    expect(
      places(spent('집행일 | 재원 | 금액(원) |\n2024. 2. 1. | 구 | 1 |\n | 2024. 2. 2. | 구 | 2').findings),
    ).toEqual(['executions 3: shifted-row']);
  });

  it('is a line of the schedule with its name beside its column', () => {
    const { findings } = readSchedule(
      rawTab('추진일정', '번호 | 세부추진사항 | 2024.1\n시장방문 | | ■\n1 | | ■'),
    );
    expect(places(findings)).toEqual(['schedule 2 name: shifted-row', 'schedule 3 name: required-blank']);
  });
});

describe('the units of a column', () => {
  it.each([
    { case: 'named in the heading', table: '집행일 | 재원 | 집행액(천원)\n2024. 2. 1. | 구 | 1', says: [] },
    {
      case: 'named above the table',
      table: '(단위: 천원)\n집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1',
      says: [],
    },
    {
      case: 'named in every cell, one and the same',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | 2천원',
      says: [],
    },
    {
      case: 'named in every cell, two',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | 2원',
      says: ['천원, 원'],
    },
    {
      case: 'named in one cell',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | 2',
      says: ['천원, 원'],
    },
    {
      case: 'named nowhere',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1',
      says: ['unit-not-named 원'],
    },
    {
      case: 'named above the table, of people',
      table: '(단위: 명)\n집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1',
      says: ['unit-not-named 원'],
    },
    {
      case: 'named in its cells, with a sum above the headings in another',
      table: '총액 | | 5백만원\n집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원',
      says: [],
    },
    {
      case: 'named in every cell that holds an amount',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | -\n2024. 2. 3. | 구 |',
      says: [],
    },
    { case: 'named nowhere, and nothing is there', table: '집행일 | 재원 | 집행액', says: [] },
    {
      case: 'named in the cell as in the heading',
      table: '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 1원\n2024. 2. 2. | 구 | 2',
      says: [],
    },
    {
      case: 'named in a cell that stands in no column of money',
      table: '집행일 | 재원 | 금액(원) | 적요\n2024. 2. 1. | 구 | 1 | 2천원',
      says: [],
    },
  ])('$case', ({ table, says }) => {
    const found = spent(table).findings.flatMap(({ problem }) =>
      problem.code === 'mixed-units'
        ? [problem.units.join(', ')]
        : problem.code === 'unit-not-named'
          ? [`${problem.code} ${problem.unit}`]
          : [],
    );
    expect(found).toEqual(says);
  });
});

it('hidden rows are counted', () => {
  const raw = { ...rawTab('소통기록', '일자 | 분류\n2024. 3. 5. | 가\n2024. 3. 6. | 가'), hidesRows: true };
  const { rows, findings } = readRows(meetingsTab, raw, readContext());
  expect(rows).toHaveLength(2);
  expect(places(findings)).toEqual(['meetings: hidden-rows']);
});
