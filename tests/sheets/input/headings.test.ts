import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findHeadings,
  type Headings,
  headingKey,
  headingsOfRow,
  unitIn,
} from '../../../src/sheets/input/headings.ts';
import { readRows } from '../../../src/sheets/input/rows/read-rows.ts';
import { budgetPlansTab, executionsTab, meetingsTab } from '../../../src/sheets/input/tabs.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { places, rawTab, readContext } from '../fixtures.ts';

/** `row 1: date B, category A` and the units that headings name. */
function shown(
  tab: typeof meetingsTab | typeof executionsTab | typeof budgetPlansTab,
  table: string,
): string {
  const { headings, findings } = findHeadings(tab, rawTab(tab.name, table));
  if (headings === null) return `none; ${places(findings).join(', ')}`;
  const inOrder = [...headings.cells].sort(([, one], [, other]) => one.column - other.column);
  const cells = inOrder.map(
    ([field, { column, unit }]) => `${field} ${'ABCDEFGH'[column - 1]}${unit === null ? '' : ` in ${unit}`}`,
  );
  return [`row ${headings.row}: ${cells.join(', ')}`, ...places(findings)].join('; ');
}

describe('the headings of the log of money spent', () => {
  it.each([
    {
      case: 'as set up',
      table: '집행일 | 재원 | 금액(원) | 적요',
      is: 'row 1: date A, fundingSource B, executed C in 원, summary D',
    },
    {
      case: 'in another order',
      table: '적요 | 금액(원) | 집행일 | 재원',
      is: 'row 1: summary A, executed B in 원, date C, fundingSource D',
    },
    {
      case: 'below a title and a blank row',
      table: '예산 집행 현황\n\n집행일 | 재원 | 집행액',
      is: 'row 3: date A, fundingSource B, executed C',
    },
    {
      case: 'with another unit',
      table: '집행일 | 재원 | 집행액(천원)',
      is: 'row 1: date A, fundingSource B, executed C in 천원',
    },
    {
      case: 'with the unit on its own line',
      table: '집행일 | 재원 | 집행액 (단위 : 백만원)',
      is: 'row 1: date A, fundingSource B, executed C in 백만원',
    },
    {
      case: 'with the unit beside something else',
      table: '집행일 | 재원 | 집행액(구비)(천원)',
      is: 'row 1: date A, fundingSource B, executed C in 천원',
    },
    {
      case: 'with the unit and a remark',
      table: '집행일 | 재원 | 집행액(단위: 천원, 부가세 포함)',
      is: 'row 1: date A, fundingSource B, executed C in 천원',
    },
    {
      case: 'with the unit and no colon',
      table: '집행일 | 재원 | 집행액(단위 천원)',
      is: 'row 1: date A, fundingSource B, executed C in 천원',
    },
    {
      case: 'with brackets that name no unit',
      table: '집행일 | 재원 | 집행액(누계)',
      is: 'row 1: date A, fundingSource B, executed C',
    },
    {
      case: 'with extra columns',
      table: '연번 | 집행일 | 담당자 | 재원 | 집행액',
      is: 'row 1: date B, fundingSource D, executed E',
    },
    {
      case: 'with spaces, marks and full width',
      table: '집 행 일* | ※재원 | 금액（원）',
      is: 'row 1: date A, fundingSource B, executed C in 원',
    },
    {
      case: 'by their aliases',
      table: '지출일자 | 재원구분 | 지출액',
      is: 'row 1: date A, fundingSource B, executed C',
    },
    {
      case: 'with an own name right of an alias',
      table: '집행일 | 재원 | 집행액 | 비고 | 적요',
      is: 'row 1: date A, fundingSource B, executed C, summary E',
    },
  ])('$case', ({ table, is }) => {
    expect(shown(executionsTab, table)).toBe(is);
  });
});

describe('the headings of the log of meetings', () => {
  it('prefer a column of that very name to an alias that stands left of it', () => {
    expect(shown(meetingsTab, '구분 | 일자 | 분류')).toBe('row 1: date B, category C');
  });

  it.each([
    {
      case: 'one heading twice',
      table: '일자 | 분류 | 일자',
      is: 'row 1: date A, category B; meetings 1 column 3: doubled-heading',
    },
    {
      case: 'two aliases of one column',
      table: '날짜 | 일시 | 분류',
      is: 'row 1: date A, category C; meetings 1 column 2: doubled-heading',
    },
    { case: 'an alias beside the own name', table: '일자 | 날짜 | 분류', is: 'row 1: date A, category C' },
  ])('with $case', ({ table, is }) => {
    expect(shown(meetingsTab, table)).toBe(is);
  });

  it('of which one stands there twice is named as it is typed', () => {
    const { findings } = findHeadings(meetingsTab, rawTab('소통기록', '일자 | 분류 | " 일 자 "'));
    expect(findings.map(({ problem }) => problem)).toEqual([{ code: 'doubled-heading', heading: '일 자' }]);
  });
});

