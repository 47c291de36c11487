import { describe, expect, it } from 'vitest';
import { namesPercents, withPercentsShown } from '../../../../src/sheets/input/indicators/percent-cells.ts';
import { rawTab } from '../../fixtures.ts';

describe('a number that is shown as a percentage', () => {
  it.each([
    { cell: 0.88, format: '0%', is: '88%' },
    { cell: 1, format: '0.00%', is: '100%' },
    { cell: 0.57, format: '0%', is: '57%' },
    { cell: 0.915, format: '0.0%', is: '91.5%' },
    { cell: 0.88, format: '0.00', is: 0.88 },
    { cell: 88, format: '0"%"', is: 88 },
    { cell: 88, format: '0\\%', is: 88 },
    { cell: '88%', format: '@', is: '88%' },
  ])('$cell as $format is $is', ({ cell, format, is }) => {
    const raw = { name: '실적기록', rows: [[cell]], formats: () => [[format]] };
    expect(withPercentsShown(raw).rows).toEqual([[is]]);
  });

  it('is left as it stands where nobody can say how it is shown', () => {
    expect(withPercentsShown({ name: '실적기록', rows: [[0.88]] }).rows).toEqual([[0.88]]);
  });
});

it.each([
  ['지표단위 | %', true],
  ['지표단위 | 퍼센트', true],
  ['집계 | 자체평가', true],
  ['지표단위 | 회', false],
  ['이행률 | 54%', false],
])('settings with %s name percentages: %s', (row, is) => {
  expect(namesPercents(rawTab('공약', `항목 | 값\n${row}`))).toBe(is);
});
