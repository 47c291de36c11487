/** Totals with a day that stand above their rows, as where the newest month comes first. */
import type { TotalSense } from './dated-words.ts';
import { type Bucket, type Buckets, bucketsOf, NO_END, NOTHING, without } from './time-buckets.ts';

/** A row with the words of a total. */
export interface TotalRow {
  readonly row: number;
  readonly text: string;
  readonly sense: TotalSense;
  readonly amounts: readonly number[];
  /** The columns whose amounts it says, by their order. None: its numbers are blank, and it counts once. */
  readonly typed: readonly number[];
  /** Its 재원 or 분류. */
  readonly labels: readonly string[];
  /** Its time and text. Rows that share them are of several funding sources. */
  readonly textOfTime: string;
  /** What it shares with rows that it is no total of: 4월분 is none of 3월분, though that was paid in April. */
  readonly kin: string;
  /** Whether its text names nothing but a time. */
  readonly isOnlyTime: boolean;
  /** False where a single row may come to it by chance: 월계, which is also a 동, beside one meeting. */
  readonly isTelling: boolean;
  readonly isOfMoney: boolean;
  /** How long its time is, from 1 for a month. */
  readonly rank: number;
  /** The number of rows that it says it is of; null: it says none. */
  readonly count: number | null;
}

/** Whether a bucket holds what a row may be the total of: plain rows, or totals of shorter times. */
export function isMixed({ rows, plain, longest }: Bucket, { rank }: TotalRow): boolean {
  return rows > 0 && (plain > 0 || longest < rank);
}

/** What the rows of a bucket make of a row: its total, or data that is as large, which is told. */
export type Verdict = 'total' | 'told';

/**
 * Holds a row against the rows of a bucket. 1월 강사료 합계 is no total of 1월 재료비 합계, but 1분기 강사료 합계 may be.
 * @returns null: they do not come to it, or it may be a single thing.
 */
export function verdictOf(bucket: Bucket, row: TotalRow): Verdict | null {
  const { sense, amounts, typed, isOnlyTime, isOfMoney, count } = row;
  const { rows, sums } = bucket;
  if (rows === 0) return null;
  if (typed.length === 0) return rows > 1 && rows === count ? 'told' : null;
  // 총 40명 counts people, and neither the rows nor what they come to.
  if (count !== null && count !== rows && !amounts.includes(count)) return null;
  if (!typed.every((at) => amounts[at] === sums[at])) return null;
  const isOfSeveral = rows > 1 && isMixed(bucket, row);
  if (sense === 'total' ? isOnlyTime || isOfSeveral : isOfSeveral && sense !== 'share') return 'total';
  // A single row as large is often chance: 강사료 and 1월분, 300,000 each. 1월 집행액 beside 강사료 is not.
  const isTold = sense === 'amount' ? rows > 1 || isOfMoney : sense === 'share' && rows > 1;
  return isTold ? 'told' : null;
}

/** A row that may be a total, and was added as data. */
export interface Candidate extends TotalRow {
  /** The keys of the buckets that it may be of, each with what it held above the row without its own text. */
  readonly above: ReadonlyMap<string, Bucket>;
  /** The keys of the buckets to which it was added. */
  readonly addedTo: readonly string[];
  /** How many rows of data stand above the first row below it. */
  readonly order: number;
  readonly lastDay: string;
  /** The rank with which it was added. */
  readonly addedAs: number;
  /** The keys of the times that it may be of. */
  readonly times: readonly string[];
  /** Those of the keys that have a label of the row. */
  readonly labelled: readonly string[];
  /** The keys of the buckets whose rows make it doubtful though they do not come to it. */
  readonly doubtedBy: readonly string[];
}

