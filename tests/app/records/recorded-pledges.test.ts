/** Which pledge of an office's book a closed month is of, though its number was another then, or none. */
import { describe, expect, it } from 'vitest';
import type { MonthsBook, RowsBook } from '../../../src/app/records/record-books.ts';
import { AS_RECORDED, numberToday } from '../../../src/app/records/recorded-pledges.ts';
import { rawTab } from '../../sheets/fixtures.ts';

const LIST = '공약번호 | 공약명\n"1-6" | 쉼터\n"2-1" | 길';

/** A month of 월별기록 with the number in its record, and in the rows behind it. */
interface Month {
  readonly month: string;
  readonly pledge: string | null;
  /** Absent: no rows stand behind it. */
  readonly rows?: string | null;
}

function today(pledgeList: string, settings: string, months: readonly Month[]) {
  const invalidRows = new Set();
  const monthsBook = {
    rows: [
      { value: null },
      { value: { kind: 'undone', month: '2020-01', pledge: '9-9' } },
      ...months.map((record) => ({ value: { kind: 'closed', month: record.month, record } })),
    ],
  } as unknown as MonthsBook;
  const rowsBook = {
    rows: months.flatMap(({ month, rows }) =>
      rows === undefined ? [] : [{ value: { month, pledge: rows } }],
    ),
    standing: { invalidRows },
  } as unknown as RowsBook;
  const tabs = {
    pledgeList: rawTab('공약목록', pledgeList),
    pledge: rawTab('공약', `항목 | 값\n${settings}`),
  };
  return numberToday(tabs, { months: monthsBook, rows: rowsBook });
}

describe('the number that a record has today', () => {
  it.each<[string, readonly Month[], string, string | null, string | null]>([
    ['is that of the list, however it is spelt', [], '2024-01', '01－06', '1-6'],
    ['is as recorded where the list has it no more', [], '2024-01', '7-7', '7-7'],
    ['is that of the pledge before, where the record has none', [], '2024-01', null, '1-6'],
    [
      'is that of the pledge before, where its rows have none',
      [{ month: '2024-01', pledge: '3-3', rows: null }],
      '2024-01',
      '3-3',
      '1-6',
    ],
    [
      'is so in months without rows too, under the same old number',
      [
        { month: '2024-01', pledge: '3-3', rows: null },
        { month: '2024-02', pledge: '3-3' },
      ],
      '2024-02',
      '3-3',
      '1-6',
    ],
    [
      'is as recorded where the rows have numbers',
      [{ month: '2024-01', pledge: '3-3', rows: '3-3' }],
      '2024-01',
      '3-3',
      '3-3',
    ],
    [
      'is as recorded where later months with numbers have it too',
      [
        { month: '2024-01', pledge: '3-3', rows: null },
        { month: '2024-02', pledge: '3-3', rows: '3-3' },
        { month: '2024-03', pledge: '3-3' },
      ],
      '2024-03',
      '3-3',
      '3-3',
    ],
    [
      'is as recorded in a month of several pledges',
      [
        { month: '2024-01', pledge: '3-3', rows: null },
        { month: '2024-02', pledge: '3-3' },
        { month: '2024-02', pledge: '2-1' },
      ],
      '2024-02',
      '3-3',
      '3-3',
    ],
  ])('%s', (_, months, month, recorded, is) => {
    expect(today(LIST, '공약번호 | "1-6"', months)(month, recorded)).toBe(is);
  });

  it('of the pledge before is that of the only one in the list, where 공약 has none', () => {
    expect(today('공약번호 | 공약명\n"2-1" | 길', '공약번호 |', [])('2024-01', null)).toBe('2-1');
    expect(today(LIST, '공약번호 |', [])('2024-01', null)).toBeNull();
    expect(today(LIST, '공약번호 | "5-5"', [])('2024-01', null)).toBeNull();
  });

  it('is as recorded in a book of one pledge', () => {
    expect(numberToday({}, { months: null, rows: null })).toBe(AS_RECORDED);
    expect(AS_RECORDED('2024-01', '3-3')).toBe('3-3');
  });
});
