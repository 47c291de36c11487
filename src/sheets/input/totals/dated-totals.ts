/**
 * Rows of totals that have a day, as a ledger prints them: `2024. 2. 29. | 구 | 300 | 2월 계`. Their cells are
 * those of data, and words in free text alone decide nothing. What the rows above come to does.
 */
import type { Period } from '../../../domain/date.ts';
import { exactSum } from '../../../domain/decimal.ts';
import { parseText } from '../../cells/plain.ts';
import { indexesFrom, isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { Column, ReadContext } from '../columns.ts';
import type { Headings } from '../headings.ts';
import { type CellReader, cellOf } from '../rows/cell-reader.ts';
import { isInTab } from '../rows/placed-column.ts';
import { mayReadAsTotal, readsAsTotal, saysOnlyTime, spanOfTotal, type TotalSpan } from './dated-words.ts';
import {
  type Bucket,
  type Buckets,
  bucketsOf,
  keysAbove,
  keysBefore,
  keysOf,
  withLabels,
} from './time-buckets.ts';
import { countOfTotal } from './total-words.ts';
import { type Candidate, isSumIn, type TotalRow, type TotalsAbove, totalsAbove } from './totals-above.ts';

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
      labelsOf: (cells) =>
        labels.map((label) => shownText(cellOf(cells, label)).trim()).filter((text) => text !== ''),
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
  labelsOf(cells: readonly RawCell[]): readonly string[];
  typedIn(cells: readonly RawCell[]): readonly number[];
  addsUp(values: Values): boolean;
}

function looker(known: ReadonlySet<number>, words: RowWords): DatedTotals {
  const buckets = bucketsOf();
  const ofGroup = bucketsOf();
  let isGroupOver = false;
  /** The words, without numbers, of rows that have no rows above of their time. They are the data. */
  const wordsOfData = new Set<string>();
  /** Their whole texts, with their times. Further rows with such a text are of other funding sources. */
  const textsOfData = new Set<string>();
  const candidates: Candidate[] = [];
  const groups: GroupBelow[] = [];

  const add = (cells: readonly RawCell[], values: Values, isPlain: boolean): void => {
    if (isGroupOver) ofGroup.clear();
    isGroupOver = false;
    const amounts = words.amountsOf(values);
    for (const key of withLabels(keysOf(words.periodOf(values)), words.labelsOf(cells))) {
      buckets.add(key, amounts, isPlain);
      ofGroup.add(key, amounts, isPlain);
    }
    const group = groups[groups.length - 1];
    if (isPlain && group?.isOver === false) group.below.push(amounts);
  };

  const endGroups = (): void => {
    const group = groups[groups.length - 1];
    if (group !== undefined) group.isOver = true;
  };

  /** Whether no bucket holds rows with a label of the row: 시 is no total of rows of 구. */
  const areOfOthers = ({ labels }: DatedRow, times: readonly string[], of: readonly Buckets[]): boolean =>
    labels.length > 0 &&
    !withLabels(times, labels).some((key) => !times.includes(key) && of.some((each) => each.get(key)));

  /** Whether a row is a total of the rows above; null: it is data. */
  const totalOfRowsAbove = (row: DatedRow): { readonly isTotal: boolean } | null => {
    const { text, span, times, labels } = row;
    if (textsOfData.has(row.textOfTime)) return null;
    const isLikeData = wordsOfData.has(row.words);
    const of = span === null ? [buckets, ofGroup] : [buckets];
    const above = bucketsIn(of, withLabels(times, labels));
    if (above.length > 0) {
      const isSum = above.some((bucket) => isSumIn(bucket, row)) && !areOfOthers(row, times, of);
      if (isSum && !(span === null && isLikeData)) return { isTotal: true };
      // 1월까지 누계, 2월까지 누계 and no other row: each includes the one before.
      const isDoubted = span === null ? !isLikeData : span.kind === 'all' || above.some(hasPlainRows);
      return isDoubted && readsAsTotal(text) ? { isTotal: false } : null;
    }
    const timesBefore = isLikeData ? [] : keysBefore(span, row.period);
    const before = bucketsIn([buckets], withLabels(timesBefore, labels));
    if (before.some((bucket) => isSumIn(bucket, row)) && !areOfOthers(row, timesBefore, [buckets])) {
      return { isTotal: true };
    }
    wordsOfData.add(row.words);
    textsOfData.add(row.textOfTime);
    return before.some(hasPlainRows) && readsAsTotal(text) ? { isTotal: false } : null;
  };

  /** Keeps a row of data that may turn out to be the total of rows below. */
  const offer = (row: DatedRow, isTold: boolean): void => {
    const { span, times, labels, period } = row;
    if (span === null) {
      groups.push({ row, below: [], isOver: false });
      return;
    }
    const monthOfDay = keysOf({ ...period, first: period.last }).slice(-1);
    candidates.push({
      ...row,
      above: new Map(withLabels(times, labels).map((key) => [key, buckets.get(key)])),
      addedTo: withLabels(keysOf(period), labels),
      doubtedBy: isTold ? [] : span.kind === 'all' ? monthOfDay : times,
    });
  };

  return {
    look: (number, cells, values) => {
      const text = words.textOf(cells);
      const reads = text !== null && readsAsTotal(text);
      if (reads) endGroups();
      const row = text === null ? null : datedRow(number, text, cells, values, words);
      const found = row === null || known.has(number) ? null : totalOfRowsAbove(row);
      const isTotal = row !== null && (known.has(number) || found?.isTotal === true);
      if (isTotal) return { text: row.text, isTotal };
      if (row !== null && reads) offer(row, found !== null);
      add(cells, values, !reads);
      return row === null || found === null ? null : { text: row.text, isTotal };
    },
    close: () => {
      isGroupOver = true;
      endGroups();
    },
    ofRowsBelow: () => {
      const { totals, doubted } = totalsAbove(candidates, buckets);
      const ofGroups = groups.filter(isSumOfGroup).map(({ row }) => row.row);
      return { totals: [...totals, ...ofGroups], doubted };
    },
  };
}

