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

/** The totals that stand above their rows, where the newest month comes first, and took part as data. */
interface TotalsAbove {
  /** The numbers of the rows that are what the rows of their time come to. */
  readonly totals: readonly number[];
  /** The rows that only read like totals of the rows below. */
  readonly doubted: readonly { readonly row: number; readonly text: string }[];
}

/** The rows of a year, quarter or month, of a group or of all; and of these, the rows of one 재원 or 분류. */
interface Bucket {
  readonly rows: number;
  /** Their sums, in the order of the columns that are added up. */
  readonly sums: readonly number[];
}

/** A row that reads like a total of some time, and was added as data. */
interface Candidate extends FoundTotal {
  readonly row: number;
  readonly amounts: readonly number[];
  /** The columns whose amounts it says, by their order. */
  readonly typed: readonly number[];
  /** The keys of the buckets that it may be of, each with what it held above the row. */
  readonly above: ReadonlyMap<string, Bucket | undefined>;
  /** The keys of the buckets to which it was added. */
  readonly addedTo: readonly string[];
  /** Its time and text. Rows that share them are of several funding sources. */
  readonly textOfTime: string;
  /** Whether later rows need not tell it: it was told already, or is a 누계, which is of the rows above. */
  readonly isSettled: boolean;
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
  const buckets = new Map<string, Bucket>();
  const ofGroup = new Map<string, Bucket>();
  let isGroupOver = false;
  /** The words, without numbers, of rows that have no rows above of their time. They are the data. */
  const wordsOfData = new Set<string>();
  /** Their whole texts, with their times. Further rows with such a text are of other funding sources. */
  const textsOfData = new Set<string>();
  const candidates: Candidate[] = [];

  const add = (cells: readonly RawCell[], values: Values): void => {
    if (isGroupOver) ofGroup.clear();
    isGroupOver = false;
    const amounts = words.amountsOf(values);
    for (const key of withLabels(keysOf(words.periodOf(values)), words.labelsOf(cells))) {
      addTo(buckets, key, 1, amounts);
      addTo(ofGroup, key, 1, amounts);
    }
  };

  const found = (row: number, cells: readonly RawCell[], values: Values): FoundTotal | null => {
    const text = words.textOf(cells);
    const period = words.periodOf(values);
    if (text === null || period === null || !words.addsUp(values)) return null;
    const amounts = words.amountsOf(values);
    const typed = words.typedIn(cells);
    if (typed.every((at) => amounts[at] === 0)) return null;
    if (known.has(row)) return { text, isTotal: true };
    const span = spanOfTotal(text);
    const labels = words.labelsOf(cells);
    const times = keysAbove(span, period);
    const keys = withLabels(times, labels);
    const above = [buckets, ...(span === null ? [ofGroup] : [])].flatMap((of) =>
      keys.flatMap((key) => of.get(key) ?? []),
    );
    const wordsOfText = text.replace(/\d/g, '');
    const textOfTime = `${times.join()} ${text}`;
    const count = countOfTotal(text);
    const isSum = ({ rows, sums }: Bucket) =>
      (rows > 1 || saysOnlyTime(text)) &&
      // 총 40명 counts people, and neither the rows above nor what they come to.
      (count === null || count === rows || amounts.includes(count)) &&
      typed.every((at) => amounts[at] === sums[at]);
    const offer = (isTold: boolean): FoundTotal | null => {
      if (span !== null && readsAsTotal(text)) {
        candidates.push({
          ...{ row, text, isTotal: false, amounts, typed, textOfTime },
          isSettled: isTold || span.kind === 'all',
          above: new Map(keys.map((key) => [key, buckets.get(key)])),
          addedTo: withLabels(keysOf(period), labels),
        });
      }
      return isTold ? { text, isTotal: false } : null;
    };
    if (textsOfData.has(textOfTime)) return offer(false);
    if (above.length === 0) {
      const yearBefore = withLabels(keysOfYearBefore(span, period), labels);
      if (yearBefore.some((key) => isSum(buckets.get(key) ?? NOTHING))) return { text, isTotal: true };
      wordsOfData.add(wordsOfText);
      textsOfData.add(textOfTime);
      return offer(false);
    }
    const isLikeData = wordsOfData.has(wordsOfText);
    const isOfOthers =
      labels.length > 0 &&
      !withLabels(times, labels)
        .slice(times.length)
        .some((key) => buckets.has(key));
    if (above.some(isSum) && !(span === null && (isLikeData || isOfOthers))) return { text, isTotal: true };
    // 1월까지 누계, 2월까지 누계 and no other row: each includes the one before.
    return offer(readsAsTotal(text) && (span !== null || !isLikeData));
  };

