import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/domain/date.ts';
import {
  type Comparison,
  comparisonOf,
  snapshotNow,
  snapshotOfMonth,
} from '../../../src/domain/months/comparison.ts';
import { partsOf } from '../../../src/domain/months/monthly-figure.ts';
import { type ClosedMonth, closedMonth } from '../../../src/domain/months/monthly-record.ts';
import { countedFacts } from '../../../src/domain/months/row-facts.ts';
import type { Records } from '../../../src/domain/records.ts';
import { calculate } from '../../../src/domain/report.ts';
import type { StatusChange } from '../../../src/domain/suggestions/status-history.ts';
import { anyHistory, anyRecords, MONTH_ENDS } from '../any-records.ts';
import { closing, TODAY } from '../closing.ts';
import {
  budgetPlans,
  category,
  date,
  executions,
  meetings,
  pledge,
  records,
  suggestions,
  targets,
} from '../ledger.ts';

const TEA = category('tea');

function now(given: Records, asOf: IsoDate, history: readonly StatusChange[] = []) {
  return snapshotNow(given, calculate(given, { asOf, today: TODAY }, history), history);
}

function frozen({ record, events }: ClosedMonth) {
  return snapshotOfMonth(record, [record], events);
}

const MEETINGS = '2024-01-10 | tea | 1\n2024-02-10 | tea | 2 | | 30';
const SUGGESTIONS = '2024-01-05 | letters | 3 | inProgress | | | | A-1';

function ledger(given: Partial<Records> = {}): Records {
  return records({
    targets: targets('2024 | 10'),
    budgetPlans: budgetPlans('2024 | city | 100'),
    meetings: meetings([TEA], MEETINGS),
    suggestions: suggestions(SUGGESTIONS),
    executions: executions('2024-01-20 | city | 40'),
    ...given,
  });
}

const FEBRUARY = closing(ledger(), date('2024-02-29'));

function sinceFebruary(given: Partial<Records>, asOf = '2024-03-31'): Comparison {
  return comparisonOf(frozen(FEBRUARY), now(ledger(given), date(asOf)));
}

/** For example `added meetings 4: heldMeetings +5`. */
function shownRows({ rows }: Comparison): readonly string[] {
  return rows.map(({ kind, tab, row, moved }) => {
    const moves = moved.map(({ figure, by }) => `${figure} ${by > 0 ? '+' : ''}${by}`);
    return `${kind} ${tab} ${row}: ${moves.join(', ')}`;
  });
}

it('the implementation status is given before and after, both chosen and suggested', () => {
  const chosen = pledge({ chosenStatus: 'onHold' });
  const { chosenStatus, suggestedStatus } = sinceFebruary({
    pledge: chosen,
    meetings: meetings([TEA], `${MEETINGS}\n2024-03-01 | tea | 9`),
  });
  expect(chosenStatus).toEqual({ before: null, after: 'onHold' });
  expect(suggestedStatus).toEqual({ before: 'onTrack', after: 'completed' });
});

