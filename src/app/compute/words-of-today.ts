/**
 * Translates old records into the names that 분류 has today. What was recorded under an old name continues
 * under the new one.
 */
import { groupBy } from '../../domain/grouping.ts';
import type { RowsBehind } from '../../domain/months/month-events.ts';
import type { MonthlyRecord } from '../../domain/months/monthly-record.ts';
import type { RowState, StatusChange } from '../../domain/suggestions/status-history.ts';
import {
  type FundingSource,
  type HandlingStatus,
  isOwnWord,
  nameOfOwnWord,
  type OfficeLists,
  ownWord,
} from '../../domain/words.ts';
import type { NameTable } from '../../sheets/name-table.ts';
import { handlingStatusName } from '../../sheets/names.ts';

/**
 * The changes with handling statuses as the office names them today. An old name that is now an alias becomes
 * the name it stands for. An old name that is no longer listed stays a status of its own.
 */
export function inWordsOfToday(
  changes: readonly StatusChange[],
  statuses: NameTable<HandlingStatus>,
): readonly StatusChange[] {
  const stateNow = <State extends RowState | null>(state: State) => wordOfToday(state, statuses);
  const isConcerned = ({ from, to }: StatusChange) => isOwnWord(to) || (from !== null && isOwnWord(from));
  return changes.map((change) =>
    isConcerned(change) ? { ...change, from: stateNow(change.from), to: stateNow(change.to) } : change,
  );
}

function wordOfToday<State extends string | null, Word>(state: State, names: NameTable<Word>): State | Word {
  if (state === null || !isOwnWord(state)) return state;
  const match = names.match(nameOfOwnWord(state));
  return match.kind === 'unknown' ? state : match.value;
}

/** Lookup tables of all names and aliases that the office has today. */
export interface WordsOfToday {
  readonly statuses: NameTable<HandlingStatus>;
  readonly fundingSources: NameTable<FundingSource>;
}

/**
 * The record of a month with its statuses and funding sources as named today. Two that are now one are added
 * up.
 */
export function recordInWordsOfToday(record: MonthlyRecord, words: WordsOfToday): MonthlyRecord {
  const { statuses, fundingSources } = record.figures;
  return {
    ...record,
    figures: {
      ...record.figures,
      statuses:
        statuses === null
          ? null
          : [...groupBy(statuses, ({ name }) => wordOfToday(name, words.statuses))].map(([name, same]) => ({
              name,
              count: same.reduce((sum, { count }) => sum + count, 0),
              approximate: same.some(({ approximate }) => approximate),
            })),
      fundingSources:
        fundingSources === null
          ? null
          : [...groupBy(fundingSources, ({ name }) => wordOfToday(name, words.fundingSources))].map(
              ([name, same]) => ({
                name,
                plannedWon: knownSum(same.map(({ plannedWon }) => plannedWon)),
                executedWon: knownSum(same.map(({ executedWon }) => executedWon)),
              }),
            ),
    },
  };
}

/** The sum of the known amounts; null: none is known. */
function knownSum(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

/** The rows behind a month with their names of today. */
export function rowsInWordsOfToday(rows: RowsBehind, words: WordsOfToday): RowsBehind {
  if (rows.status === 'unknown') return rows;
  return {
    ...rows,
    facts: rows.facts.map((fact) => {
      const status = wordOfToday(fact.status, words.statuses);
      const name = fact.tab === 'executions' ? wordOfToday(fact.name, words.fundingSources) : fact.name;
      const isSame = status === fact.status && name === fact.name;
      return isSame ? fact : { ...fact, status, name, isRenamed: true };
    }),
  };
}

/**
 * The lists plus the statuses that only the history has. Suggestions had them, so they have figures at past
 * dates.
 */
export function withStatusesOf(history: readonly StatusChange[], lists: OfficeLists): OfficeLists {
  const listed = new Set<RowState>(lists.statuses.map(({ word }) => word));
  const others = new Set(history.flatMap(({ to }) => (isOwnWord(to) && !listed.has(to) ? [to] : [])));
  if (others.size === 0) return lists;
  const gone = [...others].map((word) => ({ word, name: nameOfOwnWord(word), ended: false }));
  return { ...lists, statuses: [...lists.statuses, ...gone] };
}

/** The change with the names that the office uses, for writing it down. */
export function inNamesOf({ statuses }: OfficeLists, change: StatusChange): StatusChange {
  const named = <State extends RowState | null>(state: State): State | HandlingStatus => {
    const listed = statuses.find(({ word }) => word === state);
    return listed === undefined || listed.name === handlingStatusName(listed.word)
      ? state
      : ownWord(listed.name);
  };
  return { ...change, from: named(change.from), to: named(change.to) };
}
