/** 공약변경: how the plan of a pledge came to be what it is. The tabs hold the plan in force today. */
import type { IsoDate, Period } from '../date.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { PledgeKey } from '../pledge-key.ts';
import type { ImplementationStatus } from '../words.ts';

/** null: there was none, or there is none any more. */
interface Changed<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/** What was changed, in the unit of its setting: money in won, rates in percent. */
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
  /** As it is typed. */
  readonly told: { readonly item: string; readonly before: string; readonly after: string };
  readonly reason: string | null;
  readonly procedure: string | null;
}

/** The day from which on a change counts. */
export function dayOfChange({ date }: PlanChange): IsoDate {
  return date.last;
}

/** The changes by their day; of one day the lower row is the later. */
export function inOrder(changes: readonly PlanChange[]): readonly PlanChange[] {
  return [...changes].sort((one, other) => {
    const [first, second] = [dayOfChange(one), dayOfChange(other)];
    return first === second ? one.row - other.row : first < second ? -1 : 1;
  });
}

/** The changes of each item, in their order. */
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
