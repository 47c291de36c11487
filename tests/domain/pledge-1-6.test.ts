import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/domain/figure.ts';
import { calculate } from '../../src/domain/report.ts';
import type { StatusBreakdown } from '../../src/domain/suggestions/suggestions.ts';
import { FUNDING_SOURCES } from '../../src/domain/words.ts';
import { date } from './ledger.ts';
import { CATEGORIES, PLEDGE_1_6 } from './pledge-1-6.ts';

function reportAsOf(asOf: string) {
  const { meetings, suggestions, budget, ...rest } = calculate(PLEDGE_1_6, {
    asOf: date(asOf),
    today: date('2024-05-10'),
  });
  if (meetings === null || suggestions === null || budget === null) throw new Error('every tab is there');
  return { meetings, suggestions, budget, ...rest };
}

/** `17`, `~200` for an estimate, `blank` if no row has a number. */
function shown({ value, approximate }: Figure): string {
  return value === null ? 'blank' : `${approximate ? '~' : ''}${value}`;
}

function shownStatuses({ total, statuses, noStatus, unknownThen }: StatusBreakdown): string {
  const parts = Object.entries({ ...statuses, noStatus, unknownThen })
    .filter(([, figure]) => figure.value !== null)
    .map(([status, figure]) => `${status} ${figure.value}`);
  return `${shown(total)} = ${parts.join(', ')}`;
}

const MARCH = reportAsOf('2024-03-31');
const DECEMBER = reportAsOf('2023-12-31');

