/** The pledges of a book: which one is shown, however its number is spelt, and where every row went. */
import { describe, expect, it } from 'vitest';
import { fieldedReports } from '../../../src/app/compute/compute-book.ts';
import { BOOK, told } from '../office/office-book.ts';

describe('the pledge that is shown', () => {
  it.each<[string | null, string, boolean]>([
    [null, '1-1', false],
    ['1-2', '1-2', true],
    ['1.2', '1-2', true],
    ['１－２', '1-2', true],
    ['1-9', '1-1', false],
  ])('where %j is asked for: %s', (asked, shown, isAskedFor) => {
    const { book } = told({}, asked);
    expect([book.shown?.listed?.number, book.isAskedFor]).toEqual([shown, isAskedFor]);
    expect(book.pledges).toHaveLength(2);
  });

  it('is none in an office without pledges', () => {
    const { book } = told({ pledgeList: '공약번호 | 공약명' }, '1-2');
    expect([book.shown, book.isAskedFor, book.isComputed, book.pledges]).toEqual([null, false, false, []]);
  });
});

describe('the rows of an office', () => {
  it('are counted, wait for their day, or are left out, each once', () => {
    const { book } = told({
      meetings: `${BOOK.meetings}\n1-2 | 2025. 1. 2. | 간담회 | 3\n1-9 | 2024. 3. 6. | 간담회 | 5\n1-2 | 언젠가 | 간담회 | 7`,
      pledgeList: `${BOOK.pledgeList}\n1-1 | 또 | | | | | | |`,
    });
    expect(book.accounts.meetings).toEqual({ read: 4, counted: 1, afterAsOf: 1, excluded: 2, skipped: 0 });
    expect(book.accounts.pledgeList).toEqual({ read: 3, counted: 2, afterAsOf: 0, excluded: 1, skipped: 0 });
    expect(book.accounts.classification).toMatchObject({ counted: 2, afterAsOf: 0, excluded: 0 });
    expect(book.accounts.indicators).toBeUndefined();
  });
});

it('a pledge that has no figures is not in 총괄', () => {
  const [first, second] = told().book.pledges;
  if (first === undefined || second === undefined) throw new Error('no pledges');
  const unknown = { ...second, computed: { ...second.computed, report: null } };
  expect(fieldedReports({ pledges: [first, unknown] })).toEqual([
    { field: '복지', report: first.computed.report },
  ]);
});
