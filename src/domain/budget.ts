/** The budget: plan, execution, balance and rate of execution by time and funding source, in whole won. */
import { type IsoDate, lastDayOfYear, yearOf } from './date.ts';
import { type Figure, figureOf, sumOf } from './figure.ts';
import { groupBy } from './grouping.ts';
import { type Rate, type RatePrecision, rateOf } from './rate.ts';
import type { BudgetPlan, BudgetTime, Execution } from './records.ts';
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

/** What is planned and executed at one time, by fund. */
export interface BudgetSpan {
  readonly total: BudgetLine;
  readonly sources: Readonly<Record<FundingSource, BudgetLine>>;
}

export interface BudgetYear extends BudgetSpan {
  readonly year: number;
}

export interface BudgetReport extends BudgetSpan {
  readonly years: readonly BudgetYear[];
  /** Before the first year of the pledge; null where nothing is planned or executed then. */
  readonly beforeTerm: BudgetSpan | null;
  /** After its last year. */
  readonly afterTerm: BudgetSpan | null;
  /** The years that have ended by the as-of date together; null when none has. */
  readonly closedYears: {
    readonly from: number;
    readonly to: number;
    readonly line: BudgetLine;
  } | null;
}

/** A span with its time, in the order of time: before the term, each year, after the term. */
export type TimedSpan = BudgetSpan & { readonly when: BudgetTime };

export function budgetSpans({ beforeTerm, years, afterTerm }: BudgetReport): readonly TimedSpan[] {
  return [
    ...(beforeTerm === null ? [] : [{ ...beforeTerm, when: 'beforeTerm' as const }]),
    ...years.map((span) => ({ ...span, when: span.year })),
    ...(afterTerm === null ? [] : [{ ...afterTerm, when: 'afterTerm' as const }]),
  ];
}

export interface Term {
  readonly startYear: number | null;
  readonly endYear: number | null;
}

/** The years of the pledge. Of a term that is reversed the end is not believed: every year would lie after it. */
export function termOf({ startYear, endYear }: Term): Term {
  const isReversed = startYear !== null && endYear !== null && startYear > endYear;
  return { startYear, endYear: isReversed ? null : endYear };
}

/** A year outside of the term counts before or after it: 2021 and a plan for 기투자 are held against each other. */
export function budgetTimeOf(when: BudgetTime, { startYear, endYear }: Term): BudgetTime {
  if (typeof when === 'string') return when;
  if (startYear !== null && when < startYear) return 'beforeTerm';
  return endYear !== null && when > endYear ? 'afterTerm' : when;
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
  { years, term }: { readonly years: readonly number[]; readonly term: Term },
  precision: RatePrecision,
  asOf: IsoDate,
): BudgetReport {
  const plansByTime = groupBy(plans, ({ when }) => budgetTimeOf(when, term));
  const executionsByTime = groupBy(executions, ({ date }) => budgetTimeOf(yearOf(date.first), term));
  const spanAt = (when: BudgetTime): BudgetSpan => {
    const plansBySource = groupBy(plansByTime.get(when) ?? [], ({ fundingSource }) => fundingSource);
    const executionsBySource = groupBy(
      executionsByTime.get(when) ?? [],
      ({ fundingSource }) => fundingSource,
    );
    const sources = totalRecord(funds, (source) => {
      const planned = figureOf((plansBySource.get(source) ?? []).map((plan) => plan.planned));
      const executed = figureOf(
        (executionsBySource.get(source) ?? []).map((execution) => execution.executed),
      );
      return lineOf(planned, executed, precision);
    });
    return { total: sumOfLines(Object.values(sources), precision), sources };
  };
  const outside = (when: 'beforeTerm' | 'afterTerm') =>
    plansByTime.has(when) || executionsByTime.has(when) ? spanAt(when) : null;
  const beforeTerm = outside('beforeTerm');
  const afterTerm = outside('afterTerm');
  const budgetYears = years.map((year) => ({ year, ...spanAt(year) }));
  const spans = [beforeTerm ?? [], budgetYears, afterTerm ?? []].flat();
  const closed = budgetYears.filter(({ year }) => lastDayOfYear(year) <= asOf);
  const first = closed[0];
  const last = closed[closed.length - 1];
  return {
    total: sumOfLines(
      spans.map(({ total }) => total),
      precision,
    ),
    sources: totalRecord(funds, (source) =>
      sumOfLines(
        spans.flatMap(({ sources }) => sources[source] ?? []),
        precision,
      ),
    ),
    years: budgetYears,
    beforeTerm,
    afterTerm,
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
