import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadContext } from '../../../../src/sheets/input/columns.ts';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import {
  budgetPlansTab,
  executionsTab,
  futurePlansTab,
  meetingsTab,
  suggestionsTab,
  targetsTab,
} from '../../../../src/sheets/input/tabs.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell, places, rawTab, readContext } from '../../fixtures.ts';
import { mobileNumber } from '../../made-up-numbers.ts';

function meetingsOf(table: string, context: Partial<ReadContext> = {}) {
  return readRows(meetingsTab, rawTab('소통기록', table), readContext(context));
}

describe('a row of the log of meetings', () => {
  it('is read cell by cell', () => {
    const { rows, findings } = meetingsOf(`일자 | 분류 | 내용 | 장소 | 횟수 | 단체수 | 참석인원 | 비고
2024. 3. 5. | 시장방문 | 대화 | 송도 | 1회 | 3개 단체 | 약 500명 | 맑음`);
    expect(findings.map(({ problem }) => problem.code)).toEqual(['approximate-count']);
    expect(rows).toMatchObject([
      {
        row: 2,
        values: {
          date: { first: '2024-03-05', last: '2024-03-05', precision: 'day' },
          category: { kind: 'named', name: '시장방문', scheduleRow: '시장방문' },
          content: '대화',
          place: '송도',
          times: { value: 1, approximate: false },
          groups: { value: 3, approximate: false },
          attendees: { value: 500, approximate: true },
          note: '맑음',
        },
      },
    ]);
  });

  it('has a meaning for each blank cell: once, no people known, nothing said', () => {
    const [row] = meetingsOf('일자 | 분류 | 횟수 | 참석인원 | 장소\n2024-03-05 |').rows;
    expect(row?.values).toMatchObject({
      date: { first: '2024-03-05', last: '2024-03-05', precision: 'day' },
      category: null,
      content: null,
      place: null,
      times: { value: 1, approximate: false },
      groups: null,
      attendees: null,
      note: null,
    });
  });

  it('knows zero from blank', () => {
    const [row] = meetingsOf('일자 | 분류 | 횟수 | 참석인원\n2024-03-05 | 차담회 | 0 | 0').rows;
    expect(row?.values.times.value).toBe(0);
    expect(row?.values.attendees?.value).toBe(0);
  });
});

