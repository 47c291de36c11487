/** What a run is told before it reads a row: that it will be long, has little room, or cannot be. */
import { describe, expect, it } from 'vitest';
import { type Closing, NOTHING_TO_CLOSE } from '../../../src/app/months/close-months.ts';
import type { Log, Workbook, WritePlan } from '../../../src/app/ports.ts';
import type { Addition } from '../../../src/app/records/status-history.ts';
import { recordNeed } from '../../../src/app/run/capacity.ts';
import { lookAhead } from '../../../src/app/run/look-ahead.ts';
import { RUN_LOG_LAYOUT } from '../../../src/app/run/run-log.ts';
import { OutOfRoom } from '../../../src/app/stopped-run.ts';
import { textCell } from '../../../src/sheets/output/grid/grid.ts';
import { sizes } from './sizes.ts';

const START = { action: '전체 다시 계산', closing: false, results: ['summary'], log: null } as const;
const NOTHING_SEEN: Addition = { needs: [], append: () => undefined };
const SMALL = '소통기록 1000 x 26, used 4 x 5';
/** Nine million cells, none of them blank. */
const FULL = '메모 9000000 x 1, used 9000000 x 1';

/** @param lines rows of 실행기록 below its headings; the log has room for one more */
function ahead(table: string, start: Partial<Parameters<typeof lookAhead>[1]> = {}) {
  const announced: string[] = [];
  const pace = { step: () => undefined, announce: (text: string) => void announced.push(text) };
  const workbook = { sizes: () => sizes(table) } as Partial<Workbook> as Workbook;
  return { ...lookAhead({ workbook, pace }, { ...START, ...start }), announced };
}

function runLog(...rows: readonly (readonly (string | number)[])[]): Log {
  return {
    raw: { name: '실행기록', rows: [RUN_LOG_LAYOUT.columns.map(({ heading }) => heading), ...rows] },
    room: (added) => ({ rows: 1 + rows.length + added, columns: 13 }),
    prepare: () => undefined,
    append: () => 0,
    rewrite: () => undefined,
  };
}

/** A finished run of so many rows and seconds. */
const timed = (action: string, rows: number, seconds: number) => [
  '2024-04-02 10:00:00',
  action,
  '2024-03-31',
  ...[rows, rows, 0, 0, 0, 0],
  '마침',
  seconds,
];

describe('before a run', () => {
  const slow = runLog(timed('전체 다시 계산', 1000, 300));
  it.each<[string, string, Partial<Parameters<typeof lookAhead>[1]>, readonly string[], boolean]>([
    ['nothing is said of a small book', SMALL, {}, [], false],
    ['a nearly full spreadsheet is told in 점검 alone', FULL, {}, ['nearly-full'], false],
    [
      'a run that will be long is told at once too',
      '건의사항 500000 x 10, used 500000 x 10',
      {},
      ['long-run'],
      true,
    ],
    ['both are told', '건의사항 900000 x 10, used 900000 x 10', {}, ['nearly-full', 'long-run'], true],
    ['the last run like it took long', '소통기록 1000 x 8, used 1000 x 8', { log: slow }, ['long-run'], true],
    [
      'the last run took long, but another action did',
      '소통기록 1000 x 8, used 1000 x 8',
      { log: slow, action: '예산 집행 다시 계산' },
      [],
      false,
    ],
    [
      'its closing will be long',
      '소통기록 220000 x 8, used 220000 x 8',
      { closing: true },
      ['long-run'],
      true,
    ],
    [
      'it will write a large tab anew',
      '요약 1500000 x 1, used 1500000 x 1\n소통기록 1000 x 8, used 9 x 8',
      {},
      ['long-run'],
      true,
    ],
  ])('%s', (_, table, start, codes, isAnnounced) => {
    const { findings, announced } = ahead(table, start);
    expect(findings.map(({ problem }) => problem.code)).toEqual(codes);
    expect(announced.length === 1 && announced[0]?.includes('걸릴 것으로 보입니다')).toBe(isAnnounced);
  });

  it.each<[string, string, Partial<Parameters<typeof lookAhead>[1]>, boolean]>([
    ['is refused where no result tab fits', '메모 9999999 x 1, used 9999999 x 1', {}, true],
    [
      'goes on where its tabs are there',
      '메모 9973999 x 1, used 1 x 1\n요약 1000 x 26, used 9 x 9',
      {},
      false,
    ],
    [
      'is refused where only its line in 실행기록 does not fit',
      '메모 9973999 x 1, used 1 x 1\n요약 1000 x 26, used 9 x 9',
      { log: runLog() },
      true,
    ],
    [
      'goes on where a tab that is not ours has the name 실행기록',
      '메모 9973999 x 1, used 1 x 1\n요약 1000 x 26, used 9 x 9\n실행기록 1 x 1, used 1 x 1',
      {},
      false,
    ],
  ])('it %s', (_, table, start, isRefused) => {
    const looked = () => ahead(table, start);
    if (isRefused) expect(looked).toThrow(OutOfRoom);
    else expect(looked).not.toThrow();
  });
});

