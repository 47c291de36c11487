import { describe, expect, it } from 'vitest';
import { dayPeriod, monthPeriod, yearPeriod } from '../../src/domain/date.ts';
import { type RawCell, shownPeriod, shownText } from '../../src/sheets/raw.ts';
import { dateCell } from './fixtures.ts';

describe('a cell, as messages quote it,', () => {
  it.each<[string, RawCell, string]>([
    ['text', ' 송도 ', ' 송도 '],
    ['a number', 0, '0'],
    ['a date', dateCell('2024-03-05'), '2024. 3. 5.'],
    ['a tick box with its tick', true, 'TRUE'],
    ['a tick box without', false, 'FALSE'],
    ['blank', '', ''],
  ])('that holds %s', (_case, cell, shown) => {
    expect(shownText(cell)).toBe(shown);
  });
});

describe('a time', () => {
  it.each([
    ['a day', dayPeriod(dateCell('2024-03-05').date), '2024. 3. 5.'],
    ['a month', monthPeriod(2024, 3), '2024. 3월'],
    ['a year', yearPeriod(2024), '2024년'],
  ])('is as precise as it is known: %s', (_case, period, shown) => {
    expect(period === null ? null : shownPeriod(period)).toBe(shown);
  });
});
