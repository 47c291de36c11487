/**
 * Checks of 공약변경 against itself and today's plan: each change starts with the value that the
 * one before it ended with.
 */
import type { IsoDate } from '../date.ts';
import type { Finding } from '../finding.ts';
import { finalTarget } from '../indicators/progress.ts';
import { type Change, changesByItem, dayOfChange } from '../plan-changes/plan-change.ts';
import type { Records } from '../records.ts';
import { findingAt } from './check.ts';

/**
 * Finds breaks in the chain of changes of each item. The tabs do not show a future change yet: with 400 → 301
 * in 2020 and 301 → 250 in 2027, they hold 301 until then.
 * @param records with the plan of today.
 */
export function brokenChains(records: Records, today: IsoDate): readonly Finding[] {
  return changesByItem(records.planChanges).flatMap((chain): readonly Finding[] => {
    const breaks = chain.flatMap((change, index): readonly Finding[] => {
      const earlier = chain[index - 1];
      if (earlier === undefined || isSame(earlier.change.after, change.change.before)) return [];
      return [
        findingAt('planChanges', change.row, 'before', {
          code: 'plan-change-off-last',
          found: change.told.before,
          item: change.told.item,
          earlier: earlier.told.after,
          earlierRow: earlier.row,
        }),
      ];
    });
    const coming = chain.find((change) => dayOfChange(change) > today);
    const decisive = coming ?? chain[chain.length - 1];
    if (decisive === undefined) return breaks;
    const side = coming === undefined ? 'after' : 'before';
    const now = valueOfToday(records, decisive.change);
    if (isSame(decisive.change[side], now)) return breaks;
    return [
      ...breaks,
      findingAt('planChanges', decisive.row, side, {
        code: 'plan-change-off-today',
        found: decisive.told[side],
        item: decisive.told.item,
        kind: decisive.change.item,
        now,
        isComing: coming !== undefined,
      }),
    ];
  });
}

/** Whether two values are equal. Spaces in texts do not matter. */
function isSame(one: number | string | null, other: number | string | null): boolean {
  const bare = (value: number | string | null) =>
    typeof value === 'string' ? value.replace(/\s/g, '') : value;
  return bare(one) === bare(other);
}

function valueOfToday(records: Records, change: Change): number | string | null {
  const { pledge } = records;
  const targets = records.targets ?? [];
  switch (change.item) {
    case 'finalTarget': {
      const own = targets.filter(({ indicator }) => indicator === change.indicator);
      return finalTarget(change.indicator, own).value;
    }
    case 'target':
      return (
        targets.find(({ indicator, year }) => indicator === change.indicator && year === change.year)?.planned
          .amount ?? null
      );
    case 'totalCost':
      return pledge.totalCostWon;
    case 'statedPercent':
      return pledge.stated.find(({ kind }) => kind === 'implementationPercent')?.value ?? null;
    case 'endYear':
      return pledge.endYear;
    case 'status':
      return pledge.chosenStatus;
    case 'name':
      return pledge.name;
    case 'department':
      return pledge.department;
  }
}
