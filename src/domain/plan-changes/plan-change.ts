/** 공약변경: the changes that led to today's plan. The other tabs hold the plan in force today. */
import type { IsoDate, Period } from '../date.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { PledgeKey } from '../pledge-key.ts';
import type { ImplementationStatus } from '../words.ts';

/** `before` is null where there was no value, `after` where there is none any more. */
interface Changed<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/** The changed item with its values, in the unit of its setting: money in won, rates in percent. */
export type Change =
  | ({ readonly item: 'finalTarget'; readonly indicator: Indicator } & Changed<number>)
  | ({ readonly item: 'target'; readonly indicator: Indicator; readonly year: number } & Changed<number>)
  | ({ readonly item: 'totalCost' | 'statedPercent' | 'endYear' } & Changed<number>)
  | ({ readonly item: 'status' } & Changed<ImplementationStatus>)
  | ({ readonly item: 'name' | 'department' } & Changed<string>);

export type ChangedItem = Change['item'];

export interface PlanChange {
  readonly row: number;
  readonly pledge: PledgeKey;
  readonly date: Period;
  readonly change: Change;
  /** The cells 항목, 당초 and 변경 as typed. */
  readonly told: { readonly item: string; readonly before: string; readonly after: string };
  readonly reason: string | null;
  readonly procedure: string | null;
}

/** The first day on which a change counts. */
export function dayOfChange({ date }: PlanChange): IsoDate {
  return date.last;
}

/** The changes in order of their days. On the same day, the lower row is the later. */
export function inOrder(changes: readonly PlanChange[]): readonly PlanChange[] {
  return [...changes].sort((one, other) => {
    const [first, second] = [dayOfChange(one), dayOfChange(other)];
    return first === second ? one.row - other.row : first < second ? -1 : 1;
  });
}

/** The changes grouped by item, each group in order. */
export function changesByItem(changes: readonly PlanChange[]): readonly (readonly PlanChange[])[] {
  const chains: PlanChange[][] = [];
  for (const change of inOrder(changes)) {
    const chain = chains.find(([first]) => first !== undefined && isOfSameItem(first.change, change.change));
    if (chain === undefined) chains.push([change]);
    else chain.push(change);
  }
  return chains;
}

function isOfSameItem(one: Change, other: Change): boolean {
  if (one.item === 'finalTarget') {
    return other.item === 'finalTarget' && one.indicator === other.indicator;
  }
  if (one.item === 'target') {
    return other.item === 'target' && one.indicator === other.indicator && one.year === other.year;
  }
  return one.item === other.item;
}
