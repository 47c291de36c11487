/** 실행기록 as later runs read it, also after people have moved its columns, put rows above it or typed in it. */
import { describe, expect, it } from 'vitest';
import type { Log, LogRow } from '../../../src/app/ports.ts';
import { columnsIn } from '../../../src/app/records/log-columns.ts';
import {
  brokenRuns,
  healedRow,
  lastTimed,
  RUN_LOG_LAYOUT,
  runLogRow,
  unfinishedBefore,
  unfinishedMark,
} from '../../../src/app/run/run-log.ts';
import type { OutputTab } from '../../../src/sheets/output/tabs.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { dateCell } from '../../sheets/fixtures.ts';

const HEADINGS = RUN_LOG_LAYOUT.columns.map(({ heading }) => heading);
const ALL = '전체 다시 계산';

const logOf = (rows: readonly (readonly RawCell[])[]): Log => ({
  raw: { name: '실행기록', rows },
  room: () => ({ rows: 0, columns: 0 }),
  prepare: () => undefined,
  append: () => 0,
  rewrite: () => undefined,
});

/** The row of a run that read ten rows. */
function run({
  action = ALL,
  outcome = '마침',
  seconds = 2.5,
  unfinished = [],
}: {
  readonly action?: string;
  readonly outcome?: string;
  readonly seconds?: number;
  readonly unfinished?: readonly OutputTab[];
}): LogRow {
  const account = { read: 10, counted: 7, afterAsOf: 1, excluded: 2, skipped: 0 };
  return runLogRow(
    {
      timestamp: '2024-04-02 10:00:00',
      action,
      startedBy: 'sidebar',
      asOf: '2024-03-31',
      accounts: { meetings: account, executions: account },
      findings: [],
    },
    { outcome, seconds, unfinished },
  );
}

const BROKEN = run({ outcome: '끝나지 않음', unfinished: ['summary', 'audit'] });

describe('the row of a run', () => {
  it('has the sums of all tabs, who started it, and the tabs that it leaves unfinished', () => {
    expect(Object.fromEntries(BROKEN.map((cell, column) => [HEADINGS[column], cell]))).toEqual({
      시각: '2024-04-02 10:00:00',
      무엇을: ALL,
      기준일: '2024-03-31',
      '읽은 행': 20,
      집계: 14,
      '빠진 행': 4,
      오류: 0,
      경고: 0,
      알림: 0,
      결과: '끝나지 않음',
      '걸린 초': 2.5,
      실행: '사이드바',
      '끝나지 않은 탭': '요약, 점검',
    });
  });
});

/** What people do to the tab. Its rows, and the column of 끝나지 않은 탭, counted from one. */
const SHAPES: readonly (readonly [
  string,
  (rows: readonly LogRow[]) => readonly (readonly RawCell[])[],
  number,
])[] = [
  ['as it was made', (rows) => [HEADINGS, ...rows], 13],
  ['below three rows of a person', (rows) => [['메모'], [], [''], HEADINGS, ...rows], 13],
  ['with a column put before it', (rows) => [['', ...HEADINGS], ...rows.map((row) => ['', ...row])], 14],
  [
    'with its last column moved to the front',
    (rows) => [HEADINGS, ...rows].map((row) => [row[12] ?? '', ...row.slice(0, 12)]),
    1,
  ],
  ['without a heading of its last column', (rows) => [HEADINGS.slice(0, 12), ...rows], 13],
  ['without any heading', (rows) => [[], ...rows], 13],
];

