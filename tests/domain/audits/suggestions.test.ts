import { describe, expect, it } from 'vitest';
import {
  breakdownsNotCopied,
  completedHasDate,
  handledAfterReceived,
  suggestionsHaveStatus,
  suggestionsNotOpenTooLong,
  totalsNotCopied,
} from '../../../src/domain/audits/suggestions.ts';
import { pledge, suggestions } from '../ledger.ts';
import { findingsOf, said } from './said.ts';

describe('a suggestion handled', () => {
  it.each([
    {
      case: 'the day before it was received',
      row: '2024-02-09 | visit | 1 | completed | 2024-02-08',
      says: ['suggestions 2 handledOn: handled-before-received'],
    },
    { case: 'the same day', row: '2024-02-09 | visit | 1 | completed | 2024-02-09', says: [] },
    {
      case: 'in the month of its receipt, as far as is known',
      row: '2024-02-09 | visit | 1 | completed | 2024-02',
      says: [],
    },
    {
      case: 'in the month before',
      row: '2024-02-09 | visit | 1 | completed | 2024-01',
      says: ['suggestions 2 handledOn: handled-before-received'],
    },
    { case: 'received in some month', row: '2024-02 | visit | 1 | completed | 2024-02-01', says: [] },
    { case: 'nobody knows when', row: '2024-02-09 | visit | 1 | completed', says: [] },
  ])('$case', ({ row, says }) => {
    expect(said(handledAfterReceived, { suggestions: suggestions(row) })).toEqual(says);
  });
});

it.each([
  { status: 'completed', on: '', says: ['suggestions 2 handledOn: completed-without-date'] },
  { status: 'completed', on: '2024-03-01', says: [] },
  { status: 'inProgress', on: '', says: [] },
  { status: 'transferred', on: '', says: [] },
  { status: '', on: '', says: [] },
])('status "$status" on "$on"', ({ status, on, says }) => {
  expect(
    said(completedHasDate, { suggestions: suggestions(`2024-02-09 | visit | 1 | ${status} | ${on}`) }),
  ).toEqual(says);
});

describe('suggestions without a status', () => {
  it('are counted for each occasion, with its total', () => {
    const table =
      '2024-01-09 | visit | 3\n2024-01-10 | visit | 2\n2024-01-11 | visit | 1 | planned\n2023-01-09 | visit | 4\n2024-01-09 | | 1';
    expect(
      findingsOf(suggestionsHaveStatus, { suggestions: suggestions(table) }).map(({ problem }) => problem),
    ).toEqual([
      { code: 'suggestions-without-status', year: 2023, occasion: 'visit', count: 4, total: 4 },
      { code: 'suggestions-without-status', year: 2024, occasion: 'visit', count: 5, total: 6 },
      { code: 'suggestions-without-status', year: 2024, occasion: null, count: 1, total: 1 },
    ]);
  });

  it.each([
    { case: 'none', table: '2024-01-09 | visit | 3 | planned' },
    { case: 'a row that counts none', table: '2024-01-09 | visit | 0' },
    { case: 'received after the as-of date', table: '2025-01-09 | visit | 3' },
  ])('$case', ({ table }) => {
    expect(said(suggestionsHaveStatus, { suggestions: suggestions(table) })).toEqual([]);
  });
});

describe('suggestions open on 2024-12-31, with a limit of 100 days', () => {
  it.each([
    {
      case: 'for 101 days',
      table: '2024-09-21 | visit | 2 | inProgress',
      problems: [{ count: 2, days: 101, limit: 100 }],
    },
    { case: 'for 100 days', table: '2024-09-22 | visit | 2 | inProgress', problems: [] },
    { case: 'without a status', table: '2024-01-09 | visit | 2', problems: [{ count: 2 }] },
    {
      case: 'no longer',
      table:
        '2024-01-09 | visit | 2 | completed | 2024-03-01\n2024-01-09 | visit | 2 | notFeasible\n2024-01-09 | visit | 2 | transferred',
      problems: [],
    },
    {
      case: 'since some day of September, perhaps for less',
      table: '2024-09 | visit | 2 | inProgress',
      problems: [],
    },
    {
      case: 'some for long, some not, the oldest named',
      table:
        '2024-03-01 | visit | 2 | planned\n2024-01-01 | visit | 1 | planned\n2024-12-01 | visit | 5 | planned',
      problems: [{ count: 3, days: 365 }],
    },
    {
      case: 'for two occasions',
      table: '2024-01-01 | visit | 1 | planned\n2023-01-01 | visit | 1 | planned',
      problems: [{ year: 2023 }, { year: 2024 }],
    },
  ])('$case', ({ table, problems }) => {
    const given = { pledge: pledge({ handlingLimitDays: 100 }), suggestions: suggestions(table) };
    expect(findingsOf(suggestionsNotOpenTooLong, given).map(({ problem }) => problem)).toMatchObject(
      problems,
    );
  });
});

