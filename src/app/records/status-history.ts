/** 처리이력: the handling statuses that earlier runs saw, and the changes that this run adds. */
import type { IsoDate } from '../../domain/date.ts';
import type { PledgeKey } from '../../domain/pledge-key.ts';
import type { Records } from '../../domain/records.ts';
import { newStatusChanges, type StatusChange } from '../../domain/suggestions/status-history.ts';
import { withPledge } from '../compute/pledge-history.ts';
import { inNamesOf } from '../compute/words-of-today.ts';
import type { Need } from '../run/capacity.ts';
import type { HistoryBook } from './record-books.ts';

/** What a run appends to record tabs. */
export interface Addition {
  /** The sizes that the tabs need for it. */
  readonly needs: readonly Need[];
  /** Appends with one call for each tab. Does nothing if there is nothing to add. */
  append(): void;
}

const NOTHING_TO_ADD: Addition = { needs: [], append: () => undefined };

/** A pledge whose suggestions are compared with the history. */
export interface SeenPledge {
  /** null in a book of one pledge. */
  readonly key: PledgeKey | null;
  /** The changes that earlier runs saw. */
  readonly seen: readonly StatusChange[];
  readonly records: Pick<Records, 'suggestions' | 'lists'>;
}

/** The status changes since the last run. If 건의사항 could not be read, its suggestions do not count as gone. */
export function changesSince(
  book: HistoryBook | null,
  pledges: readonly SeenPledge[],
  today: IsoDate,
): Addition {
  if (book === null) return NOTHING_TO_ADD;
  const added = pledges.flatMap(({ key, seen, records: { suggestions, lists } }) => {
    if (suggestions === null) return [];
    const changes = newStatusChanges(suggestions, seen, today);
    return withPledge(
      changes.map((change) => inNamesOf(lists, change)),
      key,
    );
  });
  if (added.length === 0) return NOTHING_TO_ADD;
  return { needs: [book.need(added.length)], append: () => book.append(added) };
}
