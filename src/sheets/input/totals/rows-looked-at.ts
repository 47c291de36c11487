/** What is known of the rows of data of a tab that were looked at so far, in their order. */
import type { Period } from '../../../domain/date.ts';
import { type Buckets, bucketsOf, keysOf, timesIn, withLabels } from './time-buckets.ts';

/** A row of data. */
export interface AddedRow {
  readonly times: readonly string[];
  /** Its 재원 or 분류. */
  readonly labels: readonly string[];
  readonly amounts: readonly number[];
  /** 0: it does not read like a total. */
  readonly rank: number;
  /** When it happened; null: nobody can tell. */
  readonly period: Period | null;
}

export interface RowsLookedAt {
  readonly buckets: Pick<Buckets, 'get' | 'copy'>;
  /** Those of the rows since the last row of totals. Further totals right below it have the same rows. */
  readonly ofGroup: Pick<Buckets, 'get'>;
  /** @returns the keys of the buckets that the row was added to. */
  add(row: AddedRow): readonly string[];
  /** Ends the group. The next row of data begins another one. */
  endGroup(): void;
  /** How many rows of data there are. */
  count(): number;
  /** Whether a row of these times, below so many others, has a later day. */
  hasLater(times: readonly string[], from: number, day: string): boolean;
  /** The time of the last row; null: there is none. */
  lastPeriod(): Period | null;
  /** Whether all rows of these times have one label, and none of these labels. */
  areOfOneOther(
    times: readonly string[],
    labels: readonly string[],
    rowsIn?: (key: string) => number,
  ): boolean;
  /** Whether a row of these times or of the group has one of these labels. */
  isAnyOf(times: readonly string[], labels: readonly string[]): boolean;
  /** The latest of the days from each row on. */
  latestBelow(): readonly string[];
}

export function rowsLookedAt(): RowsLookedAt {
  const buckets = bucketsOf();
  const ofGroup = bucketsOf();
  let isGroupOver = false;
  const labelsOfTime = new Map<string, Set<string>>();
  const periods: (Period | null)[] = [];

  /** The keys of these times with these labels, without those of the times alone. */
  const ofLabels = (times: readonly string[], labels: readonly string[]) =>
    withLabels(times, labels).filter((key) => !times.includes(key));

  return {
    buckets,
    ofGroup,
    add: ({ times, labels, amounts, rank, period }) => {
      if (isGroupOver) ofGroup.clear();
      isGroupOver = false;
      const keys = withLabels(times, labels);
      for (const key of keys) {
        buckets.add(key, amounts, rank);
        ofGroup.add(key, amounts, rank);
      }
      for (const time of times) {
        const own = labelsOfTime.get(time) ?? new Set();
        for (const label of labels) own.add(label);
        labelsOfTime.set(time, own);
      }
      periods.push(period);
      return keys;
    },
    endGroup: () => {
      isGroupOver = true;
    },
    count: () => periods.length,
    hasLater: (times, from, day) => {
      const own = new Set(times.flatMap(timesIn));
      const isLater = (period: Period | null) =>
        period !== null && period.last > day && keysOf(period).some((key) => own.has(key));
      return periods.slice(from).some(isLater);
    },
    lastPeriod: () => periods[periods.length - 1] ?? null,
    areOfOneOther: (times, labels, rowsIn = (key) => buckets.get(key)?.rows ?? 0) => {
      const others = new Set(times.flatMap(timesIn).flatMap((time) => [...(labelsOfTime.get(time) ?? [])]));
      for (const label of labels) others.delete(label);
      return others.size === 1 && ofLabels(times, labels).every((key) => rowsIn(key) === 0);
    },
    isAnyOf: (times, labels) =>
      ofLabels(times, labels).some((key) => [buckets, ofGroup].some((each) => each.get(key))),
    latestBelow: () => latestFrom(periods.map((period) => period?.last ?? '')),
  };
}

function latestFrom(days: readonly string[]): readonly string[] {
  const latest: string[] = new Array(days.length).fill('');
  for (let at = days.length - 1, last = ''; at >= 0; at -= 1) {
    last = (days[at] ?? '') > last ? (days[at] ?? '') : last;
    latest[at] = last;
  }
  return latest;
}
