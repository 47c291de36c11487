/**
 * Rows of totals that have a day, as a ledger prints them: `2024. 2. 29. | 구 | 300 | 2월 계`. Their cells are
 * those of data, and words alone decide nothing. What the rows around them come to does.
 */
import { indexesFrom, type RawCell, type RawTab } from '../../raw.ts';
import type { ReadContext } from '../columns.ts';
import type { Headings } from '../headings.ts';
import type { CellReader } from '../rows/cell-reader.ts';
import { isDittoMark } from '../rows/ditto-marks.ts';
import { type DatedRow, datedRow, type RowWords, rowWords, type Values } from './dated-row.ts';
import { groupsBelow } from './groups-below.ts';
import { lumpsOf } from './lumps.ts';
import { rowsLookedAt } from './rows-looked-at.ts';
import {
  ALL,
  type Bucket,
  type Buckets,
  keysOf,
  keysOfTotal,
  NOTHING,
  withLabels,
  without,
} from './time-buckets.ts';
import {
  bucketsOfKin,
  type Candidate,
  isMixed,
  isNoChance,
  type Looked,
  type TotalRow,
  type TotalsAbove,
  totalsAbove,
  type Verdict,
  verdictOf,
} from './totals-above.ts';

/** Looks at the rows of a tab in their order. */
export interface DatedTotals {
  /**
   * Says what a row is, and adds its amounts if it is data: a total, where its amounts are what the rows of
   * its time come to, or data that only reads like one. Null: it is data like any other.
   */
  look(row: number, cells: readonly RawCell[], values: Values): FoundTotal | null;
  /**
   * Looks at a row that has no day, and so is no data. It is a total if it says nothing else, or is what the
   * rows above come to.
   * @returns whether they come to it; null: it is no total, or it has a day.
   */
  totalWithoutDay(row: number, cells: readonly RawCell[], values: Values): FoundTotal | null;
  /** Ends the group of rows above a row of totals. Further totals right below may be of the same group. */
  close(): void;
  /** What is known once all rows were looked at: a total may stand above its rows. */
  ofRowsBelow(): TotalsAbove;
}

interface FoundTotal {
  readonly text: string;
  readonly isTotal: boolean;
}

/**
 * @returns null where no text of the tab has the words of a total, as in nearly every tab; else what looks at
 *   its rows, where the rows with these numbers are known to be totals.
 */
export function datedTotals(
  raw: RawTab,
  headings: Headings,
  readers: readonly CellReader[],
  context: ReadContext,
): ((known: ReadonlySet<number>) => DatedTotals) | null {
  const words = rowWords(readers, context);
  if (words === null) return null;
  const isOfTotal = (index: number) => words.textOf(raw.rows[index] ?? []) !== null;
  return indexesFrom(raw, headings.row).some(isOfTotal) ? (known) => looker(known, words) : null;
}

