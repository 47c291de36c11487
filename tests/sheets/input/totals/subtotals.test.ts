/** Rows of totals that staff type into a list are held against its rows, wherever they stand. */
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import { budgetPlansTab, meetingsTab } from '../../../../src/sheets/input/tabs.ts';
import { rawTab, readContext } from '../../fixtures.ts';

const read = (table: string) => readRows(meetingsTab, rawTab('소통기록', table), readContext());
const planned = (table: string) => readRows(budgetPlansTab, rawTab('예산계획', table), readContext());

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
    const rows = table.split('\n').map((line) => (/계|※/.test(line) ? line : `${line} | 2024. 3. 5.`));
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
