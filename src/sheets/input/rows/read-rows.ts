/**
 * Reads the data rows of a tab. Each row becomes values, is left out with its reason, or is skipped because
 * it holds no data.
 */
import type { Finding } from '../../../domain/finding.ts';
import type { CellProblem } from '../../../domain/findings/cell.ts';
import type { Direction, TabProblem } from '../../../domain/findings/tab.ts';
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import type { Subtotal } from '../../../domain/records.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { parseText } from '../../cells/plain.ts';
import { indexesFrom, isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { ReadContext, RowOf, TabDefinition } from '../columns.ts';
import { findHeadings, type Headings } from '../headings.ts';
import { PLEDGE_NUMBER_FIELD } from '../pledges/pledge-column.ts';
import { yearsShown } from '../pledges/years-shown.ts';
import { type SubtotalKeeper, subtotalKeeper } from '../totals/subtotals.ts';
import { isCountedTotal } from '../totals/total-words.ts';
import { unitFindings } from './amount-units.ts';
import { type CellReader, type Columns, cellOf, problemsOfUnknown } from './cell-reader.ts';
import { hiddenYears } from './hidden-years.ts';
import { type RowReading, readRow, valuesOfAbsent } from './read-row.ts';
import { isFilled, isNote, isRateOfAmounts, type RowKind, rowKind } from './row-kind.ts';
import { slippedTo } from './shifted-rows.ts';
import { countsShownAsPercents } from './shown-percents.ts';
import { type Table, tableOf } from './table.ts';
import { yearMentioned } from './title-years.ts';
import { type MissingColumn, type UnknownColumn, unreadColumns } from './unread-columns.ts';
import { yearlessDays } from './yearless-days.ts';

export interface ReadRow<Values> {
  /** Row number in the tab, from 1. */
  readonly row: number;
  /** The pledge of the row. */
  readonly pledge: PledgeKey;
  readonly values: Values;
  /** The column of its value in a wide table; absent in a list. */
  readonly field?: string;
}

export interface ReadRows<Row> {
  /** null: a required heading is missing, and no row was read. */
  readonly headings: Headings | null;
  readonly rows: readonly Row[];
  /** Number of rows below the headings, down to the last that holds anything. */
  readonly read: number;
  readonly excluded: number;
  readonly skipped: number;
  readonly findings: readonly Finding[];
  readonly subtotals: readonly Subtotal[];
  /** The sum of all rows, by column. A function because only a tab of several tables needs it. */
  sums?(): Readonly<Record<string, number>>;
  /** The rows of totals, in a tab that is read as one list. */
  readonly totals?: readonly TotalRow[];
}

export interface TotalRow {
  readonly row: number;
  /** The text that makes it a row of totals. */
  readonly label: string;
  /** Its cells, with the units that apply to them. */
  readonly cells: readonly RawCell[];
}

/** Reads every data row of a tab. A bad row is excluded with its findings; it never stops the others. */
export function readRows<Definition extends TabDefinition<Columns>>(
  definition: Definition,
  raw: RawTab,
  context: ReadContext,
): ReadRows<ReadRow<RowOf<Definition>>> {
  return readRowsAs(definition, raw, context, (row) => row);
}

/** Like `readRows`, but converts each row as soon as it is read, so that its values are not kept. */
export function readRowsAs<Definition extends TabDefinition<Columns>, Row>(
  definition: Definition,
  typed: RawTab,
  context: ReadContext,
  rowOf: (row: ReadRow<RowOf<Definition>>) => Row,
): ReadRows<Row> {
  const found = findHeadings(definition, typed);
  if (found.headings === null) {
    return { ...found, headings: null, rows: [], read: 0, excluded: 0, skipped: 0, subtotals: [] };
  }
  const table = tableOf(definition, typed, found.headings, context);
  const { tab, raw, headings, readers, pledgeNumber } = table;
  const indexes = filledIndexes(raw, headings.row);
  const subtotals = subtotalKeeper(tab, readers, context.pledges.summed);
  const rows: Row[] = [];
  const taker = rowTaker(table, subtotals, totalsAboveRows(table, indexes), (row, pledge, values) => {
    // Each column has just been read with its own parser, so the values have the types of RowOf.
    rows.push(rowOf({ row, pledge, values: values as RowOf<Definition> }));
  });
  for (const index of indexes) taker.take(index);
  const { findings, slipped, notes, filledUnknown, totals, excluded, skipped } = taker.taken();
  return {
    headings,
    rows,
    read: indexes.length,
    excluded,
    skipped,
    findings: [
      ...found.findings,
      ...hiddenRowsFinding(tab, raw),
      ...findings,
      ...slippedFindings(tab, headings.row, slipped, rows.length),
      ...countsShownAsPercents(tab, raw, indexes, readers),
      ...ofEachYear(indexes, table).flatMap(([year, ofYear]) => hiddenYears(tab, raw, ofYear, readers, year)),
      ...(pledgeNumber === null
        ? []
        : yearsShown({ tab, field: PLEDGE_NUMBER_FIELD }, raw, indexes, pledgeNumber.index)),
      ...unitFindings(tab, raw, headings, { ...table, notes }, readers),
      ...unreadColumns(tab, headings, missingColumns(readers, headings, context), filledUnknown),
    ],
    subtotals: subtotals.subtotals(),
    sums: subtotals.sums,
    totals,
  };
}

/** A total of all may stand above one of a year, that above one of a quarter: each needs a reading. */
const MOST_READINGS = 12;

/**
 * The numbers of the rows of totals that stand above their rows. Only the end of the tab tells them, so a tab
 * that has the words of a total is read for them alone.
 */
function totalsAboveRows(table: Table, indexes: readonly number[]): ReadonlySet<number> {
  const known = new Set<number>();
  for (let reading = 1; table.datedTotals !== null && reading <= MOST_READINGS; reading += 1) {
    const subtotals = subtotalKeeper(table.tab, table.readers, undefined);
    const taker = rowTaker(table, subtotals, known, () => {});
    for (const index of indexes) taker.take(index);
    const { totalsAbove } = taker.taken();
    if (totalsAbove.length === 0) break;
    for (const { row } of totalsAbove) known.add(row);
  }
  return known;
}

/** The rows of each part of a tab that has a title of its own, with the year that its title names. */
function ofEachYear(
  indexes: readonly number[],
  { year, titleRows, parts }: Table,
): readonly (readonly [number | null, readonly number[]])[] {
  const titled = parts.filter((part) => part.year !== undefined);
  const ofFirst = year ?? yearMentioned(titleRows);
  if (titled.length === 0) return [[ofFirst, indexes]];
  const starts = [{ from: 0, year: ofFirst }, ...titled];
  return starts.map(({ from, year: ofPart = null }, at) => {
    const end = starts[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    return [ofPart, indexes.filter((index) => index >= from && index < end)];
  });
}

/** What became of the rows of a table that were not handed on, and what was found in all. */
interface TakenRows {
  readonly findings: readonly Finding[];
  readonly slipped: readonly SlippedRow[];
  /** Indexes of the rows that are notes. */
  readonly notes: readonly number[];
  /** The unknown columns that hold anything, each with its first cell. */
  readonly filledUnknown: ReadonlyMap<UnknownColumn, RawCell>;
  readonly totals: readonly TotalRow[];
  /** The rows that turned out to be totals of rows below, and were handed on as data. */
  readonly totalsAbove: readonly { readonly row: number }[];
  readonly excluded: number;
  readonly skipped: number;
}

/**
 * Takes the rows of a table one by one, in their order: each is handed on, left out with its reason, or
 * skipped because it holds no data.
 * @param knownTotals the numbers of rows of totals that stand above their rows.
 */
function rowTaker(
  table: Table,
  subtotals: SubtotalKeeper,
  knownTotals: ReadonlySet<number>,
  handOn: (row: number, pledge: PledgeKey, values: RowReading['values']) => void,
): { take(index: number): void; taken(): TakenRows } {
  const {
    tab,
    raw,
    parts,
    readers,
    needed,
    event,
    unknown,
    headingRows,
    pledgeNumber,
    totalCell,
    readFromAbove,
  } = table;
  const dated = table.datedTotals?.(knownTotals) ?? null;
  const { ofAbsent } = valuesOfAbsent(readers);
  // The readers of the tab keep what they have read of each text, so they are used again.
  const readersOf = (year: number | null) => (year === table.year ? readers : table.readersOf(year));
  const ofYear = yearlessDays(table.year, (year) => valuesOfAbsent(readersOf(year)).perRow);
  let partsAbove = 0;
  /** Index of the last title, and of the last headings once more; -1: there was none. */
  let titleAt = -1;
  let headingsAt = -1;
  /** Whether the last headings stand in other columns than the first. */
  let isMoved = false;
  const findings: Finding[] = [];
  const slipped: SlippedRow[] = [];
  const notes: number[] = [];
  const filledUnknown = new Map<UnknownColumn, RawCell>();
  const totals: TotalRow[] = [];
  let excluded = 0;
  let skipped = 0;
  const numbered = pledgeNumber?.index ?? null;
  const kindOf = (cells: readonly RawCell[]) =>
    rowKind(cells, readers, needed, totalCell, headingRows, numbered);

  const skip = (kind: RowKind, index: number, cells: readonly RawCell[]): void => {
    const row = index + 1;
    const label = kind === 'subtotal' ? (totalCell(cells) ?? '') : '';
    if (isCountedTotal(label) && event.isWithoutNumber(cells) && event.isEvent(cells)) {
      leaveOutCount(row, cells, label);
      return;
    }
    if (kind === 'subtotal') {
      skipTotal(row, cells, label);
      return;
    }
    skipped += 1;
    if (kind === 'note') notes.push(index);
  };

  /** @param isSum whether it is known to be a sum of rows, so that it need not be held against its group. */
  const skipTotal = (row: number, cells: readonly RawCell[], label: string, isSum = false): void => {
    skipped += 1;
    totals.push({ row, label, cells });
    subtotals.take(row, isSum ? [] : cells, label);
    dated?.close();
  };

  /** Leaves out an event that only a count such as 총 2건 names: nobody can tell what it is. */
  const leaveOutCount = (row: number, cells: readonly RawCell[], label: string): void => {
    excluded += 1;
    const field = readers.find((reader) => cellOf(cells, reader) === label)?.field ?? null;
    const found = label.trim();
    findings.push({
      problem: { code: 'unknown-name', found, nearest: null, names: [], isImplementationStatus: false },
      place: { tab, row, field },
    });
  };

  /** Whether a row with a year alone is data all the same: what it lacks is merged from above. */
  const isMergedData = (index: number): boolean =>
    needed.some(
      (reader) =>
        cellOf(raw.rows[index] ?? [], reader) === '' && readFromAbove(reader, index + 1, '') !== null,
    );

  const enterPart = (index: number): void => {
    for (let part = parts[partsAbove]; part !== undefined && part.from <= index; part = parts[partsAbove]) {
      partsAbove += 1;
      if (part.headings === null && isMergedData(part.from)) continue;
      if (part.isTitle) titleAt = part.from;
      if (part.headings !== null) {
        headingsAt = part.headings;
        isMoved = part.isMoved;
      }
      if (part.year !== undefined) ofYear.enterPart(part.year);
    }
  };

  const leaveOutMoved = (row: number, cells: readonly RawCell[], isHeading: boolean): void => {
    if (isHeading) findings.push(findingAt(tab, row, { code: 'table-not-read' }));
    if (isHeading || !cells.some(isFilled)) skipped += 1;
    else excluded += 1;
  };

  const addPledgeFindings = (row: number, problems: readonly CellProblem[]): void => {
    for (const problem of problems) {
      findings.push({ problem, place: { tab, row, field: PLEDGE_NUMBER_FIELD } });
    }
  };

  const lookAtUnknown = (row: number, cells: readonly RawCell[], isRead: boolean): void => {
    for (const column of unknown) {
      const cell = cells[column.column - 1] ?? '';
      for (const problem of problemsOfUnknown(cell)) {
        findings.push({ problem, place: { tab, row, field: column.field } });
      }
      if (isRead && !filledUnknown.has(column) && isFilled(cell)) filledUnknown.set(column, cell);
    }
  };

  const leaveOut = (row: number, cells: readonly RawCell[], isNoted: boolean, reading: RowReading): void => {
    excluded += 1;
    if (isNoted) {
      findings.push(findingAt(tab, row, { code: 'note-with-values' }));
      return;
    }
    // Nearly any text may be the name of a pledge or of a field, so that a moved row of 공약목록 always fits.
    const direction = tab === 'pledgeList' ? null : slippedTo(cells, readers, numbered);
    if (direction === null) findings.push(...reading.findings);
    else slipped.push({ row, direction });
  };

  return {
    take: (index) => {
      const cells = raw.rows[index] ?? [];
      const row = index + 1;
      enterPart(index);
      // As a note, since a title may say a unit: 2025년 집행액 (단위: 천원).
      if (index === titleAt) return skip('note', index, cells);
      if (isMoved) return leaveOutMoved(row, cells, index === headingsAt);
      const kind = index === headingsAt ? 'heading' : kindOf(cells);
      if (kind !== 'data' && kind !== 'noteWithValues') return skip(kind, index, cells);
      const pledge = table.pledgeOf(row, cells);
      const reading = ofYear.read(row, (readersOfYear) =>
        readRow(tab, row, cells, readersOfYear, ofAbsent, readFromAbove),
      );
      if (!(pledge.ok && reading.complete)) {
        const isTitle = isTitleBelow(raw, index, readers, (below) => kindOf(below) === 'heading');
        if (isTitle || isRateOfAmounts(cells, readers)) return skip('note', index, cells);
        const total = dated?.totalWithoutDay(row, cells, reading.values) ?? null;
        if (total !== null) return skipTotal(row, cells, total.text, total.isTotal);
      }
      if (!pledge.ok) {
        excluded += 1;
        addPledgeFindings(row, [pledge.flag]);
        return;
      }
      const isNoted =
        kind === 'noteWithValues' &&
        (!reading.complete || needed.some((reader) => isNote(cellOf(cells, reader))));
      const isRead = reading.complete && !isNoted;
      if (unknown.length > 0) lookAtUnknown(row, cells, isRead);
      if (!isRead) return leaveOut(row, cells, isNoted, reading);
      const total = dated?.look(row, cells, reading.values) ?? null;
      if (total !== null) {
        const code = total.isTotal ? 'total-with-day' : 'total-counted';
        findings.push(findingAt(tab, row, { code, found: total.text.trim() }));
        if (total.isTotal) return skipTotal(row, cells, total.text, true);
      }
      if (pledge.notices.length > 0) addPledgeFindings(row, pledge.notices);
      if (reading.findings.length > 0) findings.push(...reading.findings);
      subtotals.add(row, reading.values);
      handOn(row, pledge.value, reading.values);
    },
    taken: () => {
      const { totals: totalsAbove, doubted } = dated?.ofRowsBelow() ?? { totals: [], doubted: [] };
      // Totals above more rows than could be looked at again are told as well.
      const doubts = [...doubted, ...totalsAbove].map(({ row, text }) =>
        findingAt(tab, row, { code: 'total-counted', found: text.trim() }),
      );
      return {
        ...{ findings: [...findings, ...doubts], slipped, notes, filledUnknown },
        ...{ totals, totalsAbove, excluded, skipped },
      };
    },
  };
}

/**
 * Whether a row is the title of a further part of the tab: one text, which is no value of its column,
 * above the headings once more.
 */
function isTitleBelow(
  { rows }: RawTab,
  index: number,
  readers: readonly CellReader[],
  isHeading: (cells: readonly RawCell[]) => boolean,
): boolean {
  const cells = rows[index] ?? [];
  const [title, ...others] = cells.filter(isFilled);
  if (typeof title !== 'string' || others.length > 0) return false;
  const column = cells.indexOf(title);
  if (readers.some((reader) => reader.index === column && reader.read(title).ok)) return false;
  const below = rows.slice(index + 1, index + 4).find((cells) => cells.some(isFilled));
  return below !== undefined && isHeading(below);
}

interface SlippedRow {
  readonly row: number;
  readonly direction: Direction;
}

/** If no row can be read and several have shifted, it is the headings that have shifted, the opposite way. */
function slippedFindings(
  tab: InputTab,
  headingRow: number,
  slipped: readonly SlippedRow[],
  rowsRead: number,
): readonly Finding[] {
  const [first] = slipped;
  if (first === undefined) return [];
  if (rowsRead === 0 && slipped.length > 1) {
    const direction: Direction = first.direction === 'left' ? 'right' : 'left';
    return [findingAt(tab, headingRow, { code: 'shifted-headings', direction, rows: slipped.length })];
  }
  return slipped.map(({ row, direction }) => findingAt(tab, row, { code: 'shifted-row', direction }));
}

function hiddenRowsFinding(tab: InputTab, raw: RawTab): readonly Finding[] {
  return raw.hidesRows === true ? [findingAt(tab, null, { code: 'hidden-rows' })] : [];
}

function findingAt(tab: InputTab, row: number | null, problem: TabProblem): Finding {
  return { problem, place: { tab, row, field: null } };
}

function missingColumns(
  readers: readonly CellReader[],
  { cells }: Headings,
  context: ReadContext,
): readonly MissingColumn[] {
  return readers
    .filter(({ field }) => !cells.has(field))
    .map(({ column, read }) => {
      const { heading, aliases, counts, units, lists, parse } = column;
      const fits = (cell: RawCell) =>
        lists === undefined
          ? parse !== parseText && /\d/.test(shownText(cell)) && read(cell).ok
          : lists(shownText(cell), context);
      const refuses = (cell: RawCell) => lists === undefined && parse !== parseText && !read(cell).ok;
      return { heading, aliases, counts, units: units ?? [], fits, refuses };
    });
}

/** The number of the last row that holds anything. */
export function lastRowWithContent(raw: RawTab): number {
  let end = raw.rows.length;
  while (end > 0 && (raw.rows[end - 1] ?? []).every(isBlank)) end -= 1;
  return end;
}

/** The indexes of the rows below the headings, down to the last that holds anything. */
export function filledIndexes(raw: RawTab, from: number): readonly number[] {
  const indexes = indexesFrom(raw, from);
  let end = indexes.length;
  while (end > 0 && (raw.rows[indexes[end - 1] ?? 0] ?? []).every(isBlank)) end -= 1;
  return end === indexes.length ? indexes : indexes.slice(0, end);
}
