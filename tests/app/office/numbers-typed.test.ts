/** The number of a pledge as Sheets keeps it: 1.10 loses its zero, and 1-1 becomes a day. */
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../src/sheets/messages.ts';
import type { RawCell, RawTab } from '../../../src/sheets/raw.ts';
import { dateCell, rawTab } from '../../sheets/fixtures.ts';
import { type Changes, told } from './office-book.ts';

const HEADINGS = '공약번호 | 공약명 | 집계 | 지표단위 | 최종목표';
const listOf = (...numbers: readonly string[]) =>
  [HEADINGS, ...numbers.map((number) => `"${number}" | 공약 ${number} | 누적 | 개소 | 10`)].join('\n');

/** 실적기록 with one row, of the pledge that a cell names. */
function resultsOf(cell: RawCell): RawTab {
  const tab = rawTab('실적기록', '공약번호 | 일자 | 값\nNUMBER | 2024. 3. 5. | 7');
  return { ...tab, rows: tab.rows.map((row) => row.map((each) => (each === 'NUMBER' ? cell : each))) };
}

const NONE = { targets: null, meetings: null, suggestions: null, budgetPlans: null, executions: null };

function rowOf(cell: RawCell, numbers: readonly string[]) {
  const { book, result, findings } = told({
    ...NONE,
    targets: '공약번호 | 연도 | 누적목표',
    pledgeList: listOf(...numbers),
    results: resultsOf(cell),
  });
  return {
    pledges: result.pledges
      .filter(({ indicators }) => indicators[0]?.value === 7)
      .map(({ number }) => number),
    told: findings
      .filter((finding) => finding.endsWith('실적기록 A2'))
      .map((finding) => finding.split(' ')[0]),
    what: book.findings.find(({ tab, cell: at }) => tab === '실적기록' && at === 'A2')?.what ?? '',
  };
}

describe('a number whose last zero Sheets does not keep', () => {
  it.each<[RawCell, readonly string[], string, readonly string[]]>([
    [1.1, ['1-1', '1-10'], '1-1', ['zero-lost']],
    [1.1, ['1.1', '1.10'], '1.1', ['zero-lost']],
    [2.3, ['2-3', '2-30', '1-1'], '2-3', ['zero-lost']],
    ['1.1', ['1-1', '1-10'], '1-1', []],
    ['1-1', ['1-1', '1-10'], '1-1', []],
    ['1.10', ['1-1', '1-10'], '1-10', []],
    [1.1, ['1-1', '1-11'], '1-1', []],
    [1.2, ['1-2', '1-10'], '1-2', []],
    [1, ['1', '10'], '1', []],
  ])('%o among %j is of %s, and told of: %j', (cell, numbers, pledge, codes) => {
    const row = rowOf(cell, numbers);
    expect(row).toMatchObject({ pledges: [pledge], told: codes });
  });

  it('is told with both pledges', () => {
    const { what } = rowOf(1.1, ['1-1', '1-10']);
    expect(what).toContain("'1.1'");
    expect(what).toContain('1-10');
  });

  it('is of no pledge where only the longer number is in the list, which is named', () => {
    const row = rowOf(1.1, ['1-10', '1-2']);
    expect(row).toMatchObject({ pledges: [], told: ['unknown-pledge'] });
    expect(row.what).toContain("'1-10'");
  });
});