describe('the rows that moved a figure since a closed month', () => {
  const log = (table: string) => ({ meetings: meetings([TEA], table) });
  const CASES: readonly { what: string; given: Partial<Records>; is: readonly string[] }[] = [
    { what: 'none', given: {}, is: [] },
    {
      what: 'a meeting of the new month',
      given: log(`${MEETINGS}\n2024-03-01 | tea | 5`),
      is: ['added meetings 4: heldMeetings +5'],
    },
    { what: 'a meeting still to come', given: log(`${MEETINGS}\n2024-04-01 | tea | 5`), is: [] },
    {
      what: 'a meeting of the closed month, entered late',
      given: log(`${MEETINGS}\n2024-02-29 | tea | 5`),
      is: ['backdated meetings 4: heldMeetings +5'],
    },
    {
      what: 'a meeting of a month that was put in above',
      given: log(`2024-03 | tea | 5\n${MEETINGS}`),
      is: ['added meetings 2: heldMeetings +5'],
    },
    {
      what: 'a count that was changed',
      given: log(MEETINGS.replace('tea | 2', 'tea | 7')),
      is: ['changed meetings 3: heldMeetings +5'],
    },
    {
      what: 'people that were counted again',
      given: log(MEETINGS.replace('30', '31')),
      is: ['changed meetings 3: '],
    },
    {
      what: 'people that were an estimate',
      given: log(MEETINGS.replace('30', '~30')),
      is: ['changed meetings 3: '],
    },
    {
      what: 'a meeting that was taken out',
      given: log('2024-01-10 | tea | 1'),
      is: ['removed meetings 3: heldMeetings -2'],
    },
    {
      what: 'a meeting that was put off beyond the date',
      given: log(MEETINGS.replace('2024-02-10', '2024-05-10')),
      is: ['removed meetings 3: heldMeetings -2'],
    },
    {
      what: 'a suggestion that was completed',
      given: { suggestions: suggestions(SUGGESTIONS.replace('inProgress |', 'completed | 2024-03-02')) },
      is: ['changed suggestions 2: status inProgress -3, status completed +3'],
    },
    {
      what: 'a suggestion that was split',
      given: { suggestions: suggestions(SUGGESTIONS.replace('3', '1')) },
      is: ['changed suggestions 2: suggestions -2, status inProgress -2'],
    },
    {
      what: 'money that came back',
      given: { executions: executions('2024-01-20 | city | 40\n2024-03-20 | city | -15') },
      is: ['added executions 3: executedWon -15'],
    },
  ];

  it.each(CASES)('are listed: $what', ({ given, is }) => {
    expect(shownRows(sinceFebruary(given))).toEqual(is);
  });

  it('are listed between two closed months too', () => {
    const facts = countedFacts(ledger(), date('2024-02-29'), [], TODAY);
    const given = ledger(log(`${MEETINGS}\n2024-03-01 | tea | 5`));
    const march = closedMonth(
      { month: '2024-03', writtenAt: '', late: false },
      {
        report: calculate(given, { asOf: date('2024-03-31'), today: TODAY }),
        findings: [],
        accounts: {},
      },
      countedFacts(given, date('2024-03-31'), [], TODAY),
      { month: '2024-02', facts },
    );
    const all = [FEBRUARY.record, march.record];
    const events = [...FEBRUARY.events, ...march.events];
    expect(march.events).toHaveLength(1);
    const [first, second] = all.map((record) => snapshotOfMonth(record, all, events));
    if (first === undefined || second === undefined) throw new Error('no months');
    for (const comparison of [comparisonOf(first, second), comparisonOf(second, first)]) {
      expect(comparison.from.month).toBe('2024-02');
      expect(shownRows(comparison)).toEqual(['added meetings 4: heldMeetings +5']);
    }
  });

  it('are only edits if a record is compared with its own date now', () => {
    const comparison = sinceFebruary(log(`${MEETINGS}\n2024-02-11 | tea | 5`), '2024-02-29');
    expect(comparison.from).toEqual({ month: '2024-02', asOf: '2024-02-29' });
    expect(comparison.to).toEqual({ month: null, asOf: '2024-02-29' });
    expect(shownRows(comparison)).toEqual(['backdated meetings 4: heldMeetings +5']);
  });
});

describe('a closed month whose words were read as those of today', () => {
  const renamed = (given: Partial<Records>) => {
    const closed = frozen(
      closing(ledger({ executions: executions('2024-01-20 | district | 40') }), date('2024-02-29')),
    );
    if (closed.rows.status !== 'known') throw new Error('no rows');
    const facts = closed.rows.facts.map((fact) =>
      fact.tab === 'executions' ? { ...fact, name: 'city', isRenamed: true } : fact,
    );
    return shownRows(
      comparisonOf({ ...closed, rows: { ...closed.rows, facts } }, now(ledger(given), date('2024-02-29'))),
    );
  };

  it.each<[string, Partial<Records>, readonly string[]]>([
    ['lists no row where only the word is another', {}, []],
    [
      'lists a row where the amount is another too',
      { executions: executions('2024-01-20 | city | 50') },
      ['changed executions 2: executedWon +10'],
    ],
  ])('%s', (_case, given, is) => {
    expect(renamed(given)).toEqual(is);
  });
});

describe('what else moved a figure', () => {
  const CASES: readonly { what: string; given: Partial<Records>; is: readonly object[] }[] = [
    { what: 'nothing', given: {}, is: [] },
    {
      what: 'the target',
      given: { targets: targets('2024 | 20') },
      is: [{ kind: 'target', figure: 'finalTarget' }],
    },
    { what: 'the plan', given: { budgetPlans: budgetPlans('2024 | city | 80') }, is: [{ kind: 'plan' }] },
    {
      what: 'the target and the decimals of its rate',
      given: {
        targets: targets('2024 | 9'),
        pledge: pledge({ ratePrecision: { mode: 'truncate', digits: 2 } }),
      },
      is: [{ kind: 'target', figure: 'finalTarget' }],
    },
  ];
  it.each(CASES)('is listed: $what', ({ given, is }) => {
    expect(sinceFebruary(given).otherCauses).toEqual(is);
  });

  it('are the settings if neither part nor whole of a rate changed', () => {
    const state = ledger({ targets: targets('2024 | 9') });
    const rounded = { ...state, pledge: pledge({ ratePrecision: { mode: 'truncate', digits: 1 } as const }) };
    const comparison = comparisonOf(
      frozen(closing(state, date('2024-02-29'))),
      now(rounded, date('2024-02-29')),
    );
    expect(comparison.otherCauses).toEqual([{ kind: 'settings', figure: 'implementationPercent' }]);
  });

  it.each<[string, readonly [number | null, number | null], readonly object[]]>([
    ['is stated anew', [70, 100], [{ kind: 'stated' }]],
    ['is stated for the first time', [null, 70], [{ kind: 'stated' }]],
    ['is still the same', [70, 70], []],
  ])('of a pledge whose rate %s', (_, [before, after], is) => {
    const stating = (value: number | null): Records => {
      const stated = value === null ? [] : [{ kind: 'implementationPercent' as const, value, row: 9 }];
      return ledger({ targets: [], pledge: pledge({ stated }) });
    };
    const comparison = comparisonOf(
      frozen(closing(stating(before), date('2024-02-29'))),
      now(stating(after), date('2024-03-31')),
    );
    expect(comparison.otherCauses).toEqual(is);
  });

  it('is unknown if a recorded figure differs from its rows', () => {
    const { record, events } = FEBRUARY;
    const indicators = (record.figures.indicators ?? []).map((indicator) => ({ ...indicator, value: 1 }));
    const off = { ...record, figures: { ...record.figures, indicators } };
    const comparison = comparisonOf(frozen({ record: off, events }), now(ledger(), date('2024-02-29')));
    expect(comparison.otherCauses).toEqual([{ kind: 'unknown', figure: 'heldMeetings', by: 2 }]);
  });

  it('is unknown if recorded money differs from its rows', () => {
    const { record, events } = FEBRUARY;
    const off = { ...record, figures: { ...record.figures, executedWon: 39 } };
    const { otherCauses } = comparisonOf(frozen({ record: off, events }), now(ledger(), date('2024-02-29')));
    expect(otherCauses).toEqual([{ kind: 'unknown', figure: 'executedWon', by: 1 }]);
  });
});

