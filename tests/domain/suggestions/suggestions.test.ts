import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../../src/domain/figure.ts';
import { statusAt } from '../../../src/domain/suggestions/status-history.ts';
import { type StatusBreakdown, suggestionReport } from '../../../src/domain/suggestions/suggestions.ts';
import { HANDLING_STATUSES } from '../../../src/domain/words.ts';
import { BUILT_IN_LISTS, date, period, source, suggestions } from '../ledger.ts';

const AS_OF = date('2023-12-31');

function reportOf(table: string) {
  return suggestionReport(BUILT_IN_LISTS.statuses, suggestions(table), AS_OF);
}

/** For example `3: completed 2, noStatus 1`. Leaves out unknown figures. */
function shown({ total, statuses, noStatus, unknownThen }: StatusBreakdown): string {
  const parts = Object.entries({ ...statuses, noStatus, unknownThen })
    .filter(([, figure]) => figure.value !== null)
    .map(([name, figure]) => `${name} ${figure.value}`);
  return `${total.value}: ${parts.join(', ')}`;
}

describe('the status of a suggestion at the end of 2023', () => {
  it.each([
    { status: 'completed', handled: '2023-12-31', is: 'completed', why: 'reached by then' },
    { status: 'completed', handled: '2024-01-01', is: 'unknownThen', why: 'reached only later' },
    { status: 'inProgress', handled: '2024-02-01', is: 'unknownThen', why: 'whatever the later status is' },
    { status: 'completed', handled: '', is: 'completed', why: 'the day is not said' },
    { status: '', handled: '', is: 'noStatus', why: 'there is none yet' },
    { status: 'completed', handled: '2023-12', is: 'completed', why: 'the month has ended' },
    { status: 'completed', handled: '2023', is: 'completed', why: 'the year has ended' },
    { status: 'completed', handled: '2024', is: 'unknownThen', why: 'some day of a later year' },
  ])('is $is for "$status" of "$handled": $why', ({ status, handled, is }) => {
    const [suggestion] = suggestions(`2023-01-10 | visits | 1 | ${status} | ${handled}`);
    expect(suggestion && statusAt(suggestion, AS_OF)).toBe(is);
  });

  it('is unknown inside the month in which it changed', () => {
    const [suggestion] = suggestions('2023-01-10 | visits | 1 | completed | 2023-12');
    expect(suggestion && statusAt(suggestion, date('2023-12-15'))).toBe('unknownThen');
  });
});

describe('suggestions by occasion', () => {
  const { occasions, all } = reportOf(`
    2023-01-10 | dong visits  | 96 | completed  | 2023-06-01
    2023-01    | dong visits  | 23 | inProgress |
    2023-02-03 | mayor        |  5 |            |
    2022-07    | dong visits  |  7 | completed  | 2024-05-01
    2023-03-03 |              |  1 | planned    |
    2023-03-04 | dong visits  |  0 | planned    |`);

  it.each([
    { year: 2022, occasion: 'dong visits', is: '7: unknownThen 7' },
    { year: 2023, occasion: 'dong visits', is: '119: completed 96, inProgress 23, planned 0' },
    { year: 2023, occasion: 'mayor', is: '5: noStatus 5' },
    { year: 2023, occasion: null, is: '1: planned 1' },
  ])('of $year, $occasion: $is', ({ year, occasion, is }) => {
    const line = occasions.find((row) => row.year === year && row.occasion === occasion);
    expect(line && shown(line)).toBe(is);
  });

  it('stand in the order of their years, then as they first occur', () => {
    expect(occasions.map(({ year, occasion }) => [year, occasion])).toEqual([
      [2022, 'dong visits'],
      [2023, 'dong visits'],
      [2023, 'mayor'],
      [2023, null],
    ]);
  });

  it('add up to all of them', () => {
    expect(shown(all)).toBe('132: completed 96, inProgress 23, planned 1, noStatus 5, unknownThen 7');
  });
});

describe('suggestions by 동 and department', () => {
  const { dongs, departments } = reportOf(`
    2023-01-10 | visits | 1 |           |  |        | parks
    2023-01-11 | visits | 2 | completed |  | dong A | roads
    2023-01-12 | visits | 3 | completed |  | dong B |
    2023-01-13 | visits | 1 | planned   |  | dong A | roads`);

  it('are counted by name, the unnamed last', () => {
    expect(dongs.map((line) => `${line.name} ${shown(line)}`)).toEqual([
      'dong A 3: completed 2, planned 1',
      'dong B 3: completed 3',
      'null 1: noStatus 1',
    ]);
    expect(departments.map((line) => `${line.name} ${shown(line)}`)).toEqual([
      'parks 1: noStatus 1',
      'roads 3: completed 2, planned 1',
      'null 3: completed 3',
    ]);
  });
});

describe('open suggestions', () => {
  it('are those not ended by then, the longest open first', () => {
    const { open } = reportOf(`
      2023-05-01 | visits | 1 | underReview |            | | | later
      2023-01-01 | visits | 1 | completed   | 2023-02-01 | | | done
      2023-01-02 | visits | 1 | completed   | 2024-02-01 | | | done since
      2023-01-03 | visits | 1 | notFeasible |            | | | refused
      2023-01-04 | visits | 1 | transferred |            | | | passed on
      2023-01-05 | visits | 1 | midLongTerm |            | | | long
      2023-01-05 | visits | 1 |             |            | | | unanswered`);
    expect(open.map(({ suggestion }) => suggestion.number)).toEqual([
      'done since',
      'long',
      'unanswered',
      'later',
    ]);
  });
});

describe('any list of suggestions', () => {
  const anySuggestion = fc.record({
    date: fc.constantFrom(...['2022-07', '2023-01-10', '2023'].map(period)),
    occasion: fc.constantFrom('visits', 'mayor', null),
    status: fc.constantFrom(...HANDLING_STATUSES, null),
    handledOn: fc.constantFrom(null, period('2023-06-01'), period('2024-06-01')),
    dong: fc.constantFrom('dong A', 'dong B', null),
    department: fc.constantFrom('roads', null),
    count: fc.integer({ min: 0, max: 20 }),
  });

  it('adds up to one total by occasion, status, dong and department alike', () => {
    fc.assert(
      fc.property(fc.array(anySuggestion, { maxLength: 30 }), (drawn) => {
        const list = drawn.map(({ count, ...rest }, index) => ({
          ...rest,
          pledge: '',
          number: null,
          key: String(index),
          signs: () => [],
          received: source('suggestions', index + 2, String(count)),
        }));
        const report = suggestionReport(BUILT_IN_LISTS.statuses, list, AS_OF);
        const total = drawn.reduce((sum, { count }) => sum + count, 0);
        const sumTotals = (lines: readonly StatusBreakdown[]) =>
          lines.reduce((sum, line) => sum + (line.total.value ?? 0), 0);
        for (const lines of [report.occasions, report.dongs, report.departments, [report.all]]) {
          expect(sumTotals(lines)).toBe(total);
          expect(lines.flatMap((line) => sourcesOf(line.total))).toHaveLength(list.length);
        }
      }),
    );
  });
});
