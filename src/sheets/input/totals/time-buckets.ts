/** Sums of the rows of a year, half, quarter or month, by which totals are recognised. */
import type { Period } from '../../../domain/date.ts';
import { exactSum } from '../../../domain/decimal.ts';
import type { TotalSpan } from './dated-words.ts';

/** The rows of a time or of all; and of these, the rows of one 재원 or 분류. */
export interface Bucket {
  readonly rows: number;
  /** How many of them do not read like totals. */
  readonly plain: number;
  /** Their sums, in the order of the columns that are added up. */
  readonly sums: readonly number[];
}

export interface Buckets {
  get(key: string): Bucket | undefined;
  add(key: string, amounts: readonly number[], isPlain: boolean): void;
  /** Takes a row out that does not count as plain. */
  remove(key: string, amounts: readonly number[]): void;
  clear(): void;
  copy(): Buckets;
}

export const NOTHING: Bucket = { rows: 0, plain: 0, sums: [] };

/** @param start what they hold at first. */
export function bucketsOf(start: ReadonlyMap<string, Bucket> = new Map()): Buckets {
  const all = new Map(start);
  const change = (key: string, rows: 1 | -1, plain: number, amounts: readonly number[]): void => {
    const bucket = all.get(key) ?? NOTHING;
    all.set(key, {
      rows: bucket.rows + rows,
      plain: bucket.plain + plain,
      sums: amounts.map((each, at) => exactSum([bucket.sums[at] ?? 0, rows * each])),
    });
  };
  return {
    get: (key) => all.get(key),
    add: (key, amounts, isPlain) => change(key, 1, isPlain ? 1 : 0, amounts),
    remove: (key, amounts) => change(key, -1, 0, amounts),
    clear: () => all.clear(),
    copy: () => bucketsOf(all),
  };
}

/** What remains of a bucket without the rows of a part of it. */
export function without(bucket: Bucket, part: Bucket = NOTHING): Bucket {
  return {
    rows: bucket.rows - part.rows,
    plain: bucket.plain - part.plain,
    sums: bucket.sums.map((sum, at) => exactSum([sum, -(part.sums[at] ?? 0)])),
  };
}

/** The keys, and then each with a label of the row behind it: `2024-M2` and `2024-M2 구`. */
export function withLabels(keys: readonly string[], labels: readonly string[]): readonly string[] {
  return labels.length === 0
    ? keys
    : [...keys, ...keys.flatMap((key) => labels.map((label) => `${key} ${label}`))];
}

const ALL = 'all';
type Kind = 'year' | 'half' | 'quarter' | 'month';
/** The kinds of times from the longest, with their number in a year. */
const IN_A_YEAR: Readonly<Record<Kind, number>> = { year: 1, half: 2, quarter: 4, month: 12 };
const KINDS = ['year', 'half', 'quarter', 'month'] as const satisfies readonly Kind[];

/** @param number which one of the year, from 1. */
function keyOf(kind: Kind, year: number, number: number): string {
  return kind === 'year' ? String(year) : `${year}-${kind}${number}`;
}

function timeOf(kind: Kind, day: string): { readonly year: number; readonly number: number } {
  const month = Number(day.slice(5, 7));
  return { year: Number(day.slice(0, 4)), number: Math.ceil((month * IN_A_YEAR[kind]) / 12) };
}

function ownKey(kind: Kind, day: string): string {
  const { year, number } = timeOf(kind, day);
  return keyOf(kind, year, number);
}

function keyBefore(kind: Kind, day: string): string {
  const { year, number } = timeOf(kind, day);
  return number === 1 ? keyOf(kind, year - 1, IN_A_YEAR[kind]) : keyOf(kind, year, number - 1);
}

/** The buckets to which a row belongs: all times that its first and its last day share, its month last. */
export function keysOf(period: Period | null): readonly string[] {
  if (period === null) return [ALL];
  const { first, last } = period;
  return [
    ALL,
    ...KINDS.flatMap((kind) => (ownKey(kind, first) === ownKey(kind, last) ? ownKey(kind, last) : [])),
  ];
}

/**
 * The buckets that a total of this span may be of. 12월 계 with a day in January is of the year before.
 * @param span null: it names no time, so it is of its group or its year.
 */
export function keysAbove(span: TotalSpan | null, { last }: Period): readonly string[] {
  if (span === null) return [ownKey('year', last)];
  if (span.kind === 'all') return [ALL, ownKey('year', last)];
  if (span.kind === 'several') return [ALL, ...KINDS.map((kind) => ownKey(kind, last))];
  const { kind, number, year, isBefore } = span;
  if (isBefore) return [keyBefore(kind, last)];
  const own = timeOf(kind, last);
  const wanted = number === null ? own.number : Number(number);
  return [keyOf(kind, Number(year ?? own.year - (wanted > own.number ? 1 : 0)), wanted)];
}

/** The time before that of its day, for 월계 and 연간 합계 that are dated in the next month and year. */
export function keysBefore(span: TotalSpan | null, { last }: Period): readonly string[] {
  if (span === null || span.kind === 'all' || span.kind === 'several') return [];
  return span.number === null && span.year === null && !span.isBefore ? [keyBefore(span.kind, last)] : [];
}
