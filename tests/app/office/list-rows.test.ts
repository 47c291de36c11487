/** Rows of 공약목록 that are no pledge. */
import { describe, expect, it } from 'vitest';
import { told } from './office-book.ts';

const HEADINGS =
  '연번 | 공약번호 | 공약명 | 분야 | 담당부서 | 집계 | 지표단위 | 기준값 | 최종목표 | 이행구분';
const ROWS = [
  '1 | 1-1 | 쉼터 | 복지 | 복지과 | 누적 | 개소 | 10 | 30 |',
  '2 | 1-2 | 만남 | 행정 | 자치과 | | | | 40 |',
];

describe('a row of totals in the list', () => {
  it.each([
    ['where the number stands', ' | 합계 | 6건'],
    ['where the number stands, spaced', ' | 합 계 | 6건 | | | | | | 70'],
    ['of a field, where the number stands', ' | 복지 소계 | 6건'],
    ['of a field', ' | 6건 | | 복지 소계'],
    ['in the field', ' | 6건 | | 소계'],
    ['beside a name', ' | 6건 | 복지 소계'],
    ['without a number', ' | | 소계 | 6건'],
    ['without a number, of a field', ' | | 복지 소계 | 6건'],
    ['in the department', ' | | | | 합계'],
    ['in a column that nobody knows', '합계 | 24건 | 공약'],
    ['as a number of pledges', '계 | 24 | 공약'],
    ['in brackets', ' | <합계> | 6'],
    ['in full width', ' | ［소　계］ | 6'],
  ])('is no pledge: %s', (_, row) => {
    const { result, findings } = told({ pledgeList: [HEADINGS, ...ROWS, row].join('\n') });
    expect(findings).toEqual(told({ pledgeList: [HEADINGS, ...ROWS].join('\n') }).findings);
    expect(result.overview).toMatchObject({ pledges: 2, meanRatePercent: 50 });
    expect(result.rows.공약목록).toMatchObject({ read: 3, counted: 2, excluded: 0, skipped: 1 });
  });

  it.each([
    ['that ends like the word', '3 | 1-3 | 동네 통계 | 행정 | 자치과'],
    ['of a savings club', '3 | 1-3 | 이웃 두레 계 | 행정 | 자치과'],
    ['of a department of sections', '3 | 1-3 | 민원 | 행정 | 총무과 서무 계'],
    ['that counts a running total', '3 | 1-3 | 민원 | 행정 | 자치과 | 누계 | 건 | | 5'],
    ['whose indicator is a total', '3 | 1-3 | 민원 | 합계출산 | 자치과 | 누적 | 계 | | 5'],
  ])('is not a pledge %s', (_, row) => {
    const { result } = told({ pledgeList: [HEADINGS, ...ROWS, row].join('\n') });
    expect(result.pledges.map(({ number }) => number)).toEqual(['1-1', '1-2', '1-3']);
  });
});
