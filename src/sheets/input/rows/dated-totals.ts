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
import { type CellReader, cellOf } from './cell-reader.ts';
import { isInTab } from './placed-column.ts';
import {
  countOfTotal,
  mayReadAsTotal,
  readsAsTotal,
  saysOnlyTime,
  spanOfTotal,
  type TotalSpan,
} from './total-words.ts';

type Values = Readonly<Record<string, unknown>>;

export interface DatedTotals {
  /**
   * Says what a row with the words of a total is: a total, where its amounts are what the rows above of its
   * time come to, or data that only reads like one. Null: it is data like any other.
   */
  found(cells: readonly RawCell[], values: Values): FoundTotal | null;
  /** Adds a row of data. */
  add(cells: readonly RawCell[], values: Values): void;
  /** Ends the group of rows above a row of totals. Further totals right below may be of the same group. */
  close(): void;
}

interface FoundTotal {
  readonly text: string;
  readonly isTotal: boolean;
}

/** The rows of a year, quarter or month, of a group or of all; and of these, the rows of one 재원 or 분류. */
interface Bucket {
  rows: number;
  /** Their sums, in the order of the columns that are added up. */
  readonly sums: number[];
}

/** @returns null where no text of the tab has the words of a total, as in nearly every tab. */
export function datedTotals(
  raw: RawTab,
  headings: Headings,
  readers: readonly CellReader[],
  context: ReadContext,
): DatedTotals | null {
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

  const periodOf = (values: Values) => day.column.periodOf?.(values[day.field]) ?? null;
  const amountsOf = (values: Values) =>
    summed.map(({ field, column }) => column.summed?.(values[field]) ?? 0);
  /** The keys with each label of a row behind them, after the keys themselves: `2024-02` and `2024-02 구`. */
  const withLabels = (keys: readonly string[], cells: readonly RawCell[]) => {
    const own = labels.map((label) => shownText(cellOf(cells, label)).trim()).filter((text) => text !== '');
    return keys.flatMap((key) => [key, ...own.map((text) => `${key} ${text}`)]);
  };
  const buckets = new Map<string, Bucket>();
  const ofGroup = new Map<string, Bucket>();
  let isGroupOver = false;
  /** The words, without numbers, of rows that have no rows above of their time. They are the data. */
  const wordsOfData = new Set<string>();
  /** Their whole texts, with their times. Further rows with such a text are of other funding sources. */
  const textsOfData = new Set<string>();
  return {
    found: (cells, values) => {
      const text = textOf(cells);
      const period = periodOf(values);
      if (text === null || period === null) return null;
      if (summed.some(({ column }) => column.addsUp?.(values, context) === false)) return null;
      const amounts = amountsOf(values);
      const typed = summed.flatMap((reader, at) => (isBlank(cellOf(cells, reader)) ? [] : at));
      if (typed.every((at) => amounts[at] === 0)) return null;
      const span = spanOfTotal(text);
      const words = text.replace(/\d/g, '');
      const times = keysAbove(span, period);
      const textOfTime = `${times.join()} ${text}`;
      if (textsOfData.has(textOfTime)) return null;
      const keys = withLabels(times, cells);
      const above = [buckets, ...(span === null ? [ofGroup] : [])].flatMap((of) =>
        keys.flatMap((key) => of.get(key) ?? []),
      );
      if (above.length === 0) {
        wordsOfData.add(words);
        textsOfData.add(textOfTime);
        return null;
      }
      const count = countOfTotal(text);
      const isSum = above.some(
        ({ rows, sums }) =>
          (rows > 1 || saysOnlyTime(text)) &&
          // 총 40명 counts people, and neither the rows above nor what they come to.
          (count === null || count === rows || amounts.includes(count)) &&
          typed.every((at) => amounts[at] === sums[at]),
      );
      const isLikeData = wordsOfData.has(words);
      if (isSum && !(isLikeData && span === null)) return { text, isTotal: true };
      // 1월까지 누계, 2월까지 누계 and no other row: each includes the one before.
      const isDoubted = readsAsTotal(text) && (!isLikeData || span?.kind === 'all');
      return isDoubted ? { text, isTotal: false } : null;
    },
    add: (cells, values) => {
      if (isGroupOver) ofGroup.clear();
      isGroupOver = false;
      const amounts = amountsOf(values);
      for (const key of withLabels(keysOf(periodOf(values)), cells)) {
        addTo(buckets, key, amounts);
        addTo(ofGroup, key, amounts);
      }
    },
    close: () => {
      isGroupOver = true;
    },
  };
}

function addTo(buckets: Map<string, Bucket>, key: string, amounts: readonly number[]): void {
  const { rows, sums } = buckets.get(key) ?? { rows: 0, sums: [] };
  buckets.set(key, {
    rows: rows + 1,
    sums: amounts.map((each, at) => exactSum([sums[at] ?? 0, each])),
  });
}

/** A place and a name are no free text: 월계 is a 동. What stands in an unknown column may be. */
function textColumns(placed: readonly CellReader[]): (index: number) => boolean {
  const isFree = ({ parse, namesTotals, merged }: Column<unknown>) =>
    parse === parseText && !namesTotals && merged === 'nothing';
  const others = new Set(placed.filter(({ column }) => !isFree(column)).map(({ index }) => index));
  return (index) => !others.has(index);
}

const ALL = 'all';

/** A day's year, half, quarter and month: 2024, 2024-H1, 2024-Q1 and 2024-M2 for a day in February. */
function timesOf(day: string): Readonly<Record<'year' | 'half' | 'quarter' | 'month', string>> {
  const [year = '', month = ''] = day.split('-');
  const number = Number(month);
  return {
    year,
    half: `${year}-H${Math.ceil(number / 6)}`,
    quarter: `${year}-Q${Math.ceil(number / 3)}`,
    month: `${year}-M${number}`,
  };
}

/** The buckets to which a row of this time belongs: all times that its first and its last day share. */
function keysOf(period: Period | null): readonly string[] {
  if (period === null) return [ALL];
  const last = Object.values(timesOf(period.last));
  return [ALL, ...Object.values(timesOf(period.first)).filter((time) => last.includes(time))];
}

/**
 * The buckets that a total of this span may be of. 12월 계 with a day in January is of the year before.
 * @param span null: it names no time, so it is of its group or its year.
 */
function keysAbove(span: TotalSpan | null, { last }: Period): readonly string[] {
  const times = timesOf(last);
  if (span === null) return [times.year];
  if (span.kind === 'all') return [ALL, times.year];
  const { kind, number } = span;
  const own = times[kind];
  if (kind === 'year') return [span.year ?? own];
  const sign = own.slice(times.year.length, times.year.length + 2);
  const ofOwn = Number(own.slice(times.year.length + 2));
  const wanted = number === null ? ofOwn : Number(number);
  const year = span.year ?? String(Number(times.year) - (wanted > ofOwn ? 1 : 0));
  return [`${year}${sign}${wanted}`];
}
