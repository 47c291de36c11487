/** 22, 23 and 24 in a row of headings are years where they can be nothing else. */
import { expect, it } from 'vitest';
import { shortYear, withYearsWhole } from '../../../../src/sheets/input/years/short-years.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';
import { dateCell } from '../../fixtures.ts';

it.each<[RawCell, number | null]>([
  [23, 2023],
  ['23', 2023],
  [10, 2010],
  [39, 2039],
  [40, 2040],
  [41, null],
  [9, null],
  [2023, null],
  [123, null],
  [-23, null],
  ['23년', null],
  ['', null],
  [true, null],
  [dateCell('2023-01-01'), null],
])('%o may mean %s', (cell, year) => {
  expect(shortYear(cell)).toBe(year);
});

it.each<[string, readonly RawCell[], boolean, readonly RawCell[] | 'as it is']>([
  ['beside a label', ['구분', 22, 23], true, ['구분', 2022, 2023]],
  [
    'beside a label, with blanks and words',
    ['구분', 22, '', '23', '계'],
    true,
    ['구분', 2022, '', 2023, '계'],
  ],
  ['beside years that are certain', ['2021년', '2022년', 23], false, ['2021년', '2022년', 2023]],
  ['beside one such year', ['2022년', 23], false, 'as it is'],
  ['beside one such year and a label', ['구분', '2022년', 23], true, ['구분', '2022년', 2023]],
  ['beside no such year', [22, 23], false, 'as it is'],
  ['alone, beside a label', ['구분', 22], true, 'as it is'],
  ['with a gap', ['구분', 22, 24], true, 'as it is'],
  ['from right to left', ['구분', 23, 22], true, 'as it is'],
  ['with a number that is none', ['구분', 22, 23, 5], true, 'as it is'],
  ['with a day', ['구분', 22, 23, dateCell('2024-01-01')], true, 'as it is'],
  ['where all are whole', ['구분', 2022, 2023], true, 'as it is'],
])('short years %s', (_, row, isLabelled, whole) => {
  expect(withYearsWhole(row, isLabelled)).toEqual(whole === 'as it is' ? row : whole);
});