describe('headings on two rows', () => {
  it.each([
    {
      case: 'a heading over its parts',
      table: '일자 | 분류 | 소통 실적 | |\n | | 횟수 | 단체수 | 참석인원\n2024-03-05 | 가 | 3 | 2 | 40',
      is: 'row 2: date A, category B, times C, groups D, attendees E',
    },
    {
      case: 'the single ones written again below',
      table: '일자 | 분류 | 실적 |\n일자 | 분류 | 횟수 | 참석인원',
      is: 'row 2: date A, category B, times C, attendees D',
    },
    {
      case: 'a word cut in two',
      table: '일자 | 분류 | 참석 |\n | | 인원 | 단체',
      is: 'row 2: date A, category B, attendees C, groups D',
    },
    {
      case: 'the sum of a heading beside its parts',
      table: '일자 | 분류 | 참석인원 | |\n | | 계 | 남 | 여\n2024-03-05 | 가 | 5 | 2 | 3',
      is: 'row 1: date A, category B, attendees C',
    },
    {
      case: 'required ones in both',
      table: '일자 | 소통 |\n | 분류 | 횟수',
      is: 'row 2: date A, category B, times C',
    },
    {
      case: 'below a title',
      table: '소통 현황\n\n일자 | 분류 | 실적 |\n | | 횟수 | 참석인원',
      is: 'row 4: date A, category B, times C, attendees D',
    },
    {
      case: 'parts that would hide a heading that is needed',
      table: '일자 | 분류 | | 실적\n | 대분류 | 소분류 | 횟수',
      is: 'row 1: date A, category B',
    },
    {
      case: 'no second row but data',
      table: '일자 | 분류 | 내용 |\n2024-03-05 | 가 | 횟수 | 참석인원',
      is: 'row 1: date A, category B, content C',
    },
  ])('($case)', ({ table, is }) => {
    expect(shown(meetingsTab, table)).toBe(is);
  });

  it('have the unit of their group', () => {
    expect(shown(executionsTab, '집행일 | 재원 | 예산(천원) |\n | | 집행액 | 적요')).toBe(
      'row 2: date A, fundingSource B, executed C in 천원, summary D in 천원',
    );
  });

  it.each([
    { parts: '계 | 남 | 여', columns: 3, is: 'row 2: date A, category B, attendees C' },
    { parts: '남 | 여 | 아동', columns: 3, is: 'row 2: date A, category B' },
    { parts: '남 | 여 | 아동', columns: 2, is: 'row 1: date A, category B, attendees C' },
  ])(
    'are headings in any words ($parts) where all stand below $columns merged cells',
    ({ parts, columns, is }) => {
      const raw = rawTab(
        '소통기록',
        `일자 | 분류 | 참석인원 | |\n | | ${parts}\n2024-03-05 | 가 | 5 | 2 | 3`,
      );
      const merges = () => [{ row: 1, column: 3, rows: 1, columns }];
      const { headings } = findHeadings(meetingsTab, { ...raw, merges });
      const cells = [...(headings?.cells ?? [])].map(
        ([field, { column }]) => `${field} ${'ABCDE'[column - 1]}`,
      );
      expect(`row ${headings?.row}: ${cells.join(', ')}`).toBe(is);
    },
  );

  it('are skipped again where they stand on the second page of a pasted table', () => {
    const headings = '일자 | 분류 | 실적 |\n | | 횟수 | 참석인원';
    const { rows, read, skipped } = readRows(
      meetingsTab,
      rawTab('소통기록', `${headings}\n2024-03-05 | 가 | 3 | 4\n${headings}\n2024-03-06 | 가 | 2 | 4`),
      readContext(),
    );
    expect([rows.map(({ values }) => values.times.value), read, skipped]).toEqual([[3, 2], 4, 2]);
  });
});

describe('headings that are missing', () => {
  it.each([
    { case: 'one of them', table: '일자 | 내용', is: 'none; meetings 1: missing-heading' },
    {
      case: 'one of them, below a title',
      table: '소통기록\n일자 | 내용',
      is: 'none; meetings 2: missing-heading',
    },
    {
      case: 'all of them',
      table: '가 | 나',
      is: 'none; meetings: missing-heading, meetings: missing-heading',
    },
    { case: 'in an empty tab', table: '', is: 'none; meetings: missing-heading, meetings: missing-heading' },
  ])('$case', ({ table, is }) => {
    expect(shown(meetingsTab, table)).toBe(is);
  });

  it.each([
    { table: '일자 | 분뮤', heading: '분류', nearest: '분뮤' },
    { table: '일자 | " 분뮤 "', heading: '분류', nearest: '분뮤' },
    { table: '일자 | 참석자', heading: '분류', nearest: null },
    { table: '일자 |', heading: '분류', nearest: null },
  ])('in "$table" name $heading and its nearest likeness, $nearest', ({ table, heading, nearest }) => {
    expect(findHeadings(meetingsTab, rawTab('소통기록', table)).findings).toEqual([
      {
        problem: { code: 'missing-heading', heading, nearest },
        place: { tab: 'meetings', row: 1, field: null },
      },
    ]);
  });

  it('in a tab without any row are all of them', () => {
    expect(findHeadings(meetingsTab, { name: '소통기록', rows: [] }).findings).toHaveLength(2);
  });

  it('are not looked for below the thirtieth row from the first that holds anything', () => {
    expect(shown(meetingsTab, `소통${'\n'.repeat(29)}일자 | 분류`)).toBe('row 30: date A, category B');
    expect(shown(meetingsTab, `소통${'\n'.repeat(30)}일자 | 분류`)).toContain('none');
    expect(shown(meetingsTab, `${'\n'.repeat(30)}일자 | 분류`)).toBe('row 31: date A, category B');
  });
});

