import { expect, it } from 'vitest';
import type { MonthlyIndicator } from '../../../../src/domain/months/monthly-figures.ts';
import { INDICATORS_CELL } from '../../../../src/sheets/output/records/month-cells.ts';

const PATH: MonthlyIndicator = {
  kind: 'cumulative',
  name: '걷는 길',
  unit: 'km',
  baseline: null,
  value: 12.5,
  approximate: false,
  target: 20,
  ratePercent: 62,
};

it.each<[Partial<MonthlyIndicator>, string]>([
  [{}, '걷는 길=12.5km/20(62%)[누적]'],
  [{ value: null, ratePercent: null }, '걷는 길=km/20[누적]'],
  [{ approximate: true, target: null, ratePercent: null }, '걷는 길=약 12.5km[누적]'],
  [{ baseline: -3 }, '걷는 길=12.5km/20(62%)[누적 기준값 -3]'],
  [{ value: 0.0000001, target: 1e-7 }, '걷는 길=0.0000001km/0.0000001(62%)[누적]'],
  [{ value: 1e-10, unit: null }, '걷는 길=0.0000000001/20(62%)[누적]'],
  [{ unit: '3주' }, '걷는 길=12.5\\3주/20(62%)[누적]'],
  [{ unit: '건/일' }, '걷는 길=12.5건\\/일/20(62%)[누적]'],
  [{ kind: 'level', name: null }, '실적=12.5km/20(62%)[현재값]'],
  [{ kind: 'meetings', name: null, unit: '회' }, '누적 소통=12.5회/20(62%)[소통]'],
])('an indicator with %j is written as %s', (given, text) => {
  expect(INDICATORS_CELL.textOf([{ ...PATH, ...given }])).toBe(text);
  expect(INDICATORS_CELL.read(text)).toEqual([{ ...PATH, ...given }]);
});
