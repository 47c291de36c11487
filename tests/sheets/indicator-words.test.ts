import { expect, it } from 'vitest';
import { progressOf } from '../../src/domain/indicators/progress.ts';
import { digitsShown, titleOfIndicator } from '../../src/sheets/indicator-words.ts';
import { date, indicator, pledge, results, targets } from '../domain/ledger.ts';

/** For example, 12.45 km of 12.5 is never shown as 12 of 13. */
it.each([
  { asked: null, value: '3', target: 20, planned: '10', digits: 0, why: 'nothing has a decimal' },
  { asked: 1, value: '3', target: 20, planned: '10', digits: 1, why: 'one is asked for' },
  { asked: 0, value: '3', target: 12.5, planned: '10', digits: 1, why: 'the target has one' },
  { asked: 0, value: '12.45', target: 20, planned: '10', digits: 2, why: 'the value has two' },
  { asked: 0, value: '3', target: 20, planned: '7.25', digits: 2, why: 'the plan of a year has two' },
  {
    asked: 3,
    value: '12.45',
    target: 12.5,
    planned: '7.25',
    digits: 3,
    why: 'more are asked for than there are',
  },
])('values are shown with $digits digits: $why', ({ asked, value, target, planned, digits }) => {
  const measured = indicator({ kind: 'cumulative', unit: 'km', target, digits: asked });
  const entries = results(measured, `2023-05-01 | ${value}`).map(({ date: on, value: amount }) => ({
    date: on,
    amount,
  }));
  const measure = { years: [2023, 2024], asOf: date('2024-03-31'), precision: pledge().ratePrecision };
  expect(digitsShown(progressOf(measured, entries, targets(`2024 | ${planned}`, measured), measure))).toBe(
    digits,
  );
});

it.each([
  [{ name: '쉼터' }, 1, ''],
  [{ name: '쉼터' }, 2, '쉼터: '],
  [{ name: null, kind: 'meetings' }, 2, '소통: '],
  [{ name: null, kind: 'level' }, 2, '이름 없는 지표: '],
  [{ name: null, kind: 'level' }, 1, ''],
] as const)('the title of a table about %j, one of %i, begins with %j', (given, count, title) => {
  expect(titleOfIndicator(indicator(given), Array.from({ length: count }))).toBe(title);
});