describe('a number that Sheets has taken for a day', () => {
  it.each<[string, RawCell, readonly string[], string]>([
    ['month and day', dateCell('2022-01-06'), ['1-6', '1-7'], '1-6'],
    ['year, month and day', dateCell('2001-02-03'), ['1-2-3', '1-2-4'], '1-2-3'],
    ['beside the number of its month and day', dateCell('2001-02-03'), ['1-2-3', '2-3'], '1-2-3'],
    ['of a later year', dateCell('2022-02-03'), ['22-2-3', '1-1'], '22-2-3'],
    ['kept as its number', 36925, ['1-2-3', '1-2-4'], '1-2-3'],
    ['kept as its number, of month and day', 44567, ['1-6', '1-7'], '1-6'],
    ['that is a number of the list', 36925, ['36925', '1-2-3'], '36925'],
  ])('is that of the one pledge that fits: %s', (_, cell, numbers, pledge) => {
    expect(rowOf(cell, numbers)).toMatchObject({ pledges: [pledge], told: [] });
  });

  it.each<[string, RawCell, readonly string[], string]>([
    ['none fits', dateCell('2022-01-06'), ['1-1', '1-7'], "'1-6 (날짜로 바뀜)'"],
    ['none fits the number', 36925, ['1-1', '1-7'], "'1-2-3 (날짜로 바뀐 수 36925)'"],
    [
      'the day is of a year in which nobody kept a book',
      dateCell('2001-02-03'),
      ['2-3', '1-1'],
      "'1-2-3 (날짜로 바뀜)'",
    ],
    ['two fit', dateCell('2022-01-06'), ['1-6', '22-1-6'], '22-1-6'],
  ])('is an error that quotes what was typed where %s', (_, cell, numbers, quoted) => {
    const row = rowOf(cell, numbers);
    expect(row).toMatchObject({ pledges: [], told: ['unknown-pledge'] });
    expect(row.what).toContain(quoted);
  });

  it('is quoted so where it is merged over several rows', () => {
    const tab = rawTab('실적기록', '공약번호 | 일자 | 값\n2022-01-06 | 2024. 3. 5. | 7\n | 2024. 4. 5. | 1');
    const { book } = told({
      ...NONE,
      targets: '공약번호 | 연도 | 누적목표',
      pledgeList: listOf('1-6', '1-7'),
      results: { ...tab, merges: () => [{ row: 2, column: 1, rows: 2, columns: 1 }] },
    });
    const merged = book.findings.find(({ code }) => code === 'merged-label');
    expect(merged?.what).toContain("'1-6 (날짜로 바뀜)'");
  });

  it('has a message that says which of two it may be', () => {
    const problem = {
      code: 'unknown-pledge',
      found: '1-6 (날짜로 바뀜)',
      nearest: null,
      fits: ['1-6', '22-1-6'],
    } as const;
    expect(messageOf(problem, { tab: 'results', row: 2, field: 'pledgeNumber' })).toEqual({
      what: "'1-6 (날짜로 바뀜)'은 공약목록 탭의 1-6, 22-1-6 가운데 어느 공약인지 알 수 없어 이 행을 집계하지 않았습니다.",
      remedy: '칸의 서식을 일반 텍스트로 바꾸고 번호를 다시 적어 주세요.',
    });
  });
});

describe('two numbers in one cell', () => {
  it.each(['1\n2', '1 2', '1\u00a02', '1-1\n1', '1-1 1'])('%j are no third one', (cell) => {
    const { pledges, told: codes } = rowOf(cell, ['1', '2', '12', '1-1', '1-11']);
    expect([pledges, codes]).toEqual([[], ['unknown-pledge']]);
  });
});

describe('the same as above, 〃,', () => {
  it.each<[string, Changes, string, readonly (number | null)[]]>([
    [
      'repeats the number of a pledge',
      { results: '공약번호 | 일자 | 값\n1-1 | 2024. 3. 5. | 7\n〃 | 2024. 9. 5. | 4' },
      'repeated-label 1-1 실적기록 A3',
      [21, 12],
    ],
    [
      'repeats a name from the row of another pledge',
      {
        meetings: '공약번호 | 일자 | 분류 | 횟수\n1-1 | 2024. 3. 5. | 간담회 | 0\n1-2 | 2024. 3. 6. | 〃 | 9',
      },
      'repeated-label 1-2 소통기록 C3',
      [21, 9],
    ],
    [
      'repeats the year of a plan from the row of another pledge',
      { targets: '공약번호 | 연도 | 누적목표\n1-1 | 2024 | 20\n1-2 | 〃 | 20' },
      'repeated-label 1-2 연차목표 B3',
      [21, 12],
    ],
    [
      'below the headings repeats no number',
      { results: '공약번호 | 일자 | 값\n〃 | 2024. 3. 5. | 7\n1-1 | 2024. 9. 5. | 4' },
      'nothing-to-repeat  실적기록 A2',
      [14, 12],
    ],
  ])('%s', (_, changes, finding, values) => {
    const { result, findings } = told(changes);
    expect(findings).toContain(finding);
    expect(result.pledges.map(({ indicators }) => indicators[0]?.value)).toEqual(values);
  });
});
