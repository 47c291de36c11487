/** 처리 and 별칭 beside words that are built in. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../small-book.ts';

const withRow = (row: string, more = {}) =>
  bookOf({ pledge: TERM, classification: `종류 | 이름 | 별칭 | 추진일정 | 처리\n${row}`, ...more });

describe('처리', () => {
  const suggestions = '접수번호 | 접수일 | 출처 | 처리상황\n1 | 2022. 7. 1. | 방문 | ';
  const OPEN = 'suggestions-open-long';

  it.each([
    { row: '처리상황 | 추진중 | | | 끝', status: '추진중', is: ['end-of-built-in'] },
    { row: '처리상황 | 완료 | | | 진행', status: '완료', is: ['end-of-built-in'] },
    { row: '처리상황 | 처리완료 | 완료 | | 진행', status: '완료', is: ['end-of-built-in'] },
    { row: '이행구분 | 일부추진 | | | 끝', status: '완료', is: ['end-of-built-in'] },
    { row: '처리상황 | 추진중 | | | 진행', status: '추진중', is: [OPEN] },
    { row: '처리상황 | 완료 | | | 끝', status: '완료', is: [] },
    { row: '처리상황 | 추진중 | | |', status: '추진중', is: [OPEN] },
    { row: '처리상황 | 수용불가 | | | 끝', status: '수용불가', is: [] },
    { row: '처리상황 | 수용불가 | | | 진행', status: '수용불가', is: [OPEN] },
  ])('of "$row" is used or told of', ({ row, status, is }) => {
    const { codes } = withRow(row, { suggestions: `${suggestions}${status}` });
    expect(codes.filter((code) => code === 'end-of-built-in' || code === OPEN)).toEqual(is);
  });
});

describe('a name whose alias is a name of a built-in word', () => {
  const budgetPlans = '연도 | 재원 | 금액(백만원)\n2023 | 국비 | 5\n2023 | 국가 | 7';
  const fundsOf = (rows: string) => {
    const { report, codes } = withRow(rows, { budgetPlans });
    const lines = Object.values(report.budget?.bySource ?? {});
    const planned = lines.flatMap((line) => line.planned.value ?? []).filter((won) => won > 0);
    return { fundingSources: planned, isTold: codes.includes('doubled-name') };
  };

  it('renames it', () => {
    expect(fundsOf('재원 | 국가 | 국비')).toEqual({ fundingSources: [12_000_000], isTold: false });
  });

  it('does not where a row has the built-in one under its own name', () => {
    expect(fundsOf('재원 | 국비 | \n재원 | 국가 | 국비')).toEqual({
      fundingSources: [5_000_000, 7_000_000],
      isTold: true,
    });
  });
});

it.each([
  ['2023', '2023. 2. 1.'],
  ['2023. 2. 1.', '2023'],
])('the days of the longest open suggestion count from its last possible day: %s and %s', (first, second) => {
  const suggestions = `접수번호 | 접수일 | 출처 | 처리상황\n1 | ${first} | 방문 | 추진중\n2 | ${second} | 방문 | 추진중`;
  const { findings } = bookOf({ pledge: TERM, suggestions });
  const { what } = findings.find(({ code }) => code === 'suggestions-open-long') ?? { what: '' };
  expect(what).toContain('424일');
});
