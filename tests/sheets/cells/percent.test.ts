import { describe, expect, it } from 'vitest';
import { parsePercent } from '../../../src/sheets/cells/percent.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { dateCell, outcome } from '../fixtures.ts';

describe('a percentage', () => {
  it.each<[RawCell, string]>([
    ['54%', '54'],
    ['54', '54'],
    [' 54 % ', '54'],
    ['５４％', '54'],
    ['54퍼센트', '54'],
    ['21.1%', '21.1'],
    [54, '54'],
    ['0', '0'],
    [0, '0'],
    ['100%', '100'],
    [110, '110'],
    // A percent cell holds a share of 1.
    [0.54, '54 (share-for-percent)'],
    ['0.54', '54 (share-for-percent)'],
    [0.291, '29.1 (share-for-percent)'],
    [1, '100 (share-for-percent)'],
    [1.5, '1.5'],
    // With a percent sign the number counts as it is.
    ['0.5%', '0.5'],
    ['1%', '1'],
    ['약 54%', 'flag not-a-percent'],
    ['54%대', 'flag not-a-percent'],
    ['5\n4', 'flag not-a-percent'],
    ['-5%', 'flag not-a-percent'],
    ['54.%', 'flag not-a-percent'],
    ['절반', 'flag not-a-percent'],
    ['', 'flag not-a-percent'],
    [true, 'flag not-a-percent'],
    [dateCell('2024-03-05'), 'flag not-a-percent'],
    ['#REF!', 'flag error-value'],
  ])('typed as %o is %s', (typed, means) => {
    expect(outcome(parsePercent(typed))).toBe(means);
  });

  it('that cannot be read is quoted as typed', () => {
    expect(parsePercent(' 절반 ')).toEqual({ ok: false, flag: { code: 'not-a-percent', found: '절반' } });
  });
});
