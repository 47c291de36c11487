/**
 * Rows of totals that have a day, as a ledger prints them: `2024. 2. 29. | 구 | 300 | 2월 계`. Their cells are
 * those of data, and words in free text alone decide nothing. What the rows above come to does.
 */
import type { Period } from '../../../domain/date.ts';
import { parseText } from '../../cells/plain.ts';
import { indexesFrom, isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { Column, ReadContext } from '../columns.ts';
import type { Headings } from '../headings.ts';
import { type CellReader, cellOf } from '../rows/cell-reader.ts';
import { isInTab } from '../rows/placed-column.ts';
import { mayReadAsTotal, readsAsTotal, saysOnlyTime, spanOfTotal, type TotalSpan } from './dated-words.ts';
import { groupsBelow } from './groups-below.ts';
import { lumpsOf } from './lumps.ts';
import { rowsLookedAt } from './rows-looked-at.ts';
import {
  ALL,
  type Bucket,
  type Buckets,
  bucketsOf,
  keysAbove,
  keysBefore,
  keysOf,
  keysOfTotal,
  NOTHING,
  rankOf,
  withLabels,
  without,
} from './time-buckets.ts';
import { countOfTotal, isPartTotal } from './total-words.ts';
import {
  type Candidate,
  isMixed,
  isNoChance,
  isSumIn,
  type Looked,
  ownKey,
  type TotalRow,
  type TotalsAbove,
  totalsAbove,
} from './totals-above.ts';

type Values = Readonly<Record<string, unknown>>;

/** Looks at the rows of a tab in their order. */
export interface DatedTotals {
  /**
   * Says what a row is, and adds its amounts if it is data: a total, where its amounts are what the rows of
   * its time come to, or data that only reads like one. Null: it is data like any other.
   */
  look(row: number, cells: readonly RawCell[], values: Values): FoundTotal | null;
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
  const placed = readers.filter(isInTab);
  const summed = placed.filter(({ column }) => column.summed !== undefined);
  const day = placed.find(({ column }) => column.periodOf !== undefined);
  const labels = placed.filter(
    ({ column }) => column.namesTotals && column.repeats && column !== day?.column,
  );
  const isText = textColumns(placed);
  const textOf = (cells: readonly RawCell[]) => {
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (typeof cell === 'string' && isText(index) && mayReadAsTotal(cell)) return cell;
    }
    return null;
  };
  if (day === undefined || summed.length === 0) return null;
  if (!indexesFrom(raw, headings.row).some((index) => textOf(raw.rows[index] ?? []) !== null)) return null;
  return (known) =>
    looker(known, {
      textOf,
      periodOf: (values) => day.column.periodOf?.(values[day.field]) ?? null,
      amountsOf: (values) => summed.map(({ field, column }) => column.summed?.(values[field]) ?? 0),
      labelsOf: (cells, values) =>
        labels.flatMap((label) => {
          const value = values[label.field];
          const text = typeof value === 'string' ? value : shownText(cellOf(cells, label)).trim();
          return text === '' ? [] : text;
        }),
      isOfMoney: summed.some(({ column }) => column.defaultUnit !== undefined),
      typedIn: (cells) => summed.flatMap((reader, at) => (isBlank(cellOf(cells, reader)) ? [] : at)),
      addsUp: (values) => summed.every(({ column }) => column.addsUp?.(values, context) !== false),
    });
}

/** What a tab says of a row. */
interface RowWords {
  /** The text with the words of a total. */
  textOf(cells: readonly RawCell[]): string | null;
  periodOf(values: Values): Period | null;
  amountsOf(values: Values): readonly number[];
  /** The 재원 or 분류 of a row, as it is read. */
  labelsOf(cells: readonly RawCell[], values: Values): readonly string[];
  /** In a log of meetings or suggestions, the 분류 of a total is often only a filler. */
  readonly isOfMoney: boolean;
  typedIn(cells: readonly RawCell[]): readonly number[];
  addsUp(values: Values): boolean;
}

