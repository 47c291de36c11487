/** Totals with a day that stand above their rows, as where the newest month comes first. */
import { type Bucket, type Buckets, bucketsOf, NOTHING, without } from './time-buckets.ts';

/** A row with the words of a total. */
export interface TotalRow {
  readonly row: number;
  readonly text: string;
  readonly amounts: readonly number[];
  /** The columns whose amounts it says, by their order. */
  readonly typed: readonly number[];
  /** Its time and text. Rows that share them are of several funding sources. */
  readonly textOfTime: string;
  /** Whether its text names nothing but a time. */
  readonly isOnlyTime: boolean;
  /** Whether it names a 재원 or a 분류. */
  readonly hasLabels: boolean;
  /** The number of rows that it says it is of; null: it says none. */
  readonly count: number | null;
}

/**
 * Whether the amounts of a row are what a bucket comes to. One that names more than its time is a total of
 * several rows, of which one at least does not read like a total.
 */
export function isSumIn({ rows, plain, sums }: Bucket, row: TotalRow): boolean {
  const { amounts, typed, isOnlyTime, count } = row;
  return (
    rows > 0 &&
    (isOnlyTime || (rows > 1 && plain > 0)) &&
    // 총 40명 counts people, and neither the rows nor what they come to.
    (count === null || count === rows || amounts.includes(count)) &&
    typed.every((at) => amounts[at] === sums[at])
  );
}

/** A row that reads like a total of some time, and was added as data. */
export interface Candidate extends TotalRow {
  /** The keys of the buckets that it may be of, each with what it held above the row. */
  readonly above: ReadonlyMap<string, Bucket | undefined>;
  /** The keys of the buckets to which it was added. */
  readonly addedTo: readonly string[];
  /** The keys of the buckets whose plain rows make it doubtful; none: it was told already. */
  readonly doubtedBy: readonly string[];
}

export interface TotalsAbove {
  /** The numbers of the rows that are what the rows of their time come to. */
  readonly totals: readonly number[];
  /** The rows that only read like totals of the rows below. */
  readonly doubted: readonly { readonly row: number; readonly text: string }[];
}

/**
 * Decides of each candidate, from the lowest, whether the rows below it, or all rows of its time, come to it.
 * What is a total is taken out again, so that a total of a year finds the rows of its months alone.
 */
export function totalsAbove(candidates: readonly Candidate[], all: Pick<Buckets, 'copy'>): TotalsAbove {
  const totals: number[] = [];
  const doubted: { row: number; text: string }[] = [];
  if (candidates.length === 0) return { totals, doubted };
  const buckets = all.copy();
  /** What the candidates of a text and time have added to each bucket. None is the total of another. */
  const ofText = bucketsOf();
  const ownKey = ({ textOfTime }: Candidate, key: string) => `${textOfTime} ${key}`;
  for (const candidate of candidates) {
    for (const key of candidate.addedTo) ofText.add(ownKey(candidate, key), candidate.amounts, false);
  }
  for (const candidate of [...candidates].reverse()) {
    const { row, text, amounts, hasLabels, addedTo, doubtedBy } = candidate;
    const othersOf = (key: string) =>
      without(buckets.get(key) ?? NOTHING, ofText.get(ownKey(candidate, key)));
    const keys = [...candidate.above.keys()];
    const isSum = (bucket: Bucket) => isSumIn(bucket, candidate);
    const isOfOthers = hasLabels && !keys.some((key) => key.includes(' ') && othersOf(key).rows > 0);
    const isTotal =
      !isOfOthers &&
      keys.some((key) => isSum(othersOf(key)) || isSum(without(othersOf(key), candidate.above.get(key))));
    if (isTotal) {
      totals.push(row);
      for (const key of addedTo) {
        buckets.remove(key, amounts);
        ofText.remove(ownKey(candidate, key), amounts);
      }
    } else if (doubtedBy.some((key) => othersOf(key).plain > 0)) doubted.push({ row, text });
  }
  return { totals, doubted: doubted.reverse() };
}
