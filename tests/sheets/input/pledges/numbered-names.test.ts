/** 분류 with a column of 공약번호: its names belong to a pledge as the rows of every other tab do. */
import { expect, it } from 'vitest';
import { bookOf, TERM } from '../../small-book.ts';

const withNumber = (number: string) =>
  bookOf({
    pledge: TERM,
    classification: `공약번호 | 종류 | 이름\n${number} | 처리상황 | 장기과제`,
    suggestions: '접수번호 | 접수일 | 출처 | 처리상황\n1 | 2023. 5. 1. | 방문 | 장기과제',
  });

it.each(['1-1', '01－01', ''])('a name with 공약번호 %o is one of the pledge', (number) => {
  const { report, codes, accounts } = withNumber(number);
  expect(report.suggestions?.all.statuses['own:장기과제']?.value).toBe(1);
  expect(codes).not.toContain('another-pledge');
  expect(accounts.classification).toMatchObject({ read: 1, excluded: 0 });
});

it('a name with another 공약번호 is told of and left out', () => {
  const { found, accounts } = withNumber('2-7');
  expect(found).toContain('분류 A2 another-pledge');
  expect(accounts.classification).toMatchObject({ read: 1, excluded: 1 });
});