function looker(known: ReadonlySet<number>, words: RowWords): DatedTotals {
  const rows = rowsLookedAt();
  const lumps = lumpsOf();
  const groups = groupsBelow<DatedRow>();
  /** What the candidates of a text and time have added to each bucket. None is the total of another. */
  const ofText = bucketsOf();
  /** The times whose total was found. */
  const timesDone = new Set<string>();
  const candidates: Candidate[] = [];

  const add = (
    cells: readonly RawCell[],
    values: Values,
    times: readonly string[],
    rank: number,
  ): readonly string[] => {
    const amounts = words.amountsOf(values);
    if (rank === 0) groups.add(amounts);
    const lastDay = words.periodOf(values)?.last ?? '';
    return rows.add({ times, labels: words.labelsOf(cells, values), amounts, rank, lastDay });
  };

  /** Whether all rows of these times are of one other 재원. 시 is no total of rows of 구. */
  const areOfOneOther: Looked['areOfOneOther'] = ({ labels }, times, rowsIn) =>
    words.isOfMoney && labels.length > 0 && rows.areOfOneOther(times, labels, rowsIn);

  /** Whether no row of its time or group has the label of a row without a time: 나 | 총 2건 below two of 가. */
  const hasNoneOfItsOwn = ({ span, times, labels }: DatedRow): boolean =>
    span === null && labels.length > 0 && !rows.isAnyOf(times, labels);

  /** Whether a row is a total of the rows above; null: it is data. */
  const totalOfRowsAbove = (row: DatedRow): FoundAbove | null => {
    const { text, span, times, timesBefore, labels } = row;
    const { buckets, ofGroup } = rows;
    if (lumps.isOfSameTime(row)) return null;
    const isLikeData = lumps.isLike(row);
    const isSum = (bucket: Bucket) =>
      isSumIn(bucket, row) && !(span === null && isLikeData && bucket.plain < 2);
    const above = bucketsIn(span === null ? [buckets, ofGroup] : [buckets], withLabels(times, labels));
    const all = span === null ? bucketsIn([buckets], withLabels([ALL], labels)) : [];
    if (above.length > 0) {
      const isOfOthers = areOfOneOther(row, times) || hasNoneOfItsOwn(row);
      if ([...above, ...all].some(isSum) && !isOfOthers) return { isTotal: true, times };
      // 1월까지 누계, 2월까지 누계 and no other row: each includes the one before.
      const isDoubted =
        span?.kind === 'all' ||
        above.some((bucket) => (isLikeData ? bucket.plain > 1 : isMixed(bucket, row)));
      return isDoubted && readsAsTotal(text) ? { isTotal: false, times } : null;
    }
    const before = bucketsIn([buckets], withLabels(timesBefore, labels)).filter(({ plain }) => plain > 0);
    const isDone = timesBefore.some((time) => timesDone.has(time));
    const isSumBefore = before.some((bucket) => isSum(bucket) && isNoChance(bucket, row));
    if (!isDone && isSumBefore && !areOfOneOther(row, timesBefore)) {
      return { isTotal: true, times: timesBefore };
    }
    lumps.add(row);
    const isDoubted = !isDone && before.length > 0 && readsAsTotal(text);
    return isDoubted ? { isTotal: false, times: timesBefore } : null;
  };

  /** Adds a row of data that reads like a total, which may turn out to be the total of rows below. */
  const offer = (
    row: DatedRow,
    cells: readonly RawCell[],
    values: Values,
    found: FoundAbove | null,
  ): void => {
    const { span, times, timesBefore, labels, period } = row;
    if (span === null) groups.begin(row, rows.count() + 1);
    const keys = withLabels([...times, ...timesBefore], labels);
    const above = keys.map(
      (key) => [key, without(rows.buckets.get(key) ?? NOTHING, ofText.get(ownKey(row, key)))] as const,
    );
    const isOfBefore = found !== null && found.times === timesBefore;
    const addedTo = add(cells, values, keysOfTotal(span, period, isOfBefore), row.rank);
    for (const key of addedTo) ofText.add(ownKey(row, key), row.amounts, row.rank);
    const monthOfDay = keysOf({ ...period, first: period.last }).slice(1, 2);
    candidates.push({
      ...row,
      ...{ above: new Map(above), addedTo, order: rows.count(), lastDay: period.last },
      doubtedBy: found !== null ? [] : span?.kind === 'all' ? monthOfDay : times,
    });
  };

  return {
    look: (number, cells, values) => {
      const text = words.textOf(cells);
      const reads = text !== null && readsAsTotal(text);
      if (reads) groups.end();
      const row = text === null ? null : datedRow(number, text, cells, values, words);
      const found = row === null || known.has(number) ? null : totalOfRowsAbove(row);
      if (row !== null && (known.has(number) || found?.isTotal === true)) {
        for (const time of found?.times ?? row.times) timesDone.add(time);
        return { text: row.text, isTotal: true };
      }
      if (row !== null && reads) offer(row, cells, values, found);
      else add(cells, values, keysOf(words.periodOf(values)), 0);
      return row === null || found === null ? null : { text: row.text, isTotal: false };
    },
    close: () => {
      rows.endGroup();
      groups.end();
    },
    ofRowsBelow: () => {
      const latestBelow = rows.latestBelow();
      const isOver = ({ period }: DatedRow, order: number) => (latestBelow[order] ?? '') <= period.last;
      const ofGroups = groups.totals().filter(({ row, from }) => isOver(row, from));
      const { buckets } = rows;
      const { totals, doubted } = totalsAbove(candidates, { buckets, ofText, latestBelow, areOfOneOther });
      const rowsOfGroups = ofGroups.map(({ row }) => row);
      const isFound = ({ row }: Pick<TotalRow, 'row'>) => rowsOfGroups.some((each) => each.row === row);
      return {
        totals: [...totals.filter((each) => !isFound(each)), ...rowsOfGroups],
        doubted: doubted.filter((each) => !isFound(each)),
      };
    },
  };
}

