/** The schedule (추진일정): one line a row, one quarter a column, a mark where something is planned. */
import { QUARTERS, type YearQuarter } from '../../../domain/date.ts';
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import type { ScheduleRow, ScheduleWords } from '../../../domain/records.ts';
import { isMark, MARKED, planIn } from '../../cells/quarter-plan.ts';
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText, textKey } from '../../text-key.ts';
import { type Headings, headingKey } from '../headings.ts';
import {
  mayNamePledges,
  PLEDGE_NUMBER_FIELD,
  pledgeNumberReader,
  pledgeNumbersIn,
  pledgeOfRow,
  withPledgeNumber,
} from '../pledges/pledge-column.ts';
import { type PledgeNumbers, UNNUMBERED_BOOK } from '../pledges/pledge-numbers.ts';
import { readerFromAbove } from '../rows/cells-above.ts';
import { filledIndexes } from '../rows/read-rows.ts';
import { firstContent, isFilled, isNote } from '../rows/row-kind.ts';
import {
  type MissingColumn,
  type UnknownColumn,
  unknownColumns,
  unreadColumns,
  withUnknownColumns,
} from '../rows/unread-columns.ts';
import { readTables, tablesOf } from '../tables-below.ts';
import { isCountedTotal, isTotalWord } from '../totals/total-words.ts';
import {
  missingHeading,
  NAME_HEADINGS,
  type PlannedPeriod,
  periodField,
  SCHEDULE_TABLES,
  scheduleHeadings,
} from './schedule-headings.ts';

export interface ReadSchedule {
  readonly headings: Headings | null;
  readonly rows: readonly ScheduleRow[];
  readonly read: number;
  readonly excluded: number;
  readonly skipped: number;
  readonly findings: readonly Finding[];
}

/** A line's number, or nothing. */
const ROW_NUMBER = /^[\d.()]*$/;

/**
 * Reads the schedule. Its headings are on one row (`2022.1` … `2026.4`) or two (years above quarters), and
 * may be repeated further down.
 */
export function readSchedule(raw: RawTab, pledges: PledgeNumbers = UNNUMBERED_BOOK): ReadSchedule {
  const read = readTables(raw, SCHEDULE_TABLES, (table) => readTable(table, pledges));
  return { ...read, rows: joinedLines(read.rows) };
}

/** Joins the rows of a line that is in several tables, one for each page of years. */
function joinedLines(rows: readonly ScheduleRow[]): readonly ScheduleRow[] {
  const lines = groupBy(rows, ({ pledge, name }) => JSON.stringify([pledge, textKey(name)]));
  return [...lines.values()].flatMap(([first, ...others]) => {
    if (others.length === 0) return first;
    const all = [first, ...others];
    const words = all.flatMap((line) => line.words ?? []);
    return { ...first, marks: all.flatMap(({ marks }) => marks), ...(words.length === 0 ? {} : { words }) };
  });
}

