/** Which months are closed, by the rows of 월별기록 in the order in which they were written. An undo is a row too. */
import type { IsoDate } from '../date.ts';
import type { MonthlyRecord } from './monthly-record.ts';

/** A closing that a person took back: the record of its month counts no more, and the month may be closed again. */
export interface UndoneMonth {
  readonly kind: 'undone';
  /** The number of the pledge, as it stood then; null: it had none. */
  readonly pledge: string | null;
  readonly month: string;
  readonly asOf: IsoDate;
  readonly writtenAt: string;
}

export type MonthRow =
  | { readonly kind: 'closed'; readonly month: string; readonly record: MonthlyRecord }
  | UndoneMonth
  /** It was changed since, or cannot be read. Its month is closed all the same; null: it does not even say which. */
  | { readonly kind: 'spoilt'; readonly month: string | null };

export interface StandingMonths {
  readonly records: readonly MonthlyRecord[];
  /** All that are closed, in their order; null where a row does not say which month it is of. */
  readonly months: readonly string[] | null;
  /** Closings of a month that was closed already. The first counts. */
  readonly doubled: readonly MonthRow[];
}

/** Of a month that was closed, undone and closed again, the last row counts. */
export function standingMonths(rows: readonly MonthRow[]): StandingMonths {
  const records = new Map<string, MonthlyRecord>();
  const months = new Set<string>();
  const doubled: MonthRow[] = [];
  let isKnown = true;
  for (const row of rows) {
    const { kind, month } = row;
    if (month === null) isKnown = false;
    else if (kind === 'undone') {
      records.delete(month);
      months.delete(month);
    } else {
      months.add(month);
      if (kind === 'closed' && records.has(month)) doubled.push(row);
      else if (kind === 'closed') records.set(month, row.record);
    }
  }
  return { records: [...records.values()], months: isKnown ? [...months].sort() : null, doubled };
}
