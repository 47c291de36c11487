import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullUnit, moneyUnitIn, parseMoney } from '../../../src/sheets/cells/money.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { dateCell, outcome } from '../fixtures.ts';

/** Reads a cell below a heading that names this unit. */
const under = (unit: string) => (cell: RawCell) => outcome(parseMoney(cell, unit, unit));
/** Reads a cell below a heading without a unit, in a column of won. */
const plain = (cell: RawCell) => outcome(parseMoney(cell, null, '원'));

describe('an amount', () => {
  it.each<[RawCell, string]>([
    ['1,234천원', '1234000'],
    ['5.7백만원', '5700000'],
    ['3천만원', '30000000'],
    ['1.2억', '120000000'],
    ['1.2억원', '120000000'],
    ['12,000원', '12000'],
    ['12,000 원', '12000'],
    ['１２，０００', '12000'],
    ['3만원', '30000'],
    ['500만 원', '5000000'],
    ['5백만', '5000000'],
    ['0', '0'],
    ['0원', '0'],
    ['.5', 'flag not-an-amount'],
    ['300\n200', 'flag not-an-amount'],
    ['300 200', 'flag not-an-amount'],
    [1_920, '1920'],
    [0, '0'],
    ['△1,920', '-1920 (negative-amount)'],
    ['▲1,920', '-1920 (negative-amount)'],
    ['(1,920)', '-1920 (negative-amount)'],
    ['-1,920', '-1920 (negative-amount)'],
    ['−1,920', '-1920 (negative-amount)'],
    ['△1.2억', '-120000000 (negative-amount)'],
    [-1_920, '-1920 (negative-amount)'],
    ['△0', '0'],
    ['-', 'flag dash-for-an-amount'],
    ['–', 'flag dash-for-an-amount'],
    ['―', 'flag dash-for-an-amount'],
    ['ㅡ', 'flag dash-for-an-amount'],
    ['없음', 'flag dash-for-an-amount'],
    ['1.5원', 'flag not-whole-won'],
    [1.5, 'flag not-whole-won'],
    ['1.2345천원', 'flag not-whole-won'],
    ['1.2340천원', '1234'],
    ['12건', 'flag not-an-amount'],
    ['(1,920', 'flag not-an-amount'],
    ['1,920)', 'flag not-an-amount'],
    ['12,34', 'flag not-an-amount'],
    ['1억 2천만원', '120000000'],
    ['1억2,500만원', '125000000'],
    ['3천5백만원', '35000000'],
    ['1억 3천5백만 원', '135000000'],
    ['2조 1억', '2000100000000'],
    ['5백원', '500'],
    ['₩1,234', '1234'],
    ['￦1,234', '1234'],
    ['\\1,234', '1234'],
    ['금 1,234원정', '1234'],
    ['일금 1,234,000원정', '1234000'],
    ['금1,234원', '1234'],
    ['금 1,234', '1234'],
    ['금 2백만원정', '2000000'],
    ['(1,920)원', '-1920 (negative-amount)'],
    ['(1,920원)', '-1920 (negative-amount)'],
    ['△1,920원', '-1920 (negative-amount)'],
    ['-₩1,920', '-1920 (negative-amount)'],
    ['₩-1,920', '-1920 (negative-amount)'],
    ['3.0', '3'],
    ['1억 5000', 'flag not-an-amount'],
    ['2천만 1억', 'flag not-an-amount'],
    ['1억 2억', 'flag not-an-amount'],
    ['5백', 'flag not-an-amount'],
    ['백만원', 'flag not-an-amount'],
    ['(1,920원)원', 'flag not-an-amount'],
    ['1,234원 5원', 'flag not-an-amount'],
    ['약 3천만원', 'flag not-an-amount'],
    ['54%', 'flag percent-for-an-amount'],
    ['미정', 'flag not-an-amount'],
    [true, 'flag not-an-amount'],
    [dateCell('2024-03-05'), 'flag not-an-amount'],
    ['#REF!', 'flag error-value'],
    ['#N/A', 'flag error-value'],
    ['#VALUE!', 'flag error-value'],
    [1e21, 'flag too-large'],
    [-1e21, 'flag too-large'],
    ['99999999999999999999', 'flag too-large'],
    ['99999999억', 'flag too-large'],
    [Number.NaN, 'flag not-an-amount'],
    [Number.POSITIVE_INFINITY, 'flag too-large'],
  ])('typed as %o in a column of won means %s', (typed, means) => {
    expect(plain(typed)).toBe(means);
  });

  it.each<[string, RawCell, string]>([
    ['백만원', 3, '3000000'],
    ['백만원', '3', '3000000'],
    ['백만원', 5.7, '5700000'],
    ['백만원', '1.8', '1800000'],
    ['백만원', 1.8 + 3.9, '5700000'],
    ['백만원', 0.1 + 0.2, '300000'],
    ['백만원', '27백만원', '27000000'],
    ['백만원', '0.0000001', 'flag not-whole-won'],
    ['백만원', '12,000원', '12000'],
    ['백만원', '1,234천원', '1234000'],
    ['백만원', '₩27,000,000', '27000000'],
    ['백만원', '1억 2천만', '120000000'],
    ['천원', '(1,920)원', '-1920 (negative-amount)'],
    ['천원', '1,234천원', '1234000'],
    ['천원', 1_234.5, '1234500'],
    ['천원', '△1,920', '-1920000 (negative-amount)'],
    ['원', '5.7백만원', '5700000'],
    ['원', '2백만원', '2000000'],
    ['원', '1.2억', '120000000'],
    ['원', '1,234천원', '1234000'],
    ['원', '12,000원', '12000'],
    ['억원', '1.2억', '120000000'],
  ])('under a heading in %s typed as %o means %s', (unit, typed, means) => {
    expect(under(unit)(typed)).toBe(means);
  });

  it('with its own unit below a heading without one is converted exactly, whatever the default', () => {
    expect(outcome(parseMoney('27,000,000원', null, '백만원'))).toBe('27000000');
    expect(outcome(parseMoney('27', null, '백만원'))).toBe('27000000');
  });

  it.each([
    ['원', 1],
    ['천원', 1_000],
    ['천', 1_000],
    ['만원', 10_000],
    ['만', 10_000],
    ['십만원', 100_000],
    ['백만원', 1_000_000],
    ['백만', 1_000_000],
    ['천만원', 10_000_000],
    ['천만', 10_000_000],
    ['억원', 100_000_000],
    ['억', 100_000_000],
    ['십억원', 1_000_000_000],
  ])('of 3 %s is 3 × %d won', (unit, won) => {
    expect(plain(`3${unit}`)).toBe(String(3 * won));
    expect(under(unit)(3)).toBe(String(3 * won));
    expect(moneyUnitIn(`3 ${unit}`)).toBe(fullUnit(unit));
  });

  it.each<RawCell>(['12,000', 12_000, '12건', '미정', '', true, dateCell('2024-03-05')])(
    'typed as %o names no unit',
    (typed) => {
      expect(moneyUnitIn(typed)).toBeNull();
    },
  );

  it.each<[RawCell, string]>([
    [900_000_000_000_000, '900000000000000'],
    ['900조', '900000000000000'],
    ['901조', 'flag too-large'],
    ['9,000,000억', '900000000000000'],
    [900_000_000_000_001, 'flag too-large'],
    ['900000000000001', 'flag too-large'],
  ])('typed as %o is %s: 900조 is the largest that is exact', (typed, means) => {
    expect(plain(typed)).toBe(means);
  });

  it('in millions is exact to the last won, as text and as a number', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), (won) => {
        const millions = `${Math.floor(won / 1_000_000)}.${String(won % 1_000_000).padStart(6, '0')}`;
        expect(under('백만원')(millions)).toBe(String(won));
        expect(under('백만원')(won / 1_000_000)).toBe(String(won));
      }),
    );
  });

  it('is the same with a minus, a triangle or brackets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000_000_000_000 }), (won) => {
        const grouped = won.toLocaleString('en-US');
        for (const typed of [-won, `-${won}`, `△${grouped}`, `▲${grouped}원`, `(${grouped})`]) {
          expect(plain(typed)).toBe(`${-won} (negative-amount)`);
        }
      }),
    );
  });
});
