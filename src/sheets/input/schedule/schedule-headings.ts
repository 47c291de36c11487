/** The headings of the schedule: the names of its lines, and one column for each quarter or year. */
import { QUARTERS, type Quarter, type YearQuarter } from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import { nearestName } from '../../name-table.ts';
import { type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText, textKey } from '../../text-key.ts';
import { type HeadingCell, type Headings, headingKey, searchedRows } from '../headings.ts';
import type { TableHeadings } from '../tables-below.ts';
import { SCHEDULE_NAME_HEADING } from '../tabs.ts';
import { yearOfHeading } from '../years/year-columns.ts';

/** The period of a column: a quarter, or a year where no quarter is named. */
export interface PlannedPeriod {
  readonly year: number;
  readonly quarter: Quarter | null;
}

export const NAME_HEADINGS: ReadonlySet<string> = new Set(
  [SCHEDULE_NAME_HEADING, '추진사항', '세부 추진 사항', '세부사항', '구분'].map(headingKey),
);
const EXAMPLE_OF_A_QUARTER = '2022.1';

/** How the tables of a schedule are recognised by their headings. */
export const SCHEDULE_TABLES: TableHeadings = {
  tab: 'schedule',
  labels: NAME_HEADINGS,
  list: [],
  withoutLabel: false,
  timeOf: (cell) => {
    const quarter = quartersOfRow([cell]).get(0);
    const year = yearOfHeading(cell);
    return quarter !== undefined ? periodField(quarter) : year === null ? null : String(year);
  },
};

/** Field name of a period's column, the same as its heading: `2024.1` or `2024`. */
export function periodField({ year, quarter }: PlannedPeriod): string {
  return quarter === null ? String(year) : `${year}.${quarter}`;
}

export interface ScheduleHeadings {
  readonly headings: Headings;
  readonly nameIndex: number;
  /** The period of each column, by column index. */
  readonly periods: ReadonlyMap<number, PlannedPeriod>;
  /** Findings for periods that have several columns, and for a schedule without quarters. */
  readonly findings: readonly Finding[];
}

export function scheduleHeadings(raw: RawTab): ScheduleHeadings | null {
  const { rows } = raw;
  for (const index of searchedRows(raw)) {
    const row = rows[index] ?? [];
    const nameIndex = row.findIndex(isNameHeading);
    if (nameIndex < 0) continue;
    const single = quartersOfRow(row);
    if (single.size > 0) return headingsOf(rows, index, index, nameIndex, single);
    const below = quartersUnderYears(row, rows[index + 1] ?? [], nameIndex);
    if (below.size > 0) return headingsOf(rows, index, index + 1, nameIndex, below);
    const above = quartersUnderYears(rows[index - 1] ?? [], row, nameIndex);
    if (above.size > 0) return headingsOf(rows, index - 1, index, nameIndex, above);
    const years = yearsOfRow(row);
    if (years.size > 0) return headingsOf(rows, index, index, nameIndex, years);
    const yearsBelow = yearsOfRow(rows[index + 1] ?? []);
    if (yearsBelow.size > 1) return headingsOf(rows, index, index + 1, nameIndex, yearsBelow);
  }
  return null;
}

function isNameHeading(cell: RawCell): boolean {
  return typeof cell === 'string' && NAME_HEADINGS.has(headingKey(cell));
}

/** Finding for the missing heading: that of the names or, where that exists, those of the quarters. */
export function missingHeading(raw: RawTab): Finding {
  const searched = searchedRows(raw);
  const index = searched.find((at) => raw.rows[at]?.some(isNameHeading)) ?? -1;
  const heading = index < 0 ? SCHEDULE_NAME_HEADING : EXAMPLE_OF_A_QUARTER;
  const candidates = (index < 0 ? searched : [index])
    .flatMap((at) => raw.rows[at] ?? [])
    .map((cell) => shownText(cell).trim());
  return {
    problem: { code: 'missing-heading', heading, nearest: nearestName(heading, candidates) },
    place: { tab: 'schedule', row: index < 0 ? null : index + 1, field: null },
  };
}

