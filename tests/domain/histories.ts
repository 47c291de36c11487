/** Suggestions and their histories, written as what a run saw on a day: `01-10: inProgress`. */
import type { Suggestion } from '../../src/domain/records.ts';
import {
  newStatusChanges,
  type StatusChange,
  statusAt,
  statusTimelines,
} from '../../src/domain/suggestions/status-history.ts';
import type { StatusThen } from '../../src/domain/words.ts';
import { date, suggestions } from './ledger.ts';

/** One suggestion, from its status and day of handling: `completed 2024-02-15`. */
export function row(state: string, key = 'A-1'): Suggestion {
  const [status = '', handled = ''] = state.split(' ');
  const [suggestion] = suggestions(`2023-01-10 | visits | 1 | ${status} | ${handled} | | | ${key}`);
  if (suggestion === undefined) throw new Error('no row');
  return suggestion;
}

/** The history after a run on each day, written `01-10: inProgress`. All days are in 2024. */
export function historyOf(days: readonly string[]): readonly StatusChange[] {
  const history: StatusChange[] = [];
  for (const text of days) {
    const [day = '', state = ''] = text.split(':').map((part) => part.trim());
    history.push(...newStatusChanges([row(state)], history, date(`2024-${day}`)));
  }
  return history;
}

/** The part after the day: `inProgress` of `01-10: inProgress`. */
export function stateOf(text: string): string {
  return text.split(':')[1]?.trim() ?? '';
}

export const TODAY = date('2024-12-30');

/** The status on a day of 2024, asked at the end of the year. The row is as the last run saw it. */
export function statusOn(asOf: string, days: readonly string[], history = historyOf(days)): StatusThen {
  const now = row(stateOf(days.at(-1) ?? ''));
  return statusAt(now, date(asOf), statusTimelines([now], history, TODAY));
}
