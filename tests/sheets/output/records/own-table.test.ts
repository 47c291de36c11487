import { describe, expect, it } from 'vitest';
import {
  MONTHLY_RECORDS_LAYOUT,
  MONTHLY_ROWS_LAYOUT,
  STATUS_HISTORY_LAYOUT,
} from '../../../../src/app/records/record-layouts.ts';
import { COUNT_COLUMN, countColumn } from '../../../../src/sheets/output/records/own-table.ts';
import { recordForm } from '../../../../src/sheets/output/records/record-form.ts';
import { OUTPUT_TABS } from '../../../../src/sheets/output/tabs.ts';
import { places, rawTab } from '../../fixtures.ts';

describe('the columns of the tabs that only grow', () => {
  it('have their headings, widths and number formats', async () => {
    const tabs = [MONTHLY_RECORDS_LAYOUT, MONTHLY_ROWS_LAYOUT, STATUS_HISTORY_LAYOUT];
    const shown = tabs.map(({ tab, columns }) =>
      [
        `[${OUTPUT_TABS[tab]}]`,
        ...columns.map(({ heading, width, format }) => `${heading} | ${width} | ${format}`),
        '',
      ].join('\n'),
    );
    await expect(shown.join('\n')).toMatchFileSnapshot('own-columns.expected.txt');
  });
});

const COLUMNS = {
  name: { heading: '이름', width: 90 },
  count: { heading: '수', width: 60, format: COUNT_COLUMN },
  month: { heading: '월', width: 80 },
};

const FORM = recordForm({
  tab: 'statusHistory',
  layout: {
    columns: COLUMNS,
    read: (cells) => ({
      name: cells.text('name'),
      count: cells.number('count'),
      month: cells.month('month'),
    }),
  },
  cellsOf: (cells: Readonly<Record<keyof typeof COLUMNS, string>>) => cells,
});

/** What is read from the rows of such a tab, and the findings about it. */
function read(table: string): readonly string[] {
  const { rows, findings } = FORM.rowsIn(rawTab('처리이력', table));
  return [
    ...rows.flatMap(({ row, value }) =>
      value === null ? [] : [`${row}: ${value.name} | ${value.count} | ${value.month}`],
    ),
    ...places(findings),
  ];
}

it.each([
  [0, '#,##0"   "'],
  [2, '#,##0.00"   "'],
])('a column of counts with %i decimals has the format %s', (digits, format) => {
  expect(countColumn(digits)).toBe(format);
});

describe('a tab that only grows and is read again', () => {
  const damaged = (row: number) => `statusHistory ${row}: damaged-record`;

  it.each([
    ['as it was written', '이름 | 수 | 월\n가 | 12 | 2024-03', ['2: 가 | 12 | 2024-03']],
    ['with a number that became text', '이름 | 수 | 월\n가 | "1,234" | 2024-03', ['2: 가 | 1234 | 2024-03']],
    ['with decimals', '이름 | 수 | 월\n가 | "21.25" | 2024-03', ['2: 가 | 21.25 | 2024-03']],
    ['with a number below nought', '이름 | 수 | 월\n가 | "-5" | 2024-03', ['2: 가 | -5 | 2024-03']],
    ['with a unit before the number', '이름 | 수 | 월\n가 | 총 5 | 2024-03', [damaged(2)]],
    ['with a unit after the number', '이름 | 수 | 월\n가 | 5건 | 2024-03', [damaged(2)]],
    ['with a month that became a date', '이름 | 수 | 월\n가 | 1 | 2024-03-01', ['2: 가 | 1 | 2024-03']],
    ['with a year for a month', '이름 | 수 | 월\n가 | 1 | 2024', [damaged(2)]],
    ['with spaces around a text', '이름 | 수 | 월\n" 가 " | " 7 " | 2024-03', ['2: 가 | 7 | 2024-03']],
    ['with blank cells', '이름 | 수 | 월\n가 | |', ['2: 가 | null | null']],
    ['with blank rows between', '이름 | 수 | 월\n| |\n가 | 1 | 2024-03', ['3: 가 | 1 | 2024-03']],
    ['with its columns moved', '월 | 이름 | 수\n2024-03 | 가 | 1', ['2: 가 | 1 | 2024-03']],
    ['with a line above', '고치지 마세요\n이름 | 수 | 월\n가 | 1 | 2024-03', ['3: 가 | 1 | 2024-03']],
    [
      'with nine lines above',
      `${'줄\n'.repeat(9)}이름 | 수 | 월\n가 | 1 | 2024-03`,
      ['11: 가 | 1 | 2024-03'],
    ],
    ['with more lines above than anybody puts there', `${'줄\n'.repeat(10)}이름 | 수 | 월`, [damaged(1)]],
    ['with a heading gone', '이름 | 수 |\n가 | 1 | 2024-03', [damaged(2)]],
    ['with most headings gone', '이름 | |\n가 | 1 | 2024-03', [damaged(1)]],
    [
      'with several rows that cannot be read',
      '이름 | 수 | 월\n가 | x |\n나 | 1 |\n다 | y |',
      ['3: 나 | 1 | null', damaged(2)],
    ],
  ])('%s', (_, table, said) => {
    expect(read(table)).toEqual(said);
  });

  it('has blank cells where a row ends before its columns do', () => {
    const rows = [['이름', '수', '월'], ['가']];
    const [read] = FORM.rowsIn({ name: '처리이력', rows }).rows;
    expect(read).toMatchObject({ row: 2, value: { name: '가', count: null } });
  });
});
