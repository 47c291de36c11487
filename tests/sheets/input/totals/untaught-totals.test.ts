/**
 * Totals with a day that have no word for a total, stand in another column, above their rows or without a number.
 * Each row of a case is marked: `=` is left out and told, `!` is counted and told, without a mark it is data.
 */
import { describe, expect, it } from 'vitest';
import type { InputTab } from '../../../../src/domain/tabs.ts';
import { bookOf, TERM } from '../../small-book.ts';

const HEADINGS = {
  executions: '집행일 | 재원 | 금액(원) | 적요',
  meetings: '일자 | 분류 | 내용 | 장소 | 횟수',
  suggestions: '접수번호 | 접수일 | 출처 | 동 | 건의내용 | 건수',
};

/** Reads the rows without their marks, and marks them as they were read. */
function marked(tab: keyof typeof HEADINGS, rows: readonly string[], headings: string = HEADINGS[tab]) {
  const bare = rows.map((row) => row.replace(/^[=!] /, ''));
  const table = [headings, ...bare].join('\n');
  const { found } = bookOf({ pledge: TERM, [tab]: table } satisfies Partial<Record<InputTab, string>>);
  return bare.map((row, at) => {
    const told = found.filter((each) => each.includes(` ${at + 2}:${at + 2} total-`));
    const marks = told.map((each) => (each.endsWith('total-with-day') ? '= ' : '! '));
    return `${marks.join('')}${row}`;
  });
}

const JANUARY = ['2024. 1. 5. | 구 | 100 | 행사', '2024. 1. 9. | 구 | 200 | '];