describe('the total of an occasion', () => {
  it.each([
    {
      case: 'the same in two successive years',
      table: '2023-02-01 | visit | 186\n2024-02-01 | visit | 186',
      says: ['suggestions 3 times: copied-total'],
    },
    {
      case: 'the same, in other parts',
      table: '2023-02-01 | visit | 10\n2024-02-01 | visit | 6\n2024-02-02 | visit | 4',
      says: ['suggestions 3 times: copied-total'],
    },
    { case: 'one more', table: '2023-02-01 | visit | 186\n2024-02-01 | visit | 187', says: [] },
    {
      case: 'the same for another occasion',
      table: '2023-02-01 | visit | 186\n2024-02-01 | fair | 186',
      says: [],
    },
    {
      case: 'the same with a year between',
      table: '2022-02-01 | visit | 186\n2024-02-01 | visit | 186',
      says: [],
    },
    {
      case: 'the same, too small to tell',
      table: '2023-02-01 | visit | 9\n2024-02-01 | visit | 9',
      says: [],
    },
  ])('$case', ({ table, says }) => {
    expect(said(totalsNotCopied, { suggestions: suggestions(table) })).toEqual(says);
  });
});

describe('the breakdown of an occasion', () => {
  const two = (first: string, second: string) => `${first}\n${second}`;
  const visit = '2024-01-09 | visit | 8 | planned\n2024-01-09 | visit | 5 | transferred';

  it.each([
    {
      case: 'the same for two occasions',
      table: two(visit, visit.replaceAll('visit', 'fair')),
      says: ['suggestions 4 times: copied-breakdown'],
    },
    {
      case: 'the same for one occasion in two years',
      table: two(visit.replaceAll('2024', '2022'), visit),
      says: ['suggestions 4 times: copied-breakdown'],
    },
    {
      case: 'of the same total, split otherwise',
      table: two(visit, '2024-01-09 | fair | 7 | planned\n2024-01-09 | fair | 6 | transferred'),
      says: [],
    },
    {
      case: 'of ten, the least that tells',
      table: two(
        visit.replace('5', '2'),
        '2024-01-09 | fair | 8 | planned\n2024-01-09 | fair | 2 | transferred',
      ),
      says: ['suggestions 4 times: copied-breakdown'],
    },
    {
      case: 'of nine',
      table: two(
        visit.replace('5', '1'),
        '2024-01-09 | fair | 8 | planned\n2024-01-09 | fair | 1 | transferred',
      ),
      says: [],
    },
    {
      case: 'of the same digits: 1 and 11, 11 and 1',
      table:
        '2024-01-09 | visit | 1 | completed\n2024-01-09 | visit | 11 | inProgress\n2024-01-09 | fair | 11 | completed\n2024-01-09 | fair | 1 | inProgress',
      says: [],
    },
    {
      case: 'into one status',
      table: two('2024-01-09 | visit | 13 | planned', '2024-01-09 | fair | 13 | planned'),
      says: [],
    },
    {
      case: 'too small to tell',
      table: two(visit, visit.replaceAll('visit', 'fair')).replaceAll('8', '4'),
      says: [],
    },
  ])('$case', ({ table, says }) => {
    expect(said(breakdownsNotCopied, { suggestions: suggestions(table) })).toEqual(says);
  });
});
