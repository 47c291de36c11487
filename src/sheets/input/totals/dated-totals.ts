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
import { mayReadAsTotal, readsAsTotal, saysOnlyTime, spanOfTotal } from './dated-words.ts';
import { type Bucket, bucketsOf, keysAbove, keysBefore, keysOf, withLabels } from './time-buckets.ts';
import { countOfTotal } from './total-words.ts';
import { type Candidate, type TotalsAbove, totalsAbove } from './totals-above.ts';

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
  let groupBelow: GroupBelow | null = null;

  const add = (cells: readonly RawCell[], values: Values, isPlain: boolean): void => {
    if (isGroupOver) ofGroup.clear();
    isGroupOver = false;
    const amounts = words.amountsOf(values);
    for (const key of withLabels(keysOf(words.periodOf(values)), words.labelsOf(cells))) {
      buckets.add(key, amounts, isPlain);
      ofGroup.add(key, amounts, isPlain);
    }
    if (isPlain) groupBelow?.amounts.push(amounts);
  };

  const found = (row: number, text: string, cells: readonly RawCell[], values: Values): FoundTotal | null => {
    const period = words.periodOf(values);
    if (period === null || !words.addsUp(values)) return null;
    const amounts = words.amountsOf(values);
    const typed = words.typedIn(cells);
    if (typed.every((at) => amounts[at] === 0)) return null;
    if (known.has(row)) return { text, isTotal: true };
    const span = spanOfTotal(text);
    const labels = words.labelsOf(cells);
    const times = keysAbove(span, period);
    const keys = withLabels(times, labels);
    const of = span === null ? [buckets, ofGroup] : [buckets];
    const above = of.flatMap((each) => keys.flatMap((key) => each.get(key) ?? []));
    const wordsOfText = text.replace(/\d/g, '');
    const textOfTime = `${times.join()} ${text}`;
    const isLikeData = wordsOfData.has(wordsOfText);
    const isOnlyTime = saysOnlyTime(text);
    const count = countOfTotal(text);
    const isSum = ({ rows, plain, sums }: Bucket) =>
      (isOnlyTime || (rows > 1 && plain > 0)) &&
      // 총 40명 counts people, and neither the rows above nor what they come to.
      (count === null || count === rows || amounts.includes(count)) &&
      typed.every((at) => amounts[at] === sums[at]);
    /** A row of 시 is no total of the rows of 구 that by chance come to it. */
    const isOfOthers = (all: readonly string[]) =>
      labels.length > 0 &&
      !all.slice(all.length / (labels.length + 1)).some((key) => of.some((each) => each.get(key)));
    const asData = (isTold: boolean): FoundTotal | null => {
      if (!readsAsTotal(text)) return isTold ? { text, isTotal: false } : null;
      if (span === null) {
        groupBelow = { row, typed, own: amounts, amounts: [] };
        groups.push(groupBelow);
      } else {
        const monthOfDay = keysOf({ ...period, first: period.last }).slice(-1);
        candidates.push({
          ...{ row, text, amounts, typed, textOfTime, isOnlyTime, hasLabels: labels.length > 0 },
          above: new Map(keys.map((key) => [key, buckets.get(key)])),
          addedTo: withLabels(keysOf(period), labels),
          doubtedBy: isTold ? [] : span.kind === 'all' ? monthOfDay : times,
        });
      }
      return isTold ? { text, isTotal: false } : null;
    };
    if (textsOfData.has(textOfTime)) return asData(false);
    if (above.length === 0) {
      const before = withLabels(keysBefore(span, period), labels);
      const ofBefore = isLikeData ? [] : before.flatMap((key) => buckets.get(key) ?? []);
      if (ofBefore.some(isSum) && !isOfOthers(before)) return { text, isTotal: true };
      wordsOfData.add(wordsOfText);
      textsOfData.add(textOfTime);
      return asData(readsAsTotal(text) && ofBefore.some(({ plain }) => plain > 0));
    }
    if (above.some(isSum) && !isOfOthers(keys) && !(span === null && isLikeData))
      return { text, isTotal: true };
    // 1월까지 누계, 2월까지 누계 and no other row: each includes the one before.
    const isDoubted =
      span === null ? !isLikeData : span.kind === 'all' || above.some(({ plain }) => plain > 0);
    return asData(readsAsTotal(text) && isDoubted);
  };

  return {
    look: (row, cells, values) => {
      const text = words.textOf(cells);
      if (text !== null) groupBelow = null;
      const total = text === null ? null : found(row, text, cells, values);
      if (total?.isTotal !== true) add(cells, values, text === null);
      return total;
    },
    close: () => {
      isGroupOver = true;
      groupBelow = null;
    },
    ofRowsBelow: () => {
      const { totals, doubted } = totalsAbove(candidates, buckets);
      return { totals: [...totals, ...groups.filter(isSumOfGroup).map(({ row }) => row)], doubted };
    },
  };
}

/** A total without a time, and the rows below it up to the next text that reads like a total. */
interface GroupBelow {
  readonly row: number;
  /** The columns whose amounts it says, by their order. */
  readonly typed: readonly number[];
  readonly own: readonly number[];
  readonly amounts: (readonly number[])[];
}

function isSumOfGroup({ typed, own, amounts }: GroupBelow): boolean {
  return (
    amounts.length > 1 && typed.every((at) => own[at] === exactSum(amounts.map((each) => each[at] ?? 0)))
  );
}

/** A place and a name are no free text: 월계 is a 동. What stands in an unknown column may be. */
function textColumns(placed: readonly CellReader[]): (index: number) => boolean {
  const isFree = ({ parse, namesTotals, merged }: Column<unknown>) =>
    parse === parseText && !namesTotals && merged === 'nothing';
  const others = new Set(placed.filter(({ column }) => !isFree(column)).map(({ index }) => index));
  return (index) => !others.has(index);
}
