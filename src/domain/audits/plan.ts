/** Checks of the cumulative plan of each indicator, in itself and against what was reached. */
import { lastDayOfYear } from '../date.ts';
import { exactSum } from '../decimal.ts';
import type { Source } from '../figure.ts';
import type { Finding } from '../finding.ts';
import type { PlannedIndicator } from '../findings/plan.ts';
import { hasReached, type Indicator, isFalling, isSum, isWithinBaseline } from '../indicators/indicator.ts';
import { finalTarget, isComparable } from '../indicators/progress.ts';
import type { Records, Target } from '../records.ts';
import { withoutDoubledYears } from '../report.ts';
import { type Audit, findingAt } from './check.ts';

/**
 * Finds plans whose last year differs from the stated final target. Where the years add up to the target,
 * each year was planned for itself.
 */
export const planEndsAtFinalTarget: Audit = (records) =>
  plans(records).flatMap(({ indicator, about, inOrder }): readonly Finding[] => {
    const last = inOrder[inOrder.length - 1];
    const wanted = indicator.target;
    if (wanted === null || last === undefined || last.planned.amount === wanted) return [];
    const { amount: planned } = last.planned;
    const sum = exactSum(inOrder.map((target) => target.planned.amount));
    const isYearly = sum === wanted || sum === exactSum([wanted, -(indicator.baseline ?? 0)]);
    if (isYearly && isSum(indicator)) {
      return [planFinding(last.planned, { code: 'yearly-targets', about, planned, finalTarget: wanted })];
    }
    return [
      planFinding(last.planned, {
        code: 'plan-ends-off-target',
        about,
        targetTab: indicator.targetPlace?.tab ?? null,
        planned,
        finalTarget: wanted,
        year: last.year,
      }),
    ];
  });

/**
 * Finds years in which a cumulative plan falls, or rises although the indicator should go down. A target
 * within the baseline is a finding of its own.
 */
export const planRises: Audit = (records) =>
  plans(records).flatMap(({ indicator, about, inOrder, target: final }) =>
    inOrder.flatMap((target, index): readonly Finding[] => {
      const before = inOrder[index - 1];
      const isOnTheWay =
        before === undefined ||
        (final !== null && isWithinBaseline(indicator, final)) ||
        hasReached(indicator, final, target.planned.amount, before.planned.amount);
      return isOnTheWay
        ? []
        : [
            planFinding(target.planned, {
              code: isFalling(indicator, final) ? 'plan-rises' : 'plan-falls',
              about,
              year: target.year,
              planned: target.planned.amount,
              yearBefore: before.year,
              plannedBefore: before.planned.amount,
            }),
          ];
    }),
  );

/** Finds years that ended short of their plan. */
export const planMet: Audit = (records, { indicators, clock }) =>
  indicators.filter(isComparable).flatMap(({ indicator, target, years }) =>
    years.flatMap(({ year, planned, value }): readonly Finding[] => {
      if (lastDayOfYear(year) > clock.asOf || planned.value === null || value.value === null) return [];
      if (hasReached(indicator, target, value.value, planned.value)) return [];
      return [
        planFinding(planned.sources[0], {
          code: 'plan-missed',
          about: aboutIndicator(records, indicator),
          year,
          planned: planned.value,
          reached: value.value,
        }),
      ];
    }),
  );

/**
 * Finds plans that were reached a year or more before they were due: 91 held at the end of 2023, where
 * 90 were planned for 2024.
 */
export const planNotOutrun: Audit = (records, { indicators, clock }) =>
  indicators.filter(isComparable).flatMap(({ indicator, target, years }) =>
    years.flatMap(({ year, planned }, index): readonly Finding[] => {
      const before = years[index - 1];
      const reachedBefore = before?.value.value ?? null;
      if (before === undefined || planned.value === null || reachedBefore === null) return [];
      // A plan that the baseline already meets never had to be reached.
      if (hasReached(indicator, target, indicator.baseline ?? 0, planned.value)) return [];
      if (lastDayOfYear(before.year) > clock.asOf) return [];
      if (!hasReached(indicator, target, reachedBefore, planned.value)) return [];
      return [
        planFinding(planned.sources[0], {
          code: 'plan-outrun',
          about: aboutIndicator(records, indicator),
          year,
          planned: planned.value,
          yearBefore: before.year,
          reached: reachedBefore,
        }),
      ];
    }),
  );

interface Plan {
  readonly indicator: Indicator;
  readonly about: PlannedIndicator;
  /** The final target: stated, or else the last year of the plan. */
  readonly target: number | null;
  /** The rows that figures use: one a year, ascending. */
  readonly inOrder: readonly Target[];
}

function plans(records: Records): readonly Plan[] {
  const { counted } = withoutDoubledYears(records.targets ?? []);
  return records.indicators.map((indicator) => {
    const own = counted.filter((target) => target.indicator === indicator);
    return {
      indicator,
      about: aboutIndicator(records, indicator),
      target: finalTarget(indicator, own).value,
      inOrder: [...own].sort((a, b) => a.year - b.year),
    };
  });
}

/** How a finding names an indicator: by its name only where there are several. */
function aboutIndicator({ indicators }: Records, { name, kind }: Indicator): PlannedIndicator {
  return { name: indicators.length > 1 ? name : null, kind };
}

/** A finding at the cell that states the planned value: in 연차목표, or 당초 of the change that replaced it. */
function planFinding(source: Source | undefined, problem: Finding['problem']): Finding {
  const tab = source?.tab ?? 'targets';
  const field = source?.field ?? (tab === 'targets' ? 'planned' : 'before');
  return findingAt(tab, source?.row ?? null, field, problem);
}
