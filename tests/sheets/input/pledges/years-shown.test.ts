/** A pledge number that became a day misleads where the cell shows the year too. */
import { expect, it } from 'vitest';
import { yearsShown } from '../../../../src/sheets/input/pledges/years-shown.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell } from '../../fixtures.ts';

const DAY = dateCell('2026-01-06');

/** The rows that are told, of a column with these cells and formats below its heading. */
function told(cells: readonly (readonly [RawCell, string])[], indexes = cells.map((_, at) => at + 1)) {
  let calls = 0;
  const raw = {
    name: '소통기록',
    rows: [['일자', '공약번호'], ...cells.map(([cell]) => ['', cell])],
    formats: () => {
      calls += 1;
      return [['', ''], ...cells.map(([, format]) => ['', format])];
    },
  };
  const findings = yearsShown({ tab: 'meetings', field: 'pledgeNumber' }, raw, indexes, 1);
  return { rows: findings.map(({ place }) => place?.row), findings, calls };
}

it.each<[string, readonly (readonly [RawCell, string])[], readonly number[]]>([
  ['with its year', [[DAY, 'yyyy-mm-dd']], [2]],
  ['with month and day alone', [[DAY, 'm-d']], []],
  [
    'once where it stands twice',
    [
      [DAY, 'yyyy-mm-dd'],
      [DAY, 'yyyy-mm-dd'],
    ],
    [2],
  ],
  [
    'at the first that shows it',
    [
      [DAY, 'm-d'],
      [DAY, 'yyyy-mm-dd'],
    ],
    [3],
  ],
  [
    'each of two',
    [
      [DAY, 'yyyy-mm-dd'],
      [dateCell('2026-01-07'), 'yyyy-mm-dd'],
    ],
    [2, 3],
  ],
  ['but not text', [['2026-01-06', 'yyyy-mm-dd']], []],
])('%s', (_, cells, rows) => {
  expect(told(cells).rows).toEqual(rows);
});

it('it is told with what it is read as, and what it may mean instead', () => {
  expect(told([[DAY, 'yyyy-mm-dd']]).findings).toEqual([
    {
      problem: { code: 'year-of-number', found: '2026. 1. 6.', readAs: '1-6', other: '26-1-6' },
      place: { tab: 'meetings', row: 2, field: 'pledgeNumber' },
    },
  ]);
});

it('only rows that are read count, and formats are asked for only where there is a day', () => {
  expect(told([[DAY, 'yyyy-mm-dd']], [])).toMatchObject({ rows: [], calls: 0 });
  expect(told([['1-6', '@']])).toMatchObject({ rows: [], calls: 0 });
  expect(
    told([
      ['1-6', '@'],
      [DAY, 'm-d'],
    ]).calls,
  ).toBe(1);
  const raw = { name: '소통기록', rows: [[DAY]] };
  expect(yearsShown({ tab: 'meetings', field: 'pledgeNumber' }, raw, [0], 0)).toEqual([]);
});
