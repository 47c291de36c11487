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

/**
 * Which pledge a row is about, by its number: of a book of one pledge every row is about that one, also where it has got another
 * number since. Of an office's book the number tells.
 */
export type PledgeKey = (number: string | null) => string;
export const ONE_PLEDGE: PledgeKey = () => '';
export const BY_NUMBER: PledgeKey = (number) => number ?? '';

/** Of a month that was closed, undone and closed again, the last row counts. A month of several pledges has a row for each. */
export function standingMonths(rows: readonly MonthRow[], keyOf: PledgeKey = ONE_PLEDGE): StandingMonths {
  const records = new Map<string, Map<string, MonthlyRecord>>();
  const doubled: MonthRow[] = [];
  let isKnown = true;
  for (const row of rows) {
    const { kind, month } = row;
    if (month === null) {
      isKnown = false;
      continue;
    }
    const ofMonth = records.get(month) ?? new Map<string, MonthlyRecord>();
    records.set(month, ofMonth);
    if (kind === 'undone') {
      ofMonth.delete(keyOf(row.pledge));
      if (ofMonth.size === 0) records.delete(month);
    } else if (kind === 'closed') {
      const key = keyOf(row.record.pledge);
      if (ofMonth.has(key)) doubled.push(row);
      else ofMonth.set(key, row.record);
    }
  }
  return {
    records: [...records.values()].flatMap((ofMonth) => [...ofMonth.values()]),
    months: isKnown ? [...records.keys()].sort() : null,
    doubled,
  };
}
