import { describe, expect, it } from 'vitest';
import {
  isMeasuredSetting,
  isMoneySetting,
  isNumberSetting,
  isPercentSetting,
  settingNamed,
} from '../../../../src/sheets/input/settings/setting-list.ts';
import { bookOf, TERM } from '../../small-book.ts';

describe('an item of 공약', () => {
  it.each([
    ['이행률', 'percent'],
    ['집행률', 'percent'],
    ['최종목표', 'measured'],
    ['최종 목표치', 'measured'],
    ['기준값', 'measured'],
    ['공약번호', 'number'],
    ['번호', 'number'],
    ['총사업비(천원)', 'money'],
    ['집행액', 'money'],
    ['누적실적', 'other'],
    ['건의건수', 'other'],
    ['시작연도', 'other'],
    ['모르는 것', 'other'],
  ])('%s is of the sort %s', (item, sort) => {
    expect({
      percent: isPercentSetting(item),
      measured: isMeasuredSetting(item),
      number: isNumberSetting(item),
      money: isMoneySetting(item),
    }).toEqual({
      percent: sort === 'percent',
      measured: sort === 'measured',
      number: sort === 'number',
      money: sort === 'money',
    });
  });

  it('총사업비 may be typed with another unit in its name', () => {
    expect(settingNamed('총사업비(천원)')).toBe('총사업비(백만원)');
  });
});

describe('비율 처리', () => {
  it.each([
    ['절사', 19],
    ['버림', 19],
    ['내림', 19],
    ['', 19],
    ['반올림', 20],
  ])('%s makes 39 of 200 %d %', (typed, percent) => {
    const { report } = bookOf({
      pledge: `${TERM}\n최종목표 | 200\n비율 처리 | ${typed}`,
      meetings: '일자 | 분류 | 횟수\n2024. 3. 5. | 간담회 | 39',
    });
    expect(report.rate.percent).toBe(percent);
  });
});

describe('총사업비', () => {
  it.each([
    ['비예산', 0],
    ['예산 불필요', 0],
    ['예산비수반', 0],
    ['비예산사업', 0],
    ['27', 27_000_000],
    ['2억', 200_000_000],
    ['모름', null],
  ])('%s is %s won', (typed, won) => {
    expect(bookOf({ pledge: `${TERM}\n총사업비(백만원) | ${typed}` }).report.pledge.totalCostWon).toBe(won);
  });
});

describe('건의 처리기한', () => {
  it.each([
    ['30', 30],
    ['30일', 30],
    ['30건', 365],
    ['', 365],
  ])('%s is %i days', (typed, days) => {
    const { report } = bookOf({ pledge: `${TERM}\n건의 처리기한(일) | ${typed}` });
    expect(report.pledge.handlingLimitDays).toBe(days);
  });
});