function headingsOf(
  rows: RawTab['rows'],
  first: number,
  last: number,
  nameIndex: number,
  periods: ReadonlyMap<number, PlannedPeriod>,
): ScheduleHeadings {
  const row = last + 1;
  const cells = new Map<string, HeadingCell>([['name', { column: nameIndex + 1, unit: null }]]);
  const findings: Finding[] = [];
  const read = new Map<number, PlannedPeriod>();
  const doubled: number[] = [];
  for (const [index, period] of periods) {
    const heading = periodField(period);
    if (cells.has(heading)) {
      doubled.push(index + 1);
      findings.push({
        problem: { code: 'doubled-heading', heading },
        place: { tab: 'schedule', row, field: null },
      });
      continue;
    }
    cells.set(heading, { column: index + 1, unit: null });
    read.set(index, period);
  }
  const texts = (rows[last] ?? []).map((cell, column) => {
    const above = shownText(first === last ? '' : (rows[first]?.[column] ?? ''));
    return `${above} ${shownText(cell)}`.trim();
  });
  for (const [field, { column }] of cells) if (field !== 'name') texts[column - 1] = field;
  return {
    headings: { row, firstRow: first + 1, cells, texts, doubled },
    nameIndex,
    periods: read,
    findings: [...findings, ...withoutQuarters(read, row)],
  };
}

/** Reports once that there are only years: meetings cannot be compared with the schedule by quarter. */
function withoutQuarters(periods: ReadonlyMap<number, PlannedPeriod>, row: number): readonly Finding[] {
  return [...periods.values()].every(({ quarter }) => quarter === null)
    ? [{ problem: { code: 'schedule-without-quarters' }, place: { tab: 'schedule', row, field: null } }]
    : [];
}

/** The columns headed by a year, without quarters. */
function yearsOfRow(row: readonly RawCell[]): ReadonlyMap<number, PlannedPeriod> {
  return new Map(
    row.flatMap((cell, index) => {
      const year = yearOfHeading(cell);
      return year === null ? [] : [[index, { year, quarter: null }] as const];
    }),
  );
}

/** The columns headed by a quarter: `2024.1`, `2024-1`, `2024년 1분기`, or the number 2024.1. */
function quartersOfRow(row: readonly RawCell[]): ReadonlyMap<number, YearQuarter> {
  const quarters = new Map<number, YearQuarter>();
  for (const [index, cell] of row.entries()) {
    const match = /^(?:['’]?(\d{4})|['’](\d{2}))(?:\.|-|\/|년)(\d)(?:\/4|분기|q)?\.?$/i.exec(
      compactReadText(shownText(cell)),
    );
    const [, whole, short = '', number] = match ?? [];
    const quarter = quarterNumber(number);
    const year = whole === undefined ? 2000 + Number(short) : Number(whole);
    if (match !== null && quarter !== null) quarters.set(index, { year, quarter });
  }
  return quarters;
}

/** The columns with a quarter below a year. The year of a merged cell is in its first column only. */
function quartersUnderYears(
  years: readonly RawCell[],
  numbers: readonly RawCell[],
  nameIndex: number,
): ReadonlyMap<number, YearQuarter> {
  const quarters = new Map<number, YearQuarter>();
  let year: number | null = null;
  for (let index = nameIndex + 1; index < years.length; index += 1) {
    year = yearOfHeading(years[index] ?? '') ?? year;
    const quarter = quarterNumber(
      /^(\d)(?:\/4|분기|q)?$/.exec(textKey(shownText(numbers[index] ?? '')))?.[1],
    );
    if (year !== null && quarter !== null) quarters.set(index, { year, quarter });
  }
  return quarters;
}

function quarterNumber(text: string | undefined): Quarter | null {
  return QUARTERS.find((quarter) => String(quarter) === text) ?? null;
}
