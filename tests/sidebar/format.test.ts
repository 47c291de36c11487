import { describe, expect, it } from 'vitest';
import { withCommas } from '../../src/sheets/numbers.ts';
import {
  countText,
  dateText,
  durationText,
  momentText,
  moneyUnit,
  placeText,
} from '../../src/sidebar/format.ts';

describe('numbers and dates as the sidebar shows them', () => {
  it.each([
    [withCommas(0), '0'],
    [withCommas(999), '999'],
    [withCommas(1_234_567), '1,234,567'],
    [countText({ value: 108, approximate: false }, '회'), '108회'],
    [countText({ value: 1500, approximate: true }, '명'), '약 1,500명'],
    [countText({ value: 0, approximate: false }, '회'), '0회'],
    [countText({ value: null, approximate: false }, '회'), '–'],
    [dateText('2024-03-05'), '2024. 3. 5.'],
    [momentText('2024-03-05 09:05:59'), '2024. 3. 5. 09:05'],
    [durationText(0), '1초 미만'],
    [durationText(0.99), '1초 미만'],
    [durationText(1.4), '1초'],
    [durationText(59.4), '59초'],
    [durationText(59.6), '1분 0초'],
    [durationText(125), '2분 5초'],
    [placeText('소통기록', 'B12'), '소통기록 B12'],
    [placeText('소통기록', '12:12'), '소통기록 12행'],
    [placeText('소통기록', ''), '소통기록 탭'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it.each([
    [[27_000_000, 5_700_000, null], '백만원', ['27.0', '5.7', '–']],
    [[27_000_000, 5_700_001], '원', ['27,000,000', '5,700,001']],
    [[-1_500_000, 0], '백만원', ['△1.5', '0.0']],
    [[null], '백만원', ['–']],
  ])('amounts of %j are in %s', (amounts, name, texts) => {
    const unit = moneyUnit(amounts);
    expect([unit.name, amounts.map((won) => unit.text(won))]).toEqual([name, texts]);
  });
});