const gridOf = (rows: number): WritePlan['grids'][number] => ({
  tab: 'summary',
  grid: { rows: Array(rows).fill([textCell('요약')]), columnWidths: [80], frozenRows: 1, rowHeights: [] },
});
const LONG = recordNeed('statusHistory', { rows: 100_000, columns: 20 });

/** What a run is going to write. */
interface Fitting {
  readonly log: Log;
  readonly grids: WritePlan['grids'];
  readonly seen: Addition;
  readonly closing: Closing;
}

describe('the rows behind a month', () => {
  /** A month whose record takes one row, and the rows behind it so many. */
  const month = (rows: number): Closing => ({
    ...NOTHING_TO_CLOSE,
    months: ['2024-03'],
    rowCells: rows * 13,
    needs: [
      recordNeed('monthlyRows', { rows, columns: 13 }),
      recordNeed('monthlyRecords', { rows: 2, columns: 20 }),
    ],
    withoutRows: () => ({
      ...NOTHING_TO_CLOSE,
      months: ['2024-03'],
      needs: [recordNeed('monthlyRecords', { rows: 2, columns: 20 })],
    }),
  });

  it.each<[string, string, number, number, 'kept' | 'left out' | 'stopped']>([
    ['few rows are kept', SMALL, 10, 0, 'kept'],
    ['a month without rows is as it is', SMALL, 0, 0, 'kept'],
    ['as many rows as can be written in time are kept', SMALL, 200_000, 90, 'kept'],
    ['more rows than can be written in time are not', SMALL, 200_000, 110, 'left out'],
    [
      'rows that fit only once blank cells are deleted end the run, so that none is lost',
      '메모 9000000 x 1, used 1 x 1',
      200_000,
      0,
      'stopped',
    ],
    ['rows that never fit are not kept', FULL, 200_000, 0, 'left out'],
  ])('%s', (_, table, rows, seconds, outcome) => {
    const { fitting } = ahead(table);
    const whole = month(rows);
    const fitted = () => fitting([gridOf(1)], NOTHING_SEEN, whole, () => seconds);
    if (outcome === 'stopped') expect(fitted).toThrow(OutOfRoom);
    else expect(fitted() === whole ? 'kept' : 'left out').toBe(outcome);
  });

  it.each<[string, (given: Fitting) => Fitting]>([
    ['a result tab', (given) => ({ ...given, grids: [gridOf(100_000)] })],
    ['what 처리이력 gets', (given) => ({ ...given, seen: { ...NOTHING_SEEN, needs: [LONG] } })],
    ['the record of a month', (given) => ({ ...given, closing: { ...NOTHING_TO_CLOSE, needs: [LONG] } })],
    ['the line in 실행기록', (given) => ({ ...given, log: { ...runLog(), room: () => LONG } })],
  ])('nothing is written where %s does not fit', (_, change) => {
    const fitting = ({ log, grids, seen, closing }: Fitting) =>
      ahead(`${FULL}\n요약 1000 x 26, used 9 x 9\n실행기록 2 x 13, used 2 x 13`, { log }).fitting(
        grids,
        seen,
        closing,
        () => 0,
      );
    const given = { log: runLog(), grids: [gridOf(1)], seen: NOTHING_SEEN, closing: NOTHING_TO_CLOSE };
    expect(() => fitting(given)).not.toThrow();
    expect(() => fitting(change(given))).toThrow(OutOfRoom);
  });
});