describe('a heading row', () => {
  it('is the first of two that are alike', () => {
    expect(shown(meetingsTab, '일자 | 분류\n2024. 3. 5. | 시장방문\n일자 | 분류')).toBe(
      'row 1: date A, category B',
    );
  });

  it('is the one that names the most, not the first that names something', () => {
    expect(shown(meetingsTab, '구분 | 2024년\n일자 | 분류')).toBe('row 2: date A, category B');
  });

  it('is found whatever the order of its columns', () => {
    const names = ['연도', '재원', '금액(백만원)', '비고'];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 4 }), (order) => {
        const { headings } = findHeadings(budgetPlansTab, rawTab('예산계획', order.join(' | ')));
        expect(headings?.cells.get('year')).toEqual({ column: order.indexOf('연도') + 1, unit: null });
        expect(headings?.cells.get('planned')).toEqual({
          column: order.indexOf('금액(백만원)') + 1,
          unit: '백만원',
        });
      }),
    );
  });
});

describe('the headings of a tab with several tables', () => {
  const table = (firstRow: number) => ({ firstRow });
  const below = [table(5), table(9)];
  it.each([
    [1, 1],
    [4, 1],
    [5, 5],
    [8, 5],
    [9, 9],
    [30, 9],
  ])('that apply to row %i are those from row %i', (row, firstRow) => {
    const own = { ...table(1), below } as unknown as Headings;
    expect(headingsOfRow(own, row)).toMatchObject({ firstRow });
    expect(headingsOfRow({ ...own, below: undefined } as unknown as Headings, row)).toMatchObject({
      firstRow: 1,
    });
  });
});

describe('a row above the headings', () => {
  it.each([
    // A title names a column by chance, and stands above the first heading.
    ['내용 | |\n일자 | 분류 | 횟수', 'row 2: date A, category B, times C'],
    ['내용 | | (단위: 회)\n일자 | 분류 | 횟수', 'row 2: date A, category B, times C'],
    ['| 소통 |\n일자 | 분류 | 횟수', 'row 2: date A, category B, times C'],
    // It says more than the row below alone: both are headings.
    ['일자 | 분류 | 소통 |\n | | 횟수 | 참석인원', 'row 2: date A, category B, times C, attendees D'],
    ['일자 | 분류 | 소통 |\n일자 | | 횟수 | 참석인원', 'row 2: date A, category B, times C, attendees D'],
    // Below a heading of its own stands another text, or no text: that is data.
    ['일자 | 분류 | 내용\n언젠가 | |', 'row 1: date A, category B, content C'],
    ['일자 | 분류 | 내용 |\n | | TRUE | 횟수', 'row 1: date A, category B, content C'],
    ['일자 | 분류 | 내용 | \n | 가 | | 횟수', 'row 1: date A, category B, content C'],
  ])('%o', (table, is) => {
    expect(shown(meetingsTab, table)).toBe(is);
  });
});

describe('a unit in the brackets of a heading', () => {
  it.each<[RawCell, string | null]>([
    ['집행액(천원)', '천원'],
    ['집행액 ( 천원 )', '천원'],
    ['집행액(단위: 천원, 구비)', '천원'],
    ['집행액(구비)(천원)', '천원'],
    ['집행액(단위천원)', '천원'],
    ['집행액', null],
    ['집행액 천원', null],
    ['집행액(누계)', null],
    ['집행액()', null],
    [1000, null],
  ])('%o is %s', (cell, unit) => {
    expect(unitIn(cell)).toBe(unit);
  });

  it.each([
    ['집행액 (천원)', '집행액'],
    ['집행액*', '집행액'],
    ['※ 집행액(구비)(천원)', '집행액'],
    ['집 행 액', '집행액'],
    ['No.', 'no.'],
    ['(천원)', ''],
  ])('%s is compared as %s', (heading, key) => {
    expect(headingKey(heading)).toBe(key);
  });
});
