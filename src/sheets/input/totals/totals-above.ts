/** Totals with a day that stand above their rows, as where the newest month comes first. */
import { type Bucket, type Buckets, NOTHING, without } from './time-buckets.ts';

/** A row with the words of a total. */
export interface TotalRow {
  readonly row: number;
  readonly text: string;
  readonly amounts: readonly number[];
  /** The columns whose amounts it says, by their order. */
  readonly typed: readonly number[];
  /** Its 재원 or 분류. */
  readonly labels: readonly string[];
  /** Its time and text. Rows that share them are of several funding sources. */
  readonly textOfTime: string;
  /** Whether its text names nothing but a time. */
  readonly isOnlyTime: boolean;
  /** False where a single row may come to it by chance: 월계, which is also a 동, beside one meeting. */
  readonly isTelling: boolean;
  /** How long its time is, from 1 for a month. */
  readonly rank: number;
  /** The number of rows that it says it is of; null: it says none. */
  readonly count: number | null;
}

/** Whether a bucket holds what a row may be the total of: plain rows, or totals of shorter times. */
export function isMixed({ rows, plain, longest }: Bucket, { rank }: TotalRow): boolean {
  return rows > 0 && (plain > 0 || longest < rank);
}

/**
 * Whether the amounts of a row are what a bucket comes to. 1월 강사료 합계 is no total of 1월 재료비 합계, but
 * 1분기 강사료 합계 may be.
 */
export function isSumIn(bucket: Bucket, row: TotalRow): boolean {
  const { amounts, typed, isOnlyTime, count } = row;
  const { rows, sums } = bucket;
  return (
    rows > 0 &&
    (isOnlyTime || (rows > 1 && isMixed(bucket, row))) &&
    // 총 40명 counts people, and neither the rows nor what they come to.
    (count === null || count === rows || amounts.includes(count)) &&
    typed.every((at) => amounts[at] === sums[at])
  );
}

/** A row that reads like a total, and was added as data. */
export interface Candidate extends TotalRow {
  /** The keys of the buckets that it may be of, each with what it held above the row without its own text. */
  readonly above: ReadonlyMap<string, Bucket>;
  /** The keys of the buckets to which it was added. */
  readonly addedTo: readonly string[];
  /** How many rows of data stand above the first row below it. */
  readonly order: number;
  readonly lastDay: string;
  /** The keys of the buckets whose rows make it doubtful; none: it was told already. */
  readonly doubtedBy: readonly string[];
}

/** What is known of a tab at its end. */
export interface Looked {
  readonly buckets: Pick<Buckets, 'copy'>;
  /** What the candidates of a text and time have added to each bucket. */
  readonly ofText: Buckets;
  /** The latest day of the rows of data from each one on. */
  readonly latestBelow: readonly string[];
  /** Whether all rows of these times are of one other 재원. */
  areOfOneOther(
    row: Pick<TotalRow, 'labels'>,
    times: readonly string[],
    rowsIn?: (key: string) => number,
  ): boolean;
}

export interface TotalsAbove {
  /** The rows that are what the rows of their time come to. */
  readonly totals: readonly Pick<TotalRow, 'row' | 'text'>[];
  /** The rows that only read like totals of the rows below. */
  readonly doubted: readonly Pick<TotalRow, 'row' | 'text'>[];
}

/** Key of what candidates with the text and time of a row have added to a bucket. */
export function ownKey({ textOfTime }: TotalRow, key: string): string {
  return `${textOfTime} ${key}`;
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
  const ofText = looked.ofText.copy();
  for (const candidate of [...candidates].reverse()) {
    const { amounts, addedTo, doubtedBy, order, lastDay } = candidate;
    const isOpening = candidate.rank > LONGEST_TIME && (looked.latestBelow[order] ?? '') > lastDay;
    const othersOf = (key: string) =>
      without(buckets.get(key) ?? NOTHING, ofText.get(ownKey(candidate, key)));
    const isSum = (bucket: Bucket) => isSumIn(bucket, candidate) && isNoChance(bucket, candidate);
    const keys = [...candidate.above.keys()].filter(
      (key) => !looked.areOfOneOther(candidate, [key], (own) => othersOf(own).rows),
    );
    const isTotal =
      !isOpening &&
      keys.some((key) => isSum(othersOf(key)) || isSum(without(othersOf(key), candidate.above.get(key))));
    if (isTotal) {
      totals.push(candidate);
      for (const key of addedTo) {
        buckets.remove(key, amounts);
        ofText.remove(ownKey(candidate, key), amounts);
      }
    } else if (!isOpening && doubtedBy.some((key) => othersOf(key).plain > 0)) doubted.push(candidate);
  }
  return { totals, doubted: doubted.reverse() };
}

/** The rank of a year. What is longer names no end, or its own day. */
const LONGEST_TIME = 4;
