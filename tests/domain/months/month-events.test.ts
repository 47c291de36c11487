import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  basisFor,
  type ClosedRows,
  differencesBetween,
  eventFingerprintOf,
  eventsBetween,
  factsAfter,
  type MonthEvent,
  monthsWithAlteredEvents,
} from '../../../src/domain/months/month-events.ts';
import { countedFacts, fingerprintOf, type RowFact } from '../../../src/domain/months/row-facts.ts';
import { anyRecords, MONTH_ENDS } from '../any-records.ts';
import { category, date, executions, meetings, records, suggestions } from '../ledger.ts';

const TEA = category('tea');
const VISIT = category('visit');

function facts(given: Parameters<typeof records>[0]): readonly RowFact[] {
  return countedFacts(records(given), date('2024-12-31'), [], date('2024-12-31'));
}

/** `changed 3: tea 1 > 2`, with the number of the row in the tab now. */
function shown(before: readonly RowFact[], after: readonly RowFact[]): readonly string[] {
  return differencesBetween(before, after).map((difference) => {
    const was = difference.before;
    const is = difference.after;
    const side = (fact: RowFact | null) =>
      fact === null ? '-' : `${fact.name} ${fact.status ?? fact.amount}`;
    return `${(is ?? was)?.row}: ${side(was)} > ${side(is)}`;
  });
}

describe('what happened between two states of the meetings', () => {
  const BEFORE = '2024-03-01 | tea | 1\n2024-03-02 | visit | 2\n2024-03-03 | tea | 3';
  it.each([
    { what: 'nothing', after: BEFORE, is: [] },
    { what: 'a row was added', after: `${BEFORE}\n2024-03-04 | visit | 4`, is: ['5: - > visit 4'] },
    {
      what: 'a row was put in above, so that all others moved',
      after: `2024-02-01 | tea | 9\n${BEFORE}`,
      is: ['2: - > tea 9'],
    },
    { what: 'the rows were sorted', after: BEFORE.split('\n').reverse().join('\n'), is: [] },
    {
      what: 'a row was removed from the middle',
      after: '2024-03-01 | tea | 1\n2024-03-03 | tea | 3',
      is: ['3: visit 2 > -'],
    },
    {
      what: 'a count was changed',
      after: BEFORE.replace('visit | 2', 'visit | 7'),
      is: ['3: visit 2 > visit 7'],
    },
    {
      what: 'a count was changed in a row that moved',
      after: `2024-02-01 | tea | 9\n${BEFORE.replace('visit | 2', 'visit | 7')}`,
      is: ['2: - > tea 9', '4: visit 2 > visit 7'],
    },
    {
      what: 'a category was changed',
      after: BEFORE.replace('visit', 'tea'),
      is: ['3: visit 2 > tea 2'],
    },
    {
      what: 'two rows of one day were changed that moved',
      after: `${'2024-02-01 | tea | 9\n'.repeat(3)}2024-03-01 | tea | 7\n2024-03-02 | visit | 2\n2024-03-01 | tea | 8`,
      before: '2024-03-01 | tea | 1\n2024-03-02 | visit | 2\n2024-03-01 | tea | 3',
      is: ['2: - > tea 9', '3: - > tea 9', '4: - > tea 9', '5: tea 1 > tea 7', '7: tea 3 > tea 8'],
    },
    {
      what: 'one of two rows that say the same was removed, and the other moved',
      before: '2024-03-01 | tea | 1\n2024-03-01 | tea | 1',
      after: '2024-02-01 | visit | 4\n2024-02-02 | visit | 5\n2024-03-01 | tea | 1',
      is: ['2: tea 1 > visit 4', '3: - > visit 5'],
    },
    { what: 'a row was doubled', after: `${BEFORE}\n2024-03-03 | tea | 3`, is: ['5: - > tea 3'] },
    { what: 'all went', after: '', is: ['2: tea 1 > -', '3: visit 2 > -', '4: tea 3 > -'] },
  ])('$what', ({ before = BEFORE, after, is }) => {
    const of = (table: string) => facts({ meetings: meetings([TEA, VISIT], table) });
    expect(shown(of(before), of(after))).toEqual(is);
  });

  it('can be very many rows changed at once', () => {
    const changed = 200_000;
    const of = (amount: number) => {
      const [fact] = facts({ meetings: meetings([TEA], `2024-03-01 | tea | ${amount}`) });
      if (fact === undefined) throw new Error('no fact');
      return Array.from({ length: changed }, (_, row) => ({ ...fact, row, key: `${amount} ${row}` }));
    };
    expect(differencesBetween(of(1), of(2))).toHaveLength(changed);
    const same = (key: string) => of(1).map((fact) => ({ ...fact, key }));
    expect(differencesBetween([], same('one'))).toHaveLength(changed);
  });

  it('removes the later of two equal rows', () => {
    const of = (table: string) => facts({ meetings: meetings([TEA], table) });
    const doubled = '2024-03-01 | tea | 1\n2024-03-01 | tea | 1';
    expect(shown(of(doubled), of('2024-03-01 | tea | 1'))).toEqual(['3: tea 1 > -']);
  });
});