function readTable(raw: RawTab, pledges: PledgeNumbers): ReadSchedule {
  const found = scheduleHeadings(raw);
  if (found === null) {
    return {
      headings: null,
      rows: [],
      read: 0,
      excluded: 0,
      skipped: 0,
      findings: [missingHeading(raw)],
    };
  }
  const { nameIndex, periods } = found;
  const headings = withPledgeNumber(found.headings);
  const pledgeNumber = pledgeNumberReader(headings, pledges);
  const pledgeOf = pledgeOfRow(pledgeNumber, readerFromAbove(raw, headings), pledges, headings);
  const unknown = unknownColumns(headings, raw.rows[0]?.length ?? 0);
  const filledUnknown = new Map<UnknownColumn, RawCell>();
  const coveredBy = quartersCovered(raw, periods);
  const rows: ScheduleRow[] = [];
  const findings: Finding[] = [...found.findings];
  const rowsByName = new Map<string, number>();
  let excluded = 0;
  let skipped = 0;
  const indexes = filledIndexes(raw, headings.row);
  for (const index of indexes) {
    const cells = raw.rows[index] ?? [];
    const name = shownText(cells[nameIndex] ?? '').trim();
    const first = firstContent(cells, pledgeNumber?.index ?? null);
    if (
      first === null ||
      isNote(first) ||
      isTotalWord(name) ||
      isCountedTotal(name) ||
      saysNothing(cells, nameIndex, periods, pledgeNumber?.index ?? null) ||
      NAME_HEADINGS.has(headingKey(name))
    ) {
      skipped += 1;
      continue;
    }
    const at = (field: string) => ({ tab: 'schedule' as const, row: index + 1, field });
    const pledge = pledgeOf(index + 1, cells);
    if (!pledge.ok) {
      excluded += 1;
      findings.push({ problem: pledge.flag, place: at(PLEDGE_NUMBER_FIELD) });
      continue;
    }
    for (const problem of pledge.notices) findings.push({ problem, place: at(PLEDGE_NUMBER_FIELD) });
    if (name === '') {
      excluded += 1;
      // The cell beside may hold the number of the line. Any other text is a name, one cell too far left.
      const beside = besideName(cells, nameIndex, pledgeNumber?.index ?? null);
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
    const marks: YearQuarter[] = [];
    const words: ScheduleWords[] = [];
    for (const [column, planned] of periods) {
      const plan = planIn(cells[column] ?? '');
      for (const problem of plan.problems) findings.push({ problem, place: at(periodField(planned)) });
      if (plan.text === null) continue;
      const { year, quarter } = planned;
      if (quarter !== null && plan.isPlanned) marks.push({ year, quarter });
      if (quarter === null || plan.text !== MARKED) words.push({ ...planned, text: plan.text });
      if (quarter !== null && plan.isPlanned && plan.text !== MARKED)
        marks.push(...coveredBy(index + 1, column));
    }
    rows.push({
      row: index + 1,
      pledge: pledge.value,
      name,
      marks,
      ...(words.length === 0 ? {} : { words }),
    });
    for (const column of unknown) {
      const cell = cells[column.column - 1] ?? '';
      if (!filledUnknown.has(column) && isFilled(cell)) filledUnknown.set(column, cell);
    }
  }
  findings.push(...unreadColumns('schedule', headings, missingQuarters(periods), filledUnknown));
  return {
    headings: withUnknownColumns(headings, [...filledUnknown.keys()]),
    rows,
    read: indexes.length,
    excluded,
    skipped,
    findings,
  };
}

/** Whether a row has no name, no mark, and no name one cell too far left. A line number alone is no line. */
function saysNothing(
  cells: readonly RawCell[],
  nameIndex: number,
  periods: ReadonlyMap<number, PlannedPeriod>,
  pledgeNumberIndex: number | null,
): boolean {
  return (
    isBlank(cells[nameIndex] ?? '') &&
    ROW_NUMBER.test(besideName(cells, nameIndex, pledgeNumberIndex)) &&
    ![...periods.keys()].some((column) => isFilled(cells[column] ?? ''))
  );
}

/**
 * The further quarters under a merged cell with words: 실시설계 over the four quarters of a year plans all four.
 * Merges are asked for once, and only where there are words.
 */
function quartersCovered(
  raw: RawTab,
  periods: ReadonlyMap<number, PlannedPeriod>,
): (row: number, columnIndex: number) => readonly YearQuarter[] {
  let widths: ReadonlyMap<string, number> | null = null;
  return (row, columnIndex) => {
    widths ??= new Map(
      (raw.merges?.() ?? []).map((merge) => [`${merge.row},${merge.column}`, merge.columns] as const),
    );
    const columns = widths.get(`${row},${columnIndex + 1}`) ?? 1;
    return Array.from({ length: columns - 1 }, (_, further) => columnIndex + 1 + further).flatMap((index) => {
      const { year, quarter } = periods.get(index) ?? NO_PERIOD;
      return quarter === null ? [] : [{ year, quarter }];
    });
  };
}

const NO_PERIOD: PlannedPeriod = { year: 0, quarter: null };

/** The text to the left of a name; empty where that is the column 공약번호. */
function besideName(cells: readonly RawCell[], nameIndex: number, pledgeNumberIndex: number | null): string {
  const index = nameIndex - 1;
  return index === pledgeNumberIndex ? '' : compactReadText(shownText(cells[index] ?? ''));
}

/** The distinct pledge numbers in each table of a schedule. */
export function pledgeNumbersOfSchedule(raw: RawTab): readonly RawCell[] {
  if (!mayNamePledges(raw)) return [];
  return tablesOf(raw, SCHEDULE_TABLES).flatMap(({ raw: table }) => {
    const found = scheduleHeadings(table);
    return found === null ? [] : pledgeNumbersIn(table, found.headings);
  });
}

/**
 * The quarters without a column, in the years of the schedule. Those between the first and the last quarter
 * with a column count in figures.
 */
function missingQuarters(periods: ReadonlyMap<number, PlannedPeriod>): readonly MissingColumn[] {
  const quarters = [...periods.values()].filter(({ quarter }) => quarter !== null);
  const there = new Set(quarters.map(periodField));
  const inOrder = [...there].sort();
  const [first = '', last = ''] = [inOrder[0], inOrder[inOrder.length - 1]];
  const years = new Set(quarters.map(({ year }) => year));
  return [...years]
    .flatMap((year) => QUARTERS.map((quarter) => periodField({ year, quarter })))
    .filter((heading) => !there.has(heading))
    .map((heading) => ({ heading, aliases: [], counts: heading > first && heading < last, fits: isMark }));
}
