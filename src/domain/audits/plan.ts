/** The cumulative plan: in itself, and against what was held. */
import { lastDayOfYear } from '../date.ts';
import type { Target } from '../records.ts';
import { withoutDoubledYears } from '../report.ts';
import { type Audit, findingAt } from './check.ts';

/** The final target, where it is stated, against the end of the cumulative plan, or against its sum: a plan of each year for itself. */
export const planEndsAtFinalTarget: Audit = ({ pledge, targets }) => {
  const inOrder = planInOrder(targets);
  const last = inOrder[inOrder.length - 1];
  const { finalTarget } = pledge;
  if (finalTarget === null || last === undefined || last.planned.amount === finalTarget) return [];
  const { amount: planned, row } = last.planned;
  if (inOrder.reduce((sum, target) => sum + target.planned.amount, 0) === finalTarget) {
    return [findingAt('targets', row, 'planned', { code: 'yearly-targets', planned, finalTarget })];
  }
  return [
    findingAt('targets', row, 'planned', {
      code: 'plan-ends-off-target',
      planned,
      finalTarget,
      year: last.year,
    }),
  ];
};

/** A cumulative plan never falls. */
export const planRises: Audit = ({ targets }) => {
  const inOrder = planInOrder(targets);
  return inOrder.flatMap((target, index) => {
    const before = inOrder[index - 1];
    if (before === undefined || target.planned.amount >= before.planned.amount) return [];
    return [
      findingAt('targets', target.planned.row, 'planned', {
        code: 'plan-falls',
        year: target.year,
        planned: target.planned.amount,
        yearBefore: before.year,
        plannedBefore: before.planned.amount,
      }),
    ];
  });
};

/** A year that has ended below its plan. */
export const planMet: Audit = ({ targets }, { meetings, clock }) =>
  (meetings?.years ?? []).flatMap(({ year, planned, cumulative }) => {
    if (lastDayOfYear(year) > clock.asOf || planned.value === null || cumulative.value === null) return [];
    if (cumulative.value >= planned.value) return [];
    return [
      findingAt('targets', rowOfYear(targets, year), 'planned', {
        code: 'plan-missed',
        year,
        planned: planned.value,
        held: cumulative.value,
      }),
    ];
  });

/** A plan that was passed a year or more before it was due: 91 held at the end of 2023, where 90 were planned for 2024. */
export const planNotOutrun: Audit = ({ targets }, { meetings, clock }) => {
  const years = meetings?.years ?? [];
  return years.flatMap(({ year, planned }, index) => {
    const before = years[index - 1];
    const heldBefore = before?.cumulative.value ?? null;
    if (before === undefined || planned.value === null || planned.value === 0 || heldBefore === null)
      return [];
    if (lastDayOfYear(before.year) > clock.asOf || heldBefore < planned.value) return [];
    return [
      findingAt('targets', rowOfYear(targets, year), 'planned', {
        code: 'plan-outrun',
        year,
        planned: planned.value,
        yearBefore: before.year,
        held: heldBefore,
      }),
    ];
  });
};

/** The plan as the figures use it: a row a year, by year. */
function planInOrder(targets: readonly Target[] | null): Target[] {
  return [...withoutDoubledYears(targets ?? []).counted].sort((a, b) => a.year - b.year);
}

function rowOfYear(targets: readonly Target[] | null, year: number): number | null {
  return targets?.find((target) => target.year === year)?.planned.row ?? null;
}
