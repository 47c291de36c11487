/**
 * The year of days without one. The title above names it: below 2024년, `2. 3.` is of 2024. Below a row of
 * another year nobody can tell: many write the year only where it changes, so that `2. 3.` below
 * `2025. 1. 7.` may be of 2025. Such days are refused, until a title or a row of the title's own year.
 */
import { type IsoDate, type Period, yearOf } from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { CellReader } from './cell-reader.ts';
import type { RowReading } from './read-row.ts';

type Readers = readonly CellReader[];

export interface YearlessDays {
  /**
   * Begins a part of the tab that has a title of its own.
   * @param year the year that the title names; null: several.
   */
  enterPart(year: number | null): void;
  /** Reads a row in the year of its part, and refuses a day without a year that may be of another. */
  read(row: number, readWith: (readers: Readers) => RowReading): RowReading;
}

/** The last row above that is of another year than its title. */
interface RowOfAnotherYear {
  readonly row: number;
  readonly last: IsoDate;
  /** Whether it is of an earlier year, and no row of the title's year stands above it in its part. */
  readonly isCarriedOver: boolean;
}

/**
 * @param year the year that the title of the tab names; null: none, or several.
 * @param readersOf returns the readers of a part whose title names this year.
 */
export function yearlessDays(year: number | null, readersOf: (year: number | null) => Readers): YearlessDays {
  let part = partOf(year, readersOf);
  let other: RowOfAnotherYear | null = null;
  /** Whether a row of the title's own year was read in this part. */
  let isBegun = false;

  const lookAt = (row: number, yearOfPart: number, period: Period | null): void => {
    if (period === null) return;
    const yearOfRow = yearOf(period.last);
    if (yearOfRow === yearOfPart) {
      isBegun = true;
      other = null;
      return;
    }
    other = { row, last: period.last, isCarriedOver: !isBegun && yearOfRow < yearOfPart };
  };

  return {
    enterPart: (ofTitle) => {
      part = partOf(ofTitle, readersOf);
      other = null;
      isBegun = false;
    },
    read: (row, readWith) => {
      const { year: yearOfPart, readers, periodIn } = part;
      const reading = readWith(readers);
      if (yearOfPart === null) return reading;
      const period = periodIn(reading);
      if (other === null || isOfTitle(period, other)) {
        lookAt(row, yearOfPart, period);
        return reading;
      }
      const withoutYear = explained(readWith(part.readersWithoutYear()), yearOfPart, other);
      lookAt(row, yearOfPart, periodIn(withoutYear));
      return withoutYear;
    },
  };
}

interface Part {
  readonly year: number | null;
  readonly readers: Readers;
  readersWithoutYear(): Readers;
  /** When a row happened; null: its day could not be read, or it has none. */
  periodIn(reading: RowReading): Period | null;
}

function partOf(year: number | null, readersOf: (year: number | null) => Readers): Part {
  const readers = readersOf(year);
  const day = readers.find(({ column }) => column.periodOf !== undefined);
  let withoutYear: Readers | null = null;
  return {
    year: day === undefined ? null : year,
    readers,
    readersWithoutYear: () => {
      withoutYear ??= readersOf(null);
      return withoutYear;
    },
    periodIn: ({ values, findings }) =>
      findings.some(isOfSeveralDays) ? null : (day?.column.periodOf?.(values[day.field]) ?? null),
  };
}

/** A span of days may begin in the title's year and end in the next, so it says nothing of the days below. */
function isOfSeveralDays({ problem }: Finding): boolean {
  return problem.code === 'several-days';
}

/**
 * Whether a day without a year is of the title's year all the same. Below `2023. 12. 31. | 전년 이월` the day
 * `1. 5.` is, since in 2023 it would come before; `12. 31.` may be of either year.
 */
function isOfTitle(period: Period | null, { isCarriedOver, last }: RowOfAnotherYear): boolean {
  return isCarriedOver && period !== null && monthAndDay(period.first) < monthAndDay(last);
}

function monthAndDay(date: IsoDate): string {
  return date.slice('yyyy-'.length);
}

/** The same, where a finding about a missing year says which two years may be meant. */
function explained(reading: RowReading, titleYear: number, { row, last }: RowOfAnotherYear): RowReading {
  const findings = reading.findings.map((finding): Finding => {
    const { problem } = finding;
    if (problem.code !== 'date-without-year') return finding;
    const { found } = problem;
    return {
      ...finding,
      problem: { code: 'year-of-either', found, titleYear, rowAbove: row, yearAbove: yearOf(last) },
    };
  });
  return { ...reading, findings };
}
