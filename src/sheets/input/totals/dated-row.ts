/** How the rows of a tab are read where they may be totals: their words, their time and what they add. */
import type { Period } from '../../../domain/date.ts';
import { parseText } from '../../cells/plain.ts';
import { isBlank, type RawCell, shownText } from '../../raw.ts';
import type { Column, ReadContext } from '../columns.ts';
import { type CellReader, cellOf } from '../rows/cell-reader.ts';
import { isInTab } from '../rows/placed-column.ts';
import {
  isCarried,
  isLikePlace,
  saysOnlyTime,
  senseOfTotal,
  senseOfTotalInName,
  spanOfTotal,
  type TotalSense,
} from './dated-words.ts';
import { keysAbove, keysBefore, rankOf } from './time-buckets.ts';
import type { TotalSpan } from './time-words.ts';
import { countOfTotal, isPartTotal } from './total-words.ts';
import type { TotalRow } from './totals-above.ts';

export type Values = Readonly<Record<string, unknown>>;

/** A text with the words of a total. */
interface TotalText {
  readonly text: string;
  readonly sense: TotalSense;
  /** Index of its column. */
  readonly index: number;
}

/** What a tab says of a row. */
export interface RowWords {
  textOf(cells: readonly RawCell[]): TotalText | null;
  isWithoutDay(cells: readonly RawCell[]): boolean;
  periodOf(values: Values): Period | null;
  amountsOf(values: Values): readonly number[];
  /**
   * The 재원 or 분류 of a row, as it is read.
   * @param except index of a column whose text is no label.
   */
  labelsOf(cells: readonly RawCell[], values: Values, except: number | null): readonly string[];
  /** In a log of meetings or suggestions, the 분류 of a total is often only a filler. */
  readonly isOfMoney: boolean;
  typedIn(cells: readonly RawCell[]): readonly number[];
  addsUp(values: Values): boolean;
}

/** @returns null: the rows of the tab have no day. */
export function rowWords(readers: readonly CellReader[], context: ReadContext): RowWords | null {
  const placed = readers.filter(isInTab);
  const summed = placed.filter(({ column }) => column.summed !== undefined);
  const day = placed.find(({ column }) => column.periodOf !== undefined);
  const labels = placed.filter(
    ({ column }) => column.namesTotals && column.repeats && column !== day?.column,
  );
  const senseIn = sensesOf(placed, context);
  const textOf = (cells: readonly RawCell[]): TotalText | null => {
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      const sense = typeof cell === 'string' && cell !== '' ? senseIn(cell, index) : null;
      if (typeof cell === 'string' && sense !== null) return { text: cell, sense, index };
    }
    return null;
  };
  if (day === undefined) return null;
  return {
    textOf,
    isWithoutDay: (cells) => isBlank(cellOf(cells, day)),
    periodOf: (values) => day.column.periodOf?.(values[day.field]) ?? null,
    amountsOf: (values) => summed.map(({ field, column }) => column.summed?.(values[field]) ?? 0),
    labelsOf: (cells, values, except) =>
      labels.flatMap((label) => {
        const text = nameIn(values[label.field]) ?? shownText(cellOf(cells, label)).trim();
        return text === '' || label.index === except ? [] : text;
      }),
    isOfMoney: summed.some(({ column }) => column.defaultUnit !== undefined),
    typedIn: (cells) => summed.flatMap((reader, at) => (isBlank(cellOf(cells, reader)) ? [] : at)),
    addsUp: (values) => summed.every(({ column }) => column.addsUp?.(values, context) !== false),
  };
}

/** The name that a label stands for, also where its cell is 〃; null: it has none. */
function nameIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const isNamed = typeof value === 'object' && value !== null && 'name' in value;
  return isNamed && typeof value.name === 'string' ? value.name : null;
}

/** A row of data that has the words of a total, and amounts. */
export interface DatedRow extends TotalRow {
  readonly period: Period;
  /** null: it names no time. */
  readonly span: TotalSpan | null;
  /** The keys of the times that it may be of, and of the time before its day, which it may be of as well. */
  readonly times: readonly string[];
  readonly timesBefore: readonly string[];
  /** Its text without numbers. */
  readonly words: string;
  /** Whether it is told where rows of its time do not come to it. */
  readonly isDoubtful: boolean;
}

/**
 * @param period when it happened.
 * @returns null: it has no day, its amounts are 0, or they are of a level.
 */
export function datedRow(
  row: number,
  { text, sense, index }: TotalText,
  cells: readonly RawCell[],
  values: Values,
  words: RowWords,
  period: Period | null = words.periodOf(values),
): DatedRow | null {
  if (period === null || !words.addsUp(values)) return null;
  const amounts = words.amountsOf(values);
  const typed = words.typedIn(cells);
  if (typed.length > 0 && typed.every((at) => amounts[at] === 0)) return null;
  const span = spanOfTotal(text);
  const times = keysAbove(span, period);
  const wordsAlone = text.replace(/\d/g, '');
  // What is carried over stands at the top of each month.
  const textOfTime = `${times.join()} ${isCarried(text) ? period.last.slice(0, 7) : ''} ${text}`;
  const isOfWords = (sense === 'amount' || sense === 'share') && !isCarried(text);
  return {
    ...{ row, text, sense, amounts, typed, period, span, times },
    labels: words.labelsOf(cells, values, index),
    timesBefore: keysBefore(span, period),
    // 합계 may be the sum of 소계.
    rank: rankOf(span, period) - (span === null && isPartTotal(text) ? 0.5 : 0),
    isDoubtful: sense === 'total' && !(typed.length === 0 && isLikePlace(text)),
    isTelling: words.isOfMoney || /\d/.test(text),
    isOfMoney: words.isOfMoney,
    words: wordsAlone,
    textOfTime,
    kin: isOfWords ? wordsAlone : textOfTime,
    isOnlyTime: saysOnlyTime(text),
    count: countOfTotal(text),
  };
}

type SenseOf = (text: string) => TotalSense | null;

/**
 * How the text of each column is read: as free text, also in unknown columns, or as a name. A name that a
 * list has is no total.
 */
function sensesOf(
  placed: readonly CellReader[],
  context: ReadContext,
): (text: string, index: number) => TotalSense | null {
  const senses: SenseOf[] = [];
  for (const { column, index } of placed) {
    if (isFree(column)) senses[index] = senseOfTotal;
    else if (!isName(column)) senses[index] = () => null;
    else {
      senses[index] = (text) => {
        const sense = senseOfTotalInName(text);
        return sense === null || column.lists?.(text, context) === true ? null : sense;
      };
    }
  }
  return (text, index) => (senses[index] ?? senseOfTotal)(text);
}

function isFree({ parse, namesTotals, merged }: Column<unknown>): boolean {
  return parse === parseText && !namesTotals && merged === 'nothing';
}

/** Whether rows share the names in a column: 장소, 분류, 재원. */
function isName({ parse, repeats, lists }: Column<unknown>): boolean {
  return repeats && (parse === parseText || lists !== undefined);
}
