import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../../src/sheets/input/schedule/schedule.ts';
import { type RawCell, shownText } from '../../../../src/sheets/raw.ts';
import { dateCell, places, rawTab } from '../../fixtures.ts';

function scheduleOf(table: string) {
  return readSchedule(rawTab('추진일정', table));
}

/** `시장방문: 2022.4 2023.4` */
function shown(table: string): string[] {
  return scheduleOf(table).rows.map(
    ({ name, marks }) => `${name}: ${marks.map(({ year, quarter }) => `${year}.${quarter}`).join(' ')}`,
  );
}

describe('the schedule', () => {
  it.each([
    { case: 'numbers', heading: '2022.3 | 2022.4 | 2023.1' },
    { case: 'text', heading: '"2022.3" | "2022.4" | "2023.1"' },
    { case: 'dashes and spaces', heading: '2022 - 3 | 2022-4 | 2023. 1' },
    { case: 'words', heading: '2022년 3분기 | 2022년 4분기 | 2023년 1/4' },
    { case: 'an apostrophe before them', heading: "'2022.3 | ’2022.4 | '2023.1" },
    { case: 'letters, and one behind that is none', heading: '2022/3Q | 2022/4q | 2023.1. | 2023.12' },
    {
      case: 'numbers, and others that only have one in them',
      heading: '2022.3 | 2022.4 | 2023.1 | 변경 2023.2 | 2023.3 변경',
    },
  ])('with quarters headed by $case is read column by column', ({ heading }) => {
    const table = `세부추진사항 | ${heading}\n시장방문 | | ■ |\n차담회 | ■ | | ■`;
    expect(shown(table)).toEqual(['시장방문: 2022.4', '차담회: 2022.3 2023.1']);
    expect([...(scheduleOf(table).headings?.cells.keys() ?? [])]).toEqual([
      'name',
      '2022.3',
      '2022.4',
      '2023.1',
    ]);
  });

  it.each([
    { case: 'a year over each quarter', years: '2022 | 2022 | 2023 | 2023', quarters: '3 | 4 | 1 | 2' },
    {
      case: 'a year in the first column of its merged cell only',
      years: '2022 | | 2023 |',
      quarters: '3 | 4 | 1 | 2',
    },
    {
      case: 'years and quarters in words',
      years: '2022년 | | 2023년도 |',
      quarters: '3분기 | 4분기 | 1/4 | 2/4',
    },
    { case: 'years with an apostrophe', years: "'2022 | | ’2023 |", quarters: '3Q | 4q | 1 | 2' },
  ])('with two heading rows, $case', ({ years, quarters }) => {
    const { headings, read } = scheduleOf(`세부추진사항 | ${years}\n | ${quarters}\n시장방문 | | ■ | |`);
    expect(headings?.row).toBe(2);
    expect(read).toBe(1);
    expect(shown(`세부추진사항 | ${years}\n | ${quarters}\n시장방문 | | ■ | | ■`)).toEqual([
      '시장방문: 2022.4 2023.2',
    ]);
  });

  it('is read with its name heading in the lower of two rows', () => {
    const table = ' | 2022 | | 2023\n세부추진사항 | 3 | 4 | 1\n시장방문 | | ■ |';
    expect(shown(table)).toEqual(['시장방문: 2022.4']);
    const { headings, read, findings } = scheduleOf(table);
    expect([headings?.row, read, findings]).toEqual([2, 1, []]);
  });

  it('is read with other columns around its two heading rows', () => {
    const table =
      '세부추진사항 | 순위 | 2022 | | 비고\n | 1 | 3 | 4 |\n시장방문 | 1 | | ■ | 매년\n차담회 | 2 | ■ | | 분기';
    expect(shown(table)).toEqual(['시장방문: 2022.4', '차담회: 2022.3']);
    expect(scheduleOf(table).findings.map(({ problem }) => problem)).toEqual([
      { code: 'unused-columns', columns: ['순위 1'] },
    ]);
  });

  it('has the names of its lines without the spaces around them', () => {
    expect(shown('세부추진사항 | 2024.1\n" 시장방문 " | ■')).toEqual(['시장방문: 2024.1']);
  });

  it('is read below a title, with a column before the names', () => {
    expect(shown('추진일정\n\n연번 | 세부추진사항 | 2024.1\n1 | 시장방문 | ■')).toEqual(['시장방문: 2024.1']);
  });

  it('knows where each quarter stands', () => {
    expect(scheduleOf('세부추진사항 | 2024.1 | 2024.2').headings?.cells.get('2024.2')).toEqual({
      column: 3,
      unit: null,
    });
  });

  it('keeps a line without any mark', () => {
    expect(shown('세부추진사항 | 2024.1\n시장방문 |')).toEqual(['시장방문: ']);
  });
});