describe('pledge 1-6 as of 2024-03-31', () => {
  it('has held 108 of 200 meetings, 54 %, and is on track', () => {
    expect(MARCH.meetings.target).toBe(200);
    expect(shown(MARCH.meetings.value)).toBe('108');
    expect(MARCH.meetings.rate).toEqual({ part: 108, whole: 200, percent: 54, digits: 0 });
    expect(MARCH.status).toEqual({ chosen: null, suggested: 'onTrack' });
  });

  it.each([
    { year: 2022, planned: 20, plannedPercent: 10, held: '39', cumulative: '39', percent: 19 },
    { year: 2023, planned: 50, plannedPercent: 25, held: '52', cumulative: '91', percent: 45 },
    { year: 2024, planned: 90, plannedPercent: 45, held: '17', cumulative: '108', percent: 54 },
    { year: 2025, planned: 140, plannedPercent: 70, held: 'blank', cumulative: 'blank', percent: null },
    { year: 2026, planned: 200, plannedPercent: 100, held: 'blank', cumulative: 'blank', percent: null },
  ])('$year: $planned planned, $cumulative held', (expected) => {
    const row = MARCH.meetings.years.find(({ year }) => year === expected.year);
    expect(
      row && {
        year: row.year,
        planned: row.planned.value,
        plannedPercent: row.plannedRate.percent,
        held: shown(row.achieved),
        cumulative: shown(row.value),
        percent: row.rate.percent,
      },
    ).toEqual(expected);
  });

  it.each([
    { year: 2022, category: CATEGORIES.openingBalance, held: '39', groups: 'blank', people: 'blank' },
    { year: 2023, category: CATEGORIES.mayor, held: '1', groups: 'blank', people: '~200' },
    { year: 2023, category: CATEGORIES.dong, held: '15', groups: 'blank', people: 'blank' },
    { year: 2023, category: CATEGORIES.tea, held: '21', groups: '23', people: '212' },
    { year: 2023, category: CATEGORIES.site, held: '1', groups: '2', people: 'blank' },
    { year: 2023, category: CATEGORIES.policy, held: '13', groups: '13', people: '411' },
    { year: 2023, category: CATEGORIES.community, held: '1', groups: '20', people: '~130' },
    { year: 2023, category: CATEGORIES.other, held: 'blank', groups: 'blank', people: 'blank' },
    { year: 2024, category: CATEGORIES.mayor, held: '1', groups: 'blank', people: '~500' },
    { year: 2024, category: CATEGORIES.dong, held: '15', groups: 'blank', people: 'blank' },
    { year: 2024, category: CATEGORIES.tea, held: '0', groups: 'blank', people: 'blank' },
    { year: 2024, category: CATEGORIES.site, held: '0', groups: 'blank', people: 'blank' },
    { year: 2024, category: CATEGORIES.policy, held: '1', groups: 'blank', people: 'blank' },
    { year: 2024, category: CATEGORIES.other, held: 'blank', groups: 'blank', people: 'blank' },
  ])('$year, $category.name: $held held, $groups groups, $people people', (expected) => {
    const row = MARCH.meetings.categories.find(
      ({ year, category }) => year === expected.year && category === expected.category,
    );
    expect(
      row && {
        year: row.year,
        category: row.category,
        held: shown(row.held),
        groups: shown(row.groups),
        people: shown(row.attendees),
      },
    ).toEqual(expected);
  });

  it.each([
    { year: 2022, occasion: 'first visit of 2022', is: '212 = noStatus 212' },
    {
      year: 2023,
      occasion: 'dong visits',
      is: '186 = completed 96, inProgress 23, midLongTerm 24, notFeasible 24, transferred 19',
    },
    { year: 2023, occasion: 'mayor, new year', is: '14 = inProgress 8, underReview 5, notFeasible 1' },
    { year: 2023, occasion: 'mayor, to the dongs', is: '3 = inProgress 1, underReview 2' },
    { year: 2024, occasion: 'dong visits', is: '186 = noStatus 186' },
    { year: 2024, occasion: 'mayor, new year', is: '5 = noStatus 5' },
  ])('suggestions of $year, $occasion: $is', ({ year, occasion, is }) => {
    const row = MARCH.suggestions.occasions.find((line) => line.year === year && line.occasion === occasion);
    expect(row && shownStatuses(row)).toBe(is);
  });

  it('counts 606 suggestions, 403 of them without a status', () => {
    expect(shown(MARCH.suggestions.all.total)).toBe('606');
    expect(shown(MARCH.suggestions.all.noStatus)).toBe('403');
  });

  it.each([
    { year: 2022, planned: 3_000_000, executed: 1_800_000, percent: 60 },
    { year: 2023, planned: 6_000_000, executed: 3_900_000, percent: 65 },
    { year: 2024, planned: 6_000_000, executed: null, percent: null },
    { year: 2025, planned: 6_000_000, executed: null, percent: null },
    { year: 2026, planned: 6_000_000, executed: null, percent: null },
  ])(
    '$year: $executed of $planned won spent, all of the district',
    ({ year, planned, executed, percent }) => {
      const row = MARCH.budget.years.find((line) => line.year === year);
      for (const line of [row?.total, row?.bySource.district]) {
        expect([line?.planned.value, line?.executed.value, line?.rate.percent]).toEqual([
          planned,
          executed,
          percent,
        ]);
      }
      for (const source of FUNDING_SOURCES.filter((name) => name !== 'district')) {
        expect([row?.bySource[source].planned.value, row?.bySource[source].executed.value]).toEqual([
          null,
          null,
        ]);
      }
    },
  );

  it('has spent 21.1 % of the whole plan and 63.3 % of 2022 and 2023', () => {
    const { total, closedYears } = MARCH.budget;
    expect([total.planned.value, total.executed.value]).toEqual([27_000_000, 5_700_000]);
    expect([total.balance, total.rate.percent]).toEqual([21_300_000, 21.1]);
    expect(closedYears).toMatchObject({ from: 2022, to: 2023, line: { rate: { percent: 63.3 } } });
  });

  it('leaves the meeting of April out, and counts it in the row account', () => {
    expect(MARCH.admitted.meetings).toEqual({ counted: 13, afterAsOf: 1, excluded: 0 });
    expect(MARCH.findings).toEqual([]);
  });
});

describe('pledge 1-6 as of 2023-12-31', () => {
  it('has held 91 of 200 meetings, 45 %', () => {
    expect(shown(DECEMBER.meetings.value)).toBe('91');
    expect(DECEMBER.meetings.rate.percent).toBe(45);
    expect(DECEMBER.status.suggested).toBe('onTrack');
    expect(DECEMBER.meetings.years.map(({ value, rate }) => `${shown(value)} ${rate.percent ?? ''}`)).toEqual(
      ['39 19', '91 45', 'blank ', 'blank ', 'blank '],
    );
  });

  it('splits 2023 as three months later, and has nothing of 2024', () => {
    const of2023 = (report: typeof MARCH) =>
      report.meetings.categories
        .filter(({ year }) => year === 2023)
        .map(({ category, held }) => `${category.name} ${shown(held)}`);
    expect(of2023(DECEMBER)).toEqual(of2023(MARCH));
    expect(DECEMBER.meetings.categories.some(({ year }) => year === 2024)).toBe(false);
  });

  it('has spent 5.7 million won', () => {
    expect(DECEMBER.budget.total.executed.value).toBe(5_700_000);
    expect(DECEMBER.budget.closedYears?.line.rate.percent).toBe(63.3);
  });

  it('has received 415 suggestions', () => {
    expect(shown(DECEMBER.suggestions.all.total)).toBe('415');
  });
});