describe.each(SHAPES)('the tab %s', (_, shaped, column) => {
  it('tells the result tabs where to look, and which an earlier run left unfinished', () => {
    const log = logOf(shaped([run({}), BROKEN, run({ unfinished: ['budget'] })]));
    expect(unfinishedMark(log)).toEqual({ tab: 'runLog', column });
    expect([...unfinishedBefore(log)].sort()).toEqual(['audit', 'budget', 'summary']);
    expect(unfinishedBefore(logOf(shaped([run({})]))).size).toBe(0);
  });

  it('has its headings where they are, and none where they are gone', () => {
    const rows = shaped([BROKEN]);
    const place = rows.findIndex((row) => row.includes('무엇을'));
    expect(columnsIn(rows, RUN_LOG_LAYOUT).headingRow).toBe(place < 0 ? null : place + 1);
  });

  it('gives back each broken run as it was written, with its own row', () => {
    const rows = shaped([run({}), BROKEN]);
    expect(brokenRuns(logOf(rows))).toEqual([
      { row: rows.length, cells: BROKEN, unfinished: ['summary', 'audit'] },
    ]);
  });

  it('tells how long the last completed run of an action took', () => {
    const log = logOf(
      shaped([
        run({ seconds: 9 }),
        run({ seconds: 3, outcome: '마침, 월별기록에 2024년 3월 적음' }),
        run({ seconds: 5, action: '지난달 마감' }),
        run({ seconds: 7, outcome: '계산하지 못함: 마침내' }),
      ]),
    );
    expect(lastTimed(log, ALL)).toEqual({ rows: 20, seconds: 3 });
    expect(lastTimed(log, '지난달 마감')).toEqual({ rows: 20, seconds: 5 });
    expect(lastTimed(log, '예산 집행 다시 계산')).toBeNull();
  });
});

describe('a column of the tab whose heading somebody overtyped', () => {
  /** The cells beside the columns that count hidden cells. */
  const COUNTING = ['', 0, 0, 0];

  it.each<[string, number, readonly RawCell[], number]>([
    ['the last one', 12, [], 14],
    ['the last one, left of the counting cells', 12, COUNTING, 18],
    ['the first one', 0, [], 13],
  ])('is made anew on the right, where the result tabs look: %s', (_, overtyped, beside, column) => {
    const headings = HEADINGS.map((heading, index) => (index === overtyped ? '메모' : heading));
    const log = logOf([[...headings, ...beside], run({})]);
    expect(unfinishedMark(log).column).toBe(column);
    expect(columnsIn(log.raw.rows, RUN_LOG_LAYOUT).places[12]).toBe(column);
  });

  it('leaves the other columns where they are, also where they were moved', () => {
    const moved = (row: readonly RawCell[]) => ['', ...row];
    const headings = HEADINGS.map((heading, index) => (index === 0 ? '메모' : heading));
    const log = logOf([moved(headings), moved(BROKEN), moved(run({ seconds: 3 }))]);
    expect([...unfinishedBefore(log)].sort()).toEqual(['audit', 'summary']);
    expect(lastTimed(log, ALL)).toEqual({ rows: 20, seconds: 3 });
    // The column that is made anew has no cells yet.
    expect(brokenRuns(log)[0]?.cells).toEqual(['', ...BROKEN.slice(1)]);
  });
});

it('a run of which somebody has overtyped the figures has no known duration', () => {
  for (const column of [3, 10]) {
    const row: readonly RawCell[] = run({}).map((cell, index) => (index === column ? '모름' : cell));
    expect(lastTimed(logOf([HEADINGS, row]), ALL)).toBeNull();
  }
});

it('cells that somebody has overtyped in a broken run stay as they are: a day as its text, a tick as a blank', () => {
  const typed: readonly RawCell[] = BROKEN.map((cell, column) => {
    if (column === 0) return dateCell('2024-04-02');
    return column === 8 ? true : cell;
  });
  expect(brokenRuns(logOf([HEADINGS, typed]))[0]?.cells.slice(0, 9)).toEqual([
    '2024-04-02',
    ...BROKEN.slice(1, 8),
    '',
  ]);
});

describe('a broken run after a later one', () => {
  const [broken] = brokenRuns(logOf([HEADINGS, BROKEN]));
  if (broken === undefined) throw new Error('no broken run');

  it.each<[string, readonly OutputTab[], string, string]>([
    ['wrote none of its tabs', ['budget'], '끝나지 않음', '요약, 점검'],
    ['wrote one of them', ['budget', 'audit'], '끝나지 않음', '요약'],
    ['wrote all of them', ['summary', 'audit'], '끝나지 않음 (뒤의 계산에서 바로잡음)', ''],
  ])('that %s', (_, written, outcome, left) => {
    const row = healedRow(broken, written);
    expect([row[9], row[12]]).toEqual([outcome, left]);
    expect(row.filter((_cell, column) => ![9, 12].includes(column))).toEqual(
      BROKEN.filter((_cell, column) => ![9, 12].includes(column)),
    );
  });
});
