/** 처리이력: what earlier runs have seen of the suggestions' statuses, and what this one adds to it. */
import type { IsoDate } from '../../domain/date.ts';
import type { Records } from '../../domain/records.ts';
import {
  newStatusChanges,
  type RowState,
  type StatusChange,
} from '../../domain/suggestions/status-history.ts';
import {
  type HandlingStatus,
  isOwnWord,
  nameOfOwnWord,
  type OfficeLists,
  ownWord,
} from '../../domain/words.ts';
import type { NameTable } from '../../sheets/name-table.ts';
import { handlingStatusName } from '../../sheets/names.ts';
import type { Need } from './capacity.ts';
import type { HistoryBook } from './record-books.ts';

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

/**
 * The changes with their statuses as the office names them today: an old name that is now an alias means what it is an alias of. One that is
 * listed no more stays a status of its own.
 */
export function inWordsOfToday(
  changes: readonly StatusChange[],
  statuses: NameTable<HandlingStatus>,
): readonly StatusChange[] {
  const stateNow = <State extends RowState | null>(state: State): State | HandlingStatus => {
    if (state === null || !isOwnWord(state)) return state;
    const match = statuses.match(nameOfOwnWord(state));
    return match.kind === 'unknown' ? state : match.value;
  };
  const isConcerned = ({ from, to }: StatusChange) => isOwnWord(to) || (from !== null && isOwnWord(from));
  return changes.map((change) =>
    isConcerned(change) ? { ...change, from: stateNow(change.from), to: stateNow(change.to) } : change,
  );
}

/** The lists with the statuses that only the history knows: they had suggestions, and have their figures at past dates. */
export function withStatusesOf(history: readonly StatusChange[], lists: OfficeLists): OfficeLists {
  const listed = new Set<RowState>(lists.statuses.map(({ word }) => word));
  const others = new Set(history.flatMap(({ to }) => (isOwnWord(to) && !listed.has(to) ? [to] : [])));
  if (others.size === 0) return lists;
  const gone = [...others].map((word) => ({ word, name: nameOfOwnWord(word), ended: false }));
  return { ...lists, statuses: [...lists.statuses, ...gone] };
}

/** The change as it is written down: under the names that the office sees. */
function inNamesOf({ statuses }: OfficeLists, change: StatusChange): StatusChange {
  const named = <State extends RowState | null>(state: State): State | HandlingStatus => {
    const listed = statuses.find(({ word }) => word === state);
    return listed === undefined || listed.name === handlingStatusName(listed.word)
      ? state
      : ownWord(listed.name);
  };
  return { ...change, from: named(change.from), to: named(change.to) };
}

/** What has changed since. @param seen what earlier runs have seen. Where the tab of the suggestions could not be read, none of them is gone. */
export function changesSince(
  book: HistoryBook | null,
  seen: readonly StatusChange[],
  { suggestions, lists }: Pick<Records, 'suggestions' | 'lists'>,
  today: IsoDate,
): Addition {
  if (book === null || suggestions === null) return NOTHING_TO_ADD;
  const added = newStatusChanges(suggestions, seen, today).map((change) => inNamesOf(lists, change));
  if (added.length === 0) return NOTHING_TO_ADD;
  return { needs: [book.need(added.length)], append: () => book.append(added) };
}