describe('rows that are skipped', () => {
  it.each([
    {
      case: 'a blank row between two',
      table: '일자 | 분류\n2024-03-05 | 가\n|\n2024-03-06 | 나',
      is: [3, 2, 0, 1],
    },
    {
      case: 'a row of nothing but spaces',
      table: '일자 | 분류\n"  " | "\u3000"\n2024-03-06 | 나',
      is: [2, 1, 0, 1],
    },
    {
      case: 'blank rows at the end, which are not read',
      table: '일자 | 분류\n2024-03-05 | 가\n|\n|',
      is: [1, 1, 0, 0],
    },
    { case: 'a note', table: '일자 | 분류\n※ 2024년은 3월까지 |\n2024-03-05 | 가', is: [2, 1, 0, 1] },
    { case: 'a note behind spaces', table: '일자 | 분류\n"  ※ 2024년은 3월까지" |', is: [1, 0, 0, 1] },
    { case: 'a note in the second column', table: '일자 | 분류\n | ※ 잠정', is: [1, 0, 0, 1] },
    {
      case: 'a row with its day, whose first cell is a remark',
      table: '비고 | 일자 | 분류\n※ 잠정 | 2024-03-05 | 가',
      is: [1, 1, 0, 0],
    },
    {
      case: 'a row with its day, whose first cell is a name',
      table: '분류 | 일자\n※ 잠정 | 2024-03-05',
      is: [1, 1, 0, 0],
    },
    {
      case: 'a note in several cells, without a number or a date',
      table: '비고 | 일자 | 분류 | 횟수\n※ 잠정 | | 2차 방문 | 미정',
      is: [1, 0, 0, 1],
    },
    { case: 'a total', table: '일자 | 분류 | 횟수\n2024-03-05 | 가 | 3\n계 | | 3', is: [2, 1, 0, 1] },
    { case: 'a total with spaces', table: '일자 | 분류 | 횟수\n합  계 | | 3', is: [1, 0, 0, 1] },
    { case: 'a total with its unit', table: '일자 | 분류 | 횟수\n합계(회) | | 3', is: [1, 0, 0, 1] },
    { case: 'a subtotal by category', table: '일자 | 분류 | 횟수\n | 소계 | 3', is: [1, 0, 0, 1] },
    {
      case: 'a subtotal of a dated day',
      table: '일자 | 분류 | 횟수\n2024-03-31 | 누계 | 108',
      is: [1, 0, 0, 1],
    },
    {
      case: 'the headings again',
      table: '일자 | 분류 | 비고\n2024-03-05 | 가\n일자 | 분류 | 비고\n2024-03-06 | 나',
      is: [3, 2, 0, 1],
    },
    {
      case: 'the headings again, spaced otherwise',
      table: '일자 | 분류 | 비고\n일 자 | 분류* |',
      is: [1, 0, 0, 1],
    },
    { case: 'no data at all', table: '일자 | 분류', is: [0, 0, 0, 0] },
    {
      case: 'a row of text under a heading that is a number',
      table: '2024 | 일자 | 분류\n상반기 | 2024. 3. 5. | 가',
      is: [1, 1, 0, 0],
    },
    {
      case: 'a category that only begins like a total',
      table: '일자 | 분류\n2024-03-05 | 계양구 방문',
      is: [1, 1, 0, 0],
    },
    {
      case: 'a meeting about a total, which is none',
      table: '일자 | 분류 | 내용\n2024-03-05 | 가 | 합계 검토',
      is: [1, 1, 0, 0],
    },
  ])('$case', ({ table, is }) => {
    const { read, rows, excluded, skipped } = meetingsOf(table);
    expect([read, rows.length, excluded, skipped]).toEqual(is);
  });

  it('one word that is its own heading, which is data', () => {
    const { rows } = readRows(futurePlansTab, rawTab('향후계획', '시기 | 내용\n | 내용'), readContext());
    expect(rows.map(({ values }) => values.content)).toEqual(['내용']);
  });

  it('a total under a year that is a number', () => {
    const { rows, excluded, skipped, findings } = readRows(
      budgetPlansTab,
      rawTab('예산계획', '연도 | 재원 | 금액(백만원)\n2024 | 구 | 6\n2024 | 합계 | 6\n총합 | | 27'),
      readContext(),
    );
    expect([rows.length, excluded, skipped, places(findings)]).toEqual([1, 0, 2, []]);
  });
});

describe('a title above the headings once more', () => {
  it.each([
    ['of another year', '2025년 소통', '2025-03-06'],
    ['of another year, and a blank row', '2025년 소통\n|', '2025-03-06'],
    ['without a year', '하반기 소통', '2024-03-06'],
  ])('%s is skipped, and completes the days below it', (_, title, day) => {
    const { rows, findings } = meetingsOf(
      `2024년 소통\n일자 | 분류\n3/5 | 가\n${title}\n일자 | 분류\n3/6 | 가`,
    );
    expect(rows.map(({ values }) => values.date.first)).toEqual(['2024-03-05', day]);
    expect(findings.map(({ problem }) => problem.code)).toEqual(['year-of-the-tab', 'year-of-the-tab']);
  });
});

