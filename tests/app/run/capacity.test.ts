import { describe, expect, it } from 'vitest';
import {
  blankEdges,
  cellsWith,
  couldFit,
  isWritableInTime,
  longRun,
  type Need,
  nearlyFull,
  overflow,
  recordNeed,
  refuseOverflow,
  resultNeed,
  tabNeed,
} from '../../../src/app/run/capacity.ts';
import { textCell } from '../../../src/sheets/output/grid/grid.ts';
import { sizes } from './sizes.ts';

const ALONE = { written: [], closing: false, last: null } as const;
const MANY = '건의사항 500000 x 10, used 500000 x 10';

describe('the blank edges of tabs', () => {
  it.each([
    ['of a tab that is too small to matter', '소통기록 1000 x 26, used 4 x 5', []],
    ['beside the rows', '소통기록 200000 x 26, used 190000 x 8', ['소통기록 columns 9-26 3600000']],
    ['below the rows', '소통기록 200000 x 9, used 500 x 8', ['소통기록 rows 501-200000 1795500']],
    ['of a tab with nothing in it', '빈탭 400000 x 1, used 1 x 1', ['빈탭 rows 3-400000 399998']],
    ['of one full to its edges', '소통기록 200000 x 8, used 200000 x 8', []],
    [
      'are three at most, the largest first',
      `가 100000 x 3, used 100000 x 1
       나 100000 x 5, used 100000 x 1
       다 100000 x 4, used 100000 x 1
       라 100000 x 2, used 100000 x 1`,
      ['나 columns 2-5 400000', '다 columns 2-4 300000', '가 columns 2-3 200000'],
    ],
  ])('%s', (_, table, edges) => {
    const found = blankEdges(sizes(table)).map(
      ({ tabName, edge, from, to, cells }) => `${tabName} ${edge} ${from}-${to} ${cells}`,
    );
    expect(found).toEqual(edges);
  });
});

describe('what a tab needs that is appended to', () => {
  it.each([
    ['that is there already', '처리이력 1000 x 5, used 9 x 5', 5000, { rows: 200, columns: 5 }],
    ['that must grow', '처리이력 1000 x 5, used 9 x 5', 6000, { rows: 1200, columns: 5 }],
    ['of an earlier version', '처리이력 1000 x 26, used 9 x 5', 31_200, { rows: 1200, columns: 5 }],
    // Once it is there it has 5 columns, and all those of a new tab at first.
    ['that is made', '메모 10 x 1, used 1 x 1', 10 + 6000 + 26_000, { rows: 1200, columns: 5 }],
  ])('%s', (_, table, cells, room) => {
    expect(cellsWith(sizes(table), [recordNeed('statusHistory', room)])).toBe(cells);
  });

  it('could fit once blank cells are deleted', () => {
    const need = recordNeed('statusHistory', { rows: 100_000, columns: 5 });
    expect(couldFit(sizes('메모 9900000 x 1, used 9900000 x 1'), [need])).toBe(false);
    expect(couldFit(sizes('메모 9900000 x 1, used 1 x 1'), [need])).toBe(true);
  });
});

describe('what a tab needs that is written anew', () => {
  const grid = {
    rows: [[textCell('가')], [textCell('가'), textCell('나'), textCell('다')]],
    columnWidths: [],
    frozenRows: 0,
    rowHeights: [],
  };
  it.each<[string, string, Need, number]>([
    ['that is large enough', '요약 1000 x 26, used 9 x 5', resultNeed('summary', grid), 26_000],
    ['that is too narrow', '요약 1000 x 2, used 9 x 2', resultNeed('summary', grid), 3000],
    ['that is too short', '요약 1 x 26, used 1 x 2', resultNeed('summary', grid), 52],
    ['that is made', '메모 10 x 1, used 1 x 1', resultNeed('summary', grid), 10 + 26_000],
    ['that only has to be there', '메모 10 x 1, used 1 x 1', tabNeed('지표'), 10 + 26_000],
    ['that only has to be there, and is', '지표 10 x 1, used 1 x 1', tabNeed('지표'), 10],
    ['that is large and made', '메모 10 x 1, used 1 x 1', { ...tabNeed('지표'), rows: 2000 }, 10 + 52_000],
  ])('%s', (_, table, need, cells) => {
    expect(cellsWith(sizes(table), [need])).toBe(cells);
  });

  it('adds up over several tabs, each kind once', () => {
    const needs = [
      tabNeed('지표'),
      tabNeed('실적기록'),
      recordNeed('statusHistory', { rows: 10, columns: 5 }),
      recordNeed('monthlyRecords', { rows: 10, columns: 7 }),
    ];
    // Of the record tabs, which are made one after the other, one has all columns of a new tab for a while.
    expect(cellsWith([], needs)).toBe(26_000 + 26_000 + 5000 + 7000 + 26_000);
  });
});

