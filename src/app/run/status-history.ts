/** 처리이력: what earlier runs have seen of the suggestions' statuses, and what this one adds to it. */
import type { IsoDate } from '../../domain/date.ts';
import type { PledgeKey } from '../../domain/pledge-key.ts';
import type { Records } from '../../domain/records.ts';
import { newStatusChanges, type StatusChange } from '../../domain/suggestions/status-history.ts';
import type { Need } from './capacity.ts';
import { withPledge } from './pledge-history.ts';
import type { HistoryBook } from './record-books.ts';
import { inNamesOf } from './words-of-today.ts';

/** What a run adds to tabs that remember. */
export interface Addition {
  /** How large they must be for it. */
  readonly needs: readonly Need[];
  /** In one call a tab; nothing where there is nothing to add. */
  append(): void;
}

const NOTHING_TO_ADD: Addition = { needs: [], append: () => undefined };

/** What earlier runs have seen, without what was altered since. @param book null where the tab is somebody else's: nothing is remembered. */
export function changesSeen(book: HistoryBook | null): readonly StatusChange[] {
  return (book?.rows ?? []).flatMap((row) =>
    row.value === null || book?.standing.untrue.has(row) ? [] : [row.value],
  );
}

/** A pledge whose suggestions are looked at. */
export interface SeenPledge {
  /** null in a book of one pledge. */
  readonly key: PledgeKey | null;
  /** What earlier runs have seen of it. */
  readonly seen: readonly StatusChange[];
  readonly records: Pick<Records, 'suggestions' | 'lists'>;
}

/** What has changed since. Where the tab of the suggestions could not be read, none of them is gone. */
export function changesSince(
  book: HistoryBook | null,
  pledges: readonly SeenPledge[],
  today: IsoDate,
): Addition {
  if (book === null) return NOTHING_TO_ADD;
  const added = pledges.flatMap(({ key, seen, records: { suggestions, lists } }) => {
    if (suggestions === null) return [];
    const changes = newStatusChanges(suggestions, seen, today).map((change) => inNamesOf(lists, change));
    return key === null ? changes : withPledge(changes, key);
  });
  if (added.length === 0) return NOTHING_TO_ADD;
  return { needs: [book.need(added.length)], append: () => book.append(added) };
}