describe('a title within a list', () => {
  it.each([
    ['of a year', '2025년', ['2024-03-05', '2025-03-06']],
    ['of a year, in words', '□ 2025년 소통 실적', ['2024-03-05', '2025-03-06']],
    ['of a year, above a blank row', '2025년\n|', ['2024-03-05', '2025-03-06']],
    ['of a year of two digits', '<25년>', ['2024-03-05']],
    ['of several years', '2025~2026년 소통', ['2024-03-05']],
    ['of several years above the headings', '2025~2026년 소통\n일자 | 분류', ['2024-03-05']],
    ['of half a year', '2025년 상반기', ['2024-03-05', '2025-03-06']],
    ['of a quarter', '○ 2025년 1분기 소통', ['2024-03-05', '2025-03-06']],
    ['of half a year, with its months', '2025년 상반기(1월~6월)', ['2024-03-05', '2025-03-06']],
    ['of a year, with its first months', '2025년도 소통 실적 (1~3월)', ['2024-03-05', '2025-03-06']],
    ['of two digits above the headings', '’25년 소통\n일자 | 분류', ['2024-03-05']],
    ['of some months above the headings', '2025년 소통(1~6월)\n일자 | 분류', ['2024-03-05', '2025-03-06']],
    ['with a number', '2. 2025년 소통 실적', ['2024-03-05', '2025-03-06']],
    ['with a letter', '나. 2025년', ['2024-03-05', '2025-03-06']],
    ['with a number in a circle', '② 2025년 소통', ['2024-03-05', '2025-03-06']],
    ['with a number in brackets', '(2) 2025년 소통', ['2024-03-05', '2025-03-06']],
    ['with a Roman number', 'Ⅱ. 2025년', ['2024-03-05', '2025-03-06']],
    ['with a Roman number in Latin letters', 'II. 2025년 실적', ['2024-03-05', '2025-03-06']],
    ['with the term of office', '민선8기 2025년', ['2024-03-05', '2025-03-06']],
    ['with joined words', '2025년 소통·공감 실적', ['2024-03-05', '2025-03-06']],
    ['with a word that ends in 계', '2025년 민관 연계', ['2024-03-05', '2025-03-06']],
    ['with a word that begins like a total', '2025년 소통 계획 대비', ['2024-03-05', '2025-03-06']],
    ['with a month', '2025년 3월 소통 실적', ['2024-03-05', '2025-03-06']],
    ['with a month, in brackets', '【2025년 3월】', ['2024-03-05', '2025-03-06']],
    ['of a month alone', '2025년 3월', ['2024-03-05', '2025-03-06']],
    ['of a month alone, in short', '2025. 3.', ['2024-03-05', '2025-03-06']],
    ['of a month of two digits alone', '2025. 03월', ['2024-03-05', '2025-03-06']],
    ['of a month without a year', '3월', ['2024-03-05', '2024-03-06']],
    ['of a month of a year in short', '25. 3월', ['2024-03-05']],
    ['of a month of a year in short, with words', '□ 25. 3월 소통', ['2024-03-05']],
    ['of a month with its year, joined', '25.3월', ['2024-03-05']],
    ['of a quarter behind a point', '2025. 1/4분기', ['2024-03-05']],
    ['beside an unticked box', '2025년 소통 | | | FALSE', ['2024-03-05', '2025-03-06']],
    ['beside a mark', '□ | 2025년 소통', ['2024-03-05', '2025-03-06']],
    ['beside a Roman number', 'Ⅱ. | 2025년 소통', ['2024-03-05', '2025-03-06']],
    ['above many blank rows', '2025년\n|\n|\n|\n|', ['2024-03-05', '2025-03-06']],
    [
      'above headings, beside an unticked box',
      '2025년 소통 | | | FALSE\n일자 | 분류',
      ['2024-03-05', '2025-03-06'],
    ],
    [
      'above a day up to when and headings',
      '2025년 하반기 소통\n2025. 12. 31. 현재\n일자 | 분류',
      ['2024-03-05', '2025-03-06'],
    ],
    [
      'above a telephone number and headings',
      '2025년 하반기 소통\n문의 749-2000\n\n일자 | 분류',
      ['2024-03-05', '2025-03-06'],
    ],
    ['of a month without a year, with words', '○ 3월 소통', ['2024-03-05', '2024-03-06']],
    ['of quarters', '2025년 1/4분기', ['2024-03-05', '2025-03-06']],
    ['that ends with its year', '소통 실적(2025년)', ['2024-03-05', '2025-03-06']],
    ['that ends with its year and months', '소통·공감 실적 [2025년 1~3월]', ['2024-03-05', '2025-03-06']],
    ['that includes what was left over', '2025년 소통(2024년 이월 포함)', ['2024-03-05', '2025-03-06']],
    [
      'above the headings, that includes what was left over',
      '2025년 소통(2024년 이월 포함)\n일자 | 분류',
      ['2024-03-05', '2025-03-06'],
    ],
  ])('%s completes the days below it, or none', (_, title, days) => {
    const { rows, excluded, skipped, findings } = meetingsOf(
      `2024년 소통\n일자 | 분류\n3/5 | 가\n${title}\n3/6 | 가`,
    );
    expect(rows.map(({ values }) => values.date.first)).toEqual(days);
    expect([excluded, skipped]).toEqual([2 - days.length, title.split('\n').length]);
    expect(findings.map(({ problem }) => problem.code).filter((code) => code !== 'year-of-the-tab')).toEqual(
      days.length === 2 ? [] : ['date-without-year'],
    );
  });

  it.each([
    ['of many words', '2025년 우리 동네 골목길 소통 추진 실적 모음'],
    ['with marks that nobody uses', '«2025년» 소통 = 실적'],
    ['of another month', '2025년 4월'],
    ['without 년', '2025 소통실적'],
    ['between dashes', '- 2025년 -'],
    ['behind a star', '*2025년 소통 실적'],
    ['of a year in brackets', '(2025년 소통 실적)'],
    ['of a month of a year in short', "'25. 4월"],
    ['of a quarter of a year in short', '25-1분기'],
    ['that is a number', '2025'],
    ['with its half in another column', '2025년 | | 상반기'],
    ['up to a month', '2025년 3월까지 실적'],
    ['that may be a remark', '2023년 이전 실적은 별도'],
    ['that may be a remark of what is included', '2023년 실적을 포함함'],
    ['of several years, in words', '2025년 그리고 2026년 소통 추진 실적'],
    [
      'in the first column, which holds something else',
      '2025년 소통 실적',
      '분류 | 일자',
      '가 | 3/5',
      '가 | 3/6',
    ],
  ])(
    '%s, which is not understood, takes the year away from the days below it',
    (_, title, headings = '일자 | 분류', first = '3/5 | 가', second = '3/6 | 가') => {
      const { rows, findings } = meetingsOf(`2024년 소통\n${headings}\n${first}\n${title}\n${second}`);
      expect(rows.map(({ row }) => row).filter((row) => row !== 4)).toEqual([3]);
      expect(places(findings)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^meetings 4 date: /),
          'meetings 5 date: date-without-year',
        ]),
      );
    },
  );

  it.each([
    ['at its end', '2025년', 'meetings 3 date: year-precision'],
    ['that is a quarter, at its end', '2025년 1분기', 'meetings 3 date: date-of-a-plan'],
    [
      'that says more than its year',
      '2025년 소통(2024년 이월 포함)\n4/31 | 가',
      'meetings 4 date: impossible-date',
    ],
    ['that is a month above another', '2025년 3월\n4/6 | 가', 'meetings 3 date: month-precision'],
    ['that is a month above months', '2025년 3월\n2025년 3월\n', 'meetings 3 date: month-precision'],
    ['that is a month, at its end', '2025년 3월', 'meetings 3 date: month-precision'],
    ['that is a day', '2025년 13월 5일\n3/6 | 가', 'meetings 3 date: impossible-date'],
    ['in a column of names', '| 2025년 방문\n3/6 | 가', 'meetings 3 date: required-blank'],
    ['in a column of one’s own', '| | 2025년 검토\n3/6 | 가', 'meetings 4 date: date-without-year'],
  ])('is none %s', (_, row, says) => {
    const { findings } = meetingsOf(`일자 | 분류\n2024-03-05 | 가\n${row}`);
    expect(places(findings)).toContain(says);
  });
});