describe('what cannot be compared', () => {
  it('are the rows of a month whose events were altered; its figures can be', () => {
    const { record, events } = FEBRUARY;
    const altered = snapshotOfMonth(record, [record], events.slice(1));
    const comparison = comparisonOf(altered, now(ledger({ meetings: [] }), date('2024-03-31')));
    expect(comparison).toMatchObject({ rowsUnknownSince: '2024-02', rows: [], otherCauses: [] });
    expect(comparison.figures.find(({ figure }) => figure === 'heldMeetings')).toEqual({
      figure: 'heldMeetings',
      before: 3,
      after: 0,
      byRows: null,
    });
  });

  it.each([
    { missing: ['meetings', 'executions'], tabs: ['meetings', 'executions'] },
    { missing: ['targets', 'budgetPlans'], tabs: ['meetings', 'executions'] },
    { missing: ['suggestions'], tabs: ['suggestions'] },
  ])('are the rows of $tabs if $missing are missing: they were not removed', ({ missing, tabs }) => {
    const given = Object.fromEntries(missing.map((tab) => [tab, null]));
    const state = ledger(given);
    const later = comparisonOf(now(ledger(), date('2024-02-29')), now(state, date('2024-02-29')));
    for (const { rows, notCompared, otherCauses } of [sinceFebruary(given), later]) {
      expect({ rows, notCompared, otherCauses }).toEqual({ rows: [], notCompared: tabs, otherCauses: [] });
    }
  });

  it('are the rows of a later month whose events were altered', () => {
    const march = closing(ledger(), date('2024-03-31'));
    const altered = snapshotOfMonth(march.record, [march.record], march.events.slice(1));
    const comparison = comparisonOf(frozen(FEBRUARY), altered);
    expect(comparison).toMatchObject({ rowsUnknownSince: '2024-03', rows: [] });
  });

  it('are not the rows of tabs that exist', () => {
    const given = { suggestions: null, meetings: meetings([TEA], `${MEETINGS}\n2024-03-01 | tea | 5`) };
    const comparison = sinceFebruary(given);
    expect(comparison.notCompared).toEqual(['suggestions']);
    expect(shownRows(comparison)).toEqual(['added meetings 4: heldMeetings +5']);
  });

  it('are the rows of a month that was closed without its plan', () => {
    const closed = frozen(closing(ledger({ targets: null, budgetPlans: null }), date('2024-02-29')));
    const { rows, notCompared, otherCauses } = comparisonOf(closed, now(ledger(), date('2024-02-29')));
    expect({ rows, notCompared, otherCauses }).toEqual({
      rows: [],
      notCompared: ['meetings', 'results', 'executions'],
      otherCauses: [],
    });
  });
});

it('after any edits, the rows add up to the difference of every figure that is their sum', () => {
  const end = fc.constantFrom(...MONTH_ENDS);
  fc.assert(
    fc.property(anyRecords, anyRecords, anyHistory, end, end, (before, after, history, first, second) => {
      const comparison = comparisonOf(frozen(closing(before, first, history)), now(after, second, history));
      expect(comparison.rowsUnknownSince).toBeNull();
      expect(comparison.otherCauses.filter(({ kind }) => kind === 'unknown')).toEqual([]);
      for (const { figure, before: was, after: is, byRows } of comparison.figures) {
        const isOfRows =
          ['heldMeetings', 'suggestions', 'executedWon'].includes(figure) || partsOf(figure).of === 'status';
        expect(byRows, figure).toBe(isOfRows ? (is ?? 0) - (was ?? 0) : null);
      }
    }),
  );
});
