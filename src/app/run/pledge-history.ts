/**
 * 처리이력 of a book of several pledges: a suggestion's key has its pledge before it (`[1-6] 2024-015`), since numbers are unique within a
 * pledge only. Keys without one are those of the time when the book kept one pledge, whose number they then belong to.
 */
import type { PledgeKey } from '../../domain/pledge-key.ts';
import type { StatusChange } from '../../domain/suggestions/status-history.ts';

const PREFIXED = /^\[([^\]]*)\] (.*)$/s;

/**
 * What earlier runs have seen of the suggestions of each pledge, their keys without it.
 * @param former the one pledge that the book once kept; null: none.
 */
export function historiesOf(
  changes: readonly StatusChange[],
  former: PledgeKey | null,
): ReadonlyMap<PledgeKey | null, readonly StatusChange[]> {
  const histories = new Map<PledgeKey | null, StatusChange[]>();
  for (const change of changes) {
    const [, pledge = former, key = change.key] = PREFIXED.exec(change.key) ?? [];
    const history = histories.get(pledge);
    if (history === undefined) histories.set(pledge, [{ ...change, key }]);
    else history.push({ ...change, key });
  }
  return histories;
}

/** The changes with the pledge before their keys. */
export function withPledge(changes: readonly StatusChange[], pledge: PledgeKey): readonly StatusChange[] {
  return changes.map((change) => ({ ...change, key: `[${pledge}] ${change.key}` }));
}