describe('a mark', () => {
  it.each<[RawCell, boolean]>([
    ['■', true],
    ['V', true],
    [true, true],
    ['', false],
  ])('%o: %s', (cell, marked) => {
    const { rows, findings } = readSchedule({
      name: '추진일정',
      rows: [
        ['세부추진사항', '2024.1'],
        ['시장방문', cell],
      ],
    });
    expect(rows[0]?.marks).toEqual(marked ? [{ year: 2024, quarter: 1 }] : []);
    expect(findings).toEqual([]);
  });

  it.each<[RawCell, string]>([
    ['15회', '15회'],
    ['예정', '예정'],
    [' 예정 ', '예정'],
    ['실시설계 및 보상', '실시설계 및 보상'],
    [2, '2'],
    [dateCell('2024-03-05'), '2024. 3. 5.'],
  ])('%o is words, which are kept and plan the quarter', (cell, text) => {
    const { rows, findings } = readSchedule({
      name: '추진일정',
      rows: [
        ['세부추진사항', '2024.1'],
        ['시장방문', cell],
      ],
    });
    const quarter = { year: 2024, quarter: 1 };
    expect(rows).toMatchObject([{ marks: [quarter], words: [{ ...quarter, text }] }]);
    expect(findings).toEqual([]);
  });

  it.each<[RawCell]>([['×']])('%o is none, and its cell is listed', (cell) => {
    const { rows, findings } = readSchedule({
      name: '추진일정',
      rows: [
        ['세부추진사항', '2024.1'],
        ['시장방문', cell],
      ],
    });
    expect(rows).toMatchObject([{ row: 2, name: '시장방문', marks: [] }]);
    expect(findings).toEqual([
      {
        problem: { code: 'not-a-mark', found: shownText(cell).trim() },
        place: { tab: 'schedule', row: 2, field: '2024.1' },
      },
    ]);
  });
});

describe('words in a cell that is merged over quarters', () => {
  it('plan each of them', () => {
    const raw = rawTab('추진일정', '세부추진사항 | 2023.3 | 2023.4 | 2024.1\n도로 | 보상 | | ■');
    const merges = () => [{ row: 2, column: 2, rows: 1, columns: 2 }];
    const [line] = readSchedule({ ...raw, merges }).rows;
    expect(line?.marks.map(({ year, quarter }) => `${year}.${quarter}`)).toEqual([
      '2023.3',
      '2023.4',
      '2024.1',
    ]);
    expect(line?.words).toEqual([{ year: 2023, quarter: 3, text: '보상' }]);
  });
});

describe('a merged cell', () => {
  const marksOf = (table: string, columns: number) => {
    const merges = () => [{ row: 2, column: 2, rows: 1, columns }];
    return readSchedule({ ...rawTab('추진일정', table), merges }).rows.flatMap(({ marks }) =>
      marks.map(({ year, quarter }) => `${year}.${quarter}`),
    );
  };

  it.each([
    ['a mark', '세부추진사항 | 2023.3 | 2023.4\n도로 | ■ |', 2, ['2023.3']],
    ['words that plan nothing', '세부추진사항 | 2023.3 | 2023.4\n도로 | 미정 |', 2, []],
    ['words over years', '세부추진사항 | 2023 | 2024\n도로 | 보상 |', 2, []],
    ['words over what is no quarter', '세부추진사항 | 2023.3 | 비고\n도로 | 보상 |', 2, ['2023.3']],
    ['words over a quarter and a year', '세부추진사항 | 2023.4 | 2024\n도로 | 보상 |', 2, ['2023.4']],
  ])('with %s plans %j', (_, table, columns, marks) => {
    expect(marksOf(table, columns)).toEqual(marks);
  });
});

