/** Sums of the rows of a year, half, quarter or month, by which totals are recognised. */
import type { Period } from '../../../domain/date.ts';
import { exactSum } from '../../../domain/decimal.ts';
import type { TotalSpan } from './time-words.ts';

/** The rows of a time or of all; and of these, the rows of one 재원 or 분류. */
export interface Bucket {
  readonly rows: number;
  /** How many of them do not read like totals. */
  readonly plain: number;
  /** The longest time that the others name, as a {@link rankOf}; 0: there are none. */
  readonly longest: number;
  /** Their sums, in the order of the columns that are added up. */
  readonly sums: readonly number[];
}

export interface Buckets {
  /** @param key may be of several times: `2024-month2+2024-month3`. */
  get(key: string): Bucket | undefined;
  /** @param rank that of a row which reads like a total; 0: it does not. */
  add(key: string, amounts: readonly number[], rank: number): void;
  /** Takes out a row that was added with this rank. */
  remove(key: string, amounts: readonly number[], rank: number): void;
  clear(): void;
  copy(): Buckets;
}

export const NOTHING: Bucket = { rows: 0, plain: 0, longest: 0, sums: [] };

/** @param start what they hold at first. */
export function bucketsOf(start: ReadonlyMap<string, Bucket> = new Map()): Buckets {
  const all = new Map(start);
  return {
    get: (key) => {
      const found = timesIn(key).flatMap((time) => all.get(time) ?? []);
      return found.length > 1 ? found.reduce(together) : found[0];
    },
    add: (key, amounts, rank) => {
      const { rows, plain, longest, sums } = all.get(key) ?? NOTHING;
      all.set(key, {
        rows: rows + 1,
        plain: plain + (rank === 0 ? 1 : 0),
        longest: Math.max(longest, rank),
        sums: amounts.map((each, at) => exactSum([sums[at] ?? 0, each])),
      });
    },
    remove: (key, amounts, rank) => {
      const bucket = all.get(key) ?? NOTHING;
      all.set(key, without(bucket, { rows: 1, plain: rank === 0 ? 1 : 0, longest: 0, sums: amounts }));
    },
    clear: () => all.clear(),
    copy: () => bucketsOf(all),
  };
}

function together(one: Bucket, other: Bucket): Bucket {
  return {
    rows: one.rows + other.rows,
    plain: one.plain + other.plain,
    longest: Math.max(one.longest, other.longest),
    sums: one.sums.map((sum, at) => exactSum([sum, other.sums[at] ?? 0])),
  };
}

/** Stands between the times of a key. */
const AND = '+';

/** The keys of the times of a key, each with its label: `2024-month2 구` and `2024-month3 구`. */
export function timesIn(key: string): readonly string[] {
  const end = key.indexOf(' ');
  const times = end < 0 ? key : key.slice(0, end);
  return times.includes(AND) ? times.split(AND).map((time) => time + key.slice(times.length)) : [key];
}

/** What remains of a bucket without the rows of a part of it. */
export function without(bucket: Bucket, part: Bucket = NOTHING): Bucket {
  return {
    ...bucket,
    rows: bucket.rows - part.rows,
    plain: bucket.plain - part.plain,
    sums: bucket.sums.map((sum, at) => exactSum([sum, -(part.sums[at] ?? 0)])),
  };
}

/** The keys, and then each with a label of the row behind it: `2024-month2` and `2024-month2 구`. */
export function withLabels(keys: readonly string[], labels: readonly string[]): readonly string[] {
  return labels.length === 0
    ? keys
    : [...keys, ...keys.flatMap((key) => labels.map((label) => `${key} ${label}`))];
}

export const ALL = 'all';
/** The kinds of times from the shortest, with their number in a year. */
const IN_A_YEAR = { month: 12, quarter: 4, half: 2, year: 1 } as const;
type Kind = keyof typeof IN_A_YEAR;
const KINDS = ['month', 'quarter', 'half', 'year'] as const satisfies readonly Kind[];
const MONTHS = 12;
/** A total of a month that has ended is entered in the first days of the next one. */
const LAST_EARLY_DAY = 10;

/** The second quarter of 2024 is `{ kind: 'quarter', year: 2024, number: 2 }`. */
interface Time {
  readonly kind: Kind;
  readonly year: number;
  /** Which one of the year, from 1. */
  readonly number: number;
}

function keyOf({ kind, year, number }: Time): string {
  return kind === 'year' ? String(year) : `${year}-${kind}${number}`;
}

function timeOf(kind: Kind, day: string): Time {
  const month = Number(day.slice(5, 7));
  return { kind, year: Number(day.slice(0, 4)), number: Math.ceil((month * IN_A_YEAR[kind]) / MONTHS) };
}

function ownKey(kind: Kind, day: string): string {
  return keyOf(timeOf(kind, day));
}

function timeBefore(kind: Kind, day: string): Time {
  const { year, number } = timeOf(kind, day);
  return number === 1
    ? { kind, year: year - 1, number: IN_A_YEAR[kind] }
    : { kind, year, number: number - 1 };
}

