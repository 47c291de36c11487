/**
 * What a tab's rows say against each other and against their layout: merged cells, slipped cells, units,
 * filters.
 */
import { describe, expect, it } from 'vitest';
import { readBudgetPlans } from '../../../src/sheets/input/budget/budget-plans.ts';
import { readRows } from '../../../src/sheets/input/rows/read-rows.ts';
import { readSchedule } from '../../../src/sheets/input/schedule/schedule.ts';
import { executionsTab, meetingsTab } from '../../../src/sheets/input/tabs.ts';
import type { MergedCells } from '../../../src/sheets/raw.ts';
import { places, rawTab, readContext } from '../fixtures.ts';

const read = (table: string, ...merges: readonly MergedCells[]) =>
  readRows(meetingsTab, { ...rawTab('소통기록', table), merges: () => merges }, readContext());
const spent = (table: string) => readRows(executionsTab, rawTab('예산집행', table), readContext());

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
      says: [],
    },
    {
      case: 'named in every cell, another than that of the heading',
      table: '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | 2백만원',
      says: [],
    },
    {
      case: 'named in one cell',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | 2',
      says: ['3 천원, 원: 2'],
    },
    {
      case: 'named in one cell as the cells are read that name none',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1원\n2024. 2. 2. | 구 | 2',
      says: [],
    },
    {
      case: 'named in as many cells as not, of amounts that are alike',
      table: '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | 2000',
      says: ['1 천원, 원'],
    },
    {
      case: 'named in all cells but one',
      table:
        '집행일 | 재원 | 집행액\n2024. 2. 1. | 구 | 1천원\n2024. 2. 2. | 구 | 2000\n2024. 2. 3. | 구 | 2천원',
      says: ['3 천원, 원: 2000'],
    },
    {
      case: 'named in the heading, and beside some amounts, as one may',
      table:
        '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 2백만원\n2024. 2. 2. | 구 | 1800000\n2024. 2. 3. | 구 | 50000',
      says: [],
    },
    {
      case: 'named in the heading, and an amount that would lie among the others in the unit of these',
      table:
        '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 3,200천원\n2024. 2. 2. | 구 | 2,150\n2024. 2. 3. | 구 | 5백만원\n2024. 2. 4. | 구 | 900천원',
      says: ['3 천원, 백만원, 원: 2,150'],
    },
    {
      case: 'named in the heading, and a number that is small among others that name none',
      table:
        '집행일 | 재원 | 금액(원)\n2024. 2. 1. | 구 | 3,200천원\n2024. 2. 2. | 구 | 2,150\n2024. 2. 3. | 구 | 1800000',
      says: ['3 천원, 원: 2,150'],
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
    const found = spent(table).findings.flatMap(({ problem, place }) =>
      problem.code === 'mixed-units'
        ? [
            `${place?.row} ${problem.units.join(', ')}${problem.found === undefined ? '' : `: ${problem.found}`}`,
          ]
        : problem.code === 'unit-not-named'
          ? [`${problem.code} ${problem.unit}`]
          : [],
    );
    expect(found).toEqual(says);
  });
});

describe('the unit of 예산계획 with a column a year', () => {
  it.each([
    { case: 'is named nowhere: told once', table: '재원 | 2022 | 2023\n구 | 5 | 6', says: ['C1 백만원'] },
    {
      case: 'is named above the table',
      table: '(단위: 백만원)\n재원 | 2022 | 2023\n구 | 5 | 6',
      says: [],
    },
    { case: 'is named in a heading', table: '재원(백만원) | 2022 | 2023\n구 | 5 | 6', says: [] },
    { case: 'is named in every cell', table: '재원 | 2022 | 2023\n구 | 5천원 | 6천원', says: [] },
    {
      case: 'is missing in one cell among others with another unit',
      table: '재원 | 2022 | 2023\n국 | 3200천원 | 1천원\n시 | 900천원 | 1천원\n구 | 2150 | 1천원',
      says: ['4 천원, 백만원: 2150'],
    },
    {
      case: 'is missing in one column only',
      table: '재원 | 2022 | 2023\n국 | 3200천원 | 5\n시 | 900천원 | 6',
      says: ['C1 백만원'],
    },
  ])('$case', ({ table, says }) => {
    const found = readBudgetPlans(rawTab('예산계획', table), readContext()).findings.flatMap(
      ({ problem, place }) => {
        if (problem.code === 'mixed-units') {
          return [`${place?.row} ${problem.units.join(', ')}: ${problem.found ?? ''}`];
        }
        return problem.code === 'unit-not-named' ? [`C${place?.row} ${problem.unit}`] : [];
      },
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