describe('a column that is no quarter', () => {
  it.each([
    ['between those that are', '2024.1 | 이분기 | 2024.3', 'unread-column'],
    ['before them', '이분기 | 2024.1 | 2024.2 | 2024.3 | 2024.4', 'unused-columns'],
    ['behind them', '2024.1 | 2024.2 | 2024.3 | 사분기', 'unused-columns'],
  ])('%s is told where it has marks', (_, headings, code) => {
    const { findings } = scheduleOf(
      `세부추진사항 | ${headings}\n도로 | ${headings
        .split(' | ')
        .map(() => '■')
        .join(' | ')}`,
    );
    expect(findings.map(({ problem }) => problem.code)).toEqual([code]);
  });
});

it('a line of several tables has its marks together, and words only where there are some', () => {
  const { rows } = scheduleOf(
    '세부추진사항 | 2024.1\n도로 | ■\n다리 | 설계\n | \n세부추진사항 | 2025.1\n도로 | ■\n다리 | ■',
  );
  const [quarter, later] = [2024, 2025].map((year) => ({ year, quarter: 1 }));
  expect(rows).toEqual([
    { row: 2, pledge: expect.anything(), name: '도로', marks: [quarter, later] },
    {
      row: 3,
      pledge: expect.anything(),
      name: '다리',
      marks: [quarter, later],
      words: [{ ...quarter, text: '설계' }],
    },
  ]);
});

it('a row with nothing but its number is skipped', () => {
  const { rows, read, excluded, skipped } = scheduleOf(
    '번호 | 세부추진사항 | 2024.1\n1 | 도로 | ■\n2 | |\n(3) | |\n4. | | ■',
  );
  expect([rows.length, read, excluded, skipped]).toEqual([1, 4, 1, 2]);
});

describe('a schedule with a column a year', () => {
  it.each([
    ['2023', '2024'],
    ['2023년', "'24"],
    ['(2023)', '2024년도'],
  ])('%s and %s keeps what is written into it', (first, second) => {
    const { rows, findings } = scheduleOf(`세부추진사항 | "${first}" | "${second}"\n도로 | 설계 | ■`);
    expect(rows).toMatchObject([
      {
        marks: [],
        words: [
          { year: 2023, quarter: null, text: '설계' },
          { year: 2024, quarter: null, text: '■' },
        ],
      },
    ]);
    expect(places(findings)).toEqual(['schedule 1: schedule-without-quarters']);
  });
});

describe('rows of the schedule', () => {
  it('are read, left out or skipped', () => {
    const { rows, read, excluded, skipped, findings } = scheduleOf(`연번 | 세부추진사항 | 2024.1
1 | 시장방문 | ■
 | |
 | ※ 분기별 |
※ 분기별 | |
 | 세부추진사항 |
2 | | ■
3 | 차담회 | ■
 | |`);
    expect(rows.map(({ row }) => row)).toEqual([2, 8]);
    expect([read, excluded, skipped]).toEqual([7, 1, 4]);
    expect(places(findings)).toEqual(['schedule 7 name: required-blank']);
  });
});

describe('a line without its name', () => {
  it.each([
    ['nothing beside it', '세부추진사항 | 2024.1\n | ■', { code: 'required-blank' }],
    ['its number beside it', '번호 | 세부추진사항 | 2024.1\n10 | | ■', { code: 'required-blank' }],
    [
      'its number in brackets beside it',
      '번호 | 세부추진사항 | 2024.1\n(1.2) | | ■',
      { code: 'required-blank' },
    ],
    [
      'its name beside it',
      '번호 | 세부추진사항 | 2024.1\n시장방문 | | ■',
      { code: 'shifted-row', direction: 'left' },
    ],
    [
      'its number and its name beside it',
      '번호 | 세부추진사항 | 2024.1\n1. 시장방문 2 | | ■',
      { code: 'shifted-row', direction: 'left' },
    ],
  ])('has %s', (_case, table, problem) => {
    const { rows, findings } = scheduleOf(table);
    expect(rows).toEqual([]);
    expect(findings).toEqual([{ problem, place: { tab: 'schedule', row: 2, field: 'name' } }]);
  });
});

