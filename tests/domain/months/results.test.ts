/** Months of pledges measured by results: sums with a baseline, levels and stated percentages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from '../../../src/domain/decimal.ts';
import type { Indicator } from '../../../src/domain/indicators/indicator.ts';
import { changedPast } from '../../../src/domain/months/changed-past.ts';
import {
  type Comparison,
  comparisonOf,
  snapshotNow,
  snapshotOfMonth,
} from '../../../src/domain/months/comparison.ts';
import type { Records, Result } from '../../../src/domain/records.ts';
import { calculate } from '../../../src/domain/report.ts';
import { MONTH_ENDS } from '../any-records.ts';
import { closing, TODAY } from '../closing.ts';
import { date, indicator, period, records, results, source, targets } from '../ledger.ts';

const PATH = indicator({ kind: 'cumulative', name: 'path', unit: 'km', baseline: 3.5, target: 20 });
const WORKS = indicator({ kind: 'level', name: 'works', unit: '%', target: 100 });

const PATHS = '2024-01-03 | 0.1\n2024-01-04 | 0.2';
const LEVELS = '2024-01-10 | 80\n2024-02-10 | 85';

interface Given {
  readonly path?: Indicator;
  readonly works?: Indicator;
  readonly paths?: string;
  readonly levels?: string;
}

/** A book with both indicators. */
function ledger({ path = PATH, works = WORKS, paths = PATHS, levels = LEVELS }: Given = {}): Records {
  return records({
    indicators: [path, works],
    targets: targets('2026 | 20', path),
    results: [...results(path, paths), ...results(works, levels).map(below)],
  });
}

/**
 * Moves a row down: both indicators share a tab, and the rows of the second come below those of the first.
 */
function below({ value, ...result }: Result): Result {
  return { ...result, value: { ...value, row: value.row + 10 } };
}

const JANUARY = closing(ledger(), date('2024-01-31'));

function since(given: Given, asOf = '2024-03-31'): Comparison {
  const now = ledger(given);
  return comparisonOf(
    snapshotOfMonth(JANUARY.record, [JANUARY.record], JANUARY.events),
    snapshotNow(now, calculate(now, { asOf: date(asOf), today: TODAY }), []),
  );
}

function told({ rows, figures, otherCauses }: Comparison): readonly string[] {
  return [
    ...figures
      .filter(({ before, after }) => before !== after)
      .filter(({ figure }) => /^(?:value|target)/.test(figure))
      .map(({ figure, before, after, byRows }) => `${figure}: ${before} > ${after} by rows ${byRows}`),
    ...rows.map(({ kind, row, moved }) =>
      [kind, row, ...moved.map(({ figure, by }) => `${figure} ${by}`)].join(' '),
    ),
    ...otherCauses.map((cause) => ('figure' in cause ? `${cause.kind} ${cause.figure}` : cause.kind)),
  ];
}

it('a month holds the exact values of its results', () => {
  expect(JANUARY.record.figures.indicators).toMatchObject([
    { name: 'path', kind: 'cumulative', unit: 'km', baseline: 3.5, value: 3.8, target: 20, ratePercent: 19 },
    { name: 'works', kind: 'level', baseline: null, value: 80, target: 100, ratePercent: 80 },
  ]);
  expect(JANUARY.events.map(({ fact }) => [fact.tab, fact.row, fact.name, fact.amount])).toEqual([
    ['results', 2, 'path', 0.1],
    ['results', 3, 'path', 0.2],
    ['results', 12, 'works', 80],
  ]);
});

/** The unit km in other spellings, blank, and another unit, with the figures that then differ. */
const SPELLINGS: readonly (readonly [string | null, readonly string[]])[] = [
  ['㎞', []],
  ['K M', []],
  [null, []],
  ['m', ['measured value of path']],
];

describe('since a closed month', () => {
  const CASES: readonly { what: string; given: Given; asOf?: string; is: readonly string[] }[] = [
    { what: 'nothing', given: {}, asOf: '2024-01-31', is: [] },
    {
      what: 'a sum grew by a row of a later date',
      given: { paths: `${PATHS}\n2024-02-05 | 1.25` },
      asOf: '2024-02-09',
      is: ['value of path: 3.8 > 5.05 by rows 1.25', 'added 4 value of path 1.25'],
    },
    {
      what: 'a correction, dated back',
      given: { paths: `${PATHS}\n2024-01-05 | -0.1` },
      asOf: '2024-01-31',
      is: ['value of path: 3.8 > 3.7 by rows -0.1', 'backdated 4 value of path -0.1'],
    },
    {
      what: 'a level is another by its last row alone',
      given: { levels: `${LEVELS}\n2024-03-10 | 88` },
      is: ['value of works: 80 > 88 by rows null', 'added 13', 'added 14 value of works 8'],
    },
    {
      what: 'the last row of a level was corrected',
      given: { levels: '2024-01-10 | 81' },
      is: ['value of works: 80 > 81 by rows null', 'changed 12 value of works 1'],
    },
    {
      what: 'the last row of a level is gone',
      given: { levels: '2024-01-02 | 70' },
      asOf: '2024-01-31',
      is: ['value of works: 80 > 70 by rows null', 'changed 12 value of works -10'],
    },
    {
      what: 'a row between, which moves nothing',
      given: { levels: '2024-01-05 | 10\n2024-01-10 | 80' },
      asOf: '2024-01-31',
      is: ['backdated 12'],
    },
    {
      what: 'another baseline, which is no row',
      given: { path: { ...PATH, baseline: 4 } },
      asOf: '2024-01-31',
      is: ['value of path: 3.8 > 4.3 by rows 0', 'baseline value of path'],
    },
    {
      what: 'another baseline of a level, which changes its rate alone',
      given: { works: { ...WORKS, baseline: 200 } },
      asOf: '2024-01-31',
      is: ['baselineOfRate rate of works'],
    },
    ...SPELLINGS.map(([unit, is]) => ({
      what: `its unit is written ${unit}`,
      given: { path: { ...PATH, unit } },
      asOf: '2024-01-31',
      is,
    })),
    {
      what: 'another target',
      given: { path: { ...PATH, target: 25 } },
      asOf: '2024-01-31',
      is: ['target of path: 20 > 25 by rows null', 'target target of path'],
    },
    {
      what: 'the indicator of the pledge renamed, which moves no row',
      given: { path: { ...PATH, name: 'way' } },
      asOf: '2024-01-31',
      is: [],
    },
    {
      what: 'the indicator renamed and a row of it corrected, which moves it by that row',
      given: { path: { ...PATH, name: 'way' }, paths: '2024-01-03 | 0.4\n2024-01-04 | 0.2' },
      asOf: '2024-01-31',
      is: ['value of way: 3.8 > 4.1 by rows 0.3', 'changed 2 value of way 0.3'],
    },
    {
      what: 'a level renamed and its last row gone, which moves it back by that row',
      given: { works: { ...WORKS, name: 'building' }, levels: '2024-01-02 | 70' },
      asOf: '2024-01-31',
      is: ['value of building: 80 > 70 by rows null', 'changed 12 value of building -10'],
    },
  ];
  it.each(CASES)('is reported: $what', ({ given, asOf, is }) => {
    expect(told(since(given, asOf))).toEqual(is);
  });

  it('is reported in the unit of each indicator', () => {
    expect(since({}).units).toEqual(
      new Map([
        ['value of path', 'km'],
        ['target of path', 'km'],
        ['value of works', '%'],
        ['target of works', '%'],
      ]),
    );
  });
});