describe('a row of money', () => {
  it.each([
    ...['1월 집행액', '1월 집행금액', '1월 지출액', '1월 사용액', '1월 교부액', '1월 총집행액', '1월 금액'],
    ...[
      '당월 집행액',
      '월 집행액',
      '당해 연도 집행액',
      '2024년 집행액',
      '2024년 1월 집행액',
      '1분기 지출액',
      '상반기 집행실적',
    ],
    ...['(1월 집행액)', '1월 집행액:', '1월 집행액 300원', '1월 집행액 2건', '1월 집행액(구비)'],
    ...[
      'TOTAL',
      'Total',
      'Sub-total',
      'subtotal',
      'Sub Total',
      'Grand Total',
      'sum',
      'SUM',
      'Σ',
      '합계 TOTAL',
    ],
    ...['1월 TOTAL', 'Total 1월', 'total amount', '- TOTAL -', '1월 sum', '전월이월', '전월 이월액'],
    '1월 집행액'.normalize('NFD'),
  ])('is the total of several rows: %s', (text) => {
    const rows = [...JANUARY, `= 2024. 1. 31. | 구 | 300 | ${text}`, '2024. 2. 3. | 구 | 7 | 행사'];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each([
    ...['1월분', '1월', '2024년 1월', '1월 집행', '1월 지출', '1월분 집행', '1분기', '2024년'],
    ...['이월액', '이월', '전년도 이월액', '전기이월', '차월이월', '이월금'],
    '1월분'.normalize('NFD'),
  ])('may be of a single thing, and is told where it is what the rows come to: %s', (text) => {
    const rows = [...JANUARY, `! 2024. 1. 31. | 구 | 300 | ${text}`];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each(['1월분', '1월분 집행', '이월액'])('is data beside a single row as large: %s', (text) => {
    const rows = ['2024. 1. 5. | 구 | 300 | 강사료', `2024. 1. 31. | 구 | 300 | ${text}`];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each(['1월 집행액', '전월이월'])('is told below a single row as large: %s', (text) => {
    const rows = ['2024. 1. 5. | 구 | 300 | 행사', `! 2024. 1. 31. | 구 | 300 | ${text}`];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each([
    ...['1월 집행액', '1월분', '1월', '전월이월', '이월액', '전년도 이월금', '1월 집행', '2024년 집행액'],
    ...['TOTAL 케어 서비스', '이월 사업 설명', '1월분 사용료', '결산 합계 설명회', '총회', '집행액 정산'],
  ])('is data where it is not what the rows come to: %s', (text) => {
    const rows = [...JANUARY, `2024. 1. 31. | 구 | 301 | ${text}`];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each([
    ...[
      'TOTAL 케어 서비스',
      '이월 사업 설명',
      '1월분 사용료',
      '결산 합계 설명회',
      '총회',
      '월례회의',
      '집행액',
    ],
    ...['summary', 'total care', '1월 이월', '1월호', '9월분회', '통합분'],
  ])('says something else, though it is what the rows come to: %s', (text) => {
    const rows = [...JANUARY, `2024. 1. 31. | 구 | 300 | ${text}`];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each(['TOTAL', 'sub-total', 'Grand total', '1월 total', 'Sum'])(
    'is told where it says nothing but a total: %s',
    (text) => {
      const rows = [...JANUARY, `! 2024. 1. 31. | 구 | 301 | ${text}`];
      expect(marked('executions', rows)).toEqual(rows);
    },
  );

  it.each<[string, readonly string[]]>([
    [
      'the only row of each month',
      ['2024. 1. 31. | 구 | 300 | 1월 집행액', '2024. 2. 29. | 구 | 300 | 2월 집행액'],
    ],
    [
      'the only rows of a month, by two funding sources',
      ['2024. 1. 31. | 구 | 300 | 1월 집행액', '2024. 1. 31. | 시 | 300 | 1월 집행액'],
    ],
    ['an opening', ['2024. 1. 1. | 구 | 300 | 전월이월', ...JANUARY.slice(0, 1)]],
    ['of another funding source', ['2024. 1. 5. | 시 | 300 | ', '2024. 1. 31. | 구 | 300 | 1월 집행액']],
    [
      'paid in the next month, beside a total of that month',
      [
        ...JANUARY,
        '2024. 2. 3. | 구 | 30 | 1월분',
        '2024. 2. 9. | 구 | 20 | 행사',
        '= 2024. 2. 29. | 구 | 50 | 2월 계',
      ],
    ],
    [
      'paid in the next month, each as large as the one before',
      [
        '2024. 4. 5. | 구 | 100 | 3월분',
        '2024. 5. 5. | 구 | 100 | 4월분',
        '2024. 6. 5. | 구 | 100 | 5월분',
        '2024. 4. 9. | 구 | 70 | 3월 집행액',
        '2024. 5. 9. | 구 | 70 | 4월 집행액',
      ],
    ],
    [
      'the same, newest first',
      ['2024. 6. 5. | 구 | 100 | 5월분', '2024. 5. 5. | 구 | 100 | 4월분', '2024. 4. 5. | 구 | 100 | 3월분'],
    ],
    [
      'as large as what was spent later in its month, but told',
      ['! 2024. 1. 2. | 구 | 300 | 1월 집행액', ...JANUARY, '2024. 2. 3. | 구 | 7 | '],
    ],
    [
      'several of a month, below which stands the total of the year',
      [
        '2024. 1. 31. | 구 | 100 | 1월 집행액',
        '2024. 2. 29. | 구 | 200 | 2월 집행액',
        '= 2024. 2. 29. | 구 | 300 | 2024년 집행액',
      ],
    ],
  ])('is data: %s', (_, rows) => {
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each<[string, readonly string[]]>([
    [
      'newest first',
      [
        '= 2024. 2. 29. | 구 | 70 | 2월 집행액',
        '2024. 2. 9. | 구 | 30 | 가',
        '2024. 2. 5. | 구 | 40 | 나',
        '= 2024. 1. 31. | 구 | 300 | 1월 집행액',
        '2024. 1. 9. | 구 | 200 | 가',
        '2024. 1. 5. | 구 | 100 | 나',
      ],
    ],
    [
      'newest first, of one row',
      ['! 2024. 2. 29. | 구 | 70 | 2월 집행액', '2024. 2. 9. | 구 | 70 | 가', '2024. 1. 9. | 구 | 1 | '],
    ],
    [
      'in English, newest first',
      [
        '= 2024. 2. 29. | 구 | 370 | TOTAL',
        '= 2024. 2. 29. | 구 | 70 | Sub-total',
        '2024. 2. 9. | 구 | 30 | 가',
        '2024. 2. 5. | 구 | 40 | 나',
        '= 2024. 1. 31. | 구 | 300 | Sub-total',
        '2024. 1. 9. | 구 | 200 | 가',
        '2024. 1. 5. | 구 | 100 | 나',
      ],
    ],
    [
      'at the top of each month',
      [
        ...JANUARY,
        '= 2024. 2. 1. | 구 | 300 | 전월이월',
        '2024. 2. 9. | 구 | 30 | 가',
        '= 2024. 3. 1. | 구 | 330 | 전월이월',
        '2024. 3. 9. | 구 | 5 | 가',
      ],
    ],
    [
      'at the top of each month, behind an opening',
      [
        '2024. 1. 1. | 구 | 50 | 전월이월',
        ...JANUARY,
        '= 2024. 2. 1. | 구 | 350 | 전월이월',
        '2024. 2. 9. | 구 | 30 | 가',
        '= 2024. 3. 1. | 구 | 380 | 전월이월',
      ],
    ],
    [
      'of a single funding source',
      [...JANUARY, '2024. 1. 9. | 시 | 500 | ', '= 2024. 1. 31. | 구 | 300 | 1월 집행액'],
    ],
    [
      'beside totals of other words',
      [
        ...JANUARY,
        '= 2024. 1. 31. | 구 | 300 | 1월 집행액',
        '2024. 2. 5. | 구 | 40 | 가',
        '2024. 2. 6. | 구 | 20 | 가',
        '= 2024. 2. 29. | 구 | 60 | 2월 집행액',
        '= 2024. 2. 29. | 구 | 360 | 집행액 누계',
      ],
    ],
  ])('is the total of its rows: %s', (_, rows) => {
    expect(marked('executions', rows)).toEqual(rows);
  });
});

describe('a total of several months', () => {
  const MONTHS = [
    '2023. 11. 5. | 구 | 1 | 가',
    '2023. 12. 5. | 구 | 2 | 가',
    '2024. 1. 5. | 구 | 4 | 가',
    '2024. 2. 5. | 구 | 8 | 가',
    '2024. 3. 5. | 구 | 16 | 가',
  ];
  it.each([
    ['2~3월 계', 24],
    ['2월~3월 계', 24],
    ['2∼3월분 집행액', 24],
    ['2월부터 3월까지 합계', 24],
    ['2월부터 3월 누계', 24],
    ['2024년 2~3월 집행액', 24],
    ['2월 ~ 3월 TOTAL', 24],
    ['4분기~1분기 계', 31],
    ['4/4분기~1/4분기 계', 31],
    ['12월~2월 계', 14],
    ['11~1월 합계', 7],
    ['2023년 12월~2024년 2월 계', 14],
    ['2023년 11월~12월 계', 3],
    ['2023~2024년 계', 31],
    ['1~3월 계', 28],
    ['1-3월 소계', 28],
    ['강사료 2~3월 계', 24],
  ])('is the sum of their rows: %s', (text, won) => {
    const rows = [...MONTHS, `= 2024. 3. 31. | 구 | ${won} | ${text}`, '2024. 3. 31. | 구 | 100 | 나'];
    expect(marked('executions', rows)).toEqual(rows);
    const newestFirst = [rows[6] ?? '', rows[5] ?? '', ...[...MONTHS].reverse()].slice(1);
    expect(marked('executions', newestFirst)).toEqual(newestFirst);
  });

  it.each(['2~3월 계', '4분기~1분기 계', '2월부터 3월까지 합계'])('is told where it is not: %s', (text) => {
    const rows = [...MONTHS, `! 2024. 3. 31. | 구 | 30 | ${text}`];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each(['2~3월', '2월~3월분'])('is told without a word for a total where it is: %s', (text) => {
    const rows = [...MONTHS, `! 2024. 3. 31. | 구 | 24 | ${text}`];
    expect(marked('executions', rows)).toEqual(rows);
  });

  it.each<[string, readonly string[]]>([
    ['alone of its months', [...MONTHS.slice(0, 2), '2024. 6. 30. | 구 | 30 | 4~6월 계']],
    ['of no months', [...MONTHS.slice(0, 2), '2024. 6. 30. | 구 | 3 | 14~16월 행사']],
  ])('is data: %s', (_, rows) => {
    expect(marked('executions', rows)).toEqual(rows);
  });

  it('is a part of the total of a year, as those of its months are', () => {
    const rows = [
      '2024. 3. 31. | 구 | 10 | 1~3월 합계',
      '2024. 6. 30. | 구 | 20 | 4~6월 합계',
      '= 2024. 6. 30. | 구 | 30 | 상반기 합계',
      '2024. 8. 31. | 구 | 7 | 7~8월 합계',
      '= 2024. 12. 31. | 구 | 37 | 2024년 합계',
    ];
    expect(marked('executions', rows)).toEqual(rows);
  });
});

const MEETINGS = ['2024. 1. 5. | 간담회 | 가 | 구청 | 1', '2024. 1. 9. | 간담회 | 나 | 회관 | 2'];

describe('a row of meetings', () => {
  it.each([
    '간담회 | | 1월 계 | 3',
    '간담회 | | 1월까지 누계 | 3',
    '간담회 | | 총 3회 | 3',
    '간담회 | | 1월 실적 | 3',
    '간담회 | | TOTAL | 3',
    '1월 실적 | | | 3',
    '1월 총액 | | | 3',
    '누계 1월까지 | | | 3',
    'TOTAL | | | 3',
    '| 1월 소통 실적 | | 3',
    '간담회 | 1월 개최 횟수 | | 3',
  ])('is a total in any column of text: %s', (cells) => {
    const rows = [...MEETINGS, `= 2024. 1. 31. | ${cells}`, '2024. 2. 3. | 방문 | | 월계 | 1'];
    expect(marked('meetings', rows)).toEqual(rows);
  });

  it.each([
    '간담회 | | 월계 | 3',
    '간담회 | | 두레 계 | 3',
    '간담회 | | 월계동 | 3',
    '1월 실적 | | | 4',
    '간담회 | | 1월 실적 | 4',
    '간담회 | | 회의실 총 3층 | 3',
    '간담회 | 1월 소통 | | 4',
    '간담회 | 결산 합계 설명회 | | 4',
    '간담회 | 총회 | | 3',
    '간담회 | 월례회의 | | 3',
    '간담회 | TOTAL 케어 서비스 | | 3',
    '간담회 | 이월 사업 설명 | | 3',
  ])('is data: %s', (cells) => {
    const rows = [...MEETINGS, `2024. 1. 31. | ${cells}`];
    expect(marked('meetings', rows)).toEqual(rows);
  });

  it('is data where it counts one, as nearly every row does', () => {
    const rows = ['2024. 1. 5. | 간담회 | 가 | | 1 | 30', '2024. 1. 9. | 간담회 | 1월 실적 | | 1 | 30'];
    expect(marked('meetings', rows, `${HEADINGS.meetings} | 참석인원`)).toEqual(rows);
  });

  it.each(['1월 계', '당월 계', '1월까지 누계', '2024년 합계', 'TOTAL', '시장방문 소계', '총 2건', '총 2회'])(
    'is told where its number is blank, so that it counts one: %s',
    (text) => {
      const rows = [...MEETINGS, `! 2024. 1. 31. | 간담회 | ${text} | | `];
      expect(marked('meetings', rows)).toEqual(rows);
      const newestFirst = [...rows].reverse();
      expect(marked('meetings', newestFirst)).toEqual(newestFirst);
      const inPlace = [...MEETINGS, `! 2024. 1. 31. | 간담회 | | ${text} | `];
      expect(marked('meetings', inPlace)).toEqual(inPlace);
      const withoutColumn = rows.map((row) => row.replace(/\|[^|]*$/, ''));
      expect(marked('meetings', withoutColumn, '일자 | 분류 | 내용 | 장소')).toEqual(withoutColumn);
    },
  );

  it.each(['월계', '2월 계', '총 3건', '총 40명', '두레 계', '1월 실적', '1월', '결산 합계 설명회'])(
    'is data with a blank number: %s',
    (text) => {
      const rows = [...MEETINGS, `2024. 1. 31. | 간담회 | ${text} | | `];
      expect(marked('meetings', rows)).toEqual(rows);
    },
  );
});

describe('a total that says how many rows it is of', () => {
  const PARTS = [
    '= 2024. 2. 29. | 간담회 | 총 3건 | | 3',
    ...[9, 7, 5].map((day) => `2024. 2. ${day}. | 간담회 | 가 | | 1`),
    '= 2024. 1. 31. | 간담회 | 총 2건 | | 2',
    ...[9, 5].map((day) => `2024. 1. ${day}. | 간담회 | 가 | | 1`),
  ];
  it.each<[string, readonly string[]]>([
    ['all', ['= 2024. 2. 29. | 간담회 | 총 3건 | | 3', ...PARTS.slice(1, 4)]],
    ['those of each group', PARTS],
    [
      'those of each group, and of all',
      ['= 2024. 2. 29. | 간담회 | 합계 총 5건 | | 5'].slice(1).concat(PARTS),
    ],
    [
      'of no 분류',
      ['= 2024. 2. 29. | | 총 2건 | | 2', '2024. 2. 9. | 간담회 | 가 | | 1', '2024. 2. 5. | 방문 | 가 | | 1'],
    ],
    [
      'within the group of another total',
      [
        '= 2024. 2. 29. | 간담회 | 시장방문 소계 | | 5',
        '= 2024. 2. 29. | 간담회 | 총 2건 | | 2',
        '2024. 2. 9. | 간담회 | 가 | | 1',
        '2024. 2. 5. | 간담회 | 가 | | 1',
        '= 2024. 1. 31. | 간담회 | 총 3건 | | 3',
        '2024. 1. 9. | 간담회 | 가 | | 1',
        '2024. 1. 5. | 간담회 | 가 | | 2',
      ],
    ],
  ])('may stand above them: %s', (_, rows) => {
    expect(marked('meetings', rows)).toEqual(rows);
  });

  it.each<[string, readonly string[]]>([
    [
      'of another 분류',
      [
        '2024. 2. 29. | 방문 | 총 2건 | | 2',
        '2024. 2. 9. | 간담회 | 가 | | 1',
        '2024. 2. 5. | 간담회 | 가 | | 1',
      ],
    ],
    [
      'another number of rows',
      ['2024. 2. 29. | 간담회 | 총 3건 | | 3', ...PARTS.slice(1, 3), '2023. 2. 5. | 간담회 | 가 | | 5'],
    ],
    [
      'above rows of later days',
      [
        '2024. 1. 5. | 간담회 | 총 2건 | | 2',
        '2024. 2. 5. | 간담회 | 가 | | 1',
        '2024. 2. 9. | 간담회 | 가 | | 1',
      ],
    ],
    [
      'a club, as large as a part of the rows below',
      [
        '2024. 2. 29. | 간담회 | 두레 계 | | 2',
        ...[9, 7, 5].map((day) => `2024. 2. ${day}. | 간담회 | 가 | | 1`),
      ],
    ],
  ])('is data: %s', (_, rows) => {
    expect(marked('meetings', rows)).toEqual(rows);
  });

  it('may stand above suggestions', () => {
    const rows = [
      '= | 2024. 2. 29. | 누리집 | | 총 2건 | 2',
      '2 | 2024. 2. 9. | 누리집 | 가좌동 | 가 | 1',
      '1 | 2024. 2. 5. | 누리집 | 청학동 | 가 | 1',
    ];
    expect(marked('suggestions', rows)).toEqual(rows);
  });
});
