/** The schedule (추진일정): a row a line, a column a quarter, a mark where something is planned. */
import type { Quarter, YearQuarter } from '../../domain/date.ts';
import type { Finding } from '../../domain/finding.ts';
import type { ScheduleRow } from '../../domain/records.ts';
import { nearestName } from '../name-table.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../raw.ts';
import { compactReadText, textKey } from '../text-key.ts';
import type { HeadingCell, Headings } from './headings.ts';
import { headingKey } from './headings.ts';
import { isFilled, isNote } from './row-kind.ts';
import { SCHEDULE_NAME_HEADING } from './tabs.ts';
import {
  type MissingColumn,
  type UnknownColumn,
  unknownColumns,
  unreadColumns,
  withUnknownColumns,
} from './unread-columns.ts';

export interface ReadSchedule {
  readonly headings: Headings | null;
  readonly rows: readonly ScheduleRow[];
  readonly read: number;
  readonly excluded: number;
  readonly skipped: number;
  readonly findings: readonly Finding[];
}

const MARKS: ReadonlySet<string> = new Set([
  '■',
  '●',
  '○',
  '◎',
  '□',
  '▣',
  '◆',
  '★',
  '✓',
  '✔',
  'v',
  'o',
  '1',
  '√',
]);
const NAME_HEADINGS: ReadonlySet<string> = new Set(
  [SCHEDULE_NAME_HEADING, '추진사항', '세부 추진 사항', '세부사항', '구분'].map(headingKey),
);
const EXAMPLE_OF_A_QUARTER = '2022.1';
const ROWS_SEARCHED = 30;
const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];
/** A line's number, or nothing. */
const ROW_NUMBER = /^[\d.()]*$/;

/** The field name of a quarter's column, the same as its heading: `2024.1`. */
export function quarterField({ year, quarter }: YearQuarter): string {
  return `${year}.${quarter}`;
}

/** Reads the schedule under one heading row (`2022.1` … `2026.4`) or two (years over quarters). */
export function readSchedule(raw: RawTab): ReadSchedule {
  const found = scheduleHeadings(raw.rows);
  if (found === null) {
    return {
      headings: null,
      rows: [],
      read: 0,
      excluded: 0,
      skipped: 0,
      findings: [missingHeading(raw.rows)],
    };
  }
  const { headings, nameIndex, quarters } = found;
  const unknown = unknownColumns(found.headings, raw.rows[0]?.length ?? 0);
  const filledUnknown = new Map<UnknownColumn, RawCell>();
  const rows: ScheduleRow[] = [];
  const findings: Finding[] = [...found.findings];
  const rowsByName = new Map<string, number>();
  let excluded = 0;
  let skipped = 0;
  let end = raw.rows.length;
  while (end > headings.row && (raw.rows[end - 1] ?? []).every(isBlank)) end -= 1;
  for (let index = headings.row; index < end; index += 1) {
    const cells = raw.rows[index] ?? [];
    const name = shownText(cells[nameIndex] ?? '').trim();
    const first = cells.find((cell) => !isBlank(cell));
    if (
      first === undefined ||
      isNote(first) ||
      saysNothing(cells, nameIndex, quarters) ||
      NAME_HEADINGS.has(headingKey(name))
    ) {
      skipped += 1;
      continue;
    }
    const at = (field: string) => ({ tab: 'schedule' as const, row: index + 1, field });
    if (name === '') {
      excluded += 1;
      // A line's number may stand beside its name; a name standing there has slipped.
      const beside = compactReadText(shownText(cells[nameIndex - 1] ?? ''));
      findings.push(
        ROW_NUMBER.test(beside)
          ? { problem: { code: 'required-blank' }, place: at('name') }
          : { problem: { code: 'shifted-row', direction: 'left' }, place: at('name') },
      );
      continue;
    }
    const firstRow = rowsByName.get(textKey(name));
    if (firstRow !== undefined) {
      excluded += 1;
      findings.push({ problem: { code: 'doubled-name', found: name, firstRow }, place: at('name') });
      continue;
    }
    rowsByName.set(textKey(name), index + 1);
    const marks = [];
    for (const [column, quarter] of quarters) {
      const cell = cells[column] ?? '';
      // FALSE is a tick box without its tick.
      if (isBlank(cell) || cell === false) continue;
      if (isMark(cell)) marks.push(quarter);
      else {
        const field = quarterField(quarter);
        findings.push({ problem: { code: 'not-a-mark', found: shownText(cell).trim() }, place: at(field) });
      }
    }
    rows.push({ row: index + 1, name, marks });
    for (const column of unknown) {
      const cell = cells[column.column - 1] ?? '';
      if (!filledUnknown.has(column) && isFilled(cell)) filledUnknown.set(column, cell);
    }
  }
  findings.push(...unreadColumns('schedule', headings, missingQuarters(quarters), filledUnknown));
  return {
    headings: withUnknownColumns(headings, [...filledUnknown.keys()]),
    rows,
    read: Math.max(0, end - headings.row),
    excluded,
    skipped,
    findings,
  };
}

/** Whether no name and no mark stands there, nor a name that has slipped to the left: a number drawn down makes no line. */
function saysNothing(
  cells: readonly RawCell[],
  nameIndex: number,
  quarters: ReadonlyMap<number, YearQuarter>,
): boolean {
  return (
    isBlank(cells[nameIndex] ?? '') &&
    ROW_NUMBER.test(compactReadText(shownText(cells[nameIndex - 1] ?? ''))) &&
    ![...quarters.keys()].some((column) => isFilled(cells[column] ?? ''))
  );
}

