/**
 * 처리이력 of a book of several pledges: a suggestion's key has its pledge before it (`[1-6] 2024-015`), since numbers are unique within a
 * pledge only. Keys without one are those of the time when the book kept one pledge, whose number they then belong to.
 */
import type { PledgeKey } from '../../domain/pledge-key.ts';
import type { StatusChange } from '../../domain/suggestions/status-history.ts';

const PREFIXED = /^\[([^\]]*)\] (.*)$/s;

/**
 * What earlier runs have seen of the suggestions of a pledge, their keys without it.
 * @param former the one pledge that the book once kept; null: none.
 */
export function historyOf(
  changes: readonly StatusChange[],
  pledge: PledgeKey,
  former: PledgeKey | null,
): readonly StatusChange[] {
  return changes.flatMap((change) => {
    const [, of = former, key = change.key] = PREFIXED.exec(change.key) ?? [];
    return of === pledge ? [{ ...change, key }] : [];
  });
}

/** The changes with the pledge before their keys. */
export function withPledge(changes: readonly StatusChange[], pledge: PledgeKey): readonly StatusChange[] {
  return changes.map((change) => ({ ...change, key: `[${pledge}] ${change.key}` }));
}
