/** 지표 with a column of 공약번호: its rows belong to a pledge as those of every other tab do. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

const results = '지표 | 일자 | 값\n가입 | 2023. 5. 1. | 40';
const withNumber = (number: string, pledge = TERM) =>
  bookOf({ pledge, indicators: `공약번호 | 지표 | 집계 | 최종목표\n${number} | 가입 | 누적 | 80`, results });

describe('a row of 지표', () => {
  it.each(['1-1', '01－01', ''])('with 공약번호 %o is of the pledge', (number) => {
    const { report, codes } = withNumber(number);
    expect(report.indicators.map(({ indicator, value }) => [indicator.name, value.value])).toEqual([
      ['가입', 40],
    ]);
    expect(codes).not.toContain('another-pledge');
  });

  it('with another 공약번호 is told of and left out', () => {
    const { report, found, accounts } = withNumber('2-7');
    expect(report.indicators.map(({ indicator }) => indicator.name)).toEqual([null]);
    expect(found).toContain('지표 A2 another-pledge');
    expect(accounts.indicators).toMatchObject({ read: 1, excluded: 1 });
  });

  it('brings its number into a book whose 공약 has none', () => {
    const unnumbered = TERM.replace('1-1', '');
    const { report, codes } = withNumber('2-7', unnumbered);
    expect(report.indicators.map(({ indicator }) => indicator.name)).toEqual(['가입']);
    expect(codes).not.toContain('several-pledges');
    const { found } = bookOf({
      pledge: unnumbered,
      indicators: '공약번호 | 지표 | 집계 | 최종목표\n2-7 | 가입 | 누적 | 80',
      meetings: '공약번호 | 일자 | 분류 | 횟수\n1-1 | 2023. 5. 1. | | 1',
    });
    expect(found).toContain('지표 A2 several-pledges');
    expect(found).toContain('소통기록 A2 several-pledges');
  });
});
