import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetLine, budgetReport } from '../../src/domain/budget.ts';
import { FUNDING_SOURCES } from '../../src/domain/words.ts';
import { budgetPlans, date, executions } from './ledger.ts';

const YEARS = [2022, 2023, 2024];
const TERM = { startYear: 2022, endYear: 2024 };
const ONE_DIGIT = { mode: 'truncate', digits: 1 } as const;

function reportOf(plans: string, spent: string, asOf = '2024-03-31') {
  return budgetReport(
    FUNDING_SOURCES,
    budgetPlans(plans),
    executions(spent),
    { years: YEARS, term: TERM },
    ONE_DIGIT,
    date(asOf),
  );
}

const shown = (line: BudgetLine | undefined) =>
  line && [line.planned.value, line.executed.value, line.balance, line.rate.percent];

describe('a budget', () => {
  const { years, total, bySource, closedYears } = reportOf(
    `
    2022 | district | 3000000
    2023 | district | 6000000
    2023 | city     | 1000000
    2024 | district | 6000000`,
    `
    2022-12-20 | district | 1800000
    2023-06-15 | district | 2000000
    2023-11-30 | district | 2200000
    2023-12-15 | district | -300000
    2023-12-31 | national |   50000`,
  );
  const year = (wanted: number) => years.find((row) => row.year === wanted);

  it.each([
    { line: '2022 district', is: [3_000_000, 1_800_000, 1_200_000, 60], of: year(2022)?.bySource.district },
    { line: '2022 total', is: [3_000_000, 1_800_000, 1_200_000, 60], of: year(2022)?.total },
    { line: '2023 district', is: [6_000_000, 3_900_000, 2_100_000, 65], of: year(2023)?.bySource.district },
    { line: '2023 city, nothing logged', is: [1_000_000, null, null, null], of: year(2023)?.bySource.city },
    { line: '2023 national, no plan', is: [null, 50_000, null, null], of: year(2023)?.bySource.national },
    { line: '2023 other, neither', is: [null, null, null, null], of: year(2023)?.bySource.other },
    { line: '2023 total', is: [7_000_000, 3_950_000, 3_050_000, 56.4], of: year(2023)?.total },
    { line: '2024 total, not yet known', is: [6_000_000, null, null, null], of: year(2024)?.total },
    { line: 'district, all years', is: [15_000_000, 5_700_000, 9_300_000, 38], of: bySource.district },
    { line: 'everything', is: [16_000_000, 5_750_000, 10_250_000, 35.9], of: total },
    { line: 'the closed years', is: [10_000_000, 5_750_000, 4_250_000, 57.5], of: closedYears?.line },
  ])('shows $line as plan, execution, balance and rate $is', ({ is, of }) => {
    expect(shown(of)).toEqual(is);
  });

  it.each([
    { asOf: '2022-12-30', is: null },
    { asOf: '2022-12-31', is: [2022, 2022] },
    { asOf: '2023-12-30', is: [2022, 2022] },
    { asOf: '2023-12-31', is: [2022, 2023] },
    { asOf: '2030-01-01', is: [2022, 2024] },
  ])('has closed the years $is as of $asOf', ({ asOf, is }) => {
    const closed = reportOf('', '', asOf).closedYears;
    expect(closed && [closed.from, closed.to]).toEqual(is);
  });

  it('with an execution of 0 has a known zero, not a blank', () => {
    const [first] = reportOf('2022 | district | 3000000', '2022-12-20 | district | 0').years;
    expect(shown(first?.total)).toEqual([3_000_000, 0, 3_000_000, 0]);
  });

  it('that is overspent has a negative balance and a rate above 100 %', () => {
    const [first] = reportOf('2022 | city | 100', '2022-12-20 | city | 150').years;
    expect(shown(first?.total)).toEqual([100, 150, -50, 150]);
  });

  it('always adds up: years, funding sources and all rows give one total', () => {
    const line = fc.tuple(
      fc.constantFrom(...YEARS),
      fc.constantFrom(...FUNDING_SOURCES),
      fc.integer({ min: -1_000_000, max: 900_000_000_000 }),
    );
    const lines = fc.array(line, { maxLength: 20 });
    fc.assert(
      fc.property(lines, lines, (planned, spent) => {
        const report = reportOf(
          planned.map((cells) => cells.join('|')).join('\n'),
          spent.map(([at, source, won]) => `${at}-06-01|${source}|${won}`).join('\n'),
        );
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((all, value) => all + (value ?? 0), 0);
        const plannedWon = sum(planned.map(([, , won]) => won));
        const spentWon = sum(spent.map(([, , won]) => won));
        expect(report.total.planned.value ?? 0).toBe(plannedWon);
        expect(report.total.executed.value ?? 0).toBe(spentWon);
        expect(sum(report.years.map((row) => row.total.executed.value))).toBe(spentWon);
        expect(sum(FUNDING_SOURCES.map((source) => report.bySource[source].planned.value))).toBe(plannedWon);
      }),
    );
  });
});
