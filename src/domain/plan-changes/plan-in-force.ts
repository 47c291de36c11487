/** The plan in force on a date. A changed item has the value that 당초 of the first later change states. */
import type { IsoDate } from '../date.ts';
import type { Source } from '../figure.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Pledge, Records, StatedFigure, Target } from '../records.ts';
import { type Change, changesByItem, dayOfChange, type PlanChange } from './plan-change.ts';

/**
 * The records with the plan in force on a date. A change counts from its own day on: where 400 became 301 on
 * 2020-02-20, the plan was 400 on the 19th and 301 on the 20th. Everything computed from these records,
 * closed months too, uses this plan.
 */
export function planInForce(records: Records, asOf: IsoDate): Records {
  const undone = changesByItem(records.planChanges).flatMap(
    (chain) => chain.find((change) => dayOfChange(change) > asOf) ?? [],
  );
  // Undoing a final target replaces the indicator object. Changes that refer to the object are undone first.
  const ofIndicators = undone.filter(({ change }) => change.item === 'finalTarget');
  const others = undone.filter(({ change }) => change.item !== 'finalTarget');
  return [...others, ...ofIndicators].reduce(withoutChange, records);
}

function withoutChange(records: Records, { row, pledge, change }: PlanChange): Records {
  switch (change.item) {
    case 'finalTarget': {
      const target = change.before;
      const targetPlace = target === null ? null : ({ tab: 'planChanges', row } as const);
      return withIndicator(records, change.indicator, { ...change.indicator, target, targetPlace });
    }
    case 'target':
      return { ...records, targets: withTarget(records, pledge, change, row) };
    default:
      return { ...records, pledge: withSetting(records.pledge, change, row) };
  }
}

/** Replaces an indicator object everywhere in the records. */
function withIndicator(records: Records, indicator: Indicator, then: Indicator): Records {
  const of = (one: Indicator) => (one === indicator ? then : one);
  return {
    ...records,
    indicators: records.indicators.map(of),
    targets: records.targets?.map((target) => ({ ...target, indicator: of(target.indicator) })) ?? null,
    results: records.results?.map((result) => ({ ...result, indicator: of(result.indicator) })) ?? null,
    planChanges: records.planChanges.map(({ change, ...rest }) => ({
      ...rest,
      change: 'indicator' in change ? { ...change, indicator: of(change.indicator) } : change,
    })),
  };
}

function withTarget(
  { targets }: Records,
  pledge: Target['pledge'],
  { indicator, year, before }: Extract<Change, { item: 'target' }>,
  row: number,
): readonly Target[] | null {
  if (targets === null) return null;
  const planned: Source = { tab: 'planChanges', row, amount: before ?? 0, approximate: false };
  const isMeant = (target: Target) => target.indicator === indicator && target.year === year;
  if (before === null) return targets.filter((target) => !isMeant(target));
  // Where the plan has a year twice, the first row counts.
  const first = targets.find(isMeant);
  return first === undefined
    ? [...targets, { pledge, indicator, year, planned }]
    : targets.map((target) => (target === first ? { ...target, planned } : target));
}

function withSetting(
  pledge: Pledge,
  change: Exclude<Change, { item: 'finalTarget' | 'target' }>,
  row: number,
): Pledge {
  switch (change.item) {
    case 'totalCost':
      return { ...pledge, totalCostWon: change.before };
    case 'endYear':
      return { ...pledge, endYear: change.before };
    case 'status':
      return { ...pledge, chosenStatus: change.before };
    case 'name':
      return { ...pledge, name: change.before };
    case 'department':
      return { ...pledge, department: change.before };
    case 'statedPercent': {
      const others = pledge.stated.filter(({ kind }) => kind !== 'implementationPercent');
      const then: readonly StatedFigure[] =
        change.before === null
          ? []
          : [{ kind: 'implementationPercent', value: change.before, row, tab: 'planChanges' }];
      return { ...pledge, stated: [...others, ...then] };
    }
  }
}
