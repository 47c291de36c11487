import { describe, expect, it } from 'vitest';
import { type Finding, severityOf } from '../../../src/domain/finding.ts';
import { changedPast } from '../../../src/domain/months/changed-past.ts';
import { basisFor, factsAfter, monthsWithAlteredEvents } from '../../../src/domain/months/month-events.ts';
import { numbersOf } from '../../../src/domain/months/monthly-figures.ts';
import { withoutRows } from '../../../src/domain/months/monthly-record.ts';
import type { Records } from '../../../src/domain/records.ts';
import { newStatusChanges } from '../../../src/domain/suggestions/status-history.ts';
import { closing, TODAY } from '../closing.ts';
import {
  budgetPlans,
  category,
  date,
  executions,
  meetings,
  records,
  suggestions,
  targets,
} from '../ledger.ts';
import { PLEDGE_1_6 } from '../pledge-1-6.ts';

const TEA = category('tea');

describe('the record of a month', () => {
  it('holds the key figures of the reference pledge', () => {
    const { figures, findings, rowCount, asOf } = closing(PLEDGE_1_6, date('2024-03-31')).record;
    expect(asOf).toBe('2024-03-31');
    expect(rowCount).toBeGreaterThan(0);
    expect(findings).toEqual({ error: 0, warning: 0, notice: 2 });
    expect(figures).toMatchObject({
      implementationPercent: 54,
      indicators: [{ kind: 'meetings', value: 108, target: 200, ratePercent: 54 }],
      plannedWon: 27_000_000,
      executedWon: 5_700_000,
      executionPercent: 21.1,
      chosenStatus: null,
      suggestedStatus: 'onTrack',
    });
  });

  it('leaves unknown figures blank', () => {
    const { figures } = closing(records({ targets: null, executions: null }), date('2024-03-31')).record;
    expect([...numbersOf(figures)].filter(([, value]) => value !== null)).toEqual([]);
  });
});

it('a month whose rows cannot be kept has its figures, but no later month starts from it', () => {
  const whole = closing(PLEDGE_1_6, date('2024-03-31'));
  const { record, events } = withoutRows(whole);
  expect(events).toEqual([]);
  expect(record).toEqual({
    ...whole.record,
    basedOn: null,
    eventCount: 0,
    eventFingerprint: '0000000000000000',
  });
  expect(monthsWithAlteredEvents([record], [])).toEqual([]);
  expect(factsAfter('2024-03', [record], [])).toEqual({ status: 'unknown', month: '2024-03' });
  expect(basisFor('2024-04', [record], [])).toBeNull();
});

const MEETINGS = '2024-01-10 | tea | 1\n2024-02-10 | tea | 1\n2024-03-10 | tea | 1\n2024-04-10 | tea | 1';
const SUGGESTIONS =
  '2024-01-05 | letters | 3 | inProgress | | | | A-1\n2024-01-05 | letters | 2 | | | | | A-2';

function ledger(given: Partial<Records> = {}): Records {
  return records({
    targets: targets('2024 | 10'),
    budgetPlans: budgetPlans('2024 | city | 100'),
    meetings: meetings([TEA], MEETINGS),
    suggestions: suggestions(SUGGESTIONS),
    executions: [],
    ...given,
  });
}

const ENDS = ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'].map(date);
const FROZEN = ENDS.map((asOf) => closing(ledger(), asOf).record);

function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ problem }) =>
    problem.code === 'past-month-changed'
      ? `${problem.month}..${problem.lastMonth} ${problem.figure} ${problem.frozen} > ${problem.now}`
      : problem.code,
  );
}

