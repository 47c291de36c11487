/** An indicator may have a name that reads like a total. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

const bookWith = (name: string) =>
  bookOf({
    pledge: TERM,
    indicators: `지표 | 집계 | 단위 | 최종목표\n이용자 | 현재값 | 명 | 90\n${name} | 누적 | 명 | 80`,
    results: `지표 | 일자 | 값\n이용자 | 2023. 5. 1. | 30\n${name} | 2023. 5. 1. | 40`,
  });

describe('a row of 지표', () => {
  it.each(['이용자 누계', '이용자 합계', '회원 계', '2024년 계'])('is an indicator: %s', (name) => {
    const { report, accounts } = bookWith(name);
    expect(report.indicators.map(({ indicator, value }) => [indicator.name, value.value])).toEqual([
      ['이용자', 30],
      [name, 40],
    ]);
    expect([accounts.indicators, accounts.results]).toMatchObject([{ skipped: 0 }, { skipped: 0 }]);
  });

  it.each(['합계', '<계>', '소 계'])('is one of totals: %s', (name) => {
    const { report, accounts } = bookWith(name);
    expect(report.indicators.map(({ indicator }) => indicator.name)).toEqual(['이용자']);
    expect(accounts.indicators).toMatchObject({ skipped: 1 });
  });
});