/** What a row is by the rows above, and the times that it is of. */
interface FoundAbove {
  readonly isTotal: boolean;
  readonly times: readonly string[];
}

/** A row of data that has the words of a total, and amounts. */
interface DatedRow extends TotalRow {
  readonly period: Period;
  /** null: it names no time. */
  readonly span: TotalSpan | null;
  /** The keys of the times that it may be of, and of the time before its day, which it may be of as well. */
  readonly times: readonly string[];
  readonly timesBefore: readonly string[];
  /** Its text without numbers. */
  readonly words: string;
}

/** @returns null: the row has no day or no amount, or its amounts are of a level. */
function datedRow(
  row: number,
  text: string,
  cells: readonly RawCell[],
  values: Values,
  words: RowWords,
): DatedRow | null {
  const period = words.periodOf(values);
  if (period === null || !words.addsUp(values)) return null;
  const amounts = words.amountsOf(values);
  const typed = words.typedIn(cells);
  if (typed.every((at) => amounts[at] === 0)) return null;
  const span = spanOfTotal(text);
  const times = keysAbove(span, period);
  const labels = words.labelsOf(cells, values);
  return {
    ...{ row, text, amounts, typed, period, labels, span, times },
    timesBefore: keysBefore(span, period),
    // 합계 may be the sum of 소계.
    rank: rankOf(span) - (span === null && isPartTotal(text) ? 0.5 : 0),
    isTelling: words.isOfMoney || /\d/.test(text),
    words: text.replace(/\d/g, ''),
    textOfTime: `${times.join()} ${text}`,
    isOnlyTime: saysOnlyTime(text),
    count: countOfTotal(text),
  };
}

function bucketsIn(of: readonly Pick<Buckets, 'get'>[], keys: readonly string[]): readonly Bucket[] {
  return of.flatMap((each) => keys.flatMap((key) => each.get(key) ?? []));
}

/** A place and a name are no free text: 월계 is a 동. What stands in an unknown column may be. */
function textColumns(placed: readonly CellReader[]): (index: number) => boolean {
  const isFree = ({ parse, namesTotals, merged }: Column<unknown>) =>
    parse === parseText && !namesTotals && merged === 'nothing';
  const others = new Set(placed.filter(({ column }) => !isFree(column)).map(({ index }) => index));
  return (index) => !others.has(index);
}