describe('an edit of the past', () => {
  const logOf = (table: string) => ({ meetings: meetings([TEA], table) });
  const CASES: readonly { what: string; given: Partial<Records>; is: readonly string[] }[] = [
    { what: 'none', given: {}, is: [] },
    {
      what: 'a row of a month that is not closed',
      given: logOf(`${MEETINGS}\n2024-05-02 | tea | 5`),
      is: [],
    },
    {
      what: 'a row dated into a closed month',
      given: logOf(`${MEETINGS}\n2024-02-20 | tea | 5`),
      is: ['2024-02..2024-04 heldMeetings 2 > 7'],
    },
    {
      what: 'two edits, months apart',
      given: logOf(`${MEETINGS.replace('01-10 | tea | 1', '01-10 | tea | 3')}\n2024-03-20 | tea | 5`),
      is: ['2024-01..2024-02 heldMeetings 1 > 3', '2024-03..2024-04 heldMeetings 3 > 10'],
    },
    {
      what: 'a row that was moved to another month',
      given: logOf(MEETINGS.replace('2024-02-10', '2024-03-11')),
      is: ['2024-02..2024-02 heldMeetings 2 > 1'],
    },
    { what: 'rows that were sorted', given: logOf(MEETINGS.split('\n').reverse().join('\n')), is: [] },
    {
      what: 'a status dated back',
      given: { suggestions: suggestions(SUGGESTIONS.replace('inProgress |', 'completed | 2024-03-15')) },
      is: [
        '2024-03..2024-04 status completed null > 3',
        '2024-01..2024-04 status inProgress 3 > null',
        '2024-01..2024-02 status unknownThen null > 3',
      ],
    },
    {
      what: 'money that nobody had entered',
      given: { executions: executions('2024-03-05 | city | 70') },
      is: ['2024-03..2024-04 executedWon null > 70'],
    },
    {
      what: 'money of zero won, where nothing was known',
      given: { executions: executions('2024-04-05 | city | 0') },
      is: ['2024-04..2024-04 executedWon null > 0'],
    },
    { what: 'another target', given: { targets: targets('2024 | 99') }, is: [] },
    { what: 'a tab that is missing now', given: { meetings: null, suggestions: null }, is: [] },
  ];

  it.each(CASES)('($what) is reported with both values', ({ given, is }) => {
    expect(told(changedPast(ledger(given), [], FROZEN, TODAY))).toEqual(is);
  });

  it('is reported by month in order, in any order of the records', () => {
    const given = ledger(logOf(`${MEETINGS}\n2024-02-20 | tea | 5`));
    expect(told(changedPast(given, [], [...FROZEN].reverse(), TODAY))).toEqual([
      '2024-02..2024-04 heldMeetings 2 > 7',
    ]);
  });

  it('is not reported if a status changed only today, because the history knows the earlier one', () => {
    const history = newStatusChanges(ledger().suggestions ?? [], [], date('2024-01-20'));
    const now = suggestions(SUGGESTIONS.replace('inProgress |', 'completed | 2024-06-15'));
    expect(told(changedPast(ledger({ suggestions: now }), history, FROZEN, TODAY))).toEqual([]);
  });

  it('is not reported for meetings of a month closed without its plan, which were not computed', () => {
    const frozen = ENDS.map((asOf) => closing(ledger({ targets: null, suggestions: [] }), asOf).record);
    expect(told(changedPast(ledger({ suggestions: [] }), [], frozen, TODAY))).toEqual([]);
    expect(told(changedPast(ledger({ suggestions: [], meetings: [] }), [], frozen, TODAY))).toEqual([]);
  });

  it('is not reported for figures that cannot be computed now because a tab is missing', () => {
    const money = { executions: executions('2024-01-05 | city | 5') };
    const frozen = ENDS.map((asOf) => closing(ledger(money), asOf).record);
    const toldOf = (given: Partial<Records>) => told(changedPast(ledger(given), [], frozen, TODAY));
    const edited = {
      meetings: meetings([TEA], `${MEETINGS}\n2024-02-20 | tea | 5`),
      executions: executions('2024-01-05 | city | 7'),
    };
    const ofMeetings = '2024-02..2024-04 heldMeetings 2 > 7';
    const ofMoney = '2024-01..2024-04 executedWon 5 > 7';
    expect(toldOf(edited)).toEqual([ofMeetings, ofMoney]);
    expect(toldOf({ ...edited, meetings: null })).toEqual([ofMoney]);
    expect(toldOf({ ...edited, targets: null })).toEqual([ofMoney]);
    expect(toldOf({ ...edited, executions: null })).toEqual([ofMeetings]);
    expect(toldOf({ ...edited, budgetPlans: null })).toEqual([ofMeetings]);
    expect(toldOf({ ...money, suggestions: null })).toEqual([]);
  });

  it('is not reported if nothing was held then and nothing is now', () => {
    const none = ledger({ meetings: [] });
    const frozen = ENDS.map((asOf) => closing(none, asOf).record);
    expect(frozen[0]?.figures.indicators?.[0]?.value).toBe(0);
    expect(changedPast(none, [], frozen, TODAY)).toEqual([]);
  });

  it('is reported at the tab of closed months, not at a row', () => {
    const [finding] = changedPast(ledger(logOf('')), [], FROZEN, TODAY);
    expect(finding?.place).toEqual({ tab: 'monthlyRecords', row: null, field: null });
    expect(finding && severityOf(finding)).toBe('warning');
  });

  it('is not reported if no month is closed', () => {
    expect(changedPast(ledger(), [], [], TODAY)).toEqual([]);
  });
});
