/**
 * 처리이력 of an office's book. A suggestion's key is prefixed with its pledge (`[1-6] 2024-015`), because 접수번호
 * is unique only within a pledge. Keys without a prefix were written while the book kept one pledge and
 * belong to that pledge. One that itself looks prefixed has an empty prefix then (`[] [2024] 15`).
 */
import type { PledgeKey } from '../../domain/pledge-key.ts';
import type { StatusChange } from '../../domain/suggestions/status-history.ts';

/** A {@link PledgeKey} holds no space, so the first one ends the prefix. */
const PREFIXED = /^\[(\S*)\] (.*)$/s;
const NO_PLEDGE = '[] ';

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
    const [, prefix = '', key = change.key] = PREFIXED.exec(change.key) ?? [];
    const pledge = prefix === '' ? former : prefix;
    const history = histories.get(pledge);
    if (history === undefined) histories.set(pledge, [{ ...change, key }]);
    else history.push({ ...change, key });
  }
  return histories;
}

/** The status changes of a book of one pledge. Only an empty prefix is removed from their keys. */
export function historyOfOne(changes: readonly StatusChange[]): readonly StatusChange[] {
  return changes.map((change) =>
    change.key.startsWith(NO_PLEDGE) ? { ...change, key: change.key.slice(NO_PLEDGE.length) } : change,
  );
}

/**
 * The changes with the pledge as a prefix of their keys.
 * @param pledge null: the book keeps one.
 */
export function withPledge(
  changes: readonly StatusChange[],
  pledge: PledgeKey | null,
): readonly StatusChange[] {
  return changes.map((change) => {
    if (pledge !== null) return { ...change, key: `[${pledge}] ${change.key}` };
    return PREFIXED.test(change.key) ? { ...change, key: `${NO_PLEDGE}${change.key}` } : change;
  });
}