describe('a schedule that cannot be read', () => {
  it.each([
    {
      case: 'no heading of names',
      table: '사업 | 2024.1',
      heading: '세부추진사항',
      nearest: null,
      row: null,
    },
    {
      case: 'a misspelt heading of names',
      table: '추진일정\n" 세부추진사힝 " | 2024.1',
      heading: '세부추진사항',
      nearest: '세부추진사힝',
      row: null,
    },
    {
      case: 'no quarters',
      table: '추진일정\n세부추진사항 | 비고\n시장방문 | ■',
      heading: '2022.1',
      nearest: null,
      row: 2,
    },
    {
      case: 'no quarters but in a row below',
      table: '세부추진사항 | 비고\n시장방문 | 2024.5',
      heading: '2022.1',
      nearest: null,
      row: 1,
    },
    {
      case: 'a fifth quarter only',
      table: '세부추진사항 | 2024.5',
      heading: '2022.1',
      nearest: '2024.5',
      row: 1,
    },
    { case: 'nothing', table: '', heading: '세부추진사항', nearest: null, row: null },
    {
      case: 'headings below the thirtieth row',
      table: `일정${'\n'.repeat(30)}세부추진사항 | 2024.1`,
      heading: '세부추진사항',
      nearest: null,
      row: null,
    },
  ])('for $case says which heading is missing', ({ table, heading, nearest, row }) => {
    const { headings, rows, findings } = scheduleOf(table);
    expect([headings, rows]).toEqual([null, []]);
    expect(findings).toEqual([
      {
        problem: { code: 'missing-heading', heading, nearest },
        place: { tab: 'schedule', row, field: null },
      },
    ]);
  });
});

describe('any cells whatever', () => {
  it('are accounted for, row by row', () => {
    const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
      // No 2024.1: below a second row of headings the rows of one line are joined.
      fc.constantFrom('', ' ', '■', '※', '세부추진사항', '시장방문'),
      fc.double(),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 3, maxLength: 3 })), (below) => {
        const { rows, read, excluded, skipped } = readSchedule({
          name: '추진일정',
          rows: [['세부추진사항', '2024.1', '2024.2'], ...below],
        });
        expect(rows.length + excluded + skipped).toBe(read);
      }),
    );
  });
});

describe('what stands twice in the schedule', () => {
  it('is a line: the second is left out', () => {
    const { rows, excluded, findings } = scheduleOf(
      '세부추진사항 | 2024.1 | 2024.2\n시장방문 | ■ |\n시장 방문 | | ■',
    );
    expect(rows.map(({ row }) => row)).toEqual([2]);
    expect(excluded).toBe(1);
    expect(findings).toEqual([
      {
        problem: { code: 'doubled-name', found: '시장 방문', firstRow: 2 },
        place: { tab: 'schedule', row: 3, field: 'name' },
      },
    ]);
  });

  it.each([
    ['one heading row', '세부추진사항 | 2024.1 | 2024.1 | 2024.2\n시장방문 | | ■ | ■', 1],
    ['two heading rows', '세부추진사항 | 2024 | | \n | 1 | 1 | 2\n시장방문 | | ■ | ■', 2],
  ])('is a quarter in %s: the left column is read', (_case, table, row) => {
    const { findings } = scheduleOf(table);
    expect(shown(table)).toEqual(['시장방문: 2024.2']);
    expect(findings).toEqual([
      {
        problem: { code: 'doubled-heading', heading: '2024.1' },
        place: { tab: 'schedule', row, field: null },
      },
    ]);
  });
});
