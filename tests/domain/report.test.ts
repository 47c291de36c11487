import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/domain/report.ts';
import {
  budgetPlans,
  category,
  date,
  executions,
  indicator,
  meetings,
  pledge,
  records,
  suggestions,
  targets,
} from './ledger.ts';

const TEA = category('tea');
const clock = { asOf: date('2024-03-31'), today: date('2024-05-10') };

describe('the rows of a tab', () => {
  it.each([
    {
      tab: 'meetings',
      given: {
        meetings: meetings(
          [TEA],
          `
          2024-03-31 | tea
          2024-04-01 | tea
          2024-05-11 | tea
          2024       | tea
          2023       | tea`,
        ),
      },
      is: { counted: 2, afterAsOf: 2, excluded: 1 },
      says: ['date-in-the-future', 'undecidable-date'],
    },
    {
      tab: 'suggestions',
      given: {
        suggestions: suggestions(`
          2024-01-05 | visits | 1 | | | | | A-1
          2024-01-06 | visits | 1 | | | | | A-2
          2024-01-07 | visits | 1 | | | | | A-1
          2024-01-07 | visits | 1 | | | | |
          2024-01-07 | visits | 1 | | | | |
          2024-03    | visits | 1 | | | | | A-3
          2024       | visits | 1 | | | | | A-4
          2024-04    | visits | 1 | | | | | A-5`),
      },
      is: { counted: 5, afterAsOf: 1, excluded: 2 },
      says: ['undecidable-date', 'doubled-receipt-number'],
    },
    {
      tab: 'targets',
      given: { targets: targets('2022 | 20\n2023 | 50\n2022 | 30') },
      is: { counted: 2, afterAsOf: 0, excluded: 1 },
      says: ['doubled-year'],
    },
    {
      tab: 'executions',
      given: {
        executions: executions(`
          2022-12-20 | district | 1
          2024-04-20 | district | 1
          2024-03    | district | 1`),
      },
      is: { counted: 2, afterAsOf: 1, excluded: 0 },
      says: [],
    },
    {
      tab: 'budgetPlans',
      given: { budgetPlans: budgetPlans('2030 | district | 1\n2030 | district | 2') },
      is: { counted: 2, afterAsOf: 0, excluded: 0 },
      says: [],
    },
  ] as const)('$tab are all accounted for', ({ tab, given, is, says }) => {
    const { admitted, findings } = calculate(records(given), clock);
    expect(admitted[tab]).toEqual(is);
    expect(findings.map(({ problem }) => problem.code)).toEqual(says);
  });

  it('meetings are all accounted for, whatever their dates', () => {
    const anyDate = fc.constantFrom('2022', '2024', '2024-03', '2024-03-31', '2024-04', '2025-01-01');
    fc.assert(
      fc.property(fc.array(anyDate), (dates) => {
        const log = meetings([TEA], dates.map((day) => `${day} | tea`).join('\n'));
        const report = calculate(records({ meetings: log }), clock);
        const account = report.admitted.meetings;
        expect((account?.counted ?? 0) + (account?.afterAsOf ?? 0) + (account?.excluded ?? 0)).toBe(
          dates.length,
        );
        expect(report.meetings?.value.value).toBe(account?.counted);
      }),
    );
  });

  it('name the first of two rows with the same receipt number or year', () => {
    const { findings } = calculate(
      records({
        targets: targets('2022 | 20\n2022 | 30'),
        suggestions: suggestions('2024-01-05 | v | 1 | | | | | A-1\n2024-01-07 | v | 1 | | | | | A-1'),
      }),
      clock,
    );
    expect(findings).toEqual([
      {
        problem: { code: 'doubled-year', found: '2022', firstRow: 2 },
        place: { tab: 'targets', row: 3, field: 'year' },
      },
      {
        problem: { code: 'doubled-receipt-number', found: 'A-1', firstRow: 2 },
        place: { tab: 'suggestions', row: 3, field: 'number' },
      },
    ]);
  });
});