/** The quarters that no column stands for, between the first and the last that one does. */
function missingQuarters(quarters: ReadonlyMap<number, YearQuarter>): readonly MissingColumn[] {
  const there = new Set([...quarters.values()].map(quarterField));
  const inOrder = [...there].sort();
  const [first = '', last = ''] = [inOrder[0], inOrder[inOrder.length - 1]];
  const years = new Set([...quarters.values()].map(({ year }) => year));
  return [...years]
    .flatMap((year) => QUARTERS.map((quarter) => quarterField({ year, quarter })))
    .filter((heading) => !there.has(heading))
    .map((heading) => ({ heading, aliases: [], counts: heading > first && heading < last, fits: isMark }));
}

interface ScheduleHeadings {
  readonly headings: Headings;
  readonly nameIndex: number;
  /** Quarter by column index. */
  readonly quarters: ReadonlyMap<number, YearQuarter>;
  /** The quarters that stand over more than one column. */
  readonly findings: readonly Finding[];
}

function scheduleHeadings(rows: RawTab['rows']): ScheduleHeadings | null {
  for (const [index, row] of rows.slice(0, ROWS_SEARCHED).entries()) {
    const nameIndex = row.findIndex(isNameHeading);
    if (nameIndex < 0) continue;
    const single = quartersOfRow(row);
    if (single.size > 0) return headingsOf(rows, index, index, nameIndex, single);
    const below = quartersUnderYears(row, rows[index + 1] ?? [], nameIndex);
    if (below.size > 0) return headingsOf(rows, index, index + 1, nameIndex, below);
    const above = quartersUnderYears(rows[index - 1] ?? [], row, nameIndex);
    if (above.size > 0) return headingsOf(rows, index - 1, index, nameIndex, above);
  }
  return null;
}

function isNameHeading(cell: RawCell): boolean {
  return typeof cell === 'string' && NAME_HEADINGS.has(headingKey(cell));
}

/** Which heading there is none of: that of the names, or where it is there, those of the quarters. */
function missingHeading(rows: RawTab['rows']): Finding {
  const searched = rows.slice(0, ROWS_SEARCHED);
  const index = searched.findIndex((row) => row.some(isNameHeading));
  const heading = index < 0 ? SCHEDULE_NAME_HEADING : EXAMPLE_OF_A_QUARTER;
  const candidates = (index < 0 ? searched.flat() : (searched[index] ?? [])).map((cell) =>
    shownText(cell).trim(),
  );
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
  quarters: ReadonlyMap<number, YearQuarter>,
): ScheduleHeadings {
  const row = last + 1;
  const cells = new Map<string, HeadingCell>([['name', { column: nameIndex + 1, unit: null }]]);
  const findings: Finding[] = [];
  const read = new Map<number, YearQuarter>();
  const doubled: number[] = [];
  for (const [index, quarter] of quarters) {
    const heading = quarterField(quarter);
    if (cells.has(heading)) {
      doubled.push(index + 1);
      findings.push({
        problem: { code: 'doubled-heading', heading },
        place: { tab: 'schedule', row, field: null },
      });
      continue;
    }
    cells.set(heading, { column: index + 1, unit: null });
    read.set(index, quarter);
  }
  const texts = (rows[last] ?? []).map((cell, column) => {
    const above = shownText(first === last ? '' : (rows[first]?.[column] ?? ''));
    return `${above} ${shownText(cell)}`.trim();
  });
  for (const [field, { column }] of cells) if (field !== 'name') texts[column - 1] = field;
  return {
    headings: { row, firstRow: first + 1, cells, texts, doubled },
    nameIndex,
    quarters: read,
    findings,
  };
}

/** `2024.1`, `2024-1`, `2024년 1분기`; a number cell 2024.1 is the same. */
function quartersOfRow(row: readonly RawCell[]): ReadonlyMap<number, YearQuarter> {
  const quarters = new Map<number, YearQuarter>();
  for (const [index, cell] of row.entries()) {
    const match = /^['’]?(\d{4})(?:\.|-|\/|년)(\d)(?:\/4|분기|q)?\.?$/i.exec(
      compactReadText(shownText(cell)),
    );
    const quarter = quarterNumber(match?.[2]);
    if (match !== null && quarter !== null) quarters.set(index, { year: Number(match[1]), quarter });
  }
  return quarters;
}

/** A row of years, each over its quarters: the year of a merged cell stands in its first column only. */
function quartersUnderYears(
  years: readonly RawCell[],
  numbers: readonly RawCell[],
  nameIndex: number,
): ReadonlyMap<number, YearQuarter> {
  const quarters = new Map<number, YearQuarter>();
  let year: number | null = null;
  for (let index = nameIndex + 1; index < years.length; index += 1) {
    const match = /^['’]?(\d{4})(?:년도?)?$/.exec(compactReadText(shownText(years[index] ?? '')));
    if (match !== null) year = Number(match[1]);
    const quarter = quarterNumber(
      /^(\d)(?:\/4|분기|q)?$/.exec(textKey(shownText(numbers[index] ?? '')))?.[1],
    );
    if (year !== null && quarter !== null) quarters.set(index, { year, quarter });
  }
  return quarters;
}

function quarterNumber(text: string | undefined): Quarter | null {
  switch (text) {
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    case '4':
      return 4;
    default:
      return null;
  }
}

function isMark(cell: RawCell): boolean {
  return cell === true || MARKS.has(textKey(shownText(cell)));
}
