/** Results against each other: one typed twice, and totals that are typed below them. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

const found = (kind: string, rows: string, more = '') =>
  bookOf({
    pledge: `${TERM}\n확인지표 | 가입\n집계 | ${kind}\n최종목표 | 100`,
    results: `지표 | 일자 | 값 | 내용\n${rows}`,
    ...(more === '' ? {} : { indicators: more }),
  }).found.filter((text) => /doubled-result|subtotal-differs/.test(text));

describe('a result', () => {
  it.each([
    { rows: ['2023. 5. 1. | 4 | 접수', '2023. 5. 1. | 4 | 접수'], is: ['실적기록 B3 doubled-result'] },
    { rows: ['2023. 5. 1. | 4 |', '2023. 5. 1. | 4 |'], is: ['실적기록 B3 doubled-result'] },
    { rows: ['2023. 5. 1. | 4 | 접수', '2023. 5. 1. | 5 | 접수'], is: [] },
    { rows: ['2023. 5. 1. | 4 | 접수', '2023. 5. 2. | 4 | 접수'], is: [] },
    { rows: ['2023. 5. 1. | 4 | 접수', '2023. 5. 1. | 4 | 방문'], is: [] },
    // Two results of one month may well be alike.
    { rows: ['2023. 5월 | 4 |', '2023. 5월 | 4 |'], is: [] },
  ])('$rows', ({ rows, is }) => {
    expect(found('누적', rows.map((row) => `가입 | ${row}`).join('\n'))).toEqual(is);
  });
});

describe('a row of totals', () => {
  const ROWS = '가입 | 2023. 5. 1. | 40 |\n가입 | 2023. 6. 1. | 50.5 |\n가입 | 2023. 7. 1. | 4.7 |';

  it.each([
    { kind: '누적', total: '95.2', is: [] },
    { kind: '누적', total: '95', is: [] },
    { kind: '누적', total: '96', is: ['실적기록 C5 subtotal-differs'] },
    { kind: '누적', total: '95.1', is: ['실적기록 C5 subtotal-differs'] },
    { kind: '현재값', total: '95', is: [] },
    { kind: '자체평가', total: '95', is: [] },
  ])('of $total under values of $kind: $is', ({ kind, total, is }) => {
    expect(found(kind, `${ROWS}\n계 | | ${total} |`)).toEqual(is);
  });

  it('means nothing under several units', () => {
    expect(found('누적', `${ROWS}\n계 | | 95 |`, '지표 | 집계 | 단위\n길이 | 누적 | km')).toEqual([]);
  });
});
