/** Which months are closed, by the rows of 월별기록 in the order they were written. An undo is a row too. */
import type { IsoDate } from '../date.ts';
import type { MonthlyRecord } from './monthly-record.ts';

/** A closing that a person undid. Its record no longer counts, and the month may be closed again. */
export interface UndoneMonth {
  readonly kind: 'undone';
  /** The pledge's number at the time; null: it had none. */
  readonly pledge: string | null;
  readonly month: string;
  readonly asOf: IsoDate;
  readonly writtenAt: string;
}

export type MonthRow =
  | { readonly kind: 'closed'; readonly month: string; readonly record: MonthlyRecord }
  | UndoneMonth
  /**
   * The row was altered or cannot be read. Its month still counts as closed; null:
   * the row does not say which.
   */
  | { readonly kind: 'spoilt'; readonly month: string | null };

export interface ClosedMonths {
  readonly records: readonly MonthlyRecord[];
  /** All closed months, ascending; null where a row does not say its month. */
  readonly months: readonly string[] | null;
  /** Months whose closing was undone, and that are not closed again. Ascending. */
  readonly reopened: readonly string[];
  /** Closings of a month that was closed already. The first counts. */
  readonly doubled: readonly MonthRow[];
}

/**
 * Maps the number in a row to a pledge. In a book of one pledge every row belongs to that pledge, even if its
 * number changed since. In an office's book the number decides.
 */
export type PledgeKeyOf = (number: string | null) => string;
export const ONE_PLEDGE: PledgeKeyOf = () => '';
export const BY_NUMBER: PledgeKeyOf = (number) => number ?? '';

/**
 * The closed months. Where one was closed, undone and closed again, the last closing counts. A month of
 * several pledges has a row for each.
 */
export function closedMonths(rows: readonly MonthRow[], keyOf: PledgeKeyOf = ONE_PLEDGE): ClosedMonths {
  const records = new Map<string, Map<string, MonthlyRecord>>();
  const undone = new Set<string>();
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
      undone.add(month);
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
    reopened: [...undone].filter((month) => !records.has(month)).sort(),
    doubled,
  };
}