/** A row of data that has the words of a total, and amounts. */
interface DatedRow extends TotalRow {
  readonly period: Period;
  readonly labels: readonly string[];
  /** null: it names no time. */
  readonly span: TotalSpan | null;
  /** The keys of the times that it may be of. */
  readonly times: readonly string[];
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
  const labels = words.labelsOf(cells);
  return {
    ...{ row, text, amounts, typed, period, labels, span, times },
    words: text.replace(/\d/g, ''),
    textOfTime: `${times.join()} ${text}`,
    isOnlyTime: saysOnlyTime(text),
    hasLabels: labels.length > 0,
    count: countOfTotal(text),
  };
}

function bucketsIn(of: readonly Buckets[], keys: readonly string[]): readonly Bucket[] {
  return of.flatMap((each) => keys.flatMap((key) => each.get(key) ?? []));
}

function hasPlainRows({ plain }: Bucket): boolean {
  return plain > 0;
}

/** A total without a time, and the amounts of the rows below it, up to the next total. */
interface GroupBelow {
  readonly row: DatedRow;
  readonly below: (readonly number[])[];
  isOver: boolean;
}

function isSumOfGroup({ row: { typed, amounts }, below }: GroupBelow): boolean {
  return (
    below.length > 1 && typed.every((at) => amounts[at] === exactSum(below.map((each) => each[at] ?? 0)))
  );
}

/** A place and a name are no free text: 월계 is a 동. What stands in an unknown column may be. */
function textColumns(placed: readonly CellReader[]): (index: number) => boolean {
  const isFree = ({ parse, namesTotals, merged }: Column<unknown>) =>
    parse === parseText && !namesTotals && merged === 'nothing';
  const others = new Set(placed.filter(({ column }) => !isFree(column)).map(({ index }) => index));
  return (index) => !others.has(index);
}
