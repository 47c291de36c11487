import { describe, expect, it } from 'vitest';
import { withCommas, won } from '../../src/sheets/numbers.ts';

describe('a number in a sentence', () => {
  it.each([
    [0, '0', '0원'],
    [999, '999', '999원'],
    [1000, '1,000', '1,000원'],
    [1_234_567, '1,234,567', '1,234,567원'],
    [-1920, '-1,920', '△1,920원'],
  ])('%d is %s, and as money %s', (number, count, amount) => {
    expect([withCommas(number), won(number)]).toEqual([count, amount]);
  });
});