describe('a text that names another year is no title', () => {
  it.each([
    ['a note', '※ 2024년까지는 구청장 차담회로 집계'],
    ['a note of several years', '※ 2022~2023년 실적은 이월로 적음'],
    ['a total', '소계(2024년 이월 포함)'],
    ['a note above the headings once more', '※ 2024년 이월 포함\n일자 | 분류 | 횟수'],
    ['a total above the headings once more', '소계(2024년 이월 포함)\n일자 | 분류 | 횟수'],
    ['a remark in brackets', '(2023년 이월)'],
    ['its own year, in a sentence', '2025년 구청장 차담회와 주민 간담회는 함께 집계함'],
    ['a total that says its year first', '2024년 합계'],
  ])('%s', (_, text) => {
    const { rows } = meetingsOf(
      `2025년 소통 실적\n일자 | 분류 | 횟수\n1/15 | 가 | 2\n${text}\n2/20 | 가 | 3`,
    );
    expect(rows.map(({ values }) => values.date.first)).toEqual(['2025-01-15', '2025-02-20']);
  });

  it.each([
    '2030 탄소중립 도시',
    '2050 탄소중립팀',
    '- 전년(2023년) 대비 2회 증가',
    '담당: 소통팀 ☎ 749-2000',
    '작성자 소통팀(2000)',
    '2023년 계',
    '2024. 12. 31. 현재',
    '2025년 1월 현재',
    '2025년 1월 작성',
    '(2025년 1월 말 현재)',
    '2025-15',
    '민원-2025-15',
    '제2025-15호',
    '출처: 2025년 업무보고',
    '(2025년 신규)',
    '2025년도 제1회',
  ])('nor is %s', (text) => {
    const { rows } = meetingsOf(`2024년 소통\n일자 | 분류\n1/15 | 가\n${text}\n2/20 | 가`);
    expect(rows.map(({ values }) => values.date.first)).toEqual(['2024-01-15', '2024-02-20']);
  });

  it.each(['2025년 | 계', '2025년 사업 합계'])(
    'but a total of a later year takes the year away: %s',
    (text) => {
      const { rows, findings } = meetingsOf(`2024년 소통\n일자 | 분류\n1/15 | 가\n${text}\n2/20 | 가`);
      expect([rows.map(({ row }) => row), places(findings)]).toEqual([
        [3],
        ['meetings 3 date: year-of-the-tab', 'meetings 5 date: date-without-year'],
      ]);
    },
  );

  it('nor is a month above a day of another month', () => {
    const { rows } = meetingsOf('2024년 소통\n일자 | 분류\n1/15 | 가\n3. 2. |\n2/6 | 가');
    expect(rows.map(({ values }) => values.date.first)).toEqual(['2024-01-15', '2024-03-02', '2024-02-06']);
  });

  it('nor is a day of another year, with nothing beside it, but it puts the year of days below in doubt', () => {
    const { rows, findings } = meetingsOf('2025년 소통\n일자 | 분류\n1/15 | 가\n2024. 12. 30. |\n2/20 | 가');
    expect(rows.map(({ values }) => values.date.first)).toEqual(['2025-01-15', '2024-12-30']);
    expect(places(findings)).toContain('meetings 5 date: year-of-either');
  });

  it('nor is a note between a title and its headings the title', () => {
    const { rows } = meetingsOf(
      '2024년 소통\n일자 | 분류\n3/5 | 가\n2025년 소통\n※ 2024년까지는 다른 이름\n일자 | 분류\n3/6 | 가',
    );
    expect(rows.map(({ values }) => values.date.first)).toEqual(['2024-03-05', '2025-03-06']);
  });

  it('nor is a year whose name is merged from above', () => {
    const { rows } = readRows<typeof meetingsTab>(
      meetingsTab,
      {
        ...rawTab('소통기록', '일자 | 분류\n2023년 | 시장방문\n2024년 | \n2025-01-05 | 시장방문'),
        merges: () => [{ row: 2, column: 2, rows: 2, columns: 1 }],
      },
      readContext(),
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4]);
  });
});

