import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFingerprintOf, eventsBetween } from '../../../src/domain/months/month-events.ts';
import { partsOf } from '../../../src/domain/months/monthly-figure.ts';
import { monthlyFiguresOf, numbersOf } from '../../../src/domain/months/monthly-figures.ts';
import {
  countedFacts,
  countedRowsAt,
  fingerprintOf,
  lastingFacts,
  type RowFact,
} from '../../../src/domain/months/row-facts.ts';
import { calculate } from '../../../src/domain/report.ts';
import { processorMilliseconds } from '../../support/processor-time.ts';
import { anyHistory, anyRecords, MONTH_ENDS } from '../any-records.ts';
import { category, date, executions, meetings, records, suggestions } from '../ledger.ts';

const TODAY = date('2024-07-15');
const TEA = category('tea');

function factsOf(given: Parameters<typeof records>[0], asOf = '2024-03-31'): readonly RowFact[] {
  return countedFacts(records(given), date(asOf), [], TODAY);
}

describe('the rows that count at a date', () => {
  it('are those dated by then, each with its amount', () => {
    const facts = factsOf({
      meetings: meetings([TEA], '2024-03-05 | tea | 2 | | ~40\n2024-04-01 | tea\n2024-03 | tea\n2024 | tea'),
      suggestions: suggestions('2024-01-05 | letters | 3 | completed | 2024-05-01 | | | A-1'),
      executions: executions('2024-02-01 | city | -500'),
    });
    expect(
      facts.map(({ tab, row, name, status, amount, suggestionKey }) => [
        tab,
        row,
        name,
        status,
        amount,
        suggestionKey,
      ]),
    ).toEqual([
      ['meetings', 2, 'tea', null, 2, null],
      ['meetings', 4, 'tea', null, 1, null],
      ['suggestions', 2, 'letters', 'unknownThen', 3, 'A-1'],
      ['executions', 2, 'city', null, -500, null],
    ]);
  });

  it('include, of rows with one number, the first that is dated by then', () => {
    const given = {
      suggestions: suggestions(`
        2024-03-05 | late  | 1 | | | | | A-1
        2024-01-05 | early | 2 | | | | | A-1
        2024-02-05 | never | 4 | | | | | A-1`),
    };
    const names = (asOf: string) => factsOf(given, asOf).map(({ name }) => name);
    expect(names('2023-12-31')).toEqual([]);
    expect(names('2024-02-29')).toEqual(['early']);
    expect(names('2024-03-31')).toEqual(['late']);
  });

  // The records of closed months contain such fingerprints. If one changed, all earlier months would count as
  // altered.
  it('have permanent fingerprints', () => {
    const facts = factsOf({
      meetings: meetings([TEA], '2024-03-05 | tea | 2 | ~3 | 40\n2024-03 | tea | ~1'),
      suggestions: suggestions('2024-01-05 | letters | 3 | completed | 2024-02-01 | dong A | roads | A-1'),
      executions: executions('2024-02-01 | city | -500'),
    });
    expect(facts.map(({ fingerprint }) => fingerprint)).toEqual([
      'fce604096fda4db3',
      'f5f51a914e318efb',
      'e0fab14bb237cc29',
      '51b1469470011ac2',
    ]);
    expect(fingerprintOf(facts)).toBe('ac3af1c45476a89a');
    expect(eventFingerprintOf(eventsBetween([], facts, '2024-03'))).toBe('eef34ec53faf450f');
    expect(fingerprintOf([])).toBe('0000000000000000');
  });

  it('change when a number becomes an estimate', () => {
    const printOf = (row: string) => factsOf({ meetings: meetings([TEA], row) })[0]?.fingerprint;
    const exact = printOf('2024-03-05 | tea | 2 | 3 | 40');
    for (const row of [
      '2024-03-05 | tea | ~2 | 3 | 40',
      '2024-03-05 | tea | 2 | ~3 | 40',
      '2024-03-05 | tea | 2 | 3 | ~40',
    ])
      expect(printOf(row)).not.toBe(exact);
  });

  it('are the same for dates in any order, and for a repeated date', () => {
    const given = records({ meetings: meetings([TEA], '2024-01-10 | tea | 1\n2024-02-10 | tea | 2') });
    const held = countedRowsAt(
      lastingFacts(given, [], TODAY),
      ['2024-02-29', '2024-01-31', '2023-12-31', '2024-02-29'].map(date),
    ).map(
      ({ asOf, rowCount, figures }) => `${asOf}: ${rowCount} rows, ${figures.get('heldMeetings') ?? null}`,
    );
    expect(held).toEqual([
      '2024-02-29: 2 rows, 3',
      '2024-01-31: 1 rows, 1',
      '2023-12-31: 0 rows, null',
      '2024-02-29: 2 rows, 3',
    ]);
  });

  it('contain no text of a suggestion or a meeting', () => {
    const [meeting] = meetings([TEA], '2024-03-05 | tea');
    if (meeting === undefined) throw new Error('no meeting');
    const facts = factsOf({ meetings: [{ ...meeting, content: 'said in private', place: 'at home' }] });
    expect(JSON.stringify(facts)).not.toMatch(/private|home/);
  });
});

