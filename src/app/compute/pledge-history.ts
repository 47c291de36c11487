/**
 * 처리이력 of an office's book. A suggestion's key is prefixed with its pledge (`[1-6] 2024-015`), because 접수번호
 * is unique only within a pledge. Keys without a prefix were written while the book kept one pledge and
 * belong to that pledge.
 */
import type { PledgeKey } from '../../domain/pledge-key.ts';
import type { StatusChange } from '../../domain/suggestions/status-history.ts';

const PREFIXED = /^\[([^\]]*)\] (.*)$/s;

/**
 * The status changes of each pledge, with the prefix removed from their keys.
 * @param former the pledge of the book when it kept one; null: none.
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

/** The changes with the pledge as a prefix of their keys. */
export function withPledge(changes: readonly StatusChange[], pledge: PledgeKey): readonly StatusChange[] {
  return changes.map((change) => ({ ...change, key: `[${pledge}] ${change.key}` }));
}
