/** Suggestions and their histories in tests, written as what a run saw on a day: `01-10: inProgress`. */
import type { Suggestion } from '../../src/domain/records.ts';
import {
  newStatusChanges,
  type StatusChange,
  statusAt,
  statusTimelines,
} from '../../src/domain/suggestions/status-history.ts';
import type { StatusThen } from '../../src/domain/words.ts';
import { date, suggestions } from './ledger.ts';

/** One suggestion, as its row stands: `completed 2024-02-15`. */
export function row(state: string, key = 'A-1'): Suggestion {
  const [status = '', handled = ''] = state.split(' ');
  const [suggestion] = suggestions(`2023-01-10 | visits | 1 | ${status} | ${handled} | | | ${key}`);
  if (suggestion === undefined) throw new Error('no row');
  return suggestion;
}

/** The history after a run on each day, with the row as it stood then: `01-10: inProgress`, all of 2024. */
export function historyOf(days: readonly string[]): readonly StatusChange[] {
  const history: StatusChange[] = [];
  for (const text of days) {
    const [day = '', state = ''] = text.split(':').map((part) => part.trim());
    history.push(...newStatusChanges([row(state)], history, date(`2024-${day}`)));
  }
  return history;
}

/** What stands behind the day: `inProgress` of `01-10: inProgress`. */
export function stateOf(text: string): string {
  return text.split(':')[1]?.trim() ?? '';
}

export const TODAY = date('2024-12-30');

/** The status on a day of 2024, when the last of the runs is long over and the row is as that one saw it. */
export function statusOn(asOf: string, days: readonly string[], history = historyOf(days)): StatusThen {
  const now = row(stateOf(days.at(-1) ?? ''));
  return statusAt(now, date(asOf), statusTimelines([now], history, TODAY));
}
