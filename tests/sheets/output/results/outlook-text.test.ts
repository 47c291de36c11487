import { expect, it } from 'vitest';
import { dayPeriod, monthPeriod, yearPeriod } from '../../../../src/domain/date.ts';
import type { TargetMet } from '../../../../src/domain/schedule/outlook.ts';
import { targetMetText } from '../../../../src/sheets/output/results/outlook-text.ts';
import { day } from '../../../support/day.ts';

it.each<[TargetMet['metOn'], string]>([
  [null, '아직'],
  [dayPeriod(day('2024-03-05')), '2024. 3. 5.'],
  [monthPeriod(2024, 3), '2024. 3월'],
  [yearPeriod(2024), '2024년'],
  [
    { first: day('2023-06-01'), last: day('2024-05-01'), precision: 'between' },
    '2023. 6. 1. ~ 2024. 5. 1. 사이',
  ],
])('a target that was met in %j: %s', (metOn, says) => {
  expect(targetMetText({ year: 2024, planned: 25, metOn, isLost: false })).toBe(says);
});

it('a target that was met and is no longer', () => {
  expect(targetMetText({ year: 2024, planned: 25, metOn: null, isLost: true })).toBe('이루었다가 못 미침');
});
