import { describe, expect, it } from 'vitest';
import type { TabSize } from '../../../src/app/ports.ts';
import {
  blankEdges,
  cellsWith,
  couldFit,
  isWritableInTime,
  longRun,
  recordNeed,
} from '../../../src/app/run/capacity.ts';

/** `소통기록 1000 x 26, used 4 x 5`: a line a tab. */
function sizes(table: string): readonly TabSize[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', ...numbers] = /^\s*(\S+) (\d+) x (\d+), used (\d+) x (\d+)$/.exec(line) ?? [];
      const [rows = 0, columns = 0, usedRows = 0, usedColumns = 0] = numbers.map(Number);
      return { name, rows, columns, used: () => ({ rows: usedRows, columns: usedColumns }) };
    });
}

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

  it.each([
    [0, 300, true],
    [500_000, 300, true],
    [700_000, 300, false],
    [1, 361, false],
  ])('%i cells after %i seconds can still be written: %s', (cells, seconds, isWritable) => {
    expect(isWritableInTime(cells, seconds)).toBe(isWritable);
  });
});