it('a suggestion is identified by its number, wherever it is and whatever else was changed', () => {
  const of = (table: string) => facts({ suggestions: suggestions(table) });
  const before = of(`
    2024-01-05 | letters | 1 | inProgress | | | | A-1
    2024-01-05 | letters | 1 | inProgress | | | | A-2`);
  const after = of(`
    2024-01-05 | letters | 1 | inProgress | | | | A-2
    2024-02-07 | visits  | 5 | completed  | | | | A-1`);
  expect(shown(before, after)).toEqual(['3: letters inProgress > visits completed']);
});

describe('two suggestions in one row, before and after', () => {
  const of = (table: string) => facts({ suggestions: suggestions(table) });
  it.each([
    ['with two numbers are two', 'A-1', 'A-2', ['2: letters inProgress > -', '2: - > letters completed']],
    ['are one that was given its number', '#', 'A-2', ['2: letters inProgress > letters completed']],
    ['are one that lost its number', 'A-1', '#', ['2: letters inProgress > letters completed']],
    ['without numbers are one, whatever was edited', '#', '#', ['2: letters inProgress > letters completed']],
  ])('%s', (_case, one, other, is) => {
    const numbered = (number: string) => (number === '#' ? '' : number);
    const before = of(`2024-01-05 | letters | 1 | inProgress | | | | ${numbered(one)}`);
    const after = of(`2024-01-05 | letters | 2 | completed | | | | ${numbered(other)}`);
    expect(shown(before, after).toSorted()).toEqual(is.toSorted());
  });
});

it('executions are matched by date and funding source before they are matched by row', () => {
  const of = (table: string) => facts({ executions: executions(table) });
  expect(shown(of('2024-03-01 | city | 5\n2024-03-02 | city | 6'), of('2024-03-02 | city | 7'))).toEqual([
    '2: city 6 > city 7',
    '2: city 5 > -',
  ]);
});

/** Closes a month on the basis of an earlier month's rows. */
function closed(
  month: string,
  after: readonly RowFact[],
  basis: { readonly month: string; readonly facts: readonly RowFact[] } | null,
): { readonly record: ClosedRows; readonly events: readonly MonthEvent[] } {
  const events = eventsBetween(basis?.facts ?? [], after, month);
  return {
    record: {
      month,
      basedOn: basis?.month ?? null,
      rowCount: after.length,
      fingerprint: fingerprintOf(after),
      eventCount: events.length,
      eventFingerprint: eventFingerprintOf(events),
    },
    events,
  };
}