describe('the fingerprint of the rows', () => {
  const facts = factsOf({ executions: executions('2024-02-01 | city | 1\n2024-02-02 | city | 2') });
  const [one, two] = facts;
  if (one === undefined || two === undefined) throw new Error('no facts');

  it('is the same in any order, and wherever the rows are', () => {
    expect(fingerprintOf([two, { ...one, row: 99 }])).toBe(fingerprintOf(facts));
  });

  it.each([
    { what: 'a row is missing', other: [one] },
    { what: 'a row is there twice', other: [one, one, two] },
    { what: 'there is none', other: [] },
    {
      what: 'two rows have changed amounts with each other',
      other: factsOf({ executions: executions('2024-02-01 | city | 2\n2024-02-02 | city | 1') }),
    },
  ])('differs when $what', ({ other }) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(facts));
  });

  it.each([
    { what: 'held', row: '2024-03-05 | tea | 2 | 3 | 40' },
    { what: 'groups', row: '2024-03-05 | tea | 1 | 4 | 40' },
    { what: 'no groups', row: '2024-03-05 | tea | 1 | | 40' },
    { what: 'attendees', row: '2024-03-05 | tea | 1 | 3 | 41' },
    { what: 'an estimate', row: '2024-03-05 | tea | 1 | 3 | ~40' },
    { what: 'the day', row: '2024-03-06 | tea | 1 | 3 | 40' },
    { what: 'the precision', row: '2024-03 | tea | 1 | 3 | 40' },
  ])('of a meeting depends on $what', ({ row }) => {
    const print = (table: string) => fingerprintOf(factsOf({ meetings: meetings([TEA], table) }));
    expect(print(row)).not.toBe(print('2024-03-05 | tea | 1 | 3 | 40'));
  });

  it.each([
    { what: 'the count', row: '2024-03-05 | letters | 2 | planned | | a | b | A-1' },
    { what: 'the status', row: '2024-03-05 | letters | 1 | completed | | a | b | A-1' },
    { what: 'the occasion', row: '2024-03-05 | visits | 1 | planned | | a | b | A-1' },
    { what: 'the dong', row: '2024-03-05 | letters | 1 | planned | | c | b | A-1' },
    { what: 'the department', row: '2024-03-05 | letters | 1 | planned | | a | c | A-1' },
    { what: 'the number', row: '2024-03-05 | letters | 1 | planned | | a | b | A-2' },
  ])('of a suggestion depends on $what', ({ row }) => {
    const print = (table: string) => fingerprintOf(factsOf({ suggestions: suggestions(table) }));
    expect(print(row)).not.toBe(print('2024-03-05 | letters | 1 | planned | | a | b | A-1'));
  });
});

describe('any rows and history', () => {
  it('give the same for many dates at once as for each alone, and the figures of the report', () => {
    fc.assert(
      fc.property(anyRecords, anyHistory, (given, history) => {
        const atOnce = countedRowsAt(lastingFacts(given, history, TODAY), MONTH_ENDS);
        MONTH_ENDS.forEach((asOf, index) => {
          const facts = countedFacts(given, asOf, history, TODAY);
          const numbers = numbersOf(monthlyFiguresOf(calculate(given, { asOf, today: TODAY }, history)));
          expect(atOnce[index]).toMatchObject({
            asOf,
            rowCount: facts.length,
            fingerprint: fingerprintOf(facts),
          });
          const summed = new Map(atOnce[index]?.figures);
          for (const figure of ['heldMeetings', 'suggestions', 'executedWon'] as const) {
            const sum = summed.get(figure) ?? (figure === 'heldMeetings' ? 0 : null);
            expect(sum, figure).toBe(numbers.get(figure));
            summed.delete(figure);
          }
          // The remaining figures are handling statuses. They must equal those of the report.
          const statuses = [...numbers].filter(([figure]) => partsOf(figure).of === 'status');
          expect(summed).toEqual(new Map(statuses));
        });
      }),
    );
  });
});

it('finds the rows of 60 months among 30,000 in about one pass', () => {
  const row = (index: number) => `20${20 + (index % 5)}-${String((index % 12) + 1).padStart(2, '0')}-10`;
  const [meeting] = meetings([TEA], '2024-03-05 | tea');
  const [suggestion] = suggestions('2024-01-05 | letters | 1 | completed | | | | A');
  if (meeting === undefined || suggestion === undefined) throw new Error('no rows');
  const many = records({
    meetings: Array.from({ length: 29_000 }, (_, index) => {
      const day = date(row(index));
      return { ...meeting, date: { first: day, last: day, precision: 'day' as const } };
    }),
    suggestions: Array.from({ length: 1_000 }, (_, index) => ({
      ...suggestion,
      number: `N${index}`,
      key: `N${index}`,
    })),
  });
  const ends = Array.from({ length: 60 }, (_, index) =>
    date(`20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-28`),
  );
  const find = (dates: number) => {
    const found = countedRowsAt(lastingFacts(many, [], TODAY), ends.slice(-dates));
    expect(found.at(-1)?.rowCount).toBe(30_000);
  };
  // Warm-up: the first run is slower than all others.
  find(1);
  const one = processorMilliseconds(() => find(1));
  expect(processorMilliseconds(() => find(60))).toBeLessThan(10 * one);
});