describe('an edit of the past', () => {
  const ends = ['2024-01-31', '2024-02-29'].map(date);
  const frozen = ends.map((asOf) => closing(ledger(), asOf).record);
  const CASES: readonly { what: string; given: Given; is: readonly string[] }[] = [
    { what: 'none', given: {}, is: [] },
    { what: 'a row to come', given: { paths: `${PATHS}\n2024-03-05 | 9` }, is: [] },
    {
      what: 'a row more in a sum',
      given: { paths: `${PATHS}\n2024-02-05 | 0.7` },
      is: ['2024-02..2024-02 value of path 3.8 > 4.5'],
    },
    {
      what: 'a level of then',
      given: { levels: LEVELS.replace('80', '78') },
      is: ['2024-01..2024-01 value of works 80 > 78'],
    },
    { what: 'another baseline', given: { path: { ...PATH, baseline: 5 } }, is: [] },
    { what: 'another name', given: { works: { ...WORKS, name: 'building' } }, is: [] },
    { what: 'another kind', given: { works: { ...WORKS, kind: 'cumulative' } }, is: [] },
  ];
  it.each(CASES)('is reported: $what', ({ given, is }) => {
    const findings = changedPast(ledger(given), [], frozen, TODAY);
    expect(
      findings.map(({ problem }) =>
        problem.code === 'past-month-changed'
          ? `${problem.month}..${problem.lastMonth} ${problem.figure} ${problem.frozen} > ${problem.now}`
          : problem.code,
      ),
    ).toEqual(is);
  });
});

describe('any results', () => {
  const anyDay = fc.constantFrom(
    '2023-10-05',
    '2023-12-31',
    '2024-01-03',
    '2024-02',
    '2024-03-31',
    '2024-05-09',
  );
  const anyRows = fc.array(
    fc.record({
      of: fc.constantFrom(PATH, WORKS),
      day: anyDay,
      value: fc.integer({ min: -999, max: 99_999 }).map((hundredths) => hundredths / 100),
    }),
    { maxLength: 9 },
  );
  const bookOf = (rows: readonly { of: Indicator; day: string; value: number }[]) =>
    records({
      indicators: [PATH, WORKS],
      targets: targets('2026 | 20', PATH),
      results: rows.map(({ of, day, value }, index) => ({
        pledge: '',
        indicator: of,
        date: period(day),
        content: null,
        value: source('results', index + 2, String(value)),
      })),
    });
  const end = fc.constantFrom(...MONTH_ENDS);

  it('the rows add up to the change of a sum, and a single row changed a level', () => {
    fc.assert(
      fc.property(anyRows, anyRows, end, end, (before, after, first, second) => {
        const { record, events } = closing(bookOf(before), first);
        const now = bookOf(after);
        const comparison = comparisonOf(
          snapshotOfMonth(record, [record], events),
          snapshotNow(now, calculate(now, { asOf: second, today: TODAY }), []),
        );
        expect(comparison.rowsUnknownSince).toBeNull();
        expect(comparison.otherCauses).toEqual([]);
        const movesOf = (figure: string) =>
          comparison.rows.flatMap(({ moved }) => moved.filter((move) => move.figure === figure));
        for (const { figure, before: was, after: is, byRows } of comparison.figures) {
          const by = exactSum([is ?? 0, -(was ?? 0)]);
          if (figure === 'value of path') expect(byRows).toBe(by);
          if (figure === 'value of works' && by !== 0) expect(movesOf(figure)).toEqual([{ figure, by }]);
        }
      }),
    );
  });

  it('a month that nobody edited is as it was closed', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const given = bookOf(rows);
        const frozen = MONTH_ENDS.map((asOf) => closing(given, asOf).record);
        expect(changedPast(given, [], frozen, TODAY)).toEqual([]);
      }),
    );
  });
});