function looker(known: ReadonlySet<number>, words: RowWords): DatedTotals {
  const rows = rowsLookedAt();
  const lumps = lumpsOf();
  const groups = groupsBelow<DatedRow>();
  const ofKin = bucketsOfKin();
  /** The times whose total was found. */
  const timesDone = new Set<string>();
  const told = new Set<number>();
  let rowAbove: readonly RawCell[] = [];
  const candidates: Candidate[] = [];

  /** Whether all rows of these times are of one other 재원. 시 is no total of rows of 구. */
  const areOfOneOther: Looked['areOfOneOther'] = ({ labels }, times, rowsIn) =>
    words.isOfMoney && labels.length > 0 && rows.areOfOneOther(times, labels, rowsIn);

  /** Whether no row of its time or group has the label of a row without a time: 나 | 총 2건 below two of 가. */
  const hasNoneOfItsOwn = ({ span, times, labels }: DatedRow): boolean =>
    span === null && labels.length > 0 && !rows.isAnyOf(times, labels);

  const verdictIn = (bucket: Bucket, row: DatedRow): Verdict | null =>
    row.span === null && lumps.isLike(row) && bucket.plain < 2 ? null : verdictOf(bucket, row);

  /** The rows above that a row may be the total of. */
  const bucketsAbove = (row: DatedRow): readonly Bucket[] => {
    const { sense, span, times, labels } = row;
    const keys = withLabels(times, labels);
    if (span === null) return bucketsIn([rows.buckets, rows.ofGroup], keys);
    if (sense === 'total' || sense === 'name') return bucketsIn([rows.buckets], keys);
    const own = ofKin.of(row);
    return keys
      .map((key) => without(rows.buckets.get(key) ?? NOTHING, own.get(key)))
      .filter((bucket) => bucket.rows > 0);
  };

  const verdictsAbove = (row: DatedRow): readonly (Verdict | null)[] => {
    if (areOfOneOther(row, row.times) || hasNoneOfItsOwn(row)) return [];
    const all = row.span === null ? bucketsIn([rows.buckets], withLabels([ALL], row.labels)) : [];
    return [...bucketsAbove(row), ...all].map((bucket) => verdictIn(bucket, row));
  };

  /** Whether a row is a total of the rows above, or is told; null: it is data. */
  const foundAbove = (row: DatedRow): FoundAbove | null => {
    const { span, times, timesBefore, labels, isDoubtful } = row;
    if (lumps.isOfSameTime(row)) return null;
    const isLikeData = lumps.isLike(row);
    const above = bucketsAbove(row);
    if (above.length > 0) {
      const verdicts = verdictsAbove(row);
      if (verdicts.includes('total')) return { verdict: 'total', times };
      // 1월까지 누계, 2월까지 누계 and no other row: each includes the one before.
      const isDoubted =
        isDoubtful &&
        (span?.kind === 'all' ||
          above.some((bucket) => (isLikeData ? bucket.plain > 1 : isMixed(bucket, row))));
      return isDoubted || verdicts.includes('told') ? { verdict: 'told', times } : null;
    }
    const before = bucketsIn([rows.buckets], withLabels(timesBefore, labels)).filter(
      ({ plain }) => plain > 0,
    );
    const isDone = timesBefore.some((time) => timesDone.has(time));
    const verdicts = before.map((bucket) => (isNoChance(bucket, row) ? verdictIn(bucket, row) : null));
    if (!isDone && !areOfOneOther(row, timesBefore)) {
      if (verdicts.includes('total')) return { verdict: 'total', times: timesBefore };
    }
    lumps.add(row);
    return !isDone && before.length > 0 && (isDoubtful || verdicts.includes('told'))
      ? { verdict: 'told', times: timesBefore }
      : null;
  };

  const addPlain = (cells: readonly RawCell[], values: Values): void => {
    const [amounts, labels] = [words.amountsOf(values), words.labelsOf(cells, values, null)];
    const period = words.periodOf(values);
    groups.add({ amounts, labels });
    rows.add({ times: keysOf(period), labels, amounts, rank: 0, period });
  };

  /** Adds a row of data that may turn out to be the total of rows below. */
  const offer = (row: DatedRow, found: FoundAbove | null): void => {
    const { sense, span, times, timesBefore, labels, period, amounts } = row;
    const own = ofKin.of(row);
    const allTimes = [...times, ...timesBefore];
    const keys = withLabels(allTimes, labels);
    const above = keys.map((key) => [key, without(rows.buckets.get(key) ?? NOTHING, own.get(key))] as const);
    // Data that only may be a total is of its own day: 2월분 that is paid in March is of March.
    const isTotal = sense === 'total';
    const addedAs = isTotal ? row.rank : 0;
    const isOfBefore = found !== null && found.times === timesBefore;
    if (span === null) groups.begin(row, rows.count() + 1);
    else if (!isTotal) groups.add(row);
    const addedTo = rows.add({
      ...{ times: isTotal ? keysOfTotal(span, period, isOfBefore) : keysOf(period), labels, amounts },
      ...{ rank: addedAs, period },
    });
    for (const key of addedTo) own.add(key, amounts, addedAs);
    const monthOfDay = keysOf({ ...period, first: period.last }).slice(1, 2);
    candidates.push({
      ...row,
      ...{ above: new Map(above), addedTo, addedAs, order: rows.count(), lastDay: period.last },
      labelled: keys.slice(allTimes.length),
      doubtedBy: row.isDoubtful ? (span?.kind === 'all' ? monthOfDay : times) : [],
    });
  };

  return {
    look: (number, typed, values) => {
      const cells = withRepeats(typed, rowAbove);
      rowAbove = cells;
      const text = words.textOf(cells);
      if (text?.sense === 'total') groups.end();
      const row = text === null ? null : datedRow(number, text, cells, values, words);
      if (row === null) {
        addPlain(cells, values);
        return null;
      }
      const found = known.has(number) ? null : foundAbove(row);
      if (known.has(number) || found?.verdict === 'total') {
        for (const time of found?.times ?? row.times) timesDone.add(time);
        return { text: row.text, isTotal: true };
      }
      offer(row, found);
      if (found !== null) told.add(number);
      return found === null ? null : { text: row.text, isTotal: false };
    },
    totalWithoutDay: (number, cells, values) => {
      const text = words.isWithoutDay(cells) ? words.textOf(cells) : null;
      if (text === null) return null;
      const row = datedRow(number, text, cells, values, words, rows.lastPeriod());
      const isTotal = row !== null && verdictsAbove(row).includes('total');
      return isTotal || text.sense === 'total' ? { text: text.text, isTotal } : null;
    },
    close: () => {
      rows.endGroup();
      groups.end();
    },
    ofRowsBelow: () => {
      const latestBelow = rows.latestBelow();
      const isOver = ({ period }: DatedRow, order: number) => (latestBelow[order] ?? '') <= period.last;
      const ofGroups = groups.verdicts().filter(({ row, from }) => isOver(row, from));
      const ofTimes = totalsAbove(candidates, {
        ...{ buckets: rows.buckets, ofKin, latestBelow, areOfOneOther },
        hasLater: rows.hasLater,
        isOfOtherName: ({ sense, labels, labelled }, rowsIn) =>
          sense === 'name' && labels.length > 0 && labelled.every((key) => rowsIn(key) === 0),
      });
      const rowsOf = (verdict: Verdict) =>
        ofGroups.flatMap((group) => (group.verdict === verdict ? group.row : []));
      const totals = eachOnce([...ofTimes.totals, ...rowsOf('total')], new Set());
      const known = new Set([...told, ...totals.map(({ row }) => row)]);
      return { totals, doubted: eachOnce([...ofTimes.doubted, ...rowsOf('told')], known) };
    },
  };
}

/** The row with what a mark such as 〃 repeats: below 1월 계 it is one more total. */
function withRepeats(cells: readonly RawCell[], above: readonly RawCell[]): readonly RawCell[] {
  const isMark = (cell: RawCell) => typeof cell === 'string' && isDittoMark(cell);
  return cells.some(isMark)
    ? cells.map((cell, index) => (isMark(cell) ? (above[index] ?? cell) : cell))
    : cells;
}

/** The rows, each once, without those that are known. */
function eachOnce<Row extends Pick<TotalRow, 'row'>>(
  rows: readonly Row[],
  known: ReadonlySet<number>,
): readonly Row[] {
  return [...new Map(rows.map((each) => [each.row, each])).values()].filter(({ row }) => !known.has(row));
}

/** What a row is by the rows above, and the times that it is of. */
interface FoundAbove {
  readonly verdict: Verdict;
  readonly times: readonly string[];
}

function bucketsIn(of: readonly Pick<Buckets, 'get'>[], keys: readonly string[]): readonly Bucket[] {
  return of.flatMap((each) => keys.flatMap((key) => each.get(key) ?? []));
}