/** What is known of a tab at its end. */
export interface Looked {
  readonly buckets: Pick<Buckets, 'copy'>;
  readonly ofKin: BucketsOfKin;
  /** The latest day of the rows of data from each one on. */
  readonly latestBelow: readonly string[];
  /** Whether all rows of these times are of one other 재원. */
  areOfOneOther(
    row: Pick<TotalRow, 'labels'>,
    times: readonly string[],
    rowsIn?: (key: string) => number,
  ): boolean;
  /** Whether a row of these times, below so many others, has a later day. */
  hasLater(times: readonly string[], from: number, day: string): boolean;
  /** Whether a total that may be a name has a label that no row has: 나 | 총 2건 among rows of 가. */
  isOfOtherName(row: Candidate, rowsIn: (key: string) => number): boolean;
}

export interface TotalsAbove {
  /** The rows that are what the rows of their time come to. */
  readonly totals: readonly Pick<TotalRow, 'row' | 'text'>[];
  /** The rows that only read like totals of the rows below. */
  readonly doubted: readonly Pick<TotalRow, 'row' | 'text'>[];
}

/** What the candidates of each {@link TotalRow.kin} have added. None of them is the total of another. */
export interface BucketsOfKin {
  of(row: Pick<TotalRow, 'kin'>): Buckets;
  copy(): BucketsOfKin;
}

export function bucketsOfKin(all: Map<string, Buckets> = new Map()): BucketsOfKin {
  return {
    of: ({ kin }) => {
      const found = all.get(kin) ?? bucketsOf();
      all.set(kin, found);
      return found;
    },
    copy: () => bucketsOfKin(new Map([...all].map(([kin, buckets]) => [kin, buckets.copy()]))),
  };
}

/** Whether a bucket does not come to a row by chance, where the row does not stand below its rows. */
export function isNoChance({ rows }: Bucket, { isTelling }: TotalRow): boolean {
  return rows > 1 || isTelling;
}

/**
 * Decides of each candidate, from the lowest, whether the rows below it, or all rows of its time, come to it.
 * What is a total is taken out again, so that a total of a year finds the rows of its months alone. A row
 * above later days is an opening: 2023년까지 누계 above the rows of 2024.
 */
export function totalsAbove(candidates: readonly Candidate[], looked: Looked): TotalsAbove {
  const totals: Candidate[] = [];
  const doubted: Candidate[] = [];
  const buckets = looked.buckets.copy();
  const ofKin = looked.ofKin.copy();
  for (const candidate of [...candidates].reverse()) {
    const { amounts, addedTo, addedAs, doubtedBy, order, lastDay } = candidate;
    if (candidate.rank >= SHORTEST_WITHOUT_END && (looked.latestBelow[order] ?? '') > lastDay) continue;
    const own = ofKin.of(candidate);
    const othersOf = (key: string) => without(buckets.get(key) ?? NOTHING, own.get(key));
    const rowsIn = (key: string) => othersOf(key).rows;
    if (looked.isOfOtherName(candidate, rowsIn)) continue;
    const verdicts = [...candidate.above.keys()]
      .filter((key) => !looked.areOfOneOther(candidate, [key], rowsIn))
      .flatMap((key) => [othersOf(key), without(othersOf(key), candidate.above.get(key))])
      .filter((bucket) => isNoChance(bucket, candidate))
      .map((bucket) => verdictOf(bucket, candidate));
    // 1월 집행액 on 2. January, above rows of later days, may be a thing of its own.
    const isEarly = () => candidate.sense === 'amount' && looked.hasLater(candidate.times, order, lastDay);
    if (verdicts.includes('total') && !isEarly()) {
      totals.push(candidate);
      for (const key of addedTo) {
        buckets.remove(key, amounts, addedAs);
        own.remove(key, amounts, addedAs);
      }
    } else if (
      verdicts.some((verdict) => verdict !== null) ||
      doubtedBy.some((key) => othersOf(key).plain > 0)
    ) {
      doubted.push(candidate);
    }
  }
  return { totals, doubted: doubted.reverse() };
}

/** The shortest rank of a total whose time has no end: that of a 소계. */
const SHORTEST_WITHOUT_END = NO_END - 0.5;
