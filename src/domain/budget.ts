/**
 * The budget: planned amount, executed amount, balance and execution rate by year and funding source, in won.
 */
import { type IsoDate, lastDayOfYear, yearOf } from './date.ts';
import { type Figure, figureOf, sumOf } from './figure.ts';
import { groupBy } from './grouping.ts';
import { type Rate, type RatePrecision, rateOf } from './rate.ts';
import type { BudgetPlan, BudgetTime, Execution } from './records.ts';
import { type FundingSource, totalRecord } from './words.ts';

export interface BudgetLine {
  /** Unknown where the plan has no row. */
  readonly planned: Figure;
  /** Unknown where no execution is logged: it may be zero, or not entered yet. */
  readonly executed: Figure;
  /** planned − executed; null where either is unknown. */
  readonly balance: number | null;
  readonly rate: Rate;
}

/** Whether anything is planned or executed. */
export function isKnownLine({ planned, executed }: Pick<BudgetLine, 'planned' | 'executed'>): boolean {
  return planned.value !== null || executed.value !== null;
}

/** Planned and executed amounts of a year, of 기투자 or of 임기후, by funding source. */
export interface BudgetSpan {
  readonly total: BudgetLine;
  readonly bySource: Readonly<Record<FundingSource, BudgetLine>>;
}

export interface BudgetYear extends BudgetSpan {
  readonly year: number;
}

export interface BudgetReport extends BudgetSpan {
  readonly years: readonly BudgetYear[];
  /** 기투자: before the pledge's first year; null where nothing is planned or executed then. */
  readonly beforeTerm: BudgetSpan | null;
  /** 임기후: after the pledge's last year; null where nothing is planned or executed then. */
  readonly afterTerm: BudgetSpan | null;
  /** All years that ended by the as-of date, together; null when none has. */
  readonly closedYears: {
    readonly from: number;
    readonly to: number;
    readonly line: BudgetLine;
  } | null;
}

/** A span with its time. {@link budgetSpans} gives them in order: 기투자, each year, 임기후. */
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

/**
 * The first and last year of the pledge. Where they are reversed the last is ignored, since no
 * year would lie between them.
 */
export function termOf({ startYear, endYear }: Term): Term {
  const isReversed = startYear !== null && endYear !== null && startYear > endYear;
  return { startYear, endYear: isReversed ? null : endYear };
}

/**
 * Where a year counts: before the term as 기투자, after it as 임기후. So spending of 2021 is
 * compared with the plan for 기투자.
 */
export function budgetTimeOf(when: BudgetTime, { startYear, endYear }: Term): BudgetTime {
  if (typeof when === 'string') return when;
  if (startYear !== null && when < startYear) return 'beforeTerm';
  return endYear !== null && when > endYear ? 'afterTerm' : when;
}

/**
 * @param fundingSources every known funding source, in order.
 * @param plans the whole plan: planned amounts do not depend on the as-of date.
 * @param executions executions that count as of the date.
 */
export function budgetReport(
  fundingSources: readonly FundingSource[],
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
    const bySource = totalRecord(fundingSources, (source) => {
      const planned = figureOf((plansBySource.get(source) ?? []).map((plan) => plan.planned));
      const executed = figureOf(
        (executionsBySource.get(source) ?? []).map((execution) => execution.executed),
      );
      return lineOf(planned, executed, precision);
    });
    return { total: sumOfLines(Object.values(bySource), precision), bySource };
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
    bySource: totalRecord(fundingSources, (source) =>
      sumOfLines(
        spans.flatMap(({ bySource }) => bySource[source] ?? []),
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