describe('a spreadsheet', () => {
  it.each<[string, string, readonly Need[], number | null]>([
    ['with room', '메모 9900000 x 1, used 9 x 1', [tabNeed('지표')], null],
    ['just full afterwards', '메모 9974000 x 1, used 9 x 1', [tabNeed('지표')], null],
    ['too full afterwards', '메모 9974001 x 1, used 9 x 1', [tabNeed('지표')], 10_000_001],
    [
      'too full already, which this does not make worse',
      '메모 10000001 x 1, used 9 x 1',
      [tabNeed('메모')],
      null,
    ],
  ])('%s', (_, table, needs, cells) => {
    const message = overflow(sizes(table), needs)?.message ?? null;
    if (cells === null) expect(message).toBeNull();
    else expect(message).toContain('빈칸까지 10,000,001칸이 되어 구글이 허용하는 10,000,000칸을 넘으므로');
    const refuse = () => refuseOverflow(sizes(table), needs);
    if (cells === null) expect(refuse).not.toThrow();
    else expect(refuse).toThrow('메모 탭 10~9974001행(9,973,992칸)');
  });

  it.each([
    ['of 8,000,000 cells is nearly full', '메모 8000000 x 1, used 9 x 1', 1],
    ['of fewer is not', '메모 7999999 x 1, used 9 x 1', 0],
    ['of 8,000,000 in two tabs is', '메모 4000000 x 1, used 9 x 1\n가 2000000 x 2, used 9 x 1', 1],
  ])('%s', (_, table, told) => {
    const found = nearlyFull(sizes(table));
    expect(found).toHaveLength(told);
    for (const { problem, place } of found) {
      expect(problem).toMatchObject({ code: 'nearly-full', cells: 8_000_000, limit: 10_000_000 });
      expect([place, 'blanks' in problem && problem.blanks[0]?.tabName]).toEqual([null, '메모']);
    }
  });
});

describe('a run that is likely to take longer than four and a half minutes', () => {
  it.each([
    ['few rows', '건의사항 1000 x 26, used 60 x 10', ALONE, null],
    // 1,500,000 cells of figures, and as many of looks.
    [
      'a result tab whose figures and looks are written anew',
      '건의현황 1500000 x 1, used 1500000 x 1\n건의사항 1000 x 26, used 60 x 10',
      { ...ALONE, written: ['suggestions'] as const },
      303,
    ],
    [
      'the same tab where nothing of it is written',
      '건의현황 1500000 x 1, used 1500000 x 1\n건의사항 1000 x 26, used 60 x 10',
      ALONE,
      null,
    ],
    ['a large tab that is blank', '건의사항 380000 x 26, used 60 x 10', ALONE, null],
    ['many suggestions that are seen for the first time', MANY, ALONE, 478],
    ['the same once they were seen', `${MANY}\n처리이력 500001 x 5, used 500001 x 5`, ALONE, null],
    ['many rows in a tab that is not ours', '메모 500000 x 10, used 500000 x 10', ALONE, null],
    [
      'a first closing',
      '소통기록 220000 x 8, used 220000 x 8',
      { ...ALONE, closing: true },
      // 13 cells a row are written.
      Math.round(3 + 17.6 + 11 + 286),
    ],
    [
      'a first closing whose rows are too many to be kept',
      '소통기록 600000 x 8, used 600000 x 8',
      { ...ALONE, closing: true },
      null,
    ],
    ['a run like one that took long', MANY, { ...ALONE, last: { rows: 500_000, seconds: 300 } }, 300],
    ['a run like one that was quick', MANY, { ...ALONE, last: { rows: 500_000, seconds: 40 } }, null],
    ['a run with twice the rows of one', MANY, { ...ALONE, last: { rows: 250_000, seconds: 150 } }, 300],
    ['a run with many more than one', MANY, { ...ALONE, last: { rows: 200_000, seconds: 1 } }, 478],
    ['a run after one that had no rows', MANY, { ...ALONE, last: { rows: 0, seconds: 1 } }, 478],
  ])('%s', (_, table, task, seconds) => {
    const problem = longRun(sizes(table), task)[0]?.problem;
    expect(problem?.code === 'long-run' ? Math.round(problem.seconds) : null).toBe(seconds);
  });

  it('is told at the tab with the most rows, with the rows of all', () => {
    const table =
      '소통기록 1000 x 8, used 900 x 8\n건의사항 500000 x 10, used 400000 x 10\n예산집행 9 x 4, used 9 x 4';
    expect(longRun(sizes(table), ALONE)).toMatchObject([
      {
        problem: { rows: 400_909, budgetSeconds: 270 },
        place: { tab: 'suggestions', row: null, field: null },
      },
    ]);
  });

  it('is not told of a spreadsheet without a tab that people type into', () => {
    expect(
      longRun(sizes('건의현황 3000000 x 1, used 3000000 x 1'), { ...ALONE, written: ['suggestions'] }),
    ).toEqual([]);
  });

  it.each([
    [0, 300, true],
    [500_000, 300, true],
    [700_000, 300, false],
    [1, 361, false],
    [0, 361, false],
    [600_000, 300, true],
  ])('%i cells after %i seconds can still be written: %s', (cells, seconds, isWritable) => {
    expect(isWritableInTime(cells, seconds)).toBe(isWritable);
  });
});