  return {
    look: (row, cells, values) => {
      const total = found(row, cells, values);
      if (total?.isTotal !== true) add(cells, values);
      return total;
    },
    close: () => {
      isGroupOver = true;
    },
    ofRowsBelow: () => totalsAbove(candidates, buckets),
  };
}

const NOTHING: Bucket = { rows: 0, sums: [] };

/**
 * Decides of each candidate, from the lowest, whether the rows below it, or all rows of its time, come to it.
 * What is a total is taken out again, so that a total of a year finds the rows of its months alone.
 */
function totalsAbove(candidates: readonly Candidate[], all: ReadonlyMap<string, Bucket>): TotalsAbove {
  const buckets = new Map(all);
  /** What the candidates of a text and time have added to each bucket. None is the total of another. */
  const ofText = new Map<string, Bucket>();
  const ownKey = ({ textOfTime }: Candidate, key: string) => `${textOfTime} ${key}`;
  for (const candidate of candidates) {
    for (const key of candidate.addedTo) addTo(ofText, ownKey(candidate, key), 1, candidate.amounts);
  }
  const totals: number[] = [];
  const doubted: { row: number; text: string }[] = [];
  for (const candidate of [...candidates].reverse()) {
    const { row, text, amounts, typed, addedTo, isSettled } = candidate;
    const others = [...candidate.above].flatMap(([key, above]) => {
      const ofAll = without(buckets.get(key) ?? NOTHING, ofText.get(ownKey(candidate, key)));
      return above === undefined ? [ofAll] : [ofAll, without(ofAll, above)];
    });
    const isSum = ({ rows, sums }: Bucket) =>
      (rows > 1 || (rows === 1 && saysOnlyTime(text))) && typed.every((at) => amounts[at] === sums[at]);
    if (others.some(isSum)) {
      totals.push(row);
      for (const key of addedTo) {
        addTo(buckets, key, -1, negative(amounts));
        addTo(ofText, ownKey(candidate, key), -1, negative(amounts));
      }
    } else if (!isSettled && others.some(({ rows }) => rows > 0)) doubted.push({ row, text });
  }
  return { totals, doubted: doubted.reverse() };
}

function without(bucket: Bucket, part: Bucket = NOTHING): Bucket {
  return {
    rows: bucket.rows - part.rows,
    sums: bucket.sums.map((sum, at) => exactSum([sum, -(part.sums[at] ?? 0)])),
  };
}

function negative(amounts: readonly number[]): readonly number[] {
  return amounts.map((amount) => -amount);
}

/** The keys, and each with a label of the row behind it: `2024-02` and `2024-02 구`. */
function withLabels(keys: readonly string[], labels: readonly string[]): readonly string[] {
  return labels.length === 0
    ? keys
    : [...keys, ...keys.flatMap((key) => labels.map((label) => `${key} ${label}`))];
}

function addTo(buckets: Map<string, Bucket>, key: string, rows: 1 | -1, amounts: readonly number[]): void {
  const bucket = buckets.get(key) ?? NOTHING;
  buckets.set(key, {
    rows: bucket.rows + rows,
    sums: amounts.map((each, at) => exactSum([bucket.sums[at] ?? 0, each])),
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

/** The year before its day, for a total that says 연간 and is dated in the next year. */
function keysOfYearBefore(span: TotalSpan | null, { last }: Period): readonly string[] {
  const isOfYear = span?.kind === 'year' && span.year === null;
  return isOfYear ? [String(Number(timesOf(last).year) - 1)] : [];
}