describe('the rows behind a closed month', () => {
  const first = facts({ executions: executions('2024-01-01 | city | 1\n2024-01-02 | city | 2') });
  const second = facts({ executions: executions('2024-01-01 | city | 1\n2024-01-02 | city | 3') });
  const third = facts({ executions: executions('2024-01-02 | city | 3\n2024-02-02 | other | 4') });
  const months = [
    closed('2024-01', first, null),
    closed('2024-02', second, { month: '2024-01', facts: first }),
    closed('2024-03', third, { month: '2024-02', facts: second }),
  ];
  const records = months.map(({ record }) => record);
  const events = months.flatMap((month) => month.events);
  const amounts = (month: string, of = records, from: readonly MonthEvent[] = events) => {
    const behind = factsAfter(month, of, from);
    return behind.status === 'known'
      ? behind.facts.map(({ amount }) => amount)
      : `${behind.status} since ${behind.month}`;
  };

  it('are reconstructed from what changed', () => {
    expect(events.map(({ month, kind, fact }) => `${month} ${kind} ${fact.amount}`)).toEqual([
      '2024-01 added 1',
      '2024-01 added 2',
      '2024-02 changed 3',
      '2024-03 removed 1',
      '2024-03 added 4',
    ]);
    expect(amounts('2024-01')).toEqual([1, 2]);
    expect(amounts('2024-02')).toEqual([1, 3]);
    expect(amounts('2024-03')).toEqual([3, 4]);
  });

  it('are not affected by leftovers of a run that broke off before its record', () => {
    const left = events.filter(({ month }) => month === '2024-03');
    expect(amounts('2024-02', records.slice(0, 2))).toEqual([1, 3]);
    expect(amounts('2024-03', records, [...events.slice(0, 3), ...left.slice(0, 1), ...left])).toEqual([
      3, 4,
    ]);
  });

  it('are the same after somebody has sorted the tab', () => {
    expect(amounts('2024-03', records, [...events].reverse())).toEqual([3, 4]);
  });

  it.each([
    { what: 'an event is gone', from: events.filter((_, index) => index !== 2), altered: ['2024-02'] },
    {
      what: 'an amount was changed',
      from: events.map((event, index) =>
        index === 2 ? { ...event, fact: { ...event.fact, amount: 30 } } : event,
      ),
      altered: ['2024-02'],
    },
    { what: 'all are gone', from: [], altered: ['2024-01', '2024-02', '2024-03'] },
  ])('are unknown when $what', ({ from, altered }) => {
    expect(monthsWithAlteredEvents(records, from)).toEqual(altered);
    expect(amounts('2024-03', records, from)).toBe(`unknown since ${altered[0]}`);
  });

  it('are unknown when the record of an earlier month is gone, until a month starts from none', () => {
    const known = records.filter(({ month }) => month !== '2024-02');
    expect(amounts('2024-01', known)).toEqual([1, 2]);
    expect(amounts('2024-03', known)).toBe('unknown since 2024-02');
    const anew = closed('2024-04', third, null);
    expect(amounts('2024-04', [...known, anew.record], [...events, ...anew.events])).toEqual([3, 4]);
  });

  it('are the basis of the next month, as long as they are known', () => {
    const basis = basisFor('2024-03', records, events);
    expect([basis?.month, basis?.facts.map(({ amount }) => amount)]).toEqual(['2024-02', [1, 3]]);
    expect(basisFor('2024-01', records, events)).toBeNull();
    expect(basisFor('2024-04', records, events.slice(1))).toBeNull();
  });

  it('have the latest earlier month as their basis, in any order of the records', () => {
    expect(basisFor('2024-04', [...records].reverse(), events)?.month).toBe('2024-03');
    expect(basisFor('2024-03', [...records].reverse(), events)?.month).toBe('2024-02');
  });

  it('are in the order of tabs and rows', () => {
    const later = facts({
      meetings: meetings([TEA], '2024-03-01 | tea'),
      executions: executions('2024-01-01 | city | 1\n2024-01-02 | city | 2'),
    });
    const added = closed('2024-02', later, { month: '2024-01', facts: first });
    const behind = factsAfter(
      '2024-02',
      [...records.slice(0, 1), added.record],
      [...events.slice(0, 2), ...added.events],
    );
    expect(behind).toEqual({ status: 'known', facts: later });
  });

  it('are known for a month without changes, despite leftovers of a run that broke off in it', () => {
    const quiet = closed('2024-04', third, { month: '2024-03', facts: third });
    expect(quiet.events).toEqual([]);
    const left = events.slice(-1).map((event) => ({ ...event, month: '2024-04' }));
    expect(amounts('2024-04', [...records, quiet.record], [...events, ...left])).toEqual([3, 4]);
  });

  it.each([
    ['says another number of rows', { rowCount: 3 }],
    ['has another fingerprint', { fingerprint: '0000000000000000' }],
  ])('are unknown if the record %s', (_, change) => {
    const altered = records.map((record) => (record.month === '2024-02' ? { ...record, ...change } : record));
    expect(amounts('2024-02', altered)).toBe('unknown since 2024-02');
  });

  it('are unknown if a changed row was never there', () => {
    const [one] = facts({ executions: executions('2024-01-01 | city | 1') });
    const [other] = facts({ executions: executions('2024-01-01 | city | 2') });
    if (one === undefined || other === undefined) throw new Error('no rows');
    const { record, events: changed } = closed('2024-02', [other], { month: '2024-01', facts: [one] });
    expect(amounts('2024-02', [{ ...record, basedOn: null }], changed)).toBe('unknown since 2024-02');
  });

  describe('two of which are alike', () => {
    const TWO = '2024-01-10 | tea\n2024-01-11 | visit\n2024-01-10 | tea';
    const of = (table: string) => facts({ meetings: meetings([TEA, VISIT], table) });
    it.each([
      ['are kept both', TWO],
      [
        'lose the one of its row, which became another',
        TWO.replace('2024-01-10 | tea', '2024-01-10 | visit'),
      ],
      ['lose the last', TWO.split('\n').slice(0, 2).join('\n')],
      ['become three', `${TWO}\n2024-01-10 | tea`],
    ])('%s', (_, table) => {
      const before = closed('2024-01', of(TWO), null);
      const after = closed('2024-02', of(table), { month: '2024-01', facts: of(TWO) });
      const behind = factsAfter(
        '2024-02',
        [before.record, after.record],
        [...before.events, ...after.events],
      );
      expect(behind).toEqual({ status: 'known', facts: of(table) });
    });
  });

  it('are unknown for a month that was never closed, and for records that refer to each other in a circle', () => {
    expect(amounts('2024-09')).toBe('unknown since 2024-09');
    const circle = records.map((record) => ({ ...record, basedOn: '2024-03' }));
    expect(amounts('2024-03', circle)).toBe('unknown since 2024-03');
  });
});

it('after any edits between closings, each month keeps the rows that it was closed with', () => {
  fc.assert(
    fc.property(fc.array(anyRecords, { minLength: 1, maxLength: 4 }), (states) => {
      const log: { records: ClosedRows[]; events: MonthEvent[] } = { records: [], events: [] };
      let basis: { month: string; facts: readonly RowFact[] } | null = null;
      const kept = states.map((state, index) => {
        const asOf = MONTH_ENDS[index] ?? date('2024-06-30');
        const after = countedFacts(state, asOf, [], date('2024-07-15'));
        const month = asOf.slice(0, 7);
        const { record, events } = closed(month, after, basis);
        log.records.push(record);
        log.events.push(...events);
        basis = { month, facts: after };
        return { month, prints: after.map(({ fingerprint }) => fingerprint).toSorted() };
      });
      for (const { month, prints } of kept) {
        const behind = factsAfter(month, log.records, log.events);
        expect(
          behind.status === 'known' && behind.facts.map(({ fingerprint }) => fingerprint).toSorted(),
        ).toEqual(prints);
      }
    }),
  );
});