describe('headings once more in other columns', () => {
  it.each([
    ['of which a row needs one', '분류 | 일자 | 횟수', '가 | 2024-03-06 | 2'],
    ['of numbers', '일자 | 분류 | 비고 | 횟수', '2024-03-06 | 가 | | 2'],
    ['with another one above the numbers', '일자 | 분류 | 회차', '2024-03-06 | 가 | 12'],
    ['with one of them twice', '일자 | 분류 | 소통횟수 | 횟수', '2024-03-06 | 가 | 12 | 1'],
  ])('are told, and the rows below are left out up to the first headings: %s', (_, other, row) => {
    const { rows, excluded, skipped, findings } = meetingsOf(
      `일자 | 분류 | 횟수\n2024-03-05 | 가 | 1\n${other}\n${row}\n|\n계 | | 2\n일자 | 분류 | 횟수\n2024-03-07 | 가 | 3`,
    );
    expect(rows.map(({ row: at }) => at)).toEqual([2, 8]);
    expect([excluded, skipped]).toEqual([2, 3]);
    expect(places(findings)).toEqual(['meetings 3: table-not-read']);
  });

  it('are the same by other names', () => {
    const { rows, excluded, findings } = meetingsOf(
      '일자 | 분류 | 횟수\n2024-03-05 | 가 | 1\n날짜 | 구분 | 소통횟수\n2024-03-06 | 나 | 2',
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
    expect([excluded, places(findings)]).toEqual([0, []]);
  });

  it('are the same where only free text stands elsewhere', () => {
    const { rows } = meetingsOf(
      '일자 | 분류 | 내용 | 장소 | 횟수\n2024-03-05 | 가 | 나 | 다 | 1\n일자 | 분류 | 장소 | 내용 | 횟수\n2024-03-06 | 가 | 나 | 다 | 2',
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('are the same where only a column without figures is new', () => {
    const { rows } = meetingsOf('일자 | 분류\n2024-03-05 | 가\n일자 | 분류 | 비고\n2024-03-06 | 나 | 메모');
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  });
});

it('a name without its day above the headings once more is no title', () => {
  const { findings } = meetingsOf('일자 | 분류\n | 가\n일자 | 분류\n2024-03-05 | 가');
  expect(places(findings)).toEqual(['meetings 2 date: required-blank']);
});

describe('rows that are left out', () => {
  it.each([
    { case: 'without a date', row: ' | 가 | 1', says: ['meetings 2 date: required-blank'] },
    {
      case: 'with a day that is none',
      row: '2024. 2. 30. | 가 | 1',
      says: ['meetings 2 date: impossible-date'],
    },
    {
      case: 'with a count of another thing',
      row: '2024-03-05 | 가 | 15개동',
      says: ['meetings 2 times: unit-of-another-kind'],
    },
    {
      case: 'with an error of a formula',
      row: '2024-03-05 | #N/A | 1',
      says: ['meetings 2 category: error-value'],
    },
    {
      case: 'with several faults, each of them listed',
      row: '3/5 | 가 | -1',
      says: ['meetings 2 date: date-without-year', 'meetings 2 times: negative-count'],
    },
    {
      case: 'with ※ before the day, and a count',
      row: '※ 2024. 3. 5. | 방문 | 30',
      says: ['meetings 2: note-with-values'],
    },
    {
      case: 'with ※ before the name, and no day',
      row: ' | ※ 잠정 | 30',
      says: ['meetings 2: note-with-values'],
    },
    {
      case: 'with ※ before the name, its day, and a fault',
      row: '2024-03-05 | ※ 잠정 | -1',
      says: ['meetings 2 times: negative-count'],
    },
    {
      case: 'with a fault and a notice, both listed',
      row: '24.3.5 | 가 | 1.5',
      says: ['meetings 2 date: two-digit-year', 'meetings 2 times: fractional-count'],
    },
  ])('$case', ({ row, says }) => {
    const { rows, excluded, findings } = meetingsOf(`일자 | 분류 | 횟수\n${row}`);
    expect([rows.length, excluded]).toEqual([0, 1]);
    expect(places(findings)).toEqual(says);
  });

  it('do not stop the rows below them', () => {
    const { rows } = meetingsOf('일자 | 분류\n모름 | 가\n2024-03-05 | 나');
    expect(rows.map(({ row }) => row)).toEqual([3]);
  });

  it('say the same of every row with the same fault', () => {
    const { findings } = meetingsOf('일자 | 분류\n3/5 | 가\n3/5 | 나');
    expect(places(findings)).toEqual([
      'meetings 2 date: date-without-year',
      'meetings 3 date: date-without-year',
    ]);
  });

  it.each([
    ['of a plan of money', budgetPlansTab, '연도 | 재원 | 금액(백만원)\n※ 2024 | 구비 | 10'],
    ['of targets', targetsTab, '연도 | 누적목표\n※ 2024 | 10'],
  ])('are those with ※ and a number %s', (_, tab, table) => {
    const { excluded, findings } = readRows<typeof tab>(tab, rawTab(tab.name, table), readContext());
    expect(excluded).toBe(1);
    expect(places(findings)).toEqual([`${tab.tab} 2: note-with-values`]);
  });

  it('are those of money with ※ before the funding source', () => {
    const table = '연도 | 재원 | 금액(백만원)\n2024 | ※ 구비 | 10';
    const { excluded, findings } = readRows(budgetPlansTab, rawTab('예산계획', table), readContext());
    expect(excluded).toBe(1);
    expect(places(findings)).toEqual(['budgetPlans 2 fundingSource: not-one-fund']);
  });

  it('are those of money without an amount', () => {
    const { excluded, findings } = readRows(
      executionsTab,
      rawTab(
        '예산집행',
        '집행일 | 재원 | 금액(원)\n2024-03-05 | 구 |\n2024-03-05 | 구 | -\n2024-03-05 | 구 | 0',
      ),
      readContext(),
    );
    expect(excluded).toBe(2);
    expect(places(findings)).toEqual([
      'executions 2 executed: required-blank',
      'executions 3 executed: dash-for-an-amount',
    ]);
  });
});

describe('a row with ※ in a remark', () => {
  it('is read with the cell above that is merged into it', () => {
    const table = '비고 | 재원 | 집행일 | 금액(원)\n | 구 | 2024. 5. 1. | 4\n※ 잠정 | 구 | | 5';
    const merges = [{ row: 2, column: 3, rows: 2, columns: 1 }];
    const raw = { ...rawTab('예산집행', table), merges: () => merges };
    const { rows, findings } = readRows(executionsTab, raw, readContext());
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(places(findings)).toEqual(['executions 3 date: merged-label']);
  });
});

describe('a column that nobody knows', () => {
  it('is looked through for personal data, and named once', () => {
    const table = `담당 | 일자 | 분류 | 연락처\n${mobileNumber()} | 2024-03-05 | 가 | ${mobileNumber()}\n#REF! | 2024-03-06 | 가 | 곧`;
    const { headings, rows, findings } = meetingsOf(table);
    expect(rows).toHaveLength(2);
    const cells = findings.map(({ problem, place }) => {
      const column = headings?.cells.get(place?.field ?? '')?.column;
      return `${problem.code} ${place?.row}, ${column}`;
    });
    expect(cells).toEqual(['personal-data 2, 1', 'personal-data 2, 4', 'unused-columns 1, 1']);
  });
});

describe('a tab without a heading it needs', () => {
  it('has no rows, read or not', () => {
    const { headings, read, rows, excluded, skipped, findings } = meetingsOf('일자 | 내용\n2024-03-05 | 가');
    expect({ headings, read, rows, excluded, skipped }).toEqual({
      headings: null,
      read: 0,
      rows: [],
      excluded: 0,
      skipped: 0,
    });
    expect(places(findings)).toEqual(['meetings 1: missing-heading']);
  });
});

describe('any cells whatever', () => {
  const anyText = fc.constantFrom(
    '일자',
    '분류',
    '횟수',
    '시장방문',
    '계',
    '합계',
    '※ 참고',
    '',
    ' ',
    '2024. 3. 5.',
    '3/5',
    '상반기',
    '15개동',
    '-',
    '#REF!',
    '△1,920',
    '5.7백만원',
    '\ud800',
  );
  const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
    anyText,
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer({ min: 0, max: 50_000 }),
    fc.boolean(),
    fc.constant(dateCell('2024-03-05')),
  );
  const anyRows = fc.array(fc.array(anyCell, { minLength: 4, maxLength: 4 }), { maxLength: 12 });

  it.each([
    { tab: meetingsTab, heading: ['일자', '분류', '횟수', '참석인원'] },
    { tab: suggestionsTab, heading: ['접수일', '출처', '처리상황', '처리일'] },
    { tab: executionsTab, heading: ['집행일', '재원', '금액(원)', '적요'] },
    { tab: targetsTab, heading: ['연도', '누적목표', '', ''] },
  ])(
    'of $tab.name are read, left out or skipped, every row of them, and nothing throws',
    ({ tab, heading }) => {
      fc.assert(
        fc.property(anyRows, (rows) => {
          const result = readRows(tab, { name: tab.name, rows: [heading, ...rows] }, readContext());
          expect(result.rows.length + result.excluded + result.skipped).toBe(result.read);
          expect(result.read).toBeLessThanOrEqual(rows.length);
          const flagged = new Set(result.findings.map(({ place }) => place?.row));
          const counted = new Set(result.rows.map(({ row }) => row));
          const left = rows
            .map((_, index) => index + 2)
            .filter((row) => flagged.has(row) && !counted.has(row));
          // One finding at the headings may stand for many rows.
          if (!flagged.has(1)) expect(left).toHaveLength(result.excluded);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('without any heading row never throw either', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const result = readRows(meetingsTab, { name: '소통기록', rows }, readContext());
        expect(result.rows.length + result.excluded + result.skipped).toBe(result.read);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the year of a plan', () => {
  it.each([
    ['2021', ['targets 2 year: year-outside-term']],
    ['2022', []],
    ['2026', []],
    ['2027', ['targets 2 year: year-outside-term']],
  ])('%s: %j', (year, found) => {
    const { rows, findings } = readRows(
      targetsTab,
      rawTab('연차목표', `연도 | 누적목표\n${year} | 5`),
      readContext(),
    );
    expect(rows).toHaveLength(1);
    expect(places(findings)).toEqual(found);
  });
});

describe('a row with nothing in the columns that the tab knows', () => {
  it.each([
    { case: 'a number drawn down', row: '7 | | | |' },
    { case: 'a tick box without its tick', row: '| | | | FALSE' },
    { case: 'a remark beside the table', row: '| | | | 곧' },
    { case: 'a tick box in a known column', row: '| | | FALSE |' },
  ])('($case) is blank', ({ row }) => {
    const { rows, read, excluded, skipped, findings } = meetingsOf(
      `연번 | 일자 | 분류 | 횟수 | 확인\n1 | 2024-03-05 | 가 | 1 | FALSE\n${row}\n${row}`,
    );
    expect([rows.length, read, excluded, skipped, findings]).toEqual([1, 3, 0, 2, []]);
  });

  it.each([
    { case: 'a category alone', row: '8 | | 가 | |' },
    { case: 'a number alone', row: '8 | | | 3 |' },
  ])('($case) is one as soon as a known column holds something', ({ row }) => {
    const { rows, excluded } = meetingsOf(`연번 | 일자 | 분류 | 횟수 | 확인\n${row}`);
    expect([rows.length, excluded]).toEqual([0, 1]);
  });
});

describe('a row of two long texts under two other long texts', () => {
  it('is no repeated heading', () => {
    const [first, second] = ['안내', '설명'].map((word) => word.repeat(800));
    const [third, fourth] = ['문의', '참고'].map((word) => word.repeat(800));
    const { rows, skipped, excluded } = meetingsOf(`일자 | ${first} | ${second} | 분류
2024. 3. 5. | | | 시장방문
 | ${third} | ${fourth} | 시장방문`);
    expect([rows.length, skipped, excluded]).toEqual([1, 0, 1]);
  });
});