describe('the years shown', () => {
  it.each([
    {
      case: 'those of the pledge',
      given: { pledge: pledge({ startYear: 2022, endYear: 2024 }) },
      is: [2022, 2023, 2024],
    },
    { case: 'none when nothing names one', given: {}, is: [] },
    {
      case: 'those of the plan, without gaps',
      given: { targets: targets('2022 | 1\n2024 | 3') },
      is: [2022, 2023, 2024],
    },
    {
      case: 'also one that only the money names',
      given: {
        pledge: pledge({ endYear: 2024 }),
        targets: targets('2023 | 1'),
        executions: executions('2022-01-01 | city | 5'),
      },
      is: [2022, 2023, 2024],
    },
    {
      case: 'not one that the money has before or after the pledge',
      given: {
        pledge: pledge({ startYear: 2023, endYear: 2023 }),
        executions: executions('2022-01-01 | city | 5'),
        budgetPlans: budgetPlans('2024 | city | 5'),
      },
      is: [2023],
    },
    {
      case: 'not one of a row after the as-of date',
      given: {
        pledge: pledge({ startYear: 2023, endYear: 2024 }),
        meetings: meetings([TEA], '2027-01-01 | tea'),
      },
      is: [2023, 2024],
    },
  ])('are $case', ({ given, is }) => {
    expect(calculate(records(given), clock).years).toEqual(is);
  });
});

describe('a tab that is missing', () => {
  it.each([
    { missing: { meetings: null }, leaves: [false, true, true] },
    { missing: { targets: null }, leaves: [false, true, true] },
    { missing: { suggestions: null }, leaves: [true, false, true] },
    { missing: { budgetPlans: null }, leaves: [true, true, false] },
    { missing: { executions: null }, leaves: [true, true, false] },
  ])('$missing stops only what needs it', ({ missing, leaves }) => {
    const report = calculate(records(missing), clock);
    expect([report.meetings !== null, report.suggestions !== null, report.budget !== null]).toEqual(leaves);
  });

  it('leaves the implementation status open, but keeps the one a person chose', () => {
    const { status } = calculate(
      records({ meetings: null, pledge: pledge({ chosenStatus: 'onHold' }) }),
      clock,
    );
    expect(status).toEqual({ chosen: 'onHold', suggested: null });
  });
});

describe('records of a tab that is missing', () => {
  it('are none, and name no year', () => {
    const missing = { targets: null, meetings: null, suggestions: null, budgetPlans: null, executions: null };
    const report = calculate(
      records({ ...missing, pledge: pledge({ startYear: 2022, endYear: 2023 }) }),
      clock,
    );
    expect(report.years).toEqual([2022, 2023]);
    const none = { counted: 0, afterAsOf: 0, excluded: 0 };
    expect(report.admitted).toEqual({
      targets: none,
      meetings: none,
      results: none,
      suggestions: none,
      budgetPlans: none,
      executions: none,
    });
  });
});

it('the outlook exists exactly where meetings could be computed', () => {
  expect(calculate(records(), clock).meetings?.outlook).toBeDefined();
  expect(calculate(records({ targets: null }), clock).indicators).toEqual([]);
  const endless = calculate(records({ indicators: [indicator({ target: 30 })] }), clock).meetings?.outlook;
  expect(endless).toMatchObject({ needs: [], projection: { by: null } });
});

it('the implementation status is suggested from the figures, whatever a person chose', () => {
  const { status } = calculate(
    records({
      pledge: pledge({ chosenStatus: 'onHold' }),
      indicators: [indicator({ target: 2 })],
      meetings: meetings([TEA], '2024-01-05 | tea | 2'),
    }),
    clock,
  );
  expect(status).toEqual({ chosen: 'onHold', suggested: 'completed' });
});

describe('a plan for later', () => {
  it.each([
    ['that names no day', null, true],
    ['until the day after the as-of date', '2024-04-01', true],
    ['until the as-of date itself', '2024-03-31', false],
    ['of last year', '2023-12-31', false],
  ])('%s is still to come: %s %s', (_, until, isShown) => {
    const plan = {
      row: 2,
      pledge: '',
      when: '',
      content: 'a report',
      category: null,
      until: until === null ? null : date(until),
    };
    expect(calculate(records({ futurePlans: [plan] }), clock).futurePlans).toEqual(isShown ? [plan] : []);
  });
});

describe('a receipt number with a later date', () => {
  it.each([
    ['above', '2024-05-01 | v | 2 | | | | | A-7\n2023-02-02 | v | 3 | | | | | A-7'],
    ['below', '2023-02-02 | v | 3 | | | | | A-7\n2024-05-01 | v | 2 | | | | | A-7'],
  ])('in a row %s does not exclude the row that counts', (_, rows) => {
    const report = calculate(records({ suggestions: suggestions(rows) }), clock);
    expect(report.suggestions?.all.total.value).toBe(3);
  });
});
