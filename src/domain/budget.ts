/** The budget: plan, execution, balance and rate of execution by year and funding source, in whole won. */
import { type IsoDate, lastDayOfYear, yearOf } from './date.ts';
import { type Figure, figureOf, sumOf } from './figure.ts';
import { groupBy } from './grouping.ts';
import { type Rate, type RatePrecision, rateOf } from './rate.ts';
import type { BudgetPlan, Execution } from './records.ts';
import { type FundingSource, totalRecord } from './words.ts';

export interface BudgetLine {
  /** Unknown where the plan has no row. */
  readonly planned: Figure;
  /** Unknown where no execution is logged: 0 and not yet known look alike, so neither is assumed. */
  readonly executed: Figure;
  /** Plan less execution; null where either is unknown. */
  readonly balance: number | null;
  readonly rate: Rate;
}

/** Whether anything is planned or executed. */
export function isKnownLine({ planned, executed }: BudgetLine): boolean {
  return planned.value !== null || executed.value !== null;
}

export interface BudgetYear {
  readonly year: number;
  readonly total: BudgetLine;
  readonly sources: Readonly<Record<FundingSource, BudgetLine>>;
}

export interface BudgetReport {
  readonly total: BudgetLine;
  readonly sources: Readonly<Record<FundingSource, BudgetLine>>;
  readonly years: readonly BudgetYear[];
  /** The years that have ended by the as-of date together; null when none has. */
  readonly closedYears: {
    readonly from: number;
    readonly to: number;
    readonly line: BudgetLine;
  } | null;
}

/**
 * @param funds every fund that is known, in its order.
 * @param plans the whole plan: what is planned does not depend on the as-of date.
 * @param executions those that count as of the date.
 */
export function budgetReport(
  funds: readonly FundingSource[],
  plans: readonly BudgetPlan[],
  executions: readonly Execution[],
  years: readonly number[],
  precision: RatePrecision,
  asOf: IsoDate,
): BudgetReport {
  const plansByYear = groupBy(plans, ({ year }) => year);
  const executionsByYear = groupBy(executions, ({ date }) => yearOf(date.first));
  const budgetYears = years.map((year) => {
    const plansBySource = groupBy(plansByYear.get(year) ?? [], ({ fundingSource }) => fundingSource);
    const executionsBySource = groupBy(
      executionsByYear.get(year) ?? [],
      ({ fundingSource }) => fundingSource,
    );
    const sources = totalRecord(funds, (source) => {
      const planned = figureOf((plansBySource.get(source) ?? []).map((plan) => plan.planned));
      const executed = figureOf(
        (executionsBySource.get(source) ?? []).map((execution) => execution.executed),
      );
      return lineOf(planned, executed, precision);
    });
    return { year, total: sumOfLines(Object.values(sources), precision), sources };
  });
  const closed = budgetYears.filter(({ year }) => lastDayOfYear(year) <= asOf);
  const first = closed[0];
  const last = closed[closed.length - 1];
  return {
    total: sumOfLines(
      budgetYears.map(({ total }) => total),
      precision,
    ),
    sources: totalRecord(funds, (source) =>
      sumOfLines(
        budgetYears.flatMap(({ sources }) => sources[source] ?? []),
        precision,
      ),
    ),
    years: budgetYears,
    closedYears:
      first === undefined || last === undefined
        ? null
        : {
            from: first.year,
            to: last.year,
            line: sumOfLines(
              closed.map(({ total }) => total),
              precision,
            ),
          },
  };
}

function lineOf(planned: Figure, executed: Figure, precision: RatePrecision): BudgetLine {
  return {
    planned,
    executed,
    balance: planned.value === null || executed.value === null ? null : planned.value - executed.value,
    rate: rateOf(executed.value, planned.value, precision),
  };
}

function sumOfLines(lines: readonly BudgetLine[], precision: RatePrecision): BudgetLine {
  return lineOf(
    sumOf(lines.map((line) => line.planned)),
    sumOf(lines.map((line) => line.executed)),
    precision,
  );
}