/** The keys of all, and of each time that two days share. */
function sharedKeys(first: string, last: string): readonly string[] {
  const shared = KINDS.filter((kind) => ownKey(kind, first) === ownKey(kind, last));
  return [ALL, ...shared.map((kind) => ownKey(kind, last))];
}

/** The buckets to which a row of data belongs. */
export function keysOf(period: Period | null): readonly string[] {
  return period === null ? [ALL] : sharedKeys(period.first, period.last);
}

/**
 * How long the time of a total is; it may be the sum of totals of shorter times. A month is 1, a quarter 2, a
 * half 3 and a year 4, two months are 1.5 and two years 4.5. What has no end is longer.
 */
export function rankOf(span: TotalSpan | null, period: Period): number {
  if (span === null || span.kind === 'all') return NO_END;
  const months =
    span.kind === 'several'
      ? severalTimes(span, period).length * (MONTHS / IN_A_YEAR[span.of])
      : MONTHS / IN_A_YEAR[span.kind];
  const shorter = KINDS.filter((kind) => MONTHS / IN_A_YEAR[kind] < months).length;
  return KINDS.some((kind) => MONTHS / IN_A_YEAR[kind] === months) ? shorter + 1 : shorter + 0.5;
}

/** The rank of a total whose time has no end: 누계, 시장방문 합계. */
export const NO_END = 6;

/** How many months, quarters or years a total may name. */
const MOST_TIMES = 60;

/** The times of 2~4월 계. Without a year, they are the last ones that have begun by the day of its row. */
function severalTimes(span: TotalSpan & { readonly kind: 'several' }, { last }: Period): readonly Time[] {
  const { of: kind, from, to } = span;
  const own = timeOf(kind, last);
  const yearsBetween = from.number > to.number ? 1 : 0;
  const yearBegun = own.year - (from.number > own.number ? 1 : 0);
  const yearFrom = from.year ?? (to.year === null ? yearBegun : to.year - yearsBetween);
  const yearTo = to.year ?? yearFrom + yearsBetween;
  const inYear = IN_A_YEAR[kind];
  const first = yearFrom * inYear + from.number - 1;
  const length = yearTo * inYear + to.number - first;
  return Array.from({ length: Math.max(0, Math.min(length, MOST_TIMES)) }, (_, at) => ({
    kind,
    year: Math.floor((first + at) / inYear),
    number: ((first + at) % inYear) + 1,
  }));
}

/** The time that the words of a total name. 12월 계 with a day in January is of the year before. */
function timeNamed(span: TotalSpan | null, { last }: Period): Time | null {
  if (span === null || span.kind === 'all' || span.kind === 'several') return null;
  const { kind, number, year, isBefore } = span;
  if (isBefore) return timeBefore(kind, last);
  const own = timeOf(kind, last);
  const wanted = number === null ? own.number : Number(number);
  return { kind, year: Number(year ?? own.year - (wanted > own.number ? 1 : 0)), number: wanted };
}

/**
 * The buckets that a total may be of.
 * @param span null: it names no time, so it is of its group or its year.
 */
export function keysAbove(span: TotalSpan | null, period: Period): readonly string[] {
  const { last } = period;
  const time = timeNamed(span, period);
  if (time !== null) return [keyOf(time)];
  if (span?.kind === 'several') return [severalTimes(span, period).map(keyOf).join(AND)];
  return span === null ? [ownKey('year', last)] : [ALL, ownKey('year', last)];
}

/** The time before that of its day, for 월계 and 연간 합계 that are entered early in the next month and year. */
function timeEndedBefore(span: TotalSpan | null, { last }: Period): Time | null {
  if (span === null || span.kind === 'all' || span.kind === 'several') return null;
  const { kind, number, year, isBefore } = span;
  const isFirstMonth = ((Number(last.slice(5, 7)) - 1) * IN_A_YEAR[kind]) % MONTHS === 0;
  const isEarly = isFirstMonth && Number(last.slice(8, 10)) <= LAST_EARLY_DAY;
  return isEarly && number === null && year === null && !isBefore ? timeBefore(kind, last) : null;
}

export function keysBefore(span: TotalSpan | null, period: Period): readonly string[] {
  const time = timeEndedBefore(span, period);
  return time === null ? [] : [keyOf(time)];
}

/**
 * The buckets to which a row that reads like a total belongs: those of the time that it names, and not of its
 * day.
 * @param isOfBefore whether it is of the time before that of its day, though its words do not say so.
 */
export function keysOfTotal(span: TotalSpan | null, period: Period, isOfBefore: boolean): readonly string[] {
  const time = isOfBefore ? timeEndedBefore(span, period) : timeNamed(span, period);
  const times = span?.kind === 'several' ? severalTimes(span, period) : time === null ? [] : [time];
  const [first, last = first] = [times[0], times[times.length - 1]];
  if (first === undefined || last === undefined) return keysOf(period);
  const monthsOf = ({ kind }: Time) => MONTHS / IN_A_YEAR[kind];
  return sharedKeys(
    dayIn(first.year, (first.number - 1) * monthsOf(first) + 1),
    dayIn(last.year, last.number * monthsOf(last)),
  );
}

function dayIn(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
